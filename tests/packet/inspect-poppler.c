#include "tests/packet/inspect.h"

#include <math.h>
#include <string.h>

#define NARROW_QUOTE 0.4  /* em: no wider where quotation marks are narrow, nor as little left of wide ones */

static double
light_of (const PopplerColor *colour)
{
  return (0.3 * colour->red + 0.59 * colour->green + 0.11 * colour->blue) / G_MAXUINT16;
}

/* Gives size and colour to the characters between the indices of each attribute. */
static void
add_attributes (PopplerPage *page, InspectCharacter *characters, guint n)
{
  GList *all = poppler_page_get_text_attributes (page);

  for (GList *l = all; l != NULL; l = l->next) {
    const PopplerTextAttributes *attributes = l->data;

    for (int i = attributes->start_index; i <= attributes->end_index && (guint) i < n; i++) {
      characters[i].size = attributes->font_size;
      characters[i].light = light_of (&attributes->color);
    }
  }
  poppler_page_free_text_attributes (all);
}

/* Where texts are closed up, poppler ends a character's box at the next one's beginning. Wide ones take a whole em, and
 * so do quotation marks in the fonts where they are wide. */
static void
widen (InspectCharacter *character)
{
  gboolean wide_quote = g_utf8_strchr ("“‘”’", -1, character->c) != NULL
    && character->x2 - character->x1 > NARROW_QUOTE * character->size;

  if (g_unichar_iswide (character->c) || wide_quote)
    character->x2 = MAX (character->x2, character->x1 + character->size);
}

static GArray *
read_page (PopplerPage *page)
{
  GArray *characters = g_array_new (FALSE, TRUE, sizeof (InspectCharacter));
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree InspectCharacter *all = g_new0 (InspectCharacter, g_utf8_strlen (text, -1));
  PopplerRectangle *boxes = NULL;
  const char *p = text;
  guint n = 0;

  poppler_page_get_text_layout (page, &boxes, &n);
  g_assert_cmpuint (n, <=, g_utf8_strlen (text, -1));
  for (guint i = 0; i < n; i++, p = g_utf8_next_char (p))
    all[i] = (InspectCharacter) {g_utf8_get_char (p), boxes[i].x1, boxes[i].y1, boxes[i].x2, boxes[i].y2};
  add_attributes (page, all, n);
  for (guint i = 0; i < n; i++)
    if (!g_unichar_isspace (all[i].c)) {
      widen (&all[i]);
      g_array_append_val (characters, all[i]);
    }
  g_free (boxes);
  return characters;
}

void
inspect_read_poppler (InspectDocument *document)
{
  g_autoptr (GError) error = NULL;

  document->poppler = poppler_document_new_from_bytes (document->pdf, NULL, &error);
  g_assert_no_error (error);
  document->n_pages = poppler_document_get_n_pages (document->poppler);
  for (guint i = 0; i < document->n_pages; i++) {
    PopplerPage *page = poppler_document_get_page (document->poppler, i);

    g_ptr_array_add (document->characters[INSPECT_POPPLER], read_page (page));
    g_object_unref (page);
  }
}

/* One grey byte a pixel: the mean of the channels is near enough for what is black, grey or a dark red. */
static InspectRaster *
grey_of (cairo_surface_t *surface)
{
  InspectRaster *raster = g_new0 (InspectRaster, 1);
  const guint8 *rows = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  raster->width = cairo_image_surface_get_width (surface);
  raster->height = cairo_image_surface_get_height (surface);
  raster->pixels = g_malloc ((gsize) raster->width * raster->height);
  for (int y = 0; y < raster->height; y++) {
    const guint32 *row = (const guint32 *) (rows + (gsize) y * stride);

    for (int x = 0; x < raster->width; x++)
      raster->pixels[y * raster->width + x] = ((row[x] >> 16 & 255) + (row[x] >> 8 & 255) + (row[x] & 255)) / 3;
  }
  return raster;
}

InspectRaster *
inspect_paint_poppler (const InspectDocument *document, guint number)
{
  PopplerPage *page = poppler_document_get_page (document->poppler, number);
  const double scale = INSPECT_DPI / 72.0;
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cairo;
  InspectRaster *raster;

  poppler_page_get_size (page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, ceil (width * scale), ceil (height * scale));
  cairo = cairo_create (surface);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, scale, scale);
  poppler_page_render (page, cairo);
  g_assert_cmpint (cairo_status (cairo), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  raster = grey_of (surface);
  cairo_surface_destroy (surface);
  g_object_unref (page);
  return raster;
}
