/* A contract for compute (智能算力服务合同): one agreement with typed lines. */
#pragma once
#include "core/model/record.h"

typedef enum {
  QUAN_LINE_COMPUTE = 1,
  QUAN_LINE_STORAGE,
  QUAN_LINE_NETWORK,
  QUAN_LINE_SECURITY,
  QUAN_LINE_OTHER,
  QUAN_LINE_BUNDLED,  /* compute and something else at one price: leaves the base undetermined */
} QuanLineKind;

typedef enum { QUAN_PURPOSE_TRAINING = 1, QUAN_PURPOSE_APPLICATION, QUAN_PURPOSE_OTHER } QuanPurpose;
typedef enum { QUAN_LEVEL_MUNICIPAL = 1, QUAN_LEVEL_DISTRICT, QUAN_LEVEL_NATIONAL } QuanSubsidyLevel;
typedef enum { QUAN_SCOPE_SAME_CONTRACT = 1, QUAN_SCOPE_OTHER_CONTRACT } QuanSubsidyScope;

/* One priced line of a contract or an invoice. Invoice lines use kind, item, amount and net only. */
typedef struct {
  int      kind;          /* QuanLineKind */
  char    *item;
  QuanFen  amount;        /* gross of VAT; negative only on invoices */
  QuanFen  net;           /* net of VAT */
  QuanDate starts, ends;  /* the line's own period, both days included; absent: the contract's */
  int      cards;
  char    *unit;          /* "card-hour" */
  char    *quantity;      /* decimal as text */
  char    *unit_price;    /* yuan a unit, decimal as text */
} QuanLine;

/* A dated delivery of the contract's compute, gross. */
typedef struct {
  QuanDate date;
  QuanFen  amount;
} QuanScheduleEntry;

typedef struct {
  int level;  /* QuanSubsidyLevel */
  int scope;  /* QuanSubsidyScope */
} QuanSubsidy;

typedef struct {
  char      *number;           /* key within the enterprise */
  char      *enterprise;       /* USCC */
  char      *provider;         /* USCC */
  int        affiliated;       /* QuanFlag: enterprise and provider are affiliates */
  char      *title;
  QuanDate   signed_on;        /* key "signed" */
  QuanDate   starts, ends;     /* term, both days included */
  int        purpose;          /* QuanPurpose */
  char      *field;            /* field of use, a word such as "industry" */
  char      *model;            /* the model trained or applied, and what for */
  GPtrArray *lines;            /* of QuanLine */
  GPtrArray *schedule;         /* of QuanScheduleEntry; compute only, gross, the whole contract */
  GPtrArray *other_subsidies;  /* of QuanSubsidy; NULL unknown, empty none */
} QuanContract;

extern const QuanRecordType quan_line_type;          /* of contracts: amounts not negative */
extern const QuanRecordType quan_invoice_line_type;  /* the same struct; signed amounts, fewer keys */
extern const QuanRecordType quan_schedule_entry_type;
extern const QuanRecordType quan_subsidy_type;
extern const QuanRecordType quan_contract_type;
