/* Acts taken back and done again, row by row. */
#include "core/base/error.h"
#include "core/exchange/workspace-json.h"
#include "core/model/preparation.h"
#include "core/store/undo.h"
#include "tests/core/store-fixture.h"

#define FIRST "91110108MA01ABC25F"
#define OTHER "91110302600123450J"
#define HASH "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

/* Every record of the store with its id and the import that brought it, and its preparations. Free with g_free. */
static char *
describe (QuanStore *store)
{
  g_autoptr (QuanWorkspace) workspace = quan_store_workspace (store, NULL, NULL);
  GString *text = g_string_new (NULL);
  g_autofree char *export = quan_workspace_json_write (workspace);

  for (int section = 0; section < QUAN_N_STORE_SECTIONS; section++) {
    const QuanRecordType *type = quan_section_types[section];
    g_autofree char *query = g_strdup_printf ("SELECT group_concat (id || ' ' || ifnull (import, '-'), ';')"
                                              " FROM %s ORDER BY id", type->plural);
    g_autofree char *ids = NULL;

    g_assert_true (quan_sql_text (&store->sql, query, &ids, NULL));
    g_string_append_printf (text, "%s: %s\n", type->plural, ids);
  }
  g_string_append (text, export);
  return g_string_free (text, FALSE);
}

static void
assert_sound (QuanStore *store)
{
  g_autoptr (GPtrArray) problems = quan_store_verify (store);

  for (guint i = 0; i < problems->len; i++) {
    const QuanStoreProblem *problem = problems->pdata[i];

    g_test_message ("%s: %s", problem->where, problem->what);
  }
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
commit (QuanStore *store)
{
  g_autoptr (GError) error = NULL;

  quan_store_commit (store, &error);
  g_assert_no_error (error);
}

static void
write_provider (QuanStore *store, gint64 id, const char *code, const char *name)
{
  const QuanProvider provider = { .uscc = (char *) code, .name = (char *) name };
  g_autoptr (GError) error = NULL;

  quan_store_write (store, QUAN_PROVIDERS, id, &provider, &error);
  g_assert_no_error (error);
}

static void
retitle (QuanStore *store, const char *title)
{
  QuanContract *contract = quan_store_get (store, QUAN_CONTRACTS, 1, NULL);

  g_free (contract->title);
  contract->title = g_strdup (title);
  g_assert_cmpint (quan_store_write (store, QUAN_CONTRACTS, 1, contract, NULL), ==, 1);
  quan_record_free (&quan_contract_type, contract);
}

/* The acts to take back: each finds the store store_make makes, with the provider OTHER as number 2. */
static void
act_create (QuanStore *store)
{
  write_provider (store, 0, "91110112MACX9QR43N", "new");
}

static void
act_change (QuanStore *store)
{
  retitle (store, "changed");
}

static void
act_delete (QuanStore *store)
{
  g_assert_true (quan_store_delete (store, QUAN_PAYMENTS, 1, NULL));
  g_assert_true (quan_store_delete (store, QUAN_PROVIDERS, 2, NULL));
}

static void
act_several (QuanStore *store)
{
  retitle (store, "once");
  retitle (store, "twice");
  act_delete (store);
  write_provider (store, 0, OTHER, "the same code anew");
  write_provider (store, 3, OTHER, "and changed");
}

static void (*const acts[]) (QuanStore *store) = { act_create, act_change, act_delete, act_several };

/* A store with an import and a provider made by hand, open. */
static QuanStore *
make (const StorePlace *place)
{
  QuanStore *store;

  store_make (place->path);
  store = store_open (place->path);
  g_assert_true (quan_store_begin (store, "edit", NULL, NULL));
  write_provider (store, 0, OTHER, "other");
  commit (store);
  return store;
}

static gint64
undo (QuanStore *store, gint64 act, const char *word)
{
  g_autofree char *subject = NULL;
  g_autoptr (GError) error = NULL;
  gint64 done = quan_store_undo (store, act, word, &subject, &error);

  g_assert_no_error (error);
  g_assert_cmpint (done, ==, quan_store_last_act (store));
  g_assert_cmpstr (subject, ==, "subject");
  return done;
}

/* Takes the last act back, does it again, and takes that back; before is what the store was without it. */
static void
check_there_and_back (QuanStore *store, const char *before)
{
  g_autofree char *after = describe (store);
  gint64 act = quan_store_last_act (store);

  g_assert_cmpstr (before, !=, after);
  for (int round = 0; round < 2; round++) {
    g_autofree char *undone = NULL, *redone = NULL;

    act = undo (store, act, QUAN_UNDO_WORD);
    undone = describe (store);
    g_assert_cmpstr (undone, ==, before);
    assert_sound (store);
    act = undo (store, act, QUAN_REDO_WORD);
    redone = describe (store);
    g_assert_cmpstr (redone, ==, after);
    assert_sound (store);
  }
}

static void
test_there_and_back (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++) {
    g_auto (StorePlace) place = store_place_new ();
    g_autoptr (QuanStore) store = make (&place);
    g_autofree char *before = describe (store);

    g_assert_true (quan_store_begin (store, "edit", "subject", NULL));
    acts[i] (store);
    commit (store);
    check_there_and_back (store, before);
  }
}

/* An import goes with all it brought, and what it changed is as it was. */
static void
test_import (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = store_open (place.path);
  g_autoptr (QuanWorkspace) workspace = store_workspace_file ("canonical-workspace.json");
  QuanEnterprise *enterprise = workspace->sections[QUAN_ENTERPRISES]->pdata[0];
  QuanEnterprise *first = quan_record_copy (&quan_enterprise_type, enterprise);
  g_autofree char *before = NULL;

  g_free (first->name);
  first->name = g_strdup ("before");
  g_assert_true (quan_store_begin (store, "edit", NULL, NULL));
  g_assert_cmpint (quan_store_write (store, QUAN_ENTERPRISES, 0, first, NULL), ==, 1);
  commit (store);
  quan_record_free (&quan_enterprise_type, first);
  before = describe (store);

  g_assert_true (quan_store_begin_import (store, "subject", HASH, NULL));
  g_assert_cmpint (quan_store_write (store, QUAN_ENTERPRISES, 1, enterprise, NULL), ==, 1);
  g_ptr_array_remove_index (workspace->sections[QUAN_ENTERPRISES], 0);
  store_write_all (store, workspace);
  commit (store);
  check_there_and_back (store, before);
}

/* A record deleted and brought back is still one of its import, which can then go as a whole. */
static void
test_import_after_undo (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = store_open (place.path);
  g_autoptr (QuanWorkspace) workspace = store_workspace_file ("canonical-workspace.json");
  g_autofree char *before = describe (store), *after = NULL;
  g_autoptr (GError) error = NULL;

  store_import (store, workspace);
  for (int i = 0; i < 2; i++) {
    g_assert_true (quan_store_begin (store, "edit", "subject", NULL));
    if (i == 0)
      retitle (store, "changed");
    else
      g_assert_true (quan_store_delete (store, QUAN_PAYMENTS, 1, NULL));
    commit (store);
    undo (store, quan_store_last_act (store), QUAN_UNDO_WORD);
  }
  g_assert_cmpint (quan_store_undo (store, 1, QUAN_UNDO_WORD, NULL, &error), >, 1);
  g_assert_no_error (error);
  after = describe (store);
  g_assert_cmpstr (after, ==, before);
  assert_sound (store);
}

static void
freeze (QuanStore *store)
{
  const QuanFrozen frozen = { .section = QUAN_CLAIMS, .record = 1, .submitted = 0, .policy = (char *) "pack",
                              .policy_version = 1, .policy_hash = (char *) HASH, .facts = (char *) "{}",
                              .answer = (char *) "[]" };
  g_autoptr (GBytes) packet = g_bytes_new_static ("%PDF", 4);

  g_assert_cmpint (quan_store_freeze (store, &frozen, packet, NULL), ==, 1);
}

static void
rename_other (QuanStore *store)
{
  write_provider (store, 2, OTHER, "another");
}

static void
delete_other (QuanStore *store)
{
  g_assert_true (quan_store_delete (store, QUAN_PROVIDERS, 2, NULL));
}

static void
make_again (QuanStore *store)
{
  write_provider (store, 2, OTHER, "again");
}

static void
delete_payment (QuanStore *store)
{
  g_assert_true (quan_store_delete (store, QUAN_PAYMENTS, 1, NULL));
}

/* Acts after which one before them cannot be taken back. */
static const struct {
  const char *name;
  void      (*first) (QuanStore *store), (*then) (QuanStore *store);
  gint64      act;  /* to be undone; 1 is the import, 2 made OTHER, 3 is the first one here */
  const char *says;
} refusals[] = {
  { "frozen",            act_change, freeze, 4, "frozen" },
  { "changed",           rename_other, make_again, 3, "provider " OTHER ": " },
  { "created, changed",  act_change, rename_other, 2, "provider " OTHER ": " },
  { "created, gone",     act_change, delete_other, 2, "provider " OTHER ": " },
  { "deleted, made",     delete_other, make_again, 3, "provider " OTHER ": " },
  { "imported, changed", act_create, act_change, 1, "contract " FIRST "/HT-001: " },
  { "imported, gone",    act_create, delete_payment, 1, "payment 1: " },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++) {
    g_auto (StorePlace) place = store_place_new ();
    g_autoptr (QuanStore) store = make (&place);
    g_autofree char *before = NULL, *after = NULL;
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", refusals[i].name);
    g_assert_true (quan_store_begin (store, "edit", NULL, NULL));
    refusals[i].first (store);
    commit (store);
    g_assert_true (quan_store_begin (store, "edit", NULL, NULL));
    refusals[i].then (store);
    commit (store);
    before = describe (store);
    g_assert_cmpint (quan_store_undo (store, refusals[i].act, QUAN_UNDO_WORD, NULL, &error), ==, 0);
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
    g_assert_nonnull (strstr (error->message, refusals[i].says));
    g_assert_cmpint (quan_store_last_act (store), ==, 4);
    after = describe (store);
    g_assert_cmpstr (after, ==, before);
    assert_sound (store);
  }
}

/* What others refer to cannot go, and the sentence is one for people. */
static void
test_referred_to (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = make (&place);
  QuanContract *contract = quan_store_get (store, QUAN_CONTRACTS, 1, NULL);
  g_autoptr (GError) error = NULL;

  g_free (contract->provider);
  contract->provider = g_strdup (OTHER);
  g_assert_true (quan_store_begin (store, "edit", NULL, NULL));
  g_assert_cmpint (quan_store_write (store, QUAN_CONTRACTS, 1, contract, NULL), ==, 1);
  commit (store);
  quan_record_free (&quan_contract_type, contract);
  g_assert_cmpint (quan_store_undo (store, 2, QUAN_UNDO_WORD, NULL, &error), ==, 0);
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  g_assert_null (strstr (error->message, "FOREIGN"));
  assert_sound (store);
}

static void
write_preparation (QuanStore *store, gint64 id, const char *touched, int step)
{
  const QuanPreparation preparation = { .touched = (char *) touched, .step = step };

  g_assert_true (quan_store_begin (store, "prepare", "subject", NULL));
  g_assert_cmpint (quan_store_write (store, QUAN_PREPARATIONS, id, &preparation, NULL), ==, 1);
  commit (store);
}

/* The step shown since neither hinders an undo nor is turned back by one. */
static void
test_passing (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = store_open (place.path);
  QuanPreparation *preparation;

  write_preparation (store, 0, "a", 1);
  write_preparation (store, 1, "b", 1);
  write_preparation (store, 1, "b", 4);
  undo (store, 2, QUAN_UNDO_WORD);
  preparation = quan_store_get (store, QUAN_PREPARATIONS, 1, NULL);
  g_assert_cmpstr (preparation->touched, ==, "a");
  g_assert_cmpint (preparation->step, ==, 4);
  quan_record_free (&quan_preparation_type, preparation);
  undo (store, 1, QUAN_UNDO_WORD);
  g_assert_null (quan_store_get (store, QUAN_PREPARATIONS, 1, NULL));
  assert_sound (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/undo/there-and-back", test_there_and_back);
  g_test_add_func ("/undo/import", test_import);
  g_test_add_func ("/undo/import-after-undo", test_import_after_undo);
  g_test_add_func ("/undo/refused", test_refused);
  g_test_add_func ("/undo/referred-to", test_referred_to);
  g_test_add_func ("/undo/passing", test_passing);
  return g_test_run ();
}
