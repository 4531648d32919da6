#include "core/engine/redemption.h"

#include "core/engine/evaluation.h"
#include "core/engine/round-invoices.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"

/* One preview in progress. */
typedef struct {
  const QuanView          *view;
  const QuanEnterprise    *enterprise;
  const QuanWorkspace     *records;
  const QuanRound         *round;
  const QuanRoundSums     *sums;
  const QuanRoundInvoices *invoices;   /* NULL where only their sums are known */
  GHashTable              *contracts;  /* number → QuanContract */
  GHashTable              *taken;      /* numbers of the contracts whose invoices a voucher has taken */
  QuanFen                  room;       /* left of the year's cap; below zero where it is exceeded */
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

/* The invoices by name. */
static void
list_invoices (const Preview *p, QuanPreviewItem *item)
{
  const GPtrArray *list = quan_round_invoices_of (p->invoices, item->contract->number);

  for (guint i = 0; list && i < list->len; i++) {
    const QuanRoundInvoice *entry = g_ptr_array_index (list, i);

    if (entry->place == QUAN_PLACE_NOW)
      g_ptr_array_add (item->invoices, (gpointer) entry->invoice);
  }
}

static gboolean
add_counted (const Preview *p, QuanPreviewItem *item, const QuanInvoiceSum *sum)
{
  gboolean net = quan_readings_code (&p->view->readings, p->view->pack, QUAN_SWITCH_TAX) == QUAN_TAX_NET;

  if (sum->incomplete)
    item->warnings |= net ? QUAN_WARN_NET_MISSING : QUAN_WARN_AMOUNT_MISSING;
  item->counted += sum->invoices;
  item->delivered += sum->delivered;
  return quan_money_add (item->eligible, sum->amount, &item->eligible);
}

/* What a voucher's contract has in other rounds than this one. */
typedef struct {
  QuanFen later, no_round;
} Elsewhere;

/* Adds the invoices of the voucher's contract: those redeemed by it, and the others, which serve one voucher only,
 * should the contract have several. */
static gboolean
add_invoices (Preview *p, QuanPreviewItem *item, Elsewhere *elsewhere)
{
  const QuanContractSums *sums = g_hash_table_lookup (p->sums->contracts, item->contract->number);
  const QuanInvoiceSum *redeemed = sums ? quan_contract_sums_find (sums, item->claim->voucher) : NULL;

  if (redeemed && !add_counted (p, item, redeemed))
    return FALSE;
  if (sums && sums->unproven)
    item->warnings |= QUAN_WARN_DELIVERY_MISSING;
  if (!sums || !g_hash_table_add (p->taken, item->contract->number))
    return TRUE;
  if (sums->outside)
    item->warnings |= QUAN_WARN_DELIVERY_OUTSIDE_WINDOW;
  item->n_new = sums->now.invoices;
  *elsewhere = (Elsewhere) { sums->later, sums->no_round };
  if (p->invoices)
    list_invoices (p, item);
  return add_counted (p, item, &sums->now);
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
  if (now.state != QUAN_BASE_KNOWN || approved == QUAN_FEN_NONE || !quan_claim_ratio (p->view, p->enterprise, item->contract, item->claim, &ratio)) {
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
  if (!quan_claim_ratio (p->view, p->enterprise, item->contract, item->claim, &ratio) || !quan_mul_div_floor (counted, ratio.value, ratio.divisor, entitled))
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

/* What the invoices that no round takes any more would bring on top of all the others (A11); nothing once the voucher
 * has expired. */
static gboolean
find_no_round (const Preview *p, QuanPreviewItem *item, const Elsewhere *elsewhere)
{
  QuanFen in_rounds, all, reached, whole;

  item->no_round = 0;
  return elsewhere->no_round == 0 || expired (p, item->claim) ||
         (quan_money_add (item->eligible, elsewhere->later, &in_rounds) &&
          quan_money_add (in_rounds, elsewhere->no_round, &all) && find_entitled (p, item, in_rounds, &reached) && find_entitled (p, item, all, &whole) &&
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
  const QuanFen *redeemed = g_hash_table_lookup (p->sums->redeemed, item->claim->voucher);
  Elsewhere elsewhere = { 0 };

  item->base = item->value = item->entitled = item->amount = item->blocked = item->no_round = QUAN_FEN_NONE;
  item->redeemed = redeemed ? *redeemed : 0;
  if (!add_invoices (p, item, &elsewhere))
    return overflow (error);
  if (!find_value (p, item, error))
    return FALSE;
  if (item->base == QUAN_FEN_NONE)
    return TRUE;
  if (item->eligible > item->base)
    item->warnings |= QUAN_WARN_INVOICE_EXCEEDS_BASE;
  if (!find_entitled (p, item, item->eligible, &item->entitled) || !find_no_round (p, item, &elsewhere) ||
      !allot (p, item) || !add_up (preview, item))
    return overflow (error);
  return TRUE;
}

static gboolean
is_served (const Preview *p, const QuanClaim *claim)
{
  const QuanContract *contract = g_hash_table_lookup (p->contracts, claim->contract);

  return ours (p, claim->enterprise) && contract && quan_is_voucher (p->view, claim) &&
         quan_round_serves (p->round, contract);
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
      .claim = claim, .contract = g_hash_table_lookup (p->contracts, claim->contract),
      .invoices = p->invoices ? g_ptr_array_new () : NULL,
    };
    gboolean served = serve (p, &item, preview, error);

    if (!served || (item.warnings == 0 && item.amount == 0))
      g_clear_pointer (&item.invoices, g_ptr_array_unref);
    else
      g_array_append_val (preview->items, item);
    if (!served)
      return FALSE;
  }
  return TRUE;
}

/* The year of the round, as the records add up. */
static gboolean
add_up_years (const Preview *p, QuanYears *years, GError **error)
{
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
  return TRUE;
}

/* The arithmetic of a round, from sums and ledgers wherever they come from. */
static gboolean
compute (Preview *p, const QuanYear *year, QuanPreview *preview, GError **error)
{
  g_autoptr (GHashTable) contracts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  p->contracts = contracts;
  p->taken = taken;
  index_contracts (p);
  preview->room = quan_quota_room (p->view, QUAN_LEDGER_REDEMPTIONS, year);
  p->room = preview->room == QUAN_FEN_NONE ? 0 : preview->room;
  return serve_vouchers (p, preview, error);
}

static gboolean
compute_from_records (Preview *p, QuanPreview *preview, GError **error)
{
  g_autoptr (QuanRoundInvoices) invoices = quan_round_invoices_new (p->view, p->enterprise, p->records, p->round);
  g_autoptr (QuanRoundSums) sums = quan_round_sums_new ();
  g_autoptr (GArray) years = quan_years_new ();

  p->invoices = invoices;
  p->sums = sums;
  if (!invoices || !quan_round_invoices_add_up (invoices, sums))
    return overflow (error);
  return add_up_years (p, years, error) && compute (p, quan_years_get (years, p->round->year), preview, error);
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

/* A preview in which nothing is computed yet; round NULL: there is no such round. */
static QuanPreview *
preview_new (const QuanView *view, const QuanRound *round, const char *label)
{
  QuanPreview *preview = g_new0 (QuanPreview, 1);

  preview->round = g_strdup (label);
  preview->window = round;
  preview->state = round_state (round, view->as_of);
  preview->room = QUAN_FEN_NONE;
  preview->moves_to = round ? next_year (view->pack, round) : NULL;
  preview->items = g_array_new (FALSE, TRUE, sizeof (QuanPreviewItem));
  g_array_set_clear_func (preview->items, item_clear);
  return preview;
}

QuanPreview *
quan_preview (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records, const char *label, GError **error)
{
  Preview p = { .view = view, .enterprise = enterprise, .records = records, .round = quan_pack_round (view->pack, label) };
  g_autoptr (QuanPreview) preview = preview_new (view, p.round, label);

  return !p.round || compute_from_records (&p, preview, error) ? g_steal_pointer (&preview) : NULL;
}

QuanPreview *
quan_preview_from_sums (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records,
                        const QuanRoundSums *sums, const QuanYear *year, const QuanRound *round, GError **error)
{
  Preview p = { .view = view, .enterprise = enterprise, .records = records, .round = round, .sums = sums };
  g_autoptr (QuanPreview) preview = preview_new (view, round, round->label);

  return compute (&p, year, preview, error) ? g_steal_pointer (&preview) : NULL;
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
