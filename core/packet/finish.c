#include "core/packet/finish.h"

#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>

#include "core/base/error.h"
#include "core/packet/embed.h"
#include "core/packet/metadata.h"
#include "core/packet/pdf-objects.h"

typedef struct {
  qpdf_data               pdf;
  const QuanDrawing      *drawing;
  const QuanCanvas       *canvas;
  const QuanDocumentInfo *info;
} Finisher;

static void
add_bookmarks (const Finisher *finisher)
{
  qpdf_data pdf = finisher->pdf;
  guint n;
  const QuanBookmark *bookmarks = quan_canvas_bookmarks (finisher->canvas, &n);
  qpdf_oh outlines = qpdf_make_indirect_object (pdf, qpdf_oh_new_dictionary (pdf));
  qpdf_oh before = 0;

  for (guint i = 0; i < n; i++) {
    qpdf_oh item = qpdf_make_indirect_object (pdf, qpdf_oh_new_dictionary (pdf));
    qpdf_oh target = qpdf_oh_new_array (pdf);

    qpdf_oh_append_item (pdf, target, qpdf_get_page_n (pdf, bookmarks[i].page));
    qpdf_oh_append_item (pdf, target, qpdf_oh_new_name (pdf, "/Fit"));
    quan_pdf_put_text (pdf, item, "/Title", bookmarks[i].title);
    quan_pdf_put (pdf, item, "/Parent", outlines);
    quan_pdf_put (pdf, item, "/Dest", target);
    if (i > 0) {
      quan_pdf_put (pdf, item, "/Prev", before);
      quan_pdf_put (pdf, before, "/Next", item);
    } else {
      quan_pdf_put (pdf, outlines, "/First", item);
    }
    quan_pdf_put (pdf, outlines, "/Last", item);
    before = item;
  }
  if (n == 0)
    return;
  quan_pdf_put (pdf, outlines, "/Count", qpdf_oh_new_integer (pdf, n));
  quan_pdf_put (pdf, qpdf_get_root (pdf), "/Outlines", outlines);
  quan_pdf_put (pdf, qpdf_get_root (pdf), "/PageMode", qpdf_oh_new_name (pdf, "/UseOutlines"));
}

static qpdf_oh
embedded_file (const Finisher *finisher)
{
  qpdf_data pdf = finisher->pdf;
  gsize length;
  gconstpointer data = g_bytes_get_data (finisher->info->attachment, &length);
  qpdf_oh stream = quan_pdf_stream (pdf, data, length), parameters = qpdf_oh_new_dictionary (pdf);
  qpdf_oh dictionary = qpdf_oh_get_dict (pdf, stream);
  g_autofree char *date = quan_pdf_date (finisher->info->dated);

  quan_pdf_put (pdf, parameters, "/Size", qpdf_oh_new_integer (pdf, length));
  quan_pdf_put (pdf, parameters, "/ModDate", qpdf_oh_new_string (pdf, date));
  quan_pdf_put_name (pdf, dictionary, "/Type", "/EmbeddedFile");
  quan_pdf_put_name (pdf, dictionary, "/Subtype", "/application#2fjson");
  quan_pdf_put (pdf, dictionary, "/Params", parameters);
  return stream;
}

static void
attach (const Finisher *finisher)
{
  qpdf_data pdf = finisher->pdf;
  const char *name = finisher->info->attachment_name;
  qpdf_oh file = qpdf_oh_new_dictionary (pdf), streams = qpdf_oh_new_dictionary (pdf);
  qpdf_oh names = qpdf_oh_new_array (pdf), embedded = qpdf_oh_new_dictionary (pdf), tree = qpdf_oh_new_dictionary (pdf);
  qpdf_oh stream = embedded_file (finisher);

  quan_pdf_put (pdf, streams, "/F", stream);
  quan_pdf_put (pdf, streams, "/UF", stream);
  quan_pdf_put_name (pdf, file, "/Type", "/Filespec");
  quan_pdf_put_name (pdf, file, "/AFRelationship", "/Data");
  quan_pdf_put (pdf, file, "/EF", streams);
  quan_pdf_put_text (pdf, file, "/F", name);
  quan_pdf_put_text (pdf, file, "/UF", name);
  file = qpdf_make_indirect_object (pdf, file);
  qpdf_oh_append_item (pdf, names, qpdf_oh_new_unicode_string (pdf, name));
  qpdf_oh_append_item (pdf, names, file);
  quan_pdf_put (pdf, embedded, "/Names", names);
  quan_pdf_put (pdf, tree, "/EmbeddedFiles", embedded);
  quan_pdf_put (pdf, qpdf_get_root (pdf), "/Names", tree);
  quan_pdf_put (pdf, qpdf_get_root (pdf), "/AF", qpdf_oh_wrap_in_array (pdf, file));
}

/* Streams stay as they are: they are compressed already, and doing it again takes longer than all the drawing. */
static GBytes *
write_out (qpdf_data pdf)
{
  if (qpdf_init_write_memory (pdf) & QPDF_ERRORS)
    return NULL;
  qpdf_set_compress_streams (pdf, QPDF_FALSE);
  qpdf_set_decode_level (pdf, qpdf_dl_none);
  qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
  qpdf_set_minimum_pdf_version (pdf, "1.7");
  if (qpdf_write (pdf) & QPDF_ERRORS)
    return NULL;
  return g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
}

static GBytes *
finish (const Finisher *finisher, GError **error)
{
  qpdf_data pdf = finisher->pdf;
  gsize length;
  const char *drawn = g_bytes_get_data (finisher->drawing->pdf, &length);
  GBytes *finished = NULL;

  if (!(qpdf_read_memory (pdf, "document", drawn, length, NULL) & QPDF_ERRORS)) {
    quan_embed_fonts (pdf, finisher->drawing);
    quan_pdf_describe (pdf, finisher->info->title, finisher->info->dated);
    add_bookmarks (finisher);
    if (finisher->info->attachment != NULL)
      attach (finisher);
    finished = qpdf_has_error (pdf) ? NULL : write_out (pdf);
  }
  if (qpdf_has_error (pdf) || finished == NULL) {
    g_clear_pointer (&finished, g_bytes_unref);
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_OUTPUT,
                 _("The document cannot be completed: %s. Nothing was written; report this."),
                 qpdf_get_error_full_text (pdf, qpdf_get_error (pdf)));
  }
  return finished;
}

GBytes *
quan_finish_drawing (const QuanCanvas *canvas, const QuanDrawing *drawing, const QuanDocumentInfo *info, GError **error)
{
  Finisher finisher = {qpdf_init (), drawing, canvas, info};
  GBytes *finished;

  qpdf_silence_errors (finisher.pdf);
  qpdf_set_suppress_warnings (finisher.pdf, QPDF_TRUE);
  finished = finish (&finisher, error);
  qpdf_cleanup (&finisher.pdf);
  return finished;
}

GBytes *
quan_finish (const QuanCanvas *canvas, const QuanDocumentInfo *info, GError **error)
{
  g_autoptr (QuanDrawing) drawing = quan_draw (canvas, error);

  return drawing != NULL ? quan_finish_drawing (canvas, drawing, info, error) : NULL;
}
