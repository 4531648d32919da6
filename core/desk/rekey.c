/* Giving an enterprise another code or a contract another number, in every record that names it. */
#include <string.h>

#include "core/desk/preparation-private.h"
#include "core/store/evidence.h"

/* The sections whose records name an enterprise, and which of their fields names a contract. What an invoice says of its
 * buyer is printed on it and stays. */
static const struct {
  QuanSection section;
  const char *contract;
} naming[] = {
  { QUAN_CONTRACTS, "number" },      { QUAN_CLAIMS, "contract" },   { QUAN_DELIVERIES, "contract" },
  { QUAN_INVOICES, "contract" },     { QUAN_REDEMPTIONS, NULL },    { QUAN_PREPARATIONS, "contract" },
  { QUAN_ATTACHMENTS, "contract" },
};

/* Records of a section with their ids; nothing may be written while they are being read. */
typedef struct {
  GPtrArray *records;
  GArray    *ids;  /* of gint64 */
} Named;

static void
named_clear (Named *named)
{
  g_ptr_array_unref (named->records);
  g_array_unref (named->ids);
}

static gboolean
named_load (Named *named, QuanStore *store, QuanSection section, const QuanStoreFilter *filter, GError **error)
{
  g_autoptr (QuanCursor) cursor = quan_store_select (store, section, filter, error);
  g_autoptr (GError) failure = NULL;
  gpointer record;
  gint64 id;

  named->records = quan_record_list_new (quan_section_types[section]);
  named->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (cursor == NULL)
    return FALSE;
  while ((record = quan_cursor_next (cursor, &id, &failure)) != NULL) {
    g_ptr_array_add (named->records, record);
    g_array_append_val (named->ids, id);
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
set_member (const QuanRecordType *type, gpointer record, const char *key, const char *text)
{
  char **member = QUAN_FIELD_MEMBER (quan_record_field (type, key), record, char *);

  g_free (*member);
  *member = g_strdup (text);
}

/* Sets a field of every record a filter leaves, where it says the old text. */
static gboolean
rename_in (QuanStore *store, QuanSection section, const QuanStoreFilter *filter, const char *key, const char *old,
           const char *other, GError **error)
{
  const QuanRecordType *type = quan_section_types[section];
  const QuanField *field = quan_record_field (type, key);
  Named named = { NULL };
  gboolean ok = named_load (&named, store, section, filter, error);

  for (guint i = 0; ok && i < named.records->len; i++) {
    gpointer record = named.records->pdata[i];

    if (g_strcmp0 (*QUAN_FIELD_MEMBER (field, record, char *), old) != 0)
      continue;
    set_member (type, record, key, other);
    ok = quan_store_write (store, section, g_array_index (named.ids, gint64, i), record, error) != 0;
  }
  named_clear (&named);
  return ok;
}

gboolean
quan_rekey_enterprise (QuanStore *store, const char *uscc, const char *other, GError **error)
{
  QuanStoreFilter itself = { .key = uscc }, naming_it = { .enterprise = uscc };

  if (!rename_in (store, QUAN_ENTERPRISES, &itself, "uscc", uscc, other, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (naming); i++)
    if (!rename_in (store, naming[i].section, &naming_it, "enterprise", uscc, other, error))
      return FALSE;
  return TRUE;
}

gboolean
quan_rekey_contract (QuanStore *store, const char *uscc, const char *number, const char *other, GError **error)
{
  QuanStoreFilter filter = { .enterprise = uscc, .contract = number };

  for (guint i = 0; i < G_N_ELEMENTS (naming); i++)
    if (naming[i].contract != NULL
        && !rename_in (store, naming[i].section, &filter, naming[i].contract, number, other, error))
      return FALSE;
  return TRUE;
}

int
quan_is_frozen_under (QuanStore *store, const char *uscc, const char *number, GError **error)
{
  QuanStoreFilter filter = { .enterprise = uscc, .contract = number };
  Named named = { NULL };
  int frozen = named_load (&named, store, QUAN_CLAIMS, &filter, error) ? FALSE : -1;

  for (guint i = 0; frozen == FALSE && i < named.records->len; i++) {
    g_autoptr (GPtrArray) packets = NULL;

    if (((const QuanClaim *) named.records->pdata[i])->state == QUAN_CLAIM_DRAFT)
      continue;
    packets = quan_store_packets (store, QUAN_CLAIMS, g_array_index (named.ids, gint64, i), error);
    frozen = packets == NULL ? -1 : packets->len > 0;
  }
  named_clear (&named);
  return frozen;
}
