/* The registers: the rows of contracts, claims, vouchers, deliveries, invoices, payments, redemptions and providers, with what
 * the engine and other records say of them. */
#pragma once
#include "core/desk/desk.h"

/* How a contract stands, as one word. */
typedef enum {
  QUAN_CONTRACT_UNCLAIMED,     /* nothing was begun, and nothing speaks against it */
  QUAN_CONTRACT_INELIGIBLE,    /* nothing stands, and a rule fails */
  QUAN_CONTRACT_UNDETERMINED,  /* nothing stands, and the base is not known */
  QUAN_CONTRACT_DRAFT,
  QUAN_CONTRACT_SUBMITTED,
  QUAN_CONTRACT_RETURNED,
  QUAN_CONTRACT_APPROVED,
  QUAN_CONTRACT_REJECTED,
  QUAN_CONTRACT_WITHDRAWN,
  QUAN_N_CONTRACT_STATES
} QuanContractState;
/* "Not claimed", "Draft" …, for people. */
const char *quan_contract_state_name (QuanContractState state, QuanLanguage language);

typedef struct {
  char    *enterprise, *number, *title, *provider;  /* the provider's name, else its code; NULL where absent */
  QuanDate signed_on, starts, ends;
  QuanFen  compute;                 /* sum of the counted lines by the tax reading; QUAN_FEN_NONE where a bundle hides it */
  QuanFen  other;                   /* sum of the other lines, bundles among them; QUAN_FEN_NONE where unknown */
  int      days_inside, days_total; /* as QuanBase; -1 */
  QuanFen  base, ceiling;
  QuanContractState state;
  gboolean counts;                  /* base and ceiling belong into a sum: not withdrawn, rejected or ineligible */
} QuanContractRow;

typedef struct {
  char    *enterprise, *contract, *title, *voucher;
  int      state;                                   /* QuanClaimState, as seen on the as-of date */
  QuanDate submitted, issued;
  QuanFen  requested, approved;
} QuanClaimRow;

/* Any provider of the store. */
typedef struct {
  char    *uscc, *name;
  guint    contracts;   /* of the enterprise asked for; may be none */
  QuanFen  amount;      /* sum of their lines by the tax reading; QUAN_FEN_NONE if one is unknown */
} QuanProviderRow;

/* A voucher, as seen on the as-of date. */
typedef struct {
  char    *enterprise, *voucher, *contract, *title;
  QuanDate issued, expires;   /* the last day it is good for; QUAN_DATE_NONE: it does not expire */
  QuanFen  value;             /* approved, else requested */
  QuanFen  redeemed;          /* in submitted and paid redemptions */
  QuanFen  left;              /* value − redeemed */
} QuanVoucherRow;

typedef struct {
  char    *enterprise, *number, *contract;
  QuanDate from, to;
  QuanFen  amount;
  guint    invoices;          /* that name it */
  QuanFen  invoiced;          /* their lines, red letters subtracted; QUAN_FEN_NONE where one has no amount */
} QuanDeliveryRow;

/* How an invoice stands, as one word. */
typedef enum {
  QUAN_INVOICE_FREE,          /* in no redemption */
  QUAN_INVOICE_LACKS_DELIVERY,  /* likewise, and it names no delivery record */
  QUAN_INVOICE_FILED,         /* in a submitted redemption */
  QUAN_INVOICE_PAID_OUT,      /* in a paid one */
  QUAN_N_INVOICE_STANDS
} QuanInvoiceStand;
/* "Not redeemed", "Delivery missing" …, for people. */
const char *quan_invoice_stand_name (QuanInvoiceStand stand, QuanLanguage language);

typedef struct {
  char    *enterprise, *number, *contract, *delivery, *reverses, *round;  /* round: of its redemption, or NULL */
  QuanDate date;
  QuanFen  counted;           /* lines of counted kinds by the tax reading; QUAN_FEN_NONE where one has no amount */
  QuanFen  other;             /* the other lines */
  QuanFen  gross;             /* all lines with VAT, whatever the reading */
  QuanFen  paid;              /* by payments, and by its own shorthand */
  QuanInvoiceStand stand;
} QuanInvoiceRow;

typedef struct {
  char    *number, *invoices; /* the numbers it settles, "、" or ", " between them; "" where it names none */
  QuanDate date;
  QuanFen  amount;
  QuanFen  settled;           /* sum of its parts */
} QuanPaymentRow;

typedef struct {
  char    *enterprise, *round, *vouchers, *reason;
  int      state;             /* QuanRedemptionState, as seen on the as-of date */
  QuanDate submitted, paid_on;
  guint    invoices;
  QuanFen  asked, received;   /* received only where it is recorded */
} QuanRedemptionRow;

void quan_voucher_row_free (QuanVoucherRow *row);
void quan_delivery_row_free (QuanDeliveryRow *row);
void quan_invoice_row_free (QuanInvoiceRow *row);
void quan_payment_row_free (QuanPaymentRow *row);
void quan_redemption_row_free (QuanRedemptionRow *row);
void quan_contract_row_free (QuanContractRow *row);
void quan_claim_row_free (QuanClaimRow *row);
void quan_provider_row_free (QuanProviderRow *row);

/* Receives up to some thousand rows at a time, which it owns (each row, not the array). FALSE ends the walk. */
typedef gboolean (*QuanRowsFunc) (GPtrArray *rows, gpointer data);

/* The rows of an enterprise. Memory does not grow with their number but for what func keeps. Claims and redemptions that
 * were submitted after the as-of date are not there; one approved or paid later is still submitted. Deliveries, invoices and
 * payments are there whatever their date; what others say of them is what was known on the as-of date. Payments belong to no
 * enterprise: those of its invoices are listed, and those that name none. A walk that ends early by func or cancellable is an
 * error of G_IO_ERROR_CANCELLED. */
gboolean quan_desk_contract_rows (QuanDesk *desk, const char *enterprise, QuanRowsFunc func, gpointer data,
                                  GCancellable *cancellable, GError **error);
gboolean quan_desk_claim_rows (QuanDesk *desk, const char *enterprise, QuanRowsFunc func, gpointer data,
                               GCancellable *cancellable, GError **error);
gboolean quan_desk_voucher_rows (QuanDesk *desk, const char *enterprise, QuanRowsFunc func, gpointer data,
                                 GCancellable *cancellable, GError **error);
gboolean quan_desk_delivery_rows (QuanDesk *desk, const char *enterprise, QuanRowsFunc func, gpointer data,
                                  GCancellable *cancellable, GError **error);
gboolean quan_desk_invoice_rows (QuanDesk *desk, const char *enterprise, QuanRowsFunc func, gpointer data,
                                 GCancellable *cancellable, GError **error);
gboolean quan_desk_payment_rows (QuanDesk *desk, const char *enterprise, QuanRowsFunc func, gpointer data,
                                 GCancellable *cancellable, GError **error);
gboolean quan_desk_redemption_rows (QuanDesk *desk, const char *enterprise, QuanRowsFunc func, gpointer data,
                                    GCancellable *cancellable, GError **error);
gboolean quan_desk_provider_rows (QuanDesk *desk, const char *enterprise, QuanRowsFunc func, gpointer data,
                                  GCancellable *cancellable, GError **error);
