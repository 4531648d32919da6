#include "core/packet/lines.h"

#include <string.h>

#include <pango/pango.h>

/* How far an opening mark at the start of a line stands out, em: its left half is blank. */
#define HANG 0.42
/* Tolerance of a fit, pt: columns are measured with the same sums as the text. */
#define SLACK 0.01
/* A last line shorter than this, em, takes more from the line before, where a line is at least so many em wide. */
#define SHORT_LAST 3.6
#define BALANCED_FROM 6

/* One paragraph being broken: its characters, and before which of them a line may begin. */
typedef struct {
  const char    *text;
  const QuanSpot *spots;
  guint          n_spots;
  PangoLogAttr  *attrs;
  double         width, em;
} Paragraph;

static gboolean
is_one_of (gunichar c, const char *set)
{
  return c != 0 && g_utf8_strchr (set, -1, c) != NULL;
}

static gboolean
is_code (gunichar c)
{
  return c > ' ' && c < 0x7F;
}

/* Neighbours that stay together though Unicode would part them: codes with hyphens, a number and its unit, the parts
 * of a Chinese date. */
static gboolean
belong_together (gunichar before, gunichar c)
{
  return (is_code (before) && is_code (c))
         || (g_unichar_isdigit (before) && is_one_of (c, "年月日天元角分万亿％"))
         || (is_one_of (before, "年月") && g_unichar_isdigit (c))
         || (before == QUAN_BLANK_MARK && c == QUAN_BLANK_MARK);
}

static gboolean
is_blank (const Paragraph *paragraph, guint i)
{
  return paragraph->spots[i].c == ' ' || paragraph->spots[i].c == 0x3000;
}

static gboolean
may_begin_line (const Paragraph *paragraph, guint i)
{
  return paragraph->attrs[i].is_line_break && !belong_together (paragraph->spots[i - 1].c, paragraph->spots[i].c);
}

static double
hang (const Paragraph *paragraph, guint first)
{
  const QuanSpot *spot = &paragraph->spots[first];

  return quan_is_opening_mark (spot->c) && spot->width >= paragraph->em ? -HANG * paragraph->em : 0;
}

/* Where characters first to end reach, from the edge; blanks before end do not count. */
static double
reach (const Paragraph *paragraph, guint first, guint end)
{
  while (end > first && is_blank (paragraph, end - 1))
    end--;
  if (end == first)
    return 0;
  return paragraph->spots[end - 1].x + paragraph->spots[end - 1].width - paragraph->spots[first].x
         + hang (paragraph, first);
}

/* The first character of the next line, given the first of this one. */
static guint
find_break (const Paragraph *paragraph, guint first)
{
  guint end = first + 1, i;

  while (end < paragraph->n_spots && reach (paragraph, first, end + 1) <= paragraph->width + SLACK)
    end++;
  if (end == paragraph->n_spots)
    return end;
  for (i = end; i > first; i--)
    if (may_begin_line (paragraph, i))
      return i;
  for (i = end; i > first; i--)
    if (is_one_of (paragraph->spots[i - 1].c, "-_./"))
      return i;
  return end;
}

static guint
skip_blanks (const Paragraph *paragraph, guint i)
{
  while (i < paragraph->n_spots && is_blank (paragraph, i))
    i++;
  return i;
}

/* Where the last line but one, from first on, should end rather than at end, so that the last is not left with a
 * character or two. */
static guint
balance (const Paragraph *paragraph, guint first, guint end, gboolean justified)
{
  double least = justified ? paragraph->width * (1 - QUAN_STRETCH_MAX) : 0;
  guint best = end;

  if (paragraph->width < BALANCED_FROM * paragraph->em)
    return end;
  for (guint i = end; i > first && reach (paragraph, skip_blanks (paragraph, best), paragraph->n_spots)
                                   < SHORT_LAST * paragraph->em; i--)
    if (i < end && may_begin_line (paragraph, i)) {
      if (reach (paragraph, first, i) < least)
        break;
      best = i;
    }
  return best;
}

static void
add_line (GArray *lines, const Paragraph *paragraph, guint first, guint end)
{
  QuanTextLine line = {.start = paragraph->text, .last = skip_blanks (paragraph, end) == paragraph->n_spots};

  while (end > first && is_blank (paragraph, end - 1))
    end--;
  if (end > first) {
    const char *stop = paragraph->text + paragraph->spots[end - 1].offset;

    line.start = paragraph->text + paragraph->spots[first].offset;
    line.length = g_utf8_next_char (stop) - line.start;
    line.width = reach (paragraph, first, end);
    line.x = hang (paragraph, first);
  }
  g_array_append_val (lines, line);
}

static void
break_paragraph (GArray *lines, QuanFonts *fonts, const QuanTextStyle *style, const char *text, gsize length,
                 double width, gboolean justified)
{
  g_autoptr (GArray) spots = quan_run_place (fonts, style, text, length);
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, spots->len + 1);
  Paragraph paragraph = {text, (const QuanSpot *) spots->data, spots->len, attrs, width, style->size};
  guint first = 0, next;

  /* Most text fits its line whole: where else it might break is looked up only when it does not. */
  if (reach (&paragraph, 0, spots->len) > width + SLACK)
    pango_get_log_attrs (text, length, -1, pango_language_from_string ("zh-cn"), attrs, spots->len + 1);
  if (spots->len == 0)
    add_line (lines, &paragraph, 0, 0);
  for (; first < spots->len; first = next) {
    next = find_break (&paragraph, first);
    if (next < spots->len)
      next = balance (&paragraph, first, next, justified);
    add_line (lines, &paragraph, first, next);
    next = skip_blanks (&paragraph, next);
  }
}

GArray *
quan_lines_break (QuanFonts *fonts, const QuanTextStyle *style, const char *text, double width, gboolean justified)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (QuanTextLine));

  for (;;) {
    gsize length = strcspn (text, "\n");

    break_paragraph (lines, fonts, style, text, length, width, justified);
    if (text[length] == '\0')
      return lines;
    text += length + 1;
  }
}
