/* Removing deliveries, invoices and payments nothing refers to. */
#include "core/desk/records-private.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"

typedef struct {
  QuanStore    *store;
  QuanSection   section;
  gint64        id;
  gconstpointer before;
} Removing;

/* What a record that names another is called in a sentence. */
static const char *
name_of (QuanSection section, gconstpointer record)
{
  return section == QUAN_REDEMPTIONS ? ((const QuanRedemption *) record)->round : quan_kept_number (section, record);
}

/* Whether nothing refers to a record that is to be removed. */
static gboolean
nothing_names (const Removing *removing, GError **error)
{
  static const struct {
    QuanSection of, by;
    const char *sentence;
  } keepers[] = {
    { QUAN_DELIVERIES, QUAN_INVOICES, N_ ("The invoice “%s” names this delivery, so it cannot be removed.") },
    { QUAN_INVOICES, QUAN_PAYMENTS, N_ ("The payment “%s” names this invoice, so it cannot be removed.") },
    { QUAN_INVOICES, QUAN_INVOICES, N_ ("The invoice “%s” reverses this one, so it cannot be removed.") },
    { QUAN_INVOICES, QUAN_REDEMPTIONS, N_ ("The redemption of %s names this invoice, so it cannot be removed.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keepers); i++) {
    g_autoptr (GArray) ids = NULL;
    gpointer keeper;

    if (keepers[i].of != removing->section)
      continue;
    ids = quan_kept_referrers (removing->store, removing->section, removing->before, keepers[i].by, error);
    if (ids == NULL)
      return FALSE;
    if (ids->len == 0)
      continue;
    keeper = quan_store_get (removing->store, keepers[i].by, g_array_index (ids, gint64, 0), error);
    if (keeper == NULL)
      return FALSE;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, _(keepers[i].sentence), name_of (keepers[i].by, keeper));
#pragma GCC diagnostic pop
    quan_record_free (quan_section_types[keepers[i].by], keeper);
    return FALSE;
  }
  return TRUE;
}

static gboolean
remove_kept (QuanDesk *desk, const Removing *removing, GError **error)
{
  const char *number = quan_kept_number (removing->section, removing->before);

  if (!quan_kept_is_free (removing->store, removing->section, removing->before, error)
      || !nothing_names (removing, error) || !quan_store_begin (removing->store, "record-remove", number, error))
    return FALSE;
  if (quan_store_delete (removing->store, removing->section, removing->id, error))
    return quan_desk_commit (desk, error);
  quan_store_rollback (removing->store);
  return FALSE;
}

gboolean
quan_desk_remove_record (QuanDesk *desk, QuanSection section, const char *key, GError **error)
{
  Removing removing = { .section = section };
  gpointer record = quan_desk_record (desk, section, key, &removing.id, error);
  gboolean done;

  if (record == NULL)
    return FALSE;
  removing.store = desk->store;
  removing.before = record;
  done = remove_kept (desk, &removing, error);
  quan_record_free (quan_section_types[section], record);
  return done;
}
