/* Claims in preparation: taking what was typed, and writing what has become a fact. */
#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/base/uscc.h"
#include "core/desk/preparation-private.h"
#include "core/store/note.h"

#define PROVIDER_NAME "provider.name"

static gboolean
is_open (const QuanWork *work, GError **error)
{
  return !work->shown.locked
         || quan_desk_refuse (error,
                              _("The claim has been submitted or is over, so nothing of it is changed any more."));
}

/* A provider of the store that is chosen has its name: one typed before is no new name for it. */
static void
forget_typed_name (QuanDesk *desk, QuanWork *work, const char *code)
{
  QuanKnown known = quan_store_known (desk->store);
  char normal[QUAN_USCC_LENGTH + 1];

  if (quan_uscc_normalise (code, normal) == QUAN_USCC_INVALID
      || !known.has (known.data, QUAN_PROVIDERS, NULL, normal))
    return;
  for (guint i = work->row->texts->len; i-- > 0;)
    if (strcmp (((const QuanHeldText *) work->row->texts->pdata[i])->path, PROVIDER_NAME) == 0)
      g_ptr_array_remove_index (work->row->texts, i);
}

/* Carries a changed key of a stored enterprise or contract through all records that name it. */
static gboolean
rekey (QuanDesk *desk, QuanWork *work, GError **error)
{
  const QuanEnterprise *enterprise = work->shown.enterprise;
  const QuanContract *contract = work->shown.contract;
  QuanPreparation *row = work->row;

  if (work->ids[QUAN_ROOT_ENTERPRISE] != 0 && strcmp (row->enterprise, enterprise->uscc) != 0) {
    if (!quan_rekey_enterprise (desk->store, row->enterprise, enterprise->uscc, error))
      return FALSE;
    quan_set_text (&row->enterprise, enterprise->uscc);
  }
  if (work->ids[QUAN_ROOT_CONTRACT] != 0 && strcmp (row->contract, contract->number) != 0) {
    if (!quan_rekey_contract (desk->store, row->enterprise, row->contract, contract->number, error))
      return FALSE;
    quan_set_text (&row->contract, contract->number);
  }
  return TRUE;
}

static gboolean
write_root (QuanDesk *desk, QuanWork *work, QuanRoot root, GError **error)
{
  const QuanRootKind *kind = &quan_roots[root];
  gpointer complete = quan_complete_rows (kind->type, quan_work_record (work, root), TRUE);
  gint64 id = quan_store_write (desk->store, kind->section, work->ids[root], complete, error);

  quan_record_free (kind->type, complete);
  if (id != 0)
    work->ids[root] = id;
  return id != 0;
}

static gboolean
write_contract_and_claim (QuanDesk *desk, QuanWork *work, GError **error)
{
  QuanPrepared *shown = &work->shown;

  quan_set_text (&shown->contract->enterprise, shown->enterprise->uscc);
  quan_set_text (&shown->claim->enterprise, shown->enterprise->uscc);
  quan_set_text (&shown->claim->contract, shown->contract->number);
  if (work->ids[QUAN_ROOT_CLAIM] == 0)
    shown->claim->names_enterprise = TRUE;
  quan_set_text (&work->row->contract, shown->contract->number);
  return write_root (desk, work, QUAN_ROOT_CONTRACT, error) && write_root (desk, work, QUAN_ROOT_CLAIM, error);
}

/* Writes every record that has its key. */
static gboolean
write_records (QuanDesk *desk, QuanWork *work, GError **error)
{
  QuanPrepared *shown = &work->shown;

  if (shown->provider->uscc != NULL && !write_root (desk, work, QUAN_ROOT_PROVIDER, error))
    return FALSE;
  if (shown->enterprise->uscc == NULL)
    return TRUE;
  quan_set_text (&work->row->enterprise, shown->enterprise->uscc);
  if (!write_root (desk, work, QUAN_ROOT_ENTERPRISE, error))
    return FALSE;
  return shown->contract->number == NULL || write_contract_and_claim (desk, work, error);
}

static gboolean
write_row (QuanDesk *desk, QuanWork *work, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  QuanPreparation *row = work->row;

  g_free (row->touched);
  row->touched = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  return quan_store_write (desk->store, QUAN_PREPARATIONS, work->shown.id, row, error) != 0;
}

/* A contract that is no more leaves what is typed of it to be entered anew. */
static void
forget_missing (QuanWork *work)
{
  if (work->ids[QUAN_ROOT_CONTRACT] == 0)
    g_clear_pointer (&work->row->contract, g_free);
  if (work->ids[QUAN_ROOT_ENTERPRISE] == 0)
    g_clear_pointer (&work->row->enterprise, g_free);
}

static gboolean
write_all (QuanDesk *desk, QuanWork *work, GError **error)
{
  if (!rekey (desk, work, error) || !write_records (desk, work, error))
    return FALSE;
  quan_work_settle_texts (work);
  return write_row (desk, work, error) && quan_store_forget_note (desk->store, work->shown.id, error);
}

/* Enters what is held and writes what can be written, in one transaction. */
static gboolean
settle (QuanDesk *desk, QuanWork *work, const char *path, GError **error)
{
  g_autofree char *subject = quan_preparation_subject (work->row, path);

  forget_missing (work);
  if (!quan_work_replay (desk, work, error) || !quan_store_begin (desk->store, "enter", subject, error))
    return FALSE;
  if (write_all (desk, work, error))
    return quan_desk_commit (desk, error);
  quan_store_rollback (desk->store);
  return FALSE;
}

gboolean
quan_desk_enter (QuanDesk *desk, gint64 id, const char *path, const char *text, GError **error)
{
  g_autoptr (QuanWork) work = quan_work_load (desk, id, error);
  gpointer record;
  const char *rest;
  QuanRoot root;

  if (work == NULL || !is_open (work, error))
    return FALSE;
  if (!quan_work_find (work, path, &root, &record, &rest)
      || quan_record_path_field (quan_roots[root].type, rest) == NULL) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("“%s” names nothing that can be entered."), path);
    return FALSE;
  }
  if (!g_utf8_validate (text, -1, NULL))
    return quan_desk_refuse (error, _("The text is not UTF-8, so it cannot be shown. Type it anew."));
  if (strcmp (path, QUAN_PROVIDER_CODE) == 0)
    forget_typed_name (desk, work, text);
  quan_held_put (work->row->texts, path, text);
  return settle (desk, work, path, error);
}

gboolean
quan_desk_remove_row (QuanDesk *desk, gint64 id, const char *path, GError **error)
{
  g_autoptr (QuanWork) work = quan_work_load (desk, id, error);
  const char *bracket = strrchr (path, '[');
  g_autofree char *list = bracket != NULL ? g_strndup (path, bracket - path) : NULL;
  g_autoptr (GError) why = NULL;
  gboolean held, stored;
  gpointer record;
  const char *rest;
  QuanRoot root;

  if (work == NULL || !is_open (work, error))
    return FALSE;
  if (list == NULL || !quan_work_find (work, path, &root, &record, &rest)) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("“%s” names no row."), path);
    return FALSE;
  }
  held = quan_held_remove_row (work->row->texts, list, (guint) atoi (bracket + 1));
  stored = quan_record_remove_row (quan_roots[root].type, record, rest, &why);
  if (!held && !stored) {
    g_propagate_error (error, g_steal_pointer (&why));
    return FALSE;
  }
  return settle (desk, work, path, error);
}
