#include "ui/wizard/wizard-private.h"

#include "ui/entries/error-summary.h"
#include "ui/entries/form-field.h"
#include "ui/wizard/contract-page.h"
#include "ui/wizard/eligibility-page.h"
#include "ui/wizard/enterprise-page.h"
#include "ui/wizard/orders.h"
#include "ui/wizard/packet-page.h"
#include "ui/wizard/quota-page.h"

G_DEFINE_FINAL_TYPE (QuanWizard, quan_wizard, GTK_TYPE_WIDGET)

void
quan_wizard_reveal_pending (QuanWizard *self)
{
  g_autofree char *path = g_steal_pointer (&self->revealing);

  if (path != NULL)
    quan_wizard_page_reveal (self->pages[self->step - 1], path);
}

/* The first error summary inside a widget, NULL if there is none. */
static GtkWidget *
find_summary (GtkWidget *inside)
{
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = QUAN_IS_ERROR_SUMMARY (child) ? child : find_summary (child);

    if (found != NULL)
      return found;
  }
  return NULL;
}

void
quan_wizard_continue_now (QuanWizard *self)
{
  GtkWidget *summary = find_summary (GTK_WIDGET (self->pages[self->step - 1]));

  self->continuing = FALSE;
  if (summary != NULL && gtk_widget_get_visible (summary))
    quan_error_summary_grab (QUAN_ERROR_SUMMARY (summary));
  else if (self->step < QUAN_WIZARD_STEPS)
    quan_wizard_go_to (self, self->step + 1);
}

static void
take_over (QuanWizard *self, QuanPrepared *prepared)
{
  QuanPrepared *old = g_steal_pointer (&self->prepared);

  self->prepared = prepared;
  if (!self->opened)
    self->step = CLAMP (prepared->step, 1, QUAN_WIZARD_STEPS);
  quan_wizard_show_steps (self);
  quan_wizard_show_step (self);
  for (int i = 0; i < QUAN_WIZARD_STEPS; i++)
    if (i != self->step - 1)
      quan_wizard_page_show (self->pages[i], prepared);
  g_clear_pointer (&old, quan_prepared_free);
  if (!self->opened)
    gtk_widget_child_focus (GTK_WIDGET (self->pages[self->step - 1]), GTK_DIR_TAB_FORWARD);
  self->opened = TRUE;
  quan_wizard_reveal_pending (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanWizard) self = data;
  g_autoptr (GError) error = NULL;
  QuanPrepared *prepared = quan_office_done (QUAN_OFFICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  quan_wizard_show_trouble (self, error);
  if (prepared != NULL)
    take_over (self, prepared);
  quan_wizard_show_saved (self);
  if (self->continuing && self->entering == 0 && prepared != NULL)
    quan_wizard_continue_now (self);
}

void
quan_wizard_load (QuanWizard *self)
{
  if (self->id == 0 || !quan_office_is_open (self->office))
    return;
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  quan_order_snapshot (self->office, self->id, self->loading, loaded_cb, g_object_ref (self));
}

void
quan_wizard_commit_focus (QuanWizard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *field = focus != NULL ? gtk_widget_get_ancestor (focus, QUAN_TYPE_FORM_FIELD) : NULL;

  if (field != NULL && gtk_widget_is_ancestor (field, GTK_WIDGET (self)))
    quan_form_field_commit (QUAN_FORM_FIELD (field));
}

void
quan_wizard_go_to (QuanWizard *self, int step)
{
  g_return_if_fail (QUAN_IS_WIZARD (self) && step >= 1 && step <= QUAN_WIZARD_STEPS);

  quan_wizard_commit_focus (self);
  if (self->step == step)
    return;
  self->step = step;
  g_clear_pointer (&self->explained, g_free);
  quan_wizard_show_step (self);
  quan_order_turn_to_step (self->office, self->id, step);
  if (self->revealing == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->pages[step - 1]), GTK_DIR_TAB_FORWARD);
}

void
quan_wizard_open (QuanWizard *self, gint64 preparation)
{
  g_return_if_fail (QUAN_IS_WIZARD (self) && preparation != 0);

  self->id = preparation;
  self->opened = FALSE;
  self->continuing = FALSE;
  quan_wizard_show_trouble (self, NULL);
  quan_wizard_load (self);
}

gint64
quan_wizard_preparation (QuanWizard *self)
{
  g_return_val_if_fail (QUAN_IS_WIZARD (self), 0);
  return self->id;
}

const QuanPrepared *
quan_wizard_prepared (QuanWizard *self)
{
  g_return_val_if_fail (QUAN_IS_WIZARD (self), NULL);
  return self->prepared;
}

int
quan_wizard_step (QuanWizard *self)
{
  g_return_val_if_fail (QUAN_IS_WIZARD (self), 0);
  return self->step;
}

QuanWizardPage *
quan_wizard_page (QuanWizard *self, int step)
{
  g_return_val_if_fail (QUAN_IS_WIZARD (self) && step >= 1 && step <= QUAN_WIZARD_STEPS, NULL);
  return self->pages[step - 1];
}

gboolean
quan_wizard_is_saved (QuanWizard *self)
{
  g_return_val_if_fail (QUAN_IS_WIZARD (self), FALSE);
  return self->entering == 0 && self->loading == NULL;
}

QuanOffice *
quan_wizard_office (QuanWizard *self)
{
  g_return_val_if_fail (QUAN_IS_WIZARD (self), NULL);
  return self->office;
}

static void
quan_wizard_dispose (GObject *object)
{
  QuanWizard *self = QUAN_WIZARD (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->layout, gtk_widget_unparent);
  g_clear_pointer (&self->prepared, quan_prepared_free);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (quan_wizard_parent_class)->dispose (object);
}

static void
quan_wizard_finalize (GObject *object)
{
  QuanWizard *self = QUAN_WIZARD (object);

  g_free (self->note_path);
  g_free (self->note_text);
  g_free (self->revealing);
  g_free (self->explained);
  G_OBJECT_CLASS (quan_wizard_parent_class)->finalize (object);
}

static void
quan_wizard_class_init (QuanWizardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quan_wizard_dispose;
  object_class->finalize = quan_wizard_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  quan_wizard_install_actions (widget_class);
}

static void
quan_wizard_init (QuanWizard *self)
{
  const GType types[QUAN_WIZARD_STEPS] = { QUAN_TYPE_ENTERPRISE_PAGE, QUAN_TYPE_CONTRACT_PAGE, QUAN_TYPE_ELIGIBILITY_PAGE,
                                           QUAN_TYPE_QUOTA_PAGE, QUAN_TYPE_PACKET_PAGE };

  self->step = 1;
  for (int i = 0; i < QUAN_WIZARD_STEPS; i++)
    self->pages[i] = g_object_new (types[i], NULL);
  quan_wizard_build (self);
}

GtkWidget *
quan_wizard_new (QuanOffice *office)
{
  QuanWizard *self = g_object_new (QUAN_TYPE_WIZARD, NULL);

  self->office = g_object_ref (office);
  quan_packet_page_set_office (QUAN_PACKET_PAGE (self->pages[QUAN_WIZARD_STEPS - 1]), office);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "packet",
                                  quan_packet_page_actions (QUAN_PACKET_PAGE (self->pages[QUAN_WIZARD_STEPS - 1])));
  g_signal_connect_object (office, "changed", G_CALLBACK (quan_wizard_load), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
