/* The yearly quota (三¶1-2): two ledgers, claims and redemptions. */
#pragma once
#include "core/engine/view.h"

/* Sums of one ledger in one year, as they stand on the as-of date. */
typedef struct {
  QuanFen  opening, settled, submitted, draft;  /* settled: approved claims, paid redemptions */
  gboolean incomplete;                          /* a standing record has no amount: what is left is unknown */
} QuanLedger;

typedef struct {
  int        year;
  QuanLedger claims, redemptions;
} QuanYear;

/* The years of one enterprise, ascending by year. */
typedef GArray QuanYears; /* of QuanYear */
QuanYears *quan_years_new (void);
/* The entry of a year, made if missing; valid until the next call. */
QuanYear *quan_years_get (QuanYears *years, int year);

/* Adding records to the years they count to. FALSE with QUAN_ERROR_OVERFLOW. Records that do not stand only make their year known. */
gboolean quan_years_add_openings (QuanYears *years, const QuanEnterprise *enterprise, GError **error);
gboolean quan_years_add_claim (QuanYears *years, const QuanClaim *claim, QuanDate as_of, GError **error);
gboolean quan_years_add_redemption (QuanYears *years, const QuanRedemption *redemption, QuanDate as_of, GError **error);

/* The cap of a ledger in a year: the value in force on the year's last day. */
QuanFen quan_quota_cap (const QuanView *view, QuanLedgerKind ledger, int year);
/* What counts against the cap: opening + settled + submitted, under reading caps=joint of both ledgers together (A12).
 * QUAN_FEN_NONE if unknown. */
QuanFen quan_quota_used (const QuanView *view, QuanLedgerKind ledger, const QuanYear *year);
/* What is left, before clamping at zero (negative: the cap is exceeded): cap − used. QUAN_FEN_NONE if unknown. */
QuanFen quan_quota_room (const QuanView *view, QuanLedgerKind ledger, const QuanYear *year);
/* The same, never below zero: what screens and answers call remaining. */
QuanFen quan_quota_remaining (const QuanView *view, QuanLedgerKind ledger, const QuanYear *year);
