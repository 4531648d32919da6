/* The applicant (企业) and the provider of compute (智能算力供给方). */
#pragma once
#include "core/model/record.h"

typedef enum {
  QUAN_ENTITY_COMPANY = 1,
  QUAN_ENTITY_BRANCH,
  QUAN_ENTITY_OFFICE,
  QUAN_ENTITY_SOLE_PROPRIETOR,
  QUAN_ENTITY_PARTNERSHIP,
  QUAN_ENTITY_OTHER,
} QuanEntityType;

typedef enum { QUAN_AI_DECLARED = 1, QUAN_AI_CONFIRMED, QUAN_AI_NO } QuanAiDirection;

typedef enum { QUAN_LEDGER_CLAIMS = 1, QUAN_LEDGER_REDEMPTIONS } QuanLedgerKind;

typedef struct {
  char *name, *phone, *email;
} QuanContact;

/* Where the money goes; the account's name must be the enterprise's. */
typedef struct {
  char *account_name, *bank_name;
  char *account;  /* digits as text, 8 to 32 */
  char *cnaps;    /* 联行号, 12 digits as text */
} QuanBank;

/* What a year's ledger already held before this program was used. */
typedef struct {
  int     year;
  int     ledger;  /* QuanLedgerKind */
  QuanFen amount;
} QuanOpening;

typedef struct {
  char        *uscc;                 /* key */
  char        *name;
  int          entity_type;          /* QuanEntityType */
  char        *region;               /* administrative division of registration, six digits */
  char        *industry_code;        /* GB/T 4754, as written: "I6513", "6513", "65" */
  char        *address;
  char        *legal_representative;
  QuanDate     established;
  QuanContact *contact;
  QuanBank    *bank;
  int          ai_direction;         /* QuanAiDirection */
  int          finance_system;       /* QuanFlag */
  GArray      *dishonesty_records;   /* of QuanDate; NULL unknown, empty none */
  QuanDate     credit_checked_on;
  GPtrArray   *opening_balances;     /* of QuanOpening */
} QuanEnterprise;

typedef struct {
  char *uscc;  /* key */
  char *name;
} QuanProvider;

extern const QuanRecordType quan_contact_type;
extern const QuanRecordType quan_bank_type;
extern const QuanRecordType quan_opening_type;
extern const QuanRecordType quan_enterprise_type;
extern const QuanRecordType quan_provider_type;
