/* A year of redemptions at a glance: its rounds, what was filed in each, what waits, and what has no round. */
#pragma once
#include "core/engine/redemption.h"

typedef enum {
  QUAN_SEGMENT_PAID,
  QUAN_SEGMENT_SUBMITTED,
  QUAN_SEGMENT_RETURNED,
  QUAN_SEGMENT_DRAFT,
  QUAN_SEGMENT_DUE,      /* nothing is filed, and the round, which is open, could bring something */
  QUAN_SEGMENT_MISSED,   /* it closed and nothing was filed, though something of the vouchers had been delivered */
  QUAN_SEGMENT_NOTHING,  /* it is open or closed, and there is or was nothing to file */
  QUAN_SEGMENT_FUTURE,
  QUAN_N_SEGMENT_STATES
} QuanSegmentState;
/* The state for people. */
const char *quan_segment_state_name (QuanSegmentState state, QuanLanguage language);

/* Of several redemptions of a round what is under way comes before what is paid, a returned one first. */
typedef struct {
  const QuanRound *round;     /* of the pack */
  QuanDate         file_by;
  QuanSegmentState state;
  QuanFen          asked;     /* sum of what stands, was returned or is drafted in it; QUAN_FEN_NONE where unknown */
  QuanFen          received;  /* of its paid redemptions; QUAN_FEN_NONE: none is recorded */
  QuanFen          open;      /* what the round would bring now; of a missed one what of the vouchers had been delivered and
                               * not redeemed when it closed; QUAN_FEN_NONE where that is not known */
} QuanSegment;

/* Of one pack, which has to outlive it. */
typedef struct {
  int      year;
  QuanDate as_of;
  GArray  *segments;   /* of QuanSegment, ascending; none where the pack has no round that year */
  QuanDate gap_from;   /* from this day to gap_until deliveries have no round; QUAN_DATE_NONE: all of the year have one */
  QuanDate gap_until;
  QuanFen  at_risk;    /* of the vouchers and drafts, in that gap; QUAN_FEN_NONE where unknown */
} QuanTimeline;

void quan_timeline_free (QuanTimeline *timeline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanTimeline, quan_timeline_free)

/* A round for people: "2025Q4", "2025 年第四季度". label must be valid. Free with g_free. */
char *quan_round_name (const char *label, QuanLanguage language);
/* The day to file by: the last of the round, or the working day before where that is a weekend, as long as it is still to
 * come on the as-of date (A11). */
QuanDate quan_round_file_by (const QuanRound *round, QuanDate as_of);

/* The rounds of a year. records: as quan_agenda takes them; next: the preview of the next round that can still be filed, or
 * NULL. NULL with QUAN_ERROR_OVERFLOW. */
QuanTimeline *quan_timeline (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records,
                             const QuanPreview *next, int year, GError **error);
/* The segment's figure, the one that goes with its state: what came or was asked for, what can be filed, what was missed.
 * QUAN_FEN_NONE where there is none or it is not known. */
QuanFen quan_segment_amount (const QuanSegment *segment);
/* The same in words, a line for each round and one for the gap: what a screen reader says of the drawing. Free with
 * g_free. */
char *quan_timeline_text (const QuanTimeline *timeline, QuanLanguage language);
