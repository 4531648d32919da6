/* A year of redemptions: amounts worked out from the notice's restatement by hand. */
#include "core/engine/timeline.h"
#include "core/exchange/workspace-json.h"
#include "tests/core/golden.h"

#include <string.h>

#define BEIJING "/io/github/quan/Quan/policies/cn-beijing-ai-compute-2023.policy"
#define SAMPLE_CITY "cn-sample-city-compute-2024.policy"

/*
 * HT-1 delivers 302,465.75 by 30 September, 453,698.62 by 15 November and 604,931.50 by 31 December 2025; of its voucher of
 * 120,986.30 these are 60,493.15, 90,739.72 and all. HT-2 is delivered by 31 March 2025, 91 of its 365 days by 30 June and
 * 183 by 30 September 2024: 49,863.01 and 100,273.97 of its voucher of 200,000.00.
 */
#define CONTRACT(number, signed, starts, ends, amount) \
  "{\"number\":\"" number "\",\"enterprise\":\"91110108MA01ABC25F\",\"affiliated\":false,\"signed\":\"" signed "\"," \
  "\"starts\":\"" starts "\",\"ends\":\"" ends "\",\"lines\":[{\"kind\":\"compute\",\"amount\":\"" amount "\"}]}"
#define WORKSPACE \
  "{\"format\":\"quan-workspace\",\"version\":1,\"enterprises\":[{\"uscc\":\"91110108MA01ABC25F\"," \
  "\"region\":\"110108\"}],\"contracts\":[" \
  CONTRACT ("HT-1", "2025-06-20", "2025-07-01", "2026-06-30", "1200000.00") "," \
  CONTRACT ("HT-2", "2024-03-20", "2024-04-01", "2025-03-31", "1000000.00") "," \
  CONTRACT ("HT-3", "2023-11-20", "2023-09-01", "2024-08-31", "366000.00") "],\"claims\":[%s],\"redemptions\":[%s]%s}"

#define VOUCHER(contract, submitted, amount, issued) \
  "{\"contract\":\"" contract "\",\"state\":\"approved\",\"submitted\":\"" submitted "\"," \
  "\"requested\":\"" amount "\",\"voucher\":\"Q-" contract "\",\"issued\":\"" issued "\"}"
#define VOUCHER_1 VOUCHER ("HT-1", "2025-07-02", "120986.30", "2025-08-01")
#define VOUCHER_2 VOUCHER ("HT-2", "2024-04-08", "200000.00", "2024-05-10")
#define VOUCHER_3 VOUCHER ("HT-3", "2023-11-20", "73200.00", "2023-11-10")
#define REDEMPTION(round, state, rest, amount) \
  "{\"round\":\"" round "\",\"state\":\"" state "\"" rest \
  ",\"items\":[{\"voucher\":\"Q-HT-2\",\"amount\":\"" amount "\"}]}"
#define ON(day) ",\"submitted\":\"" day "\""
#define PAID(day) ",\"paid_on\":\"" day "\""
#define RECEIVED(amount) ",\"received\":\"" amount "\""
/* A quarter of HT-1's base is invoiced. */
#define INVOICE \
  ",\"deliveries\":[{\"number\":\"JF-1\",\"contract\":\"HT-1\",\"from\":\"2025-07-01\",\"to\":\"2025-09-30\"}]," \
  "\"invoices\":[{\"number\":\"25110000000000000001\",\"contract\":\"HT-1\",\"date\":\"2025-10-09\"," \
  "\"lines\":[{\"kind\":\"compute\",\"amount\":\"151232.87\"}],\"delivery\":\"JF-1\"}]"

typedef struct {
  const char *name, *as_of, *claims, *redemptions, *others;
  const char *round;     /* of the preview, or NULL */
  int         year;
  const char *expected;  /* a segment a line: round, file by, state, asked, received, open; then the gap */
} Row;

static const Row rows[] = {
  { "nothing", "2024-12-01", "", "", "", NULL, 2024,
    "2024Q1 03-31 nothing 0.00 - -\n2024Q2 06-30 nothing 0.00 - -\n2024Q3 09-30 nothing 0.00 - -\n"
    "2024Q4 11-15 nothing 0.00 - -" },
  { "before its rounds", "2024-11-15", "", "", "", NULL, 2025,
    "2025Q1 03-31 future 0.00 - -\n2025Q2 06-30 future 0.00 - -\n2025Q3 09-30 future 0.00 - -\n"
    "2025Q4 11-14 future 0.00 - -\ngap 2025-11-16 2025-12-31 0.00" },
  { "a year without rounds", "2026-02-01", VOUCHER_1, "", "", NULL, 2026, "" },
  { "missed, and missed again", "2024-10-01", VOUCHER_2, "", "", NULL, 2024,
    "2024Q1 03-31 nothing 0.00 - -\n2024Q2 06-30 missed 0.00 - 49863.01\n2024Q3 09-30 missed 0.00 - 100273.97\n"
    "2024Q4 11-15 due 0.00 - -" },
  { "what was filed leaves nothing to miss", "2024-10-01", VOUCHER_2,
    REDEMPTION ("2024Q2", "paid", ON ("2024-06-20") PAID ("2024-08-01") RECEIVED ("100270.00"), "100273.97"), "", NULL,
    2024,
    "2024Q1 03-31 nothing 0.00 - -\n2024Q2 06-30 paid 100273.97 100270.00 -\n2024Q3 09-30 nothing 0.00 - -\n"
    "2024Q4 11-15 due 0.00 - -" },
  { "paid later than the day it is seen from", "2024-07-31", VOUCHER_2,
    REDEMPTION ("2024Q2", "paid", ON ("2024-06-20") PAID ("2024-08-01"), "100273.97"), "", NULL, 2024,
    "2024Q1 03-31 nothing 0.00 - -\n2024Q2 06-30 submitted 100273.97 - -\n2024Q3 09-30 nothing 0.00 - -\n"
    "2024Q4 11-15 future 0.00 - -" },
  { "filed later than the day it is seen from", "2024-06-19", VOUCHER_2,
    REDEMPTION ("2024Q2", "submitted", ON ("2024-06-20"), "40000.00"), "", NULL, 2024,
    "2024Q1 03-31 nothing 0.00 - -\n2024Q2 06-28 due 0.00 - -\n2024Q3 09-30 future 0.00 - -\n"
    "2024Q4 11-15 future 0.00 - -" },
  { "several in a round: the one under way, and the sum", "2024-06-29", VOUCHER_2,
    REDEMPTION ("2024Q2", "paid", ON ("2024-05-20") PAID ("2024-06-01"), "40000.00") ","
    REDEMPTION ("2024Q2", "rejected", ON ("2024-06-02"), "5000.00") ","
    REDEMPTION ("2024Q2", "draft", "", "300.00"), "", NULL, 2024,
    "2024Q1 03-31 nothing 0.00 - -\n2024Q2 06-30 draft 40300.00 - -\n2024Q3 09-30 future 0.00 - -\n"
    "2024Q4 11-15 future 0.00 - -" },
  { "returned; a draft left over", "2024-10-01", VOUCHER_2,
    REDEMPTION ("2024Q2", "returned", ON ("2024-06-20"), "49863.01") ","
    REDEMPTION ("2024Q3", "draft", "", "100273.97"), "", NULL, 2024,
    "2024Q1 03-31 nothing 0.00 - -\n2024Q2 06-30 returned 49863.01 - -\n2024Q3 09-30 missed 0.00 - 100273.97\n"
    "2024Q4 11-15 due 0.00 - -" },
  { "the next round and the gap", "2025-10-28", VOUCHER_1, "", INVOICE, "2025Q4", 2025,
    "2025Q1 03-31 nothing 0.00 - -\n2025Q2 06-30 nothing 0.00 - -\n2025Q3 09-30 missed 0.00 - 60493.15\n"
    "2025Q4 11-14 due 0.00 - 30246.57\ngap 2025-11-16 2025-12-31 30246.58" },
  { "nothing for the next round", "2025-10-28", VOUCHER_1, "", "", "2025Q4", 2025,
    "2025Q1 03-31 nothing 0.00 - -\n2025Q2 06-30 nothing 0.00 - -\n2025Q3 09-30 missed 0.00 - 60493.15\n"
    "2025Q4 11-14 nothing 0.00 - 0.00\ngap 2025-11-16 2025-12-31 30246.58" },
  { "after the last round", "2025-12-01", VOUCHER_1, "", "", NULL, 2025,
    "2025Q1 03-31 nothing 0.00 - -\n2025Q2 06-30 nothing 0.00 - -\n2025Q3 09-30 missed 0.00 - 60493.15\n"
    "2025Q4 11-15 missed 0.00 - 90739.72\ngap 2025-11-16 2025-12-31 120986.30" },
  { "signed too late for the first round", "2023-12-01", VOUCHER_3, "", "", NULL, 2023,
    "2023Q4 11-15 nothing 0.00 - -" },
};

static QuanTimeline *
timeline_of (const QuanPack *pack, const Row *row)
{
  g_autofree char *text = g_strdup_printf (WORKSPACE, row->claims, row->redemptions, row->others);
  QuanView view = { pack, quan_pack_standard_readings (pack), quan_date_parse_iso (row->as_of) };
  g_autoptr (GError) error = NULL;
  g_autoptr (QuanWorkspace) records = quan_workspace_json_read (text, strlen (text), NULL, &error);
  g_autoptr (QuanPreview) next = NULL;
  const QuanEnterprise *enterprise;
  QuanTimeline *timeline;

  g_assert_no_error (error);
  quan_workspace_resolve (records, NULL, &error);
  g_assert_no_error (error);
  enterprise = records->sections[QUAN_ENTERPRISES]->pdata[0];
  if (row->round != NULL)
    next = quan_preview (&view, enterprise, records, row->round, &error);
  timeline = quan_timeline (&view, enterprise, records, next, row->year, &error);
  g_assert_no_error (error);
  return timeline;
}

static void
append_amount (GString *text, QuanFen fen)
{
  char amount[QUAN_MONEY_BUF];

  g_string_append_printf (text, " %s", fen == QUAN_FEN_NONE ? "-" : quan_money_canonical (fen, amount));
}

static char *
describe (const QuanTimeline *timeline)
{
  static const char *const states[] = {
    "paid", "submitted", "returned", "draft", "due", "missed", "nothing", "future",
  };
  GString *text = g_string_new (NULL);
  char from[QUAN_DATE_BUF], until[QUAN_DATE_BUF];

  for (guint i = 0; i < timeline->segments->len; i++) {
    const QuanSegment *segment = &g_array_index (timeline->segments, QuanSegment, i);

    g_string_append_printf (text, "%s%s %s %s", i > 0 ? "\n" : "", segment->round->label,
                            quan_date_iso (segment->file_by, until) + strlen ("2025-"), states[segment->state]);
    append_amount (text, segment->asked);
    append_amount (text, segment->received);
    append_amount (text, segment->open);
  }
  if (timeline->gap_from == QUAN_DATE_NONE)
    return g_string_free (text, FALSE);
  g_string_append_printf (text, "\ngap %s %s", quan_date_iso (timeline->gap_from, from),
                          quan_date_iso (timeline->gap_until, until));
  append_amount (text, timeline->at_risk);
  return g_string_free (text, FALSE);
}

static void
test_rows (void)
{
  g_autoptr (QuanPack) pack = golden_pack (BEIJING);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QuanTimeline) timeline = timeline_of (pack, &rows[i]);
    g_autofree char *found = describe (timeline);

    g_test_message ("%s", rows[i].name);
    g_assert_cmpstr (found, ==, rows[i].expected);
  }
}

static const Row *
row_named (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (rows[i].name, name) == 0)
      return &rows[i];
  g_assert_not_reached ();
}

static void
assert_words (const QuanPack *pack, const char *name, const char *english, const char *chinese)
{
  g_autoptr (QuanTimeline) timeline = timeline_of (pack, row_named (name));
  g_autofree char *en = quan_timeline_text (timeline, QUAN_LANGUAGE_EN);
  g_autofree char *zh = quan_timeline_text (timeline, QUAN_LANGUAGE_ZH);

  g_assert_cmpstr (en, ==, english);
  g_assert_cmpstr (zh, ==, chinese);
}

static void
test_words (void)
{
  g_autoptr (QuanPack) pack = golden_pack (BEIJING);

  assert_words (pack, "the next round and the gap",
    "2025Q1, filed from 2024-11-16 to 2025-03-31: nothing to file.\n"
    "2025Q2, filed from 2025-04-01 to 2025-06-30: nothing to file.\n"
    "2025Q3, filed from 2025-07-01 to 2025-09-30: nothing was filed, though 60,493.15 yuan of the vouchers had been"
    " delivered and not redeemed by then.\n"
    "2025Q4, filed from 2025-10-01 to 2025-11-15, a Saturday: 30,246.57 yuan can be filed, by 2025-11-14.\n"
    "Deliveries from 2025-11-16 to 2025-12-31 have no redemption round: 30,246.58 yuan at risk.",
    "2025 年第一季度，2024-11-16 至 2025-03-31 报送：无可报送。\n"
    "2025 年第二季度，2025-04-01 至 2025-06-30 报送：无可报送。\n"
    "2025 年第三季度，2025-07-01 至 2025-09-30 报送：未报送；截止时算力券已交付未兑付 60,493.15 元。\n"
    "2025 年第四季度，2025-10-01 至 2025-11-15（周六）报送：可报送 30,246.57 元，请在 2025-11-14 前提交。\n"
    "2025-11-16 至 2025-12-31 的交付没有对应兑付批次，30,246.58 元有风险。");
  assert_words (pack, "what was filed leaves nothing to miss",
    "2024Q1, filed from 2023-11-16 to 2024-03-31: nothing to file.\n"
    "2024Q2, filed from 2024-04-01 to 2024-06-30: paid, 100,273.97 yuan asked for, 100,270.00 yuan received.\n"
    "2024Q3, filed from 2024-07-01 to 2024-09-30: nothing to file.\n"
    "2024Q4, filed from 2024-10-01 to 2024-11-15: something can be filed; its amount is not computed yet, by 2024-11-15.",
    "2024 年第一季度，2023-11-16 至 2024-03-31 报送：无可报送。\n"
    "2024 年第二季度，2024-04-01 至 2024-06-30 报送：已兑付，申请 100,273.97 元，到账 100,270.00 元。\n"
    "2024 年第三季度，2024-07-01 至 2024-09-30 报送：无可报送。\n"
    "2024 年第四季度，2024-10-01 至 2024-11-15 报送：可报送，金额尚未计算，请在 2024-11-15 前提交。");
  assert_words (pack, "a year without rounds", "The programme has no redemption round in 2026.",
                "2026 年没有兑付批次。");
}

/* Rounds of half years, whose pack has vouchers that expire. */
static void
test_halves (void)
{
  static const Row row = { "halves", "2024-08-01", VOUCHER_2, "", "", NULL, 2024, NULL };
  g_autoptr (QuanPack) pack = golden_pack (SAMPLE_CITY);
  g_autoptr (QuanTimeline) timeline = timeline_of (pack, &row);

  g_assert_cmpuint (timeline->segments->len, ==, 2);
  for (guint i = 0; i < timeline->segments->len; i++)
    g_assert_cmpint (g_array_index (timeline->segments, QuanSegment, i).round->year, ==, 2024);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/rows", test_rows);
  g_test_add_func ("/timeline/words", test_words);
  g_test_add_func ("/timeline/halves", test_halves);
  return g_test_run ();
}
