/* Compression of the streams of a PDF. */
#pragma once
#include <glib.h>

/* The bytes compressed as /FlateDecode has them. level from 1, fast, to 9, small. */
GBytes *quan_deflate (gconstpointer data, gsize length, int level);
