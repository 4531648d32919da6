/* The rows of a register as they were read, and what searching and sorting them found out about them. Rows are only ever
 * appended, by the window's thread; threads that look at them hold a reference and a view. */
#pragma once
#include "ui/registers/table.h"

typedef struct QuanRowSet QuanRowSet;

QuanRowSet *quan_row_set_new (const QuanTable *table);
QuanRowSet *quan_row_set_ref (QuanRowSet *set);
/* The last reference frees the rows, in a thread where they are many. */
void        quan_row_set_unref (QuanRowSet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanRowSet, quan_row_set_unref)

/* Takes the rows, not the array. */
void          quan_row_set_append (QuanRowSet *set, GPtrArray *rows);
guint         quan_row_set_length (const QuanRowSet *set);
gconstpointer quan_row_set_row (const QuanRowSet *set, guint i);
/* The rows there are now, for another thread; free with g_free. */
gconstpointer *quan_row_set_view (const QuanRowSet *set);

/* For other threads: what is sorted by and looked through, made when first needed. view holds n rows; both answers hold
 * one key, or one text in folded case, for each of them, and are valid while the set is not unlocked. NULL if it was
 * cancelled. */
void               quan_row_set_lock (QuanRowSet *set);
void               quan_row_set_unlock (QuanRowSet *set);
const char *const *quan_row_set_collated (QuanRowSet *set, guint column, const gconstpointer *view, guint n,
                                          GCancellable *cancellable);
const char *const *quan_row_set_folded (QuanRowSet *set, const gconstpointer *view, guint n, GCancellable *cancellable);
/* A text as those are folded. Free with g_free. */
char              *quan_row_fold (const char *text);
