/* The life of redemptions, and that no invoice is redeemed twice. */
#include <string.h>

#include "core/base/error.h"
#include "core/desk/desk-private.h"
#include "core/store/evidence.h"
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

/* Does an act on a round on an ISO day (NULL: the as-of date); the redemption as it stands then, NULL where it is
 * refused. */
static QuanRedemption *
act (QuanDesk *desk, QuanRedemptionAct what, const char *round, const char *date, GError **error)
{
  const QuanRedemptionChange change = {
    .round = round, .enterprise = REDEEM_ENTERPRISE, .reason = what == QUAN_REDEEM_RETURN ? "缺回单" : NULL,
    .date = date != NULL ? quan_date_parse_iso (date) : QUAN_DATE_NONE,
    .received = what == QUAN_REDEEM_PAY ? REDEEM_PART - 100000 : QUAN_FEN_NONE,
  };
  QuanRedemption *done = NULL;

  quan_desk_redemption (desk, what, &change, &done, error);
  return done;
}

/* Likewise; asserts the state and what is asked for, and returns the invoices of its first item, joined. Free with
 * g_free. */
static char *
pass (QuanDesk *desk, QuanRedemptionAct what, const char *round, const char *date, int state, QuanFen asked)
{
  g_autoptr (GError) error = NULL;
  QuanRedemption *done = act (desk, what, round, date, &error);
  GString *invoices = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpint (done->state, ==, state);
  g_assert_cmpint (quan_redemption_asked (done), ==, asked);
  for (guint i = 0; done->items->len > 0 && i < ((QuanRedemptionItem *) done->items->pdata[0])->invoices->len; i++)
    g_string_append_printf (invoices, "%s;",
                            (char *) ((QuanRedemptionItem *) done->items->pdata[0])->invoices->pdata[i]);
  quan_record_free (&quan_redemption_type, done);
  return g_string_free (invoices, FALSE);
}

static void
do_pass (QuanDesk *desk, QuanRedemptionAct what, const char *round, const char *date, int state, QuanFen asked)
{
  g_autofree char *invoices = pass (desk, what, round, date, state, asked);
}

/* Asserts that an act is refused for this reason, and nothing changed. */
static void
fail (QuanDesk *desk, QuanRedemptionAct what, const char *round, const char *date, int code, const char *says)
{
  g_autofree char *before = desk_export (desk), *after = NULL;
  gint64 rows = desk_journal_length (desk);
  g_autoptr (GError) error = NULL;

  g_assert_null (act (desk, what, round, date, &error));
  g_assert_error (error, QUAN_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, says));
  after = desk_export (desk);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (desk_journal_length (desk), ==, rows);
}

static void
assert_whole (QuanDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = quan_desk_verify (desk, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_error ("%s: %s", ((QuanStoreProblem *) problems->pdata[i])->where, ((QuanStoreProblem *) problems->pdata[i])->what);
}

/* Begun, filed, returned, filed again, paid less than asked: what was asked for counts, and the next round takes the
 * next invoice, no more. */
static void
test_year (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = redemption_desk (&place, "2024-06-10", NULL, "[]");
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (GError) error = NULL;
  QuanRedemption *paid;

  first = pass (desk, QUAN_REDEEM_NEW, "2024Q2", NULL, QUAN_REDEMPTION_DRAFT, REDEEM_PART);
  g_assert_cmpstr (first, ==, REDEEM_INVOICE_1 ";");
  do_pass (desk, QUAN_REDEEM_SUBMIT, "2024Q2", "2024-06-20", QUAN_REDEMPTION_SUBMITTED, REDEEM_PART);
  do_pass (desk, QUAN_REDEEM_RETURN, "2024Q2", "2024-06-22", QUAN_REDEMPTION_RETURNED, REDEEM_PART);
  do_pass (desk, QUAN_REDEEM_SUBMIT, "2024Q2", "2024-06-25", QUAN_REDEMPTION_SUBMITTED, REDEEM_PART);
  paid = act (desk, QUAN_REDEEM_PAY, "2024Q2", "2024-07-15", &error);
  g_assert_no_error (error);
  g_assert_cmpint (paid->submitted, ==, quan_date_parse_iso ("2024-06-25"));
  g_assert_cmpint (paid->paid_on, ==, quan_date_parse_iso ("2024-07-15"));
  g_assert_cmpint (paid->received, ==, REDEEM_PART - 100000);
  g_assert_cmpstr (paid->policy, ==, "cn-beijing-ai-compute-2023");
  g_assert_null (paid->reason);
  quan_record_free (&quan_redemption_type, paid);
  quan_desk_set_as_of (desk, quan_date_parse_iso ("2024-09-10"));
  second = pass (desk, QUAN_REDEEM_SUBMIT, "2024Q3", NULL, QUAN_REDEMPTION_SUBMITTED, REDEEM_PART);
  g_assert_cmpstr (second, ==, REDEEM_INVOICE_2 ";");
  assert_whole (desk);
}

/* The year's cap holds back a part, then all, and the next year's first round releases it with what waited. */
static void
test_cap (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = redemption_desk (&place, "2024-06-10", "1930000.00", "[]");
  g_autofree char *third = NULL, *blocked = NULL, *last = NULL;

  do_pass (desk, QUAN_REDEEM_SUBMIT, "2024Q2", "2024-06-20", QUAN_REDEMPTION_SUBMITTED, REDEEM_PART);
  third = pass (desk, QUAN_REDEEM_SUBMIT, "2024Q3", "2024-09-20", QUAN_REDEMPTION_SUBMITTED, 2000000);
  g_assert_cmpstr (third, ==, REDEEM_INVOICE_2 ";");
  quan_desk_set_as_of (desk, quan_date_parse_iso ("2024-11-10"));
  blocked = pass (desk, QUAN_REDEEM_NEW, "2024Q4", NULL, QUAN_REDEMPTION_DRAFT, 0);
  g_assert_cmpstr (blocked, ==, "");
  fail (desk, QUAN_REDEEM_SUBMIT, "2024Q4", NULL, QUAN_ERROR_INPUT, "nothing to redeem");
  last = pass (desk, QUAN_REDEEM_SUBMIT, "2025Q1", "2025-03-20", QUAN_REDEMPTION_SUBMITTED, 2 * REDEEM_PART + 3000000);
  g_assert_cmpstr (last, ==, "24112000000000000003;25112000000000000004;");
  assert_whole (desk);
}

/* Which acts each state allows: New, Submit, Return, pAy, reJect, Withdraw. Nothing is left to submit behind a paid
 * one. */
static const struct {
  const char *state, *allowed;
} states[] = {
  { NULL, "NS" }, { "draft", "NSW" }, { "submitted", "RAJW" }, { "returned", "SW" }, { "paid", "N" },
  { "rejected", "NS" }, { "withdrawn", "NS" },
};

static void
test_states (void)
{
  static const char letters[] = "NSRAJW";

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    for (int what = QUAN_REDEEM_NEW; what <= QUAN_REDEEM_WITHDRAW; what++) {
      g_auto (StorePlace) place = store_place_new ();
      g_autofree char *records = states[i].state == NULL ? g_strdup ("[]")
        : g_strdup_printf ("[" REDEMPTION ("2024Q2", "2024-06-20", "%s", REDEEM_INVOICE_1) "]", states[i].state);
      g_autoptr (QuanDesk) desk = redemption_desk (&place, "2024-06-25", NULL, records);
      g_autoptr (GError) error = NULL;
      QuanRedemption *done = act (desk, what, "2024Q2", NULL, &error);

      g_test_message ("%s %c", states[i].state, letters[what]);
      g_assert_cmpint (done != NULL, ==, strchr (states[i].allowed, letters[what]) != NULL);
      if (done == NULL)
        g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
      quan_record_free (&quan_redemption_type, done);
    }
}

static void
test_days (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = redemption_desk (&place, "2024-06-25", NULL, "[]");

  fail (desk, QUAN_REDEEM_SUBMIT, "2024Q2", "2024-07-02", QUAN_ERROR_INPUT, "2024-07-02 belongs to the round 2024Q3");
  fail (desk, QUAN_REDEEM_SUBMIT, "2024Q2", "2024-03-31", QUAN_ERROR_INPUT, "2024-03-31 belongs to the round 2024Q1");
  fail (desk, QUAN_REDEEM_SUBMIT, "2025Q4", "2025-11-16", QUAN_ERROR_INPUT, "no round is open on 2025-11-16");
  fail (desk, QUAN_REDEEM_NEW, "2030Q1", NULL, QUAN_ERROR_INPUT, "has no round 2030Q1");
  fail (desk, QUAN_REDEEM_NEW, "2024Q5", NULL, QUAN_ERROR_USAGE, "2024Q5");
  do_pass (desk, QUAN_REDEEM_SUBMIT, "2024Q2", "2024-06-30", QUAN_REDEMPTION_SUBMITTED, REDEEM_PART);
  fail (desk, QUAN_REDEEM_PAY, "2024Q2", "2024-06-29", QUAN_ERROR_INPUT, "before the redemption was submitted");
}

/* A redemption filed later than the day of this one holds its invoice: the act names it, and passes when that is
 * withdrawn. */
static void
test_used_elsewhere (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = redemption_desk (&place, "2024-09-25", NULL,
                                               "[" REDEMPTION ("2024Q3", "2024-09-20", "submitted", REDEEM_INVOICE_1) "]");

  fail (desk, QUAN_REDEEM_SUBMIT, "2024Q2", "2024-06-20", QUAN_ERROR_INPUT,
        REDEEM_INVOICE_1 ": in the redemption 2024Q3 of 北京示例智能科技有限公司 (Submitted) already, and again in 2024Q2");
  do_pass (desk, QUAN_REDEEM_WITHDRAW, "2024Q3", NULL, QUAN_REDEMPTION_WITHDRAWN, REDEEM_PART);
  do_pass (desk, QUAN_REDEEM_SUBMIT, "2024Q2", "2024-06-20", QUAN_REDEMPTION_SUBMITTED, REDEEM_PART);
  assert_whole (desk);
}

/* The state of a round's redemption, 0 if it has none. */
static int
state_of (QuanDesk *desk, const char *round)
{
  g_autoptr (QuanFiling) filing = redemption_filing (desk, round);

  return filing->redemption != NULL ? filing->redemption->state : 0;
}

static void
test_undo (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = redemption_desk (&place, "2024-06-20", NULL, "[]");
  g_autoptr (GError) error = NULL;

  do_pass (desk, QUAN_REDEEM_NEW, "2024Q2", NULL, QUAN_REDEMPTION_DRAFT, REDEEM_PART);
  g_assert_true (quan_desk_undo (desk, NULL, &error));
  g_assert_cmpint (state_of (desk, "2024Q2"), ==, 0);
  g_assert_true (quan_desk_redo (desk, NULL, &error));
  g_assert_cmpint (state_of (desk, "2024Q2"), ==, QUAN_REDEMPTION_DRAFT);
  do_pass (desk, QUAN_REDEEM_SUBMIT, "2024Q2", NULL, QUAN_REDEMPTION_SUBMITTED, REDEEM_PART);
  do_pass (desk, QUAN_REDEEM_PAY, "2024Q2", NULL, QUAN_REDEMPTION_PAID, REDEEM_PART);
  g_assert_true (quan_desk_undo (desk, NULL, &error));
  g_assert_cmpint (state_of (desk, "2024Q2"), ==, QUAN_REDEMPTION_SUBMITTED);
  g_assert_false (quan_desk_undo (desk, NULL, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "Withdraw it instead"));
  assert_whole (desk);
}

/* What was filed stays as it was when the records behind it are corrected, page and packet alike, and no import
 * changes it. */
static void
test_frozen (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = redemption_desk (&place, "2024-06-20", NULL, "[]");
  g_autofree char *text = redemption_workspace (NULL, "[]"), *path = g_build_filename (place.folder, "f.json", NULL);
  g_auto (GStrv) parts = g_strsplit (text, "\"amount\": \"1000000.00\"", 2);
  g_autofree char *cut = g_strjoinv ("\"amount\": \"500000.00\"", parts);
  g_autofree char *other = redemption_workspace (NULL, "[" REDEMPTION ("2024Q2", "2024-06-20", "paid", REDEEM_INVOICE_1) "]");
  g_autoptr (GBytes) before = NULL, after = NULL;
  g_autoptr (QuanFiling) filing = NULL;
  g_autoptr (GError) error = NULL;
  QuanImport import;
  gboolean ready;

  do_pass (desk, QUAN_REDEEM_SUBMIT, "2024Q2", NULL, QUAN_REDEMPTION_SUBMITTED, REDEEM_PART);
  before = quan_desk_redemption_packet (desk, REDEEM_ENTERPRISE, "2024Q2", NULL, &ready, &error);
  g_assert_no_error (error);
  import = desk_import (desk, &place, cut);
  g_assert_cmpint (import.changed[QUAN_CONTRACTS], ==, 1);
  quan_import_clear (&import);
  filing = redemption_filing (desk, "2024Q2");
  g_assert_cmpint (filing->preview->total, ==, REDEEM_PART);
  g_assert_cmpint (filing->three_way->verdict, ==, QUAN_VERDICT_PASS);
  after = quan_desk_redemption_packet (desk, REDEEM_ENTERPRISE, "2024Q2", NULL, &ready, &error);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_true (g_file_set_contents (path, other, -1, NULL));
  g_assert_false (quan_desk_import (desk, path, FALSE, &import, &error));
  quan_import_clear (&import);
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  assert_whole (desk);
}

#define ALTER(column, old, new) "UPDATE packets SET " column " = replace (" column ", '" old "', '" new "')"

/* What somebody alters behind the program's back, and how the recomputation says so. */
static const struct {
  const char *sql, *what;
} damages[] = {
  { ALTER ("answer", "\"total\": \"50000.00\"", "\"total\": \"60000.00\""), "The figures of the frozen answer" },
  { ALTER ("facts", "\"amount\": \"50000.00\"", "\"amount\": \"50000.01\""), "What was asked for with the redemption" },
  { ALTER ("facts", "\"state\": \"submitted\"", "\"state\": \"rejected\""), "do not hold the redemption" },
  { "UPDATE packets SET answer = '{}'", "do not hold the redemption" },
  { "UPDATE packets SET policy_hash = replace (policy_hash, substr (policy_hash, 1, 8), '00000000')", "version of the policy" },
  { "UPDATE redemptions_items SET amount = 1", "is not the one that was submitted" },
};

static void
test_damages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++) {
    g_auto (StorePlace) place = store_place_new ();
    QuanDesk *desk = redemption_desk (&place, "2024-06-20", NULL, "[]");
    g_autoptr (GPtrArray) problems = NULL;
    gboolean named = FALSE;

    do_pass (desk, QUAN_REDEEM_SUBMIT, "2024Q2", NULL, QUAN_REDEMPTION_SUBMITTED, REDEEM_PART);
    quan_desk_close (desk);
    store_tamper (place.path, damages[i].sql);
    desk = desk_open (place.path, "2024-06-20");
    problems = quan_desk_verify (desk, NULL);
    for (guint j = 0; j < problems->len; j++)
      named = named || strstr (((QuanStoreProblem *) problems->pdata[j])->what, damages[i].what) != NULL;
    g_test_message ("%s", damages[i].sql);
    g_assert_true (named);
    quan_desk_close (desk);
  }
}

int
main (int argc, char **argv)
{
  g_auto (StorePlace) home = desk_home_new ();

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk-redemption/imported-twice", test_imported_twice);
  g_test_add_func ("/desk-redemption/year", test_year);
  g_test_add_func ("/desk-redemption/cap", test_cap);
  g_test_add_func ("/desk-redemption/states", test_states);
  g_test_add_func ("/desk-redemption/days", test_days);
  g_test_add_func ("/desk-redemption/used-elsewhere", test_used_elsewhere);
  g_test_add_func ("/desk-redemption/undo", test_undo);
  g_test_add_func ("/desk-redemption/frozen", test_frozen);
  g_test_add_func ("/desk-redemption/damages", test_damages);
  return g_test_run ();
}
