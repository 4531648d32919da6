/* What the overview shows: how much is left, what to do next, what was left half done. */
#pragma once
#include "core/desk/preparation.h"
#include "core/engine/agenda.h"
#include "core/engine/timeline.h"

/* How many records need attention, and how many there are. */
typedef struct {
  guint enterprises, providers;  /* of the store */
  guint contracts, claims;       /* of the enterprise, as the registers list them */
  guint drafts, returned;        /* claims in these states, of any year */
  guint redemption_drafts, redemptions_returned;
} QuanOverviewCounts;

/* The claims of the as-of year, as they stood on the as-of date. */
typedef enum {
  QUAN_OVERVIEW_APPROVED,
  QUAN_OVERVIEW_SUBMITTED,
  QUAN_OVERVIEW_RETURNED,
  QUAN_OVERVIEW_DRAFT,
  QUAN_OVERVIEW_VOUCHERS,   /* issued in that year */
  QUAN_N_OVERVIEW_CLAIMS
} QuanOverviewClaims;

/* Immutable; its packs are the desk's. */
typedef struct {
  QuanView            view;        /* of the enterprise and the as-of date; of a store without one, of no enterprise */
  QuanEnterprise     *enterprise;  /* NULL: the store has none yet */
  QuanYears          *years;       /* every year with a record, and the as-of year */
  int                 claims[QUAN_N_OVERVIEW_CLAIMS];
  GArray             *agenda;      /* of QuanAgendaItem, by date */
  GPtrArray          *timelines;   /* of QuanTimeline, ascending: the years in which the pack has rounds, and the as-of year;
                                    * none without an enterprise */
  GPtrArray          *unfinished;  /* of QuanUnfinished */
  QuanOverviewCounts  counts;
} QuanOverview;

void quan_overview_free (QuanOverview *overview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanOverview, quan_overview_free)

/*
 * The overview of an enterprise (NULL: the first of the store, which may have none; a store that is not made yet stays
 * unmade). Contracts are not read but for what is due, and invoices only added up, so it comes soon.
 */
QuanOverview *quan_desk_overview (QuanDesk *desk, const char *enterprise, GError **error);

/* What is due for an enterprise (NULL: the only one), by deadline: the agenda of the overview. GArray of QuanAgendaItem; NULL on error. */
GArray *quan_desk_deadlines (QuanDesk *desk, const char *enterprise, GError **error);
/* These deadlines of an enterprise as a calendar file, in the language of the locale. */
GBytes *quan_desk_calendar (const QuanEnterprise *enterprise, const GArray *deadlines, QuanDate as_of);
