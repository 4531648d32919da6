#include "ui/registers/load.h"

struct QuanLoad {
  gatomicrefcount  count;
  const QuanTable *table;
  char            *enterprise;
  GCancellable    *cancellable;
  QuanRowSet      *set;         /* of the window's thread */
  QuanLoadFunc     func;        /* likewise; NULL once it is dropped */
  gpointer         data;
};

static QuanLoad *
load_ref (QuanLoad *load)
{
  g_atomic_ref_count_inc (&load->count);
  return load;
}

static void
load_unref (gpointer data)
{
  QuanLoad *load = data;

  if (!g_atomic_ref_count_dec (&load->count))
    return;
  quan_row_set_unref (load->set);
  g_object_unref (load->cancellable);
  g_free (load->enterprise);
  g_free (load);
}

typedef struct {
  QuanLoad  *load;
  GPtrArray *rows;
} Batch;

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_ptr_array_unref (batch->rows);
  load_unref (batch->load);
  g_free (batch);
}

/* In the window's thread. A set that nobody waits for takes its rows all the same, and frees them. */
static gboolean
take_batch (gpointer data)
{
  Batch *batch = data;
  QuanLoad *load = batch->load;

  quan_row_set_append (load->set, batch->rows);
  if (load->func != NULL)
    load->func (load->set, FALSE, NULL, load->data);
  return G_SOURCE_REMOVE;
}

/* In the worker's thread. */
static gboolean
post_batch (GPtrArray *rows, gpointer data)
{
  QuanLoad *load = data;
  Batch *batch = g_new (Batch, 1);

  *batch = (Batch) { load_ref (load), g_ptr_array_sized_new (rows->len) };
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (batch->rows, rows->pdata[i]);
  g_idle_add_full (G_PRIORITY_DEFAULT, take_batch, batch, batch_free);
  return TRUE;
}

/* A store that is not there yet holds nothing. */
static gpointer
walk (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  QuanLoad *load = input;

  if (load->enterprise != NULL && g_file_test (quan_desk_path (desk), G_FILE_TEST_EXISTS))
    load->table->walk (desk, load->enterprise, post_batch, load, cancellable, error);
  return NULL;
}

static void
walked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  QuanLoad *load = data;
  g_autoptr (GError) error = NULL;

  quan_office_done (QUAN_OFFICE (source), result, &error);
  if (load->func != NULL)
    load->func (load->set, TRUE, error, load->data);
  load_unref (load);
}

QuanLoad *
quan_load_start (const QuanTable *table, QuanOffice *office, QuanLoadFunc func, gpointer data)
{
  QuanLoad *load = g_new0 (QuanLoad, 1);

  g_atomic_ref_count_init (&load->count);
  load->table = table;
  load->enterprise = g_strdup (quan_office_enterprise (office));
  load->cancellable = g_cancellable_new ();
  load->set = quan_row_set_new (table);
  load->func = func;
  load->data = data;
  quan_office_read (office, walk, load_ref (load), load_unref, NULL, load->cancellable, walked_cb, load_ref (load));
  return load;
}

void
quan_load_drop (QuanLoad *load)
{
  load->func = NULL;
  g_cancellable_cancel (load->cancellable);
  load_unref (load);
}

QuanRowSet *
quan_load_set (QuanLoad *load)
{
  return load->set;
}
