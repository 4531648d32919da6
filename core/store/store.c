#include "core/store/store.h"

#include <string.h>

#include "core/base/error.h"
#include "core/store/internal.h"
#include "core/store/read.h"

#define KEY_FIELDS_MAX 4

/* The fields that name a record for people; one that is absent is left out. */
static const char *const key_fields[QUAN_N_STORE_SECTIONS][KEY_FIELDS_MAX] = {
  [QUAN_ENTERPRISES]  = { "uscc" },
  [QUAN_PROVIDERS]    = { "uscc" },
  [QUAN_CONTRACTS]    = { "enterprise", "number" },
  [QUAN_CLAIMS]       = { "enterprise", "contract" },
  [QUAN_DELIVERIES]   = { "enterprise", "number" },
  [QUAN_INVOICES]     = { "number" },
  [QUAN_PAYMENTS]     = { "number" },
  [QUAN_REDEMPTIONS]  = { "enterprise", "round" },
  [QUAN_PREPARATIONS] = { "enterprise", "contract" },
  [QUAN_ATTACHMENTS]  = { "enterprise", "contract", "round", "document" },
};

char *
quan_store_key (QuanSection section, gconstpointer record)
{
  GString *key = g_string_new (NULL);

  for (int i = 0; i < KEY_FIELDS_MAX && key_fields[section][i] != NULL; i++) {
    const QuanField *field = quan_record_field (quan_section_types[section], key_fields[section][i]);
    const char *part = *QUAN_FIELD_MEMBER (field, record, char *);

    if (part != NULL)
      g_string_append_printf (key, "%s%s", key->len > 0 ? "/" : "", part);
  }
  return g_string_free (key, FALSE);
}

char *
quan_store_key_expression (QuanSection section)
{
  GString *expression = g_string_new (NULL);

  g_string_append_printf (expression, "(coalesce (%s, '')", key_fields[section][0]);
  for (int i = 1; i < KEY_FIELDS_MAX && key_fields[section][i] != NULL; i++)
    g_string_append_printf (expression, " || coalesce ('/' || %s, '')", key_fields[section][i]);
  g_string_append_c (expression, ')');
  return g_string_free (expression, FALSE);
}

void
quan_arrival_add (GChecksum **arrivals, const char *text)
{
  if (*arrivals == NULL)
    *arrivals = g_checksum_new (G_CHECKSUM_SHA256);
  g_checksum_update (*arrivals, (const guchar *) text, -1);
  g_checksum_update (*arrivals, (const guchar *) "\n", 1);
}

char *
quan_import_text (const char *sha256, GChecksum *const arrivals[QUAN_N_STORE_SECTIONS],
                  const QuanStoreCounts *counts)
{
  GString *text = g_string_new (QUAN_IMPORT_HEAD);

  g_string_append_printf (text, "%s\"", sha256);
  for (int section = 0; section < QUAN_N_STORE_SECTIONS; section++)
    if (counts->created[section] + counts->changed[section] + counts->deleted[section] > 0)
      g_string_append_printf (text, ",\"%s\":{\"created\":%u,\"changed\":%u,\"deleted\":%u,\"hash\":\"%s\"}",
                              quan_section_types[section]->plural, counts->created[section], counts->changed[section],
                              counts->deleted[section],
                              arrivals[section] != NULL ? g_checksum_get_string (arrivals[section]) : "");
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

static void
end_act (QuanStore *store)
{
  g_free (store->act.what);
  g_free (store->act.subject);
  g_free (store->act.time);
  g_free (store->act.import);
  for (int section = 0; section < QUAN_N_STORE_SECTIONS; section++)
    g_clear_pointer (&store->act.arrivals[section], g_checksum_free);
  g_clear_pointer (&store->act.files, g_ptr_array_unref);
  store->act = (QuanStoreAct) { 0 };
}

gboolean
quan_store_begin (QuanStore *store, const char *act, const char *subject, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  g_return_val_if_fail (store->act.act == 0, FALSE);
  if (!quan_sql_exec (&store->sql, "BEGIN IMMEDIATE", error))
    return FALSE;
  store->act = (QuanStoreAct) {
    .act = store->head.act + 1,
    .what = g_strdup (act),
    .subject = g_strdup (subject),
    .time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ"),
    .before = store->head,
    .files = g_ptr_array_new_with_free_func (g_free),
  };
  store->counts = (QuanStoreCounts) { 0 };
  return TRUE;
}

gboolean
quan_store_begin_import (QuanStore *store, const char *file_name, const char *sha256, GError **error)
{
  if (!quan_store_begin (store, "import", file_name, error))
    return FALSE;
  store->act.import = g_strdup (sha256);
  return TRUE;
}

/* The row of the import that is ending, if it did anything. */
static gboolean
close_import (QuanStore *store, GError **error)
{
  static const QuanStoreCounts none;
  g_autofree char *text = NULL;
  QuanJournalRow row = { .kind = QUAN_JOURNAL_IMPORT };

  if (store->act.import == NULL || memcmp (&store->counts, &none, sizeof none) == 0)
    return TRUE;
  text = quan_import_text (store->act.import, store->act.arrivals, &store->counts);
  row.new_text = text;
  return quan_journal_add (store, &row, error);
}

gboolean
quan_store_commit (QuanStore *store, GError **error)
{
  g_return_val_if_fail (store->act.act != 0, FALSE);
  if (!quan_uses_judge (store, error) || !close_import (store, error)
      || !quan_sql_exec (&store->sql, "COMMIT", error)) {
    quan_store_rollback (store);
    return FALSE;
  }
  end_act (store);
  return TRUE;
}

void
quan_store_rollback (QuanStore *store)
{
  if (store->act.act == 0)
    return;
  /* A full disk may have rolled back already. */
  if (sqlite3_get_autocommit (store->sql.db) == 0)
    sqlite3_exec (store->sql.db, "ROLLBACK", NULL, NULL, NULL);
  quan_evidence_take_back (store);
  store->head = store->act.before;
  end_act (store);
}

/* Names the record a refusal is about. */
static void
name_record (QuanSection section, const char *key, GError **error)
{
  if (error != NULL && g_error_matches (*error, QUAN_ERROR, QUAN_ERROR_INPUT))
    g_prefix_error (error, "%s %s: ", quan_section_types[section]->name, key);
}

/* Adds a record, which is either one of an import or has its own row in the journal. */
static gint64
add_record (QuanStore *store, QuanSection section, gint64 id, gconstpointer record, QuanJournalRow *row, GError **error)
{
  gboolean arrives = store->act.import != NULL && id == 0;

  row->kind = QUAN_JOURNAL_CREATE;
  row->record = quan_store_table_insert (store->tables[section], &store->sql, id,
                                         arrives ? store->act.act : row->origin, record, error);
  if (row->record == 0)
    return 0;
  if (arrives)
    quan_arrival_add (&store->act.arrivals[section], row->new_text);
  else if (!quan_journal_add (store, row, error))
    return 0;
  store->counts.created[section]++;
  return row->record;
}

/* The import that brought a record, 0 if none did. */
static gboolean
load_origin (QuanStore *store, QuanSection section, gint64 id, gint64 *origin, GError **error)
{
  g_autofree char *query = g_strdup_printf ("SELECT import FROM %s WHERE id = %" G_GINT64_FORMAT,
                                            quan_section_types[section]->plural, id);

  return quan_sql_integer (&store->sql, query, origin, error);
}

static gboolean
change_record (QuanStore *store, QuanSection section, gint64 id, gconstpointer old, gconstpointer record,
               QuanJournalRow *row, GError **error)
{
  g_autofree char *old_text = store->writer (quan_section_types[section], old);

  row->kind = QUAN_JOURNAL_CHANGE;
  row->record = id;
  row->old_text = old_text;
  if (!load_origin (store, section, id, &row->origin, error)
      || !quan_store_table_update (store->tables[section], &store->sql, id, record, error)
      || !quan_journal_add (store, row, error))
    return FALSE;
  store->counts.changed[section]++;
  return TRUE;
}

static gint64
write_record (QuanStore *store, QuanSection section, gint64 id, gint64 origin, gconstpointer record, const char *key,
              GError **error)
{
  const QuanRecordType *type = quan_section_types[section];
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = NULL;
  gpointer old = id == 0 ? NULL : quan_store_get (store, section, id, &failure);
  QuanJournalRow row = { .section = (char *) type->plural, .key = (char *) key, .origin = origin };
  gint64 done = id;

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return 0;
  }
  if (old == NULL || !quan_record_equal (type, old, record)) {
    row.new_text = text = store->writer (type, record);
    if (old == NULL)
      done = add_record (store, section, id, record, &row, error);
    else if (!change_record (store, section, id, old, record, &row, error))
      done = 0;
  }
  quan_record_free (type, old);
  return done;
}

/* Refuses a record that contradicts itself. */
static gboolean
judge (const QuanRecordType *type, gconstpointer record, GError **error)
{
  g_autofree char *place = NULL;
  g_autofree char *sentence = quan_record_judge (type, record, &place);

  if (sentence == NULL)
    return TRUE;
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, "%s: %s", place, sentence);
  return FALSE;
}

gint64
quan_store_put (QuanStore *store, QuanSection section, gint64 id, gint64 origin, gconstpointer record, GError **error)
{
  g_autofree char *key = quan_store_key (section, record);
  gint64 done = 0;

  g_return_val_if_fail (store->act.act != 0 && sqlite3_get_autocommit (store->sql.db) == 0, 0);
  if (judge (quan_section_types[section], record, error))
    done = write_record (store, section, id, origin, record, key, error);
  if (done == 0)
    name_record (section, key, error);
  return done;
}

gint64
quan_store_write (QuanStore *store, QuanSection section, gint64 id, gconstpointer record, GError **error)
{
  return quan_store_put (store, section, id, 0, record, error);
}

gboolean
quan_store_delete (QuanStore *store, QuanSection section, gint64 id, GError **error)
{
  const QuanRecordType *type = quan_section_types[section];
  g_autoptr (GError) failure = NULL;
  g_autofree char *key = NULL, *text = NULL;
  QuanJournalRow row = { .kind = QUAN_JOURNAL_DELETE, .section = (char *) type->plural, .record = id };
  gpointer old;

  g_return_val_if_fail (store->act.act != 0 && sqlite3_get_autocommit (store->sql.db) == 0, FALSE);
  old = quan_store_get (store, section, id, &failure);
  if (old == NULL) {
    if (failure != NULL)
      g_propagate_error (error, g_steal_pointer (&failure));
    return failure == NULL;
  }
  row.key = key = quan_store_key (section, old);
  row.old_text = text = store->writer (type, old);
  quan_record_free (type, old);
  if (!load_origin (store, section, id, &row.origin, error)
      || !quan_store_table_delete (store->tables[section], &store->sql, id, error)
      || !quan_journal_add (store, &row, error)) {
    name_record (section, key, error);
    return FALSE;
  }
  store->counts.deleted[section]++;
  return TRUE;
}

const QuanStoreCounts *
quan_store_counts (const QuanStore *store)
{
  return &store->counts;
}
