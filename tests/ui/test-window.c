/* The whole window over a real store: first start, sample, pages, wizard, and everything gone when it is closed. */
#include <glib/gstdio.h>

#include "ui/header.h"
#include "ui/places.h"
#include "ui/redemption/redemption-wizard.h"
#include "ui/sample.h"
#include "ui/settings.h"
#include "ui/style.h"
#include "ui/window-private.h"
#include "ui/wizard/claim-wizard.h"

typedef struct {
  GSettings      *settings;
  QuanOffice     *office;
  QuanWindow     *window;
  char           *folder;
} Fixture;

/* A program has one application. */
static GtkApplication *application;

static void
wait_for_page (Fixture *self, const char *page)
{
  while (g_strcmp0 (quan_window_page (self->window), page) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  self->folder = g_dir_make_tmp ("quan-window-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->settings = quan_settings_new (NULL);
  self->office = quan_office_new ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/quan/Quan/icons");
  self->window = QUAN_WINDOW (quan_window_new (application, self->office, self->settings));
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  QuanWindow *window = self->window;

  settle ();
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_destroy (GTK_WINDOW (window));
  /* Answers that are on their way hold the window. */
  while (self->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  quan_office_close (self->office);
  settle ();
  g_assert_finalize_object (self->office);
  quan_sample_remove ();
  g_clear_object (&self->settings);
  g_free (self->folder);
}

static void
test_first_start (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (self->folder, "quan.db", NULL);

  quan_window_open_store (self->window, path);
  wait_for_page (self, "start");
  /* Looking makes no file. */
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_rmdir (self->folder);
}

static void
test_sample (Fixture *self, gconstpointer unused)
{
  static const char *const pages[] = { "claims", "contracts", "invoices", "redemptions", "providers", "journal",
                                      "overview" };
  g_autofree char *store = quan_sample_store ();

  quan_window_open_sample (self->window);
  wait_for_page (self, "overview");
  g_assert_cmpstr (quan_office_enterprise (self->office), ==, "91110108MA01ABC25F");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.go-to", "s", pages[i]);
    g_assert_cmpstr (quan_window_page (self->window), ==, pages[i]);
    settle ();
  }
  g_assert_true (g_file_test (store, G_FILE_TEST_EXISTS));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.close-sample", NULL);
  while (quan_sample_is_open (self->office) || !quan_office_is_open (self->office))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (g_file_test (store, G_FILE_TEST_EXISTS));
  g_rmdir (self->folder);
}

/* The way to a redemption and back, and from one wizard to the other. */
static void
test_redemption (Fixture *self, gconstpointer unused)
{
  quan_window_open_sample (self->window);
  wait_for_page (self, "overview");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.redeem", "s", "");
  wait_for_page (self, "wizard");
  while (quan_wizard_snapshot (QUAN_WIZARD (self->window->wizard)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (QUAN_IS_REDEMPTION_WIZARD (self->window->wizard));
  gtk_widget_activate_action (self->window->wizard, "wizard.close", NULL);
  wait_for_page (self, "overview");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-contract", "s", "HT-2025-001");
  wait_for_page (self, "wizard");
  g_assert_true (QUAN_IS_CLAIM_WIZARD (self->window->wizard));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-redemption", "s", "91110108MA01ABC25F/2024Q4");
  while (!QUAN_IS_REDEMPTION_WIZARD (self->window->wizard)
         || quan_wizard_snapshot (QUAN_WIZARD (self->window->wizard)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (quan_wizard_step (QUAN_WIZARD (self->window->wizard)), ==, 5);
}

static void
test_wizard (Fixture *self, gconstpointer unused)
{
  QuanWizard *wizard;

  quan_window_open_sample (self->window);
  wait_for_page (self, "overview");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-contract", "s", "91110108MA01ABC25F/HT-2025-001");
  wait_for_page (self, "wizard");
  wizard = QUAN_WIZARD (self->window->wizard);
  while (quan_wizard_snapshot (wizard) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (((const QuanPrepared *) quan_wizard_snapshot (wizard))->contract->number, ==, "HT-2025-001");
  for (int step = 2; step <= 5; step++) {
    gtk_widget_activate_action (GTK_WIDGET (wizard), "wizard.continue", NULL);
    while (quan_wizard_step (wizard) != step)
      g_main_context_iteration (NULL, TRUE);
    settle ();
  }
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.leave", NULL);
  wait_for_page (self, "overview");
  g_rmdir (self->folder);
}

static void
test_trouble (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (self->folder, "notes.db", NULL);

  g_assert_true (g_file_set_contents (path, "no store at all", -1, NULL));
  quan_window_open_store (self->window, path);
  wait_for_page (self, "trouble");
  g_assert_true (g_remove (path) == 0);
  g_rmdir (self->folder);
}

int
main (int argc, char **argv)
{
  g_autofree char *cache = g_dir_make_tmp ("quan-cache-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  quan_style_install (gdk_display_get_default ());
  g_test_add ("/window/first-start", Fixture, NULL, set_up, test_first_start, tear_down);
  g_test_add ("/window/sample", Fixture, NULL, set_up, test_sample, tear_down);
  g_test_add ("/window/wizard", Fixture, NULL, set_up, test_wizard, tear_down);
  g_test_add ("/window/redemption", Fixture, NULL, set_up, test_redemption, tear_down);
  g_test_add ("/window/trouble", Fixture, NULL, set_up, test_trouble, tear_down);
  status = g_test_run ();
  g_object_unref (application);
  g_rmdir (cache);
  return status;
}
