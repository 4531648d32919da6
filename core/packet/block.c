#include "core/packet/block.h"

/* How far below the middle of the line the baseline stands, em: ideographs reach from 0.88 above it to 0.12 below. */
#define BASELINE 0.37
/* What a mark takes of the width, and the box of a blank leaves around its text, pt. */
#define MARK_ROOM (5.2 * QUAN_MM)
#define BOX_PADDING 2.5
/* Rules to write on stand so far below the baseline, em, and end so far from their neighbours. */
#define RULE_DROP 0.14
#define RULE_GAP 0.06
#define RULE_WIDTH 0.5
#define RULED_INK QUAN_GREY (0.55)

typedef struct {
  char         *text;
  QuanTextStyle style;
  double        x, leading;
  QuanMark      mark;
  gboolean      boxed;
  gboolean      blanks;  /* QUAN_BLANK_MARK stands for a rule */
  gboolean      ruled;   /* nothing but a rule across the width, for the pen */
  gboolean      shared;  /* the next line stands beside this one */
} Line;

struct _QuanBlock {
  QuanFonts *fonts;
  double     width;
  QuanAlign  align;
  GArray    *lines;  /* of Line */
};

static void
clear_line (gpointer data)
{
  g_free (((Line *) data)->text);
}

QuanBlock *
quan_block_new (QuanFonts *fonts, double width, QuanAlign align)
{
  QuanBlock *block = g_new0 (QuanBlock, 1);

  block->fonts = fonts;
  block->width = width;
  block->align = align;
  block->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (block->lines, clear_line);
  return block;
}

void
quan_block_free (QuanBlock *block)
{
  if (block == NULL)
    return;
  g_array_unref (block->lines);
  g_free (block);
}

/* Stretches a line to the room it has, if that takes little. */
static void
stretch (Line *line, double slack)
{
  glong n = g_utf8_strlen (line->text, -1);

  if (n > 1 && slack / (n - 1) <= QUAN_STRETCH_MAX * line->style.size)
    line->style.spacing += slack / (n - 1);
}

/* Appends text indented on both sides; line carries what is common to its lines. */
static void
add_lines (QuanBlock *block, const char *text, double indent, double indent_right, const Line *line)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  double room = block->width - indent - indent_right;
  gboolean justified = block->align == QUAN_ALIGN_JUSTIFY;
  g_autoptr (GArray) broken = quan_lines_break (block->fonts, &line->style, valid, room, justified);

  for (guint i = 0; i < broken->len; i++) {
    const QuanTextLine *source = &g_array_index (broken, QuanTextLine, i);
    double slack = room - source->width;
    Line added = *line;

    added.text = g_strndup (source->start, source->length);
    added.x = indent + source->x;
    if (justified && !source->last)
      stretch (&added, slack);
    else if (block->align == QUAN_ALIGN_RIGHT || block->align == QUAN_ALIGN_CENTRE)
      added.x += block->align == QUAN_ALIGN_RIGHT ? slack : slack / 2;
    if (i > 0)
      added.mark = QUAN_MARK_NONE;
    g_array_append_val (block->lines, added);
  }
}

void
quan_block_add (QuanBlock *block, const char *text, const QuanTextStyle *style, double leading)
{
  add_lines (block, text, 0, 0, &(Line) {.style = *style, .leading = leading});
}

void
quan_block_add_wording (QuanBlock *block, const char *text, const QuanTextStyle *style, double leading)
{
  add_lines (block, text, 0, 0, &(Line) {.style = *style, .leading = leading, .blanks = TRUE});
}

void
quan_block_add_ruled (QuanBlock *block, guint n_lines, double leading)
{
  for (guint i = 0; i < n_lines; i++) {
    Line line = {.text = g_strdup (""), .leading = leading, .ruled = i + 1 < n_lines};

    g_array_append_val (block->lines, line);
  }
}

void
quan_block_add_marked (QuanBlock *block, QuanMark mark, const char *text, const QuanTextStyle *style, double leading)
{
  add_lines (block, text, MARK_ROOM, 0, &(Line) {.style = *style, .leading = leading, .mark = mark});
}

void
quan_block_add_left (QuanBlock *block, const char *text, const QuanTextStyle *style, double leading)
{
  QuanAlign align = block->align;

  block->align = QUAN_ALIGN_LEFT;
  quan_block_add (block, text, style, leading);
  block->align = align;
}

void
quan_block_add_noted (QuanBlock *block, const char *note, const QuanTextStyle *note_style, const char *text,
                      const QuanTextStyle *style, double leading)
{
  double needed = quan_run_width (block->fonts, note_style, note, -1) + quan_run_width (block->fonts, style, text, -1);

  quan_block_add_left (block, note, note_style, leading);
  g_array_index (block->lines, Line, block->lines->len - 1).shared = needed + leading / 2 <= block->width;
  quan_block_add (block, text, style, leading);
}

void
quan_block_add_blank (QuanBlock *block, const char *text, const QuanTextStyle *style, double leading)
{
  add_lines (block, text, BOX_PADDING, BOX_PADDING, &(Line) {.style = *style, .leading = leading, .boxed = TRUE});
}

double
quan_block_width (const QuanBlock *block)
{
  return block->width;
}

guint
quan_block_n_lines (const QuanBlock *block)
{
  return block->lines->len;
}

double
quan_block_last_width (const QuanBlock *block)
{
  const Line *line;

  if (block->lines->len == 0)
    return 0;
  line = &g_array_index (block->lines, Line, block->lines->len - 1);
  return line->x + quan_run_width (block->fonts, &line->style, line->text, -1);
}

guint
quan_block_fit (const QuanBlock *block, guint first, double height, double *used)
{
  guint n = 0;

  *used = 0;
  for (guint i = first; i < block->lines->len; i++, n++) {
    const Line *line = &g_array_index (block->lines, Line, i);

    if (line->shared)
      continue;
    if (*used + line->leading > height)
      break;
    *used += line->leading;
  }
  return n;
}

double
quan_block_height (const QuanBlock *block)
{
  double height;

  quan_block_fit (block, 0, G_MAXDOUBLE, &height);
  return height;
}

double
quan_baseline (double top, double height, double size)
{
  return top + height / 2 + BASELINE * size;
}

/* A rule under every run of blank marks in a line's text. */
static void
draw_rules (const QuanBlock *block, const Line *line, QuanCanvas *canvas, double x, double baseline)
{
  g_autoptr (GArray) spots = quan_run_place (block->fonts, &line->style, line->text, -1);
  double y = baseline + RULE_DROP * line->style.size, gap = RULE_GAP * line->style.size;
  double from = -1;  /* where the run begins, negative outside one */

  for (guint i = 0; i < spots->len; i++) {
    const QuanSpot *spot = &g_array_index (spots, QuanSpot, i);
    gboolean goes_on = i + 1 < spots->len && g_array_index (spots, QuanSpot, i + 1).c == QUAN_BLANK_MARK;

    if (spot->c != QUAN_BLANK_MARK)
      continue;
    from = from < 0 ? spot->x : from;
    if (goes_on)
      continue;
    quan_canvas_line (canvas, x + from + gap, y, x + spot->x + spot->width - gap, y, RULE_WIDTH, QUAN_BLACK);
    from = -1;
  }
}

/* The text with white where the rules are. Free with g_free. */
static char *
without_marks (const char *text)
{
  char mark[7] = "";
  g_auto (GStrv) pieces = NULL;

  g_unichar_to_utf8 (QUAN_BLANK_MARK, mark);
  pieces = g_strsplit (text, mark, -1);
  return g_strjoinv ("　", pieces);
}

static void
draw_line (const QuanBlock *block, const Line *line, QuanCanvas *canvas, double x, double y)
{
  double room = line->leading - 1, baseline = quan_baseline (y, line->leading, line->style.size);

  if (line->ruled) {
    quan_canvas_line (canvas, x, y + line->leading, x + block->width, y + line->leading, RULE_WIDTH, RULED_INK);
    return;
  }

  if (line->boxed)
    quan_canvas_rectangle (canvas, x - BOX_PADDING, y + 0.5, block->width + 2 * BOX_PADDING, room,
                           &(QuanPaint) {.width = 0.6, .ink = line->style.ink, .dash = 2});
  quan_mark_draw (canvas, line->mark, x + QUAN_MARK_RADIUS, y + line->leading / 2);
  if (line->blanks) {
    g_autofree char *shown = without_marks (line->text);

    draw_rules (block, line, canvas, x + line->x, baseline);
    quan_canvas_text (canvas, x + line->x, baseline, shown, &line->style);
  } else {
    quan_canvas_text (canvas, x + line->x, baseline, line->text, &line->style);
  }
}

void
quan_block_draw_lines (const QuanBlock *block, QuanCanvas *canvas, double x, double y, guint first, guint n_lines)
{
  for (guint i = first; i < first + n_lines; i++) {
    const Line *line = &g_array_index (block->lines, Line, i);

    draw_line (block, line, canvas, x, y);
    if (!line->shared)
      y += line->leading;
  }
}

void
quan_block_draw (const QuanBlock *block, QuanCanvas *canvas, double x, double y)
{
  quan_block_draw_lines (block, canvas, x, y, 0, block->lines->len);
}
