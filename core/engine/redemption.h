/* The preview of a redemption round (四（二）): what each voucher would get. */
#pragma once
#include "core/engine/check.h"
#include "core/model/round-sums.h"

typedef enum { QUAN_ROUND_NONE, QUAN_ROUND_FUTURE, QUAN_ROUND_OPEN, QUAN_ROUND_CLOSED } QuanRoundState;
/* "none", "future", "open", "closed". */
const char *quan_round_state_id (QuanRoundState state);
/* The state for people. */
const char *quan_round_state_name (QuanRoundState state, QuanLanguage language);

/* Warnings of an item, a set of bits; in alphabetical order of their ids. */
typedef enum {
  QUAN_WARN_AMOUNT_MISSING          = 1 << 0,  /* an invoice line has no amount and does not count */
  QUAN_WARN_BASE_UNDETERMINED       = 1 << 1,  /* entitled and amount are unknown and not in the total */
  QUAN_WARN_CAP_REACHED             = 1 << 2,  /* the year's cap holds part of it back */
  QUAN_WARN_DELIVERY_MISSING        = 1 << 3,  /* an invoice names no delivery record and is not counted */
  QUAN_WARN_DELIVERY_OUTSIDE_WINDOW = 1 << 4,  /* a new invoice's delivery is not wholly inside contract term and window */
  QUAN_WARN_INVOICE_EXCEEDS_BASE    = 1 << 5,
  QUAN_WARN_NEGATIVE_AMOUNT         = 1 << 6,  /* to return or offset */
  QUAN_WARN_NET_MISSING             = 1 << 7,  /* reading tax=net: a line without its net amount does not count */
  QUAN_WARN_VOUCHER_EXPIRED         = 1 << 8,  /* packs with voucher validity: nothing more is paid on it */
} QuanWarnings;
#define QUAN_N_WARNINGS 9
/* The id of bit number i. */
const char *quan_warning_id (int i);
/* A sentence for people. */
const char *quan_warning_text (int i, QuanLanguage language);

typedef struct {
  const QuanClaim    *claim;      /* the approved claim whose voucher it is */
  const QuanContract *contract;
  GPtrArray          *invoices;   /* of const QuanInvoice, the new ones, by date, then number; NULL from sums */
  int                 n_new;      /* how many they are */
  QuanFen             base;       /* b = min (base when submitted, base now) */
  QuanFen             value;      /* v = min (approved, floor (b × ratio)) */
  QuanFen             eligible;   /* cumulative, before the limit to the base */
  QuanFen             entitled;   /* cumulative */
  QuanFen             redeemed;   /* in submitted and paid redemptions */
  QuanFen             amount;     /* now; negative: to return */
  QuanFen             blocked;    /* what the year's cap holds back of it; QUAN_FEN_NONE where the amount is */
  QuanFen             no_round;   /* what the invoices that no round of the pack takes any more would bring on top of
                                     all others (A11); QUAN_FEN_NONE where entitled is */
  guint               warnings;   /* QuanWarnings */
  int                 counted;    /* invoices in eligible, redeemed ones included ... */
  int                 delivered;  /* ... and how many of them name a delivery proof */
} QuanPreviewItem;

typedef struct {
  char            *round;
  const QuanRound *window;   /* NULL where the round does not exist */
  QuanRoundState   state;
  GArray          *items;    /* of QuanPreviewItem, by issue date, then voucher number */
  QuanFen          total, blocked;
  QuanFen          room;      /* of the year's cap before this round, below zero where it is exceeded; QUAN_FEN_NONE
                                 where unknown (nothing is paid then) or without a round */
  const QuanRound *moves_to;  /* what is blocked waits for this round, the next year's first (A12); NULL: for none */
  QuanFen          no_round;  /* sum over all vouchers served, listed or not, without unknown ones */
} QuanPreview;

void quan_preview_free (QuanPreview *preview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanPreview, quan_preview_free)

/* Computes a round for one enterprise over its records; label must be valid (quan_round_label_valid). Records of other enterprises are ignored.
 * Claims pinned to another pack are not served. NULL with QUAN_ERROR_OVERFLOW. */
QuanPreview *quan_preview (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records, const char *label, GError **error);

/* The same without reading every invoice: over sums of this scope, which do not name invoices. Of records only the
 * vouchers and their contracts are looked at; year is that of the round in the enterprise's ledgers, as it stands on the
 * as-of date. */
QuanRoundScope quan_round_scope (const QuanView *view, const QuanEnterprise *enterprise, const QuanRound *round);
QuanPreview *quan_preview_from_sums (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records,
                                     const QuanRoundSums *sums, const QuanYear *year, const QuanRound *round,
                                     GError **error);

/* The rules of the redemption stage for one item, filed on the as-of date; findings has room for every rule of the pack; returns how many. */
int quan_preview_findings (const QuanView *view, const QuanPreviewItem *item, QuanFinding *findings);
