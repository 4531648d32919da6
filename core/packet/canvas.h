/* What is on the pages of a document, recorded: text and paths, drawn later in one go. */
#pragma once
#include "core/base/progress.h"
#include "core/packet/run.h"

/* Points, origin at the top left corner, y downwards. Text stands on its baseline. */
#define QUAN_MM (72.0 / 25.4)
#define QUAN_A4_WIDTH 595.28
#define QUAN_A4_HEIGHT 841.89

/* Under is painted before over, so that a watermark never covers text. */
typedef enum { QUAN_LAYER_UNDER, QUAN_LAYER_OVER, QUAN_N_LAYERS } QuanLayer;

typedef enum { QUAN_PATH_MOVE, QUAN_PATH_LINE, QUAN_PATH_CURVE, QUAN_PATH_CLOSE } QuanPathKind;

/* One step of a path; x1, y1, x2, y2 are the control points of a curve only. */
typedef struct {
  QuanPathKind kind;
  double x, y, x1, y1, x2, y2;
} QuanPathStep;

/* How a path is painted. */
typedef struct {
  gboolean filled;
  QuanInk  fill;
  double   width;  /* of the line, pt; 0 strokes nothing */
  QuanInk  ink;    /* of the line */
  int      dash;   /* pt on, the same off; 0 unbroken */
} QuanPaint;

typedef enum { QUAN_OP_TEXT, QUAN_OP_PATH } QuanOpKind;

typedef struct {
  QuanOpKind    kind;
  /* text */
  char         *text;   /* valid UTF-8 */
  QuanTextStyle style;
  QuanInk       edge;   /* of the line around each character, where style.weight is not 0 */
  double        x, y;
  double        angle;  /* degrees, anticlockwise */
  /* path */
  QuanPaint     paint;
  QuanPathStep     *steps;
  guint         n_steps;
} QuanOp;

typedef struct {
  char *title;
  guint page;  /* from 0 */
} QuanBookmark;

typedef struct _QuanCanvas QuanCanvas;

/* An empty document measured with fonts, which must outlive it. Free with quan_canvas_free. */
QuanCanvas *quan_canvas_new (QuanFonts *fonts);
void        quan_canvas_free (QuanCanvas *canvas);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanCanvas, quan_canvas_free)
QuanFonts  *quan_canvas_fonts (const QuanCanvas *canvas);
/* Who hears how far its drawing has come, page by page; NULL, as at first: nobody. Must outlive the drawing. */
void                quan_canvas_set_progress (QuanCanvas *canvas, const QuanProgress *progress);
const QuanProgress *quan_canvas_progress (const QuanCanvas *canvas);

/* Appends an A4 page and makes its over layer current. */
void  quan_canvas_add_page (QuanCanvas *canvas);
guint quan_canvas_n_pages (const QuanCanvas *canvas);
/* Makes a layer of an existing page current, to add what is known only when all pages are there. */
void  quan_canvas_select (QuanCanvas *canvas, guint page, QuanLayer layer);
/* A bookmark to the current page. */
void  quan_canvas_bookmark (QuanCanvas *canvas, const char *title);

/* Text from x on the baseline y. Malformed UTF-8 prints as U+FFFD. */
void quan_canvas_text (QuanCanvas *canvas, double x, double y, const char *text, const QuanTextStyle *style);
/* The same turned by angle degrees around (x, y), with an edge of another ink. */
void quan_canvas_outlined_text (QuanCanvas *canvas, double x, double y, double angle, const char *text,
                                const QuanTextStyle *style, QuanInk edge);

void quan_canvas_line (QuanCanvas *canvas, double x1, double y1, double x2, double y2, double width, QuanInk ink);
void quan_canvas_rectangle (QuanCanvas *canvas, double x, double y, double width, double height,
                            const QuanPaint *paint);
void quan_canvas_circle (QuanCanvas *canvas, double x, double y, double radius, const QuanPaint *paint);
void quan_canvas_path (QuanCanvas *canvas, const QuanPathStep *steps, guint n_steps, const QuanPaint *paint);

/* What was recorded. Owned by the canvas. */
const QuanOp       *quan_canvas_ops (const QuanCanvas *canvas, guint page, QuanLayer layer, guint *n_ops);
const QuanBookmark *quan_canvas_bookmarks (const QuanCanvas *canvas, guint *n_bookmarks);
