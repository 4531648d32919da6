/* A store that cannot be opened: what happened is said, the file stays as it is, and there are ways out. */
#include "ui/trouble-page.h"

#include <glib/gstdio.h>
#include <grp.h>
#include <string.h>
#include <unistd.h>

#include "tests/core/desk-fixture.h"
#include "tests/ui/widgets.h"
#include "ui/office.h"
#include "ui/style.h"

#define NOBODY 65534

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer error)
{
  quan_office_done (QUAN_OFFICE (source), result, error);
  g_assert_nonnull (*(GError **) error);
}

static const char *const ways[] = { "win.retry", "win.choose-store", "win.open-sample", "app.quit" };

/* Opens a store as the window does, and shows on a page why it cannot be. */
static void
assert_trouble (const char *path, const char *title)
{
  g_autoptr (QuanOffice) office = quan_office_new ();
  g_autoptr (GError) error = NULL;
  gboolean is_file = g_file_test (path, G_FILE_TEST_IS_REGULAR);
  g_autofree char *before = is_file ? store_file_hash (path) : NULL, *after = NULL;
  GtkWidget *window = gtk_window_new (), *page = g_object_new (QUAN_TYPE_TROUBLE_PAGE, NULL);

  quan_office_open (office, path, opened_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  quan_trouble_page_show (QUAN_TROUBLE_PAGE (page), path, error);
  g_assert_true (widget_says (page, title));
  g_assert_true (widget_says (page, error->message));
  g_assert_true (widget_says (page, path));
  g_assert_cmpint (widget_says (page, "The file has not been changed."), ==, is_file);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    g_assert_nonnull (widget_for_action (page, ways[i]));
  after = is_file ? store_file_hash (path) : NULL;
  g_assert_cmpstr (before, ==, after);
  widget_assert_gone (window, page);
}

static void
test_newer (void)
{
  g_auto (StorePlace) place = store_place_new ();

  store_make (place.path);
  store_tamper (place.path, "PRAGMA user_version = 1000");
  assert_trouble (place.path, "The store was written by a newer program");
}

static void
test_garbage (void)
{
  g_auto (StorePlace) place = store_place_new ();

  g_assert_true (g_file_set_contents (place.path, "garbage that is no store at all", -1, NULL));
  assert_trouble (place.path, "This file is no store of this program");
}

static void
test_foreign (void)
{
  g_auto (StorePlace) place = store_place_new ();

  store_make (place.path);
  store_tamper (place.path, "PRAGMA application_id = 7");
  assert_trouble (place.path, "This file is no store of this program");
}

static void
test_damaged (void)
{
  g_auto (StorePlace) place = store_place_new ();

  store_make (place.path);
  g_assert_cmpint (truncate (place.path, 8192), ==, 0);
  assert_trouble (place.path, "The store is damaged");
}

/* This program again, as somebody who may only read: nothing is forbidden to root. */
static int
open_forbidden (const char *path)
{
  if (geteuid () == 0 && (setgroups (0, NULL) != 0 || setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    return 1;
  gtk_init ();
  assert_trouble (path, "The store may not be written");
  return 0;
}

static void
test_forbidden (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) reader = NULL;

  store_make (place.path);
  g_assert_cmpint (g_chmod (place.path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (place.folder, 0555), ==, 0);
  reader = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "/proc/self/exe", "--forbidden", place.path, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (reader, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (place.folder, 0755), ==, 0);
}

/* This program again, as the other that has the store open. */
static int
hold (const char *path)
{
  QuanStore *store = store_open (path);
  char byte = 1;

  g_assert_cmpint (write (STDOUT_FILENO, &byte, 1), ==, 1);
  g_assert_cmpint (read (STDIN_FILENO, &byte, 1), ==, 0);
  quan_store_close (store);
  return 0;
}

static void
test_held (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) holder = NULL;
  char byte;

  store_make (place.path);
  holder = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe",
                             "--hold", place.path, NULL);
  g_assert_no_error (error);
  g_assert_cmpint (g_input_stream_read (g_subprocess_get_stdout_pipe (holder), &byte, 1, NULL, &error), ==, 1);
  assert_trouble (place.path, "The store is in use");
  g_assert_true (g_output_stream_close (g_subprocess_get_stdin_pipe (holder), NULL, &error));
  g_assert_true (g_subprocess_wait_check (holder, NULL, &error));
}

static int
run (int argc, char **argv)
{
  g_auto (StorePlace) home = desk_home_new ();

  gtk_test_init (&argc, &argv, NULL);
  quan_style_install (gdk_display_get_default ());
  g_test_add_func ("/trouble-page/newer", test_newer);
  g_test_add_func ("/trouble-page/garbage", test_garbage);
  g_test_add_func ("/trouble-page/foreign", test_foreign);
  g_test_add_func ("/trouble-page/damaged", test_damaged);
  g_test_add_func ("/trouble-page/forbidden", test_forbidden);
  g_test_add_func ("/trouble-page/held", test_held);
  return g_test_run ();
}

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], "--hold") == 0)
    return hold (argv[2]);
  if (argc == 3 && strcmp (argv[1], "--forbidden") == 0)
    return open_forbidden (argv[2]);
  return run (argc, argv);
}
