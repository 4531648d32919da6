#include "core/policy/rule-kinds.h"

#include <string.h>

#include "core/model/contract.h"
#include "core/model/enterprise.h"

#define PASS QUAN_VERDICT_PASS
#define FAIL QUAN_VERDICT_FAIL
#define REVIEW QUAN_VERDICT_REVIEW
#define UNKNOWN QUAN_VERDICT_UNKNOWN
#define NOT_APPLICABLE QUAN_VERDICT_NOT_APPLICABLE

/* The order of outcomes is the engine's: each evaluating function names them by an enumeration in this order. */
static const QuanRuleKind kinds[QUAN_N_RULE_KINDS] = {
  { QUAN_RULE_DECLARATION, "declaration",
    { { "as-expected", PASS }, { "contrary", FAIL }, { "missing", UNKNOWN } },
    { "fact", "expected" }, { NULL } },
  { QUAN_RULE_MEMBERSHIP, "membership",
    { { "listed", PASS }, { "open", REVIEW }, { "excluded", FAIL }, { "missing", UNKNOWN } },
    { "fact", "otherwise" }, { NULL } },
  { QUAN_RULE_CODE_SET, "code-set",
    { { "listed", PASS }, { "open", REVIEW }, { "excluded", FAIL }, { "missing", UNKNOWN }, { "unclear", UNKNOWN } },
    { "fact", "otherwise" }, { NULL } },
  { QUAN_RULE_REGION, "region",
    { { "inside", PASS }, { "outside", FAIL }, { "missing", UNKNOWN } },
    { "region" }, { "enterprise.region", "enterprise.uscc" }, TRUE },
  { QUAN_RULE_ITEMISED, "itemised",
    { { "itemised", PASS }, { "bundled", REVIEW }, { "schedule-differs", REVIEW }, { "missing", UNKNOWN } },
    { NULL }, { "contract.lines", "contract.schedule" } },
  { QUAN_RULE_LOOK_BACK, "look-back",
    { { "none", PASS }, { "older", PASS }, { "boundary", REVIEW }, { "recent", FAIL }, { "missing", UNKNOWN } },
    { "limit" }, { "enterprise.dishonesty_records", "as-of", "look-back.from" } },
  { QUAN_RULE_FUNDING_ABSENT, "funding-absent",
    { { "none", PASS }, { "allowed", PASS }, { "other-contract", REVIEW }, { "same-contract", FAIL },
      { "unclear", UNKNOWN }, { "missing", UNKNOWN } },
    { "level" }, { "contract.other_subsidies" } },
  { QUAN_RULE_DATE_WINDOW, "date-window",
    { { "inside", PASS }, { "before", FAIL }, { "after", FAIL }, { "missing", UNKNOWN } },
    { "fact", "from", "until" }, { NULL } },
  { QUAN_RULE_DATE_ORDER, "date-order",
    { { "in-order", PASS }, { "reversed", FAIL }, { "missing", UNKNOWN } },
    { "fact" }, { "as-of" } },
  { QUAN_RULE_TERM_MAX, "term-max",
    { { "within", PASS }, { "at-limit", REVIEW }, { "beyond", FAIL }, { "missing", UNKNOWN } },
    { "limit" }, { "contract.starts", "contract.ends", "term.limit" } },
  { QUAN_RULE_STARTS_IN_WINDOW, "starts-in-window",
    { { "inside", PASS }, { "before", REVIEW }, { "missing", UNKNOWN }, { "none", PASS } },
    { NULL }, { "contract.first_start", "window.start" } },
  { QUAN_RULE_COUNT_MAX, "count-max",
    { { "within", PASS }, { "reached", FAIL } },
    { "limit" }, { "contract.live_claims" } },
  { QUAN_RULE_AMOUNT_MIN, "amount-min",
    { { "enough", PASS }, { "short", FAIL }, { "undetermined", NOT_APPLICABLE }, { "missing", UNKNOWN } },
    { "amount", "limit", "exclusive" }, { "award.amount" } },
  { QUAN_RULE_QUOTA_LEFT, "quota-left",
    { { "left", PASS }, { "used", FAIL }, { "missing", UNKNOWN } },
    { NULL }, { "quota.year", "quota.cap", "quota.used", "quota.remaining" } },
  { QUAN_RULE_IN_FORCE, "in-force",
    { { "in-force", PASS }, { "not-yet", FAIL }, { "lapsed", FAIL } },
    { NULL }, { "as-of", "policy.valid_from", "policy.valid_until" } },
  { QUAN_RULE_EVIDENCE_SET, "evidence-set",
    { { "complete", PASS }, { "incomplete", UNKNOWN }, { "later", NOT_APPLICABLE } },
    { NULL }, { "redemption.voucher", "redemption.invoices", "redemption.deliveries" } },
  { QUAN_RULE_ROUND, "round",
    { { "exists", PASS }, { "none", REVIEW }, { "later", NOT_APPLICABLE } },
    { NULL }, { "redemption.filed", "redemption.round" } },
};

const QuanRuleKind *
quan_rule_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return &kinds[i];
  return NULL;
}

static const struct {
  const char *id, *english, *chinese;
} verdicts[QUAN_N_VERDICTS] = {
  { "pass", "pass", "通过" },
  { "fail", "fail", "不通过" },
  { "review", "review", "待认定" },
  { "unknown", "unknown", "缺事实" },
  { "not-applicable", "not applicable", "不适用" },
};

const char *
quan_verdict_id (QuanVerdict verdict)
{
  return verdicts[verdict].id;
}

const char *
quan_verdict_name (QuanVerdict verdict, QuanLanguage language)
{
  return language == QUAN_LANGUAGE_ZH ? verdicts[verdict].chinese : verdicts[verdict].english;
}

gboolean
quan_fact_ref (const char *id, QuanFactRef *ref)
{
  static const struct { const char *prefix; QuanSubject subject; const QuanRecordType *type; } subjects[] = {
    { "enterprise.", QUAN_SUBJECT_ENTERPRISE, &quan_enterprise_type },
    { "contract.", QUAN_SUBJECT_CONTRACT, &quan_contract_type },
  };

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_str_has_prefix (id, subjects[i].prefix)) {
      const QuanField *field = quan_record_field (subjects[i].type, id + strlen (subjects[i].prefix));

      if (!field)
        return FALSE;
      *ref = (QuanFactRef) { .id = id, .subject = subjects[i].subject, .field = field };
      return TRUE;
    }
  return FALSE;
}

/* "I65" at text; FALSE if there is no letter and two digits. */
static gboolean
division_at (const char *text, char *section, int *division)
{
  if (!g_ascii_isupper (text[0]) || !g_ascii_isdigit (text[1]) || !g_ascii_isdigit (text[2]))
    return FALSE;
  *section = text[0];
  *division = (text[1] - '0') * 10 + text[2] - '0';
  return TRUE;
}

gboolean
quan_division_range (const char *text, char *section, int *first, int *last)
{
  char letter, letter_of_last;
  int from, until;

  if (!division_at (text, &letter, &from))
    return FALSE;
  until = from;
  if (text[3] == '-') {
    if (!division_at (text + 4, &letter_of_last, &until) || letter_of_last != letter || until < from || text[7] != '\0')
      return FALSE;
  } else if (text[3] != '\0') {
    return FALSE;
  }
  if (section)
    *section = letter;
  if (first)
    *first = from;
  if (last)
    *last = until;
  return TRUE;
}
