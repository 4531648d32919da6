#include "ui/registers/row-set.h"

#include "core/base/text.h"

/* So many rows are freed between two frames; more are left to a thread. */
#define FREED_AT_ONCE 2000
/* How often a thread looks whether it is still wanted. */
#define LOOK_EVERY 1024

struct QuanRowSet {
  gatomicrefcount  count;
  const QuanTable *table;
  GPtrArray       *rows;
  GMutex           mutex;                       /* of what follows */
  GPtrArray       *collated[QUAN_MAX_COLUMNS];  /* keys of the first rows */
  GPtrArray       *folded;                      /* what is looked through, likewise */
};

QuanRowSet *
quan_row_set_new (const QuanTable *table)
{
  QuanRowSet *set = g_new0 (QuanRowSet, 1);

  g_atomic_ref_count_init (&set->count);
  g_mutex_init (&set->mutex);
  set->table = table;
  set->rows = g_ptr_array_new_with_free_func (table->row_free);
  set->folded = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < table->n_columns; i++)
    set->collated[i] = g_ptr_array_new_with_free_func (g_free);
  return set;
}

QuanRowSet *
quan_row_set_ref (QuanRowSet *set)
{
  g_atomic_ref_count_inc (&set->count);
  return set;
}

static gpointer
set_free (gpointer data)
{
  QuanRowSet *set = data;

  g_ptr_array_unref (set->rows);
  g_ptr_array_unref (set->folded);
  for (guint i = 0; i < set->table->n_columns; i++)
    g_ptr_array_unref (set->collated[i]);
  g_mutex_clear (&set->mutex);
  g_free (set);
  return NULL;
}

void
quan_row_set_unref (QuanRowSet *set)
{
  if (!g_atomic_ref_count_dec (&set->count))
    return;
  if (set->rows->len > FREED_AT_ONCE)
    g_thread_unref (g_thread_new ("quan-rows", set_free, set));
  else
    set_free (set);
}

void
quan_row_set_append (QuanRowSet *set, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (set->rows, rows->pdata[i]);
}

guint
quan_row_set_length (const QuanRowSet *set)
{
  return set->rows->len;
}

gconstpointer
quan_row_set_row (const QuanRowSet *set, guint i)
{
  return set->rows->pdata[i];
}

gconstpointer *
quan_row_set_view (const QuanRowSet *set)
{
  return g_memdup2 (set->rows->pdata, set->rows->len * sizeof (gpointer));
}

void
quan_row_set_lock (QuanRowSet *set)
{
  g_mutex_lock (&set->mutex);
}

void
quan_row_set_unlock (QuanRowSet *set)
{
  g_mutex_unlock (&set->mutex);
}

const char *const *
quan_row_set_collated (QuanRowSet *set, guint column, const gconstpointer *view, guint n, GCancellable *cancellable)
{
  GPtrArray *keys = set->collated[column];

  while (keys->len < n) {
    g_autofree char *text = set->table->columns[column].text (view[keys->len]);

    if (keys->len % LOOK_EVERY == 0 && g_cancellable_is_cancelled (cancellable))
      return NULL;
    g_ptr_array_add (keys, text != NULL && *text != '\0' ? g_utf8_collate_key (text, -1) : NULL);
  }
  return (const char *const *) keys->pdata;
}

char *
quan_row_fold (const char *text)
{
  g_autofree char *narrow = quan_text_halfwidth (text);

  return g_utf8_casefold (narrow, -1);
}

const char *const *
quan_row_set_folded (QuanRowSet *set, const gconstpointer *view, guint n, GCancellable *cancellable)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (set->folded->len < n) {
    if (set->folded->len % LOOK_EVERY == 0 && g_cancellable_is_cancelled (cancellable))
      return NULL;
    g_string_truncate (text, 0);
    set->table->search (view[set->folded->len], text);
    g_ptr_array_add (set->folded, quan_row_fold (text->str));
  }
  return (const char *const *) set->folded->pdata;
}
