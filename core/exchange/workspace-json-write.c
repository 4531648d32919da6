#include "core/exchange/json-writer.h"
#include "core/exchange/workspace-json-format.h"
#include "core/exchange/workspace-json.h"

#define INDENTATION 2

/* Who the record is written for. */
typedef enum {
  FOR_WORKSPACE, /* its file names the other records, so a field that was filled in from them is left out */
  FOR_ITSELF,    /* everything is written, and which field was filled in */
} Purpose;

static void write_record (QuanJson *json, const char *key, const QuanRecordType *type, gconstpointer record,
                          Purpose purpose);

static void
write_dates (QuanJson *json, const char *key, const GArray *dates)
{
  quan_json_begin_array (json, key);
  for (guint i = 0; i < dates->len; i++)
    quan_json_date (json, NULL, g_array_index (dates, QuanDate, i));
  quan_json_end_array (json);
}

static void
write_texts (QuanJson *json, const char *key, const GPtrArray *texts)
{
  quan_json_begin_array (json, key);
  for (guint i = 0; i < texts->len; i++)
    quan_json_text (json, NULL, texts->pdata[i]);
  quan_json_end_array (json);
}

static void
write_records (QuanJson *json, const char *key, const QuanRecordType *type, const GPtrArray *records)
{
  quan_json_begin_array (json, key);
  for (guint i = 0; i < records->len; i++)
    write_record (json, NULL, type, records->pdata[i], FOR_WORKSPACE);
  quan_json_end_array (json);
}

static void
write_field (QuanJson *json, const QuanField *field, gconstpointer record)
{
  const int *number = QUAN_FIELD_MEMBER (field, record, int);
  const gpointer *pointer = QUAN_FIELD_MEMBER (field, record, gpointer);

  switch (field->kind) {
  case QUAN_FIELD_TEXT:
  case QUAN_FIELD_USCC:
  case QUAN_FIELD_DECIMAL:
    quan_json_text (json, field->key, *pointer);
    break;
  case QUAN_FIELD_DATE:
    quan_json_date (json, field->key, *QUAN_FIELD_MEMBER (field, record, QuanDate));
    break;
  case QUAN_FIELD_MONEY:
  case QUAN_FIELD_SIGNED:
    quan_json_money (json, field->key, *QUAN_FIELD_MEMBER (field, record, QuanFen));
    break;
  case QUAN_FIELD_FLAG:
    quan_json_flag (json, field->key, *number == QUAN_FLAG_YES);
    break;
  case QUAN_FIELD_NUMBER:
    quan_json_number (json, field->key, *number);
    break;
  case QUAN_FIELD_TERM:
    quan_json_text (json, field->key, quan_vocabulary_id (field->terms, *number));
    break;
  case QUAN_FIELD_DATES:
    write_dates (json, field->key, *pointer);
    break;
  case QUAN_FIELD_TEXTS:
    write_texts (json, field->key, *pointer);
    break;
  case QUAN_FIELD_LIST:
    write_records (json, field->key, field->record, *pointer);
    break;
  case QUAN_FIELD_PART:
    write_record (json, field->key, field->record, *pointer, FOR_WORKSPACE);
    break;
  }
}

static void
write_record (QuanJson *json, const char *key, const QuanRecordType *type, gconstpointer record, Purpose purpose)
{
  const char *filled_in = NULL;

  quan_json_begin_object (json, key);
  for (const QuanField *field = type->fields; field->key != NULL; field++) {
    if (quan_field_absent (field, record))
      continue;
    if (field->named != 0 && !G_STRUCT_MEMBER (gboolean, record, field->named)) {
      filled_in = field->key;
      if (purpose == FOR_WORKSPACE)
        continue;
    }
    write_field (json, field, record);
  }
  if (purpose == FOR_ITSELF && filled_in != NULL)
    quan_json_text (json, QUAN_RECORD_FILLED_IN_KEY, filled_in);
  quan_json_end_object (json);
}

char *
quan_workspace_json_write (const QuanWorkspace *workspace)
{
  QuanJson json = { .text = g_string_new (NULL), .indentation = INDENTATION };

  quan_json_begin_object (&json, NULL);
  quan_json_text (&json, QUAN_WORKSPACE_FORMAT_KEY, QUAN_WORKSPACE_FORMAT);
  quan_json_number (&json, QUAN_WORKSPACE_VERSION_KEY, QUAN_WORKSPACE_VERSION);
  for (int section = 0; section < QUAN_N_SECTIONS; section++)
    if (section != QUAN_PAYMENTS || workspace->sections[section]->len > 0)
      write_field (&json, &quan_workspace_type.fields[section], workspace);
  quan_json_end_object (&json);
  g_string_append_c (json.text, '\n');
  return g_string_free (json.text, FALSE);
}

char *
quan_record_json_write (const QuanRecordType *type, gconstpointer record)
{
  /* As if it stood inside something, so that it stays on one line. */
  QuanJson json = { .text = g_string_new (NULL), .depth = 1 };

  write_record (&json, NULL, type, record, FOR_ITSELF);
  return g_string_free (json.text, FALSE);
}
