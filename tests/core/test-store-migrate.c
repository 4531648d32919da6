/* Bringing an older store to a newer version: a verified copy first, then all or nothing. */
#include "core/base/error.h"
#include "core/exchange/workspace-json.h"
#include "tests/core/store-fixture.h"

/* A made-up second version, and whether the store takes it. */
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

static void
test_second_version (void)
{
  g_autoptr (QuanMigrations) built_in = quan_migrations_load ();

  g_assert_cmpint (built_in->version, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++) {
    g_auto (StorePlace) place = store_place_new ();
    const char *const two[] = { built_in->scripts[0], scripts[i].script };
    const QuanMigrations migrations = { .scripts = two, .version = 2 };
    g_autofree char *before = NULL, *after = NULL, *copy = NULL, *copied = NULL;
    g_autoptr (GError) error = NULL;
    QuanStore *store;

    g_test_message ("%s", scripts[i].name);
    store_make (place.path);
    before = describe (place.path);
    store = quan_store_open_with (place.path, QUAN_STORE_OPEN, 0, quan_record_json_write, &migrations, &error);
    g_assert_cmpint (store != NULL, ==, scripts[i].says == NULL);
    if (store == NULL) {
      g_assert_error (error, QUAN_ERROR, QUAN_ERROR_STORE);
      g_assert_nonnull (strstr (error->message, scripts[i].says));
    }
    quan_store_close (store);
    after = describe (place.path);
    copy = find_name (place.folder, ".version-1.");
    g_assert_nonnull (copy);
    copied = describe (copy);
    g_assert_cmpstr (copied, ==, before);
    if (scripts[i].says == NULL)
      g_assert_cmpint (after[0], ==, '2');
    else
      g_assert_cmpstr (after, ==, before);
  }
}

/* The program of version 1 leaves a store of version 2 alone. */
static void
test_newer (void)
{
  g_autoptr (QuanMigrations) built_in = quan_migrations_load ();
  g_auto (StorePlace) place = store_place_new ();
  const char *const two[] = { built_in->scripts[0], scripts[0].script };
  const QuanMigrations migrations = { .scripts = two, .version = 2 };
  g_autofree char *before = NULL, *after = NULL, *copy = NULL;
  g_autoptr (GError) error = NULL;

  quan_store_close (quan_store_open_with (place.path, QUAN_STORE_CREATE, 0, quan_record_json_write, &migrations,
                                          &error));
  g_assert_no_error (error);
  before = store_file_hash (place.path);
  g_assert_null (quan_store_open (place.path, QUAN_STORE_OPEN, 0, quan_record_json_write, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_STORE);
  after = store_file_hash (place.path);
  copy = find_name (place.folder, ".version-");
  g_assert_cmpstr (before, ==, after);
  g_assert_null (copy);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-migrate/second-version", test_second_version);
  g_test_add_func ("/store-migrate/newer", test_newer);
  return g_test_run ();
}
