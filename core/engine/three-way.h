/*
 * The three-way check of a round: invoice, delivery and payment against each other and against the contract. The cross-checks
 * a redemption packet needs to be ready; every mismatch is a finding with the facts it was found in and what mends it.
 */
#pragma once
#include "core/engine/redemption.h"

typedef enum {
  QUAN_MATCH_BUYER,          /* the buyer is the enterprise */
  QUAN_MATCH_SELLER,         /* the seller is the contract's provider */
  QUAN_MATCH_DATED,          /* dated from the signing to the filing */
  QUAN_MATCH_DELIVERY,       /* names a delivery record, of the same contract */
  QUAN_MATCH_PERIOD,         /* the delivery lies inside contract term and window */
  QUAN_MATCH_ONE_PERIOD,     /* no two invoices for one delivery period, overlapping deliveries included */
  QUAN_MATCH_DELIVERED,      /* invoiced no more than was delivered */
  QUAN_MATCH_PAID,           /* paid, and not less than invoiced after red letters; more is to be explained */
  QUAN_MATCH_BASE,           /* the voucher's invoices do not exceed the base */
  QUAN_MATCH_UNUSED,         /* the number is in no other live redemption */
  QUAN_MATCH_ACCOUNT,        /* the receiving account's name is the enterprise's */
  QUAN_N_MATCHES
} QuanMatch;
/* "buyer", "seller", "dated" … */
const char *quan_match_id (QuanMatch match);
/* What is checked, as a short sentence for people: "The buyer is the enterprise". */
const char *quan_match_name (QuanMatch match, QuanLanguage language);

/* A mismatch. fail: the packet would come back; unknown: a fact is missing; review: to be explained, the packet can go. */
typedef struct {
  QuanMatch           match;
  QuanVerdict         verdict;
  const QuanInvoice  *invoice;    /* NULL: of the voucher, or of the enterprise */
  const QuanDelivery *delivery;   /* or NULL */
  const QuanPayment  *payment;    /* or NULL */
  const QuanPreviewItem *item;    /* the voucher it concerns; NULL: all */
  GPtrArray          *facts;      /* of char *: "invoice.buyer", its value as answers have it, and so on, pairwise; a
                                     value may be NULL: it is missing */
  char               *reason;     /* one sentence in the language asked for, with the facts for people in it */
  char               *fix;        /* what would mend it; NULL: nothing is to be done */
} QuanMismatch;

/* A part of a payment that settles an invoice. paid and paid_on of an invoice stand as a payment of their own. */
typedef struct {
  const QuanPayment *payment;   /* NULL: the shorthand on the invoice */
  const QuanInvoice *invoice;
  QuanDate           date;
  QuanFen            amount;    /* the part */
} QuanSettlement;

/* A row of the reconciliation: one delivery with its invoices and their payments; invoices without a delivery stand alone.
 * A red-letter invoice stands under the one it reverses; where that was redeemed earlier, in a row without a delivery. */
typedef struct {
  const QuanPreviewItem *item;
  const QuanDelivery *delivery;     /* NULL where none is named */
  GPtrArray          *invoices;     /* of const QuanInvoice, those this round takes */
  GArray             *settlements;  /* of QuanSettlement, by date */
  QuanFen             delivered;    /* amount of the delivery; QUAN_FEN_NONE */
  QuanFen             counted;      /* the lines that count, by the tax reading, red letters subtracted ... */
  QuanFen             invoiced;     /* all lines with tax, likewise; either is QUAN_FEN_NONE where a line has no amount */
  QuanFen             paid;         /* 0 where no payment is recorded; QUAN_FEN_NONE where one has no amount */
  QuanVerdict         verdict;      /* the worst of its mismatches; pass */
  GPtrArray          *mismatches;   /* of const QuanMismatch, of the list below */
} QuanReconciled;

/* How often each check held: "5/5". */
typedef struct {
  guint held, of;   /* of 0: nothing to check */
} QuanMatchCount;

typedef struct {
  GArray        *rows;        /* of QuanReconciled, by voucher as the preview has them, then by delivery period */
  GPtrArray     *mismatches;  /* of QuanMismatch: fail, unknown, review, in this order */
  QuanMatchCount counts[QUAN_N_MATCHES];
  QuanVerdict    verdict;     /* the worst; pass */
} QuanThreeWay;

void quan_three_way_free (QuanThreeWay *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanThreeWay, quan_three_way_free)

/*
 * Checks the invoices the preview takes, and names those of its contracts that are kept out only because they lack a
 * delivery proof or a date, or because another enterprise redeemed them; these are in no row. filed: the day it is filed;
 * QUAN_DATE_NONE: the as-of date. Payments dated after the filing or the as-of date do not exist yet. All arguments outlive
 * the answer. NULL with QUAN_ERROR_OVERFLOW.
 */
QuanThreeWay *quan_three_way (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records,
                              const QuanPreview *preview, QuanDate filed, QuanLanguage language, GError **error);
