/* The working sheet of a redemption: every amount of every voucher with its formula, clause and reading, what the
 * year's cap leaves, and the readings in force. */
#include <string.h>

#include "core/packet/parts/amount-frame.h"
#include "core/packet/parts/parts.h"
#include "core/packet/parts/redemption-cells.h"
#include "core/packet/styles.h"

#define MM(value) ((value) * QUAN_MM)

enum { NUMBER, LABEL, FORMULA, SOURCE, RESULT, N_STEP_COLUMNS };

static const QuanColumn usual_columns[N_STEP_COLUMNS] = {
  [NUMBER] = {"", MM (7), QUAN_ALIGN_RIGHT},
  [LABEL] = {"金额项", MM (25), QUAN_ALIGN_LEFT},
  [FORMULA] = {"算式与代入", MM (84), QUAN_ALIGN_LEFT},
  [SOURCE] = {"条款与读法", MM (25), QUAN_ALIGN_LEFT},
  [RESULT] = {"结果", MM (29), QUAN_ALIGN_RIGHT},
};

enum { READING, CHOSEN, OTHERS };

static const QuanColumn reading_columns[] = {
  [READING] = {"读法", MM (12), QUAN_ALIGN_LEFT},
  [CHOSEN] = {"本次采用", MM (92), QUAN_ALIGN_LEFT},
  [OTHERS] = {"其他可选", MM (66), QUAN_ALIGN_LEFT},
};

typedef struct {
  const QuanPages *pages;
  QuanTable       *table;
  guint            n_steps;
} Sheet;

/* A step; takes formula. switches: the readings it depends on, n of them. */
static void
add_step (Sheet *sheet, QuanRowKind kind, const char *label, char *formula, const char *clause,
          const QuanSwitch *switches, gsize n, QuanFen result)
{
  const QuanTextStyle *words = kind == QUAN_ROW_PLAIN ? &quan_style_label : &quan_style_strong;
  const QuanTextStyle *figures = kind == QUAN_ROW_PLAIN ? &quan_style_figure : &quan_style_figure_strong;
  g_autofree char *number = g_strdup_printf ("%u", ++sheet->n_steps), *money = quan_packet_money (result);
  GString *source = g_string_new (clause);

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (source, " %s", sheet->pages->view->pack->switches[switches[i]]->id);
  quan_table_row (sheet->table, kind);
  quan_table_text (sheet->table, NUMBER, number, &quan_style_row);
  quan_table_text (sheet->table, LABEL, label, words);
  quan_table_text (sheet->table, FORMULA, formula, &quan_style_label);
  quan_table_text (sheet->table, SOURCE, source->str, &quan_style_label);
  quan_table_text (sheet->table, RESULT, money, figures);
  g_string_free (source, TRUE);
  g_free (formula);
}

#define SWITCHES(...) \
  (const QuanSwitch[]) { __VA_ARGS__ }, G_N_ELEMENTS (((const QuanSwitch[]) { __VA_ARGS__ }))

/* The clause of the rounds: of the rule that asks for one. */
static const char *
clause_of_rounds (const QuanPack *pack)
{
  for (guint i = 0; i < pack->rules->len; i++)
    if (g_array_index (pack->rules, QuanRule, i).kind->id == QUAN_RULE_ROUND)
      return g_array_index (pack->rules, QuanRule, i).clause;
  return pack->redemptions.clause;
}

static void
add_worth (Sheet *sheet, const QuanPreviewItem *item)
{
  const QuanPack *pack = sheet->pages->view->pack;
  g_autofree char *ratio = quan_voucher_ratio_text (sheet->pages, item), *base = quan_packet_money (item->base);
  g_autofree char *approved = quan_packet_money (item->claim->approved);
  g_autofree char *then = item->claim->base != QUAN_FEN_NONE ? quan_packet_money (item->claim->base) : NULL;

  add_step (sheet, QUAN_ROW_PLAIN, "核定基数",
            then != NULL ? g_strdup_printf ("申领时的基数 %s 与现在的基数，取较小者", then) : g_strdup ("现在的基数"),
            pack->award_clause, SWITCHES (QUAN_SWITCH_PRORATION, QUAN_SWITCH_WINDOW_START, QUAN_SWITCH_TAX),
            item->base);
  add_step (sheet, QUAN_ROW_PLAIN, "应得上限",
            g_strdup_printf ("券面 %s 与 %s × %s，取较小者", approved, base, ratio), pack->ratio->clause, NULL, 0,
            item->value);
}

/* How many of the invoices that count were redeemed before. */
static char *
eligible_text (const QuanPages *pages, const QuanPreviewItem *item)
{
  QuanFen now = 0, before = item->eligible;
  g_autofree char *counts = quan_invoice_counts ((const GPtrArray *const *) &item->invoices, 1), *sum = NULL;

  for (guint i = 0; i < item->invoices->len; i++)
    quan_money_add_known (&now, quan_invoice_sum (pages, g_ptr_array_index (item->invoices, i), TRUE));
  sum = quan_packet_money (now);
  quan_money_add_known (&before, now == QUAN_FEN_NONE ? QUAN_FEN_NONE : -now);
  if (before != QUAN_FEN_NONE && before != 0) {
    g_autofree char *earlier = quan_packet_money (before);

    return g_strdup_printf ("以前批次 %s + 本次 %s（%s）", earlier, sum, counts);
  }
  return g_strdup_printf ("本次 %s", counts);
}

/* The formula of the entitlement under the reading in force (A8), on invoices up to the base. */
static char *
entitled_text (const QuanPages *pages, const QuanPreviewItem *item)
{
  const QuanView *view = pages->view;
  int share = quan_readings_code (&view->readings, view->pack, QUAN_SWITCH_REDEMPTION_SHARE);
  g_autofree char *value = quan_packet_money (item->value), *base = quan_packet_money (item->base);
  g_autofree char *counted = quan_packet_money (MIN (item->eligible, item->base));

  if (item->base == QUAN_FEN_NONE)
    return g_strdup ("核定基数不能确定");
  if (share == QUAN_SHARE_FLAT_RATIO) {
    g_autofree char *ratio = quan_voucher_ratio_text (pages, item);

    return g_strdup_printf ("%s × %s，向下取整到分，不超过 %s", counted, ratio, value);
  }
  return g_strdup_printf ("%s × %s ÷ %s，向下取整到分", value, counted, base);
}

/* What is asked for, and why it is not all that is due. */
static char *
amount_text (const QuanPreviewItem *item)
{
  QuanFen withheld = quan_voucher_withheld (item);
  g_autofree char *entitled = quan_packet_money (item->entitled), *redeemed = quan_packet_money (item->redeemed);
  g_autofree char *kept = quan_packet_money (withheld);

  if (withheld == QUAN_FEN_NONE || withheld == 0)
    return g_strdup_printf ("%s – %s", entitled, redeemed);
  return g_strdup_printf ("%s – %s – %s（%s）", entitled, redeemed, kept,
                          (item->warnings & QUAN_WARN_VOUCHER_EXPIRED) != 0 ? "算力券已过有效期" : "额度所限");
}

static void
add_voucher (Sheet *sheet, const QuanPreviewItem *item)
{
  const QuanPages *pages = sheet->pages;
  const QuanPack *pack = pages->view->pack;
  const char *rounds = clause_of_rounds (pack);
  gboolean lost = item->no_round != QUAN_FEN_NONE && item->no_round != 0;

  add_worth (sheet, item);
  add_step (sheet, QUAN_ROW_PLAIN, "累计计入发票", eligible_text (pages, item), rounds, SWITCHES (QUAN_SWITCH_TAX),
            item->eligible);
  add_step (sheet, QUAN_ROW_PLAIN, "累计应兑付", entitled_text (pages, item), rounds,
            SWITCHES (QUAN_SWITCH_REDEMPTION_SHARE), item->entitled);
  add_step (sheet, QUAN_ROW_PLAIN, "已兑付", g_strdup ("已提交和已支付的兑付合计"), rounds, NULL, 0, item->redeemed);
  add_step (sheet, QUAN_ROW_KEY, "本次兑付", amount_text (item), pack->redemptions.clause, SWITCHES (QUAN_SWITCH_CAPS),
            item->amount);
  if (lost)
    add_step (sheet, QUAN_ROW_ATTENTION, "无批次金额", g_strdup ("这些发票已没有可以申报的批次，由主管部门决定"), rounds,
              NULL, 0, item->no_round);
}

/* What the cap of the year leaves, and where what it holds back goes (A12). */
static void
add_quota (Sheet *sheet)
{
  const QuanPages *pages = sheet->pages;
  const QuanPreview *preview = pages->redemption->preview;
  const char *clause = pages->view->pack->redemptions.clause;
  int year = quan_round_label_year (preview->round);
  QuanFen total = quan_redemption_total (pages->redemption), left = MAX (0, preview->room);
  g_autofree char *group = g_strdup_printf ("%d 年兑付额度", year);

  quan_money_add_known (&left, total == QUAN_FEN_NONE ? QUAN_FEN_NONE : -total);
  quan_table_group (sheet->table, group);
  add_step (sheet, QUAN_ROW_PLAIN, "年度额度", g_strdup_printf ("%d 年兑付上限", year), clause, SWITCHES (QUAN_SWITCH_CAPS),
            quan_quota_cap (pages->view, QUAN_LEDGER_REDEMPTIONS, year));
  add_step (sheet, QUAN_ROW_PLAIN, "本批次前剩余", g_strdup ("年度额度 – 期初、已支付和已提交的兑付"), clause,
            SWITCHES (QUAN_SWITCH_CAPS), MAX (0, preview->room));
  add_step (sheet, QUAN_ROW_KEY, "本次兑付合计", g_strdup_printf ("%u 张算力券合计", quan_n_vouchers (pages)), clause, NULL, 0,
            total);
  add_step (sheet, QUAN_ROW_PLAIN, "本次后剩余", g_strdup ("本批次前剩余 – 本次兑付合计"), clause, NULL, 0, left);
  if (preview->blocked != 0)
    add_step (sheet, QUAN_ROW_ATTENTION, "额度所限", quan_round_moved_to (pages), clause, NULL, 0, preview->blocked);
}

/* The results stand on one line as far as the formulas leave them room. */
static void
fit_columns (const QuanPages *pages, QuanColumn *columns)
{
  memcpy (columns, usual_columns, sizeof usual_columns);
  for (guint i = 0; i < quan_n_vouchers (pages); i++) {
    const QuanPreviewItem *item = quan_voucher (pages, i);
    g_autofree char *largest = quan_packet_money (MAX (item->base, item->eligible));

    quan_columns_widen (pages->fonts, columns, RESULT, FORMULA, largest, &quan_style_figure_strong);
  }
}

static void
draw_steps (QuanPages *pages)
{
  QuanColumn columns[N_STEP_COLUMNS];
  g_autoptr (QuanTable) table = NULL;
  Sheet sheet = {.pages = pages};

  fit_columns (pages, columns);
  sheet.table = table = quan_table_new (pages->fonts, columns, N_STEP_COLUMNS);
  quan_table_set_dense (table);
  for (guint i = 0; i < quan_n_vouchers (pages); i++) {
    const QuanPreviewItem *item = quan_voucher (pages, i);
    g_autofree char *voucher = quan_voucher_text (item);
    g_autofree char *title = g_strdup_printf ("算力券 %s　合同 %s", voucher, item->contract->number);

    quan_table_group (table, title);
    add_voucher (&sheet, item);
  }
  add_quota (&sheet);
  quan_table_draw (table, &pages->flow);
}

/* The option in force of a switchable reading, NULL of a fixed one. */
static const QuanReadingOption *
chosen_option (const QuanView *view, const QuanReading *reading)
{
  for (int i = 0; i < QUAN_N_SWITCHES; i++)
    if (view->pack->switches[i] == reading)
      return quan_readings_option (&view->readings, view->pack, i);
  return NULL;
}

static void
add_reading (QuanTable *table, const QuanReading *reading, const QuanReadingOption *chosen)
{
  quan_table_row (table, QUAN_ROW_PLAIN);
  quan_table_text (table, READING, reading->id, &quan_style_label);
  quan_table_text (table, CHOSEN, (chosen != NULL ? &chosen->name : &reading->summary)->in[QUAN_LANGUAGE_ZH],
                   &quan_style_label);
  if (chosen == NULL)
    quan_table_text (table, OTHERS, "—", &quan_style_label);
  for (guint i = 0; chosen != NULL && i < reading->options->len; i++) {
    const QuanReadingOption *option = &g_array_index (reading->options, QuanReadingOption, i);

    if (option != chosen)
      quan_table_text (table, OTHERS, option->name.in[QUAN_LANGUAGE_ZH], &quan_style_label);
  }
}

static void
draw_readings (QuanPages *pages)
{
  const GArray *readings = pages->view->pack->readings;
  g_autoptr (QuanTable) table = quan_table_new (pages->fonts, reading_columns, G_N_ELEMENTS (reading_columns));

  quan_table_set_dense (table);
  for (guint i = 0; i < readings->len; i++) {
    const QuanReading *reading = &g_array_index (readings, QuanReading, i);

    add_reading (table, reading, chosen_option (pages->view, reading));
  }
  quan_pages_section (pages, "采用的读法", "条文未明之处由政策包给出读法；可改的列出其他选项", MM (25));
  quan_table_draw (table, &pages->flow);
}

void
quan_part_redemption_sheet (QuanPages *pages)
{
  g_autofree char *left = quan_pages_applicant (pages);

  quan_pages_head (pages, "兑付金额核算表", left, "金额单位：人民币元");
  draw_steps (pages);
  quan_amount_frame_draw (pages, "本次兑付金额", quan_redemption_total (pages->redemption));
  draw_readings (pages);
}
