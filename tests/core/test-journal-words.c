/* The journal in words. */
#include "core/desk/journal-words.h"

#include <locale.h>

static void
test_acts (void)
{
  g_assert_cmpstr (quan_journal_act_name ("claim-submit"), ==, "Submitted a claim");
  g_assert_cmpstr (quan_journal_act_name ("something-new"), ==, "something-new");
  g_assert_cmpstr (quan_journal_kind_name (QUAN_JOURNAL_FREEZE), ==, "Packet frozen");
}

static void
test_changes (void)
{
  static const struct { const char *old, *new, *told; } rows[] = {
    { "{\"number\":\"HT-1\",\"signed\":\"2024-03-01\"}", "{\"number\":\"HT-1\",\"signed\":\"2024-03-05\"}",
      "signed: 2024-03-01 → 2024-03-05" },
    { "{\"voucher\":\"V\"}", "{\"reason\":\"缺合同\"}", "voucher: V → —; reason: — → 缺合同" },
    { "{\"state\":\"submitted\"}", "{\"state\":\"paid\",\"paid_on\":\"2024-07-15\",\"received\":\"49000.00\"}",
      "state: Submitted → Paid; paid on: — → 2024-07-15; received: — → 49000.00" },
    { "{\"state\":\"draft\"}", "{\"state\":\"approved\"}", "state: Draft → Approved" },
    { "{\"finance_system\":false}", "{\"finance_system\":true}", "finance organisation: no → yes" },
    { "{\"lines\":[{}]}", "{\"lines\":[{},{}]}", "lines: 1 row → 2 rows" },
    { "{\"lines\":[{\"amount\":\"1.00\"}]}", "{\"lines\":[{\"amount\":\"2.00\"}]}", "lines: changed" },
    { "{\"contact\":{\"phone\":\"1\"}}", "{\"contact\":{\"phone\":\"2\"}}", "contact: changed" },
    { "{\"a\":\"1\"}", "{\"a\":\"1\"}", "" },
    { NULL, "{\"a\":\"1\"}", "" },
    { "{\"a\":\"1\"}", NULL, "" },
    { "not JSON", "{}", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *told = quan_journal_changes (rows[i].old, rows[i].new);

    g_assert_cmpstr (told, ==, rows[i].told);
  }
}

/* A long value is cut between characters. */
static void
test_long (void)
{
  g_autoptr (GString) json = g_string_new ("{\"title\":\"");
  g_autofree char *told = NULL;

  for (int i = 0; i < 60; i++)
    g_string_append (json, "算");
  g_string_append (json, "\"}");
  told = quan_journal_changes ("{}", json->str);
  g_assert_true (g_utf8_validate (told, -1, NULL));
  g_assert_true (g_str_has_suffix (told, "算…"));
  g_assert_cmpint (g_utf8_strlen (told, -1), ==, 41 + 11);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal-words/acts", test_acts);
  g_test_add_func ("/journal-words/changes", test_changes);
  g_test_add_func ("/journal-words/long", test_long);
  return g_test_run ();
}
