/* What is asked for, as an equation a voucher: side by side where the figures leave room, else one under the other. */
#include "core/engine/timeline.h"
#include "core/engine/working-sheet.h"
#include "core/packet/form.h"
#include "core/packet/parts/redemption-cells.h"
#include "core/packet/parts/three-way.h"
#include "core/packet/styles.h"
#include "core/packet/table.h"

#define MM(value) ((value) * QUAN_MM)
#define SIGN MM (5.2)   /* of a column of operators */
#define MAX_TERMS 7
#define AMOUNT_ROW MM (10)

/* A term: the operator before it, what it is, its figure. */
typedef struct {
  const char *sign, *label;
  char       *figure;
} Term;

typedef struct {
  Term  terms[MAX_TERMS];
  guint n;
} Equation;

/* Takes figure. */
static void
add_term (Equation *equation, const char *sign, const char *label, char *figure)
{
  equation->terms[equation->n++] = (Term) {sign, label, figure};
}

static void
clear_equation (gpointer data)
{
  Equation *equation = data;

  for (guint i = 0; i < equation->n; i++)
    g_free (equation->terms[i].figure);
}

static char *
ratio_text (const QuanPages *pages, const QuanPreviewItem *item)
{
  QuanDate date = item->claim->submitted != QUAN_DATE_NONE ? item->claim->submitted : pages->view->as_of;
  QuanDatedValue ratio;

  return quan_support_ratio (pages->view->pack, pages->subject.enterprise, item->contract, date, &ratio)
           ? quan_ratio_text (&ratio) : quan_packet_money (QUAN_FEN_NONE);
}

/* Whether every voucher is worth what is written on it: no contract was cut. */
static gboolean
all_uncut (const QuanPages *pages)
{
  for (guint i = 0; i < quan_n_vouchers (pages); i++)
    if (quan_voucher (pages, i)->value != quan_voucher (pages, i)->claim->approved)
      return FALSE;
  return TRUE;
}

/* The entitlement by the reading in force (A8): the voucher's share of the base, or the ratio of the invoices. */
static void
add_entitled (Equation *equation, const QuanPages *pages, const QuanPreviewItem *item)
{
  const QuanView *view = pages->view;
  gboolean uncut = all_uncut (pages);
  QuanFen counted = item->base == QUAN_FEN_NONE ? item->eligible : MIN (item->eligible, item->base);

  if (quan_readings_code (&view->readings, view->pack, QUAN_SWITCH_REDEMPTION_SHARE) == QUAN_SHARE_FLAT_RATIO) {
    add_term (equation, "", "累计计入发票", quan_packet_money (counted));
    add_term (equation, "×", "支持比例", ratio_text (pages, item));
  } else {
    add_term (equation, "", uncut ? "券面金额" : "应得上限", quan_packet_money (item->value));
    add_term (equation, "×", "累计计入发票", quan_packet_money (counted));
    add_term (equation, "÷", "核定基数", quan_packet_money (item->base));
  }
  add_term (equation, "=", "应兑付（累计）", quan_packet_money (item->entitled));
}

/* withheld: some voucher of the packet does not get all that is due. */
static Equation
make_equation (const QuanPages *pages, const QuanPreviewItem *item, gboolean withheld)
{
  Equation equation = {.n = 0};

  add_entitled (&equation, pages, item);
  add_term (&equation, "–", "已兑付", quan_packet_money (item->redeemed));
  if (withheld)
    add_term (&equation, "–", "本次不付", quan_packet_money (quan_voucher_withheld (item)));
  add_term (&equation, "=", "本次兑付", quan_packet_money (item->amount));
  return equation;
}

static GArray *
make_equations (const QuanPages *pages)
{
  GArray *equations = g_array_new (FALSE, FALSE, sizeof (Equation));
  gboolean withheld = FALSE;

  g_array_set_clear_func (equations, clear_equation);
  for (guint i = 0; i < quan_n_vouchers (pages); i++) {
    QuanFen fen = quan_voucher_withheld (quan_voucher (pages, i));

    withheld = withheld || (fen != 0 && fen != QUAN_FEN_NONE);
  }
  for (guint i = 0; i < quan_n_vouchers (pages); i++) {
    Equation equation = make_equation (pages, quan_voucher (pages, i), withheld);

    g_array_append_val (equations, equation);
  }
  return equations;
}

/* A column of figures and, but for the first, one of operators for each term. */
static guint
set_columns (QuanColumn *columns, const Equation *equation, double width)
{
  double figure = (width - (equation->n - 1) * SIGN) / equation->n;
  guint n = 0;

  for (guint i = 0; i < equation->n; i++) {
    if (i > 0)
      columns[n++] = (QuanColumn) {"", SIGN, QUAN_ALIGN_CENTRE};
    columns[n++] = (QuanColumn) {equation->terms[i].label, figure, QUAN_ALIGN_RIGHT};
  }
  return n;
}

static gboolean
fits_beside (const QuanPages *pages, const GArray *equations, const QuanColumn *columns)
{
  for (guint i = 0; i < equations->len; i++) {
    const Equation *equation = &g_array_index (equations, Equation, i);

    for (guint k = 0; k < equation->n; k++)
      if (quan_run_width (pages->fonts, &quan_style_figure_strong, equation->terms[k].figure, -1)
          > columns[0].width - MM (3.4))
        return FALSE;
  }
  return TRUE;
}

static void
draw_beside (QuanPages *pages, const GArray *equations, const QuanColumn *columns, guint n_columns)
{
  g_autoptr (QuanTable) table = quan_table_new (pages->fonts, columns, n_columns);

  for (guint i = 0; i < equations->len; i++) {
    const Equation *equation = &g_array_index (equations, Equation, i);

    quan_voucher_group (table, pages, i);
    quan_table_row (table, QUAN_ROW_PLAIN);
    for (guint k = 0; k < equation->n; k++) {
      if (k > 0)
        quan_table_text (table, 2 * k - 1, equation->terms[k].sign, &quan_style_label);
      quan_table_text (table, 2 * k, equation->terms[k].figure,
                       k + 1 == equation->n ? &quan_style_figure_strong : &quan_style_figure);
    }
  }
  quan_table_draw (table, &pages->flow);
}

static void
draw_below (QuanPages *pages, const GArray *equations)
{
  static const QuanColumn columns[] = {
    {"", SIGN, QUAN_ALIGN_CENTRE}, {"金额项", MM (110), QUAN_ALIGN_LEFT}, {"金额", MM (54.8), QUAN_ALIGN_RIGHT},
  };
  g_autoptr (QuanTable) table = quan_table_new (pages->fonts, columns, G_N_ELEMENTS (columns));

  quan_table_set_dense (table);
  for (guint i = 0; i < equations->len; i++) {
    const Equation *equation = &g_array_index (equations, Equation, i);

    quan_voucher_group (table, pages, i);
    for (guint k = 0; k < equation->n; k++) {
      gboolean last = k + 1 == equation->n;

      quan_table_row (table, last ? QUAN_ROW_KEY : QUAN_ROW_PLAIN);
      quan_table_text (table, 0, equation->terms[k].sign, &quan_style_label);
      quan_table_text (table, 1, equation->terms[k].label, last ? &quan_style_strong : &quan_style_label);
      quan_table_text (table, 2, equation->terms[k].figure, last ? &quan_style_figure_strong : &quan_style_figure);
    }
  }
  quan_table_draw (table, &pages->flow);
}

/* What is left of the year's cap for this round, and whether that is enough. */
static char *
room_text (const QuanPages *pages)
{
  const QuanPreview *preview = pages->redemption->preview;
  g_autofree char *room = quan_packet_money (MAX (0, preview->room));

  return g_strdup_printf ("%d 年兑付额度剩余 %s，%s", quan_round_label_year (preview->round), room,
                          preview->blocked == 0 ? "足够" : "不足");
}

/* The sum in figures, where the vouchers are several, over the sum in capitals, what the year's cap leaves beside it, and
 * the note. */
static void
draw_total (QuanPages *pages, const char *note)
{
  static const double grid[] = {MM (16), MM (88), MM (66)};
  QuanFen total = quan_redemption_total (pages->redemption);
  g_autoptr (QuanForm) form = quan_form_new (pages->fonts, 0, grid, G_N_ELEMENTS (grid), AMOUNT_ROW);
  g_autofree char *capitals = quan_packet_capitals (total), *room = room_text (pages);

  quan_form_section (form, NULL);
  if (quan_n_vouchers (pages) != 1) {
    g_autofree char *figures = quan_packet_yuan (total);

    quan_form_row (form, 0);
    quan_form_label (form, "合　计");
    quan_block_add (quan_form_cell (form, 2, QUAN_ALIGN_RIGHT), figures, &quan_style_amount, QUAN_FORM_LEADING);
  }
  quan_form_row (form, 0);
  quan_form_label (form, "大　写");
  quan_block_add (quan_form_cell (form, 1, QUAN_ALIGN_LEFT), capitals, &quan_style_capitals, 18);
  quan_block_add (quan_form_cell (form, 1, QUAN_ALIGN_RIGHT), room, &quan_style_label, QUAN_TABLE_LEADING);
  quan_flow_need (&pages->flow, quan_form_height (form) + quan_pages_note_height (pages, note));
  quan_form_draw (form, &pages->flow);
  quan_pages_note (pages, note);
}

/* Why something is not paid. */
static char *
reasons_text (const QuanPages *pages)
{
  const QuanPreview *preview = pages->redemption->preview;
  GString *text = g_string_new (NULL);

  if (preview->blocked != 0) {
    g_autofree char *blocked = quan_packet_money (preview->blocked);
    g_autofree char *next = preview->moves_to != NULL ? quan_round_name (preview->moves_to->label, QUAN_LANGUAGE_ZH) : NULL;

    g_string_append_printf (text, "受年度兑付额度限制，%s 暂不兑付，%s%s。", blocked, next != NULL ? "转入 " : "其后没有批次，",
                            next != NULL ? next : "由主管部门决定");
  }
  for (guint i = 0; i < quan_n_vouchers (pages); i++) {
    const QuanPreviewItem *item = quan_voucher (pages, i);

    if ((item->warnings & QUAN_WARN_VOUCHER_EXPIRED) != 0)
      g_string_append_printf (text, "算力券 %s 已过有效期，不再兑付。", item->claim->voucher);
    if ((item->warnings & QUAN_WARN_INVOICE_EXCEEDS_BASE) != 0)
      g_string_append_printf (text, "算力券 %s 的计入发票超过核定基数，超出部分不计。", item->claim->voucher);
    if ((item->warnings & QUAN_WARN_NEGATIVE_AMOUNT) != 0)
      g_string_append_printf (text, "算力券 %s 的负数为应退回或抵扣的金额。", item->claim->voucher);
  }
  return g_string_free (text, FALSE);
}

void
quan_redemption_equation_draw (QuanPages *pages, const char *note)
{
  QuanColumn columns[2 * MAX_TERMS];
  g_autoptr (GArray) equations = make_equations (pages);
  g_autofree char *reasons = reasons_text (pages), *notes = g_strconcat (reasons, note, NULL);

  pages->flow.y += MM (5);
  quan_pages_section (pages, "本次兑付", "", MM (32));
  if (equations->len > 0) {
    guint n = set_columns (columns, &g_array_index (equations, Equation, 0), pages->flow.width);

    if (fits_beside (pages, equations, columns))
      draw_beside (pages, equations, columns, n);
    else
      draw_below (pages, equations);
  }
  draw_total (pages, notes);
}
