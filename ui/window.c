#include "ui/window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/header.h"
#include "ui/navigation.h"
#include "ui/page.h"
#include "ui/sample.h"
#include "ui/settings.h"
#include "ui/strip.h"
#include "ui/trouble-page.h"

#define SAID_SECONDS 10

G_DEFINE_FINAL_TYPE (QuanWindow, quan_window, GTK_TYPE_APPLICATION_WINDOW)

const char *
quan_window_page (QuanWindow *self)
{
  const char *root;

  g_return_val_if_fail (QUAN_IS_WINDOW (self), NULL);
  root = gtk_stack_get_visible_child_name (GTK_STACK (self->root));
  return g_strcmp0 (root, "desk") == 0 ? gtk_stack_get_visible_child_name (GTK_STACK (self->pages)) : root;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanWindow) self = data;
  g_autoptr (GError) error = NULL;

  quan_office_done (QUAN_OFFICE (source), result, &error);
  if (error == NULL)
    return;
  quan_window_ensure_trouble (self);
  quan_trouble_page_show (QUAN_TROUBLE_PAGE (self->trouble_page), self->wanted, error);
  quan_window_show_root (self, "trouble");
}

void
quan_window_open_store (QuanWindow *self, const char *path)
{
  char *wanted = g_strdup (path);

  g_return_if_fail (QUAN_IS_WINDOW (self));

  g_free (self->wanted);
  self->wanted = wanted;
  quan_window_let_go (self);
  if (quan_sample_is_open (self->office)) {
    quan_office_close (self->office);
    quan_sample_remove ();
    quan_office_set_as_of (self->office, quan_date_today ());
  }
  quan_office_open (self->office, path, opened_cb, g_object_ref (self));
}

void
quan_window_open_sample (QuanWindow *self)
{
  g_return_if_fail (QUAN_IS_WINDOW (self));

  quan_window_let_go (self);
  quan_sample_open (self->office, opened_cb, g_object_ref (self));
}

void
quan_window_go_to (QuanWindow *self, const char *page)
{
  g_return_if_fail (QUAN_IS_WINDOW (self) && page != NULL);

  if (!quan_window_ensure_page (self, page))
    return;
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), page);
  quan_navigation_select (QUAN_NAVIGATION (self->navigation), page);
  g_settings_set_string (self->settings, QUAN_SETTING_LAST_PAGE, page);
}

static gboolean
unsay_cb (gpointer data)
{
  QuanWindow *self = data;

  self->saying = 0;
  quan_strip_show (QUAN_STRIP (self->said_strip), NULL);
  return G_SOURCE_REMOVE;
}

void
quan_window_say (QuanWindow *self, const char *sentence, gboolean undo)
{
  g_return_if_fail (QUAN_IS_WINDOW (self) && sentence != NULL);

  g_clear_handle_id (&self->saying, g_source_remove);
  quan_strip_set_button (QUAN_STRIP (self->said_strip), undo);
  quan_strip_show (QUAN_STRIP (self->said_strip), sentence);
  self->saying = g_timeout_add_seconds (SAID_SECONDS, unsay_cb, self);
}

void
quan_window_tell (QuanWindow *self, const GError *error)
{
  if (error != NULL)
    quan_window_say (self, error->message, FALSE);
}

/* What is typed into the search entry goes to the page that can search; from the overview, to the contracts. */
static void
search_changed_cb (GtkSearchEntry *entry, QuanWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (self->pages));

  if (*text != '\0' && (!QUAN_IS_PAGE (page) || !quan_page_can_search (QUAN_PAGE (page)))) {
    quan_window_go_to (self, "contracts");
    page = gtk_stack_get_visible_child (GTK_STACK (self->pages));
  }
  if (QUAN_IS_PAGE (page))
    quan_page_search (QUAN_PAGE (page), text);
}

static void
restore_size (QuanWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, QUAN_SETTING_WIDTH),
                               g_settings_get_int (self->settings, QUAN_SETTING_HEIGHT));
  if (g_settings_get_boolean (self->settings, QUAN_SETTING_MAXIMIZED))
    gtk_window_maximize (GTK_WINDOW (self));
}

static gboolean
quan_window_close_request (GtkWindow *window)
{
  QuanWindow *self = QUAN_WINDOW (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_boolean (self->settings, QUAN_SETTING_MAXIMIZED, gtk_window_is_maximized (window));
  if (width > 0 && height > 0 && !gtk_window_is_maximized (window)) {
    g_settings_set_int (self->settings, QUAN_SETTING_WIDTH, width);
    g_settings_set_int (self->settings, QUAN_SETTING_HEIGHT, height);
  }
  /* What is being typed is handed over before the window goes. */
  gtk_window_set_focus (window, NULL);
  return GTK_WINDOW_CLASS (quan_window_parent_class)->close_request (window);
}

static void
quan_window_dispose (GObject *object)
{
  QuanWindow *self = QUAN_WINDOW (object);

  g_clear_handle_id (&self->saying, g_source_remove);
  if (self->taking != NULL)
    g_cancellable_cancel (self->taking);
  g_clear_object (&self->taking);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (quan_window_parent_class)->dispose (object);
  g_clear_pointer (&self->frame, quan_frame_free);
  g_clear_object (&self->office);
}

static void
quan_window_class_init (QuanWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quan_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = quan_window_close_request;
  quan_window_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
quan_window_init (QuanWindow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "quan");
}

GtkWidget *
quan_window_new (GtkApplication *application, QuanOffice *office, GSettings *settings)
{
  QuanWindow *self = g_object_new (QUAN_TYPE_WINDOW, "application", application, NULL);
  g_autofree char *last_page = NULL;
  g_autoptr (GMenuModel) menu = quan_window_menu_new ();

  self->office = g_object_ref (office);
  self->settings = g_object_ref (settings);
  self->header = quan_header_new (office, menu);
  gtk_window_set_titlebar (GTK_WINDOW (self), self->header);
  gtk_window_set_title (GTK_WINDOW (self), _("Quan: compute vouchers"));
  gtk_window_set_child (GTK_WINDOW (self), quan_window_content_new (self));
  g_signal_connect (quan_header_search (QUAN_HEADER (self->header)), "search-changed", G_CALLBACK (search_changed_cb),
                    self);
  g_signal_connect_object (office, "changed", G_CALLBACK (quan_window_take_frame), self, G_CONNECT_SWAPPED);
  restore_size (self);
  last_page = g_settings_get_string (settings, QUAN_SETTING_LAST_PAGE);
  quan_window_go_to (self, last_page);
  quan_window_show_root (self, "blank");
  return GTK_WIDGET (self);
}
