/* The quota page: every figure of every golden check case is the desk's, and moving the date is an entry. */
#include <string.h>

#include "tests/ui/desk-window.h"
#include "tests/ui/golden-page.h"
#include "ui/entries/figures.h"
#include "ui/wizard/quota-page.h"

static void
assert_sheet_shown (GtkWidget *page, const json_t *award)
{
  static const struct { const char *member, *step; } steps[] = {
    { "compute", "compute" }, { "base", "base" }, { "ceiling", "ceiling" }, { "remaining", "remaining" },
    { "claimable", "claimable" }, { "forfeited", "forfeited" }, { "at_risk", "at-risk" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    assert_figure (label_named (page, steps[i].step), json_object_get (award, steps[i].member));
}

static void
assert_bar_shown (QuanQuotaPage *page, const QuanPrepared *prepared, const json_t *award)
{
  QuanQuotaBar *bar = quan_quota_page_bar (page);
  const char *claim = quan_quota_bar_figure (bar, QUAN_QUOTA_THIS), *lost = quan_quota_bar_figure (bar, QUAN_QUOTA_FORFEITED);
  g_autofree char *settled = quan_figure (prepared->check->award.ledger.settled);

  assert_figure (claim != NULL ? claim : "0.00", json_object_get (award, "claimable"));
  if (lost != NULL)
    assert_figure (lost, json_object_get (award, "forfeited"));
  g_assert_cmpint (lost != NULL, ==, widget_named (GTK_WIDGET (page), "forfeited-note") != NULL);
  g_assert_cmpstr (quan_quota_bar_figure (bar, QUAN_QUOTA_SETTLED), ==, settled);
  g_assert_nonnull (strstr (quan_quota_bar_text (bar), settled));
}

static void
assert_notes_shown (GtkWidget *page, const QuanPrepared *prepared, const json_t *award)
{
  const char *forfeited = json_string_value (json_object_get (award, "forfeited"));
  const char *at_risk = json_string_value (json_object_get (award, "at_risk"));
  const QuanWaiting *waiting = &prepared->waiting;
  g_autofree char *then = quan_figure (waiting->claimable);

  assert_figure (label_named (page, "now-figure"), json_object_get (award, "claimable"));
  g_assert_cmpint (widget_named (page, "forfeited-note") != NULL, ==, forfeited != NULL && !g_str_equal (forfeited, "0.00"));
  g_assert_cmpint (widget_named (page, "at-risk-note") != NULL, ==, at_risk != NULL && !g_str_equal (at_risk, "0.00"));
  g_assert_cmpint (widget_named (page, "waiting-change") != NULL, ==,
                   !prepared->locked && waiting->gain != QUAN_FEN_NONE && waiting->gain > 0);
  g_assert_cmpstr (label_named (page, "waiting-figure"), ==, prepared->locked ? NULL : then);
}

static void
test_golden (const json_t *golden, const QuanPrepared *prepared, const json_t *answer)
{
  GtkWidget *page = g_object_ref_sink (g_object_new (QUAN_TYPE_QUOTA_PAGE, NULL));
  const json_t *award = json_object_get (answer, "award");

  quan_wizard_page_show (QUAN_WIZARD_PAGE (page), prepared);
  assert_sheet_shown (page, award);
  assert_bar_shown (QUAN_QUOTA_PAGE (page), prepared, award);
  assert_notes_shown (page, prepared, award);
  g_assert_finalize_object (page);
}

/* The year's quota is nearly used: what is lost is said, and the button moves the date to where it is not. */
static void
test_moving_the_date (void)
{
  DeskWindow desk = { 0 };
  GtkWidget *page = g_object_new (QUAN_TYPE_QUOTA_PAGE, NULL);
  g_autofree char *told = NULL, *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  desk_window_open (&desk);
  quan_desk_enter (desk.desk, desk.id, "enterprise.opening_balances[0].year", "2024", &error);
  quan_desk_enter (desk.desk, desk.id, "enterprise.opening_balances[0].ledger", "claims", &error);
  quan_desk_enter (desk.desk, desk.id, "enterprise.opening_balances[0].amount", "1900000", &error);
  g_assert_no_error (error);
  gtk_box_append (GTK_BOX (desk.box), page);
  desk_window_refresh (&desk);
  quan_wizard_page_show (QUAN_WIZARD_PAGE (page), desk.prepared);
  desk_window_present (&desk);

  g_assert_cmpint (quan_wizard_page_judge (QUAN_WIZARD_PAGE (page), desk.prepared, &before), ==, QUAN_STEP_REVIEW);
  g_assert_cmpstr (before, ==, "100,000.00 would be forfeited");
  g_assert_true (gtk_widget_get_visible (widget_named (page, "lost")));
  g_assert_cmpstr (label_named (page, "lost"), ==, "100,000.00 yuan would be forfeited");
  g_assert_cmpstr (label_named (page, "waiting-gain"), ==, "100,000.00 more");
  gtk_widget_grab_focus (widget_named (page, "waiting-change"));
  desk_window_press (&desk, "key", "Return");
  told = desk_window_told (&desk, FALSE);
  g_assert_cmpstr (told, ==, "enter claim.submitted 2025-01-02\n");
  quan_wizard_page_show (QUAN_WIZARD_PAGE (page), desk.prepared);
  g_assert_cmpstr (label_named (page, "claimable"), ==, "200,000.00");
  g_assert_null (widget_named (page, "forfeited-note"));
  g_assert_false (gtk_widget_get_visible (widget_named (page, "lost")));
  desk_window_close (&desk);
}

int
main (int argc, char **argv)
{
  StorePlace home;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  home = desk_home_new ();
  golden_page_add ("/quota-page/golden/", test_golden);
  g_test_add_func ("/quota-page/moving-the-date", test_moving_the_date);
  status = g_test_run ();
  store_place_clear (&home);
  return status;
}
