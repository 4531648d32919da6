#include "core/desk/overview.h"

#include <string.h>

#include "core/desk/desk-private.h"

/* Reading one contract by its number takes as long as walking past so many. */
#define MANY 8

void
quan_overview_free (QuanOverview *overview)
{
  quan_record_free (&quan_enterprise_type, overview->enterprise);
  g_clear_pointer (&overview->years, g_array_unref);
  g_clear_pointer (&overview->agenda, g_array_unref);
  g_clear_pointer (&overview->timelines, g_ptr_array_unref);
  g_clear_pointer (&overview->unfinished, g_ptr_array_unref);
  g_free (overview);
}

/* Whether the as-of date can see a claim at all. */
static gboolean
exists (const QuanClaim *claim, QuanDate as_of)
{
  return claim->state == QUAN_CLAIM_DRAFT || claim->submitted == QUAN_DATE_NONE || claim->submitted <= as_of;
}

/* The counter of the as-of year that a claim's state belongs to, -1 if to none. */
static int
counter_of (const QuanClaim *claim, QuanDate as_of)
{
  switch (quan_claim_standing (claim, as_of)) {
  case QUAN_STANDING_DRAFT:
    return QUAN_OVERVIEW_DRAFT;
  case QUAN_STANDING_SETTLED:
    return QUAN_OVERVIEW_APPROVED;
  case QUAN_STANDING_SUBMITTED:
    return claim->state == QUAN_CLAIM_RETURNED ? QUAN_OVERVIEW_RETURNED : QUAN_OVERVIEW_SUBMITTED;
  default:
    return -1;
  }
}

static void
count_claim (QuanOverview *overview, const QuanClaim *claim)
{
  QuanDate as_of = overview->view.as_of;
  int year = quan_date_year (as_of), counter = counter_of (claim, as_of);

  if (!exists (claim, as_of))
    return;
  overview->counts.claims++;
  overview->counts.drafts += counter == QUAN_OVERVIEW_DRAFT;
  overview->counts.returned += counter == QUAN_OVERVIEW_RETURNED;
  if (counter >= 0 && quan_claim_year (claim, as_of) == year)
    overview->claims[counter]++;
  if (counter == QUAN_OVERVIEW_APPROVED && quan_date_year (claim->issued) == year)
    overview->claims[QUAN_OVERVIEW_VOUCHERS]++;
}

/* Sees each record of a section once, which it may take by leaving NULL. */
typedef gboolean (*TakeRecord) (gpointer *record, gpointer data, GError **error);

static gboolean
each_record (QuanStore *store, QuanSection section, const char *enterprise, TakeRecord take, gpointer data,
             GError **error)
{
  QuanStoreFilter filter = { .enterprise = enterprise };
  g_autoptr (QuanCursor) cursor = quan_store_select (store, section, &filter, error);
  g_autoptr (GError) failure = NULL;
  gboolean good = cursor != NULL;
  gpointer record;

  while (good && (record = quan_cursor_next (cursor, NULL, &failure)) != NULL) {
    good = take (&record, data, error);
    quan_record_free (quan_section_types[section], record);
  }
  if (failure == NULL)
    return good;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What the agenda is made from, as far as it was loaded. */
typedef struct {
  QuanDesk      *desk;
  QuanOverview  *overview;
  QuanWorkspace *records;
  GHashTable    *contracts;  /* numbers of the contracts whose claims stand */
} Loading;

/* The copy in memory is told which pack it stays with. */
static gboolean
take_claim (gpointer *record, gpointer data, GError **error)
{
  Loading *loading = data;
  QuanClaim *claim = g_steal_pointer (record);

  if (claim->policy == NULL)
    claim->policy = g_strdup (quan_desk_policy_of (loading->desk, loading->overview->enterprise, claim));
  g_ptr_array_add (loading->records->sections[QUAN_CLAIMS], claim);
  count_claim (loading->overview, claim);
  if (quan_claim_standing (claim, loading->overview->view.as_of) != QUAN_STANDING_NONE)
    g_hash_table_add (loading->contracts, claim->contract);
  return TRUE;
}

static gboolean
take_redemption (gpointer *record, gpointer data, GError **error)
{
  Loading *loading = data;
  QuanOverviewCounts *counts = &loading->overview->counts;
  const QuanRedemption *redemption = *record;

  counts->redemption_drafts += redemption->state == QUAN_REDEMPTION_DRAFT;
  counts->redemptions_returned += redemption->state == QUAN_REDEMPTION_RETURNED
                                  && redemption->submitted <= loading->overview->view.as_of;
  g_ptr_array_add (loading->records->sections[QUAN_REDEMPTIONS], g_steal_pointer (record));
  return TRUE;
}

static gboolean
take_provider (gpointer *record, gpointer data, GError **error)
{
  Loading *loading = data;

  g_ptr_array_add (loading->records->sections[QUAN_PROVIDERS], g_steal_pointer (record));
  return TRUE;
}

static gboolean
take_contract (gpointer *record, gpointer data, GError **error)
{
  Loading *loading = data;
  QuanContract *contract = *record;

  if (g_hash_table_contains (loading->contracts, contract->number))
    g_ptr_array_add (loading->records->sections[QUAN_CONTRACTS], g_steal_pointer (record));
  return TRUE;
}

/* One by one. */
static gboolean
find_contracts (Loading *loading, GError **error)
{
  QuanStoreFilter filter = { .enterprise = loading->overview->enterprise->uscc };
  g_autoptr (GError) failure = NULL;
  GHashTableIter iter;
  gpointer number;

  g_hash_table_iter_init (&iter, loading->contracts);
  while (failure == NULL && g_hash_table_iter_next (&iter, &number, NULL)) {
    QuanContract *contract;

    filter.key = number;
    contract = quan_store_find (loading->desk->store, QUAN_CONTRACTS, &filter, NULL, &failure);
    if (contract != NULL)
      g_ptr_array_add (loading->records->sections[QUAN_CONTRACTS], contract);
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The contracts whose claims stand: where they are many among all, they come sooner in a walk through all. */
static gboolean
load_contracts (Loading *loading, GError **error)
{
  const QuanOverview *overview = loading->overview;

  if (g_hash_table_size (loading->contracts) < overview->counts.contracts / MANY)
    return find_contracts (loading, error);
  return each_record (loading->desk->store, QUAN_CONTRACTS, overview->enterprise->uscc, take_contract, loading, error);
}

/* All claims, which are counted on the way; the contracts and providers of those that stand; the redemptions. */
static gboolean
load_records (Loading *loading, GError **error)
{
  const char *enterprise = loading->overview->enterprise->uscc;
  QuanStore *store = loading->desk->store;

  return each_record (store, QUAN_CLAIMS, enterprise, take_claim, loading, error)
         && each_record (store, QUAN_REDEMPTIONS, enterprise, take_redemption, loading, error)
         && each_record (store, QUAN_PROVIDERS, enterprise, take_provider, loading, error)
         && load_contracts (loading, error);
}

static const QuanRound *
next_round (const QuanView *view)
{
  for (guint i = 0; i < view->pack->rounds->len; i++) {
    const QuanRound *round = &g_array_index (view->pack->rounds, QuanRound, i);

    if (round->until >= view->as_of)
      return round;
  }
  return NULL;
}

static gboolean
has_voucher (const QuanWorkspace *records, QuanDate as_of)
{
  const GPtrArray *claims = records->sections[QUAN_CLAIMS];

  for (guint i = 0; i < claims->len; i++)
    if (quan_claim_standing (claims->pdata[i], as_of) == QUAN_STANDING_SETTLED)
      return TRUE;
  return FALSE;
}

/* What the next round would bring, *next NULL where there is none, or no voucher. */
static gboolean
load_round (Loading *loading, QuanPreview **next, GError **error)
{
  QuanOverview *overview = loading->overview;
  const QuanRound *round = next_round (&overview->view);

  *next = NULL;
  if (round == NULL || !has_voucher (loading->records, overview->view.as_of))
    return TRUE;
  *next = quan_desk_preview_from_sums (loading->desk, &overview->view, overview->enterprise, loading->records,
                                       overview->years, round, error);
  return *next != NULL;
}

static gboolean
add_timeline (const Loading *loading, const QuanPreview *next, int year, GError **error)
{
  QuanOverview *overview = loading->overview;
  QuanTimeline *timeline = quan_timeline (&overview->view, overview->enterprise, loading->records, next, year, error);

  if (timeline != NULL)
    g_ptr_array_add (overview->timelines, timeline);
  return timeline != NULL;
}

/* The years in which the pack has rounds, and the as-of year. */
static gboolean
find_timelines (const Loading *loading, const QuanPreview *next, GError **error)
{
  const QuanView *view = &loading->overview->view;
  const GArray *rounds = view->pack->rounds;
  int first = quan_date_year (view->as_of), last = first;

  if (rounds->len > 0) {
    first = MIN (first, g_array_index (rounds, QuanRound, 0).year);
    last = MAX (last, g_array_index (rounds, QuanRound, rounds->len - 1).year);
  }
  for (int year = first; year <= last; year++)
    if (!add_timeline (loading, next, year, error))
      return FALSE;
  return TRUE;
}

static gboolean
find_agenda (Loading *loading, GError **error)
{
  g_autoptr (QuanPreview) next = NULL;
  QuanOverview *overview = loading->overview;

  if (!load_records (loading, error) || !load_round (loading, &next, error))
    return FALSE;
  g_array_unref (overview->agenda);
  overview->agenda = quan_agenda (&overview->view, overview->enterprise, loading->records, next,
                                  quan_language_of_locale (), error);
  return overview->agenda != NULL && find_timelines (loading, next, error);
}

static gboolean
count (QuanStore *store, QuanSection section, const char *enterprise, guint *number, GError **error)
{
  gint64 counted = quan_store_count (store, section, &(QuanStoreFilter) { .enterprise = enterprise }, error);

  *number = MAX (0, counted);
  return counted >= 0;
}

/* Everything about an enterprise, which the overview keeps a copy of. */
static gboolean
fill (QuanDesk *desk, QuanOverview *overview, const QuanEnterprise *enterprise, GError **error)
{
  g_autoptr (QuanWorkspace) records = quan_workspace_new ();
  g_autoptr (GHashTable) contracts = g_hash_table_new (g_str_hash, g_str_equal);
  Loading loading = { desk, overview, records, contracts };

  overview->enterprise = quan_record_copy (&quan_enterprise_type, enterprise);
  g_array_unref (overview->years);
  overview->years = quan_desk_years (desk, overview->enterprise, overview->view.as_of, error);
  if (overview->years == NULL)
    return FALSE;
  quan_years_get (overview->years, quan_date_year (overview->view.as_of));
  return count (desk->store, QUAN_CONTRACTS, enterprise->uscc, &overview->counts.contracts, error)
         && find_agenda (&loading, error);
}

/* The enterprise asked for, else the first, NULL with error unset if there is none. */
static const QuanEnterprise *
choose_enterprise (QuanDesk *desk, const char *enterprise, guint *number, GError **error)
{
  const GPtrArray *enterprises = quan_desk_enterprises (desk, error);

  if (enterprises == NULL)
    return NULL;
  *number = enterprises->len;
  if (enterprise != NULL)
    return quan_desk_enterprise (desk, enterprise, error);
  return enterprises->len > 0 ? enterprises->pdata[0] : NULL;
}

/* What was left half done for an enterprise (NULL: for any), and what names none yet. */
static GPtrArray *
load_unfinished (QuanDesk *desk, const QuanEnterprise *enterprise, GError **error)
{
  GPtrArray *unfinished = quan_desk_unfinished (desk, NULL, error);

  for (guint i = unfinished != NULL && enterprise != NULL ? unfinished->len : 0; i-- > 0;) {
    const QuanUnfinished *one = unfinished->pdata[i];

    if (one->enterprise != NULL && strcmp (one->enterprise, enterprise->uscc) != 0)
      g_ptr_array_remove_index (unfinished, i);
  }
  return unfinished;
}

/* What there is in a store. */
static gboolean
fill_from_store (QuanDesk *desk, QuanOverview *overview, const char *enterprise, GError **error)
{
  g_autoptr (GError) failure = NULL;
  const QuanEnterprise *chosen = choose_enterprise (desk, enterprise, &overview->counts.enterprises, &failure);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  g_ptr_array_unref (overview->unfinished);
  overview->unfinished = load_unfinished (desk, chosen, error);
  return overview->unfinished != NULL && quan_desk_view_for (desk, chosen, NULL, &overview->view, error)
         && count (desk->store, QUAN_PROVIDERS, NULL, &overview->counts.providers, error)
         && (chosen == NULL || fill (desk, overview, chosen, error));
}

static void
timeline_free (gpointer timeline)
{
  quan_timeline_free (timeline);
}

/* An overview in which nothing is known but the day. */
static QuanOverview *
overview_new (QuanDesk *desk, GError **error)
{
  g_autoptr (QuanOverview) overview = g_new0 (QuanOverview, 1);

  overview->years = quan_years_new ();
  overview->agenda = g_array_new (FALSE, TRUE, sizeof (QuanAgendaItem));
  overview->timelines = g_ptr_array_new_with_free_func (timeline_free);
  overview->unfinished = g_ptr_array_new ();
  if (!quan_desk_view_for (desk, NULL, NULL, &overview->view, error))
    return NULL;
  quan_years_get (overview->years, quan_date_year (overview->view.as_of));
  return g_steal_pointer (&overview);
}

QuanOverview *
quan_desk_overview (QuanDesk *desk, const char *enterprise, GError **error)
{
  g_autoptr (QuanOverview) overview = overview_new (desk, error);

  if (overview == NULL || (desk->store != NULL && !fill_from_store (desk, overview, enterprise, error)))
    return NULL;
  return g_steal_pointer (&overview);
}
