#include "ui/wizard/orders.h"

/* What every order is about; texts may be NULL. */
typedef struct {
  gint64 id;
  char  *path;
  char  *text;
  int    step;
} Order;

static Order *
order_new (gint64 id, const char *path, const char *text)
{
  Order *order = g_new0 (Order, 1);

  *order = (Order) { id, g_strdup (path), g_strdup (text), 0 };
  return order;
}

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->path);
  g_free (order->text);
  g_free (order);
}

static void
prepared_free (gpointer prepared)
{
  quan_prepared_free (prepared);
}

static gpointer
take_snapshot (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  return quan_desk_prepared (desk, ((const Order *) input)->id, error);
}

static gpointer
enter (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  const Order *order = input;

  quan_desk_enter (desk, order->id, order->path, order->text, error);
  return NULL;
}

static gpointer
note (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  const Order *order = input;

  quan_desk_note (desk, order->id, order->path, order->text, error);
  return NULL;
}

static gpointer
remove_row (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  const Order *order = input;

  quan_desk_remove_row (desk, order->id, order->path, error);
  return NULL;
}

static gpointer
turn_to_step (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  const Order *order = input;

  quan_desk_turn_to_step (desk, order->id, order->step, error);
  return NULL;
}

static gpointer
attach (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  const Order *order = input;

  quan_desk_attach (desk, order->id, order->path, order->text, error);
  return NULL;
}

static gpointer
detach (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  quan_desk_detach (desk, ((const Order *) input)->id, error);
  return NULL;
}

void
quan_order_snapshot (QuanOffice *office, gint64 id, GCancellable *cancellable, GAsyncReadyCallback callback,
                     gpointer data)
{
  quan_office_read (office, take_snapshot, order_new (id, NULL, NULL), order_free, prepared_free, cancellable, callback,
                    data);
}

void
quan_order_enter (QuanOffice *office, gint64 id, const char *path, const char *text, GAsyncReadyCallback callback,
                  gpointer data)
{
  quan_office_act (office, enter, order_new (id, path, text), order_free, NULL, NULL, callback, data);
}

void
quan_order_note (QuanOffice *office, gint64 id, const char *path, const char *text, GAsyncReadyCallback callback,
                 gpointer data)
{
  quan_office_read (office, note, order_new (id, path, text), order_free, NULL, NULL, callback, data);
}

void
quan_order_remove_row (QuanOffice *office, gint64 id, const char *path, GAsyncReadyCallback callback, gpointer data)
{
  quan_office_act (office, remove_row, order_new (id, path, NULL), order_free, NULL, NULL, callback, data);
}

void
quan_order_turn_to_step (QuanOffice *office, gint64 id, int step)
{
  Order *order = order_new (id, NULL, NULL);

  order->step = step;
  quan_office_read (office, turn_to_step, order, order_free, NULL, NULL, NULL, NULL);
}

void
quan_order_attach (QuanOffice *office, gint64 id, const char *document, const char *file, GAsyncReadyCallback callback,
                   gpointer data)
{
  quan_office_act (office, attach, order_new (id, document, file), order_free, NULL, NULL, callback, data);
}

void
quan_order_detach (QuanOffice *office, gint64 attachment, GAsyncReadyCallback callback, gpointer data)
{
  quan_office_act (office, detach, order_new (attachment, NULL, NULL), order_free, NULL, NULL, callback, data);
}
