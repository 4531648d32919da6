/* Drawing what layouts do not usually hold: numbers that are none, endless text, fonts of one file. */
#include "core/packet/draw.h"

#include <math.h>
#include <string.h>

#include <fontconfig/fontconfig.h>

#include "core/base/error.h"
#include "core/packet/finish.h"

#define N_LONG 100000

static const QuanTextStyle plain = {.face = QUAN_FACE_HEI, .size = 9};

static QuanCanvas *
two_pages (QuanFonts *fonts)
{
  QuanCanvas *canvas = quan_canvas_new (fonts);

  quan_canvas_add_page (canvas);
  quan_canvas_text (canvas, 100, 100, "算力", &plain);
  quan_canvas_add_page (canvas);
  return canvas;
}

static guint
n_descriptors (void)
{
  g_autoptr (GDir) folder = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

/* What cannot be drawn is refused with its page, and leaves no file open. */
static void
assert_refused (QuanCanvas *canvas)
{
  g_autoptr (GError) error = NULL;
  guint n = n_descriptors ();

  g_assert_null (quan_draw (canvas, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_OUTPUT);
  g_assert_nonnull (strstr (error->message, "Page 2 "));
  g_assert_cmpuint (n_descriptors (), ==, n);
}

static void
test_places (void)
{
  static const double places[] = {NAN, INFINITY, -INFINITY, 1e6, -1e300};
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autoptr (QuanCanvas) text = two_pages (fonts), line = two_pages (fonts), circle = two_pages (fonts);

    quan_canvas_text (text, 10, places[i], "券", &plain);
    assert_refused (text);
    quan_canvas_line (line, 10, 10, places[i], 10, 1, QUAN_BLACK);
    assert_refused (line);
    quan_canvas_circle (circle, 100, 100, places[i], &(QuanPaint) {.filled = TRUE});
    assert_refused (circle);
  }
}

/* Sizes: some are no numbers, others libharu itself refuses. */
static void
test_sizes (void)
{
  static const double sizes[] = {NAN, INFINITY, 0, -3, 1e4};
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (QuanCanvas) canvas = two_pages (fonts);

    quan_canvas_text (canvas, 10, 10, "券", &(QuanTextStyle) {.face = QUAN_FACE_KAI, .size = sizes[i]});
    assert_refused (canvas);
  }
}

/* A text that no page holds does not spoil the document. */
static void
test_long_text (void)
{
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  g_autoptr (QuanCanvas) canvas = two_pages (fonts);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuanDrawing) drawing = NULL;

  for (int i = 0; i < N_LONG; i++)
    g_string_append (text, "示");
  quan_canvas_text (canvas, 10, 10, text->str, &plain);
  quan_canvas_text (canvas, 10, 30, text->str, &(QuanTextStyle) {.face = QUAN_FACE_KAI, .size = 0.01});
  drawing = quan_draw (canvas, &error);
  g_assert_no_error (error);
  g_assert_nonnull (drawing);
}

static char *
font_file (const char *family)
{
  FcPattern *wanted = FcNameParse ((const FcChar8 *) family), *found;
  FcResult result;
  FcChar8 *file;
  char *copy;

  FcConfigSubstitute (NULL, wanted, FcMatchPattern);
  FcDefaultSubstitute (wanted);
  found = FcFontMatch (NULL, wanted, &result);
  g_assert_cmpint (FcPatternGetString (found, FC_FILE, 0, &file), ==, FcResultMatch);
  copy = g_strdup ((const char *) file);
  FcPatternDestroy (found);
  FcPatternDestroy (wanted);
  return copy;
}

/* libharu tells fonts apart by their names: one file chosen for several faces must not confuse it. */
static void
test_one_file (void)
{
  g_autofree char *file = font_file ("LXGW WenKai");
  const QuanFontChoice choice = {.file = {[QUAN_FACE_HEI] = file, [QUAN_FACE_SONG] = file, [QUAN_FACE_KAI] = file}};
  g_autoptr (QuanFonts) fonts = quan_fonts_new (&choice, NULL);
  g_autoptr (QuanCanvas) canvas = two_pages (fonts);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) document = NULL;

  for (int face = 0; face < QUAN_N_FACES; face++)
    quan_canvas_text (canvas, 10, 100 + 20 * face, "券", &(QuanTextStyle) {.face = face, .size = 9});
  document = quan_finish (canvas, &(QuanDocumentInfo) {.title = "券", .dated = 20000}, &error);
  g_assert_no_error (error);
  g_assert_nonnull (document);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/places", test_places);
  g_test_add_func ("/draw/sizes", test_sizes);
  g_test_add_func ("/draw/long-text", test_long_text);
  g_test_add_func ("/draw/one-file", test_one_file);
  status = g_test_run ();
  quan_fonts_finish ();
  return status;
}
