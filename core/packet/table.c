#include "core/packet/table-private.h"

#define ROUNDING 0.1                   /* between widths added up and measured, pt */
#define FLEXIBLE_LEAST (24 * QUAN_MM)  /* what is left of a column that gives up width */

static const QuanTextStyle group_style = {.face = QUAN_FACE_HEI, .size = 9, .weight = 0.018};

static const QuanTableSetting usual = {12.0, 3.6}, dense = {10.6, 2.6};

void
quan_table_row_free (QuanTableRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    quan_block_free (row->cells[i]);
  g_free (row->cells);
  g_free (row->title);
  g_free (row);
}

void
quan_columns_widen (QuanFonts *fonts, QuanColumn *columns, guint column, guint flexible, const char *text,
                    const QuanTextStyle *style)
{
  double needed = quan_run_width (fonts, style, text, -1) + 2 * QUAN_TABLE_PADDING + ROUNDING;
  double more = MIN (needed - columns[column].width, columns[flexible].width - FLEXIBLE_LEAST);

  if (more <= 0)
    return;
  columns[column].width += more;
  columns[flexible].width -= more;
}

QuanTable *
quan_table_new (QuanFonts *fonts, const QuanColumn *columns, guint n_columns)
{
  QuanTable *table = g_new0 (QuanTable, 1);

  table->fonts = fonts;
  table->columns = columns;
  table->n_columns = n_columns;
  table->setting = &usual;
  for (guint i = 0; i < n_columns; i++)
    table->width += columns[i].width;
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) quan_table_row_free);
  return table;
}

void
quan_table_free (QuanTable *table)
{
  if (table == NULL)
    return;
  g_ptr_array_unref (table->rows);
  g_free (table);
}

void
quan_table_set_carry (QuanTable *table, QuanCarry carry, gpointer data)
{
  table->carry = carry;
  table->carry_data = data;
}

void
quan_table_set_dense (QuanTable *table)
{
  table->setting = &dense;
}

void
quan_table_set_ledger (QuanTable *table)
{
  table->ledger = TRUE;
}

QuanTableRow *
quan_table_row_new (const QuanTable *table, QuanRowKind kind)
{
  QuanTableRow *row = g_new0 (QuanTableRow, 1);

  row->kind = kind;
  row->n_cells = table->n_columns;
  row->cells = g_new0 (QuanBlock *, row->n_cells);
  return row;
}

void
quan_table_row (QuanTable *table, QuanRowKind kind)
{
  table->latest = quan_table_row_new (table, kind);
  if (!table->carrying)
    g_ptr_array_add (table->rows, table->latest);
}

void
quan_table_row_title (const QuanTable *table, QuanTableRow *row, const char *title)
{
  row->cells[0] = quan_block_new (table->fonts, table->width - 2 * QUAN_TABLE_PADDING, QUAN_ALIGN_LEFT);
  quan_block_add (row->cells[0], title, &group_style, table->setting->leading);
}

void
quan_table_group (QuanTable *table, const char *title)
{
  quan_table_row (table, QUAN_ROW_GROUP);
  table->latest->title = g_strdup (title);
  quan_table_row_title (table, table->latest, title);
}

QuanBlock *
quan_table_block_new (const QuanTable *table, guint column)
{
  return quan_block_new (table->fonts, table->columns[column].width - 2 * QUAN_TABLE_PADDING,
                         table->columns[column].align);
}

QuanBlock *
quan_table_cell (QuanTable *table, guint column)
{
  QuanBlock **cell = &table->latest->cells[column];

  if (*cell == NULL)
    *cell = quan_table_block_new (table, column);
  return *cell;
}

void
quan_table_text (QuanTable *table, guint column, const char *text, const QuanTextStyle *style)
{
  quan_block_add (quan_table_cell (table, column), text, style, table->setting->leading);
}

void
quan_table_entry (QuanTable *table, guint column, const char *words, const QuanTextStyle *words_style,
                  const char *figure, const QuanTextStyle *style)
{
  quan_block_add_noted (quan_table_cell (table, column), words, words_style, figure, style, table->setting->leading);
}

void
quan_table_left (QuanTable *table, guint column, const char *words, const QuanTextStyle *style)
{
  quan_block_add_left (quan_table_cell (table, column), words, style, table->setting->leading);
}

void
quan_table_marked (QuanTable *table, guint column, QuanMark mark, const char *text, const QuanTextStyle *style)
{
  quan_block_add_marked (quan_table_cell (table, column), mark, text, style, table->setting->leading);
}
