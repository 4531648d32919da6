/* What the pages of a redemption show: the filing of a round, and how the pack's other rounds stand beside it. */
#pragma once
#include "core/desk/redemption.h"

/* How a round stands, as one word. */
typedef enum {
  QUAN_STAND_FUTURE,     /* not open yet */
  QUAN_STAND_OPEN,       /* nothing is filed, and it can be */
  QUAN_STAND_CLOSED,     /* nothing was filed, and it is too late */
  QUAN_STAND_DRAFT,
  QUAN_STAND_SUBMITTED,
  QUAN_STAND_RETURNED,
  QUAN_STAND_PAID,
  QUAN_STAND_REJECTED,
  QUAN_STAND_WITHDRAWN,
  QUAN_N_STANDS
} QuanRoundStand;

typedef struct {
  const QuanRound *round;
  QuanRoundStand   stand;
  QuanDate         file_by;  /* the last filing day, or the working day before where that is a weekend (A11) */
  QuanFen amount; /* what was asked for in it, or the round of the filing would bring; QUAN_FEN_NONE: nothing to say */
} QuanRoundRow;

/* Immutable, owned by its holder; its packs are the desk's. */
typedef struct {
  QuanFiling *filing;
  QuanDate    as_of;   /* the day everything is seen from, also of what was filed before */
  GArray     *rounds;  /* of QuanRoundRow, as the pack has them */
} QuanRoundFiling;

/* The filing of a round (label as in quan_desk_filing) as if the day were another (QUAN_DATE_NONE: the session's). */
QuanRoundFiling *quan_round_filing_take (QuanDesk *desk, const char *enterprise, const char *label, QuanDate day,
                                         GError **error);
void quan_round_filing_free (QuanRoundFiling *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanRoundFiling, quan_round_filing_free)

/* The row of the filing's round; NULL where the pack has no such round. */
const QuanRoundRow *quan_round_filing_row (const QuanRoundFiling *self);
/* What is asked for: of what was filed as it was filed, else what the round would bring. */
QuanFen quan_round_filing_amount (const QuanRoundFiling *self);
/* How many invoices it takes, and what of them counts; *counted is QUAN_FEN_NONE where one is not known. */
guint quan_round_filing_invoices (const QuanRoundFiling *self, QuanFen *counted);
/* The weekday of a round's last day where that is a weekend; NULL: it is a working day. */
const char *quan_round_weekend (const QuanRound *round);
