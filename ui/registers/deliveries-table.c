/* The register of deliveries. */
#include <glib/gi18n-lib.h>

#include "core/desk/records.h"
#include "ui/entries/figures.h"
#include "ui/registers/row-text.h"
#include "ui/registers/tables.h"

#define ROW(row) ((const QuanDeliveryRow *) (row))

static char *number_text (gconstpointer row) { return g_strdup (ROW (row)->number); }
static char *contract_text (gconstpointer row) { return g_strdup (ROW (row)->contract); }
static char *from_text (gconstpointer row) { return quan_date_figure (ROW (row)->from); }
static char *to_text (gconstpointer row) { return quan_date_figure (ROW (row)->to); }
static char *amount_text (gconstpointer row) { return quan_figure (ROW (row)->amount); }
static char *invoiced_text (gconstpointer row) { return quan_figure (ROW (row)->invoiced); }
static char *invoices_text (gconstpointer row) { return g_strdup_printf ("%u", ROW (row)->invoices); }

static gint64 from_key (gconstpointer row) { return quan_date_key (ROW (row)->from); }
static gint64 to_key (gconstpointer row) { return quan_date_key (ROW (row)->to); }
static gint64 amount_key (gconstpointer row) { return quan_fen_key (ROW (row)->amount); }
static gint64 invoiced_key (gconstpointer row) { return quan_fen_key (ROW (row)->invoiced); }
static gint64 invoices_key (gconstpointer row) { return ROW (row)->invoices; }

/* More invoiced than delivered is to be looked at; nothing invoiced stands back. */
static const char *
invoiced_class (gconstpointer row)
{
  const QuanDeliveryRow *delivery = row;

  if (delivery->invoices == 0)
    return "left-out";
  return delivery->amount != QUAN_FEN_NONE && delivery->invoiced != QUAN_FEN_NONE
         && delivery->invoiced > delivery->amount ? "review" : NULL;
}

static const char *
invoices_class (gconstpointer row)
{
  return ROW (row)->invoices == 0 ? "left-out" : NULL;
}

static QuanFen amount_sum (gconstpointer row) { return ROW (row)->amount; }
static QuanFen invoiced_sum (gconstpointer row) { return ROW (row)->invoiced; }

static const QuanColumn columns[] = {
  { "number", N_ ("Delivery"), 160, .classes = "strong", .text = number_text },
  { "contract", N_ ("Contract"), 160, .expands = TRUE, .text = contract_text },
  { "from", N_ ("From"), 96, .classes = "num", .text = from_text, .number = from_key },
  { "to", N_ ("To"), 96, .classes = "num", .text = to_text, .number = to_key },
  { "amount", N_ ("Delivered (¥)"), 136, TRUE, .classes = "num strong", .text = amount_text, .number = amount_key,
    .sum = amount_sum },
  { "invoiced", N_ ("Invoiced (¥)"), 136, TRUE, .classes = "num", .text = invoiced_text, .number = invoiced_key,
    .css_class = invoiced_class, .sum = invoiced_sum },
  { "invoices", N_ ("Invoices"), 90, TRUE, .classes = "num", .text = invoices_text, .number = invoices_key,
    .css_class = invoices_class },
};

static char *year_value (gconstpointer row) { return quan_year_text (ROW (row)->to); }

static const QuanRowFilter filters[] = {
  { "year", N_ ("All years"), N_ ("Year of the delivery"), TRUE, year_value },
  { "contract", N_ ("All contracts"), N_ ("Contract"), FALSE, contract_text },
};

static void
search (gconstpointer row, GString *text)
{
  quan_search_text (text, ROW (row)->number);
  quan_search_text (text, ROW (row)->contract);
  quan_search_amount (text, ROW (row)->amount);
  quan_search_amount (text, ROW (row)->invoiced);
}

static char *
count (guint n)
{
  return g_strdup_printf (ngettext ("%u delivery", "%u deliveries", n), n);
}

static const char *
left_out (gconstpointer row)
{
  return ROW (row)->amount == QUAN_FEN_NONE ? _("amount missing") : NULL;
}

static char *
target (gconstpointer row)
{
  return g_strdup_printf ("%s/%s", ROW (row)->enterprise, ROW (row)->number);
}

static gboolean
remove_delivery (QuanDesk *desk, const char *key, GError **error)
{
  return quan_desk_remove_record (desk, QUAN_DELIVERIES, key, error);
}

static char *
removed (gconstpointer row)
{
  return g_strdup_printf (_("The delivery “%s” was removed."), ROW (row)->number);
}

const QuanTable quan_deliveries_table = {
  .id = "deliveries", .title = N_ ("Deliveries"), .columns = columns, .n_columns = G_N_ELEMENTS (columns),
  .sort_column = 3, .descending = TRUE, .filters = filters, .n_filters = G_N_ELEMENTS (filters),
  .walk = quan_desk_delivery_rows, .row_free = (GDestroyNotify) quan_delivery_row_free, .search = search,
  .count = count, .left_out = left_out, .note = quan_left_out_note, .open_action = "win.open-delivery",
  .target = target, .remove = remove_delivery, .remove_label = N_ ("_Remove the delivery"), .removed = removed,
  .button = N_ ("_New delivery"), .button_name = N_ ("New delivery"),
  .empty_title = N_ ("There are no deliveries yet"),
  .empty_text = N_ ("A delivery record says for which days compute was delivered. An invoice counts for a redemption"
                    " once it names one. A workspace with deliveries can be imported."),
  .empty_button = N_ ("_Enter the first delivery"), .empty_button_name = N_ ("Enter the first delivery"),
  .empty_action = "win.new-delivery",
};
