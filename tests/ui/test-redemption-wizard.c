/* The redemption wizard over a real store: the sample's round, from the choice of it to the money that came. */
#include <string.h>

#include "tests/core/desk-fixture.h"
#include "tests/ui/packet-window.h"
#include "ui/preview.h"
#include "ui/redemption/filing-rows.h"
#include "ui/redemption/invoices-page.h"
#include "ui/redemption/redemption-packet-page.h"
#include "ui/redemption/redemption-wizard.h"
#include "ui/redemption/round-filing.h"
#include "ui/style.h"

#define SAMPLE "/io/github/quan/Quan/sample/sample.json"
#define TODAY "2025-07-08"
#define PATIENCE (60 * G_USEC_PER_SEC)

typedef struct {
  StorePlace  place;
  QuanOffice *office;
  GtkWidget  *window;
  QuanWizard *wizard;
} Fixture;

static const QuanFiling *
filing_of (const Fixture *self)
{
  return ((const QuanRoundFiling *) quan_wizard_snapshot (self->wizard))->filing;
}

static QuanPacketPage *
packet_of (const Fixture *self)
{
  return QUAN_PACKET_PAGE (quan_wizard_page (self->wizard, 5));
}

/* Whether everything asked for has been answered and shown. */
static gboolean
is_settled (const Fixture *self)
{
  return quan_wizard_snapshot (self->wizard) != NULL && quan_wizard_is_saved (self->wizard)
         && quan_packet_page_is_idle (packet_of (self));
}

static void
settle (const Fixture *self)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  for (int quiet = 0; quiet < 20; quiet = is_settled (self) ? quiet + 1 : 0) {
    /* What is animated, a caret for one, always has something to do on a slow machine. */
    for (int i = 0; i < 100 && g_main_context_iteration (NULL, FALSE); i++)
      continue;
    g_usleep (2000);
    g_assert_cmpint (g_get_monotonic_time (), <, end);
  }
}

static void
press (Fixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->wizard), action, NULL));
  settle (self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  quan_office_done (QUAN_OFFICE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
open_sample (Fixture *self)
{
  g_autoptr (GBytes) sample = g_resources_lookup_data (SAMPLE, 0, NULL);
  QuanDesk *desk = desk_open (self->place.path, TODAY);
  QuanImport import = desk_import (desk, &self->place, g_bytes_get_data (sample, NULL));
  gboolean opened = FALSE;

  quan_import_clear (&import);
  quan_desk_close (desk);
  quan_office_set_as_of (self->office, quan_date_parse_iso (TODAY));
  quan_office_open (self->office, self->place.path, opened_cb, &opened);
  while (!opened)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  self->place = store_place_new ();
  self->office = quan_office_new ();
  open_sample (self);
  self->window = gtk_window_new ();
  gtk_widget_add_css_class (self->window, "quan");
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1366, 722);
  self->wizard = QUAN_WIZARD (quan_redemption_wizard_new (self->office));
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->wizard));
  gtk_window_present (GTK_WINDOW (self->window));
  quan_redemption_wizard_open (QUAN_REDEMPTION_WIZARD (self->wizard), NULL, NULL);
  settle (self);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  gpointer wizard = self->wizard;
  gint64 end = g_get_monotonic_time () + PATIENCE;

  g_object_add_weak_pointer (wizard, &wizard);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (wizard != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (wizard);
  quan_office_close (self->office);
  g_assert_finalize_object (self->office);
  store_place_clear (&self->place);
}

/* The first widget of a name inside another. */
static GtkWidget *
named (GtkWidget *inside, const char *name)
{
  if (g_str_equal (gtk_widget_get_name (inside), name))
    return inside;
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = named (child, name);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
choose (Fixture *self, const char *label)
{
  GtkWidget *row = named (GTK_WIDGET (quan_wizard_page (self->wizard, 1)), label);

  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activate");
  settle (self);
  g_assert_cmpstr (filing_of (self)->preview->round, ==, label);
}

/* The open round is chosen; another can be, and the last one's Saturday is pointed out. */
static void
test_rounds (Fixture *self, gconstpointer unused)
{
  GtkWidget *page = GTK_WIDGET (quan_wizard_page (self->wizard, 1));
  const QuanRoundFiling *filing;

  g_assert_cmpint (quan_wizard_step (self->wizard), ==, 1);
  g_assert_cmpstr (filing_of (self)->preview->round, ==, "2025Q3");
  g_assert_true (gtk_widget_has_css_class (named (page, "2025Q3"), "chosen"));
  g_assert_null (named (page, "weekend"));
  choose (self, "2025Q4");
  filing = quan_wizard_snapshot (self->wizard);
  g_assert_cmpint (quan_round_filing_row (filing)->file_by, ==, quan_date_parse_iso ("2025-11-14"));
  g_assert_nonnull (named (page, "weekend"));
  choose (self, "2024Q4");
  g_assert_true (filing_of (self)->locked);
  g_assert_cmpint (quan_wizard_step (self->wizard), ==, 1);
  choose (self, "2025Q3");
  g_assert_null (filing_of (self)->redemption);
}

/* What the round takes is under its delivery; what was redeemed before is there when asked for. */
static void
test_rows (Fixture *self, gconstpointer unused)
{
  QuanFilingInvoicesPage *page = QUAN_FILING_INVOICES_PAGE (quan_wizard_page (self->wizard, 2));
  GListModel *rows;
  g_autoptr (QuanFilingRow) delivery = NULL, invoice = NULL;

  quan_wizard_go_to (self->wizard, 2);
  settle (self);
  rows = quan_filing_invoices_page_rows (page);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
  delivery = g_list_model_get_item (rows, 0);
  invoice = g_list_model_get_item (rows, 1);
  g_assert_cmpint (delivery->kind, ==, QUAN_ROW_DELIVERY);
  g_assert_cmpstr (delivery->key, ==, "91110108MA01ABC25F/JF-2025-1");
  g_assert_cmpint (invoice->kind, ==, QUAN_ROW_INVOICE);
  g_assert_cmpuint (invoice->level, ==, 1);
  g_assert_cmpint (invoice->amount, ==, 59835616);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_widget (GTK_WIDGET (page), GTK_TYPE_CHECK_BUTTON)), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (quan_filing_invoices_page_rows (page)), ==, 4);
}

static void
walk (Fixture *self)
{
  for (int step = 2; step <= 5; step++) {
    press (self, "wizard.continue");
    g_assert_cmpint (quan_wizard_step (self->wizard), ==, step);
  }
}

static QuanPreviewer *
previewer_of (Fixture *self)
{
  return QUAN_PREVIEWER (find_widget (GTK_WIDGET (packet_of (self)), QUAN_TYPE_PREVIEWER));
}

/* Going on from the round makes it a draft; each step is judged; the last one shows the packet. */
static void
test_walk (Fixture *self, gconstpointer unused)
{
  static const QuanStepState states[] = { QUAN_STEP_DONE, QUAN_STEP_DONE, QUAN_STEP_DONE, QUAN_STEP_DONE,
                                          QUAN_STEP_WRONG };

  walk (self);
  g_assert_cmpint (filing_of (self)->redemption->state, ==, QUAN_REDEMPTION_DRAFT);
  for (int step = 1; step <= 5; step++) {
    g_autofree char *sentence = NULL;

    g_assert_cmpint (
        quan_wizard_page_judge (quan_wizard_page (self->wizard, step), quan_wizard_snapshot (self->wizard), &sentence),
        ==, states[step - 1]);
    g_assert_nonnull (sentence);
  }
  g_assert_cmpstr (
      gtk_label_get_label (GTK_LABEL (named (GTK_WIDGET (quan_wizard_page (self->wizard, 4)), "headline"))), ==,
      "119,671.24 yuan can be asked for");
  g_assert_nonnull (quan_previewer_get_pdf (previewer_of (self)));
  /* Opened again, it goes on where the round can still change. */
  press (self, "wizard.close");
  quan_redemption_wizard_open (QUAN_REDEMPTION_WIZARD (self->wizard), NULL, NULL);
  settle (self);
  g_assert_cmpint (quan_wizard_step (self->wizard), ==, 2);
}

static const char *
note_of (Fixture *self)
{
  g_autoptr (GString) said = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  quan_wizard_page_judge (quan_wizard_page (self->wizard, 5), quan_wizard_snapshot (self->wizard), &sentence);
  return g_intern_string (sentence);
}

/* A day of another round is refused in the dialog; then it is submitted and frozen, and less money comes than was asked
 * for. */
static void
test_life (Fixture *self, gconstpointer unused)
{
  g_autoptr (GBytes) frozen = NULL;

  walk (self);
  press (self, "packet.submit");
  quan_submit_dialog_fill (QUAN_SUBMIT_DIALOG (find_window (QUAN_TYPE_SUBMIT_DIALOG)), "2025-10-20", NULL);
  settle (self);
  g_assert_nonnull (find_window (QUAN_TYPE_SUBMIT_DIALOG));
  g_assert_cmpint (filing_of (self)->redemption->state, ==, QUAN_REDEMPTION_DRAFT);
  quan_submit_dialog_fill (QUAN_SUBMIT_DIALOG (find_window (QUAN_TYPE_SUBMIT_DIALOG)), "2025-07-08", NULL);
  settle (self);
  g_assert_null (find_window (QUAN_TYPE_SUBMIT_DIALOG));
  g_assert_cmpint (filing_of (self)->redemption->state, ==, QUAN_REDEMPTION_SUBMITTED);
  g_assert_true (filing_of (self)->locked);
  g_assert_cmpint (quan_redemption_asked (filing_of (self)->redemption), ==, 11967124);
  frozen = g_bytes_ref (quan_pdf_get_bytes (quan_previewer_get_pdf (previewer_of (self))));

  quan_office_set_as_of (self->office, quan_date_parse_iso ("2025-10-20"));
  settle (self);
  g_assert_cmpstr (filing_of (self)->preview->round, ==, "2025Q3");
  g_assert_true (g_bytes_equal (frozen, quan_pdf_get_bytes (quan_previewer_get_pdf (previewer_of (self)))));
  press (self, "packet.answer");
  quan_answer_dialog_fill (QUAN_ANSWER_DIALOG (find_window (QUAN_TYPE_ANSWER_DIALOG)), QUAN_ANSWER_GRANTED, NULL,
                           "119,000", "2025-09-28", NULL);
  settle (self);
  g_assert_null (find_window (QUAN_TYPE_ANSWER_DIALOG));
  g_assert_cmpint (filing_of (self)->redemption->state, ==, QUAN_REDEMPTION_PAID);
  g_assert_cmpint (filing_of (self)->redemption->received, ==, 11900000);
  g_assert_cmpstr (note_of (self), ==, "671.24 less came");
  g_assert_false (g_action_group_get_action_enabled (quan_packet_page_actions (packet_of (self)), "submit"));
}

/* What was rejected can be filed again while its round is open; a day tried in the dialog is forgotten with it. */
static void
test_again (Fixture *self, gconstpointer unused)
{
  GtkWidget *page = GTK_WIDGET (quan_wizard_page (self->wizard, 1)), *note;

  walk (self);
  press (self, "packet.submit");
  g_signal_emit_by_name (find_window (QUAN_TYPE_SUBMIT_DIALOG), "date-changed", quan_date_parse_iso ("2025-08-01"));
  settle (self);
  g_assert_cmpint (filing_of (self)->view.as_of, ==, quan_date_parse_iso ("2025-08-01"));
  gtk_window_destroy (GTK_WINDOW (find_window (QUAN_TYPE_SUBMIT_DIALOG)));
  settle (self);
  g_assert_cmpint (filing_of (self)->view.as_of, ==, quan_date_parse_iso (TODAY));
  press (self, "packet.submit");
  quan_submit_dialog_fill (QUAN_SUBMIT_DIALOG (find_window (QUAN_TYPE_SUBMIT_DIALOG)), NULL, NULL);
  settle (self);
  press (self, "packet.answer");
  quan_answer_dialog_fill (QUAN_ANSWER_DIALOG (find_window (QUAN_TYPE_ANSWER_DIALOG)), QUAN_ANSWER_REJECTED, NULL, NULL,
                           NULL, "材料不全");
  settle (self);
  g_assert_cmpint (filing_of (self)->redemption->state, ==, QUAN_REDEMPTION_REJECTED);
  quan_wizard_go_to (self->wizard, 1);
  settle (self);
  note = named (page, "again");
  g_assert_nonnull (note);
  g_signal_emit_by_name (find_widget (note, GTK_TYPE_BUTTON), "clicked");
  settle (self);
  g_assert_cmpint (filing_of (self)->redemption->state, ==, QUAN_REDEMPTION_DRAFT);
  g_assert_false (filing_of (self)->locked);
  g_assert_null (named (page, "again"));
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void      (*run) (Fixture *self, gconstpointer unused);
  } tests[] = {
    { "/redemption-wizard/rounds", test_rounds }, { "/redemption-wizard/rows", test_rows },
    { "/redemption-wizard/walk", test_walk }, { "/redemption-wizard/life", test_life },
    { "/redemption-wizard/again", test_again },
  };
  StorePlace home = desk_home_new ();
  int status;

  gtk_test_init (&argc, &argv, NULL);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/quan/Quan/icons");
  quan_style_install (gdk_display_get_default ());
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  status = g_test_run ();
  store_place_clear (&home);
  return status;
}
