/* What an enterprise holds under a pack: its drafts, its submitted claims, its vouchers. Internal to the engine. */
#pragma once
#include "core/engine/check.h"

/* A claim that is not over, or the voucher it yielded. Amounts are QUAN_FEN_NONE where unknown. */
typedef struct {
  const QuanClaim    *claim;
  const QuanContract *contract;  /* NULL where the records do not hold it */
  QuanStanding        standing;  /* draft, submitted, or settled: a voucher */
  QuanFen             whole;     /* approved, else requested; of a draft that asks for nothing yet what is claimable */
  QuanFen             left;      /* of it, what is in no submitted or paid redemption */
  QuanFen             at_risk;   /* of what is left, what the rounds do not reach (A11) */
} QuanHolding;

/* The holdings among an enterprise's records that are not pinned to another pack, in the order of the claims. GArray of
 * QuanHolding, whose pointers are into the records. NULL with QUAN_ERROR_OVERFLOW. */
GArray *quan_holdings (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records,
                       GError **error);
/* The vouchers alone. */
GArray *quan_vouchers (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records,
                       GError **error);
/* What of the whole goes with the part of the base that is delivered by a day; QUAN_FEN_NONE where that is not known.
 * FALSE with QUAN_ERROR_OVERFLOW. */
gboolean quan_holding_delivered (const QuanView *view, const QuanHolding *holding, QuanDate until, QuanFen *delivered,
                                 GError **error);
