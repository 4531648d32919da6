/* The filing of a round: what it is judged by, and the files kept for it. */
#include "core/base/error.h"
#include "tests/core/redemption-fixture.h"

#define DRAFT "{'round': '2024Q3', 'enterprise': '" REDEEM_ENTERPRISE "', 'state': 'draft', 'items': []}"
#define PAID                                                                                                     \
  "{'round': '2024Q2', 'enterprise': '" REDEEM_ENTERPRISE "', 'submitted': '2024-06-20', 'state': 'paid',"       \
  " 'paid_on': '2024-07-15', 'items': [{'voucher': '" REDEEM_VOUCHER "', 'invoices': ['" REDEEM_INVOICE_1 "'],"  \
  " 'amount': '50000.00'}]}"

/* Which round is shown where none is named: the one at work, else the next that can be filed, else the last. */
static const struct {
  const char *as_of, *redemptions, *round;
  gboolean    any;  /* it has a redemption */
} shown[] = {
  { "2024-06-10", "[]", "2024Q2", FALSE },
  { "2024-06-10", "[" DRAFT "]", "2024Q3", TRUE },
  { "2024-07-20", "[" PAID "]", "2024Q3", FALSE },
  { "2024-11-20", "[]", "2025Q1", FALSE },
  { "2026-03-01", "[]", "2025Q4", FALSE },
};

static void
test_round_shown (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++) {
    g_auto (StorePlace) place = store_place_new ();
    g_autoptr (QuanDesk) desk = redemption_desk (&place, shown[i].as_of, NULL, shown[i].redemptions);
    g_autoptr (QuanFiling) filing = redemption_filing (desk, NULL);

    g_assert_cmpstr (filing->preview->round, ==, shown[i].round);
    g_assert_cmpint (filing->redemption != NULL, ==, shown[i].any);
    g_assert_cmpint (filing->id != 0, ==, shown[i].any);
    g_assert_false (filing->locked);
    g_assert_cmpstr (filing->enterprise->uscc, ==, REDEEM_ENTERPRISE);
  }
}

/* A paid redemption is shown as on the day it was submitted, and does not count against itself. */
static void
test_own_day (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = redemption_desk (&place, "2025-03-10", NULL, "[" PAID "]");
  g_autoptr (QuanFiling) paid = redemption_filing (desk, "2024Q2"), next = redemption_filing (desk, "2025Q1");
  const QuanInvoicePlace *first = &g_array_index (paid->places, QuanInvoicePlace, 0);

  g_assert_true (paid->locked);
  g_assert_cmpint (paid->view.as_of, ==, quan_date_parse_iso ("2024-06-20"));
  g_assert_cmpint (paid->preview->total, ==, REDEEM_PART);
  g_assert_cmpuint (paid->places->len, ==, 4);
  g_assert_cmpstr (first->invoice->number, ==, REDEEM_INVOICE_1);
  g_assert_cmpint (first->place, ==, QUAN_PLACE_NOW);
  g_assert_cmpuint (paid->three_way->rows->len, ==, 1);
  g_assert_cmpuint (paid->three_way->counts[QUAN_MATCH_UNUSED].held, ==, 1);
  first = &g_array_index (next->places, QuanInvoicePlace, 0);
  g_assert_cmpint (first->place, ==, QUAN_PLACE_REDEEMED);
  g_assert_cmpint (next->preview->total, ==, 3 * REDEEM_PART);
}

static const QuanDocumentRow *
document_row (const QuanFiling *filing, const char *id)
{
  for (guint i = 0; i < filing->documents->len; i++) {
    const QuanDocumentRow *row = filing->documents->pdata[i];

    if (strcmp (row->document->id, id) == 0)
      return row;
  }
  g_assert_not_reached ();
}

/* A file is kept for one round, shown there and nowhere else, and can be taken out again; none for a locked round. */
static void
test_documents (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = redemption_desk (&place, "2024-09-10", NULL, "[" PAID "]");
  g_autofree char *file = g_build_filename (place.folder, "slip.pdf", NULL);
  g_autoptr (QuanFiling) with = NULL, without = NULL, other = NULL;
  const QuanDocumentRow *row;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "slip", -1, NULL));
  g_assert_false (quan_desk_attach_to_round (desk, REDEEM_ENTERPRISE, "2024Q3", "business-licence", file, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_false (quan_desk_attach_to_round (desk, REDEEM_ENTERPRISE, "2024Q2", "bank-slips", file, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_true (quan_desk_attach_to_round (desk, REDEEM_ENTERPRISE, "2024Q3", "bank-slips", file, &error));
  g_assert_no_error (error);
  with = redemption_filing (desk, "2024Q3");
  row = document_row (with, "bank-slips");
  g_assert_cmpint (row->state, ==, QUAN_DOCUMENT_PRESENT);
  g_assert_cmpstr (row->attachment->name, ==, "slip.pdf");
  other = redemption_filing (desk, "2024Q4");
  g_assert_cmpint (document_row (other, "bank-slips")->state, ==, QUAN_DOCUMENT_MISSING);
  g_assert_true (quan_desk_detach (desk, row->attachment_id, &error));
  without = redemption_filing (desk, "2024Q3");
  g_assert_cmpint (document_row (without, "bank-slips")->state, ==, QUAN_DOCUMENT_MISSING);
}

/* What was filed keeps its files. */
static void
test_files_stay (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = redemption_desk (&place, "2024-06-20", NULL, "[]");
  const QuanRedemptionChange change = { .round = "2024Q2", .enterprise = REDEEM_ENTERPRISE, .date = QUAN_DATE_NONE,
                                        .received = QUAN_FEN_NONE };
  g_autofree char *file = g_build_filename (place.folder, "slip.pdf", NULL);
  g_autoptr (QuanFiling) filing = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "slip", -1, NULL));
  g_assert_true (quan_desk_attach_to_round (desk, REDEEM_ENTERPRISE, "2024Q2", "bank-slips", file, &error));
  g_assert_true (quan_desk_redemption (desk, QUAN_REDEEM_SUBMIT, &change, NULL, &error));
  filing = redemption_filing (desk, "2024Q2");
  g_assert_true (filing->locked);
  g_assert_false (quan_desk_detach (desk, document_row (filing, "bank-slips")->attachment_id, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
}

static void
test_refused (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = redemption_desk (&place, "2024-09-10", NULL, "[]");
  g_autoptr (QuanFiling) unknown = redemption_filing (desk, "2030Q1");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (unknown->preview->state, ==, QUAN_ROUND_NONE);
  g_assert_cmpuint (unknown->places->len, ==, 0);
  g_assert_cmpuint (unknown->three_way->rows->len, ==, 0);
  g_assert_null (quan_desk_filing (desk, NULL, "2024Q2", &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_null (quan_desk_filing (desk, REDEEM_ENTERPRISE, "2024Q5", &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_USAGE);
}

int
main (int argc, char **argv)
{
  g_auto (StorePlace) home = desk_home_new ();

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk-filing/round-shown", test_round_shown);
  g_test_add_func ("/desk-filing/own-day", test_own_day);
  g_test_add_func ("/desk-filing/documents", test_documents);
  g_test_add_func ("/desk-filing/files-stay", test_files_stay);
  g_test_add_func ("/desk-filing/refused", test_refused);
  return g_test_run ();
}
