#include "ui/wizard/contract-page-private.h"

#include "ui/entries/form-field.h"
#include "ui/wizard/lines-table.h"

/* How long a field is waited for until it stays where it is. */
#define FRAMES_MAX 120

/* Where a widget of the form stands on the scrolled page, as its upper and lower edge; FALSE while it has no place. */
static gboolean
edges_of (QuanContractPage *self, GtkWidget *widget, double scrolled, double *upper, double *lower)
{
  graphene_rect_t bounds;

  if (widget == NULL || !gtk_widget_is_ancestor (widget, self->form) || !gtk_widget_get_mapped (widget)
      || !gtk_widget_compute_bounds (widget, gtk_widget_get_parent (self->form), &bounds) || bounds.size.height <= 0)
    return FALSE;
  *upper = bounds.origin.y + scrolled;
  *lower = *upper + bounds.size.height;
  return TRUE;
}

/* What was unfolded has its place some frames later, and the page scrolls to where it took the field to be meanwhile: once
 * both stay where they are, the field with the focus is scrolled to, until it is in sight. */
static gboolean
scroll_to_focus (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  QuanContractPage *self = QUAN_CONTRACT_PAGE (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double value = gtk_adjustment_get_value (adjustment), upper = 0, lower = 0;
  gboolean placed = edges_of (self, gtk_root_get_focus (gtk_widget_get_root (widget)), value, &upper, &lower);
  gboolean still = placed && upper == self->place && value == self->scrolled;
  gboolean seen = upper >= value && lower <= value + gtk_adjustment_get_page_size (adjustment);

  self->place = placed ? upper : -1;
  self->scrolled = value;
  if (still && !seen)
    gtk_adjustment_clamp_page (adjustment, upper, lower);
  if (!(still && seen) && ++self->frames < FRAMES_MAX)
    return G_SOURCE_CONTINUE;
  self->scrolling = 0;
  return G_SOURCE_REMOVE;
}

static void
scroll_soon (QuanContractPage *self)
{
  self->frames = 0;
  self->place = -1;
  if (self->scrolling == 0)
    self->scrolling = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_focus, NULL, NULL);
}

/* Unfolds what holds a path. */
static void
unfold (QuanContractPage *self, const char *path)
{
  const struct {
    const char *prefix;
    GtkWidget  *toggle;
  } folds[] = {
    { "contract.schedule", self->schedule },
    { "contract.other_subsidies", self->subsidies },
    { "contract.model", self->model },
  };

  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    if (g_str_has_prefix (path, folds[i].prefix))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (folds[i].toggle), TRUE);
  if (g_str_has_prefix (path, "contract.other_subsidies[")) {
    self->some_subsidy = TRUE;
    gtk_widget_set_visible (self->subsidy_rows, TRUE);
  }
}

/* The choice that stands for a path where no field does. */
static GtkWidget *
choice_of (QuanContractPage *self, const char *path)
{
  if (g_str_equal (path, "contract.provider")
      || (g_str_has_prefix (path, "provider.") && !gtk_widget_get_visible (self->provider_uscc)))
    return self->provider;
  if (g_str_equal (path, "contract.field") && !gtk_widget_get_visible (self->other_field))
    return self->field;
  if (g_str_equal (path, "contract.other_subsidies"))
    return self->any_subsidy;
  return NULL;
}

gboolean
quan_contract_page_reveal (QuanWizardPage *page, const char *path)
{
  QuanContractPage *self = QUAN_CONTRACT_PAGE (page);
  GtkWidget *choice = choice_of (self, path);

  unfold (self, path);
  scroll_soon (self);
  if (choice != NULL)
    return gtk_widget_grab_focus (choice);
  if (g_str_equal (path, "contract.lines"))
    path = "contract.lines[0].item";
  else if (g_str_equal (path, "contract.schedule"))
    path = "contract.schedule[0].date";
  return quan_lines_table_reveal (QUAN_LINES_TABLE (self->lines), path) || quan_form_focus (self->form, path);
}
