#include "ui/registers/claims-page.h"

#include <glib/gi18n-lib.h>

#include "core/model/claim.h"
#include "ui/entries/figures.h"
#include "ui/registers/register.h"
#include "ui/registers/row-text.h"
#include "ui/state-mark.h"

struct _QuanClaimsPage {
  QuanPage parent_instance;
};

G_DEFINE_FINAL_TYPE (QuanClaimsPage, quan_claims_page, QUAN_TYPE_PAGE)

#define ROW(row) ((const QuanClaimRow *) (row))

static char *contract_text (gconstpointer row) { return g_strdup (ROW (row)->contract); }
static char *title_text (gconstpointer row) { return g_strdup (ROW (row)->title); }
static char *voucher_text (gconstpointer row) { return g_strdup (ROW (row)->voucher); }
static char *submitted_text (gconstpointer row) { return quan_date_figure (ROW (row)->submitted); }
static char *issued_text (gconstpointer row) { return quan_date_figure (ROW (row)->issued); }
static char *requested_text (gconstpointer row) { return quan_figure (ROW (row)->requested); }
static char *approved_text (gconstpointer row) { return quan_figure (ROW (row)->approved); }

static char *
state_text (gconstpointer row)
{
  return g_strdup (quan_term_name (quan_vocabulary_term (&quan_claim_states, ROW (row)->state),
                                   quan_language_of_locale ()));
}

static gint64 submitted_key (gconstpointer row) { return quan_date_key (ROW (row)->submitted); }
static gint64 issued_key (gconstpointer row) { return quan_date_key (ROW (row)->issued); }
static gint64 requested_key (gconstpointer row) { return quan_fen_key (ROW (row)->requested); }
static gint64 approved_key (gconstpointer row) { return quan_fen_key (ROW (row)->approved); }
static gint64 state_key (gconstpointer row) { return ROW (row)->state; }

static const char *
state_icon (gconstpointer row)
{
  return quan_contract_state_icon (quan_claim_mark (ROW (row)->state));
}

static const char *
state_class (gconstpointer row)
{
  return quan_contract_state_class (quan_claim_mark (ROW (row)->state));
}

static gboolean
is_over (gconstpointer row)
{
  return ROW (row)->state == QUAN_CLAIM_WITHDRAWN || ROW (row)->state == QUAN_CLAIM_REJECTED;
}

static const char *
figure_class (gconstpointer row)
{
  return is_over (row) ? "left-out" : NULL;
}

static QuanFen requested_sum (gconstpointer row) { return is_over (row) ? QUAN_FEN_NONE : ROW (row)->requested; }
static QuanFen approved_sum (gconstpointer row) { return is_over (row) ? QUAN_FEN_NONE : ROW (row)->approved; }

static const QuanColumn columns[] = {
  { "contract", N_ ("Contract"), 112, .classes = "strong", .text = contract_text },
  { "title", N_ ("Title"), 200, .expands = TRUE, .text = title_text },
  { "state", N_ ("State"), 112, .text = state_text, .number = state_key, .css_class = state_class, .icon = state_icon },
  { "submitted", N_ ("Submitted"), 96, .classes = "num", .text = submitted_text, .number = submitted_key },
  { "requested", N_ ("Requested (¥)"), 128, TRUE, .classes = "num", .text = requested_text, .number = requested_key,
    .css_class = figure_class, .sum = requested_sum },
  { "approved", N_ ("Approved (¥)"), 128, TRUE, .classes = "num strong", .text = approved_text,
    .number = approved_key, .css_class = figure_class, .sum = approved_sum },
  { "voucher", N_ ("Voucher"), 140, .text = voucher_text },
  { "issued", N_ ("Issued"), 96, .classes = "num", .text = issued_text, .number = issued_key },
};

static char *year_value (gconstpointer row) { return quan_year_text (ROW (row)->submitted); }

static const QuanRowFilter filters[] = {
  { "year", N_ ("All years"), N_ ("Year of submission"), TRUE, year_value },
  { "state", N_ ("All states"), N_ ("State"), FALSE, state_text },
};

static void
search (gconstpointer row, GString *text)
{
  quan_search_text (text, ROW (row)->contract);
  quan_search_text (text, ROW (row)->title);
  quan_search_text (text, ROW (row)->voucher);
  quan_search_amount (text, ROW (row)->requested);
  quan_search_amount (text, ROW (row)->approved);
}

static char *
count (guint n)
{
  return g_strdup_printf (ngettext ("%u claim", "%u claims", n), n);
}

static const char *
left_out (gconstpointer row)
{
  return is_over (row) ? quan_term_name (quan_vocabulary_term (&quan_claim_states, ROW (row)->state),
                                         quan_language_of_locale ()) : NULL;
}

static char *
target (gconstpointer row)
{
  return g_strdup_printf ("%s/%s", ROW (row)->enterprise, ROW (row)->contract);
}

static const QuanTable table = {
  .id = "claims", .title = N_ ("Claims"), .columns = columns, .n_columns = G_N_ELEMENTS (columns),
  .sort_column = 3, .descending = TRUE, .filters = filters, .n_filters = G_N_ELEMENTS (filters),
  .walk = quan_desk_claim_rows, .row_free = (GDestroyNotify) quan_claim_row_free, .search = search, .count = count,
  .left_out = left_out, .note = quan_left_out_note, .open_action = "win.open-contract", .target = target,
  .button = N_ ("_New claim"), .button_name = N_ ("New claim"), .empty_title = N_ ("There are no claims yet"),
  .empty_text = N_ ("Claims that were begun or submitted stand here, with what was approved and its voucher."),
  .empty_button = N_ ("_Start a claim"), .empty_button_name = N_ ("Start a claim"), .empty_action = "win.new-claim",
};

static void
quan_claims_page_class_init (QuanClaimsPageClass *klass)
{
  quan_register_page_class_init (QUAN_PAGE_CLASS (klass));
}

static void
quan_claims_page_init (QuanClaimsPage *self)
{
  quan_register_page_init (QUAN_PAGE (self), &table);
}
