/* Writes what a canvas recorded on one page of libharu, with as few and as short operators as it takes. */
#pragma once
#include <hpdf.h>

#include "core/packet/canvas.h"

/* What a graphics state is known to be, so that it is set only where it changes. Lengths are in pt. */
typedef struct {
  double    scale;  /* units of the page in a point */
  HPDF_Font font;
  double    size, spacing, line_width;
  int       dash;
  QuanInk   fill, stroke;
  gboolean  stroked_text;
} QuanPenState;

typedef struct {
  HPDF_Page    page;
  QuanPenState state, outside;  /* outside: to return to after an op written on a scale of its own */
  gboolean     in_text;         /* a text object is open */
  double       text_x, text_y;  /* units: where its latest piece began */
} QuanPen;

/* Whether libharu can draw the op at all: every length is a number, and none lies far outside the page. */
gboolean quan_pen_accepts (const QuanOp *op);

/* Begins and ends an empty page. */
void quan_pen_begin (QuanPen *pen, HPDF_Page page);
void quan_pen_end (QuanPen *pen);
/* Ends a page libharu reported an error on, after the error was reset: it forgets to free saved graphics states. */
void quan_pen_abandon (QuanPen *pen);

/* Prepares the page for an op; its paths and pieces follow, then the end. */
void quan_pen_begin_op (QuanPen *pen, const QuanOp *op);
void quan_pen_end_op (QuanPen *pen, const QuanOp *op);
/* The path of an op. */
void quan_pen_path (QuanPen *pen, const QuanOp *op);
/* Text of one font that stands x pt after the start of the op; codes as UTF-8. Text that begins far outside the page is
 * left out. */
void quan_pen_piece (QuanPen *pen, const QuanOp *op, double x, HPDF_Font font, gboolean bold, const char *codes);
