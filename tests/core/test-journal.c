/* The journal: what it records, and that it only grows. */
#include "core/base/error.h"
#include "core/exchange/workspace-json.h"
#include "tests/core/store-fixture.h"

#define FIRST "91110108MA01ABC25F"
#define ACT_HASH "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

/* Notes rows as "number act what kind key +- origin;", + for an old text, - for a new one. */
static gboolean
note_row (const QuanJournalRow *row, gpointer data, GError **error)
{
  g_string_append_printf (data, "%d %d %s %s %s %s%s %d;", (int) row->number, (int) row->act, row->what,
                          quan_journal_kind_id (row->kind), row->key != NULL ? row->key : "",
                          row->old_text != NULL ? "+" : "", row->new_text != NULL ? "-" : "", (int) row->origin);
  g_assert_cmpuint (strlen (row->time), ==, strlen ("2024-03-05T08:00:00Z"));
  g_assert_true (g_str_has_suffix (row->time, "Z"));
  g_assert_cmpstr (row->who, ==, g_get_user_name ());
  return TRUE;
}

static void
assert_journal (QuanStore *store, const char *key, const char *expected)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  quan_store_journal (store, key, note_row, rows, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rows->str, ==, expected);
}

/* Writes a provider of a name in the open act. */
static gint64
write_provider (QuanStore *store, gint64 id, const char *name)
{
  QuanProvider provider = { .uscc = (char *) FIRST, .name = (char *) name };
  g_autoptr (GError) error = NULL;
  gint64 done = quan_store_write (store, QUAN_PROVIDERS, id, &provider, &error);

  g_assert_no_error (error);
  return done;
}

static void
commit (QuanStore *store)
{
  g_autoptr (GError) error = NULL;

  quan_store_commit (store, &error);
  g_assert_no_error (error);
}

static void
test_single_records (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = store_open (place.path);
  gint64 id;

  g_assert_true (quan_store_begin (store, "edit", "one", NULL));
  id = write_provider (store, 0, "a");
  commit (store);
  g_assert_true (quan_store_begin (store, "edit", "two", NULL));
  g_assert_cmpint (write_provider (store, id, "b"), ==, id);
  g_assert_cmpint (write_provider (store, id, "b"), ==, id); /* the same once more is no change */
  g_assert_cmpuint (quan_store_counts (store)->changed[QUAN_PROVIDERS], ==, 1);
  commit (store);
  g_assert_true (quan_store_begin (store, "edit", "nothing", NULL));
  g_assert_cmpint (write_provider (store, id, "b"), ==, id);
  commit (store);
  g_assert_true (quan_store_begin (store, "delete", "three", NULL));
  g_assert_true (quan_store_delete (store, QUAN_PROVIDERS, id, NULL));
  commit (store);
  g_assert_true (quan_store_begin (store, "undo", "four", NULL));
  g_assert_cmpint (write_provider (store, id, "b"), ==, id); /* back under its own number */
  commit (store);
  assert_journal (store, NULL, "1 1 edit create " FIRST " - 0;2 2 edit change " FIRST " +- 0;"
                               "3 3 delete delete " FIRST " + 0;4 4 undo create " FIRST " - 0;");
}

static void
test_rollback (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = store_open (place.path);
  const char *hash;

  g_assert_true (quan_store_begin (store, "edit", NULL, NULL));
  write_provider (store, 0, "a");
  g_assert_cmpint (quan_store_journal_head (store, &hash), ==, 1);
  quan_store_rollback (store);
  quan_store_rollback (store);
  g_assert_cmpint (quan_store_journal_head (store, &hash), ==, 0);
  g_assert_cmpstr (hash, ==, "");
  g_assert_cmpint (quan_store_count (store, QUAN_PROVIDERS, &(QuanStoreFilter) { 0 }, NULL), ==, 0);
  g_assert_true (quan_store_begin (store, "edit", NULL, NULL));
  write_provider (store, 0, "a");
  commit (store);
  assert_journal (store, NULL, "1 1 edit create " FIRST " - 0;");
}

/* The head is found again when the store is opened again, and the chain goes on. */
static void
test_reopened (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autofree char *kept = NULL;
  const char *hash;

  for (int i = 1; i <= 3; i++) {
    g_autoptr (QuanStore) store = store_open (place.path);
    g_autofree char *name = g_strdup_printf ("%d", i);

    g_assert_cmpint (quan_store_journal_head (store, &hash), ==, i - 1);
    g_assert_cmpstr (hash, ==, kept != NULL ? kept : "");
    g_assert_true (quan_store_begin (store, "edit", NULL, NULL));
    write_provider (store, i == 1 ? 0 : 1, name);
    commit (store);
    g_assert_cmpint (quan_store_journal_head (store, &hash), ==, i);
    g_free (kept);
    kept = g_strdup (hash);
  }
}

/* An import is one row, with rows of their own for what it changes; nothing at all if it changes nothing. */
static void
test_import (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = store_open (place.path);
  g_autoptr (QuanWorkspace) workspace = store_workspace_file ("canonical-workspace.json");
  QuanContract *contract = workspace->sections[QUAN_CONTRACTS]->pdata[0];

  store_import (store, workspace);
  g_assert_cmpuint (quan_store_counts (store)->created[QUAN_INVOICES], ==, workspace->sections[QUAN_INVOICES]->len);
  assert_journal (store, NULL, "1 1 import import  - 0;");

  g_free (contract->title);
  contract->title = g_strdup ("another");
  for (int i = 0; i < 2; i++) {
    g_assert_true (quan_store_begin_import (store, "again.json", ACT_HASH, NULL));
    g_assert_cmpint (quan_store_write (store, QUAN_CONTRACTS, 1, contract, NULL), ==, 1);
    if (i == 0)
      write_provider (store, 0, "new");
    commit (store);
  }
  g_assert_true (quan_store_begin (store, "edit", NULL, NULL));
  write_provider (store, 2, "newer");
  commit (store);
  assert_journal (store, NULL, "1 1 import import  - 0;2 2 import change " FIRST "/HT-001 +- 1;3 2 import import  - 0;"
                               "4 3 edit change " FIRST " +- 2;");
  assert_journal (store, "HT-001", "1 1 import import  - 0;2 2 import change " FIRST "/HT-001 +- 1;");
  assert_journal (store, FIRST "/HT-001", "1 1 import import  - 0;2 2 import change " FIRST "/HT-001 +- 1;");
  assert_journal (store, "T-001", "");
  assert_journal (store, "HT-002", "");
}

static const char *const rewrites[] = {
  "UPDATE journal SET who = 'nobody'", "DELETE FROM journal", "UPDATE packets SET bytes = 0", "DELETE FROM packets",
};

static void
test_append_only (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = store_open (place.path);
  g_autoptr (QuanWorkspace) workspace = store_workspace_file ("canonical-workspace.json");
  g_autoptr (GBytes) packet = g_bytes_new_static ("%PDF", 4);
  const QuanFrozen frozen = { .section = QUAN_CLAIMS, .record = 1, .submitted = 0, .policy = (char *) "p",
                              .policy_hash = (char *) ACT_HASH, .facts = (char *) "{}", .answer = (char *) "[]" };

  g_autoptr (GError) error = NULL;
  store_import (store, workspace);
  g_assert_true (quan_store_begin (store, "claim-submit", NULL, NULL));
  quan_store_freeze (store, &frozen, packet, &error);
  g_assert_no_error (error);
  commit (store);
  for (guint i = 0; i < G_N_ELEMENTS (rewrites); i++) {
    g_clear_error (&error);
    g_assert_false (quan_sql_exec (&store->sql, rewrites[i], &error));
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  }
  assert_journal (store, "HT-001", "1 1 import import  - 0;2 2 claim-submit freeze " FIRST "/HT-001 - 0;");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/single-records", test_single_records);
  g_test_add_func ("/journal/rollback", test_rollback);
  g_test_add_func ("/journal/reopened", test_reopened);
  g_test_add_func ("/journal/import", test_import);
  g_test_add_func ("/journal/append-only", test_append_only);
  return g_test_run ();
}
