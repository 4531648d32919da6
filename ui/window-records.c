/* Entering and mending deliveries, invoices and payments. */
#include "ui/window-private.h"

#include "ui/dialogs/record-dialog.h"

/* A record whose window is to be opened. */
typedef struct {
  QuanSection section;
  char       *enterprise, *key;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->enterprise);
  g_free (wanted->key);
  g_free (wanted);
}

static gpointer
read_in_worker (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = input;

  return quan_record_shown_read (desk, wanted->section, wanted->enterprise, wanted->key, cancellable, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanWindow) self = data;
  g_autoptr (GError) error = NULL;
  QuanRecordShown *shown = quan_office_done (QUAN_OFFICE (source), result, &error);

  if (shown != NULL)
    gtk_window_present (GTK_WINDOW (quan_record_dialog_new (GTK_WINDOW (self), self->office, shown)));
  else
    quan_window_tell (self, error);
}

void
quan_window_open_record (QuanWindow *self, QuanSection section, const char *key)
{
  Wanted *wanted;

  g_return_if_fail (QUAN_IS_WINDOW (self));

  wanted = g_new (Wanted, 1);
  *wanted = (Wanted) { section, g_strdup (quan_office_enterprise (self->office)), g_strdup (key) };
  quan_office_read (self->office, read_in_worker, wanted, wanted_free, (GDestroyNotify) quan_record_shown_free, NULL,
                    read_cb, g_object_ref (self));
}
