/* Removing records nothing refers to: each is one transaction. */
#include "core/desk/desk-private.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/base/uscc.h"
#include "core/model/preparation.h"

/* What keeps a contract. */
static const struct {
  QuanSection section;
  const char *sentence;
} keepers[] = {
  { QUAN_CLAIMS,     N_("The contract “%s” has a claim, so it cannot be removed.") },
  { QUAN_DELIVERIES, N_("The contract “%s” has deliveries, so it cannot be removed.") },
  { QUAN_INVOICES,   N_("The contract “%s” has invoices, so it cannot be removed.") },
};

static gboolean
nothing_keeps (QuanStore *store, const QuanStoreFilter *filter, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (keepers); i++) {
    gint64 count = quan_store_count (store, keepers[i].section, filter, error);

    if (count > 0) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, _(keepers[i].sentence), filter->contract);
#pragma GCC diagnostic pop
    }
    if (count != 0)
      return FALSE;
  }
  return TRUE;
}

/* Whether a record goes with what it was found for: a file kept for every contract of its enterprise does not. */
static gboolean
goes_along (QuanSection section, gconstpointer record)
{
  return section != QUAN_ATTACHMENTS || ((const QuanAttachment *) record)->contract != NULL;
}

/* The ids of the records a filter finds that go along; NULL on error. */
static GArray *
find_ids (QuanStore *store, QuanSection section, const QuanStoreFilter *filter, GError **error)
{
  g_autoptr (QuanCursor) cursor = quan_store_select (store, section, filter, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;
  gpointer record;
  gint64 id;

  if (cursor == NULL)
    return NULL;
  while ((record = quan_cursor_next (cursor, &id, &failure)) != NULL) {
    if (goes_along (section, record))
      g_array_append_val (ids, id);
    quan_record_free (quan_section_types[section], record);
  }
  if (failure == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* Deletes what a filter finds in a section. */
static gboolean
delete_found (QuanStore *store, QuanSection section, const QuanStoreFilter *filter, GError **error)
{
  g_autoptr (GArray) ids = find_ids (store, section, filter, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!quan_store_delete (store, section, g_array_index (ids, gint64, i), error))
      return FALSE;
  return ids != NULL;
}

/* Deletes the contract, with what was prepared and kept for it alone. */
static gboolean
delete_contract (QuanStore *store, const char *enterprise, const char *number, GError **error)
{
  const QuanStoreFilter of_contract = { .enterprise = enterprise, .contract = number };

  return nothing_keeps (store, &of_contract, error)
         && delete_found (store, QUAN_PREPARATIONS, &of_contract, error)
         && delete_found (store, QUAN_ATTACHMENTS, &of_contract, error)
         && delete_found (store, QUAN_CONTRACTS, &of_contract, error);
}

gboolean
quan_desk_remove_contract (QuanDesk *desk, const char *enterprise, const char *number, GError **error)
{
  g_autofree char *own_number = NULL, *subject = NULL;
  const QuanEnterprise *owner = quan_desk_contract_named (desk, enterprise, number, &own_number, error);

  if (owner == NULL)
    return FALSE;
  subject = g_strdup_printf ("%s/%s", owner->uscc, own_number);
  if (!quan_store_begin (desk->store, "contract-remove", subject, error))
    return FALSE;
  if (delete_contract (desk->store, owner->uscc, own_number, error))
    return quan_desk_commit (desk, error);
  quan_store_rollback (desk->store);
  return FALSE;
}

/* Refuses where a contract names a provider. */
static gboolean
no_contract_names (QuanStore *store, const char *uscc, GError **error)
{
  g_autoptr (QuanCursor) cursor = quan_store_select (store, QUAN_CONTRACTS, &(QuanStoreFilter) { NULL }, error);
  g_autoptr (GError) failure = NULL;
  QuanContract *contract = NULL;

  if (cursor == NULL)
    return FALSE;
  while (failure == NULL && (contract = quan_cursor_next (cursor, NULL, &failure)) != NULL) {
    if (g_strcmp0 (contract->provider, uscc) == 0)
      g_set_error (&failure, QUAN_ERROR, QUAN_ERROR_INPUT,
                   _("The contract “%s” names this provider. Give the contract another provider first."),
                   contract->number);
    quan_record_free (&quan_contract_type, contract);
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
quan_desk_remove_provider (QuanDesk *desk, const char *uscc, GError **error)
{
  QuanStore *store = quan_desk_store (desk, error);
  char code[QUAN_USCC_LENGTH + 1];
  QuanStoreFilter filter = { .key = code };
  gint64 count;

  if (store == NULL)
    return FALSE;
  quan_uscc_normalise (uscc, code);
  count = quan_store_count (store, QUAN_PROVIDERS, &filter, error);
  if (count == 0)
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("There is no provider “%s”. Look at its code."), uscc);
  if (count <= 0 || !no_contract_names (store, code, error)
      || !quan_store_begin (store, "provider-remove", code, error))
    return FALSE;
  if (delete_found (store, QUAN_PROVIDERS, &filter, error))
    return quan_desk_commit (desk, error);
  quan_store_rollback (store);
  return FALSE;
}
