#include "core/packet/pdf-objects.h"

#include "core/packet/deflate.h"

#define LEVEL 6  /* of compression */

void
quan_pdf_put (qpdf_data pdf, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (pdf, dictionary, key, value);
}

void
quan_pdf_put_name (qpdf_data pdf, qpdf_oh dictionary, const char *key, const char *name)
{
  quan_pdf_put (pdf, dictionary, key, qpdf_oh_new_name (pdf, name));
}

void
quan_pdf_put_text (qpdf_data pdf, qpdf_oh dictionary, const char *key, const char *text)
{
  quan_pdf_put (pdf, dictionary, key, qpdf_oh_new_unicode_string (pdf, text));
}

static qpdf_oh
new_stream (qpdf_data pdf, gconstpointer data, gsize length, qpdf_oh filter)
{
  qpdf_oh stream = qpdf_oh_new_stream (pdf);

  qpdf_oh_replace_stream_data (pdf, stream, data, length, filter, qpdf_oh_new_null (pdf));
  return stream;
}

qpdf_oh
quan_pdf_plain_stream (qpdf_data pdf, gconstpointer data, gsize length)
{
  return new_stream (pdf, data, length, qpdf_oh_new_null (pdf));
}

qpdf_oh
quan_pdf_deflated_stream (qpdf_data pdf, GBytes *deflated)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (deflated, &length);

  return new_stream (pdf, data, length, qpdf_oh_new_name (pdf, "/FlateDecode"));
}

qpdf_oh
quan_pdf_stream (qpdf_data pdf, gconstpointer data, gsize length)
{
  g_autoptr (GBytes) deflated = quan_deflate (data, length, LEVEL);

  return quan_pdf_deflated_stream (pdf, deflated);
}
