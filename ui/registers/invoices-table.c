/* The register of invoices. */
#include <glib/gi18n-lib.h>

#include "core/desk/records.h"
#include "ui/entries/figures.h"
#include "ui/registers/row-text.h"
#include "ui/registers/tables.h"
#include "ui/state-mark.h"

#define ROW(row) ((const QuanInvoiceRow *) (row))

static char *number_text (gconstpointer row) { return g_strdup (ROW (row)->number); }
static char *contract_text (gconstpointer row) { return g_strdup (ROW (row)->contract); }
static char *date_text (gconstpointer row) { return quan_date_figure (ROW (row)->date); }
static char *counted_text (gconstpointer row) { return quan_figure (ROW (row)->counted); }
static char *other_text (gconstpointer row) { return quan_figure (ROW (row)->other); }
static char *paid_text (gconstpointer row) { return quan_figure (ROW (row)->paid); }

/* A red-letter invoice tells what it reverses instead. */
static char *
delivery_text (gconstpointer row)
{
  return ROW (row)->reverses != NULL ? g_strdup_printf (_("Reverses %s"), ROW (row)->reverses)
                                     : g_strdup (ROW (row)->delivery);
}

static const char *
stand_name (gconstpointer row)
{
  return quan_invoice_stand_name (ROW (row)->stand, quan_language_of_locale ());
}

static char *stand_value (gconstpointer row) { return g_strdup (stand_name (row)); }

static char *
stand_text (gconstpointer row)
{
  return ROW (row)->round != NULL ? g_strdup_printf ("%s %s", stand_name (row), ROW (row)->round) : stand_value (row);
}

static gint64 date_key (gconstpointer row) { return quan_date_key (ROW (row)->date); }
static gint64 counted_key (gconstpointer row) { return quan_fen_key (ROW (row)->counted); }
static gint64 other_key (gconstpointer row) { return quan_fen_key (ROW (row)->other); }
static gint64 paid_key (gconstpointer row) { return quan_fen_key (ROW (row)->paid); }
static gint64 stand_key (gconstpointer row) { return ROW (row)->stand; }
static const char *stand_icon (gconstpointer row) { return quan_invoice_stand_icon (ROW (row)->stand); }
static const char *stand_class (gconstpointer row) { return quan_invoice_stand_class (ROW (row)->stand); }

/* Zeros stand back. */
static const char *
other_class (gconstpointer row)
{
  return ROW (row)->other == 0 ? "left-out" : NULL;
}

static const char *
paid_class (gconstpointer row)
{
  return ROW (row)->paid == 0 ? "left-out" : NULL;
}

static QuanFen counted_sum (gconstpointer row) { return ROW (row)->counted; }
static QuanFen other_sum (gconstpointer row) { return ROW (row)->other; }
static QuanFen paid_sum (gconstpointer row) { return ROW (row)->paid; }

static const QuanColumn columns[] = {
  { "number", N_ ("Invoice"), 184, .classes = "num strong", .text = number_text },
  { "contract", N_ ("Contract"), 110, .text = contract_text },
  { "date", N_ ("Date"), 94, .classes = "num", .text = date_text, .number = date_key },
  { "counted", N_ ("Counted (¥)"), 120, TRUE, .classes = "num strong", .text = counted_text, .number = counted_key,
    .sum = counted_sum },
  { "other", N_ ("Other (¥)"), 110, TRUE, .classes = "num", .text = other_text, .number = other_key,
    .css_class = other_class, .sum = other_sum },
  { "paid", N_ ("Paid (¥)"), 120, TRUE, .classes = "num", .text = paid_text, .number = paid_key,
    .css_class = paid_class, .sum = paid_sum },
  { "delivery", N_ ("Delivery"), 120, .expands = TRUE, .classes = "dim", .text = delivery_text },
  { "state", N_ ("State"), 150, .text = stand_text, .number = stand_key, .css_class = stand_class,
    .icon = stand_icon },
};

static char *year_value (gconstpointer row) { return quan_year_text (ROW (row)->date); }

static const QuanRowFilter filters[] = {
  { "year", N_ ("All years"), N_ ("Year of the invoice"), TRUE, year_value },
  { "contract", N_ ("All contracts"), N_ ("Contract"), FALSE, contract_text },
  { "state", N_ ("All states"), N_ ("State"), FALSE, stand_value },
};

static void
search (gconstpointer row, GString *text)
{
  quan_search_text (text, ROW (row)->number);
  quan_search_text (text, ROW (row)->contract);
  quan_search_text (text, ROW (row)->delivery);
  quan_search_text (text, ROW (row)->reverses);
  quan_search_text (text, ROW (row)->round);
  quan_search_amount (text, ROW (row)->counted);
  quan_search_amount (text, ROW (row)->other);
}

static char *
count (guint n)
{
  return g_strdup_printf (ngettext ("%u invoice", "%u invoices", n), n);
}

static const char *
left_out (gconstpointer row)
{
  return ROW (row)->counted == QUAN_FEN_NONE ? _("amount missing") : NULL;
}

static gboolean
remove_invoice (QuanDesk *desk, const char *key, GError **error)
{
  return quan_desk_remove_record (desk, QUAN_INVOICES, key, error);
}

static char *
removed (gconstpointer row)
{
  return g_strdup_printf (_("The invoice “%s” was removed."), ROW (row)->number);
}

const QuanTable quan_invoices_table = {
  .id = "invoices", .title = N_ ("Invoices"), .columns = columns, .n_columns = G_N_ELEMENTS (columns),
  .sort_column = 2, .descending = TRUE, .filters = filters, .n_filters = G_N_ELEMENTS (filters),
  .walk = quan_desk_invoice_rows, .row_free = (GDestroyNotify) quan_invoice_row_free, .search = search,
  .count = count, .left_out = left_out, .note = quan_left_out_note, .open_action = "win.open-invoice",
  .target = number_text, .remove = remove_invoice, .remove_label = N_ ("_Remove the invoice"), .removed = removed,
  .button = N_ ("_New invoice"), .button_name = N_ ("New invoice"),
  .empty_title = N_ ("There are no invoices yet"),
  .empty_text = N_ ("The invoices of your providers stand here: which of them were redeemed, and which still lack a proof"
                    " of delivery. A workspace with invoices can be imported."),
  .empty_button = N_ ("_Enter the first invoice"), .empty_button_name = N_ ("Enter the first invoice"),
  .empty_action = "win.new-invoice",
};
