/* Opening a store: what is refused, and that a refused file stays as it was; locks; full disks; killed writers. */
#include "core/base/error.h"
#include "core/exchange/workspace-json.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "tests/core/store-fixture.h"

#define NOBODY 65534

static void
put (const char *path, const char *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
}

static void
make_empty (const char *path)
{
  put (path, "", 0);
}

static void
make_text (const char *path)
{
  put (path, "This is a letter to the bureau, longer than the header of a database is, and it says nothing about "
             "vouchers.\n", -1);
}

static void
make_folder (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
make_foreign (const char *path)
{
  store_tamper (path, "CREATE TABLE other (a); PRAGMA user_version = 1");
}

static void
make_newer (const char *path)
{
  store_make (path);
  store_tamper (path, "PRAGMA user_version = 1000");
}

static void
make_versionless (const char *path)
{
  store_make (path);
  store_tamper (path, "PRAGMA user_version = 0");
}

/* As a newer program leaves a store when it is killed: the new version only in the log. */
static void
make_newer_in_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL), *kept = g_strconcat (path, ".kept", NULL);
  g_autofree char *kept_log = g_strconcat (log, ".kept", NULL);
  g_autofree char *bytes = NULL;
  gsize length;
  sqlite3 *db;

  store_make (path);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 1000", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  put (kept, bytes, length);
  g_clear_pointer (&bytes, g_free);
  g_assert_true (g_file_get_contents (log, &bytes, &length, NULL));
  put (kept_log, bytes, length);
  sqlite3_close (db);
  g_assert_cmpint (g_rename (kept, path), ==, 0);
  g_assert_cmpint (g_rename (kept_log, log), ==, 0);
}

static void
make_truncated (const char *path)
{
  struct stat status;

  store_make (path);
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (truncate (path, status.st_size / 2), ==, 0);
}

static void
make_stub (const char *path)
{
  store_make (path);
  g_assert_cmpint (truncate (path, 60), ==, 0);
}

static void
make_dangling_link (const char *path)
{
  g_assert_cmpint (symlink ("elsewhere", path), ==, 0);
}

static void
make_nothing (const char *path)
{
}

/* What is there, how it is opened, and a word of the refusal. */
static const struct {
  const char *name;
  void (*make) (const char *path);
  QuanStoreFlags flags;
  const char    *says;
  QuanStoreTrouble trouble;
} refusals[] = {
  { "missing",       make_nothing,       QUAN_STORE_OPEN,   "There is no store", QUAN_TROUBLE_MISSING },
  { "empty",         make_empty,         QUAN_STORE_CREATE, "is empty", QUAN_TROUBLE_DAMAGED },
  { "text",          make_text,          QUAN_STORE_CREATE, "is not a store", QUAN_TROUBLE_FOREIGN },
  { "stub",          make_stub,          QUAN_STORE_CREATE, "is not a store", QUAN_TROUBLE_FOREIGN },
  { "folder",        make_folder,        QUAN_STORE_CREATE, "is not a file", QUAN_TROUBLE_FOREIGN },
  { "foreign",       make_foreign,       QUAN_STORE_CREATE, "another program", QUAN_TROUBLE_FOREIGN },
  { "newer",         make_newer,         QUAN_STORE_CREATE, "has version 1000", QUAN_TROUBLE_NEWER },
  { "newer-in-log",  make_newer_in_log,  QUAN_STORE_CREATE, "has version 1000", QUAN_TROUBLE_NEWER },
  { "versionless",   make_versionless,   QUAN_STORE_CREATE, "has no version", QUAN_TROUBLE_DAMAGED },
  { "truncated",     make_truncated,     QUAN_STORE_CREATE, "is damaged", QUAN_TROUBLE_DAMAGED },
  { "dangling-link", make_dangling_link, QUAN_STORE_CREATE, "cannot be opened", QUAN_TROUBLE_FORBIDDEN },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++) {
    g_auto (StorePlace) place = store_place_new ();
    g_autoptr (GError) error = NULL;
    g_autofree char *before = NULL, *after = NULL;
    gboolean is_file;

    g_test_message ("%s", refusals[i].name);
    refusals[i].make (place.path);
    is_file = g_file_test (place.path, G_FILE_TEST_IS_REGULAR);
    if (is_file)
      before = store_file_hash (place.path);
    g_assert_null (quan_store_open (place.path, refusals[i].flags, 0,
                                    quan_record_json_write, quan_record_json_read, &error));
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_STORE);
    g_assert_nonnull (strstr (error->message, refusals[i].says));
    g_assert_cmpint (quan_store_trouble (error, NULL), ==, refusals[i].trouble);
    g_assert_nonnull (strstr (error->message, place.path));
    if (is_file)
      after = store_file_hash (place.path);
    g_assert_cmpstr (before, ==, after);
  }
}

/* Runs a function in a child process and gives its id; the function's answer is the child's exit status. */
static pid_t
in_child (int (*function) (const char *path, int pipe_end), const char *path, int pipe_end)
{
  pid_t child = fork ();

  if (child == 0)
    _exit (function (path, pipe_end));
  g_assert_cmpint (child, >, 0);
  return child;
}

static int
wait_for (pid_t child)
{
  int status;

  while (waitpid (child, &status, 0) < 0)
    g_assert_cmpint (errno, ==, EINTR);
  return WIFEXITED (status) ? WEXITSTATUS (status) : -1;
}

/* Holds the store until the pipe says something, and a moment longer. */
static int
hold (const char *path, int pipe_end)
{
  g_autoptr (QuanStore) store = store_open (path);
  char byte = 0;

  if (write (pipe_end, &byte, 1) != 1 || read (pipe_end, &byte, 1) != 1)
    return 1;
  g_usleep (400000);
  return 0;
}

static void
test_held (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *process = NULL;
  int ends[2], holder;
  char byte = 0;
  pid_t child;

  store_make (place.path);
  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM, 0, ends), ==, 0);
  child = in_child (hold, place.path, ends[1]);
  g_assert_cmpint (read (ends[0], &byte, 1), ==, 1);
  g_assert_null (quan_store_open (place.path, QUAN_STORE_OPEN, 0,
                                  quan_record_json_write, quan_record_json_read, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_STORE);
  process = g_strdup_printf ("process %d.", child);
  g_assert_nonnull (strstr (error->message, process));
  g_assert_cmpint (quan_store_trouble (error, &holder), ==, QUAN_TROUBLE_HELD);
  g_assert_cmpint (holder, ==, child);
  g_clear_error (&error);

  g_assert_cmpint (write (ends[0], &byte, 1), ==, 1);
  store = quan_store_open (place.path, QUAN_STORE_OPEN, 30, quan_record_json_write, quan_record_json_read, &error);
  g_assert_no_error (error);
  g_assert_nonnull (store);
  g_assert_cmpint (wait_for (child), ==, 0);
}

/* To ask who holds the store must not let go of it. */
static void
test_held_by_itself (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = store_open (place.path);
  g_autofree char *process = g_strdup_printf ("process %d.", getpid ());
  g_autoptr (QuanWorkspace) workspace = store_workspace_file ("canonical-workspace.json");

  for (int i = 0; i < 2; i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (quan_store_open (place.path, QUAN_STORE_OPEN, 0,
                                    quan_record_json_write, quan_record_json_read, &error));
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_STORE);
    g_assert_nonnull (strstr (error->message, process));
  }
  store_import (store, workspace);
}

/* As somebody who may read the file but not write it. */
static int
open_unwritable (const char *path, int pipe_end)
{
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0 && (setgroups (0, NULL) != 0 || setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    return 1;
  if (quan_store_open (path, QUAN_STORE_CREATE, 0, quan_record_json_write, quan_record_json_read, &error) != NULL)
    return 2;
  return quan_store_trouble (error, NULL) == QUAN_TROUBLE_FORBIDDEN
         && strstr (error->message, "cannot be written") != NULL ? 0 : 3;
}

static int
open_unreadable (const char *path, int pipe_end)
{
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0 && (setgroups (0, NULL) != 0 || setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    return 1;
  if (quan_store_open (path, QUAN_STORE_CREATE, 0, quan_record_json_write, quan_record_json_read, &error) != NULL)
    return 2;
  return quan_store_trouble (error, NULL) == QUAN_TROUBLE_FORBIDDEN
         && strstr (error->message, "cannot be opened") != NULL ? 0 : 3;
}

static void
test_permissions (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autofree char *before = NULL, *after = NULL;

  store_make (place.path);
  before = store_file_hash (place.path);
  g_assert_cmpint (g_chmod (place.path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (place.folder, 0555), ==, 0);
  g_assert_cmpint (wait_for (in_child (open_unwritable, place.path, -1)), ==, 0);
  g_assert_cmpint (g_chmod (place.path, 0000), ==, 0);
  g_assert_cmpint (wait_for (in_child (open_unreadable, place.path, -1)), ==, 0);
  g_assert_cmpint (g_chmod (place.folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (place.path, 0600), ==, 0);
  after = store_file_hash (place.path);
  g_assert_cmpstr (before, ==, after);
}

/* Writes one more provider, numbered, in one act. */
static gboolean
add_provider (QuanStore *store, int number, GError **error)
{
  QuanProvider *provider = quan_record_new (&quan_provider_type);
  gboolean good;

  provider->uscc = g_strdup_printf ("9111010500000%05d", number);
  provider->name = g_strnfill (2000, 'x');
  good = quan_store_begin (store, "edit", NULL, error)
         && quan_store_write (store, QUAN_PROVIDERS, 0, provider, error) != 0
         && quan_store_commit (store, error);
  quan_store_rollback (store);
  quan_record_free (&quan_provider_type, provider);
  return good;
}

/* Writes until the limit on the size of files is met, as it would on a full disk, then again without the limit. */
static int
fill_disk (const char *path, int pipe_end)
{
  g_autoptr (QuanStore) store = store_open (path);
  struct rlimit limit;
  g_autoptr (GError) error = NULL;
  int done = 0;

  signal (SIGXFSZ, SIG_IGN);
  if (getrlimit (RLIMIT_FSIZE, &limit) != 0)
    return 1;
  limit.rlim_cur = 400000;
  if (setrlimit (RLIMIT_FSIZE, &limit) != 0)
    return 2;
  while (add_provider (store, done, &error))
    done++;
  if (quan_store_trouble (error, NULL) != QUAN_TROUBLE_FULL || strstr (error->message, "no room") == NULL || done == 0)
    return 3;
  limit.rlim_cur = limit.rlim_max;
  if (setrlimit (RLIMIT_FSIZE, &limit) != 0 || !add_provider (store, done, NULL))
    return 4;
  return quan_store_count (store, QUAN_PROVIDERS, &(QuanStoreFilter) { 0 }, NULL) == done + 1 ? 0 : 5;
}

static void
test_full (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_cmpint (wait_for (in_child (fill_disk, place.path, -1)), ==, 0);
  store = store_open (place.path);
  problems = quan_store_verify (store);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Adds providers for ever and acknowledges each one. */
static int
write_on (const char *path, int pipe_end)
{
  g_autoptr (QuanStore) store = store_open (path);
  int done = quan_store_count (store, QUAN_PROVIDERS, &(QuanStoreFilter) { 0 }, NULL);

  while (add_provider (store, done, NULL)) {
    done++;
    if (write (pipe_end, &done, sizeof done) != sizeof done)
      return 1;
  }
  return 2;
}

#define KILLS 25

static void
test_killed (void)
{
  g_auto (StorePlace) place = store_place_new ();
  int acknowledged = 0;

  store_make (place.path);
  for (int i = 0; i < KILLS; i++) {
    g_autoptr (QuanStore) store = NULL;
    g_autoptr (GPtrArray) problems = NULL;
    int ends[2], count;
    pid_t child;

    g_assert_cmpint (pipe (ends), ==, 0);
    child = in_child (write_on, place.path, ends[1]);
    close (ends[1]);
    if (i > 0)
      g_assert_cmpint (read (ends[0], &acknowledged, sizeof acknowledged), ==, sizeof acknowledged);
    g_usleep (g_test_rand_int_range (0, 30000));
    g_assert_cmpint (kill (child, SIGKILL), ==, 0);
    g_assert_cmpint (wait_for (child), ==, -1);
    while (read (ends[0], &count, sizeof count) == sizeof count)
      acknowledged = count;
    close (ends[0]);
    store = store_open (place.path);
    count = quan_store_count (store, QUAN_PROVIDERS, &(QuanStoreFilter) { 0 }, NULL);
    g_assert_cmpint (count, >=, acknowledged);
    g_assert_cmpint (count, <=, MAX (acknowledged, 1) + 1);
    problems = quan_store_verify (store);
    g_assert_cmpuint (problems->len, ==, 0);
  }
  g_assert_cmpint (acknowledged, >, KILLS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-open/refused", test_refused);
  g_test_add_func ("/store-open/held", test_held);
  g_test_add_func ("/store-open/held-by-itself", test_held_by_itself);
  g_test_add_func ("/store-open/permissions", test_permissions);
  g_test_add_func ("/store-open/full", test_full);
  g_test_add_func ("/store-open/killed", test_killed);
  return g_test_run ();
}
