#include "ui/registers/providers-page.h"

#include <glib/gi18n-lib.h>

#include "ui/entries/figures.h"
#include "ui/registers/register.h"
#include "ui/registers/row-text.h"

struct _QuanProvidersPage {
  QuanPage parent_instance;
};

G_DEFINE_FINAL_TYPE (QuanProvidersPage, quan_providers_page, QUAN_TYPE_PAGE)

#define ROW(row) ((const QuanProviderRow *) (row))

static char *code_text (gconstpointer row) { return g_strdup (ROW (row)->uscc); }
static char *name_text (gconstpointer row) { return g_strdup (ROW (row)->name); }
static char *contracts_text (gconstpointer row) { return g_strdup_printf ("%u", ROW (row)->contracts); }
static char *amount_text (gconstpointer row) { return quan_figure (ROW (row)->amount); }
static gint64 contracts_key (gconstpointer row) { return ROW (row)->contracts; }
static gint64 amount_key (gconstpointer row) { return quan_fen_key (ROW (row)->amount); }
static QuanFen amount_sum (gconstpointer row) { return ROW (row)->amount; }

static const QuanColumn columns[] = {
  { "name", N_ ("Name"), 280, .expands = TRUE, .classes = "strong", .text = name_text },
  { "code", N_ ("Credit code"), 190, .classes = "num", .text = code_text },
  { "contracts", N_ ("Contracts"), 96, TRUE, .classes = "num", .text = contracts_text, .number = contracts_key },
  { "amount", N_ ("Amount (¥)"), 150, TRUE, .classes = "num", .text = amount_text, .number = amount_key,
    .sum = amount_sum },
};

static void
search (gconstpointer row, GString *text)
{
  quan_search_text (text, ROW (row)->uscc);
  quan_search_text (text, ROW (row)->name);
  quan_search_amount (text, ROW (row)->amount);
}

static char *
count (guint n)
{
  return g_strdup_printf (ngettext ("%u provider", "%u providers", n), n);
}

static const char *
left_out (gconstpointer row)
{
  return ROW (row)->amount == QUAN_FEN_NONE ? _("an amount is unknown") : NULL;
}

static char *
note (guint n, const char *reasons)
{
  return g_strdup_printf (ngettext ("The sum leaves out %u (%s)", "The sum leaves out %u (%s)", n), n, reasons);
}

static char *
target (gconstpointer row)
{
  return g_strdup (ROW (row)->uscc);
}

static char *
removed (gconstpointer row)
{
  return g_strdup_printf (_("The provider “%s” was removed."), ROW (row)->name != NULL ? ROW (row)->name : ROW (row)->uscc);
}

static const QuanTable table = {
  .id = "providers", .title = N_ ("Providers"), .columns = columns, .n_columns = G_N_ELEMENTS (columns),
  .walk = quan_desk_provider_rows, .row_free = (GDestroyNotify) quan_provider_row_free, .search = search,
  .count = count, .left_out = left_out, .note = note, .target = target, .remove = quan_desk_remove_provider,
  .remove_label = N_ ("_Remove the provider"), .removed = removed, .empty_title = N_ ("There are no providers yet"),
  .empty_text = N_ ("A provider is entered with the first contract that names it."),
  .empty_button = N_ ("_Start a claim"), .empty_button_name = N_ ("Start a claim"), .empty_action = "win.new-claim",
};

static void
quan_providers_page_class_init (QuanProvidersPageClass *klass)
{
  quan_register_page_class_init (QUAN_PAGE_CLASS (klass));
}

static void
quan_providers_page_init (QuanProvidersPage *self)
{
  quan_register_page_init (QUAN_PAGE (self), &table);
}
