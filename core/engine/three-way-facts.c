#include "core/engine/three-way-parts.h"

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

static void
check_unused (QuanMatching *m, const QuanMatchPlace *place)
{
  const QuanRedemption *redemption = g_hash_table_lookup (m->uses, place->invoice->number);
  guint found = quan_matching_found (m);

  if (redemption)
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

void
quan_matching_facts (QuanMatching *matching, QuanReconciled *row)
{
  for (guint i = 0; i < row->invoices->len; i++) {
    const QuanInvoice *invoice = row->invoices->pdata[i];
    QuanMatchPlace place = { row->item, row, invoice, NULL, NULL };

    check_buyer (matching, &place);
    check_seller (matching, &place);
    check_dated (matching, &place);
    check_delivery (matching, &(QuanMatchPlace) { row->item, row, invoice, row->delivery, NULL });
    check_unused (matching, &place);
  }
  if (row->delivery)
    check_period (matching, &(QuanMatchPlace) { row->item, row, NULL, row->delivery, NULL });
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

void
quan_matching_kept_out (QuanMatching *matching, const QuanPreviewItem *item)
{
  const GPtrArray *list = quan_round_invoices_of (matching->invoices, item->contract->number);

  for (guint i = 0; list && i < list->len; i++) {
    const QuanRoundInvoice *entry = list->pdata[i];
    const QuanRedemption *redemption = g_hash_table_lookup (matching->uses, entry->invoice->number);
    QuanMatchPlace place = { .item = item, .invoice = entry->invoice };

    if (g_hash_table_contains (matching->takers, entry->invoice)
        || !g_hash_table_add (matching->judged, (gpointer) entry->invoice))
      continue;
    if (entry->place == QUAN_PLACE_UNPROVEN && entry->day <= matching->preview->window->until)
      check_delivery (matching, &place);
    else if (lacks_only_date (matching, entry))
      check_dated (matching, &place);
    else if (redemption && !g_str_equal (redemption->enterprise, matching->enterprise->uscc))
      check_unused (matching, &place);
  }
}

void
quan_matching_base (QuanMatching *matching, const QuanPreviewItem *item)
{
  QuanMatchPlace place = { .item = item };
  QuanValue voucher = quan_text_fact ("redemption.voucher", item->claim->voucher);
  guint found = quan_matching_found (matching);

  if (item->base == QUAN_FEN_NONE)
    quan_matching_report (matching, &place, QUAN_FAULT_BASE_MISSING, voucher);
  else if (item->eligible > item->base)
    quan_matching_report (
        matching, &place, QUAN_FAULT_BASE_EXCEEDED, voucher, quan_money_fact ("invoices.counted", item->eligible),
        quan_money_fact ("award.base", item->base), quan_money_fact ("difference", item->eligible - item->base));
  else if (item->warnings & (QUAN_WARN_AMOUNT_MISSING | QUAN_WARN_NET_MISSING))
    quan_matching_report (matching, &place, QUAN_FAULT_ELIGIBLE_MISSING, voucher);
  quan_matching_tally (matching, QUAN_MATCH_BASE, found);
}

/* Names of banks and licences differ in the width of their brackets, which is no difference. */
static gboolean
same_name (const char *a, const char *b)
{
  g_autofree char *left = quan_text_halfwidth (a), *right = quan_text_halfwidth (b);

  return g_str_equal (g_strstrip (left), g_strstrip (right));
}

void
quan_matching_account (QuanMatching *matching)
{
  const char *name = matching->enterprise->name,
             *account = matching->enterprise->bank ? matching->enterprise->bank->account_name : NULL;
  QuanMatchPlace place = { 0 };
  guint found = quan_matching_found (matching);

  if (!account || !*account)
    quan_matching_report (matching, &place, QUAN_FAULT_ACCOUNT_MISSING, quan_text_fact ("bank.account_name", NULL),
                          quan_text_fact ("enterprise.name", name));
  else if (!name || !*name)
    quan_matching_report (matching, &place, QUAN_FAULT_NAME_MISSING, quan_text_fact ("bank.account_name", account),
                          quan_text_fact ("enterprise.name", NULL));
  else if (!same_name (name, account))
    quan_matching_report (matching, &place, QUAN_FAULT_ACCOUNT_OTHER, quan_text_fact ("bank.account_name", account),
                          quan_text_fact ("enterprise.name", name));
  quan_matching_tally (matching, QUAN_MATCH_ACCOUNT, found);
}
