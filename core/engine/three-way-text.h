/* What the three-way check finds, in both languages. Internal to the engine. */
#pragma once
#include "core/engine/three-way.h"

/* A way in which a check does not hold. Behind each, the facts its sentences name. */
typedef enum {
  QUAN_FAULT_BUYER_MISSING,     /* invoice.number */
  QUAN_FAULT_BUYER_OTHER,       /* invoice.number, invoice.buyer, enterprise.uscc */
  QUAN_FAULT_SELLER_MISSING,    /* invoice.number */
  QUAN_FAULT_PROVIDER_MISSING,  /* invoice.number, contract.number */
  QUAN_FAULT_SELLER_OTHER,      /* invoice.number, invoice.seller, contract.provider */
  QUAN_FAULT_UNDATED,           /* invoice.number */
  QUAN_FAULT_UNSIGNED,          /* invoice.number, invoice.date, contract.number */
  QUAN_FAULT_DATED_EARLY,       /* invoice.number, invoice.date, contract.signed */
  QUAN_FAULT_DATED_LATE,        /* invoice.number, invoice.date, redemption.filed */
  QUAN_FAULT_DELIVERY_MISSING,  /* invoice.number */
  QUAN_FAULT_DELIVERY_OTHER,    /* invoice.number, delivery.number, delivery.contract, contract.number */
  QUAN_FAULT_PERIOD_MISSING,    /* delivery.number */
  QUAN_FAULT_TERM_MISSING,      /* delivery.number, contract.number */
  QUAN_FAULT_PERIOD_OUTSIDE,    /* delivery.number, delivery.from, delivery.to, limit.from, limit.until */
  QUAN_FAULT_SAME_DELIVERY,     /* invoice.number, other.number, delivery.number */
  QUAN_FAULT_OVERLAP,           /* invoice.number, other.number, delivery.number, other.delivery */
  QUAN_FAULT_AMOUNT_MISSING,    /* delivery.number */
  QUAN_FAULT_COUNTED_MISSING,   /* delivery.number */
  QUAN_FAULT_INVOICED_MORE,     /* delivery.number, delivery.amount, invoices.counted, difference */
  QUAN_FAULT_INVOICED_MISSING,  /* invoice.number */
  QUAN_FAULT_PAYMENT_MISSING,   /* invoice.number */
  QUAN_FAULT_UNPAID,            /* invoice.number, invoices.amount, difference */
  QUAN_FAULT_PAID_LESS,         /* invoice.number, invoices.amount, payments.amount, difference */
  QUAN_FAULT_PAID_MORE,         /* invoice.number, invoices.amount, payments.amount, difference */
  QUAN_FAULT_REFUND_MISSING,    /* invoice.number, difference */
  QUAN_FAULT_PARTS_MORE,        /* payment.number, payment.amount, payment.parts, difference */
  QUAN_FAULT_PAYMENT_AMOUNT,    /* payment.number, payment.parts */
  QUAN_FAULT_BASE_MISSING,      /* redemption.voucher */
  QUAN_FAULT_ELIGIBLE_MISSING,  /* redemption.voucher */
  QUAN_FAULT_BASE_EXCEEDED,     /* redemption.voucher, invoices.counted, award.base, difference */
  QUAN_FAULT_USED,              /* invoice.number, redemption.round, redemption.enterprise */
  QUAN_FAULT_NAME_MISSING,
  QUAN_FAULT_ACCOUNT_MISSING,
  QUAN_FAULT_ACCOUNT_OTHER,     /* bank.account_name, enterprise.name */
  QUAN_N_FAULTS
} QuanFault;

/* A mismatch with its sentences and facts, concerning nothing yet. */
QuanMismatch *quan_mismatch_new (QuanFault fault, const QuanValue *facts, int n, QuanLanguage language);
void          quan_mismatch_free (QuanMismatch *mismatch);

/* Facts; missing where the value is. */
QuanValue quan_text_fact (const char *id, const char *text);
QuanValue quan_date_fact (const char *id, QuanDate date);
QuanValue quan_money_fact (const char *id, QuanFen fen);
