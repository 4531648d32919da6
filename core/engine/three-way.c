#include "core/engine/three-way.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/engine/three-way-parts.h"

void
quan_matching_report_facts (QuanMatching *matching, const QuanMatchPlace *place, QuanFault fault,
                            const QuanValue *facts, int n)
{
  QuanMismatch *mismatch = quan_mismatch_new (fault, facts, n, matching->language);

  mismatch->item = place->item;
  mismatch->invoice = place->invoice;
  mismatch->delivery = place->delivery;
  mismatch->payment = place->payment;
  g_ptr_array_add (matching->check->mismatches, mismatch);
  if (place->row)
    g_ptr_array_add (place->row->mismatches, mismatch);
}

guint
quan_matching_found (const QuanMatching *matching)
{
  return matching->check->mismatches->len;
}

void
quan_matching_tally (QuanMatching *matching, QuanMatch match, guint found)
{
  QuanMatchCount *count = &matching->check->counts[match];

  count->of++;
  count->held += quan_matching_found (matching) == found;
}

static QuanValue
number (const QuanInvoice *invoice)
{
  return quan_text_fact ("invoice.number", invoice->number);
}

static void
check_buyer (QuanMatching *m, const QuanMatchPlace *place)
{
  const QuanInvoice *invoice = place->invoice;
  guint found = quan_matching_found (m);

  if (!invoice->buyer)
    quan_matching_report (m, place, QUAN_FAULT_BUYER_MISSING, number (invoice));
  else if (!g_str_equal (invoice->buyer, m->enterprise->uscc))
    quan_matching_report (m, place, QUAN_FAULT_BUYER_OTHER, number (invoice),
                          quan_text_fact ("invoice.buyer", invoice->buyer),
                          quan_text_fact ("enterprise.uscc", m->enterprise->uscc));
  quan_matching_tally (m, QUAN_MATCH_BUYER, found);
}

static void
check_seller (QuanMatching *m, const QuanMatchPlace *place)
{
  const QuanInvoice *invoice = place->invoice;
  const QuanContract *contract = place->item->contract;
  guint found = quan_matching_found (m);

  if (!invoice->seller)
    quan_matching_report (m, place, QUAN_FAULT_SELLER_MISSING, number (invoice));
  else if (!contract->provider)
    quan_matching_report (m, place, QUAN_FAULT_PROVIDER_MISSING, number (invoice),
                          quan_text_fact ("contract.number", contract->number));
  else if (!g_str_equal (invoice->seller, contract->provider))
    quan_matching_report (m, place, QUAN_FAULT_SELLER_OTHER, number (invoice),
                          quan_text_fact ("invoice.seller", invoice->seller),
                          quan_text_fact ("contract.provider", contract->provider));
  quan_matching_tally (m, QUAN_MATCH_SELLER, found);
}

static void
check_dated (QuanMatching *m, const QuanMatchPlace *place)
{
  const QuanInvoice *invoice = place->invoice;
  const QuanContract *contract = place->item->contract;
  QuanValue dated = quan_date_fact ("invoice.date", invoice->date);
  guint found = quan_matching_found (m);

  if (invoice->date == QUAN_DATE_NONE)
    quan_matching_report (m, place, QUAN_FAULT_UNDATED, number (invoice));
  else if (invoice->date > m->filed)
    quan_matching_report (m, place, QUAN_FAULT_DATED_LATE, number (invoice), dated,
                          quan_date_fact ("redemption.filed", m->filed));
  else if (contract->signed_on == QUAN_DATE_NONE)
    quan_matching_report (m, place, QUAN_FAULT_UNSIGNED, number (invoice), dated,
                          quan_text_fact ("contract.number", contract->number));
  else if (invoice->date < contract->signed_on)
    quan_matching_report (m, place, QUAN_FAULT_DATED_EARLY, number (invoice), dated,
                          quan_date_fact ("contract.signed", contract->signed_on));
  quan_matching_tally (m, QUAN_MATCH_DATED, found);
}

/* A red-letter invoice needs no proof. */
static void
check_delivery (QuanMatching *m, const QuanMatchPlace *place)
{
  const QuanInvoice *invoice = place->invoice;
  const QuanDelivery *delivery = place->delivery;
  guint found = quan_matching_found (m);

  if (invoice->reverses)
    return;
  if (!delivery)
    quan_matching_report (m, place, QUAN_FAULT_DELIVERY_MISSING, number (invoice));
  else if (!g_str_equal (delivery->contract, invoice->contract))
    quan_matching_report (m, place, QUAN_FAULT_DELIVERY_OTHER, number (invoice),
                          quan_text_fact ("delivery.number", delivery->number),
                          quan_text_fact ("delivery.contract", delivery->contract),
                          quan_text_fact ("contract.number", invoice->contract));
  quan_matching_tally (m, QUAN_MATCH_DELIVERY, found);
}

static const char *
enterprise_name (const QuanMatching *m, const char *uscc)
{
  const QuanEnterprise *enterprise = g_hash_table_lookup (m->enterprises, uscc);

  return enterprise && enterprise->name ? enterprise->name : uscc;
}

/* The redemption of this round and enterprise is the one that is checked. */
static gboolean
is_this (const QuanMatching *m, const QuanRedemption *redemption)
{
  return g_str_equal (redemption->enterprise, m->enterprise->uscc)
         && g_str_equal (redemption->round, m->preview->round);
}

static void
check_unused (QuanMatching *m, const QuanMatchPlace *place)
{
  const QuanRedemption *redemption = g_hash_table_lookup (m->uses, place->invoice->number);
  guint found = quan_matching_found (m);

  if (redemption && !is_this (m, redemption))
    quan_matching_report (m, place, QUAN_FAULT_USED, number (place->invoice),
                          quan_text_fact ("redemption.round", redemption->round),
                          quan_text_fact ("redemption.enterprise", enterprise_name (m, redemption->enterprise)));
  quan_matching_tally (m, QUAN_MATCH_UNUSED, found);
}

/* Dates that are known and outside decide, whatever is missing beside them. */
static void
check_period (QuanMatching *m, const QuanMatchPlace *place)
{
  const QuanView *view = m->view;
  const QuanDelivery *delivery = place->delivery;
  const QuanContract *contract = place->item->contract;
  QuanDate from = quan_readings_code (&view->readings, view->pack, QUAN_SWITCH_WINDOW_START);
  QuanDate until = (QuanDate) quan_parameter_value (view->pack->window_until, view->as_of)->value;
  QuanDate first = delivery->from != QUAN_DATE_NONE ? delivery->from : delivery->to;
  QuanDate last = delivery->to != QUAN_DATE_NONE ? delivery->to : delivery->from;
  guint found = quan_matching_found (m);

  from = MAX (from, contract->starts);
  if (contract->ends != QUAN_DATE_NONE)
    until = MIN (until, contract->ends);
  if (last != QUAN_DATE_NONE && (first < from || last > until))
    quan_matching_report (m, place, QUAN_FAULT_PERIOD_OUTSIDE, quan_text_fact ("delivery.number", delivery->number),
                          quan_date_fact ("delivery.from", delivery->from),
                          quan_date_fact ("delivery.to", delivery->to), quan_date_fact ("limit.from", from),
                          quan_date_fact ("limit.until", until));
  else if (delivery->from == QUAN_DATE_NONE || delivery->to == QUAN_DATE_NONE)
    quan_matching_report (m, place, QUAN_FAULT_PERIOD_MISSING, quan_text_fact ("delivery.number", delivery->number));
  else if (contract->starts == QUAN_DATE_NONE || contract->ends == QUAN_DATE_NONE)
    quan_matching_report (m, place, QUAN_FAULT_TERM_MISSING, quan_text_fact ("delivery.number", delivery->number),
                          quan_text_fact ("contract.number", contract->number));
  quan_matching_tally (m, QUAN_MATCH_PERIOD, found);
}

static void
check_row (QuanMatching *m, QuanReconciled *row)
{
  for (guint i = 0; i < row->invoices->len; i++) {
    const QuanInvoice *invoice = row->invoices->pdata[i];
    QuanMatchPlace place = { row->item, row, invoice, NULL, NULL };

    check_buyer (m, &place);
    check_seller (m, &place);
    check_dated (m, &place);
    check_delivery (m, &(QuanMatchPlace) { row->item, row, invoice, row->delivery, NULL });
    check_unused (m, &place);
  }
  if (row->delivery)
    check_period (m, &(QuanMatchPlace) { row->item, row, NULL, row->delivery, NULL });
}

/* Whether an invoice lacks nothing but a date to be taken. */
static gboolean
lacks_only_date (const QuanMatching *m, const QuanRoundInvoice *entry)
{
  const QuanRoundInvoice *reversed;

  if (entry->place != QUAN_PLACE_UNDATED)
    return FALSE;
  if (!entry->invoice->reverses)
    return entry->delivery && entry->delivery->to <= m->preview->window->until;
  reversed = quan_round_invoices_get (m->invoices, entry->invoice->reverses);
  return reversed && (reversed->place == QUAN_PLACE_NOW || reversed->place == QUAN_PLACE_REDEEMED);
}

/* The invoices of a contract that one lacking or wrong fact keeps out of the round. */
static void
check_kept_out (QuanMatching *m, const QuanPreviewItem *item)
{
  const GPtrArray *list = quan_round_invoices_of (m->invoices, item->contract->number);

  for (guint i = 0; list && i < list->len; i++) {
    const QuanRoundInvoice *entry = list->pdata[i];
    const QuanRedemption *redemption = g_hash_table_lookup (m->uses, entry->invoice->number);
    QuanMatchPlace place = { .item = item, .invoice = entry->invoice };

    if (g_hash_table_contains (m->takers, entry->invoice))
      continue;
    if (entry->place == QUAN_PLACE_UNPROVEN && entry->day <= m->preview->window->until)
      check_delivery (m, &place);
    else if (lacks_only_date (m, entry))
      check_dated (m, &place);
    else if (redemption && !g_str_equal (redemption->enterprise, m->enterprise->uscc))
      check_unused (m, &place);
  }
}

static void
check_base (QuanMatching *m, const QuanPreviewItem *item)
{
  QuanMatchPlace place = { .item = item };
  QuanValue voucher = quan_text_fact ("redemption.voucher", item->claim->voucher);
  guint found = quan_matching_found (m);

  if (item->base == QUAN_FEN_NONE)
    quan_matching_report (m, &place, QUAN_FAULT_BASE_MISSING, voucher);
  else if (item->eligible > item->base)
    quan_matching_report (m, &place, QUAN_FAULT_BASE_EXCEEDED, voucher,
                          quan_money_fact ("invoices.counted", item->eligible),
                          quan_money_fact ("award.base", item->base),
                          quan_money_fact ("difference", item->eligible - item->base));
  else if (item->warnings & (QUAN_WARN_AMOUNT_MISSING | QUAN_WARN_NET_MISSING))
    quan_matching_report (m, &place, QUAN_FAULT_ELIGIBLE_MISSING, voucher);
  quan_matching_tally (m, QUAN_MATCH_BASE, found);
}

/* Names of banks and licences differ in the width of their brackets, which is no difference. */
static gboolean
same_name (const char *a, const char *b)
{
  g_autofree char *left = quan_text_halfwidth (a), *right = quan_text_halfwidth (b);

  return g_str_equal (g_strstrip (left), g_strstrip (right));
}

static void
check_account (QuanMatching *m)
{
  const char *name = m->enterprise->name, *account = m->enterprise->bank ? m->enterprise->bank->account_name : NULL;
  QuanMatchPlace place = { 0 };
  guint found = quan_matching_found (m);

  if (!account || !*account)
    quan_matching_report (m, &place, QUAN_FAULT_ACCOUNT_MISSING, quan_text_fact ("bank.account_name", NULL),
                          quan_text_fact ("enterprise.name", name));
  else if (!name || !*name)
    quan_matching_report (m, &place, QUAN_FAULT_NAME_MISSING, quan_text_fact ("bank.account_name", account),
                          quan_text_fact ("enterprise.name", NULL));
  else if (!same_name (name, account))
    quan_matching_report (m, &place, QUAN_FAULT_ACCOUNT_OTHER, quan_text_fact ("bank.account_name", account),
                          quan_text_fact ("enterprise.name", name));
  quan_matching_tally (m, QUAN_MATCH_ACCOUNT, found);
}

/* Another redemption tells more than the one that is checked, and another enterprise's more than an own one. */
static int
weight (const QuanMatching *m, const QuanRedemption *redemption)
{
  if (!redemption)
    return 0;
  if (is_this (m, redemption))
    return 1;
  return g_str_equal (redemption->enterprise, m->enterprise->uscc) ? 2 : 3;
}

static void
index_uses (QuanMatching *m)
{
  const GPtrArray *redemptions = m->records->sections[QUAN_REDEMPTIONS];

  for (guint i = 0; i < redemptions->len; i++) {
    QuanRedemption *redemption = g_ptr_array_index (redemptions, i);
    gboolean stands = quan_redemption_standing (redemption, m->view->as_of) >= QUAN_STANDING_SUBMITTED;

    for (guint j = 0; stands && redemption->items && j < redemption->items->len; j++) {
      const QuanRedemptionItem *item = g_ptr_array_index (redemption->items, j);

      for (guint k = 0; item->invoices && k < item->invoices->len; k++)
        if (weight (m, redemption) > weight (m, g_hash_table_lookup (m->uses, item->invoices->pdata[k])))
          g_hash_table_insert (m->uses, item->invoices->pdata[k], redemption);
    }
  }
}

gboolean
quan_matching_redeemed (const QuanMatching *matching, const QuanInvoice *invoice)
{
  const QuanRedemption *redemption = g_hash_table_lookup (matching->uses, invoice->number);

  return redemption && g_str_equal (redemption->enterprise, matching->enterprise->uscc);
}

static void
index_enterprises (QuanMatching *m)
{
  const GPtrArray *enterprises = m->records->sections[QUAN_ENTERPRISES];

  for (guint i = 0; i < enterprises->len; i++) {
    QuanEnterprise *enterprise = g_ptr_array_index (enterprises, i);

    g_hash_table_insert (m->enterprises, enterprise->uscc, enterprise);
  }
}

/* Checks item by item: the rows stand in the order of the items. */
static gboolean
check_items (QuanMatching *m)
{
  GArray *rows = m->check->rows;
  guint begin = 0;

  for (guint i = 0; i < m->preview->items->len; i++) {
    const QuanPreviewItem *item = &g_array_index (m->preview->items, QuanPreviewItem, i);
    guint end = begin;

    for (; end < rows->len && g_array_index (rows, QuanReconciled, end).item == item; end++)
      check_row (m, &g_array_index (rows, QuanReconciled, end));
    if (!quan_matching_amounts (m, item, &g_array_index (rows, QuanReconciled, begin), end - begin))
      return FALSE;
    check_kept_out (m, item);
    check_base (m, item);
    begin = end;
  }
  return TRUE;
}

/* Worse ones have a smaller number. */
static int
severity (QuanVerdict verdict)
{
  static const int order[QUAN_N_VERDICTS] = {
    [QUAN_VERDICT_FAIL] = 0, [QUAN_VERDICT_UNKNOWN] = 1,        [QUAN_VERDICT_REVIEW] = 2,
    [QUAN_VERDICT_PASS] = 3, [QUAN_VERDICT_NOT_APPLICABLE] = 4,
  };

  return order[verdict];
}

static int
compare_mismatches (gconstpointer a, gconstpointer b)
{
  const QuanMismatch *left = *(const QuanMismatch *const *) a, *right = *(const QuanMismatch *const *) b;

  return severity (left->verdict) - severity (right->verdict);
}

/* Puts the worst first and returns its verdict. */
static QuanVerdict
rank (GPtrArray *mismatches)
{
  g_ptr_array_sort (mismatches, compare_mismatches);
  return mismatches->len > 0 ? ((const QuanMismatch *) mismatches->pdata[0])->verdict : QUAN_VERDICT_PASS;
}

static gboolean
run (QuanMatching *m)
{
  index_uses (m);
  index_enterprises (m);
  if (!m->invoices || !quan_matching_rows (m) || !check_items (m))
    return FALSE;
  check_account (m);
  m->check->verdict = rank (m->check->mismatches);
  for (guint i = 0; i < m->check->rows->len; i++) {
    QuanReconciled *row = &g_array_index (m->check->rows, QuanReconciled, i);

    row->verdict = rank (row->mismatches);
  }
  return TRUE;
}

static void
matching_clear (QuanMatching *m)
{
  g_clear_pointer (&m->invoices, quan_round_invoices_free);
  g_hash_table_unref (m->takers);
  g_hash_table_unref (m->settled);
  g_hash_table_unref (m->rows);
  g_hash_table_unref (m->uses);
  g_hash_table_unref (m->enterprises);
  g_hash_table_unref (m->payments);
}

static void
row_clear (gpointer data)
{
  QuanReconciled *row = data;

  g_ptr_array_unref (row->invoices);
  g_array_unref (row->settlements);
  g_ptr_array_unref (row->mismatches);
}

static QuanThreeWay *
three_way_new (void)
{
  QuanThreeWay *check = g_new0 (QuanThreeWay, 1);

  check->rows = g_array_new (FALSE, FALSE, sizeof (QuanReconciled));
  g_array_set_clear_func (check->rows, row_clear);
  check->mismatches = g_ptr_array_new_with_free_func ((GDestroyNotify) quan_mismatch_free);
  check->verdict = QUAN_VERDICT_PASS;
  return check;
}

void
quan_three_way_free (QuanThreeWay *check)
{
  if (!check)
    return;
  g_array_unref (check->rows);
  g_ptr_array_unref (check->mismatches);
  g_free (check);
}

QuanThreeWay *
quan_three_way (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records,
                const QuanPreview *preview, QuanDate filed, QuanLanguage language, GError **error)
{
  g_autoptr (QuanThreeWay) check = three_way_new ();
  QuanMatching m = {
    .view = view,
    .enterprise = enterprise,
    .records = records,
    .preview = preview,
    .language = language,
    .check = check,
    .filed = filed != QUAN_DATE_NONE ? filed : view->as_of,
  };
  gboolean done;

  if (preview->items->len == 0)
    return g_steal_pointer (&check);
  m.invoices = quan_round_invoices_new (view, enterprise, records, preview->window);
  m.takers = g_hash_table_new (NULL, NULL);
  m.settled = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  m.rows = g_hash_table_new (NULL, NULL);
  m.uses = g_hash_table_new (g_str_hash, g_str_equal);
  m.enterprises = g_hash_table_new (g_str_hash, g_str_equal);
  m.payments = g_hash_table_new (NULL, NULL);
  done = run (&m);
  matching_clear (&m);
  if (done)
    return g_steal_pointer (&check);
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_OVERFLOW,
               _ ("The amounts of this round add up to more than this program can compute with; correct them."));
  return NULL;
}
