#include "ui/wizard/lines-entry.h"

#include "ui/wizard/line-proposal.h"
#include "ui/wizard/pasted-table.h"

const char *const quan_line_cell_keys[QUAN_N_LINE_CELLS] = {
  "kind", "item", "quantity", "unit", "unit_price", "amount",
};

static gboolean
is_kind (const char *text)
{
  for (const QuanTerm *term = quan_line_kinds.terms; term->id != NULL; term++)
    if (g_str_equal (term->id, text) || g_str_equal (term->english, text) || g_str_equal (term->chinese, text))
      return TRUE;
  return FALSE;
}

/* Whether a row names its columns instead of holding a line: neither its first cell nor its last is what a line has there. */
static gboolean
is_heading (char **row)
{
  QuanFen fen;

  return g_strv_length (row) > QUAN_LINE_CELL_AMOUNT && !is_kind (row[QUAN_LINE_CELL_KIND])
         && *row[QUAN_LINE_CELL_AMOUNT] != '\0' && !quan_money_parse (row[QUAN_LINE_CELL_AMOUNT], &fen, NULL);
}

static void
enter_row (GtkWidget *widget, char **row, guint index)
{
  for (int i = 0; i < QUAN_N_LINE_CELLS && row[i] != NULL; i++) {
    g_autofree char *path = g_strdup_printf ("contract.lines[%u].%s", index, quan_line_cell_keys[i]);

    if (*row[i] != '\0')
      gtk_widget_activate_action (widget, "wizard.enter", "(ss)", path, row[i]);
  }
}

guint
quan_lines_enter_table (GtkWidget *widget, const char *text, guint first)
{
  g_autoptr (GPtrArray) rows = quan_pasted_table (text);

  if (rows->len > 0 && is_heading (rows->pdata[0]))
    g_ptr_array_remove_index (rows, 0);
  for (guint i = 0; i < rows->len; i++)
    enter_row (widget, rows->pdata[i], first + i);
  return rows->len;
}

QuanFen
quan_lines_proposal (const QuanPrepared *prepared, guint row)
{
  const GPtrArray *lines = prepared->contract->lines;
  const QuanLine *line = lines != NULL && row < lines->len ? lines->pdata[row] : NULL;
  g_autofree char *path = g_strdup_printf ("contract.lines[%u].amount", row);

  if (line == NULL || line->amount != QUAN_FEN_NONE || quan_prepared_problem (prepared, path) != NULL)
    return QUAN_FEN_NONE;
  return quan_line_proposal (line);
}
