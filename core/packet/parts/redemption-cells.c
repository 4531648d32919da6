#include "core/packet/parts/redemption-cells.h"

#include "core/engine/timeline.h"
#include "core/packet/parts/line-cells.h"

#define NAMED_MAX 3  /* numbers said one by one */

const QuanPreviewItem *
quan_voucher (const QuanPages *pages, guint i)
{
  return &g_array_index (pages->redemption->preview->items, QuanPreviewItem, i);
}

guint
quan_n_vouchers (const QuanPages *pages)
{
  return pages->redemption->preview->items->len;
}

const QuanProvider *
quan_voucher_provider (const QuanPages *pages, const QuanPreviewItem *item)
{
  const char *uscc = item->contract->provider;

  return uscc != NULL ? quan_workspace_provider (pages->redemption->records, uscc) : NULL;
}

char *
quan_voucher_text (const QuanPreviewItem *item)
{
  g_autofree char *issued = quan_packet_date (item->claim->issued);
  g_autofree char *approved = quan_packet_money (item->claim->approved);

  return g_strdup_printf ("%s（%s 元，%s 发放）", item->claim->voucher, approved, issued != NULL ? issued : "—");
}

void
quan_voucher_group (QuanTable *table, const QuanPages *pages, guint i)
{
  const QuanPreviewItem *item = quan_voucher (pages, i);
  g_autofree char *voucher = NULL, *title = NULL, *numbered = NULL;

  if (quan_n_vouchers (pages) == 1)
    return;
  voucher = quan_voucher_text (item);
  title = g_strdup_printf ("算力券 %s　合同 %s", voucher, item->contract->number);
  numbered = quan_line_group_title (i, title);
  quan_table_group (table, numbered);
}

char *
quan_voucher_numbers (const QuanPages *pages, gboolean contracts)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();

  for (guint i = 0; i < quan_n_vouchers (pages); i++) {
    const QuanPreviewItem *item = quan_voucher (pages, i);
    char *number = contracts ? item->contract->number : item->claim->voucher;

    if (!g_ptr_array_find_with_equal_func (numbers, number, g_str_equal, NULL))
      g_ptr_array_add (numbers, number);
  }
  if (numbers->len == 0)
    return NULL;
  if (numbers->len > NAMED_MAX)
    return g_strdup_printf (contracts ? "%u 份，见算力券清单" : "%u 张，见算力券清单", numbers->len);
  g_ptr_array_add (numbers, NULL);
  return g_strjoinv ("、", (char **) numbers->pdata);
}

QuanFen
quan_voucher_sum (const QuanPages *pages, gsize offset)
{
  QuanFen sum = 0;

  for (guint i = 0; i < quan_n_vouchers (pages); i++)
    quan_money_add_known (&sum, G_STRUCT_MEMBER (QuanFen, quan_voucher (pages, i), offset));
  return sum;
}

QuanFen
quan_voucher_withheld (const QuanPreviewItem *item)
{
  QuanFen withheld = item->entitled;

  if (withheld == QUAN_FEN_NONE || item->amount == QUAN_FEN_NONE)
    return QUAN_FEN_NONE;
  quan_money_add_known (&withheld, -item->redeemed);
  quan_money_add_known (&withheld, -item->amount);
  return withheld;
}

gboolean
quan_voucher_ratio (const QuanPages *pages, const QuanPreviewItem *item, QuanDatedValue *ratio)
{
  return quan_claim_ratio (pages->view, pages->subject.enterprise, item->contract, item->claim, ratio);
}

char *
quan_voucher_ratio_text (const QuanPages *pages, const QuanPreviewItem *item)
{
  QuanDatedValue ratio;

  return quan_voucher_ratio (pages, item, &ratio) ? quan_ratio_text (&ratio) : quan_packet_money (QUAN_FEN_NONE);
}

char *
quan_round_title (const QuanPages *pages)
{
  return quan_round_name (pages->redemption->preview->round, QUAN_LANGUAGE_ZH);
}

char *
quan_round_window (const QuanPages *pages)
{
  const QuanPreview *preview = pages->redemption->preview;
  const char *state = quan_round_state_name (preview->state, QUAN_LANGUAGE_ZH);
  g_autofree char *from = NULL, *until = NULL;

  if (preview->window == NULL)
    return g_strdup (state);
  from = quan_packet_date (preview->window->from);
  until = quan_packet_date (preview->window->until);
  if (preview->state == QUAN_ROUND_OPEN)
    return g_strdup_printf ("%s 至 %s", from, until);
  return g_strdup_printf ("%s 至 %s（%s）", from, until, state);
}

char *
quan_round_moved_to (const QuanPages *pages)
{
  const QuanRound *round = pages->redemption->preview->moves_to;
  g_autofree char *name = round != NULL ? quan_round_name (round->label, QUAN_LANGUAGE_ZH) : NULL;

  return name != NULL ? g_strconcat ("转入 ", name, NULL) : g_strdup ("其后没有批次，由主管部门决定");
}

QuanFen
quan_invoice_sum (const QuanPages *pages, const QuanInvoice *invoice, gboolean counted_only)
{
  QuanFen sum = 0;

  for (guint i = 0; invoice->lines != NULL && i < invoice->lines->len; i++) {
    const QuanLine *line = g_ptr_array_index (invoice->lines, i);

    if (!counted_only || quan_line_counts (pages->view, line))
      quan_money_add_known (&sum, quan_line_amount (pages->view, line));
  }
  return sum;
}

char *
quan_invoice_counts (const GPtrArray *const *lists, guint n_lists)
{
  guint n = 0, red = 0;

  for (guint list = 0; list < n_lists; list++)
    for (guint i = 0; i < lists[list]->len; i++) {
      n++;
      red += ((const QuanInvoice *) g_ptr_array_index (lists[list], i))->reverses != NULL;
    }
  return red > 0 ? g_strdup_printf ("%u 张，其中红字 %u 张", n, red) : g_strdup_printf ("%u 张", n);
}

char *
quan_invoice_counts_all (const QuanPages *pages)
{
  g_autofree const GPtrArray **lists = g_new0 (const GPtrArray *, MAX (1, quan_n_vouchers (pages)));

  for (guint i = 0; i < quan_n_vouchers (pages); i++)
    lists[i] = quan_voucher (pages, i)->invoices;
  return quan_invoice_counts (lists, quan_n_vouchers (pages));
}

gboolean
quan_invoices_have (const GPtrArray *invoices, const char *number)
{
  for (guint i = 0; i < invoices->len; i++)
    if (g_strcmp0 (((const QuanInvoice *) g_ptr_array_index (invoices, i))->number, number) == 0)
      return TRUE;
  return FALSE;
}

/* Appends an invoice and the red-letter ones that reverse it; each once. */
static void
append_with_reversals (GPtrArray *ordered, GHashTable *placed, GHashTable *reversals, gpointer invoice)
{
  const GPtrArray *red = g_hash_table_lookup (reversals, ((const QuanInvoice *) invoice)->number);

  if (!g_hash_table_add (placed, invoice))
    return;
  g_ptr_array_add (ordered, invoice);
  for (guint i = 0; red != NULL && i < red->len; i++)
    append_with_reversals (ordered, placed, reversals, g_ptr_array_index (red, i));
}

/* Number of an invoice → those among the invoices that reverse it. */
static GHashTable *
index_reversals (const GPtrArray *invoices)
{
  GHashTable *reversals = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < invoices->len; i++) {
    QuanInvoice *invoice = g_ptr_array_index (invoices, i);
    GPtrArray *red = invoice->reverses != NULL ? g_hash_table_lookup (reversals, invoice->reverses) : NULL;

    if (invoice->reverses == NULL)
      continue;
    if (red == NULL)
      g_hash_table_insert (reversals, invoice->reverses, red = g_ptr_array_new ());
    g_ptr_array_add (red, invoice);
  }
  return reversals;
}

GPtrArray *
quan_invoices_ordered (const GPtrArray *invoices)
{
  GPtrArray *ordered = g_ptr_array_new ();
  g_autoptr (GHashTable) placed = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) reversals = index_reversals (invoices);

  for (guint i = 0; i < invoices->len; i++) {
    QuanInvoice *invoice = g_ptr_array_index (invoices, i);

    if (invoice->reverses == NULL || !quan_invoices_have (invoices, invoice->reverses))
      append_with_reversals (ordered, placed, reversals, invoice);
  }
  for (guint i = 0; i < invoices->len; i++)  /* a circle of reversals */
    append_with_reversals (ordered, placed, reversals, g_ptr_array_index (invoices, i));
  return ordered;
}
