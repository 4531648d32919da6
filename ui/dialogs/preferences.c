#include "ui/dialogs/preferences.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"
#include "ui/chip.h"
#include "ui/dialogs/dialog-window.h"
#include "ui/dialogs/file-picker.h"
#include "ui/dialogs/preferences-private.h"
#include "ui/places.h"
#include "ui/settings.h"

#define QUAN_TYPE_PREFERENCES (quan_preferences_get_type ())
G_DECLARE_FINAL_TYPE (QuanPreferences, quan_preferences, QUAN, PREFERENCES, GtkWindow)

struct _QuanPreferences {
  GtkWindow   parent_instance;
  GSettings  *settings;
  GtkWidget  *path, *usual;  /* of the store */
};

G_DEFINE_FINAL_TYPE (QuanPreferences, quan_preferences, GTK_TYPE_WINDOW)

/* A setting with a few values, "" the system's. */
typedef struct {
  const char *key, *title;
  const char *values[4], *names[4];
} Choice;

static const Choice choices[] = {
  { QUAN_SETTING_LANGUAGE, N_ ("Language"), { "", "zh_CN", "en" },
    { N_ ("As the system has it"), "中文", "English" } },
  { QUAN_SETTING_APPEARANCE, N_ ("Appearance"), { "system", "light", "dark" },
    { N_ ("As the system has it"), N_ ("Light"), N_ ("Dark") } },
};

GtkWidget *
quan_preferences_section_new (const char *title)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (section), quan_text_new (title, "section"));
  return section;
}

void
quan_preferences_section_add (GtkWidget *section, const char *name, GtkWidget *control)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18), *label = quan_text_new (name, "setting");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  quan_set_name (control, name);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), control);
  gtk_box_append (GTK_BOX (section), row);
}

GtkWidget *
quan_preferences_choice_new (const char *const *texts, guint selected)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (texts);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
  return choice;
}

static void
choice_cb (GtkDropDown *dropdown, GParamSpec *pspec, QuanPreferences *self)
{
  const Choice *choice = g_object_get_data (G_OBJECT (dropdown), "choice");

  g_settings_set_string (self->settings, choice->key, choice->values[gtk_drop_down_get_selected (dropdown)]);
}

static GtkWidget *
choice_new (QuanPreferences *self, const Choice *choice)
{
  g_autofree char *set = g_settings_get_string (self->settings, choice->key);
  const char *texts[G_N_ELEMENTS (choice->names)] = { NULL };
  guint selected = 0;
  GtkWidget *dropdown;

  for (guint i = 0; choice->values[i] != NULL; i++) {
    texts[i] = _(choice->names[i]);
    if (strcmp (choice->values[i], set) == 0)
      selected = i;
  }
  dropdown = quan_preferences_choice_new (texts, selected);
  g_object_set_data (G_OBJECT (dropdown), "choice", (gpointer) choice);
  g_signal_connect (dropdown, "notify::selected", G_CALLBACK (choice_cb), self);
  return dropdown;
}

static GtkWidget *
reminder_new (QuanPreferences *self)
{
  GtkWidget *reminder = gtk_switch_new ();

  g_settings_bind (self->settings, QUAN_SETTING_REMIND, reminder, "active", G_SETTINGS_BIND_DEFAULT);
  return reminder;
}

/* Opens a store and remembers it for the next start; "" is the usual place. */
static void
turn_to_store (QuanPreferences *self, const char *path)
{
  g_autofree char *usual = quan_usual_store ();

  g_settings_set_string (self->settings, QUAN_SETTING_STORE_PATH, path);
  gtk_label_set_label (GTK_LABEL (self->path), *path != '\0' ? path : usual);
  gtk_widget_set_sensitive (self->usual, *path != '\0');
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), "win.open-store", "s",
                              path);
}

static void
store_picked_cb (const char *const *paths, gpointer self)
{
  turn_to_store (self, paths[0]);
}

static void
choose_store_cb (QuanPreferences *self)
{
  const char *const suffixes[] = { "db", NULL };
  QuanFileRequest request = { .title = _("Open a store"), .kind = _("Stores"), .suffixes = suffixes };

  quan_pick_file (GTK_WIDGET (self), &request, store_picked_cb, self);
}

static void
usual_cb (QuanPreferences *self)
{
  turn_to_store (self, "");
}

static GtkWidget *
store_section_new (QuanPreferences *self)
{
  GtkWidget *section = quan_preferences_section_new (_("Store"));
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *choose = gtk_button_new_with_mnemonic (_("_Open another store…"));
  g_autofree char *set = g_settings_get_string (self->settings, QUAN_SETTING_STORE_PATH), *usual = quan_usual_store ();

  self->usual = gtk_button_new_with_mnemonic (_("_Use the usual place"));
  quan_name_by_label (choose);
  quan_name_by_label (self->usual);
  self->path = quan_text_new (*set != '\0' ? set : usual, "num");
  gtk_label_set_selectable (GTK_LABEL (self->path), TRUE);
  gtk_widget_set_sensitive (self->usual, *set != '\0');
  g_signal_connect_swapped (choose, "clicked", G_CALLBACK (choose_store_cb), self);
  g_signal_connect_swapped (self->usual, "clicked", G_CALLBACK (usual_cb), self);
  gtk_box_append (GTK_BOX (buttons), choose);
  gtk_box_append (GTK_BOX (buttons), self->usual);
  gtk_box_append (GTK_BOX (section), quan_text_new (_("Opened when the program starts:"), "dim"));
  gtk_box_append (GTK_BOX (section), self->path);
  gtk_box_append (GTK_BOX (section), buttons);
  return section;
}

static GtkWidget *
titled (const char *title, const char *about, GtkWidget *rows)
{
  GtkWidget *section = quan_preferences_section_new (title);

  gtk_box_append (GTK_BOX (section), quan_text_new (about, "dim"));
  gtk_box_append (GTK_BOX (section), rows);
  return section;
}

static GtkWidget *
content_new (QuanPreferences *self, QuanOffice *office)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24), *window = quan_preferences_section_new (_("Window"));

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    quan_preferences_section_add (window, _(choices[i].title), choice_new (self, &choices[i]));
  quan_preferences_section_add (window, _("Remind me of deadlines at the start"), reminder_new (self));
  gtk_widget_add_css_class (content, "preferences");
  gtk_box_append (GTK_BOX (content), window);
  gtk_box_append (GTK_BOX (content),
                  titled (_("Readings"), _("Where a clause can be read in several ways. A claim that was submitted keeps"
                                           " the reading it was submitted under."),
                          quan_readings_section_new (office, self->settings)));
  gtk_box_append (GTK_BOX (content),
                  titled (_("Packet fonts"), _("Packets are set in free fonts. A licensed font of your own can take the"
                                               " place of each."), quan_fonts_section_new ()));
  gtk_box_append (GTK_BOX (content), store_section_new (self));
  quan_name_buttons (content);
  return content;
}

static void
quan_preferences_dispose (GObject *object)
{
  QuanPreferences *self = QUAN_PREFERENCES (object);

  gtk_window_set_child (GTK_WINDOW (object), NULL);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (quan_preferences_parent_class)->dispose (object);
}

static void
quan_preferences_class_init (QuanPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quan_preferences_dispose;
  quan_dialog_class_close_on_escape (GTK_WIDGET_CLASS (klass));
}

static void
quan_preferences_init (QuanPreferences *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "quan");
  gtk_widget_add_css_class (GTK_WIDGET (self), "dialog");
}

/* The preferences already over a window, or NULL. */
static GtkWindow *
find_over (GtkWindow *parent)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (QUAN_IS_PREFERENCES (l->data) && gtk_window_get_transient_for (l->data) == parent)
      return l->data;
  return NULL;
}

void
quan_preferences_present (GtkWindow *parent, QuanOffice *office, GSettings *settings)
{
  GtkWindow *found = find_over (parent);
  GtkWidget *scroller;
  QuanPreferences *self;

  if (found != NULL) {
    gtk_window_present (found);
    return;
  }
  self = g_object_new (QUAN_TYPE_PREFERENCES, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE,
                       "title", _("Preferences"), "default-width", 720, "default-height", 640, NULL);
  self->settings = g_object_ref (settings);
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content_new (self, office));
  gtk_window_set_child (GTK_WINDOW (self), scroller);
  gtk_window_present (GTK_WINDOW (self));
}
