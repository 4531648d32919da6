#include "ui/settings.h"

#include "ui/places.h"

#define SCHEMA "io.github.quan.Quan"

/* Seen from the program's folder: a build tree, an installation. */
static const char *const places[] = { "../resources/desktop", "../share/glib-2.0/schemas" };

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *common = g_settings_schema_source_get_default ();
  GSettingsSchema *schema = common != NULL ? g_settings_schema_source_lookup (common, SCHEMA, TRUE) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places) && schema == NULL; i++) {
    g_autofree char *folder = g_build_filename (quan_program_folder (), places[i], NULL);
    GSettingsSchemaSource *source = g_settings_schema_source_new_from_directory (folder, common, TRUE, NULL);

    if (source != NULL) {
      schema = g_settings_schema_source_lookup (source, SCHEMA, FALSE);
      g_settings_schema_source_unref (source);
    }
  }
  return schema;
}

GSettings *
quan_settings_new (void)
{
  GSettingsSchema *schema = find_schema ();
  GSettings *settings;

  if (schema == NULL)
    g_error ("The settings schema %s is not installed. Install the program again.", SCHEMA);
  settings = g_settings_new_full (schema, NULL, NULL);
  g_settings_schema_unref (schema);
  return settings;
}
