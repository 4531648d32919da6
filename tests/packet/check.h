/* What must hold of every document. Each check appends a sentence for each fault to problems (of char *), nothing where
 * all is well; pages are counted from 1 in them. */
#pragma once
#include "core/packet/canvas.h"
#include "tests/packet/inspect.h"

/* No program complains. */
void check_complaints (const InspectDocument *document, GPtrArray *problems);
/* A4, fonts embedded and subset, language, title, bookmarks, "第 N 页 共 M 页" on every page. */
void check_structure (const InspectDocument *document, GPtrArray *problems);
/* Every text of the canvas stands whole on its page as each program extracts it, and nothing else does. */
void check_lines (const InspectDocument *document, const QuanCanvas *canvas, GPtrArray *problems);
/* Every character leaves ink in its own box, rules not counted, and there is none nearer to the edge of the page than
 * CHECK_MARGIN, as both readers paint it. */
#define CHECK_MARGIN (7.5 * QUAN_MM)
void check_paint (const InspectDocument *document, const QuanCanvas *canvas, GPtrArray *problems);
/* Nothing is recorded outside the page or nearer to its edge than CHECK_MARGIN. */
void check_margins (const QuanCanvas *canvas, GPtrArray *problems);
/* No two characters stand on each other. */
void check_overprint (const InspectDocument *document, GPtrArray *problems);
/* No line crosses a text. */
void check_crossings (const QuanCanvas *canvas, GPtrArray *problems);

/* All of them. canvas is what the document was made of. */
void check_all (const InspectDocument *document, const QuanCanvas *canvas, GPtrArray *problems);

/* The characters of a page a reader paints nothing for, of InspectCharacter. Free with g_array_unref. */
GArray *check_blank (const InspectDocument *document, InspectReader reader, guint page, const InspectRaster *raster);

/* pt, origin at the top left corner of the page. */
typedef struct {
  double x1, y1, x2, y2;
} CheckBox;

/* What the level and upright strokes of a page's paths cover, of CheckBox. Free with g_array_unref. */
GArray *check_strokes (const QuanCanvas *canvas, guint page);

/* Appends a sentence to problems. */
void check_add (GPtrArray *problems, const char *format, ...) G_GNUC_PRINTF (2, 3);
