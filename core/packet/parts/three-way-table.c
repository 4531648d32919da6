#include "core/packet/parts/three-way.h"

#include <string.h>

#include "core/packet/parts/line-cells.h"
#include "core/packet/parts/redemption-cells.h"
#include "core/packet/styles.h"

#define MM(value) ((value) * QUAN_MM)
#define BETWEEN 6.0  /* words and a figure on one line, pt */

enum { NUMBER, DELIVERY, INVOICE, PAYMENT, VERDICT, N_COLUMNS };

static const QuanColumn columns[N_COLUMNS] = {
  [NUMBER] = {"", MM (8), QUAN_ALIGN_RIGHT},
  [DELIVERY] = {"金额", MM (43), QUAN_ALIGN_RIGHT, .left = "凭证与期间", .over = "交　付", .ruled = TRUE},
  [INVOICE] = {"计入金额", MM (57), QUAN_ALIGN_RIGHT, .left = "号码与日期", .over = "发　票", .ruled = TRUE},
  [PAYMENT] = {"金额", MM (39), QUAN_ALIGN_RIGHT, .left = "日期", .over = "付　款", .ruled = TRUE},
  [VERDICT] = {"结论", MM (23), QUAN_ALIGN_LEFT, .ruled = TRUE},
};

/* Twenty digits beside an amount on one line. */
static const QuanTextStyle number_style = {.face = QUAN_FACE_HEI, .size = 7.9};

/* What a mismatch is called beside its row; the sheet has it in words below. */
static const char *const names[QUAN_N_MATCHES] = {
  [QUAN_MATCH_BUYER] = "购买方", [QUAN_MATCH_SELLER] = "销售方", [QUAN_MATCH_DATED] = "开票日期",
  [QUAN_MATCH_DELIVERY] = "交付凭证", [QUAN_MATCH_PERIOD] = "交付期间", [QUAN_MATCH_ONE_PERIOD] = "交付期重复",
  [QUAN_MATCH_DELIVERED] = "多于交付", [QUAN_MATCH_PAID] = "付款", [QUAN_MATCH_BASE] = "超核定基数",
  [QUAN_MATCH_UNUSED] = "发票重复", [QUAN_MATCH_ACCOUNT] = "收款户名",
};

/* An amount, "—" where it is not known. Free with g_free. */
static char *
or_dash (QuanFen fen)
{
  return fen != QUAN_FEN_NONE ? quan_packet_money (fen) : g_strdup ("—");
}

static const QuanReconciled *
row_at (const QuanThreeWay *check, guint i)
{
  return &g_array_index (check->rows, QuanReconciled, i);
}

guint
quan_three_way_row (const QuanThreeWay *check, const QuanMismatch *mismatch)
{
  for (guint i = 0; i < check->rows->len; i++)
    if (g_ptr_array_find (row_at (check, i)->mismatches, mismatch, NULL))
      return i + 1;
  return 0;
}

/* a − b; QUAN_FEN_NONE where either is not known. */
static QuanFen
less (QuanFen a, QuanFen b)
{
  quan_money_add_known (&a, b == QUAN_FEN_NONE ? QUAN_FEN_NONE : -b);
  return a;
}

QuanFen
quan_reconciled_other (const QuanReconciled *row)
{
  QuanFen other = less (row->invoiced, row->counted);

  return other == QUAN_FEN_NONE ? 0 : other;
}

/* A number over what it is of, the figure beside the number or, where that is too long, beside what stands under it. */
static void
add_entry (QuanTable *table, QuanFonts *fonts, guint column, const char *number, const QuanTextStyle *style,
           const char *under, const char *figure)
{
  double needed = quan_run_width (fonts, style, number, -1) + quan_run_width (fonts, &quan_style_figure, figure, -1);

  if (under == NULL || needed + BETWEEN <= quan_block_width (quan_table_cell (table, column))) {
    quan_table_entry (table, column, number, style, figure, &quan_style_figure);
    if (under != NULL)
      quan_table_left (table, column, under, &quan_style_note);
  } else {
    quan_table_left (table, column, number, style);
    quan_table_entry (table, column, under, &quan_style_note, figure, &quan_style_figure);
  }
}

static void
add_delivery (QuanTable *table, QuanFonts *fonts, const QuanReconciled *row)
{
  const QuanDelivery *delivery = row->delivery;
  g_autofree char *from = delivery != NULL ? quan_packet_date (delivery->from) : NULL;
  g_autofree char *to = delivery != NULL ? quan_packet_date (delivery->to) : NULL;
  g_autofree char *amount = or_dash (row->delivered);
  g_autofree char *until = g_strconcat ("至 ", to, NULL);

  if (delivery == NULL) {
    quan_table_left (table, DELIVERY, "—", &quan_style_label);
    return;
  }
  add_entry (table, fonts, DELIVERY, delivery->number, &quan_style_label, from, amount);
  if (to != NULL)
    quan_table_left (table, DELIVERY, until, &quan_style_note);
}

/* An invoice over its date, what it reverses, and its whole sum where not all of it counts. */
static void
add_invoice (QuanTable *table, const QuanPages *pages, const QuanInvoice *invoice, const QuanInvoice *above)
{
  QuanFen counted = quan_invoice_sum (pages, invoice, TRUE), face = quan_invoice_sum (pages, invoice, FALSE);
  g_autofree char *money = or_dash (counted);
  g_autofree char *date = quan_packet_date (invoice->date);
  gboolean follows = above != NULL && g_strcmp0 (above->number, invoice->reverses) == 0;
  g_autofree char *dated = g_strconcat (date != NULL ? date : "〔待填〕",
                                        invoice->reverses == NULL ? "" : follows ? "　红字，冲减上列" : "　红字，冲减", NULL);

  add_entry (table, pages->fonts, INVOICE, invoice->number, &number_style, dated, money);
  if (invoice->reverses != NULL && !follows)
    quan_table_left (table, INVOICE, invoice->reverses, &quan_style_note);
  if (face != counted && face != QUAN_FEN_NONE) {
    g_autofree char *whole = quan_packet_money (face), *text = g_strdup_printf ("票面 %s，其余不计", whole);

    quan_table_left (table, INVOICE, text, &quan_style_note);
  }
}

/* Whether a row takes back what an earlier round paid for. */
static gboolean
is_return (const QuanReconciled *row)
{
  return row->invoiced != QUAN_FEN_NONE && row->invoiced < 0;
}

static void
add_payments (QuanTable *table, const QuanReconciled *row)
{
  for (guint i = 0; i < row->settlements->len; i++) {
    const QuanSettlement *settlement = &g_array_index (row->settlements, QuanSettlement, i);
    g_autofree char *date = quan_packet_date (settlement->date);
    g_autofree char *money = or_dash (settlement->amount);

    quan_table_entry (table, PAYMENT, date != NULL ? date : "—", &number_style, money, &quan_style_figure);
  }
  if (row->settlements->len == 0)
    quan_table_left (table, PAYMENT, is_return (row) ? "未登记退款" : "未登记付款", &quan_style_missing);
}

/* A word and its amount, which is left to the words below the table where it would not stand on one line. */
static void
add_remark (QuanTable *table, QuanFonts *fonts, const char *word, QuanFen fen)
{
  g_autofree char *money = quan_packet_money (fen), *text = g_strdup_printf ("%s %s", word, money);
  double width = quan_run_width (fonts, &quan_style_note, money, -1);
  double room = quan_block_width (quan_table_cell (table, VERDICT));

  quan_table_text (table, VERDICT, width <= room ? text : word, &quan_style_note);
}

/* What is not in order, each check once; of payments how much. */
static void
add_faults (QuanTable *table, QuanFonts *fonts, const QuanReconciled *row)
{
  QuanFen over = less (row->paid, row->invoiced);
  guint said = 0;

  for (guint i = 0; i < row->mismatches->len; i++) {
    QuanMatch match = ((const QuanMismatch *) g_ptr_array_index (row->mismatches, i))->match;

    if ((said & 1u << match) != 0)
      continue;
    said |= 1u << match;
    if (match == QUAN_MATCH_PAID && over != QUAN_FEN_NONE && over != 0)
      add_remark (table, fonts, is_return (row) ? "未退" : over > 0 ? "多付" : "少付", ABS (over));
    else
      quan_table_text (table, VERDICT, names[match], &quan_style_note);
  }
}

static void
add_verdict (QuanTable *table, QuanFonts *fonts, const QuanReconciled *row)
{
  gboolean good = row->verdict == QUAN_VERDICT_PASS;
  QuanFen other = quan_reconciled_other (row);

  quan_table_marked (table, VERDICT, quan_verdict_mark (row->verdict),
                     good ? "一致" : quan_verdict_name (row->verdict, QUAN_LANGUAGE_ZH),
                     good ? &quan_style_label : &quan_style_strong);
  add_faults (table, fonts, row);
  if (other != 0)
    add_remark (table, fonts, "含不计入", other);
  if (row->invoices->len == 1 && row->settlements->len > 1)
    quan_table_text (table, VERDICT, "一票多付", &quan_style_note);
}

static void
add_row (QuanTable *table, const QuanPages *pages, guint i)
{
  const QuanReconciled *row = row_at (pages->redemption->three_way, i);
  g_autofree char *number = g_strdup_printf ("%u", i + 1);
  const QuanInvoice *above = NULL;

  quan_table_row (table, row->verdict == QUAN_VERDICT_PASS ? QUAN_ROW_PLAIN : QUAN_ROW_ATTENTION);
  quan_table_text (table, NUMBER, number, &quan_style_row);
  add_delivery (table, pages->fonts, row);
  for (guint k = 0; k < row->invoices->len; k++) {
    add_invoice (table, pages, g_ptr_array_index (row->invoices, k), above);
    above = g_ptr_array_index (row->invoices, k);
  }
  add_payments (table, row);
  add_verdict (table, pages->fonts, row);
}

/* The sums of the rows from first up to, not including, end. */
static void
add_sums (QuanTable *table, const QuanThreeWay *check, guint first, guint end, QuanRowKind kind, const char *label,
          const char *invoices)
{
  QuanFen delivered = 0, counted = 0, paid = 0;
  g_autofree char *delivered_text = NULL, *counted_text = NULL, *paid_text = NULL;

  for (guint i = first; i < end; i++) {
    const QuanReconciled *row = row_at (check, i);

    quan_money_add_known (&delivered, row->delivery == NULL ? 0 : row->delivered);
    quan_money_add_known (&counted, row->counted);
    quan_money_add_known (&paid, row->paid);
  }
  delivered_text = or_dash (delivered);
  counted_text = or_dash (counted);
  paid_text = or_dash (paid);
  quan_table_row (table, kind);
  quan_table_entry (table, DELIVERY, label, &quan_style_strong, delivered_text, &quan_style_figure_strong);
  quan_table_entry (table, INVOICE, invoices, &quan_style_label, counted_text, &quan_style_figure_strong);
  quan_table_text (table, PAYMENT, paid_text, &quan_style_figure_strong);
}

/* Running totals where a page ends between rows. */
static void
carry (QuanTable *table, guint n_rows, gboolean onward, gpointer data)
{
  const QuanPages *pages = data;
  const QuanThreeWay *check = pages->redemption->three_way;
  g_autofree char *rows = g_strdup_printf ("第 1—%u 行", n_rows);

  if (n_rows < check->rows->len)
    add_sums (table, check, 0, n_rows, QUAN_ROW_SUBTOTAL, onward ? "承前页" : "过次页", rows);
}

/* The rows of a voucher from first on, under its name and over their sums where there are several. Returns the row
 * behind them. */
static guint
add_voucher (QuanTable *table, const QuanPages *pages, guint first)
{
  const QuanThreeWay *check = pages->redemption->three_way;
  const QuanPreviewItem *item = row_at (check, first)->item;
  g_autofree char *counts = quan_invoice_counts ((const GPtrArray *const *) &item->invoices, 1);
  guint end = first;

  quan_voucher_group (table, pages, item - quan_voucher (pages, 0));
  for (; end < check->rows->len && row_at (check, end)->item == item; end++)
    add_row (table, pages, end);
  if (quan_n_vouchers (pages) > 1)
    add_sums (table, check, first, end, QUAN_ROW_SUBTOTAL, "小　计", counts);
  return end;
}

void
quan_three_way_table_draw (QuanPages *pages)
{
  const QuanThreeWay *check = pages->redemption->three_way;
  g_autoptr (QuanTable) table = quan_table_new (pages->fonts, columns, N_COLUMNS);
  g_autofree char *counts = quan_invoice_counts_all (pages);

  quan_table_set_ledger (table);
  quan_table_set_carry (table, carry, pages);
  for (guint i = 0; i < check->rows->len;)
    i = add_voucher (table, pages, i);
  add_sums (table, check, 0, check->rows->len, QUAN_ROW_TOTAL, "合　计", counts);
  quan_table_draw (table, &pages->flow);
}
