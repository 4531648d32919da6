/* Finding a contract by the name an officer gives it, and what belongs to it. */
#include "core/desk/desk-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/base/uscc.h"

/* "USCC/NUMBER", cut into two. FALSE for any other text. */
static gboolean
split_name (const char *name, char code[QUAN_USCC_LENGTH + 1], const char **number)
{
  const char *slash = strchr (name, '/');
  g_autofree char *head = slash != NULL ? g_strndup (name, slash - name) : NULL;

  *number = slash != NULL ? slash + 1 : NULL;
  return head != NULL && quan_uscc_normalise (head, code) != QUAN_USCC_INVALID;
}

static const QuanEnterprise *
refuse_ambiguous (const char *name, char **owners, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (int i = 0; owners[i] != NULL; i++)
    g_string_append_printf (list, "%s%s/%s", i > 0 ? ", " : "", owners[i], name);
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE,
               _("Several enterprises have a contract “%s”. Name one of them: %s."), name, list->str);
  return NULL;
}

/* The code of the enterprise whose contract a name means, and the contract's number; NULL if there is none. */
static char *
find_owner (const QuanKnown *known, const char *enterprise, const char *name, const char **number, GError **error)
{
  g_auto (GStrv) owners = NULL;
  char code[QUAN_USCC_LENGTH + 1];

  *number = name;
  if (enterprise != NULL && known->has (known->data, QUAN_CONTRACTS, enterprise, name))
    return g_strdup (enterprise);
  owners = enterprise == NULL ? known->contract_owners (known->data, name) : NULL;
  if (owners != NULL && owners[0] != NULL) {
    if (owners[1] == NULL)
      return g_strdup (owners[0]);
    refuse_ambiguous (name, owners, error);
    return NULL;
  }
  if (split_name (name, code, number) && (enterprise == NULL || strcmp (enterprise, code) == 0)
      && known->has (known->data, QUAN_CONTRACTS, code, *number))
    return g_strdup (code);
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE,
               _("There is no contract “%s”. Look at its number, or import it first."), name);
  return NULL;
}

const QuanEnterprise *
quan_desk_contract_named (QuanDesk *desk, const char *enterprise, const char *name, char **number, GError **error)
{
  QuanStore *store = quan_desk_store (desk, error);
  const QuanEnterprise *within = NULL, *found;
  g_autofree char *owner = NULL;
  const char *rest;
  QuanKnown known;

  if (store == NULL)
    return NULL;
  if (enterprise != NULL && (within = quan_desk_enterprise (desk, enterprise, error)) == NULL)
    return NULL;
  known = quan_store_known (store);
  owner = find_owner (&known, within != NULL ? within->uscc : NULL, name, &rest, error);
  if (owner == NULL)
    return NULL;
  found = quan_desk_enterprise (desk, owner, error);
  if (found != NULL)
    *number = g_strdup (rest);
  return found;
}

/* Adds what a filter leaves of a section to the records. */
static gboolean
load_section (QuanStore *store, QuanSection section, const QuanStoreFilter *filter, QuanWorkspace *records,
              GError **error)
{
  g_autoptr (QuanCursor) cursor = quan_store_select (store, section, filter, error);
  g_autoptr (GError) failure = NULL;
  gpointer record;

  if (cursor == NULL)
    return FALSE;
  while ((record = quan_cursor_next (cursor, NULL, &failure)) != NULL)
    g_ptr_array_add (records->sections[section], record);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

QuanWorkspace *
quan_desk_contract_records (QuanDesk *desk, const QuanEnterprise *enterprise, const char *number, GError **error)
{
  QuanStore *store = quan_desk_store (desk, error);
  g_autoptr (QuanWorkspace) records = quan_workspace_new ();
  QuanStoreFilter contract = { .enterprise = enterprise->uscc, .key = number };
  QuanStoreFilter claims = { .enterprise = enterprise->uscc, .contract = number };

  if (store == NULL || !load_section (store, QUAN_CONTRACTS, &contract, records, error)
      || !load_section (store, QUAN_CLAIMS, &claims, records, error))
    return NULL;
  return g_steal_pointer (&records);
}

QuanProvider *
quan_desk_provider (QuanDesk *desk, const QuanContract *contract, GError **error)
{
  QuanStoreFilter filter = { .key = contract->provider };

  return contract->provider != NULL ? quan_store_find (desk->store, QUAN_PROVIDERS, &filter, NULL, error) : NULL;
}

gboolean
quan_claim_is_live (const QuanClaim *claim)
{
  return claim->state == QUAN_CLAIM_SUBMITTED || claim->state == QUAN_CLAIM_RETURNED
         || claim->state == QUAN_CLAIM_APPROVED;
}

gboolean
quan_desk_claim_in_hand (QuanDesk *desk, const QuanEnterprise *enterprise, const char *number, QuanClaim **claim,
                         gint64 *id, GError **error)
{
  QuanStoreFilter filter = { .enterprise = enterprise->uscc, .contract = number };
  g_autoptr (QuanCursor) cursor = quan_store_select (desk->store, QUAN_CLAIMS, &filter, error);
  g_autoptr (GError) failure = NULL;
  QuanClaim *found;
  gint64 found_id;

  *claim = NULL;
  if (cursor == NULL)
    return FALSE;
  while ((found = quan_cursor_next (cursor, &found_id, &failure)) != NULL) {
    if (quan_claim_is_live (found) || (found->state == QUAN_CLAIM_DRAFT && *claim == NULL)) {
      quan_record_free (&quan_claim_type, *claim);
      *claim = g_steal_pointer (&found);
      *id = found_id;
    }
    quan_record_free (&quan_claim_type, found);
  }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return failure == NULL;
}

gboolean
quan_desk_voucher_is_free (QuanStore *store, const char *voucher, gint64 id, GError **error)
{
  QuanStoreFilter filter = { .key = voucher };
  g_autoptr (GError) failure = NULL;
  gint64 found;
  QuanClaim *other = quan_store_find (store, QUAN_CLAIMS, &filter, &found, &failure);
  gboolean taken = other != NULL && found != id;

  if (taken)
    g_set_error (&failure, QUAN_ERROR, QUAN_ERROR_INPUT,
                 _("The voucher “%s” belongs to the claim on “%s” of %s already. Look at its number."), voucher,
                 other->contract, other->enterprise);
  quan_record_free (&quan_claim_type, other);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
