#include "core/model/record-path.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/model/contract.h"

#define ROW_DIGITS_MAX 6

/* Takes the number in brackets a path goes on with, if it does. FALSE if what is there is none. */
static gboolean
take_row (const char **path, int *row)
{
  gsize digits;

  *row = QUAN_NO_ROW;
  if (**path != '[')
    return TRUE;
  digits = strspn (*path + 1, "0123456789");
  if (digits == 0 || digits > ROW_DIGITS_MAX || (*path)[1 + digits] != ']')
    return FALSE;
  *row = atoi (*path + 1);
  *path += digits + 2;
  return TRUE;
}

static const QuanField *
field_of_key (const QuanRecordType *type, const char *key, gsize length)
{
  for (const QuanField *field = type->fields; field->key != NULL; field++)
    if (strlen (field->key) == length && strncmp (field->key, key, length) == 0)
      return field;
  return NULL;
}

/* Takes one step of a path, "lines[2]." or "signed", and the row it names. NULL if it names nothing. */
static const QuanField *
take_step (const QuanRecordType *type, const char **path, int *row)
{
  gsize length = strcspn (*path, ".[");
  const QuanField *field = field_of_key (type, *path, length);

  *path += length;
  if (field == NULL || !take_row (path, row) || (*row != QUAN_NO_ROW && field->kind != QUAN_FIELD_LIST))
    return NULL;
  if (**path == '\0')
    return field;
  if (**path != '.' || !(field->kind == QUAN_FIELD_PART || *row != QUAN_NO_ROW))
    return NULL;
  ++*path;
  return field;
}

static gpointer
enter_part (const QuanField *field, gpointer record, QuanMake make)
{
  gpointer *part = QUAN_FIELD_MEMBER (field, record, gpointer);

  if (*part == NULL && make == QUAN_MAKE_ALL)
    *part = quan_record_new (field->record);
  return *part;
}

static gpointer
new_row (const QuanRecordType *type)
{
  gpointer row = quan_record_new (type);

  if (type == &quan_line_type)
    ((QuanLine *) row)->kind = QUAN_LINE_COMPUTE;
  return row;
}

static gpointer
enter_row (const QuanField *field, gpointer record, int row, QuanMake make)
{
  GPtrArray **list = QUAN_FIELD_MEMBER (field, record, GPtrArray *);
  int rows = *list != NULL ? (int) (*list)->len : 0;

  if (row < rows)
    return (*list)->pdata[row];
  if (row > rows || make == QUAN_MAKE_NOTHING)
    return NULL;
  if (*list == NULL)
    *list = quan_record_list_new (field->record);
  g_ptr_array_add (*list, new_row (field->record));
  return (*list)->pdata[row];
}

QuanPlace
quan_record_place (const QuanRecordType *type, gpointer record, const char *path, QuanMake make)
{
  QuanPlace place = { .record = record };

  while ((place.field = take_step (type, &path, &place.row)) != NULL && *path != '\0') {
    gpointer outer = place.record;

    place.part = place.row == QUAN_NO_ROW ? place.field : NULL;
    place.owner = outer;
    type = place.field->record;
    if (outer != NULL)
      place.record = place.part != NULL ? enter_part (place.field, outer, make)
                                        : enter_row (place.field, outer, place.row, make);
  }
  return place;
}

gboolean
quan_record_names_nothing (const char *path, GError **error)
{
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("“%s” names no field of this record."), path);
  return FALSE;
}
