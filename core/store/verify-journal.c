#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/store/internal.h"
#include "core/store/read.h"

/* A walk along the chain. */
typedef struct {
  GPtrArray *problems;
  gint64     number;
  char       hash[QUAN_SHA256_BUF];
} Chain;

static gboolean
verify_link (const QuanJournalRow *row, gpointer data, GError **error)
{
  Chain *chain = data;
  g_autofree char *where = g_strdup_printf ("journal %" G_GINT64_FORMAT, row->number);
  char hash[QUAN_SHA256_BUF];

  quan_journal_hash (chain->hash, row, hash);
  if (row->number != chain->number + 1) {
    g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, chain->number + 1);

    quan_store_problem_add (chain->problems, where,
                            g_strdup_printf (_("The rows of the journal before it are missing, from number %s on."),
                                             first));
  } else if (strcmp (hash, row->hash) != 0)
    quan_store_problem_add (chain->problems, where,
                            g_strdup (_("This row of the journal, or its hash, was altered.")));
  chain->number = row->number;
  g_strlcpy (chain->hash, row->hash, sizeof chain->hash);
  return TRUE;
}

gboolean
quan_verify_chain (QuanStore *store, GPtrArray *problems, GError **error)
{
  Chain chain = { .problems = problems };
  gint64 last;

  if (!quan_store_journal (store, NULL, verify_link, &chain, error)
      || !quan_sql_integer (&store->sql, "SELECT seq FROM sqlite_sequence WHERE name = 'journal'", &last, error))
    return FALSE;
  if (last != chain.number) {
    g_autofree char *where = g_strdup_printf ("journal %" G_GINT64_FORMAT, last);
    g_autofree char *end = g_strdup_printf ("%" G_GINT64_FORMAT, chain.number);

    quan_store_problem_add (problems, where,
                            g_strdup_printf (_("The last rows of the journal are missing: it ends with number %s."),
                                             end));
  }
  return TRUE;
}

/* What the records say of one import, to be compared with its row in the journal. */
typedef struct {
  GChecksum      *arrivals[QUAN_N_STORE_SECTIONS];
  QuanStoreCounts counts;
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  for (int section = 0; section < QUAN_N_STORE_SECTIONS; section++)
    g_clear_pointer (&import->arrivals[section], g_checksum_free);
  g_free (import);
}

static Import *
import_of (GHashTable *imports, gint64 act)
{
  Import *import = g_hash_table_lookup (imports, &act);

  if (import == NULL) {
    import = g_new0 (Import, 1);
    g_hash_table_insert (imports, g_memdup2 (&act, sizeof act), import);
  }
  return import;
}

/* One text of the journal about a record: ?1 section, ?2 record, ?3 import. */
#define RECORD_ROWS "journal WHERE section = ?1 AND record = ?2 AND kind <> 'freeze'"
/* What it was before its first change after the import; nothing if it never changed. */
#define ARRIVAL_TEXT "SELECT old_text FROM " RECORD_ROWS " AND origin = ?3 ORDER BY number LIMIT 1"
/* What it is; NULL if it was deleted, nothing if the journal has no row of it. */
#define LATEST_TEXT "SELECT new_text FROM " RECORD_ROWS " ORDER BY number DESC LIMIT 1"

/* Runs one of these queries; *found says whether there is a row. */
static gboolean
journal_text (QuanStore *store, const char *query, QuanSection section, gint64 id, gint64 import, gboolean *found,
              char **text, GError **error)
{
  sqlite3_stmt *statement = quan_sql_statement (&store->sql, query, error);

  *text = NULL;
  if (statement == NULL)
    return FALSE;
  quan_sql_bind_text (statement, 1, quan_section_types[section]->plural);
  sqlite3_bind_int64 (statement, 2, id);
  if (import != 0)
    sqlite3_bind_int64 (statement, 3, import);
  if (!quan_sql_step (&store->sql, statement, found, error))
    return FALSE;
  if (*found)
    *text = quan_sql_column_text (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

gboolean
quan_journal_arrival_text (QuanStore *store, QuanSection section, gint64 id, gint64 import, gboolean *found,
                           char **text, GError **error)
{
  return journal_text (store, ARRIVAL_TEXT, section, id, import, found, text, error);
}

/* Compares what a record is (NULL: gone) with what the journal says it is. */
static gboolean
verify_record (QuanStore *store, QuanSection section, gint64 id, const char *text, gint64 import, GPtrArray *problems,
               GError **error)
{
  g_autofree char *where = g_strdup_printf ("%s %" G_GINT64_FORMAT, quan_section_types[section]->plural, id);
  g_autofree char *latest = NULL;
  const char *sentence = NULL;
  gboolean found;

  if (!journal_text (store, LATEST_TEXT, section, id, 0, &found, &latest, error))
    return FALSE;
  if (!found && import == 0)
    sentence = _("The journal does not know this record.");
  else if (found && text == NULL && latest != NULL)
    sentence = _("The record is gone, and the journal does not say that it was deleted.");
  else if (found && text != NULL && g_strcmp0 (latest, text) != 0)
    sentence = _("The record is not what the journal recorded.");
  if (sentence != NULL)
    quan_store_problem_add (problems, where, g_strdup (sentence));
  return TRUE;
}

/* Adds what a record was when its import brought it. */
static gboolean
add_arrival (QuanStore *store, QuanSection section, gint64 id, const char *text, gint64 act, GHashTable *imports,
             GError **error)
{
  Import *import = import_of (imports, act);
  g_autofree char *earlier = NULL;
  gboolean found;

  if (!quan_journal_arrival_text (store, section, id, act, &found, &earlier, error))
    return FALSE;
  if (found || text != NULL) {
    quan_arrival_add (&import->arrivals[section], found && earlier != NULL ? earlier : text != NULL ? text : "");
    import->counts.created[section]++;
  }
  return TRUE;
}

/* The text of a record as it is; NULL if it is gone, or cannot be read, which is reported. */
static char *
text_of (QuanStore *store, QuanSection section, gint64 id, GPtrArray *problems)
{
  const QuanRecordType *type = quan_section_types[section];
  g_autoptr (GError) failure = NULL;
  gpointer record = quan_store_get (store, section, id, &failure);
  char *text = record != NULL ? store->writer (type, record) : NULL;

  if (failure != NULL) {
    g_autofree char *where = g_strdup_printf ("%s %" G_GINT64_FORMAT, type->plural, id);

    quan_store_problem_add (problems, where, g_strdup (failure->message));
  }
  quan_record_free (type, record);
  return text;
}

/* Goes through every record of a section there is or, as the journal says, was. */
static gboolean
verify_section (QuanStore *store, QuanSection section, GHashTable *imports, GPtrArray *problems, GError **error)
{
  const char *table = quan_section_types[section]->plural;
  g_autofree char *query = g_strdup_printf ("SELECT id, import FROM %s UNION SELECT record, origin FROM journal"
                                            " WHERE section = '%s' AND kind <> 'freeze' ORDER BY 1, 2", table, table);
  sqlite3_stmt *statement = quan_sql_prepare (&store->sql, query, error);
  gboolean good = statement != NULL, row = FALSE;
  gint64 previous = 0;

  while (good && (good = quan_sql_step (&store->sql, statement, &row, error)) && row) {
    gint64 id = sqlite3_column_int64 (statement, 0), import = sqlite3_column_int64 (statement, 1);
    g_autofree char *text = text_of (store, section, id, problems);

    if (id != previous)
      good = verify_record (store, section, id, text, import, problems, error);
    if (good && import != 0)
      good = add_arrival (store, section, id, text, import, imports, error);
    previous = id;
  }
  sqlite3_finalize (statement);
  return good;
}

/* Counts what the acts of imports changed, deleted and made with rows of their own. */
static gboolean
count_changes (QuanStore *store, GHashTable *imports, GError **error)
{
  sqlite3_stmt *statement =
    quan_sql_prepare (&store->sql, "SELECT act, section, kind, count(*) FROM journal WHERE what = 'import'"
                                   " AND kind IN ('create', 'change', 'delete') GROUP BY act, section, kind", error);
  gboolean good = statement != NULL, row = FALSE;

  while (good && (good = quan_sql_step (&store->sql, statement, &row, error)) && row) {
    Import *import = import_of (imports, sqlite3_column_int64 (statement, 0));
    const char *kind = quan_sql_peek_text (statement, 2);
    guint *counts = *kind == 'd' ? import->counts.deleted
                    : strcmp (kind, "create") == 0 ? import->counts.created : import->counts.changed;

    for (int section = 0; section < QUAN_N_STORE_SECTIONS; section++)
      if (strcmp (quan_section_types[section]->plural, quan_sql_peek_text (statement, 1)) == 0)
        counts[section] += sqlite3_column_int64 (statement, 3);
  }
  sqlite3_finalize (statement);
  return good;
}

/* The imports that have been seen in the records, and where to report. */
typedef struct {
  GHashTable *imports;
  GPtrArray  *problems;
} Judge;

/* Puts the row of an import together again from what the records say, and compares. */
static gboolean
verify_import (const QuanJournalRow *row, gpointer data, GError **error)
{
  static const Import none;
  const Judge *judge = data;
  g_autofree char *sha256 = NULL, *text = NULL;
  const Import *import;
  const char *hash;

  if (row->kind != QUAN_JOURNAL_IMPORT || row->new_text == NULL)
    return TRUE;
  import = g_hash_table_lookup (judge->imports, &row->act);
  if (import == NULL)
    import = &none;
  hash = row->new_text + MIN (strlen (row->new_text), strlen (QUAN_IMPORT_HEAD));
  sha256 = g_strndup (hash, strcspn (hash, "\""));
  text = quan_import_text (sha256, import->arrivals, &import->counts);
  if (strcmp (text, row->new_text) != 0) {
    g_autofree char *where = g_strdup_printf ("journal %" G_GINT64_FORMAT, row->number);

    quan_store_problem_add (judge->problems, where,
                            g_strdup_printf (_("The records that the import of \"%s\" brought are not what they were."),
                                             row->subject));
  }
  g_hash_table_remove (judge->imports, &row->act);
  return TRUE;
}

gboolean
quan_verify_records (QuanStore *store, GPtrArray *problems, GError **error)
{
  g_autoptr (GHashTable) imports = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, import_free);
  Judge judge = { .imports = imports, .problems = problems };

  for (int section = 0; section < QUAN_N_STORE_SECTIONS; section++)
    if (!verify_section (store, section, imports, problems, error))
      return FALSE;
  if (!count_changes (store, imports, error) || !quan_store_journal (store, NULL, verify_import, &judge, error))
    return FALSE;
  if (g_hash_table_size (imports) > 0)
    quan_store_problem_add (problems, "records",
                            g_strdup (_("Some records name an import the journal does not know.")));
  return TRUE;
}
