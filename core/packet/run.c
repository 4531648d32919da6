#include "core/packet/run.h"

#include <string.h>

static const char opening_marks[] = "（《〈「『【〔｛“‘";
static const char closing_marks[] = "）》〉」』】〕｝”’，。、；：！？";
/* Too small to be stroked without becoming blots. */
static const char never_bold[] = ".,:;'";

static gboolean
is_one_of (gunichar c, const char *set)
{
  return c != 0 && g_utf8_strchr (set, -1, c) != NULL;
}

/* Whether a character can be one of the marks above at all; most of a text is not. */
static gboolean
may_be_mark (gunichar c)
{
  return (c >= 0x2018 && c <= 0x301B) || (c >= 0xFF01 && c <= 0xFF5D);
}

gboolean
quan_is_opening_mark (gunichar c)
{
  return may_be_mark (c) && is_one_of (c, opening_marks);
}

static gboolean
is_closing_mark (gunichar c)
{
  return may_be_mark (c) && is_one_of (c, closing_marks);
}

/* What two neighbouring full-width marks close up by, in em: the blank halves that meet count once. */
static double
close_up (gunichar before, gunichar c)
{
  if (!may_be_mark (before) || !may_be_mark (c))
    return 0;
  if (quan_is_opening_mark (before))
    return quan_is_opening_mark (c) ? 0.5 : 0;
  return is_closing_mark (before) && (quan_is_opening_mark (c) || is_closing_mark (c)) ? 0.5 : 0;
}

GArray *
quan_run_place (QuanFonts *fonts, const QuanTextStyle *style, const char *text, gssize length)
{
  const char *end = length < 0 ? text + strlen (text) : text + length;
  GArray *spots = g_array_sized_new (FALSE, FALSE, sizeof (QuanSpot), end - text);
  double x = 0;
  gunichar mark_before = 0;  /* the full-width character before, 0 if it is narrower */
  gboolean first = TRUE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p)) {
    QuanSpot spot = {.c = quan_fonts_visible (g_utf8_get_char (p)), .offset = p - text, .face = style->face};

    if (spot.c != 0) {
      QuanGlyph glyph = quan_fonts_glyph (fonts, style->face, spot.c);
      gunichar mark;

      spot.face = glyph.face;
      spot.bold = style->weight > 0 && !glyph.borrowed && (spot.c >= 0x80 || !is_one_of (spot.c, never_bold));
      spot.width = glyph.advance * style->size / 1000;
      mark = glyph.advance == 1000 ? spot.c : 0;
      x += (first ? 0 : style->spacing) - close_up (mark_before, mark) * style->size;
      mark_before = mark;
      first = FALSE;
    }
    spot.x = x;
    x += spot.width;
    g_array_append_val (spots, spot);
  }
  return spots;
}

double
quan_run_width (QuanFonts *fonts, const QuanTextStyle *style, const char *text, gssize length)
{
  g_autoptr (GArray) spots = quan_run_place (fonts, style, text, length);
  const QuanSpot *last;

  if (spots->len == 0)
    return 0;
  last = &g_array_index (spots, QuanSpot, spots->len - 1);
  return last->x + last->width;
}
