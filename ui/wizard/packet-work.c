#include "ui/wizard/packet-work.h"

#include "core/base/file.h"

void
quan_made_free (QuanMade *made)
{
  g_clear_object (&made->pdf);
  g_free (made);
}

static void
made_free (gpointer made)
{
  quan_made_free (made);
}

QuanMaking *
quan_making_new (void)
{
  return g_atomic_rc_box_new0 (QuanMaking);
}

QuanMaking *
quan_making_ref (QuanMaking *making)
{
  return g_atomic_rc_box_acquire (making);
}

void
quan_making_unref (QuanMaking *making)
{
  g_atomic_rc_box_release (making);
}

void
quan_making_read (QuanMaking *making, guint *done, guint *of)
{
  *of = (guint) g_atomic_int_get (&making->of);
  *done = (guint) g_atomic_int_get (&making->done);
}

/* What the worker is told. */
typedef struct {
  QuanPacketMaker maker;
  char           *enterprise, *name;
  QuanMaking     *making;
  GCancellable   *cancellable;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->enterprise);
  g_free (order->name);
  quan_making_unref (order->making);
  g_free (order);
}

static gboolean
go_on (guint done, guint of, gpointer data, GError **error)
{
  const Order *order = data;

  g_atomic_int_set (&order->making->done, (int) done);
  g_atomic_int_set (&order->making->of, (int) of);
  return !g_cancellable_set_error_if_cancelled (order->cancellable, error);
}

static gpointer
make (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  Order *order = input;
  const QuanProgress progress = { go_on, order };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QuanMade) made = g_new0 (QuanMade, 1);

  order->cancellable = cancellable;
  bytes = order->maker (desk, order->enterprise, order->name, &progress, &made->ready, error);
  made->pdf = bytes != NULL ? quan_pdf_new (bytes, error) : NULL;
  return made->pdf != NULL ? g_steal_pointer (&made) : NULL;
}

void
quan_packet_make (QuanOffice *office, QuanPacketMaker maker, const char *enterprise, const char *name,
                  QuanMaking *making, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  Order *order = g_new (Order, 1);

  *order = (Order) { maker, g_strdup (enterprise), g_strdup (name), quan_making_ref (making), NULL };
  quan_office_read (office, make, order, order_free, made_free, cancellable, callback, data);
}

typedef struct {
  GBytes *bytes;
  char   *path;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_bytes_unref (saving->bytes);
  g_free (saving->path);
  g_free (saving);
}

static void
save (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Saving *saving = data;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (quan_file_replace (saving->path, saving->bytes, &error))
    g_task_return_pointer (task, g_strdup (saving->path), g_free);
  else
    g_task_return_error (task, error);
}

void
quan_packet_save (QuanPdf *pdf, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Saving *saving = g_new (Saving, 1);

  *saving = (Saving) { g_bytes_ref (quan_pdf_get_bytes (pdf)), g_strdup (path) };
  g_task_set_task_data (task, saving, saving_free);
  /* A file that was written is written, even if the wish to stop came meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, save);
}

char *
quan_packet_saved (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
quan_show_in_folder (GtkWidget *widget, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (widget));

  if (uri != NULL)
    g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, NULL, NULL);
}
