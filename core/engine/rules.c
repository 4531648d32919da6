#include <string.h>

#include "core/engine/evaluation.h"

/*
 * One short function a rule kind. Each notes the facts it reads, and returns the outcome by its position in the
 * kind's table (core/policy/rule-kinds.c); the enumerations below follow that order.
 */

static void
note (QuanFinding *finding, QuanValue value)
{
  g_assert (finding->n_facts < QUAN_MAX_FACTS);
  finding->facts[finding->n_facts++] = value;
}

static void
note_date (QuanFinding *finding, const char *id, QuanDate date)
{
  note (finding, (QuanValue) { .id = id, .kind = date == QUAN_DATE_NONE ? QUAN_VALUE_MISSING : QUAN_VALUE_DATE, .date = date });
}

static void
note_money (QuanFinding *finding, const char *id, QuanFen fen)
{
  note (finding, (QuanValue) { .id = id, .kind = fen == QUAN_FEN_NONE ? QUAN_VALUE_MISSING : QUAN_VALUE_MONEY, .fen = fen });
}

static void
note_number (QuanFinding *finding, const char *id, int number)
{
  note (finding, (QuanValue) { .id = id, .kind = QUAN_VALUE_NUMBER, .number = number });
}

static void
note_text (QuanFinding *finding, const char *id, const char *text)
{
  note (finding, (QuanValue) { .id = id, .kind = text ? QUAN_VALUE_TEXT : QUAN_VALUE_MISSING, .text = text });
}

static void
note_list (QuanFinding *finding, const char *id, QuanValueKind kind, const GPtrArray *list)
{
  note (finding, (QuanValue) { .id = id, .kind = list ? kind : QUAN_VALUE_MISSING, .list = list });
}

static void
set_margin (QuanFinding *finding, QuanMarginKind kind, gint64 margin)
{
  finding->margin_kind = kind;
  finding->margin = margin;
}

static gint64
parameter (const QuanEvaluation *e, const QuanParameter *which)
{
  return quan_parameter_value (which, e->view->as_of)->value;
}

enum { DECLARED_AS_EXPECTED, DECLARED_CONTRARY, DECLARED_MISSING };

static int
declaration (const QuanEvaluation *e, const QuanRule *rule, QuanFinding *finding)
{
  QuanValue value = quan_fact_value (&rule->fact, e->subject);

  note (finding, value);
  if (value.kind == QUAN_VALUE_MISSING)
    return DECLARED_MISSING;
  return (value.number != 0) == rule->expected ? DECLARED_AS_EXPECTED : DECLARED_CONTRARY;
}

enum { LISTED, OPEN, EXCLUDED, LIST_MISSING, LIST_UNCLEAR };

static int
otherwise (const QuanRule *rule)
{
  return rule->otherwise == QUAN_VERDICT_PASS ? LISTED : rule->otherwise == QUAN_VERDICT_REVIEW ? OPEN : EXCLUDED;
}

static int
membership (const QuanEvaluation *e, const QuanRule *rule, QuanFinding *finding)
{
  QuanValue value = quan_fact_value (&rule->fact, e->subject);
  const char *word = value.kind == QUAN_VALUE_TERM ? value.term->id : value.text;

  note (finding, value);
  if (value.kind == QUAN_VALUE_MISSING)
    return LIST_MISSING;
  if (rule->pass && g_strv_contains (rule->pass, word))
    return LISTED;
  if (rule->review && g_strv_contains (rule->review, word))
    return OPEN;
  if (rule->fail && g_strv_contains (rule->fail, word))
    return EXCLUDED;
  return otherwise (rule);
}

static gboolean
in_divisions (const char *const *ranges, char section, int division)
{
  char letter;
  int first, last;

  for (int i = 0; ranges && ranges[i]; i++)
    if (quan_division_range (ranges[i], &letter, &first, &last) && letter == section && division >= first && division <= last)
      return TRUE;
  return FALSE;
}

/* The section letter of a code may be missing; a letter alone, or one that contradicts the division, is unclear. */
static int
code_set (const QuanEvaluation *e, const QuanRule *rule, QuanFinding *finding)
{
  QuanValue value = quan_fact_value (&rule->fact, e->subject);
  char section;
  int division;

  note (finding, value);
  if (value.kind == QUAN_VALUE_MISSING)
    return LIST_MISSING;
  if (!quan_industry_division (value.text, &section, &division))
    return LIST_UNCLEAR;
  if (in_divisions (rule->pass, section, division))
    return LISTED;
  if (in_divisions (rule->review, section, division))
    return OPEN;
  if (in_divisions (rule->fail, section, division))
    return EXCLUDED;
  return otherwise (rule);
}

enum { REGION_INSIDE, REGION_OUTSIDE, REGION_MISSING };

/* The declared region decides; a code of another district is only noted. */
static int
region (const QuanEvaluation *e, const QuanRule *rule, QuanFinding *finding)
{
  const QuanEnterprise *enterprise = e->subject->enterprise;

  note_text (finding, "enterprise.region", enterprise->region);
  note_text (finding, "enterprise.uscc", enterprise->uscc);
  if (!enterprise->region)
    return REGION_MISSING;
  finding->noted = enterprise->uscc != NULL
                   && strncmp (enterprise->uscc + 2, enterprise->region, MIN (strlen (enterprise->region), 6)) != 0;
  return g_str_has_prefix (enterprise->region, rule->region) ? REGION_INSIDE : REGION_OUTSIDE;
}

enum { ITEMISED, BUNDLED, SCHEDULE_DIFFERS, LINES_MISSING };

/* Whether every counted line has its price; a net amount the tax reading misses says nothing about itemising. */
static gboolean
prices_known (const QuanView *view, const QuanContract *contract)
{
  for (guint i = 0; contract->lines && i < contract->lines->len; i++) {
    const QuanLine *line = g_ptr_array_index (contract->lines, i);

    if (line->kind == 0 || (quan_line_counts (view, line) && line->amount == QUAN_FEN_NONE))
      return FALSE;
  }
  return contract->lines && contract->lines->len > 0;
}

static int
itemised (const QuanEvaluation *e, const QuanRule *rule, QuanFinding *finding)
{
  const QuanContract *contract = e->subject->contract;
  const QuanBase *base = &e->award->base;

  note_list (finding, "contract.lines", QUAN_VALUE_LINES, contract->lines);
  note_list (finding, "contract.schedule", QUAN_VALUE_SCHEDULE, contract->schedule);
  if (base->bundled)
    return BUNDLED;
  if (base->state == QUAN_BASE_UNDETERMINED)
    return SCHEDULE_DIFFERS;
  return prices_known (e->view, contract) ? ITEMISED : LINES_MISSING;
}

enum { RECORD_NONE, RECORD_OLDER, RECORD_BOUNDARY, RECORD_RECENT, RECORDS_MISSING };

/* Records dated after the as-of date are ignored. */
static QuanDate
latest_record (const GArray *records, QuanDate as_of)
{
  QuanDate latest = QUAN_DATE_NONE;

  for (guint i = 0; i < records->len; i++) {
    QuanDate date = g_array_index (records, QuanDate, i);

    if (date <= as_of)
      latest = MAX (latest, date);
  }
  return latest;
}

static int
look_back (const QuanEvaluation *e, const QuanRule *rule, QuanFinding *finding)
{
  const GArray *records = e->subject->enterprise->dishonesty_records;
  QuanDate from = quan_date_add_years (e->view->as_of, -(int) parameter (e, rule->limit));
  QuanDate latest;

  note (finding, (QuanValue) { .id = "enterprise.dishonesty_records", .kind = records ? QUAN_VALUE_DATES : QUAN_VALUE_MISSING, .dates = records });
  note_date (finding, "as-of", e->view->as_of);
  note_date (finding, "look-back.from", from);
  if (!records)
    return RECORDS_MISSING;
  latest = latest_record (records, e->view->as_of);
  if (latest == QUAN_DATE_NONE)
    return RECORD_NONE;
  set_margin (finding, QUAN_MARGIN_DAYS, from - latest);
  return latest > from ? RECORD_RECENT : latest == from ? RECORD_BOUNDARY : RECORD_OLDER;
}

enum { FUNDING_NONE, FUNDING_ALLOWED, FUNDING_OTHER_CONTRACT, FUNDING_SAME_CONTRACT, FUNDING_UNCLEAR, FUNDING_MISSING };

static int
funding_outcome (const QuanSubsidy *subsidy, int forbidden_level)
{
  if (subsidy->level == 0)
    return FUNDING_UNCLEAR;
  if (subsidy->level != forbidden_level)
    return FUNDING_ALLOWED;
  return subsidy->scope == QUAN_SCOPE_SAME_CONTRACT ? FUNDING_SAME_CONTRACT
         : subsidy->scope == QUAN_SCOPE_OTHER_CONTRACT ? FUNDING_OTHER_CONTRACT : FUNDING_UNCLEAR;
}

/* Several subsidies: the worst, in the order of the aggregate verdict. */
static int
funding_absent (const QuanEvaluation *e, const QuanRule *rule, QuanFinding *finding)
{
  static const int badness[] = { 0, 1, 2, 4, 3 };
  const GPtrArray *subsidies = e->subject->contract->other_subsidies;
  int worst = FUNDING_NONE;

  note_list (finding, "contract.other_subsidies", QUAN_VALUE_SUBSIDIES, subsidies);
  if (!subsidies)
    return FUNDING_MISSING;
  for (guint i = 0; i < subsidies->len; i++) {
    int outcome = funding_outcome (g_ptr_array_index (subsidies, i), rule->level);

    if (badness[outcome] > badness[worst])
      worst = outcome;
  }
  return worst;
}

enum { DATE_INSIDE, DATE_BEFORE, DATE_AFTER, DATE_MISSING };

static int
date_window (const QuanEvaluation *e, const QuanRule *rule, QuanFinding *finding)
{
  QuanValue value = quan_fact_value (&rule->fact, e->subject);
  QuanDate from = (QuanDate) parameter (e, rule->from), until = (QuanDate) parameter (e, rule->until);

  note (finding, value);
  if (value.kind == QUAN_VALUE_MISSING)
    return DATE_MISSING;
  set_margin (finding, QUAN_MARGIN_DAYS, MIN (value.date - from, until - value.date));
  return value.date < from ? DATE_BEFORE : value.date > until ? DATE_AFTER : DATE_INSIDE;
}

enum { ORDER_RIGHT, ORDER_REVERSED, ORDER_MISSING };

static int
date_order (const QuanEvaluation *e, const QuanRule *rule, QuanFinding *finding)
{
  QuanValue value = quan_fact_value (&rule->fact, e->subject);

  note (finding, value);
  note_date (finding, "as-of", e->view->as_of);
  if (value.kind == QUAN_VALUE_MISSING)
    return ORDER_MISSING;
  set_margin (finding, QUAN_MARGIN_DAYS, e->view->as_of - value.date);
  return e->view->as_of >= value.date ? ORDER_RIGHT : ORDER_REVERSED;
}

enum { TERM_WITHIN, TERM_AT_LIMIT, TERM_BEYOND, TERM_MISSING };

/* Reading A4: the end against the start plus calendar years, never against a number of days. */
static int
term_max (const QuanEvaluation *e, const QuanRule *rule, QuanFinding *finding)
{
  const QuanContract *contract = e->subject->contract;
  QuanDate limit = contract->starts == QUAN_DATE_NONE ? QUAN_DATE_NONE
                                                      : quan_date_add_years (contract->starts, (int) parameter (e, rule->limit));

  note_date (finding, "contract.starts", contract->starts);
  note_date (finding, "contract.ends", contract->ends);
  note_date (finding, "term.limit", limit);
  if (limit == QUAN_DATE_NONE || contract->ends == QUAN_DATE_NONE)
    return TERM_MISSING;
  set_margin (finding, QUAN_MARGIN_DAYS, limit - 1 - contract->ends);
  return contract->ends < limit ? TERM_WITHIN : contract->ends == limit ? TERM_AT_LIMIT : TERM_BEYOND;
}

enum { START_INSIDE, START_BEFORE, START_MISSING, START_NONE };

/* Clause 六（一）, reading A2: the days before the window are excluded and reviewed. */
static int
starts_in_window (const QuanEvaluation *e, const QuanRule *rule, QuanFinding *finding)
{
  const QuanContract *contract = e->subject->contract;
  QuanDate window = quan_readings_code (&e->view->readings, e->view->pack, QUAN_SWITCH_WINDOW_START);
  QuanDate first = QUAN_DATE_NONE;
  gboolean missing = !contract->lines || contract->lines->len == 0;

  for (guint i = 0; !missing && i < contract->lines->len; i++) {
    const QuanLine *line = g_ptr_array_index (contract->lines, i);
    QuanDate starts = line->starts != QUAN_DATE_NONE ? line->starts : contract->starts;

    if (line->kind != 0 && !quan_line_counts (e->view, line))
      continue;
    missing = starts == QUAN_DATE_NONE;
    first = first == QUAN_DATE_NONE ? starts : MIN (first, starts);
  }
  note_date (finding, "contract.first_start", missing ? QUAN_DATE_NONE : first);
  note_date (finding, "window.start", window);
  if (missing)
    return START_MISSING;
  if (first == QUAN_DATE_NONE)
    return START_NONE;
  set_margin (finding, QUAN_MARGIN_DAYS, first - window);
  return first < window ? START_BEFORE : START_INSIDE;
}

enum { COUNT_WITHIN, COUNT_REACHED };

static int
count_max (const QuanEvaluation *e, const QuanRule *rule, QuanFinding *finding)
{
  gint64 limit = parameter (e, rule->limit);

  note_number (finding, "contract.live_claims", e->live_claims);
  set_margin (finding, QUAN_MARGIN_COUNT, limit - e->live_claims);
  return e->live_claims < limit ? COUNT_WITHIN : COUNT_REACHED;
}

enum { AMOUNT_ENOUGH, AMOUNT_SHORT, AMOUNT_UNDETERMINED, AMOUNT_MISSING };

static QuanFen
contract_total (const QuanContract *contract)
{
  QuanFen total = 0;

  if (!contract->lines || contract->lines->len == 0)
    return QUAN_FEN_NONE;
  for (guint i = 0; i < contract->lines->len; i++) {
    const QuanLine *line = g_ptr_array_index (contract->lines, i);

    if (line->amount == QUAN_FEN_NONE || !quan_money_add (total, line->amount, &total))
      return QUAN_FEN_NONE;
  }
  return total;
}

static int
amount_min (const QuanEvaluation *e, const QuanRule *rule, QuanFinding *finding)
{
  const QuanBase *base = &e->award->base;
  QuanFen amount = rule->amount == QUAN_AMOUNT_BASE ? base->base
                   : rule->amount == QUAN_AMOUNT_COMPUTE ? base->compute : contract_total (e->subject->contract);
  QuanFen limit = parameter (e, rule->limit);

  note_money (finding, "award.amount", amount);
  if (rule->amount != QUAN_AMOUNT_CONTRACT && base->state == QUAN_BASE_UNDETERMINED)
    return AMOUNT_UNDETERMINED;
  if (amount == QUAN_FEN_NONE)
    return AMOUNT_MISSING;
  set_margin (finding, QUAN_MARGIN_MONEY, amount - limit);
  return amount > limit || (amount == limit && !rule->exclusive) ? AMOUNT_ENOUGH : AMOUNT_SHORT;
}

enum { QUOTA_LEFT, QUOTA_USED, QUOTA_MISSING };

static int
quota_left (const QuanEvaluation *e, const QuanRule *rule, QuanFinding *finding)
{
  const QuanAward *award = e->award;

  note_number (finding, "quota.year", award->year);
  note_money (finding, "quota.cap", award->cap);
  note_money (finding, "quota.used", award->used);
  note_money (finding, "quota.remaining", award->remaining);
  if (award->remaining == QUAN_FEN_NONE)
    return QUOTA_MISSING;
  set_margin (finding, QUAN_MARGIN_MONEY, award->remaining);
  return award->remaining > 0 ? QUOTA_LEFT : QUOTA_USED;
}

enum { FORCE_NOW, FORCE_NOT_YET, FORCE_LAPSED };

static int
in_force (const QuanEvaluation *e, const QuanRule *rule, QuanFinding *finding)
{
  const QuanPack *pack = e->view->pack;
  QuanDate as_of = e->view->as_of;

  note_date (finding, "as-of", as_of);
  note_date (finding, "policy.valid_from", pack->valid_from);
  note_date (finding, "policy.valid_until", pack->valid_until);
  set_margin (finding, QUAN_MARGIN_DAYS, MIN (as_of - pack->valid_from, pack->valid_until - as_of));
  return as_of < pack->valid_from ? FORCE_NOT_YET : as_of > pack->valid_until ? FORCE_LAPSED : FORCE_NOW;
}

enum { EVIDENCE_COMPLETE, EVIDENCE_INCOMPLETE, EVIDENCE_LATER };

static int
evidence_set (const QuanEvaluation *e, const QuanRule *rule, QuanFinding *finding)
{
  if (e->stage != QUAN_STAGE_REDEMPTION)
    return EVIDENCE_LATER;
  note_text (finding, "redemption.voucher", e->voucher);
  note_number (finding, "redemption.invoices", e->invoices);
  note_number (finding, "redemption.deliveries", e->deliveries);
  return e->voucher && e->invoices > 0 && e->deliveries > 0 ? EVIDENCE_COMPLETE : EVIDENCE_INCOMPLETE;
}

enum { ROUND_EXISTS, ROUND_NONE, ROUND_LATER };

static int
filing_round (const QuanEvaluation *e, const QuanRule *rule, QuanFinding *finding)
{
  const QuanRound *round = quan_pack_round_on (e->view->pack, e->view->as_of);

  if (e->stage != QUAN_STAGE_REDEMPTION)
    return ROUND_LATER;
  note_date (finding, "redemption.filed", e->view->as_of);
  note_text (finding, "redemption.round", round ? round->label : NULL);
  if (round)
    set_margin (finding, QUAN_MARGIN_DAYS, round->until - e->view->as_of);
  return round ? ROUND_EXISTS : ROUND_NONE;
}

static int (*const evaluators[QUAN_N_RULE_KINDS]) (const QuanEvaluation *e, const QuanRule *rule, QuanFinding *finding) = {
  [QUAN_RULE_DECLARATION] = declaration,
  [QUAN_RULE_MEMBERSHIP] = membership,
  [QUAN_RULE_CODE_SET] = code_set,
  [QUAN_RULE_REGION] = region,
  [QUAN_RULE_ITEMISED] = itemised,
  [QUAN_RULE_LOOK_BACK] = look_back,
  [QUAN_RULE_FUNDING_ABSENT] = funding_absent,
  [QUAN_RULE_DATE_WINDOW] = date_window,
  [QUAN_RULE_DATE_ORDER] = date_order,
  [QUAN_RULE_TERM_MAX] = term_max,
  [QUAN_RULE_STARTS_IN_WINDOW] = starts_in_window,
  [QUAN_RULE_COUNT_MAX] = count_max,
  [QUAN_RULE_AMOUNT_MIN] = amount_min,
  [QUAN_RULE_QUOTA_LEFT] = quota_left,
  [QUAN_RULE_IN_FORCE] = in_force,
  [QUAN_RULE_EVIDENCE_SET] = evidence_set,
  [QUAN_RULE_ROUND] = filing_round,
};

void
quan_rule_evaluate (const QuanEvaluation *evaluation, const QuanRule *rule, QuanFinding *finding)
{
  finding->rule = rule;
  finding->noted = FALSE;
  finding->as_of = evaluation->view->as_of;
  finding->n_facts = 0;
  finding->n_differs = 0;
  finding->margin_kind = QUAN_MARGIN_NONE;
  finding->margin = 0;
  finding->outcome = evaluators[rule->kind->id] (evaluation, rule, finding);
  finding->verdict = rule->kind->outcomes[finding->outcome].verdict;
}
