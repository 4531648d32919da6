/* Files in memory, for libraries that insist on a path, and memory of files. The one Linux-only place of the packets. */
#pragma once
#include <glib.h>

/* Keeps bytes under *path (free with g_free) until the returned descriptor is closed. -1 with QUAN_ERROR_OUTPUT. */
int quan_memory_file_new (GBytes *bytes, char **path, GError **error);
/* Lets the system take back the memory of a file mapped whole and for reading only; it is read again when used again. */
void quan_memory_release (gconstpointer data, gsize length);
