/* Marks drawn as paths: their shape says what they mean without colour, and no font needs to have them. */
#pragma once
#include "core/packet/canvas.h"

typedef enum {
  QUAN_MARK_NONE,
  QUAN_MARK_PASS,            /* black disc with a white tick */
  QUAN_MARK_FAIL,            /* solid square with a cross */
  QUAN_MARK_REVIEW,          /* open triangle with an exclamation mark */
  QUAN_MARK_UNKNOWN,         /* open diamond with a question mark */
  QUAN_MARK_NOT_APPLICABLE,  /* dash */
  QUAN_MARK_STAR,
  QUAN_MARK_CIRCLE,          /* open circle: usual practice */
  QUAN_MARK_BOX,             /* empty box, for the pen */
  QUAN_MARK_STALE,           /* the triangle of what is out of date */
} QuanMark;

#define QUAN_MARK_RADIUS (1.4 * QUAN_MM)

/* Draws a mark of the usual radius around (x, y). */
void quan_mark_draw (QuanCanvas *canvas, QuanMark mark, double x, double y);
