/* The workspace in memory: order, lookups, and references into what is known besides the file. */
#include "core/base/error.h"
#include "core/model/workspace.h"

#include <string.h>

#define ONE "91110108MA01ABC25F"
#define TWO "91110302600123450J"

static const struct {
  const char *a, *b;
  int order;
} orders[] = {
  { "JF-9", "JF-10", -1 },
  { "JF-10", "JF-10", 0 },
  { "JF-010", "JF-10", -1 },   /* equal in value, yet an order */
  { "JF-2a", "JF-2", 1 },
  { "2024Q1", "2023Q4", 1 },
  { "24110000000000000009", "24110000000000000010", -1 },
  { "9", "24110000000000000001", -1 },
  { "HT/1", "HT-1", 1 },
  { "合同9", "合同10", -1 },
  { "00", "0", 1 },
  { "", "0", -1 },
  { NULL, "", -1 },
  { NULL, NULL, 0 },
};

static void
test_key_order (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++) {
    int order = quan_key_compare (orders[i].a, orders[i].b), reverse = quan_key_compare (orders[i].b, orders[i].a);

    g_test_message ("“%s” and “%s”", orders[i].a, orders[i].b);
    g_assert_cmpint ((order > 0) - (order < 0), ==, orders[i].order);
    g_assert_cmpint ((reverse > 0) - (reverse < 0), ==, -orders[i].order);
  }
}

static QuanEnterprise *
add_enterprise (QuanWorkspace *workspace, const char *uscc)
{
  QuanEnterprise *enterprise = quan_record_new (&quan_enterprise_type);

  enterprise->uscc = g_strdup (uscc);
  g_ptr_array_add (workspace->sections[QUAN_ENTERPRISES], enterprise);
  return enterprise;
}

static QuanContract *
add_contract (QuanWorkspace *workspace, const char *enterprise, const char *number)
{
  QuanContract *contract = quan_record_new (&quan_contract_type);

  contract->enterprise = g_strdup (enterprise);
  contract->number = g_strdup (number);
  g_ptr_array_add (workspace->sections[QUAN_CONTRACTS], contract);
  return contract;
}

static QuanClaim *
add_claim (QuanWorkspace *workspace, const char *enterprise, const char *contract, const char *submitted)
{
  QuanClaim *claim = quan_record_new (&quan_claim_type);

  claim->enterprise = g_strdup (enterprise);
  claim->contract = g_strdup (contract);
  claim->submitted = quan_date_parse_iso (submitted);
  claim->state = QUAN_CLAIM_SUBMITTED;
  g_ptr_array_add (workspace->sections[QUAN_CLAIMS], claim);
  return claim;
}

static QuanRedemption *
add_redemption (QuanWorkspace *workspace, const char *enterprise)
{
  QuanRedemption *redemption = quan_record_new (&quan_redemption_type);

  redemption->enterprise = g_strdup (enterprise);
  redemption->round = g_strdup ("2024Q2");
  redemption->state = QUAN_REDEMPTION_DRAFT;
  g_ptr_array_add (workspace->sections[QUAN_REDEMPTIONS], redemption);
  return redemption;
}

static void
test_sort (void)
{
  g_autoptr (QuanWorkspace) workspace = quan_workspace_new ();
  GPtrArray *claims = workspace->sections[QUAN_CLAIMS];
  QuanClaim *expected[6];

  expected[5] = add_claim (workspace, TWO, "HT-1", "2024-01-01");
  expected[4] = add_claim (workspace, ONE, "HT-10", "2023-01-01");
  expected[2] = add_claim (workspace, ONE, "HT-9", "2024-03-05");
  expected[3] = add_claim (workspace, ONE, "HT-9", "2024-03-05");
  expected[1] = add_claim (workspace, ONE, "HT-9", "2024-03-04");
  expected[0] = add_claim (workspace, ONE, "HT-9", "no date");
  quan_workspace_sort (workspace);
  for (guint i = 0; i < claims->len; i++)
    g_assert_true (g_ptr_array_index (claims, i) == expected[i]);
}

static void
test_lookups (void)
{
  g_autoptr (QuanWorkspace) workspace = quan_workspace_new ();
  QuanEnterprise *enterprise = add_enterprise (workspace, ONE);
  QuanContract *contract;

  add_contract (workspace, TWO, "HT-1");
  contract = add_contract (workspace, ONE, "HT-1");
  g_assert_true (quan_workspace_enterprise (workspace, ONE) == enterprise);
  g_assert_null (quan_workspace_enterprise (workspace, TWO));
  g_assert_null (quan_workspace_provider (workspace, ONE));
  g_assert_true (quan_workspace_contract (workspace, ONE, "HT-1") == contract);
  g_assert_null (quan_workspace_contract (workspace, ONE, "HT-2"));
}

/* A store that has the enterprise in data and its contract HT-1. */
static gboolean
known_has (gpointer data, QuanSection section, const char *enterprise, const char *key)
{
  if (section == QUAN_ENTERPRISES)
    return enterprise == NULL && strcmp (key, data) == 0;
  return section == QUAN_CONTRACTS && strcmp (enterprise, data) == 0 && strcmp (key, "HT-1") == 0;
}

static char **
known_owners (gpointer data, const char *number)
{
  const char *owners[] = { strcmp (number, "HT-1") == 0 ? data : NULL, NULL };

  return g_strdupv ((char **) owners);
}

static char *
known_enterprise (gpointer data)
{
  return g_strdup (data);
}

/* A file and a store may each have an enterprise with a contract HT-1; whose are a claim on it and a redemption? */
static const struct {
  const char *file, *store;
  const char *named;       /* enterprise that claim and redemption name, NULL none */
  const char *claim;       /* enterprise of the claim, or the message */
  const char *redemption;
} belongings[] = {
  { ONE, NULL, NULL, ONE, ONE },
  { NULL, TWO, NULL, TWO, TWO },
  { ONE, ONE, NULL, ONE, ONE },
  { ONE, TWO, TWO, TWO, TWO },
  { ONE, TWO, NULL,
    "$.claims[0].contract: " ONE " and " TWO " both have a contract \"HT-1\". "
    "Add the key \"enterprise\" with the code of one of them.", ONE },
  { NULL, NULL, NULL,
    "$.claims[0].contract: There is no contract \"HT-1\". Add the contract, or correct its number.",
    "$.redemptions[0].enterprise: It is not clear whose redemption this is. "
    "Add the key \"enterprise\" with its code." },
  { ONE, NULL, TWO,
    "$.claims[0].contract: Enterprise " TWO " has no contract \"HT-1\". Add the contract, or correct its number.",
    "$.redemptions[0].enterprise: There is no enterprise " TWO ". Add the enterprise, or correct its code." },
};

static void
check_belonging (QuanWorkspace *workspace, const char *store, char *const *enterprise, const char *expected)
{
  const QuanKnown known = {
    .has = known_has, .contract_owners = known_owners, .only_enterprise = known_enterprise, .data = (gpointer) store,
  };
  g_autoptr (GError) error = NULL;

  if (quan_workspace_resolve (workspace, store == NULL ? NULL : &known, &error)) {
    g_assert_cmpstr (*enterprise, ==, expected);
  } else {
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
    g_assert_cmpstr (error->message, ==, expected);
  }
}

static void
test_belongings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (belongings); i++) {
    g_autoptr (QuanWorkspace) with_claim = quan_workspace_new ();
    g_autoptr (QuanWorkspace) with_redemption = quan_workspace_new ();
    QuanClaim *claim = add_claim (with_claim, belongings[i].named, "HT-1", "2024-03-05");
    QuanRedemption *redemption = add_redemption (with_redemption, belongings[i].named);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    if (belongings[i].file != NULL) {
      add_enterprise (with_claim, belongings[i].file);
      add_contract (with_claim, belongings[i].file, "HT-1");
      add_enterprise (with_redemption, belongings[i].file);
    }
    check_belonging (with_claim, belongings[i].store, &claim->enterprise, belongings[i].claim);
    check_belonging (with_redemption, belongings[i].store, &redemption->enterprise, belongings[i].redemption);
  }
}

/* Resolving is linear: ten times the records must not take a hundred times as long, whatever the machine. */
static double
seconds_to_resolve (int contracts)
{
  g_autoptr (QuanWorkspace) workspace = quan_workspace_new ();
  g_autoptr (GTimer) timer = NULL;
  g_autoptr (GError) error = NULL;

  add_enterprise (workspace, ONE);
  for (int i = 0; i < contracts; i++) {
    g_autofree char *number = g_strdup_printf ("HT-%d", i);

    add_contract (workspace, ONE, number);
    add_claim (workspace, NULL, number, "2024-03-05");
  }
  timer = g_timer_new ();
  quan_workspace_resolve (workspace, NULL, &error);
  g_assert_no_error (error);
  return g_timer_elapsed (timer, NULL);
}

static void
test_many (void)
{
  double few = seconds_to_resolve (5000), many = seconds_to_resolve (50000);

  g_test_message ("5,000 contracts in %.4f s, 50,000 in %.4f s", few, many);
  g_assert_cmpfloat (many, <, 0.1 + 40 * few);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workspace/key-order", test_key_order);
  g_test_add_func ("/workspace/sort", test_sort);
  g_test_add_func ("/workspace/lookups", test_lookups);
  g_test_add_func ("/workspace/belongings", test_belongings);
  g_test_add_func ("/workspace/many", test_many);
  return g_test_run ();
}
