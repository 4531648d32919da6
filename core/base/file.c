#include "core/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/base/error.h"

#define READ_STEP (64 * 1024)
#define FILE_MODE 0666  /* as the user's umask narrows it */

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

/* Reads fd to its end, but not more than a little beyond limit. FALSE with errno. */
static gboolean
read_all (int fd, gsize limit, GByteArray *bytes)
{
  gsize used = 0;
  gssize n = 1;

  while (n != 0 && used <= limit) {
    g_byte_array_set_size (bytes, used + READ_STEP);
    n = read (fd, bytes->data + used, READ_STEP);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return FALSE;
    used += n;
  }
  g_byte_array_set_size (bytes, used);
  return TRUE;
}

GBytes *
quan_file_read (const char *path, gsize limit, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (fd < 0 || !close_checked (fd, read_all (fd, limit, bytes))) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, _("“%s” cannot be read: %s."), path, g_strerror (errno));
    return NULL;
  }
  if (bytes->len > limit) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                 _("“%s” is larger than %lu MiB, which no such file should be."), path,
                 (gulong) (limit >> 20));
    return NULL;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

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
  return fsync (fd) == 0 || errno == EINVAL || errno == ENOTSUP; /* pipes and some devices have nothing to flush */
}

gboolean
quan_folder_flush (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  /* Some file systems cannot flush a folder; the rename holds there all the same. */
  return fd >= 0 && close_checked (fd, fsync (fd) == 0 || errno == EINVAL);
}

/* A device or a pipe cannot be replaced, only written to. */
static gboolean
is_special (const char *path)
{
  struct stat status;

  return stat (path, &status) == 0 && !S_ISREG (status.st_mode);
}

static gboolean
write_into (const char *path, GBytes *bytes)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);

  return fd >= 0 && close_checked (fd, write_all (fd, bytes));
}

/* Writes beside path and renames. */
static gboolean
write_and_rename (const char *path, GBytes *bytes)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".quan-XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, FILE_MODE);
  gboolean ok = fd >= 0 && close_checked (fd, write_all (fd, bytes)) && rename (temporary, path) == 0
    && quan_folder_flush (folder);
  int saved = errno;

  if (!ok && fd >= 0)
    g_unlink (temporary);
  errno = saved;
  return ok;
}

gboolean
quan_file_replace (const char *path, GBytes *bytes, GError **error)
{
  if (is_special (path) ? write_into (path, bytes) : write_and_rename (path, bytes))
    return TRUE;
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_OUTPUT,
               _("“%s” cannot be written: %s. Choose another place, or make room, and try again."), path,
               g_strerror (errno));
  return FALSE;
}
