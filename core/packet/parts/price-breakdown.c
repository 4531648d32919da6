/* The price breakdown: compute apart from everything else, with and without tax. Many lines the list of resources shows
 * anyway are summed up here. */
#include <string.h>

#include "core/packet/parts/line-cells.h"
#include "core/packet/parts/parts.h"
#include "core/packet/signatures.h"
#include "core/packet/styles.h"

#define MM(value) ((value) * QUAN_MM)
#define SIGNERS (1u << QUAN_SIGNER_PROVIDER)
#define SHOWN_MAX 12  /* lines of a kind shown here though they stand elsewhere */

enum { NUMBER, ITEM, QUANTITY, UNIT_PRICE, GROSS, NET, N_COLUMNS };

static const QuanColumn usual_columns[N_COLUMNS] = {
  [NUMBER] = {"序号", MM (10), QUAN_ALIGN_RIGHT},
  [ITEM] = {"项目", MM (68), QUAN_ALIGN_LEFT},
  [QUANTITY] = {"数量", MM (20), QUAN_ALIGN_RIGHT},
  [UNIT_PRICE] = {"单价", MM (20), QUAN_ALIGN_RIGHT},
  [GROSS] = {"含税金额", MM (26), QUAN_ALIGN_RIGHT},
  [NET] = {"不含税金额", MM (26), QUAN_ALIGN_RIGHT},
};

typedef struct {
  QuanFen gross, net;
} Sums;

typedef struct {
  const QuanPages *pages;
  QuanTable       *table;
  guint            n_rows, n_groups;
  Sums             all;
} Breakdown;

static const GPtrArray *
lines_of (const QuanPages *pages)
{
  return pages->subject.contract->lines;
}

static void
add_to (Sums *sums, const QuanLine *line)
{
  quan_money_add_known (&sums->gross, line->amount);
  quan_money_add_known (&sums->net, line->net);
}

static void
add_sums (QuanTable *table, const Sums *sums, const QuanTextStyle *style)
{
  quan_line_money_cell (table, GROSS, sums->gross, style);
  quan_line_money_cell (table, NET, sums->net, style);
}

static void
begin_row (Breakdown *breakdown)
{
  g_autofree char *number = g_strdup_printf ("%u", ++breakdown->n_rows);

  quan_table_row (breakdown->table, QUAN_ROW_PLAIN);
  quan_table_text (breakdown->table, NUMBER, number, &quan_style_row);
}

static void
add_line (Breakdown *breakdown, const QuanLine *line)
{
  begin_row (breakdown);
  quan_line_item_cell (breakdown->table, ITEM, line);
  quan_line_quantity_cell (breakdown->table, QUANTITY, line);
  quan_line_price_cell (breakdown->table, UNIT_PRICE, line);
  add_sums (breakdown->table, &(Sums) {line->amount, line->net}, &quan_style_figure);
}

/* One row for lines that are shown one by one elsewhere. */
static void
add_summed (Breakdown *breakdown, const Sums *sums, guint n)
{
  g_autofree char *see = quan_pages_see (breakdown->pages, "resource-list");
  g_autofree char *text = g_strdup_printf ("共 %u 行，逐行见算力资源清单%s", n, see);

  begin_row (breakdown);
  quan_table_text (breakdown->table, ITEM, text, &quan_style_label);
  quan_table_text (breakdown->table, QUANTITY, "—", &quan_style_figure);
  quan_table_text (breakdown->table, UNIT_PRICE, "—", &quan_style_figure);
  add_sums (breakdown->table, sums, &quan_style_figure);
}

static const char *
how_it_counts (const Breakdown *breakdown, const QuanLine *line)
{
  if (line->kind == QUAN_LINE_BUNDLED)
    return "基数不能确定";
  return quan_line_counts (breakdown->pages->view, line) ? "计入核定基数" : "不计入";
}

/* The lines of a kind under its name, with their sum. */
static void
add_kind (Breakdown *breakdown, const QuanTerm *term, const GPtrArray *lines)
{
  const QuanLine *first = g_ptr_array_index (lines, 0);
  const char *name = term != NULL ? quan_term_name (term, QUAN_LANGUAGE_ZH) : "未填类别";
  gboolean elsewhere = lines->len > SHOWN_MAX && quan_pages_find (breakdown->pages, "resource-list") != NULL
                       && quan_line_counts (breakdown->pages->view, first);
  g_autofree char *title = g_strdup_printf ("%s（%s）", name, how_it_counts (breakdown, first));
  g_autofree char *numbered = quan_line_group_title (breakdown->n_groups++, title);
  g_autofree char *subtotal = g_strconcat (name, "小计", NULL);
  Sums sums = {0, 0};

  quan_table_group (breakdown->table, numbered);
  for (guint i = 0; i < lines->len; i++) {
    add_to (&sums, g_ptr_array_index (lines, i));
    add_to (&breakdown->all, g_ptr_array_index (lines, i));
    if (!elsewhere)
      add_line (breakdown, g_ptr_array_index (lines, i));
  }
  if (elsewhere)
    add_summed (breakdown, &sums, lines->len);
  quan_line_sum_row (breakdown->table, QUAN_ROW_SUBTOTAL, ITEM, subtotal);
  add_sums (breakdown->table, &sums, &quan_style_figure_strong);
}

/* All kinds in order; lines whose kind is not given come last. */
static void
add_kinds (Breakdown *breakdown)
{
  const GPtrArray *all = lines_of (breakdown->pages);
  int n_kinds = 1;

  while (quan_vocabulary_term (&quan_line_kinds, n_kinds) != NULL)
    n_kinds++;
  for (int i = 1; i <= n_kinds; i++) {
    int kind = i % n_kinds;
    g_autoptr (GPtrArray) lines = g_ptr_array_new ();

    for (guint k = 0; all != NULL && k < all->len; k++)
      if (((const QuanLine *) g_ptr_array_index (all, k))->kind == kind)
        g_ptr_array_add (lines, g_ptr_array_index (all, k));
    if (lines->len > 0)
      add_kind (breakdown, quan_vocabulary_term (&quan_line_kinds, kind), lines);
  }
}

/* The largest amount of the sheet. Free with g_free. */
static char *
largest_text (const QuanPages *pages)
{
  const GPtrArray *all = lines_of (pages);
  Sums sums = {0, 0};

  for (guint i = 0; all != NULL && i < all->len; i++)
    add_to (&sums, g_ptr_array_index (all, i));
  return quan_packet_money (sums.gross);
}

void
quan_part_price_breakdown (QuanPages *pages)
{
  static const char note[] = "各项分开计价，金额以合同价格清单为准。“—”为合同未列或没有填写。";
  const QuanContract *contract = pages->subject.contract;
  QuanColumn columns[N_COLUMNS];
  g_autoptr (QuanTable) table = NULL;
  g_autofree char *largest = largest_text (pages);
  gboolean known = lines_of (pages) != NULL && lines_of (pages)->len > 0;
  QuanFen none = known ? 0 : QUAN_FEN_NONE;
  Breakdown breakdown = {.pages = pages, .all = {none, none}};
  g_autofree char *left = g_strdup_printf ("合同：%s　%s", contract->number,
                                           contract->title != NULL ? contract->title : "〔待填〕");

  memcpy (columns, usual_columns, sizeof columns);
  quan_columns_widen (pages->fonts, columns, GROSS, ITEM, largest, &quan_style_figure_strong);
  quan_columns_widen (pages->fonts, columns, NET, ITEM, largest, &quan_style_figure_strong);
  breakdown.table = table = quan_table_new (pages->fonts, columns, N_COLUMNS);
  quan_pages_head (pages, "价格构成说明", left, "金额单位：人民币元");
  add_kinds (&breakdown);
  quan_line_sum_row (table, QUAN_ROW_TOTAL, ITEM, "合同总额");
  add_sums (table, &breakdown.all, &quan_style_figure_strong);
  quan_table_draw (table, &pages->flow);
  quan_pages_note (pages, note);
  quan_flow_need (&pages->flow, quan_signatures_sheet_height (pages, SIGNERS));
  quan_signatures_sheet (pages, SIGNERS);
}
