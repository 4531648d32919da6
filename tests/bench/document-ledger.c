/* 200 pages of invoices, grouped by month, with running totals over every page. */
#include "core/base/money.h"
#include "core/packet/styles.h"
#include "core/packet/table.h"
#include "tests/bench/corpus.h"
#include "tests/bench/documents.h"

#define MM(value) ((value) * QUAN_MM)
#define ROWS_PER_MONTH 120
#define N_ROWS 6120

enum { NUMBER, DATE, INVOICE, SELLER, NOTE, AMOUNT };

static const QuanColumn columns[] = {
  [NUMBER] = {"", MM (11), QUAN_ALIGN_RIGHT},
  [DATE] = {"开票日期", MM (22), QUAN_ALIGN_LEFT},
  [INVOICE] = {"发票号码", MM (42), QUAN_ALIGN_LEFT},
  [SELLER] = {"销售方", MM (52), QUAN_ALIGN_LEFT},
  [NOTE] = {"状态", MM (15), QUAN_ALIGN_LEFT},
  [AMOUNT] = {"价税合计", MM (28), QUAN_ALIGN_RIGHT},
};

/* An amount that differs from row to row, fen. */
static QuanFen
amount_of (guint row)
{
  return 100000 + (QuanFen) row * 7919 % 90000000;
}

static void
put_amount (QuanTable *table, QuanFen fen, const QuanTextStyle *style)
{
  char buffer[QUAN_MONEY_BUF];

  quan_table_text (table, AMOUNT, quan_money_grouped (fen, buffer), style);
}

static void
carry (QuanTable *table, guint n_rows, gboolean onward, gpointer data)
{
  const QuanFen *sums = data;

  quan_table_row (table, QUAN_ROW_KEY);
  quan_table_text (table, SELLER, onward ? "承前页" : "过次页", &quan_style_strong);
  put_amount (table, sums[n_rows], &quan_style_figure_strong);
}

static void
add_row (QuanTable *table, guint row)
{
  g_autofree char *number = g_strdup_printf ("%u", row + 1);
  g_autofree char *date = g_strdup_printf ("2025-%02u-%02u", row / ROWS_PER_MONTH % 12 + 1, row % 28 + 1);
  g_autofree char *invoice = g_strdup_printf ("2511200000%010u", row * 7919u);

  quan_table_row (table, QUAN_ROW_PLAIN);
  quan_table_text (table, NUMBER, number, &quan_style_row);
  quan_table_text (table, DATE, date, &quan_style_figure);
  quan_table_text (table, INVOICE, invoice, &quan_style_figure);
  quan_table_text (table, SELLER, corpus_firm (row), &quan_style_fact);
  quan_table_text (table, NOTE, row % 9 == 0 ? "待核对" : "已付款", &quan_style_label);
  put_amount (table, amount_of (row), &quan_style_figure);
}

static void
turn (QuanFlow *flow)
{
  quan_canvas_add_page (flow->canvas);
  quan_canvas_text (flow->canvas, MM (85), MM (25.4), "结算发票台账（续）", &quan_style_again);
  flow->y = MM (28);
}

static void
frame (QuanCanvas *canvas)
{
  guint n_pages = quan_canvas_n_pages (canvas);

  for (guint page = 0; page < n_pages; page++) {
    g_autofree char *number = g_strdup_printf ("第 %u 页 共 %u 页", page + 1, n_pages);

    quan_canvas_select (canvas, page, QUAN_LAYER_OVER);
    quan_canvas_line (canvas, MM (23), MM (280), MM (193), MM (280), 0.5, QUAN_BLACK);
    quan_canvas_text (canvas, MM (98), MM (286), number, &quan_style_label);
  }
}

static void
lay_out (QuanCanvas *canvas)
{
  QuanFonts *fonts = quan_canvas_fonts (canvas);
  g_autoptr (QuanTable) table = quan_table_new (fonts, columns, G_N_ELEMENTS (columns));
  g_autofree QuanFen *sums = g_new0 (QuanFen, N_ROWS + 1);
  QuanFlow flow = {.canvas = canvas, .left = MM (23), .width = MM (170), .bottom = MM (276), .turn = turn};

  quan_table_set_carry (table, carry, sums);
  for (guint row = 0; row < N_ROWS; row++) {
    g_autofree char *month = g_strdup_printf ("第 %u 月", row / ROWS_PER_MONTH + 1);

    if (row % ROWS_PER_MONTH == 0)
      quan_table_group (table, month);
    add_row (table, row);
    sums[row + 1] = sums[row] + amount_of (row);
  }
  quan_table_row (table, QUAN_ROW_TOTAL);
  quan_table_text (table, SELLER, "合计", &quan_style_strong);
  put_amount (table, sums[N_ROWS], &quan_style_figure_strong);
  turn (&flow);
  quan_canvas_bookmark (canvas, "结算发票台账");
  quan_table_draw (table, &flow);
  frame (canvas);
}

const Document document_ledger = {"ledger", lay_out};
