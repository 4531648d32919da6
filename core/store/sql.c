#include "core/store/sql.h"

#include <errno.h>
#include <sys/statvfs.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

void
quan_sql_init (QuanSql *sql, const char *path)
{
  *sql = (QuanSql) {
    .path = g_strdup (path),
    .statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, finalize),
  };
}

static gboolean
fail_full (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *free_text = NULL;
  struct statvfs disk;

  if (statvfs (folder, &disk) == 0)
    free_text = g_format_size ((guint64) disk.f_bavail * disk.f_frsize);
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_STORE,
               _("There is no room for \"%s\" on its disk (free: %s). Make room and try again; nothing was changed."),
               path, free_text != NULL ? free_text : "?");
  return quan_trouble_mark (error, QUAN_TROUBLE_FULL, 0);
}

/* Result codes that have a sentence of their own; "%1$s" is the file, "%2$s" SQLite's own words. */
static const struct {
  int              code;
  QuanError        error;
  QuanStoreTrouble trouble;
  const char      *sentence;
} sentences[] = {
  { SQLITE_BUSY, QUAN_ERROR_STORE, QUAN_TROUBLE_HELD,
    N_("\"%1$s\" is in use by another program (%2$s). Close that program and try again.") },
  { SQLITE_CORRUPT, QUAN_ERROR_STORE, QUAN_TROUBLE_DAMAGED,
    N_("\"%1$s\" is damaged (%2$s). Nothing was changed. Keep the file, and restore a backup.") },
  { SQLITE_NOTADB, QUAN_ERROR_STORE, QUAN_TROUBLE_FOREIGN,
    N_("\"%1$s\" is not a store of this program (%2$s). Nothing was changed. Name another file.") },
  { SQLITE_READONLY, QUAN_ERROR_STORE, QUAN_TROUBLE_FORBIDDEN,
    N_("\"%1$s\" cannot be written (%2$s). Check the permissions of the file, of its folder and of its disk.") },
  { SQLITE_PERM, QUAN_ERROR_STORE, QUAN_TROUBLE_FORBIDDEN,
    N_("\"%1$s\" cannot be used (%2$s). Check the permissions of the file and of its folder.") },
  { SQLITE_CANTOPEN, QUAN_ERROR_STORE, QUAN_TROUBLE_FORBIDDEN,
    N_("\"%1$s\" cannot be opened (%2$s). Check the permissions of the file and of its folder.") },
  { SQLITE_CONSTRAINT, QUAN_ERROR_INPUT, QUAN_TROUBLE_NONE,
    N_("\"%1$s\" refuses this, because it contradicts other records (%2$s). Nothing was changed.") },
  { SQLITE_TOOBIG, QUAN_ERROR_INPUT, QUAN_TROUBLE_NONE,
    N_("\"%1$s\" takes no text as long as this one (%2$s). Shorten it. Nothing was changed.") },
  { SQLITE_OK, QUAN_ERROR_STORE, QUAN_TROUBLE_NONE, /* any other code */
    N_("\"%1$s\" could not be used (%2$s). Nothing was changed. Check the disk and try again.") },
};

gboolean
quan_sql_fail_code (const char *path, int code, int system_errno, const char *detail, GError **error)
{
  guint i = 0;

  if ((code & 0xff) == SQLITE_FULL
      || ((code & 0xff) == SQLITE_IOERR && (system_errno == ENOSPC || system_errno == EFBIG || system_errno == EDQUOT)))
    return fail_full (path, error);
  while (sentences[i].code != SQLITE_OK && sentences[i].code != (code & 0xff))
    i++;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, QUAN_ERROR, sentences[i].error, _(sentences[i].sentence), path, detail);
#pragma GCC diagnostic pop
  return quan_trouble_mark (error, sentences[i].trouble, 0);
}

/* The system's error behind the last one of the log or of the file, 0 if there was none. sqlite3_system_errno() has
 * forgotten it by the time a failed commit returns. */
static int
system_errno (const QuanSql *sql)
{
  static const int files[] = { SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER };
  int number = 0;

  for (guint i = 0; i < G_N_ELEMENTS (files) && number == 0; i++) {
    sqlite3_file *file = NULL;

    sqlite3_file_control (sql->db, "main", files[i], &file);
    if (file != NULL && file->pMethods != NULL)
      file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &number);
  }
  return number;
}

gboolean
quan_sql_fail (const QuanSql *sql, GError **error)
{
  int code = sqlite3_extended_errcode (sql->db);
  g_autofree char *detail = g_strdup (sqlite3_errmsg (sql->db));

  return quan_sql_fail_code (sql->path, code, system_errno (sql), detail, error);
}

gboolean
quan_sql_damaged (const char *path, GError **error, const char *format, ...)
{
  g_autofree char *detail = NULL;
  va_list args;

  va_start (args, format);
  detail = g_strdup_vprintf (format, args);
  va_end (args);
  return quan_sql_fail_code (path, SQLITE_CORRUPT, 0, detail, error);
}

sqlite3_stmt *
quan_sql_prepare (const QuanSql *sql, const char *text, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v3 (sql->db, text, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    quan_sql_fail (sql, error);
  return statement;
}

sqlite3_stmt *
quan_sql_statement (QuanSql *sql, const char *text, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (sql->statements, text);

  if (statement != NULL) {
    sqlite3_reset (statement);
    sqlite3_clear_bindings (statement);
    return statement;
  }
  statement = quan_sql_prepare (sql, text, error);
  if (statement != NULL)
    g_hash_table_insert (sql->statements, (gpointer) text, statement);
  return statement;
}

gboolean
quan_sql_step (const QuanSql *sql, sqlite3_stmt *statement, gboolean *row, GError **error)
{
  int code = sqlite3_step (statement);

  *row = code == SQLITE_ROW;
  if (*row)
    return TRUE;
  if (code != SQLITE_DONE)
    quan_sql_fail (sql, error);
  sqlite3_reset (statement);
  return code == SQLITE_DONE;
}

gboolean
quan_sql_run (const QuanSql *sql, sqlite3_stmt *statement, GError **error)
{
  gboolean row;

  do {
    if (!quan_sql_step (sql, statement, &row, error))
      return FALSE;
  } while (row);
  return TRUE;
}

gboolean
quan_sql_exec (const QuanSql *sql, const char *script, GError **error)
{
  return sqlite3_exec (sql->db, script, NULL, NULL, NULL) == SQLITE_OK || quan_sql_fail (sql, error);
}

/* Prepares a query and steps to its first row; NULL with error set, or without a row. */
static sqlite3_stmt *
first_row (const QuanSql *sql, const char *query, gboolean *good, GError **error)
{
  sqlite3_stmt *statement = quan_sql_prepare (sql, query, error);
  gboolean row = FALSE;

  *good = statement != NULL && quan_sql_step (sql, statement, &row, error);
  if (row)
    return statement;
  sqlite3_finalize (statement);
  return NULL;
}

gboolean
quan_sql_integer (const QuanSql *sql, const char *query, gint64 *value, GError **error)
{
  gboolean good;
  sqlite3_stmt *statement = first_row (sql, query, &good, error);

  *value = statement != NULL ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_finalize (statement);
  return good;
}

gboolean
quan_sql_text (const QuanSql *sql, const char *query, char **value, GError **error)
{
  gboolean good;
  sqlite3_stmt *statement = first_row (sql, query, &good, error);

  *value = statement != NULL ? quan_sql_column_text (statement, 0) : NULL;
  sqlite3_finalize (statement);
  return good;
}

char *
quan_sql_column_text (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

const char *
quan_sql_peek_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? text : "";
}

void
quan_sql_bind_text (sqlite3_stmt *statement, int index, const char *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_STATIC);
}

void
quan_sql_clear (QuanSql *sql)
{
  g_clear_pointer (&sql->statements, g_hash_table_unref);
  if (sql->db != NULL)
    sqlite3_close (sql->db);
  sql->db = NULL;
  g_clear_pointer (&sql->path, g_free);
}
