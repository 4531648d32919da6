#include "core/desk/facts.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"

static gboolean
claim_matters (const QuanClaim *claim, const char *contract, QuanDate date)
{
  return strcmp (claim->contract, contract) == 0 || quan_claim_year (claim, date) == quan_date_year (date);
}

/* Leaves out the records of a section that keep does not name. */
static void
narrow (GPtrArray *records, gboolean (*keep) (gconstpointer record, GHashTable *names), GHashTable *names)
{
  for (guint i = records->len; i-- > 0;)
    if (!keep (records->pdata[i], names))
      g_ptr_array_remove_index (records, i);
}

static gboolean
contract_is_named (gconstpointer record, GHashTable *names)
{
  return g_hash_table_contains (names, ((const QuanContract *) record)->number);
}

static gboolean
provider_is_named (gconstpointer record, GHashTable *names)
{
  return g_hash_table_contains (names, ((const QuanProvider *) record)->uscc);
}

static void
narrow_claims (GPtrArray *claims, const char *contract, QuanDate date)
{
  for (guint i = claims->len; i-- > 0;)
    if (!claim_matters (claims->pdata[i], contract, date))
      g_ptr_array_remove_index (claims, i);
}

/* Leaves only what claims can depend on. */
static void
narrow_to_claims (QuanWorkspace *facts, const char *contract, QuanDate date)
{
  static const QuanSection unneeded[] = { QUAN_DELIVERIES, QUAN_INVOICES, QUAN_PAYMENTS, QUAN_REDEMPTIONS };
  g_autoptr (GHashTable) contracts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) providers = g_hash_table_new (g_str_hash, g_str_equal);
  const GPtrArray *claims = facts->sections[QUAN_CLAIMS], *kept = facts->sections[QUAN_CONTRACTS];

  for (guint i = 0; i < G_N_ELEMENTS (unneeded); i++)
    g_ptr_array_set_size (facts->sections[unneeded[i]], 0);
  narrow_claims (facts->sections[QUAN_CLAIMS], contract, date);
  g_hash_table_add (contracts, (gpointer) contract);
  for (guint i = 0; i < claims->len; i++)
    g_hash_table_add (contracts, ((const QuanClaim *) claims->pdata[i])->contract);
  narrow (facts->sections[QUAN_CONTRACTS], contract_is_named, contracts);
  for (guint i = 0; i < kept->len; i++)
    if (((const QuanContract *) kept->pdata[i])->provider != NULL)
      g_hash_table_add (providers, ((const QuanContract *) kept->pdata[i])->provider);
  narrow (facts->sections[QUAN_PROVIDERS], provider_is_named, providers);
}

/*
 * The enterprise's records that the check of a contract can depend on: the contract, every claim on it or in the year
 * of the view, and the contracts and providers those name. Where redemptions share the claims' cap (A12), all records.
 */
static QuanWorkspace *
select_facts (QuanStore *store, const QuanEnterprise *enterprise, const char *contract, const QuanView *view,
              GError **error)
{
  gboolean joint = quan_readings_code (&view->readings, view->pack, QUAN_SWITCH_CAPS) == QUAN_CAPS_JOINT;
  QuanWorkspace *facts = quan_store_workspace (store, enterprise->uscc, error);

  if (facts != NULL && !joint)
    narrow_to_claims (facts, contract, view->as_of);
  return facts;
}

/* The ledgers as the records themselves add up, the other path beside the store's sums. */
static gboolean
add_up (QuanYears *years, const QuanWorkspace *facts, QuanDate as_of, GError **error)
{
  const GPtrArray *claims = facts->sections[QUAN_CLAIMS], *redemptions = facts->sections[QUAN_REDEMPTIONS];

  if (!quan_years_add_openings (years, facts->sections[QUAN_ENTERPRISES]->pdata[0], error))
    return FALSE;
  for (guint i = 0; i < claims->len; i++)
    if (!quan_years_add_claim (years, claims->pdata[i], as_of, error))
      return FALSE;
  for (guint i = 0; i < redemptions->len; i++)
    if (!quan_years_add_redemption (years, redemptions->pdata[i], as_of, error))
      return FALSE;
  return TRUE;
}

static GPtrArray *
claims_on (const QuanWorkspace *facts, const char *contract)
{
  GPtrArray *claims = g_ptr_array_new ();

  for (guint i = 0; i < facts->sections[QUAN_CLAIMS]->len; i++) {
    QuanClaim *claim = facts->sections[QUAN_CLAIMS]->pdata[i];

    if (strcmp (claim->contract, contract) == 0)
      g_ptr_array_add (claims, claim);
  }
  return claims;
}

void
quan_judgement_free (QuanJudgement *judgement)
{
  g_clear_pointer (&judgement->check, quan_check_free);
  g_clear_pointer (&judgement->years, g_array_unref);
  g_clear_pointer (&judgement->claims, g_ptr_array_unref);
  g_clear_pointer (&judgement->facts, quan_workspace_free);
  g_free (judgement);
}

QuanJudgement *
quan_judge_facts (QuanWorkspace *facts, const char *contract, const QuanClaim *claim, const QuanView *view,
                  GError **error)
{
  g_autoptr (QuanJudgement) judgement = g_new0 (QuanJudgement, 1);
  const GPtrArray *enterprises = facts->sections[QUAN_ENTERPRISES];
  const QuanEnterprise *enterprise = enterprises->len == 1 ? enterprises->pdata[0] : NULL;
  const QuanContract *found = enterprise != NULL ? quan_workspace_contract (facts, enterprise->uscc, contract) : NULL;

  judgement->facts = facts;
  if (found == NULL) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, _("The facts do not hold the contract “%s”."), contract);
    return NULL;
  }
  judgement->view = *view;
  judgement->claims = claims_on (facts, contract);
  judgement->years = quan_years_new ();
  judgement->check = quan_check_new (view->pack);
  if (!add_up (judgement->years, facts, view->as_of, error))
    return NULL;
  judgement->subject = (QuanCase) {
    .enterprise = enterprise, .contract = found, .claims = judgement->claims, .judged = claim,
    .provider = found->provider != NULL ? quan_workspace_provider (facts, found->provider) : NULL,
    .year = quan_years_get (judgement->years, quan_date_year (view->as_of)),
  };
  return quan_check_run (judgement->check, &judgement->view, &judgement->subject, error)
           ? g_steal_pointer (&judgement) : NULL;
}

QuanClaim *
quan_facts_claim (const QuanWorkspace *facts, const QuanClaim *claim)
{
  for (guint i = 0; i < facts->sections[QUAN_CLAIMS]->len; i++)
    if (quan_record_equal (&quan_claim_type, facts->sections[QUAN_CLAIMS]->pdata[i], claim))
      return facts->sections[QUAN_CLAIMS]->pdata[i];
  return NULL;
}

QuanJudgement *
quan_judge_contract (QuanDesk *desk, const QuanEnterprise *enterprise, const char *contract, const QuanClaim *claim,
                     QuanDate date, GError **error)
{
  QuanStore *store = quan_desk_store (desk, error);
  QuanWorkspace *facts;
  QuanView view;

  if (store == NULL || !quan_desk_view_on (desk, enterprise, claim, date, &view, error))
    return NULL;
  facts = select_facts (store, enterprise, contract, &view, error);
  if (facts == NULL)
    return NULL;
  return quan_judge_facts (facts, contract, claim != NULL ? quan_facts_claim (facts, claim) : NULL, &view, error);
}
