#include "ui/dialogs/preferences-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ui/chip.h"
#include "ui/settings.h"

struct _QuanReadingsSection {
  GtkBox        parent_instance;
  GSettings    *settings;
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (QuanReadingsSection, quan_readings_section, GTK_TYPE_BOX)

/* A reading that can be switched, in the language of the screen. */
typedef struct {
  char  *key, *summary;
  char **ids;     /* of the options */
  char **names;   /* of the pack's own choice, then of the options */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->key);
  g_free (reading->summary);
  g_strfreev (reading->ids);
  g_strfreev (reading->names);
  g_free (reading);
}

static void
free_readings (gpointer readings)
{
  g_ptr_array_unref (readings);
}

static Reading *
reading_new (const QuanReading *source)
{
  Reading *reading = g_new0 (Reading, 1);
  QuanLanguage language = quan_language_of_locale ();
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new (), names = g_strv_builder_new ();
  const QuanReadingOption *standard = &g_array_index (source->options, QuanReadingOption, source->standard);
  g_autofree char *own = g_strdup_printf (_("As the pack has it: %s"), standard->name.in[language]);

  g_strv_builder_add (names, own);
  for (guint i = 0; i < source->options->len; i++) {
    const QuanReadingOption *option = &g_array_index (source->options, QuanReadingOption, i);

    g_strv_builder_add (ids, option->id);
    g_strv_builder_add (names, option->name.in[language]);
  }
  reading->key = g_strdup (source->key);
  reading->summary = g_strdup_printf ("%s  %s", source->id, source->summary.in[language]);
  reading->ids = g_strv_builder_end (ids);
  reading->names = g_strv_builder_end (names);
  return reading;
}

/* The readings of the pack that serves an enterprise. */
static gpointer
ask (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (reading_free);
  const QuanEnterprise *enterprise = input != NULL ? quan_desk_enterprise (desk, input, error) : NULL;
  QuanView view;

  if ((input != NULL && enterprise == NULL) || !quan_desk_view_for (desk, enterprise, NULL, &view, error))
    return NULL;
  for (int i = 0; i < QUAN_N_SWITCHES; i++)
    if (view.pack->switches[i] != NULL && view.pack->switches[i]->options != NULL)
      g_ptr_array_add (readings, reading_new (view.pack->switches[i]));
  return g_steal_pointer (&readings);
}

static gboolean
is_of (const char *setting, const char *key)
{
  gsize length = strlen (key);

  return strncmp (setting, key, length) == 0 && setting[length] == '=';
}

/* The choice of a reading as its dropdown counts: 0 is the pack's own. */
static guint
chosen (GSettings *settings, const Reading *reading)
{
  g_auto (GStrv) set = g_settings_get_strv (settings, QUAN_SETTING_READINGS);

  for (int i = 0; set[i] != NULL; i++)
    for (guint option = 0; is_of (set[i], reading->key) && reading->ids[option] != NULL; option++)
      if (strcmp (set[i] + strlen (reading->key) + 1, reading->ids[option]) == 0)
        return option + 1;
  return 0;
}

static void
choice_cb (GtkDropDown *choice, GParamSpec *pspec, QuanReadingsSection *self)
{
  const Reading *reading = g_object_get_data (G_OBJECT (choice), "reading");
  guint selected = gtk_drop_down_get_selected (choice);
  g_auto (GStrv) old = g_settings_get_strv (self->settings, QUAN_SETTING_READINGS), set = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (int i = 0; old[i] != NULL; i++)
    if (!is_of (old[i], reading->key))
      g_strv_builder_add (builder, old[i]);
  if (selected > 0) {
    g_autofree char *one = g_strdup_printf ("%s=%s", reading->key, reading->ids[selected - 1]);

    g_strv_builder_add (builder, one);
  }
  set = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, QUAN_SETTING_READINGS, (const char *const *) set);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanReadingsSection) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = quan_office_done (QUAN_OFFICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->asking == NULL)
    return;
  if (error != NULL)
    gtk_box_append (GTK_BOX (self), quan_text_new (error->message, "dim"));
  for (guint i = 0; readings != NULL && i < readings->len; i++) {
    Reading *reading = readings->pdata[i];
    GtkWidget *choice = quan_preferences_choice_new ((const char *const *) reading->names,
                                                     chosen (self->settings, reading));

    quan_preferences_section_add (GTK_WIDGET (self), reading->summary, choice);
    g_signal_connect_object (choice, "notify::selected", G_CALLBACK (choice_cb), self, 0);
    g_object_set_data_full (G_OBJECT (choice), "reading", reading, reading_free);
  }
  if (readings != NULL)
    g_ptr_array_set_free_func (readings, NULL);
}

static void
quan_readings_section_dispose (GObject *object)
{
  QuanReadingsSection *self = QUAN_READINGS_SECTION (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (quan_readings_section_parent_class)->dispose (object);
}

static void
quan_readings_section_class_init (QuanReadingsSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quan_readings_section_dispose;
}

static void
quan_readings_section_init (QuanReadingsSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

GtkWidget *
quan_readings_section_new (QuanOffice *office, GSettings *settings)
{
  QuanReadingsSection *self = g_object_new (QUAN_TYPE_READINGS_SECTION, NULL);

  self->settings = g_object_ref (settings);
  self->asking = g_cancellable_new ();
  quan_office_read (office, ask, g_strdup (quan_office_enterprise (office)), g_free, free_readings, self->asking,
                    asked_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
