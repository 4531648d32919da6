/* What the overview shows: how much is left, what to do next, what was left half done. */
#pragma once
#include "core/desk/preparation.h"
#include "core/engine/agenda.h"

/* How many records need attention, and how many there are. */
typedef struct {
  guint enterprises, contracts, claims, providers;
  guint drafts, returned;   /* claims in these states */
} QuanOverviewCounts;

/* Immutable; its packs are the desk's. */
typedef struct {
  QuanView            view;        /* of the enterprise and the as-of date; of a store without one, of no enterprise */
  QuanEnterprise     *enterprise;  /* NULL: the store has none yet */
  QuanYears          *years;       /* every year with a record, and the as-of year */
  int                 claims[5];   /* claims of the as-of year: approved, submitted, returned, draft; vouchers issued */
  GArray             *agenda;      /* of QuanAgendaItem, by date */
  GPtrArray          *unfinished;  /* of QuanUnfinished */
  QuanOverviewCounts  counts;
} QuanOverview;

void quan_overview_free (QuanOverview *overview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanOverview, quan_overview_free)

/* The overview of an enterprise (NULL: none is chosen, the store may have none). */
QuanOverview *quan_desk_overview (QuanDesk *desk, const char *enterprise, GError **error);
