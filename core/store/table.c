#include "core/store/table.h"

#define KEYS_MAX 3

/*
 * A row is found by its keys: a record by its id, a row of a list by the record and its position, a row of a list
 * within a list by the record, the position of its parent and its own.
 */
struct QuanStoreTable {
  char                 *name;
  const QuanRecordType *type;
  int                   depth;     /* 0 record, 1 list, 2 list within a list */
  GPtrArray            *children;  /* of QuanStoreTable: the lists, in the order of their fields */
  char                 *columns, *insert, *update, *remove, *select, *get;
};

static const char *const key_columns[] = { "id, import", "record, position", "record, parent, position" };
/* The condition that finds the rows of one list. */
static const char *const parent_conditions[] = { "id = ?", "record = ?", "record = ? AND parent = ?" };

/* A list of plain values is kept like a list of records of one field. Its elements are where the list has them. */
#define VALUE_TYPE(symbol, value_kind, value_type)                                        \
  static const QuanField symbol##_fields[] = { { "value", value_kind, 0 }, { NULL } };    \
  static const QuanRecordType symbol = { .name = "value", .size = sizeof (value_type), .fields = symbol##_fields };
VALUE_TYPE (date_value, QUAN_FIELD_DATE, QuanDate)
VALUE_TYPE (text_value, QUAN_FIELD_TEXT, char *)

static const QuanRecordType *
element_type (const QuanField *field)
{
  switch (field->kind) {
  case QUAN_FIELD_LIST:
    return field->record;
  case QUAN_FIELD_DATES:
    return &date_value;
  case QUAN_FIELD_TEXTS:
    return &text_value;
  default:
    return NULL;
  }
}

/* Appends the columns of a record's fields; one that may be filled in says in a column of its own whether it was
 * named. */
static void
append_columns (GString *columns, const QuanRecordType *type, const char *prefix)
{
  for (const QuanField *field = type->fields; field->key != NULL; field++) {
    g_string_append_printf (columns, "%s\"%s%s\"", columns->len > 0 ? ", " : "", prefix, field->key);
    if (field->named != 0)
      g_string_append_printf (columns, ", \"names_%s\"", field->key);
    if (field->kind == QUAN_FIELD_PART) {
      g_autofree char *inner = g_strconcat (prefix, field->key, "_", NULL);

      append_columns (columns, field->record, inner);
    }
  }
}

static int
count_columns (const char *columns)
{
  int count = 1;

  for (const char *at = columns; *at != '\0'; at++)
    count += *at == ',';
  return count;
}

/* "?, ?, ?" */
static char *
placeholders (int count)
{
  GString *marks = g_string_new ("?");

  while (--count > 0)
    g_string_append (marks, ", ?");
  return g_string_free (marks, FALSE);
}

static QuanStoreTable *
table_new (const char *name, const QuanRecordType *type, int depth)
{
  QuanStoreTable *table = g_new0 (QuanStoreTable, 1);
  GString *columns = g_string_new (NULL);
  g_autofree char *marks = NULL, *keys = NULL;
  int count;

  g_assert (depth < KEYS_MAX);
  append_columns (columns, type, "");
  count = count_columns (columns->str);
  marks = placeholders (count);
  keys = placeholders (count_columns (key_columns[depth]));
  table->name = g_strdup (name);
  table->type = type;
  table->depth = depth;
  table->columns = g_string_free (columns, FALSE);
  table->insert = g_strdup_printf ("INSERT INTO %s (%s, %s) VALUES (%s, %s)", name, key_columns[depth], table->columns,
                                   keys, marks);
  table->update = g_strdup_printf ("UPDATE %s SET (%s) = (%s) WHERE id = ?", name, table->columns, marks);
  table->remove = g_strdup_printf ("DELETE FROM %s WHERE %s = ?", name, depth == 0 ? "id" : "record");
  table->select = g_strdup_printf ("SELECT position, %s FROM %s WHERE %s ORDER BY position", table->columns, name,
                                   parent_conditions[depth]);
  table->get = g_strdup_printf ("SELECT id, %s FROM %s WHERE id = ?", table->columns, name);
  table->children = g_ptr_array_new_with_free_func ((GDestroyNotify) quan_store_table_free);
  for (const QuanField *field = type->fields; field->key != NULL; field++)
    if (element_type (field) != NULL) {
      g_autofree char *inner = g_strconcat (name, "_", field->key, NULL);

      g_ptr_array_add (table->children, table_new (inner, element_type (field), depth + 1));
    }
  return table;
}

QuanStoreTable *
quan_store_table_new (const QuanRecordType *type)
{
  return table_new (type->plural, type, 0);
}

void
quan_store_table_free (QuanStoreTable *table)
{
  if (table == NULL)
    return;
  g_free (table->name);
  g_free (table->columns);
  g_free (table->insert);
  g_free (table->update);
  g_free (table->remove);
  g_free (table->select);
  g_free (table->get);
  g_ptr_array_unref (table->children);
  g_free (table);
}

const char *
quan_store_table_columns (const QuanStoreTable *table)
{
  return table->columns;
}

/* Both kinds of array begin with the data and the length, but in their own types. */
static guint
list_length (const QuanField *field, gconstpointer record)
{
  return field->kind == QUAN_FIELD_DATES ? (*QUAN_FIELD_MEMBER (field, record, GArray *))->len
                                         : (*QUAN_FIELD_MEMBER (field, record, GPtrArray *))->len;
}

static gconstpointer
list_element (const QuanField *field, gconstpointer record, guint position)
{
  switch (field->kind) {
  case QUAN_FIELD_DATES:
    return &g_array_index (*QUAN_FIELD_MEMBER (field, record, GArray *), QuanDate, position);
  case QUAN_FIELD_TEXTS:
    return &(*QUAN_FIELD_MEMBER (field, record, GPtrArray *))->pdata[position];
  default:
    return (*QUAN_FIELD_MEMBER (field, record, GPtrArray *))->pdata[position];
  }
}

static void
bind_value (sqlite3_stmt *statement, int index, const QuanField *field, gconstpointer record)
{
  char buf[QUAN_DATE_BUF];

  switch (field->kind) {
  case QUAN_FIELD_TEXT:
  case QUAN_FIELD_USCC:
  case QUAN_FIELD_DECIMAL:
    quan_sql_bind_text (statement, index, *QUAN_FIELD_MEMBER (field, record, char *));
    break;
  case QUAN_FIELD_DATE:
    quan_date_iso (*QUAN_FIELD_MEMBER (field, record, QuanDate), buf);
    sqlite3_bind_text (statement, index, buf, -1, SQLITE_TRANSIENT);
    break;
  case QUAN_FIELD_MONEY:
  case QUAN_FIELD_SIGNED:
    sqlite3_bind_int64 (statement, index, *QUAN_FIELD_MEMBER (field, record, QuanFen));
    break;
  case QUAN_FIELD_FLAG:
    sqlite3_bind_int (statement, index, *QUAN_FIELD_MEMBER (field, record, int) == QUAN_FLAG_YES);
    break;
  case QUAN_FIELD_NUMBER:
    sqlite3_bind_int (statement, index, *QUAN_FIELD_MEMBER (field, record, int));
    break;
  case QUAN_FIELD_TERM:
    quan_sql_bind_text (statement, index,
                        quan_vocabulary_id (field->terms, *QUAN_FIELD_MEMBER (field, record, int)));
    break;
  case QUAN_FIELD_DATES:
  case QUAN_FIELD_TEXTS:
  case QUAN_FIELD_LIST:
    sqlite3_bind_int (statement, index, list_length (field, record));
    break;
  case QUAN_FIELD_PART:
    sqlite3_bind_int (statement, index, 1);
    break;
  }
}

/* Binds the columns of a record (NULL: all absent, which is how a statement without values starts) and returns the
 * next index. */
static int
bind_columns (sqlite3_stmt *statement, int index, const QuanRecordType *type, gconstpointer record)
{
  for (const QuanField *field = type->fields; field->key != NULL; field++) {
    gboolean absent = record == NULL || quan_field_absent (field, record);

    if (!absent)
      bind_value (statement, index, field, record);
    index++;
    if (field->named != 0)
      sqlite3_bind_int (statement, index++, G_STRUCT_MEMBER (gboolean, record, field->named) != FALSE);
    if (field->kind == QUAN_FIELD_PART)
      index = bind_columns (statement, index, field->record,
                            absent ? NULL : *QUAN_FIELD_MEMBER (field, record, gpointer));
  }
  return index;
}

static gboolean put_lists (const QuanStoreTable *table, QuanSql *sql, const gint64 *keys, gconstpointer record,
                           GError **error);

/* keys are those of key_columns; of a record that has no number yet, zero. */
static gboolean
put_row (const QuanStoreTable *table, QuanSql *sql, gint64 *keys, gconstpointer record, GError **error)
{
  sqlite3_stmt *statement = quan_sql_statement (sql, table->insert, error);
  int n_keys = table->depth == 0 ? 2 : table->depth + 1;

  if (statement == NULL)
    return FALSE;
  for (int i = 0; i < n_keys; i++)
    if (table->depth > 0 || keys[i] != 0)
      sqlite3_bind_int64 (statement, i + 1, keys[i]);
  bind_columns (statement, n_keys + 1, table->type, record);
  if (!quan_sql_run (sql, statement, error))
    return FALSE;
  if (table->depth == 0)
    keys[0] = sqlite3_last_insert_rowid (sql->db);
  return put_lists (table, sql, keys, record, error);
}

static gboolean
put_lists (const QuanStoreTable *table, QuanSql *sql, const gint64 *keys, gconstpointer record, GError **error)
{
  guint child = 0;

  for (const QuanField *field = table->type->fields; child < table->children->len; field++) {
    const QuanStoreTable *list;
    guint length;

    if (element_type (field) == NULL)
      continue;
    list = table->children->pdata[child++];
    length = quan_field_absent (field, record) ? 0 : list_length (field, record);
    for (guint i = 0; i < length; i++) {
      gint64 inner[KEYS_MAX] = { keys[0], keys[1] };

      inner[list->depth] = i;
      if (!put_row (list, sql, inner, list_element (field, record, i), error))
        return FALSE;
    }
  }
  return TRUE;
}

gint64
quan_store_table_insert (const QuanStoreTable *table, QuanSql *sql, gint64 id, gint64 import, gconstpointer record, GError **error)
{
  gint64 keys[KEYS_MAX] = { id, import };

  return put_row (table, sql, keys, record, error) ? keys[0] : 0;
}

/* Removes the rows of a record from the tables of its lists, the innermost first. */
static gboolean
remove_lists (const QuanStoreTable *table, QuanSql *sql, gint64 id, GError **error)
{
  for (guint i = 0; i < table->children->len; i++) {
    const QuanStoreTable *list = table->children->pdata[i];
    sqlite3_stmt *statement;

    if (!remove_lists (list, sql, id, error))
      return FALSE;
    statement = quan_sql_statement (sql, list->remove, error);
    if (statement == NULL)
      return FALSE;
    sqlite3_bind_int64 (statement, 1, id);
    if (!quan_sql_run (sql, statement, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
quan_store_table_update (const QuanStoreTable *table, QuanSql *sql, gint64 id, gconstpointer record, GError **error)
{
  const gint64 keys[KEYS_MAX] = { id };
  sqlite3_stmt *statement = quan_sql_statement (sql, table->update, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, bind_columns (statement, 1, table->type, record), id);
  return quan_sql_run (sql, statement, error)
         && remove_lists (table, sql, id, error)
         && put_lists (table, sql, keys, record, error);
}

gboolean
quan_store_table_delete (const QuanStoreTable *table, QuanSql *sql, gint64 id, GError **error)
{
  sqlite3_stmt *statement;

  if (!remove_lists (table, sql, id, error))
    return FALSE;
  statement = quan_sql_statement (sql, table->remove, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  return quan_sql_run (sql, statement, error);
}

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
read_columns (const QuanStoreTable *table, const QuanRecordType *type, QuanSql *sql, sqlite3_stmt *statement, int *column,
              const gint64 *keys, gpointer record, GError **error)
{
  guint child = 0;

  for (const QuanField *field = type->fields; field->key != NULL; field++) {
    const QuanStoreTable *list = element_type (field) != NULL ? table->children->pdata[child++] : NULL;
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
read_element (const QuanStoreTable *list, QuanSql *sql, sqlite3_stmt *statement, const gint64 *keys, const QuanField *field,
              gpointer array, GError **error)
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
    const gint64 inner[KEYS_MAX] = { keys[0], i };

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
  const gint64 keys[KEYS_MAX] = { sqlite3_column_int64 (statement, 0) };
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
