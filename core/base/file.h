/* Files: one checked way to write one. */
#pragma once
#include <glib.h>

/*
 * Puts bytes under path, whole or not at all: a temporary file in the same folder is written, flushed to the disk and
 * renamed, and the folder flushed. A file of that name is replaced only by a complete new one. FALSE with
 * QUAN_ERROR_OUTPUT, with nothing left behind.
 */
gboolean quan_file_replace (const char *path, GBytes *bytes, GError **error);
