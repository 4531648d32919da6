#include "ui/wizard/wizard-private.h"

#include <glib/gi18n-lib.h>

#include "ui/entries/error-summary.h"
#include "ui/entries/form-field.h"
#include "ui/wizard/packet-page.h"

G_DEFINE_ABSTRACT_TYPE (QuanWizard, quan_wizard, GTK_TYPE_WIDGET)

QuanWizardHead
quan_wizard_head (QuanWizard *self)
{
  QuanWizardHead head = { NULL };

  if (self->snapshot != NULL)
    QUAN_WIZARD_GET_CLASS (self)->describe (self->snapshot, &head);
  return head;
}

void
quan_wizard_head_clear (QuanWizardHead *head)
{
  g_free (head->subject);
  g_free (head->saved);
}

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
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
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
take_over (QuanWizard *self, gpointer snapshot)
{
  gpointer old = g_steal_pointer (&self->snapshot);

  self->snapshot = snapshot;
  if (!self->opened) {
    g_auto (QuanWizardHead) head = quan_wizard_head (self);

    self->step = CLAMP (head.step, 1, QUAN_WIZARD_STEPS);
  }
  quan_wizard_show_steps (self);
  quan_wizard_show_step (self);
  for (int i = 0; i < QUAN_WIZARD_STEPS; i++)
    if (i != self->step - 1)
      quan_wizard_page_show (self->pages[i], snapshot);
  g_clear_pointer (&old, QUAN_WIZARD_GET_CLASS (self)->free_snapshot);
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
  gpointer snapshot = quan_office_done (QUAN_OFFICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  quan_wizard_show_trouble (self, error);
  if (snapshot != NULL)
    take_over (self, snapshot);
  quan_wizard_show_saved (self);
  if (self->continuing && self->entering == 0 && snapshot != NULL)
    quan_wizard_continue_now (self);
}

void
quan_wizard_load (QuanWizard *self)
{
  if (!self->active || !quan_office_is_open (self->office))
    return;
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  QUAN_WIZARD_GET_CLASS (self)->order (self, self->loading, loaded_cb, g_object_ref (self));
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

/* Puts the focus on what comes first on the page, unless the stack has done so already. */
static void
focus_page (QuanWizard *self)
{
  GtkWidget *page = GTK_WIDGET (self->pages[self->step - 1]);
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
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
  if (QUAN_WIZARD_GET_CLASS (self)->turn_to_step != NULL)
    QUAN_WIZARD_GET_CLASS (self)->turn_to_step (self, step);
  if (self->revealing == NULL)
    focus_page (self);
}

void
quan_wizard_begin (QuanWizard *self)
{
  self->active = TRUE;
  self->opened = FALSE;
  self->continuing = FALSE;
  quan_wizard_show_trouble (self, NULL);
  quan_wizard_load (self);
}

gconstpointer
quan_wizard_snapshot (QuanWizard *self)
{
  g_return_val_if_fail (QUAN_IS_WIZARD (self), NULL);
  return self->snapshot;
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

const char *
quan_wizard_origin (QuanWizard *self)
{
  g_return_val_if_fail (QUAN_IS_WIZARD (self), NULL);
  return _(QUAN_WIZARD_GET_CLASS (self)->origin);
}

/* What is under way for a page may keep it longer than the snapshot it showed. */
static void
let_pages_go (QuanWizard *self)
{
  quan_packet_page_end (QUAN_PACKET_PAGE (self->pages[QUAN_WIZARD_STEPS - 1]));
  for (int i = 0; i < QUAN_WIZARD_STEPS; i++)
    quan_wizard_page_show (self->pages[i], NULL);
}

static void
quan_wizard_dispose (GObject *object)
{
  QuanWizard *self = QUAN_WIZARD (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->layout != NULL)
    let_pages_go (self);
  g_clear_pointer (&self->layout, gtk_widget_unparent);
  g_clear_pointer (&self->snapshot, QUAN_WIZARD_GET_CLASS (self)->free_snapshot);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (quan_wizard_parent_class)->dispose (object);
}

static void
quan_wizard_finalize (GObject *object)
{
  QuanWizard *self = QUAN_WIZARD (object);

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
  self->step = 1;
}

void
quan_wizard_set_up (QuanWizard *self, QuanOffice *office)
{
  QuanPacketPage *packet;

  self->office = g_object_ref (office);
  for (int i = 0; i < QUAN_WIZARD_STEPS; i++)
    self->pages[i] = g_object_new (QUAN_WIZARD_GET_CLASS (self)->pages[i], NULL);
  packet = QUAN_PACKET_PAGE (self->pages[QUAN_WIZARD_STEPS - 1]);
  quan_packet_page_set_office (packet, office);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "packet", quan_packet_page_actions (packet));
  quan_wizard_build (self);
  g_signal_connect_object (office, "changed", G_CALLBACK (quan_wizard_load), self, G_CONNECT_SWAPPED);
}
