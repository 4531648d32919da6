/* Objects of a PDF that qpdf holds, made and put in their places. */
#pragma once
#include <glib.h>
#include <qpdf/qpdf-c.h>

void quan_pdf_put (qpdf_data pdf, qpdf_oh dictionary, const char *key, qpdf_oh value);
void quan_pdf_put_name (qpdf_data pdf, qpdf_oh dictionary, const char *key, const char *name);
/* Text of valid UTF-8. */
void quan_pdf_put_text (qpdf_data pdf, qpdf_oh dictionary, const char *key, const char *text);

/* A stream of bytes as they are; of bytes it compresses; of bytes that quan_deflate compressed. */
qpdf_oh quan_pdf_plain_stream (qpdf_data pdf, gconstpointer data, gsize length);
qpdf_oh quan_pdf_stream (qpdf_data pdf, gconstpointer data, gsize length);
qpdf_oh quan_pdf_deflated_stream (qpdf_data pdf, GBytes *deflated);
