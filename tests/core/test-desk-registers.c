/* The registers: each row says what the check of its contract says, and the walks hand over everything once. */
#include "core/desk/registers.h"
#include "tests/core/desk-fixture.h"

#include <string.h>

static void
take_rows (GPtrArray *rows, gpointer data)
{
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (data, rows->pdata[i]);
}

static gboolean
keep_rows (GPtrArray *rows, gpointer data)
{
  g_assert_cmpuint (rows->len, >, 0);
  take_rows (rows, data);
  return TRUE;
}

static gboolean
keep_first_rows (GPtrArray *rows, gpointer data)
{
  take_rows (rows, data);
  return FALSE;
}

typedef gboolean (*RowsOf) (QuanDesk *, const char *, QuanRowsFunc, gpointer, GCancellable *, GError **);

static GPtrArray *
rows_of (QuanDesk *desk, const char *enterprise, RowsOf walk, gpointer row_free)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (walk (desk, enterprise, keep_rows, rows, NULL, &error));
  g_assert_no_error (error);
  return rows;
}

/* The rows of contracts in the order of checks. */
typedef struct {
  const GPtrArray *rows;
  guint            next;
} Comparison;

static gboolean
compare_row (const QuanChecked *checked, gpointer data, GError **error)
{
  Comparison *comparison = data;
  const QuanContract *contract = checked->subject->contract;
  const QuanAward *award = &checked->check->award;
  const QuanContractRow *row;
  QuanFen all = 0, shown = 0;

  g_assert_cmpuint (comparison->next, <, comparison->rows->len);
  row = comparison->rows->pdata[comparison->next++];
  g_assert_cmpstr (row->number, ==, contract->number);
  g_assert_cmpstr (row->enterprise, ==, contract->enterprise);
  g_assert_cmpstr (row->title, ==, contract->title);
  g_assert_cmpint (row->signed_on, ==, contract->signed_on);
  g_assert_cmpint (row->base, ==, award->base.base);
  g_assert_cmpint (row->ceiling, ==, award->ceiling);
  g_assert_cmpint (row->days_inside, ==, award->base.days_inside);
  g_assert_cmpint (row->days_total, ==, award->base.days_total);
  g_assert_cmpint (row->compute, ==, award->base.bundled ? QUAN_FEN_NONE : award->base.compute);
  for (guint i = 0; contract->lines != NULL && i < contract->lines->len; i++)
    quan_money_add_known (&all, quan_line_amount (checked->view, contract->lines->pdata[i]));
  quan_money_add_known (&shown, row->compute);
  quan_money_add_known (&shown, row->other);
  if (shown != QUAN_FEN_NONE)
    g_assert_cmpint (shown, ==, all);
  if (row->state == QUAN_CONTRACT_UNCLAIMED) {
    g_assert_cmpint (checked->check->verdict, !=, QUAN_VERDICT_FAIL);
    g_assert_cmpint (row->base, !=, QUAN_FEN_NONE);
  }
  return TRUE;
}

/* Compares every row of a store with the check of its contract; returns how many there are. */
static guint
compare_all (QuanDesk *desk)
{
  g_autoptr (GError) error = NULL;
  const GPtrArray *enterprises = quan_desk_enterprises (desk, &error);
  guint seen = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < enterprises->len; i++) {
    const char *uscc = ((const QuanEnterprise *) enterprises->pdata[i])->uscc;
    g_autoptr (GPtrArray) rows = rows_of (desk, uscc, quan_desk_contract_rows, quan_contract_row_free);
    Comparison comparison = { .rows = rows };

    g_assert_true (quan_desk_check (desk, uscc, NULL, compare_row, &comparison, &error));
    g_assert_no_error (error);
    g_assert_cmpuint (comparison.next, ==, rows->len);
    seen += rows->len;
  }
  return seen;
}

static guint
try_case (const json_t *golden)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_open (place.path, json_string_value (json_object_get (golden, "as_of")));
  char *text = json_dumps (json_object_get (golden, "workspace"), 0);
  QuanImport import = desk_import (desk, &place, text);

  quan_import_clear (&import);
  free (text);
  return compare_all (desk);
}

/* The cases that ask for a check. */
static void
test_golden (void)
{
  json_t *cases = golden_load ("golden.json"), *golden;
  guint seen = 0;
  size_t i;

  json_array_foreach (cases, i, golden)
    if (strcmp (json_string_value (json_array_get (json_object_get (golden, "command"), 0)), "check") == 0)
      seen += try_case (golden);
  json_decref (cases);
  g_assert_cmpuint (seen, >, 50);
}

static QuanDesk *
sample_desk (const StorePlace *place, const char *as_of)
{
  g_autofree char *path = g_build_filename (g_getenv ("QUAN_TEST_CASES"), "..", "..", "resources", "sample",
                                            "sample.json", NULL);
  g_autofree char *text = NULL;
  QuanDesk *desk = desk_open (place->path, as_of);
  QuanImport import;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  import = desk_import (desk, place, text);
  quan_import_clear (&import);
  return desk;
}

static void
assert_contract (const GPtrArray *rows, guint i, const char *number, const char *provider, QuanFen compute,
                 QuanFen other, QuanContractState state, gboolean counts)
{
  const QuanContractRow *row = rows->pdata[i];

  g_assert_cmpstr (row->number, ==, number);
  g_assert_cmpstr (row->provider, ==, provider);
  g_assert_cmpint (row->compute, ==, compute);
  g_assert_cmpint (row->other, ==, other);
  g_assert_cmpint (row->state, ==, state);
  g_assert_cmpint (row->counts, ==, counts);
}

#define KNOWN_PROVIDER "91110105MA7KDEF373"
#define GROUP_PROVIDER "91110112MACX9QR43N"

static const QuanProviderRow *
provider_row (const GPtrArray *rows, const char *uscc)
{
  for (guint i = 0; i < rows->len; i++)
    if (strcmp (((const QuanProviderRow *) rows->pdata[i])->uscc, uscc) == 0)
      return rows->pdata[i];
  g_assert_not_reached ();
}

static void
test_sample (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = sample_desk (&place, "2025-07-10");
  g_autoptr (GPtrArray) contracts = rows_of (desk, NULL, quan_desk_contract_rows, quan_contract_row_free);
  g_autoptr (GPtrArray) claims = rows_of (desk, NULL, quan_desk_claim_rows, quan_claim_row_free);
  g_autoptr (GPtrArray) providers = rows_of (desk, NULL, quan_desk_provider_rows, quan_provider_row_free);
  const QuanClaimRow *claim = claims->pdata[0];
  const char *known = provider_row (providers, KNOWN_PROVIDER)->name;
  const char *group = provider_row (providers, GROUP_PROVIDER)->name;

  g_assert_cmpuint (compare_all (desk), ==, 4);
  assert_contract (contracts, 0, "HT-2024-009", known, 120000000, 0, QUAN_CONTRACT_APPROVED, TRUE);
  assert_contract (contracts, 1, "HT-2025-001", known, 120000000, 15000000, QUAN_CONTRACT_UNCLAIMED, TRUE);
  assert_contract (contracts, 2, "HT-2025-002", known, 98000000, 6200000, QUAN_CONTRACT_DRAFT, TRUE);
  assert_contract (contracts, 3, "HT-2025-003", group, 38000000, 0, QUAN_CONTRACT_INELIGIBLE, FALSE);
  g_assert_cmpuint (claims->len, ==, 2);
  g_assert_cmpstr (claim->contract, ==, "HT-2024-009");
  g_assert_nonnull (claim->title);
  g_assert_cmpstr (claim->voucher, ==, "SLQ-2024-0009");
  g_assert_cmpint (claim->approved, ==, 24000000);
  g_assert_cmpuint (provider_row (providers, KNOWN_PROVIDER)->contracts, ==, 3);
  g_assert_cmpint (provider_row (providers, KNOWN_PROVIDER)->amount, ==, 359200000);
  g_assert_cmpint (provider_row (providers, GROUP_PROVIDER)->amount, ==, 38000000);
}

/* The state of HT-001 on a date, with these claims. */
static void
test_states (void)
{
#define ON_CONTRACT "[{\"contract\":\"HT-001\",\"requested\":\"1000.00\",\"submitted\":\"2024-03-10\","
#define APPROVED ON_CONTRACT "\"state\":\"approved\",\"voucher\":\"V\",\"issued\":\"2024-04-01\"}]"
  static const struct { const char *claims, *as_of; QuanContractState state; } rows[] = {
    { "[]", "2024-03-05", QUAN_CONTRACT_UNCLAIMED },
    { "[]", "2026-03-05", QUAN_CONTRACT_INELIGIBLE },
    { APPROVED, "2024-03-09", QUAN_CONTRACT_UNCLAIMED },
    { APPROVED, "2024-03-31", QUAN_CONTRACT_SUBMITTED },
    { APPROVED, "2024-04-01", QUAN_CONTRACT_APPROVED },
    { ON_CONTRACT "\"state\":\"returned\"}]", "2024-04-01", QUAN_CONTRACT_RETURNED },
    { ON_CONTRACT "\"state\":\"rejected\"}]", "2024-04-01", QUAN_CONTRACT_REJECTED },
    { ON_CONTRACT "\"state\":\"withdrawn\"}]", "2024-04-01", QUAN_CONTRACT_WITHDRAWN },
    { ON_CONTRACT "\"state\":\"draft\"}]", "2024-03-05", QUAN_CONTRACT_DRAFT },
    { ON_CONTRACT "\"state\":\"rejected\"},{\"contract\":\"HT-001\",\"state\":\"draft\"}]", "2024-04-01",
      QUAN_CONTRACT_DRAFT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (StorePlace) place = store_place_new ();
    g_autoptr (QuanDesk) desk = desk_with_claims (&place, rows[i].as_of, rows[i].claims);
    g_autoptr (GPtrArray) contracts = rows_of (desk, NULL, quan_desk_contract_rows, quan_contract_row_free);

    g_test_message ("%u", i);
    g_assert_cmpint (((const QuanContractRow *) contracts->pdata[0])->state, ==, rows[i].state);
  }
}

/* What was decided later is not told. */
static void
test_claims_as_of (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, "2024-03-09", APPROVED), later = NULL;
  g_autoptr (GPtrArray) before = rows_of (desk, NULL, quan_desk_claim_rows, quan_claim_row_free), between = NULL;
  const QuanClaimRow *row;

  g_assert_cmpuint (before->len, ==, 0);
  g_clear_pointer (&desk, quan_desk_close);
  later = desk_open (place.path, "2024-03-31");
  between = rows_of (later, NULL, quan_desk_claim_rows, quan_claim_row_free);
  row = between->pdata[0];
  g_assert_cmpint (row->state, ==, QUAN_CLAIM_SUBMITTED);
  g_assert_null (row->voucher);
  g_assert_cmpint (row->issued, ==, QUAN_DATE_NONE);
  g_assert_cmpint (row->requested, ==, 100000);
}

/* Unknown stays unknown, and a bundle hides how much of it is compute. */
static void
test_unknown (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_open (place.path, "2025-07-10");
  QuanImport import = desk_import (desk, &place,
    "{\"format\":\"quan-workspace\",\"version\":1,\"enterprises\":["
    "{\"uscc\":\"" DESK_ENTERPRISE "\",\"region\":\"110108\"}],"
    "\"providers\":[{\"uscc\":\"" KNOWN_PROVIDER "\"}],\"contracts\":["
    "{\"number\":\"HT-1\",\"enterprise\":\"" DESK_ENTERPRISE "\",\"provider\":\"" KNOWN_PROVIDER "\"},"
    "{\"number\":\"HT-2\",\"enterprise\":\"" DESK_ENTERPRISE "\",\"lines\":["
    "{\"kind\":\"bundled\",\"amount\":\"960000.00\"}]}]}");
  g_autoptr (GPtrArray) contracts = rows_of (desk, NULL, quan_desk_contract_rows, quan_contract_row_free);
  g_autoptr (GPtrArray) providers = rows_of (desk, NULL, quan_desk_provider_rows, quan_provider_row_free);

  quan_import_clear (&import);
  assert_contract (contracts, 0, "HT-1", KNOWN_PROVIDER, QUAN_FEN_NONE, QUAN_FEN_NONE, QUAN_CONTRACT_UNDETERMINED,
                   TRUE);
  assert_contract (contracts, 1, "HT-2", NULL, QUAN_FEN_NONE, 96000000, QUAN_CONTRACT_UNDETERMINED, TRUE);
  g_assert_cmpint (provider_row (providers, KNOWN_PROVIDER)->amount, ==, QUAN_FEN_NONE);
}

/* A workspace of so many contracts of the same facts. */
static char *
many_contracts (int n)
{
  g_autofree char *text = desk_workspace ("[]");
  json_t *workspace = json_loads (text, 0, NULL), *contracts = json_object_get (workspace, "contracts");
  char *dumped, *all;

  for (int i = 1; i < n; i++) {
    json_t *contract = json_copy (json_array_get (contracts, 0));
    g_autofree char *number = g_strdup_printf ("HT-%d", 1000 + i);

    json_object_set_new (contract, "number", json_string (number));
    json_array_append_new (contracts, contract);
  }
  dumped = json_dumps (workspace, 0);
  all = g_strdup (dumped);
  free (dumped);
  json_decref (workspace);
  return all;
}

/* Several batches hold every contract once; func and a cancelled walk end early. */
static void
test_batches (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_open (place.path, "2024-03-05");
  g_autofree char *text = many_contracts (2500);
  QuanImport import = desk_import (desk, &place, text);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) quan_contract_row_free);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  quan_import_clear (&import);
  g_assert_cmpuint (compare_all (desk), ==, 2500);
  g_assert_false (quan_desk_contract_rows (desk, NULL, keep_first_rows, rows, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (rows->len, >, 0);
  g_assert_cmpuint (rows->len, <, 2500);
  g_clear_error (&error);
  g_ptr_array_set_size (rows, 0);
  g_cancellable_cancel (cancellable);
  g_assert_false (quan_desk_contract_rows (desk, NULL, keep_rows, rows, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (rows->len, ==, 0);
}

static void
test_names (void)
{
  g_assert_cmpstr (quan_contract_state_name (QUAN_CONTRACT_UNCLAIMED, QUAN_LANGUAGE_EN), ==, "Not claimed");
  g_assert_cmpstr (quan_contract_state_name (QUAN_CONTRACT_DRAFT, QUAN_LANGUAGE_ZH), ==, "草稿");
  g_assert_cmpstr (quan_contract_state_name (QUAN_CONTRACT_WITHDRAWN, QUAN_LANGUAGE_EN), ==, "Withdrawn");
}

int
main (int argc, char **argv)
{
  g_auto (StorePlace) home = desk_home_new ();

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk-registers/golden", test_golden);
  g_test_add_func ("/desk-registers/sample", test_sample);
  g_test_add_func ("/desk-registers/states", test_states);
  g_test_add_func ("/desk-registers/claims-as-of", test_claims_as_of);
  g_test_add_func ("/desk-registers/unknown", test_unknown);
  g_test_add_func ("/desk-registers/batches", test_batches);
  g_test_add_func ("/desk-registers/names", test_names);
  return g_test_run ();
}
