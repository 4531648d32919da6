/* Bringing an older store to a newer version: a verified copy first, then all or nothing. */
#include "core/base/error.h"
#include "core/exchange/workspace-json.h"
#include "core/model/preparation.h"
#include "tests/core/store-fixture.h"

/* A made-up next version, and whether the store takes it. */
static const struct {
  const char *name, *script;
  const char *says; /* NULL: it goes well */
} scripts[] = {
  { "column", "ALTER TABLE providers ADD COLUMN colour TEXT; CREATE TABLE tags (id INTEGER PRIMARY KEY) STRICT", NULL },
  { "rebuilt", "CREATE TABLE fresh (id INTEGER PRIMARY KEY AUTOINCREMENT, import INTEGER, uscc TEXT NOT NULL UNIQUE,"
               " name TEXT, since TEXT) STRICT; INSERT INTO fresh SELECT id, import, uscc, name, NULL FROM providers;"
               " DROP TABLE providers; ALTER TABLE fresh RENAME TO providers", NULL },
  { "syntax", "CREATE TABLE tags (; ", "syntax" },
  { "lost-rows", "CREATE TABLE tags (a); DELETE FROM invoices_lines", "invoices_lines (" },
  { "changed-amount", "UPDATE contracts_lines SET amount = 1 WHERE position = 0", "contracts_lines (amount)" },
  { "orphans", "PRAGMA foreign_keys = OFF; UPDATE payments_invoices SET number = 'none'", "is damaged" },
  { "broken-check", "UPDATE enterprises SET ai_direction = 'perhaps'", "CHECK" },
};

/* The database of a file as SQL sees it: version, and rows of some tables. Free with g_free. */
static char *
describe (const char *path)
{
  QuanSql sql;
  char *text = NULL;

  quan_sql_init (&sql, path);
  g_assert_cmpint (sqlite3_open (path, &sql.db), ==, SQLITE_OK);
  g_assert_true (quan_sql_text (&sql, "SELECT user_version || ' ' || (SELECT count(*) FROM journal) || ' ' ||"
                                      " (SELECT sum(amount) FROM contracts_lines) || ' ' ||"
                                      " (SELECT count(*) FROM sqlite_schema) FROM pragma_user_version", &text, NULL));
  quan_sql_clear (&sql);
  return text;
}

/* The names in a folder that contain a text, joined. Free with g_free. */
static char *
find_name (const char *folder, const char *part)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, part) != NULL)
      return g_build_filename (folder, name, NULL);
  return NULL;
}

/* The versions built in and one more, made by a script. Free scripts with g_free. */
static QuanMigrations
one_more (const QuanMigrations *built_in, const char *script)
{
  const char **more = g_new0 (const char *, built_in->version + 2);

  memcpy (more, built_in->scripts, built_in->version * sizeof *more);
  more[built_in->version] = script;
  return (QuanMigrations) { .scripts = more, .version = built_in->version + 1 };
}

static void
test_next_version (void)
{
  g_autoptr (QuanMigrations) built_in = quan_migrations_load ();
  g_autofree char *part = g_strdup_printf (".version-%d.", built_in->version);

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++) {
    g_auto (StorePlace) place = store_place_new ();
    const QuanMigrations migrations = one_more (built_in, scripts[i].script);
    g_autofree const char *const *owned = migrations.scripts;
    g_autofree char *before = NULL, *after = NULL, *copy = NULL, *copied = NULL;
    g_autoptr (GError) error = NULL;
    QuanStore *store;

    g_test_message ("%s", scripts[i].name);
    store_make (place.path);
    before = describe (place.path);
    store = quan_store_open_with (place.path, QUAN_STORE_OPEN, 0,
                                  quan_record_json_write, quan_record_json_read, &migrations, &error);
    g_assert_cmpint (store != NULL, ==, scripts[i].says == NULL);
    if (store == NULL) {
      g_assert_error (error, QUAN_ERROR, QUAN_ERROR_STORE);
      g_assert_nonnull (strstr (error->message, scripts[i].says));
    }
    quan_store_close (store);
    after = describe (place.path);
    copy = find_name (place.folder, part);
    g_assert_nonnull (copy);
    copied = describe (copy);
    g_assert_cmpstr (copied, ==, before);
    if (scripts[i].says == NULL)
      g_assert_cmpint (atoi (after), ==, migrations.version);
    else
      g_assert_cmpstr (after, ==, before);
  }
}

/* A program leaves a store of the next version alone. */
static void
test_newer (void)
{
  g_autoptr (QuanMigrations) built_in = quan_migrations_load ();
  g_auto (StorePlace) place = store_place_new ();
  const QuanMigrations migrations = one_more (built_in, scripts[0].script);
  g_autofree const char *const *owned = migrations.scripts;
  g_autofree char *before = NULL, *after = NULL, *copy = NULL;
  g_autoptr (GError) error = NULL;

  quan_store_close (quan_store_open_with (place.path, QUAN_STORE_CREATE, 0,
                                          quan_record_json_write, quan_record_json_read, &migrations,
                                          &error));
  g_assert_no_error (error);
  before = store_file_hash (place.path);
  g_assert_null (quan_store_open (place.path, QUAN_STORE_OPEN, 0,
                                  quan_record_json_write, quan_record_json_read, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_STORE);
  after = store_file_hash (place.path);
  copy = find_name (place.folder, ".version-");
  g_assert_cmpstr (before, ==, after);
  g_assert_null (copy);
}

/* Every row, in order of number, of the tables and columns that the store of another file has. Free with g_free. */
static char *
dump (const char *path, const char *other)
{
  GString *text = g_string_new (NULL);
  sqlite3_stmt *tables, *rows;
  sqlite3 *db, *schema;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_open (other, &schema), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (schema,
                                       "SELECT 'SELECT ' || group_concat ('\"' || c.name || '\"', ', ') || ' FROM ' || t.name"
                                       " || ' ORDER BY 1, 2, 3' FROM sqlite_schema AS t, pragma_table_info (t.name) AS c"
                                       " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' GROUP BY t.name", -1,
                                       &tables, NULL), ==, SQLITE_OK);
  while (sqlite3_step (tables) == SQLITE_ROW) {
    const char *query = quan_sql_peek_text (tables, 0);

    g_string_append_printf (text, "%s\n", query);
    g_assert_cmpint (sqlite3_prepare_v2 (db, query, -1, &rows, NULL), ==, SQLITE_OK);
    while (sqlite3_step (rows) == SQLITE_ROW)
      for (int i = 0; i < sqlite3_column_count (rows); i++)
        g_string_append_printf (text, "%s\n", quan_sql_peek_text (rows, i));
    sqlite3_finalize (rows);
  }
  sqlite3_finalize (tables);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (schema), ==, SQLITE_OK);
  return g_string_free (text, FALSE);
}

/* Makes a database from a script in QUAN_TEST_CASES. */
static void
make_from_script (const char *path, const char *file)
{
  g_autofree char *name = g_build_filename (g_getenv ("QUAN_TEST_CASES"), file, NULL);
  g_autofree char *script = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  g_file_get_contents (name, &script, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, script, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* What a store can be made to hold by this version, whatever version made it. */
static void
write_more (QuanStore *store)
{
  QuanPreparation preparation = { .step = 1 };
  QuanRedemption redemption = { .round = (char *) "2025Q1", .enterprise = (char *) "91110108MA01ABC25F",
                                .state = QUAN_REDEMPTION_PAID, .received = 100 };
  g_autoptr (GError) error = NULL;

  g_assert_true (quan_store_begin (store, "prepare", NULL, NULL));
  g_assert_cmpint (quan_store_write (store, QUAN_PREPARATIONS, 0, &preparation, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (quan_store_write (store, QUAN_REDEMPTIONS, 0, &redemption, &error), >, 0);
  g_assert_no_error (error);
  g_assert_true (quan_store_commit (store, NULL));
}

/* What is wrong in a store, a line each; the evidence is not in the scripts. Free with g_free. */
static char *
find_problems (QuanStore *store)
{
  g_autoptr (GPtrArray) problems = quan_store_verify (store);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++) {
    const QuanStoreProblem *problem = problems->pdata[i];

    if (!g_str_has_prefix (problem->where, "evidence"))
      g_string_append_printf (text, "%s: %s\n", problem->where, problem->what);
  }
  return g_string_free (text, FALSE);
}

/* A store that an earlier version of the schema was written in comes to this one with every row, and can be written. */
static void
test_earlier_version (gconstpointer version)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autofree char *script = g_strdup_printf ("store-version-%d.sql", GPOINTER_TO_INT (version));
  g_autofree char *part = g_strdup_printf (".version-%d.", GPOINTER_TO_INT (version));
  g_autofree char *before = NULL, *after = NULL, *copy = NULL, *copied = NULL, *problems = NULL;
  g_autoptr (QuanStore) store = NULL;

  make_from_script (place.path, script);
  before = dump (place.path, place.path);
  g_assert_nonnull (strstr (before, "HT-2025-003"));
  quan_store_close (store_open (place.path));
  copy = find_name (place.folder, part);
  g_assert_nonnull (copy);
  after = dump (place.path, copy);
  copied = dump (copy, copy);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (copied, ==, before);

  store = store_open (place.path);
  write_more (store);
  problems = find_problems (store);
  g_assert_cmpstr (problems, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-migrate/next-version", test_next_version);
  g_test_add_data_func ("/store-migrate/version-1", GINT_TO_POINTER (1), test_earlier_version);
  g_test_add_data_func ("/store-migrate/version-2", GINT_TO_POINTER (2), test_earlier_version);
  g_test_add_func ("/store-migrate/newer", test_newer);
  return g_test_run ();
}
