#include "core/packet/table-private.h"

#define BAR_WIDTH (1.1 * QUAN_MM)
#define TINT QUAN_GREY (0.94)
#define RULE_INK QUAN_GREY (0.55)
#define FRAME 1.0
#define HEAD_RULE 0.75
#define RULE 0.5
#define ONWARD_HEIGHT 12.0
#define LAST_ROWS 4  /* of a long table stay together: a page with a row or two looks like a mistake */

static const QuanTextStyle onward_style = {.face = QUAN_FACE_HEI, .size = 8};

/* What a kind of row looks like. */
static const struct {
  gboolean tinted, barred;
  double   rule_above;  /* pt, 0 none; in black */
} looks[] = {
  [QUAN_ROW_PLAIN] = {FALSE, FALSE, 0},
  [QUAN_ROW_PARTED] = {FALSE, FALSE, HEAD_RULE},
  [QUAN_ROW_KEY] = {TRUE, FALSE, 0},
  [QUAN_ROW_ATTENTION] = {TRUE, TRUE, 0},
  [QUAN_ROW_GROUP] = {FALSE, FALSE, 0},
  [QUAN_ROW_SUBTOTAL] = {FALSE, FALSE, HEAD_RULE},
  [QUAN_ROW_TOTAL] = {TRUE, FALSE, HEAD_RULE},
};

static double
row_height (const QuanTable *table, const QuanTableRow *row)
{
  double height = table->setting->leading;

  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i] != NULL)
      height = MAX (height, quan_block_height (row->cells[i]));
  return height + 2 * table->setting->padding;
}

static void
rule (QuanFlow *flow, const QuanTable *table, double width, QuanInk ink)
{
  quan_canvas_line (flow->canvas, flow->left, flow->y, flow->left + table->width, flow->y, width, ink);
}

/* Tint, under the rules around it, bar, and the rule above a row of the given height. */
static void
draw_ground (const QuanTable *table, QuanFlow *flow, QuanRowKind kind, double height)
{
  guint page = quan_canvas_n_pages (flow->canvas) - 1;

  if (looks[kind].tinted) {
    quan_canvas_select (flow->canvas, page, QUAN_LAYER_UNDER);
    quan_canvas_rectangle (flow->canvas, flow->left, flow->y, table->width, height,
                           &(QuanPaint) {.filled = TRUE, .fill = TINT});
    quan_canvas_select (flow->canvas, page, QUAN_LAYER_OVER);
  }
  if (looks[kind].barred)
    quan_canvas_rectangle (flow->canvas, flow->left, flow->y, BAR_WIDTH, height, &(QuanPaint) {.filled = TRUE});
  if (looks[kind].rule_above > 0)
    rule (flow, table, looks[kind].rule_above, QUAN_BLACK);
}

/* The rules between columns, beside what was drawn from top on. */
static void
draw_uprights (const QuanTable *table, QuanFlow *flow, QuanRowKind kind, double top)
{
  double x = flow->left;

  for (guint i = 0; kind != QUAN_ROW_GROUP && i < table->n_columns; i++) {
    if (table->columns[i].ruled)
      quan_canvas_line (flow->canvas, x, top, x, flow->y, RULE, QUAN_BLACK);
    x += table->columns[i].width;
  }
}

static void
draw_row (const QuanTable *table, QuanFlow *flow, const QuanTableRow *row)
{
  double height = row_height (table, row), x = flow->left;
  gboolean centred = !table->ledger || row == table->head;

  draw_ground (table, flow, row->kind, height);
  for (guint i = 0; i < row->n_cells; i++) {
    if (row->cells[i] != NULL)
      quan_block_draw (row->cells[i], flow->canvas, x + QUAN_TABLE_PADDING,
                       flow->y + (centred ? (height - quan_block_height (row->cells[i])) / 2
                                          : table->setting->padding));
    x += table->columns[i].width;
  }
  flow->y += height;
  draw_uprights (table, flow, row->kind, flow->y - height);
  rule (flow, table, RULE, RULE_INK);
}

static void
draw_head (const QuanTable *table, QuanFlow *flow)
{
  double top = flow->y;

  rule (flow, table, FRAME, QUAN_BLACK);
  draw_row (table, flow, table->head);
  quan_table_draw_overs (table, flow, top);
  rule (flow, table, HEAD_RULE, QUAN_BLACK);
}

static QuanTableRow *
row_at (const QuanTable *table, guint i)
{
  return i < table->rows->len ? g_ptr_array_index (table->rows, i) : NULL;
}

static gboolean
is_sum (const QuanTableRow *row)
{
  return row != NULL && (row->kind == QUAN_ROW_SUBTOTAL || row->kind == QUAN_ROW_TOTAL);
}

/* Whether a page may not end after row i. */
static gboolean
keeps_next (const QuanTable *table, guint i)
{
  const QuanTableRow *next = row_at (table, i + 1);

  if (next == NULL)
    return FALSE;
  if (i + LAST_ROWS >= table->rows->len && table->rows->len >= 2 * LAST_ROWS)
    return TRUE;
  return row_at (table, i)->kind == QUAN_ROW_GROUP || is_sum (next)
         || (i > 0 && row_at (table, i - 1)->kind == QUAN_ROW_GROUP && next->kind != QUAN_ROW_GROUP);
}

/* The height of row i with the rows that must stand on the same page. */
static double
height_together (const QuanTable *table, guint i)
{
  double height = row_height (table, row_at (table, i));

  for (; keeps_next (table, i); i++)
    height += row_height (table, row_at (table, i + 1));
  return height;
}

/* The row that carries the sums of the first n_rows rows, NULL where there is nothing to carry. */
static QuanTableRow *
carry_row (QuanTable *table, guint n_rows, gboolean onward)
{
  table->latest = NULL;
  table->carrying = TRUE;
  table->carry (table, n_rows, onward, table->carry_data);
  table->carrying = FALSE;
  return g_steal_pointer (&table->latest);
}

static void
draw_carry (QuanTable *table, QuanFlow *flow, guint n_rows, gboolean onward)
{
  g_autoptr (QuanTableRow) row = carry_row (table, n_rows, onward);

  if (row != NULL)
    draw_row (table, flow, row);
}

/* More than a closing row ever takes. */
#define AMPLE (8 * table->setting->leading)

/* What a page needs below its rows that carries the sums of the first n_rows rows on. */
static double
closing_height (QuanTable *table, guint n_rows)
{
  g_autoptr (QuanTableRow) row = NULL;

  if (table->carry == NULL)
    return 0;
  row = carry_row (table, n_rows, FALSE);
  return (row != NULL ? row_height (table, row) : 0) + ONWARD_HEIGHT;
}

/* What stands under a table whose sums are carried to the next page. */
static void
draw_onward (const QuanTable *table, QuanFlow *flow)
{
  static const char words[] = "续下页";
  double width = quan_run_width (table->fonts, &onward_style, words, -1);

  quan_canvas_text (flow->canvas, flow->left + table->width - width,
                    quan_baseline (flow->y, ONWARD_HEIGHT, onward_style.size), words, &onward_style);
}

/* Ends the table on this page and begins it on the next; group is the heading the next row stands under, or NULL. */
static void
turn (QuanTable *table, QuanFlow *flow, const QuanTableRow *group, guint n_rows)
{
  if (table->carry != NULL && n_rows > 0)
    draw_carry (table, flow, n_rows, FALSE);
  rule (flow, table, FRAME, QUAN_BLACK);
  if (table->carry != NULL && n_rows > 0)
    draw_onward (table, flow);
  quan_flow_turn (flow);
  draw_head (table, flow);
  if (table->carry != NULL && n_rows > 0)
    draw_carry (table, flow, n_rows, TRUE);
  if (group != NULL) {
    g_autofree char *title = g_strconcat (group->title, "（续）", NULL);
    g_autoptr (QuanTableRow) row = quan_table_row_new (table, QUAN_ROW_GROUP);

    quan_table_row_title (table, row, title);
    draw_row (table, flow, row);
  }
}

/* Draws the lines of a row's cells from first[] on that fit a height; the row goes on if any line is left. */
static gboolean
draw_part (const QuanTable *table, QuanFlow *flow, const QuanTableRow *row, guint *first, double height)
{
  double x = flow->left, tallest = 0, top = flow->y;
  gboolean more = FALSE;

  for (guint i = 0; i < row->n_cells; i++) {
    if (row->cells[i] != NULL) {
      double used;
      guint n = quan_block_fit (row->cells[i], first[i], height - 2 * table->setting->padding, &used);

      quan_block_draw_lines (row->cells[i], flow->canvas, x + QUAN_TABLE_PADDING, flow->y + table->setting->padding,
                             first[i], n);
      first[i] += n;
      more = more || first[i] < quan_block_n_lines (row->cells[i]);
      tallest = MAX (tallest, used);
    }
    x += table->columns[i].width;
  }
  flow->y += tallest + 2 * table->setting->padding;
  draw_uprights (table, flow, row->kind, top);
  rule (flow, table, RULE, RULE_INK);
  return more;
}

/* A row taller than a page goes on from page to page. */
static void
draw_tall_row (QuanTable *table, QuanFlow *flow, const QuanTableRow *row, const QuanTableRow *group, guint n_rows,
               double reserve)
{
  g_autofree guint *first = g_new0 (guint, row->n_cells);

  while (draw_part (table, flow, row, first, quan_flow_room (flow) - reserve))
    turn (table, flow, group, n_rows);
}

double
quan_table_height (const QuanTable *table)
{
  g_autoptr (QuanTableRow) head = quan_table_head_new (table);
  double height = row_height (table, head);

  for (guint i = 0; i < table->rows->len; i++)
    height += row_height (table, row_at (table, i));
  return height;
}

void
quan_table_draw (QuanTable *table, QuanFlow *flow)
{
  g_autoptr (QuanTableRow) head = quan_table_head_new (table);
  const QuanTableRow *group = NULL;
  guint n_rows = 0;
  gboolean fresh;  /* nothing but the head stands on the page */

  table->head = head;
  quan_flow_need (flow, row_height (table, head) + (table->rows->len > 0 ? height_together (table, 0) : 0));
  fresh = quan_flow_at_top (flow);
  draw_head (table, flow);
  for (guint i = 0; i < table->rows->len; i++, fresh = FALSE) {
    const QuanTableRow *row = row_at (table, i);
    gboolean counts = row->kind != QUAN_ROW_GROUP && !is_sum (row);
    double together = height_together (table, i), reserve, last;

    /* The closing row is made only where it may not find room. */
    reserve = quan_flow_room (flow) - together < AMPLE
                ? MAX (closing_height (table, n_rows), closing_height (table, n_rows + counts)) : 0;
    last = i + 1 == table->rows->len ? 0 : reserve;
    if (!counts)
      group = NULL;
    if (!fresh && together + last > quan_flow_room (flow))
      turn (table, flow, group, n_rows);
    if (row_height (table, row) + last > quan_flow_room (flow))
      draw_tall_row (table, flow, row, group, n_rows, reserve);
    else
      draw_row (table, flow, row);
    if (row->kind == QUAN_ROW_GROUP)
      group = row;
    n_rows += counts;
  }
  rule (flow, table, FRAME, QUAN_BLACK);
  table->head = NULL;
}
