/* Tables of text for terminals: columns as wide as their widest cell, Chinese characters counted as two. */
#pragma once
#include "app/output.h"

typedef struct Table Table;

/* One letter a column: 'l' left, 'r' right (amounts). */
Table *table_new (const char *columns);
void   table_free (Table *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Table, table_free)

/* Adds a row of copies of exactly as many cells as there are columns. A NULL cell is empty. */
void table_row (Table *table, ...);
/* Writes the rows, each behind indent, two blanks between columns, none at the end of a line. */
void table_write (const Table *table, const char *indent, Output *output);
