#include "core/packet/finish.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>

#include "core/base/error.h"
#include "core/packet/draw.h"

#define CODES_PER_BLOCK 100  /* readers accept no more in one bfchar block */

typedef struct {
  qpdf_data               pdf;
  const QuanDrawing      *drawing;
  const QuanCanvas       *canvas;
  const QuanDocumentInfo *info;
} Finisher;

static gpointer
deflate (gconstpointer data, gsize length, gsize *deflated)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1);
  gsize room = length + length / 100 + 64, n_read;
  g_autofree guint8 *result = g_malloc (room);
  GConverterResult status = g_converter_convert (G_CONVERTER (compressor), data, length, result, room,
                                                 G_CONVERTER_INPUT_AT_END, &n_read, deflated, NULL);

  g_assert (status == G_CONVERTER_FINISHED);
  return g_steal_pointer (&result);
}

static qpdf_oh
new_stream (qpdf_data pdf, gconstpointer data, gsize length)
{
  qpdf_oh stream = qpdf_oh_new_stream (pdf);
  gsize deflated;
  g_autofree guint8 *bytes = deflate (data, length, &deflated);

  qpdf_oh_replace_stream_data (pdf, stream, bytes, deflated, qpdf_oh_new_name (pdf, "/FlateDecode"),
                               qpdf_oh_new_null (pdf));
  return stream;
}

static void
put (qpdf_data pdf, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (pdf, dictionary, key, value);
}

static void
put_text (qpdf_data pdf, qpdf_oh dictionary, const char *key, const char *text)
{
  put (pdf, dictionary, key, qpdf_oh_new_unicode_string (pdf, text));
}

static char *
pdf_date (QuanDate date)
{
  int year, month, day;

  quan_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("D:%04d%02d%02d000000+08'00'", year, month, day);
}

/* What each code of the pages stands for, so that text can be extracted. */
static char *
to_unicode_cmap (const GArray *codes)
{
  GString *cmap = g_string_new ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                                "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                                "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                                "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");

  for (guint i = 0; i < codes->len; i++) {
    const QuanCode *code = &g_array_index (codes, QuanCode, i);

    if (i % CODES_PER_BLOCK == 0)
      g_string_append_printf (cmap, "%s%u beginbfchar\n", i > 0 ? "endbfchar\n" : "",
                              MIN (codes->len - i, CODES_PER_BLOCK));
    if (code->c <= 0xFFFF)
      g_string_append_printf (cmap, "<%04X> <%04X>\n", code->code, code->c);
    else
      g_string_append_printf (cmap, "<%04X> <%04X%04X>\n", code->code, 0xD7C0 + (code->c >> 10),
                              0xDC00 + (code->c & 0x3FF));
  }
  g_string_append (cmap, "endbfchar\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
  return g_string_free (cmap, FALSE);
}

/* The face whose subset a font dictionary embeds: its name is "HPDFAA+" and the name libharu gave. */
static int
face_of_font (const Finisher *finisher, qpdf_oh font)
{
  const char *name = qpdf_oh_get_name (finisher->pdf, qpdf_oh_get_key (finisher->pdf, font, "/BaseFont"));
  const char *plus = strchr (name, '+'), *const *names = (const char *const *) finisher->drawing->names;

  for (int i = 0; i < QUAN_N_FACES; i++)
    if (names[i] != NULL && plus != NULL && strcmp (plus + 1, names[i]) == 0)
      return i;
  g_assert_not_reached ();
}

/* libharu's own ToUnicode is malformed, and its character collection misnamed. */
static void
mend_font (const Finisher *finisher, qpdf_oh font, QuanFace face)
{
  qpdf_data pdf = finisher->pdf;
  g_autofree char *cmap = to_unicode_cmap (finisher->drawing->subsets[face]->codes);
  qpdf_oh descendant = qpdf_oh_get_array_item (pdf, qpdf_oh_get_key (pdf, font, "/DescendantFonts"), 0);

  put (pdf, font, "/ToUnicode", new_stream (pdf, cmap, strlen (cmap)));
  put (pdf, descendant, "/CIDSystemInfo",
       qpdf_oh_parse (pdf, "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"));
}

static void
mend_fonts (const Finisher *finisher)
{
  qpdf_data pdf = finisher->pdf;
  gboolean mended[QUAN_N_FACES] = {FALSE};

  for (int i = 0; i < qpdf_get_num_pages (pdf); i++) {
    qpdf_oh resources = qpdf_oh_get_key (pdf, qpdf_get_page_n (pdf, i), "/Resources");
    qpdf_oh fonts = qpdf_oh_get_key (pdf, resources, "/Font");

    if (!qpdf_oh_is_dictionary (pdf, fonts))
      continue;
    qpdf_oh_begin_dict_key_iter (pdf, fonts);
    while (qpdf_oh_dict_more_keys (pdf)) {
      qpdf_oh font = qpdf_oh_get_key (pdf, fonts, qpdf_oh_dict_next_key (pdf));
      int face = face_of_font (finisher, font);

      if (!mended[face])
        mend_font (finisher, font, face);
      mended[face] = TRUE;
    }
  }
}

static void
describe (const Finisher *finisher)
{
  qpdf_data pdf = finisher->pdf;
  qpdf_oh root = qpdf_get_root (pdf), dictionary = qpdf_oh_new_dictionary (pdf);
  g_autofree char *date = pdf_date (finisher->info->dated);

  put_text (pdf, dictionary, "/Title", finisher->info->title);
  put_text (pdf, dictionary, "/Producer", "Quan " QUAN_VERSION);
  put (pdf, dictionary, "/CreationDate", qpdf_oh_new_string (pdf, date));
  put (pdf, dictionary, "/ModDate", qpdf_oh_new_string (pdf, date));
  put (pdf, qpdf_get_trailer (pdf), "/Info", qpdf_make_indirect_object (pdf, dictionary));
  put (pdf, root, "/Lang", qpdf_oh_new_string (pdf, "zh-CN"));
  put (pdf, root, "/ViewerPreferences", qpdf_oh_parse (pdf, "<< /DisplayDocTitle true >>"));
}

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
    put_text (pdf, item, "/Title", bookmarks[i].title);
    put (pdf, item, "/Parent", outlines);
    put (pdf, item, "/Dest", target);
    if (i > 0) {
      put (pdf, item, "/Prev", before);
      put (pdf, before, "/Next", item);
    } else {
      put (pdf, outlines, "/First", item);
    }
    put (pdf, outlines, "/Last", item);
    before = item;
  }
  if (n == 0)
    return;
  put (pdf, outlines, "/Count", qpdf_oh_new_integer (pdf, n));
  put (pdf, qpdf_get_root (pdf), "/Outlines", outlines);
  put (pdf, qpdf_get_root (pdf), "/PageMode", qpdf_oh_new_name (pdf, "/UseOutlines"));
}

static qpdf_oh
embedded_file (const Finisher *finisher)
{
  qpdf_data pdf = finisher->pdf;
  gsize length;
  gconstpointer data = g_bytes_get_data (finisher->info->attachment, &length);
  qpdf_oh stream = new_stream (pdf, data, length), parameters = qpdf_oh_new_dictionary (pdf);
  qpdf_oh dictionary = qpdf_oh_get_dict (pdf, stream);
  g_autofree char *date = pdf_date (finisher->info->dated);

  put (pdf, parameters, "/Size", qpdf_oh_new_integer (pdf, length));
  put (pdf, parameters, "/ModDate", qpdf_oh_new_string (pdf, date));
  put (pdf, dictionary, "/Type", qpdf_oh_new_name (pdf, "/EmbeddedFile"));
  put (pdf, dictionary, "/Subtype", qpdf_oh_new_name (pdf, "/application#2fjson"));
  put (pdf, dictionary, "/Params", parameters);
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

  put (pdf, streams, "/F", stream);
  put (pdf, streams, "/UF", stream);
  put (pdf, file, "/Type", qpdf_oh_new_name (pdf, "/Filespec"));
  put (pdf, file, "/AFRelationship", qpdf_oh_new_name (pdf, "/Data"));
  put (pdf, file, "/EF", streams);
  put_text (pdf, file, "/F", name);
  put_text (pdf, file, "/UF", name);
  file = qpdf_make_indirect_object (pdf, file);
  qpdf_oh_append_item (pdf, names, qpdf_oh_new_unicode_string (pdf, name));
  qpdf_oh_append_item (pdf, names, file);
  put (pdf, embedded, "/Names", names);
  put (pdf, tree, "/EmbeddedFiles", embedded);
  put (pdf, qpdf_get_root (pdf), "/Names", tree);
  put (pdf, qpdf_get_root (pdf), "/AF", qpdf_oh_wrap_in_array (pdf, file));
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
    mend_fonts (finisher);
    describe (finisher);
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
quan_finish (const QuanCanvas *canvas, const QuanDocumentInfo *info, GError **error)
{
  g_autoptr (QuanDrawing) drawing = quan_draw (canvas, error);
  Finisher finisher = {NULL, drawing, canvas, info};
  GBytes *finished;

  if (drawing == NULL)
    return NULL;
  finisher.pdf = qpdf_init ();
  qpdf_silence_errors (finisher.pdf);
  qpdf_set_suppress_warnings (finisher.pdf, QPDF_TRUE);
  finished = finish (&finisher, error);
  qpdf_cleanup (&finisher.pdf);
  return finished;
}
