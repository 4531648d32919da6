#include "tests/ui/register-window.h"

#include "ui/registers/tabbed-page.h"
#include "ui/style.h"

char *
register_window_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("QUAN_TEST_CASES"), "..", "..", "resources", "sample",
                                            "sample.json", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
told_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RegisterWindow *self = data;
  g_autofree char *value = parameter != NULL ? g_variant_print (parameter, FALSE) : g_strdup ("");

  g_ptr_array_add (self->told, g_strdup_printf ("%s %s", g_action_get_name (G_ACTION (action)), value));
}

static void
add_actions (RegisterWindow *self)
{
  static const GActionEntry entries[] = {
    { "open-contract", told_cb, "s" }, { "open-redemption", told_cb, "s" }, { "say", told_cb, "(sb)" }, { "new-claim", told_cb }, { "clear-search", told_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (group));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer opened)
{
  g_autoptr (GError) error = NULL;

  quan_office_done (QUAN_OFFICE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) opened = TRUE;
}

static void
open_office (RegisterWindow *self)
{
  gboolean opened = FALSE;

  self->office = quan_office_new ();
  quan_office_set_as_of (self->office, quan_date_parse_iso ("2025-07-10"));
  quan_office_open (self->office, self->place.path, opened_cb, &opened);
  while (!opened)
    g_main_context_iteration (NULL, TRUE);
}

void
register_window_open (RegisterWindow *self, const char *workspace, GType page)
{
  GdkDisplay *display = gdk_display_get_default ();

  *self = (RegisterWindow) { .place = store_place_new (), .told = g_ptr_array_new_with_free_func (g_free) };
  if (workspace != NULL) {
    g_autoptr (QuanDesk) desk = desk_open (self->place.path, "2025-07-10");
    QuanImport import = desk_import (desk, &self->place, workspace);

    quan_import_clear (&import);
  }
  open_office (self);
  self->window = gtk_window_new ();
  gtk_widget_add_css_class (self->window, "quan");
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1190, 640);
  quan_style_install (display);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), "/io/github/quan/Quan/icons");
  add_actions (self);
  self->page = g_object_new (page, "office", self->office, NULL);
  self->shown = QUAN_IS_TABBED_PAGE (self->page) ? quan_tabbed_page_shown (QUAN_TABBED_PAGE (self->page))
                                                 : QUAN_REGISTER (gtk_widget_get_first_child (self->page));
  gtk_window_set_child (GTK_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
  register_window_settle (self);
}

static gboolean
raise_flag (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

void
register_window_settle (RegisterWindow *self)
{
  gboolean over = FALSE;

  while (!gtk_widget_get_mapped (self->page))
    g_main_context_iteration (NULL, TRUE);
  g_timeout_add (100, raise_flag, &over);
  while (!over || quan_register_is_busy (self->shown))
    g_main_context_iteration (NULL, TRUE);
}

void
register_window_close (RegisterWindow *self)
{
  GtkWidget *page = g_object_ref (self->page);
  gboolean over = FALSE;

  gtk_window_destroy (GTK_WINDOW (self->window));
  g_timeout_add (60, raise_flag, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (page);
  quan_office_close (self->office);
  g_assert_finalize_object (self->office);
  g_ptr_array_unref (self->told);
  store_place_clear (&self->place);
}
