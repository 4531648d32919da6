/* The viewpoint of every computation: a pack, the readings chosen and the as-of date. */
#pragma once
#include "core/model/workspace.h"
#include "core/policy/pack.h"

/* Nothing here is owned; all of it outlives the computation. */
typedef struct {
  const QuanPack *pack;
  QuanReadings    readings;
  QuanDate        as_of;
} QuanView;

/* How a claim stands on the as-of date: claims submitted later do not exist yet, one approved later counts as
 * submitted, a returned one stands among the submitted, a rejected or withdrawn one never stands. */
typedef enum { QUAN_STANDING_NONE, QUAN_STANDING_DRAFT, QUAN_STANDING_SUBMITTED, QUAN_STANDING_SETTLED } QuanStanding;
QuanStanding quan_claim_standing (const QuanClaim *claim, QuanDate as_of);
/* The same for a redemption; settled means paid. A returned redemption does not stand: its invoices are free again. */
QuanStanding quan_redemption_standing (const QuanRedemption *redemption, QuanDate as_of);
/* The amount a standing claim weighs: approved where settled, else requested; QUAN_FEN_NONE if that is unknown. */
QuanFen quan_claim_weight (const QuanClaim *claim, QuanStanding standing);
/* The year whose quota a claim uses (A10): of its submission; an undated one counts to the as-of year. */
int quan_claim_year (const QuanClaim *claim, QuanDate as_of);
/* The last day the voucher of an approved claim is good for: of a pack with validity, the day before so many months after
 * its issue. QUAN_DATE_NONE: it does not expire. */
QuanDate quan_voucher_last_day (const QuanPack *pack, const QuanClaim *claim);
