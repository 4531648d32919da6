/* Records as rows, by statements made from the record tables. Inside the store's room only. */
#pragma once
#include "core/model/workspace.h"
#include "core/store/sql.h"

typedef struct QuanStoreTable QuanStoreTable;

/* A table of records of a section, with the tables of their lists. */
QuanStoreTable *quan_store_table_new (const QuanRecordType *type);
void       quan_store_table_free (QuanStoreTable *table);

/* The columns a record is read from, after "id": for statements put together elsewhere. */
const char *quan_store_table_columns (const QuanStoreTable *table);

/* Adds a record and returns its id, 0 on error. id 0 lets SQLite choose; import 0 is none. */
gint64   quan_store_table_insert (const QuanStoreTable *table, QuanSql *sql, gint64 id, gint64 import, gconstpointer record,
                            GError **error);
gboolean quan_store_table_update (const QuanStoreTable *table, QuanSql *sql, gint64 id, gconstpointer record, GError **error);
gboolean quan_store_table_delete (const QuanStoreTable *table, QuanSql *sql, gint64 id, GError **error);

/* The record of an id; NULL with error unset if there is none. */
gpointer quan_store_table_get (const QuanStoreTable *table, QuanSql *sql, gint64 id, GError **error);
/* The record a statement stands on, its columns being id and quan_store_table_columns(); its lists are read as well. */
gpointer quan_store_table_read (const QuanStoreTable *table, QuanSql *sql, sqlite3_stmt *statement, GError **error);
