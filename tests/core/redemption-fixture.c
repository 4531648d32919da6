#include "tests/core/redemption-fixture.h"

#define PROVIDER "91110105MA7KDEF373"

/* One enterprise with its contract, as the sections have it. */
#define ENTERPRISE(code, name, openings)                                                                              \
  "{'uscc': '" code "', 'name': '" name "', 'entity_type': 'company', 'region': '110108', 'opening_balances': [" openings \
  "], 'bank': {'account_name': '" name "', 'bank_name': '示例银行', 'account': '0200001909200012345'}}"
#define CONTRACT(code, number)                                                                                   \
  "{'number': '" number "', 'enterprise': '" code "', 'provider': '" PROVIDER "', 'affiliated': false,"          \
  " 'signed': '2024-02-20', 'starts': '2024-03-01', 'ends': '2025-02-28', 'purpose': 'training',"                \
  " 'field': 'industry', 'lines': [{'kind': 'compute', 'amount': '1000000.00'}]}"
#define CLAIM(number, voucher)                                                                                  \
  "{'contract': '" number "', 'submitted': '2024-03-05', 'requested': '200000.00', 'state': 'approved',"         \
  " 'approved': '200000.00', 'voucher': '" voucher "', 'issued': '2024-04-02'}"
#define DELIVERY(number, contract, from, to)                                                                    \
  "{'number': '" number "', 'contract': '" contract "', 'from': '" from "', 'to': '" to "', 'amount': '250000.00'}"
#define INVOICE(number, contract, code, date, delivery)                                                              \
  "{'number': '" number "', 'contract': '" contract "', 'date': '" date "', 'buyer': '" code "', 'seller': '" PROVIDER \
  "', 'lines': [{'kind': 'compute', 'amount': '250000.00'}], 'delivery': '" delivery "', 'paid': '250000.00',"        \
  " 'paid_on': '" date "'}"

static const char year[] =
  "{'format': 'quan-workspace', 'version': 1, 'enterprises': ["
  ENTERPRISE (REDEEM_ENTERPRISE, "北京示例智能科技有限公司", "%s") ", "
  ENTERPRISE (REDEEM_OTHER, "北京示例数据有限公司", "")
  "], 'providers': [{'uscc': '" PROVIDER "', 'name': '示例智算中心有限公司'}], 'contracts': ["
  CONTRACT (REDEEM_ENTERPRISE, "HT-001") ", " CONTRACT (REDEEM_OTHER, "HT-B")
  "], 'claims': [" CLAIM ("HT-001", REDEEM_VOUCHER) ", " CLAIM ("HT-B", "SLQ-B") "], 'deliveries': ["
  DELIVERY ("JF-1", "HT-001", "2024-03-01", "2024-05-31") ", "
  DELIVERY ("JF-2", "HT-001", "2024-06-01", "2024-08-31") ", "
  DELIVERY ("JF-3", "HT-001", "2024-09-01", "2024-10-31") ", "
  DELIVERY ("JF-4", "HT-001", "2024-11-01", "2025-02-28") ", "
  DELIVERY ("JF-B", "HT-B", "2024-03-01", "2024-05-31")
  "], 'invoices': ["
  INVOICE (REDEEM_INVOICE_1, "HT-001", REDEEM_ENTERPRISE, "2024-06-05", "JF-1") ", "
  INVOICE (REDEEM_INVOICE_2, "HT-001", REDEEM_ENTERPRISE, "2024-09-05", "JF-2") ", "
  INVOICE ("24112000000000000003", "HT-001", REDEEM_ENTERPRISE, "2024-11-05", "JF-3") ", "
  INVOICE ("25112000000000000004", "HT-001", REDEEM_ENTERPRISE, "2025-03-05", "JF-4") ", "
  INVOICE (REDEEM_OTHER_INVOICE, "HT-B", REDEEM_OTHER, "2024-06-05", "JF-B")
  "], 'payments': [], 'redemptions': %s}";

char *
redemption_workspace (const char *redeemed, const char *redemptions)
{
  g_autofree char *opening = redeemed == NULL ? g_strdup ("")
    : g_strdup_printf ("{'year': 2024, 'ledger': 'redemptions', 'amount': '%s'}", redeemed);

  return g_strdelimit (g_strdup_printf (year, opening, redemptions), "'", '"');
}

QuanDesk *
redemption_desk (const StorePlace *place, const char *as_of, const char *redeemed, const char *redemptions)
{
  g_autofree char *text = redemption_workspace (redeemed, redemptions);
  QuanDesk *desk = desk_open (place->path, as_of);
  QuanImport import = desk_import (desk, place, text);

  quan_import_clear (&import);
  return desk;
}

QuanFiling *
redemption_filing (QuanDesk *desk, const char *label)
{
  g_autoptr (GError) error = NULL;
  QuanFiling *filing = quan_desk_filing (desk, REDEEM_ENTERPRISE, label, &error);

  g_assert_no_error (error);
  return filing;
}
