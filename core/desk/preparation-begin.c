/* Claims in preparation: beginning one, finding those left unfinished, giving one up. */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/desk/preparation-private.h"

#define FIRST_STEP 1
#define LAST_STEP 5

char *
quan_preparation_subject (const QuanPreparation *row, const char *path)
{
  GString *subject = g_string_new (path);

  if (row->enterprise != NULL)
    g_string_append_printf (subject, "%s%s", subject->len > 0 ? " " : "", row->enterprise);
  if (row->contract != NULL)
    g_string_append_printf (subject, "/%s", row->contract);
  return g_string_free (subject, FALSE);
}

/* Sees one preparation; FALSE ends the walk. */
typedef gboolean (*Visit) (const QuanPreparation *row, gint64 id, gpointer data);

static gboolean
each_preparation (QuanDesk *desk, const QuanStoreFilter *filter, Visit visit, gpointer data, GError **error)
{
  g_autoptr (QuanCursor) cursor = quan_store_select (desk->store, QUAN_PREPARATIONS, filter, error);
  g_autoptr (GError) failure = NULL;
  gboolean more = TRUE;
  QuanPreparation *row;
  gint64 id;

  if (cursor == NULL)
    return FALSE;
  while (more && (row = quan_cursor_next (cursor, &id, &failure)) != NULL) {
    more = visit (row, id, data);
    quan_record_free (&quan_preparation_type, row);
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* A preparation to be found: of a contract, or one that holds nothing yet. */
typedef struct {
  const char *enterprise, *contract;
  gint64      id;  /* 0 until found */
} Wanted;

static gboolean
is_wanted (const QuanPreparation *row, gint64 id, gpointer data)
{
  Wanted *wanted = data;
  gboolean holds_nothing = row->texts == NULL || row->texts->len == 0;

  if (g_strcmp0 (row->enterprise, wanted->enterprise) == 0 && g_strcmp0 (row->contract, wanted->contract) == 0
      && (wanted->contract != NULL || holds_nothing))
    wanted->id = id;
  return wanted->id == 0;
}

/* Writes a row in a transaction that is no act of the officer's: nothing is said by it yet. */
static gboolean
write_alone (QuanDesk *desk, const char *word, const QuanPreparation *row, gint64 *id, GError **error)
{
  g_autofree char *subject = quan_preparation_subject (row, NULL);

  if (!quan_store_begin (desk->store, word, subject, error))
    return FALSE;
  *id = quan_store_write (desk->store, QUAN_PREPARATIONS, *id, row, error);
  if (*id != 0)
    return quan_store_commit (desk->store, error);
  quan_store_rollback (desk->store);
  return FALSE;
}

static gint64
begin (QuanDesk *desk, const char *enterprise, const char *contract, GError **error)
{
  Wanted wanted = { enterprise, contract, 0 };
  QuanStoreFilter filter = { .enterprise = enterprise, .contract = contract };
  QuanPreparation *row;
  gint64 id = 0;

  if (!each_preparation (desk, &filter, is_wanted, &wanted, error))
    return 0;
  if (wanted.id != 0)
    return wanted.id;
  row = quan_record_new (&quan_preparation_type);
  row->enterprise = g_strdup (enterprise);
  row->contract = g_strdup (contract);
  row->step = FIRST_STEP;
  row->texts = quan_record_list_new (&quan_held_text_type);
  if (!write_alone (desk, "prepare", row, &id, error))
    id = 0;
  quan_record_free (&quan_preparation_type, row);
  return id;
}

gint64
quan_desk_prepare (QuanDesk *desk, const char *enterprise, const char *contract, GError **error)
{
  const QuanEnterprise *owner = NULL;
  g_autofree char *number = NULL, *uscc = NULL;

  if (quan_desk_store (desk, error) == NULL)
    return 0;
  if (contract != NULL)
    owner = quan_desk_contract_named (desk, enterprise, contract, &number, error);
  else if (enterprise != NULL)
    owner = quan_desk_enterprise (desk, enterprise, error);
  if (owner == NULL && (contract != NULL || enterprise != NULL))
    return 0;
  uscc = owner != NULL ? g_strdup (owner->uscc) : NULL; /* the desk forgets its enterprises when something is written */
  return begin (desk, uscc, number, error);
}

gboolean
quan_desk_turn_to_step (QuanDesk *desk, gint64 id, int step, GError **error)
{
  g_autoptr (QuanWork) work = NULL;

  if (step < FIRST_STEP || step > LAST_STEP) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("There is no step %d. Name one from %d to %d."), step, FIRST_STEP,
                 LAST_STEP);
    return FALSE;
  }
  work = quan_work_load (desk, id, error);
  if (work == NULL)
    return FALSE;
  work->row->step = step;
  return write_alone (desk, "turn-to-step", work->row, &id, error);
}

/* What the list of unfinished preparations is made of. */
typedef struct {
  QuanDesk  *desk;
  GPtrArray *rows;  /* of QuanPreparation */
  GArray    *ids;   /* of gint64 */
} Unfinished;

static gboolean
collect (const QuanPreparation *row, gint64 id, gpointer data)
{
  Unfinished *unfinished = data;

  if (row->touched != NULL) {
    g_ptr_array_add (unfinished->rows, quan_record_copy (&quan_preparation_type, row));
    g_array_append_val (unfinished->ids, id);
  }
  return TRUE;
}

static void
unfinished_free (gpointer data)
{
  QuanUnfinished *unfinished = data;

  g_free (unfinished->enterprise);
  g_free (unfinished->name);
  g_free (unfinished->contract);
  g_free (unfinished->touched);
  g_free (unfinished);
}

/* Whether the claim on a contract has come to a submission that was not returned, or is over. -1 on error. */
static int
is_finished (QuanDesk *desk, const QuanPreparation *row, GError **error)
{
  QuanStoreFilter filter = { .enterprise = row->enterprise, .contract = row->contract };
  g_autoptr (QuanCursor) cursor = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean open = TRUE, any = FALSE;
  QuanClaim *claim;

  if (row->contract == NULL)
    return FALSE;
  cursor = quan_store_select (desk->store, QUAN_CLAIMS, &filter, error);
  if (cursor == NULL)
    return -1;
  for (; (claim = quan_cursor_next (cursor, NULL, &failure)) != NULL; any = TRUE) {
    gboolean this_open = claim->state == QUAN_CLAIM_DRAFT || claim->state == QUAN_CLAIM_RETURNED;

    open = any ? open || this_open : this_open;
    quan_record_free (&quan_claim_type, claim);
  }
  if (failure == NULL)
    return !open;
  g_propagate_error (error, g_steal_pointer (&failure));
  return -1;
}

static QuanUnfinished *
describe (QuanDesk *desk, const QuanPreparation *row, gint64 id)
{
  QuanUnfinished *unfinished = g_new0 (QuanUnfinished, 1);
  const QuanEnterprise *enterprise =
    row->enterprise != NULL ? g_hash_table_lookup (desk->by_code, row->enterprise) : NULL;

  unfinished->id = id;
  unfinished->enterprise = g_strdup (row->enterprise);
  unfinished->name = enterprise != NULL ? g_strdup (enterprise->name) : NULL;
  unfinished->contract = g_strdup (row->contract);
  unfinished->step = row->step;
  unfinished->touched = g_strdup (row->touched);
  return unfinished;
}

/* The last touched first. */
static int
compare_unfinished (gconstpointer a, gconstpointer b)
{
  const QuanUnfinished *left = *(const QuanUnfinished *const *) a, *right = *(const QuanUnfinished *const *) b;
  int order = strcmp (right->touched, left->touched);

  return order != 0 ? order : (right->id > left->id) - (right->id < left->id);
}

static GPtrArray *
list_unfinished (QuanDesk *desk, const Unfinished *unfinished, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (unfinished_free);

  for (guint i = 0; i < unfinished->rows->len; i++) {
    const QuanPreparation *row = unfinished->rows->pdata[i];
    int finished = is_finished (desk, row, error);

    if (finished < 0)
      return NULL;
    if (!finished)
      g_ptr_array_add (list, describe (desk, row, g_array_index (unfinished->ids, gint64, i)));
  }
  g_ptr_array_sort (list, compare_unfinished);
  return g_steal_pointer (&list);
}

GPtrArray *
quan_desk_unfinished (QuanDesk *desk, const char *enterprise, GError **error)
{
  QuanStoreFilter filter = { .enterprise = enterprise };
  g_autoptr (GPtrArray) rows = quan_record_list_new (&quan_preparation_type);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Unfinished unfinished = { desk, rows, ids };

  if (quan_desk_enterprises (desk, error) == NULL
      || !each_preparation (desk, &filter, collect, &unfinished, error))
    return NULL;
  return list_unfinished (desk, &unfinished, error);
}

/* A draft of a claim goes with its preparation. */
static gboolean
delete_with_draft (QuanDesk *desk, const QuanWork *work, GError **error)
{
  gint64 claim = work->shown.claim->state == QUAN_CLAIM_DRAFT ? work->ids[QUAN_ROOT_CLAIM] : 0;

  return (claim == 0 || quan_store_delete (desk->store, QUAN_CLAIMS, claim, error))
         && quan_store_delete (desk->store, QUAN_PREPARATIONS, work->shown.id, error);
}

gboolean
quan_desk_abandon (QuanDesk *desk, gint64 id, GError **error)
{
  g_autoptr (QuanWork) work = quan_work_load (desk, id, error);
  g_autofree char *subject = work != NULL ? quan_preparation_subject (work->row, NULL) : NULL;

  if (work == NULL || !quan_store_begin (desk->store, "abandon", subject, error))
    return FALSE;
  if (delete_with_draft (desk, work, error))
    return quan_desk_commit (desk, error);
  quan_store_rollback (desk->store);
  return FALSE;
}
