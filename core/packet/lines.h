/* Breaks text into lines as Chinese is set: no closing mark begins a line, no opening mark ends one. */
#pragma once
#include "core/packet/run.h"

typedef struct {
  const char *start;   /* into the text */
  gsize       length;  /* bytes, without blanks at its end */
  double      width;   /* pt, from the text's edge */
  double      x;       /* where it starts from the edge: negative where a full-width opening mark hangs out */
  gboolean    last;    /* of its paragraph */
} QuanTextLine;

/*
 * The lines of text at most width wide; at least one, more after every line end in the text. Latin words, dates, codes
 * and amounts stay whole while they fit on a line of their own; longer ones break after - _ . / or, for want of these,
 * between any two characters. A last line of a character or two is given more of the line before it, of one that will
 * be justified only as much as stretching can make up. Free with g_array_unref.
 */
GArray *quan_lines_break (QuanFonts *fonts, const QuanTextStyle *style, const char *text, double width,
                          gboolean justified);

/* The farthest a justified line is stretched at each place between two characters, em: what pdf readers still take for
 * one word. A line that needs more stays ragged. */
#define QUAN_STRETCH_MAX 0.1

/* What a blank to be filled in by pen is written as in a text: so many of them are a rule so many em long. */
#define QUAN_BLANK_MARK 0xFF3F

