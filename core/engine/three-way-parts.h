/* The parts of the three-way check. Internal to the engine. */
#pragma once
#include "core/engine/round-invoices.h"
#include "core/engine/three-way-text.h"

/* One check in progress. */
typedef struct {
  const QuanView       *view;
  const QuanEnterprise *enterprise;
  const QuanWorkspace  *records;
  const QuanPreview    *preview;
  QuanDate              filed;
  QuanLanguage          language;
  QuanRoundInvoices    *invoices;
  GHashTable           *takers;       /* QuanInvoice the round takes → its QuanPreviewItem */
  GHashTable           *settled;      /* number of an invoice the round takes → GArray of QuanSettlement */
  GHashTable           *rows;         /* QuanInvoice the round takes → its QuanReconciled */
  GHashTable           *uses;         /* number of an invoice → a QuanRedemption other than this one that holds it */
  GHashTable           *enterprises;  /* code → QuanEnterprise */
  GHashTable           *judged;       /* payments, and invoices in no row, that need not be judged again, as a set */
  QuanThreeWay         *check;
} QuanMatching;

/* What a mismatch concerns; NULL where it concerns none. */
typedef struct {
  const QuanPreviewItem *item;
  QuanReconciled        *row;
  const QuanInvoice     *invoice;
  const QuanDelivery    *delivery;
  const QuanPayment     *payment;
} QuanMatchPlace;

/* Adds a mismatch with its facts, QuanValues. */
#define quan_matching_report(matching, place, fault, ...)                                \
  quan_matching_report_facts (matching, place, fault, (const QuanValue[]) { __VA_ARGS__ }, \
                              G_N_ELEMENTS (((const QuanValue[]) { __VA_ARGS__ })))
void quan_matching_report_facts (QuanMatching *matching, const QuanMatchPlace *place, QuanFault fault,
                                 const QuanValue *facts, int n);
/* How many mismatches there are, for quan_matching_tally. */
guint quan_matching_found (const QuanMatching *matching);
/* Counts one thing that was checked: it holds where no mismatch was added to the found ones. */
void quan_matching_tally (QuanMatching *matching, QuanMatch match, guint found);

/* What a red-letter invoice reverses; any other invoice itself. */
const QuanInvoice *quan_matching_root (const QuanMatching *matching, const QuanInvoice *invoice);

/* Makes the rows of the check, and fills takers, settled and rows. FALSE if amounts overflow. */
gboolean quan_matching_rows (QuanMatching *matching);
/* Checks what the invoices and the delivery of a row say, one by one. */
void quan_matching_facts (QuanMatching *matching, QuanReconciled *row);
/* Checks the invoices of an item's contract that one lacking or wrong fact keeps out of the round. */
void quan_matching_kept_out (QuanMatching *matching, const QuanPreviewItem *item);
/* Checks what the invoices of an item add up to. */
void quan_matching_base (QuanMatching *matching, const QuanPreviewItem *item);
void quan_matching_account (QuanMatching *matching);
/* Checks what was invoiced and paid for the rows of one item. FALSE if amounts overflow. */
gboolean quan_matching_amounts (QuanMatching *matching, const QuanPreviewItem *item, QuanReconciled *rows, guint n);

/* Adds an amount to a sum; where either is unknown, so is the sum. FALSE on overflow. */
gboolean quan_fen_add_unknown (QuanFen *sum, QuanFen amount);
/* Adds all lines of an invoice, with tax, to such a sum. */
gboolean quan_invoice_add_face (const QuanInvoice *invoice, QuanFen *sum);
