#include "app/locale-folder.h"

/* Seen from the program's folder: a build tree, an installation. */
static const char *const places[] = { "../po", "../share/locale" };

char *
locale_folder (const char *program)
{
  g_autofree char *path = g_find_program_in_path (program);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : g_strdup (".");

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autofree char *place = g_build_filename (folder, places[i], NULL);
    g_autofree char *catalogue = g_build_filename (place, "zh_CN", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

    if (g_file_test (catalogue, G_FILE_TEST_EXISTS))
      return g_steal_pointer (&place);
  }
  return g_strdup (QUAN_LOCALEDIR);
}
