#include "core/store/table.h"

static const char *const key_columns[] = { "id, import", "record, position", "record, parent, position" };
/* The condition that finds the rows of one list. */
static const char *const parent_conditions[] = { "id = ?", "record = ?", "record = ? AND parent = ?" };

/* A list of plain values is kept like a list of records of one field. Its elements are where the list has them. */
#define VALUE_TYPE(symbol, value_kind, value_type)                                        \
  static const QuanField symbol##_fields[] = { { "value", value_kind, 0 }, { NULL } };    \
  static const QuanRecordType symbol = { .name = "value", .size = sizeof (value_type), .fields = symbol##_fields };
VALUE_TYPE (date_value, QUAN_FIELD_DATE, QuanDate)
VALUE_TYPE (text_value, QUAN_FIELD_TEXT, char *)

const QuanRecordType *
quan_store_element_type (const QuanField *field)
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

  g_assert (depth < QUAN_STORE_KEYS_MAX);
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
    if (quan_store_element_type (field) != NULL) {
      g_autofree char *inner = g_strconcat (name, "_", field->key, NULL);

      g_ptr_array_add (table->children, table_new (inner, quan_store_element_type (field), depth + 1));
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

    if (quan_store_element_type (field) == NULL)
      continue;
    list = table->children->pdata[child++];
    length = quan_field_absent (field, record) ? 0 : list_length (field, record);
    for (guint i = 0; i < length; i++) {
      gint64 inner[QUAN_STORE_KEYS_MAX] = { keys[0], keys[1] };

      inner[list->depth] = i;
      if (!put_row (list, sql, inner, list_element (field, record, i), error))
        return FALSE;
    }
  }
  return TRUE;
}

gint64
quan_store_table_insert (const QuanStoreTable *table, QuanSql *sql, gint64 id, gint64 import, gconstpointer record,
                         GError **error)
{
  gint64 keys[QUAN_STORE_KEYS_MAX] = { id, import };

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
  const gint64 keys[QUAN_STORE_KEYS_MAX] = { id };
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
