#include "core/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/base/error.h"

#define FILE_MODE 0666  /* as the user's umask narrows it */

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize left;
  const char *data = g_bytes_get_data (bytes, &left);

  while (left > 0) {
    gssize n = write (fd, data, left);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return FALSE;
    data += n;
    left -= n;
  }
  return fsync (fd) == 0;
}

/* Closes fd whatever happened; TRUE if all before and the closing went well. Keeps the first errno. */
static gboolean
close_checked (int fd, gboolean ok)
{
  int saved = errno;

  if (close (fd) != 0 && ok)
    return FALSE;
  errno = saved;
  return ok;
}

static gboolean
flush_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  /* Some file systems cannot flush a folder; the rename holds there all the same. */
  return fd >= 0 && close_checked (fd, fsync (fd) == 0 || errno == EINVAL);
}

gboolean
quan_file_replace (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".quan-XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, FILE_MODE);
  gboolean made = fd >= 0;
  gboolean ok = made && close_checked (fd, write_all (fd, bytes)) && rename (temporary, path) == 0
    && flush_folder (folder);

  if (!ok) {
    int saved = errno;

    if (made)
      g_unlink (temporary);
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_OUTPUT,
                 _("“%s” cannot be written: %s. Choose another place, or make room, and try again."), path,
                 g_strerror (saved));
  }
  return ok;
}
