/* A file in memory that libraries which insist on a path can open. The one Linux-only place of the packets. */
#pragma once
#include <glib.h>

/* Keeps bytes under *path (free with g_free) until the returned descriptor is closed. -1 with QUAN_ERROR_OUTPUT. */
int quan_memory_file_new (GBytes *bytes, char **path, GError **error);
