/* Where every invoice of an enterprise has its place: in this round, in another, in none, and why. */
#pragma once
#include "core/engine/redemption.h"

typedef enum {
  QUAN_PLACE_NOW,          /* this round takes it */
  QUAN_PLACE_REDEEMED,     /* in a submitted or paid redemption */
  QUAN_PLACE_LATER,        /* a later round takes it: dated, or its delivery ends, after this one's last filing day, or its
                              contract was signed too late for this one */
  QUAN_PLACE_NO_ROUND,     /* no round is left that takes it (A11) */
  QUAN_PLACE_UNPROVEN,     /* it names no delivery record */
  QUAN_PLACE_UNDATED,
  QUAN_PLACE_FUTURE,       /* dated after the as-of date */
  QUAN_PLACE_WAITS,        /* a red-letter invoice: what it reverses counts in no round yet */
  QUAN_PLACE_NOT_COUNTED,  /* it has no line of a counted kind */
  QUAN_PLACE_NO_VOUCHER,   /* its contract has no voucher of this pack on the as-of date */
  QUAN_N_PLACES
} QuanPlace;
/* "now", "redeemed" … */
const char *quan_place_id (QuanPlace place);
/* "This round", "Already redeemed" …, for people. */
const char *quan_place_name (QuanPlace place, QuanLanguage language);

typedef struct {
  const QuanInvoice    *invoice;
  QuanPlace             place;
  QuanFen               counted;     /* its compute lines under the tax reading; QUAN_FEN_NONE where one has no amount */
  const QuanRound      *round;       /* of QUAN_PLACE_LATER */
  const QuanRedemption *redemption;  /* of QUAN_PLACE_REDEEMED */
} QuanInvoicePlace;

/* The place of every invoice of the enterprise, by contract, date and number, seen from a round (label valid and of the
 * pack). Pointers are into the records. GArray of QuanInvoicePlace; NULL with QUAN_ERROR_OVERFLOW. */
GArray *quan_invoice_places (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records,
                             const char *label, GError **error);
