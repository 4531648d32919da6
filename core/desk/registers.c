#include "core/desk/registers.h"

#include "core/desk/row-walk.h"

/* Where nothing was begun. */
static const QuanTerm unclaimed_states[] = {
  [QUAN_CONTRACT_UNCLAIMED]    = { "unclaimed", "Not claimed", "未申领" },
  [QUAN_CONTRACT_INELIGIBLE]   = { "ineligible", "Not eligible", "不符合" },
  [QUAN_CONTRACT_UNDETERMINED] = { "undetermined", "Base undetermined", "基数待定" },
};

/* The other states are those of the claim, in the same order. */
static QuanContractState
state_of_claim (QuanClaimState state)
{
  return QUAN_CONTRACT_DRAFT + (state - QUAN_CLAIM_DRAFT);
}

const char *
quan_contract_state_name (QuanContractState state, QuanLanguage language)
{
  int claim = QUAN_CLAIM_DRAFT + ((int) state - QUAN_CONTRACT_DRAFT);

  return quan_term_name (state < QUAN_CONTRACT_DRAFT ? &unclaimed_states[state]
                                                     : quan_vocabulary_term (&quan_claim_states, claim), language);
}

void
quan_contract_row_free (QuanContractRow *row)
{
  g_free (row->enterprise);
  g_free (row->number);
  g_free (row->title);
  g_free (row->provider);
  g_free (row);
}

void
quan_claim_row_free (QuanClaimRow *row)
{
  g_free (row->enterprise);
  g_free (row->contract);
  g_free (row->title);
  g_free (row->voucher);
  g_free (row);
}

void
quan_provider_row_free (QuanProviderRow *row)
{
  g_free (row->uscc);
  g_free (row->name);
  g_free (row);
}

/* Whether a date can see that a claim was ever made. */
static gboolean
exists (const QuanClaim *claim, QuanDate as_of)
{
  return claim->state == QUAN_CLAIM_DRAFT || claim->submitted == QUAN_DATE_NONE || claim->submitted <= as_of;
}

/* The state of a claim as it was on a date. */
static QuanClaimState
state_on (const QuanClaim *claim, QuanDate as_of)
{
  gboolean decided_later = claim->state == QUAN_CLAIM_APPROVED
                           && quan_claim_standing (claim, as_of) == QUAN_STANDING_SUBMITTED;

  return decided_later ? QUAN_CLAIM_SUBMITTED : claim->state;
}

/* The claim that says how its contract stands: a live one before a draft, a draft before one that is over, else the
 * last. */
static const QuanClaim *
telling_claim (const GPtrArray *claims, QuanDate as_of)
{
  const QuanClaim *telling = NULL;
  int rank = -1;

  for (guint i = 0; i < claims->len; i++) {
    const QuanClaim *claim = claims->pdata[i];
    QuanStanding standing = quan_claim_standing (claim, as_of);
    int own = standing >= QUAN_STANDING_SUBMITTED ? 2 : standing == QUAN_STANDING_DRAFT ? 1 : 0;

    if (!exists (claim, as_of) || own < rank)
      continue;
    telling = claim;
    rank = own;
  }
  return telling;
}

static QuanContractState
contract_state (const QuanChecked *checked)
{
  const QuanClaim *claim = telling_claim (checked->subject->claims, checked->view->as_of);

  if (claim != NULL)
    return state_of_claim (state_on (claim, checked->view->as_of));
  if (checked->check->verdict == QUAN_VERDICT_FAIL)
    return QUAN_CONTRACT_INELIGIBLE;
  return checked->check->award.base.state == QUAN_BASE_KNOWN ? QUAN_CONTRACT_UNCLAIMED : QUAN_CONTRACT_UNDETERMINED;
}

/* The lines that do not count; unknown where nothing is known of any line. */
static QuanFen
sum_of_others (const QuanView *view, const QuanContract *contract)
{
  QuanFen sum = contract->lines != NULL ? 0 : QUAN_FEN_NONE;

  for (guint i = 0; contract->lines != NULL && i < contract->lines->len; i++)
    if (!quan_line_counts (view, contract->lines->pdata[i]))
      quan_money_add_known (&sum, quan_line_amount (view, contract->lines->pdata[i]));
  return sum;
}

static gboolean
add_contract (const QuanChecked *checked, gpointer data, GError **error)
{
  const QuanContract *contract = checked->subject->contract;
  const QuanProvider *provider = checked->subject->provider;
  const QuanAward *award = &checked->check->award;
  QuanContractRow *row = g_new (QuanContractRow, 1);

  *row = (QuanContractRow) {
    .enterprise = g_strdup (contract->enterprise), .number = g_strdup (contract->number),
    .title = g_strdup (contract->title),
    .provider = g_strdup (provider != NULL && provider->name != NULL ? provider->name : contract->provider),
    .signed_on = contract->signed_on, .starts = contract->starts, .ends = contract->ends,
    .compute = award->base.bundled ? QUAN_FEN_NONE : award->base.compute,
    .other = sum_of_others (checked->view, contract),
    .days_inside = award->base.days_inside, .days_total = award->base.days_total,
    .base = award->base.base, .ceiling = award->ceiling, .state = contract_state (checked),
  };
  row->counts = row->state != QUAN_CONTRACT_WITHDRAWN && row->state != QUAN_CONTRACT_REJECTED
                && row->state != QUAN_CONTRACT_INELIGIBLE;
  return quan_row_walk_add (data, row, error);
}

gboolean
quan_desk_contract_rows (QuanDesk *desk, const char *enterprise, QuanRowsFunc func, gpointer data,
                         GCancellable *cancellable, GError **error)
{
  const QuanEnterprise *within = quan_desk_enterprise (desk, enterprise, error);
  QuanRowWalk walk;

  if (within == NULL)
    return FALSE;
  walk = quan_row_walk_begin (desk, (GDestroyNotify) quan_contract_row_free, func, data, cancellable);
  return quan_row_walk_end (&walk, quan_desk_check (desk, within->uscc, NULL, add_contract, &walk, error), error);
}

/* What was decided after the as-of date is not known on it. */
static gboolean
add_claim (QuanRowWalk *walk, gconstpointer record, const QuanRemarks *remarks, GError **error)
{
  const QuanClaim *claim = record;
  QuanClaimState state = state_on (claim, walk->desk->as_of);
  gboolean approved = state == QUAN_CLAIM_APPROVED;
  QuanClaimRow *row;

  if (!exists (claim, walk->desk->as_of))
    return TRUE;
  row = g_new (QuanClaimRow, 1);
  *row = (QuanClaimRow) {
    .enterprise = g_strdup (claim->enterprise), .contract = g_strdup (claim->contract),
    .title = g_strdup (remarks->name), .voucher = approved ? g_strdup (claim->voucher) : NULL,
    .state = state, .submitted = claim->submitted, .issued = approved ? claim->issued : QUAN_DATE_NONE,
    .requested = claim->requested, .approved = approved ? claim->approved : QUAN_FEN_NONE,
  };
  return quan_row_walk_add (walk, row, error);
}

gboolean
quan_desk_claim_rows (QuanDesk *desk, const char *enterprise, QuanRowsFunc func, gpointer data,
                      GCancellable *cancellable, GError **error)
{
  const QuanEnterprise *within = quan_desk_enterprise (desk, enterprise, error);
  QuanRowWalk walk;

  if (within == NULL)
    return FALSE;
  walk = quan_row_walk_begin (desk, (GDestroyNotify) quan_claim_row_free, func, data, cancellable);
  return quan_row_walk_end (&walk, quan_row_walk_list (&walk, QUAN_CLAIMS, within->uscc, add_claim, error), error);
}

/* What an enterprise has with each provider. */
typedef struct {
  GHashTable   *shares;  /* code → Share */
  QuanView      view;
  GCancellable *cancellable;
} Shares;

typedef struct {
  guint   contracts;
  QuanFen amount;
} Share;

static gboolean
add_share (const QuanWorkspace *slice, gpointer data, GError **error)
{
  Shares *shares = data;
  const QuanContract *contract = slice->sections[QUAN_CONTRACTS]->pdata[0];
  Share *share;

  if (g_cancellable_set_error_if_cancelled (shares->cancellable, error))
    return FALSE;
  if (contract->provider == NULL)
    return TRUE;
  share = g_hash_table_lookup (shares->shares, contract->provider);
  if (share == NULL)
    g_hash_table_insert (shares->shares, g_strdup (contract->provider), share = g_new0 (Share, 1));
  share->contracts++;
  if (contract->lines == NULL)
    quan_money_add_known (&share->amount, QUAN_FEN_NONE);
  for (guint i = 0; contract->lines != NULL && i < contract->lines->len; i++)
    quan_money_add_known (&share->amount, quan_line_amount (&shares->view, contract->lines->pdata[i]));
  return TRUE;
}

/* Every provider of the store, also those that no contract of the enterprise names. */
static gboolean
add_providers (QuanRowWalk *walk, GHashTable *shares, GError **error)
{
  g_autoptr (QuanCursor) cursor = quan_store_select (walk->desk->store, QUAN_PROVIDERS, &(QuanStoreFilter) { NULL },
                                                     error);
  g_autoptr (GError) failure = NULL;
  gboolean good = cursor != NULL;
  QuanProvider *provider;

  while (good && (provider = quan_cursor_next (cursor, NULL, &failure)) != NULL) {
    const Share *share = g_hash_table_lookup (shares, provider->uscc);
    QuanProviderRow *row = g_new (QuanProviderRow, 1);

    *row = (QuanProviderRow) {
      .uscc = g_strdup (provider->uscc), .name = g_strdup (provider->name),
      .contracts = share != NULL ? share->contracts : 0, .amount = share != NULL ? share->amount : 0,
    };
    quan_record_free (&quan_provider_type, provider);
    good = quan_row_walk_add (walk, row, error);
  }
  if (failure == NULL)
    return good;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
quan_desk_provider_rows (QuanDesk *desk, const char *enterprise, QuanRowsFunc func, gpointer data,
                         GCancellable *cancellable, GError **error)
{
  const QuanEnterprise *within = quan_desk_enterprise (desk, enterprise, error);
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Shares shares = { .shares = table, .cancellable = cancellable };
  QuanRowWalk walk;

  if (within == NULL || !quan_desk_view_for (desk, within, NULL, &shares.view, error)
      || !quan_store_each_contract (desk->store, within->uscc, 0, add_share, &shares, error))
    return FALSE;
  walk = quan_row_walk_begin (desk, (GDestroyNotify) quan_provider_row_free, func, data, cancellable);
  return quan_row_walk_end (&walk, add_providers (&walk, table, error), error);
}
