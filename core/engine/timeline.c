#include "core/engine/timeline.h"

#include "core/engine/holdings.h"
#include "core/engine/round-invoices.h"

#define SATURDAY 6

/* A timeline in progress. */
typedef struct {
  const QuanView       *view;
  const QuanEnterprise *enterprise;
  const QuanWorkspace  *records;
  const QuanPreview    *next;
} Year;

void
quan_timeline_free (QuanTimeline *timeline)
{
  g_array_unref (timeline->segments);
  g_free (timeline);
}

QuanDate
quan_round_file_by (const QuanRound *round, QuanDate as_of)
{
  QuanDate day = round->until - MAX (0, quan_date_weekday (round->until) - SATURDAY + 1);

  return day >= as_of ? day : round->until;
}

QuanFen
quan_segment_amount (const QuanSegment *segment)
{
  switch (segment->state) {
  case QUAN_SEGMENT_PAID:
    return segment->received != QUAN_FEN_NONE ? segment->received : segment->asked;
  case QUAN_SEGMENT_SUBMITTED:
  case QUAN_SEGMENT_RETURNED:
  case QUAN_SEGMENT_DRAFT:
    return segment->asked;
  case QUAN_SEGMENT_DUE:
  case QUAN_SEGMENT_MISSED:
    return segment->open;
  default:
    return QUAN_FEN_NONE;
  }
}

/* How a redemption stands on the as-of date, as a state of its round; FUTURE where that date cannot see it or it is over
 * without money. A draft of a round that has closed can be filed no more. */
static QuanSegmentState
filed_as (const QuanRedemption *redemption, const QuanRound *round, QuanDate as_of)
{
  if (redemption->state == QUAN_REDEMPTION_RETURNED)
    return redemption->submitted <= as_of ? QUAN_SEGMENT_RETURNED : QUAN_SEGMENT_FUTURE;
  switch (quan_redemption_standing (redemption, as_of)) {
  case QUAN_STANDING_SETTLED:
    return QUAN_SEGMENT_PAID;
  case QUAN_STANDING_SUBMITTED:
    return QUAN_SEGMENT_SUBMITTED;
  case QUAN_STANDING_DRAFT:
    return round->until >= as_of ? QUAN_SEGMENT_DRAFT : QUAN_SEGMENT_FUTURE;
  default:
    return QUAN_SEGMENT_FUTURE;
  }
}

static void
add_filed (QuanSegment *segment, const QuanRedemption *redemption, QuanDate as_of)
{
  static const int precedence[QUAN_N_SEGMENT_STATES] = {
    [QUAN_SEGMENT_PAID] = 1, [QUAN_SEGMENT_DRAFT] = 2, [QUAN_SEGMENT_SUBMITTED] = 3, [QUAN_SEGMENT_RETURNED] = 4,
  };
  QuanSegmentState state = filed_as (redemption, segment->round, as_of);

  if (state == QUAN_SEGMENT_FUTURE)
    return;
  if (precedence[state] > precedence[segment->state])
    segment->state = state;
  for (guint i = 0; redemption->items != NULL && i < redemption->items->len; i++)
    quan_money_add_known (&segment->asked, ((const QuanRedemptionItem *) redemption->items->pdata[i])->amount);
  if (state != QUAN_SEGMENT_PAID || redemption->received == QUAN_FEN_NONE)
    return;
  if (segment->received == QUAN_FEN_NONE)
    segment->received = 0;
  quan_money_add_known (&segment->received, redemption->received);
}

static void
find_filed (const Year *year, QuanSegment *segment)
{
  const GPtrArray *redemptions = year->records->sections[QUAN_REDEMPTIONS];

  for (guint i = 0; i < redemptions->len; i++) {
    const QuanRedemption *redemption = redemptions->pdata[i];

    if (g_str_equal (redemption->enterprise, year->enterprise->uscc)
        && g_str_equal (redemption->round, segment->round->label)
        && (redemption->policy == NULL || g_str_equal (redemption->policy, year->view->pack->id)))
      add_filed (segment, redemption, year->view->as_of);
  }
}

/* What of a voucher is delivered by a day and in no redemption. */
static gboolean
find_waiting (const QuanView *view, const QuanHolding *voucher, QuanDate day, QuanFen *waiting, GError **error)
{
  if (!quan_holding_delivered (view, voucher, day, waiting, error))
    return FALSE;
  quan_money_add_known (waiting, voucher->left == QUAN_FEN_NONE ? QUAN_FEN_NONE : voucher->left - voucher->whole);
  if (*waiting != QUAN_FEN_NONE)
    *waiting = MAX (*waiting, 0);
  return TRUE;
}

/* What of the vouchers a round could have taken: seen on its last day, where that is past, whatever came later. */
static gboolean
find_missed (const Year *year, const QuanRound *round, QuanFen *missed, GError **error)
{
  QuanView then = *year->view;
  g_autoptr (GArray) vouchers = NULL;

  then.as_of = MIN (then.as_of, round->until);
  vouchers = quan_vouchers (&then, year->enterprise, year->records, error);
  *missed = 0;
  for (guint i = 0; vouchers != NULL && i < vouchers->len; i++) {
    const QuanHolding *voucher = &g_array_index (vouchers, QuanHolding, i);
    QuanFen waiting;

    if (voucher->contract != NULL && !quan_round_serves (round, voucher->contract))
      continue;
    if (!find_waiting (&then, voucher, round->until, &waiting, error))
      return FALSE;
    quan_money_add_known (missed, waiting);
  }
  return vouchers != NULL;
}

static gboolean
is_next (const Year *year, const QuanRound *round)
{
  return year->next != NULL && g_str_equal (year->next->round, round->label);
}

/* The state of a round in which nothing is filed. */
static gboolean
find_unfiled (const Year *year, QuanSegment *segment, GError **error)
{
  const QuanRound *round = segment->round;
  QuanDate as_of = year->view->as_of;
  QuanFen missed;

  if (as_of < round->from)
    return TRUE;
  if (is_next (year, round)) {
    segment->state = year->next->items->len > 0 ? QUAN_SEGMENT_DUE : QUAN_SEGMENT_NOTHING;
    return TRUE;
  }
  if (!find_missed (year, round, &missed, error))
    return FALSE;
  segment->state = missed == 0 ? QUAN_SEGMENT_NOTHING : as_of > round->until ? QUAN_SEGMENT_MISSED : QUAN_SEGMENT_DUE;
  if (segment->state == QUAN_SEGMENT_MISSED)
    segment->open = missed;
  return TRUE;
}

static gboolean
add_segment (const Year *year, const QuanRound *round, GArray *segments, GError **error)
{
  QuanSegment segment = {
    .round = round, .file_by = quan_round_file_by (round, year->view->as_of), .state = QUAN_SEGMENT_FUTURE,
    .received = QUAN_FEN_NONE, .open = is_next (year, round) ? year->next->total : QUAN_FEN_NONE,
  };

  find_filed (year, &segment);
  if (segment.state == QUAN_SEGMENT_FUTURE && !find_unfiled (year, &segment, error))
    return FALSE;
  g_array_append_val (segments, segment);
  return TRUE;
}

/* Behind the last round, up to the end of the window in which deliveries count. */
static gboolean
find_gap (const Year *year, QuanTimeline *timeline, GError **error)
{
  const QuanPack *pack = year->view->pack;
  const QuanRound *last = quan_pack_last_round (pack);
  QuanDate until = (QuanDate) quan_parameter_value (pack->window_until, timeline->as_of)->value;
  g_autoptr (GArray) holdings = NULL;

  if (last == NULL || last->until >= until || quan_date_year (last->until + 1) > timeline->year
      || quan_date_year (until) < timeline->year)
    return TRUE;
  holdings = quan_holdings (year->view, year->enterprise, year->records, error);
  if (holdings == NULL)
    return FALSE;
  timeline->gap_from = last->until + 1;
  timeline->gap_until = until;
  for (guint i = 0; i < holdings->len; i++)
    quan_money_add_known (&timeline->at_risk, g_array_index (holdings, QuanHolding, i).at_risk);
  return TRUE;
}

QuanTimeline *
quan_timeline (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records,
               const QuanPreview *next, int year, GError **error)
{
  const Year drawn = { view, enterprise, records, next };
  g_autoptr (QuanTimeline) timeline = g_new0 (QuanTimeline, 1);

  timeline->year = year;
  timeline->as_of = view->as_of;
  timeline->gap_from = timeline->gap_until = QUAN_DATE_NONE;
  timeline->segments = g_array_new (FALSE, TRUE, sizeof (QuanSegment));
  for (guint i = 0; i < view->pack->rounds->len; i++) {
    const QuanRound *round = &g_array_index (view->pack->rounds, QuanRound, i);

    if (round->year == year && !add_segment (&drawn, round, timeline->segments, error))
      return NULL;
  }
  return find_gap (&drawn, timeline, error) ? g_steal_pointer (&timeline) : NULL;
}
