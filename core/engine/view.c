#include "core/engine/view.h"

QuanStanding
quan_claim_standing (const QuanClaim *claim, QuanDate as_of)
{
  switch (claim->state) {
  case QUAN_CLAIM_DRAFT:
    return QUAN_STANDING_DRAFT;
  case QUAN_CLAIM_SUBMITTED:
  case QUAN_CLAIM_RETURNED:
  case QUAN_CLAIM_APPROVED:
    if (claim->submitted != QUAN_DATE_NONE && claim->submitted > as_of)
      return QUAN_STANDING_NONE;
    return claim->state == QUAN_CLAIM_APPROVED && claim->issued <= as_of ? QUAN_STANDING_SETTLED : QUAN_STANDING_SUBMITTED;
  default:
    return QUAN_STANDING_NONE;
  }
}

QuanStanding
quan_redemption_standing (const QuanRedemption *redemption, QuanDate as_of)
{
  switch (redemption->state) {
  case QUAN_REDEMPTION_DRAFT:
    return QUAN_STANDING_DRAFT;
  case QUAN_REDEMPTION_SUBMITTED:
  case QUAN_REDEMPTION_PAID:
    if (redemption->submitted != QUAN_DATE_NONE && redemption->submitted > as_of)
      return QUAN_STANDING_NONE;
    return redemption->state == QUAN_REDEMPTION_PAID && redemption->paid_on <= as_of ? QUAN_STANDING_SETTLED : QUAN_STANDING_SUBMITTED;
  default:
    return QUAN_STANDING_NONE;
  }
}

QuanFen
quan_claim_weight (const QuanClaim *claim, QuanStanding standing)
{
  return standing == QUAN_STANDING_SETTLED && claim->approved != QUAN_FEN_NONE ? claim->approved : claim->requested;
}

int
quan_claim_year (const QuanClaim *claim, QuanDate as_of)
{
  return quan_date_year (claim->submitted != QUAN_DATE_NONE ? claim->submitted : as_of);
}

QuanDate
quan_voucher_last_day (const QuanPack *pack, const QuanClaim *claim)
{
  const QuanParameter *months = pack->voucher_months;
  QuanDate day;

  if (months == NULL || claim->issued == QUAN_DATE_NONE)
    return QUAN_DATE_NONE;
  day = quan_date_add_months (claim->issued, (int) quan_parameter_value (months, claim->issued)->value);
  return day == QUAN_DATE_NONE ? QUAN_DATE_NONE : day - 1;
}
