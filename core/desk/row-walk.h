/* Handing over the rows of a register batch by batch. Internal to the desk. */
#pragma once
#include "core/desk/desk-private.h"
#include "core/desk/registers.h"

typedef struct {
  QuanDesk     *desk;
  gconstpointer extra; /* what the rows of a walk need besides */
  GPtrArray    *rows;  /* not handed over yet */
  guint         size;  /* of the batch that is being filled */
  QuanRowsFunc  func;
  gpointer      data;
  GCancellable *cancellable;
} QuanRowWalk;

QuanRowWalk quan_row_walk_begin (QuanDesk *desk, GDestroyNotify row_free, QuanRowsFunc func, gpointer data,
                                 GCancellable *cancellable);
/* Takes a row. */
gboolean quan_row_walk_add (QuanRowWalk *walk, gpointer row, GError **error);
/* Adds no row or one for a record of the store and what others say of it. */
typedef gboolean (*QuanRowOfRecord) (QuanRowWalk *walk, gconstpointer record, const QuanRemarks *remarks,
                                     GError **error);
/* Sees every record of a section that is an enterprise's, as listed on the as-of date. */
gboolean quan_row_walk_list (QuanRowWalk *walk, QuanSection section, const char *enterprise, QuanRowOfRecord add,
                             GError **error);
/* Hands over what is left of a walk that came to its end, frees it of one that did not. */
gboolean quan_row_walk_end (QuanRowWalk *walk, gboolean complete, GError **error);
