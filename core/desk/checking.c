/* Checking contracts, one or all. */
#include "core/desk/desk-private.h"

#include <string.h>

/* A walk over contracts, with what changes seldom kept from one to the next. */
typedef struct {
  QuanDesk             *desk;
  QuanCheckedVisit      visit;
  gpointer              data;
  const QuanEnterprise *enterprise;
  QuanYears            *years;      /* its ledgers */
  QuanProvider         *provider;   /* of the last contract */
  const QuanPack       *pack;
  QuanCheck            *check;      /* room for it */
} Walk;

static void
walk_clear (Walk *walk)
{
  g_clear_pointer (&walk->years, g_array_unref);
  g_clear_pointer (&walk->check, quan_check_free);
  quan_record_free (&quan_provider_type, walk->provider);
}

static gboolean
turn_to_enterprise (Walk *walk, const char *uscc, GError **error)
{
  if (walk->enterprise != NULL && strcmp (walk->enterprise->uscc, uscc) == 0)
    return TRUE;
  g_clear_pointer (&walk->years, g_array_unref);
  walk->enterprise = quan_desk_enterprise (walk->desk, uscc, error);
  if (walk->enterprise != NULL)
    walk->years = quan_desk_years (walk->desk, walk->enterprise, walk->desk->as_of, error);
  return walk->years != NULL;
}

static gboolean
turn_to_provider (Walk *walk, const QuanContract *contract, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (walk->provider != NULL && g_strcmp0 (walk->provider->uscc, contract->provider) == 0)
    return TRUE;
  quan_record_free (&quan_provider_type, walk->provider);
  walk->provider = quan_desk_provider (walk->desk, contract, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
turn_to_pack (Walk *walk, const QuanPack *pack)
{
  if (walk->pack == pack)
    return;
  g_clear_pointer (&walk->check, quan_check_free);
  walk->check = quan_check_new (pack);
  walk->pack = pack;
}

/* The claim whose pack a check takes: the draft, which it judges, else the one that stands. */
static const QuanClaim *
claim_with_pack (const GPtrArray *claims, QuanDate as_of)
{
  const QuanClaim *standing = NULL;

  for (guint i = 0; i < claims->len; i++) {
    const QuanClaim *claim = claims->pdata[i];

    if (claim->state == QUAN_CLAIM_DRAFT)
      return claim;
    if (quan_claim_standing (claim, as_of) != QUAN_STANDING_NONE)
      standing = claim;
  }
  return standing;
}

static gboolean
check_one (const QuanWorkspace *slice, gpointer data, GError **error)
{
  Walk *walk = data;
  const QuanContract *contract = slice->sections[QUAN_CONTRACTS]->pdata[0];
  const GPtrArray *claims = slice->sections[QUAN_CLAIMS];
  QuanDate as_of = walk->desk->as_of;
  QuanView view;
  QuanCase subject;

  if (!turn_to_enterprise (walk, contract->enterprise, error) || !turn_to_provider (walk, contract, error)
      || !quan_desk_view_for (walk->desk, walk->enterprise, claim_with_pack (claims, as_of), &view, error))
    return FALSE;
  turn_to_pack (walk, view.pack);
  subject = (QuanCase) {
    .enterprise = walk->enterprise, .provider = walk->provider, .contract = contract, .claims = claims,
    .year = quan_years_get (walk->years, quan_date_year (as_of)),
  };
  return quan_check_run (walk->check, &view, &subject, error)
         && walk->visit (&(QuanChecked) { &view, &subject, walk->check }, walk->data, error);
}

/* A contract as named, found before anything is checked. */
typedef struct {
  const QuanEnterprise *enterprise;
  char                 *number;
} Named;

static void
named_clear (gpointer named)
{
  g_free (((Named *) named)->number);
}

static gboolean
check_named (Walk *walk, const char *enterprise, const char *const *contracts, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (Named));

  g_array_set_clear_func (all, named_clear);
  for (int i = 0; contracts[i] != NULL; i++) {
    Named named = { NULL };

    named.enterprise = quan_desk_contract_named (walk->desk, enterprise, contracts[i], &named.number, error);
    if (named.enterprise == NULL)
      return FALSE;
    g_array_append_val (all, named);
  }
  for (guint i = 0; i < all->len; i++) {
    const Named *named = &g_array_index (all, Named, i);
    g_autoptr (QuanWorkspace) records = NULL;

    records = quan_desk_contract_records (walk->desk, named->enterprise, named->number, error);
    if (records == NULL || !check_one (records, walk, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
quan_desk_check (QuanDesk *desk, const char *enterprise, const char *const *contracts, QuanCheckedVisit visit,
                 gpointer data, GError **error)
{
  QuanStore *store = quan_desk_store (desk, error);
  Walk walk = { .desk = desk, .visit = visit, .data = data };
  const QuanEnterprise *within = NULL;
  gboolean ok;

  if (store == NULL || (enterprise != NULL && (within = quan_desk_enterprise (desk, enterprise, error)) == NULL))
    return FALSE;
  if (contracts != NULL && contracts[0] != NULL)
    ok = check_named (&walk, enterprise, contracts, error);
  else
    ok = quan_store_each_contract (store, within != NULL ? within->uscc : NULL, 1 << QUAN_CLAIMS, check_one, &walk,
                                   error);
  walk_clear (&walk);
  return ok;
}
