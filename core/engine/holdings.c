#include "core/engine/holdings.h"

/* The records by what they belong to. */
typedef struct {
  const QuanView       *view;
  const QuanEnterprise *enterprise;
  const QuanWorkspace  *records;
  GHashTable           *contracts;  /* number → QuanContract */
  GHashTable           *claims;     /* number of the contract → GPtrArray of QuanClaim */
  GHashTable           *redeemed;   /* voucher → QuanFen * */
  QuanYears            *years;
  QuanCheck            *check;      /* room for it */
  QuanStanding          least;      /* of the claims that are wanted */
} Index;

static gboolean
ours (const Index *index, const char *enterprise)
{
  return g_str_equal (enterprise, index->enterprise->uscc);
}

static void
index_contracts (Index *index)
{
  const GPtrArray *contracts = index->records->sections[QUAN_CONTRACTS];

  for (guint i = 0; i < contracts->len; i++) {
    QuanContract *contract = contracts->pdata[i];

    if (ours (index, contract->enterprise))
      g_hash_table_insert (index->contracts, contract->number, contract);
  }
}

static gboolean
index_claims (Index *index, GError **error)
{
  const GPtrArray *claims = index->records->sections[QUAN_CLAIMS];

  for (guint i = 0; i < claims->len; i++) {
    QuanClaim *claim = claims->pdata[i];
    GPtrArray *list = g_hash_table_lookup (index->claims, claim->contract);

    if (!ours (index, claim->enterprise))
      continue;
    if (list == NULL)
      g_hash_table_insert (index->claims, claim->contract, list = g_ptr_array_new ());
    g_ptr_array_add (list, claim);
    if (!quan_years_add_claim (index->years, claim, index->view->as_of, error))
      return FALSE;
  }
  return TRUE;
}

static void
add_redeemed (Index *index, const QuanRedemptionItem *item)
{
  QuanFen *sum = g_hash_table_lookup (index->redeemed, item->voucher);

  if (sum == NULL)
    g_hash_table_insert (index->redeemed, item->voucher, sum = g_new0 (QuanFen, 1));
  quan_money_add_known (sum, item->amount);
}

static gboolean
index_redemptions (Index *index, GError **error)
{
  const GPtrArray *redemptions = index->records->sections[QUAN_REDEMPTIONS];

  for (guint i = 0; i < redemptions->len; i++) {
    const QuanRedemption *redemption = redemptions->pdata[i];
    gboolean stands = quan_redemption_standing (redemption, index->view->as_of) >= QUAN_STANDING_SUBMITTED;

    if (!ours (index, redemption->enterprise))
      continue;
    if (!quan_years_add_redemption (index->years, redemption, index->view->as_of, error))
      return FALSE;
    for (guint j = 0; stands && redemption->items != NULL && j < redemption->items->len; j++)
      add_redeemed (index, redemption->items->pdata[j]);
  }
  return TRUE;
}

/* What a draft that names no amount could claim. */
static gboolean
find_claimable (Index *index, const QuanHolding *draft, QuanFen *claimable, GError **error)
{
  const QuanContract *contract = draft->contract;
  QuanCase subject = {
    .enterprise = index->enterprise, .contract = contract,
    .provider = contract->provider != NULL ? quan_workspace_provider (index->records, contract->provider) : NULL,
    .claims = g_hash_table_lookup (index->claims, contract->number),
    .year = quan_years_get (index->years, quan_date_year (index->view->as_of)),
  };

  if (!quan_check_run (index->check, index->view, &subject, error))
    return FALSE;
  *claimable = index->check->award.claimable;
  return TRUE;
}

static gboolean
find_whole (Index *index, QuanHolding *holding, GError **error)
{
  holding->whole = quan_claim_weight (holding->claim, holding->standing);
  if (holding->whole != QUAN_FEN_NONE || holding->standing != QUAN_STANDING_DRAFT || holding->contract == NULL)
    return TRUE;
  return find_claimable (index, holding, &holding->whole, error);
}

static void
find_left (const Index *index, QuanHolding *holding)
{
  const QuanFen *redeemed = holding->claim->voucher != NULL
                              ? g_hash_table_lookup (index->redeemed, holding->claim->voucher) : NULL;

  holding->left = holding->whole;
  if (redeemed != NULL)
    quan_money_add_known (&holding->left, *redeemed == QUAN_FEN_NONE ? QUAN_FEN_NONE : -*redeemed);
}

/* A draft that can no longer be claimed has nothing to lose. */
static gboolean
is_lost (const Index *index, const QuanHolding *holding)
{
  return holding->standing == QUAN_STANDING_DRAFT && index->view->as_of > index->view->pack->valid_until;
}

gboolean
quan_holding_delivered (const QuanView *view, const QuanHolding *holding, QuanDate until, QuanFen *delivered,
                        GError **error)
{
  QuanBase all, part;

  *delivered = QUAN_FEN_NONE;
  if (holding->contract == NULL || holding->whole == QUAN_FEN_NONE)
    return TRUE;
  if (!quan_base (view, holding->contract, QUAN_DATE_NONE, &all, error)
      || !quan_base (view, holding->contract, until, &part, error))
    return FALSE;
  if (all.state == QUAN_BASE_KNOWN && all.base == 0)
    *delivered = holding->whole;
  else if (all.state != QUAN_BASE_KNOWN || !quan_mul_div_floor (holding->whole, part.base, all.base, delivered))
    *delivered = QUAN_FEN_NONE;
  return TRUE;
}

/* What is delivered after the last round's last filing day; after that day all that is left. */
static gboolean
find_at_risk (const Index *index, QuanHolding *holding, GError **error)
{
  const QuanRound *last = quan_pack_last_round (index->view->pack);
  QuanFen reached;

  holding->at_risk = 0;
  if (last == NULL || holding->contract == NULL || is_lost (index, holding))
    return TRUE;
  holding->at_risk = holding->left;
  if (index->view->as_of > last->until || holding->left == QUAN_FEN_NONE || holding->left <= 0)
    return TRUE;
  if (!quan_holding_delivered (index->view, holding, last->until, &reached, error))
    return FALSE;
  holding->at_risk = reached == QUAN_FEN_NONE ? QUAN_FEN_NONE : MIN (holding->left, holding->whole - reached);
  return TRUE;
}

static gboolean
add_holding (Index *index, const QuanClaim *claim, GArray *holdings, GError **error)
{
  QuanHolding holding = {
    .claim = claim, .contract = g_hash_table_lookup (index->contracts, claim->contract),
    .standing = quan_claim_standing (claim, index->view->as_of),
  };

  if (!ours (index, claim->enterprise) || holding.standing < index->least
      || (claim->policy != NULL && !g_str_equal (claim->policy, index->view->pack->id)))
    return TRUE;
  if (!find_whole (index, &holding, error))
    return FALSE;
  find_left (index, &holding);
  if (!find_at_risk (index, &holding, error))
    return FALSE;
  g_array_append_val (holdings, holding);
  return TRUE;
}

static gboolean
index_all (Index *index, GError **error)
{
  index_contracts (index);
  return quan_years_add_openings (index->years, index->enterprise, error) && index_claims (index, error)
         && index_redemptions (index, error);
}

/* Most enterprises hold nothing on most days, and nothing needs to be indexed for that. */
static gboolean
holds_any (const Index *index)
{
  const GPtrArray *claims = index->records->sections[QUAN_CLAIMS];

  for (guint i = 0; i < claims->len; i++)
    if (quan_claim_standing (claims->pdata[i], index->view->as_of) >= index->least)
      return TRUE;
  return FALSE;
}

/* The holdings whose claims stand at least so. */
static GArray *
find_holdings (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records,
               QuanStanding least, GError **error)
{
  const GPtrArray *claims = records->sections[QUAN_CLAIMS];
  g_autoptr (GHashTable) by_number = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_contract = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                              (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) redeemed = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GArray) years = quan_years_new (), holdings = g_array_new (FALSE, TRUE, sizeof (QuanHolding));
  g_autoptr (QuanCheck) check = quan_check_new (view->pack);
  Index index = { view, enterprise, records, by_number, by_contract, redeemed, years, check, least };

  if (holds_any (&index) && !index_all (&index, error))
    return NULL;
  for (guint i = 0; i < claims->len; i++)
    if (!add_holding (&index, claims->pdata[i], holdings, error))
      return NULL;
  return g_steal_pointer (&holdings);
}

GArray *
quan_holdings (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records, GError **error)
{
  return find_holdings (view, enterprise, records, QUAN_STANDING_DRAFT, error);
}

GArray *
quan_vouchers (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records, GError **error)
{
  return find_holdings (view, enterprise, records, QUAN_STANDING_SETTLED, error);
}
