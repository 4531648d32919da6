#include "core/store/verify.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/store/internal.h"
#include "core/store/read.h"

#define SHA256_LENGTH 64

static void
problem_free (gpointer data)
{
  QuanStoreProblem *problem = data;

  g_free (problem->where);
  g_free (problem->what);
  g_free (problem);
}

void
quan_store_problem_add (GPtrArray *problems, const char *where, char *what)
{
  QuanStoreProblem *problem = g_new (QuanStoreProblem, 1);

  *problem = (QuanStoreProblem) { .where = g_strdup (where), .what = what };
  g_ptr_array_add (problems, problem);
}

/* Pages, indexes, types and CHECK constraints. */
static gboolean
verify_database (QuanStore *store, GPtrArray *problems, GError **error)
{
  sqlite3_stmt *statement = quan_sql_prepare (&store->sql, "PRAGMA integrity_check (20)", error);
  gboolean good = statement != NULL, row = FALSE;

  while (good && (good = quan_sql_step (&store->sql, statement, &row, error)) && row) {
    const char *answer = quan_sql_peek_text (statement, 0);

    if (strcmp (answer, "ok") != 0)
      quan_store_problem_add (problems, "database", g_strdup_printf (_("The file is damaged: %s."), answer));
  }
  sqlite3_finalize (statement);
  return good;
}

static gboolean
verify_references (QuanStore *store, GPtrArray *problems, GError **error)
{
  sqlite3_stmt *statement = quan_sql_prepare (&store->sql, "PRAGMA foreign_key_check", error);
  gboolean good = statement != NULL, row = FALSE;

  while (good && (good = quan_sql_step (&store->sql, statement, &row, error)) && row) {
    g_autofree char *where = g_strdup_printf ("%s %s", quan_sql_peek_text (statement, 0),
                                              quan_sql_peek_text (statement, 1));

    quan_store_problem_add (problems, g_strchomp (where),
                            g_strdup_printf (_("It refers to a record of \"%s\" that is missing."),
                                             quan_sql_peek_text (statement, 2)));
  }
  sqlite3_finalize (statement);
  return good;
}

#define SCHEMA "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"

/* Reads the schema of a database: "table claims" → its text. NULL on error. */
static GHashTable *
read_schema (const QuanSql *sql, GError **error)
{
  g_autoptr (GHashTable) schema = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *statement = quan_sql_prepare (sql, SCHEMA, error);
  gboolean good = statement != NULL, row = FALSE;

  while (good && (good = quan_sql_step (sql, statement, &row, error)) && row)
    g_hash_table_insert (schema, g_strdup (quan_sql_peek_text (statement, 0)),
                         g_strdup (quan_sql_peek_text (statement, 1)));
  sqlite3_finalize (statement);
  return good ? g_steal_pointer (&schema) : NULL;
}

/* The schema a store of this program should have. */
static GHashTable *
expected_schema (GError **error)
{
  g_autoptr (QuanMigrations) migrations = quan_migrations_load ();
  GHashTable *schema = NULL;
  QuanSql sql;

  quan_sql_init (&sql, ":memory:");
  if (sqlite3_open (sql.path, &sql.db) != SQLITE_OK)
    quan_sql_fail (&sql, error);
  else if (quan_migrations_create (&sql, migrations, error))
    schema = read_schema (&sql, error);
  quan_sql_clear (&sql);
  return schema;
}

/* Reports what of one schema the other lacks or has otherwise. */
static void
compare_schemas (GHashTable *schema, GHashTable *other, gboolean report_other, const char *sentence,
                 GPtrArray *problems)
{
  GHashTableIter iter;
  gpointer name, text, twin;

  g_hash_table_iter_init (&iter, schema);
  while (g_hash_table_iter_next (&iter, &name, &text))
    if (!g_hash_table_lookup_extended (other, name, NULL, &twin) || (report_other && strcmp (text, twin) != 0)) {
      g_autofree char *where = g_strdup_printf ("schema %s", (char *) name);

      quan_store_problem_add (problems, where, g_strdup (sentence));
    }
}

static gboolean
verify_schema (QuanStore *store, GPtrArray *problems, GError **error)
{
  g_autoptr (GHashTable) expected = expected_schema (error);
  g_autoptr (GHashTable) found = expected != NULL ? read_schema (&store->sql, error) : NULL;

  if (found == NULL)
    return FALSE;
  compare_schemas (expected, found, TRUE, _("It is missing or not as this program made it."), problems);
  compare_schemas (found, expected, FALSE, _("This program did not make it."), problems);
  return TRUE;
}

/* Judges one packet: its file, and its row against the journal. */
static gboolean
verify_packet (QuanStore *store, const QuanFrozen *frozen, GPtrArray *problems, GError **error)
{
  g_autofree char *text = quan_packet_text (store, frozen, error);
  g_autofree char *where = g_strdup_printf ("evidence %s", frozen->sha256);
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = NULL;
  sqlite3_stmt *statement;
  gboolean row;

  if (text == NULL)
    return FALSE;
  bytes = quan_store_packet_bytes (store, frozen, &failure);
  if (bytes == NULL)
    quan_store_problem_add (problems, where, g_strdup (failure->message));
  statement = quan_sql_statement (&store->sql, "SELECT 1 FROM journal WHERE kind = 'freeze' AND section = ?1"
                                               " AND record = ?2 AND new_text = ?3", error);
  if (statement == NULL)
    return FALSE;
  quan_sql_bind_text (statement, 1, quan_section_types[frozen->section]->plural);
  sqlite3_bind_int64 (statement, 2, frozen->record);
  quan_sql_bind_text (statement, 3, text);
  if (!quan_sql_step (&store->sql, statement, &row, error))
    return FALSE;
  sqlite3_reset (statement);
  if (!row) {
    g_autofree char *packet = g_strdup_printf ("packets %" G_GINT64_FORMAT, frozen->id);

    quan_store_problem_add (problems, packet, g_strdup (_("The frozen packet is not what the journal recorded.")));
  }
  return TRUE;
}

/* Reports a frozen packet of the journal that is gone. */
static gboolean
verify_packets_present (QuanStore *store, GPtrArray *problems, GError **error)
{
  sqlite3_stmt *statement =
    quan_sql_prepare (&store->sql, "SELECT json_extract (new_text, '$.packet') AS packet FROM journal"
                                   " WHERE kind = 'freeze' AND packet NOT IN (SELECT id FROM packets)", error);
  gboolean good = statement != NULL, row = FALSE;

  while (good && (good = quan_sql_step (&store->sql, statement, &row, error)) && row) {
    g_autofree char *where = g_strdup_printf ("packets %s", quan_sql_peek_text (statement, 0));

    quan_store_problem_add (problems, where, g_strdup (_("The frozen packet is missing.")));
  }
  sqlite3_finalize (statement);
  return good;
}

/* Reports files in the evidence folder that no packet names. */
static void
verify_orphans (QuanStore *store, const GPtrArray *packets, GPtrArray *problems)
{
  g_autofree char *path = quan_evidence_folder (store);
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  for (guint i = 0; i < packets->len; i++)
    g_hash_table_add (named, ((const QuanFrozen *) packets->pdata[i])->sha256);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (!g_hash_table_contains (named, name)) {
      g_autofree char *where = g_strdup_printf ("evidence %s", name);

      quan_store_problem_add (problems, where,
                              g_strdup (_("No frozen packet names this file. It is left over from an act that was "
                                          "broken off, or does not belong here.")));
    }
}

static gboolean
verify_evidence (QuanStore *store, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) packets = quan_store_packets (store, QUAN_CLAIMS, 0, error);

  if (packets == NULL)
    return FALSE;
  for (guint i = 0; i < packets->len; i++)
    if (!verify_packet (store, packets->pdata[i], problems, error))
      return FALSE;
  verify_orphans (store, packets, problems);
  return verify_packets_present (store, problems, error);
}

/* In this order: what comes first explains what comes later. */
static const struct {
  const char *where;
  gboolean (*verify) (QuanStore *store, GPtrArray *problems, GError **error);
} parts[] = {
  { "database",   verify_database },
  { "schema",     verify_schema },
  { "references", verify_references },
  { "journal",    quan_verify_chain },
  { "records",    quan_verify_records },
  { "evidence",   verify_evidence },
};

GPtrArray *
quan_store_verify (QuanStore *store)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (problem_free);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autoptr (GError) failure = NULL;

    if (!parts[i].verify (store, problems, &failure))
      quan_store_problem_add (problems, parts[i].where, g_strdup (failure->message));
  }
  return problems;
}
