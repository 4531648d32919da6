/* What the files of a table share: its rows, filled by table.c, drawn by table-draw.c under the heads of
 * table-head.c. */
#pragma once
#include "core/packet/table.h"

#define QUAN_TABLE_PADDING (1.6 * QUAN_MM)  /* of a cell, at its sides */

/* How close lines stand, and rows: pt of a line, and above and below the text of a row. */
typedef struct {
  double leading, padding;
} QuanTableSetting;

typedef struct {
  QuanRowKind kind;
  char       *title;   /* of a group */
  QuanBlock **cells;   /* one for each column, NULL where empty; a group has the first only */
  guint       n_cells;
} QuanTableRow;

struct _QuanTable {
  QuanFonts              *fonts;
  const QuanColumn       *columns;
  guint                   n_columns;
  const QuanTableSetting *setting;
  double                  width;
  gboolean                ledger;    /* rows align on their first lines */
  QuanTableRow           *head;      /* while the table is drawn */
  GPtrArray              *rows;      /* of QuanTableRow */
  QuanTableRow           *latest;
  gboolean                carrying;  /* rows being filled are not the table's own */
  QuanCarry               carry;
  gpointer                carry_data;
};

/* A row that is not among the table's. Free with quan_table_row_free. */
QuanTableRow *quan_table_row_new (const QuanTable *table, QuanRowKind kind);
void          quan_table_row_free (QuanTableRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanTableRow, quan_table_row_free)
/* The head of a table: what its columns are called. Free with quan_table_row_free. */
QuanTableRow *quan_table_head_new (const QuanTable *table);
/* The titles of the parties across their heads, each over a rule; the head was drawn from top on. */
void          quan_table_draw_overs (const QuanTable *table, QuanFlow *flow, double top);
/* An empty block as wide as a column leaves to its text. */
QuanBlock *quan_table_block_new (const QuanTable *table, guint column);
/* Sets the title of a group across the row. */
void quan_table_row_title (const QuanTable *table, QuanTableRow *row, const char *title);
