/* Taking acts back. The journal only grows: an undo is an act of its own. */
#pragma once
#include "core/store/store.h"

/* The words of the acts that take an act back, and that take such an act back. */
#define QUAN_UNDO_WORD "undo"
#define QUAN_REDO_WORD "redo"

/* The number of the act that is open, 0 if none is. */
gint64 quan_store_current_act (const QuanStore *store);
/* The number of the last act that changed anything, 0 before the first. */
gint64 quan_store_last_act (const QuanStore *store);

/*
 * Writes the inverse of what an act wrote, the last first, in one transaction with a word of its own and the subject of
 * that act: what was made or imported is deleted, what was changed is as it was, what was deleted comes back under its
 * id. Redo is the same, of the act an undo was. Returns the number of the new act; 0 on error, with nothing changed:
 * QUAN_ERROR_INPUT where the act froze a packet, a record has changed since (fields that are passing do not count) or
 * others refer to it; QUAN_ERROR_STORE. *subject (may be NULL) receives the subject, to free with g_free.
 */
gint64 quan_store_undo (QuanStore *store, gint64 act, const char *word, char **subject, GError **error);
