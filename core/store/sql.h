/* SQLite's answers as errors of this program, and statements prepared once. Inside the store's room only. */
#pragma once
#include <glib.h>
#include <sqlite3.h>
#include "core/store/trouble.h"

/* A connection with the statements prepared on it. */
typedef struct {
  sqlite3    *db;
  char       *path;        /* of the file, for messages */
  GHashTable *statements;  /* text (by address) → statement */
} QuanSql;

/* A connection to be, not yet open. */
void quan_sql_init (QuanSql *sql, const char *path);

/* Sets error to what the connection's last result means for its user. Always FALSE. */
gboolean quan_sql_fail (const QuanSql *sql, GError **error);
/* The same for a result code that left no state on the connection. */
gboolean quan_sql_fail_code (const char *path, int code, int system_errno, const char *detail, GError **error);
/* Says what trouble an error, set or NULL, is about. Always FALSE. */
gboolean quan_trouble_mark (GError **error, QuanStoreTrouble trouble, int holder);
/* Sets error to "the store is damaged" with what was found. Always FALSE. */
gboolean quan_sql_damaged (const char *path, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* The statement of a text, reset and without values, prepared at its first use. text must live as long as sql. */
sqlite3_stmt *quan_sql_statement (QuanSql *sql, const char *text, GError **error);
/* A statement of its own, to finalize: for cursors, and for texts put together. */
sqlite3_stmt *quan_sql_prepare (const QuanSql *sql, const char *text, GError **error);

/* One step. *row says whether there is a row; a statement that has none left is reset. */
gboolean quan_sql_step (const QuanSql *sql, sqlite3_stmt *statement, gboolean *row, GError **error);
/* Runs a statement that gives no rows to its end. */
gboolean quan_sql_run (const QuanSql *sql, sqlite3_stmt *statement, GError **error);
/* Runs a script. */
gboolean quan_sql_exec (const QuanSql *sql, const char *script, GError **error);
/* The integer in the first column of the first row of a query (prepared and finalized here); 0 if it has none. */
gboolean quan_sql_integer (const QuanSql *sql, const char *query, gint64 *value, GError **error);
/* The text in the same place, NULL if there is none. */
gboolean quan_sql_text (const QuanSql *sql, const char *query, char **value, GError **error);

/* The text of a column, NULL for NULL. */
char *quan_sql_column_text (sqlite3_stmt *statement, int column);
/* The text of a column that is never NULL, until the next step; "" where a damaged file has NULL all the same. */
const char *quan_sql_peek_text (sqlite3_stmt *statement, int column);
/* Binds a text that stays valid until the statement is reset; NULL binds NULL. */
void  quan_sql_bind_text (sqlite3_stmt *statement, int index, const char *text);

/* Closes the connection and forgets the statements. */
void quan_sql_clear (QuanSql *sql);
