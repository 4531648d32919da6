#include "core/packet/embed.h"

#include "core/packet/pdf-objects.h"

#define CODES_PER_BLOCK 100  /* readers accept no more in one bfchar block */

/* What each code of the pages stands for, so that text can be extracted. */
static GString *
to_unicode_cmap (const GArray *characters)
{
  GString *cmap = g_string_new ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                                "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                                "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                                "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");

  for (guint i = 0; i < characters->len; i++) {
    gunichar c = g_array_index (characters, gunichar, i);

    if (i % CODES_PER_BLOCK == 0)
      g_string_append_printf (cmap, "%s%u beginbfchar\n", i > 0 ? "endbfchar\n" : "",
                              MIN (characters->len - i, CODES_PER_BLOCK));
    if (c <= 0xFFFF)
      g_string_append_printf (cmap, "<%04X> <%04X>\n", i + 1, c);
    else
      g_string_append_printf (cmap, "<%04X> <%04X%04X>\n", i + 1, 0xD7C0 + (c >> 10), 0xDC00 + (c & 0x3FF));
  }
  g_string_append (cmap, "endbfchar\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
  return cmap;
}

/* The face a font dictionary stands for, which bears the name libharu gave it. */
static int
face_of_font (qpdf_data pdf, const QuanDrawing *drawing, qpdf_oh font)
{
  const char *name = qpdf_oh_get_name (pdf, qpdf_oh_get_key (pdf, font, "/BaseFont"));

  for (int i = 0; i < QUAN_N_FACES; i++)
    if (g_strcmp0 (name + 1, drawing->names[i]) == 0)
      return i;
  g_assert_not_reached ();
}

/* The name of an embedded subset: six letters that tell it from other subsets of the same font, then the font's own. */
static char *
subset_name (const QuanSubset *subset)
{
  guint hash = g_bytes_hash (subset->program);
  char tag[] = "AAAAAA";

  for (int i = 0; tag[i] != '\0'; i++, hash /= 26)
    tag[i] += hash % 26;
  return g_strdup_printf ("/%s+%s", tag, subset->name);
}

static void
embed_program (qpdf_data pdf, qpdf_oh descriptor, const QuanSubset *subset)
{
  qpdf_oh program = quan_pdf_deflated_stream (pdf, subset->program);

  quan_pdf_put (pdf, qpdf_oh_get_dict (pdf, program), "/Length1", qpdf_oh_new_integer (pdf, subset->length));
  quan_pdf_put (pdf, descriptor, "/FontFile2", program);
}

/* Embeds the subset. libharu's own map to Unicode is malformed, its character collection misnamed, and the x it measured
 * is whatever character has the code of x. */
static void
mend_font (qpdf_data pdf, const QuanDrawing *drawing, qpdf_oh font, QuanFace face)
{
  const QuanSubset *subset = drawing->subsets[face];
  qpdf_oh descendant = qpdf_oh_get_array_item (pdf, qpdf_oh_get_key (pdf, font, "/DescendantFonts"), 0);
  qpdf_oh descriptor = qpdf_oh_get_key (pdf, descendant, "/FontDescriptor");
  g_autofree char *name = subset_name (subset);
  g_autoptr (GString) cmap = to_unicode_cmap (subset->characters);
  gsize length;
  gconstpointer glyphs = g_bytes_get_data (subset->glyphs, &length);

  embed_program (pdf, descriptor, subset);
  quan_pdf_put_name (pdf, descriptor, "/FontName", name);
  quan_pdf_put (pdf, descriptor, "/CapHeight", qpdf_oh_get_key (pdf, descriptor, "/Ascent"));
  qpdf_oh_remove_key (pdf, descriptor, "/XHeight");
  quan_pdf_put_name (pdf, descendant, "/BaseFont", name);
  quan_pdf_put_name (pdf, font, "/BaseFont", name);
  quan_pdf_put (pdf, descendant, "/CIDToGIDMap", quan_pdf_stream (pdf, glyphs, length));
  quan_pdf_put (pdf, descendant, "/CIDSystemInfo",
                qpdf_oh_parse (pdf, "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"));
  quan_pdf_put (pdf, font, "/ToUnicode", quan_pdf_stream (pdf, cmap->str, cmap->len));
}

/* Mends the fonts of a page that no page before it uses; TRUE while the document has others. */
static gboolean
mend_fonts_of_page (qpdf_data pdf, const QuanDrawing *drawing, int page, int mended[QUAN_N_FACES])
{
  qpdf_oh resources = qpdf_oh_get_key (pdf, qpdf_get_page_n (pdf, page), "/Resources");
  qpdf_oh fonts = qpdf_oh_get_key (pdf, resources, "/Font");
  gboolean more = FALSE;

  if (!qpdf_oh_is_dictionary (pdf, fonts))
    return TRUE;
  qpdf_oh_begin_dict_key_iter (pdf, fonts);
  while (qpdf_oh_dict_more_keys (pdf)) {
    qpdf_oh font = qpdf_oh_get_key (pdf, fonts, qpdf_oh_dict_next_key (pdf));
    int id = qpdf_oh_get_object_id (pdf, font), face = 0;

    while (face < QUAN_N_FACES && mended[face] != id)
      face++;
    if (face == QUAN_N_FACES) {
      face = face_of_font (pdf, drawing, font);
      mend_font (pdf, drawing, font, face);
      mended[face] = id;
    }
  }
  for (int i = 0; i < QUAN_N_FACES; i++)
    more = more || (drawing->subsets[i] != NULL && mended[i] == 0);
  return more;
}

void
quan_embed_fonts (qpdf_data pdf, const QuanDrawing *drawing)
{
  int n_pages = qpdf_get_num_pages (pdf), mended[QUAN_N_FACES] = {0};  /* object numbers */

  for (int page = 0; page < n_pages && mend_fonts_of_page (pdf, drawing, page, mended); page++)
    continue;
}
