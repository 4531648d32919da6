/* The life of redemptions, and that no invoice is redeemed twice. */
#include "core/base/error.h"
#include "tests/core/redemption-fixture.h"

#define REDEMPTION(round, date, state, invoice)                                                                \
  "{'round': '" round "', 'enterprise': '" REDEEM_ENTERPRISE "', 'submitted': '" date "', 'state': '" state "'," \
  " 'items': [{'voucher': '" REDEEM_VOUCHER "', 'invoices': ['" invoice "'], 'amount': '50000.00'}]}"

/* Redemptions that come one file after the other, and whether the second is refused. */
static const struct {
  const char *first, *second;
  gboolean    refused;
} imports[] = {
  { "submitted", "submitted", TRUE },
  { "paid", "submitted", TRUE },
  { "submitted", "draft", FALSE },
  { "submitted", "returned", FALSE },
  { "returned", "submitted", FALSE },
  { "withdrawn", "submitted", FALSE },
};

/* No file brings an invoice into a second live redemption; the sentence says where it is used. */
static void
test_imported_twice (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (imports); i++) {
    g_auto (StorePlace) place = store_place_new ();
    g_autofree char *first = g_strdup_printf ("[" REDEMPTION ("2024Q2", "2024-06-20", "%s", REDEEM_INVOICE_1) "]",
                                              imports[i].first);
    g_autofree char *second = g_strdup_printf ("[" REDEMPTION ("2024Q3", "2024-09-20", "%s", REDEEM_INVOICE_1) "]",
                                               imports[i].second);
    g_autofree char *text = redemption_workspace (NULL, second);
    g_autofree char *path = g_build_filename (place.folder, "second.json", NULL);
    g_autoptr (QuanDesk) desk = redemption_desk (&place, "2024-09-30", NULL, first);
    g_autofree char *before = desk_export (desk), *after = NULL;
    g_autoptr (GError) error = NULL;
    QuanImport import;

    g_test_message ("%s, %s", imports[i].first, imports[i].second);
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
    g_assert_cmpint (quan_desk_import (desk, path, FALSE, &import, &error), ==, !imports[i].refused);
    quan_import_clear (&import);
    if (!imports[i].refused)
      continue;
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
    g_assert_nonnull (strstr (error->message, REDEEM_INVOICE_1 ": in the redemption 2024Q2 of 北京示例智能科技有限公司"));
    after = desk_export (desk);
    g_assert_cmpstr (after, ==, before);
  }
}

int
main (int argc, char **argv)
{
  g_auto (StorePlace) home = desk_home_new ();

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk-redemption/imported-twice", test_imported_twice);
  return g_test_run ();
}
