/* The list of settlement invoices: a row an invoice, what it charges and what of it counts; red-letter invoices under
 * what they reverse. */
#include <string.h>

#include "core/packet/parts/line-cells.h"
#include "core/packet/parts/parts.h"
#include "core/packet/parts/redemption-cells.h"
#include "core/packet/styles.h"

#define MM(value) ((value) * QUAN_MM)

enum { NUMBER, INVOICE, DELIVERY, REMARK, FACE, COUNTED, N_COLUMNS };

static const QuanColumn usual_columns[N_COLUMNS] = {
  [NUMBER] = {"", MM (8), QUAN_ALIGN_RIGHT},
  [INVOICE] = {"发票号码\n开票日期", MM (42), QUAN_ALIGN_LEFT},
  [DELIVERY] = {"交付凭证\n交付期间", MM (38), QUAN_ALIGN_LEFT},
  [REMARK] = {"说明", MM (36), QUAN_ALIGN_LEFT},
  [FACE] = {"票面金额", MM (23), QUAN_ALIGN_RIGHT},
  [COUNTED] = {"计入金额", MM (23), QUAN_ALIGN_RIGHT},
};

typedef struct {
  guint              voucher;
  const QuanInvoice *invoice, *above;  /* above: in the row before it, NULL for the first of a voucher */
  QuanFen            face, counted;
} Row;

typedef struct {
  const QuanPages *pages;
  GArray          *rows;  /* of Row */
  QuanFen          face, counted;
} List;

static void
collect (List *list)
{
  for (guint i = 0; i < quan_n_vouchers (list->pages); i++) {
    g_autoptr (GPtrArray) ordered = quan_invoices_ordered (quan_voucher (list->pages, i)->invoices);

    for (guint k = 0; k < ordered->len; k++) {
      const QuanInvoice *invoice = g_ptr_array_index (ordered, k);
      Row row = {.voucher = i, .invoice = invoice, .above = k > 0 ? g_ptr_array_index (ordered, k - 1) : NULL};

      row.face = quan_invoice_sum (list->pages, invoice, FALSE);
      row.counted = quan_invoice_sum (list->pages, invoice, TRUE);
      quan_money_add_known (&list->face, row.face);
      quan_money_add_known (&list->counted, row.counted);
      g_array_append_val (list->rows, row);
    }
  }
}

static const QuanDelivery *
delivery_of (const List *list, const QuanInvoice *invoice)
{
  const GPtrArray *deliveries = list->pages->redemption->records->sections[QUAN_DELIVERIES];

  for (guint i = 0; invoice->delivery != NULL && i < deliveries->len; i++) {
    const QuanDelivery *delivery = g_ptr_array_index (deliveries, i);

    if (g_strcmp0 (delivery->number, invoice->delivery) == 0
        && g_strcmp0 (delivery->enterprise, invoice->enterprise) == 0)
      return delivery;
  }
  return NULL;
}

static void
add_delivery (const List *list, QuanTable *table, const QuanInvoice *invoice)
{
  const QuanDelivery *delivery = delivery_of (list, invoice);
  g_autofree char *from = delivery != NULL ? quan_packet_date (delivery->from) : NULL;
  g_autofree char *to = delivery != NULL ? quan_packet_date (delivery->to) : NULL;
  g_autofree char *period = g_strdup_printf ("%s 至 %s", from != NULL ? from : "—", to != NULL ? to : "—");

  if (invoice->delivery == NULL) {
    quan_table_text (table, DELIVERY, "—", &quan_style_label);
    return;
  }
  quan_table_text (table, DELIVERY, invoice->delivery, &quan_style_label);
  if (delivery != NULL)
    quan_table_text (table, DELIVERY, period, &quan_style_note);
}

/* What a red-letter invoice reverses, and what of an invoice does not count. */
static void
add_remarks (const List *list, QuanTable *table, const Row *row)
{
  const QuanInvoice *invoice = row->invoice;
  QuanFen other = row->face;

  quan_money_add_known (&other, row->counted == QUAN_FEN_NONE ? QUAN_FEN_NONE : -row->counted);
  if (invoice->reverses != NULL && row->above != NULL && g_strcmp0 (row->above->number, invoice->reverses) == 0) {
    quan_table_text (table, REMARK, "红字，冲减上列", &quan_style_fact);
  } else if (invoice->reverses != NULL) {
    g_autofree char *text = g_strconcat ("红字，冲减 ", invoice->reverses, NULL);

    quan_table_text (table, REMARK, text, &quan_style_fact);
  }
  if (other != 0 && other != QUAN_FEN_NONE) {
    g_autofree char *money = quan_packet_money (other), *text = g_strdup_printf ("其中不计入 %s", money);
    double width = quan_run_width (list->pages->fonts, &quan_style_fact, money, -1);

    quan_table_text (table, REMARK, width <= quan_block_width (quan_table_cell (table, REMARK)) ? text : "含不计入的项目",
                     &quan_style_fact);
  }
}

static void
add_row (const List *list, QuanTable *table, guint i)
{
  const Row *row = &g_array_index (list->rows, Row, i);
  g_autofree char *count = g_strdup_printf ("%u", i + 1), *date = quan_packet_date (row->invoice->date);

  if (row->above == NULL)
    quan_voucher_group (table, list->pages, row->voucher);
  quan_table_row (table, QUAN_ROW_PLAIN);
  quan_table_text (table, NUMBER, count, &quan_style_row);
  quan_table_text (table, INVOICE, row->invoice->number, &quan_style_label);
  quan_table_text (table, INVOICE, date != NULL ? date : "〔待填〕", &quan_style_note);
  add_delivery (list, table, row->invoice);
  add_remarks (list, table, row);
  quan_line_money_cell (table, FACE, row->face, &quan_style_figure);
  quan_line_money_cell (table, COUNTED, row->counted, &quan_style_figure);
}

/* Running totals where a page ends between invoices. */
static void
carry (QuanTable *table, guint n_rows, gboolean onward, gpointer data)
{
  const List *list = data;
  QuanFen face = 0, counted = 0;
  g_autofree char *label = g_strdup_printf (onward ? "承前页（第 1—%u 行）" : "过次页（第 1—%u 行）", n_rows);

  if (n_rows >= list->rows->len)
    return;
  for (guint i = 0; i < n_rows; i++) {
    quan_money_add_known (&face, g_array_index (list->rows, Row, i).face);
    quan_money_add_known (&counted, g_array_index (list->rows, Row, i).counted);
  }
  quan_line_sum_row (table, QUAN_ROW_SUBTOTAL, INVOICE, label);
  quan_line_money_cell (table, FACE, face, &quan_style_figure_strong);
  quan_line_money_cell (table, COUNTED, counted, &quan_style_figure_strong);
}

/* The sum of this round, and with the invoices of rounds before it what the entitlement is computed from. */
static void
add_totals (const List *list, QuanTable *table)
{
  QuanFen eligible = QUAN_VOUCHER_SUM (list->pages, eligible), before = eligible;
  g_autofree char *counts = quan_invoice_counts_all (list->pages);

  quan_line_sum_row (table, QUAN_ROW_TOTAL, INVOICE, "本次合计");
  quan_table_text (table, DELIVERY, counts, &quan_style_label);
  quan_line_money_cell (table, FACE, list->face, &quan_style_figure_strong);
  quan_line_money_cell (table, COUNTED, list->counted, &quan_style_figure_strong);
  quan_money_add_known (&before, list->counted == QUAN_FEN_NONE ? QUAN_FEN_NONE : -list->counted);
  if (before == 0 || before == QUAN_FEN_NONE)
    return;
  quan_table_row (table, QUAN_ROW_PLAIN);
  quan_table_text (table, INVOICE, "以前批次已计入", &quan_style_label);
  quan_line_money_cell (table, COUNTED, before, &quan_style_figure);
  quan_line_sum_row (table, QUAN_ROW_SUBTOTAL, INVOICE, "累计计入发票");
  quan_line_money_cell (table, COUNTED, eligible, &quan_style_figure_strong);
}

/* Columns wide enough for the sums, as far as remarks and deliveries let them. */
static QuanTable *
make_table (const List *list, QuanColumn *columns)
{
  const QuanFen eligible = QUAN_VOUCHER_SUM (list->pages, eligible);
  g_autofree char *face = quan_packet_money (list->face), *counted = quan_packet_money (MAX (list->counted, eligible));

  memcpy (columns, usual_columns, sizeof usual_columns);
  for (guint flexible = REMARK; flexible >= DELIVERY; flexible--) {
    quan_columns_widen (list->pages->fonts, columns, FACE, flexible, face, &quan_style_figure_strong);
    quan_columns_widen (list->pages->fonts, columns, COUNTED, flexible, counted, &quan_style_figure_strong);
  }
  return quan_table_new (list->pages->fonts, columns, N_COLUMNS);
}

void
quan_part_invoice_list (QuanPages *pages)
{
  gboolean net = quan_readings_code (&pages->view->readings, pages->view->pack, QUAN_SWITCH_TAX) == QUAN_TAX_NET;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  List list = {.pages = pages, .rows = rows};
  QuanColumn columns[N_COLUMNS];
  g_autoptr (QuanTable) table = NULL;
  g_autofree char *left = quan_pages_applicant (pages);

  collect (&list);
  table = make_table (&list, columns);
  quan_pages_head (pages, "结算发票清单", left, net ? "金额单位：人民币元（不含税）" : "金额单位：人民币元（含税）");
  quan_table_set_ledger (table);
  quan_table_set_carry (table, carry, &list);
  for (guint i = 0; i < rows->len; i++)
    add_row (&list, table, i);
  add_totals (&list, table);
  quan_table_draw (table, &pages->flow);
  quan_pages_note (pages, "计入金额只含算力等计入的行，红字发票以负数计；“—”为没有填写，不作零。");
}
