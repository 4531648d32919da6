#include "core/store/note.h"

#include "core/store/internal.h"

gboolean
quan_store_note (QuanStore *store, gint64 preparation, const char *path, const char *text, GError **error)
{
  sqlite3_stmt *statement = quan_sql_statement (&store->sql, "INSERT OR REPLACE INTO notes (preparation, path, text)"
                                                             " VALUES (?1, ?2, ?3)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, preparation);
  quan_sql_bind_text (statement, 2, path);
  quan_sql_bind_text (statement, 3, text);
  return quan_sql_run (&store->sql, statement, error);
}

gboolean
quan_store_noted (QuanStore *store, gint64 *preparation, char **path, char **text, GError **error)
{
  sqlite3_stmt *statement = quan_sql_statement (&store->sql, "SELECT preparation, path, text FROM notes"
                                                             " ORDER BY preparation LIMIT 1", error);
  gboolean row;

  *preparation = 0;
  *path = *text = NULL;
  if (statement == NULL || !quan_sql_step (&store->sql, statement, &row, error))
    return FALSE;
  if (row) {
    *preparation = sqlite3_column_int64 (statement, 0);
    *path = quan_sql_column_text (statement, 1);
    *text = quan_sql_column_text (statement, 2);
  }
  sqlite3_reset (statement);
  return TRUE;
}

gboolean
quan_store_forget_note (QuanStore *store, gint64 preparation, GError **error)
{
  sqlite3_stmt *statement = quan_sql_statement (&store->sql, "DELETE FROM notes WHERE preparation = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, preparation);
  return quan_sql_run (&store->sql, statement, error);
}
