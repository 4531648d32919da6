/* What proves delivery and payment: delivery records, settlement invoices, payments. */
#pragma once
#include "core/model/record.h"

typedef struct {
  char    *number;      /* key within the enterprise */
  char    *contract;
  char    *enterprise;  /* resolved in memory */
  QuanDate from, to;    /* period delivered, both days included */
  QuanFen  amount;
  gboolean names_enterprise;
} QuanDelivery;

typedef struct {
  char      *number;      /* key in the store; text, 20 digits or code and number */
  char      *contract;
  char      *enterprise;  /* resolved in memory */
  QuanDate   date;
  char      *buyer;       /* USCC */
  char      *seller;      /* USCC */
  GPtrArray *lines;       /* of QuanLine, quan_invoice_line_type */
  char      *delivery;    /* number of the delivery record */
  char      *reverses;    /* a red-letter invoice: number of the invoice it reverses; its amounts are negative */
  QuanFen    paid;        /* shorthand for one payment */
  QuanDate   paid_on;
  gboolean   names_enterprise;
} QuanInvoice;

/* The part of a payment that settles one invoice. */
typedef struct {
  char   *number;  /* of the invoice */
  QuanFen amount;
} QuanPaymentPart;

typedef struct {
  char      *number;    /* key in the store */
  QuanDate   date;
  QuanFen    amount;
  GPtrArray *invoices;  /* of QuanPaymentPart */
} QuanPayment;

/* The number of an invoice in the one way it is written, so that the same invoice is found under the same number: half-width,
 * without blanks around it, and without any where it is of digits. Free with g_free. */
char *quan_invoice_number (const char *text);

extern const QuanRecordType quan_delivery_type;
extern const QuanRecordType quan_invoice_type;
extern const QuanRecordType quan_payment_part_type;
extern const QuanRecordType quan_payment_type;
