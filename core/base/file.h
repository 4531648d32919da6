/* Files: one checked way to read one, and one to write one. */
#pragma once
#include <glib.h>

/* The bytes of a file. NULL with QUAN_ERROR_INPUT where it cannot be read or is larger than limit bytes. */
GBytes *quan_file_read (const char *path, gsize limit, GError **error);

/*
 * Puts bytes under path, whole or not at all: a temporary file in the same folder is written, flushed to the disk and
 * renamed, and the folder flushed. A file of that name is replaced only by a complete new one; a device or pipe is
 * written to. FALSE with QUAN_ERROR_OUTPUT, with nothing left behind.
 */
gboolean quan_file_replace (const char *path, GBytes *bytes, GError **error);

/* Flushes a folder to the disk, so that names just made or changed in it stay. FALSE with errno set. */
gboolean quan_folder_flush (const char *folder);
