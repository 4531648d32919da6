#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/base/file.h"
#include "core/store/internal.h"

#define FOLDER_MODE 0700
#define FILE_MODE 0600

/* Makes a complete store of no records in an empty file. */
static gboolean
fill (const char *path, const QuanMigrations *migrations, GError **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d", QUAN_STORE_APPLICATION_ID);
  gboolean good;
  QuanSql sql;

  quan_sql_init (&sql, path);
  good = quan_store_connect (&sql, error)
         && quan_sql_exec (&sql, "PRAGMA synchronous = FULL", error)
         && quan_sql_exec (&sql, stamp, error)
         && quan_migrations_create (&sql, migrations, error);
  quan_sql_clear (&sql);
  return good;
}

/* Makes a missing store: first complete under another name, then, where nothing of the name is, under its own. */
static gboolean
create (const char *path, const QuanMigrations *migrations, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  gboolean good;
  int fd = -1, place;

  if (g_mkdir_with_parents (folder, FOLDER_MODE) == 0)
    fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, FILE_MODE);
  if (fd < 0 || close (fd) != 0)
    return quan_sql_fail_code (path, SQLITE_CANTOPEN, errno, g_strerror (errno), error);
  good = fill (temporary, migrations, error);
  if (good) {
    place = open (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, FILE_MODE);
    if (place < 0 && errno == EEXIST) { /* another program was faster */
      g_unlink (temporary);
      return TRUE;
    }
    good = (place >= 0 && close (place) == 0 && g_rename (temporary, path) == 0 && quan_folder_flush (folder))
           || quan_sql_fail_code (path, SQLITE_CANTOPEN, errno, g_strerror (errno), error);
  }
  if (!good)
    g_unlink (temporary);
  return good;
}

/* Makes sure there is a plain file to open and returns its one name, links followed; NULL with error. */
char *
quan_store_find_file (const char *path, QuanStoreFlags flags, const QuanMigrations *migrations, GError **error)
{
  struct stat status;
  char *real, *name;

  if (stat (path, &status) != 0 && errno == ENOENT) {
    /* An absolute name is never read as a URI by SQLite, whatever it begins with. */
    g_autofree char *absolute = g_canonicalize_filename (path, NULL);

    if (!(flags & QUAN_STORE_CREATE)) {
      quan_store_refuse (error, QUAN_TROUBLE_MISSING,
                         _("There is no store \"%s\". Import a workspace into it, or name another file."), path);
      return NULL;
    }
    if (!create (absolute, migrations, error))
      return NULL;
  }
  real = realpath (path, NULL);
  if (real == NULL || stat (real, &status) != 0) {
    free (real);
    quan_sql_fail_code (path, SQLITE_CANTOPEN, errno, g_strerror (errno), error);
    return NULL;
  }
  name = g_strdup (real);
  free (real);
  if (S_ISREG (status.st_mode))
    return name;
  quan_store_refuse (error, QUAN_TROUBLE_FOREIGN, _("\"%s\" is not a file. Name the file of a store."), name);
  g_free (name);
  return NULL;
}
