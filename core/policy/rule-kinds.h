/* The closed table of rule kinds: what a rule of each kind may say in a pack, and how it can come out. */
#pragma once
#include "core/model/record.h"

typedef enum {
  QUAN_VERDICT_PASS,
  QUAN_VERDICT_FAIL,
  QUAN_VERDICT_REVIEW,          /* the text leaves it to a person or an authority */
  QUAN_VERDICT_UNKNOWN,         /* a fact is missing */
  QUAN_VERDICT_NOT_APPLICABLE,
  QUAN_N_VERDICTS
} QuanVerdict;

/* "pass", "fail", "review", "unknown", "not-applicable". */
const char *quan_verdict_id (QuanVerdict verdict);
/* The verdict for people: "passes", "通过". */
const char *quan_verdict_name (QuanVerdict verdict, QuanLanguage language);

typedef enum {
  QUAN_RULE_DECLARATION,       /* a flag has the expected value */
  QUAN_RULE_MEMBERSHIP,        /* a word is in one of three lists */
  QUAN_RULE_CODE_SET,          /* an industry code of GB/T 4754 is in one of three sets of divisions */
  QUAN_RULE_REGION,            /* the declared region begins with a prefix */
  QUAN_RULE_ITEMISED,          /* the counted lines are priced apart */
  QUAN_RULE_LOOK_BACK,         /* no record in the years before the as-of date */
  QUAN_RULE_FUNDING_ABSENT,    /* no other subsidy of a level */
  QUAN_RULE_DATE_WINDOW,       /* a date lies in a window */
  QUAN_RULE_DATE_ORDER,        /* the as-of date is not before a date */
  QUAN_RULE_TERM_MAX,          /* the term is not longer than some calendar years */
  QUAN_RULE_STARTS_IN_WINDOW,  /* no counted line starts before the window of the base */
  QUAN_RULE_COUNT_MAX,         /* a contract has at most so many live claims, this one included */
  QUAN_RULE_AMOUNT_MIN,        /* an amount reaches or exceeds a limit */
  QUAN_RULE_QUOTA_LEFT,        /* something is left of the year's cap */
  QUAN_RULE_IN_FORCE,          /* the as-of date is inside the pack's validity */
  QUAN_RULE_EVIDENCE_SET,      /* voucher, invoice and delivery proof are there */
  QUAN_RULE_ROUND,             /* a round exists for the filing date */
  QUAN_N_RULE_KINDS
} QuanRuleKindId;

/* The amounts an amount-min rule may test. */
typedef enum { QUAN_AMOUNT_BASE, QUAN_AMOUNT_COMPUTE, QUAN_AMOUNT_CONTRACT } QuanAmountKind;

#define QUAN_MAX_OUTCOMES 7

typedef struct {
  const char *id;  /* names the texts of a rule: "before", "fix-before" */
  QuanVerdict verdict;
} QuanOutcome;

typedef struct {
  QuanRuleKindId id;
  const char    *name;                         /* "date-window" */
  QuanOutcome    outcomes[QUAN_MAX_OUTCOMES];  /* ends before the first NULL id */
  const char    *keys[5];                      /* keys a rule must give besides the common ones */
  const char    *facts[5];                     /* facts every finding of this kind reads, for placeholders */
  gboolean       notes;                        /* a finding may append the rule's note */
} QuanRuleKind;

/* The kind of a name, NULL if there is none. */
const QuanRuleKind *quan_rule_kind (const char *name);

/* The record a fact is read from. */
typedef enum { QUAN_SUBJECT_NONE, QUAN_SUBJECT_ENTERPRISE, QUAN_SUBJECT_CONTRACT } QuanSubject;

/* A fact by its name, e.g. "contract.signed": a field of the enterprise or the contract under check. */
typedef struct {
  const char      *id;  /* NULL: no fact */
  QuanSubject      subject;
  const QuanField *field;
} QuanFactRef;

/* FALSE if there is no such fact. */
gboolean quan_fact_ref (const char *id, QuanFactRef *ref);

/*
 * Reads a set of GB/T 4754 divisions as packs write it, "I65" or "C13-C43": section letter and first and last division. The out-parameters
 * may be NULL. FALSE if it is malformed.
 */
gboolean quan_division_range (const char *text, char *section, int *first, int *last);
