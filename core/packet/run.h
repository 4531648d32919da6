/* A run of text in one style: where every character stands and which face draws it. */
#pragma once
#include "core/packet/fonts.h"

/* Red, green, blue from 0 to 1. */
typedef struct {
  double r, g, b;
} QuanInk;

#define QUAN_GREY(level) ((QuanInk) {(level), (level), (level)})
#define QUAN_BLACK QUAN_GREY (0)
/* Notes: no lighter, or a fax loses them. */
#define QUAN_NOTE_INK QUAN_GREY (0.25)
/* The one accent: stars, failures, what is missing. */
#define QUAN_CINNABAR ((QuanInk) {0.62, 0.07, 0.07})

typedef struct {
  QuanFace face;
  double   size;     /* pt */
  double   weight;   /* of a line stroked around each character, em, where the face has no bold of its own; 0 none */
  double   spacing;  /* added between characters, pt */
  QuanInk  ink;
} QuanTextStyle;

/* One character of a run. Invisible ones are present, with no width, so that spots count as characters do. */
typedef struct {
  gunichar c;         /* what prints, 0 for nothing */
  guint    offset;    /* of the character in the text, bytes */
  QuanFace face;      /* which draws it */
  gboolean bold;      /* whether the style's weight is stroked around it */
  double   x, width;  /* pt; x from the start of the run */
} QuanSpot;

/* The spots of a text of valid UTF-8 (length -1: to its end); two full-width marks side by side close up by half an em.
 * Free with g_array_unref. */
GArray *quan_run_place (QuanFonts *fonts, const QuanTextStyle *style, const char *text, gssize length);
/* Its width in pt. */
double  quan_run_width (QuanFonts *fonts, const QuanTextStyle *style, const char *text, gssize length);

/* Whether a character is a full-width opening mark, whose left half is blank. */
gboolean quan_is_opening_mark (gunichar c);
