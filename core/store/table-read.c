#include "core/store/table.h"

static gboolean read_list (const QuanStoreTable *list, QuanSql *sql, const gint64 *keys, const QuanField *field,
                           gpointer record, gint64 length, GError **error);

/* A text as it was written: UTF-8 without a zero byte. */
static gboolean
read_text (sqlite3_stmt *statement, int column, char **text)
{
  const char *value = (const char *) sqlite3_column_text (statement, column);
  int length = sqlite3_column_bytes (statement, column);

  if (value == NULL || !g_utf8_validate (value, length, NULL))
    return FALSE;
  *text = g_strndup (value, length);
  return TRUE;
}

/* Reads a column that is not NULL and not a list. FALSE if it does not hold what its field can. */
static gboolean
read_value (sqlite3_stmt *statement, int column, const QuanField *field, gpointer record)
{
  int *number = QUAN_FIELD_MEMBER (field, record, int);
  QuanDate *date = QUAN_FIELD_MEMBER (field, record, QuanDate);

  switch (field->kind) {
  case QUAN_FIELD_DATE:
    *date = quan_date_parse_iso ((const char *) sqlite3_column_text (statement, column));
    return *date != QUAN_DATE_NONE;
  case QUAN_FIELD_MONEY:
  case QUAN_FIELD_SIGNED:
    *QUAN_FIELD_MEMBER (field, record, QuanFen) = sqlite3_column_int64 (statement, column);
    return TRUE;
  case QUAN_FIELD_FLAG:
    *number = sqlite3_column_int (statement, column) != 0 ? QUAN_FLAG_YES : QUAN_FLAG_NO;
    return TRUE;
  case QUAN_FIELD_NUMBER:
    *number = sqlite3_column_int (statement, column);
    return *number >= 0;
  case QUAN_FIELD_TERM:
    *number = quan_vocabulary_value (field->terms, (const char *) sqlite3_column_text (statement, column));
    return *number != 0;
  case QUAN_FIELD_PART:
    *QUAN_FIELD_MEMBER (field, record, gpointer) = quan_record_new (field->record);
    return TRUE;
  default:
    return read_text (statement, column, QUAN_FIELD_MEMBER (field, record, char *));
  }
}

/* Reads the columns of a record's fields from *column on; record NULL passes over them. */
static gboolean
read_columns (const QuanStoreTable *table, const QuanRecordType *type, QuanSql *sql, sqlite3_stmt *statement,
              int *column, const gint64 *keys, gpointer record, GError **error)
{
  guint child = 0;

  for (const QuanField *field = type->fields; field->key != NULL; field++) {
    const QuanStoreTable *list = quan_store_element_type (field) != NULL ? table->children->pdata[child++] : NULL;
    gboolean absent = record == NULL || sqlite3_column_type (statement, *column) == SQLITE_NULL;

    if (!absent && list != NULL) {
      if (!read_list (list, sql, keys, field, record, sqlite3_column_int64 (statement, *column), error))
        return FALSE;
    } else if (!absent && !read_value (statement, *column, field, record)) {
      return quan_sql_damaged (sql->path, error, "%s %" G_GINT64_FORMAT ": %s", table->name, keys[0], field->key);
    }
    *column += 1;
    if (field->named != 0)
      G_STRUCT_MEMBER (gboolean, record, field->named) = sqlite3_column_int (statement, (*column)++);
    if (field->kind == QUAN_FIELD_PART
        && !read_columns (table, field->record, sql, statement, column, keys,
                          absent ? NULL : *QUAN_FIELD_MEMBER (field, record, gpointer), error))
      return FALSE;
  }
  return TRUE;
}

/* Adds what a row of a list holds. */
static gboolean
read_element (const QuanStoreTable *list, QuanSql *sql, sqlite3_stmt *statement, const gint64 *keys,
              const QuanField *field, gpointer array, GError **error)
{
  gpointer element = NULL, record = &element;
  QuanDate date = QUAN_DATE_NONE;
  gboolean good;
  int column = 1;

  if (field->kind == QUAN_FIELD_LIST)
    record = element = quan_record_new (list->type);
  else if (field->kind == QUAN_FIELD_DATES)
    record = &date;
  good = read_columns (list, list->type, sql, statement, &column, keys, record, error);
  if (field->kind == QUAN_FIELD_DATES)
    g_array_append_val ((GArray *) array, date);
  else
    g_ptr_array_add (array, element);
  return good;
}

/* Makes an empty list for a field and returns it. */
static gpointer
new_list (const QuanField *field, gpointer record)
{
  gpointer list;

  if (field->kind == QUAN_FIELD_DATES)
    list = g_array_new (FALSE, FALSE, sizeof (QuanDate));
  else if (field->kind == QUAN_FIELD_TEXTS)
    list = g_ptr_array_new_with_free_func (g_free);
  else
    list = quan_record_list_new (field->record);
  *QUAN_FIELD_MEMBER (field, record, gpointer) = list;
  return list;
}

static gboolean
read_list (const QuanStoreTable *list, QuanSql *sql, const gint64 *keys, const QuanField *field, gpointer record,
           gint64 length, GError **error)
{
  gpointer array = new_list (field, record);
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  if (length == 0)
    return TRUE;
  statement = quan_sql_statement (sql, list->select, error);
  if (statement == NULL)
    return FALSE;
  for (int i = 0; i < list->depth; i++)
    sqlite3_bind_int64 (statement, i + 1, keys[i]);
  for (gint64 i = 0; i < length; i++) {
    const gint64 inner[QUAN_STORE_KEYS_MAX] = { keys[0], i };

    if (!quan_sql_step (sql, statement, &row, error))
      return FALSE;
    if (!row || sqlite3_column_int64 (statement, 0) != i)
      return quan_sql_damaged (sql->path, error, "%s %" G_GINT64_FORMAT ": %s", list->name, keys[0], field->key);
    if (!read_element (list, sql, statement, inner, field, array, error))
      return FALSE;
  }
  if (!quan_sql_step (sql, statement, &row, error))
    return FALSE;
  return !row || quan_sql_damaged (sql->path, error, "%s %" G_GINT64_FORMAT ": %s", list->name, keys[0], field->key);
}

gpointer
quan_store_table_read (const QuanStoreTable *table, QuanSql *sql, sqlite3_stmt *statement, GError **error)
{
  const gint64 keys[QUAN_STORE_KEYS_MAX] = { sqlite3_column_int64 (statement, 0) };
  gpointer record = quan_record_new (table->type);
  int column = 1;

  if (read_columns (table, table->type, sql, statement, &column, keys, record, error))
    return record;
  quan_record_free (table->type, record);
  return NULL;
}

gpointer
quan_store_table_get (const QuanStoreTable *table, QuanSql *sql, gint64 id, GError **error)
{
  sqlite3_stmt *statement = quan_sql_statement (sql, table->get, error);
  gpointer record = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  if (quan_sql_step (sql, statement, &row, error) && row)
    record = quan_store_table_read (table, sql, statement, error);
  sqlite3_reset (statement);
  return record;
}
