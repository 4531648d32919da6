#include "tests/packet/inspect.h"

#include <stdlib.h>
#include <string.h>

/* Where the parser of MuPDF's structured text stands. */
typedef struct {
  InspectDocument *document;
  double           size;
} Parser;

static double
light_of (const char *colour)
{
  guint rgb = strtoul (colour + 1, NULL, 16);

  return (0.3 * (rgb >> 16 & 255) + 0.59 * (rgb >> 8 & 255) + 0.11 * (rgb & 255)) / 255;
}

/* The box around a quadrilateral, eight numbers. */
static InspectCharacter
box_of (const char *quad)
{
  InspectCharacter box = {.x1 = G_MAXDOUBLE, .y1 = G_MAXDOUBLE, .x2 = -G_MAXDOUBLE, .y2 = -G_MAXDOUBLE};
  char *rest = (char *) quad;

  for (int i = 0; i < 4; i++) {
    double x = g_ascii_strtod (rest, &rest), y = g_ascii_strtod (rest, &rest);

    box.x1 = MIN (box.x1, x);
    box.x2 = MAX (box.x2, x);
    box.y1 = MIN (box.y1, y);
    box.y2 = MAX (box.y2, y);
  }
  return box;
}

static const char *
attribute (const char *name, const char *const *names, const char *const *values)
{
  for (; *names != NULL; names++, values++)
    if (g_str_equal (*names, name))
      return *values;
  g_error ("mutool: no %s", name);
}

static void
start_element (GMarkupParseContext *context, const char *element, const char **names, const char **values,
               gpointer data, GError **error)
{
  Parser *parser = data;
  GPtrArray *pages = parser->document->characters[INSPECT_MUPDF];
  InspectCharacter character;

  if (g_str_equal (element, "page")) {
    g_ptr_array_add (pages, g_array_new (FALSE, TRUE, sizeof (InspectCharacter)));
  } else if (g_str_equal (element, "font")) {
    parser->size = g_ascii_strtod (attribute ("size", (const char *const *) names, (const char *const *) values), NULL);
  } else if (g_str_equal (element, "char")) {
    character = box_of (attribute ("quad", (const char *const *) names, (const char *const *) values));
    character.c = g_utf8_get_char (attribute ("c", (const char *const *) names, (const char *const *) values));
    character.size = parser->size;
    character.light = light_of (attribute ("color", (const char *const *) names, (const char *const *) values));
    if (!g_unichar_isspace (character.c))
      g_array_append_val (g_ptr_array_index (pages, pages->len - 1), character);
  }
}

static void
read_characters (InspectDocument *document)
{
  static const GMarkupParser functions = {.start_element = start_element};
  const char *const command[] = {"mutool", "draw", "-N", "-q", "-F", "stext", "-o", "-", document->path, NULL};
  g_autofree char *text = inspect_run (document, command);
  Parser parser = {document};
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&functions, 0, &parser, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, text, -1, &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_cmpuint (document->characters[INSPECT_MUPDF]->len, ==, document->n_pages);
}

/* Reads the head of a portable greymap; the pixels behind it. */
static const char *
read_head (const char *map, int *width, int *height)
{
  char *end;

  g_assert_true (g_str_has_prefix (map, "P5\n"));
  *width = strtol (map + 3, &end, 10);
  *height = strtol (end, &end, 10);
  g_assert_cmpint (strtol (end, &end, 10), ==, 255);
  return end + 1;
}

/* All pages painted by one call, one greymap behind the other in a file. */
static void
paint (InspectDocument *document)
{
  g_autofree char *path = g_build_filename (document->folder, "pages.pgm", NULL);
  g_autofree char *dpi = g_strdup_printf ("%d", INSPECT_DPI);
  const char *const command[] = {"mutool", "draw", "-N", "-q", "-r", dpi, "-c", "gray", "-F", "pgm", "-o", path,
                                 document->path, NULL};
  g_autofree char *said = inspect_run (document, command);
  gsize offset = 0;

  document->greymaps = g_mapped_file_new (path, FALSE, NULL);
  g_assert_nonnull (document->greymaps);
  document->offsets = g_new (gsize, document->n_pages);
  for (guint i = 0; i < document->n_pages; i++) {
    const char *start = g_mapped_file_get_contents (document->greymaps) + offset;
    int width, height;

    document->offsets[i] = offset;
    offset += read_head (start, &width, &height) - start + (gsize) width * height;
  }
  g_assert_cmpuint (offset, ==, g_mapped_file_get_length (document->greymaps));
}

void
inspect_read_mupdf (InspectDocument *document)
{
  read_characters (document);
  paint (document);
}

InspectRaster *
inspect_paint_mupdf (const InspectDocument *document, guint page)
{
  InspectRaster *raster = g_new0 (InspectRaster, 1);
  const char *pixels = read_head (g_mapped_file_get_contents (document->greymaps) + document->offsets[page],
                                  &raster->width, &raster->height);

  raster->pixels = g_memdup2 (pixels, (gsize) raster->width * raster->height);
  return raster;
}
