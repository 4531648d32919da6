/* The award (三): base, ceiling, and what can be claimed. */
#pragma once
#include "core/engine/quota.h"

typedef enum {
  QUAN_BASE_KNOWN,
  QUAN_BASE_UNDETERMINED,  /* bundled line, or a schedule that does not add up: never invent a split */
  QUAN_BASE_UNKNOWN,       /* no lines, an amount or a date missing */
} QuanBaseState;

typedef struct {
  QuanBaseState state;
  gboolean      bundled;      /* why undetermined: a bundled line, else the schedule */
  gboolean      by_schedule;  /* the dated schedule decides the compute lines (A1) */
  QuanFen       compute;      /* sum of the counted lines, by the tax reading; QUAN_FEN_NONE if unknown */
  QuanFen       scheduled;    /* sum of the schedule's entries, QUAN_FEN_NONE without one */
  QuanFen       base;         /* QUAN_FEN_NONE unless known */
  int           days_inside, days_total; /* where all counted lines share one period and no schedule is in force, else -1 */
} QuanBase;

/* The base of a contract (三¶3; A1, A2, A3, A5, A6), counting only what lies in the window and not after until
 * (QUAN_DATE_NONE: the whole window). FALSE with QUAN_ERROR_OVERFLOW. */
gboolean quan_base (const QuanView *view, const QuanContract *contract, QuanDate until, QuanBase *base, GError **error);

/* Whether lines of this kind count (A3). */
gboolean quan_line_counts (const QuanView *view, const QuanLine *line);
/* The amount of a contract's or invoice's line by the tax reading (A5); QUAN_FEN_NONE if it is missing. */
QuanFen quan_line_amount (const QuanView *view, const QuanLine *line);

/* How one line entered the base, for sheets that show the lines. */
typedef struct {
  gboolean counted;       /* its kind counts */
  QuanFen  amount;        /* by the tax reading; QUAN_FEN_NONE if unknown */
  int      inside, total; /* days, under A1 months the months; -1 where a schedule decides or dates are missing */
  QuanFen  part;          /* floor (amount × inside ÷ total); QUAN_FEN_NONE where unknown, not counted or scheduled */
} QuanLinePart;
QuanLinePart quan_line_part (const QuanView *view, const QuanContract *contract, const QuanLine *line);

/* The fraction all counted lines share, in *part of the first of them; FALSE where they have none or differ. */
gboolean quan_shared_part (const QuanView *view, const QuanContract *contract, QuanLinePart *part);

/* The support ratio for an enterprise and contract on a date. FALSE if a fact the ratio table needs is missing. */
gboolean quan_support_ratio (const QuanPack *pack, const QuanEnterprise *enterprise, const QuanContract *contract, QuanDate date, QuanDatedValue *ratio);
/* The ratio a claim on the contract was made under: of the day it was submitted, else of the as-of date. As above. */
gboolean quan_claim_ratio (const QuanView *view, const QuanEnterprise *enterprise, const QuanContract *contract,
                           const QuanClaim *claim, QuanDatedValue *ratio);

typedef struct {
  QuanBase       base;
  gboolean       ratio_known;
  QuanDatedValue ratio;       /* value ÷ divisor */
  QuanFen        ceiling;     /* floor (base × ratio) */
  int            year;        /* of the as-of date */
  QuanFen        cap;         /* of the claims ledger in that year */
  QuanLedger     ledger;      /* the claims ledger of that year, without the claim being judged */
  QuanFen        used;        /* what counts against the cap: quan_quota_used */
  QuanFen        remaining;
  QuanFen        requested;   /* of the claim being checked or judged, QUAN_FEN_NONE */
  QuanFen        claimable, forfeited;
  QuanFen        delivered;   /* part of the base delivered by the last round's last filing day; QUAN_FEN_NONE without one */
  QuanFen        redeemable;  /* floor (claimable × delivered ÷ base) */
  QuanFen        at_risk;
} QuanAward;
/* Every amount is QUAN_FEN_NONE where it is undetermined or unknown. */
