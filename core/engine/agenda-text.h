/* What the agenda says, in both languages. Internal to the engine. */
#pragma once
#include "core/engine/agenda.h"

/* Behind each, the arguments of its pattern. */
typedef enum {
  QUAN_SAY_CORRECT,            /* contract */
  QUAN_SAY_RETURNED_FOR,       /* reason */
  QUAN_SAY_RETURNED,
  QUAN_SAY_RENEW,              /* document */
  QUAN_SAY_TOO_OLD,            /* date, days as text, contracts */
  QUAN_SAY_BECOMES_OLD,        /* date, days as text, contracts */
  QUAN_SAY_SUBMIT,             /* contract */
  QUAN_SAY_MEANT_FOR,
  QUAN_SAY_WAS_MEANT_FOR,      /* date */
  QUAN_SAY_LAST_DAY,
  QUAN_SAY_LAPSED,             /* date */
  QUAN_SAY_FILE,               /* round */
  QUAN_SAY_PREPARE,            /* round */
  QUAN_SAY_FILING_ENDS,
  QUAN_SAY_FILING_ENDS_EARLY,  /* deadline, weekday, working day */
  QUAN_SAY_NOTHING_YET,        /* what ends */
  QUAN_SAY_NO_ROUND,           /* first day, last day */
  QUAN_SAY_NO_ROUND_LEFT,
  QUAN_SAY_ASK,
  QUAN_SAY_ROUNDS_OVER,        /* date */
  QUAN_SAY_USE_VOUCHER,        /* voucher */
  QUAN_SAY_VOUCHER_EXPIRES,
  QUAN_SAY_POLICY_ENDS,
  QUAN_SAY_VOUCHERS_GO_ON,
  QUAN_SAY_COLLECT,            /* contract */
  QUAN_SAY_CONTRACT_ENDS,      /* voucher */
  QUAN_SAY_IS_CLAIMED,
  QUAN_SAY_IS_CLAIMABLE,
  QUAN_SAY_IS_IN_DRAFTS,
  QUAN_SAY_IS_PAYABLE,
  QUAN_SAY_IS_TO_RETURN,
  QUAN_SAY_IS_AT_RISK,
  QUAN_SAY_IS_LEFT,
  QUAN_N_SAYINGS
} QuanSaying;

/* A saying with its arguments, all of them texts. Free with g_free. */
char *quan_say (QuanLanguage language, QuanSaying saying, ...);

/* "HT-1, HT-2 and 3 more". Free with g_free. */
char *quan_say_numbers (QuanLanguage language, const GPtrArray *numbers);
/* The title of a document as the object of a verb: "the credit report of the enterprise". Free with g_free. */
char *quan_say_document (QuanLanguage language, const QuanDocument *document);
/* "Saturday", "周六". */
const char *quan_say_weekday (QuanLanguage language, QuanDate date);
/* A sentence of a clause and of the warnings of a round, a set of QuanWarnings. Free with g_free. */
char *quan_say_warnings (QuanLanguage language, const char *clause, guint warnings);
