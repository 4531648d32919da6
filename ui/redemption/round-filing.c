#include "ui/redemption/round-filing.h"

#include "ui/entries/figures.h"

const char *
quan_round_weekend (const QuanRound *round)
{
  return quan_date_weekday (round->until) > 5 ? quan_weekday_name (round->until) : NULL;
}

static QuanDate
file_by (const QuanRound *round)
{
  return round->until - MAX (0, quan_date_weekday (round->until) - 5);
}

/* What stands in a round says more than what is over, a later one more than an earlier one. */
static gboolean
says_more (const QuanRedemption *redemption, const QuanRedemption *than)
{
  gboolean over = redemption->state == QUAN_REDEMPTION_REJECTED || redemption->state == QUAN_REDEMPTION_WITHDRAWN;
  gboolean than_over =
      than != NULL && (than->state == QUAN_REDEMPTION_REJECTED || than->state == QUAN_REDEMPTION_WITHDRAWN);

  return than == NULL || than_over || !over;
}

/* The redemption that tells how a round stands, NULL if none had been made by the as-of date. */
static const QuanRedemption *
redemption_of (const QuanRoundFiling *self, const char *label)
{
  const GPtrArray *all = self->filing->records->sections[QUAN_REDEMPTIONS];
  const QuanRedemption *found = NULL;

  if (self->filing->redemption != NULL && g_str_equal (self->filing->redemption->round, label))
    return self->filing->redemption;
  for (guint i = 0; i < all->len; i++) {
    const QuanRedemption *redemption = g_ptr_array_index (all, i);
    gboolean known = redemption->state == QUAN_REDEMPTION_DRAFT || redemption->submitted <= self->as_of;

    if (known && g_str_equal (redemption->round, label) && says_more (redemption, found))
      found = redemption;
  }
  return found;
}

static QuanRoundStand
stand_of (const QuanRoundFiling *self, const QuanRound *round, const QuanRedemption *redemption)
{
  static const QuanRoundStand stands[] = {
    [QUAN_REDEMPTION_DRAFT] = QUAN_STAND_DRAFT, [QUAN_REDEMPTION_SUBMITTED] = QUAN_STAND_SUBMITTED,
    [QUAN_REDEMPTION_RETURNED] = QUAN_STAND_RETURNED, [QUAN_REDEMPTION_PAID] = QUAN_STAND_PAID,
    [QUAN_REDEMPTION_REJECTED] = QUAN_STAND_REJECTED, [QUAN_REDEMPTION_WITHDRAWN] = QUAN_STAND_WITHDRAWN,
  };

  if (redemption != NULL)
    return stands[redemption->state];
  if (self->as_of < round->from)
    return QUAN_STAND_FUTURE;
  return self->as_of <= round->until ? QUAN_STAND_OPEN : QUAN_STAND_CLOSED;
}

static void
add_round (QuanRoundFiling *self, const QuanRound *round)
{
  const QuanPreview *preview = self->filing->preview;
  const QuanRedemption *redemption = redemption_of (self, round->label);
  QuanRoundRow row = { round, stand_of (self, round, redemption), file_by (round), QUAN_FEN_NONE };

  if (g_str_equal (preview->round, round->label))
    row.amount = quan_round_filing_amount (self);
  else if (redemption != NULL)
    row.amount = quan_redemption_asked (redemption);
  g_array_append_val (self->rounds, row);
}

QuanRoundFiling *
quan_round_filing_take (QuanDesk *desk, const char *enterprise, const char *label, QuanDate day, GError **error)
{
  QuanDate today = quan_desk_as_of (desk);
  QuanFiling *filing;
  QuanRoundFiling *self;
  const GArray *rounds;

  if (day != QUAN_DATE_NONE)
    quan_desk_set_as_of (desk, day);
  filing = quan_desk_filing (desk, enterprise, label, error);
  quan_desk_set_as_of (desk, today);
  if (filing == NULL)
    return NULL;
  self = g_new (QuanRoundFiling, 1);
  *self = (QuanRoundFiling) { filing, day != QUAN_DATE_NONE ? day : today,
                              g_array_new (FALSE, FALSE, sizeof (QuanRoundRow)) };
  rounds = filing->view.pack->rounds;
  for (guint i = 0; i < rounds->len; i++)
    add_round (self, &g_array_index (rounds, QuanRound, i));
  return self;
}

void
quan_round_filing_free (QuanRoundFiling *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rounds);
  quan_filing_free (self->filing);
  g_free (self);
}

const QuanRoundRow *
quan_round_filing_row (const QuanRoundFiling *self)
{
  for (guint i = 0; i < self->rounds->len; i++) {
    const QuanRoundRow *row = &g_array_index (self->rounds, QuanRoundRow, i);

    if (g_str_equal (row->round->label, self->filing->preview->round))
      return row;
  }
  return NULL;
}

QuanFen
quan_round_filing_amount (const QuanRoundFiling *self)
{
  return self->filing->locked ? quan_redemption_asked (self->filing->redemption) : self->filing->preview->total;
}

guint
quan_round_filing_invoices (const QuanRoundFiling *self, QuanFen *counted)
{
  guint n = 0;

  *counted = 0;
  for (guint i = 0; i < self->filing->places->len; i++) {
    const QuanInvoicePlace *place = &g_array_index (self->filing->places, QuanInvoicePlace, i);

    if (place->place != QUAN_PLACE_NOW)
      continue;
    n++;
    quan_money_add_known (counted, place->counted);
  }
  return n;
}
