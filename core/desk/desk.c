#include "core/desk/desk-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/base/uscc.h"
#include "core/exchange/workspace-json.h"

static gboolean
open_store (QuanDesk *desk, GError **error)
{
  desk->store = quan_store_open (desk->path, desk->create ? QUAN_STORE_CREATE : QUAN_STORE_OPEN, desk->wait_seconds,
                                 quan_record_json_write, quan_record_json_read, error);
  return desk->store != NULL;
}

/* Unknown packs and malformed readings are told before anything is done. */
static gboolean
options_are_right (const QuanDesk *desk, GError **error)
{
  if (desk->policy != NULL && quan_pack_shelf_find (desk->shelf, desk->policy, error) == NULL)
    return FALSE;
  return quan_desk_are_readings ((const char *const *) desk->readings, error);
}

QuanDesk *
quan_desk_open (const QuanDeskOptions *options, GError **error)
{
  g_autoptr (QuanDesk) desk = g_new0 (QuanDesk, 1);
  gboolean present;

  desk->path = options->store_path != NULL ? g_strdup (options->store_path)
                                           : g_build_filename (g_get_user_data_dir (), "quan", "quan.db", NULL);
  desk->create = options->create;
  desk->wait_seconds = options->wait_seconds;
  desk->as_of = options->as_of;
  desk->policy = g_strdup (options->policy);
  desk->readings = g_strdupv ((char **) options->readings);
  desk->warnings = g_ptr_array_new_with_free_func (g_free);
  desk->done = g_array_new (FALSE, FALSE, sizeof (gint64));
  desk->undone = g_array_new (FALSE, FALSE, sizeof (gint64));
  desk->shelf = quan_pack_shelf_new (desk->warnings);
  if (!options_are_right (desk, error))
    return NULL;
  present = g_file_test (desk->path, G_FILE_TEST_EXISTS);
  if ((present || !desk->create) && !open_store (desk, error))
    return NULL;
  return g_steal_pointer (&desk);
}

void
quan_desk_forget (QuanDesk *desk)
{
  g_clear_pointer (&desk->by_code, g_hash_table_unref);
  g_clear_pointer (&desk->enterprises, g_ptr_array_unref);
}

void
quan_desk_close (QuanDesk *desk)
{
  quan_desk_forget (desk);
  g_clear_pointer (&desk->store, quan_store_close);
  g_clear_pointer (&desk->shelf, quan_pack_shelf_free);
  g_ptr_array_unref (desk->warnings);
  g_array_unref (desk->done);
  g_array_unref (desk->undone);
  g_strfreev (desk->readings);
  g_free (desk->policy);
  g_free (desk->path);
  g_free (desk);
}

gboolean
quan_desk_refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_INPUT, sentence);
  return FALSE;
}

QuanStore *
quan_desk_store (QuanDesk *desk, GError **error)
{
  return desk->store != NULL || open_store (desk, error) ? desk->store : NULL;
}

const char *
quan_desk_path (const QuanDesk *desk)
{
  return desk->path;
}

const GPtrArray *
quan_desk_warnings (const QuanDesk *desk)
{
  return desk->warnings;
}

static gboolean
choose_readings (const QuanDesk *desk, QuanView *view, GError **error)
{
  view->readings = quan_pack_standard_readings (view->pack);
  for (int i = 0; desk->readings != NULL && desk->readings[i] != NULL; i++) {
    const char *equals = strchr (desk->readings[i], '=');
    g_autofree char *key = g_strndup (desk->readings[i], equals - desk->readings[i]);

    if (!quan_readings_choose (&view->readings, view->pack, key, equals + 1, error))
      return FALSE;
  }
  return TRUE;
}

const char *
quan_desk_policy_of (const QuanDesk *desk, const QuanEnterprise *enterprise, const QuanClaim *claim)
{
  const char *region = enterprise != NULL ? enterprise->region : NULL;

  if (claim->policy != NULL || claim->state == QUAN_CLAIM_DRAFT || claim->submitted == QUAN_DATE_NONE)
    return claim->policy;
  return quan_pack_shelf_choose (desk->shelf, region, claim->submitted)->id;
}

gboolean
quan_desk_view_under (QuanDesk *desk, const QuanEnterprise *enterprise, const char *policy, QuanDate date, QuanView *view,
                      GError **error)
{
  const char *id = policy != NULL ? policy : desk->policy;
  const char *region = enterprise != NULL ? enterprise->region : NULL;

  view->as_of = date;
  view->pack = id != NULL ? quan_pack_shelf_find (desk->shelf, id, error)
                          : quan_pack_shelf_choose (desk->shelf, region, date);
  return view->pack != NULL && choose_readings (desk, view, error);
}

gboolean
quan_desk_view_on (QuanDesk *desk, const QuanEnterprise *enterprise, const QuanClaim *claim, QuanDate date,
                   QuanView *view, GError **error)
{
  const char *pinned = claim != NULL ? quan_desk_policy_of (desk, enterprise, claim) : NULL;

  return quan_desk_view_under (desk, enterprise, pinned, date, view, error);
}

gboolean
quan_desk_view_for (QuanDesk *desk, const QuanEnterprise *enterprise, const QuanClaim *claim, QuanView *view,
                    GError **error)
{
  return quan_desk_view_on (desk, enterprise, claim, desk->as_of, view, error);
}

const GPtrArray *
quan_desk_enterprises (QuanDesk *desk, GError **error)
{
  QuanStore *store = quan_desk_store (desk, error);
  g_autoptr (QuanCursor) cursor = NULL;
  g_autoptr (GPtrArray) enterprises = quan_record_list_new (&quan_enterprise_type);
  g_autoptr (GError) failure = NULL;
  QuanEnterprise *enterprise;

  if (store == NULL || desk->enterprises != NULL)
    return desk->enterprises;
  cursor = quan_store_select (store, QUAN_ENTERPRISES, &(QuanStoreFilter) { NULL }, error);
  if (cursor == NULL)
    return NULL;
  while ((enterprise = quan_cursor_next (cursor, NULL, &failure)) != NULL)
    g_ptr_array_add (enterprises, enterprise);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  desk->enterprises = g_steal_pointer (&enterprises);
  desk->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < desk->enterprises->len; i++) {
    enterprise = desk->enterprises->pdata[i];
    g_hash_table_insert (desk->by_code, enterprise->uscc, enterprise);
  }
  return desk->enterprises;
}

/* The codes and names a caller may choose from, one a line. */
static char *
list_enterprises (const GPtrArray *enterprises)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < enterprises->len; i++) {
    const QuanEnterprise *enterprise = enterprises->pdata[i];

    g_string_append_printf (list, "\n  %s  %s", enterprise->uscc, enterprise->name != NULL ? enterprise->name : "");
  }
  return g_string_free (list, FALSE);
}

static const QuanEnterprise *
only_enterprise (const QuanDesk *desk, const GPtrArray *enterprises, GError **error)
{
  g_autofree char *list = NULL;

  if (enterprises->len == 1)
    return enterprises->pdata[0];
  list = list_enterprises (enterprises);
  if (enterprises->len == 0)
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("%s holds no enterprise yet. Import one first."), desk->path);
  else
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("There are several enterprises. Name one of them:%s"), list);
  return NULL;
}

const QuanEnterprise *
quan_desk_enterprise (QuanDesk *desk, const char *uscc, GError **error)
{
  const GPtrArray *enterprises = quan_desk_enterprises (desk, error);
  const QuanEnterprise *enterprise;
  g_autofree char *list = NULL;
  char code[QUAN_USCC_LENGTH + 1];

  if (enterprises == NULL)
    return NULL;
  if (uscc == NULL)
    return only_enterprise (desk, enterprises, error);
  quan_uscc_normalise (uscc, code);
  enterprise = g_hash_table_lookup (desk->by_code, code);
  if (enterprise != NULL)
    return enterprise;
  list = list_enterprises (enterprises);
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("There is no enterprise “%s”. There are:%s"), uscc, list);
  return NULL;
}

char *
quan_desk_export_workspace (QuanDesk *desk, GError **error)
{
  QuanStore *store = quan_desk_store (desk, error);
  g_autoptr (QuanWorkspace) workspace = store != NULL ? quan_store_workspace (store, NULL, error) : NULL;

  return workspace != NULL ? quan_workspace_json_write (workspace) : NULL;
}

gboolean
quan_desk_journal (QuanDesk *desk, const char *key, QuanJournalFunc func, gpointer data, GError **error)
{
  QuanStore *store = quan_desk_store (desk, error);

  return store != NULL && quan_store_journal (store, key, func, data, error);
}
