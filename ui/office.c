#include "ui/office.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/desk/preparation.h"

struct _QuanOffice {
  GObject      parent_instance;
  GThread     *worker;
  GAsyncQueue *orders;      /* of GTask; the task data is an Order */
  QuanDesk    *desk;        /* the worker's */
  char        *enterprise;
  char        *path;        /* NULL: no store is open */
  char       **readings;
  QuanDate     as_of;
};

G_DEFINE_FINAL_TYPE (QuanOffice, quan_office, G_TYPE_OBJECT)

enum { PROP_ENTERPRISE = 1, PROP_AS_OF, PROP_PATH, N_PROPS };
static GParamSpec *props[N_PROPS];
enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* One piece of work. */
typedef struct {
  QuanOfficeWork work;         /* NULL ends the worker */
  gpointer       input;
  GDestroyNotify free_input;
  GDestroyNotify free_snapshot;
  gboolean       changes;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  if (order->free_input != NULL)
    order->free_input (order->input);
  g_free (order);
}

static void
carry_out (QuanOffice *office, GTask *task, const Order *order)
{
  g_autoptr (GError) error = NULL;
  gpointer snapshot;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (office->desk == NULL) {
    g_task_return_new_error (task, QUAN_ERROR, QUAN_ERROR_STORE, _("No store is open. Open one first."));
    return;
  }
  snapshot = order->work (office->desk, order->input, g_task_get_cancellable (task), &error);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, snapshot, order->free_snapshot);
}

static gboolean
let_go (gpointer task)
{
  g_object_unref (task);
  return G_SOURCE_REMOVE;
}

/* The worker, until an order without work. An order holds the office, so that it is let go in the window's thread: the worker
 * must not be the one to end the office, which waits for the worker's end. */
static gpointer
work (gpointer data)
{
  QuanOffice *office = data;

  for (;;) {
    GTask *task = g_async_queue_pop (office->orders);
    const Order *order = g_task_get_task_data (task);
    gboolean last = order->work == NULL;

    if (!last)
      carry_out (office, task, order);
    g_idle_add_full (G_PRIORITY_DEFAULT, let_go, task, NULL);
    if (last)
      return NULL;
  }
}

/* Puts an order into the queue; callback may be NULL. The order that ends the worker holds no office. */
static void
place_order (QuanOffice *office, Order *order, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (order->work != NULL ? office : NULL, cancellable, callback, data);

  g_task_set_task_data (task, order, order_free);
  g_task_set_check_cancellable (task, FALSE);
  g_async_queue_push (office->orders, task);
}

static Order *
order_new (QuanOfficeWork function, gpointer input, GDestroyNotify free_input, GDestroyNotify free_snapshot)
{
  Order *order = g_new0 (Order, 1);

  *order = (Order) { function, input, free_input, free_snapshot, FALSE };
  return order;
}

static void
start_worker (QuanOffice *office)
{
  if (office->worker == NULL)
    office->worker = g_thread_new ("quan-desk", work, office);
}

void
quan_office_close (QuanOffice *office)
{
  g_return_if_fail (QUAN_IS_OFFICE (office));

  if (office->worker != NULL) {
    place_order (office, order_new (NULL, NULL, NULL, NULL), NULL, NULL, NULL);
    g_thread_join (g_steal_pointer (&office->worker));
  }
  g_clear_pointer (&office->desk, quan_desk_close);
  g_clear_pointer (&office->path, g_free);
  g_clear_pointer (&office->enterprise, g_free);
}

/* What opening a store finds out. */
typedef struct {
  QuanDesk *desk;
  char     *enterprise;  /* the first, NULL if there is none */
} Opened;

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  g_clear_pointer (&opened->desk, quan_desk_close);
  g_free (opened->enterprise);
  g_free (opened);
}

typedef struct {
  char    *path;
  char   **readings;
  QuanDate as_of;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_strfreev (opening->readings);
  g_free (opening);
}

/* Looks into a store that is there: what was being typed when the program ended without warning is entered first. */
static gboolean
find_first_enterprise (Opened *opened, GError **error)
{
  const GPtrArray *enterprises;

  if (!g_file_test (quan_desk_path (opened->desk), G_FILE_TEST_EXISTS))
    return TRUE;
  if (!quan_desk_recover (opened->desk, error))
    return FALSE;
  enterprises = quan_desk_enterprises (opened->desk, error);
  if (enterprises != NULL && enterprises->len > 0)
    opened->enterprise = g_strdup (((const QuanEnterprise *) enterprises->pdata[0])->uscc);
  return enterprises != NULL;
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Opening *opening = data;
  QuanDeskOptions options = { .store_path = opening->path, .create = TRUE, .as_of = opening->as_of };
  Opened *opened = g_new0 (Opened, 1);
  g_autoptr (GError) error = NULL;

  opened->desk = quan_desk_open (&options, &error);
  if (opened->desk != NULL && opening->readings != NULL)
    quan_desk_set_readings (opened->desk, (const char *const *) opening->readings, NULL);
  if (opened->desk != NULL && find_first_enterprise (opened, &error)) {
    g_task_return_pointer (task, opened, opened_free);
    return;
  }
  opened_free (opened);
  g_task_return_error (task, g_steal_pointer (&error));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  QuanOffice *office = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  Opened *opened = g_task_propagate_pointer (G_TASK (result), &error);

  if (opened == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  office->desk = g_steal_pointer (&opened->desk);
  office->path = g_strdup (quan_desk_path (office->desk));
  office->enterprise = g_steal_pointer (&opened->enterprise);
  opened_free (opened);
  start_worker (office);
  g_object_notify_by_pspec (G_OBJECT (office), props[PROP_PATH]);
  g_object_notify_by_pspec (G_OBJECT (office), props[PROP_ENTERPRISE]);
  g_task_return_pointer (task, NULL, NULL);
  g_signal_emit (office, signals[CHANGED], 0);
}

void
quan_office_open (QuanOffice *office, const char *path, GAsyncReadyCallback callback, gpointer data)
{
  Opening *opening = g_new0 (Opening, 1);
  g_autoptr (GTask) job = NULL;

  g_return_if_fail (QUAN_IS_OFFICE (office));

  quan_office_close (office);
  *opening = (Opening) { g_strdup (path), g_strdupv (office->readings), office->as_of };
  /* The thread holds its job a little longer than its answer takes: the job must not hold the office. */
  job = g_task_new (NULL, NULL, opened_cb, g_task_new (office, NULL, callback, data));
  g_task_set_task_data (job, opening, opening_free);
  g_task_run_in_thread (job, open_in_thread);
}

void
quan_office_read (QuanOffice *office, QuanOfficeWork function, gpointer input, GDestroyNotify free_input,
                  GDestroyNotify free_snapshot, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (QUAN_IS_OFFICE (office));

  start_worker (office);
  place_order (office, order_new (function, input, free_input, free_snapshot), cancellable, callback, data);
}

/* What an act goes back to when it is done. */
typedef struct {
  GAsyncReadyCallback callback;
  gpointer            data;
} Reply;

static void
acted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Reply *reply = data;
  gboolean done = !g_task_had_error (G_TASK (result));

  if (reply->callback != NULL)
    reply->callback (source, result, reply->data);
  if (done)
    g_signal_emit (source, signals[CHANGED], 0);
}

void
quan_office_act (QuanOffice *office, QuanOfficeWork function, gpointer input, GDestroyNotify free_input,
                 GDestroyNotify free_snapshot, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  Reply *reply = g_new (Reply, 1);

  *reply = (Reply) { callback, data };
  quan_office_read (office, function, input, free_input, free_snapshot, cancellable, acted_cb, reply);
}

gpointer
quan_office_done (QuanOffice *office, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, office), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
quan_office_enterprise (QuanOffice *office)
{
  g_return_val_if_fail (QUAN_IS_OFFICE (office), NULL);
  return office->enterprise;
}

void
quan_office_set_enterprise (QuanOffice *office, const char *uscc)
{
  g_return_if_fail (QUAN_IS_OFFICE (office));

  if (g_strcmp0 (office->enterprise, uscc) == 0)
    return;
  g_free (office->enterprise);
  office->enterprise = g_strdup (uscc);
  g_object_notify_by_pspec (G_OBJECT (office), props[PROP_ENTERPRISE]);
  g_signal_emit (office, signals[CHANGED], 0);
}

static gpointer
turn_to_day (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  quan_desk_set_as_of (desk, GPOINTER_TO_INT (input));
  return NULL;
}

QuanDate
quan_office_as_of (QuanOffice *office)
{
  g_return_val_if_fail (QUAN_IS_OFFICE (office), QUAN_DATE_NONE);
  return office->as_of;
}

void
quan_office_set_as_of (QuanOffice *office, QuanDate as_of)
{
  g_return_if_fail (QUAN_IS_OFFICE (office) && as_of != QUAN_DATE_NONE);

  if (office->as_of == as_of)
    return;
  office->as_of = as_of;
  g_object_notify_by_pspec (G_OBJECT (office), props[PROP_AS_OF]);
  if (quan_office_is_open (office))
    quan_office_act (office, turn_to_day, GINT_TO_POINTER (as_of), NULL, NULL, NULL, NULL, NULL);
}

const char *
quan_office_path (QuanOffice *office)
{
  g_return_val_if_fail (QUAN_IS_OFFICE (office), NULL);
  return office->path;
}

gboolean
quan_office_is_open (QuanOffice *office)
{
  g_return_val_if_fail (QUAN_IS_OFFICE (office), FALSE);
  return office->path != NULL;
}

static gpointer
turn_to_readings (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  quan_desk_set_readings (desk, input, error);
  return NULL;
}

static void
free_texts (gpointer texts)
{
  g_strfreev (texts);
}

void
quan_office_set_readings (QuanOffice *office, const char *const *readings)
{
  g_return_if_fail (QUAN_IS_OFFICE (office));

  g_strfreev (office->readings);
  office->readings = g_strdupv ((char **) readings);
  if (quan_office_is_open (office))
    quan_office_act (office, turn_to_readings, g_strdupv (office->readings), free_texts, NULL, NULL, NULL, NULL);
}

static gpointer
undo (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  char *subject = NULL;

  return quan_desk_undo (desk, &subject, error) ? subject : NULL;
}

static gpointer
redo (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  char *subject = NULL;

  return quan_desk_redo (desk, &subject, error) ? subject : NULL;
}

void
quan_office_undo (QuanOffice *office, GAsyncReadyCallback callback, gpointer data)
{
  quan_office_act (office, undo, NULL, NULL, g_free, NULL, callback, data);
}

void
quan_office_redo (QuanOffice *office, GAsyncReadyCallback callback, gpointer data)
{
  quan_office_act (office, redo, NULL, NULL, g_free, NULL, callback, data);
}

static void
quan_office_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QuanOffice *office = QUAN_OFFICE (object);

  switch (id) {
  case PROP_ENTERPRISE:
    g_value_set_string (value, office->enterprise);
    break;
  case PROP_AS_OF:
    g_value_set_int (value, office->as_of);
    break;
  case PROP_PATH:
    g_value_set_string (value, office->path);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
quan_office_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QuanOffice *office = QUAN_OFFICE (object);

  switch (id) {
  case PROP_ENTERPRISE:
    quan_office_set_enterprise (office, g_value_get_string (value));
    break;
  case PROP_AS_OF:
    quan_office_set_as_of (office, g_value_get_int (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
quan_office_finalize (GObject *object)
{
  QuanOffice *office = QUAN_OFFICE (object);

  quan_office_close (office);
  g_async_queue_unref (office->orders);
  g_strfreev (office->readings);
  G_OBJECT_CLASS (quan_office_parent_class)->finalize (object);
}

static void
quan_office_class_init (QuanOfficeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags changing = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = quan_office_get_property;
  object_class->set_property = quan_office_set_property;
  object_class->finalize = quan_office_finalize;
  props[PROP_ENTERPRISE] = g_param_spec_string ("enterprise", NULL, NULL, NULL, changing);
  props[PROP_AS_OF] = g_param_spec_int ("as-of", NULL, NULL, G_MININT, G_MAXINT, 0, changing);
  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
quan_office_init (QuanOffice *office)
{
  office->orders = g_async_queue_new_full (g_object_unref);
  office->as_of = quan_date_today ();
}

QuanOffice *
quan_office_new (void)
{
  return g_object_new (QUAN_TYPE_OFFICE, NULL);
}
