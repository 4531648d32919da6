/* A line's kind: a word in the table, and one popover of choices that all rows share. A drop-down a row would make a long
 * table slow. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/preparation.h"

#define QUAN_TYPE_LINE_KIND_MENU (quan_line_kind_menu_get_type ())
G_DECLARE_FINAL_TYPE (QuanLineKindMenu, quan_line_kind_menu, QUAN, LINE_KIND_MENU, GtkPopover)

GtkWidget *quan_line_kind_menu_new (void);
/* Opens it beside a widget for the line of a row; what is chosen is entered by wizard.enter. */
void       quan_line_kind_menu_open (QuanLineKindMenu *menu, GtkWidget *beside, guint row, int kind);

/* Shows the kind of a row in a button: a word in the colour of what it means for the base, or the text that was not taken.
 * TRUE if that is to be corrected. */
gboolean quan_line_kind_show (GtkButton *button, const QuanPrepared *prepared, guint row);
