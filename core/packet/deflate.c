#include "core/packet/deflate.h"

#include <gio/gio.h>

GBytes *
quan_deflate (gconstpointer data, gsize length, int level)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, level);
  gsize room = length + length / 100 + 64, n_read, n_written;
  guint8 *result = g_malloc (room);
  GConverterResult status = g_converter_convert (G_CONVERTER (compressor), data, length, result, room,
                                                 G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);

  g_assert (status == G_CONVERTER_FINISHED);
  return g_bytes_new_take (g_realloc (result, n_written), n_written);
}
