/* Claims in preparation: reading one from the store, and the snapshot that is handed out. */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/desk/preparation-private.h"

#define AT(member) G_STRUCT_OFFSET (QuanPrepared, member)
const QuanRootKind quan_roots[QUAN_N_ROOTS] = {
  [QUAN_ROOT_ENTERPRISE] = { "enterprise", &quan_enterprise_type, QUAN_ENTERPRISES, AT (enterprise), "uscc" },
  [QUAN_ROOT_PROVIDER]   = { "provider", &quan_provider_type, QUAN_PROVIDERS, AT (provider), "uscc" },
  [QUAN_ROOT_CONTRACT]   = { "contract", &quan_contract_type, QUAN_CONTRACTS, AT (contract), "number" },
  [QUAN_ROOT_CLAIM]      = { "claim", &quan_claim_type, QUAN_CLAIMS, AT (claim), NULL },
};
#undef AT

static void
problem_free (gpointer data)
{
  QuanEntryProblem *problem = data;

  g_free (problem->path);
  g_free (problem->text);
  g_free (problem->sentence);
  g_free (problem);
}

static void
free_claims (QuanPrepared *shown)
{
  gboolean listed = FALSE;

  for (guint i = 0; i < shown->claims->len; i++) {
    listed |= shown->claims->pdata[i] == shown->claim;
    quan_record_free (&quan_claim_type, shown->claims->pdata[i]);
  }
  if (!listed)
    quan_record_free (&quan_claim_type, shown->claim);
  g_ptr_array_unref (shown->claims);
}

void
quan_work_free (QuanWork *work)
{
  QuanPrepared *shown = &work->shown;

  g_clear_pointer (&shown->check, quan_check_free);
  g_clear_pointer (&shown->years, g_array_unref);
  g_ptr_array_unref (shown->documents);
  g_ptr_array_unref (shown->attachments);
  g_clear_pointer (&shown->providers, g_ptr_array_unref);
  g_ptr_array_unref (shown->notices);
  g_ptr_array_unref (shown->problems);
  free_claims (shown);
  quan_record_free (&quan_contract_type, shown->contract);
  quan_record_free (&quan_provider_type, shown->provider);
  quan_record_free (&quan_enterprise_type, shown->enterprise);
  quan_record_free (&quan_contract_type, work->judged_contract);
  quan_record_free (&quan_enterprise_type, work->judged_enterprise);
  quan_record_free (&quan_preparation_type, work->row);
  g_free (shown->touched);
  g_free (work);
}

void
quan_prepared_free (QuanPrepared *prepared)
{
  quan_work_free ((QuanWork *) prepared);
}

gpointer
quan_work_record (const QuanWork *work, QuanRoot root)
{
  return G_STRUCT_MEMBER (gpointer, &work->shown, quan_roots[root].offset);
}

/* The root a path begins with and the rest of it; QUAN_N_ROOTS if it begins with none. */
static QuanRoot
root_of (const char *path, const char **rest)
{
  for (QuanRoot root = 0; root < QUAN_N_ROOTS; root++) {
    gsize length = strlen (quan_roots[root].name);

    if (strncmp (path, quan_roots[root].name, length) == 0 && path[length] == '.') {
      *rest = path + length + 1;
      return root;
    }
  }
  return QUAN_N_ROOTS;
}

/* What is entered elsewhere (a contract's provider is chosen by its code) or not entered at all. */
static gboolean
may_be_entered (QuanRoot root, const char *rest)
{
  static const char *const of_claim[] = { "submitted", "requested", NULL };
  static const char *const never_of_contract[] = { "enterprise", "provider", NULL };

  if (root == QUAN_ROOT_CLAIM)
    return g_strv_contains (of_claim, rest);
  return root != QUAN_ROOT_CONTRACT || !g_strv_contains (never_of_contract, rest);
}

gboolean
quan_work_find (QuanWork *work, const char *path, QuanRoot *root, gpointer *record, const char **rest)
{
  *root = root_of (path, rest);
  if (*root == QUAN_N_ROOTS || !may_be_entered (*root, *rest))
    return FALSE;
  *record = quan_work_record (work, *root);
  return TRUE;
}

gboolean
quan_prepared_record (const QuanPrepared *prepared, const char *path, const QuanRecordType **type,
                      gconstpointer *record, const char **rest)
{
  QuanRoot root = root_of (path, rest);

  if (root == QUAN_N_ROOTS)
    return FALSE;
  *type = quan_roots[root].type;
  *record = quan_work_record ((const QuanWork *) prepared, root);
  return TRUE;
}

const QuanEntryProblem *
quan_prepared_problem (const QuanPrepared *prepared, const char *path)
{
  for (guint i = 0; i < prepared->problems->len; i++) {
    const QuanEntryProblem *problem = prepared->problems->pdata[i];

    if (strcmp (problem->path, path) == 0)
      return problem;
  }
  return NULL;
}

char *
quan_prepared_text (const QuanPrepared *prepared, const char *path)
{
  const QuanEntryProblem *problem = quan_prepared_problem (prepared, path);
  const QuanRecordType *type;
  gconstpointer record;
  const char *rest;

  if (problem != NULL)
    return g_strdup (problem->text);
  return quan_prepared_record (prepared, path, &type, &record, &rest) ? quan_record_text (type, record, rest) : NULL;
}

/* Reads a record by its key into the place of its root, if there is one. FALSE on an error of the store. */
static gboolean
load_root (QuanDesk *desk, QuanWork *work, QuanRoot root, const QuanStoreFilter *filter, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gpointer *place = &G_STRUCT_MEMBER (gpointer, &work->shown, quan_roots[root].offset), found;

  if (filter->key == NULL)
    return TRUE;
  found = quan_store_find (desk->store, quan_roots[root].section, filter, &work->ids[root], &failure);
  if (found != NULL) {
    quan_record_free (quan_roots[root].type, *place);
    *place = found;
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Which of two claims on a contract is the one in hand: a live one before a draft, a draft before one that is over. */
static int
weight (const QuanClaim *claim)
{
  return quan_claim_is_live (claim) ? 3 : claim->state == QUAN_CLAIM_DRAFT ? 2 : 1;
}

static gboolean
load_claims (QuanDesk *desk, QuanWork *work, GError **error)
{
  QuanPrepared *shown = &work->shown;
  QuanStoreFilter filter = { .enterprise = shown->contract->enterprise, .contract = shown->contract->number };
  g_autoptr (QuanCursor) cursor = quan_store_select (desk->store, QUAN_CLAIMS, &filter, error);
  g_autoptr (GError) failure = NULL;
  QuanClaim *claim;
  gint64 id;

  if (cursor == NULL)
    return FALSE;
  while ((claim = quan_cursor_next (cursor, &id, &failure)) != NULL) {
    g_ptr_array_add (shown->claims, claim);
    if (work->ids[QUAN_ROOT_CLAIM] != 0 && weight (claim) < weight (shown->claim))
      continue;
    if (work->ids[QUAN_ROOT_CLAIM] == 0)
      quan_record_free (&quan_claim_type, shown->claim);
    shown->claim = claim;
    work->ids[QUAN_ROOT_CLAIM] = id;
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
load_records (QuanDesk *desk, QuanWork *work, GError **error)
{
  QuanPrepared *shown = &work->shown;

  if (!load_root (desk, work, QUAN_ROOT_ENTERPRISE, &(QuanStoreFilter) { .key = work->row->enterprise }, error))
    return FALSE;
  if (work->ids[QUAN_ROOT_ENTERPRISE] == 0)
    return TRUE;
  if (!load_root (desk, work, QUAN_ROOT_CONTRACT,
                  &(QuanStoreFilter) { .enterprise = work->row->enterprise, .key = work->row->contract }, error))
    return FALSE;
  if (work->ids[QUAN_ROOT_CONTRACT] == 0)
    return TRUE;
  return load_root (desk, work, QUAN_ROOT_PROVIDER, &(QuanStoreFilter) { .key = shown->contract->provider }, error)
         && load_claims (desk, work, error);
}

static QuanWork *
new_work (QuanPreparation *row, gint64 id)
{
  QuanWork *work = g_new0 (QuanWork, 1);
  QuanPrepared *shown = &work->shown;

  work->row = row;
  if (row->texts == NULL)
    row->texts = quan_record_list_new (&quan_held_text_type);
  shown->id = id;
  shown->step = row->step;
  shown->touched = g_strdup (row->touched);
  shown->enterprise = quan_record_new (&quan_enterprise_type);
  shown->provider = quan_record_new (&quan_provider_type);
  shown->contract = quan_record_new (&quan_contract_type);
  shown->claim = quan_record_new (&quan_claim_type);
  shown->claim->state = QUAN_CLAIM_DRAFT;
  shown->claims = g_ptr_array_new ();
  shown->problems = g_ptr_array_new_with_free_func (problem_free);
  shown->notices = g_ptr_array_new_with_free_func (g_free);
  shown->documents = g_ptr_array_new_with_free_func (g_free);
  shown->attachments = quan_record_list_new (&quan_attachment_type);
  return work;
}

QuanWork *
quan_work_load (QuanDesk *desk, gint64 id, GError **error)
{
  QuanStore *store = quan_desk_store (desk, error);
  g_autoptr (GError) failure = NULL;
  QuanPreparation *row = store != NULL ? quan_store_get (store, QUAN_PREPARATIONS, id, &failure) : NULL;
  g_autoptr (QuanWork) work = NULL;
  int state;

  if (row == NULL) {
    if (failure != NULL)
      g_propagate_error (error, g_steal_pointer (&failure));
    else if (store != NULL)
      g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                           _("This claim is no longer in preparation. Begin it again from its contract."));
    return NULL;
  }
  work = new_work (row, id);
  if (!load_records (desk, work, error))
    return NULL;
  state = work->shown.claim->state;
  work->shown.locked = state != QUAN_CLAIM_DRAFT && state != QUAN_CLAIM_RETURNED;
  return g_steal_pointer (&work);
}

/* The providers of the store, by name. */
static int
compare_providers (gconstpointer a, gconstpointer b)
{
  const QuanProvider *left = *(const QuanProvider *const *) a, *right = *(const QuanProvider *const *) b;
  int order = g_utf8_collate (left->name != NULL ? left->name : "", right->name != NULL ? right->name : "");

  return order != 0 ? order : strcmp (left->uscc, right->uscc);
}

static gboolean
list_providers (QuanDesk *desk, QuanPrepared *shown, GError **error)
{
  g_autoptr (QuanCursor) cursor = quan_store_select (desk->store, QUAN_PROVIDERS, &(QuanStoreFilter) { NULL }, error);
  g_autoptr (GError) failure = NULL;
  QuanProvider *provider;

  shown->providers = quan_record_list_new (&quan_provider_type);
  if (cursor == NULL)
    return FALSE;
  while ((provider = quan_cursor_next (cursor, NULL, &failure)) != NULL)
    g_ptr_array_add (shown->providers, provider);
  g_ptr_array_sort (shown->providers, compare_providers);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

QuanPrepared *
quan_desk_prepared (QuanDesk *desk, gint64 id, GError **error)
{
  g_autoptr (QuanWork) work = quan_work_load (desk, id, error);
  QuanPrepared *shown;

  if (work == NULL || !quan_work_replay (desk, work, error))
    return NULL;
  shown = &work->shown;
  shown->enterprise_stored = work->ids[QUAN_ROOT_ENTERPRISE] != 0;
  shown->provider_stored = work->ids[QUAN_ROOT_PROVIDER] != 0;
  shown->contract_stored = work->ids[QUAN_ROOT_CONTRACT] != 0;
  shown->claim_stored = work->ids[QUAN_ROOT_CLAIM] != 0;
  if (!list_providers (desk, shown, error) || !quan_work_judge (desk, work, error)
      || !quan_work_notice (desk, work, error) || !quan_work_list_documents (desk, work, error))
    return NULL;
  g_steal_pointer (&work);
  return shown;
}
