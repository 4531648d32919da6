/* The registers of what follows a claim: vouchers, deliveries, invoices, payments, redemptions. */
#include "core/desk/row-walk.h"

#include <glib/gi18n-lib.h>

static const QuanTerm stands[] = {
  [QUAN_INVOICE_FREE]           = { "free", "Not redeemed", "未兑付" },
  [QUAN_INVOICE_LACKS_DELIVERY] = { "lacks-delivery", "Delivery missing", "缺交付凭证" },
  [QUAN_INVOICE_FILED]          = { "filed", "Submitted", "已申报" },
  [QUAN_INVOICE_PAID_OUT]       = { "paid-out", "Paid out", "已拨付" },
};

const char *
quan_invoice_stand_name (QuanInvoiceStand stand, QuanLanguage language)
{
  return quan_term_name (&stands[stand], language);
}

void
quan_voucher_row_free (QuanVoucherRow *row)
{
  g_free (row->enterprise);
  g_free (row->voucher);
  g_free (row->contract);
  g_free (row->title);
  g_free (row);
}

void
quan_delivery_row_free (QuanDeliveryRow *row)
{
  g_free (row->enterprise);
  g_free (row->number);
  g_free (row->contract);
  g_free (row);
}

void
quan_invoice_row_free (QuanInvoiceRow *row)
{
  g_free (row->enterprise);
  g_free (row->number);
  g_free (row->contract);
  g_free (row->delivery);
  g_free (row->reverses);
  g_free (row->round);
  g_free (row);
}

void
quan_payment_row_free (QuanPaymentRow *row)
{
  g_free (row->number);
  g_free (row->invoices);
  g_free (row);
}

void
quan_redemption_row_free (QuanRedemptionRow *row)
{
  g_free (row->enterprise);
  g_free (row->round);
  g_free (row->vouchers);
  g_free (row->reason);
  g_free (row);
}

/* The sum of two amounts, unknown where one is or where it is more than is computed with. */
static QuanFen
known_sum (QuanFen a, QuanFen b)
{
  quan_money_add_known (&a, b);
  return a;
}

/* a − b, likewise. Negating is safe: an amount that is known is not the least integer. */
static QuanFen
known_difference (QuanFen a, QuanFen b)
{
  return known_sum (a, b == QUAN_FEN_NONE ? b : -b);
}

/* A voucher is good for as long as the pack of its claim says. */
static gboolean
add_voucher (QuanRowWalk *walk, gconstpointer record, const QuanRemarks *remarks, GError **error)
{
  const QuanClaim *claim = record;
  QuanView view;
  QuanVoucherRow *row;

  if (claim->voucher == NULL || quan_claim_standing (claim, walk->desk->as_of) != QUAN_STANDING_SETTLED)
    return TRUE;
  if (!quan_desk_view_for (walk->desk, walk->extra, claim, &view, error))
    return FALSE;
  row = g_new (QuanVoucherRow, 1);
  *row = (QuanVoucherRow) {
    .enterprise = g_strdup (claim->enterprise), .voucher = g_strdup (claim->voucher),
    .contract = g_strdup (claim->contract), .title = g_strdup (remarks->name),
    .issued = claim->issued, .expires = quan_voucher_last_day (view.pack, claim),
    .value = quan_claim_weight (claim, QUAN_STANDING_SETTLED), .redeemed = remarks->amount,
  };
  row->left = known_difference (row->value, row->redeemed);
  return quan_row_walk_add (walk, row, error);
}

static gboolean
add_delivery (QuanRowWalk *walk, gconstpointer record, const QuanRemarks *remarks, GError **error)
{
  const QuanDelivery *delivery = record;
  QuanDeliveryRow *row = g_new (QuanDeliveryRow, 1);

  *row = (QuanDeliveryRow) {
    .enterprise = g_strdup (delivery->enterprise), .number = g_strdup (delivery->number),
    .contract = g_strdup (delivery->contract), .from = delivery->from, .to = delivery->to,
    .amount = delivery->amount, .invoices = remarks->records, .invoiced = remarks->amount,
  };
  return quan_row_walk_add (walk, row, error);
}

/* The sum of the lines that count, or of those that do not. */
static QuanFen
sum_of_lines (const QuanView *view, const GPtrArray *lines, gboolean counted)
{
  QuanFen sum = lines != NULL ? 0 : QUAN_FEN_NONE;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    if (quan_line_counts (view, lines->pdata[i]) == counted)
      quan_money_add_known (&sum, quan_line_amount (view, lines->pdata[i]));
  return sum;
}

static QuanFen
gross_of_lines (const GPtrArray *lines)
{
  QuanFen sum = lines != NULL ? 0 : QUAN_FEN_NONE;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    quan_money_add_known (&sum, ((const QuanLine *) lines->pdata[i])->amount);
  return sum;
}

/* A red-letter invoice needs no proof of delivery of its own. */
static QuanInvoiceStand
stand_of (const QuanInvoice *invoice, const QuanRemarks *remarks)
{
  if (remarks->name != NULL)
    return remarks->settled ? QUAN_INVOICE_PAID_OUT : QUAN_INVOICE_FILED;
  return invoice->delivery == NULL && invoice->reverses == NULL ? QUAN_INVOICE_LACKS_DELIVERY : QUAN_INVOICE_FREE;
}

/* What an invoice itself says was paid on it. */
static QuanFen
own_payment (const QuanInvoice *invoice, QuanDate as_of)
{
  return invoice->paid == QUAN_FEN_NONE || invoice->paid_on > as_of ? 0 : invoice->paid;
}

static gboolean
add_invoice (QuanRowWalk *walk, gconstpointer record, const QuanRemarks *remarks, GError **error)
{
  const QuanInvoice *invoice = record;
  const QuanView *view = walk->extra;
  QuanInvoiceRow *row = g_new (QuanInvoiceRow, 1);

  *row = (QuanInvoiceRow) {
    .enterprise = g_strdup (invoice->enterprise), .number = g_strdup (invoice->number),
    .contract = g_strdup (invoice->contract), .delivery = g_strdup (invoice->delivery),
    .reverses = g_strdup (invoice->reverses), .round = g_strdup (remarks->name), .date = invoice->date,
    .counted = sum_of_lines (view, invoice->lines, TRUE), .other = sum_of_lines (view, invoice->lines, FALSE),
    .gross = gross_of_lines (invoice->lines), .paid = known_sum (remarks->amount, own_payment (invoice, view->as_of)), .stand = stand_of (invoice, remarks),
  };
  return quan_row_walk_add (walk, row, error);
}

/* Appends to a list for people. */
static void
append_name (GString *names, const char *name)
{
  g_string_append_printf (names, "%s%s", names->len > 0 ? _(", ") : "", name);
}

static gboolean
add_payment (QuanRowWalk *walk, gconstpointer record, const QuanRemarks *remarks, GError **error)
{
  const QuanPayment *payment = record;
  QuanPaymentRow *row = g_new (QuanPaymentRow, 1);
  GString *invoices = g_string_new (NULL);

  *row = (QuanPaymentRow) { .number = g_strdup (payment->number), .date = payment->date, .amount = payment->amount };
  for (guint i = 0; payment->invoices != NULL && i < payment->invoices->len; i++) {
    const QuanPaymentPart *part = payment->invoices->pdata[i];

    append_name (invoices, part->number);
    quan_money_add_known (&row->settled, part->amount);
  }
  row->invoices = g_string_free (invoices, FALSE);
  return quan_row_walk_add (walk, row, error);
}

/* Whether a date can see that a redemption was ever made. */
static gboolean
exists (const QuanRedemption *redemption, QuanDate as_of)
{
  return redemption->state == QUAN_REDEMPTION_DRAFT || redemption->submitted <= as_of;
}

/* What the items of a redemption add up to. */
static void
sum_items (const GPtrArray *items, QuanRedemptionRow *row)
{
  GString *vouchers = g_string_new (NULL);

  for (guint i = 0; items != NULL && i < items->len; i++) {
    const QuanRedemptionItem *item = items->pdata[i];

    append_name (vouchers, item->voucher);
    row->invoices += item->invoices != NULL ? item->invoices->len : 0;
    quan_money_add_known (&row->asked, item->amount);
  }
  row->vouchers = g_string_free (vouchers, FALSE);
}

/* What was paid after the as-of date is still submitted on it. */
static gboolean
add_redemption (QuanRowWalk *walk, gconstpointer record, const QuanRemarks *remarks, GError **error)
{
  const QuanRedemption *redemption = record;
  QuanDate as_of = walk->desk->as_of;
  gboolean paid = quan_redemption_standing (redemption, as_of) == QUAN_STANDING_SETTLED;
  QuanRedemptionRow *row;

  if (!exists (redemption, as_of))
    return TRUE;
  row = g_new (QuanRedemptionRow, 1);
  *row = (QuanRedemptionRow) {
    .enterprise = g_strdup (redemption->enterprise), .round = g_strdup (redemption->round),
    .reason = g_strdup (redemption->reason),
    .state = redemption->state == QUAN_REDEMPTION_PAID && !paid ? QUAN_REDEMPTION_SUBMITTED : redemption->state,
    .submitted = redemption->submitted, .paid_on = paid ? redemption->paid_on : QUAN_DATE_NONE,
    .received = paid ? redemption->received : QUAN_FEN_NONE,
  };
  sum_items (redemption->items, row);
  return quan_row_walk_add (walk, row, error);
}

gboolean
quan_desk_voucher_rows (QuanDesk *desk, const char *enterprise, QuanRowsFunc func, gpointer data,
                        GCancellable *cancellable, GError **error)
{
  const QuanEnterprise *within = quan_desk_enterprise (desk, enterprise, error);
  QuanRowWalk walk;

  if (within == NULL)
    return FALSE;
  walk = quan_row_walk_begin (desk, (GDestroyNotify) quan_voucher_row_free, func, data, cancellable);
  walk.extra = within;
  return quan_row_walk_end (&walk, quan_row_walk_list (&walk, QUAN_CLAIMS, within->uscc, add_voucher, error), error);
}

gboolean
quan_desk_invoice_rows (QuanDesk *desk, const char *enterprise, QuanRowsFunc func, gpointer data,
                        GCancellable *cancellable, GError **error)
{
  const QuanEnterprise *within = quan_desk_enterprise (desk, enterprise, error);
  QuanView view;
  QuanRowWalk walk;

  if (within == NULL || !quan_desk_view_for (desk, within, NULL, &view, error))
    return FALSE;
  walk = quan_row_walk_begin (desk, (GDestroyNotify) quan_invoice_row_free, func, data, cancellable);
  walk.extra = &view;
  return quan_row_walk_end (&walk, quan_row_walk_list (&walk, QUAN_INVOICES, within->uscc, add_invoice, error), error);
}

/* Rows that need nothing but their record. */
static gboolean
list_plainly (QuanDesk *desk, const char *enterprise, QuanSection section, QuanRowOfRecord add, QuanRowWalk walk,
              GError **error)
{
  const QuanEnterprise *within = quan_desk_enterprise (desk, enterprise, error);

  return quan_row_walk_end (&walk, within != NULL && quan_row_walk_list (&walk, section, within->uscc, add, error),
                            error);
}

gboolean
quan_desk_delivery_rows (QuanDesk *desk, const char *enterprise, QuanRowsFunc func, gpointer data,
                         GCancellable *cancellable, GError **error)
{
  GDestroyNotify row_free = (GDestroyNotify) quan_delivery_row_free;

  return list_plainly (desk, enterprise, QUAN_DELIVERIES, add_delivery,
                       quan_row_walk_begin (desk, row_free, func, data, cancellable), error);
}

gboolean
quan_desk_payment_rows (QuanDesk *desk, const char *enterprise, QuanRowsFunc func, gpointer data,
                        GCancellable *cancellable, GError **error)
{
  GDestroyNotify row_free = (GDestroyNotify) quan_payment_row_free;

  return list_plainly (desk, enterprise, QUAN_PAYMENTS, add_payment,
                       quan_row_walk_begin (desk, row_free, func, data, cancellable), error);
}

gboolean
quan_desk_redemption_rows (QuanDesk *desk, const char *enterprise, QuanRowsFunc func, gpointer data,
                           GCancellable *cancellable, GError **error)
{
  GDestroyNotify row_free = (GDestroyNotify) quan_redemption_row_free;

  return list_plainly (desk, enterprise, QUAN_REDEMPTIONS, add_redemption,
                       quan_row_walk_begin (desk, row_free, func, data, cancellable), error);
}
