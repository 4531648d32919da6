/* The check: may this contract be claimed on the as-of date, and for how much? */
#pragma once
#include "core/engine/award.h"

/* The value of a fact as a finding read it. */
typedef enum {
  QUAN_VALUE_MISSING,
  QUAN_VALUE_TEXT,     /* text */
  QUAN_VALUE_TERM,     /* term */
  QUAN_VALUE_FLAG,     /* number: 0 or 1 */
  QUAN_VALUE_DATE,     /* date */
  QUAN_VALUE_MONEY,    /* fen */
  QUAN_VALUE_NUMBER,   /* number */
  QUAN_VALUE_LINES,    /* list of QuanLine: counts by kind */
  QUAN_VALUE_SCHEDULE, /* list of QuanScheduleEntry: their sum */
  QUAN_VALUE_SUBSIDIES,/* list of QuanSubsidy */
  QUAN_VALUE_DATES,    /* dates */
} QuanValueKind;

typedef struct {
  const char   *id;    /* "contract.signed"; static or owned by the pack */
  QuanValueKind kind;
  union {
    const char      *text;
    const QuanTerm  *term;
    int              number;
    QuanDate         date;
    QuanFen          fen;
    const GPtrArray *list;
    const GArray    *dates;
  };
} QuanValue;

typedef enum { QUAN_MARGIN_NONE, QUAN_MARGIN_DAYS, QUAN_MARGIN_MONEY, QUAN_MARGIN_COUNT } QuanMarginKind;

/* Another option of a reading under which the verdict would be another. */
typedef struct {
  const QuanReading       *reading;
  const QuanReadingOption *option;
  QuanVerdict              verdict;
} QuanDiffer;

#define QUAN_MAX_FACTS 5
#define QUAN_MAX_DIFFERS 8

/* The record of one rule's evaluation. The explanation is this record, rendered; pointers are into the pack and the facts. */
typedef struct {
  const QuanRule *rule;
  QuanVerdict     verdict;
  int             outcome;     /* of the rule's kind */
  gboolean        noted;       /* the rule's note applies */
  QuanDate        as_of;       /* when, for the parameters the rule names */
  QuanValue       facts[QUAN_MAX_FACTS];
  int             n_facts;
  QuanMarginKind  margin_kind;
  gint64          margin;      /* distance to the limit: days, fen or times; negative beyond it */
  QuanDiffer      differs[QUAN_MAX_DIFFERS];
  int             n_differs;
} QuanFinding;

/* What one check reads. Nothing is owned. */
typedef struct {
  const QuanEnterprise *enterprise;
  const QuanProvider   *provider;   /* may be NULL */
  const QuanContract   *contract;
  const GPtrArray      *claims;     /* of QuanClaim, all claims on the contract */
  const QuanYear       *year;       /* the enterprise's ledgers in the as-of year */
  const QuanClaim      *judged;     /* a submitted claim judged on its own date: never counts against itself; NULL: a check before a claim */
} QuanCase;

typedef struct {
  QuanVerdict  verdict;    /* any fail: fail; else any unknown: unknown; else any review: review; else pass */
  QuanFinding *findings;   /* one for each rule of the pack, in its order; all are always evaluated */
  int          n_findings;
  int         *movable;    /* indexes of the findings that another option of a reading could change */
  int          n_movable;
  int          counts[QUAN_N_VERDICTS];
  QuanAward    award;
} QuanCheck;

/* Room for checks under a pack, reused from contract to contract. */
QuanCheck *quan_check_new (const QuanPack *pack);
void       quan_check_free (QuanCheck *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanCheck, quan_check_free)

/* Evaluates every rule and the award. Pure: no I/O, no clock. The findings point into case and view: keep them. FALSE with QUAN_ERROR_OVERFLOW. */
gboolean quan_check_run (QuanCheck *check, const QuanView *view, const QuanCase *subject, GError **error);

/* A fact's value for answers: ISO dates, canonical money, ids; NULL where it is missing. Free with g_free. */
char *quan_value_plain (const QuanValue *value);
/* What a record says of a fact, for people: "2025-06-20", "工业"; NULL where it is missing. Free with g_free. */
char *quan_fact_text (const QuanFactRef *fact, const QuanCase *subject, QuanLanguage language);
/* The name of a fact for people: "签订日期". */
const char *quan_fact_name (const char *id, QuanLanguage language);
/* Renderings of a finding from its pack, in one language. Free with g_free. */
char *quan_finding_reason (const QuanFinding *finding, QuanLanguage language);
/* What would mend it; NULL where nothing would. */
char *quan_finding_fix (const QuanFinding *finding, QuanLanguage language);
/* "364 days", "12,000.00 yuan"; NULL without a margin. */
char *quan_finding_margin (const QuanFinding *finding, QuanLanguage language);
/* All facts in one line: "签订日期：2024-02-20；…". */
char *quan_finding_facts (const QuanFinding *finding, QuanLanguage language);
