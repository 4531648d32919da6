/* The register of payments. */
#include <glib/gi18n-lib.h>

#include "core/desk/records.h"
#include "ui/entries/figures.h"
#include "ui/registers/row-text.h"
#include "ui/registers/tables.h"

#define ROW(row) ((const QuanPaymentRow *) (row))

static char *number_text (gconstpointer row) { return g_strdup (ROW (row)->number); }
static char *date_text (gconstpointer row) { return quan_date_figure (ROW (row)->date); }
static char *amount_text (gconstpointer row) { return quan_figure (ROW (row)->amount); }
static char *settled_text (gconstpointer row) { return quan_figure (ROW (row)->settled); }
static char *invoices_text (gconstpointer row) { return g_strdup (ROW (row)->invoices); }

static gint64 date_key (gconstpointer row) { return quan_date_key (ROW (row)->date); }
static gint64 amount_key (gconstpointer row) { return quan_fen_key (ROW (row)->amount); }
static gint64 settled_key (gconstpointer row) { return quan_fen_key (ROW (row)->settled); }

/* What is not the whole payment is to be looked at. */
static const char *
settled_class (gconstpointer row)
{
  return ROW (row)->amount != QUAN_FEN_NONE && ROW (row)->settled != ROW (row)->amount ? "review" : NULL;
}

static QuanFen amount_sum (gconstpointer row) { return ROW (row)->amount; }
static QuanFen settled_sum (gconstpointer row) { return ROW (row)->settled; }

static const QuanColumn columns[] = {
  { "number", N_ ("Payment"), 200, .classes = "strong", .text = number_text },
  { "date", N_ ("Date"), 96, .classes = "num", .text = date_text, .number = date_key },
  { "amount", N_ ("Amount (¥)"), 136, TRUE, .classes = "num strong", .text = amount_text, .number = amount_key,
    .sum = amount_sum },
  { "settled", N_ ("For invoices (¥)"), 140, TRUE, .classes = "num", .text = settled_text, .number = settled_key,
    .css_class = settled_class, .sum = settled_sum },
  { "invoices", N_ ("Invoices"), 240, .expands = TRUE, .classes = "num dim", .text = invoices_text },
};

static char *year_value (gconstpointer row) { return quan_year_text (ROW (row)->date); }

static const QuanRowFilter filters[] = {
  { "year", N_ ("All years"), N_ ("Year of the payment"), TRUE, year_value },
};

static void
search (gconstpointer row, GString *text)
{
  quan_search_text (text, ROW (row)->number);
  quan_search_text (text, ROW (row)->invoices);
  quan_search_amount (text, ROW (row)->amount);
  quan_search_amount (text, ROW (row)->settled);
}

static char *
count (guint n)
{
  return g_strdup_printf (ngettext ("%u payment", "%u payments", n), n);
}

static const char *
left_out (gconstpointer row)
{
  return ROW (row)->amount == QUAN_FEN_NONE ? _("amount missing") : NULL;
}

static gboolean
remove_payment (QuanDesk *desk, const char *key, GError **error)
{
  return quan_desk_remove_record (desk, QUAN_PAYMENTS, key, error);
}

static char *
removed (gconstpointer row)
{
  return g_strdup_printf (_("The payment “%s” was removed."), ROW (row)->number);
}

const QuanTable quan_payments_table = {
  .id = "payments", .title = N_ ("Payments"), .columns = columns, .n_columns = G_N_ELEMENTS (columns),
  .sort_column = 1, .descending = TRUE, .filters = filters, .n_filters = G_N_ELEMENTS (filters),
  .walk = quan_desk_payment_rows, .row_free = (GDestroyNotify) quan_payment_row_free, .search = search,
  .count = count, .left_out = left_out, .note = quan_left_out_note, .open_action = "win.open-payment",
  .target = number_text, .remove = remove_payment, .remove_label = N_ ("_Remove the payment"), .removed = removed,
  .button = N_ ("_New payment"), .button_name = N_ ("New payment"),
  .empty_title = N_ ("There are no payments yet"),
  .empty_text = N_ ("What you paid on invoices stands here; a redemption compares it with them. A workspace with payments"
                    " can be imported."),
  .empty_button = N_ ("_Enter the first payment"), .empty_button_name = N_ ("Enter the first payment"),
  .empty_action = "win.new-payment",
};
