#include "core/engine/redemption.h"

#include "core/engine/evaluation.h"
#include "core/engine/round-invoices.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"

/* One preview in progress. */
typedef struct {
  const QuanView       *view;
  const QuanEnterprise *enterprise;
  const QuanWorkspace  *records;
  const QuanRound      *round;
  QuanRoundInvoices    *invoices;
  GHashTable           *contracts;  /* number → QuanContract */
  GHashTable           *redeemed;   /* voucher → QuanFen * */
  QuanFen               room;       /* left of the year's cap; below zero where it is exceeded */
} Preview;

static gboolean
overflow (GError **error)
{
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_OVERFLOW, _("The amounts of this round add up to more than this program can compute with; correct them."));
  return FALSE;
}

static gboolean
ours (const Preview *p, const char *enterprise)
{
  return g_str_equal (enterprise, p->enterprise->uscc);
}

static void
index_contracts (Preview *p)
{
  const GPtrArray *contracts = p->records->sections[QUAN_CONTRACTS];

  for (guint i = 0; i < contracts->len; i++) {
    QuanContract *contract = g_ptr_array_index (contracts, i);

    if (ours (p, contract->enterprise))
      g_hash_table_insert (p->contracts, contract->number, contract);
  }
}

/* What submitted and paid redemptions hold of a voucher. */
static gboolean
add_redeemed (Preview *p, const QuanRedemptionItem *item)
{
  QuanFen *sum = g_hash_table_lookup (p->redeemed, item->voucher);

  if (!sum)
    g_hash_table_insert (p->redeemed, item->voucher, sum = g_new0 (QuanFen, 1));
  return item->amount == QUAN_FEN_NONE || quan_money_add (*sum, item->amount, sum);
}

static gboolean
add_redemptions (Preview *p)
{
  const GPtrArray *redemptions = p->records->sections[QUAN_REDEMPTIONS];

  for (guint i = 0; i < redemptions->len; i++) {
    const QuanRedemption *redemption = g_ptr_array_index (redemptions, i);

    if (!ours (p, redemption->enterprise) || quan_redemption_standing (redemption, p->view->as_of) < QUAN_STANDING_SUBMITTED)
      continue;
    for (guint j = 0; redemption->items && j < redemption->items->len; j++)
      if (!add_redeemed (p, g_ptr_array_index (redemption->items, j)))
        return FALSE;
  }
  return TRUE;
}

/* Whether a delivery lies wholly inside the contract's term and the window; dates that are not known do not judge. */
static gboolean
delivered_inside (const Preview *p, const QuanContract *contract, const QuanDelivery *delivery)
{
  QuanDate from = quan_readings_code (&p->view->readings, p->view->pack, QUAN_SWITCH_WINDOW_START);
  QuanDate until = (QuanDate) quan_parameter_value (p->view->pack->window_until, p->view->as_of)->value;

  if (contract->starts != QUAN_DATE_NONE)
    from = MAX (from, contract->starts);
  if (contract->ends != QUAN_DATE_NONE)
    until = MIN (until, contract->ends);
  return (delivery->from == QUAN_DATE_NONE || (delivery->from >= from && delivery->from <= until)) &&
         (delivery->to == QUAN_DATE_NONE || (delivery->to >= from && delivery->to <= until));
}

/* What the invoices of a voucher add up to, seen from the round. */
typedef struct {
  QuanFen eligible;           /* redeemed ones and those the round takes */
  QuanFen later, no_round;    /* those later rounds take, and those that no round takes any more */
  int     counted, delivered; /* as in QuanPreviewItem */
  guint   warnings;
} InvoiceSums;

/* An invoice that counts, now or in an earlier round. */
static gboolean
add_counted (const Preview *p, const QuanContract *contract, const QuanRoundInvoice *entry, InvoiceSums *sums)
{
  gboolean net = quan_readings_code (&p->view->readings, p->view->pack, QUAN_SWITCH_TAX) == QUAN_TAX_NET;

  if (entry->amount_missing)
    sums->warnings |= net ? QUAN_WARN_NET_MISSING : QUAN_WARN_AMOUNT_MISSING;
  if (entry->place == QUAN_PLACE_NOW && entry->delivery && !delivered_inside (p, contract, entry->delivery))
    sums->warnings |= QUAN_WARN_DELIVERY_OUTSIDE_WINDOW;
  sums->counted++;
  sums->delivered += entry->delivery != NULL;
  return quan_money_add (sums->eligible, entry->eligible, &sums->eligible);
}

static gboolean
add_invoice (const Preview *p, const QuanContract *contract, const QuanRoundInvoice *entry, InvoiceSums *sums)
{
  switch (entry->place) {
  case QUAN_PLACE_NOW:
  case QUAN_PLACE_REDEEMED:
    return add_counted (p, contract, entry, sums);
  case QUAN_PLACE_LATER:
    return quan_money_add (sums->later, entry->eligible, &sums->later);
  case QUAN_PLACE_NO_ROUND:
    return quan_money_add (sums->no_round, entry->eligible, &sums->no_round);
  case QUAN_PLACE_UNPROVEN:
    if (entry->day <= p->round->until)
      sums->warnings |= QUAN_WARN_DELIVERY_MISSING;
    return TRUE;
  default:
    return TRUE;
  }
}

/* Adds up the contract's invoices, and lists the new ones. An invoice serves one voucher only, should a contract have several. */
static gboolean
add_invoices (Preview *p, QuanPreviewItem *item, InvoiceSums *sums)
{
  const GPtrArray *list = quan_round_invoices_of (p->invoices, item->contract->number);

  for (guint i = 0; list && i < list->len; i++) {
    QuanRoundInvoice *entry = g_ptr_array_index (list, i);

    if (entry->voucher && !g_str_equal (entry->voucher, item->claim->voucher))
      continue;
    if (!add_invoice (p, item->contract, entry, sums))
      return FALSE;
    if (entry->place != QUAN_PLACE_UNPROVEN)
      entry->voucher = item->claim->voucher;
    if (entry->place == QUAN_PLACE_NOW)
      g_ptr_array_add (item->invoices, (gpointer) entry->invoice);
  }
  return TRUE;
}

/* The ratio the claim was made under: of the day it was submitted. */
static gboolean
ratio_of (const Preview *p, const QuanPreviewItem *item, QuanDatedValue *ratio)
{
  QuanDate date = item->claim->submitted != QUAN_DATE_NONE ? item->claim->submitted : p->view->as_of;

  return quan_support_ratio (p->view->pack, p->enterprise, item->contract, date, ratio);
}

/* b = min (base when submitted, base now), v = min (approved, floor (b × ratio)): a cut contract lowers both. FALSE on overflow. */
static gboolean
find_value (const Preview *p, QuanPreviewItem *item, GError **error)
{
  QuanFen approved = quan_claim_weight (item->claim, QUAN_STANDING_SETTLED), ceiling;
  QuanDatedValue ratio;
  QuanBase now;

  if (!quan_base (p->view, item->contract, QUAN_DATE_NONE, &now, error))
    return FALSE;
  if (now.state != QUAN_BASE_KNOWN || approved == QUAN_FEN_NONE || !ratio_of (p, item, &ratio)) {
    item->warnings |= QUAN_WARN_BASE_UNDETERMINED;
    return TRUE;
  }
  item->base = item->claim->base == QUAN_FEN_NONE ? now.base : MIN (item->claim->base, now.base);
  if (!quan_mul_div_floor (item->base, ratio.value, ratio.divisor, &ceiling))
    return overflow (error);
  item->value = MIN (approved, ceiling);
  return TRUE;
}

/* Cumulative entitlement for so much eligible (A8), so that the last invoice gets the rounding tail. */
static gboolean
find_entitled (const Preview *p, const QuanPreviewItem *item, QuanFen eligible, QuanFen *entitled)
{
  QuanFen counted = MIN (eligible, item->base);
  QuanDatedValue ratio;

  if (quan_readings_code (&p->view->readings, p->view->pack, QUAN_SWITCH_REDEMPTION_SHARE) == QUAN_SHARE_ISSUED_OVER_BASE) {
    *entitled = 0;
    return item->base == 0 || quan_mul_div_floor (item->value, counted, item->base, entitled);
  }
  if (!ratio_of (p, item, &ratio) || !quan_mul_div_floor (counted, ratio.value, ratio.divisor, entitled))
    return FALSE;
  *entitled = MIN (item->value, *entitled);
  return TRUE;
}

static gboolean
expired (const Preview *p, const QuanClaim *claim)
{
  QuanDate last = quan_voucher_last_day (p->view->pack, claim);

  return last != QUAN_DATE_NONE && p->view->as_of > last;
}

/* What the invoices that no round takes any more would bring on top of all the others (A11); nothing once the voucher has expired. */
static gboolean
find_no_round (const Preview *p, QuanPreviewItem *item, const InvoiceSums *sums)
{
  QuanFen in_rounds, all, reached, whole;

  item->no_round = 0;
  return sums->no_round == 0 || expired (p, item->claim) ||
         (quan_money_add (sums->eligible, sums->later, &in_rounds) && quan_money_add (in_rounds, sums->no_round, &all) &&
          find_entitled (p, item, in_rounds, &reached) && find_entitled (p, item, all, &whole) &&
          quan_money_add (whole, -reached, &item->no_round));
}

/* Allots what is due out of what the year's cap leaves; a negative amount gives room back to the vouchers after it. */
static gboolean
allot (Preview *p, QuanPreviewItem *item)
{
  QuanFen due;

  if (!quan_money_add (item->entitled, -item->redeemed, &due))
    return FALSE;
  if (due > 0 && expired (p, item->claim)) {
    item->warnings |= QUAN_WARN_VOUCHER_EXPIRED;
    due = 0;
  }
  item->amount = due > 0 ? MIN (due, MAX (0, p->room)) : due;
  item->blocked = due - item->amount;
  if (item->blocked > 0)
    item->warnings |= QUAN_WARN_CAP_REACHED;
  if (item->amount < 0)
    item->warnings |= QUAN_WARN_NEGATIVE_AMOUNT;
  return quan_money_add (p->room, -item->amount, &p->room);
}

/* Adds a voucher of which everything is known. */
static gboolean
add_up (QuanPreview *preview, const QuanPreviewItem *item)
{
  return quan_money_add (preview->total, item->amount, &preview->total) &&
         quan_money_add (preview->blocked, item->blocked, &preview->blocked) &&
         quan_money_add (preview->no_round, item->no_round, &preview->no_round);
}

static gboolean
serve (Preview *p, QuanPreviewItem *item, QuanPreview *preview, GError **error)
{
  const QuanFen *redeemed = g_hash_table_lookup (p->redeemed, item->claim->voucher);
  InvoiceSums sums = { 0 };

  item->base = item->value = item->entitled = item->amount = item->blocked = item->no_round = QUAN_FEN_NONE;
  item->redeemed = redeemed ? *redeemed : 0;
  if (!add_invoices (p, item, &sums))
    return overflow (error);
  item->eligible = sums.eligible;
  item->counted = sums.counted;
  item->delivered = sums.delivered;
  item->warnings = sums.warnings;
  if (!find_value (p, item, error))
    return FALSE;
  if (item->base == QUAN_FEN_NONE)
    return TRUE;
  if (item->eligible > item->base)
    item->warnings |= QUAN_WARN_INVOICE_EXCEEDS_BASE;
  if (!find_entitled (p, item, item->eligible, &item->entitled) || !find_no_round (p, item, &sums) || !allot (p, item) ||
      !add_up (preview, item))
    return overflow (error);
  return TRUE;
}

static gboolean
is_served (const Preview *p, const QuanClaim *claim)
{
  const QuanContract *contract = g_hash_table_lookup (p->contracts, claim->contract);

  return ours (p, claim->enterprise) && contract && quan_is_voucher (p->view, claim) && quan_round_serves (p->round, contract);
}

static int
compare_vouchers (gconstpointer a, gconstpointer b)
{
  const QuanClaim *left = *(const QuanClaim *const *) a, *right = *(const QuanClaim *const *) b;

  if (left->issued != right->issued)
    return left->issued < right->issued ? -1 : 1;
  return quan_key_compare (left->voucher, right->voucher);
}

static gboolean
serve_vouchers (Preview *p, QuanPreview *preview, GError **error)
{
  const GPtrArray *claims = p->records->sections[QUAN_CLAIMS];
  g_autoptr (GPtrArray) vouchers = g_ptr_array_new ();

  for (guint i = 0; i < claims->len; i++)
    if (is_served (p, g_ptr_array_index (claims, i)))
      g_ptr_array_add (vouchers, g_ptr_array_index (claims, i));
  g_ptr_array_sort (vouchers, compare_vouchers);
  for (guint i = 0; i < vouchers->len; i++) {
    const QuanClaim *claim = g_ptr_array_index (vouchers, i);
    QuanPreviewItem item = {
      .claim = claim, .contract = g_hash_table_lookup (p->contracts, claim->contract), .invoices = g_ptr_array_new ()
    };
    gboolean served = serve (p, &item, preview, error);

    if (!served || (item.warnings == 0 && item.amount == 0))
      g_ptr_array_unref (item.invoices);
    else
      g_array_append_val (preview->items, item);
    if (!served)
      return FALSE;
  }
  return TRUE;
}

static gboolean
find_room (Preview *p, QuanPreview *preview, GError **error)
{
  g_autoptr (GArray) years = quan_years_new ();
  const GPtrArray *claims = p->records->sections[QUAN_CLAIMS], *redemptions = p->records->sections[QUAN_REDEMPTIONS];

  if (!quan_years_add_openings (years, p->enterprise, error))
    return FALSE;
  for (guint i = 0; i < claims->len; i++) {
    const QuanClaim *claim = g_ptr_array_index (claims, i);

    if (ours (p, claim->enterprise) && !quan_years_add_claim (years, claim, p->view->as_of, error))
      return FALSE;
  }
  for (guint i = 0; i < redemptions->len; i++) {
    const QuanRedemption *redemption = g_ptr_array_index (redemptions, i);

    if (ours (p, redemption->enterprise) && !quan_years_add_redemption (years, redemption, p->view->as_of, error))
      return FALSE;
  }
  preview->room = quan_quota_room (p->view, QUAN_LEDGER_REDEMPTIONS, quan_years_get (years, p->round->year));
  p->room = preview->room == QUAN_FEN_NONE ? 0 : preview->room;
  return TRUE;
}

static gboolean
compute (Preview *p, QuanPreview *preview, GError **error)
{
  g_autoptr (QuanRoundInvoices) invoices = quan_round_invoices_new (p->view, p->enterprise, p->records, p->round);
  g_autoptr (GHashTable) contracts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) redeemed = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  p->invoices = invoices;
  p->contracts = contracts;
  p->redeemed = redeemed;
  index_contracts (p);
  if (!invoices || !add_redemptions (p))
    return overflow (error);
  return find_room (p, preview, error) && serve_vouchers (p, preview, error);
}

static void
item_clear (gpointer item)
{
  g_clear_pointer (&((QuanPreviewItem *) item)->invoices, g_ptr_array_unref);
}

static QuanRoundState
round_state (const QuanRound *round, QuanDate as_of)
{
  return !round ? QUAN_ROUND_NONE : as_of < round->from ? QUAN_ROUND_FUTURE : as_of > round->until ? QUAN_ROUND_CLOSED : QUAN_ROUND_OPEN;
}

/* The first round of a later year than a round's, NULL if the pack has none. */
static const QuanRound *
next_year (const QuanPack *pack, const QuanRound *round)
{
  for (guint i = 0; i < pack->rounds->len; i++) {
    const QuanRound *later = &g_array_index (pack->rounds, QuanRound, i);

    if (later->year > round->year)
      return later;
  }
  return NULL;
}

QuanPreview *
quan_preview (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records, const char *label, GError **error)
{
  g_autoptr (QuanPreview) preview = g_new0 (QuanPreview, 1);
  Preview p = { .view = view, .enterprise = enterprise, .records = records, .round = quan_pack_round (view->pack, label) };

  preview->round = g_strdup (label);
  preview->window = p.round;
  preview->room = QUAN_FEN_NONE;
  preview->moves_to = p.round ? next_year (view->pack, p.round) : NULL;
  preview->state = round_state (p.round, view->as_of);
  preview->items = g_array_new (FALSE, TRUE, sizeof (QuanPreviewItem));
  g_array_set_clear_func (preview->items, item_clear);
  if (p.round && !compute (&p, preview, error))
    return NULL;
  return g_steal_pointer (&preview);
}

void
quan_preview_free (QuanPreview *preview)
{
  if (!preview)
    return;
  g_free (preview->round);
  g_array_unref (preview->items);
  g_free (preview);
}

int
quan_preview_findings (const QuanView *view, const QuanPreviewItem *item, QuanFinding *findings)
{
  QuanEvaluation evaluation = {
    .view = view, .stage = QUAN_STAGE_REDEMPTION, .voucher = item->claim->voucher,
    .invoices = item->counted, .deliveries = item->delivered,
  };
  int n = 0;

  for (guint i = 0; i < view->pack->rules->len; i++) {
    const QuanRule *rule = &g_array_index (view->pack->rules, QuanRule, i);

    if (rule->stage == QUAN_STAGE_REDEMPTION)
      quan_rule_evaluate (&evaluation, rule, &findings[n++]);
  }
  return n;
}
