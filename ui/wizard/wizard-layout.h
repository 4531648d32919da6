/* The room of the wizard: side panes beside the page where there is room for them, a bar with menu buttons above it
 * where there is not. Widths are compared in em, so that large text counts as a narrow window. */
#pragma once
#include <gtk/gtk.h>

/* The parts, in the order of reading. */
typedef enum {
  QUAN_PART_BAR,     /* narrow windows: what the panes would show, behind buttons */
  QUAN_PART_LEFT,
  QUAN_PART_MIDDLE,
  QUAN_PART_RIGHT,
  QUAN_PART_BOTTOM,
  QUAN_N_PARTS
} QuanLayoutPart;

#define QUAN_TYPE_WIZARD_LAYOUT (quan_wizard_layout_get_type ())
G_DECLARE_FINAL_TYPE (QuanWizardLayout, quan_wizard_layout, QUAN, WIZARD_LAYOUT, GtkWidget)

GtkWidget *quan_wizard_layout_new (void);
/* Takes the widget. */
void quan_wizard_layout_set (QuanWizardLayout *layout, QuanLayoutPart part, GtkWidget *widget);
/* Leaves out the right pane, for pages that take the whole width. */
void quan_wizard_layout_set_wide (QuanWizardLayout *layout, gboolean wide);
