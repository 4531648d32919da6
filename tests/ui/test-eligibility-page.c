/* The eligibility page: every golden check case is shown as the desk answers it, and rows lead to their fields. */
#include <string.h>

#include "tests/ui/desk-window.h"
#include "tests/ui/golden-page.h"
#include "ui/state-mark.h"
#include "ui/wizard/eligibility-page.h"
#include "ui/wizard/rule-row.h"

static GtkWidget *
page_new (void)
{
  return g_object_ref_sink (g_object_new (QUAN_TYPE_ELIGIBILITY_PAGE, NULL));
}

static const char *
member (const json_t *object, const char *key)
{
  return json_string_value (json_object_get (object, key));
}

static void
assert_rule_shown (GtkWidget *page, const json_t *rule)
{
  g_autofree char *name = g_strconcat ("rule-", member (rule, "id"), NULL);
  GtkWidget *row = widget_named (page, name);
  const json_t *fixes = json_object_get (rule, "fix");
  QuanVerdict verdict = 0;

  while (!g_str_equal (quan_verdict_id (verdict), member (rule, "verdict")))
    verdict++;
  g_assert_nonnull (row);
  g_assert_cmpstr (label_named (row, "tag"), ==, quan_verdict_name (verdict, QUAN_LANGUAGE_EN));
  g_assert_cmpstr (label_named (row, "clause"), ==, member (rule, "clause"));
  g_assert_cmpstr (label_named (row, "reason"), ==, member (rule, "reason"));
  if (member (rule, "margin") != NULL)
    g_assert_true (g_str_has_suffix (label_named (row, "margin"), member (rule, "margin") + (*member (rule, "margin") == '-')));
  else
    g_assert_null (widget_named (row, "margin"));
  if (json_array_size (fixes) > 0)
    g_assert_nonnull (strstr (label_named (row, "fix"), json_string_value (json_array_get (fixes, 0))));
  g_assert_cmpint (widget_named (row, "differ") != NULL, ==, json_array_size (json_object_get (rule, "differs_under")) > 0);
}

static void
assert_aggregate_shown (GtkWidget *page, const json_t *answer)
{
  static const struct { const char *verdict, *begins; } sentences[] = {
    { "pass", "Eligible" }, { "fail", "Not eligible" }, { "review", "Nothing speaks against it" },
    { "unknown", "Cannot be judged yet" },
  };
  const json_t *rules = json_object_get (answer, "rules");

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    g_assert_cmpint (g_str_has_prefix (label_named (page, "verdict"), sentences[i].begins), ==,
                     g_str_equal (member (answer, "verdict"), sentences[i].verdict));
  for (int verdict = 0; verdict < QUAN_N_VERDICTS; verdict++) {
    g_autofree char *name = g_strconcat ("count-", quan_verdict_id (verdict), NULL);
    g_autofree char *expected = NULL;
    int n = 0;

    for (size_t i = 0; i < json_array_size (rules); i++)
      n += g_str_equal (member (json_array_get (rules, i), "verdict"), quan_verdict_id (verdict));
    expected = n > 0 ? g_strdup_printf ("%d", n) : NULL;
    g_assert_cmpstr (label_named (page, name), ==, expected);
  }
}

static void
test_golden (const json_t *golden, const QuanPrepared *prepared, const json_t *answer)
{
  GtkWidget *page = page_new ();
  const json_t *rules = json_object_get (answer, "rules");

  quan_wizard_page_show (QUAN_WIZARD_PAGE (page), prepared);
  gtk_expander_set_expanded (GTK_EXPANDER (widget_named (page, "folded")), TRUE);
  assert_aggregate_shown (page, answer);
  g_assert_cmpint (json_array_size (rules), >, 0);
  for (size_t i = 0; i < json_array_size (rules); i++)
    assert_rule_shown (page, json_array_get (rules, i));
  g_assert_finalize_object (page);
}

/* A contract signed too early fails one rule: Enter on its row asks for the field of the signing date. */
static void
test_keyboard (void)
{
  DeskWindow desk = { 0 };
  GtkWidget *page = g_object_new (QUAN_TYPE_ELIGIBILITY_PAGE, NULL), *row;
  g_autofree char *told = NULL, *sentence = NULL;
  g_autoptr (GError) error = NULL;

  desk_window_open (&desk);
  quan_desk_enter (desk.desk, desk.id, "contract.signed", "2023-08-31", &error);
  g_assert_no_error (error);
  quan_desk_enter (desk.desk, desk.id, "contract.affiliated", "", &error);
  g_assert_no_error (error);
  gtk_box_append (GTK_BOX (desk.box), page);
  desk_window_refresh (&desk);
  quan_wizard_page_show (QUAN_WIZARD_PAGE (page), desk.prepared);
  desk_window_present (&desk);

  g_assert_cmpint (quan_wizard_page_judge (QUAN_WIZARD_PAGE (page), desk.prepared, &sentence), ==, QUAN_STEP_WRONG);
  g_assert_cmpstr (sentence, ==, "1 fails, 1 fact missing");
  row = gtk_widget_get_first_child (widget_named (page, "open-rules"));
  g_assert_cmpstr (quan_rule_row_id (QUAN_RULE_ROW (row)), ==, "signed-in-window");
  gtk_widget_grab_focus (row);
  desk_window_press (&desk, "key", "Return");
  desk_window_press (&desk, "key", "Down");
  desk_window_press (&desk, "key", "Return");
  told = desk_window_told (&desk, FALSE);
  g_assert_cmpstr (told, ==, "reveal contract.signed \nreveal contract.affiliated \n");

  /* A snapshot taken meanwhile leaves the officer where she was. */
  desk_window_refresh (&desk);
  quan_wizard_page_show (QUAN_WIZARD_PAGE (page), desk.prepared);
  row = GTK_WIDGET (gtk_root_get_focus (GTK_ROOT (desk.window)));
  g_assert_true (QUAN_IS_RULE_ROW (row));
  g_assert_cmpstr (quan_rule_row_id (QUAN_RULE_ROW (row)), ==, "provider-unrelated");
  desk_window_close (&desk);
}

int
main (int argc, char **argv)
{
  StorePlace home;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  home = desk_home_new ();
  golden_page_add ("/eligibility-page/golden/", test_golden);
  g_test_add_func ("/eligibility-page/keyboard", test_keyboard);
  status = g_test_run ();
  store_place_clear (&home);
  return status;
}
