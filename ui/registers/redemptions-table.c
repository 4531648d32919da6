/* The register of redemptions. */
#include <glib/gi18n-lib.h>

#include "ui/entries/figures.h"
#include "ui/registers/row-text.h"
#include "ui/registers/tables.h"
#include "ui/state-mark.h"

#define ROW(row) ((const QuanRedemptionRow *) (row))

static char *round_text (gconstpointer row) { return g_strdup (ROW (row)->round); }
static char *submitted_text (gconstpointer row) { return quan_date_figure (ROW (row)->submitted); }
static char *vouchers_text (gconstpointer row) { return g_strdup (ROW (row)->vouchers); }
static char *invoices_text (gconstpointer row) { return g_strdup_printf ("%u", ROW (row)->invoices); }
static char *asked_text (gconstpointer row) { return quan_figure (ROW (row)->asked); }
static char *received_text (gconstpointer row) { return quan_figure (ROW (row)->received); }
static char *paid_on_text (gconstpointer row) { return quan_date_figure (ROW (row)->paid_on); }

static char *
state_text (gconstpointer row)
{
  return g_strdup (quan_term_name (quan_vocabulary_term (&quan_redemption_states, ROW (row)->state),
                                   quan_language_of_locale ()));
}

/* What came beyond what was asked for, QUAN_FEN_NONE where either is not known. */
static QuanFen
difference (gconstpointer row)
{
  QuanFen sum = ROW (row)->received;

  quan_money_add_known (&sum, ROW (row)->asked == QUAN_FEN_NONE ? QUAN_FEN_NONE : -ROW (row)->asked);
  return sum;
}

static char *
difference_text (gconstpointer row)
{
  QuanFen fen = difference (row);
  char buf[QUAN_MONEY_BUF];

  if (fen == QUAN_FEN_NONE || fen == 0)
    return quan_figure (fen);
  return fen < 0 ? g_strdup_printf (_("%s less"), quan_money_grouped (-fen, buf))
                 : g_strdup_printf (_("%s more"), quan_money_grouped (fen, buf));
}

static const char *
difference_class (gconstpointer row)
{
  QuanFen fen = difference (row);

  if (fen == QUAN_FEN_NONE || fen == 0)
    return "left-out";
  return fen < 0 ? "fail" : "review";
}

static gint64 state_key (gconstpointer row) { return ROW (row)->state; }
static gint64 submitted_key (gconstpointer row) { return quan_date_key (ROW (row)->submitted); }
static gint64 invoices_key (gconstpointer row) { return ROW (row)->invoices; }
static gint64 asked_key (gconstpointer row) { return quan_fen_key (ROW (row)->asked); }
static gint64 received_key (gconstpointer row) { return quan_fen_key (ROW (row)->received); }
static gint64 difference_key (gconstpointer row) { return quan_fen_key (difference (row)); }
static gint64 paid_on_key (gconstpointer row) { return quan_date_key (ROW (row)->paid_on); }

static const char *
state_icon (gconstpointer row)
{
  return quan_contract_state_icon (quan_redemption_mark (ROW (row)->state));
}

static const char *
state_class (gconstpointer row)
{
  return quan_contract_state_class (quan_redemption_mark (ROW (row)->state));
}

static gboolean
is_over (gconstpointer row)
{
  return ROW (row)->state == QUAN_REDEMPTION_WITHDRAWN || ROW (row)->state == QUAN_REDEMPTION_REJECTED;
}

static const char *
asked_class (gconstpointer row)
{
  return is_over (row) ? "left-out" : NULL;
}

static QuanFen asked_sum (gconstpointer row) { return is_over (row) ? QUAN_FEN_NONE : ROW (row)->asked; }
static QuanFen received_sum (gconstpointer row) { return ROW (row)->received; }

static const QuanColumn columns[] = {
  { "round", N_ ("Round"), 84, .classes = "strong", .text = round_text },
  { "state", N_ ("State"), 112, .text = state_text, .number = state_key, .css_class = state_class,
    .icon = state_icon },
  { "submitted", N_ ("Submitted"), 96, .classes = "num", .text = submitted_text, .number = submitted_key },
  { "vouchers", N_ ("Vouchers"), 140, .expands = TRUE, .classes = "dim", .text = vouchers_text },
  { "invoices", N_ ("Invoices"), 84, TRUE, .classes = "num", .text = invoices_text, .number = invoices_key },
  { "asked", N_ ("Asked for (¥)"), 130, TRUE, .classes = "num strong", .text = asked_text, .number = asked_key,
    .css_class = asked_class, .sum = asked_sum },
  { "received", N_ ("Received (¥)"), 130, TRUE, .classes = "num", .text = received_text, .number = received_key,
    .sum = received_sum },
  { "difference", N_ ("Difference (¥)"), 130, TRUE, .classes = "num", .text = difference_text,
    .number = difference_key, .css_class = difference_class },
  { "paid-on", N_ ("Paid on"), 96, .classes = "num", .text = paid_on_text, .number = paid_on_key },
};

static char *year_value (gconstpointer row) { return g_strndup (ROW (row)->round, 4); }

static const QuanRowFilter filters[] = {
  { "year", N_ ("All years"), N_ ("Year of the round"), TRUE, year_value },
  { "state", N_ ("All states"), N_ ("State"), FALSE, state_text },
};

static void
search (gconstpointer row, GString *text)
{
  quan_search_text (text, ROW (row)->round);
  quan_search_text (text, ROW (row)->vouchers);
  quan_search_text (text, ROW (row)->reason);
  quan_search_amount (text, ROW (row)->asked);
  quan_search_amount (text, ROW (row)->received);
}

static char *
count (guint n)
{
  return g_strdup_printf (ngettext ("%u redemption", "%u redemptions", n), n);
}

static const char *
left_out (gconstpointer row)
{
  return is_over (row) ? quan_term_name (quan_vocabulary_term (&quan_redemption_states, ROW (row)->state),
                                         quan_language_of_locale ()) : NULL;
}

static char *
target (gconstpointer row)
{
  return g_strdup_printf ("%s/%s", ROW (row)->enterprise, ROW (row)->round);
}

const QuanTable quan_redemptions_table = {
  .id = "redemptions", .title = N_ ("Redemptions"), .columns = columns, .n_columns = G_N_ELEMENTS (columns),
  .sort_column = 0, .descending = TRUE, .filters = filters, .n_filters = G_N_ELEMENTS (filters),
  .walk = quan_desk_redemption_rows, .row_free = (GDestroyNotify) quan_redemption_row_free, .search = search,
  .count = count, .left_out = left_out, .note = quan_left_out_note, .open_action = "win.open-redemption",
  .target = target, .empty_title = N_ ("There are no redemptions yet"),
  .button = N_ ("_Prepare a redemption"), .button_name = N_ ("Prepare a redemption"),
  .empty_text = N_ ("What was filed in a round stands here, with what was asked for and what came. The next round opens with"
                    " the invoices it takes."),
  .empty_button = N_ ("_Prepare a redemption"), .empty_button_name = N_ ("Prepare a redemption"),
  .empty_action = "win.redeem::",
};
