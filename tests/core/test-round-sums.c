/* A round from the store's sums is the round from the records, to the fen, tried on random stores. The seed is printed;
 * --seed repeats a run. */
#include "core/engine/redemption.h"
#include "core/store/read.h"
#include "tests/core/golden.h"
#include "tests/core/store-fixture.h"

#define BEIJING "/io/github/quan/Quan/policies/cn-beijing-ai-compute-2023.policy"
#define SAMPLE_CITY "cn-sample-city-compute-2024.policy"
#define STORES 60
#define VIEWS 12
#define N_CONTRACTS 4
#define N_CLAIMS 6
#define N_DELIVERIES 12
#define N_INVOICES 30
#define N_REDEMPTIONS 4

static const char *const enterprises[] = { "91110108MA01ABC25F", "91110302600123450J" };

static int
below (int n)
{
  return g_test_rand_int_range (0, n);
}

static gboolean
once_in (int n)
{
  return below (n) == 0;
}

/* A day from 2024 to 2026, now and then none. */
static QuanDate
any_date (void)
{
  return once_in (12) ? QUAN_DATE_NONE : quan_date_from_ymd (2024, 1, 1) + below (900);
}

static char *
numbered (const char *prefix, int n)
{
  return g_strdup_printf ("%s%d", prefix, n);
}

/* One of the enterprise's contracts, deliveries and so on: those of even numbers belong to the first enterprise. */
static char *
one_of (const char *prefix, int n, int owner)
{
  return numbered (prefix, 2 * below (n) + owner);
}

static void
add_enterprise (QuanWorkspace *workspace, int owner)
{
  QuanEnterprise *enterprise = quan_record_new (&quan_enterprise_type);

  enterprise->uscc = g_strdup (enterprises[owner]);
  enterprise->entity_type = 1;
  if (once_in (2)) {
    QuanOpening *opening = quan_record_new (&quan_opening_type);

    *opening = (QuanOpening) { 2024 + below (2), QUAN_LEDGER_REDEMPTIONS, 199990000 + below (20000) };
    enterprise->opening_balances = quan_record_list_new (&quan_opening_type);
    g_ptr_array_add (enterprise->opening_balances, opening);
  }
  g_ptr_array_add (workspace->sections[QUAN_ENTERPRISES], enterprise);
}

static void
add_contract (QuanWorkspace *workspace, int i, int owner)
{
  QuanContract *contract = quan_record_new (&quan_contract_type);
  QuanLine *line = quan_record_new (&quan_line_type);

  contract->number = numbered ("HT-", 2 * i + owner);
  contract->enterprise = g_strdup (enterprises[owner]);
  contract->signed_on = any_date ();
  contract->starts = any_date ();
  contract->ends = contract->starts == QUAN_DATE_NONE ? any_date () : contract->starts + below (400);
  contract->lines = quan_record_list_new (&quan_line_type);
  line->kind = once_in (10) ? QUAN_LINE_BUNDLED : QUAN_LINE_COMPUTE;
  line->amount = 1 + below (1000000);
  line->net = once_in (4) ? QUAN_FEN_NONE : line->amount * 100 / 106;
  g_ptr_array_add (contract->lines, line);
  g_ptr_array_add (workspace->sections[QUAN_CONTRACTS], contract);
}

/* Several on one contract, too. */
static void
add_claim (QuanWorkspace *workspace, int i, int owner)
{
  QuanClaim *claim = quan_record_new (&quan_claim_type);

  claim->contract = one_of ("HT-", N_CONTRACTS, owner);
  claim->enterprise = g_strdup (enterprises[owner]);
  claim->state = once_in (5) ? QUAN_CLAIM_SUBMITTED : QUAN_CLAIM_APPROVED;
  claim->submitted = any_date ();
  claim->issued = quan_date_from_ymd (2024, 1, 1) + below (600);
  claim->requested = below (200000);
  claim->approved = once_in (4) ? QUAN_FEN_NONE : below (200000);
  claim->base = once_in (4) ? below (1000000) : QUAN_FEN_NONE;
  claim->voucher = numbered ("V", 2 * i + owner);
  g_ptr_array_add (workspace->sections[QUAN_CLAIMS], claim);
}

static void
add_delivery (QuanWorkspace *workspace, int i, int owner)
{
  QuanDelivery *delivery = quan_record_new (&quan_delivery_type);

  delivery->number = numbered ("D", 2 * i + owner);
  delivery->contract = one_of ("HT-", N_CONTRACTS, owner);
  delivery->enterprise = g_strdup (enterprises[owner]);
  delivery->from = any_date ();
  delivery->to = delivery->from == QUAN_DATE_NONE ? any_date () : delivery->from + below (120);
  if (once_in (8))
    delivery->to = QUAN_DATE_NONE;
  g_ptr_array_add (workspace->sections[QUAN_DELIVERIES], delivery);
}

static GPtrArray *
random_lines (gboolean red)
{
  GPtrArray *lines = quan_record_list_new (&quan_invoice_line_type);

  for (int n = below (4); n > 0; n--) {
    QuanLine *line = quan_record_new (&quan_invoice_line_type);

    line->kind = once_in (3) ? QUAN_LINE_STORAGE : QUAN_LINE_COMPUTE;
    line->amount = once_in (15) ? QUAN_FEN_NONE : (red ? -1 : 1) * (1 + below (100000));
    line->net = once_in (15) || line->amount == QUAN_FEN_NONE ? QUAN_FEN_NONE : line->amount - line->amount / 17;
    g_ptr_array_add (lines, line);
  }
  return lines;
}

/* One in four reverses another: also one that is a reversal itself, of another contract, or of the other enterprise. */
static void
add_invoice (QuanWorkspace *workspace, int i, int owner)
{
  QuanInvoice *invoice = quan_record_new (&quan_invoice_type);

  invoice->number = numbered ("F", 2 * i + owner);
  invoice->contract = one_of ("HT-", N_CONTRACTS, owner);
  invoice->enterprise = g_strdup (enterprises[owner]);
  invoice->date = any_date ();
  invoice->delivery = once_in (6) ? NULL : one_of ("D", N_DELIVERIES, owner);
  invoice->reverses = once_in (4) ? one_of ("F", N_INVOICES, once_in (10) ? !owner : owner) : NULL;
  if (g_strcmp0 (invoice->reverses, invoice->number) == 0)
    g_clear_pointer (&invoice->reverses, g_free);
  invoice->lines = random_lines (invoice->reverses != NULL);
  g_ptr_array_add (workspace->sections[QUAN_INVOICES], invoice);
}

/* Whether an invoice may be in a redemption of a state: in one that stands only if it is in no other. */
static gboolean
is_free (const QuanWorkspace *workspace, const QuanRedemption *redemption, const char *invoice)
{
  const GPtrArray *others = workspace->sections[QUAN_REDEMPTIONS];
  gboolean stands = redemption->state == QUAN_REDEMPTION_SUBMITTED || redemption->state == QUAN_REDEMPTION_PAID;

  for (guint i = 0; stands && i < others->len; i++) {
    const QuanRedemption *other = others->pdata[i];

    if (other->state != QUAN_REDEMPTION_SUBMITTED && other->state != QUAN_REDEMPTION_PAID)
      continue;
    for (guint j = 0; j < other->items->len; j++) {
      const QuanRedemptionItem *item = other->items->pdata[j];

      if (g_ptr_array_find_with_equal_func (item->invoices, invoice, g_str_equal, NULL))
        return FALSE;
    }
  }
  return TRUE;
}

/* Of any state and with invoices of any contract. */
static void
add_redemption (QuanWorkspace *workspace, int i, int owner)
{
  QuanRedemption *redemption = quan_record_new (&quan_redemption_type);

  redemption->round = g_strdup_printf ("%dQ%d", 2024 + below (2), 1 + below (4));
  redemption->enterprise = g_strdup (enterprises[owner]);
  redemption->submitted = any_date ();
  redemption->state = QUAN_REDEMPTION_DRAFT + below (6);
  redemption->paid_on = any_date ();
  redemption->items = quan_record_list_new (&quan_redemption_item_type);
  g_ptr_array_add (workspace->sections[QUAN_REDEMPTIONS], redemption);
  for (int n = below (4); n > 0; n--) {
    QuanRedemptionItem *item = quan_record_new (&quan_redemption_item_type);

    item->voucher = one_of ("V", N_CLAIMS, owner);
    item->amount = below (100000) - 20000;
    item->invoices = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (redemption->items, item);
    for (int k = below (5); k > 0; k--) {
      g_autofree char *invoice = one_of ("F", N_INVOICES, owner);

      if (is_free (workspace, redemption, invoice))
        g_ptr_array_add (item->invoices, g_steal_pointer (&invoice));
    }
  }
}

static void
add_many (QuanWorkspace *workspace, void (*add) (QuanWorkspace *, int, int), int n)
{
  for (int i = 0; i < n; i++)
    for (int owner = 0; owner < 2; owner++)
      add (workspace, i, owner);
}

/* A store full of records that nobody checked. */
static QuanStore *
random_store (const char *path)
{
  g_autoptr (QuanWorkspace) workspace = quan_workspace_new ();
  QuanStore *store = store_open (path);

  for (int owner = 0; owner < 2; owner++)
    add_enterprise (workspace, owner);
  add_many (workspace, add_contract, N_CONTRACTS);
  add_many (workspace, add_claim, N_CLAIMS);
  add_many (workspace, add_delivery, N_DELIVERIES);
  add_many (workspace, add_invoice, N_INVOICES);
  add_many (workspace, add_redemption, N_REDEMPTIONS);
  store_import (store, workspace);
  return store;
}

static QuanView
random_view (const QuanPack *pack)
{
  QuanView view = { pack, quan_pack_standard_readings (pack), quan_date_from_ymd (2024, 3, 1) + below (800) };

  for (int i = 0; i < QUAN_N_SWITCHES; i++)
    view.readings.option[i] = below (pack->switches[i]->options->len);
  return view;
}

static QuanYear
year_of (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records, int year)
{
  g_autoptr (GArray) years = quan_years_new ();

  g_assert_true (quan_years_add_openings (years, enterprise, NULL));
  for (guint i = 0; i < records->sections[QUAN_CLAIMS]->len; i++)
    g_assert_true (quan_years_add_claim (years, records->sections[QUAN_CLAIMS]->pdata[i], view->as_of, NULL));
  for (guint i = 0; i < records->sections[QUAN_REDEMPTIONS]->len; i++)
    g_assert_true (quan_years_add_redemption (years, records->sections[QUAN_REDEMPTIONS]->pdata[i], view->as_of, NULL));
  return *quan_years_get (years, year);
}

static void
assert_same_item (const QuanPreviewItem *item, const QuanPreviewItem *expected)
{
  g_assert_cmpstr (item->claim->voucher, ==, expected->claim->voucher);
  g_assert_true (item->contract == expected->contract);
  g_assert_null (item->invoices);
  g_assert_cmpint (item->n_new, ==, expected->n_new);
  g_assert_cmpuint (expected->invoices->len, ==, (guint) expected->n_new);
  g_assert_cmpint (item->base, ==, expected->base);
  g_assert_cmpint (item->value, ==, expected->value);
  g_assert_cmpint (item->eligible, ==, expected->eligible);
  g_assert_cmpint (item->entitled, ==, expected->entitled);
  g_assert_cmpint (item->redeemed, ==, expected->redeemed);
  g_assert_cmpint (item->amount, ==, expected->amount);
  g_assert_cmpint (item->blocked, ==, expected->blocked);
  g_assert_cmpint (item->no_round, ==, expected->no_round);
  g_assert_cmphex (item->warnings, ==, expected->warnings);
  g_assert_cmpint (item->counted, ==, expected->counted);
  g_assert_cmpint (item->delivered, ==, expected->delivered);
}

/* Returns how many items there were to compare. */
static guint
compare_round (QuanStore *store, const QuanView *view, const QuanRound *round, int owner)
{
  g_autoptr (QuanWorkspace) records = quan_store_workspace (store, enterprises[owner], NULL);
  const QuanEnterprise *enterprise = records->sections[QUAN_ENTERPRISES]->pdata[0];
  g_autoptr (QuanPreview) expected = quan_preview (view, enterprise, records, round->label, NULL);
  QuanYear year = year_of (view, enterprise, records, round->year);
  QuanRoundScope scope = quan_round_scope (view, enterprise, round);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuanRoundSums) sums = quan_store_round_sums (store, &scope, &error);
  g_autoptr (QuanPreview) preview = NULL;

  g_assert_no_error (error);
  preview = quan_preview_from_sums (view, enterprise, records, sums, &year, round, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->items->len, ==, expected->items->len);
  for (guint i = 0; i < preview->items->len; i++)
    assert_same_item (&g_array_index (preview->items, QuanPreviewItem, i),
                      &g_array_index (expected->items, QuanPreviewItem, i));
  g_assert_cmpstr (preview->round, ==, expected->round);
  g_assert_true (preview->window == expected->window && preview->moves_to == expected->moves_to);
  g_assert_cmpint (preview->state, ==, expected->state);
  g_assert_cmpint (preview->total, ==, expected->total);
  g_assert_cmpint (preview->blocked, ==, expected->blocked);
  g_assert_cmpint (preview->no_round, ==, expected->no_round);
  g_assert_cmpint (preview->room, ==, expected->room);
  return preview->items->len;
}

static void
test_same_as_records (gconstpointer policy)
{
  g_autoptr (QuanPack) pack = golden_pack (policy);
  guint compared = 0;

  for (int run = 0; run < STORES; run++) {
    g_auto (StorePlace) place = store_place_new ();
    g_autoptr (QuanStore) store = random_store (place.path);

    for (int i = 0; i < VIEWS; i++) {
      QuanView view = random_view (pack);
      const QuanRound *round = &g_array_index (pack->rounds, QuanRound, below (pack->rounds->len));

      compared += compare_round (store, &view, round, i % 2);
    }
  }
  g_assert_cmpuint (compared, >, STORES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/round-sums/beijing", BEIJING, test_same_as_records);
  g_test_add_data_func ("/round-sums/sample-city", SAMPLE_CITY, test_same_as_records);
  return g_test_run ();
}
