/* Preferences: each choice is written where the program reads it, and a font that cannot be used is refused. */
#include "ui/dialogs/preferences.h"

#include <string.h>

#include "core/desk/fonts.h"
#include "tests/core/desk-fixture.h"
#include "tests/ui/widgets.h"
#include "ui/dialogs/preferences-private.h"
#include "ui/settings.h"
#include "ui/style.h"

typedef struct {
  StorePlace  place;
  QuanOffice *office;
  GSettings  *settings;
  GtkWidget  *parent, *window;
} Fixture;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer opened)
{
  quan_office_done (QUAN_OFFICE (source), result, NULL);
  *(gboolean *) opened = TRUE;
}

static GtkWidget *
find_over (GtkWidget *parent)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (parent))
      return l->data;
  return NULL;
}

static void
open_preferences (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  gboolean opened = FALSE;

  *self = (Fixture) { .place = store_place_new (), .office = quan_office_new () };
  self->settings = quan_settings_new (&error);
  g_assert_no_error (error);
  quan_office_open (self->office, self->place.path, opened_cb, &opened);
  while (!opened)
    g_main_context_iteration (NULL, TRUE);
  self->parent = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (self->parent));
  quan_preferences_present (GTK_WINDOW (self->parent), self->office, self->settings);
  self->window = find_over (self->parent);
  g_assert_nonnull (self->window);
  quan_preferences_present (GTK_WINDOW (self->parent), self->office, self->settings);
  g_assert_true (find_over (self->parent) == self->window);
}

static void
close_preferences (Fixture *self)
{
  widget_assert_gone (self->parent, self->window);
  g_object_unref (self->settings);
  quan_office_close (self->office);
  g_assert_finalize_object (self->office);
  store_place_clear (&self->place);
}

static void
choose (GtkWidget *root, guint dropdown, guint option)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (widget_of_type (root, GTK_TYPE_DROP_DOWN, dropdown)), option);
}

static void
assert_set (Fixture *self, const char *key, const char *value)
{
  g_autofree char *set = g_settings_get_string (self->settings, key);

  g_assert_cmpstr (set, ==, value);
}

static void
test_window (void)
{
  Fixture fixture;

  open_preferences (&fixture);
  choose (fixture.window, 0, 1);
  assert_set (&fixture, QUAN_SETTING_LANGUAGE, "zh_CN");
  choose (fixture.window, 0, 0);
  assert_set (&fixture, QUAN_SETTING_LANGUAGE, "");
  choose (fixture.window, 1, 2);
  assert_set (&fixture, QUAN_SETTING_APPEARANCE, "dark");
  choose (fixture.window, 1, 0);
  assert_set (&fixture, QUAN_SETTING_APPEARANCE, "system");
  gtk_switch_set_active (GTK_SWITCH (widget_of_type (fixture.window, GTK_TYPE_SWITCH, 0)), FALSE);
  g_assert_false (g_settings_get_boolean (fixture.settings, QUAN_SETTING_REMIND));
  g_settings_reset (fixture.settings, QUAN_SETTING_REMIND);
  close_preferences (&fixture);
}

/* The readings of the setting, "KEY=VALUE KEY=VALUE". */
static void
assert_readings (Fixture *self, const char *expected)
{
  g_auto (GStrv) set = g_settings_get_strv (self->settings, QUAN_SETTING_READINGS);
  g_autofree char *found = g_strjoinv (" ", set);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_readings (void)
{
  Fixture fixture;
  GtkWidget *section;

  open_preferences (&fixture);
  section = widget_of_type (fixture.window, QUAN_TYPE_READINGS_SECTION, 0);
  while (widget_of_type (section, GTK_TYPE_DROP_DOWN, QUAN_N_SWITCHES - 1) == NULL)
    g_main_context_iteration (NULL, TRUE);
  choose (section, QUAN_SWITCH_PRORATION, 2);
  assert_readings (&fixture, "proration=days");
  choose (section, QUAN_SWITCH_CAPS, 2);
  assert_readings (&fixture, "proration=days caps=joint");
  choose (section, QUAN_SWITCH_PRORATION, 0);
  assert_readings (&fixture, "caps=joint");
  choose (section, QUAN_SWITCH_CAPS, 0);
  assert_readings (&fixture, "");
  close_preferences (&fixture);
}

/* What the configuration has for Hei. Free with g_free. */
static char *
chosen_hei (void)
{
  g_autoptr (GError) error = NULL;
  char **files = quan_desk_fonts (&error);
  char *hei;

  g_assert_no_error (error);
  hei = g_strdup (files[0]);
  quan_desk_fonts_free (files);
  return hei;
}

static void
choose_font (GtkWidget *section, const char *file)
{
  quan_fonts_section_choose (QUAN_FONTS_SECTION (section), 0, file);
  while (!gtk_widget_get_sensitive (section))
    g_main_context_iteration (NULL, TRUE);
}

/* A font of the faces of packets, which they can be set in. Free with g_free. */
static char *
real_font (void)
{
  const char *const command[] = { "fc-match", "--format=%{file}", "AR PL UKai CN", NULL };
  char *path = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &path, NULL, NULL, NULL));
  return path;
}

static void
test_fonts (void)
{
  Fixture fixture;
  GtkWidget *section;
  g_autofree char *bad = NULL, *none = NULL, *good = real_font (), *kept = NULL, *reset = NULL;
  g_autofree char *path = quan_font_settings_path (), *text = NULL;
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "# mine\n[other]\nkey=value\n", -1, NULL));
  open_preferences (&fixture);
  section = widget_of_type (fixture.window, QUAN_TYPE_FONTS_SECTION, 0);
  bad = g_build_filename (fixture.place.folder, "bad.ttf", NULL);
  g_assert_true (g_file_set_contents (bad, "no font", -1, NULL));
  choose_font (section, bad);
  none = chosen_hei ();
  g_assert_null (none);
  g_assert_cmpuint (strlen (gtk_label_get_label (GTK_LABEL (gtk_widget_get_last_child (section)))), >, 0);
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_last_child (section)));
  choose_font (section, good);
  kept = chosen_hei ();
  g_assert_cmpstr (kept, ==, good);
  choose_font (section, bad);
  g_clear_pointer (&kept, g_free);
  kept = chosen_hei ();
  g_assert_cmpstr (kept, ==, good);
  choose_font (section, NULL);
  reset = chosen_hei ();
  g_assert_null (reset);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_last_child (section)));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "# mine"));
  g_assert_nonnull (strstr (text, "key=value"));
  close_preferences (&fixture);
}

int
main (int argc, char **argv)
{
  g_auto (StorePlace) home = desk_home_new ();

  g_setenv ("XDG_CONFIG_HOME", home.folder, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  quan_style_install (gdk_display_get_default ());
  g_test_add_func ("/preferences/window", test_window);
  g_test_add_func ("/preferences/readings", test_readings);
  g_test_add_func ("/preferences/fonts", test_fonts);
  return g_test_run ();
}
