/* Searching, choosing and sorting rows, in a thread: which rows are shown in which order, and their sums. */
#pragma once
#include "ui/registers/row-set.h"

typedef struct {
  char    *search;                    /* "" everything */
  char    *values[QUAN_MAX_FILTERS];  /* NULL all */
  guint    column;
  gboolean descending;
} QuanWish;

typedef struct {
  QuanRowSet *set;
  guint       n_rows;                      /* looked at: the set may have grown since */
  guint      *order;                       /* of the rows shown: places in the set */
  guint       n;
  QuanFen     sums[QUAN_MAX_COLUMNS];
  guint       left_out;                    /* rows a sum leaves out */
  char       *reasons;                     /* why, joined */
  GPtrArray  *choices[QUAN_MAX_FILTERS];   /* the values there are among all rows, in their order; of char * */
} QuanArrangement;

void quan_wish_clear (QuanWish *wish);
void quan_arrangement_free (QuanArrangement *arrangement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanArrangement, quan_arrangement_free)

/* callback gets quan_arrange_finish's answer in the window's thread; the wish is copied. */
void quan_arrange (const QuanTable *table, QuanRowSet *set, const QuanWish *wish, GCancellable *cancellable,
                   GAsyncReadyCallback callback, gpointer data);
/* NULL if it was cancelled. */
QuanArrangement *quan_arrange_finish (GAsyncResult *result);
