/* Finished documents, as other programs see them: extraction, rasters, structure. */
#include "core/packet/finish.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>

#include "core/base/error.h"

#define N_COMMON 1500
#define PER_LINE 30
#define LINE_HEIGHT 14.0
#define SIZE 10.0
#define LEFT 80.0
#define FIRST_BASELINE 60.0
#define RASTER_DPI 144
#define PAPER 200  /* grey values from here on are no ink */

static const QuanDocumentInfo info = {.title = "申领材料包 𠮷", .dated = 19787 /* 2024-03-05 */};

typedef struct {
  char *folder, *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("quan-finish-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "document.pdf", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* What a program says of the document, to free; it must succeed and complain of nothing. */
static char *
run (const Fixture *fixture, const char *const *before, const char *after)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *complaints = NULL;
  char *output;
  int status;

  for (; *before != NULL; before++)
    g_ptr_array_add (arguments, (gpointer) *before);
  g_ptr_array_add (arguments, fixture->path);
  if (after != NULL)
    g_ptr_array_add (arguments, (gpointer) after);
  g_ptr_array_add (arguments, NULL);
  g_assert_true (g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output,
                               &complaints, &status, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_assert_cmpstr (complaints, ==, "");
  return output;
}

static void
write_document (const Fixture *fixture, GBytes *document)
{
  gsize length;
  const char *bytes = g_bytes_get_data (document, &length);

  g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));
}

/* The first characters from 一 on that the face itself has, then one beyond the basic plane. */
static GArray *
common_characters (QuanFonts *fonts, QuanFace face)
{
  GArray *characters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  const gunichar beyond = 0x20BB7;

  for (gunichar c = 0x4E00; characters->len < N_COMMON - 1; c++) {
    QuanGlyph glyph = quan_fonts_glyph (fonts, face, c);

    if (glyph.found && !glyph.borrowed)
      g_array_append_val (characters, c);
  }
  g_array_append_val (characters, beyond);
  return characters;
}

static void
draw_characters (QuanCanvas *canvas, QuanFace face, const GArray *characters)
{
  const QuanTextStyle style = {.face = face, .size = SIZE};

  quan_canvas_add_page (canvas);
  for (guint i = 0; i < characters->len; i += PER_LINE) {
    g_autofree char *line = g_ucs4_to_utf8 (&g_array_index (characters, gunichar, i), PER_LINE, NULL, NULL, NULL);

    quan_canvas_text (canvas, LEFT, FIRST_BASELINE + i / PER_LINE * LINE_HEIGHT, line, &style);
  }
}

static char *
without_blanks (const char *text)
{
  GString *result = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (!g_ascii_isspace (*text))
      g_string_append_c (result, *text);
  return g_string_free (result, FALSE);
}

/* A page as a raster of grey values, read from a portable greymap. */
typedef struct {
  char         *data;
  const guint8 *pixels;
  int           width, height;
} Raster;

static Raster
rasterise (const Fixture *fixture, int page)
{
  Raster raster;
  g_autofree char *number = g_strdup_printf ("%d", page + 1), *dpi = g_strdup_printf ("%d", RASTER_DPI);
  g_autofree char *prefix = g_build_filename (fixture->folder, "page", NULL);
  g_autofree char *file = g_strconcat (prefix, ".pgm", NULL);
  const char *before[] = {"pdftoppm", "-gray", "-singlefile", "-r", dpi, "-f", number, NULL};
  g_autofree char *output = run (fixture, before, prefix);
  char *end;

  g_assert_true (g_file_get_contents (file, &raster.data, NULL, NULL));
  g_remove (file);
  g_assert_true (g_str_has_prefix (raster.data, "P5\n"));
  raster.width = strtol (raster.data + 3, &end, 10);
  raster.height = strtol (end, &end, 10);
  g_assert_cmpint (strtol (end, &end, 10), ==, 255);
  raster.pixels = (const guint8 *) end + 1;
  return raster;
}

/* Inked pixels in a box given in points. */
static guint
ink_in (const Raster *raster, double x, double y, double width, double height)
{
  const double scale = RASTER_DPI / 72.0;
  guint n = 0;

  for (int row = y * scale; row < (y + height) * scale; row++)
    for (int column = x * scale; column < (x + width) * scale; column++)
      n += raster->pixels[row * raster->width + column] < PAPER;
  return n;
}

/* Every character comes back by extraction and leaves ink in its place, in every face. */
static void
test_characters (Fixture *fixture, gconstpointer data)
{
  static const char *const check[] = {"qpdf", "--check", NULL};
  static const char *const extract[] = {"pdftotext", "-raw", NULL};
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  g_autoptr (QuanCanvas) canvas = quan_canvas_new (fonts);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GBytes) document = NULL;
  g_autofree char *checked = NULL, *extracted = NULL, *text = NULL;

  for (int face = 0; face < QUAN_N_FACES; face++) {
    g_autoptr (GArray) characters = common_characters (fonts, face);

    draw_characters (canvas, face, characters);
    for (guint i = 0; i < characters->len; i++)
      g_string_append_unichar (expected, g_array_index (characters, gunichar, i));
  }
  document = quan_finish (canvas, &info, &error);
  g_assert_no_error (error);
  write_document (fixture, document);
  checked = run (fixture, check, NULL);
  extracted = run (fixture, extract, "-");
  text = without_blanks (extracted);
  g_assert_cmpstr (text, ==, expected->str);
  for (int page = 0; page < QUAN_N_FACES; page++) {
    Raster raster = rasterise (fixture, page);

    for (int i = 0; i < N_COMMON; i++)
      g_assert_cmpuint (ink_in (&raster, LEFT + i % PER_LINE * SIZE,
                                FIRST_BASELINE + i / PER_LINE * LINE_HEIGHT - 0.9 * SIZE, SIZE, SIZE), >, 3);
    g_assert_cmpuint (ink_in (&raster, 0, 0, LEFT - 2, QUAN_A4_HEIGHT - 1), ==, 0);
    g_free (raster.data);
  }
}

static QuanCanvas *
small_canvas (QuanFonts *fonts)
{
  QuanCanvas *canvas = quan_canvas_new (fonts);
  const QuanTextStyle style = {.face = QUAN_FACE_SONG, .size = 18, .weight = 0.02};

  quan_canvas_add_page (canvas);
  quan_canvas_bookmark (canvas, "封面");
  quan_canvas_text (canvas, 100, 100, "人工智能算力券", &style);
  quan_canvas_add_page (canvas);
  quan_canvas_bookmark (canvas, "表 𠮷");
  return canvas;
}

/* The same input gives the same bytes; title, language, bookmarks and attachment are there. */
static void
test_structure (Fixture *fixture, gconstpointer data)
{
  static const char facts[] = "{\"format\": \"quan-workspace\"}";
  static const char *const show_info[] = {"pdfinfo", NULL};
  static const char *const show_json[] = {"qpdf", "--json", "--json-key=outlines", "--json-key=attachments", NULL};
  static const char *const show_facts[] = {"qpdf", "--show-attachment=facts.json", NULL};
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  g_autoptr (QuanCanvas) canvas = small_canvas (fonts);
  g_autoptr (GBytes) attachment = g_bytes_new_static (facts, strlen (facts));
  QuanDocumentInfo with = info;
  g_autoptr (GBytes) document = NULL, again = NULL;
  g_autofree char *about = NULL, *json = NULL, *found = NULL;

  with.attachment_name = "facts.json";
  with.attachment = attachment;
  document = quan_finish (canvas, &with, NULL);
  again = quan_finish (canvas, &with, NULL);
  g_assert_true (g_bytes_equal (document, again));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (document, NULL), g_bytes_get_size (document), "/Lang (zh-CN)"));
  write_document (fixture, document);
  about = run (fixture, show_info, NULL);
  g_assert_nonnull (strstr (about, "申领材料包 𠮷\n"));
  g_assert_nonnull (strstr (about, "Mar  4 16:00:00 2024 UTC"));
  g_assert_nonnull (strstr (about, "(A4)"));
  json = run (fixture, show_json, NULL);
  g_assert_nonnull (strstr (json, "\"title\": \"表 𠮷\""));
  g_assert_nonnull (strstr (json, "\"destpageposfrom1\": 2"));
  found = run (fixture, show_facts, NULL);
  g_assert_cmpstr (found, ==, facts);
}

/* What is under never covers what is over, whatever was recorded first. */
static void
test_layers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  g_autoptr (QuanCanvas) canvas = quan_canvas_new (fonts);
  g_autoptr (GBytes) document = NULL;
  Raster raster;

  quan_canvas_add_page (canvas);
  quan_canvas_rectangle (canvas, 100, 100, 50, 50, &(QuanPaint) {.filled = TRUE});
  quan_canvas_select (canvas, 0, QUAN_LAYER_UNDER);
  quan_canvas_rectangle (canvas, 90, 90, 100, 100, &(QuanPaint) {.filled = TRUE, .fill = QUAN_GREY (1)});
  document = quan_finish (canvas, &info, NULL);
  write_document (fixture, document);
  raster = rasterise (fixture, 0);
  g_assert_cmpuint (ink_in (&raster, 101, 101, 48, 48), ==, 96 * 96);
  g_free (raster.data);
}

/* XMP says what the information dictionary says, in XML that a parser reads back, whatever the title holds. */
static void
test_metadata (Fixture *fixture, gconstpointer data)
{
  static const char script[] =
    "import re, sys, xml.etree.ElementTree as tree\n"
    "pdf = open (sys.argv[1], 'rb').read ()\n"
    "packet = re.search (rb'<\\?xpacket begin=.*?<\\?xpacket end=\"r\"\\?>', pdf, re.S).group ()\n"
    "for element in tree.fromstring (packet).iter ():\n"
    "  if element.text and element.text.strip ():\n"
    "    print (element.tag.split ('}')[1], element.text)\n";
  static const char *const read_xmp[] = {"python3", "-c", script, NULL};
  static const char *const check[] = {"qpdf", "--check", NULL};
  static const char *const show_info[] = {"pdfinfo", NULL};
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  g_autoptr (QuanCanvas) canvas = small_canvas (fonts);
  const QuanDocumentInfo odd = {.title = "甲 & 乙 <丙> \"𠮷\" ]]>\x01 \xff", .dated = info.dated};
  g_autoptr (GBytes) document = quan_finish (canvas, &odd, NULL), again = quan_finish (canvas, &odd, NULL);
  g_autofree char *found = NULL, *checked = NULL, *about = NULL;

  g_assert_true (g_bytes_equal (document, again));
  write_document (fixture, document);
  found = run (fixture, read_xmp, NULL);
  g_assert_cmpstr (found, ==,
                   "format application/pdf\n"
                   "li 甲 & 乙 <丙> \"𠮷\" ]]>  \uFFFD\n"
                   "li 甲 & 乙 <丙> \"𠮷\" ]]>  \uFFFD\n"
                   "li zh-CN\n"
                   "Producer Quan " QUAN_VERSION "\n"
                   "CreateDate 2024-03-05T00:00:00+08:00\n"
                   "ModifyDate 2024-03-05T00:00:00+08:00\n");
  checked = run (fixture, check, NULL);
  about = run (fixture, show_info, NULL);
  g_assert_nonnull (strstr (about, "甲 & 乙 <丙> \"𠮷\" ]]>  \uFFFD\n"));
  g_assert_nonnull (strstr (about, "Metadata Stream: yes\n"));
}

/* Sizes, widths and spacing beyond what libharu accepts on fine pages, and ordinary text after them at its own place. */
static void
test_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  g_autoptr (QuanCanvas) canvas = quan_canvas_new (fonts);
  g_autoptr (GBytes) document = NULL;
  const QuanTextStyle ordinary = {.face = QUAN_FACE_HEI, .size = 10}, spread = {QUAN_FACE_HEI, 10, .spacing = 90};
  const QuanTextStyle large = {.face = QUAN_FACE_SONG, .size = 200, .weight = 0.04};
  Raster raster;

  quan_canvas_add_page (canvas);
  quan_canvas_text (canvas, 100, 300, "一", &large);
  quan_canvas_text (canvas, 100, 320, "国国", &ordinary);
  quan_canvas_line (canvas, 100, 350, 200, 350, 12, QUAN_BLACK);
  quan_canvas_line (canvas, 100, 380, 200, 380, 1, QUAN_BLACK);
  quan_canvas_text (canvas, 100, 420, "国国", &spread);
  quan_canvas_outlined_text (canvas, 100, 600, 90, "一", &large, QUAN_BLACK);
  quan_canvas_text (canvas, 100, 700, "国国", &ordinary);
  document = quan_finish (canvas, &info, NULL);
  write_document (fixture, document);
  raster = rasterise (fixture, 0);
  g_assert_cmpuint (ink_in (&raster, 110, 200, 180, 60), >, 300 * 20);
  g_assert_cmpuint (ink_in (&raster, 110, 311, 10, 11), >, 60);
  g_assert_cmpuint (ink_in (&raster, 121, 311, 60, 11), ==, 0);
  g_assert_cmpuint (ink_in (&raster, 101, 345, 98, 10), ==, 196 * 20);
  g_assert_cmpuint (ink_in (&raster, 101, 375, 98, 4), ==, 0);
  g_assert_cmpuint (ink_in (&raster, 111, 411, 88, 11), ==, 0);
  g_assert_cmpuint (ink_in (&raster, 200, 411, 10, 11), >, 60);
  g_assert_cmpuint (ink_in (&raster, 0, 420, 100, 180), >, 300 * 20);
  g_assert_cmpuint (ink_in (&raster, 110, 691, 10, 11), >, 60);
  g_assert_cmpuint (ink_in (&raster, 121, 691, 60, 11), ==, 0);
  g_free (raster.data);
}

static void
test_missing_character (void)
{
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  g_autoptr (QuanCanvas) canvas = small_canvas (fonts);
  g_autoptr (GError) error = NULL;

  quan_canvas_text (canvas, 100, 100, "示例😀公司", &(QuanTextStyle) {.face = QUAN_FACE_KAI, .size = 9});
  g_assert_null (quan_finish (canvas, &info, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_FONT);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/finish/characters", test_characters);
  ADD ("/finish/structure", test_structure);
  ADD ("/finish/layers", test_layers);
  ADD ("/finish/metadata", test_metadata);
  ADD ("/finish/large", test_large);
#undef ADD
  g_test_add_func ("/finish/missing-character", test_missing_character);
  status = g_test_run ();
  quan_fonts_finish ();
  return status;
}
