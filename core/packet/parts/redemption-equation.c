/* What is asked for, as an equation a voucher: side by side where the figures leave room, else one under the other. */
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
#define TOGETHER MM (150)  /* the section stands on one page where it takes no more */

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
    add_term (equation, "×", "支持比例", quan_voucher_ratio_text (pages, item));
  } else {
    add_term (equation, "", uncut ? "券面金额" : "应得上限", quan_packet_money (item->value));
    add_term (equation, "×", "累计计入发票", quan_packet_money (counted));
    add_term (equation, "÷", "核定基数", quan_packet_money (item->base));
  }
  add_term (equation, "=", "累计应兑付", quan_packet_money (item->entitled));
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

static QuanTable *
make_beside (const QuanPages *pages, const GArray *equations, const QuanColumn *columns, guint n_columns)
{
  QuanTable *table = quan_table_new (pages->fonts, columns, n_columns);

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
  return table;
}

static QuanTable *
make_below (const QuanPages *pages, const GArray *equations)
{
  static const QuanColumn columns[] = {
    {"", SIGN, QUAN_ALIGN_CENTRE}, {"金额项", MM (110), QUAN_ALIGN_LEFT}, {"金额", MM (54.8), QUAN_ALIGN_RIGHT},
  };
  QuanTable *table = quan_table_new (pages->fonts, columns, G_N_ELEMENTS (columns));

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
  return table;
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

/* The sum in figures, where the vouchers are several, over the sum in capitals, what the year's cap leaves beside
 * it. */
static QuanForm *
make_total (const QuanPages *pages)
{
  static const double grid[] = {MM (16), MM (88), MM (66)};
  QuanFen total = quan_redemption_total (pages->redemption);
  QuanForm *form = quan_form_new (pages->fonts, 0, grid, G_N_ELEMENTS (grid), AMOUNT_ROW);
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
  return form;
}

/* Whether the ratio of the invoices would exceed what the voucher is worth (reading A8, flat ratio). */
static gboolean
is_used_up (const QuanPages *pages, const QuanPreviewItem *item)
{
  const QuanView *view = pages->view;
  QuanDatedValue ratio;
  QuanFen share;

  return quan_readings_code (&view->readings, view->pack, QUAN_SWITCH_REDEMPTION_SHARE) == QUAN_SHARE_FLAT_RATIO
         && item->base != QUAN_FEN_NONE && quan_voucher_ratio (pages, item, &ratio)
         && quan_mul_div_floor (MIN (item->eligible, item->base), ratio.value, ratio.divisor, &share)
         && share > item->value;
}

/* What the figures of a voucher do not say by themselves. */
static void
append_voucher_reasons (GString *text, const QuanPages *pages, const QuanPreviewItem *item)
{
  const struct {
    gboolean    holds;
    const char *says;
  } reasons[] = {
    {is_used_up (pages, item), "应兑付以应得上限为限"},
    {(item->warnings & QUAN_WARN_VOUCHER_EXPIRED) != 0, "已过有效期，不再兑付"},
    {(item->warnings & QUAN_WARN_INVOICE_EXCEEDS_BASE) != 0, "计入发票超过核定基数，超出部分不计"},
    {(item->warnings & QUAN_WARN_NEGATIVE_AMOUNT) != 0, "负数为应退回或抵扣的金额"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i].holds)
      g_string_append_printf (text, "算力券 %s %s。", item->claim->voucher, reasons[i].says);
}

/* Why not all that is due is paid, where it goes, and what else is to be known. Free with g_free. */
static char *
reasons_text (const QuanPages *pages)
{
  const QuanPreview *preview = pages->redemption->preview;
  GString *text = g_string_new (NULL);

  if (preview->blocked != 0) {
    g_autofree char *blocked = quan_packet_money (preview->blocked);
    g_autofree char *next = quan_round_moved_to (pages);

    g_string_append_printf (text, "受年度兑付额度限制，%s 暂不兑付，%s。", blocked, next);
  }
  for (guint i = 0; i < quan_n_vouchers (pages); i++)
    append_voucher_reasons (text, pages, quan_voucher (pages, i));
  return g_string_free (text, FALSE);
}

/* The equations beside or below each other; NULL where there is none. columns must outlive the table. */
static QuanTable *
make_table (const QuanPages *pages, QuanColumn *columns)
{
  g_autoptr (GArray) equations = make_equations (pages);
  guint n;

  if (equations->len == 0)
    return NULL;
  n = set_columns (columns, &g_array_index (equations, Equation, 0), pages->flow.width);
  if (fits_beside (pages, equations, columns))
    return make_beside (pages, equations, columns, n);
  return make_below (pages, equations);
}

void
quan_redemption_equation_draw (QuanPages *pages, const char *note)
{
  QuanColumn columns[2 * MAX_TERMS];
  g_autoptr (QuanTable) table = make_table (pages, columns);
  g_autoptr (QuanForm) total = make_total (pages);
  g_autofree char *reasons = reasons_text (pages), *notes = g_strconcat (reasons, note, NULL);
  double below = quan_form_height (total) + quan_pages_note_height (pages, notes);

  pages->flow.y += MM (5);
  quan_pages_section (pages, "本次兑付", "", MIN (below + (table != NULL ? quan_table_height (table) : 0), TOGETHER));
  if (table != NULL)
    quan_table_draw (table, &pages->flow);
  quan_flow_need (&pages->flow, below);
  quan_form_draw (total, &pages->flow);
  quan_pages_note (pages, notes);
}
