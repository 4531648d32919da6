#include "core/desk/row-walk.h"

#include <glib/gi18n-lib.h>

/* The first rows come soon, as many as a window shows; the others in batches that cost little to take over. */
#define FIRST_BATCH 100
#define BATCH 2000

QuanRowWalk
quan_row_walk_begin (QuanDesk *desk, GDestroyNotify row_free, QuanRowsFunc func, gpointer data,
                     GCancellable *cancellable)
{
  return (QuanRowWalk) { .desk = desk, .rows = g_ptr_array_new_with_free_func (row_free), .size = FIRST_BATCH,
                         .func = func, .data = data, .cancellable = cancellable };
}

static gboolean
hand_over (QuanRowWalk *walk, GError **error)
{
  gboolean goes_on;

  if (g_cancellable_set_error_if_cancelled (walk->cancellable, error))
    return FALSE;
  if (walk->rows->len == 0)
    return TRUE;
  goes_on = walk->func (walk->rows, walk->data);
  /* The rows are the receiver's now. */
  walk->rows->len = 0;
  walk->size = BATCH;
  if (!goes_on)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The listing was ended."));
  return goes_on;
}

gboolean
quan_row_walk_add (QuanRowWalk *walk, gpointer row, GError **error)
{
  g_ptr_array_add (walk->rows, row);
  return walk->rows->len < walk->size || hand_over (walk, error);
}

gboolean
quan_row_walk_list (QuanRowWalk *walk, QuanSection section, const char *enterprise, QuanRowOfRecord add,
                    GError **error)
{
  g_autoptr (QuanCursor) cursor = quan_store_list (walk->desk->store, section, enterprise, walk->desk->as_of, error);
  g_autoptr (GError) failure = NULL;
  gboolean good = cursor != NULL;
  QuanRemarks remarks;
  gpointer record;

  while (good && (record = quan_cursor_next_listed (cursor, &remarks, &failure)) != NULL) {
    good = add (walk, record, &remarks, error);
    quan_record_free (quan_section_types[section], record);
  }
  if (failure == NULL)
    return good;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
quan_row_walk_end (QuanRowWalk *walk, gboolean complete, GError **error)
{
  gboolean done = complete && hand_over (walk, error);

  g_ptr_array_unref (walk->rows);
  return done;
}
