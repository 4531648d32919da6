/* The inspection itself: a sound document passes, and each way of spoiling one is noticed. */
#include <locale.h>
#include <string.h>

#include <hpdf.h>

#include "core/packet/finish.h"
#include "tests/packet/check.h"
#include "tests/packet/report.h"
#include "tests/packet/sheet.h"

#define LEFT 100.0
#define BASELINE 200.0
#define TRAILER_END 40  /* bytes at the end of a document, "startxref" and what follows among them */

static const QuanTextStyle style = {.face = QUAN_FACE_KAI, .size = 10};
static const QuanDocumentInfo info = {.title = "样张", .dated = 19787 /* 2024-03-05 */};

/* A page of texts, rules they stand on and beside, and what may stand on each other. */
static QuanCanvas *
sound_canvas (QuanFonts *fonts)
{
  QuanCanvas *canvas = quan_canvas_new (fonts);
  const QuanTextStyle watermark = {.face = QUAN_FACE_HEI, .size = 190, .weight = 0.008, .ink = QUAN_GREY (0.955)};
  const QuanTextStyle caption = {.face = QUAN_FACE_HEI, .size = 8, .ink = QUAN_GREY (0.5)};
  const QuanTextStyle white = {.face = QUAN_FACE_SONG, .size = 9, .ink = QUAN_GREY (1)};

  quan_canvas_add_page (canvas);
  quan_canvas_select (canvas, 0, QUAN_LAYER_UNDER);
  quan_canvas_outlined_text (canvas, 156, 609, 38, "草稿", &watermark, QUAN_GREY (0.7));
  quan_canvas_select (canvas, 0, QUAN_LAYER_OVER);
  quan_canvas_text (canvas, LEFT, BASELINE, "“示例”（2025），（甲）：一二三。𠮷 1,234.56-7_8", &style);
  quan_canvas_line (canvas, LEFT, BASELINE + 2.6, 500, BASELINE + 2.6, 0.5, QUAN_BLACK);
  quan_canvas_line (canvas, LEFT - 1, BASELINE - 12, LEFT - 1, BASELINE + 12, 0.5, QUAN_BLACK);
  quan_canvas_text (canvas, LEFT, 400, "（公章）", &caption);
  quan_canvas_text (canvas, LEFT + 12, 402, "某某公司", &style);
  quan_canvas_rectangle (canvas, LEFT, 500, 200, 20, &(QuanPaint) {.filled = TRUE});
  quan_canvas_text (canvas, LEFT + 8, 514, "尚未就绪", &white);
  sheet_number (canvas);
  return canvas;
}

static void
spoil_overprint (QuanCanvas *canvas)
{
  quan_canvas_text (canvas, LEFT + 5, BASELINE + 1, "叠", &style);
}

static void
spoil_margin (QuanCanvas *canvas)
{
  quan_canvas_text (canvas, QUAN_A4_WIDTH - 50, 300, "太靠右边", &style);
}

static void
spoil_page (QuanCanvas *canvas)
{
  quan_canvas_text (canvas, LEFT, -20, "页外", &style);
}

static void
spoil_path (QuanCanvas *canvas)
{
  quan_canvas_line (canvas, LEFT, 300, QUAN_A4_WIDTH - 20, 300, 0.5, QUAN_BLACK);
}

/* A sign hidden under white between signs that are not: still extracted, and with ink left and right. */
static void
spoil_ink (QuanCanvas *canvas)
{
  quan_canvas_text (canvas, LEFT, 300, "国国国国", &style);
  quan_canvas_rectangle (canvas, LEFT + 20, 288, 10, 16, &(QuanPaint) {.filled = TRUE, .fill = QUAN_GREY (1)});
}

/* The same with a rule through it, which is no ink of the sign. */
static void
spoil_ink_on_rule (QuanCanvas *canvas)
{
  spoil_ink (canvas);
  quan_canvas_line (canvas, LEFT, 302, 400, 302, 1, QUAN_BLACK);
}

static void
spoil_light_ink (QuanCanvas *canvas)
{
  const QuanTextStyle white = {.face = QUAN_FACE_KAI, .size = 10, .ink = QUAN_GREY (1)};

  quan_canvas_text (canvas, LEFT, 300, "白", &white);
}

static void
spoil_rule (QuanCanvas *canvas)
{
  quan_canvas_line (canvas, LEFT, BASELINE - 3, 500, BASELINE - 3, 0.5, QUAN_BLACK);
}

static void
spoil_upright_rule (QuanCanvas *canvas)
{
  quan_canvas_rectangle (canvas, LEFT + 15, BASELINE - 20, 300, 40, &(QuanPaint) {.width = 0.5});
}

static const struct {
  const char *path;
  void      (*spoil) (QuanCanvas *canvas);
  const char *noticed;
} spoilt[] = {
  {"/inspect/overprint", spoil_overprint, "is overprinted"},
  {"/inspect/margin", spoil_margin, "“右” at (566.3, 292.4) stands in the margin"},
  {"/inspect/outside", spoil_page, "outside the page"},
  {"/inspect/path", spoil_path, "A path goes to (575.3, 300.0)"},
  {"/inspect/painted-margin", spoil_path, "MuPDF paints 20.0 pt from the right edge"},
  {"/inspect/blank", spoil_ink, "poppler paints nothing for “国” (U+56FD) at (120.0,"},
  {"/inspect/blank-in-mupdf", spoil_ink, "MuPDF paints nothing for “国” (U+56FD) at (120.0,"},
  {"/inspect/blank-on-rule", spoil_ink_on_rule, "paints nothing for “国” (U+56FD) at (120.0,"},
  {"/inspect/white-on-white", spoil_light_ink, "paints nothing for “白”"},
  {"/inspect/rule", spoil_rule, "“示” at (104.5, 192.4) is crossed by a line"},
  {"/inspect/upright-rule", spoil_upright_rule, "is crossed by a line"},
};

static InspectDocument *
finished (const QuanCanvas *canvas)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = quan_finish (canvas, &info, &error);

  g_assert_no_error (error);
  return inspect_document_new (pdf);
}

static void
assert_noticed (const GPtrArray *problems, const char *expected)
{
  for (guint i = 0; i < problems->len; i++)
    if (strstr (g_ptr_array_index (problems, i), expected) != NULL)
      return;
  report_problems (problems);
  g_error ("Nothing of it says “%s”.", expected);
}

static void
test_sound (void)
{
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (QuanCanvas) canvas = sound_canvas (fonts);
  g_autoptr (InspectDocument) document = finished (canvas);

  check_all (document, canvas, problems);
  report_problems (problems);
}

static void
test_spoilt (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (QuanCanvas) canvas = sound_canvas (fonts);
  g_autoptr (InspectDocument) document = NULL;

  spoilt[i].spoil (canvas);
  document = finished (canvas);
  check_all (document, canvas, problems);
  assert_noticed (problems, spoilt[i].noticed);
}

/* A text that did not get into the document, and one that got there unasked. */
static void
test_lines (void)
{
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  g_autoptr (QuanCanvas) less = sound_canvas (fonts), more = sound_canvas (fonts);
  g_autoptr (InspectDocument) document = finished (less);
  g_autoptr (InspectDocument) other = NULL;
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) unasked = g_ptr_array_new_with_free_func (g_free);

  quan_canvas_text (more, LEFT, 300, "多一行", &style);
  check_lines (document, more, missing);
  for (int i = 0; i < INSPECT_N_EXTRACTORS; i++) {
    g_autofree char *expected = g_strdup_printf ("Page 1: %s does not find “多一行”", inspect_extractors[i]);

    assert_noticed (missing, expected);
  }
  other = finished (more);
  check_lines (other, less, unasked);
  assert_noticed (unasked, "as often as it is written");
}

/* A damaged cross-reference table does not keep readers from reading, but they say so. */
static void
test_complaints (void)
{
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (QuanCanvas) canvas = sound_canvas (fonts);
  g_autoptr (GBytes) pdf = quan_finish (canvas, &info, NULL);
  gsize length;
  char *bytes = g_bytes_unref_to_data (g_steal_pointer (&pdf), &length);
  g_autoptr (InspectDocument) document = NULL;
  char *start = g_strstr_len (bytes + length - TRAILER_END, TRAILER_END, "startxref\n");

  g_assert_nonnull (start);
  start[strlen ("startxref\n")] ^= 1;
  pdf = g_bytes_new_take (bytes, length);
  document = inspect_document_new (pdf);
  check_complaints (document, problems);
  assert_noticed (problems, "qpdf says: ");
}

/* What libharu makes by itself. */
static void
test_structure (void)
{
  static const char *const noticed[] = {
    "Helvetica is not embedded", "no title", "no bookmarks", "not say that it is Chinese", "not A4", "“第1页共1页”",
  };
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  HPDF_Doc doc = HPDF_New (NULL, NULL);
  HPDF_Page page = HPDF_AddPage (doc);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (InspectDocument) document = NULL;

  HPDF_Page_SetWidth (page, 600);
  HPDF_Page_SetFontAndSize (page, HPDF_GetFont (doc, "Helvetica", NULL), 10);
  HPDF_Page_BeginText (page);
  HPDF_Page_TextOut (page, 100, 700, "Quan");
  HPDF_Page_EndText (page);
  pdf = sheet_saved (doc);
  HPDF_Free (doc);
  document = inspect_document_new (pdf);
  check_structure (document, problems);
  for (gsize i = 0; i < G_N_ELEMENTS (noticed); i++)
    assert_noticed (problems, noticed[i]);
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inspect/sound", test_sound);
  for (gsize i = 0; i < G_N_ELEMENTS (spoilt); i++)
    g_test_add_data_func (spoilt[i].path, GSIZE_TO_POINTER (i), test_spoilt);
  g_test_add_func ("/inspect/lines", test_lines);
  g_test_add_func ("/inspect/complaints", test_complaints);
  g_test_add_func ("/inspect/structure", test_structure);
  status = g_test_run ();
  quan_fonts_finish ();
  return status;
}
