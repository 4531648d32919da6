/* The reader of policy packs: the Beijing pack's values, its texts, and every way a pack can be malformed. */
#include "tests/core/golden.h"

#include <string.h>

#include "core/base/error.h"
#include "tests/core/cases.h"
#include "tests/core/packs.h"

#define SAMPLE_CITY "cn-sample-city-compute-2024.policy"

static QuanDate
day (const char *iso)
{
  QuanDate date = quan_date_parse_iso (iso);

  g_assert_cmpint (date, !=, QUAN_DATE_NONE);
  return date;
}

static void
test_identity (void)
{
  g_autoptr (QuanPack) pack = golden_pack (PACK_BEIJING);
  g_autofree char *text = pack_beijing_text ();
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  g_assert_cmpstr (pack->id, ==, "cn-beijing-ai-compute-2023");
  g_assert_cmpint (pack->version, ==, 1);
  g_assert_cmpstr (pack->programme.in[QUAN_LANGUAGE_ZH], ==, "人工智能算力券");
  g_assert_cmpstr (pack->issuer.in[QUAN_LANGUAGE_ZH], ==, "北京市经济和信息化局");
  g_assert_cmpstr (pack->region, ==, "11");
  g_assert_cmpint (pack->issued, ==, day ("2023-10-11"));
  g_assert_true (pack->verified);
  g_assert_cmpstr (pack->hash, ==, hash);
  g_assert_null (pack->voucher_months);
}

static void
test_parameters (void)
{
  static const struct { const char *pack, *id, *on; gint64 value, divisor; } rows[] = {
    { PACK_BEIJING, "support-ratio", "2024-01-01", 1, 5 },
    { PACK_BEIJING, "claim-cap", "2024-01-01", 200000000, 1 },
    { PACK_BEIJING, "redemption-cap", "2024-01-01", 200000000, 1 },
    { PACK_BEIJING, "base-minimum", "2024-01-01", 0, 1 },
    { PACK_BEIJING, "claims-per-contract", "2024-01-01", 1, 1 },
    { PACK_BEIJING, "term-years", "2024-01-01", 1, 1 },
    { PACK_BEIJING, "clean-years", "2024-01-01", 3, 1 },
    { PACK_BEIJING, "counted-kinds", "2024-01-01", 1 << QUAN_LINE_COMPUTE, 1 },
    { PACK_BEIJING, "support-ratio", "1999-12-31", 1, 5 },
    { SAMPLE_CITY, "claim-cap", "2023-06-01", 50000000, 1 },
    { SAMPLE_CITY, "claim-cap", "2024-12-31", 50000000, 1 },
    { SAMPLE_CITY, "claim-cap", "2025-01-01", 60000000, 1 },
    { SAMPLE_CITY, "claim-cap", "2999-01-01", 60000000, 1 },
    { SAMPLE_CITY, "counted-kinds", "2024-01-01", 1 << QUAN_LINE_COMPUTE | 1 << QUAN_LINE_STORAGE, 1 },
    { SAMPLE_CITY, "voucher-validity", "2024-01-01", 12, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QuanPack) pack = golden_pack (rows[i].pack);
    const QuanDatedValue *value = quan_parameter_value (quan_pack_parameter (pack, rows[i].id), day (rows[i].on));

    g_assert_cmpint (value->value, ==, rows[i].value);
    g_assert_cmpint (value->divisor, ==, rows[i].divisor);
  }
}

static void
test_dates (void)
{
  static const struct { const char *id, *value; } rows[] = {
    { "signing-from", "2023-09-01" }, { "signing-until", "2025-12-31" }, { "window-until", "2025-12-31" },
  };
  g_autoptr (QuanPack) pack = golden_pack (PACK_BEIJING);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const QuanParameter *parameter = quan_pack_parameter (pack, rows[i].id);

    g_assert_cmpint (quan_parameter_value (parameter, day ("2024-01-01"))->value, ==, day (rows[i].value));
  }
  g_assert_null (quan_pack_parameter (pack, "support"));
}

/* Conditional rows stand in the order of the file, with their own words and values. */
static void
test_variants (void)
{
  static const struct { const char *word; gint64 value, divisor; } rows[] = {
    { "sole-proprietor", 2, 5 }, { "partnership", 3, 10 },
  };
  g_autoptr (QuanPack) pack = golden_pack (SAMPLE_CITY);

  g_assert_cmpuint (pack->ratio->variants->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const QuanParameter *variant = pack->ratio->variants->pdata[i];
    const QuanDatedValue *value = quan_parameter_value (variant, day ("2024-06-01"));

    g_assert_cmpstr (variant->when.id, ==, "enterprise.entity_type");
    g_assert_cmpstr (variant->when_in[0], ==, rows[i].word);
    g_assert_null (variant->when_in[1]);
    g_assert_cmpint (value->value, ==, rows[i].value);
    g_assert_cmpint (value->divisor, ==, rows[i].divisor);
  }
}

static void
test_state (void)
{
  static const struct { const char *on, *state; } rows[] = {
    { "2023-10-10", "not-yet" }, { "2023-10-11", "in-force" }, { "2025-12-31", "in-force" }, { "2026-01-01", "lapsed" },
  };
  g_autoptr (QuanPack) pack = golden_pack (PACK_BEIJING);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (quan_pack_state_id (quan_pack_state (pack, day (rows[i].on))), ==, rows[i].state);
}

/* Every round of the table, and no other; each day of a window finds its round, the days around all windows none. */
static void
test_rounds (void)
{
  g_autoptr (QuanPack) pack = golden_pack (PACK_BEIJING);
  g_autoptr (GPtrArray) rows = cases_read ("rounds.csv", 4);

  g_assert_cmpuint (pack->rounds->len, ==, rows->len);
  for (guint i = 0; i < rows->len; i++) {
    GStrv row = rows->pdata[i];
    const QuanRound *round = quan_pack_round (pack, row[0]);

    g_assert_true (round == &g_array_index (pack->rounds, QuanRound, i));
    g_assert_cmpint (round->from, ==, day (row[1]));
    g_assert_cmpint (round->until, ==, day (row[2]));
    g_assert_cmpint (round->year, ==, atoi (row[0]));
    g_assert_cmpint (round->signed_until, ==, i == 0 ? day ("2023-11-15") : QUAN_DATE_NONE);
    for (QuanDate on = round->from; on <= round->until; on++)
      g_assert_true (quan_pack_round_on (pack, on) == round);
  }
  g_assert_null (quan_pack_round_on (pack, day ("2023-10-10")));
  g_assert_null (quan_pack_round_on (pack, day ("2025-11-16")));
  g_assert_null (quan_pack_round (pack, "2026Q1"));
  g_assert_true (quan_pack_last_round (pack) == quan_pack_round (pack, "2025Q4"));
}

static void
test_readings (void)
{
  static const struct { const char *key, *value, *message; } rows[] = {
    { "proration", "months", NULL },
    { "window-start", "2023-10-11", NULL },
    { "tax", "net", NULL },
    { "redemption-share", "flat-ratio-until-exhausted", NULL },
    { "caps", "joint", NULL },
    { "proration", "weeks",
      "Reading proration has no option “weeks” in policy cn-beijing-ai-compute-2023; choose one of schedule-then-days, "
      "days, months." },
    { "window-start", "2023-09-02",
      "Reading window-start has no option “2023-09-02” in policy cn-beijing-ai-compute-2023; choose one of 2023-09-01, "
      "2023-10-11." },
    { "rounding", "up",
      "Policy cn-beijing-ai-compute-2023 has no reading “rounding”; choose one of proration, window-start, tax, "
      "redemption-share, caps." },
  };
  g_autoptr (QuanPack) pack = golden_pack (PACK_BEIJING);
  QuanReadings readings = quan_pack_standard_readings (pack);

  g_assert_cmpint (quan_readings_code (&readings, pack, QUAN_SWITCH_WINDOW_START), ==, day ("2023-09-01"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;

    if (quan_readings_choose (&readings, pack, rows[i].key, rows[i].value, &error)) {
      g_assert_null (rows[i].message);
      continue;
    }
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_USAGE);
    g_assert_cmpstr (error->message, ==, rows[i].message);
  }
  g_assert_cmpint (quan_readings_code (&readings, pack, QUAN_SWITCH_PRORATION), ==, QUAN_PRORATION_MONTHS);
  g_assert_cmpint (quan_readings_code (&readings, pack, QUAN_SWITCH_WINDOW_START), ==, day ("2023-10-11"));
  g_assert_cmpint (quan_readings_code (&readings, pack, QUAN_SWITCH_TAX), ==, QUAN_TAX_NET);
}

static const char rule_ids[] =
  "provider-unrelated field-of-use use-of-compute base-itemised legal-person registered-in-beijing sector ai-direction "
  "finance-system clean-record no-other-municipal-subsidy signed-in-window term-within-one-year "
  "service-starts-in-window claim-after-signing one-claim-per-contract base-positive quota-left policy-in-force "
  "redemption-documents redemption-round";

/* Scripts name rules by their ids: they and their order stay. */
static void
test_rules (void)
{
  g_autoptr (QuanPack) pack = golden_pack (PACK_BEIJING);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < pack->rules->len; i++)
    g_string_append_printf (ids, "%s%s", i ? " " : "", g_array_index (pack->rules, QuanRule, i).id);
  g_assert_cmpstr (ids->str, ==, rule_ids);
}

/* A ★ document is mandatory and names its clause; each stage has some, and materials that age are uploads. */
static void
test_documents (void)
{
  g_autoptr (QuanPack) pack = golden_pack (PACK_BEIJING);
  int named[2] = { 0 };

  for (guint i = 0; i < pack->documents->len; i++) {
    const QuanDocument *document = &g_array_index (pack->documents, QuanDocument, i);

    g_assert_true (!document->named || (document->mandatory && document->clause));
    g_assert_true (document->max_age_days == 0 || !document->generated);
    g_assert_cmpstr (document->dated.id, ==, document->max_age_days > 0 ? "enterprise.credit_checked_on" : NULL);
    named[document->stage] += document->named;
  }
  g_assert_cmpint (named[QUAN_STAGE_CLAIM], ==, 1);
  g_assert_cmpint (named[QUAN_STAGE_REDEMPTION], ==, 4);
}

static gboolean
has_han (const char *text)
{
  for (; *text; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;
  return FALSE;
}

/* Whether every placeholder of one text stands in another too. */
static gboolean
has_placeholders_of (const char *text, const char *other)
{
  for (const char *open = strchr (other, '{'); open; open = strchr (open + 1, '{')) {
    g_autofree char *placeholder = g_strndup (open, strchr (open, '}') + 1 - open);

    if (!strstr (text, placeholder))
      return FALSE;
  }
  return TRUE;
}

/* English is free of Chinese characters, Chinese has some, and both say the same facts. */
static void
expect_text (const char *where, const QuanText *text)
{
  const char *english = text->in[QUAN_LANGUAGE_EN], *chinese = text->in[QUAN_LANGUAGE_ZH];

  if (!has_han (english) && has_han (chinese) && has_placeholders_of (chinese, english) &&
      has_placeholders_of (english, chinese))
    return;
  g_test_message ("%s: “%s” and “%s”", where, english, chinese);
  g_test_fail ();
}

/* Whoever is told fail, review or unknown is told what to do. */
static void
expect_rule_texts (const QuanRule *rule)
{
  for (int i = 0; i < QUAN_MAX_OUTCOMES && rule->kind->outcomes[i].id; i++) {
    const QuanOutcome *outcome = &rule->kind->outcomes[i];
    gboolean mends = outcome->verdict != QUAN_VERDICT_PASS && outcome->verdict != QUAN_VERDICT_NOT_APPLICABLE;

    expect_text (rule->id, &rule->say[i]);
    g_assert_cmpint (rule->fix[i].in[QUAN_LANGUAGE_EN] != NULL, ==, mends && pack_rule_can_say (rule, outcome));
    if (rule->fix[i].in[QUAN_LANGUAGE_EN])
      expect_text (rule->id, &rule->fix[i]);
  }
  expect_text (rule->id, &rule->title);
  if (rule->kind->notes)
    expect_text (rule->id, &rule->note);
}

static void
test_texts (void)
{
  g_autoptr (QuanPack) pack = golden_pack (PACK_BEIJING);

  expect_text ("title", &pack->title);
  expect_text ("programme", &pack->programme);
  expect_text ("issuer", &pack->issuer);
  expect_text ("packet", &pack->claim_packet.title);
  expect_text ("packet", &pack->redemption_packet.title);
  for (guint i = 0; i < pack->clauses->len; i++)
    expect_text ("clause", &g_array_index (pack->clauses, QuanClause, i).summary);
  for (guint i = 0; i < pack->rules->len; i++)
    expect_rule_texts (&g_array_index (pack->rules, QuanRule, i));
  for (guint i = 0; i < pack->documents->len; i++) {
    expect_text ("document", &g_array_index (pack->documents, QuanDocument, i).title);
    expect_text ("document", &g_array_index (pack->documents, QuanDocument, i).requirement);
  }
  for (guint i = 0; i < pack->readings->len; i++) {
    const QuanReading *reading = &g_array_index (pack->readings, QuanReading, i);

    expect_text (reading->id, &reading->summary);
    for (guint j = 0; reading->options && j < reading->options->len; j++)
      expect_text (reading->id, &g_array_index (reading->options, QuanReadingOption, j).name);
  }
}

/* The number of the line on which a place first stands. */
static int
line_of (const char *text, const char *place)
{
  const char *found = strstr (text, place);
  int line = 1;

  if (!found)
    g_error ("“%s” is not in the altered pack", place);
  for (const char *at = text; at < found; at++)
    line += *at == '\n';
  return line;
}

/* The pack with one change: "replace" (which stands in it once) by "with", or "append" at its end. Free with g_free. */
static char *
altered (const char *text, const json_t *row)
{
  const char *append = json_string_value (json_object_get (row, "append"));
  g_auto (GStrv) parts = NULL;

  if (append)
    return g_strconcat (text, append, NULL);
  parts = g_strsplit (text, json_string_value (json_object_get (row, "replace")), -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strjoinv (json_string_value (json_object_get (row, "with")), parts);
}

/* "FILE:LINE: message", the line being where "at" stands; "{first}" in the message is the line where "first" stands. */
static char *
expected_problem (const char *text, const json_t *problem)
{
  const char *at = json_string_value (json_object_get (problem, "at"));
  const char *first = json_string_value (json_object_get (problem, "first"));
  g_autofree char *number = g_strdup_printf ("%d", first ? line_of (text, first) : 0);
  g_auto (GStrv) message = g_strsplit (json_string_value (json_object_get (problem, "message")), "{first}", -1);
  g_autofree char *sentence = g_strjoinv (number, message);

  return g_strdup_printf ("pack.policy:%d: %s", line_of (text, at), sentence);
}

/* A malformed pack is refused with exactly these problems, in this order. */
static void
test_malformed (gconstpointer data)
{
  const json_t *row = data, *expected = json_object_get (row, "problems");
  g_autofree char *original = pack_beijing_text ();
  g_autofree char *text = altered (original, row);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) wanted = g_string_new (NULL), found = g_string_new (NULL);

  g_assert_null (quan_pack_read ("pack.policy", text, strlen (text), problems));
  for (size_t i = 0; i < json_array_size (expected); i++) {
    g_autofree char *problem = expected_problem (text, json_array_get (expected, i));

    g_string_append_printf (wanted, "%s\n", problem);
  }
  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (found, "%s\n", (char *) problems->pdata[i]);
  g_assert_cmpstr (found->str, ==, wanted->str);
}

/* What JSON cannot hold: bytes that are no text. */
static void
test_not_text (void)
{
  static const struct { const char *bytes; gsize length; const char *problem; } rows[] = {
    { "[policy]\nid=\xff\n", 13, "pack.policy: byte 13 is not UTF-8; save the file as UTF-8." },
    { "[policy]\nid=\xe5\x88", 14, "pack.policy: byte 13 is not UTF-8; save the file as UTF-8." },
    { "[policy]\nid=a\0b\n", 16, "pack.policy: byte 14 is not UTF-8; save the file as UTF-8." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

    g_assert_null (quan_pack_read ("pack.policy", rows[i].bytes, rows[i].length, problems));
    g_assert_cmpuint (problems->len, ==, 1);
    g_assert_cmpstr (problems->pdata[0], ==, rows[i].problem);
  }
}

int
main (int argc, char **argv)
{
  json_t *malformed;
  int status;

  g_test_init (&argc, &argv, NULL);
  malformed = golden_load ("malformed-packs.json");
  g_test_add_func ("/pack/identity", test_identity);
  g_test_add_func ("/pack/parameters", test_parameters);
  g_test_add_func ("/pack/dates", test_dates);
  g_test_add_func ("/pack/variants", test_variants);
  g_test_add_func ("/pack/state", test_state);
  g_test_add_func ("/pack/rounds", test_rounds);
  g_test_add_func ("/pack/readings", test_readings);
  g_test_add_func ("/pack/rules", test_rules);
  g_test_add_func ("/pack/documents", test_documents);
  g_test_add_func ("/pack/texts", test_texts);
  g_test_add_func ("/pack/not-text", test_not_text);
  for (size_t i = 0; i < json_array_size (malformed); i++) {
    const json_t *row = json_array_get (malformed, i);
    g_autofree char *path = g_strdup_printf ("/pack/malformed/%s", json_string_value (json_object_get (row, "id")));

    g_test_add_data_func (path, row, test_malformed);
  }
  status = g_test_run ();
  json_decref (malformed);
  return status;
}
