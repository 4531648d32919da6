/* What the officer takes back, does again, removes and chooses anew. */
#include "core/base/error.h"
#include "core/desk/preparation.h"
#include "core/model/preparation.h"
#include "tests/core/desk-fixture.h"

#define PROVIDER "91110302600123450J"
#define CONTRACTS                                                                                        \
  "{\"format\":\"quan-workspace\",\"version\":1,\"enterprises\":[{\"uscc\":\"" DESK_ENTERPRISE "\"}],"   \
  "\"providers\":[{\"uscc\":\"" PROVIDER "\"},{\"uscc\":\"91110112MACX9QR43N\"}],\"contracts\":["        \
  "{\"number\":\"HT-1\",\"enterprise\":\"" DESK_ENTERPRISE "\",\"provider\":\"" PROVIDER "\"},"          \
  "{\"number\":\"HT-2\",\"enterprise\":\"" DESK_ENTERPRISE "\"},"                                        \
  "{\"number\":\"HT-3\",\"enterprise\":\"" DESK_ENTERPRISE "\"},"                                        \
  "{\"number\":\"HT-4\",\"enterprise\":\"" DESK_ENTERPRISE "\"}],"                                       \
  "\"claims\":[{\"contract\":\"HT-2\",\"enterprise\":\"" DESK_ENTERPRISE "\",\"state\":\"draft\"}],"     \
  "\"deliveries\":[{\"number\":\"D\",\"contract\":\"HT-3\",\"enterprise\":\"" DESK_ENTERPRISE "\"}],"    \
  "\"invoices\":[{\"number\":\"I\",\"contract\":\"HT-4\",\"enterprise\":\"" DESK_ENTERPRISE "\"}]}"

static void
undo (QuanDesk *desk, const char *expected)
{
  g_autofree char *subject = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (quan_desk_can_undo (desk));
  quan_desk_undo (desk, &subject, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (subject, ==, expected);
}

static void
redo (QuanDesk *desk, const char *expected)
{
  g_autofree char *subject = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (quan_desk_can_redo (desk));
  quan_desk_redo (desk, &subject, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (subject, ==, expected);
}

static void
assert_export (QuanDesk *desk, const char *expected)
{
  g_autofree char *text = desk_export (desk);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_sound (QuanDesk *desk)
{
  g_autoptr (GPtrArray) problems = quan_desk_verify (desk, NULL);

  g_assert_cmpuint (problems->len, ==, 0);
}

#define SUBJECT DESK_ENTERPRISE "/" DESK_CONTRACT

/* Back to the empty store and forth again, over an import and the acts of a claim. */
static void
test_session (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_open (place.path, "2024-03-08");
  g_autofree char *workspace = desk_workspace ("[]"), *imported = NULL, *drafted = NULL, *withdrawn = NULL;
  QuanImport import;

  g_assert_false (quan_desk_can_undo (desk));
  import = desk_import (desk, &place, workspace);
  quan_import_clear (&import);
  imported = desk_export (desk);
  desk_act (desk, QUAN_ACT_NEW, "2024-03-08", NULL);
  drafted = desk_export (desk);
  desk_act (desk, QUAN_ACT_WITHDRAW, "2024-03-08", NULL);
  withdrawn = desk_export (desk);
  g_assert_false (quan_desk_can_redo (desk));
  for (int round = 0; round < 2; round++) {
    undo (desk, SUBJECT);
    assert_export (desk, drafted);
    undo (desk, SUBJECT);
    assert_export (desk, imported);
    g_assert_cmpuint (quan_desk_enterprises (desk, NULL)->len, ==, 1);
    undo (desk, "workspace.json");
    g_assert_cmpuint (quan_desk_enterprises (desk, NULL)->len, ==, 0);
    g_assert_false (quan_desk_can_undo (desk));
    assert_sound (desk);
    redo (desk, "workspace.json");
    g_assert_cmpuint (quan_desk_enterprises (desk, NULL)->len, ==, 1);
    redo (desk, SUBJECT);
    redo (desk, SUBJECT);
    g_assert_false (quan_desk_can_redo (desk));
    assert_export (desk, withdrawn);
    assert_sound (desk);
  }
}

/* A new act ends what could be done again; one that changes nothing does not. */
static void
test_new_act (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, "2024-03-08", "[]");
  g_autofree char *workspace = desk_workspace ("[]");
  QuanImport import;

  desk_act (desk, QUAN_ACT_NEW, "2024-03-08", NULL);
  undo (desk, SUBJECT);
  import = desk_import (desk, &place, workspace);
  quan_import_clear (&import);
  g_assert_true (quan_desk_can_redo (desk));
  desk_act (desk, QUAN_ACT_NEW, "2024-03-07", NULL);
  g_assert_false (quan_desk_can_redo (desk));
  undo (desk, SUBJECT);
  undo (desk, "workspace.json");
  g_assert_false (quan_desk_can_undo (desk));
}

/* What a submission froze stays; the session goes on as it was. */
static void
test_submission (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, "2024-03-08", "[]");
  g_autofree char *submitted = NULL;
  g_autoptr (GError) error = NULL;

  desk_act (desk, QUAN_ACT_SUBMIT, "2024-03-08", NULL);
  submitted = desk_export (desk);
  g_assert_false (quan_desk_undo (desk, NULL, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  assert_export (desk, submitted);
  g_assert_false (quan_desk_can_redo (desk));
  desk_act (desk, QUAN_ACT_RETURN, "2024-03-09", NULL);
  undo (desk, SUBJECT);
  assert_export (desk, submitted);
  assert_sound (desk);
}

/* Prepares a claim for HT-1, and keeps a file for it and for every contract, behind the desk. */
static void
prepare (const StorePlace *place)
{
  g_autoptr (QuanStore) store = store_open (place->path);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("kept", 4);
  g_autofree char *hash = NULL;
  const QuanPreparation preparation = { .enterprise = (char *) DESK_ENTERPRISE, .contract = (char *) "HT-1",
                                        .step = 2 };
  QuanAttachment attachment = { .enterprise = preparation.enterprise, .contract = preparation.contract,
                                .document = (char *) "licence", .name = (char *) "a.pdf", .bytes = (char *) "4",
                                .added = (char *) "2024-03-01" };
  g_autoptr (GError) error = NULL;

  g_assert_true (quan_store_begin (store, "prepare", NULL, NULL));
  attachment.sha256 = hash = quan_store_keep_file (store, bytes, NULL);
  g_assert_cmpint (quan_store_write (store, QUAN_PREPARATIONS, 0, &preparation, NULL), ==, 1);
  g_assert_cmpint (quan_store_write (store, QUAN_ATTACHMENTS, 0, &attachment, NULL), ==, 1);
  attachment.contract = NULL;
  g_assert_cmpint (quan_store_write (store, QUAN_ATTACHMENTS, 0, &attachment, NULL), ==, 2);
  quan_store_commit (store, &error);
  g_assert_no_error (error);
}

/* What a field of a preparation shows. Free with g_free. */
static char *
shown (QuanDesk *desk, gint64 id, const char *path, int *step)
{
  g_autoptr (QuanPrepared) prepared = quan_desk_prepared (desk, id, NULL);

  g_assert_nonnull (prepared);
  *step = prepared->step;
  return quan_prepared_text (prepared, path);
}

static void
assert_shown (QuanDesk *desk, gint64 id, const char *title, const char *signed_on)
{
  int step;
  g_autofree char *first = shown (desk, id, "contract.title", &step);
  g_autofree char *second = shown (desk, id, "contract.signed", &step);

  g_assert_cmpstr (first, ==, title);
  g_assert_cmpstr (second, ==, signed_on);
  g_assert_cmpint (step, ==, 3);
}

/* Entries are taken back one by one, facts and held texts alike. The step shown stays; opening a claim is no act. */
static void
test_entries (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, "2024-03-08", "[]");
  g_autofree char *title = NULL, *signed_on = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;
  int step;

  undo (desk, "workspace.json");
  redo (desk, "workspace.json");
  id = quan_desk_prepare (desk, NULL, DESK_CONTRACT, &error);
  g_assert_no_error (error);
  title = shown (desk, id, "contract.title", &step);
  signed_on = shown (desk, id, "contract.signed", &step);
  quan_desk_enter (desk, id, "contract.title", "anew", &error);
  g_assert_no_error (error);
  quan_desk_enter (desk, id, "contract.signed", "some day", &error);
  g_assert_no_error (error);
  quan_desk_turn_to_step (desk, id, 3, &error);
  g_assert_no_error (error);
  for (int round = 0; round < 2; round++) {
    assert_shown (desk, id, "anew", "some day");
    quan_desk_undo (desk, NULL, &error);
    g_assert_no_error (error);
    assert_shown (desk, id, "anew", signed_on);
    quan_desk_undo (desk, NULL, &error);
    g_assert_no_error (error);
    assert_shown (desk, id, title, signed_on);
    assert_sound (desk);
    quan_desk_turn_to_step (desk, id, 2, &error);
    quan_desk_turn_to_step (desk, id, 3, &error);
    g_assert_no_error (error);
    for (int i = 0; i < 2; i++) {
      quan_desk_redo (desk, NULL, &error);
      g_assert_no_error (error);
    }
  }
  quan_desk_abandon (desk, id, &error);
  g_assert_no_error (error);
  quan_desk_undo (desk, NULL, &error);
  g_assert_no_error (error);
  assert_shown (desk, id, "anew", "some day");
}

/* Says how many attachments are left, then lets go of the store. */
static gint64
count_attachments (const StorePlace *place)
{
  g_autoptr (QuanStore) store = store_open (place->path);

  return quan_store_count (store, QUAN_ATTACHMENTS, &(QuanStoreFilter) { NULL }, NULL);
}

/* What cannot be removed. */
static const struct {
  const char *contract, *provider;
  int         code;
} kept[] = {
  { "HT-2", NULL, QUAN_ERROR_INPUT },
  { "HT-3", NULL, QUAN_ERROR_INPUT },
  { "HT-4", NULL, QUAN_ERROR_INPUT },
  { "HT-5", NULL, QUAN_ERROR_USAGE },
  { NULL, PROVIDER, QUAN_ERROR_INPUT },
  { NULL, "91110105MA7KDEF373", QUAN_ERROR_USAGE },
};

static void
test_remove (void)
{
  g_auto (StorePlace) place = store_place_new ();
  QuanDesk *first = desk_open (place.path, "2024-03-08");
  QuanImport import = desk_import (first, &place, CONTRACTS);
  g_autoptr (QuanDesk) desk = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  quan_import_clear (&import);
  quan_desk_close (first);
  prepare (&place);
  desk = desk_open (place.path, "2024-03-08");
  before = desk_export (desk);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++) {
    gboolean done = kept[i].contract != NULL
                      ? quan_desk_remove_contract (desk, DESK_ENTERPRISE, kept[i].contract, &error)
                      : quan_desk_remove_provider (desk, kept[i].provider, &error);

    g_assert_false (done);
    g_assert_error (error, QUAN_ERROR, kept[i].code);
    g_clear_error (&error);
  }
  assert_export (desk, before);
  g_assert_false (quan_desk_can_undo (desk));

  quan_desk_remove_contract (desk, DESK_ENTERPRISE, "HT-1", &error);
  g_assert_no_error (error);
  quan_desk_remove_provider (desk, PROVIDER, &error);
  g_assert_no_error (error);
  after = desk_export (desk);
  g_assert_null (strstr (after, "HT-1"));
  g_assert_null (strstr (after, PROVIDER));
  assert_sound (desk);
  undo (desk, PROVIDER);
  undo (desk, DESK_ENTERPRISE "/HT-1");
  assert_export (desk, before);
  assert_sound (desk);
  redo (desk, DESK_ENTERPRISE "/HT-1");
  redo (desk, PROVIDER);
  assert_export (desk, after);
  g_clear_pointer (&desk, quan_desk_close);
  g_assert_cmpint (count_attachments (&place), ==, 1);
}

static const char *const wrong_readings[][3] = {
  { "proration" }, { "proration=none-such" }, { "none-such=1" }, { "proration=days", "proration" },
};

static void
test_choices (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, "2024-03-08", "[]");
  const char *const net[] = { "proration=days", NULL };
  g_autoptr (GError) error = NULL;
  QuanView standard, chosen, view;

  g_assert_cmpint (quan_desk_as_of (desk), ==, quan_date_parse_iso ("2024-03-08"));
  quan_desk_set_as_of (desk, quan_date_parse_iso ("2024-04-01"));
  g_assert_true (quan_desk_view_for (desk, NULL, NULL, &standard, NULL));
  g_assert_cmpint (standard.as_of, ==, quan_date_parse_iso ("2024-04-01"));
  g_assert_cmpuint (quan_desk_packs (desk)->len, >, 0);

  quan_desk_set_readings (desk, net, &error);
  g_assert_no_error (error);
  g_assert_true (quan_desk_view_for (desk, NULL, NULL, &chosen, NULL));
  g_assert_cmpint (memcmp (&standard.readings, &chosen.readings, sizeof chosen.readings), !=, 0);
  for (guint i = 0; i < G_N_ELEMENTS (wrong_readings); i++) {
    g_assert_false (quan_desk_set_readings (desk, wrong_readings[i], &error));
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_USAGE);
    g_clear_error (&error);
    g_assert_true (quan_desk_view_for (desk, NULL, NULL, &view, NULL));
    g_assert_cmpmem (&view.readings, sizeof view.readings, &chosen.readings, sizeof chosen.readings);
  }
  g_assert_true (quan_desk_set_readings (desk, NULL, NULL));
  g_assert_true (quan_desk_view_for (desk, NULL, NULL, &view, NULL));
  g_assert_cmpmem (&view.readings, sizeof view.readings, &standard.readings, sizeof standard.readings);
}

int
main (int argc, char **argv)
{
  g_auto (StorePlace) home = { NULL };

  g_test_init (&argc, &argv, NULL);
  home = desk_home_new ();
  g_test_add_func ("/desk-undo/session", test_session);
  g_test_add_func ("/desk-undo/new-act", test_new_act);
  g_test_add_func ("/desk-undo/submission", test_submission);
  g_test_add_func ("/desk-undo/entries", test_entries);
  g_test_add_func ("/desk-undo/remove", test_remove);
  g_test_add_func ("/desk-undo/choices", test_choices);
  return g_test_run ();
}
