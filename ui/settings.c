#include "ui/settings.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "ui/places.h"

#define SCHEMA "io.github.quan.Quan"

/* Seen from the program's folder: a build tree, an installation. */
static const char *const places[] = { "../resources/desktop", "../share/glib-2.0/schemas" };

/* The schema beside the program, else the system's. */
static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *common = g_settings_schema_source_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autofree char *folder = g_build_filename (quan_program_folder (), places[i], NULL);
    GSettingsSchemaSource *source = g_settings_schema_source_new_from_directory (folder, common, TRUE, NULL);
    GSettingsSchema *schema = source != NULL ? g_settings_schema_source_lookup (source, SCHEMA, FALSE) : NULL;

    g_clear_pointer (&source, g_settings_schema_source_unref);
    if (schema != NULL)
      return schema;
  }
  return common != NULL ? g_settings_schema_source_lookup (common, SCHEMA, TRUE) : NULL;
}

GSettings *
quan_settings_new (GError **error)
{
  GSettingsSchema *schema = find_schema ();
  GSettings *settings;

  if (schema == NULL) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_USAGE, _("The description of the settings, %s, is not installed. Install"
                                                        " the program again."), SCHEMA);
    return NULL;
  }
  settings = g_settings_new_full (schema, NULL, NULL);
  g_settings_schema_unref (schema);
  return settings;
}
