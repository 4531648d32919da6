/* Step 1: every field shows its fact, what is typed is handed over by its path, and the step says how it stands. */
#include "tests/ui/page-window.h"
#include "ui/entries/error-summary.h"
#include "ui/entries/form-field.h"
#include "ui/entries/form-grid.h"
#include "ui/wizard/enterprise-page.h"

static void
assert_judged (PageWindow *on, QuanStepState state, const char *sentence)
{
  g_autofree char *said = NULL;

  g_assert_cmpint (quan_wizard_page_judge (on->page, on->prepared, &said), ==, state);
  g_assert_cmpstr (said, ==, sentence);
}

static void
test_shown (void)
{
  static const struct {
    const char *path, *text;
  } facts[] = {
    { "enterprise.name", "北京示例智能科技有限公司" },
    { "enterprise.uscc", "91110108MA01ABC25F" },
    { "enterprise.entity_type", "company" },
    { "enterprise.region", "110108" },
    { "enterprise.industry_code", "I6513" },
    { "enterprise.address", "北京市海淀区示例路8号示例科技园3号楼6层" },
    { "enterprise.legal_representative", "陈明远" },
    { "enterprise.established", "2018-05-01" },
    { "enterprise.contact.name", "王思齐（财务部）" },
    { "enterprise.contact.phone", "010-5555 0123" },
    { "enterprise.contact.email", "finance@example.com" },
    { "enterprise.bank.account_name", "北京示例智能科技有限公司" },
    { "enterprise.bank.bank_name", "示例银行北京中关村支行" },
    { "enterprise.bank.account", "0200001909200012345" },
    { "enterprise.bank.cnaps", "999100000018" },
    { "enterprise.ai_direction", "confirmed" },
    { "enterprise.finance_system", "yes" },
    { "enterprise.dishonesty_records", "none" },
    { "enterprise.credit_checked_on", "2025-06-25" },
  };
  PageWindow on;

  page_window_open (&on, QUAN_TYPE_ENTERPRISE_PAGE, "HT-2025-001");
  page_window_present (&on);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    page_window_assert_text (&on, facts[i].path, facts[i].text);
  assert_judged (&on, QUAN_STEP_DONE, "Complete");
  page_window_close (&on);
}

/* A wrong text is kept, listed in the field's words, and judged; a missing declaration leaves the step unknown. */
static void
test_typed (void)
{
  PageWindow on;
  GtkWidget *summary;

  page_window_open (&on, QUAN_TYPE_ENTERPRISE_PAGE, "HT-2025-001");
  page_window_present (&on);
  summary = page_window_find (&on, QUAN_TYPE_ERROR_SUMMARY);
  g_assert_false (gtk_widget_get_visible (summary));
  quan_form_field_type (page_window_field (&on, "enterprise.established"), "2018-2-30");
  page_window_assert_told (&on, "enter enterprise.established 2018-2-30\n");
  page_window_assert_text (&on, "enterprise.established", "2018-2-30");
  g_assert_true (gtk_widget_get_visible (summary));
  assert_judged (&on, QUAN_STEP_WRONG, "1 to be corrected");
  g_assert_true (quan_error_summary_grab (QUAN_ERROR_SUMMARY (summary)));
  g_signal_emit_by_name (gtk_root_get_focus (GTK_ROOT (on.window)), "clicked");
  page_window_settle ();
  page_window_assert_told (&on, "reveal enterprise.established \n");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (on.window)),
                                         GTK_WIDGET (page_window_field (&on, "enterprise.established"))));

  quan_form_field_type (page_window_field (&on, "enterprise.established"), "2018年5月1日");
  page_window_assert_text (&on, "enterprise.established", "2018-05-01");
  quan_form_field_type (page_window_field (&on, "enterprise.dishonesty_records"), "");
  assert_judged (&on, QUAN_STEP_UNKNOWN, "The declaration on dishonesty is missing");
  quan_form_field_type (page_window_field (&on, "enterprise.finance_system"), "");
  assert_judged (&on, QUAN_STEP_UNKNOWN, "2 facts are missing");
  page_window_close (&on);
}

static void
count_cut (QuanFormField *field, gpointer data)
{
  GtkWidget *widget = GTK_WIDGET (field);
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (gtk_widget_get_width (widget) < least)
    g_error ("%s is cut: %d of %d.", quan_form_field_get_path (field), gtk_widget_get_width (widget), least);
}

/* Three columns where there is room, fewer where text is large, and no field narrower than it asks for. */
static void
test_columns (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  PageWindow on;
  GtkWidget *card;
  int usual;

  page_window_open (&on, QUAN_TYPE_ENTERPRISE_PAGE, "HT-2025-001");
  page_window_present (&on);
  card = gtk_widget_get_parent (GTK_WIDGET (page_window_field (&on, "enterprise.name")));
  g_assert_cmpint (quan_form_grid_n_columns (QUAN_FORM_GRID (card)), ==, 3);
  quan_form_foreach (GTK_WIDGET (on.page), count_cut, NULL);
  g_object_get (settings, "gtk-xft-dpi", &usual, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  page_window_settle ();
  g_assert_cmpint (quan_form_grid_n_columns (QUAN_FORM_GRID (card)), <, 3);
  quan_form_foreach (GTK_WIDGET (on.page), count_cut, NULL);
  g_object_set (settings, "gtk-xft-dpi", usual, NULL);
  page_window_close (&on);
}

int
main (int argc, char *argv[])
{
  g_auto (StorePlace) home = desk_home_new ();

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/enterprise-page/shown", test_shown);
  g_test_add_func ("/ui/enterprise-page/typed", test_typed);
  g_test_add_func ("/ui/enterprise-page/columns", test_columns);
  return g_test_run ();
}
