/* What must hold for every contract and every history, tried on random ones. The seed is printed; --seed repeats a run. */
#include "tests/core/golden.h"

#define ENTERPRISE "91110108MA01ABC25F"

static QuanPack *pack;

static QuanDate
random_date (const char *from, int days)
{
  return quan_date_parse_iso (from) + g_test_rand_int_range (0, days);
}

static QuanFen
random_fen (void)
{
  static const QuanFen scale[] = { 10, 10000, 1000000, 100000000, 10000000000 };

  return g_test_rand_int_range (0, 1000) * (scale[g_test_rand_int_range (0, G_N_ELEMENTS (scale))] / 10) + g_test_rand_int_range (0, 10);
}

static QuanView
random_view (QuanDate as_of)
{
  QuanView view = { pack, quan_pack_standard_readings (pack), as_of };

  for (int i = 0; i < QUAN_N_SWITCHES; i++)
    view.readings.option[i] = g_test_rand_int_range (0, pack->switches[i]->options->len);
  return view;
}

static QuanContract *
random_contract (const char *number)
{
  QuanContract *contract = quan_record_new (&quan_contract_type);
  int n = g_test_rand_int_range (1, 6);

  contract->number = g_strdup (number);
  contract->enterprise = g_strdup (ENTERPRISE);
  contract->affiliated = g_test_rand_int_range (0, 10) ? QUAN_FLAG_NO : QUAN_FLAG_YES;
  contract->signed_on = random_date ("2023-09-01", 800);
  contract->starts = contract->signed_on + g_test_rand_int_range (0, 40);
  contract->ends = contract->starts + g_test_rand_int_range (0, 400);
  contract->lines = quan_record_list_new (&quan_line_type);
  for (int i = 0; i < n; i++) {
    QuanLine *line = quan_record_new (&quan_line_type);

    line->kind = g_test_rand_int_range (0, 20) ? g_test_rand_int_range (QUAN_LINE_COMPUTE, QUAN_LINE_SECURITY) : QUAN_LINE_BUNDLED;
    line->amount = random_fen ();
    line->net = line->amount * 100 / 106;
    g_ptr_array_add (contract->lines, line);
  }
  return contract;
}

static QuanEnterprise *
enterprise_new (void)
{
  QuanEnterprise *enterprise = quan_record_new (&quan_enterprise_type);

  enterprise->uscc = g_strdup (ENTERPRISE);
  return enterprise;
}

/* Claimable is never above the ratio's share of the base, what is left of the year, or what was asked for; what is claimed, forfeited and
 * at risk never exceeds what it is a part of. */
static void
test_award_bounds (void)
{
  QuanEnterprise *enterprise = enterprise_new ();
  g_autoptr (QuanCheck) check = quan_check_new (pack);

  for (int run = 0; run < 5000; run++) {
    QuanContract *contract = random_contract ("HT-1");
    QuanView view = random_view (random_date ("2023-09-15", 900));
    QuanYear year = { .year = quan_date_year (view.as_of), .claims = { .opening = random_fen (), .submitted = random_fen () } };
    QuanCase subject = { .enterprise = enterprise, .contract = contract, .year = &year };
    const QuanAward *award = &check->award;

    g_assert_true (quan_check_run (check, &view, &subject, NULL));
    g_assert_true ((award->base.base == QUAN_FEN_NONE) == (award->claimable == QUAN_FEN_NONE));
    if (award->claimable != QUAN_FEN_NONE) {
      g_assert_cmpint (award->base.base, <=, award->base.compute);
      g_assert_true ((__int128) award->claimable * award->ratio.divisor <= (__int128) award->base.base * award->ratio.value);
      g_assert_cmpint (award->claimable, <=, award->remaining);
      g_assert_cmpint (award->remaining, <=, award->cap);
      g_assert_cmpint (award->claimable, >=, 0);
      g_assert_cmpint (award->forfeited, >=, 0);
      g_assert_cmpint (award->claimable + award->forfeited, <=, award->ceiling);
      g_assert_true (award->at_risk >= 0 && award->at_risk <= award->claimable);
      g_assert_true (check->verdict != QUAN_VERDICT_FAIL || award->claimable == 0);
    }
    quan_record_free (&quan_contract_type, contract);
  }
  quan_record_free (&quan_enterprise_type, enterprise);
}

/* A voucher, one delivery, and invoices for random parts of the base. */
static QuanWorkspace *
history_new (int n_invoices)
{
  QuanWorkspace *history = quan_workspace_new ();
  QuanContract *contract = quan_record_new (&quan_contract_type);
  QuanLine *line = quan_record_new (&quan_line_type);
  QuanClaim *claim = quan_record_new (&quan_claim_type);
  QuanDelivery *delivery = quan_record_new (&quan_delivery_type);

  contract->number = g_strdup ("HT-1");
  contract->enterprise = g_strdup (ENTERPRISE);
  contract->starts = quan_date_parse_iso ("2024-03-01");
  contract->ends = quan_date_parse_iso ("2025-02-28");
  contract->lines = quan_record_list_new (&quan_line_type);
  line->kind = QUAN_LINE_COMPUTE;
  line->amount = 1 + random_fen ();
  g_ptr_array_add (contract->lines, line);
  claim->contract = g_strdup ("HT-1");
  claim->enterprise = g_strdup (ENTERPRISE);
  claim->state = QUAN_CLAIM_APPROVED;
  claim->submitted = quan_date_parse_iso ("2024-03-05");
  claim->issued = quan_date_parse_iso ("2024-03-20");
  claim->requested = claim->approved = MIN (random_fen (), line->amount / 5);
  claim->voucher = g_strdup ("Q1");
  delivery->number = g_strdup ("D1");
  delivery->contract = g_strdup ("HT-1");
  delivery->enterprise = g_strdup (ENTERPRISE);
  delivery->to = quan_date_parse_iso ("2024-03-31");
  g_ptr_array_add (history->sections[QUAN_CONTRACTS], contract);
  g_ptr_array_add (history->sections[QUAN_CLAIMS], claim);
  g_ptr_array_add (history->sections[QUAN_DELIVERIES], delivery);
  for (int i = 0; i < n_invoices; i++) {
    QuanInvoice *invoice = quan_record_new (&quan_invoice_type);

    invoice->number = g_strdup_printf ("%d", i);
    invoice->contract = g_strdup ("HT-1");
    invoice->enterprise = g_strdup (ENTERPRISE);
    invoice->date = quan_date_parse_iso ("2024-04-01") + g_test_rand_int_range (0, 200);
    invoice->delivery = g_strdup ("D1");
    invoice->lines = quan_record_list_new (&quan_invoice_line_type);
    line = quan_record_new (&quan_invoice_line_type);
    line->kind = QUAN_LINE_COMPUTE;
    line->amount = random_fen ();
    line->net = line->amount;
    g_ptr_array_add (invoice->lines, line);
    g_ptr_array_add (history->sections[QUAN_INVOICES], invoice);
  }
  return history;
}

/* Records what a preview offers as a paid redemption. */
static void
redeem (QuanWorkspace *history, const QuanPreview *preview, QuanDate date)
{
  QuanRedemption *redemption = quan_record_new (&quan_redemption_type);

  redemption->round = g_strdup (preview->round);
  redemption->enterprise = g_strdup (ENTERPRISE);
  redemption->submitted = redemption->paid_on = date;
  redemption->state = QUAN_REDEMPTION_PAID;
  redemption->items = quan_record_list_new (&quan_redemption_item_type);
  for (guint i = 0; i < preview->items->len; i++) {
    const QuanPreviewItem *item = &g_array_index (preview->items, QuanPreviewItem, i);
    QuanRedemptionItem *filed = quan_record_new (&quan_redemption_item_type);

    filed->voucher = g_strdup (item->claim->voucher);
    filed->amount = item->amount;
    filed->invoices = g_ptr_array_new_with_free_func (g_free);
    for (guint j = 0; j < item->invoices->len; j++)
      g_ptr_array_add (filed->invoices, g_strdup (((const QuanInvoice *) item->invoices->pdata[j])->number));
    g_ptr_array_add (redemption->items, filed);
  }
  g_ptr_array_add (history->sections[QUAN_REDEMPTIONS], redemption);
}

/* Over all rounds of a year the redemptions of a voucher never add up to more than it, and never more than the cap. */
static void
test_redeemed_never_above_voucher (void)
{
  static const struct { const char *round, *date; } rounds[] = {
    { "2024Q2", "2024-06-20" }, { "2024Q3", "2024-09-20" }, { "2024Q4", "2024-11-10" }, { "2025Q1", "2025-01-10" }
  };
  QuanEnterprise *enterprise = enterprise_new ();

  for (int run = 0; run < 500; run++) {
    g_autoptr (QuanWorkspace) history = history_new (g_test_rand_int_range (0, 8));
    const QuanClaim *claim = history->sections[QUAN_CLAIMS]->pdata[0];
    QuanReadings readings = random_view (0).readings;
    QuanFen sum = 0;

    readings.option[QUAN_SWITCH_TAX] = 0;
    for (guint i = 0; i < G_N_ELEMENTS (rounds); i++) {
      QuanView view = { pack, readings, quan_date_parse_iso (rounds[i].date) };
      g_autoptr (QuanPreview) preview = quan_preview (&view, enterprise, history, rounds[i].round, NULL);

      g_assert_cmpint (preview->total, >=, 0);
      g_assert_cmpint (preview->total, <=, quan_quota_cap (&view, QUAN_LEDGER_REDEMPTIONS, 2024));
      sum += preview->total;
      redeem (history, preview, view.as_of);
    }
    g_assert_cmpint (sum, <=, claim->approved);
  }
  quan_record_free (&quan_enterprise_type, enterprise);
}

/* Splitting an invoice in two never changes what a round pays. */
static void
test_splitting_an_invoice_changes_nothing (void)
{
  QuanEnterprise *enterprise = enterprise_new ();

  for (int run = 0; run < 500; run++) {
    g_autoptr (QuanWorkspace) history = history_new (g_test_rand_int_range (1, 6));
    QuanView view = random_view (quan_date_parse_iso ("2024-11-10"));
    g_autoptr (QuanPreview) whole = quan_preview (&view, enterprise, history, "2024Q4", NULL), split = NULL;
    QuanInvoice *invoice = history->sections[QUAN_INVOICES]->pdata[0];
    QuanInvoice *half = quan_record_copy (&quan_invoice_type, invoice);
    QuanLine *first = invoice->lines->pdata[0], *second = half->lines->pdata[0];

    second->amount = second->net = g_test_rand_int_range (0, (int) MIN (first->amount, G_MAXINT - 1) + 1);
    first->amount = first->net = first->amount - second->amount;
    g_free (half->number);
    half->number = g_strdup ("half");
    g_ptr_array_add (history->sections[QUAN_INVOICES], half);
    split = quan_preview (&view, enterprise, history, "2024Q4", NULL);
    g_assert_cmpint (split->total, ==, whole->total);
    g_assert_cmpint (split->blocked, ==, whole->blocked);
  }
  quan_record_free (&quan_enterprise_type, enterprise);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pack = golden_pack ("/io/github/quan/Quan/policies/cn-beijing-ai-compute-2023.policy");
  g_test_add_func ("/properties/award-bounds", test_award_bounds);
  g_test_add_func ("/properties/redeemed-never-above-voucher", test_redeemed_never_above_voucher);
  g_test_add_func ("/properties/splitting-an-invoice-changes-nothing", test_splitting_an_invoice_changes_nothing);
  status = g_test_run ();
  quan_pack_free (pack);
  return status;
}
