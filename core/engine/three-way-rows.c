#include "core/engine/three-way-parts.h"

static void
index_takers (QuanMatching *m)
{
  for (guint i = 0; i < m->preview->items->len; i++) {
    QuanPreviewItem *item = &g_array_index (m->preview->items, QuanPreviewItem, i);

    for (guint j = 0; j < item->invoices->len; j++)
      g_hash_table_insert (m->takers, item->invoices->pdata[j], item);
  }
}

/* Payments are recorded by the number of the invoice; only those of invoices the round takes matter. */
static void
add_settlement (QuanMatching *m, const char *number, QuanSettlement settlement)
{
  const QuanRoundInvoice *entry = quan_round_invoices_get (m->invoices, number);
  GArray *list;

  if (settlement.date > MIN (m->filed, m->view->as_of) || !entry || !g_hash_table_contains (m->takers, entry->invoice))
    return;
  settlement.invoice = entry->invoice;
  list = g_hash_table_lookup (m->settled, number);
  if (!list)
    g_hash_table_insert (m->settled, entry->invoice->number,
                         list = g_array_new (FALSE, FALSE, sizeof (QuanSettlement)));
  g_array_append_val (list, settlement);
}

static void
index_payments (QuanMatching *m)
{
  const GPtrArray *payments = m->records->sections[QUAN_PAYMENTS];

  for (guint i = 0; i < payments->len; i++) {
    const QuanPayment *payment = g_ptr_array_index (payments, i);

    for (guint j = 0; payment->invoices && j < payment->invoices->len; j++) {
      const QuanPaymentPart *part = g_ptr_array_index (payment->invoices, j);

      add_settlement (m, part->number,
                      (QuanSettlement) { .payment = payment, .date = payment->date, .amount = part->amount });
    }
  }
}

/* What is recorded with the invoice itself is a payment of its own. */
static void
index_shorthand (QuanMatching *m)
{
  GHashTableIter takers;
  gpointer key;

  g_hash_table_iter_init (&takers, m->takers);
  while (g_hash_table_iter_next (&takers, &key, NULL)) {
    const QuanInvoice *invoice = key;

    if (invoice->paid != QUAN_FEN_NONE || invoice->paid_on != QUAN_DATE_NONE)
      add_settlement (m, invoice->number, (QuanSettlement) { .date = invoice->paid_on, .amount = invoice->paid });
  }
}

const QuanInvoice *
quan_matching_root (const QuanMatching *matching, const QuanInvoice *invoice)
{
  const QuanRoundInvoice *reversed =
      invoice->reverses ? quan_round_invoices_get (matching->invoices, invoice->reverses) : NULL;

  return reversed ? reversed->invoice : invoice;
}

gboolean
quan_fen_add_unknown (QuanFen *sum, QuanFen amount)
{
  if (*sum == QUAN_FEN_NONE || amount == QUAN_FEN_NONE) {
    *sum = QUAN_FEN_NONE;
    return TRUE;
  }
  return quan_money_add (*sum, amount, sum);
}

gboolean
quan_invoice_add_face (const QuanInvoice *invoice, QuanFen *sum)
{
  for (guint i = 0; invoice->lines && i < invoice->lines->len; i++)
    if (!quan_fen_add_unknown (sum, ((const QuanLine *) invoice->lines->pdata[i])->amount))
      return FALSE;
  return TRUE;
}

static int
compare_settlements (gconstpointer a, gconstpointer b)
{
  const QuanSettlement *left = a, *right = b;

  return left->date < right->date ? -1 : left->date > right->date;
}

static gboolean
sum_row (const QuanMatching *m, QuanReconciled *row)
{
  for (guint i = 0; i < row->invoices->len; i++) {
    const QuanInvoice *invoice = row->invoices->pdata[i];
    const QuanRoundInvoice *entry = quan_round_invoices_get (m->invoices, invoice->number);
    const GArray *settled = g_hash_table_lookup (m->settled, invoice->number);

    if (!quan_fen_add_unknown (&row->counted, entry->amount_missing ? QUAN_FEN_NONE : entry->eligible)
        || !quan_invoice_add_face (invoice, &row->invoiced))
      return FALSE;
    if (settled)
      g_array_append_vals (row->settlements, settled->data, settled->len);
  }
  for (guint i = 0; i < row->settlements->len; i++)
    if (!quan_fen_add_unknown (&row->paid, g_array_index (row->settlements, QuanSettlement, i).amount))
      return FALSE;
  g_array_sort (row->settlements, compare_settlements);
  return TRUE;
}

static QuanReconciled
row_new (const QuanPreviewItem *item, const QuanDelivery *delivery)
{
  return (QuanReconciled) {
    .item = item,
    .delivery = delivery,
    .invoices = g_ptr_array_new (),
    .settlements = g_array_new (FALSE, FALSE, sizeof (QuanSettlement)),
    .delivered = delivery ? delivery->amount : QUAN_FEN_NONE,
    .verdict = QUAN_VERDICT_PASS,
    .mismatches = g_ptr_array_new (),
  };
}

/* By period, then number; rows without a delivery come last, by the date of their first invoice. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const QuanReconciled *left = a, *right = b;
  const QuanInvoice *first = left->invoices->pdata[0], *second = right->invoices->pdata[0];

  if (!left->delivery != !right->delivery)
    return left->delivery ? -1 : 1;
  if (!left->delivery)
    return first->date != second->date ? (first->date < second->date ? -1 : 1)
                                       : quan_key_compare (first->number, second->number);
  if (left->delivery->from != right->delivery->from)
    return left->delivery->from < right->delivery->from ? -1 : 1;
  if (left->delivery->to != right->delivery->to)
    return left->delivery->to < right->delivery->to ? -1 : 1;
  return quan_key_compare (left->delivery->number, right->delivery->number);
}

/* The invoices of an item by what they reverse, that one first where this round takes it: GPtrArray of
 * GPtrArray. */
static GPtrArray *
families_of (const QuanMatching *m, const QuanPreviewItem *item)
{
  GPtrArray *families = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) by_root = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < item->invoices->len; i++) {
    gpointer invoice = item->invoices->pdata[i], root = (gpointer) quan_matching_root (m, invoice);
    GPtrArray *family = g_hash_table_lookup (by_root, root);

    if (!family) {
      g_ptr_array_add (families, family = g_ptr_array_new ());
      g_hash_table_insert (by_root, root, family);
      if (invoice == root || g_hash_table_lookup (m->takers, root) == item)
        g_ptr_array_add (family, root);
    }
    if (invoice != root)
      g_ptr_array_add (family, invoice);
  }
  return families;
}

/* The row a family belongs to: of the delivery its first invoice names, if that is an ordinary one. */
static QuanReconciled *
row_of (const QuanMatching *m, const QuanPreviewItem *item, const QuanInvoice *first, GHashTable *by_delivery,
        GArray *rows)
{
  const QuanDelivery *delivery =
      first->reverses ? NULL : quan_round_invoices_get (m->invoices, first->number)->delivery;
  gpointer position;
  QuanReconciled row;

  if (delivery && g_hash_table_lookup_extended (by_delivery, delivery, NULL, &position))
    return &g_array_index (rows, QuanReconciled, GPOINTER_TO_UINT (position));
  if (delivery)
    g_hash_table_insert (by_delivery, (gpointer) delivery, GUINT_TO_POINTER (rows->len));
  row = row_new (item, delivery);
  g_array_append_val (rows, row);
  return &g_array_index (rows, QuanReconciled, rows->len - 1);
}

static gboolean
add_rows (const QuanMatching *m, const QuanPreviewItem *item, GArray *rows)
{
  g_autoptr (GPtrArray) families = families_of (m, item);
  g_autoptr (GHashTable) by_delivery = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (QuanReconciled));

  for (guint i = 0; i < families->len; i++) {
    const GPtrArray *family = families->pdata[i];
    QuanReconciled *row = row_of (m, item, family->pdata[0], by_delivery, own);

    for (guint j = 0; j < family->len; j++)
      g_ptr_array_add (row->invoices, family->pdata[j]);
  }
  g_array_sort (own, compare_rows);
  g_array_append_vals (rows, own->data, own->len); /* the answer owns what the rows hold from here on */
  for (guint i = rows->len - own->len; i < rows->len; i++)
    if (!sum_row (m, &g_array_index (rows, QuanReconciled, i)))
      return FALSE;
  return TRUE;
}

static void
index_rows (QuanMatching *m)
{
  for (guint i = 0; i < m->check->rows->len; i++) {
    QuanReconciled *row = &g_array_index (m->check->rows, QuanReconciled, i);

    for (guint j = 0; j < row->invoices->len; j++)
      g_hash_table_insert (m->rows, row->invoices->pdata[j], row);
  }
}

gboolean
quan_matching_rows (QuanMatching *matching)
{
  index_takers (matching);
  index_payments (matching);
  index_shorthand (matching);
  for (guint i = 0; i < matching->preview->items->len; i++)
    if (!add_rows (matching, &g_array_index (matching->preview->items, QuanPreviewItem, i), matching->check->rows))
      return FALSE;
  index_rows (matching);
  return TRUE;
}
