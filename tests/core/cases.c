/* Tables of cases shared by the tests. */
#include "tests/core/cases.h"

GPtrArray *
cases_read (const char *file, guint columns)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char *path = g_build_filename (g_getenv ("QUAN_TEST_CASES"), file, NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++) {
    g_ptr_array_add (rows, g_strsplit (lines[i], ",", -1));
    g_assert_cmpuint (g_strv_length (g_ptr_array_index (rows, rows->len - 1)), ==, columns);
  }
  g_assert_cmpuint (rows->len, >, 0);
  return g_steal_pointer (&rows);
}
