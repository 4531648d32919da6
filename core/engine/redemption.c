#include "core/engine/redemption.h"

#include "core/engine/evaluation.h"
#include "core/engine/round-invoices.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"

static const QuanTerm round_states[] = {
  { "none", "no such round", "无此批次" },
  { "future", "not open yet", "尚未开始" },
  { "open", "open", "受理中" },
  { "closed", "closed", "已截止" },
};

static const QuanTerm warnings[QUAN_N_WARNINGS] = {
  { "amount-missing", "an invoice line has no amount and is not counted", "有发票行缺金额，未计入" },
  { "base-undetermined", "the base cannot be determined, so nothing can be computed", "核定基数不能确定，无法计算" },
  { "cap-reached", "the year's cap holds part of it back", "受当年兑付上限限制，部分金额留待以后" },
  { "delivery-missing", "an invoice names no delivery proof and is not counted", "有发票缺交付凭证，未计入" },
  { "delivery-outside-window", "a delivery is not wholly inside the contract's term and the window", "有交付期不完全在合同期与计入窗口之内" },
  { "invoice-exceeds-base", "the invoices exceed the base; the excess is not counted", "开票合计超过核定基数，超出部分不计" },
  { "negative-amount", "more was redeemed than is due: to return or offset", "已兑付多于应兑付，需退回或抵扣" },
  { "net-missing", "an invoice line has no net amount and is not counted", "有发票行缺不含税金额，未计入" },
  { "voucher-expired", "the voucher has expired; nothing more is paid on it", "算力券已过有效期，不再兑付" },
};

const char *
quan_round_state_id (QuanRoundState state)
{
  return round_states[state].id;
}

const char *
quan_round_state_name (QuanRoundState state, QuanLanguage language)
{
  return quan_term_name (&round_states[state], language);
}

const char *
quan_warning_id (int i)
{
  return warnings[i].id;
}

const char *
quan_warning_text (int i, QuanLanguage language)
{
  return quan_term_name (&warnings[i], language);
}

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

/* Takes the contract's invoices into the item: the new ones by name, redeemed and new ones into the eligible sum. An invoice
 * serves one voucher only, should a contract have several. */
static gboolean
collect_invoices (Preview *p, QuanPreviewItem *item)
{
  gboolean net = quan_readings_code (&p->view->readings, p->view->pack, QUAN_SWITCH_TAX) == QUAN_TAX_NET;
  const GPtrArray *list = quan_round_invoices_of (p->invoices, item->contract->number);

  for (guint i = 0; list && i < list->len; i++) {
    QuanRoundInvoice *entry = g_ptr_array_index (list, i);

    if (entry->voucher && !g_str_equal (entry->voucher, item->claim->voucher))
      continue;
    if (entry->state == QUAN_INVOICE_UNPROVEN)
      item->warnings |= QUAN_WARN_DELIVERY_MISSING;
    if (entry->state < QUAN_INVOICE_NEW)
      continue;
    entry->voucher = item->claim->voucher;
    if (!quan_money_add (item->eligible, entry->eligible, &item->eligible))
      return FALSE;
    if (entry->amount_missing)
      item->warnings |= net ? QUAN_WARN_NET_MISSING : QUAN_WARN_AMOUNT_MISSING;
    item->counted++;
    item->delivered += entry->delivery != NULL;
    if (entry->state != QUAN_INVOICE_NEW)
      continue;
    g_ptr_array_add (item->invoices, (gpointer) entry->invoice);
    if (entry->delivery && !delivered_inside (p, item->contract, entry->delivery))
      item->warnings |= QUAN_WARN_DELIVERY_OUTSIDE_WINDOW;
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

/* Cumulative entitlement (A8), so that the last invoice gets the rounding tail. */
static gboolean
find_entitled (const Preview *p, QuanPreviewItem *item)
{
  QuanFen counted = MIN (item->eligible, item->base);
  QuanDatedValue ratio;

  if (quan_readings_code (&p->view->readings, p->view->pack, QUAN_SWITCH_REDEMPTION_SHARE) == QUAN_SHARE_ISSUED_OVER_BASE) {
    item->entitled = 0;
    return item->base == 0 || quan_mul_div_floor (item->value, counted, item->base, &item->entitled);
  }
  if (!ratio_of (p, item, &ratio) || !quan_mul_div_floor (counted, ratio.value, ratio.divisor, &item->entitled))
    return FALSE;
  item->entitled = MIN (item->value, item->entitled);
  return TRUE;
}

/* A voucher of a pack with validity is good until the day before so many months after its issue. */
static gboolean
expired (const Preview *p, const QuanClaim *claim)
{
  const QuanParameter *months = p->view->pack->voucher_months;

  return months && claim->issued != QUAN_DATE_NONE &&
         p->view->as_of >= quan_date_add_months (claim->issued, (int) quan_parameter_value (months, claim->issued)->value);
}

/* Allots what is due out of what the year's cap leaves; a negative amount gives room back to the vouchers after it. */
static gboolean
allot (Preview *p, QuanPreviewItem *item, QuanPreview *preview)
{
  QuanFen due;

  if (!quan_money_add (item->entitled, -item->redeemed, &due))
    return FALSE;
  item->amount = due;
  if (due > 0 && expired (p, item->claim)) {
    item->warnings |= QUAN_WARN_VOUCHER_EXPIRED;
    due = item->amount = 0;
  }
  if (due > 0 && due > p->room) {
    item->warnings |= QUAN_WARN_CAP_REACHED;
    item->amount = MAX (0, p->room);
  }
  if (item->amount < 0)
    item->warnings |= QUAN_WARN_NEGATIVE_AMOUNT;
  return quan_money_add (p->room, -item->amount, &p->room) && quan_money_add (preview->total, item->amount, &preview->total) &&
         quan_money_add (preview->blocked, due - item->amount, &preview->blocked);
}

static gboolean
serve (Preview *p, QuanPreviewItem *item, QuanPreview *preview, GError **error)
{
  const QuanFen *redeemed = g_hash_table_lookup (p->redeemed, item->claim->voucher);

  item->base = item->value = item->entitled = item->amount = QUAN_FEN_NONE;
  item->redeemed = redeemed ? *redeemed : 0;
  if (!collect_invoices (p, item))
    return overflow (error);
  if (!find_value (p, item, error))
    return FALSE;
  if (item->base == QUAN_FEN_NONE)
    return TRUE;
  if (item->eligible > item->base)
    item->warnings |= QUAN_WARN_INVOICE_EXCEEDS_BASE;
  if (!find_entitled (p, item) || !allot (p, item, preview))
    return overflow (error);
  return TRUE;
}

/* Served: a voucher issued by the as-of date, of this pack, whose contract was signed in time for the round. */
static gboolean
is_served (const Preview *p, const QuanClaim *claim)
{
  const QuanContract *contract = g_hash_table_lookup (p->contracts, claim->contract);

  return ours (p, claim->enterprise) && contract && quan_claim_standing (claim, p->view->as_of) == QUAN_STANDING_SETTLED &&
         (!claim->policy || g_str_equal (claim->policy, p->view->pack->id)) &&
         (p->round->signed_until == QUAN_DATE_NONE || contract->signed_on == QUAN_DATE_NONE ||
          contract->signed_on <= p->round->signed_until);
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
find_room (Preview *p, GError **error)
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
  p->room = quan_quota_room (p->view, QUAN_LEDGER_REDEMPTIONS, quan_years_get (years, p->round->year));
  if (p->room == QUAN_FEN_NONE)
    p->room = 0;
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
  return find_room (p, error) && serve_vouchers (p, preview, error);
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

QuanPreview *
quan_preview (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records, const char *label, GError **error)
{
  g_autoptr (QuanPreview) preview = g_new0 (QuanPreview, 1);
  Preview p = { .view = view, .enterprise = enterprise, .records = records, .round = quan_pack_round (view->pack, label) };

  preview->round = g_strdup (label);
  preview->window = p.round;
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
