#include "app/application.h"

#include <glib/gi18n-lib.h>

#include "app/language.h"
#include "ui/office.h"
#include "ui/settings.h"
#include "ui/style.h"
#include "ui/sample.h"
#include "ui/window.h"

#define APPLICATION_ID "io.github.quan.Quan"

struct _QuanApplication {
  GtkApplication parent_instance;
  char       *store;
  GSettings  *settings;
  QuanOffice *office;
};

G_DEFINE_FINAL_TYPE (QuanApplication, quan_application, GTK_TYPE_APPLICATION)

/* The keys of actions. */
static const struct {
  const char *action;
  const char *keys[4];
} shortcuts[] = {
  { "app.quit", { "<Control>q" } },
  { "win.search", { "<Control>f" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.new-claim", { "<Control>n" } },
  { "win.import", { "<Control>o" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.today", { "<Control>t" } },
  { "win.go-to::overview", { "<Control>1" } },
  { "win.go-to::claims", { "<Control>2" } },
  { "win.go-to::contracts", { "<Control>3" } },
  { "win.go-to::invoices", { "<Control>4" } },
  { "win.go-to::redemptions", { "<Control>5" } },
  { "win.go-to::providers", { "<Control>6" } },
  { "win.go-to::journal", { "<Control>7" } },
};

static char *
store_of (const QuanApplication *self)
{
  g_autofree char *set = g_settings_get_string (self->settings, QUAN_SETTING_STORE_PATH);

  if (self->store != NULL)
    return g_strdup (self->store);
  return *set != '\0' ? g_steal_pointer (&set) : NULL;
}

static GtkWidget *
make_window (QuanApplication *self)
{
  GtkWidget *window = quan_window_new (GTK_APPLICATION (self), self->office, self->settings);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/quan/Quan/ui/shortcuts.ui");
  GObject *overlay = gtk_builder_get_object (builder, "shortcuts");

  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (window), GTK_SHORTCUTS_WINDOW (overlay));
  return window;
}

static void
show (QuanApplication *self)
{
  g_autofree char *store = store_of (self);
  GtkWidget *window = make_window (self);

  /* A thread opens the store while the window is laid out and drawn. */
  quan_window_open_store (QUAN_WINDOW (window), store);
  gtk_window_present (GTK_WINDOW (window));
}

/* The window on the desk, not a dialog over it; NULL where there is none. */
static GtkWindow *
desk_window (QuanApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && GTK_IS_WINDOW (gtk_window_get_transient_for (window)))
    window = gtk_window_get_transient_for (window);
  return window;
}

/* The texts of a window are set when it is made: another language means another window, at the same place. */
static void
language_changed_cb (QuanApplication *self)
{
  GtkWindow *old = desk_window (self);
  g_autofree char *language = g_settings_get_string (self->settings, QUAN_SETTING_LANGUAGE);
  gboolean sample = quan_sample_is_open (self->office);
  g_autofree char *path = g_strdup (quan_office_path (self->office));
  GtkWidget *window;

  language_speak (language);
  if (old == NULL)
    return;
  window = make_window (self);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_destroy (old);
  if (sample)
    quan_window_open_sample (QUAN_WINDOW (window));
  else
    quan_window_open_store (QUAN_WINDOW (window), path);
}

/* At the start GTK follows the system already; to tell it so would make it read its theme a second time. */
static void
set_appearance (QuanApplication *self)
{
  g_autofree char *appearance = g_settings_get_string (self->settings, QUAN_SETTING_APPEARANCE);

  if (g_strcmp0 (appearance, "system") != 0)
    g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme",
                  g_strcmp0 (appearance, "dark") == 0, NULL);
}

static void
appearance_changed_cb (QuanApplication *self)
{
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-application-prefer-dark-theme");
  set_appearance (self);
}

static void
readings_changed_cb (QuanApplication *self)
{
  g_auto (GStrv) readings = g_settings_get_strv (self->settings, QUAN_SETTING_READINGS);

  quan_office_set_readings (self->office, (const char *const *) readings);
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const authors[] = { "Quan", NULL };

  gtk_show_about_dialog (gtk_application_get_active_window (GTK_APPLICATION (data)),
                         "program-name", _("Quan: compute vouchers"), "version", QUAN_VERSION,
                         "comments", _("From a compute contract to a packet that can be filed."),
                         "logo-icon-name", APPLICATION_ID, "license-type", GTK_LICENSE_GPL_3_0, "authors", authors, NULL);
}

/* Closing a window hands over what is being typed; quitting only closes it. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  if (window != NULL)
    gtk_window_close (window);
}

/* What a notification leads to. */
static void
overview_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuanWindow *window;

  g_application_activate (G_APPLICATION (data));
  window = QUAN_WINDOW (desk_window (data));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.leave", NULL);
  quan_window_go_to (window, "overview");
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = about_action },
  { .name = "overview", .activate = overview_action },
  { .name = "quit", .activate = quit_action },
};

static void
quan_application_startup (GApplication *application)
{
  QuanApplication *self = QUAN_APPLICATION (application);
  g_autofree char *language = NULL;

  G_APPLICATION_CLASS (quan_application_parent_class)->startup (application);
  self->office = quan_office_new ();
  language = g_settings_get_string (self->settings, QUAN_SETTING_LANGUAGE);
  if (*language != '\0')
    language_speak (language);
  quan_style_install (gdk_display_get_default ());
  gtk_window_set_default_icon_name (APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action, shortcuts[i].keys);
  g_signal_connect_swapped (self->settings, "changed::" QUAN_SETTING_LANGUAGE, G_CALLBACK (language_changed_cb), self);
  g_signal_connect_swapped (self->settings, "changed::" QUAN_SETTING_APPEARANCE, G_CALLBACK (appearance_changed_cb),
                            self);
  g_signal_connect_swapped (self->settings, "changed::" QUAN_SETTING_READINGS, G_CALLBACK (readings_changed_cb), self);
  set_appearance (self);
  readings_changed_cb (self);
}

static void
quan_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    show (QUAN_APPLICATION (application));
}

static void
quan_application_shutdown (GApplication *application)
{
  QuanApplication *self = QUAN_APPLICATION (application);
  gboolean sample = quan_sample_is_open (self->office);

  G_APPLICATION_CLASS (quan_application_parent_class)->shutdown (application);
  quan_office_close (self->office);
  /* The last answers find their way. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  if (sample)
    quan_sample_remove ();
}

static void
quan_application_finalize (GObject *object)
{
  QuanApplication *self = QUAN_APPLICATION (object);

  g_clear_object (&self->office);
  g_clear_object (&self->settings);
  g_free (self->store);
  G_OBJECT_CLASS (quan_application_parent_class)->finalize (object);
}

static void
quan_application_class_init (QuanApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = quan_application_finalize;
  application_class->startup = quan_application_startup;
  application_class->activate = quan_application_activate;
  application_class->shutdown = quan_application_shutdown;
}

static void
quan_application_init (QuanApplication *self)
{
}

QuanApplication *
quan_application_new (GSettings *settings, const char *store)
{
  /* A store named on the command line is looked at in a program of its own. */
  QuanApplication *self = g_object_new (QUAN_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                                        store != NULL ? G_APPLICATION_NON_UNIQUE : G_APPLICATION_DEFAULT_FLAGS, NULL);

  self->settings = g_object_ref (settings);
  self->store = g_strdup (store);
  return self;
}
