/* A redemption (兑付): one filing in a quarterly round for the money of vouchers. */
#pragma once
#include "core/model/record.h"

typedef enum {
  QUAN_REDEMPTION_DRAFT = 1,
  QUAN_REDEMPTION_SUBMITTED,
  QUAN_REDEMPTION_RETURNED,
  QUAN_REDEMPTION_PAID,
  QUAN_REDEMPTION_REJECTED,
  QUAN_REDEMPTION_WITHDRAWN,
} QuanRedemptionState;

typedef struct {
  char      *voucher;   /* number */
  GPtrArray *invoices;  /* of char *, invoice numbers */
  QuanFen    amount;    /* may be negative: to return or offset */
} QuanRedemptionItem;

typedef struct {
  char      *round;       /* label "2024Q2"; its first four digits are the year of the redemption */
  char      *enterprise;  /* resolved in memory */
  QuanDate   submitted;
  int        state;       /* QuanRedemptionState */
  QuanDate   paid_on;
  QuanFen    received;    /* the money that came; absent: not recorded. Compared with what was asked for, never counted */
  char      *reason;
  char      *policy;
  GPtrArray *items;       /* of QuanRedemptionItem */
  gboolean   names_enterprise;
} QuanRedemption;

extern const QuanRecordType quan_redemption_item_type;
extern const QuanRecordType quan_redemption_type;

/* Whether a text is a round label: four digits, Q and 1..4, or H and 1..2. */
gboolean quan_round_label_valid (const char *label);
/* The year of a valid label. */
int quan_round_label_year (const char *label);
