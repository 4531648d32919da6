/*
 * cairo and Pango as their experts use them: one surface, fonts and layout made once, lines shown without wrapping. cairo
 * strokes text only as outlines, which fill the file and take most of the time; so it stands in the table twice, once with
 * the strokes the document asks for and once with the emboldened fonts fontconfig makes up for faces that have no bold,
 * which look different but are the fastest bold there is.
 */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "tests/bench/makers.h"

typedef struct {
  PangoFontMap         *map;
  PangoContext         *context;
  PangoLayout          *layout;
  PangoFontDescription *faces[QUAN_N_FACES][2];  /* as they are, and for bold text */
  gboolean              strokes;   /* bold text is stroked, not emboldened */
  PangoAttrList        *spaced;    /* with the spacing of the latest spaced text */
  double                spacing;   /* pt */
  const RecordedOp     *before;    /* the latest text, NULL for none */
} Kept;

static Kept *
open_fonts (gboolean strokes)
{
  Kept *kept = g_new0 (Kept, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  kept->map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (kept->map), 72);
  kept->context = pango_font_map_create_context (kept->map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (kept->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (kept->context, FALSE);
  pango_context_set_language (kept->context, pango_language_from_string ("zh-cn"));
  kept->layout = pango_layout_new (kept->context);
  pango_layout_set_single_paragraph_mode (kept->layout, TRUE);
  for (int i = 0; i < QUAN_N_FACES; i++)
    for (int bold = 0; bold < 2; bold++) {
      PangoFontDescription *face = pango_font_description_new ();

      if (face_names[i].family != NULL)
        pango_font_description_set_family_static (face, face_names[i].family);
      pango_font_description_set_weight (face, (bold && !strokes) || face_names[i].bold ? PANGO_WEIGHT_BOLD
                                                                                        : PANGO_WEIGHT_NORMAL);
      kept->faces[i][bold] = face;
    }
  kept->strokes = strokes;
  return kept;
}

static gpointer
open_stroking (void)
{
  return open_fonts (TRUE);
}

static gpointer
open_emboldening (void)
{
  return open_fonts (FALSE);
}

static void
set_spacing (Kept *kept, double spacing)
{
  if (spacing != 0 && (kept->spaced == NULL || kept->spacing != spacing)) {
    g_clear_pointer (&kept->spaced, pango_attr_list_unref);
    kept->spaced = pango_attr_list_new ();
    pango_attr_list_insert (kept->spaced, pango_attr_letter_spacing_new (spacing * PANGO_SCALE));
    kept->spacing = spacing;
  }
  pango_layout_set_attributes (kept->layout, spacing != 0 ? kept->spaced : NULL);
}

static void
set_style (Kept *kept, const RecordedOp *op)
{
  const RecordedOp *before = kept->before;

  if (before == NULL || before->face != op->face || before->bold != op->bold || before->size != op->size) {
    PangoFontDescription *face = kept->faces[op->face][op->bold];

    pango_font_description_set_absolute_size (face, op->size * PANGO_SCALE);
    pango_layout_set_font_description (kept->layout, face);
  }
  if (before == NULL || before->spacing != op->spacing)
    set_spacing (kept, op->spacing);
  kept->before = op;
}

static void
draw_text (Kept *kept, cairo_t *cr, const RecordedOp *op, const char *text)
{
  PangoLayoutLine *line;

  set_style (kept, op);
  pango_layout_set_text (kept->layout, text, op->count - 1);
  line = pango_layout_get_line_readonly (kept->layout, 0);
  if (op->angle != 0) {
    cairo_save (cr);
    cairo_translate (cr, op->x, op->y);
    cairo_rotate (cr, -op->angle * G_PI / 180);
    cairo_translate (cr, -op->x, -op->y);
  }
  cairo_set_source_rgb (cr, op->ink.r, op->ink.g, op->ink.b);
  cairo_move_to (cr, op->x, op->y);
  pango_cairo_show_layout_line (cr, line);
  if (op->bold && kept->strokes) {
    cairo_move_to (cr, op->x, op->y);
    pango_cairo_layout_line_path (cr, line);
    cairo_set_source_rgb (cr, op->edge.r, op->edge.g, op->edge.b);
    cairo_set_line_width (cr, op->weight * op->size);
    cairo_set_dash (cr, NULL, 0, 0);
    cairo_stroke (cr);
  }
  cairo_new_path (cr);
  if (op->angle != 0)
    cairo_restore (cr);
}

static void
trace (cairo_t *cr, const QuanPathStep *step)
{
  switch (step->kind) {
  case QUAN_PATH_MOVE:
    cairo_move_to (cr, step->x, step->y);
    break;
  case QUAN_PATH_LINE:
    cairo_line_to (cr, step->x, step->y);
    break;
  case QUAN_PATH_CURVE:
    cairo_curve_to (cr, step->x1, step->y1, step->x2, step->y2, step->x, step->y);
    break;
  case QUAN_PATH_CLOSE:
    cairo_close_path (cr);
    break;
  }
}

static void
draw_path (cairo_t *cr, const RecordedOp *op, const QuanPathStep *steps)
{
  const QuanPaint *paint = &op->paint;
  double dash = paint->dash;

  for (guint i = 0; i < op->count; i++)
    trace (cr, &steps[i]);
  if (paint->filled) {
    cairo_set_source_rgb (cr, paint->fill.r, paint->fill.g, paint->fill.b);
    if (paint->width > 0)
      cairo_fill_preserve (cr);
    else
      cairo_fill (cr);
  }
  if (paint->width > 0) {
    cairo_set_source_rgb (cr, paint->ink.r, paint->ink.g, paint->ink.b);
    cairo_set_line_width (cr, paint->width);
    cairo_set_dash (cr, &dash, paint->dash > 0 ? 1 : 0, 0);
    cairo_stroke (cr);
  }
}

static cairo_status_t
append (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make (gpointer data, const Job *job)
{
  Kept *kept = data;
  const Recording *recording = &job->recording;
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, QUAN_A4_WIDTH, QUAN_A4_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  guint page = 0;

  for (guint i = 0; i < recording->n_ops; i++) {
    const RecordedOp *op = &recording->ops[i];

    for (; page < op->page; page++)
      cairo_show_page (cr);
    if (op->kind == QUAN_OP_TEXT)
      draw_text (kept, cr, op, recording->text + op->first);
    else
      draw_path (cr, op, recording->steps + op->first);
  }
  cairo_show_page (cr);
  kept->before = NULL;
  cairo_surface_finish (surface);
  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS || cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    g_error ("cairo reports %s", cairo_status_to_string (cairo_surface_status (surface)));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
close_fonts (gpointer data)
{
  Kept *kept = data;

  for (int i = 0; i < QUAN_N_FACES; i++)
    for (int bold = 0; bold < 2; bold++)
      pango_font_description_free (kept->faces[i][bold]);
  g_clear_pointer (&kept->spaced, pango_attr_list_unref);
  g_object_unref (kept->layout);
  g_object_unref (kept->context);
  g_object_unref (kept->map);
  g_free (kept);
}

const Maker maker_cairo = {"cairo", open_stroking, make, close_fonts};
const Maker maker_cairo_bold = {"cairo-bold", open_emboldening, make, close_fonts};
