/* What a round brings: amounts worked out from the notice's restatement by hand. */
#include "core/engine/invoice-place.h"
#include "core/exchange/workspace-json.h"
#include "tests/core/golden.h"

#include <string.h>

#define BEIJING "/io/github/quan/Quan/policies/cn-beijing-ai-compute-2023.policy"
#define SAMPLE_CITY "cn-sample-city-compute-2024.policy"

/* Contracts of 1,000 yuan a day, 365 days inside the window: base 365,000.00, at a fifth a voucher of 73,000.00. */
#define CONTRACT(number, starts, ends) \
  "{\"number\":\"" number "\",\"enterprise\":\"91110108MA01ABC25F\",\"signed\":\"2023-12-01\",\"starts\":\"" starts "\"," \
  "\"ends\":\"" ends "\",\"lines\":[{\"kind\":\"compute\",\"amount\":\"365000.00\"}]}"
#define WORKSPACE \
  "{\"format\":\"quan-workspace\",\"version\":1,\"enterprises\":[{\"uscc\":\"91110108MA01ABC25F\",\"entity_type\":\"company\"," \
  "\"opening_balances\":[%s]}],\"contracts\":[" CONTRACT ("HT-1", "2025-01-01", "2025-12-31") "," \
  CONTRACT ("HT-2", "2025-01-01", "2025-12-31") "],\"claims\":[%s],\"deliveries\":[" \
  "{\"number\":\"D-Q3\",\"contract\":\"HT-1\",\"from\":\"2025-07-01\",\"to\":\"2025-09-30\"}," \
  "{\"number\":\"D-Q4\",\"contract\":\"HT-1\",\"from\":\"2025-10-01\",\"to\":\"2025-11-15\"}," \
  "{\"number\":\"D-LATE\",\"contract\":\"HT-1\",\"from\":\"2025-11-01\",\"to\":\"2025-11-16\"}," \
  "{\"number\":\"D-2\",\"contract\":\"HT-2\",\"from\":\"2025-07-01\",\"to\":\"2025-09-30\"}," \
  "{\"number\":\"D-OPEN\",\"contract\":\"HT-1\"}],\"invoices\":[%s],\"redemptions\":[%s]}"

#define OPENING(ledger, year, amount) "{\"ledger\":\"" ledger "\",\"year\":" year ",\"amount\":\"" amount "\"}"
#define VOUCHER(number, contract, issued, amount) \
  "{\"contract\":\"" contract "\",\"state\":\"approved\",\"submitted\":\"2025-01-10\",\"requested\":\"" amount "\"," \
  "\"voucher\":\"" number "\",\"issued\":\"" issued "\"}"
#define V1 VOUCHER ("V1", "HT-1", "2025-02-01", "73000.00")
#define V2 VOUCHER ("V2", "HT-2", "2025-02-02", "73000.00")
#define INVOICE(number, contract, date, amount, rest) \
  "{\"number\":\"" number "\",\"contract\":\"" contract "\",\"date\":\"" date "\"," \
  "\"lines\":[{\"kind\":\"compute\",\"amount\":\"" amount "\"}]" rest "}"
#define PROOF(delivery) ",\"delivery\":\"" delivery "\""
#define REVERSES(number) ",\"reverses\":\"" number "\""
#define REDEEMED(round, voucher, amount, invoices) \
  "{\"round\":\"" round "\",\"submitted\":\"2025-09-20\",\"state\":\"submitted\",\"items\":[{\"voucher\":\"" voucher "\"," \
  "\"amount\":\"" amount "\",\"invoices\":[" invoices "]}]}"

/* A fifth of what is invoiced: 20,000.00; 10,000.00; 5,000.00. */
#define IN_TIME INVOICE ("A", "HT-1", "2025-10-08", "100000.00", PROOF ("D-Q3"))
#define LATE INVOICE ("B", "HT-1", "2025-11-20", "50000.00", PROOF ("D-LATE"))
#define IN_TIME_2 INVOICE ("C", "HT-2", "2025-10-08", "25000.00", PROOF ("D-2"))

typedef struct {
  const char *name;
  const char *round, *as_of;
  const char *reading;      /* KEY=VALUE or NULL */
  const char *openings, *claims, *invoices, *redemptions;
  const char *expected;     /* a voucher a line: amount, blocked, no round; then the sums of these, room, moves to */
} Row;

static const Row beijing_rows[] = {
  { "within the cap", "2025Q4", "2025-11-10", NULL, "", V1 "," V2, IN_TIME "," IN_TIME_2, "",
    "V1 20000.00 0.00 0.00\nV2 5000.00 0.00 0.00\n25000.00 0.00 0.00 2000000.00 -" },
  { "the cap holds back the last voucher's part", "2025Q3", "2025-10-10", NULL, OPENING ("redemptions", "2025", "1980000.00"),
    V1 "," V2, INVOICE ("A", "HT-1", "2025-09-30", "100000.00", PROOF ("D-Q3")) ","
    INVOICE ("C", "HT-2", "2025-09-30", "25000.00", PROOF ("D-2")), "",
    "V1 20000.00 0.00 0.00\nV2 0.00 5000.00 0.00\n20000.00 5000.00 0.00 20000.00 -" },
  { "a cap that is exceeded already", "2025Q3", "2025-10-10", NULL, OPENING ("redemptions", "2025", "2000000.01"),
    V1, INVOICE ("A", "HT-1", "2025-09-30", "100000.00", PROOF ("D-Q3")), "",
    "V1 0.00 20000.00 0.00\n0.00 20000.00 0.00 -0.01 -" },
  { "an earlier year's rest waits for the next year", "2024Q4", "2025-02-10", NULL, "", V1, "", "",
    "0.00 0.00 0.00 2000000.00 2025Q1" },
  { "claims leave the cap of redemptions alone", "2025Q4", "2025-11-10", NULL, OPENING ("claims", "2025", "1920000.00"), V1,
    IN_TIME, "", "V1 20000.00 0.00 0.00\n20000.00 0.00 0.00 2000000.00 -" },
  { "but under a joint cap", "2025Q4", "2025-11-10", "caps=joint", OPENING ("claims", "2025", "1920000.00"), V1, IN_TIME, "",
    "V1 7000.00 13000.00 0.00\n7000.00 13000.00 0.00 7000.00 -" },
  { "what was redeemed before takes room", "2025Q4", "2025-11-10", NULL, "", V1, IN_TIME,
    REDEEMED ("2025Q3", "V1", "15000.00", ""), "V1 5000.00 0.00 0.00\n5000.00 0.00 0.00 1985000.00 -" },
  { "delivered one day after the last round", "2025Q4", "2025-12-01", NULL, "", V1, IN_TIME "," LATE, "",
    "V1 20000.00 0.00 10000.00\n20000.00 0.00 10000.00 2000000.00 -" },
  { "dated one day after the last round", "2025Q4", "2025-12-01", NULL, "", V1,
    INVOICE ("A", "HT-1", "2025-11-16", "100000.00", PROOF ("D-Q3")), "", "0.00 0.00 20000.00 2000000.00 -" },
  { "not dated yet, so it does not exist yet", "2025Q4", "2025-11-19", NULL, "", V1, LATE, "", "0.00 0.00 0.00 2000000.00 -" },
  { "no round takes what an earlier round can still take", "2025Q3", "2025-12-01", NULL, "", V1, IN_TIME "," LATE, "",
    "0.00 0.00 10000.00 2000000.00 -" },
  { "the rounds use the base up before", "2025Q4", "2025-12-01", NULL, "", V1,
    INVOICE ("A", "HT-1", "2025-10-08", "340000.00", PROOF ("D-Q3")) "," LATE, "",
    "V1 68000.00 0.00 5000.00\n68000.00 0.00 5000.00 2000000.00 -" },
  { "flat ratio until exhausted", "2025Q4", "2025-12-01", "redemption-share=flat-ratio-until-exhausted", "",
    VOUCHER ("V1", "HT-1", "2025-02-01", "24000.00"), IN_TIME "," LATE, "",
    "V1 20000.00 0.00 4000.00\n20000.00 0.00 4000.00 2000000.00 -" },
  { "a red letter goes where its invoice goes", "2025Q4", "2025-12-01", NULL, "", V1,
    IN_TIME "," LATE "," INVOICE ("R", "HT-1", "2025-11-25", "-25000.00", REVERSES ("B")), "",
    "V1 20000.00 0.00 5000.00\n20000.00 0.00 5000.00 2000000.00 -" },
  { "a red letter too late for the last round", "2025Q4", "2025-12-01", NULL, "", V1,
    IN_TIME "," INVOICE ("R", "HT-1", "2025-11-25", "-25000.00", REVERSES ("A")), "",
    "V1 20000.00 0.00 -5000.00\n20000.00 0.00 -5000.00 2000000.00 -" },
  { "an undetermined base", "2025Q4", "2025-12-01", "tax=net", "", V1, LATE, "", "V1 - - -\n0.00 0.00 0.00 2000000.00 -" },
};

/* Vouchers are good for twelve months; the cap is 300,000.00; a quarter is paid until the voucher is used up. */
static const Row sample_city_rows[] = {
  { "the next year's first round", "2025H1", "2025-06-10", NULL, OPENING ("redemptions", "2025", "299000.00"), V1,
    INVOICE ("A", "HT-1", "2025-06-08", "100000.00", PROOF ("D-OPEN")), "",
    "V1 1000.00 24000.00 0.00\n1000.00 24000.00 0.00 1000.00 2026H1" },
  { "an expired voucher is neither held back nor without a round", "2026H1", "2026-05-01", NULL, "", V1, IN_TIME, "",
    "V1 0.00 0.00 0.00\n0.00 0.00 0.00 300000.00 -" },
};

static QuanWorkspace *
workspace_of (const Row *row)
{
  g_autofree char *text = g_strdup_printf (WORKSPACE, row->openings, row->claims, row->invoices, row->redemptions);
  g_autoptr (GError) error = NULL;
  QuanWorkspace *records = quan_workspace_json_read (text, strlen (text), NULL, &error);

  g_assert_no_error (error);
  quan_workspace_resolve (records, NULL, &error);
  g_assert_no_error (error);
  return records;
}

static void
append_fen (GString *text, const char *before, QuanFen fen)
{
  char buf[QUAN_MONEY_BUF];

  g_string_append_printf (text, "%s%s", before, fen == QUAN_FEN_NONE ? "-" : quan_money_canonical (fen, buf));
}

static char *
describe (const QuanPreview *preview)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < preview->items->len; i++) {
    const QuanPreviewItem *item = &g_array_index (preview->items, QuanPreviewItem, i);

    g_string_append (text, item->claim->voucher);
    append_fen (text, " ", item->amount);
    append_fen (text, " ", item->blocked);
    append_fen (text, " ", item->no_round);
    g_string_append_c (text, '\n');
  }
  append_fen (text, "", preview->total);
  append_fen (text, " ", preview->blocked);
  append_fen (text, " ", preview->no_round);
  append_fen (text, " ", preview->room);
  g_string_append_printf (text, " %s", preview->moves_to != NULL ? preview->moves_to->label : "-");
  return g_string_free (text, FALSE);
}

static QuanView
view_of (const QuanPack *pack, const char *as_of, const char *reading)
{
  QuanView view = { pack, quan_pack_standard_readings (pack), quan_date_parse_iso (as_of) };
  g_auto (GStrv) words = reading != NULL ? g_strsplit (reading, "=", 2) : NULL;

  g_assert_true (words == NULL || quan_readings_choose (&view.readings, pack, words[0], words[1], NULL));
  return view;
}

static void
try_rows (const char *policy, const Row *rows, guint n)
{
  g_autoptr (QuanPack) pack = golden_pack (policy);

  for (guint i = 0; i < n; i++) {
    g_autoptr (QuanWorkspace) records = workspace_of (&rows[i]);
    QuanView view = view_of (pack, rows[i].as_of, rows[i].reading);
    g_autoptr (GError) error = NULL;
    g_autoptr (QuanPreview) preview = quan_preview (&view, records->sections[QUAN_ENTERPRISES]->pdata[0], records,
                                                    rows[i].round, &error);
    g_autofree char *found = NULL;

    g_test_message ("%s", rows[i].name);
    g_assert_no_error (error);
    found = describe (preview);
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

static GArray *
places_in (const QuanView *view, const QuanWorkspace *records, const char *label)
{
  g_autoptr (GError) error = NULL;
  GArray *places = quan_invoice_places (view, records->sections[QUAN_ENTERPRISES]->pdata[0], records, label, &error);

  g_assert_no_error (error);
  return places;
}

/* Every place an invoice can have, seen from the second quarter of 2025 on 1 December 2025. */
static void
test_places (void)
{
  static const Row row = {
    .openings = "", .claims = V1,
    .invoices =
      INVOICE ("now", "HT-1", "2025-06-30", "1.00", PROOF ("D-OPEN")) ","
      INVOICE ("red-now", "HT-1", "2025-06-30", "-1.00", REVERSES ("now")) ","
      INVOICE ("redeemed", "HT-1", "2025-06-30", "2.00", PROOF ("D-OPEN")) ","
      INVOICE ("red-of-redeemed", "HT-1", "2025-10-01", "-2.00", REVERSES ("redeemed")) ","
      INVOICE ("dated-later", "HT-1", "2025-07-01", "3.00", PROOF ("D-OPEN")) ","
      INVOICE ("delivered-later", "HT-1", "2025-06-30", "4.00", PROOF ("D-Q4")) ","
      INVOICE ("red-of-later", "HT-1", "2025-06-30", "-4.00", REVERSES ("delivered-later")) ","
      INVOICE ("delivered-last", "HT-1", "2025-06-30", "5.00", PROOF ("D-LATE")) ","
      INVOICE ("dated-last", "HT-1", "2025-11-16", "6.00", PROOF ("D-OPEN")) ","
      INVOICE ("red-of-last", "HT-1", "2025-06-30", "-6.00", REVERSES ("dated-last")) ","
      INVOICE ("unproven", "HT-1", "2025-06-30", "7.00", "") ","
      INVOICE ("red-of-unproven", "HT-1", "2025-06-30", "-7.00", REVERSES ("unproven")) ","
      "{\"number\":\"undated\",\"contract\":\"HT-1\",\"lines\":[{\"kind\":\"compute\"}],\"delivery\":\"D-OPEN\"},"
      "{\"number\":\"storage\",\"contract\":\"HT-1\",\"date\":\"2025-06-30\",\"lines\":[{\"kind\":\"storage\",\"amount\":\"8.00\"}]},"
      INVOICE ("future", "HT-1", "2025-12-02", "9.00", PROOF ("D-OPEN")) ","
      INVOICE ("other", "HT-2", "2025-06-30", "10.00", PROOF ("D-2")),
    .redemptions = REDEEMED ("2025Q3", "V1", "0.40", "\"redeemed\""),
  };
  static const char expected[] =
    "undated undated -\n"
    "delivered-last no-round 5.00\n"
    "delivered-later later 4.00 2025Q4\n"
    "now now 1.00\n"
    "red-now now -1.00\n"
    "red-of-last no-round -6.00\n"
    "red-of-later later -4.00 2025Q4\n"
    "red-of-unproven waits -7.00\n"
    "redeemed redeemed 2.00 (2025Q3)\n"
    "storage not-counted 0.00\n"
    "unproven unproven 7.00\n"
    "dated-later later 3.00 2025Q3\n"
    "red-of-redeemed later -2.00 2025Q4\n"
    "dated-last no-round 6.00\n"
    "future future 9.00\n"
    "other no-voucher 10.00\n";
  g_autoptr (QuanPack) pack = golden_pack (BEIJING);
  g_autoptr (QuanWorkspace) records = workspace_of (&row);
  QuanView view = view_of (pack, "2025-12-01", NULL);
  g_autoptr (GArray) places = places_in (&view, records, "2025Q2");
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++) {
    const QuanInvoicePlace *place = &g_array_index (places, QuanInvoicePlace, i);

    g_string_append_printf (found, "%s %s", place->invoice->number, quan_place_id (place->place));
    append_fen (found, " ", place->counted);
    if (place->round != NULL)
      g_string_append_printf (found, " %s", place->round->label);
    if (place->redemption != NULL)
      g_string_append_printf (found, " (%s)", place->redemption->round);
    g_string_append_c (found, '\n');
  }
  g_assert_cmpstr (found->str, ==, expected);
}

/* A contract signed after 15 November 2023 has nothing in the first round (六). */
static void
test_place_of_a_contract_signed_late (void)
{
  static const Row row = { .openings = "", .claims = VOUCHER ("V1", "HT-1", "2023-11-15", "73000.00"), .redemptions = "",
                           .invoices = INVOICE ("A", "HT-1", "2023-11-15", "1.00", PROOF ("D-OPEN")) };
  g_autoptr (QuanPack) pack = golden_pack (BEIJING);
  g_autoptr (QuanWorkspace) records = workspace_of (&row);
  QuanView view = view_of (pack, "2025-12-01", NULL);
  g_autoptr (GArray) places = places_in (&view, records, "2023Q4");
  const QuanInvoicePlace *place = &g_array_index (places, QuanInvoicePlace, 0);

  g_assert_cmpstr (quan_place_id (place->place), ==, "later");
  g_assert_cmpstr (place->round->label, ==, "2024Q1");
}

/* Files imported one after the other can bring what none may hold alone: reversals in a circle count for nothing. */
static void
test_circle (void)
{
  static const Row row = {
    .openings = "", .claims = V1, .redemptions = "",
    .invoices = IN_TIME "," INVOICE ("R", "HT-1", "2025-10-09", "-1000.00", REVERSES ("A")),
  };
  g_autoptr (QuanPack) pack = golden_pack (BEIJING);
  g_autoptr (QuanWorkspace) records = workspace_of (&row);
  QuanInvoice *first = records->sections[QUAN_INVOICES]->pdata[0];
  QuanView view = view_of (pack, "2025-11-10", NULL);
  g_autoptr (QuanPreview) preview = NULL;

  first->reverses = g_strdup ("R");
  preview = quan_preview (&view, records->sections[QUAN_ENTERPRISES]->pdata[0], records, "2025Q4", NULL);
  g_assert_cmpint (preview->total, ==, 0);
  g_assert_cmpuint (preview->items->len, ==, 0);
}

static void
test_names (void)
{
  for (int place = 0; place < QUAN_N_PLACES; place++)
    for (int other = 0; other < place; other++) {
      g_assert_cmpstr (quan_place_id (place), !=, quan_place_id (other));
      g_assert_cmpstr (quan_place_name (place, QUAN_LANGUAGE_EN), !=, quan_place_name (other, QUAN_LANGUAGE_EN));
      g_assert_cmpstr (quan_place_name (place, QUAN_LANGUAGE_ZH), !=, quan_place_name (other, QUAN_LANGUAGE_ZH));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/redemption/beijing", test_beijing);
  g_test_add_func ("/redemption/sample-city", test_sample_city);
  g_test_add_func ("/redemption/places", test_places);
  g_test_add_func ("/redemption/place-of-a-contract-signed-late", test_place_of_a_contract_signed_late);
  g_test_add_func ("/redemption/circle", test_circle);
  g_test_add_func ("/redemption/names", test_names);
  return g_test_run ();
}
