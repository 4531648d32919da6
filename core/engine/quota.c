#include "core/engine/quota.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"

QuanYears *
quan_years_new (void)
{
  return g_array_new (FALSE, TRUE, sizeof (QuanYear));
}

QuanYear *
quan_years_get (QuanYears *years, int year)
{
  QuanYear entry = { .year = year };
  guint i = 0;

  while (i < years->len && g_array_index (years, QuanYear, i).year < year)
    i++;
  if (i == years->len || g_array_index (years, QuanYear, i).year != year)
    g_array_insert_val (years, i, entry);
  return &g_array_index (years, QuanYear, i);
}

static gboolean
add_to (QuanFen *sum, QuanFen amount, int year, GError **error)
{
  if (quan_money_add (*sum, amount, sum))
    return TRUE;
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_OVERFLOW, _("The amounts of %d add up to more than this program can compute with; correct them."), year);
  return FALSE;
}

/* Adds an amount to the sum of its standing. */
static gboolean
add_standing (QuanLedger *ledger, QuanStanding standing, QuanFen amount, int year, GError **error)
{
  QuanFen *const sums[] = { NULL, &ledger->draft, &ledger->submitted, &ledger->settled };

  if (standing == QUAN_STANDING_NONE)
    return TRUE;
  if (amount == QUAN_FEN_NONE) {
    ledger->incomplete |= standing != QUAN_STANDING_DRAFT;
    return TRUE;
  }
  return add_to (sums[standing], amount, year, error);
}

gboolean
quan_years_add_openings (QuanYears *years, const QuanEnterprise *enterprise, GError **error)
{
  for (guint i = 0; enterprise->opening_balances && i < enterprise->opening_balances->len; i++) {
    const QuanOpening *opening = g_ptr_array_index (enterprise->opening_balances, i);
    QuanYear *year = quan_years_get (years, opening->year);
    QuanLedger *ledger = opening->ledger == QUAN_LEDGER_CLAIMS ? &year->claims : &year->redemptions;

    if (!add_to (&ledger->opening, opening->amount, opening->year, error))
      return FALSE;
  }
  return TRUE;
}

/* Whether the as-of date can see that a record was ever filed: a record submitted later does not exist yet. */
static gboolean
exists (QuanDate submitted, gboolean draft, QuanDate as_of)
{
  return draft || submitted == QUAN_DATE_NONE || submitted <= as_of;
}

gboolean
quan_years_add_claim (QuanYears *years, const QuanClaim *claim, QuanDate as_of, GError **error)
{
  QuanStanding standing = quan_claim_standing (claim, as_of);
  int year = quan_claim_year (claim, as_of);

  if (!exists (claim->submitted, claim->state == QUAN_CLAIM_DRAFT, as_of))
    return TRUE;
  return add_standing (&quan_years_get (years, year)->claims, standing, quan_claim_weight (claim, standing), year, error);
}

gboolean
quan_years_add_redemption (QuanYears *years, const QuanRedemption *redemption, QuanDate as_of, GError **error)
{
  QuanStanding standing = quan_redemption_standing (redemption, as_of);
  int year = quan_round_label_year (redemption->round);
  QuanLedger *ledger;

  if (!exists (redemption->submitted, redemption->state == QUAN_REDEMPTION_DRAFT, as_of))
    return TRUE;
  ledger = &quan_years_get (years, year)->redemptions;
  for (guint i = 0; redemption->items && i < redemption->items->len; i++) {
    const QuanRedemptionItem *item = g_ptr_array_index (redemption->items, i);

    if (!add_standing (ledger, standing, item->amount, year, error))
      return FALSE;
  }
  return TRUE;
}

QuanFen
quan_quota_cap (const QuanView *view, QuanLedgerKind ledger, int year)
{
  const QuanQuota *quota = ledger == QUAN_LEDGER_CLAIMS ? &view->pack->claims : &view->pack->redemptions;

  return quan_parameter_value (quota->cap, quan_date_from_ymd (year, 12, 31))->value;
}

static QuanFen
taken (const QuanLedger *ledger)
{
  QuanFen sum;

  if (ledger->incomplete || !quan_money_add (ledger->opening, ledger->settled, &sum) ||
      !quan_money_add (sum, ledger->submitted, &sum))
    return QUAN_FEN_NONE;
  return sum;
}

QuanFen
quan_quota_used (const QuanView *view, QuanLedgerKind ledger, const QuanYear *year)
{
  gboolean joint = quan_readings_code (&view->readings, view->pack, QUAN_SWITCH_CAPS) == QUAN_CAPS_JOINT;
  QuanFen claims = taken (&year->claims), redemptions = taken (&year->redemptions), both;

  if (!joint)
    return ledger == QUAN_LEDGER_CLAIMS ? claims : redemptions;
  if (claims == QUAN_FEN_NONE || redemptions == QUAN_FEN_NONE || !quan_money_add (claims, redemptions, &both))
    return QUAN_FEN_NONE;
  return both;
}

QuanFen
quan_quota_room (const QuanView *view, QuanLedgerKind ledger, const QuanYear *year)
{
  QuanFen used = quan_quota_used (view, ledger, year), room;

  if (used == QUAN_FEN_NONE || !quan_money_add (quan_quota_cap (view, ledger, year->year), -used, &room))
    return QUAN_FEN_NONE;
  return room;
}

QuanFen
quan_quota_remaining (const QuanView *view, QuanLedgerKind ledger, const QuanYear *year)
{
  QuanFen room = quan_quota_room (view, ledger, year);

  return room == QUAN_FEN_NONE ? QUAN_FEN_NONE : MAX (0, room);
}
