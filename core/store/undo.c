#include "core/store/undo.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/store/internal.h"
#include "core/store/read.h"

gint64
quan_store_current_act (const QuanStore *store)
{
  return store->act.act;
}

gint64
quan_store_last_act (const QuanStore *store)
{
  return store->head.act;
}

static QuanSection
section_of (const QuanJournalRow *row)
{
  QuanSection section = 0;

  while (section < QUAN_N_STORE_SECTIONS && g_strcmp0 (quan_section_types[section]->plural, row->section) != 0)
    section++;
  return section;
}

/* Refuses to touch a record that is not what the act left. Always FALSE. */
static gboolean
refuse_changed (QuanSection section, const char *key, GError **error)
{
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, "%s %s: %s", quan_section_types[section]->name, key,
               _("This has been changed since, so it cannot be undone. Correct it by hand."));
  return FALSE;
}

/* The record a text of the journal holds; one that cannot be read is damage. */
static gpointer
record_of (QuanStore *store, QuanSection section, const QuanJournalRow *row, const char *text, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gpointer record = text != NULL ? store->reader (quan_section_types[section], text, &failure) : NULL;

  if (record == NULL)
    quan_sql_damaged (store->sql.path, error, "journal %" G_GINT64_FORMAT ": %s", row->number,
                      failure != NULL ? failure->message : quan_journal_kind_id (row->kind));
  return record;
}

/* Gives a record the passing members of another. */
static void
carry_passing (const QuanRecordType *type, gconstpointer from, gpointer to)
{
  for (const QuanField *field = type->fields; field->key != NULL; field++)
    if (field->passing)
      *QUAN_FIELD_MEMBER (field, to, int) = *QUAN_FIELD_MEMBER (field, from, int);
}

/* Whether a record (NULL: gone) is what a row left. */
static gboolean
is_as_left (QuanStore *store, QuanSection section, const QuanJournalRow *row, gconstpointer present, GError **error)
{
  const QuanRecordType *type = quan_section_types[section];
  gpointer left;
  gboolean same;

  if (present == NULL || row->new_text == NULL)
    return (present == NULL && row->new_text == NULL) || refuse_changed (section, row->key, error);
  left = record_of (store, section, row, row->new_text, error);
  if (left == NULL)
    return FALSE;
  carry_passing (type, present, left);
  same = quan_record_equal (type, present, left);
  quan_record_free (type, left);
  return same || refuse_changed (section, row->key, error);
}

/* Brings back what was before a row; present is what is there now. */
static gboolean
bring_back (QuanStore *store, QuanSection section, const QuanJournalRow *row, gconstpointer present, GError **error)
{
  const QuanRecordType *type = quan_section_types[section];
  gpointer before;
  gboolean done;

  if (row->kind == QUAN_JOURNAL_CREATE)
    return quan_store_delete (store, section, row->record, error);
  before = record_of (store, section, row, row->old_text, error);
  if (before == NULL)
    return FALSE;
  if (present != NULL)
    carry_passing (type, present, before);
  done = quan_store_put (store, section, row->record, row->origin, before, error) != 0;
  quan_record_free (type, before);
  return done;
}

static gboolean
revert_row (QuanStore *store, const QuanJournalRow *row, GError **error)
{
  QuanSection section = section_of (row);
  g_autoptr (GError) failure = NULL;
  gpointer present;
  gboolean done;

  if (section == QUAN_N_STORE_SECTIONS)
    return quan_sql_damaged (store->sql.path, error, "journal %" G_GINT64_FORMAT, row->number);
  present = quan_store_get (store, section, row->record, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  done = is_as_left (store, section, row, present, error) && bring_back (store, section, row, present, error);
  quan_record_free (quan_section_types[section], present);
  return done;
}

/* Deletes a record an import brought, if it still is what it was then. */
static gboolean
delete_arrival (QuanStore *store, QuanSection section, gint64 id, gint64 import, GError **error)
{
  const QuanRecordType *type = quan_section_types[section];
  gpointer record = quan_store_need (store, section, id, error);
  g_autofree char *key = NULL, *text = NULL, *arrival = NULL;
  gboolean changed;

  if (record == NULL)
    return FALSE;
  key = quan_store_key (section, record);
  text = store->writer (type, record);
  quan_record_free (type, record);
  if (!quan_journal_arrival_text (store, section, id, import, &changed, &arrival, error))
    return FALSE;
  if (changed && g_strcmp0 (arrival, text) != 0)
    return refuse_changed (section, key, error);
  return quan_store_delete (store, section, id, error);
}

/* The ids a query gives for an import; NULL on error. */
static GArray *
ids_of (QuanStore *store, const char *query, gint64 import, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement = quan_sql_prepare (&store->sql, query, error);
  gboolean good = statement != NULL, row = FALSE;

  if (good)
    sqlite3_bind_int64 (statement, 1, import);
  while (good && (good = quan_sql_step (&store->sql, statement, &row, error)) && row) {
    gint64 id = sqlite3_column_int64 (statement, 0);

    g_array_append_val (ids, id);
  }
  sqlite3_finalize (statement);
  return good ? g_steal_pointer (&ids) : NULL;
}

/* Refuses where a record of a section that an import brought is gone. */
static gboolean
arrivals_are_here (QuanStore *store, QuanSection section, gint64 import, GError **error)
{
  const char *table = quan_section_types[section]->plural;
  g_autofree char *query = g_strdup_printf ("SELECT record FROM journal WHERE section = '%s' AND kind = 'delete'"
                                            " AND origin = ?1 AND record NOT IN (SELECT id FROM %s) LIMIT 1", table,
                                            table);
  g_autoptr (GArray) gone = ids_of (store, query, import, error);
  g_autofree char *id = NULL;

  if (gone == NULL || gone->len == 0)
    return gone != NULL;
  id = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (gone, gint64, 0));
  return refuse_changed (section, id, error);
}

/* Deletes all records an import brought, the sections that refer to others first. */
static gboolean
delete_arrivals (QuanStore *store, gint64 import, GError **error)
{
  for (int section = QUAN_N_STORE_SECTIONS - 1; section >= 0; section--) {
    g_autofree char *query = g_strdup_printf ("SELECT id FROM %s WHERE import = ?1 ORDER BY id DESC",
                                              quan_section_types[section]->plural);
    g_autoptr (GArray) ids = ids_of (store, query, import, error);

    if (ids == NULL || !arrivals_are_here (store, section, import, error))
      return FALSE;
    for (guint i = 0; i < ids->len; i++)
      if (!delete_arrival (store, section, g_array_index (ids, gint64, i), import, error))
        return FALSE;
  }
  return TRUE;
}

/* Reverts rows, the last one first; what an import brought has no rows of its own and goes at the end. */
static gboolean
revert (QuanStore *store, const GPtrArray *rows, GError **error)
{
  gint64 import = 0;

  for (guint i = 0; i < rows->len; i++) {
    const QuanJournalRow *row = rows->pdata[i];

    if (row->kind == QUAN_JOURNAL_IMPORT)
      import = row->act;
    else if (!revert_row (store, row, error))
      return FALSE;
  }
  return import == 0 || delete_arrivals (store, import, error);
}

static gboolean
froze_nothing (const GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    if (((const QuanJournalRow *) rows->pdata[i])->kind == QUAN_JOURNAL_FREEZE) {
      g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                           _("A submission cannot be undone: its packet is frozen. Withdraw it instead."));
      return FALSE;
    }
  return TRUE;
}

/* Commits; references are judged here, and what they say of tables helps nobody. */
static gboolean
commit (QuanStore *store, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (quan_store_commit (store, &failure))
    return TRUE;
  if (g_error_matches (failure, QUAN_ERROR, QUAN_ERROR_INPUT))
    g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                         _("Records made since refer to this, so it cannot be undone. Remove them first."));
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gint64
quan_store_undo (QuanStore *store, gint64 act, const char *word, char **subject, GError **error)
{
  g_autoptr (GPtrArray) rows = quan_journal_of_act (store, act, error);
  const QuanJournalRow *last;

  if (rows == NULL)
    return 0;
  g_return_val_if_fail (rows->len > 0, 0);
  last = rows->pdata[0];
  if (!froze_nothing (rows, error) || !quan_store_begin (store, word, last->subject, error))
    return 0;
  if (!revert (store, rows, error) || !quan_uses_judge (store, error)) {
    quan_store_rollback (store);
    return 0;
  }
  if (!commit (store, error))
    return 0;
  if (subject != NULL)
    *subject = g_strdup (last->subject);
  return store->head.act;
}
