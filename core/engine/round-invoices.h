/* The invoices of one enterprise as a redemption round sees them. Internal to the engine. */
#pragma once
#include "core/engine/view.h"

/* What an invoice is to a round; from QUAN_INVOICE_NEW on it is eligible. */
typedef enum {
  QUAN_INVOICE_UNSEEN,
  QUAN_INVOICE_JUDGING,   /* its reversal is being followed: a circle counts for nothing */
  QUAN_INVOICE_NOT_YET,   /* dated or delivered too late, or what it reverses does not count */
  QUAN_INVOICE_UNPROVEN,  /* names no delivery record */
  QUAN_INVOICE_NEW,       /* taken by this round */
  QUAN_INVOICE_REDEEMED,  /* in a submitted or paid redemption */
} QuanInvoiceState;

typedef struct {
  const QuanInvoice  *invoice;
  const QuanDelivery *delivery;     /* the one it names, or NULL */
  QuanFen             eligible;     /* sum of its counted lines */
  gboolean            has_counted;  /* it has a line of a counted kind */
  gboolean            amount_missing; /* a counted line has no amount under the tax reading */
  QuanInvoiceState    state;
  const char         *voucher;      /* the voucher it serves: that of its redemption, or the first that takes it; NULL: none yet */
} QuanRoundInvoice;

typedef struct QuanRoundInvoices QuanRoundInvoices;

/* Judges every invoice of the enterprise for a round. Keeps pointers to all arguments. NULL if an invoice's lines overflow. */
QuanRoundInvoices *quan_round_invoices_new (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records,
                                            const QuanRound *round);
void               quan_round_invoices_free (QuanRoundInvoices *invoices);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanRoundInvoices, quan_round_invoices_free)
/* The invoices of a contract, by date, then number: of QuanRoundInvoice, NULL if there are none. */
const GPtrArray *quan_round_invoices_of (const QuanRoundInvoices *invoices, const char *contract);
