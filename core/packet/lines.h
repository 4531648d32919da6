/* Breaks text into lines as Chinese is set: no closing mark begins a line, no opening mark ends one. */
#pragma once
#include "core/packet/run.h"

typedef struct {
  const char *start;   /* into the text */
  gsize       length;  /* bytes, without blanks at its end */
  double      width;   /* pt, from the text's edge */
  double      x;       /* where it starts from the edge: negative where a full-width opening mark hangs out */
} QuanTextLine;

/*
 * The lines of text at most width wide; at least one, more after every line end in the text. Latin words, dates, codes
 * and amounts stay whole while they fit on a line of their own; longer ones break after - _ . / or, for want of these,
 * between any two characters. Free with g_array_unref.
 */
GArray *quan_lines_break (QuanFonts *fonts, const QuanTextStyle *style, const char *text, double width);
