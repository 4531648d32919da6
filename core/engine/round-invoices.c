#include "core/engine/round-invoices.h"

#include "core/engine/award.h"

struct QuanRoundInvoices {
  const QuanView      *view;
  QuanRoundScope       scope;
  const QuanWorkspace *records;
  GHashTable          *contracts;    /* number → QuanContract */
  GHashTable          *deliveries;   /* number → QuanDelivery */
  GHashTable          *by_number;    /* number → QuanRoundInvoice, which it owns */
  GHashTable          *by_contract;  /* contract → GPtrArray of QuanRoundInvoice */
};

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const QuanRoundInvoice *left = *(const QuanRoundInvoice *const *) a, *right = *(const QuanRoundInvoice *const *) b;

  if (left->invoice->date != right->invoice->date)
    return left->invoice->date < right->invoice->date ? -1 : 1;
  return quan_key_compare (left->invoice->number, right->invoice->number);
}

static gboolean
sum_lines (const QuanView *view, QuanRoundInvoice *entry)
{
  const GPtrArray *lines = entry->invoice->lines;

  for (guint i = 0; lines && i < lines->len; i++) {
    const QuanLine *line = g_ptr_array_index (lines, i);
    QuanFen amount = quan_line_amount (view, line);

    if (!quan_line_counts (view, line))
      continue;
    entry->has_counted = TRUE;
    if (amount == QUAN_FEN_NONE)
      entry->amount_missing = TRUE;
    else if (!quan_money_add (entry->eligible, amount, &entry->eligible))
      return FALSE;
  }
  return TRUE;
}

static void
index_contracts (QuanRoundInvoices *r)
{
  const GPtrArray *contracts = r->records->sections[QUAN_CONTRACTS];

  for (guint i = 0; i < contracts->len; i++) {
    QuanContract *contract = g_ptr_array_index (contracts, i);

    if (g_str_equal (contract->enterprise, r->scope.enterprise))
      g_hash_table_insert (r->contracts, contract->number, contract);
  }
}

static void
index_deliveries (QuanRoundInvoices *r)
{
  const GPtrArray *deliveries = r->records->sections[QUAN_DELIVERIES];

  for (guint i = 0; i < deliveries->len; i++) {
    QuanDelivery *delivery = g_ptr_array_index (deliveries, i);

    if (g_str_equal (delivery->enterprise, r->scope.enterprise))
      g_hash_table_insert (r->deliveries, delivery->number, delivery);
  }
}

static void
add_entry (QuanRoundInvoices *r, QuanRoundInvoice *entry)
{
  GPtrArray *list = g_hash_table_lookup (r->by_contract, entry->invoice->contract);

  if (!list)
    g_hash_table_insert (r->by_contract, entry->invoice->contract, list = g_ptr_array_new ());
  g_ptr_array_add (list, entry);
  g_hash_table_insert (r->by_number, entry->invoice->number, entry);
}

static gboolean
index_invoices (QuanRoundInvoices *r)
{
  const GPtrArray *invoices = r->records->sections[QUAN_INVOICES];

  for (guint i = 0; i < invoices->len; i++) {
    const QuanInvoice *invoice = g_ptr_array_index (invoices, i);
    QuanRoundInvoice *entry;

    if (!g_str_equal (invoice->enterprise, r->scope.enterprise))
      continue;
    entry = g_new0 (QuanRoundInvoice, 1);
    entry->invoice = invoice;
    entry->delivery = invoice->delivery ? g_hash_table_lookup (r->deliveries, invoice->delivery) : NULL;
    add_entry (r, entry);
    if (!sum_lines (r->view, entry))
      return FALSE;
  }
  return TRUE;
}

/* Whether a redemption is submitted or paid. */
static gboolean
stands (const QuanRoundInvoices *r, const QuanRedemption *redemption)
{
  return quan_redemption_standing (redemption, r->scope.as_of) >= QUAN_STANDING_SUBMITTED;
}

static void
mark_redeemed (QuanRoundInvoices *r)
{
  const GPtrArray *redemptions = r->records->sections[QUAN_REDEMPTIONS];

  for (guint i = 0; i < redemptions->len; i++) {
    const QuanRedemption *redemption = g_ptr_array_index (redemptions, i);

    for (guint j = 0; stands (r, redemption) && redemption->items && j < redemption->items->len; j++) {
      const QuanRedemptionItem *item = g_ptr_array_index (redemption->items, j);

      for (guint k = 0; item->invoices && k < item->invoices->len; k++) {
        QuanRoundInvoice *entry = g_hash_table_lookup (r->by_number, g_ptr_array_index (item->invoices, k));

        if (entry) {
          entry->redemption = redemption;
          entry->voucher = item->voucher;
        }
      }
    }
  }
}

/* Where rounds take what is theirs from a day on: this one, a later one, or none that is left (A11). */
static QuanPlace
place_by_day (const QuanRoundInvoices *r, QuanDate day)
{
  return day <= r->scope.until ? QUAN_PLACE_NOW : day <= r->scope.last ? QUAN_PLACE_LATER : QUAN_PLACE_NO_ROUND;
}

/* An invoice by itself, whatever it reverses: it counts by the end of the delivery it names; one whose delivery has no
 * end, and a red-letter invoice, which needs no proof, by its own date. */
static QuanPlace
judge_alone (const QuanRoundInvoices *r, QuanRoundInvoice *entry)
{
  entry->day = entry->invoice->date;
  if (!entry->has_counted)
    return QUAN_PLACE_NOT_COUNTED;
  if (entry->redemption)
    return QUAN_PLACE_REDEEMED;
  if (entry->day == QUAN_DATE_NONE)
    return QUAN_PLACE_UNDATED;
  if (entry->day > r->scope.as_of)
    return QUAN_PLACE_FUTURE;
  if (!entry->invoice->reverses) {
    if (!entry->delivery)
      return QUAN_PLACE_UNPROVEN;
    entry->day = MAX (entry->day, entry->delivery->to);
  }
  return place_by_day (r, entry->day);
}

/* Whether this round or another will take an invoice that was judged so. */
static gboolean
is_taken_by_day (QuanPlace place)
{
  return place == QUAN_PLACE_NOW || place == QUAN_PLACE_LATER || place == QUAN_PLACE_NO_ROUND;
}

/* A red-letter invoice counts once the invoice it reverses counts or has been redeemed. What is a reversal itself cannot
 * be reversed. */
static QuanPlace
judge (const QuanRoundInvoices *r, QuanRoundInvoice *entry)
{
  QuanPlace place = judge_alone (r, entry), first;
  QuanRoundInvoice *reversed;

  if (!entry->invoice->reverses || !is_taken_by_day (place))
    return place;
  reversed = g_hash_table_lookup (r->by_number, entry->invoice->reverses);
  if (!reversed || reversed->invoice->reverses)
    return QUAN_PLACE_WAITS;
  if (reversed->redemption)
    return place;
  first = judge_alone (r, reversed);
  if (!is_taken_by_day (first))
    return QUAN_PLACE_WAITS;
  entry->day = MAX (entry->day, reversed->day);
  return place_by_day (r, entry->day);
}

static void
judge_all (QuanRoundInvoices *r)
{
  GHashTableIter lists;
  gpointer list;

  g_hash_table_iter_init (&lists, r->by_contract);
  while (g_hash_table_iter_next (&lists, NULL, &list)) {
    g_ptr_array_sort (list, compare_entries);
    for (guint i = 0; i < ((GPtrArray *) list)->len; i++) {
      QuanRoundInvoice *entry = g_ptr_array_index ((GPtrArray *) list, i);

      entry->place = judge (r, entry);
    }
  }
}

QuanRoundScope
quan_round_scope (const QuanView *view, const QuanEnterprise *enterprise, const QuanRound *round)
{
  return (QuanRoundScope) {
    .enterprise = enterprise->uscc, .as_of = view->as_of,
    .until = round->until, .last = quan_pack_last_round (view->pack)->until,
    .window_from = quan_readings_code (&view->readings, view->pack, QUAN_SWITCH_WINDOW_START),
    .window_until = (QuanDate) quan_parameter_value (view->pack->window_until, view->as_of)->value,
    .kinds = (guint) quan_parameter_value (view->pack->counted_kinds, view->as_of)->value,
    .net = quan_readings_code (&view->readings, view->pack, QUAN_SWITCH_TAX) == QUAN_TAX_NET,
  };
}

QuanRoundInvoices *
quan_round_invoices_new (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records, const QuanRound *round)
{
  g_autoptr (QuanRoundInvoices) r = g_new0 (QuanRoundInvoices, 1);

  r->view = view;
  r->scope = quan_round_scope (view, enterprise, round);
  r->records = records;
  r->contracts = g_hash_table_new (g_str_hash, g_str_equal);
  r->deliveries = g_hash_table_new (g_str_hash, g_str_equal);
  r->by_number = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  r->by_contract = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  index_contracts (r);
  index_deliveries (r);
  if (!index_invoices (r))
    return NULL;
  mark_redeemed (r);
  judge_all (r);
  return g_steal_pointer (&r);
}

void
quan_round_invoices_free (QuanRoundInvoices *invoices)
{
  if (!invoices)
    return;
  g_hash_table_unref (invoices->contracts);
  g_hash_table_unref (invoices->deliveries);
  g_hash_table_unref (invoices->by_contract);
  g_hash_table_unref (invoices->by_number);
  g_free (invoices);
}

const QuanRoundInvoice *
quan_round_invoices_get (const QuanRoundInvoices *invoices, const char *number)
{
  return g_hash_table_lookup (invoices->by_number, number);
}

const GPtrArray *
quan_round_invoices_of (const QuanRoundInvoices *invoices, const char *contract)
{
  return g_hash_table_lookup (invoices->by_contract, contract);
}

/* Whether a delivery lies wholly inside its contract's term and the window; dates that are not known do not judge. */
static gboolean
delivered_inside (const QuanRoundInvoices *r, const QuanDelivery *delivery)
{
  const QuanContract *contract = g_hash_table_lookup (r->contracts, delivery->contract);
  QuanDate from = r->scope.window_from, until = r->scope.window_until;

  if (contract && contract->starts != QUAN_DATE_NONE)
    from = MAX (from, contract->starts);
  if (contract && contract->ends != QUAN_DATE_NONE)
    until = MIN (until, contract->ends);
  return (delivery->from == QUAN_DATE_NONE || (delivery->from >= from && delivery->from <= until)) &&
         (delivery->to == QUAN_DATE_NONE || (delivery->to >= from && delivery->to <= until));
}

/* Adds an invoice that counts, now or in an earlier round. */
static gboolean
add_counted (const QuanRoundInvoice *entry, QuanInvoiceSum *sum)
{
  sum->invoices++;
  sum->delivered += entry->delivery != NULL;
  sum->incomplete |= entry->amount_missing;
  return quan_invoice_sum_add (sum, entry->eligible);
}

static gboolean
add_entry_up (const QuanRoundInvoices *r, const QuanRoundInvoice *entry, QuanContractSums *sums)
{
  switch (entry->place) {
  case QUAN_PLACE_NOW:
    sums->outside |= entry->delivery && !delivered_inside (r, entry->delivery);
    return add_counted (entry, &sums->now);
  case QUAN_PLACE_REDEEMED:
    return add_counted (entry, quan_contract_sums_redeemed (sums, entry->voucher));
  case QUAN_PLACE_LATER:
    return quan_money_add (sums->later, entry->eligible, &sums->later);
  case QUAN_PLACE_NO_ROUND:
    return quan_money_add (sums->no_round, entry->eligible, &sums->no_round);
  case QUAN_PLACE_UNPROVEN:
    sums->unproven |= entry->day <= r->scope.until;
    return TRUE;
  default:
    return TRUE;
  }
}

/* What submitted and paid redemptions ask for. */
static gboolean
add_redemptions_up (const QuanRoundInvoices *r, QuanRoundSums *sums)
{
  const GPtrArray *redemptions = r->records->sections[QUAN_REDEMPTIONS];

  for (guint i = 0; i < redemptions->len; i++) {
    const QuanRedemption *redemption = g_ptr_array_index (redemptions, i);

    if (!g_str_equal (redemption->enterprise, r->scope.enterprise) || !stands (r, redemption) || !redemption->items)
      continue;
    for (guint j = 0; j < redemption->items->len; j++) {
      const QuanRedemptionItem *item = g_ptr_array_index (redemption->items, j);

      if (item->amount != QUAN_FEN_NONE && !quan_round_sums_add_redeemed (sums, item->voucher, item->amount))
        return FALSE;
    }
  }
  return TRUE;
}

gboolean
quan_round_invoices_add_up (const QuanRoundInvoices *r, QuanRoundSums *sums)
{
  GHashTableIter lists;
  gpointer contract, list;

  g_hash_table_iter_init (&lists, r->by_contract);
  while (g_hash_table_iter_next (&lists, &contract, &list)) {
    QuanContractSums *of_contract = quan_round_sums_contract (sums, contract);

    for (guint i = 0; i < ((GPtrArray *) list)->len; i++)
      if (!add_entry_up (r, g_ptr_array_index ((GPtrArray *) list, i), of_contract))
        return FALSE;
  }
  return add_redemptions_up (r, sums);
}

gboolean
quan_is_voucher (const QuanView *view, const QuanClaim *claim)
{
  return quan_claim_standing (claim, view->as_of) == QUAN_STANDING_SETTLED &&
         (!claim->policy || g_str_equal (claim->policy, view->pack->id));
}

gboolean
quan_round_serves (const QuanRound *round, const QuanContract *contract)
{
  return round->signed_until == QUAN_DATE_NONE || contract->signed_on == QUAN_DATE_NONE ||
         contract->signed_on <= round->signed_until;
}
