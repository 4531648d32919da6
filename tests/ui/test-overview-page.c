/* The overview shows the desk's own figures, what is due, and what was left half done. */
#include "ui/overview/overview-page.h"

#include "core/desk/overview.h"
#include "core/desk/redemption.h"
#include "tests/core/desk-fixture.h"
#include "tests/ui/widgets.h"
#include "ui/entries/figures.h"
#include "ui/overview/agenda-card.h"
#include "ui/overview/ledger-card.h"
#include "ui/overview/timeline-card.h"
#include "ui/overview/unfinished-card.h"
#include "ui/style.h"
#include "ui/timeline.h"

#define SAMPLE_ENTERPRISE "91110108MA01ABC25F"

typedef struct {
  StorePlace    place;
  QuanDesk     *desk;
  QuanOverview *overview;
  GtkWidget    *window, *page;
} Fixture;

static void
look (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  QuanOverview *old = self->overview;

  self->overview = quan_desk_overview (self->desk, SAMPLE_ENTERPRISE, &error);
  g_assert_no_error (error);
  quan_overview_page_show (QUAN_OVERVIEW_PAGE (self->page), self->overview);
  g_clear_pointer (&old, quan_overview_free);
}

static void
open_sample (Fixture *self, const char *as_of)
{
  g_autofree char *path = g_build_filename (g_getenv ("QUAN_TEST_CASES"), "..", "..", "resources", "sample",
                                            "sample.json", NULL);
  g_autofree char *text = NULL;
  QuanImport done;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  *self = (Fixture) { .place = store_place_new () };
  self->desk = desk_open (self->place.path, as_of);
  done = desk_import (self->desk, &self->place, text);
  quan_import_clear (&done);
  self->page = g_object_new (QUAN_TYPE_OVERVIEW_PAGE, NULL);
  self->window = gtk_window_new ();
  gtk_widget_add_css_class (self->window, "quan");
  gtk_window_set_child (GTK_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
  look (self);
}

static void
close_sample (Fixture *self)
{
  quan_overview_page_show (QUAN_OVERVIEW_PAGE (self->page), NULL);
  g_assert_false (widget_says (self->page, "What comes next"));
  quan_overview_free (self->overview);
  widget_assert_gone (self->window, self->page);
  quan_desk_close (self->desk);
  store_place_clear (&self->place);
}

/* What a card says is left, against what the desk answers for the year. */
static void
assert_left (Fixture *self, int year)
{
  static const QuanLedgerKind ledgers[] = { QUAN_LEDGER_CLAIMS, QUAN_LEDGER_REDEMPTIONS };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) answers = quan_desk_quota (self->desk, SAMPLE_ENTERPRISE, year, &error);
  const QuanQuotaAnswer *answer;
  g_autofree char *title = g_strdup_printf ("Year %d", year);

  g_assert_no_error (error);
  answer = &g_array_index (answers, QuanQuotaAnswer, 0);
  g_assert_true (widget_says (self->page, title));
  for (guint i = 0; i < G_N_ELEMENTS (ledgers); i++) {
    QuanLedgerCard *card = QUAN_LEDGER_CARD (widget_of_type (self->page, QUAN_TYPE_LEDGER_CARD, i));
    const QuanYear *sums = &g_array_index (answer->years, QuanYear, 0);
    g_autofree char *left = quan_figure (quan_quota_remaining (&answer->view, ledgers[i], sums));

    g_assert_cmpint (sums->year, ==, year);
    g_assert_cmpstr (quan_ledger_card_remaining (card), ==, left);
  }
}

static void
click (GtkWidget *button)
{
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
test_figures (void)
{
  static const char *const joint[] = { "caps=joint", NULL };
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  open_sample (&fixture, "2025-07-08");
  assert_left (&fixture, 2025);
  click (widget_of_type (fixture.page, GTK_TYPE_BUTTON, 0));
  assert_left (&fixture, 2024);
  click (widget_of_type (fixture.page, GTK_TYPE_BUTTON, 1));
  assert_left (&fixture, 2025);
  g_assert_true (quan_desk_set_readings (fixture.desk, joint, &error));
  look (&fixture);
  assert_left (&fixture, 2025);
  g_assert_true (widget_says (fixture.page, "Claims and redemptions share one cap of 2,000,000.00 yuan"));
  close_sample (&fixture);
}

/* A year looked at stays when records change, and gives way to another as-of year. */
static void
test_year_kept (void)
{
  Fixture fixture;

  open_sample (&fixture, "2025-07-08");
  click (widget_of_type (fixture.page, GTK_TYPE_BUTTON, 0));
  look (&fixture);
  assert_left (&fixture, 2024);
  quan_desk_set_as_of (fixture.desk, quan_date_parse_iso ("2024-12-12"));
  look (&fixture);
  assert_left (&fixture, 2024);
  quan_desk_set_as_of (fixture.desk, quan_date_parse_iso ("2025-07-08"));
  look (&fixture);
  assert_left (&fixture, 2025);
  close_sample (&fixture);
}

static void
test_agenda (void)
{
  Fixture fixture;
  GtkWidget *card, *open;
  g_autofree char *overdue = quan_agenda_days_text (100, 106), *today = quan_agenda_days_text (7, 7);
  g_autofree char *one = quan_agenda_days_text (8, 7);
  const char *contract;

  g_assert_cmpstr (overdue, ==, "6 days overdue");
  g_assert_cmpstr (today, ==, "Today");
  g_assert_cmpstr (one, ==, "1 day left");
  open_sample (&fixture, "2025-07-08");
  card = widget_of_type (fixture.page, QUAN_TYPE_AGENDA_CARD, 0);
  g_assert_cmpuint (fixture.overview->agenda->len, >, 1);
  g_assert_cmpuint (quan_agenda_card_rows (QUAN_AGENDA_CARD (card)), ==, MIN (5, fixture.overview->agenda->len));
  for (guint i = 0; i < MIN (5, fixture.overview->agenda->len); i++)
    g_assert_true (widget_says (card, g_array_index (fixture.overview->agenda, QuanAgendaItem, i).what));
  open = widget_for_action (card, "win.open-contract");
  contract = g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (open)), NULL);
  g_assert_cmpstr (contract, ==, SAMPLE_ENTERPRISE "/HT-2025-002");
  close_sample (&fixture);
}

static const QuanTimeline *
timeline_of (const QuanOverview *overview, int year)
{
  for (guint i = 0; i < overview->timelines->len; i++)
    if (((const QuanTimeline *) overview->timelines->pdata[i])->year == year)
      return overview->timelines->pdata[i];
  g_assert_not_reached ();
}

/* The card shows a year in words and in the drawing's description, and a button for each of its rounds. */
static void
assert_year_of_redemptions (Fixture *self, int year)
{
  GtkWidget *card = widget_of_type (self->page, QUAN_TYPE_TIMELINE_CARD, 0);
  GtkWidget *chart = widget_of_type (card, QUAN_TYPE_TIMELINE_CHART, 0), *button;
  const QuanTimeline *timeline = timeline_of (self->overview, year);
  g_autofree char *words = quan_timeline_text (timeline, QUAN_LANGUAGE_EN);

  g_assert_cmpint (quan_timeline_card_year (QUAN_TIMELINE_CARD (card)), ==, year);
  gtk_expander_set_expanded (GTK_EXPANDER (widget_of_type (card, GTK_TYPE_EXPANDER, 0)), TRUE);
  g_assert_true (widget_says (card, words));
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
  for (guint i = 0; i < timeline->segments->len; i++) {
    const char *label = g_array_index (timeline->segments, QuanSegment, i).round->label;

    button = widget_of_type (card, GTK_TYPE_BUTTON, 2 + i);
    g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "win.redeem");
    g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), NULL), ==,
                     label);
    g_assert_true (widget_says (button, label));
  }
}

/* The card's buttons turn it alone; the page's turn it along, and what changes in the records turns nothing. */
static void
test_year_of_redemptions (void)
{
  Fixture fixture;
  GtkWidget *card;

  open_sample (&fixture, "2025-07-08");
  card = widget_of_type (fixture.page, QUAN_TYPE_TIMELINE_CARD, 0);
  assert_year_of_redemptions (&fixture, 2025);
  click (widget_of_type (card, GTK_TYPE_BUTTON, 0));
  assert_year_of_redemptions (&fixture, 2024);
  g_assert_true (widget_says (card, "Paid · 120,328.76 yuan"));
  look (&fixture);
  assert_year_of_redemptions (&fixture, 2024);
  assert_left (&fixture, 2025);
  click (widget_of_type (card, GTK_TYPE_BUTTON, 1));
  g_assert_false (gtk_widget_is_sensitive (widget_of_type (card, GTK_TYPE_BUTTON, 1)));
  click (widget_of_type (fixture.page, GTK_TYPE_BUTTON, 0));
  assert_year_of_redemptions (&fixture, 2024);
  quan_desk_set_as_of (fixture.desk, quan_date_parse_iso ("2026-02-01"));
  look (&fixture);
  g_assert_true (widget_says (card, "The programme has no redemption round in 2026."));
  close_sample (&fixture);
}

/* The key leads through the rounds and on. */
static void
test_tab (void)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) redeem = g_simple_action_new ("redeem", G_VARIANT_TYPE_STRING);
  Fixture fixture;
  GtkWidget *card, *expander, *last;
  int steps = 0;

  open_sample (&fixture, "2025-07-08");
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (redeem));
  gtk_widget_insert_action_group (fixture.window, "win", G_ACTION_GROUP (group));
  card = widget_of_type (fixture.page, QUAN_TYPE_TIMELINE_CARD, 0);
  expander = widget_of_type (card, GTK_TYPE_EXPANDER, 0);
  last = widget_of_type (card, GTK_TYPE_BUTTON, 5);
  g_assert_true (gtk_widget_grab_focus (widget_of_type (card, GTK_TYPE_BUTTON, 2)));
  while (gtk_root_get_focus (GTK_ROOT (fixture.window)) != last && steps++ < 3)
    gtk_widget_child_focus (fixture.window, GTK_DIR_TAB_FORWARD);
  g_assert_cmpint (steps, ==, 3);
  gtk_widget_child_focus (fixture.window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture.window)) == expander);
  close_sample (&fixture);
}

/* Ten pixels a day: windows from their first day to the end of their last, one begun earlier from 1 January. */
static void
test_places (void)
{
  static const struct { double from, until; } expected[] = {
    { 0, 898 }, { 900, 1808 }, { 1810, 2728 }, { 2730, 3188 }, { 3190, 3650 },
  };
  Fixture fixture;
  QuanTimelineChart *chart;
  double from, until;

  open_sample (&fixture, "2025-07-08");
  chart = QUAN_TIMELINE_CHART (widget_of_type (fixture.page, QUAN_TYPE_TIMELINE_CHART, 0));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_assert_true (quan_timeline_chart_place (chart, i, 3650, &from, &until));
    g_assert_cmpfloat (from, ==, expected[i].from);
    g_assert_cmpfloat (until, ==, expected[i].until);
  }
  g_assert_false (quan_timeline_chart_place (chart, G_N_ELEMENTS (expected), 3650, &from, &until));
  close_sample (&fixture);
}

/* Within fourteen days a deadline is marked, and the row of a filing leads to its round. */
static void
test_near (void)
{
  static const struct { const char *as_of, *days; gboolean marked; } rows[] = {
    { "2025-09-15", "15 days left", FALSE }, { "2025-09-16", "14 days left", TRUE }, { "2025-09-30", "Today", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    Fixture fixture;
    GtkWidget *open, *row, *days;

    open_sample (&fixture, rows[i].as_of);
    open = widget_for_action (widget_of_type (fixture.page, QUAN_TYPE_AGENDA_CARD, 0), "win.redeem");
    g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (open)), NULL), ==,
                     "2025Q3");
    row = gtk_widget_get_parent (open);
    g_assert_true (widget_says (row, rows[i].days));
    days = widget_of_type (row, GTK_TYPE_LABEL, 4);
    g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (days)), ==, rows[i].days);
    g_assert_true (gtk_widget_has_css_class (days, "tag") == rows[i].marked);
    close_sample (&fixture);
  }
}

static void
test_unfinished (void)
{
  g_autoptr (GError) error = NULL;
  Fixture fixture;
  GtkWidget *card, *button;
  gint64 id;

  open_sample (&fixture, "2025-07-08");
  card = widget_of_type (fixture.page, QUAN_TYPE_UNFINISHED_CARD, 0);
  g_assert_null (widget_for_action (card, "win.open-claim"));
  g_assert_nonnull (widget_for_action (card, "win.new-claim"));
  id = quan_desk_prepare (fixture.desk, NULL, "HT-2025-002", &error);
  g_assert_no_error (error);
  g_assert_true (quan_desk_enter (fixture.desk, id, "contract.signed", "2025-06-20", &error)
                 && quan_desk_turn_to_step (fixture.desk, id, 3, &error));
  g_assert_no_error (error);
  look (&fixture);
  g_assert_true (widget_says (card, "Claim HT-2025-002"));
  g_assert_true (widget_says (card, "Step 3 of 5: Eligibility"));
  button = widget_for_action (card, "win.open-claim");
  g_assert_cmpint (g_variant_get_int64 (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button))), ==, id);
  button = widget_for_action (card, "win.abandon");
  g_assert_cmpint (g_variant_get_int64 (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button))), ==, id);
  close_sample (&fixture);
}

/* A round that was begun stands there with its money, and can be gone on with or given up. */
static void
test_unfinished_round (void)
{
  const QuanRedemptionChange change = { .round = "2025Q3", .date = QUAN_DATE_NONE, .received = QUAN_FEN_NONE };
  static const char *const actions[] = { "win.redeem", "win.give-up-redemption" };
  g_autoptr (GError) error = NULL;
  Fixture fixture;
  GtkWidget *card;

  open_sample (&fixture, "2025-07-08");
  card = widget_of_type (fixture.page, QUAN_TYPE_UNFINISHED_CARD, 0);
  g_assert_null (widget_for_action (card, "win.redeem"));
  g_assert_true (quan_desk_redemption (fixture.desk, QUAN_REDEEM_NEW, &change, NULL, &error));
  g_assert_no_error (error);
  look (&fixture);
  g_assert_true (widget_says (card, "Draft, 119,671.24 yuan"));
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++) {
    GtkWidget *button = widget_for_action (card, actions[i]);

    g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), NULL), ==,
                     "2025Q3");
  }
  close_sample (&fixture);
}

static void
test_moments (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("+08:00");
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2025, 10, 28, 9, 0, 0);
  g_autofree char *today = quan_moment_text ("2025-10-27T23:05:00Z", now);
  g_autofree char *yesterday = quan_moment_text ("2025-10-27T09:42:00Z", now);
  g_autofree char *before = quan_moment_text ("2025-10-24T08:05:00Z", now), *never = quan_moment_text (NULL, now);

  g_assert_cmpstr (today, ==, "today 07:05");
  g_assert_cmpstr (yesterday, ==, "yesterday 17:42");
  g_assert_cmpstr (before, ==, "2025-10-24 16:05");
  g_assert_cmpstr (never, ==, "");
}

int
main (int argc, char **argv)
{
  g_auto (StorePlace) home = desk_home_new ();

  gtk_test_init (&argc, &argv, NULL);
  quan_style_install (gdk_display_get_default ());
  g_test_add_func ("/overview-page/figures", test_figures);
  g_test_add_func ("/overview-page/year-kept", test_year_kept);
  g_test_add_func ("/overview-page/agenda", test_agenda);
  g_test_add_func ("/overview-page/near", test_near);
  g_test_add_func ("/overview-page/year-of-redemptions", test_year_of_redemptions);
  g_test_add_func ("/overview-page/tab", test_tab);
  g_test_add_func ("/overview-page/places", test_places);
  g_test_add_func ("/overview-page/unfinished", test_unfinished);
  g_test_add_func ("/overview-page/unfinished-round", test_unfinished_round);
  g_test_add_func ("/overview-page/moments", test_moments);
  return g_test_run ();
}
