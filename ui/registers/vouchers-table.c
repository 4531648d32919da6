/* The register of vouchers. */
#include <glib/gi18n-lib.h>

#include "ui/entries/figures.h"
#include "ui/registers/row-text.h"
#include "ui/registers/tables.h"

#define ROW(row) ((const QuanVoucherRow *) (row))

static char *voucher_text (gconstpointer row) { return g_strdup (ROW (row)->voucher); }
static char *contract_text (gconstpointer row) { return g_strdup (ROW (row)->contract); }
static char *title_text (gconstpointer row) { return g_strdup (ROW (row)->title); }
static char *issued_text (gconstpointer row) { return quan_date_figure (ROW (row)->issued); }
static char *value_text (gconstpointer row) { return quan_figure (ROW (row)->value); }
static char *redeemed_text (gconstpointer row) { return quan_figure (ROW (row)->redeemed); }
static char *left_text (gconstpointer row) { return quan_figure (ROW (row)->left); }

/* A voucher that is good for ever has no date, which is not one that is missing. */
static char *
expires_text (gconstpointer row)
{
  return ROW (row)->expires != QUAN_DATE_NONE ? quan_date_figure (ROW (row)->expires) : g_strdup (_("No end"));
}

static const char *
expires_class (gconstpointer row)
{
  return ROW (row)->expires == QUAN_DATE_NONE ? "left-out" : NULL;
}

static gint64 issued_key (gconstpointer row) { return quan_date_key (ROW (row)->issued); }
static gint64 expires_key (gconstpointer row) { return quan_date_key (ROW (row)->expires); }
static gint64 value_key (gconstpointer row) { return quan_fen_key (ROW (row)->value); }
static gint64 redeemed_key (gconstpointer row) { return quan_fen_key (ROW (row)->redeemed); }
static gint64 left_key (gconstpointer row) { return quan_fen_key (ROW (row)->left); }

static const char *
redeemed_class (gconstpointer row)
{
  return ROW (row)->redeemed == 0 ? "left-out" : NULL;
}

static QuanFen value_sum (gconstpointer row) { return ROW (row)->value; }
static QuanFen redeemed_sum (gconstpointer row) { return ROW (row)->redeemed; }
static QuanFen left_sum (gconstpointer row) { return ROW (row)->left; }

static const QuanColumn columns[] = {
  { "voucher", N_ ("Voucher"), 150, .classes = "strong", .text = voucher_text },
  { "contract", N_ ("Contract"), 112, .text = contract_text },
  { "title", N_ ("Title"), 160, .expands = TRUE, .text = title_text },
  { "issued", N_ ("Issued"), 96, .classes = "num", .text = issued_text, .number = issued_key },
  { "expires", N_ ("Good until"), 100, .classes = "num", .text = expires_text, .number = expires_key,
    .css_class = expires_class },
  { "value", N_ ("Value (¥)"), 124, TRUE, .classes = "num", .text = value_text, .number = value_key,
    .sum = value_sum },
  { "redeemed", N_ ("Redeemed (¥)"), 124, TRUE, .classes = "num", .text = redeemed_text, .number = redeemed_key,
    .css_class = redeemed_class, .sum = redeemed_sum },
  { "left", N_ ("Left (¥)"), 124, TRUE, .classes = "num strong", .text = left_text, .number = left_key,
    .sum = left_sum },
};

static char *year_value (gconstpointer row) { return quan_year_text (ROW (row)->issued); }

static const QuanRowFilter filters[] = {
  { "year", N_ ("All years"), N_ ("Year of issue"), TRUE, year_value },
};

static void
search (gconstpointer row, GString *text)
{
  quan_search_text (text, ROW (row)->voucher);
  quan_search_text (text, ROW (row)->contract);
  quan_search_text (text, ROW (row)->title);
  quan_search_amount (text, ROW (row)->value);
  quan_search_amount (text, ROW (row)->redeemed);
  quan_search_amount (text, ROW (row)->left);
}

static char *
count (guint n)
{
  return g_strdup_printf (ngettext ("%u voucher", "%u vouchers", n), n);
}

static char *
target (gconstpointer row)
{
  return g_strdup_printf ("%s/%s", ROW (row)->enterprise, ROW (row)->contract);
}

const QuanTable quan_vouchers_table = {
  .id = "vouchers", .title = N_ ("Vouchers"), .columns = columns, .n_columns = G_N_ELEMENTS (columns),
  .sort_column = 3, .descending = TRUE, .filters = filters, .n_filters = G_N_ELEMENTS (filters),
  .walk = quan_desk_voucher_rows, .row_free = (GDestroyNotify) quan_voucher_row_free, .search = search,
  .count = count, .open_action = "win.open-contract", .target = target,
  .empty_title = N_ ("There are no vouchers yet"),
  .empty_text = N_ ("A claim that was approved brings a voucher. Record the approval on the claim's last step; its voucher"
                    " stands here afterwards, with what is left of it."),
  .empty_button = N_ ("To the _claims"), .empty_button_name = N_ ("To the claims"),
  .empty_action = "win.go-to::claims",
};
