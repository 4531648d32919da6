/* Records as rows, by statements made from the record tables. Inside the store's room only. */
#pragma once
#include "core/model/workspace.h"
#include "core/store/sql.h"

/* How many integers find a row at most. */
#define QUAN_STORE_KEYS_MAX 3

/*
 * A row is found by its keys: a record by its id, a row of a list by the record and its position, a row of a list
 * within a list by the record, the position of its parent and its own.
 */
typedef struct {
  char                 *name;
  const QuanRecordType *type;
  int                   depth;     /* 0 record, 1 list, 2 list within a list */
  GPtrArray            *children;  /* of QuanStoreTable: the lists, in the order of their fields */
  char                 *columns;   /* of the fields: what a record is read from, after "id" */
  char                 *insert, *update, *remove, *select, *get;
} QuanStoreTable;

/* A table of records of a section, with the tables of their lists. */
QuanStoreTable *quan_store_table_new (const QuanRecordType *type);
void            quan_store_table_free (QuanStoreTable *table);

/* The type of the elements of a list, NULL if a field is none. Plain values are records of one field, "value". */
const QuanRecordType *quan_store_element_type (const QuanField *field);

/* Adds a record and returns its id, 0 on error. id 0 lets SQLite choose; import 0 is none. */
gint64   quan_store_table_insert (const QuanStoreTable *table, QuanSql *sql, gint64 id, gint64 import,
                                  gconstpointer record, GError **error);
gboolean quan_store_table_update (const QuanStoreTable *table, QuanSql *sql, gint64 id, gconstpointer record,
                                  GError **error);
gboolean quan_store_table_delete (const QuanStoreTable *table, QuanSql *sql, gint64 id, GError **error);

/* The record of an id; NULL with error unset if there is none. */
gpointer quan_store_table_get (const QuanStoreTable *table, QuanSql *sql, gint64 id, GError **error);
/* The record a statement stands on, its columns being id and those of the table; its lists are read as well. */
gpointer quan_store_table_read (const QuanStoreTable *table, QuanSql *sql, sqlite3_stmt *statement, GError **error);
