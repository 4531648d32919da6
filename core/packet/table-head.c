#include "core/packet/table-private.h"

#define HEAD_LEADING 11.0
#define OVER_LEADING 16.0  /* of the titles across heads */
#define OVER_RULE 0.5
#define OVER_DROP 2.0      /* of a title towards its rule */

static const QuanTextStyle head_style = {.face = QUAN_FACE_HEI, .size = 8.4, .weight = 0.018};
static const QuanTextStyle over_style = {.face = QUAN_FACE_HEI, .size = 9.2, .weight = 0.018, .spacing = 1.5};

QuanTableRow *
quan_table_head_new (const QuanTable *table)
{
  QuanTableRow *head = quan_table_row_new (table, QUAN_ROW_KEY);

  for (guint i = 0; i < table->n_columns; i++) {
    head->cells[i] = quan_table_block_new (table, i);
    if (table->columns[i].over != NULL)
      quan_block_add (head->cells[i], "", &over_style, OVER_LEADING);
    if (table->columns[i].left != NULL)
      quan_block_add_noted (head->cells[i], table->columns[i].left, &head_style, table->columns[i].head, &head_style,
                            HEAD_LEADING);
    else
      quan_block_add (head->cells[i], table->columns[i].head, &head_style, HEAD_LEADING);
  }
  return head;
}

void
quan_table_draw_overs (const QuanTable *table, QuanFlow *flow, double top)
{
  double x = flow->left, line = top + table->setting->padding + OVER_LEADING;
  double baseline = quan_baseline (top + OVER_DROP, OVER_LEADING, over_style.size);

  for (guint i = 0; i < table->n_columns; i++) {
    const QuanColumn *column = &table->columns[i];

    if (column->over != NULL) {
      double indent = (column->width - quan_run_width (table->fonts, &over_style, column->over, -1)) / 2;
      double right = x + column->width - QUAN_TABLE_PADDING;

      quan_canvas_text (flow->canvas, x + indent, baseline, column->over, &over_style);
      quan_canvas_line (flow->canvas, x + QUAN_TABLE_PADDING, line, right, line, OVER_RULE, QUAN_BLACK);
    }
    x += column->width;
  }
}
