/* The list of vouchers: what each is worth, what its invoices have earned so far, and what is asked for now. */
#include <string.h>

#include "core/packet/parts/line-cells.h"
#include "core/packet/parts/parts.h"
#include "core/packet/parts/redemption-cells.h"
#include "core/packet/styles.h"

#define MM(value) ((value) * QUAN_MM)

enum { NUMBER, VOUCHER, CONTRACT, WORTH, DUE, NOW, N_COLUMNS };

static const QuanColumn usual_columns[N_COLUMNS] = {
  [NUMBER] = {"", MM (8), QUAN_ALIGN_RIGHT},
  [VOUCHER] = {"券号\n发放日期", MM (34), QUAN_ALIGN_LEFT},
  [CONTRACT] = {"合同编号\n供给方", MM (47), QUAN_ALIGN_LEFT},
  [WORTH] = {"券面金额\n核定基数\n应得上限", MM (27), QUAN_ALIGN_RIGHT},
  [DUE] = {"累计计入发票\n应兑付\n已兑付", MM (27), QUAN_ALIGN_RIGHT},
  [NOW] = {"本次兑付", MM (27), QUAN_ALIGN_RIGHT},
};

static void
add_money (QuanTable *table, guint column, QuanFen fen, const QuanTextStyle *style)
{
  g_autofree char *text = quan_packet_money (fen);

  quan_table_text (table, column, text, style);
}

static void
add_voucher (QuanTable *table, const QuanPages *pages, guint i)
{
  const QuanPreviewItem *item = quan_voucher (pages, i);
  const QuanProvider *provider = quan_voucher_provider (pages, item);
  g_autofree char *count = g_strdup_printf ("%u", i + 1), *issued = quan_packet_date (item->claim->issued);

  quan_table_row (table, QUAN_ROW_PLAIN);
  quan_table_text (table, NUMBER, count, &quan_style_row);
  quan_table_text (table, VOUCHER, item->claim->voucher, &quan_style_label);
  quan_table_text (table, VOUCHER, issued != NULL ? issued : "—", &quan_style_note);
  quan_table_text (table, CONTRACT, item->contract->number, &quan_style_label);
  quan_table_text (table, CONTRACT, provider != NULL && provider->name != NULL ? provider->name : "〔待填〕",
                   &quan_style_fact);
  add_money (table, WORTH, item->claim->approved, &quan_style_figure);
  add_money (table, WORTH, item->base, &quan_style_figure);
  add_money (table, WORTH, item->value, &quan_style_figure);
  add_money (table, DUE, item->eligible, &quan_style_figure);
  add_money (table, DUE, item->entitled, &quan_style_figure);
  add_money (table, DUE, item->redeemed, &quan_style_figure);
  add_money (table, NOW, item->amount, &quan_style_figure_strong);
}

/* What the warnings of a voucher say, under it. */
static void
add_warnings (QuanTable *table, const QuanPreviewItem *item)
{
  for (int i = 0; i < QUAN_N_WARNINGS; i++)
    if ((item->warnings & 1u << i) != 0)
      quan_table_text (table, CONTRACT, quan_warning_text (i, QUAN_LANGUAGE_ZH), &quan_style_note);
}

static QuanFen
sum_approved (const QuanPages *pages)
{
  QuanFen sum = 0;

  for (guint i = 0; i < quan_n_vouchers (pages); i++)
    quan_money_add_known (&sum, quan_voucher (pages, i)->claim->approved);
  return sum;
}

static void
add_totals (QuanTable *table, const QuanPages *pages)
{
  g_autofree char *label = g_strdup_printf ("合计（%u 张）", quan_n_vouchers (pages));

  quan_line_sum_row (table, QUAN_ROW_TOTAL, VOUCHER, label);
  add_money (table, WORTH, sum_approved (pages), &quan_style_figure_strong);
  add_money (table, WORTH, QUAN_VOUCHER_SUM (pages, base), &quan_style_figure_strong);
  add_money (table, WORTH, QUAN_VOUCHER_SUM (pages, value), &quan_style_figure_strong);
  add_money (table, DUE, QUAN_VOUCHER_SUM (pages, eligible), &quan_style_figure_strong);
  add_money (table, DUE, QUAN_VOUCHER_SUM (pages, entitled), &quan_style_figure_strong);
  add_money (table, DUE, QUAN_VOUCHER_SUM (pages, redeemed), &quan_style_figure_strong);
  add_money (table, NOW, quan_redemption_total (pages->redemption), &quan_style_figure_strong);
}

/* Columns wide enough for the sums, as far as contract and voucher let them. */
static void
fit_columns (const QuanPages *pages, QuanColumn *columns)
{
  const QuanFen widest[][2] = {
    {WORTH, MAX (sum_approved (pages), QUAN_VOUCHER_SUM (pages, base))},
    {DUE, MAX (QUAN_VOUCHER_SUM (pages, eligible), QUAN_VOUCHER_SUM (pages, entitled))},
    {NOW, quan_redemption_total (pages->redemption)},
  };

  memcpy (columns, usual_columns, sizeof usual_columns);
  for (guint flexible = CONTRACT; flexible >= VOUCHER; flexible--)
    for (gsize i = 0; i < G_N_ELEMENTS (widest); i++) {
      g_autofree char *text = quan_packet_money (widest[i][1]);

      quan_columns_widen (pages->fonts, columns, widest[i][0], flexible, text, &quan_style_figure_strong);
    }
}

void
quan_part_voucher_list (QuanPages *pages)
{
  QuanColumn columns[N_COLUMNS];
  g_autoptr (QuanTable) table = NULL;
  g_autofree char *left = quan_pages_applicant (pages), *see = quan_pages_see (pages, "working-sheet"), *note = NULL;

  fit_columns (pages, columns);
  table = quan_table_new (pages->fonts, columns, N_COLUMNS);
  quan_table_set_ledger (table);
  quan_pages_head (pages, "算力券清单", left, "金额单位：人民币元");
  for (guint i = 0; i < quan_n_vouchers (pages); i++) {
    add_voucher (table, pages, i);
    add_warnings (table, quan_voucher (pages, i));
  }
  add_totals (table, pages);
  quan_table_draw (table, &pages->flow);
  note = g_strconcat ("应得上限为券面金额与核定基数乘以支持比例中的较小者；应兑付为累计数。算式见核算表", see, "。", NULL);
  quan_pages_note (pages, note);
}
