/* What the invoices of an enterprise add up to, seen from a redemption round: all that the arithmetic of a round needs
 * to know of them. The engine adds up records, the store its rows; the sums are the same. */
#pragma once
#include "core/base/date.h"
#include "core/base/money.h"

/* What a round is to an invoice. */
typedef struct {
  const char *enterprise;    /* USCC */
  QuanDate    as_of;         /* invoices dated and redemptions submitted later do not exist */
  QuanDate    until;         /* the round's last filing day */
  QuanDate    last;          /* that of the last round there is */
  QuanDate    window_from;   /* deliveries count from this day ... */
  QuanDate    window_until;  /* ... to this one */
  guint       kinds;         /* the lines that count: a set of 1 << QuanLineKind */
  gboolean    net;           /* their amounts are those without tax */
} QuanRoundScope;

/* Invoices that count. */
typedef struct {
  QuanFen  amount;      /* of their counted lines, as far as known */
  int      invoices;
  int      delivered;   /* of these, how many name a delivery record */
  gboolean incomplete;  /* a counted line has no amount */
} QuanInvoiceSum;

/* Invoices of a contract that a voucher's submitted and paid redemptions hold. */
typedef struct {
  char          *voucher;
  QuanInvoiceSum sum;
} QuanRedeemedSum;

/* The invoices of a contract that have a counted line. */
typedef struct {
  GArray        *redeemed;   /* of QuanRedeemedSum */
  QuanInvoiceSum now;        /* those the round takes */
  QuanFen        later;      /* amount of those a later round takes ... */
  QuanFen        no_round;   /* ... and of those that no round takes any more */
  gboolean       unproven;   /* one that the round would take names no delivery record */
  gboolean       outside;    /* the delivery of one that it takes is not wholly inside its contract's term and the
                              * window */
} QuanContractSums;

typedef struct {
  GHashTable *contracts;  /* number → QuanContractSums */
  GHashTable *redeemed;   /* voucher → QuanFen *: what its submitted and paid redemptions asked for */
} QuanRoundSums;

QuanRoundSums *quan_round_sums_new (void);
void           quan_round_sums_free (QuanRoundSums *sums);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanRoundSums, quan_round_sums_free)

/* The sums of a contract, made if they are missing, and in them those of a voucher. A redeemed sum is valid until the
 * next one is made. */
QuanContractSums *quan_round_sums_contract (QuanRoundSums *sums, const char *contract);
QuanInvoiceSum   *quan_contract_sums_redeemed (QuanContractSums *sums, const char *voucher);
/* The same of a voucher in sums that are complete: NULL if there are none. */
const QuanInvoiceSum *quan_contract_sums_find (const QuanContractSums *sums, const char *voucher);

/* Adds an amount, QUAN_FEN_NONE where it is not known. FALSE on overflow. */
gboolean quan_invoice_sum_add (QuanInvoiceSum *sum, QuanFen amount);
/* Adds the amount of a redemption's item. FALSE on overflow. */
gboolean quan_round_sums_add_redeemed (QuanRoundSums *sums, const char *voucher, QuanFen amount);
