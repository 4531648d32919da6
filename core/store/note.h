/* What is being typed, kept until the field is left. It is no fact: it may be written outside a transaction, and the journal
 * does not know of it. */
#pragma once
#include "core/store/store.h"

/* Keeps the text of a field of a preparation (its id in the store) in place of what was kept before. */
gboolean quan_store_note (QuanStore *store, gint64 preparation, const char *path, const char *text, GError **error);
/* What is kept of the first preparation of which anything is, to free with g_free; 0 and NULL where nothing is kept. */
gboolean quan_store_noted (QuanStore *store, gint64 *preparation, char **path, char **text, GError **error);
gboolean quan_store_forget_note (QuanStore *store, gint64 preparation, GError **error);
