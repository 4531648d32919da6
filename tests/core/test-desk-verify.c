/* Every figure a store froze is recomputed, and damage to any is named. */
#include <string.h>

#include "tests/core/desk-fixture.h"

#define DRAFT "[{\"contract\": \"HT-001\", \"state\": \"draft\"}]"

static GPtrArray *
verify (const char *path)
{
  g_autoptr (QuanDesk) desk = desk_open (path, "2024-06-01");
  g_autoptr (GError) error = NULL;
  GPtrArray *problems = quan_desk_verify (desk, &error);

  g_assert_no_error (error);
  return problems;
}

/* A claim's whole life, so that two packets are frozen. */
static void
make_store (const StorePlace *place)
{
  g_autoptr (QuanDesk) desk = desk_with_claims (place, "2024-03-05", DRAFT);

  desk_act (desk, QUAN_ACT_SUBMIT, "2024-03-05", NULL);
  desk_act (desk, QUAN_ACT_RETURN, "2024-03-06", NULL);
  desk_act (desk, QUAN_ACT_SUBMIT, "2024-03-07", NULL);
  desk_act (desk, QUAN_ACT_APPROVE, "2024-04-01", "V-1");
}

static void
test_whole (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (GPtrArray) problems = NULL;

  make_store (&place);
  problems = verify (place.path);
  g_assert_cmpuint (problems->len, ==, 0);
}

#define ALTER(column, id, old, new) \
  "UPDATE packets SET " column " = replace (" column ", '" old "', '" new "') WHERE id = " id
#define FIGURES "The figures of the frozen answer"
#define VERDICTS "The verdicts of the frozen answer"

/* What somebody alters behind the program's back, and how the recomputation says so. */
static const struct {
  const char *sql, *where, *what;
} damages[] = {
  { ALTER ("answer", "1", "\"ceiling\": \"200000.00\"", "\"ceiling\": \"300000.00\""), "packets 1", FIGURES },
  { ALTER ("answer", "2", "\"claimable\": \"200000.00\"", "\"claimable\": \"200000.01\""), "packets 2", FIGURES },
  { ALTER ("answer", "1", "\"verdict\": \"pass\"", "\"verdict\": \"fail\""), "packets 1", VERDICTS },
  { ALTER ("answer", "1", "\"proration\": \"schedule-then-days\"", "\"proration\": \"weeks\""), "packets 1",
    "names a reading" },
  { ALTER ("answer", "1", "HT-001", "HT-009"), "packets 1", "do not hold the contract" },
  { "UPDATE packets SET answer = '{}' WHERE id = 1", "packets 1", "names no contract" },
  { "UPDATE packets SET answer = '[' WHERE id = 1", "packets 1", "Line 1" },
  { ALTER ("facts", "1", "1000000.00", "1000001.00"), "packets 1", FIGURES },
  { ALTER ("facts", "2", "2024-02-20", "2022-02-20"), "packets 2", VERDICTS },
  { ALTER ("facts", "1", "submitted", "withdrawn"), "packets 1", "$.claims[0]" },
  { ALTER ("facts", "1", "\"state\": \"submitted\"", "\"state\": \"rejected\""), "packets 1", "do not hold the claim" },
  { "UPDATE packets SET policy_hash = replace (policy_hash, substr (policy_hash, 1, 8), '00000000') WHERE id = 1",
    "packets 1", "version of the policy pack" },
  { "UPDATE claims SET base = 99999900", "packets 2", "The base recorded with the claim" },
  { "UPDATE claims SET requested = 1", "packets 2", "is not the one that was submitted" },
};

static gboolean
names (const GPtrArray *problems, const char *where, const char *what)
{
  for (guint i = 0; i < problems->len; i++) {
    const QuanStoreProblem *problem = problems->pdata[i];

    if (g_str_equal (problem->where, where) && strstr (problem->what, what) != NULL)
      return TRUE;
    g_test_message ("%s: %s", problem->where, problem->what);
  }
  return FALSE;
}

static void
test_damages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++) {
    g_auto (StorePlace) place = store_place_new ();
    g_autoptr (GPtrArray) problems = NULL;

    make_store (&place);
    store_tamper (place.path, damages[i].sql);
    problems = verify (place.path);
    g_test_message ("%s", damages[i].sql);
    g_assert_true (names (problems, damages[i].where, damages[i].what));
  }
}

int
main (int argc, char **argv)
{
  g_auto (StorePlace) home = desk_home_new ();

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk-verify/whole", test_whole);
  g_test_add_func ("/desk-verify/damages", test_damages);
  return g_test_run ();
}
