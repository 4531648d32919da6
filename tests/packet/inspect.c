#include "tests/packet/inspect.h"

#include <string.h>

#include <glib/gstdio.h>

#include "core/packet/fonts.h"

const char *const inspect_readers[] = {[INSPECT_POPPLER] = "poppler", [INSPECT_MUPDF] = "MuPDF"};

char *
inspect_dense (const char *text)
{
  GString *dense = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = quan_fonts_visible (g_utf8_get_char (p));

    if (c != 0 && !g_unichar_isspace (c))
      g_string_append_unichar (dense, c);
  }
  return g_string_free (dense, FALSE);
}

InspectDocument *
inspect_document_new (GBytes *pdf)
{
  InspectDocument *document = g_new0 (InspectDocument, 1);
  gsize length;
  const char *bytes = g_bytes_get_data (pdf, &length);

  document->pdf = g_bytes_ref (pdf);
  document->complaints = g_ptr_array_new_with_free_func (g_free);
  document->folder = g_dir_make_tmp ("quan-inspect-XXXXXX", NULL);
  document->path = g_build_filename (document->folder, "document.pdf", NULL);
  g_assert_true (g_file_set_contents (document->path, bytes, length, NULL));
  for (int i = 0; i < INSPECT_N_READERS; i++)
    document->characters[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  inspect_read_poppler (document);
  inspect_read_mupdf (document);
  inspect_run_programs (document);
  return document;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (files); name != NULL; name = g_dir_read_name (files)) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_assert_cmpint (g_remove (path), ==, 0);
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
inspect_document_free (InspectDocument *document)
{
  if (document == NULL)
    return;
  remove_folder (document->folder);
  for (int i = 0; i < INSPECT_N_EXTRACTORS; i++)
    g_strfreev (document->texts[i]);
  for (int i = 0; i < INSPECT_N_READERS; i++)
    g_ptr_array_unref (document->characters[i]);
  g_mapped_file_unref (document->greymaps);
  g_object_unref (document->poppler);
  g_ptr_array_unref (document->complaints);
  g_bytes_unref (document->pdf);
  g_free (document->offsets);
  g_free (document->folder);
  g_free (document->path);
  g_free (document);
}

InspectRaster *
inspect_raster_new (const InspectDocument *document, InspectReader reader, guint page)
{
  return reader == INSPECT_POPPLER ? inspect_paint_poppler (document, page) : inspect_paint_mupdf (document, page);
}

void
inspect_raster_free (InspectRaster *raster)
{
  if (raster == NULL)
    return;
  g_free (raster->pixels);
  g_free (raster);
}
