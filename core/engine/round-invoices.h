/* The invoices of one enterprise as a redemption round sees them. Internal to the engine. */
#pragma once
#include "core/engine/invoice-place.h"

typedef struct {
  const QuanInvoice    *invoice;
  const QuanDelivery   *delivery;        /* the one it names, or NULL */
  const QuanRedemption *redemption;      /* the submitted or paid one it is in, or NULL */
  const char           *voucher;         /* for which it was redeemed, or NULL */
  QuanFen               eligible;        /* sum of its counted lines */
  gboolean              has_counted;     /* it has a line of a counted kind */
  gboolean              amount_missing;  /* a counted line has no amount under the tax reading */
  QuanDate              day;             /* rounds whose last filing day is not earlier take it, if any does */
  QuanPlace             place;           /* whatever vouchers its contract has: never QUAN_PLACE_NO_VOUCHER */
} QuanRoundInvoice;

typedef struct QuanRoundInvoices QuanRoundInvoices;

/* Judges every invoice of the enterprise for a round. Keeps pointers to all arguments. NULL if an invoice's lines overflow. */
QuanRoundInvoices *quan_round_invoices_new (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records,
                                            const QuanRound *round);
void               quan_round_invoices_free (QuanRoundInvoices *invoices);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanRoundInvoices, quan_round_invoices_free)
/* One of them by its number, NULL if there is none. */
const QuanRoundInvoice *quan_round_invoices_get (const QuanRoundInvoices *invoices, const char *number);
/* The invoices of a contract, by date, then number: of QuanRoundInvoice, NULL if there are none. */
const GPtrArray *quan_round_invoices_of (const QuanRoundInvoices *invoices, const char *contract);

/* Adds up the invoices of every contract, and what was redeemed. FALSE on overflow. */
gboolean quan_round_invoices_add_up (const QuanRoundInvoices *invoices, QuanRoundSums *sums);

/* Whether a claim is a voucher the view's pack redeems: issued by the as-of date, and not pinned to another pack. */
gboolean quan_is_voucher (const QuanView *view, const QuanClaim *claim);
/* Whether a round serves the vouchers of a contract: it was signed in time (六). */
gboolean quan_round_serves (const QuanRound *round, const QuanContract *contract);
