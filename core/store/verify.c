#include "core/store/verify.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/store/internal.h"

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

/* In this order: what comes first explains what comes later. */
static const struct {
  const char *where;
  gboolean (*verify) (QuanStore *store, GPtrArray *problems, GError **error);
} parts[] = {
  { "database",    verify_database },
  { "schema",      verify_schema },
  { "references",  verify_references },
  { "journal",     quan_verify_chain },
  { "records",     quan_verify_records },
  { "evidence",    quan_verify_evidence },
  { "redemptions", quan_verify_uses },
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
