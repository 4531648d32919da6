#define _GNU_SOURCE
#include "core/packet/memory-file.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"

int
quan_memory_file_new (GBytes *bytes, char **path, GError **error)
{
  gsize left;
  const char *data = g_bytes_get_data (bytes, &left);
  int fd = memfd_create ("quan-font", MFD_CLOEXEC);
  gssize n = 0;

  while (fd >= 0 && left > 0 && (n = write (fd, data, left)) > 0) {
    data += n;
    left -= n;
  }
  if (fd < 0 || left > 0) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_OUTPUT,
                 _("A font cannot be held in memory: %s. Free some memory and try again."), g_strerror (errno));
    if (fd >= 0)
      close (fd);
    return -1;
  }
  *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  return fd;
}

void
quan_memory_release (gconstpointer data, gsize length)
{
  /* Only a hint: what it fails to give back is kept, and right. */
  if (length > 0 && madvise ((gpointer) data, length, MADV_DONTNEED) != 0)
    g_debug ("A file stays in memory: %s", g_strerror (errno));
}
