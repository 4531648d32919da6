#include "ui/places.h"

#include <gio/gio.h>

const char *
quan_program_folder (void)
{
  static char *folder;

  if (g_once_init_enter (&folder)) {
    g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

    g_once_init_leave (&folder, program != NULL ? g_path_get_dirname (program) : g_strdup ("."));
  }
  return folder;
}

char *
quan_usual_store (void)
{
  return g_build_filename (g_get_user_data_dir (), "quan", "quan.db", NULL);
}

char *
quan_sample_store (void)
{
  return g_build_filename (g_get_user_cache_dir (), "quan", "sample", "quan.db", NULL);
}
