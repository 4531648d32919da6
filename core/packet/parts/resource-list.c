/* The list of compute resources, from the contract's lines. */
#include "core/packet/parts/parts.h"
#include "core/packet/styles.h"
#include "core/packet/table.h"

#define MM(value) ((value) * QUAN_MM)
#define SEAL_HEIGHT MM (34)

enum { NUMBER, RESOURCE, CARDS, QUANTITY, UNIT_PRICE, PERIOD, AMOUNT, COUNTED };

static const QuanColumn columns[] = {
  [NUMBER] = {"序号", MM (11), QUAN_ALIGN_RIGHT},
  [RESOURCE] = {"卡型与资源", MM (42), QUAN_ALIGN_LEFT},
  [CARDS] = {"卡数", MM (11), QUAN_ALIGN_RIGHT},
  [QUANTITY] = {"数量", MM (20), QUAN_ALIGN_RIGHT},
  [UNIT_PRICE] = {"单价\n元", MM (17), QUAN_ALIGN_RIGHT},
  [PERIOD] = {"起止", MM (21), QUAN_ALIGN_CENTRE},
  [AMOUNT] = {"金额", MM (24), QUAN_ALIGN_RIGHT},
  [COUNTED] = {"计入金额", MM (24), QUAN_ALIGN_RIGHT},
};

/* The lines in the order printed: those that count first. */
typedef struct {
  const QuanPages *pages;
  GPtrArray       *lines;  /* of QuanLine */
} List;

static const char *
or_dash (const char *text)
{
  return text != NULL ? text : "—";
}

/* A figure of a line: an amount, or a dash where it is not known or has no share of its own. */
static char *
line_money (QuanFen fen)
{
  return fen == QUAN_FEN_NONE ? g_strdup ("—") : quan_packet_money (fen);
}

static void
add_period (QuanTable *table, const QuanContract *contract, const QuanLine *line)
{
  g_autofree char *starts = quan_packet_date (line->starts != QUAN_DATE_NONE ? line->starts : contract->starts);
  g_autofree char *ends = quan_packet_date (line->ends != QUAN_DATE_NONE ? line->ends : contract->ends);

  quan_table_text (table, PERIOD, or_dash (starts), &quan_style_label);
  quan_table_text (table, PERIOD, or_dash (ends), &quan_style_label);
}

static void
add_line (const List *list, QuanTable *table, guint i)
{
  const QuanPacketSource *source = list->pages->source;
  const QuanLine *line = g_ptr_array_index (list->lines, i);
  QuanLinePart part = quan_line_part (source->view, source->subject->contract, line);
  const QuanTerm *kind = quan_vocabulary_term (&quan_line_kinds, line->kind);
  g_autofree char *number = g_strdup_printf ("%u", i + 1);
  g_autofree char *cards = line->cards != QUAN_NUMBER_NONE ? g_strdup_printf ("%d", line->cards) : NULL;
  g_autofree char *amount = line_money (part.amount), *counted = line_money (part.part);
  g_autofree char *detail = g_strdup_printf ("%s%s%s", or_dash (quan_term_name (kind, QUAN_LANGUAGE_ZH)),
                                             line->unit != NULL ? "，计量单位 " : "", line->unit != NULL ? line->unit : "");

  quan_table_row (table, QUAN_ROW_PLAIN);
  quan_table_text (table, NUMBER, number, &quan_style_row);
  quan_table_text (table, RESOURCE, or_dash (line->item), &quan_style_label);
  quan_table_text (table, RESOURCE, detail, &quan_style_fact);
  quan_table_text (table, CARDS, or_dash (cards), &quan_style_figure);
  quan_table_text (table, QUANTITY, or_dash (line->quantity), &quan_style_figure);
  quan_table_text (table, UNIT_PRICE, or_dash (line->unit_price), &quan_style_figure);
  add_period (table, source->subject->contract, line);
  quan_table_text (table, AMOUNT, amount, &quan_style_figure);
  quan_table_text (table, COUNTED, counted, &quan_style_figure);
}

static void
add_sum (QuanTable *table, QuanRowKind kind, const char *label, const char *amount, const char *counted)
{
  quan_table_row (table, kind);
  quan_table_text (table, RESOURCE, label, &quan_style_strong);
  quan_table_text (table, AMOUNT, amount, &quan_style_figure_strong);
  quan_table_text (table, COUNTED, counted, &quan_style_figure_strong);
}

/* Running totals at the turn of a page; what has no amount leaves its column without a total. */
static void
carry (QuanTable *table, guint n_rows, gboolean onward, gpointer data)
{
  const List *list = data;
  const QuanPacketSource *source = list->pages->source;
  QuanFen amount = 0, counted = 0;
  g_autofree char *label = g_strdup_printf (onward ? "承前页（第 1—%u 行）" : "过次页（第 1—%u 行）", n_rows);
  g_autofree char *amount_text = NULL, *counted_text = NULL;

  for (guint i = 0; i < n_rows; i++) {
    QuanLinePart part = quan_line_part (source->view, source->subject->contract, g_ptr_array_index (list->lines, i));

    if (amount != QUAN_FEN_NONE && (part.amount == QUAN_FEN_NONE || !quan_money_add (amount, part.amount, &amount)))
      amount = QUAN_FEN_NONE;
    if (part.counted && counted != QUAN_FEN_NONE
        && (part.part == QUAN_FEN_NONE || !quan_money_add (counted, part.part, &counted)))
      counted = QUAN_FEN_NONE;
  }
  amount_text = line_money (amount);
  counted_text = line_money (counted);
  add_sum (table, QUAN_ROW_SUBTOTAL, label, amount_text, counted_text);
}

static guint
collect (const QuanPages *pages, GPtrArray *lines, gboolean counted)
{
  const GPtrArray *all = pages->source->subject->contract->lines;
  guint before = lines->len;

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (quan_line_counts (pages->source->view, g_ptr_array_index (all, i)) == counted)
      g_ptr_array_add (lines, g_ptr_array_index (all, i));
  return lines->len - before;
}

/* Where both sides seal the list. */
static void
draw_seals (QuanPages *pages)
{
  static const char *const signers[] = {"供给方（盖章）", "申领企业（盖章）"};
  double half = pages->flow.width / 2;

  pages->flow.y += MM (6);
  quan_flow_need (&pages->flow, SEAL_HEIGHT);
  for (gsize i = 0; i < G_N_ELEMENTS (signers); i++) {
    double x = pages->flow.left + i * half, bottom = pages->flow.y + SEAL_HEIGHT - MM (3);

    quan_canvas_text (pages->canvas, x, pages->flow.y + MM (4), signers[i], &quan_style_strong);
    quan_canvas_line (pages->canvas, x, bottom - MM (8), x + half - MM (12), bottom - MM (8), 0.5, QUAN_BLACK);
    quan_pages_right (pages, x + half - MM (12), bottom, "年　　月　　日", &quan_style_label);
  }
  pages->flow.y += SEAL_HEIGHT;
}

static char *
provider_line (const QuanPages *pages)
{
  const QuanProvider *provider = pages->source->subject->provider;

  return g_strconcat ("供给方：", provider != NULL && provider->name != NULL ? provider->name : "〔待填〕", NULL);
}

void
quan_part_resource_list (QuanPages *pages)
{
  static const char note[] = "计入金额是该行落在窗口之内的部分，按核算表的读法计算；有交付计划的合同按计划合并计算，不分行。";
  g_autoptr (QuanTable) table = quan_table_new (pages->fonts, columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  List list = {pages, lines};
  guint n_counted = collect (pages, lines, TRUE), n_others = collect (pages, lines, FALSE);
  g_autofree char *left = provider_line (pages);

  quan_pages_head (pages, "算力资源清单", left, "金额单位：人民币元");
  quan_table_set_carry (table, carry, &list);
  quan_table_group (table, "甲　计入核定基数的资源");
  for (guint i = 0; i < n_counted; i++)
    add_line (&list, table, i);
  add_sum (table, QUAN_ROW_SUBTOTAL, "计入资源小计", quan_pages_result (pages, "compute"), quan_pages_result (pages, "base"));
  if (n_others > 0)
    quan_table_group (table, "乙　不计入的费用");
  for (guint i = n_counted; i < lines->len; i++)
    add_line (&list, table, i);
  add_sum (table, QUAN_ROW_TOTAL, "合同总额", quan_pages_result (pages, "total"), quan_pages_result (pages, "base"));
  quan_table_draw (table, &pages->flow);
  pages->flow.y += 4;
  quan_pages_paragraph (pages, note, &quan_style_note, QUAN_TABLE_LEADING);
  if (pages->ready)
    draw_seals (pages);
}
