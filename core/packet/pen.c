#include "core/packet/pen.h"

#include <math.h>

/* Pages are written in twentieths of a point: whole numbers as fine as a printer's dots, where libharu would write a
 * tenth of a point with five decimals. */
#define FINE_SCALE 20.0
/* What libharu accepts of sizes, widths and spacing; beyond it an op is written in points. */
#define FINE_SIZE (HPDF_MAX_FONTSIZE / FINE_SCALE)
#define FINE_LINE_WIDTH (HPDF_MAX_LINEWIDTH / FINE_SCALE)
#define FINE_SPACING_LEAST (HPDF_MIN_CHARSPACE / FINE_SCALE)
#define FINE_SPACING_MOST (HPDF_MAX_CHARSPACE / FINE_SCALE)
/* Numbers beyond this are written wrongly by libharu. */
#define FARTHEST (HPDF_LIMIT_MAX_REAL / FINE_SCALE)
#define RECTANGLE_STEPS 5

#if HPDF_MAJOR_VERSION * 100 + HPDF_MINOR_VERSION >= 204
typedef HPDF_REAL DashLength;
#else
typedef HPDF_UINT16 DashLength;
#endif

static gboolean
is_near (double value)
{
  return isfinite (value) && fabs (value) <= FARTHEST;
}

gboolean
quan_pen_accepts (const QuanOp *op)
{
  const QuanTextStyle *style = &op->style;

  if (op->kind == QUAN_OP_TEXT)
    return is_near (op->x) && is_near (op->y) && isfinite (op->angle) && isfinite (style->size)
           && isfinite (style->spacing) && isfinite (style->weight);
  for (guint i = 0; i < op->n_steps; i++) {
    const QuanPathStep *step = &op->steps[i];

    if (!is_near (step->x) || !is_near (step->y) || !is_near (step->x1) || !is_near (step->y1) || !is_near (step->x2)
        || !is_near (step->y2))
      return FALSE;
  }
  return isfinite (op->paint.width);
}

/* A place on the page: whole units where they are fine, hundredths of points. */
static double
place (const QuanPen *pen, double value)
{
  return pen->state.scale == FINE_SCALE ? round (value * FINE_SCALE) : round (value * 100) / 100;
}

static double
place_y (const QuanPen *pen, double y)
{
  return place (pen, QUAN_A4_HEIGHT - y);
}

/* A length that may be less than a unit, in steps that libharu writes with few decimals. */
static HPDF_REAL
fraction (const QuanPen *pen, double length)
{
  return round (length * pen->state.scale * 16) / 16;
}

static gboolean
same_ink (QuanInk a, QuanInk b)
{
  return a.r == b.r && a.g == b.g && a.b == b.b;
}

static void
set_fill (QuanPen *pen, QuanInk ink)
{
  if (same_ink (pen->state.fill, ink))
    return;
  pen->state.fill = ink;
  if (ink.r == ink.g && ink.g == ink.b)
    HPDF_Page_SetGrayFill (pen->page, ink.r);
  else
    HPDF_Page_SetRGBFill (pen->page, ink.r, ink.g, ink.b);
}

static void
set_stroke (QuanPen *pen, QuanInk ink, double width, int dash)
{
  if (!same_ink (pen->state.stroke, ink)) {
    pen->state.stroke = ink;
    if (ink.r == ink.g && ink.g == ink.b)
      HPDF_Page_SetGrayStroke (pen->page, ink.r);
    else
      HPDF_Page_SetRGBStroke (pen->page, ink.r, ink.g, ink.b);
  }
  if (pen->state.line_width != width) {
    pen->state.line_width = width;
    HPDF_Page_SetLineWidth (pen->page, fraction (pen, width));
  }
  if (pen->state.dash != dash) {
    const DashLength pattern[] = {dash * pen->state.scale};

    pen->state.dash = dash;
    HPDF_Page_SetDash (pen->page, dash > 0 ? pattern : NULL, dash > 0 ? 1 : 0, 0);
  }
}

static void
set_font (QuanPen *pen, HPDF_Font font, double size, double spacing)
{
  if (pen->state.font != font || pen->state.size != size) {
    pen->state.font = font;
    pen->state.size = size;
    HPDF_Page_SetFontAndSize (pen->page, font, fraction (pen, size));
  }
  if (pen->state.spacing != spacing) {
    pen->state.spacing = spacing;
    HPDF_Page_SetCharSpace (pen->page, fraction (pen, spacing));
  }
}

static void
set_stroked_text (QuanPen *pen, gboolean stroked)
{
  if (pen->state.stroked_text == stroked)
    return;
  pen->state.stroked_text = stroked;
  HPDF_Page_SetTextRenderingMode (pen->page, stroked ? HPDF_FILL_THEN_STROKE : HPDF_FILL);
}

static void
begin_text (QuanPen *pen)
{
  if (pen->in_text)
    return;
  HPDF_Page_BeginText (pen->page);
  pen->in_text = TRUE;
  pen->text_x = pen->text_y = 0;
}

static void
end_text (QuanPen *pen)
{
  if (pen->in_text)
    HPDF_Page_EndText (pen->page);
  pen->in_text = FALSE;
}

/* Scales the page from here to the matching restore. */
static void
push_scale (QuanPen *pen, double scale)
{
  HPDF_Page_GSave (pen->page);
  HPDF_Page_Concat (pen->page, scale, 0, 0, scale, 0, 0);
}

void
quan_pen_begin (QuanPen *pen, HPDF_Page page)
{
  *pen = (QuanPen) {.page = page, .state = {.scale = FINE_SCALE, .line_width = 1 / FINE_SCALE}};
  push_scale (pen, 1 / FINE_SCALE);
}

void
quan_pen_end (QuanPen *pen)
{
  end_text (pen);
  HPDF_Page_GRestore (pen->page);
}

void
quan_pen_abandon (QuanPen *pen)
{
  if (HPDF_Page_GetGMode (pen->page) == HPDF_GMODE_TEXT_OBJECT)
    HPDF_Page_EndText (pen->page);
  if (HPDF_Page_GetGMode (pen->page) == HPDF_GMODE_PATH_OBJECT)
    HPDF_Page_EndPath (pen->page);
  while (HPDF_Page_GetGStateDepth (pen->page) > 1 && HPDF_Page_GRestore (pen->page) == HPDF_OK)
    continue;
}

static gboolean
is_coarse (const QuanOp *op)
{
  if (op->kind == QUAN_OP_PATH)
    return op->paint.width > FINE_LINE_WIDTH;
  return op->style.size > FINE_SIZE || op->style.spacing < FINE_SPACING_LEAST || op->style.spacing > FINE_SPACING_MOST
         || op->style.weight * op->style.size > FINE_LINE_WIDTH;
}

void
quan_pen_begin_op (QuanPen *pen, const QuanOp *op)
{
  if (op->kind == QUAN_OP_PATH || op->angle != 0 || is_coarse (op))
    end_text (pen);
  if (is_coarse (op)) {
    push_scale (pen, FINE_SCALE);
    pen->outside = pen->state;
    pen->state.scale = 1;
    pen->state.font = NULL;
    pen->state.line_width = pen->state.spacing = NAN;
    pen->state.dash = -1;
  }
}

void
quan_pen_end_op (QuanPen *pen, const QuanOp *op)
{
  if (op->angle != 0 || is_coarse (op))
    end_text (pen);
  if (is_coarse (op)) {
    HPDF_Page_GRestore (pen->page);
    pen->state = pen->outside;
  }
}

/* Moves the text object to a place: from piece to piece where the text stands upright. */
static void
move_text (QuanPen *pen, const QuanOp *op, double along)
{
  double radians = op->angle * G_PI / 180, cosine = cos (radians), sine = sin (radians);
  double x = place (pen, op->x + along * cosine), y = place_y (pen, op->y - along * sine);

  if (op->angle != 0)
    HPDF_Page_SetTextMatrix (pen->page, cosine, sine, -sine, cosine, x, y);
  else if (x != pen->text_x || y != pen->text_y)
    HPDF_Page_MoveTextPos (pen->page, x - pen->text_x, y - pen->text_y);
  pen->text_x = x;
  pen->text_y = y;
}

void
quan_pen_piece (QuanPen *pen, const QuanOp *op, double x, HPDF_Font font, gboolean bold, const char *codes)
{
  if (!is_near (op->x + x))
    return;
  begin_text (pen);
  set_fill (pen, op->style.ink);
  if (bold)
    set_stroke (pen, op->edge, op->style.weight * op->style.size, 0);
  set_stroked_text (pen, bold);
  set_font (pen, font, op->style.size, op->style.spacing);
  move_text (pen, op, x);
  HPDF_Page_ShowText (pen->page, codes);
}

/* Whether the steps go around an upright rectangle from a corner. */
static gboolean
is_rectangle (const QuanOp *op)
{
  static const QuanPathKind kinds[RECTANGLE_STEPS] = {QUAN_PATH_MOVE, QUAN_PATH_LINE, QUAN_PATH_LINE, QUAN_PATH_LINE,
                                                      QUAN_PATH_CLOSE};
  const QuanPathStep *s = op->steps;

  if (op->n_steps != RECTANGLE_STEPS)
    return FALSE;
  for (guint i = 0; i < RECTANGLE_STEPS; i++)
    if (s[i].kind != kinds[i])
      return FALSE;
  return s[0].y == s[1].y && s[1].x == s[2].x && s[2].y == s[3].y && s[3].x == s[0].x;
}

static void
trace_rectangle (QuanPen *pen, const QuanPathStep *from, const QuanPathStep *to)
{
  double x = place (pen, from->x), y = place_y (pen, from->y);

  HPDF_Page_Rectangle (pen->page, x, y, place (pen, to->x) - x, place_y (pen, to->y) - y);
}

static void
trace (QuanPen *pen, const QuanPathStep *step)
{
  double x = place (pen, step->x), y = place_y (pen, step->y);

  switch (step->kind) {
  case QUAN_PATH_MOVE:
    HPDF_Page_MoveTo (pen->page, x, y);
    break;
  case QUAN_PATH_LINE:
    HPDF_Page_LineTo (pen->page, x, y);
    break;
  case QUAN_PATH_CURVE:
    HPDF_Page_CurveTo (pen->page, place (pen, step->x1), place_y (pen, step->y1), place (pen, step->x2),
                       place_y (pen, step->y2), x, y);
    break;
  case QUAN_PATH_CLOSE:
    HPDF_Page_ClosePath (pen->page);
    break;
  }
}

void
quan_pen_path (QuanPen *pen, const QuanOp *op)
{
  gboolean stroked = op->paint.width > 0;

  if (op->paint.filled)
    set_fill (pen, op->paint.fill);
  if (stroked)
    set_stroke (pen, op->paint.ink, op->paint.width, op->paint.dash);
  if (is_rectangle (op))
    trace_rectangle (pen, &op->steps[0], &op->steps[2]);
  else
    for (guint i = 0; i < op->n_steps; i++)
      trace (pen, &op->steps[i]);
  if (op->paint.filled && stroked)
    HPDF_Page_FillStroke (pen->page);
  else if (op->paint.filled)
    HPDF_Page_Fill (pen->page);
  else if (stroked)
    HPDF_Page_Stroke (pen->page);
  else
    HPDF_Page_EndPath (pen->page);
}
