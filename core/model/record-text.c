#include "core/model/record-text.h"

#include "core/model/record-path.h"

const QuanField *
quan_record_path_field (const QuanRecordType *type, const char *path)
{
  QuanPlace place = quan_record_place (type, NULL, path, QUAN_MAKE_NOTHING);

  return place.row == QUAN_NO_ROW ? place.field : NULL;
}

static char *
show_dates (const GArray *dates)
{
  GString *text = g_string_new (dates->len == 0 ? quan_nothing.id : NULL);
  char date[QUAN_DATE_BUF];

  for (guint i = 0; i < dates->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", quan_date_iso (g_array_index (dates, QuanDate, i), date));
  return g_string_free (text, FALSE);
}

static char *
show_texts (const GPtrArray *texts)
{
  GString *text = g_string_new (texts->len == 0 ? quan_nothing.id : NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *) texts->pdata[i]);
  return g_string_free (text, FALSE);
}

/* The text of a field that is there. */
static char *
show (const QuanField *field, gconstpointer record)
{
  char date[QUAN_DATE_BUF], money[QUAN_MONEY_BUF];

  switch (field->kind) {
  case QUAN_FIELD_TEXT:
  case QUAN_FIELD_USCC:
  case QUAN_FIELD_DECIMAL:
    return g_strdup (*QUAN_FIELD_MEMBER (field, record, char *));
  case QUAN_FIELD_DATE:
    return g_strdup (quan_date_iso (*QUAN_FIELD_MEMBER (field, record, QuanDate), date));
  case QUAN_FIELD_MONEY:
  case QUAN_FIELD_SIGNED:
    return g_strdup (quan_money_grouped (*QUAN_FIELD_MEMBER (field, record, QuanFen), money));
  case QUAN_FIELD_FLAG:
    return g_strdup (quan_vocabulary_id (&quan_flags, *QUAN_FIELD_MEMBER (field, record, int)));
  case QUAN_FIELD_NUMBER:
    return g_strdup_printf ("%d", *QUAN_FIELD_MEMBER (field, record, int));
  case QUAN_FIELD_TERM:
    return g_strdup (quan_vocabulary_id (field->terms, *QUAN_FIELD_MEMBER (field, record, int)));
  case QUAN_FIELD_DATES:
    return show_dates (*QUAN_FIELD_MEMBER (field, record, GArray *));
  case QUAN_FIELD_TEXTS:
    return show_texts (*QUAN_FIELD_MEMBER (field, record, GPtrArray *));
  case QUAN_FIELD_LIST:
    return (*QUAN_FIELD_MEMBER (field, record, GPtrArray *))->len == 0 ? g_strdup (quan_nothing.id) : NULL;
  case QUAN_FIELD_PART:
    return NULL;
  }
  g_return_val_if_reached (NULL);
}

char *
quan_record_text (const QuanRecordType *type, gconstpointer record, const char *path)
{
  QuanPlace place = quan_record_place (type, (gpointer) record, path, QUAN_MAKE_NOTHING);

  if (place.field == NULL || place.row != QUAN_NO_ROW || place.record == NULL
      || quan_field_absent (place.field, place.record))
    return NULL;
  return show (place.field, place.record);
}

/* The list a place is, or is a row of; NULL where it is absent. */
static GPtrArray *
list_at (const QuanPlace *place)
{
  if (place->field == NULL || place->field->kind != QUAN_FIELD_LIST || place->record == NULL)
    return NULL;
  return *QUAN_FIELD_MEMBER (place->field, place->record, GPtrArray *);
}

guint
quan_record_n_rows (const QuanRecordType *type, gconstpointer record, const char *path)
{
  QuanPlace place = quan_record_place (type, (gpointer) record, path, QUAN_MAKE_NOTHING);
  GPtrArray *list = list_at (&place);

  return list != NULL && place.row == QUAN_NO_ROW ? list->len : 0;
}

gboolean
quan_record_remove_row (const QuanRecordType *type, gpointer record, const char *path, GError **error)
{
  QuanPlace place = quan_record_place (type, record, path, QUAN_MAKE_NOTHING);
  GPtrArray *list = list_at (&place);

  if (list == NULL || place.row == QUAN_NO_ROW || place.row >= (int) list->len)
    return quan_record_names_nothing (path, error);
  g_ptr_array_remove_index (list, place.row);
  if (list->len == 0)
    quan_field_clear (place.field, place.record);
  return TRUE;
}
