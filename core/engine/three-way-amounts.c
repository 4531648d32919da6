#include "core/engine/three-way-parts.h"

/* What is invoiced for one delivery, in this round and in those before it. */
typedef struct {
  const QuanDelivery *delivery;
  QuanFen             counted;   /* after red letters; QUAN_FEN_NONE where a line has no amount */
  GPtrArray          *invoices;  /* the ordinary ones, without those that were reversed to nothing; by date */
  const QuanInvoice  *speaker;   /* the first of them that this round takes, else the first */
} Billed;

static void
billed_free (gpointer data)
{
  Billed *billed = data;

  g_ptr_array_unref (billed->invoices);
  g_free (billed);
}

static Billed *
billed_get (GHashTable *bills, const QuanDelivery *delivery)
{
  Billed *billed = g_hash_table_lookup (bills, delivery);

  if (!billed) {
    billed = g_new0 (Billed, 1);
    billed->delivery = delivery;
    billed->invoices = g_ptr_array_new ();
    g_hash_table_insert (bills, (gpointer) delivery, billed);
  }
  return billed;
}

/* An invoice of the contract weighs if the item takes it or the enterprise redeemed it before. */
static gboolean
weighs (const QuanMatching *m, const QuanPreviewItem *item, const QuanRoundInvoice *entry)
{
  return g_hash_table_lookup (m->takers, entry->invoice) == item
         || (entry->redemption && g_str_equal (entry->redemption->enterprise, m->enterprise->uscc));
}

/* What every ordinary invoice counts after the red letters that reverse it: FALSE on overflow. */
static gboolean
find_nets (const QuanMatching *m, const QuanPreviewItem *item, const GPtrArray *entries, GHashTable *nets)
{
  for (guint i = 0; i < entries->len; i++) {
    const QuanRoundInvoice *entry = entries->pdata[i];
    gpointer root = (gpointer) quan_matching_root (m, entry->invoice);
    QuanFen *net = g_hash_table_lookup (nets, root);

    if (!weighs (m, item, entry))
      continue;
    if (!net)
      g_hash_table_insert (nets, root, net = g_new0 (QuanFen, 1));
    if (!quan_fen_add_unknown (net, entry->amount_missing ? QUAN_FEN_NONE : entry->eligible))
      return FALSE;
  }
  return TRUE;
}

static void
bill (const QuanMatching *m, Billed *billed, const QuanInvoice *invoice)
{
  g_ptr_array_add (billed->invoices, (gpointer) invoice);
  if (!billed->speaker
      || (!g_hash_table_contains (m->takers, billed->speaker) && g_hash_table_contains (m->takers, invoice)))
    billed->speaker = invoice;
}

/* Fills bills, QuanDelivery → Billed. FALSE on overflow. */
static gboolean
find_bills (const QuanMatching *m, const QuanPreviewItem *item, const GPtrArray *entries, GHashTable *bills)
{
  g_autoptr (GHashTable) nets = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  if (!find_nets (m, item, entries, nets))
    return FALSE;
  for (guint i = 0; i < entries->len; i++) {
    const QuanRoundInvoice *entry = entries->pdata[i];
    const QuanFen *net = g_hash_table_lookup (nets, entry->invoice);
    Billed *billed;

    if (entry->invoice->reverses || !entry->delivery || !weighs (m, item, entry))
      continue;
    billed = billed_get (bills, entry->delivery);
    if (!quan_fen_add_unknown (&billed->counted, *net))
      return FALSE;
    if (*net != 0)
      bill (m, billed, entry->invoice);
  }
  return TRUE;
}

static void
check_delivered (QuanMatching *m, QuanReconciled *row, const Billed *billed)
{
  QuanMatchPlace place = { row->item, row, NULL, row->delivery, NULL };
  QuanValue delivery = quan_text_fact ("delivery.number", row->delivery->number);
  guint found = quan_matching_found (m);

  if (billed->counted == QUAN_FEN_NONE)
    quan_matching_report (m, &place, QUAN_FAULT_COUNTED_MISSING, delivery);
  else if (row->delivered == QUAN_FEN_NONE)
    quan_matching_report (m, &place, QUAN_FAULT_AMOUNT_MISSING, delivery);
  else if (billed->counted > row->delivered)
    quan_matching_report (m, &place, QUAN_FAULT_INVOICED_MORE, delivery,
                          quan_money_fact ("delivery.amount", row->delivered),
                          quan_money_fact ("invoices.counted", billed->counted),
                          quan_money_fact ("difference", billed->counted - row->delivered));
  quan_matching_tally (m, QUAN_MATCH_DELIVERED, found);
}

/* Two invoices for the same time, the later last. Said only where this round takes one: what was redeemed is over. */
static void
report_pair (QuanMatching *m, const Billed *earlier, const QuanInvoice *other, const Billed *later,
             const QuanInvoice *invoice)
{
  QuanReconciled *row = g_hash_table_lookup (m->rows, invoice);
  QuanMatchPlace place = { .invoice = invoice, .delivery = later->delivery };

  place.row = row ? row : g_hash_table_lookup (m->rows, other);
  if (!place.row)
    return;
  place.item = place.row->item;
  quan_matching_report (m, &place, earlier == later ? QUAN_FAULT_SAME_DELIVERY : QUAN_FAULT_OVERLAP,
                        quan_text_fact ("invoice.number", invoice->number),
                        quan_text_fact ("other.number", other->number),
                        quan_text_fact ("delivery.number", later->delivery->number),
                        quan_text_fact ("other.delivery", earlier->delivery->number));
}

static int
compare_bills (gconstpointer a, gconstpointer b)
{
  const QuanDelivery *left = (*(const Billed *const *) a)->delivery, *right = (*(const Billed *const *) b)->delivery;

  if (left->from != right->from)
    return left->from < right->from ? -1 : 1;
  if (left->to != right->to)
    return left->to < right->to ? -1 : 1;
  return quan_key_compare (left->number, right->number);
}

/* Compares every delivery with the one before it that reaches furthest: what overlaps is in such a pair. */
static void
find_overlaps (QuanMatching *m, GHashTable *bills)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  const Billed *furthest = NULL;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, bills);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Billed *) value)->invoices->len > 0)
      g_ptr_array_add (sorted, value);
  g_ptr_array_sort (sorted, compare_bills);
  for (guint i = 0; i < sorted->len; i++) {
    const Billed *billed = sorted->pdata[i];

    for (guint j = 1; j < billed->invoices->len; j++)
      report_pair (m, billed, billed->invoices->pdata[0], billed, billed->invoices->pdata[j]);
    if (billed->delivery->from == QUAN_DATE_NONE || billed->delivery->to == QUAN_DATE_NONE)
      continue;
    if (furthest && billed->delivery->from <= furthest->delivery->to)
      report_pair (m, furthest, furthest->speaker, billed, billed->speaker);
    if (!furthest || billed->delivery->to > furthest->delivery->to)
      furthest = billed;
  }
}

/* The invoices that stand together are one ordinary invoice and its red letters, or red letters alone. */
static gboolean
sum_family (const QuanMatching *m, const QuanReconciled *row, guint begin, guint end, QuanFen *face, GArray *settled)
{
  *face = 0;
  for (guint i = begin; i < end; i++) {
    const QuanInvoice *invoice = row->invoices->pdata[i];
    const GArray *list = g_hash_table_lookup (m->settled, invoice->number);

    if (!quan_invoice_add_face (invoice, face))
      return FALSE;
    if (list)
      g_array_append_vals (settled, list->data, list->len);
  }
  return TRUE;
}

/* The parts of a payment, those for other rounds included, are no more than the payment. FALSE on overflow. */
static gboolean
check_parts (QuanMatching *m, QuanMatchPlace *place, const QuanPayment *payment)
{
  QuanValue number = quan_text_fact ("payment.number", payment->number);
  QuanFen parts = 0, excess;

  if (!g_hash_table_add (m->judged, (gpointer) payment))
    return TRUE;
  for (guint i = 0; i < payment->invoices->len; i++)
    if (!quan_fen_add_unknown (&parts, ((const QuanPaymentPart *) payment->invoices->pdata[i])->amount))
      return FALSE;
  place->payment = payment;
  if (parts == QUAN_FEN_NONE)
    return TRUE;
  if (payment->amount == QUAN_FEN_NONE)
    quan_matching_report (m, place, QUAN_FAULT_PAYMENT_AMOUNT, number, quan_money_fact ("payment.parts", parts));
  else if (!quan_money_add (parts, -payment->amount, &excess))
    return FALSE;
  else if (payment->amount < 0 ? excess < 0 : excess > 0)
    quan_matching_report (m, place, QUAN_FAULT_PARTS_MORE, number, quan_money_fact ("payment.amount", payment->amount),
                          quan_money_fact ("payment.parts", parts), quan_money_fact ("difference", excess));
  return TRUE;
}

/* Nothing is recorded as paid. */
static void
check_unpaid (QuanMatching *m, const QuanMatchPlace *place, QuanFen face)
{
  QuanValue number = quan_text_fact ("invoice.number", place->invoice->number);

  if (face == QUAN_FEN_NONE)
    quan_matching_report (m, place, QUAN_FAULT_INVOICED_MISSING, number);
  else if (face > 0)
    quan_matching_report (m, place, QUAN_FAULT_UNPAID, number, quan_money_fact ("invoices.amount", face),
                          quan_money_fact ("difference", face));
  else if (face < 0)
    quan_matching_report (m, place, QUAN_FAULT_REFUND_MISSING, number, quan_money_fact ("difference", -face));
}

/* Compares what is paid with what is invoiced. FALSE on overflow. */
static gboolean
check_sum_paid (QuanMatching *m, QuanMatchPlace *place, QuanFen face, const GArray *settled)
{
  QuanValue number = quan_text_fact ("invoice.number", place->invoice->number);
  QuanFen paid = 0, difference;

  for (guint i = 0; i < settled->len; i++)
    if (!quan_fen_add_unknown (&paid, g_array_index (settled, QuanSettlement, i).amount))
      return FALSE;
  if (settled->len == 1)
    place->payment = g_array_index (settled, QuanSettlement, 0).payment;
  if (paid == QUAN_FEN_NONE || face == QUAN_FEN_NONE)
    quan_matching_report (m, place, paid == QUAN_FEN_NONE ? QUAN_FAULT_PAYMENT_MISSING : QUAN_FAULT_INVOICED_MISSING,
                          number);
  else if (!quan_money_add (paid, -face, &difference))
    return FALSE;
  else if (difference != 0)
    quan_matching_report (m, place, difference < 0 ? QUAN_FAULT_PAID_LESS : QUAN_FAULT_PAID_MORE, number,
                          quan_money_fact ("invoices.amount", face), quan_money_fact ("payments.amount", paid),
                          quan_money_fact ("difference", ABS (difference)));
  return TRUE;
}

static gboolean
check_family (QuanMatching *m, QuanReconciled *row, guint begin, guint end)
{
  g_autoptr (GArray) settled = g_array_new (FALSE, FALSE, sizeof (QuanSettlement));
  QuanMatchPlace place = { row->item, row, row->invoices->pdata[begin], NULL, NULL };
  guint found = quan_matching_found (m);
  QuanFen face;

  if (!sum_family (m, row, begin, end, &face, settled))
    return FALSE;
  if (settled->len == 0)
    check_unpaid (m, &place, face);
  else if (!check_sum_paid (m, &place, face, settled))
    return FALSE;
  for (guint i = 0; i < settled->len; i++) {
    const QuanPayment *payment = g_array_index (settled, QuanSettlement, i).payment;

    if (payment && !check_parts (m, &place, payment))
      return FALSE;
  }
  quan_matching_tally (m, QUAN_MATCH_PAID, found);
  return TRUE;
}

static gboolean
check_paid (QuanMatching *m, QuanReconciled *row)
{
  for (guint begin = 0, end; begin < row->invoices->len; begin = end) {
    end = begin + 1;
    while (end < row->invoices->len && ((const QuanInvoice *) row->invoices->pdata[end])->reverses)
      end++;
    if (!check_family (m, row, begin, end))
      return FALSE;
  }
  return TRUE;
}

/* Counts the deliveries of the rows, and those for whose time there is one invoice only. */
static void
tally_periods (QuanMatching *m, const QuanReconciled *row)
{
  gboolean held = TRUE;

  for (guint i = 0; held && i < row->mismatches->len; i++)
    held = ((const QuanMismatch *) row->mismatches->pdata[i])->match != QUAN_MATCH_ONE_PERIOD;
  m->check->counts[QUAN_MATCH_ONE_PERIOD].of++;
  m->check->counts[QUAN_MATCH_ONE_PERIOD].held += held;
}

gboolean
quan_matching_amounts (QuanMatching *matching, const QuanPreviewItem *item, QuanReconciled *rows, guint n)
{
  g_autoptr (GHashTable) bills = g_hash_table_new_full (NULL, NULL, NULL, billed_free);
  const GPtrArray *entries = quan_round_invoices_of (matching->invoices, item->contract->number);

  if (entries && !find_bills (matching, item, entries, bills))
    return FALSE;
  find_overlaps (matching, bills);
  for (guint i = 0; i < n; i++) {
    if (rows[i].delivery) {
      check_delivered (matching, &rows[i], g_hash_table_lookup (bills, rows[i].delivery));
      tally_periods (matching, &rows[i]);
    }
    if (!check_paid (matching, &rows[i]))
      return FALSE;
  }
  return TRUE;
}
