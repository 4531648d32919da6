#include "ui/window-private.h"

#include "ui/wizard/claim-wizard.h"

void
quan_window_leave_wizard (QuanWindow *self)
{
  g_return_if_fail (QUAN_IS_WINDOW (self) && self->wizard != NULL);

  quan_window_show_root (self, quan_window_home (self));
  quan_window_take_frame (self);
}

void
quan_window_ensure_wizard (QuanWindow *self, GType type, GtkWidget *(*make) (QuanOffice *office))
{
  if (self->wizard != NULL && G_TYPE_CHECK_INSTANCE_TYPE (self->wizard, type))
    return;
  if (self->wizard != NULL)
    gtk_stack_remove (GTK_STACK (self->root), g_steal_pointer (&self->wizard));
  self->wizard = make (self->office);
  g_signal_connect_object (self->wizard, "closed", G_CALLBACK (quan_window_leave_wizard), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (GTK_STACK (self->root), self->wizard, "wizard");
}

void
quan_window_open_claim (QuanWindow *self, gint64 preparation)
{
  g_return_if_fail (QUAN_IS_WINDOW (self) && preparation != 0);

  quan_window_ensure_wizard (self, QUAN_TYPE_CLAIM_WIZARD, quan_claim_wizard_new);
  quan_window_show_root (self, "wizard");
  quan_claim_wizard_open (QUAN_CLAIM_WIZARD (self->wizard), preparation);
}

/* What a claim is begun for. */
typedef struct {
  char *enterprise, *contract;
} Beginning;

static void
beginning_free (gpointer data)
{
  Beginning *beginning = data;

  g_free (beginning->enterprise);
  g_free (beginning->contract);
  g_free (beginning);
}

static gpointer
prepare (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  const Beginning *beginning = input;
  gint64 id = quan_desk_prepare (desk, beginning->enterprise, beginning->contract, error);

  return id != 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = quan_office_done (QUAN_OFFICE (source), result, &error);

  if (id != NULL)
    quan_window_open_claim (self, *id);
  else
    quan_window_tell (self, error);
}

void
quan_window_begin_claim (QuanWindow *self, const char *contract, gboolean new_enterprise)
{
  Beginning *beginning;

  g_return_if_fail (QUAN_IS_WINDOW (self));

  beginning = g_new (Beginning, 1);
  *beginning = (Beginning) { new_enterprise ? NULL : g_strdup (quan_office_enterprise (self->office)),
                             g_strdup (contract) };
  quan_office_read (self->office, prepare, beginning, beginning_free, g_free, NULL, prepared_cb, g_object_ref (self));
}
