/* What is due, by when, and what is at stake. */
#pragma once
#include "core/engine/redemption.h"

typedef enum {
  QUAN_AGENDA_CORRECT_CLAIM,      /* a claim was returned: mend it and submit it again */
  QUAN_AGENDA_EVIDENCE_STALE,     /* a dated document of a draft's packet is, or will be, too old */
  QUAN_AGENDA_SUBMIT_CLAIM,       /* a draft: the last day of its pack, or of the year's quota it is meant for */
  QUAN_AGENDA_REDEMPTION_FILING,  /* the last filing day of the next round, with what it would pay */
  QUAN_AGENDA_NO_ROUND,           /* from this day on deliveries have no round (A11) */
  QUAN_AGENDA_VOUCHER_EXPIRY,
  QUAN_AGENDA_POLICY_END,
  QUAN_AGENDA_CONTRACT_END,
} QuanAgendaKind;

typedef struct {
  QuanDate       date;
  QuanAgendaKind kind;
  QuanFen        amount;      /* at stake; QUAN_FEN_NONE where unknown */
  char          *contract;    /* number of the contract it is about, or NULL */
  char          *what;        /* a short imperative for people in the language asked for: "Renew the credit report" */
  char          *detail;      /* one sentence: why, or what is missing */
  char          *amount_is;   /* what the amount is: "claimed by drafts" */
} QuanAgendaItem;
void quan_agenda_item_clear (QuanAgendaItem *item);

/*
 * What an enterprise has to do from the as-of date on, overdue things first, by date. records are the enterprise's;
 * preview is that of the next round that can still be filed (NULL: none is left). GArray of QuanAgendaItem, each cleared by the
 * array. NULL with QUAN_ERROR_OVERFLOW.
 */
GArray *quan_agenda (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records,
                     const QuanPreview *preview, QuanLanguage language, GError **error);
