#include "app/table.h"

#include <string.h>

#include "core/base/text.h"

struct Table {
  const char *columns;
  int         n;
  GPtrArray  *cells;  /* of char *, row by row */
};

Table *
table_new (const char *columns)
{
  Table *table = g_new0 (Table, 1);

  table->columns = columns;
  table->n = (int) strlen (columns);
  table->cells = g_ptr_array_new_with_free_func (g_free);
  return table;
}

void
table_free (Table *table)
{
  g_ptr_array_unref (table->cells);
  g_free (table);
}

void
table_row (Table *table, ...)
{
  va_list args;

  va_start (args, table);
  for (int i = 0; i < table->n; i++) {
    const char *cell = va_arg (args, const char *);

    g_ptr_array_add (table->cells, g_strdup (cell != NULL ? cell : ""));
  }
  va_end (args);
}

static void
write_row (const Table *table, const int *widths, guint row, const char *indent, Output *output)
{
  g_autoptr (GString) line = g_string_new (indent);

  for (int i = 0; i < table->n; i++) {
    const char *text = table->cells->pdata[row * table->n + i];
    g_autofree char *cell = quan_text_pad (text, widths[i], table->columns[i] == 'r');

    g_string_append (line, i > 0 ? "  " : "");
    g_string_append (line, cell);
  }
  output_text (output, g_strchomp (line->str));
  output_text (output, "\n");
}

void
table_write (const Table *table, const char *indent, Output *output)
{
  g_autofree int *widths = g_new0 (int, table->n);

  for (guint i = 0; i < table->cells->len; i++)
    widths[i % table->n] = MAX (widths[i % table->n], quan_text_columns (table->cells->pdata[i]));
  for (guint row = 0; row < table->cells->len / table->n; row++)
    write_row (table, widths, row, indent, output);
}
