/* The three-way check: one fact of a round that agrees is changed, and exactly the mismatches expected appear. */
#include "core/engine/three-way.h"

#include "core/base/error.h"
#include "core/exchange/workspace-json.h"
#include "tests/core/golden.h"

#include <stdlib.h>
#include <string.h>

#define BEIJING "/io/github/quan/Quan/policies/cn-beijing-ai-compute-2023.policy"

static QuanPack *pack;
static json_t   *table;

static const char *
word (const json_t *object, const char *key, const char *otherwise)
{
  const char *text = json_string_value (json_object_get (object, key));

  return text ? text : otherwise;
}

/* Puts a value at a path, "invoices.0.buyer"; null takes the member away, an index behind the end appends. */
static void
change (json_t *workspace, const char *path, json_t *value)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);
  guint last = g_strv_length (steps) - 1;
  json_t *at = workspace;

  for (guint i = 0; i < last; i++)
    at = json_is_array (at) ? json_array_get (at, strtoul (steps[i], NULL, 10)) : json_object_get (at, steps[i]);
  g_assert_nonnull (at);
  if (json_is_object (at) && json_is_null (value))
    g_assert_cmpint (json_object_del (at, steps[last]), ==, 0);
  else if (json_is_object (at))
    g_assert_cmpint (json_object_set (at, steps[last], value), ==, 0);
  else if (json_is_null (value))
    g_assert_cmpint (json_array_remove (at, strtoul (steps[last], NULL, 10)), ==, 0);
  else if (strtoul (steps[last], NULL, 10) < json_array_size (at))
    g_assert_cmpint (json_array_set (at, strtoul (steps[last], NULL, 10), value), ==, 0);
  else
    g_assert_cmpint (json_array_append (at, value), ==, 0);
}

/* The records and the options of a case, in the shape of a golden case. */
static json_t *
golden_of (const json_t *row)
{
  json_t *workspace = json_deep_copy (json_object_get (table, "workspace")), *value;
  const char *path;

  json_object_foreach (json_object_get (row, "set"), path, value)
    change (workspace, path, value);
  return json_pack ("{so ss sO*}", "workspace", workspace, "as_of", word (row, "as_of", word (table, "as_of", NULL)),
                    "options", json_object_get (row, "options"));
}

/* The records of a case. Redemptions are taken as they are written: an import judges them, the check reads what there is. */
static QuanWorkspace *
records_of (json_t *golden)
{
  json_t *workspace = json_object_get (golden, "workspace"), *redemptions = json_object_get (workspace, "redemptions");
  json_t *alone = json_pack ("{ss si sO}", "format", "quan-workspace", "version", 1, "redemptions", redemptions);
  char *text = json_dumps (alone, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuanWorkspace) others = quan_workspace_json_read (text, strlen (text), NULL, &error);
  QuanWorkspace *records;

  g_assert_no_error (error);
  g_assert_cmpint (json_object_del (workspace, "redemptions"), ==, 0);
  records = golden_workspace (golden);
  g_ptr_array_extend_and_steal (records->sections[QUAN_REDEMPTIONS],
                                g_steal_pointer (&others->sections[QUAN_REDEMPTIONS]));
  others->sections[QUAN_REDEMPTIONS] = g_ptr_array_new ();
  json_decref (alone);
  free (text);
  return records;
}

/* "fail buyer F-07 JF-07 P-07": what is concerned behind the verdict and the check. */
static char *
say_mismatch (const QuanMismatch *mismatch)
{
  GString *text = g_string_new (quan_verdict_id (mismatch->verdict));

  g_string_append_printf (text, " %s", quan_match_id (mismatch->match));
  if (mismatch->invoice)
    g_string_append_printf (text, " %s", mismatch->invoice->number);
  if (mismatch->delivery)
    g_string_append_printf (text, " %s", mismatch->delivery->number);
  if (mismatch->payment)
    g_string_append_printf (text, " %s", mismatch->payment->number);
  return g_string_free (text, FALSE);
}

static const char *
sum (QuanFen fen, char buffer[QUAN_MONEY_BUF])
{
  return fen == QUAN_FEN_NONE ? "-" : quan_money_canonical (fen, buffer);
}

/* "JF-08: F-08 R-08 | delivered counted invoiced paid verdict". */
static char *
say_row (const QuanReconciled *row)
{
  GString *text = g_string_new (row->delivery ? row->delivery->number : "-");
  char delivered[QUAN_MONEY_BUF], counted[QUAN_MONEY_BUF], invoiced[QUAN_MONEY_BUF], paid[QUAN_MONEY_BUF];

  g_string_append_c (text, ':');
  for (guint i = 0; i < row->invoices->len; i++)
    g_string_append_printf (text, " %s", ((const QuanInvoice *) row->invoices->pdata[i])->number);
  g_string_append_printf (text, " | %s %s %s %s %s", sum (row->delivered, delivered), sum (row->counted, counted),
                          sum (row->invoiced, invoiced), sum (row->paid, paid), quan_verdict_id (row->verdict));
  return g_string_free (text, FALSE);
}

/* Compares lines with an array of the case, where it has one. */
static void
expect (const json_t *row, const char *key, GPtrArray *lines)
{
  const json_t *expected = json_object_get (row, key);
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  if (!expected)
    return;
  for (size_t i = 0; i < json_array_size (expected); i++)
    g_string_append_printf (wanted, "%s\n", json_string_value (json_array_get (expected, i)));
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (found, "%s\n", (char *) lines->pdata[i]);
  g_assert_cmpstr (found->str, ==, wanted->str);
}

static void
expect_mismatches (const json_t *row, const QuanThreeWay *check, const char *reasons)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < check->mismatches->len; i++) {
    const QuanMismatch *mismatch = check->mismatches->pdata[i];
    GString *pairs = g_string_new (NULL);

    for (guint j = 0; j + 1 < mismatch->facts->len; j += 2)
      g_string_append_printf (pairs, "%s%s=%s", j ? " " : "", (char *) mismatch->facts->pdata[j],
                              mismatch->facts->pdata[j + 1] ? (char *) mismatch->facts->pdata[j + 1] : "-");
    g_ptr_array_add (facts, g_string_free (pairs, FALSE));
    g_ptr_array_add (found, say_mismatch (mismatch));
    g_ptr_array_add (said, g_strdup (mismatch->reason));
    g_assert_null (strpbrk (mismatch->reason, "{}"));
    g_assert_true (!strstr (mismatch->reason, "—") || strstr (facts->pdata[i], "=-"));
  }
  expect (row, "mismatches", found);
  expect (row, reasons, said);
  expect (row, "facts", facts);
}

static void
expect_counts (const json_t *row, const QuanThreeWay *check)
{
  json_t *value;
  const char *key;

  json_object_foreach (json_object_get (row, "counts"), key, value)
    for (int match = 0; match < QUAN_N_MATCHES; match++)
      if (g_str_equal (key, quan_match_id (match))) {
        g_autofree char *count = g_strdup_printf ("%u/%u", check->counts[match].held, check->counts[match].of);

        g_test_message ("%s", key);
        g_assert_cmpstr (count, ==, json_string_value (value));
      }
}

static void
expect_rows (const json_t *row, const QuanThreeWay *check)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < check->rows->len; i++)
    g_ptr_array_add (lines, say_row (&g_array_index (check->rows, QuanReconciled, i)));
  expect (row, "rows", lines);
}

/* In the order of the aggregate verdict. */
static QuanVerdict
worst (const GPtrArray *mismatches)
{
  static const QuanVerdict order[] = { QUAN_VERDICT_FAIL, QUAN_VERDICT_UNKNOWN, QUAN_VERDICT_REVIEW };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < mismatches->len; j++)
      if (((const QuanMismatch *) mismatches->pdata[j])->verdict == order[i])
        return order[i];
  return QUAN_VERDICT_PASS;
}

static void
test_case (gconstpointer data)
{
  const json_t *row = data;
  json_t *golden = golden_of (row);
  g_autoptr (QuanWorkspace) records = records_of (golden);
  QuanView view = golden_view (pack, golden);
  const QuanEnterprise *enterprise = records->sections[QUAN_ENTERPRISES]->pdata[0];
  const char *round = word (row, "round", word (table, "round", NULL));
  g_autoptr (QuanPreview) preview = quan_preview (&view, enterprise, records, round, NULL);
  QuanDate filed = quan_date_parse_iso (word (row, "filed", ""));

  g_assert_nonnull (preview);
  for (int language = QUAN_LANGUAGE_EN; language <= QUAN_LANGUAGE_ZH; language++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (QuanThreeWay) check = quan_three_way (&view, enterprise, records, preview, filed, language, &error);

    g_assert_no_error (error);
    expect_mismatches (row, check, language == QUAN_LANGUAGE_ZH ? "zh" : "says");
    expect_counts (row, check);
    expect_rows (row, check);
    g_assert_cmpint (check->verdict, ==, worst (check->mismatches));
  }
  json_decref (golden);
}

/* The records everything agrees in. */
static QuanWorkspace *
agreeing (QuanView *view)
{
  json_t *golden = golden_of (NULL);
  QuanWorkspace *records = records_of (golden);

  *view = golden_view (pack, golden);
  json_decref (golden);
  return records;
}

/* Sums beyond the range are an error, never a wrapped figure. */
static void
test_overflow (void)
{
  QuanView view;
  g_autoptr (QuanWorkspace) records = agreeing (&view);
  const QuanEnterprise *enterprise = records->sections[QUAN_ENTERPRISES]->pdata[0];
  g_autoptr (QuanPreview) preview = quan_preview (&view, enterprise, records, "2025Q4", NULL);
  const QuanPayment *payment = records->sections[QUAN_PAYMENTS]->pdata[3];
  g_autoptr (GError) error = NULL;

  ((QuanPaymentPart *) payment->invoices->pdata[0])->amount = INT64_MAX;
  g_assert_null (quan_three_way (&view, enterprise, records, preview, QUAN_DATE_NONE, QUAN_LANGUAGE_EN, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_OVERFLOW);
}

/* A round the pack does not have takes nothing, so nothing is to be checked. */
static void
test_no_round (void)
{
  QuanView view;
  g_autoptr (QuanWorkspace) records = agreeing (&view);
  const QuanEnterprise *enterprise = records->sections[QUAN_ENTERPRISES]->pdata[0];
  g_autoptr (QuanPreview) preview = quan_preview (&view, enterprise, records, "2031Q1", NULL);
  g_autoptr (QuanThreeWay) check = quan_three_way (&view, enterprise, records, preview, QUAN_DATE_NONE, QUAN_LANGUAGE_EN, NULL);

  g_assert_cmpuint (check->rows->len, ==, 0);
  g_assert_cmpint (check->verdict, ==, QUAN_VERDICT_PASS);
  for (int match = 0; match < QUAN_N_MATCHES; match++)
    g_assert_cmpuint (check->counts[match].of, ==, 0);
}

/* Answers name checks by ids that no two share. */
static void
test_ids (void)
{
  for (int i = 0; i < QUAN_N_MATCHES; i++)
    for (int j = 0; j < i; j++)
      g_assert_cmpstr (quan_match_id (i), !=, quan_match_id (j));
}

int
main (int argc, char **argv)
{
  json_t *cases;
  int status;

  g_test_init (&argc, &argv, NULL);
  pack = golden_pack (BEIJING);
  table = golden_load ("three-way.json");
  cases = json_object_get (table, "cases");
  for (size_t i = 0; i < json_array_size (cases); i++) {
    const json_t *row = json_array_get (cases, i);
    g_autofree char *path = g_strdup_printf ("/three-way/%s", word (row, "name", NULL));

    g_test_add_data_func (path, row, test_case);
  }
  g_test_add_func ("/three-way/overflow", test_overflow);
  g_test_add_func ("/three-way/no-round", test_no_round);
  g_test_add_func ("/three-way/ids", test_ids);
  status = g_test_run ();
  json_decref (table);
  quan_pack_free (pack);
  return status;
}
