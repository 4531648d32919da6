/* Writing a file whole or not at all, and reading one. */
#include "core/base/file.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include <glib/gstdio.h>

#include "core/base/error.h"

typedef struct {
  char *folder, *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("quan-file-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "材料 包.pdf", NULL);
}

static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

static gboolean
replace (const char *path, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return quan_file_replace (path, bytes, error);
}

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (replace (fixture->path, "first", &error));
  g_assert_true (replace (fixture->path, "", &error));
  assert_content (fixture->path, "");
  g_assert_true (replace (fixture->path, "second", &error));
  assert_content (fixture->path, "second");
  g_assert_no_error (error);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "absent", "x.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (replace (path, "text", &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_OUTPUT);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_folder_in_the_way (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_assert_false (replace (fixture->path, "text", &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_OUTPUT);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

/* A device is written to, never replaced by a file. */
static void
test_device (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (replace ("/dev/null", "text", &error));
  g_assert_false (replace ("/dev/full", "text", &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_OUTPUT);
  g_assert_false (g_file_test ("/dev/full", G_FILE_TEST_IS_REGULAR));
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) missing = NULL, large = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_null (quan_file_read (fixture->path, 1024, &missing));
  g_assert_error (missing, QUAN_ERROR, QUAN_ERROR_INPUT);
  g_assert_true (replace (fixture->path, "four", NULL));
  bytes = quan_file_read (fixture->path, 4, NULL);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "four", 4);
  g_assert_null (quan_file_read (fixture->path, 3, &large));
  g_assert_error (large, QUAN_ERROR, QUAN_ERROR_INPUT);
}

/* No room: the file there before stays whole. */
static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  struct rlimit limit, small;

  g_assert_true (replace (fixture->path, "before", NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = (struct rlimit) {3, limit.rlim_max};
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (replace (fixture->path, "after", &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_OUTPUT);
  assert_content (fixture->path, "before");
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/file/replace", test_replace);
  ADD ("/file/no-folder", test_no_folder);
  ADD ("/file/folder-in-the-way", test_folder_in_the_way);
  ADD ("/file/no-room", test_no_room);
  ADD ("/file/read", test_read);
  g_test_add_func ("/file/device", test_device);
#undef ADD
  return g_test_run ();
}
