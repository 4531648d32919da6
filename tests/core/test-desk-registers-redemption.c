/* The registers of vouchers, deliveries, invoices, payments and redemptions: as the engine counts, and as of a date. */
#include "core/desk/overview.h"
#include "core/desk/registers.h"
#include "tests/core/desk-fixture.h"

#include <string.h>

static gboolean
keep_rows (GPtrArray *rows, gpointer data)
{
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (data, rows->pdata[i]);
  return TRUE;
}

typedef gboolean (*RowsOf) (QuanDesk *, const char *, QuanRowsFunc, gpointer, GCancellable *, GError **);

static GPtrArray *
rows_of (QuanDesk *desk, RowsOf walk, gpointer row_free)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (walk (desk, DESK_ENTERPRISE, keep_rows, rows, NULL, &error));
  g_assert_no_error (error);
  return rows;
}

#define VOUCHERS(desk) rows_of (desk, quan_desk_voucher_rows, quan_voucher_row_free)
#define DELIVERIES(desk) rows_of (desk, quan_desk_delivery_rows, quan_delivery_row_free)
#define INVOICES(desk) rows_of (desk, quan_desk_invoice_rows, quan_invoice_row_free)
#define PAYMENTS(desk) rows_of (desk, quan_desk_payment_rows, quan_payment_row_free)
#define REDEMPTIONS(desk) rows_of (desk, quan_desk_redemption_rows, quan_redemption_row_free)

/* The row whose text at an offset is key. */
static gconstpointer
row_named (const GPtrArray *rows, gsize offset, const char *key)
{
  for (guint i = 0; i < rows->len; i++)
    if (strcmp (G_STRUCT_MEMBER (char *, rows->pdata[i], offset), key) == 0)
      return rows->pdata[i];
  return NULL;
}

#define INVOICE(rows, key) ((const QuanInvoiceRow *) row_named (rows, G_STRUCT_OFFSET (QuanInvoiceRow, number), key))
#define DELIVERY(rows, key) ((const QuanDeliveryRow *) row_named (rows, G_STRUCT_OFFSET (QuanDeliveryRow, number), key))
#define PAYMENT(rows, key) ((const QuanPaymentRow *) row_named (rows, G_STRUCT_OFFSET (QuanPaymentRow, number), key))

/* A round counts as redeemed what the register does, and takes none of the invoices the register calls filed. */
static guint
compare_case (QuanDesk *desk, const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuanRoundAnswer) answer = quan_desk_preview (desk, DESK_ENTERPRISE, label, &error);
  g_autoptr (GPtrArray) vouchers = VOUCHERS (desk), invoices = INVOICES (desk);

  g_assert_no_error (error);
  for (guint i = 0; i < answer->preview->items->len; i++) {
    const QuanPreviewItem *item = &g_array_index (answer->preview->items, QuanPreviewItem, i);
    const QuanVoucherRow *row = row_named (vouchers, G_STRUCT_OFFSET (QuanVoucherRow, voucher), item->claim->voucher);

    g_assert_nonnull (row);
    g_assert_cmpint (row->redeemed, ==, item->redeemed);
    g_assert_cmpint (row->left, ==, row->value - row->redeemed);
    g_assert_cmpint (row->expires != QUAN_DATE_NONE && row->expires < quan_desk_as_of (desk), ==,
                     (item->warnings & QUAN_WARN_VOUCHER_EXPIRED) != 0);
    for (guint j = 0; j < item->invoices->len; j++) {
      const QuanInvoice *invoice = item->invoices->pdata[j];

      g_assert_cmpint (INVOICE (invoices, invoice->number)->stand, ==, QUAN_INVOICE_FREE);
    }
  }
  return answer->preview->items->len;
}

static void
test_golden (void)
{
  json_t *cases = golden_load ("golden.json"), *golden;
  guint seen = 0;
  size_t i;

  json_array_foreach (cases, i, golden) {
    const json_t *command = json_object_get (golden, "command");
    g_auto (StorePlace) place = store_place_new ();
    g_autoptr (QuanDesk) desk = NULL;
    QuanImport import;
    char *text;

    if (strcmp (json_string_value (json_array_get (command, 0)), "redemption") != 0)
      continue;
    desk = desk_open (place.path, json_string_value (json_object_get (golden, "as_of")));
    text = json_dumps (json_object_get (golden, "workspace"), 0);
    import = desk_import (desk, &place, text);
    quan_import_clear (&import);
    free (text);
    seen += compare_case (desk, json_string_value (json_array_get (command, json_array_size (command) - 1)));
  }
  json_decref (cases);
  g_assert_cmpuint (seen, >, 10);
}

/* A voucher, invoices with and without delivery, one reversed; a redemption that was paid late; another enterprise. */
#define RECORDS                                                                                                     \
  "{\"format\":\"quan-workspace\",\"version\":1,\"enterprises\":[{\"uscc\":\"" DESK_ENTERPRISE "\","                \
  "\"region\":\"110108\"},{\"uscc\":\"91110105MA7KDEF373\",\"region\":\"110108\"}],\"contracts\":["                 \
  "{\"number\":\"HT-1\",\"title\":\"Training\",\"enterprise\":\"" DESK_ENTERPRISE "\"},"                            \
  "{\"number\":\"HT-2\",\"enterprise\":\"91110105MA7KDEF373\"}],\"claims\":[{\"contract\":\"HT-1\","                \
  "\"submitted\":\"2024-03-05\",\"requested\":\"200.00\",\"state\":\"approved\",\"approved\":\"150.00\","           \
  "\"voucher\":\"V-1\",\"issued\":\"2024-03-20\"},{\"contract\":\"HT-1\",\"state\":\"draft\"}],"                    \
  "\"deliveries\":[{\"number\":\"J-1\",\"contract\":\"HT-1\",\"amount\":\"100.00\"},"                               \
  "{\"number\":\"J-2\",\"contract\":\"HT-1\"},{\"number\":\"J-3\",\"contract\":\"HT-1\"}],\"invoices\":["           \
  "{\"number\":\"F-1\",\"contract\":\"HT-1\",\"date\":\"2024-06-05\",\"delivery\":\"J-1\",\"lines\":["              \
  "{\"kind\":\"compute\",\"amount\":\"80.00\",\"net\":\"75.00\"},{\"kind\":\"storage\",\"amount\":\"30.00\"}]},"    \
  "{\"number\":\"F-2\",\"contract\":\"HT-1\",\"date\":\"2024-07-01\",\"reverses\":\"F-1\",\"lines\":["              \
  "{\"kind\":\"compute\",\"amount\":\"-10.00\"}]},"                                                                 \
  "{\"number\":\"F-3\",\"contract\":\"HT-1\",\"date\":\"2024-06-06\",\"paid\":\"5.00\",\"paid_on\":\"2024-06-09\","  \
  "\"lines\":[{\"kind\":\"compute\"}],\"delivery\":\"J-2\"},"                                                       \
  "{\"number\":\"F-4\",\"contract\":\"HT-1\",\"date\":\"2024-06-06\"},"                                             \
  "{\"number\":\"F-5\",\"contract\":\"HT-2\"}],\"payments\":["                                                      \
  "{\"number\":\"P-1\",\"date\":\"2024-06-10\",\"amount\":\"50.00\",\"invoices\":["                                 \
  "{\"number\":\"F-1\",\"amount\":\"40.00\"},{\"number\":\"F-3\",\"amount\":\"10.00\"}]},"                          \
  "{\"number\":\"P-2\",\"date\":\"2024-08-01\",\"invoices\":[{\"number\":\"F-1\",\"amount\":\"40.00\"}]},"          \
  "{\"number\":\"P-3\"},{\"number\":\"P-4\",\"invoices\":[{\"number\":\"F-5\",\"amount\":\"1.00\"}]}],"             \
  "\"redemptions\":[{\"round\":\"2024Q2\",\"enterprise\":\"" DESK_ENTERPRISE "\",\"submitted\":\"2024-07-05\","     \
  "\"state\":\"paid\",\"paid_on\":\"2024-09-20\",\"received\":\"15.00\",\"items\":[{\"voucher\":\"V-1\","           \
  "\"invoices\":[\"F-1\",\"F-2\"],\"amount\":\"14.00\"}]},{\"round\":\"2024Q3\",\"enterprise\":\"" DESK_ENTERPRISE  \
  "\",\"state\":\"draft\"},{\"round\":\"2024Q1\",\"enterprise\":\"" DESK_ENTERPRISE "\",\"state\":\"returned\","    \
  "\"submitted\":\"2024-04-05\",\"reason\":\"Seal\",\"items\":[{\"voucher\":\"V-1\",\"invoices\":[\"F-3\"],"        \
  "\"amount\":\"3.00\"}]}]}"

static QuanDesk *
desk_with_records (const StorePlace *place, const char *as_of)
{
  QuanDesk *desk = desk_open (place->path, as_of);
  QuanImport import = desk_import (desk, place, RECORDS);

  quan_import_clear (&import);
  return desk;
}

static void
test_vouchers (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_records (&place, "2024-03-19");
  g_autoptr (GPtrArray) none = VOUCHERS (desk), issued = NULL, redeemed = NULL;
  const QuanVoucherRow *row;

  g_assert_cmpuint (none->len, ==, 0);
  quan_desk_set_as_of (desk, quan_date_parse_iso ("2024-07-04"));
  issued = VOUCHERS (desk);
  g_assert_cmpuint (issued->len, ==, 1);
  row = issued->pdata[0];
  g_assert_cmpstr (row->title, ==, "Training");
  g_assert_cmpint (row->value, ==, 15000);
  g_assert_cmpint (row->redeemed, ==, 0);
  quan_desk_set_as_of (desk, quan_date_parse_iso ("2024-07-05"));
  redeemed = VOUCHERS (desk);
  row = redeemed->pdata[0];
  g_assert_cmpint (row->redeemed, ==, 1400);
  g_assert_cmpint (row->left, ==, 13600);
}

/* Red letters are subtracted once they are dated; a line without an amount leaves the sum unknown. */
static void
test_deliveries (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_records (&place, "2024-06-30");
  g_autoptr (GPtrArray) before = DELIVERIES (desk), after = NULL;

  g_assert_cmpuint (before->len, ==, 3);
  g_assert_cmpint (DELIVERY (before, "J-1")->amount, ==, 10000);
  g_assert_cmpint (DELIVERY (before, "J-1")->invoiced, ==, 11000);
  g_assert_cmpint (DELIVERY (before, "J-2")->invoiced, ==, QUAN_FEN_NONE);
  g_assert_cmpuint (DELIVERY (before, "J-2")->invoices, ==, 1);
  g_assert_cmpint (DELIVERY (before, "J-3")->invoiced, ==, 0);
  g_assert_cmpuint (DELIVERY (before, "J-3")->invoices, ==, 0);
  quan_desk_set_as_of (desk, quan_date_parse_iso ("2024-07-01"));
  after = DELIVERIES (desk);
  g_assert_cmpint (DELIVERY (after, "J-1")->invoiced, ==, 10000);
  g_assert_cmpuint (DELIVERY (after, "J-1")->invoices, ==, 1);
}

static void
assert_invoice (QuanDesk *desk, const char *as_of, const char *number, QuanInvoiceStand stand, const char *round,
                QuanFen paid)
{
  g_autoptr (GPtrArray) rows = NULL;

  quan_desk_set_as_of (desk, quan_date_parse_iso (as_of));
  rows = INVOICES (desk);
  g_assert_cmpuint (rows->len, ==, 4);
  g_assert_cmpint (INVOICE (rows, number)->stand, ==, stand);
  g_assert_cmpstr (INVOICE (rows, number)->round, ==, round);
  g_assert_cmpint (INVOICE (rows, number)->paid, ==, paid);
}

static void
test_invoices (void)
{
  const char *const net[] = { "tax=net", NULL };
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_records (&place, "2024-07-04");
  g_autoptr (GPtrArray) rows = INVOICES (desk), by_net = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (INVOICE (rows, "F-1")->counted, ==, 8000);
  g_assert_cmpint (INVOICE (rows, "F-1")->other, ==, 3000);
  g_assert_cmpint (INVOICE (rows, "F-3")->counted, ==, QUAN_FEN_NONE);
  g_assert_cmpint (INVOICE (rows, "F-4")->counted, ==, QUAN_FEN_NONE);
  assert_invoice (desk, "2024-07-04", "F-1", QUAN_INVOICE_FREE, NULL, 4000);
  assert_invoice (desk, "2024-07-05", "F-1", QUAN_INVOICE_FILED, "2024Q2", 4000);
  assert_invoice (desk, "2024-09-19", "F-2", QUAN_INVOICE_FILED, "2024Q2", 0);
  assert_invoice (desk, "2024-09-20", "F-1", QUAN_INVOICE_PAID_OUT, "2024Q2", 8000);
  assert_invoice (desk, "2024-07-04", "F-2", QUAN_INVOICE_FREE, NULL, 0);
  assert_invoice (desk, "2024-06-08", "F-3", QUAN_INVOICE_FREE, NULL, 0);
  assert_invoice (desk, "2024-06-10", "F-3", QUAN_INVOICE_FREE, NULL, 1500);
  assert_invoice (desk, "2024-06-10", "F-4", QUAN_INVOICE_LACKS_DELIVERY, NULL, 0);
  g_assert_true (quan_desk_set_readings (desk, net, &error));
  by_net = INVOICES (desk);
  g_assert_cmpint (INVOICE (by_net, "F-1")->counted, ==, 7500);
  g_assert_cmpint (INVOICE (by_net, "F-1")->other, ==, QUAN_FEN_NONE);
}

/* Another enterprise's payments are not listed; those of none are. */
static void
test_payments (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_records (&place, "2024-07-04");
  g_autoptr (GPtrArray) rows = PAYMENTS (desk);

  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (PAYMENT (rows, "P-1")->invoices, ==, "F-1, F-3");
  g_assert_cmpint (PAYMENT (rows, "P-1")->amount, ==, 5000);
  g_assert_cmpint (PAYMENT (rows, "P-1")->settled, ==, 5000);
  g_assert_cmpint (PAYMENT (rows, "P-2")->amount, ==, QUAN_FEN_NONE);
  g_assert_cmpstr (PAYMENT (rows, "P-3")->invoices, ==, "");
  g_assert_cmpint (PAYMENT (rows, "P-3")->settled, ==, 0);
}

static const QuanRedemptionRow *
redemption (const GPtrArray *rows, const char *round)
{
  return row_named (rows, G_STRUCT_OFFSET (QuanRedemptionRow, round), round);
}

/* What the navigation's badge counts: drafts, and what came back. */
static void
test_attention (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_records (&place, "2024-04-04");
  g_autoptr (GError) error = NULL;
  g_autoptr (QuanOverview) before = quan_desk_overview (desk, DESK_ENTERPRISE, &error), after = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (before->counts.redemption_drafts, ==, 1);
  g_assert_cmpuint (before->counts.redemptions_returned, ==, 0);
  quan_desk_set_as_of (desk, quan_date_parse_iso ("2024-04-05"));
  after = quan_desk_overview (desk, DESK_ENTERPRISE, &error);
  g_assert_cmpuint (after->counts.redemptions_returned, ==, 1);
}

static void
test_redemptions (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_records (&place, "2024-07-04");
  g_autoptr (GPtrArray) before = REDEMPTIONS (desk), between = NULL, after = NULL;

  g_assert_cmpuint (before->len, ==, 2);
  g_assert_cmpint (redemption (before, "2024Q3")->state, ==, QUAN_REDEMPTION_DRAFT);
  g_assert_cmpstr (redemption (before, "2024Q1")->reason, ==, "Seal");
  quan_desk_set_as_of (desk, quan_date_parse_iso ("2024-07-05"));
  between = REDEMPTIONS (desk);
  g_assert_cmpint (redemption (between, "2024Q2")->state, ==, QUAN_REDEMPTION_SUBMITTED);
  g_assert_cmpint (redemption (between, "2024Q2")->received, ==, QUAN_FEN_NONE);
  g_assert_cmpint (redemption (between, "2024Q2")->paid_on, ==, QUAN_DATE_NONE);
  quan_desk_set_as_of (desk, quan_date_parse_iso ("2024-09-20"));
  after = REDEMPTIONS (desk);
  g_assert_cmpint (redemption (after, "2024Q2")->state, ==, QUAN_REDEMPTION_PAID);
  g_assert_cmpint (redemption (after, "2024Q2")->asked, ==, 1400);
  g_assert_cmpint (redemption (after, "2024Q2")->received, ==, 1500);
  g_assert_cmpuint (redemption (after, "2024Q2")->invoices, ==, 2);
  g_assert_cmpstr (redemption (after, "2024Q2")->vouchers, ==, "V-1");
}

int
main (int argc, char **argv)
{
  g_auto (StorePlace) home = desk_home_new ();

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk-registers-redemption/golden", test_golden);
  g_test_add_func ("/desk-registers-redemption/vouchers", test_vouchers);
  g_test_add_func ("/desk-registers-redemption/deliveries", test_deliveries);
  g_test_add_func ("/desk-registers-redemption/invoices", test_invoices);
  g_test_add_func ("/desk-registers-redemption/payments", test_payments);
  g_test_add_func ("/desk-registers-redemption/redemptions", test_redemptions);
  g_test_add_func ("/desk-registers-redemption/attention", test_attention);
  return g_test_run ();
}
