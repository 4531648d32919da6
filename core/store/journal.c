#include "core/store/journal.h"

#include <string.h>

#include "core/store/internal.h"

static const char *const kind_ids[] = {
  [QUAN_JOURNAL_CREATE] = "create",
  [QUAN_JOURNAL_CHANGE] = "change",
  [QUAN_JOURNAL_DELETE] = "delete",
  [QUAN_JOURNAL_IMPORT] = "import",
  [QUAN_JOURNAL_FREEZE] = "freeze",
};

#define COLUMNS "number, act, time, who, what, subject, kind, section, record, key, origin, old_text, new_text, hash"
#define ROWS "SELECT " COLUMNS " FROM journal"

const char *
quan_journal_kind_id (QuanJournalKind kind)
{
  return kind_ids[kind];
}

static QuanJournalKind
kind_of_id (const char *id)
{
  QuanJournalKind kind = QUAN_JOURNAL_CREATE;

  while (kind < QUAN_JOURNAL_FREEZE && strcmp (kind_ids[kind], id) != 0)
    kind++;
  return kind;
}

/* Adds a text with its length before it, so that no two rows can be read as the same bytes. */
static void
hash_text (GChecksum *checksum, const char *text)
{
  char length[24] = "-";

  if (text != NULL)
    g_snprintf (length, sizeof length, "%" G_GSIZE_FORMAT ":", strlen (text));
  g_checksum_update (checksum, (const guchar *) length, -1);
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, -1);
}

static void
hash_integer (GChecksum *checksum, gint64 value)
{
  char text[24];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  hash_text (checksum, text);
}

void
quan_journal_hash (const char *previous, const QuanJournalRow *row, char hash[QUAN_SHA256_BUF])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  hash_text (checksum, previous);
  hash_integer (checksum, row->number);
  hash_integer (checksum, row->act);
  hash_text (checksum, row->time);
  hash_text (checksum, row->who);
  hash_text (checksum, row->what);
  hash_text (checksum, row->subject);
  hash_text (checksum, quan_journal_kind_id (row->kind));
  hash_text (checksum, row->section);
  hash_integer (checksum, row->record);
  hash_text (checksum, row->key);
  hash_integer (checksum, row->origin);
  hash_text (checksum, row->old_text);
  hash_text (checksum, row->new_text);
  g_strlcpy (hash, g_checksum_get_string (checksum), QUAN_SHA256_BUF);
}

gboolean
quan_journal_load_head (QuanStore *store, GError **error)
{
  sqlite3_stmt *statement = quan_sql_statement (&store->sql, "SELECT number, act, hash FROM journal"
                                                             " ORDER BY number DESC LIMIT 1", error);
  gboolean row;

  store->head = (QuanJournalHead) { 0 };
  if (statement == NULL || !quan_sql_step (&store->sql, statement, &row, error))
    return FALSE;
  if (row) {
    store->head.number = sqlite3_column_int64 (statement, 0);
    store->head.act = sqlite3_column_int64 (statement, 1);
    g_strlcpy (store->head.hash, quan_sql_peek_text (statement, 2), QUAN_SHA256_BUF);
  }
  sqlite3_reset (statement);
  return TRUE;
}

/* Binds an integer, or NULL for 0. */
static void
bind_optional (sqlite3_stmt *statement, int index, gint64 value)
{
  if (value != 0)
    sqlite3_bind_int64 (statement, index, value);
}

static gboolean
insert_row (QuanStore *store, const QuanJournalRow *row, GError **error)
{
  sqlite3_stmt *statement = quan_sql_statement (&store->sql, "INSERT INTO journal (" COLUMNS ") VALUES"
                                                             " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, row->number);
  sqlite3_bind_int64 (statement, 2, row->act);
  quan_sql_bind_text (statement, 3, row->time);
  quan_sql_bind_text (statement, 4, row->who);
  quan_sql_bind_text (statement, 5, row->what);
  quan_sql_bind_text (statement, 6, row->subject);
  quan_sql_bind_text (statement, 7, quan_journal_kind_id (row->kind));
  quan_sql_bind_text (statement, 8, row->section);
  bind_optional (statement, 9, row->record);
  quan_sql_bind_text (statement, 10, row->key);
  bind_optional (statement, 11, row->origin);
  quan_sql_bind_text (statement, 12, row->old_text);
  quan_sql_bind_text (statement, 13, row->new_text);
  quan_sql_bind_text (statement, 14, row->hash);
  return quan_sql_run (&store->sql, statement, error);
}

gboolean
quan_journal_add (QuanStore *store, const QuanJournalRow *row, GError **error)
{
  g_autofree char *who = g_utf8_make_valid (g_get_user_name (), -1);
  QuanJournalHead next = { .number = store->head.number + 1, .act = store->act.act };
  QuanJournalRow whole = *row;

  whole.number = next.number;
  whole.act = next.act;
  whole.time = store->act.time;
  whole.who = who;
  whole.what = store->act.what;
  whole.subject = store->act.subject;
  quan_journal_hash (store->head.hash, &whole, next.hash);
  whole.hash = next.hash;
  if (!insert_row (store, &whole, error))
    return FALSE;
  store->head = next;
  return TRUE;
}

static void
read_row (sqlite3_stmt *statement, QuanJournalRow *row)
{
  row->number = sqlite3_column_int64 (statement, 0);
  row->act = sqlite3_column_int64 (statement, 1);
  row->time = g_strdup (quan_sql_peek_text (statement, 2));
  row->who = g_strdup (quan_sql_peek_text (statement, 3));
  row->what = g_strdup (quan_sql_peek_text (statement, 4));
  row->subject = quan_sql_column_text (statement, 5);
  row->kind = kind_of_id (quan_sql_peek_text (statement, 6));
  row->section = quan_sql_column_text (statement, 7);
  row->record = sqlite3_column_int64 (statement, 8);
  row->key = quan_sql_column_text (statement, 9);
  row->origin = sqlite3_column_int64 (statement, 10);
  row->old_text = quan_sql_column_text (statement, 11);
  row->new_text = quan_sql_column_text (statement, 12);
  row->hash = g_strdup (quan_sql_peek_text (statement, 13));
}

void
quan_journal_row_clear (QuanJournalRow *row)
{
  g_free (row->time);
  g_free (row->who);
  g_free (row->what);
  g_free (row->subject);
  g_free (row->section);
  g_free (row->key);
  g_free (row->old_text);
  g_free (row->new_text);
  g_free (row->hash);
}

/* Appends the condition that a key is ?1 or ends with it after a stroke. */
static void
append_match (GString *query, const char *key)
{
  g_string_append_printf (query, "(%1$s = ?1 OR substr (%1$s, -length (?1) - 1) = '/' || ?1)", key);
}

/* The query for the rows of a key: those that name it, and the imports that brought records of the key, gone or
 * still here. */
static char *
query_of_key (void)
{
  GString *query = g_string_new (ROWS " WHERE ");

  append_match (query, "key");
  g_string_append (query, " OR (kind = 'import' AND act IN (SELECT origin FROM journal WHERE ");
  append_match (query, "key");
  for (int section = 0; section < QUAN_N_STORE_SECTIONS; section++) {
    g_autofree char *key = quan_store_key_expression (section);

    g_string_append_printf (query, " UNION SELECT import FROM %s WHERE ", quan_section_types[section]->plural);
    append_match (query, key);
  }
  g_string_append (query, ")) ORDER BY number");
  return g_string_free (query, FALSE);
}

gboolean
quan_store_journal (QuanStore *store, const char *key, QuanJournalFunc func, gpointer data, GError **error)
{
  g_autofree char *query = key == NULL ? g_strdup (ROWS " ORDER BY number") : query_of_key ();
  sqlite3_stmt *statement = quan_sql_prepare (&store->sql, query, error);
  gboolean good = statement != NULL, row = good;

  if (good && key != NULL)
    quan_sql_bind_text (statement, 1, key);
  while (good && (good = quan_sql_step (&store->sql, statement, &row, error)) && row) {
    QuanJournalRow one = { 0 };

    read_row (statement, &one);
    good = func (&one, data, error);
    quan_journal_row_clear (&one);
  }
  sqlite3_finalize (statement);
  return good;
}

/* Frees a row of a list. */
static void
free_row (gpointer row)
{
  quan_journal_row_clear (row);
  g_free (row);
}

GPtrArray *
quan_journal_of_act (QuanStore *store, gint64 act, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  sqlite3_stmt *statement = quan_sql_statement (&store->sql, ROWS " WHERE act = ?1 ORDER BY number DESC", error);
  gboolean row = statement != NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, act);
  while (row) {
    QuanJournalRow *one;

    if (!quan_sql_step (&store->sql, statement, &row, error))
      return NULL;
    if (!row)
      break;
    one = g_new0 (QuanJournalRow, 1);
    read_row (statement, one);
    g_ptr_array_add (rows, one);
  }
  return g_steal_pointer (&rows);
}

gint64
quan_store_journal_head (const QuanStore *store, const char **hash)
{
  *hash = store->head.hash;
  return store->head.number;
}
