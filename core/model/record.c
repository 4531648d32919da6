#include "core/model/record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * How the members behind the kinds of fields are kept. A plain member is size bytes, equal to *absent when absent; a
 * member that owns what it points to is absent when NULL and has the three functions, which never see NULL.
 */
typedef struct {
  gsize         size;
  gconstpointer absent;
  void     (*free) (const QuanField *field, gpointer value);
  gpointer (*copy) (const QuanField *field, gconstpointer value);
  gboolean (*equal) (const QuanField *field, gconstpointer a, gconstpointer b);
} Storage;

static const QuanDate no_date = QUAN_DATE_NONE;
static const QuanFen  no_amount = QUAN_FEN_NONE;
static const int      no_number = QUAN_NUMBER_NONE;
static const int      no_choice = 0;
static const gpointer nothing = NULL;

static void
text_free (const QuanField *field, gpointer value)
{
  g_free (value);
}

static gpointer
text_copy (const QuanField *field, gconstpointer value)
{
  return g_strdup (value);
}

static gboolean
text_equal (const QuanField *field, gconstpointer a, gconstpointer b)
{
  return strcmp (a, b) == 0;
}

static void
dates_free (const QuanField *field, gpointer value)
{
  g_array_unref (value);
}

static gpointer
dates_copy (const QuanField *field, gconstpointer value)
{
  return g_array_copy ((GArray *) value);
}

static gboolean
dates_equal (const QuanField *field, gconstpointer a, gconstpointer b)
{
  const GArray *left = a, *right = b;

  return left->len == right->len
         && (left->len == 0 || memcmp (left->data, right->data, left->len * sizeof (QuanDate)) == 0);
}

static void
list_free (const QuanField *field, gpointer value)
{
  g_ptr_array_unref (value);
}

static gpointer
texts_copy (const QuanField *field, gconstpointer value)
{
  const GPtrArray *from = value;
  GPtrArray *to = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_strdup (from->pdata[i]));
  return to;
}

static gboolean
texts_equal (const QuanField *field, gconstpointer a, gconstpointer b)
{
  const GPtrArray *left = a, *right = b;

  if (left->len != right->len)
    return FALSE;
  for (guint i = 0; i < left->len; i++)
    if (strcmp (left->pdata[i], right->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

static gpointer
records_copy (const QuanField *field, gconstpointer value)
{
  const GPtrArray *from = value;
  GPtrArray *to = quan_record_list_new (field->record);

  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, quan_record_copy (field->record, from->pdata[i]));
  return to;
}

static gboolean
records_equal (const QuanField *field, gconstpointer a, gconstpointer b)
{
  const GPtrArray *left = a, *right = b;

  if (left->len != right->len)
    return FALSE;
  for (guint i = 0; i < left->len; i++)
    if (!quan_record_equal (field->record, left->pdata[i], right->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
part_free (const QuanField *field, gpointer value)
{
  quan_record_free (field->record, value);
}

static gpointer
part_copy (const QuanField *field, gconstpointer value)
{
  return quan_record_copy (field->record, value);
}

static gboolean
part_equal (const QuanField *field, gconstpointer a, gconstpointer b)
{
  return quan_record_equal (field->record, a, b);
}

#define PLAIN(value) { .size = sizeof (value), .absent = &(value) }
#define OWNED(free_, copy_, equal_) \
  { .size = sizeof (gpointer), .absent = &nothing, .free = free_, .copy = copy_, .equal = equal_ }

static const Storage storages[] = {
  [QUAN_FIELD_TEXT]    = OWNED (text_free, text_copy, text_equal),
  [QUAN_FIELD_USCC]    = OWNED (text_free, text_copy, text_equal),
  [QUAN_FIELD_DECIMAL] = OWNED (text_free, text_copy, text_equal),
  [QUAN_FIELD_DATE]    = PLAIN (no_date),
  [QUAN_FIELD_MONEY]   = PLAIN (no_amount),
  [QUAN_FIELD_SIGNED]  = PLAIN (no_amount),
  [QUAN_FIELD_FLAG]    = PLAIN (no_choice),
  [QUAN_FIELD_NUMBER]  = PLAIN (no_number),
  [QUAN_FIELD_TERM]    = PLAIN (no_choice),
  [QUAN_FIELD_DATES]   = OWNED (dates_free, dates_copy, dates_equal),
  [QUAN_FIELD_TEXTS]   = OWNED (list_free, texts_copy, texts_equal),
  [QUAN_FIELD_LIST]    = OWNED (list_free, records_copy, records_equal),
  [QUAN_FIELD_PART]    = OWNED (part_free, part_copy, part_equal),
};

gpointer
quan_record_new (const QuanRecordType *type)
{
  const QuanRecordType *whole = type->narrows != NULL ? type->narrows : type;
  gpointer record = g_malloc0 (type->size);

  for (const QuanField *field = whole->fields; field->key != NULL; field++) {
    const Storage *storage = &storages[field->kind];

    memcpy (QUAN_FIELD_MEMBER (field, record, char), storage->absent, storage->size);
  }
  return record;
}

void
quan_record_free (const QuanRecordType *type, gpointer record)
{
  if (record == NULL)
    return;
  for (const QuanField *field = type->fields; field->key != NULL; field++)
    if (storages[field->kind].free != NULL && !quan_field_absent (field, record))
      storages[field->kind].free (field, *QUAN_FIELD_MEMBER (field, record, gpointer));
  g_free (record);
}

gpointer
quan_record_copy (const QuanRecordType *type, gconstpointer record)
{
  gpointer copy;

  if (record == NULL)
    return NULL;
  copy = g_memdup2 (record, type->size);
  for (const QuanField *field = type->fields; field->key != NULL; field++)
    if (storages[field->kind].copy != NULL && !quan_field_absent (field, record))
      *QUAN_FIELD_MEMBER (field, copy, gpointer) =
        storages[field->kind].copy (field, *QUAN_FIELD_MEMBER (field, record, gpointer));
  return copy;
}

static gboolean
field_equal (const QuanField *field, gconstpointer a, gconstpointer b)
{
  const Storage *storage = &storages[field->kind];

  if (storage->equal == NULL || quan_field_absent (field, a) || quan_field_absent (field, b))
    return memcmp (QUAN_FIELD_MEMBER (field, a, char), QUAN_FIELD_MEMBER (field, b, char), storage->size) == 0;
  return storage->equal (field, *QUAN_FIELD_MEMBER (field, a, gpointer), *QUAN_FIELD_MEMBER (field, b, gpointer));
}

gboolean
quan_record_equal (const QuanRecordType *type, gconstpointer a, gconstpointer b)
{
  if (a == NULL || b == NULL)
    return a == b;
  for (const QuanField *field = type->fields; field->key != NULL; field++)
    if (!field_equal (field, a, b))
      return FALSE;
  return TRUE;
}

const QuanField *
quan_record_field (const QuanRecordType *type, const char *key)
{
  for (const QuanField *field = type->fields; field->key != NULL; field++)
    if (strcmp (field->key, key) == 0)
      return field;
  return NULL;
}

gboolean
quan_field_absent (const QuanField *field, gconstpointer record)
{
  const Storage *storage = &storages[field->kind];

  return memcmp (QUAN_FIELD_MEMBER (field, record, char), storage->absent, storage->size) == 0;
}

void
quan_field_clear (const QuanField *field, gpointer record)
{
  const Storage *storage = &storages[field->kind];

  if (storage->free != NULL && !quan_field_absent (field, record))
    storage->free (field, *QUAN_FIELD_MEMBER (field, record, gpointer));
  memcpy (QUAN_FIELD_MEMBER (field, record, char), storage->absent, storage->size);
}

GPtrArray *
quan_record_list_new (const QuanRecordType *type)
{
  g_return_val_if_fail (type->destroy != NULL, NULL);
  return g_ptr_array_new_with_free_func (type->destroy);
}

char *
quan_period_contradiction (QuanDate starts, QuanDate ends)
{
  char start[QUAN_DATE_BUF], end[QUAN_DATE_BUF];

  if (starts == QUAN_DATE_NONE || ends == QUAN_DATE_NONE || ends >= starts)
    return NULL;
  return g_strdup_printf (_("The end %s is before the start %s. Correct one of the two dates."),
                          quan_date_iso (ends, end), quan_date_iso (starts, start));
}
