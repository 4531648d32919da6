/* A year of redemptions at a glance: its rounds, what was filed in each, what waits, and what has no round. */
#pragma once
#include "core/engine/redemption.h"

typedef enum {
  QUAN_SEGMENT_PAID,
  QUAN_SEGMENT_SUBMITTED,
  QUAN_SEGMENT_RETURNED,
  QUAN_SEGMENT_DRAFT,
  QUAN_SEGMENT_DUE,      /* nothing is filed, and the round could still bring something */
  QUAN_SEGMENT_MISSED,   /* it closed, nothing was filed */
  QUAN_SEGMENT_FUTURE,
} QuanSegmentState;
/* The state for people. */
const char *quan_segment_state_name (QuanSegmentState state, QuanLanguage language);

typedef struct {
  const QuanRound *round;
  QuanDate         file_by;   /* the last filing day, or the working day before (A11) */
  QuanSegmentState state;
  QuanFen          asked;     /* sum of what stands or is drafted in it */
  QuanFen          received;  /* of its paid redemptions; QUAN_FEN_NONE: none is recorded */
  QuanFen          open;      /* what the round would bring now; QUAN_FEN_NONE where not computed */
} QuanSegment;

typedef struct {
  int      year;
  QuanDate from, until;  /* of the drawing: the first filing day of its rounds or 1 January, to 31 December */
  QuanDate as_of;
  GArray  *segments;     /* of QuanSegment, ascending; none where the pack has no round that year */
  QuanDate gap_from;     /* from this day to the window's end deliveries have no round; QUAN_DATE_NONE: all have one */
  QuanDate gap_until;
  QuanFen  at_risk;      /* of the vouchers and drafts, in that gap */
} QuanTimeline;

void quan_timeline_free (QuanTimeline *timeline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanTimeline, quan_timeline_free)

/* The rounds of a year. records: as quan_agenda takes them; next: the preview of the next round that can still be filed, or
 * NULL. NULL with QUAN_ERROR_OVERFLOW. */
QuanTimeline *quan_timeline (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records,
                             const QuanPreview *next, int year, GError **error);
/* The same in words, a line for each round and one for the gap: what a screen reader says of the drawing. Free with
 * g_free. */
char *quan_timeline_text (const QuanTimeline *timeline, QuanLanguage language);
