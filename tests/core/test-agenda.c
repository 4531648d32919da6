/* What is due: dates and amounts worked out from the notice's restatement by hand. */
#include "core/engine/agenda.h"
#include "core/exchange/workspace-json.h"
#include "tests/core/golden.h"

#include <string.h>

#define BEIJING "/io/github/quan/Quan/policies/cn-beijing-ai-compute-2023.policy"
#define SAMPLE_CITY "cn-sample-city-compute-2024.policy"

/*
 * HT-1: 604,931.50 of its 1,200,000.00 are in the window, 453,698.62 by 15 November 2025; ceiling 120,986.30, of it
 * 30,246.58 at risk. HT-2: over in March 2025, ceiling 200,000.00. HT-3: ceiling 25,205.47, of it 12,602.74 at risk.
 * HT-4: no lines.
 */
#define CONTRACT(number, signed, starts, ends, lines) \
  "{\"number\":\"" number "\",\"enterprise\":\"91110108MA01ABC25F\",\"provider\":\"91110105MA7KDEF373\"," \
  "\"affiliated\":false,\"signed\":\"" signed "\",\"starts\":\"" starts "\",\"ends\":\"" ends "\"," \
  "\"purpose\":\"training\",\"field\":\"industry\",\"other_subsidies\":[]" lines "}"
#define LINE(amount) "{\"kind\":\"compute\",\"amount\":\"" amount "\"}"
#define WORKSPACE \
  "{\"format\":\"quan-workspace\",\"version\":1,\"enterprises\":[{\"uscc\":\"91110108MA01ABC25F\"," \
  "\"region\":\"110108\",\"entity_type\":\"company\",\"industry_code\":\"I6513\",\"ai_direction\":\"confirmed\",\"finance_system\":true," \
  "\"dishonesty_records\":[]%s}],\"providers\":[{\"uscc\":\"91110105MA7KDEF373\"}],\"contracts\":[" \
  CONTRACT ("HT-1", "2025-06-20", "2025-07-01", "2026-06-30", \
            ",\"lines\":[" LINE ("960000.00") "," LINE ("240000.00") "]") "," \
  CONTRACT ("HT-2", "2024-03-20", "2024-04-01", "2025-03-31", ",\"lines\":[" LINE ("1000000.00") "]") "," \
  CONTRACT ("HT-3", "2025-09-20", "2025-10-01", "2026-09-30", ",\"lines\":[" LINE ("500000.00") "]") "," \
  CONTRACT ("HT-4", "2025-09-20", "2025-10-01", "2026-09-30", "") "],\"claims\":[%s]%s}"

#define DRAFT(contract, rest) "{\"contract\":\"" contract "\",\"state\":\"draft\"" rest "}"
#define MEANT(date) ",\"submitted\":\"" date "\""
#define ASKS(amount) ",\"requested\":\"" amount "\""
#define RETURNED \
  "{\"contract\":\"HT-1\",\"state\":\"returned\",\"submitted\":\"2025-10-10\",\"requested\":\"120986.30\"," \
  "\"reason\":\"缺价格分项说明\"}"
#define VOUCHER(contract, submitted, amount, issued) \
  "{\"contract\":\"" contract "\",\"state\":\"approved\",\"submitted\":\"" submitted "\"," \
  "\"requested\":\"" amount "\",\"voucher\":\"Q-" contract "\",\"issued\":\"" issued "\"}"
#define VOUCHER_2 VOUCHER ("HT-2", "2024-04-08", "200000.00", "2024-05-10")
#define REDEEMED(amount) \
  ",\"redemptions\":[{\"round\":\"2024Q3\",\"submitted\":\"2024-09-01\",\"state\":\"submitted\",\"items\":[" \
  "{\"voucher\":\"Q-HT-2\",\"amount\":\"" amount "\"}]}]"
#define REDEEMED_IN_FULL \
  ",\"invoices\":[{\"number\":\"24110000000000000001\",\"contract\":\"HT-2\",\"date\":\"2024-08-01\"," \
  "\"lines\":[" LINE ("1000000.00") "]}],\"redemptions\":[{\"round\":\"2024Q3\",\"submitted\":\"2024-09-01\"," \
  "\"state\":\"submitted\",\"items\":[{\"voucher\":\"Q-HT-2\",\"invoices\":[\"24110000000000000001\"]," \
  "\"amount\":\"200000.00\"}]}]"
/* A quarter of HT-1's base is invoiced: a quarter of its voucher. */
#define INVOICE(delivery) \
  ",\"deliveries\":[{\"number\":\"JF-1\",\"contract\":\"HT-1\",\"from\":\"2025-07-01\",\"to\":\"2025-09-30\"}]," \
  "\"invoices\":[{\"number\":\"25110000000000000001\",\"contract\":\"HT-1\",\"date\":\"2025-10-09\"," \
  "\"lines\":[{\"kind\":\"compute\",\"amount\":\"151232.87\"}]" delivery "}]"
#define VOUCHER_1 VOUCHER ("HT-1", "2025-07-02", "120986.30", "2025-08-01")

typedef struct {
  const char *name;
  const char *as_of;
  const char *credit;   /* day of the credit report, or NULL */
  const char *claims;
  const char *others;   /* sections behind the claims, or NULL */
  const char *round;    /* of the preview, or NULL */
  const char *expected; /* an item a line: date, kind, contract, amount */
} Row;

static const Row beijing_rows[] = {
  { "nothing", "2025-10-28", NULL, "", NULL, NULL, "2025-12-31 policy-end - -" },
  { "draft", "2025-10-28", "2025-10-28", DRAFT ("HT-1", ""), NULL, NULL,
    "2025-11-16 no-round - 30246.58\n2025-11-27 stale HT-1 120986.30\n2025-12-31 submit HT-1 120986.30" },
  { "draft with an amount", "2025-10-28", NULL, DRAFT ("HT-1", ASKS ("100000.00")), NULL, NULL,
    "2025-11-16 no-round - 25000.01\n2025-12-31 submit HT-1 100000.00" },
  { "draft for an earlier day", "2025-10-28", NULL, DRAFT ("HT-1", MEANT ("2025-10-20")), NULL, NULL,
    "2025-10-20 submit HT-1 120986.30\n2025-11-16 no-round - 30246.58\n2025-12-31 policy-end - -" },
  { "draft for a day behind the pack's last", "2025-10-28", NULL, DRAFT ("HT-1", MEANT ("2026-01-05")), NULL, NULL,
    "2025-11-16 no-round - 30246.58\n2025-12-31 submit HT-1 120986.30" },
  { "draft of unknown amount", "2025-10-28", NULL, DRAFT ("HT-4", ""), NULL, NULL,
    "2025-11-16 no-round - -\n2025-12-31 submit HT-4 -" },
  { "draft after the pack's last day", "2026-02-02", "2025-06-01", DRAFT ("HT-1", ASKS ("100000.00")), NULL, NULL,
    "2025-12-31 submit HT-1 100000.00" },
  { "report on its last day", "2025-10-22", "2025-09-22", DRAFT ("HT-2", ""), NULL, NULL,
    "2025-10-22 stale HT-2 200000.00\n2025-12-31 submit HT-2 200000.00" },
  { "report too old for both drafts", "2025-10-28", "2025-09-22", DRAFT ("HT-1", "") "," DRAFT ("HT-3", ""), NULL, NULL,
    "2025-10-22 stale - 146191.77\n2025-11-16 no-round - 42849.32\n"
    "2025-12-31 submit HT-1 120986.30\n2025-12-31 submit HT-3 25205.47" },
  { "report good for the day the draft is meant for", "2025-10-28", "2025-10-20",
    DRAFT ("HT-1", MEANT ("2025-11-19")), NULL, NULL,
    "2025-11-16 no-round - 30246.58\n2025-11-19 submit HT-1 120986.30\n2025-12-31 policy-end - -" },
  { "report too old on the day the draft is meant for", "2025-10-28", "2025-10-20",
    DRAFT ("HT-1", MEANT ("2025-11-20")), NULL, NULL,
    "2025-11-16 no-round - 30246.58\n2025-11-19 stale HT-1 120986.30\n2025-11-20 submit HT-1 120986.30\n"
    "2025-12-31 policy-end - -" },
  { "report good beyond the pack's last day", "2025-12-10", "2025-12-05", DRAFT ("HT-2", ""), NULL, NULL,
    "2025-11-16 no-round - 200000.00\n2025-12-31 submit HT-2 200000.00" },
  { "returned", "2025-10-28", "2025-09-22", RETURNED, NULL, NULL,
    "2025-11-16 no-round - 30246.58\n2025-12-31 correct HT-1 120986.30\n2025-12-31 policy-end - -" },
  { "returned, seen before its submission", "2025-10-09", NULL, RETURNED, NULL, NULL, "2025-12-31 policy-end - -" },
  { "voucher", "2024-12-01", NULL, VOUCHER_2, REDEEMED ("50000.00"), NULL,
    "2025-03-31 contract-end HT-2 150000.00\n2025-12-31 policy-end - -" },
  { "voucher on the contract's last day", "2025-03-31", NULL, VOUCHER_2, NULL, NULL,
    "2025-03-31 contract-end HT-2 200000.00\n2025-12-31 policy-end - -" },
  { "voucher after the contract", "2025-04-01", NULL, VOUCHER_2, NULL, NULL, "2025-12-31 policy-end - -" },
  { "voucher redeemed in full", "2024-12-01", NULL, VOUCHER_2, REDEEMED ("200000.00"), NULL,
    "2025-12-31 policy-end - -" },
  { "voucher not yet issued", "2024-05-09", NULL, VOUCHER_2, NULL, NULL, "2025-12-31 policy-end - -" },
  { "round that ends on a Saturday", "2025-10-28", NULL, VOUCHER_1, INVOICE (",\"delivery\":\"JF-1\""), "2025Q4",
    "2025-11-14 filing - 30246.57\n2025-11-16 no-round - 30246.58\n2025-12-31 policy-end - -\n"
    "2026-06-30 contract-end HT-1 120986.30" },
  { "on that Saturday", "2025-11-15", NULL, VOUCHER_1, INVOICE (",\"delivery\":\"JF-1\""), "2025Q4",
    "2025-11-15 filing - 30246.57\n2025-11-16 no-round - 30246.58\n2025-12-31 policy-end - -\n"
    "2026-06-30 contract-end HT-1 120986.30" },
  { "round that brings nothing for want of a proof", "2025-10-28", NULL, VOUCHER_1, INVOICE (""), "2025Q4",
    "2025-11-14 filing - 0.00\n2025-11-16 no-round - 30246.58\n2025-12-31 policy-end - -\n"
    "2026-06-30 contract-end HT-1 120986.30" },
  { "round without an invoice", "2024-07-01", NULL, VOUCHER_2, NULL, "2024Q3",
    "2024-09-30 filing - 0.00\n2025-03-31 contract-end HT-2 200000.00\n2025-12-31 policy-end - -" },
  { "round without an invoice that ends on a Saturday", "2025-10-28", NULL, VOUCHER_1, NULL, "2025Q4",
    "2025-11-14 filing - 0.00\n2025-11-16 no-round - 30246.58\n2025-12-31 policy-end - -\n"
    "2026-06-30 contract-end HT-1 120986.30" },
  { "round with nothing left to redeem", "2024-12-01", NULL, VOUCHER_2, REDEEMED_IN_FULL, "2025Q1",
    "2025-12-31 policy-end - -" },
  { "round without vouchers", "2025-10-28", NULL, "", INVOICE (",\"delivery\":\"JF-1\""), "2025Q4",
    "2025-12-31 policy-end - -" },
  { "after the last round", "2025-12-01", NULL, VOUCHER_1, INVOICE (",\"delivery\":\"JF-1\""), NULL,
    "2025-11-16 no-round - 120986.30\n2025-12-31 policy-end - -\n2026-06-30 contract-end HT-1 120986.30" },
  { "pinned to another pack", "2025-10-28", "2025-09-22", DRAFT ("HT-1", ",\"policy\":\"another\""), NULL, NULL,
    "2025-12-31 policy-end - -" },
};

/* Vouchers are good for twelve months, the last day being that before the anniversary. */
static const Row sample_city_rows[] = {
  { "voucher", "2025-05-09", NULL, VOUCHER_2, REDEEMED ("50000.00"), NULL,
    "2025-05-09 expiry HT-2 150000.00\n2026-06-30 policy-end - -" },
  { "expired voucher", "2025-05-10", NULL, VOUCHER_2, NULL, NULL, "2026-06-30 policy-end - -" },
};

static const char *const kinds[] = {
  [QUAN_AGENDA_CORRECT_CLAIM] = "correct", [QUAN_AGENDA_EVIDENCE_STALE] = "stale",
  [QUAN_AGENDA_SUBMIT_CLAIM] = "submit", [QUAN_AGENDA_REDEMPTION_FILING] = "filing",
  [QUAN_AGENDA_NO_ROUND] = "no-round", [QUAN_AGENDA_VOUCHER_EXPIRY] = "expiry",
  [QUAN_AGENDA_POLICY_END] = "policy-end", [QUAN_AGENDA_CONTRACT_END] = "contract-end",
};

/* The agenda of a row. */
static GArray *
agenda_of (const QuanPack *pack, const Row *row, QuanLanguage language)
{
  g_autofree char *credit = row->credit ? g_strdup_printf (",\"credit_checked_on\":\"%s\"", row->credit)
                                        : g_strdup ("");
  g_autofree char *text = g_strdup_printf (WORKSPACE, credit, row->claims, row->others ? row->others : "");
  QuanView view = { pack, quan_pack_standard_readings (pack), quan_date_parse_iso (row->as_of) };
  g_autoptr (GError) error = NULL;
  g_autoptr (QuanWorkspace) records = quan_workspace_json_read (text, strlen (text), NULL, &error);
  g_autoptr (QuanPreview) preview = NULL;
  const QuanEnterprise *enterprise;
  GArray *items;

  g_assert_no_error (error);
  quan_workspace_resolve (records, NULL, &error);
  g_assert_no_error (error);
  enterprise = records->sections[QUAN_ENTERPRISES]->pdata[0];
  if (row->round != NULL)
    preview = quan_preview (&view, enterprise, records, row->round, &error);
  items = quan_agenda (&view, enterprise, records, preview, language, &error);
  g_assert_no_error (error);
  return items;
}

static char *
describe (const GArray *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++) {
    const QuanAgendaItem *item = &g_array_index (items, QuanAgendaItem, i);
    char date[QUAN_DATE_BUF], amount[QUAN_MONEY_BUF];

    g_string_append_printf (text, "%s%s %s %s %s", i > 0 ? "\n" : "", quan_date_iso (item->date, date),
                            kinds[item->kind], item->contract != NULL ? item->contract : "-",
                            item->amount == QUAN_FEN_NONE ? "-" : quan_money_canonical (item->amount, amount));
  }
  return g_string_free (text, FALSE);
}

static void
try_rows (const char *policy, const Row *rows, guint n)
{
  g_autoptr (QuanPack) pack = golden_pack (policy);

  for (guint i = 0; i < n; i++) {
    g_autoptr (GArray) items = agenda_of (pack, &rows[i], QUAN_LANGUAGE_EN);
    g_autofree char *found = describe (items);

    g_test_message ("%s", rows[i].name);
    g_assert_cmpstr (found, ==, rows[i].expected);
  }
}

static void
test_beijing (void)
{
  try_rows (BEIJING, beijing_rows, G_N_ELEMENTS (beijing_rows));
}

static void
test_sample_city (void)
{
  try_rows (SAMPLE_CITY, sample_city_rows, G_N_ELEMENTS (sample_city_rows));
}

static const Row *
row_named (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (beijing_rows); i++)
    if (g_str_equal (beijing_rows[i].name, name))
      return &beijing_rows[i];
  g_assert_not_reached ();
}

/* What people read, item by item. */
static void
test_texts (void)
{
  static const struct {
    const char *row;
    guint item;
    QuanLanguage language;
    const char *what, *detail, *amount_is;
  } rows[] = {
    { "report too old for both drafts", 0, QUAN_LANGUAGE_EN, "Renew the credit report of the enterprise",
      "Dated 2025-09-22, older than 30 days; the packet of HT-1, HT-3 cannot be ready.", "claimed by drafts" },
    { "report too old for both drafts", 0, QUAN_LANGUAGE_ZH, "更新企业信用报告",
      "2025-09-22 出具，已超过 30 天；HT-1、HT-3 不能定稿", "草稿申领额" },
    { "returned", 1, QUAN_LANGUAGE_ZH, "补正 HT-1 并重新提交", "已退回：缺价格分项说明", "申领额" },
    { "draft", 2, QUAN_LANGUAGE_ZH, "提交 HT-1 的申领", "办法到期日，到期后不能再申领", "可申领" },
    { "draft for an earlier day", 0, QUAN_LANGUAGE_ZH, "提交 HT-1 的申领", "原定 2025-10-20 提交，仍是草稿", "可申领" },
    { "draft for a day behind the pack's last", 0, QUAN_LANGUAGE_ZH, "2025-11-16 至 2025-12-31 的交付没有对应兑付批次",
      "条文未写明，需向主管部门确认", "有风险" },
    { "draft after the pack's last day", 0, QUAN_LANGUAGE_EN, "Submit the claim on HT-1",
      "The programme ended on 2025-12-31; it can no longer be claimed.", "claimed" },
    { "round that ends on a Saturday", 0, QUAN_LANGUAGE_ZH, "提交 2025 年第四季度兑付",
      "截止日 2025-11-15 是周六，请在 2025-11-14 前提交", "本批次可兑付" },
    { "round that brings nothing for want of a proof", 0, QUAN_LANGUAGE_EN, "File the redemption of 2025Q4",
      "The last filing day, 2025-11-15, is a Saturday, so file by 2025-11-14; "
      "an invoice names no delivery proof and is not counted.", "payable in this round" },
    { "round without an invoice", 0, QUAN_LANGUAGE_ZH, "登记 2024 年第三季度兑付的发票和交付凭证",
      "本批次截止日；尚未登记本批次可兑付的发票", "本批次可兑付" },
    { "round without an invoice that ends on a Saturday", 0, QUAN_LANGUAGE_EN,
      "Record invoices and delivery proofs for 2025Q4",
      "The last filing day, 2025-11-15, is a Saturday, so file by 2025-11-14; "
      "nothing that it would pay is recorded yet.", "payable in this round" },
    { "on that Saturday", 0, QUAN_LANGUAGE_EN, "File the redemption of 2025Q4", "The last filing day of the round.",
      "payable in this round" },
    { "voucher", 0, QUAN_LANGUAGE_ZH, "收齐 HT-2 的发票和交付凭证", "合同到期，算力券 Q-HT-2 尚未兑完", "券上余额" },
    { "nothing", 0, QUAN_LANGUAGE_ZH, "办法到期，最后申领日", "到期后不能再申领；已发放的算力券按批次兑付", "" },
  };
  g_autoptr (QuanPack) pack = golden_pack (BEIJING);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GArray) items = agenda_of (pack, row_named (rows[i].row), rows[i].language);
    const QuanAgendaItem *item = &g_array_index (items, QuanAgendaItem, rows[i].item);

    g_test_message ("%s", rows[i].row);
    g_assert_cmpstr (item->what, ==, rows[i].what);
    g_assert_cmpstr (item->detail, ==, rows[i].detail);
    g_assert_cmpstr (item->amount_is, ==, rows[i].amount_is);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda/beijing", test_beijing);
  g_test_add_func ("/agenda/sample-city", test_sample_city);
  g_test_add_func ("/agenda/texts", test_texts);
  return g_test_run ();
}
