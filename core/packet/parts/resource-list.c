/* The list of compute resources: the lines that count, each with the part of it that lies in the window, so that the
 * base can be recomputed line by line. */
#include <string.h>

#include "core/packet/parts/line-cells.h"
#include "core/packet/parts/parts.h"
#include "core/packet/signatures.h"
#include "core/packet/styles.h"

#define MM(value) ((value) * QUAN_MM)
#define SIGNERS (1u << QUAN_SIGNER_PROVIDER | 1u << QUAN_SIGNER_ENTERPRISE)

enum { NUMBER, RESOURCE, CARDS, QUANTITY, UNIT_PRICE, PERIOD, AMOUNT, COUNTED, N_COLUMNS };

static const QuanColumn usual_columns[N_COLUMNS] = {
  [NUMBER] = {"序号", MM (10), QUAN_ALIGN_RIGHT},
  [RESOURCE] = {"卡型与资源", MM (47), QUAN_ALIGN_LEFT},
  [CARDS] = {"卡数", MM (10), QUAN_ALIGN_RIGHT},
  [QUANTITY] = {"数量", MM (18), QUAN_ALIGN_RIGHT},
  [UNIT_PRICE] = {"单价", MM (18), QUAN_ALIGN_RIGHT},
  [PERIOD] = {"起止", MM (20), QUAN_ALIGN_CENTRE},
  [AMOUNT] = {"金额", MM (23.5), QUAN_ALIGN_RIGHT},
  [COUNTED] = {"计入金额", MM (23.5), QUAN_ALIGN_RIGHT},
};

/* The lines that count, in the contract's order, and whether they share one fraction. */
typedef struct {
  const QuanPages *pages;
  GPtrArray       *lines;   /* of QuanLine */
  gboolean         alike;
  QuanLinePart     shared;  /* of the first line, where they are alike */
} List;

static const char *
or_dash (const char *text)
{
  return text != NULL ? text : "—";
}

static QuanLinePart
part_of (const List *list, guint i)
{
  const QuanPacketSource *source = list->pages->claim;

  return quan_line_part (source->view, source->subject->contract, g_ptr_array_index (list->lines, i));
}

static void
add_period (QuanTable *table, const QuanContract *contract, const QuanLine *line)
{
  g_autofree char *starts = quan_packet_date (line->starts != QUAN_DATE_NONE ? line->starts : contract->starts);
  g_autofree char *ends = quan_packet_date (line->ends != QUAN_DATE_NONE ? line->ends : contract->ends);

  quan_table_text (table, PERIOD, or_dash (starts), &quan_style_figure);
  quan_table_text (table, PERIOD, or_dash (ends), &quan_style_figure);
}

/* The part that counts, over its fraction where the lines differ in it. */
static void
add_counted (QuanTable *table, const List *list, const QuanLinePart *part)
{
  quan_line_money_cell (table, COUNTED, part->part, &quan_style_figure);
  if (!list->alike && part->total > 0) {
    g_autofree char *fraction = g_strdup_printf ("%d/%d", part->inside, part->total);

    quan_table_text (table, COUNTED, fraction, &quan_style_note);
  }
}

static void
add_line (const List *list, QuanTable *table, guint i)
{
  const QuanLine *line = g_ptr_array_index (list->lines, i);
  QuanLinePart part = part_of (list, i);
  g_autofree char *number = g_strdup_printf ("%u", i + 1);
  g_autofree char *cards = line->cards != QUAN_NUMBER_NONE ? g_strdup_printf ("%d", line->cards) : NULL;

  quan_table_row (table, QUAN_ROW_PLAIN);
  quan_table_text (table, NUMBER, number, &quan_style_row);
  quan_line_item_cell (table, RESOURCE, line);
  quan_table_text (table, CARDS, or_dash (cards), &quan_style_figure);
  quan_line_quantity_cell (table, QUANTITY, line);
  quan_line_price_cell (table, UNIT_PRICE, line);
  add_period (table, list->pages->subject.contract, line);
  quan_line_money_cell (table, AMOUNT, part.amount, &quan_style_figure);
  add_counted (table, list, &part);
}

/* Running totals where a page ends between lines; what has no amount leaves its column without a total. */
static void
carry (QuanTable *table, guint n_rows, gboolean onward, gpointer data)
{
  const List *list = data;
  QuanFen amount = 0, counted = 0;
  g_autofree char *label = g_strdup_printf (onward ? "承前页（第 1—%u 行）" : "过次页（第 1—%u 行）", n_rows);

  if (n_rows >= list->lines->len)
    return;
  for (guint i = 0; i < n_rows; i++) {
    QuanLinePart part = part_of (list, i);

    quan_money_add_known (&amount, part.amount);
    quan_money_add_known (&counted, part.part);
  }
  quan_line_sum_row (table, QUAN_ROW_SUBTOTAL, RESOURCE, label);
  quan_line_money_cell (table, AMOUNT, amount, &quan_style_figure_strong);
  quan_line_money_cell (table, COUNTED, counted, &quan_style_figure_strong);
}

static void
collect (List *list)
{
  const QuanPacketSource *source = list->pages->claim;
  const GPtrArray *all = source->subject->contract->lines;

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (quan_line_counts (source->view, g_ptr_array_index (all, i)))
      g_ptr_array_add (list->lines, g_ptr_array_index (all, i));
  list->alike = quan_shared_part (source->view, source->subject->contract, &list->shared);
}

/* The lines that do not count, a row a kind. */
static void
add_others (QuanTable *table, const List *list)
{
  const QuanPacketSource *source = list->pages->claim;
  const GPtrArray *all = source->subject->contract->lines;
  QuanRowKind row = QUAN_ROW_PARTED;

  for (int kind = 1; quan_vocabulary_term (&quan_line_kinds, kind) != NULL; kind++) {
    QuanFen sum = 0;
    guint n = 0;
    g_autofree char *label = NULL;

    for (guint i = 0; all != NULL && i < all->len; i++) {
      const QuanLine *line = g_ptr_array_index (all, i);

      if (line->kind != kind || quan_line_counts (source->view, line))
        continue;
      n++;
      quan_money_add_known (&sum, quan_line_amount (source->view, line));
    }
    if (n == 0)
      continue;
    label = g_strdup_printf ("另：%s（%u 行，不计入）",
                             quan_term_name (quan_vocabulary_term (&quan_line_kinds, kind), QUAN_LANGUAGE_ZH), n);
    quan_table_row (table, row);
    row = QUAN_ROW_PLAIN;
    quan_table_text (table, RESOURCE, label, &quan_style_label);
    quan_line_money_cell (table, AMOUNT, sum, &quan_style_figure);
    quan_table_text (table, COUNTED, "—", &quan_style_figure);
  }
}

static void
add_step_sum (QuanTable *table, const List *list, QuanRowKind kind, const char *label, const char *amount,
              const char *counted)
{
  quan_line_sum_row (table, kind, RESOURCE, label);
  quan_table_text (table, AMOUNT, quan_pages_result (list->pages, amount), &quan_style_figure_strong);
  if (counted != NULL)
    quan_table_text (table, COUNTED, quan_pages_result (list->pages, counted), &quan_style_figure_strong);
}

/* How the counted amounts came about. */
static char *
note_text (const List *list)
{
  if (list->pages->claim->check->award.base.by_schedule)
    return g_strdup ("合同有交付计划，核定基数按计划合并计算，不分行列计入金额。");
  if (list->alike)
    return g_strdup_printf ("计入金额 = 金额 × %d ÷ %d，逐行向下取整到分后相加；读法见核算表。", list->shared.inside,
                            list->shared.total);
  return g_strdup ("计入金额 = 金额 × 计入金额下方所列分数，逐行向下取整到分后相加；读法见核算表。");
}

static char *
provider_line (const QuanPages *pages)
{
  const QuanProvider *provider = pages->subject.provider;

  return g_strconcat ("供给方：", provider != NULL && provider->name != NULL ? provider->name : "〔待填〕", NULL);
}

void
quan_part_resource_list (QuanPages *pages)
{
  gboolean net = quan_readings_code (&pages->view->readings, pages->view->pack, QUAN_SWITCH_TAX)
                 == QUAN_TAX_NET;
  QuanColumn columns[N_COLUMNS];
  g_autoptr (QuanTable) table = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  List list = {.pages = pages, .lines = lines};
  g_autofree char *left = provider_line (pages), *note = NULL, *sum = NULL;

  collect (&list);
  memcpy (columns, usual_columns, sizeof columns);
  quan_columns_widen (pages->fonts, columns, AMOUNT, RESOURCE, quan_pages_result (pages, "total"),
                      &quan_style_figure_strong);
  quan_columns_widen (pages->fonts, columns, COUNTED, RESOURCE, quan_pages_result (pages, "base"),
                      &quan_style_figure_strong);
  table = quan_table_new (pages->fonts, columns, N_COLUMNS);
  quan_pages_head (pages, "算力资源清单", left, net ? "金额单位：人民币元（不含税）" : "金额单位：人民币元（含税）");
  quan_table_set_carry (table, carry, &list);
  for (guint i = 0; i < lines->len; i++)
    add_line (&list, table, i);
  sum = g_strdup_printf ("计入资源合计（%u 行）", lines->len);
  add_step_sum (table, &list, QUAN_ROW_TOTAL, sum, "compute", "base");
  add_others (table, &list);
  add_step_sum (table, &list, QUAN_ROW_SUBTOTAL, "合同总额", "total", NULL);
  quan_table_draw (table, &pages->flow);
  note = note_text (&list);
  quan_pages_note (pages, note);
  quan_flow_need (&pages->flow, quan_signatures_sheet_height (pages, SIGNERS));
  quan_signatures_sheet (pages, SIGNERS);
}
