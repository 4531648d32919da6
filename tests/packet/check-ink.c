/* Checks of what documents paint: ink where a character is, none where the page ends. */
#include "tests/packet/check.h"

#include <math.h>

#define SCALE (INSPECT_DPI / 72.0)
/* From this size on, pt, it is a watermark: its outline alone is there to be seen. */
#define WATERMARK_SIZE 100
/* Grey values below are ink of a dark character, or the ground of a light one. */
#define INK 190
#define MIN_INK 3  /* pixels, of the least full stop */
/* Of the width of a character's box, at either side: where its neighbour's ink may reach over. */
#define SIDE 0.04
#define PAPER 250
/* Pixels of a line that its softened edge may take. */
#define EDGE 1

static guint8 *
pixel (const InspectRaster *raster, int x, int y)
{
  return &raster->pixels[(gsize) y * raster->width + x];
}

/* Whitens a rectangle given in pt. */
static void
erase (InspectRaster *raster, const CheckBox *box)
{
  int left = MAX (0, floor (box->x1 * SCALE) - EDGE), right = MIN (raster->width, ceil (box->x2 * SCALE) + EDGE);
  int top = MAX (0, floor (box->y1 * SCALE) - EDGE), bottom = MIN (raster->height, ceil (box->y2 * SCALE) + EDGE);

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      *pixel (raster, x, y) = 255;
}

/* Takes the rules of a page away, so that what is left in a character's box is its own. */
static void
erase_rules (InspectRaster *raster, const QuanCanvas *canvas, guint page)
{
  g_autoptr (GArray) strokes = check_strokes (canvas, page);

  for (guint i = 0; i < strokes->len; i++)
    erase (raster, &g_array_index (strokes, CheckBox, i));
}

/* Pixels of the character's ink; a light one needs a dark ground to be seen on. */
static guint
ink_of (const InspectRaster *raster, const InspectCharacter *character)
{
  double side = (character->x2 - character->x1) * SIDE;
  int left = MAX (0, floor ((character->x1 + side) * SCALE));
  int right = MIN (raster->width, ceil ((character->x2 - side) * SCALE));
  int top = MAX (0, floor (character->y1 * SCALE)), bottom = MIN (raster->height, ceil (character->y2 * SCALE));
  guint n_dark = 0, n_light = 0;

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++) {
      n_dark += *pixel (raster, x, y) < INK;
      n_light += *pixel (raster, x, y) > INK;
    }
  return character->light > 0.9 ? MIN (n_dark, n_light) : n_dark;
}

GArray *
check_blank (const InspectDocument *document, InspectReader reader, guint page, const InspectRaster *raster)
{
  const GArray *characters = g_ptr_array_index (document->characters[reader], page);
  GArray *blank = g_array_new (FALSE, FALSE, sizeof (InspectCharacter));

  for (guint i = 0; i < characters->len; i++) {
    const InspectCharacter *character = &g_array_index (characters, InspectCharacter, i);

    /* An underscore can lie on a rule, whose ink does not count, and an accent stands on its neighbour. */
    if (character->size < WATERMARK_SIZE && character->c != '_' && !g_unichar_ismark (character->c)
        && ink_of (raster, character) < MIN_INK)
      g_array_append_vals (blank, character, 1);
  }
  return blank;
}

static void
check_ink (const InspectDocument *document, InspectReader reader, guint page, const InspectRaster *raster,
           GPtrArray *problems)
{
  g_autoptr (GArray) blank = check_blank (document, reader, page, raster);

  for (guint i = 0; i < blank->len; i++) {
    const InspectCharacter *character = &g_array_index (blank, InspectCharacter, i);
    char text[7] = "";

    g_unichar_to_utf8 (character->c, text);
    check_add (problems, "Page %u: %s paints nothing for “%s” (U+%04X) at (%.1f, %.1f).", page + 1,
               inspect_readers[reader], text, character->c, character->x1, character->y1);
  }
}

/* How near paint comes to an edge of the page, at most, and where. */
typedef struct {
  double distance;  /* pt */
  guint  page;
} Nearest;

enum { LEFT, UPPER, RIGHT, LOWER, N_EDGES };

static void
measure_edge (Nearest *nearest, int pixels, guint page)
{
  if (pixels / SCALE < nearest->distance)
    *nearest = (Nearest) {pixels / SCALE, page};
}

static void
measure_edges (const InspectRaster *raster, guint page, Nearest nearest[N_EDGES])
{
  for (int y = 0; y < raster->height; y++)
    for (int x = 0; x < raster->width; x++)
      if (*pixel (raster, x, y) < PAPER) {
        measure_edge (&nearest[LEFT], x, page);
        measure_edge (&nearest[UPPER], y, page);
        measure_edge (&nearest[RIGHT], raster->width - 1 - x, page);
        measure_edge (&nearest[LOWER], raster->height - 1 - y, page);
      }
}

static void
check_edges (InspectReader reader, const Nearest nearest[N_EDGES], GPtrArray *problems)
{
  static const char *const names[N_EDGES] = {"left", "upper", "right", "lower"};

  for (int i = 0; i < N_EDGES; i++)
    if (nearest[i].page != G_MAXUINT)
      check_add (problems, "Page %u: %s paints %.1f pt from the %s edge, nearer than %.1f pt.", nearest[i].page + 1,
                 inspect_readers[reader], nearest[i].distance, names[i], CHECK_MARGIN);
}

void
check_paint (const InspectDocument *document, const QuanCanvas *canvas, GPtrArray *problems)
{
  for (int reader = 0; reader < INSPECT_N_READERS; reader++) {
    Nearest nearest[N_EDGES];

    for (int i = 0; i < N_EDGES; i++)
      nearest[i] = (Nearest) {CHECK_MARGIN - EDGE / SCALE, G_MAXUINT};
    for (guint page = 0; page < document->n_pages; page++) {
      g_autoptr (InspectRaster) raster = inspect_raster_new (document, reader, page);

      measure_edges (raster, page, nearest);
      erase_rules (raster, canvas, page);
      check_ink (document, reader, page, raster, problems);
    }
    check_edges (reader, nearest, problems);
  }
}
