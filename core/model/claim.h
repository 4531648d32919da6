/* A claim (申领) on a contract, and the voucher (算力券) an approved one yields. */
#pragma once
#include "core/model/record.h"

typedef enum {
  QUAN_CLAIM_DRAFT = 1,
  QUAN_CLAIM_SUBMITTED,
  QUAN_CLAIM_RETURNED,
  QUAN_CLAIM_APPROVED,
  QUAN_CLAIM_REJECTED,
  QUAN_CLAIM_WITHDRAWN,
} QuanClaimState;

typedef struct {
  char    *contract;    /* number */
  char    *enterprise;  /* USCC; in memory always resolved, see names_enterprise */
  QuanDate submitted;   /* of a draft: the day it is meant for */
  QuanFen  requested;
  int      state;       /* QuanClaimState */
  QuanFen  base;        /* base when submitted; absent: the base now */
  QuanFen  approved;
  char    *voucher;     /* number, unique in the store; required of an approved claim */
  QuanDate issued;      /* of the voucher; required of an approved claim */
  char    *reason;      /* of a return, rejection or withdrawal */
  char    *policy;      /* id of the pack it is pinned to; absent: in force at submission */
  gboolean names_enterprise; /* it was written with its enterprise; kept so that an export gives the same object */
} QuanClaim;

extern const QuanRecordType quan_claim_type;
