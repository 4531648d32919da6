#include "core/desk/waiting.h"

#define SATURDAY 6

static QuanDate
first_working_day (int year)
{
  QuanDate date = quan_date_from_ymd (year, 1, 2);

  while (quan_date_weekday (date) >= SATURDAY)
    date++;
  return date;
}

/* The ledgers of a year, empty where nothing is known of it. Nothing is added to years: a case may point into them. */
static QuanYear
year_of (const QuanYears *years, int number)
{
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, QuanYear, i).year == number)
      return g_array_index (years, QuanYear, i);
  return (QuanYear) { .year = number };
}

/* The claims that exist on a date: what was submitted after it cannot stand in the way on a later one. */
static GPtrArray *
claims_on_date (const GPtrArray *claims, QuanDate date)
{
  GPtrArray *seen = g_ptr_array_new ();

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    if (quan_claim_standing (claims->pdata[i], date) != QUAN_STANDING_NONE)
      g_ptr_array_add (seen, claims->pdata[i]);
  return seen;
}

gboolean
quan_waiting (const QuanView *view, const QuanCase *subject, const QuanCheck *check, QuanYears *years,
              QuanWaiting *waiting, GError **error)
{
  g_autoptr (QuanCheck) later = quan_check_new (view->pack);
  g_autoptr (GPtrArray) claims = claims_on_date (subject->claims, view->as_of);
  QuanView then = *view;
  QuanCase subject_then = *subject;
  QuanYear year = year_of (years, quan_date_year (view->as_of) + 1);

  then.as_of = first_working_day (year.year);
  subject_then.year = &year;
  subject_then.claims = claims;
  if (!quan_check_run (later, &then, &subject_then, error))
    return FALSE;
  *waiting = (QuanWaiting) {
    .date = then.as_of,
    .in_force = quan_pack_state (view->pack, then.as_of) == QUAN_PACK_IN_FORCE,
    .verdict = later->verdict,
    .claimable = later->award.claimable,
    .gain = QUAN_FEN_NONE,
    .remaining = later->award.remaining,
  };
  if (!waiting->in_force)
    waiting->claimable = 0;
  if (waiting->claimable != QUAN_FEN_NONE && check->award.claimable != QUAN_FEN_NONE)
    waiting->gain = waiting->claimable - check->award.claimable;
  return TRUE;
}
