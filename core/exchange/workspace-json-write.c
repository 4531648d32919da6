#include "core/exchange/json-text.h"
#include "core/exchange/workspace-json-format.h"
#include "core/exchange/workspace-json.h"

#define INDENTATION 2

/* Who the record is written for. */
typedef enum {
  FOR_WORKSPACE, /* its file names the other records, so a field that was filled in from them is left out */
  FOR_ITSELF,    /* everything is written, and which field was filled in */
} Purpose;

static json_t *record_json (const QuanRecordType *type, gconstpointer record, Purpose purpose);

static json_t *
date_json (QuanDate date)
{
  char buf[QUAN_DATE_BUF];

  return json_string (quan_date_iso (date, buf));
}

static json_t *
money_json (QuanFen fen)
{
  char buf[QUAN_MONEY_BUF];

  return json_string (quan_money_canonical (fen, buf));
}

static json_t *
dates_json (const GArray *dates)
{
  json_t *list = json_array ();

  for (guint i = 0; i < dates->len; i++)
    json_array_append_new (list, date_json (g_array_index (dates, QuanDate, i)));
  return list;
}

static json_t *
texts_json (const GPtrArray *texts)
{
  json_t *list = json_array ();

  for (guint i = 0; i < texts->len; i++)
    json_array_append_new (list, json_string (texts->pdata[i]));
  return list;
}

static json_t *
records_json (const QuanRecordType *type, const GPtrArray *records)
{
  json_t *list = json_array ();

  for (guint i = 0; i < records->len; i++)
    json_array_append_new (list, record_json (type, records->pdata[i], FOR_WORKSPACE));
  return list;
}

static json_t *
field_json (const QuanField *field, gconstpointer record)
{
  switch (field->kind) {
  case QUAN_FIELD_TEXT:
  case QUAN_FIELD_USCC:
  case QUAN_FIELD_DECIMAL:
    return json_string (*QUAN_FIELD_MEMBER (field, record, char *));
  case QUAN_FIELD_DATE:
    return date_json (*QUAN_FIELD_MEMBER (field, record, QuanDate));
  case QUAN_FIELD_MONEY:
  case QUAN_FIELD_SIGNED:
    return money_json (*QUAN_FIELD_MEMBER (field, record, QuanFen));
  case QUAN_FIELD_FLAG:
    return json_boolean (*QUAN_FIELD_MEMBER (field, record, int) == QUAN_FLAG_YES);
  case QUAN_FIELD_NUMBER:
    return json_integer (*QUAN_FIELD_MEMBER (field, record, int));
  case QUAN_FIELD_TERM:
    return json_string (quan_vocabulary_id (field->terms, *QUAN_FIELD_MEMBER (field, record, int)));
  case QUAN_FIELD_DATES:
    return dates_json (*QUAN_FIELD_MEMBER (field, record, GArray *));
  case QUAN_FIELD_TEXTS:
    return texts_json (*QUAN_FIELD_MEMBER (field, record, GPtrArray *));
  case QUAN_FIELD_LIST:
    return records_json (field->record, *QUAN_FIELD_MEMBER (field, record, GPtrArray *));
  case QUAN_FIELD_PART:
    return record_json (field->record, *QUAN_FIELD_MEMBER (field, record, gpointer), FOR_WORKSPACE);
  }
  g_return_val_if_reached (NULL);
}

/* Sets a key. A value is NULL only for text that is not UTF-8, which no record may hold. */
static void
set (json_t *object, const char *key, json_t *value)
{
  int failed = json_object_set_new (object, key, value);

  g_assert (failed == 0);
}

static json_t *
record_json (const QuanRecordType *type, gconstpointer record, Purpose purpose)
{
  json_t *object = json_object ();
  const char *filled_in = NULL;

  for (const QuanField *field = type->fields; field->key != NULL; field++) {
    if (quan_field_absent (field, record))
      continue;
    if (field->named != 0 && !G_STRUCT_MEMBER (gboolean, record, field->named)) {
      filled_in = field->key;
      if (purpose == FOR_WORKSPACE)
        continue;
    }
    set (object, field->key, field_json (field, record));
  }
  if (purpose == FOR_ITSELF && filled_in != NULL)
    set (object, QUAN_RECORD_FILLED_IN_KEY, json_string (filled_in));
  return object;
}

char *
quan_workspace_json_write (const QuanWorkspace *workspace)
{
  GString *text = g_string_new (NULL);
  json_t *root = json_object ();

  set (root, QUAN_WORKSPACE_FORMAT_KEY, json_string (QUAN_WORKSPACE_FORMAT));
  set (root, QUAN_WORKSPACE_VERSION_KEY, json_integer (QUAN_WORKSPACE_VERSION));
  for (int section = 0; section < QUAN_N_SECTIONS; section++) {
    const QuanField *field = &quan_workspace_type.fields[section];

    if (section != QUAN_PAYMENTS || workspace->sections[section]->len > 0)
      set (root, field->key, field_json (field, workspace));
  }
  quan_json_append (text, root, JSON_INDENT (INDENTATION));
  json_decref (root);
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

char *
quan_record_json_write (const QuanRecordType *type, gconstpointer record)
{
  GString *text = g_string_new (NULL);
  json_t *object = record_json (type, record, FOR_ITSELF);

  quan_json_append (text, object, JSON_COMPACT);
  json_decref (object);
  return g_string_free (text, FALSE);
}
