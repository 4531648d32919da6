/* What is due, by when, and what is at stake. */
#pragma once
#include "core/engine/redemption.h"

typedef enum {
  QUAN_AGENDA_CORRECT_CLAIM,      /* a claim was returned: mend it and submit it again */
  QUAN_AGENDA_EVIDENCE_STALE,     /* a dated document of a draft's packet is, or will be, too old */
  QUAN_AGENDA_SUBMIT_CLAIM,       /* a draft: the day it is meant for, at the latest the last day of its pack */
  QUAN_AGENDA_REDEMPTION_FILING,  /* the last filing day of the next round, or the working day before (A11) */
  QUAN_AGENDA_NO_ROUND,           /* from this day on deliveries have no round (A11) */
  QUAN_AGENDA_VOUCHER_EXPIRY,     /* the last day of a voucher that is not redeemed in full */
  QUAN_AGENDA_POLICY_END,         /* the last day to claim, unless a draft is due on it */
  QUAN_AGENDA_CONTRACT_END,       /* of a contract whose voucher is not redeemed in full */
  QUAN_N_AGENDA_KINDS
} QuanAgendaKind;
/* "claim-correction", "evidence-stale" … */
const char *quan_agenda_kind_id (QuanAgendaKind kind);

/* A deadline is near from so many days before on. */
#define QUAN_AGENDA_SOON 14

typedef struct {
  QuanDate       date;        /* when to act */
  QuanDate       deadline;    /* the last day it can be done: later than date where a working day before is advised (A11) */
  QuanAgendaKind kind;
  QuanFen        amount;      /* at stake; QUAN_FEN_NONE where unknown */
  char          *contract;    /* number of the contract it is about; NULL: none, or several */
  char          *about;       /* what of its kind it is, in every language and on every day: contract, voucher, round,
                               * document, pack */
  char          *what;        /* a short imperative for people in the language asked for: "Renew the credit report" */
  char          *detail;      /* one sentence: why, or what is missing */
  char          *amount_is;   /* what the amount is: "claimed by drafts"; empty where there is none to name */
} QuanAgendaItem;
void quan_agenda_item_clear (QuanAgendaItem *item);

/*
 * What an enterprise has to do from the as-of date on, overdue things first, by date. records are the enterprise's: all
 * claims and redemptions that stand, the contracts of drafts and vouchers and the providers these name; a contract that
 * is not there is left out of what is at risk. Claims pinned to another pack are not served. preview is that of the
 * next round that can still be filed (NULL: none is left, or it is not known); it is on the agenda while a voucher has money left. GArray of QuanAgendaItem, each cleared by
 * the array. NULL with QUAN_ERROR_OVERFLOW.
 */
GArray *quan_agenda (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records,
                     const QuanPreview *preview, QuanLanguage language, GError **error);
