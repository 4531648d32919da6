/* Claims in preparation: rows of lists, attached documents, notices, the list of the unfinished, and taking back. */
#include <string.h>

#include "core/base/error.h"
#include "tests/core/prepare-fixture.h"

/* Rows come and go, with the texts held for them; a row that lacks what is required is no fact yet. */
static void
test_rows (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, PREPARE_DAY, "[]");
  gint64 id = prepare_begin (desk, NULL, DESK_CONTRACT);
  g_autoptr (QuanPrepared) three = NULL, two = NULL, whole = NULL;
  g_autofree char *export = NULL, *later = NULL;
  g_autoptr (GError) error = NULL;

  prepare_type (desk, id, "contract.lines[1].item", "存储");
  prepare_type (desk, id, "contract.lines[2].amount", "5oo");
  prepare_type (desk, id, "contract.schedule[0].date", "2024-12-31");
  prepare_type (desk, id, "contract.schedule[1].date", "2025-01-31");
  prepare_type (desk, id, "contract.schedule[1].amount", "400000");
  three = prepare_look (desk, id);
  g_assert_cmpuint (quan_record_n_rows (&quan_contract_type, three->contract, "lines"), ==, 3);
  g_assert_cmpuint (quan_record_n_rows (&quan_contract_type, three->contract, "schedule"), ==, 2);
  assert_shows (three, "contract.schedule[1].amount", "400,000.00", NULL);
  g_assert_cmpint (three->total, ==, QUAN_FEN_NONE);
  export = desk_export (desk);
  g_assert_null (strstr (export, "2025-01-31"));
  g_assert_true (quan_desk_remove_row (desk, id, "contract.lines[1]", &error));
  two = prepare_look (desk, id);
  g_assert_cmpuint (quan_record_n_rows (&quan_contract_type, two->contract, "lines"), ==, 2);
  g_assert_nonnull (quan_prepared_problem (two, "contract.lines[1].amount"));
  prepare_type (desk, id, "contract.schedule[0].amount", "600000");
  g_assert_true (quan_desk_remove_row (desk, id, "contract.lines[1]", &error));
  whole = prepare_look (desk, id);
  g_assert_cmpuint (whole->problems->len, ==, 0);
  g_assert_cmpint (whole->total, ==, 100000000);
  later = desk_export (desk);
  g_assert_nonnull (strstr (later, "2024-12-31"));
  g_assert_nonnull (strstr (later, "2025-01-31"));
  g_assert_false (quan_desk_remove_row (desk, id, "contract.lines[1]", &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_USAGE);
  prepare_type (desk, id, "contract.schedule[0].amount", "");
  g_clear_pointer (&whole, quan_prepared_free);
  whole = prepare_look (desk, id);
  assert_shows (whole, "contract.schedule[0].date", "2024-12-31", NULL);
  assert_shows (whole, "contract.schedule[0].amount", "", NULL);
  assert_shows (whole, "contract.schedule[1].amount", "400,000.00", NULL);
}

static void
test_attachments (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, PREPARE_DAY, "[]");
  g_autofree char *path = g_build_filename (place.folder, "合同.pdf", NULL), *empty = NULL, *hash = NULL;
  g_autoptr (QuanPrepared) before = NULL, with = NULL, without = NULL;
  const QuanDocumentRow *row = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = prepare_begin (desk, NULL, DESK_CONTRACT);
  guint at = 0;

  before = prepare_look (desk, id);
  while (((const QuanDocumentRow *) before->documents->pdata[at])->state != QUAN_DOCUMENT_MISSING)
    at++;
  row = before->documents->pdata[at];
  g_assert_true (g_file_set_contents (path, "%PDF-1.7", -1, NULL));
  quan_desk_attach (desk, id, row->document->id, path, &error);
  g_assert_no_error (error);
  with = prepare_look (desk, id);
  row = with->documents->pdata[at];
  g_assert_cmpint (row->state, ==, QUAN_DOCUMENT_PRESENT);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "%PDF-1.7", -1);
  g_assert_cmpstr (row->attachment->sha256, ==, hash);
  g_assert_cmpstr (row->attachment->name, ==, "合同.pdf");
  g_assert_cmpstr (row->attachment->bytes, ==, "8");
  quan_desk_detach (desk, row->attachment_id, &error);
  g_assert_no_error (error);
  without = prepare_look (desk, id);
  g_assert_cmpint (((const QuanDocumentRow *) without->documents->pdata[at])->state, ==, QUAN_DOCUMENT_MISSING);
  empty = g_build_filename (place.folder, "empty.pdf", NULL);
  g_assert_true (g_file_set_contents (empty, "", -1, NULL));
  g_assert_false (quan_desk_attach (desk, id, row->document->id, empty, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (quan_desk_attach (desk, id, row->document->id, place.folder, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (quan_desk_attach (desk, id, "no-such-document", path, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_false (quan_desk_attach (desk, prepare_begin (desk, PREPARE_CODE, NULL), row->document->id, path, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
}

/* What was submitted keeps its files until it comes back. */
static void
test_submitted_files (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, PREPARE_DAY, "[]");
  g_autofree char *path = g_build_filename (place.folder, "scan.pdf", NULL);
  g_autoptr (QuanPrepared) with = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = prepare_begin (desk, NULL, DESK_CONTRACT), attachment = 0;

  g_assert_true (g_file_set_contents (path, "%PDF-1.7", -1, NULL));
  quan_desk_attach (desk, id, "contract", path, &error);
  g_assert_no_error (error);
  with = prepare_look (desk, id);
  for (guint i = 0; i < with->documents->len; i++)
    attachment += ((const QuanDocumentRow *) with->documents->pdata[i])->attachment_id;
  desk_act (desk, QUAN_ACT_SUBMIT, PREPARE_DAY, NULL);
  g_assert_false (quan_desk_detach (desk, attachment, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  g_clear_error (&error);
  desk_act (desk, QUAN_ACT_RETURN, "2024-03-10", NULL);
  g_assert_true (quan_desk_detach (desk, attachment, &error));
}

static gboolean
has_notice (const QuanPrepared *prepared, const char *part)
{
  for (guint i = 0; i < prepared->notices->len; i++)
    if (strstr (prepared->notices->pdata[i], part) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_notices (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, PREPARE_DAY, "[]");
  g_autoptr (QuanPrepared) first = NULL, second = NULL, far = NULL;
  gint64 id = prepare_begin (desk, PREPARE_CODE, NULL), other = prepare_begin (desk, NULL, NULL);

  prepare_type (desk, id, "contract.number", "HT-5");
  prepare_type (desk, id, "contract.signed", "2024-02-27");
  prepare_type (desk, id, "contract.lines[0].amount", "1000000");
  prepare_type (desk, id, "provider.uscc", PREPARE_OTHER_CODE);
  prepare_type (desk, id, "enterprise.region", "110105");
  prepare_type (desk, id, "enterprise.bank.account_name", "别人");
  first = prepare_look (desk, id);
  g_assert_true (has_notice (first, "The contract “HT-001” has the same provider and amount"));
  g_assert_true (has_notice (first, "but the code of the enterprise was given out in 110108"));
  g_assert_true (has_notice (first, "The bank account belongs to “别人”"));
  g_assert_cmpuint (first->notices->len, ==, 3);
  prepare_type (desk, id, "contract.signed", "2024-02-28");
  far = prepare_look (desk, id);
  g_assert_false (has_notice (far, "HT-001"));
  prepare_type (desk, other, "contract.number", "HT-001");
  prepare_type (desk, other, "enterprise.uscc", "91110105MA7KDEF370");
  second = prepare_look (desk, other);
  g_assert_true (has_notice (second, "The enterprise " PREPARE_CODE " has a contract “HT-001” too."));
  g_assert_true (has_notice (second, "The last character of 91110105MA7KDEF370 should be 3."));
}

static void
test_unfinished (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, PREPARE_DAY, "[]");
  g_autofree char *before = desk_export (desk), *after = NULL;
  gint64 id = prepare_begin (desk, NULL, DESK_CONTRACT), empty = prepare_begin (desk, NULL, NULL);
  g_autoptr (GPtrArray) none = quan_desk_unfinished (desk, NULL, NULL), one = NULL, given_up = NULL, done = NULL;
  g_autoptr (QuanPrepared) prepared = NULL;
  const QuanUnfinished *row;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (prepare_begin (desk, NULL, NULL), ==, empty);
  prepare_type (desk, id, "claim.requested", "10万");
  g_assert_true (quan_desk_turn_to_step (desk, id, 4, &error));
  one = quan_desk_unfinished (desk, PREPARE_CODE, NULL);
  g_assert_cmpuint (one->len, ==, 1);
  row = one->pdata[0];
  g_assert_cmpstr (row->contract, ==, DESK_CONTRACT);
  g_assert_cmpstr (row->name, ==, "北京示例智能科技有限公司");
  g_assert_cmpint (row->step, ==, 4);
  prepared = prepare_look (desk, id);
  g_assert_cmpint (prepared->check->award.requested, ==, 10000000);
  g_assert_true (quan_desk_abandon (desk, id, &error));
  given_up = quan_desk_unfinished (desk, NULL, NULL);
  g_assert_cmpuint (given_up->len, ==, 0);
  after = desk_export (desk);
  g_assert_cmpstr (before, ==, after);
  g_assert_null (quan_desk_prepared (desk, id, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  prepare_type (desk, prepare_begin (desk, NULL, DESK_CONTRACT), "contract.title", "合同");
  desk_act (desk, QUAN_ACT_SUBMIT, PREPARE_DAY, NULL);
  done = quan_desk_unfinished (desk, NULL, NULL);
  g_assert_cmpuint (done->len, ==, 0);
}

/* Every entry can be taken back, the last first, until all is as before; and done again. */
static void
test_undo (void)
{
  static const struct { const char *path, *text; } entries[] = {
    { "contract.signed", "2024-02-31" },     { "contract.signed", "2024-02-21" },
    { "contract.lines[1].amount", "5万" },    { "contract.number", "HT-2" },
    { "provider.uscc", "91110108MA01ABC21X" }, { "contract.schedule[0].date", "2024-12-31" },
    { "claim.requested", "100000" },
  };
  g_auto (StorePlace) place = store_place_new ();
  QuanDesk *imported = desk_with_claims (&place, PREPARE_DAY, "[]");
  g_autoptr (QuanDesk) desk = NULL;
  gint64 id;
  char *exports[G_N_ELEMENTS (entries) + 1];
  g_autoptr (QuanPrepared) last = NULL;
  g_autoptr (GError) error = NULL;
  gsize n = G_N_ELEMENTS (entries);

  quan_desk_close (imported);
  desk = desk_open (place.path, PREPARE_DAY);
  id = prepare_begin (desk, NULL, DESK_CONTRACT);
  exports[0] = desk_export (desk);
  for (gsize i = 0; i < n; i++) {
    prepare_type (desk, id, entries[i].path, entries[i].text);
    g_assert_true (quan_desk_turn_to_step (desk, id, 1 + (int) i % 5, NULL));
    exports[i + 1] = desk_export (desk);
  }
  for (gsize i = n; i-- > 0;) {
    g_autofree char *export = NULL;
    g_autoptr (QuanPrepared) prepared = NULL;

    quan_desk_undo (desk, NULL, &error);
    g_assert_no_error (error);
    export = desk_export (desk);
    g_assert_cmpstr (export, ==, exports[i]);
    prepared = prepare_look (desk, id);
    g_assert_cmpuint (prepared->problems->len, ==, i == 1 ? 1 : 0);
  }
  g_assert_false (quan_desk_can_undo (desk));
  for (gsize i = 0; i < n; i++)
    g_assert_true (quan_desk_redo (desk, NULL, NULL));
  last = prepare_look (desk, id);
  assert_shows (last, "contract.schedule[0].date", "2024-12-31", NULL);
  assert_shows (last, "contract.number", "HT-2", NULL);
  for (gsize i = 0; i <= n; i++)
    g_free (exports[i]);
}

int
main (int argc, char **argv)
{
  g_auto (StorePlace) home = { NULL };

  g_test_init (&argc, &argv, NULL);
  home = desk_home_new ();
  g_test_add_func ("/desk-prepare/rows", test_rows);
  g_test_add_func ("/desk-prepare/attachments", test_attachments);
  g_test_add_func ("/desk-prepare/submitted-files", test_submitted_files);
  g_test_add_func ("/desk-prepare/notices", test_notices);
  g_test_add_func ("/desk-prepare/unfinished", test_unfinished);
  g_test_add_func ("/desk-prepare/undo", test_undo);
  return g_test_run ();
}
