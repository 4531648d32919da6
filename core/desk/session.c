/* What the officer chose for a session, and may choose anew: the day and the readings. */
#include "core/desk/desk-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"

void
quan_desk_set_as_of (QuanDesk *desk, QuanDate as_of)
{
  desk->as_of = as_of;
}

QuanDate
quan_desk_as_of (const QuanDesk *desk)
{
  return desk->as_of;
}

const GPtrArray *
quan_desk_packs (const QuanDesk *desk)
{
  return quan_pack_shelf_packs (desk->shelf);
}

gboolean
quan_desk_are_readings (const char *const *readings, GError **error)
{
  for (int i = 0; readings != NULL && readings[i] != NULL; i++)
    if (strchr (readings[i], '=') == NULL) {
      g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("“%s” is not a reading. Write it as KEY=VALUE."),
                   readings[i]);
      return FALSE;
    }
  return TRUE;
}

/* Whether a pack of the shelf has a reading; the error is that of the first one, which lists what could be chosen. */
static gboolean
some_pack_has (const QuanDesk *desk, const char *reading, GError **error)
{
  const GPtrArray *packs = quan_desk_packs (desk);
  const char *equals = strchr (reading, '=');
  g_autofree char *key = g_strndup (reading, equals - reading);
  g_autoptr (GError) first = NULL;

  for (guint i = 0; i < packs->len; i++) {
    QuanReadings readings = quan_pack_standard_readings (packs->pdata[i]);

    if (quan_readings_choose (&readings, packs->pdata[i], key, equals + 1, first == NULL ? &first : NULL))
      return TRUE;
  }
  g_propagate_error (error, g_steal_pointer (&first));
  return FALSE;
}

gboolean
quan_desk_set_readings (QuanDesk *desk, const char *const *readings, GError **error)
{
  char **chosen;

  if (!quan_desk_are_readings (readings, error))
    return FALSE;
  for (int i = 0; readings != NULL && readings[i] != NULL; i++)
    if (!some_pack_has (desk, readings[i], error))
      return FALSE;
  chosen = g_strdupv ((char **) readings);
  g_strfreev (desk->readings);
  desk->readings = chosen;
  return TRUE;
}
