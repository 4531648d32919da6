#include "core/desk/frozen.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/exchange/workspace-json.h"

json_t *
quan_frozen_answer (const QuanFrozen *frozen, GError **error)
{
  return quan_json_parse (frozen->answer, strlen (frozen->answer), error);
}

gboolean
quan_frozen_view (const QuanDesk *desk, const QuanFrozen *frozen, const json_t *answer, QuanView *view, GError **error)
{
  const char *key;
  json_t *value;

  view->pack = quan_pack_shelf_pinned (desk->shelf, frozen->policy, frozen->policy_hash);
  view->as_of = frozen->submitted;
  if (view->pack == NULL) {
    g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                         _("The version of the policy pack it was frozen under is not here, so its figures cannot be "
                           "recomputed. Install that version."));
    return FALSE;
  }
  view->readings = quan_pack_standard_readings (view->pack);
  json_object_foreach (json_object_get (answer, "readings"), key, value)
    if (!quan_readings_choose (&view->readings, view->pack, key, json_string_value (value), NULL)) {
      g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                           _("The frozen answer names a reading that its policy pack does not have."));
      return FALSE;
    }
  return TRUE;
}

QuanWorkspace *
quan_frozen_facts (const QuanFrozen *frozen, GError **error)
{
  g_autoptr (QuanWorkspace) facts = quan_workspace_json_read (frozen->facts, strlen (frozen->facts), NULL, error);

  if (facts == NULL || !quan_workspace_resolve (facts, &(QuanKnown) { NULL }, error))
    return NULL;
  return g_steal_pointer (&facts);
}

GBytes *
quan_frozen_packet (QuanDesk *desk, const GPtrArray *packets, gboolean *ready, GError **error)
{
  const QuanFrozen *last = packets->pdata[packets->len - 1];
  g_autoptr (json_t) answer = quan_frozen_answer (last, error);

  if (answer == NULL)
    return NULL;
  *ready = json_is_true (json_object_get (answer, QUAN_FROZEN_READY));
  return quan_store_packet_bytes (desk->store, last, error);
}
