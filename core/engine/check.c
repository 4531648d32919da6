#include "core/engine/check.h"

#include "core/engine/evaluation.h"

/* The rule kinds whose verdict can depend on each switch; the others are not evaluated again under another option. */
static const guint dependents[QUAN_N_SWITCHES] = {
  [QUAN_SWITCH_PRORATION] = 1u << QUAN_RULE_ITEMISED | 1u << QUAN_RULE_AMOUNT_MIN,
  [QUAN_SWITCH_TAX] = 1u << QUAN_RULE_ITEMISED | 1u << QUAN_RULE_AMOUNT_MIN,
  [QUAN_SWITCH_WINDOW_START] = 1u << QUAN_RULE_STARTS_IN_WINDOW | 1u << QUAN_RULE_AMOUNT_MIN,
  [QUAN_SWITCH_CAPS] = 1u << QUAN_RULE_QUOTA_LEFT,
};

static gboolean
depends_on_any (QuanRuleKindId kind)
{
  for (int which = 0; which < QUAN_N_SWITCHES; which++)
    if (dependents[which] >> kind & 1)
      return TRUE;
  return FALSE;
}

QuanCheck *
quan_check_new (const QuanPack *pack)
{
  QuanCheck *check = g_new0 (QuanCheck, 1);

  check->n_findings = pack->rules->len;
  check->findings = g_new0 (QuanFinding, check->n_findings);
  check->movable = g_new0 (int, check->n_findings);
  for (int i = 0; i < check->n_findings; i++)
    if (depends_on_any (g_array_index (pack->rules, QuanRule, i).kind->id))
      check->movable[check->n_movable++] = i;
  return check;
}

void
quan_check_free (QuanCheck *check)
{
  if (!check)
    return;
  g_free (check->findings);
  g_free (check->movable);
  g_free (check);
}

/* The claim whose requested amount caps what can be claimed: the judged one, else the contract's draft. */
static const QuanClaim *
claim_in_hand (const QuanCase *subject)
{
  if (subject->judged)
    return subject->judged;
  for (guint i = 0; subject->claims && i < subject->claims->len; i++) {
    const QuanClaim *claim = g_ptr_array_index (subject->claims, i);

    if (claim->state == QUAN_CLAIM_DRAFT)
      return claim;
  }
  return NULL;
}

/* Takes the judged claim out of the ledger it stands in: a claim never counts against itself. */
static void
leave_out (QuanYear *year, const QuanClaim *judged, QuanDate as_of)
{
  QuanStanding standing = quan_claim_standing (judged, as_of);
  QuanFen weight = quan_claim_weight (judged, standing);

  if (weight == QUAN_FEN_NONE || quan_claim_year (judged, as_of) != year->year)
    return;
  if (standing == QUAN_STANDING_SETTLED)
    year->claims.settled -= weight;
  else if (standing == QUAN_STANDING_SUBMITTED)
    year->claims.submitted -= weight;
}

static void
read_quota (QuanAward *award, const QuanView *view, const QuanCase *subject)
{
  QuanYear year = *subject->year;

  if (subject->judged)
    leave_out (&year, subject->judged, view->as_of);
  award->year = year.year;
  award->cap = quan_quota_cap (view, QUAN_LEDGER_CLAIMS, year.year);
  award->ledger = year.claims;
  award->used = quan_quota_used (view, QUAN_LEDGER_CLAIMS, &year);
  award->remaining = quan_quota_remaining (view, QUAN_LEDGER_CLAIMS, &year);
}

/* Everything of the award that does not depend on the verdict: base, ceiling and what is left of the year. */
static gboolean
prepare_award (QuanAward *award, const QuanView *view, const QuanCase *subject, GError **error)
{
  const QuanClaim *claim = claim_in_hand (subject);

  if (!quan_base (view, subject->contract, QUAN_DATE_NONE, &award->base, error))
    return FALSE;
  award->ratio_known = quan_support_ratio (view->pack, subject->enterprise, subject->contract, view->as_of, &award->ratio);
  award->ceiling = QUAN_FEN_NONE;
  if (award->base.state == QUAN_BASE_KNOWN && award->ratio_known &&
      !quan_mul_div_floor (award->base.base, award->ratio.value, award->ratio.divisor, &award->ceiling))
    award->ceiling = QUAN_FEN_NONE;
  read_quota (award, view, subject);
  award->requested = claim ? claim->requested : QUAN_FEN_NONE;
  award->claimable = award->forfeited = award->delivered = award->redeemable = award->at_risk = QUAN_FEN_NONE;
  return TRUE;
}

/* What can be claimed as if every rule passed; absent where the base is undetermined or a figure unknown. */
static QuanFen
claimable_if_passed (const QuanAward *award)
{
  QuanFen claimable;

  if (award->ceiling == QUAN_FEN_NONE || award->remaining == QUAN_FEN_NONE)
    return QUAN_FEN_NONE;
  claimable = MIN (award->ceiling, award->remaining);
  return award->requested == QUAN_FEN_NONE ? claimable : MIN (claimable, award->requested);
}

/* Whether every failing rule is about the quota: then the ceiling is lost for want of room, not of a right to it. */
static gboolean
only_quota_fails (const QuanCheck *check)
{
  for (int i = 0; i < check->n_findings; i++)
    if (check->findings[i].verdict == QUAN_VERDICT_FAIL && check->findings[i].rule->kind->id != QUAN_RULE_QUOTA_LEFT)
      return FALSE;
  return TRUE;
}

/* Reading A11: what is delivered after the last round's last filing day has no round. */
static gboolean
find_at_risk (QuanAward *award, const QuanView *view, const QuanContract *contract, GError **error)
{
  const QuanRound *last = quan_pack_last_round (view->pack);
  QuanBase delivered;

  if (!last || award->claimable == QUAN_FEN_NONE)
    return TRUE;
  if (!quan_base (view, contract, last->until, &delivered, error))
    return FALSE;
  award->delivered = view->as_of > last->until ? 0 : delivered.base;
  award->redeemable = 0;
  if (award->base.base > 0 && award->delivered != QUAN_FEN_NONE &&
      !quan_mul_div_floor (award->claimable, award->delivered, award->base.base, &award->redeemable))
    award->redeemable = 0;
  award->at_risk = award->base.base > 0 ? award->claimable - award->redeemable : 0;
  return TRUE;
}

static gboolean
finish_award (QuanCheck *check, const QuanView *view, const QuanCase *subject, GError **error)
{
  QuanAward *award = &check->award;
  gboolean fails = check->verdict == QUAN_VERDICT_FAIL;

  if (award->base.state != QUAN_BASE_KNOWN)
    return TRUE;
  award->claimable = fails ? 0 : claimable_if_passed (award);
  if (fails && !only_quota_fails (check))
    award->forfeited = 0;
  else if (award->claimable != QUAN_FEN_NONE && award->ceiling != QUAN_FEN_NONE)
    award->forfeited = award->ceiling - award->claimable;
  return find_at_risk (award, view, subject->contract, error);
}

static QuanVerdict
aggregate (const int counts[QUAN_N_VERDICTS])
{
  return counts[QUAN_VERDICT_FAIL] ? QUAN_VERDICT_FAIL
         : counts[QUAN_VERDICT_UNKNOWN] ? QUAN_VERDICT_UNKNOWN
         : counts[QUAN_VERDICT_REVIEW] ? QUAN_VERDICT_REVIEW : QUAN_VERDICT_PASS;
}

static int
count_live_claims (const QuanCase *subject, QuanDate as_of)
{
  int n = 0;

  for (guint i = 0; subject->claims && i < subject->claims->len; i++) {
    const QuanClaim *claim = g_ptr_array_index (subject->claims, i);

    n += claim != subject->judged && quan_claim_standing (claim, as_of) >= QUAN_STANDING_SUBMITTED;
  }
  return n;
}

/* Notes in each finding whether it would come out otherwise under this other option of a switch. */
static gboolean
compare_under (QuanCheck *check, const QuanEvaluation *chosen, QuanSwitch which, int option, GError **error)
{
  QuanView view = *chosen->view;
  QuanEvaluation evaluation = *chosen;
  QuanAward award = check->award;

  view.readings.option[which] = option;
  evaluation.view = &view;
  evaluation.award = &award;
  if (which == QUAN_SWITCH_CAPS)
    read_quota (&award, &view, chosen->subject);
  else if (!quan_base (&view, chosen->subject->contract, QUAN_DATE_NONE, &award.base, error))
    return FALSE;
  for (int i = 0; i < check->n_movable; i++) {
    QuanFinding *finding = &check->findings[check->movable[i]], other;

    if (!(dependents[which] >> finding->rule->kind->id & 1))
      continue;
    quan_rule_evaluate (&evaluation, finding->rule, &other);
    if (other.verdict != finding->verdict && finding->n_differs < QUAN_MAX_DIFFERS)
      finding->differs[finding->n_differs++] = (QuanDiffer) {
        view.pack->switches[which], quan_readings_option (&view.readings, view.pack, which), other.verdict
      };
  }
  return TRUE;
}

static gboolean
compare_readings (QuanCheck *check, const QuanEvaluation *chosen, GError **error)
{
  const QuanPack *pack = chosen->view->pack;

  for (int which = 0; which < QUAN_N_SWITCHES; which++)
    for (guint option = 0; option < pack->switches[which]->options->len; option++)
      if (dependents[which] && (int) option != chosen->view->readings.option[which] &&
          !compare_under (check, chosen, which, option, error))
        return FALSE;
  return TRUE;
}

gboolean
quan_check_run (QuanCheck *check, const QuanView *view, const QuanCase *subject, GError **error)
{
  QuanEvaluation evaluation = {
    .view = view, .subject = subject, .stage = QUAN_STAGE_CLAIM, .award = &check->award,
    .live_claims = count_live_claims (subject, view->as_of),
  };

  g_return_val_if_fail (check->n_findings == (int) view->pack->rules->len, FALSE);
  if (!prepare_award (&check->award, view, subject, error))
    return FALSE;
  for (int i = 0; i < QUAN_N_VERDICTS; i++)
    check->counts[i] = 0;
  for (int i = 0; i < check->n_findings; i++) {
    quan_rule_evaluate (&evaluation, &g_array_index (view->pack->rules, QuanRule, i), &check->findings[i]);
    check->counts[check->findings[i].verdict]++;
  }
  check->verdict = aggregate (check->counts);
  return compare_readings (check, &evaluation, error) && finish_award (check, view, subject, error);
}
