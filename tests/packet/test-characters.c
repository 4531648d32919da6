/* All characters of GB2312 and rare ones beside them, in every face; and a font embedded badly, which is noticed. */
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include <fontconfig/fontconfig.h>
#include <hpdf.h>

#include "core/packet/finish.h"
#include "tests/packet/check.h"
#include "tests/packet/report.h"
#include "tests/packet/sheet.h"

#define N_COMMON 6763
#define N_RARE 200

static void
test_face (gconstpointer data)
{
  const QuanDocumentInfo info = {.title = "字表", .dated = 19787 /* 2024-03-05 */};
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (QuanCanvas) canvas = quan_canvas_new (fonts);
  g_autoptr (GArray) common = sheet_common (), rare = sheet_rare (fonts, N_RARE);
  g_autoptr (InspectDocument) document = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (common->len, ==, N_COMMON);
  g_assert_cmpuint (rare->len, >=, N_RARE);
  g_array_append_vals (common, rare->data, rare->len);
  sheet_draw (canvas, GPOINTER_TO_INT (data), common);
  sheet_number (canvas);
  pdf = quan_finish (canvas, &info, &error);
  g_assert_no_error (error);
  document = inspect_document_new (pdf);
  check_all (document, canvas, problems);
  report_problems (problems);
}

/* The file and index of a font that libharu embeds badly. */
static char *
bad_font (int *index)
{
  FcPattern *wanted = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, "WenQuanYi Micro Hei", NULL), *found;
  FcResult result;
  FcChar8 *file = NULL;
  char *path;

  FcConfigSubstitute (NULL, wanted, FcMatchPattern);
  FcDefaultSubstitute (wanted);
  found = FcFontMatch (NULL, wanted, &result);
  FcPatternGetString (found, FC_FILE, 0, &file);
  FcPatternGetInteger (found, FC_INDEX, 0, index);
  path = g_strdup ((const char *) file);
  FcPatternDestroy (wanted);
  FcPatternDestroy (found);
  g_assert_nonnull (strstr (path, "wqy-microhei"));
  return path;
}

/* A page with a text in the bad font, made by libharu alone. */
static GBytes *
bad_document (const char *text)
{
  HPDF_Doc doc = HPDF_New (NULL, NULL);
  HPDF_Page page;
  GBytes *pdf;
  int index;
  g_autofree char *path = bad_font (&index);
  const char *name;

  HPDF_UseUTFEncodings (doc);
  page = HPDF_AddPage (doc);
  HPDF_Page_SetWidth (page, QUAN_A4_WIDTH);
  HPDF_Page_SetHeight (page, QUAN_A4_HEIGHT);
  name = HPDF_LoadTTFontFromFile2 (doc, path, index, HPDF_TRUE);
  g_assert_nonnull (name);
  HPDF_Page_SetFontAndSize (page, HPDF_GetFont (doc, name, "UTF-8"), 10);
  HPDF_Page_BeginText (page);
  HPDF_Page_TextOut (page, 90, 700, text);
  HPDF_Page_EndText (page);
  g_assert_cmpint (HPDF_GetError (doc), ==, HPDF_OK);
  pdf = sheet_saved (doc);
  HPDF_Free (doc);
  return pdf;
}

/* Characters whose outlines are put together from others are lost: no ink, though they can be extracted. */
static void
test_lost_glyphs (void)
{
  static const char text[] = "人工智能算力券申领材料包企业合同金额日期";
  g_autoptr (GBytes) pdf = bad_document (text);
  g_autoptr (InspectDocument) document = inspect_document_new (pdf);

  for (int reader = 0; reader < INSPECT_N_READERS; reader++) {
    g_autoptr (InspectRaster) raster = inspect_raster_new (document, reader, 0);
    g_autoptr (GArray) blank = check_blank (document, reader, 0, raster);

    g_test_message ("%s: %u of %ld characters without ink", inspect_readers[reader], blank->len,
                    g_utf8_strlen (text, -1));
    g_assert_cmpuint (blank->len, >=, 5);
    g_assert_cmpuint (blank->len, <, g_utf8_strlen (text, -1));
    for (guint i = 0; i < blank->len; i++)
      g_assert_nonnull (g_utf8_strchr (document->texts[INSPECT_PDFTOTEXT][0], -1,
                                       g_array_index (blank, InspectCharacter, i).c));
  }
  g_assert_cmpstr (document->texts[INSPECT_PDFTOTEXT][0], ==, text);
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/characters/hei", GINT_TO_POINTER (QUAN_FACE_HEI), test_face);
  g_test_add_data_func ("/characters/song", GINT_TO_POINTER (QUAN_FACE_SONG), test_face);
  g_test_add_data_func ("/characters/kai", GINT_TO_POINTER (QUAN_FACE_KAI), test_face);
  g_test_add_data_func ("/characters/kai-bold", GINT_TO_POINTER (QUAN_FACE_KAI_BOLD), test_face);
  g_test_add_func ("/characters/lost-glyphs", test_lost_glyphs);
  status = g_test_run ();
  quan_fonts_finish ();
  return status;
}
