#include "ui/registers/contracts-page.h"

#include <glib/gi18n-lib.h>

#include "ui/entries/figures.h"
#include "ui/registers/register.h"
#include "ui/registers/row-text.h"
#include "ui/state-mark.h"

struct _QuanContractsPage {
  QuanPage parent_instance;
};

G_DEFINE_FINAL_TYPE (QuanContractsPage, quan_contracts_page, QUAN_TYPE_PAGE)

#define ROW(row) ((const QuanContractRow *) (row))

static char *number_text (gconstpointer row) { return g_strdup (ROW (row)->number); }
static char *title_text (gconstpointer row) { return g_strdup (ROW (row)->title); }
static char *provider_text (gconstpointer row) { return g_strdup (ROW (row)->provider); }
static char *signed_text (gconstpointer row) { return quan_date_figure (ROW (row)->signed_on); }
static char *ends_text (gconstpointer row) { return quan_date_figure (ROW (row)->ends); }
static char *compute_text (gconstpointer row) { return quan_figure (ROW (row)->compute); }
static char *other_text (gconstpointer row) { return quan_figure (ROW (row)->other); }
static char *base_text (gconstpointer row) { return quan_figure (ROW (row)->base); }
static char *ceiling_text (gconstpointer row) { return quan_figure (ROW (row)->ceiling); }

static char *
days_text (gconstpointer row)
{
  return ROW (row)->days_inside < 0 || ROW (row)->days_total < 0
           ? quan_figure (QUAN_FEN_NONE) : g_strdup_printf ("%d/%d", ROW (row)->days_inside, ROW (row)->days_total);
}

static char *
state_text (gconstpointer row)
{
  return g_strdup (quan_contract_state_name (ROW (row)->state, quan_language_of_locale ()));
}

static gint64 signed_key (gconstpointer row) { return quan_date_key (ROW (row)->signed_on); }
static gint64 ends_key (gconstpointer row) { return quan_date_key (ROW (row)->ends); }
static gint64 compute_key (gconstpointer row) { return quan_fen_key (ROW (row)->compute); }
static gint64 other_key (gconstpointer row) { return quan_fen_key (ROW (row)->other); }
static gint64 base_key (gconstpointer row) { return quan_fen_key (ROW (row)->base); }
static gint64 ceiling_key (gconstpointer row) { return quan_fen_key (ROW (row)->ceiling); }
static gint64 state_key (gconstpointer row) { return ROW (row)->state; }

static gint64
days_key (gconstpointer row)
{
  return ROW (row)->days_inside < 0 ? QUAN_NO_KEY : ROW (row)->days_inside;
}

static QuanFen compute_sum (gconstpointer row) { return ROW (row)->compute; }
static QuanFen other_sum (gconstpointer row) { return ROW (row)->other; }
static QuanFen base_sum (gconstpointer row) { return ROW (row)->counts ? ROW (row)->base : QUAN_FEN_NONE; }
static QuanFen ceiling_sum (gconstpointer row) { return ROW (row)->counts ? ROW (row)->ceiling : QUAN_FEN_NONE; }

static const char *
state_icon (gconstpointer row)
{
  return quan_contract_state_icon (ROW (row)->state);
}

static const char *
state_class (gconstpointer row)
{
  return quan_contract_state_class (ROW (row)->state);
}

/* What does not count stands back. */
static const char *
figure_class (gconstpointer row)
{
  return ROW (row)->counts ? NULL : "left-out";
}

static const QuanColumn columns[] = {
  { "number", N_ ("Contract"), 112, .classes = "strong", .text = number_text },
  { "title", N_ ("Title"), 110, .expands = TRUE, .text = title_text },
  { "provider", N_ ("Provider"), 90, .classes = "dim", .text = provider_text },
  { "signed", N_ ("Signed"), 94, .classes = "num", .text = signed_text, .number = signed_key },
  { "ends", N_ ("Ends"), 94, .classes = "num", .text = ends_text, .number = ends_key },
  { "compute", N_ ("Compute (¥)"), 112, TRUE, .classes = "num", .text = compute_text, .number = compute_key,
    .sum = compute_sum },
  { "other", N_ ("Other (¥)"), 98, TRUE, .classes = "num dim", .text = other_text, .number = other_key,
    .sum = other_sum },
  { "days", N_ ("Days inside"), 100, TRUE, .classes = "num dim small", .text = days_text, .number = days_key },
  { "base", N_ ("Base (¥)"), 112, TRUE, .classes = "num", .text = base_text, .number = base_key,
    .css_class = figure_class, .sum = base_sum },
  { "ceiling", N_ ("Ceiling (¥)"), 112, TRUE, .classes = "num strong", .text = ceiling_text, .number = ceiling_key,
    .css_class = figure_class, .sum = ceiling_sum },
  { "state", N_ ("State"), 120, .text = state_text, .number = state_key, .css_class = state_class, .icon = state_icon },
};

static char *year_value (gconstpointer row) { return quan_year_text (ROW (row)->signed_on); }

static const QuanRowFilter filters[] = {
  { "year", N_ ("All years"), N_ ("Year of signing"), TRUE, year_value },
  { "provider", N_ ("All providers"), N_ ("Provider"), FALSE, provider_text },
  { "state", N_ ("All states"), N_ ("State"), FALSE, state_text },
};

static void
search (gconstpointer row, GString *text)
{
  quan_search_text (text, ROW (row)->number);
  quan_search_text (text, ROW (row)->title);
  quan_search_text (text, ROW (row)->provider);
  quan_search_amount (text, ROW (row)->compute);
  quan_search_amount (text, ROW (row)->other);
  quan_search_amount (text, ROW (row)->base);
  quan_search_amount (text, ROW (row)->ceiling);
}

static char *
count (guint n)
{
  return g_strdup_printf (ngettext ("%u contract", "%u contracts", n), n);
}

/* Why base and ceiling leave a contract out. */
static const char *
left_out (gconstpointer row)
{
  QuanContractState state = ROW (row)->state;

  if (ROW (row)->counts && ROW (row)->base != QUAN_FEN_NONE)
    return NULL;
  return quan_contract_state_name (ROW (row)->counts ? QUAN_CONTRACT_UNDETERMINED : state, quan_language_of_locale ());
}

static char *
note (guint n, const char *reasons)
{
  return g_strdup_printf (ngettext ("Base and ceiling leave out %u (%s)", "Base and ceiling leave out %u (%s)", n), n,
                          reasons);
}

static char *
target (gconstpointer row)
{
  return g_strdup_printf ("%s/%s", ROW (row)->enterprise, ROW (row)->number);
}

static gboolean
remove_contract (QuanDesk *desk, const char *name, GError **error)
{
  return quan_desk_remove_contract (desk, NULL, name, error);
}

static char *
removed (gconstpointer row)
{
  return g_strdup_printf (_("The contract “%s” was removed."), ROW (row)->number);
}

static const QuanTable table = {
  .id = "contracts", .title = N_ ("Contracts"), .columns = columns, .n_columns = G_N_ELEMENTS (columns),
  .sort_column = 3, .descending = TRUE, .filters = filters, .n_filters = G_N_ELEMENTS (filters),
  .walk = quan_desk_contract_rows, .row_free = (GDestroyNotify) quan_contract_row_free, .search = search,
  .count = count, .left_out = left_out, .note = note, .open_action = "win.open-contract", .target = target,
  .remove = remove_contract, .remove_label = N_ ("_Remove the contract"), .removed = removed,
  .button = N_ ("_New contract"), .button_name = N_ ("New contract"), .empty_title = N_ ("There are no contracts yet"),
  .empty_text = N_ ("A claim begins with a contract on compute. What you enter for a claim stands here afterwards; a"
                    " workspace can also be imported."),
  .empty_button = N_ ("_Start a claim"), .empty_button_name = N_ ("Start a claim"), .empty_action = "win.new-claim",
};

static void
quan_contracts_page_class_init (QuanContractsPageClass *klass)
{
  quan_register_page_class_init (QUAN_PAGE_CLASS (klass));
}

static void
quan_contracts_page_init (QuanContractsPage *self)
{
  quan_register_page_init (QUAN_PAGE (self), &table);
}
