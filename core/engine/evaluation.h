/* One evaluation in progress: what the rules of a check read. Internal to the engine. */
#pragma once
#include "core/engine/check.h"

typedef struct {
  const QuanView *view;
  const QuanCase *subject;
  QuanStage       stage;
  const QuanAward *award;      /* complete but for the amounts that depend on the verdict */
  int             live_claims;
  /* In the redemption stage. */
  const char     *voucher;
  int             invoices, deliveries;
} QuanEvaluation;

/* Evaluates one rule: sets outcome, verdict, facts and margin of the finding. */
void quan_rule_evaluate (const QuanEvaluation *evaluation, const QuanRule *rule, QuanFinding *finding);

/* Reads a fact of the enterprise or the contract. */
QuanValue quan_fact_value (const QuanFactRef *fact, const QuanCase *subject);
/* "I6513", "6513", "65" → section ('\0' if not given) and division; FALSE if no division is given or the letter contradicts it. */
gboolean quan_industry_division (const char *code, char *section, int *division);
/* A sentence that names facts, "{invoice.number}", with their values for people; "—" for one that is missing. Free with
 * g_free. */
char *quan_facts_sentence (const char *sentence, const QuanValue *facts, int n, QuanLanguage language);
