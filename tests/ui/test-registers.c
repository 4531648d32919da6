/* The registers on a real store: rows, order, search, filters, sums, and that nothing of them is left. */
#include "tests/ui/register-window.h"
#include "tests/ui/widgets.h"

#include <locale.h>
#include <string.h>

#include "ui/registers/claims-page.h"
#include "ui/registers/contracts-page.h"
#include "ui/registers/footer.h"
#include "ui/registers/invoices-page.h"
#include "ui/registers/journal-page.h"
#include "ui/registers/providers-page.h"
#include "ui/registers/redemptions-page.h"
#include "ui/settings.h"

static gboolean
keep_rows (GPtrArray *rows, gpointer data)
{
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (data, rows->pdata[i]);
  return TRUE;
}

static const QuanContractRow *
contract_of (GPtrArray *rows, const char *number)
{
  for (guint i = 0; i < rows->len; i++)
    if (strcmp (((const QuanContractRow *) rows->pdata[i])->number, number) == 0)
      return rows->pdata[i];
  return NULL;
}

static const QuanContractRow *
contract_at (RegisterWindow *window, guint i)
{
  return quan_register_row (window->shown, i);
}

static const char *
label_text (RegisterWindow *window, const char *name)
{
  return gtk_label_get_text (GTK_LABEL (quan_footer_sum (QUAN_FOOTER (quan_register_footer (window->shown)), name)));
}

static void
search_for (RegisterWindow *window, const char *text)
{
  quan_page_search (QUAN_PAGE (window->page), text);
  register_window_settle (window);
}

static void
sort_by (RegisterWindow *window, const char *column, gboolean descending)
{
  quan_register_sort (window->shown, column, descending);
  register_window_settle (window);
}

/* The register shows what the desk says, the latest signed first, with the sums of what counts. */
static void
test_rows (void)
{
  g_autofree char *sample = register_window_sample ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) quan_contract_row_free);
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_open (place.path, "2025-07-10");
  QuanImport import = desk_import (desk, &place, sample);
  g_autoptr (GError) error = NULL;
  QuanFen base = 0;
  char buf[QUAN_MONEY_BUF];
  RegisterWindow window;

  quan_import_clear (&import);
  register_window_open (&window, sample, QUAN_TYPE_CONTRACTS_PAGE);
  g_assert_true (quan_desk_contract_rows (desk, NULL, keep_rows, rows, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (quan_register_length (window.shown), ==, rows->len);
  g_assert_cmpuint (rows->len, ==, 4);
  for (guint i = 0; i < rows->len; i++) {
    const QuanContractRow *row = contract_at (&window, i), *same = contract_of (rows, row->number);

    g_assert_nonnull (same);
    g_assert_cmpint (row->base, ==, same->base);
    g_assert_cmpint (row->ceiling, ==, same->ceiling);
    g_assert_cmpint (row->state, ==, same->state);
    if (i > 0)
      g_assert_cmpint (contract_at (&window, i - 1)->signed_on, >=, row->signed_on);
    if (row->counts)
      quan_money_add_known (&base, row->base);
  }
  g_assert_cmpstr (quan_register_shown (window.shown), ==, "table");
  g_assert_cmpstr (label_text (&window, "base"), ==, quan_money_grouped (base, buf));
  g_assert_cmpstr (label_text (&window, "compute"), ==, "3,760,000.00");
  g_assert_nonnull (strstr (label_text (&window, "note"), "1"));
  register_window_close (&window);
}

static void
test_sort (void)
{
  g_autofree char *sample = register_window_sample ();
  RegisterWindow window;

  register_window_open (&window, sample, QUAN_TYPE_CONTRACTS_PAGE);
  for (int descending = 0; descending <= 1; descending++) {
    sort_by (&window, "ceiling", descending);
    for (guint i = 1; i < quan_register_length (window.shown); i++) {
      QuanFen one = contract_at (&window, i - 1)->ceiling, two = contract_at (&window, i)->ceiling;

      g_assert_true (descending ? one >= two : one <= two);
    }
  }
  register_window_close (&window);
}

#define CONTRACT(number, title) \
  "{\"number\":\"" number "\",\"enterprise\":\"" DESK_ENTERPRISE "\",\"title\":\"" title "\"}"

/* By pinyin: 安 bei 北 chan 产 yu 语, which is not the order of their characters. One contract has no title. */
static void
test_pinyin (void)
{
  static const char *const expected[] = { "HT-3", "HT-4", "HT-2", "HT-1", "HT-5" };
  RegisterWindow window;

  register_window_open (&window, "{\"format\":\"quan-workspace\",\"version\":1,\"enterprises\":[{\"uscc\":\"" DESK_ENTERPRISE
                        "\",\"region\":\"110108\"}],\"contracts\":[" CONTRACT ("HT-1", "语音模型推理算力") ","
                        CONTRACT ("HT-2", "产线缺陷检测") "," CONTRACT ("HT-3", "安全审查模型") ","
                        CONTRACT ("HT-4", "北方气象模型") ",{\"number\":\"HT-5\",\"enterprise\":\"" DESK_ENTERPRISE "\"}]}",
                        QUAN_TYPE_CONTRACTS_PAGE);
  sort_by (&window, "title", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (contract_at (&window, i)->number, ==, expected[i]);
  sort_by (&window, "title", TRUE);
  g_assert_cmpstr (contract_at (&window, 0)->number, ==, "HT-1");
  g_assert_cmpstr (contract_at (&window, 4)->number, ==, "HT-5");
  search_for (&window, "模");
  g_assert_cmpuint (quan_register_length (window.shown), ==, 3);
  register_window_close (&window);
}

static void
test_search (void)
{
  static const struct { const char *text; guint found; } rows[] = {
    { "ht-2025-00", 3 }, { "HT－2024－009", 1 }, { "1,200,000", 2 }, { "1200000.00", 2 }, { "无此合同", 0 }, { "", 4 },
  };
  g_autofree char *sample = register_window_sample ();
  RegisterWindow window;

  register_window_open (&window, sample, QUAN_TYPE_CONTRACTS_PAGE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    search_for (&window, rows[i].text);
    g_assert_cmpuint (quan_register_length (window.shown), ==, rows[i].found);
    g_assert_cmpstr (quan_register_shown (window.shown), ==, rows[i].found > 0 ? "table" : "nothing");
  }
  search_for (&window, "无此合同");
  gtk_widget_activate_action (GTK_WIDGET (window.shown), "register.clear", NULL);
  register_window_settle (&window);
  g_assert_cmpuint (quan_register_length (window.shown), ==, 4);
  g_assert_cmpstr (window.told->pdata[0], ==, "clear-search ");
  register_window_close (&window);
}

static void
test_filter (void)
{
  g_autofree char *sample = register_window_sample ();
  GtkDropDown *year;
  RegisterWindow window;

  register_window_open (&window, sample, QUAN_TYPE_CONTRACTS_PAGE);
  year = GTK_DROP_DOWN (quan_register_filter (window.shown, "year"));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (year)), ==, 3);
  gtk_drop_down_set_selected (year, 2);
  register_window_settle (&window);
  g_assert_cmpuint (quan_register_length (window.shown), ==, 1);
  g_assert_cmpstr (contract_at (&window, 0)->number, ==, "HT-2024-009");
  g_assert_cmpstr (label_text (&window, "compute"), ==, "1,200,000.00");
  register_window_close (&window);
}

/* Enter opens; a contract nothing refers to is removed, and that can be undone. */
static void
test_acts (void)
{
  g_autofree char *sample = register_window_sample ();
  GtkSelectionModel *selection;
  RegisterWindow window;

  register_window_open (&window, sample, QUAN_TYPE_CONTRACTS_PAGE);
  selection = gtk_column_view_get_model (quan_register_view (window.shown));
  sort_by (&window, "number", FALSE);
  g_signal_emit_by_name (quan_register_view (window.shown), "activate", 1u);
  g_assert_cmpstr (window.told->pdata[0], ==, "open-contract '" DESK_ENTERPRISE "/HT-2025-001'");
  gtk_selection_model_select_item (selection, 3, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window.shown), "register.remove", NULL);
  while (window.told->len < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_str_has_suffix (window.told->pdata[1], ", true)"));
  register_window_settle (&window);
  g_assert_cmpuint (quan_register_length (window.shown), ==, 3);
  quan_office_undo (window.office, NULL, NULL);
  while (quan_register_length (window.shown) < 4)
    g_main_context_iteration (NULL, TRUE);
  register_window_close (&window);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

/* Rows that stay selected while they are sorted are copied in their order. */
static void
test_copy (void)
{
  g_autofree char *sample = register_window_sample ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GtkSelectionModel *selection;
  RegisterWindow window;

  register_window_open (&window, sample, QUAN_TYPE_CONTRACTS_PAGE);
  selection = gtk_column_view_get_model (quan_register_view (window.shown));
  sort_by (&window, "number", FALSE);
  gtk_selection_model_select_range (selection, 0, 2, TRUE);
  sort_by (&window, "number", TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window.shown), "register.copy", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (window.window), NULL, copied_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  lines = g_strsplit (text, "\n", 0);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_true (g_str_has_prefix (lines[0], "HT-2025-001\t"));
  g_assert_true (g_str_has_prefix (lines[1], "HT-2024-009\t"));
  g_assert_nonnull (strstr (lines[0], "\t1,200,000.00\t"));
  register_window_close (&window);
}

/* The other pages, and a store that holds nothing. */
static void
test_pages (void)
{
  const struct { GType type; guint length; } pages[] = {
    { QUAN_TYPE_CLAIMS_PAGE, 2 }, { QUAN_TYPE_PROVIDERS_PAGE, 2 }, { QUAN_TYPE_INVOICES_PAGE, 2 },
    { QUAN_TYPE_REDEMPTIONS_PAGE, 1 },
  };
  g_autofree char *sample = register_window_sample ();
  RegisterWindow window;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    register_window_open (&window, sample, pages[i].type);
    g_assert_cmpuint (quan_register_length (window.shown), ==, pages[i].length);
    register_window_close (&window);
    register_window_open (&window, NULL, pages[i].type);
    g_assert_cmpstr (quan_register_shown (window.shown), ==, "empty");
    register_window_close (&window);
  }
  register_window_open (&window, sample, QUAN_TYPE_JOURNAL_PAGE);
  g_assert_cmpuint (quan_register_length (window.shown), >, 0);
  register_window_close (&window);
}

/* The button that has the focus, if it says a text. */
static gboolean
is_focused (RegisterWindow *window, const char *text)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window->window));

  return GTK_IS_TOGGLE_BUTTON (focus) && gtk_widget_get_mapped (focus)
         && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (focus))
         && strcmp (gtk_button_get_label (GTK_BUTTON (focus)), text) == 0;
}

static void
press_tab (RegisterWindow *window, guint n)
{
  GtkWidget *button = widget_of_type (GTK_WIDGET (window->shown), GTK_TYPE_TOGGLE_BUTTON, n);

  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  window->shown = quan_tabbed_page_shown (QUAN_TABBED_PAGE (window->page));
  register_window_settle (window);
}

/* One register of a page is shown; its button has the focus after it was pressed, and the search goes to it. */
static void
test_tabs (void)
{
  g_autofree char *sample = register_window_sample ();
  RegisterWindow window;

  register_window_open (&window, sample, QUAN_TYPE_INVOICES_PAGE);
  press_tab (&window, 1);
  g_assert_true (is_focused (&window, "Deliveries"));
  g_assert_cmpuint (quan_register_length (window.shown), ==, 2);
  press_tab (&window, 2);
  g_assert_true (is_focused (&window, "Payments"));
  g_assert_cmpuint (quan_register_length (window.shown), ==, 3);
  search_for (&window, "HD-2025");
  g_assert_cmpuint (quan_register_length (window.shown), ==, 2);
  press_tab (&window, 1);
  g_assert_cmpuint (quan_register_length (window.shown), ==, 0);
  search_for (&window, "");
  g_assert_cmpuint (quan_register_length (window.shown), ==, 2);
  register_window_close (&window);
}

/* What is asked of the window for a row that is opened. */
static void
test_open_redemption (void)
{
  g_autofree char *sample = register_window_sample ();
  RegisterWindow window;

  register_window_open (&window, sample, QUAN_TYPE_REDEMPTIONS_PAGE);
  g_signal_emit_by_name (quan_register_view (window.shown), "activate", 0u);
  g_assert_cmpstr (window.told->pdata[0], ==, "open-redemption '" DESK_ENTERPRISE "/2024Q4'");
  press_tab (&window, 1);
  g_signal_emit_by_name (quan_register_view (window.shown), "activate", 0u);
  g_assert_cmpstr (window.told->pdata[1], ==, "open-contract '" DESK_ENTERPRISE "/HT-2024-009'");
  register_window_close (&window);
}

static GtkColumnViewColumn *
first_column (RegisterWindow *window)
{
  return g_list_model_get_item (gtk_column_view_get_columns (quan_register_view (window->shown)), 0);
}

/* A column's width is remembered; one too wide to be meant is not. */
static void
test_widths (void)
{
  static const struct { int width; gboolean kept; } rows[] = { { 231, TRUE }, { 5000, FALSE } };
  g_autofree char *sample = register_window_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GSettings) settings = quan_settings_new (&error);
    g_autoptr (GtkColumnViewColumn) column = NULL, again = NULL;
    RegisterWindow window;

    g_assert_no_error (error);
    register_window_open (&window, sample, QUAN_TYPE_CONTRACTS_PAGE);
    column = first_column (&window);
    gtk_column_view_column_set_fixed_width (column, rows[i].width);
    for (int turns = 0; turns < 8; turns++)
      register_window_settle (&window);
    g_clear_object (&column);
    register_window_close (&window);
    register_window_open (&window, sample, QUAN_TYPE_CONTRACTS_PAGE);
    again = first_column (&window);
    g_assert_true ((gtk_column_view_column_get_fixed_width (again) == rows[i].width) == rows[i].kept);
    g_clear_object (&again);
    register_window_close (&window);
    g_settings_reset (settings, QUAN_SETTING_COLUMN_WIDTHS);
  }
}

/* A page that goes while it reads and sorts lets go of everything. */
static void
test_leaving (void)
{
  g_autofree char *sample = register_window_sample ();
  RegisterWindow window;

  register_window_open (&window, sample, QUAN_TYPE_CONTRACTS_PAGE);
  quan_page_search (QUAN_PAGE (window.page), "算力");
  quan_register_load (window.shown, window.office);
  register_window_close (&window);
}

int
main (int argc, char **argv)
{
  g_auto (StorePlace) home = desk_home_new ();

  gtk_test_init (&argc, &argv, NULL);
  g_assert_nonnull (setlocale (LC_ALL, "zh_CN.UTF-8"));
  g_test_add_func ("/registers/rows", test_rows);
  g_test_add_func ("/registers/sort", test_sort);
  g_test_add_func ("/registers/pinyin", test_pinyin);
  g_test_add_func ("/registers/search", test_search);
  g_test_add_func ("/registers/filter", test_filter);
  g_test_add_func ("/registers/acts", test_acts);
  g_test_add_func ("/registers/copy", test_copy);
  g_test_add_func ("/registers/pages", test_pages);
  g_test_add_func ("/registers/tabs", test_tabs);
  g_test_add_func ("/registers/open-redemption", test_open_redemption);
  g_test_add_func ("/registers/widths", test_widths);
  g_test_add_func ("/registers/leaving", test_leaving);
  return g_test_run ();
}
