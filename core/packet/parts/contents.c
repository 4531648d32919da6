/* The contents: what this program computes at the left, what is to be signed at the right, each with its pages. */
#include "core/base/text.h"
#include "core/packet/parts/parts.h"
#include "core/packet/styles.h"

#define MM(value) ((value) * QUAN_MM)
#define LEADING MM (6.6)
#define BETWEEN MM (11)
#define NUMBER_WIDTH MM (9)
#define SPAN_WIDTH MM (15)
#define DOT_PITCH MM (1.6)
#define DOT_RADIUS 0.35
#define DOT_RISE 2.0

static const QuanTextStyle column_style = {.face = QUAN_FACE_HEI, .size = 10, .weight = 0.018, .spacing = 3};
static const QuanTextStyle entry_style = {.face = QUAN_FACE_HEI, .size = 9.6};

/* Leader dots on one grid for all lines of a column. */
static void
draw_leaders (QuanCanvas *canvas, double left, double from, double until, double y)
{
  for (double x = left + DOT_PITCH * (int) ((from - left) / DOT_PITCH + 2); x < until - DOT_PITCH; x += DOT_PITCH)
    quan_canvas_circle (canvas, x, y - DOT_RISE, DOT_RADIUS, &(QuanPaint) {.filled = TRUE});
}

/* A part's number, name, leaders and pages. Returns the height it takes. */
static double
draw_entry (QuanPages *pages, guint i, double left, double width, double y)
{
  const QuanPart *part = quan_pages_part (pages, i);
  g_autoptr (QuanBlock) name = quan_block_new (pages->fonts, width - NUMBER_WIDTH - SPAN_WIDTH, QUAN_ALIGN_LEFT);
  g_autoptr (GString) number = g_string_new (NULL);
  g_autofree char *span = quan_span_text (quan_pages_span (pages, part->id));
  double baseline = quan_baseline (y, LEADING, entry_style.size), from, until;

  quan_append_count (number, i + 1);
  quan_block_add (name, part->name, &entry_style, LEADING);
  from = left + NUMBER_WIDTH + quan_block_last_width (name);
  until = left + width - quan_run_width (pages->fonts, &entry_style, span, -1);
  quan_canvas_text (pages->canvas, left, baseline, number->str, &entry_style);
  quan_block_draw (name, pages->canvas, left + NUMBER_WIDTH, y);
  baseline += quan_block_height (name) - LEADING;
  draw_leaders (pages->canvas, left, from, until, baseline);
  quan_pages_right (pages, left + width, baseline, span, &entry_style);
  return quan_block_height (name);
}

/* The sheets, or the parts to be signed, under a heading. Returns where the column ends. */
static double
draw_column (QuanPages *pages, const char *heading, gboolean sheets, double left, double width)
{
  double y = pages->flow.y;

  quan_canvas_text (pages->canvas, left, y + MM (3.6), heading, &column_style);
  quan_canvas_line (pages->canvas, left, y + MM (5.6), left + width, y + MM (5.6), 0.5, QUAN_BLACK);
  y += MM (6.6);
  for (guint i = 0; i < pages->parts->len; i++)
    if ((quan_pages_part (pages, i)->kind == QUAN_PART_SHEET) == sheets)
      y += draw_entry (pages, i, left, width, y);
  return y;
}

void
quan_part_contents (QuanPages *pages)
{
  double width = (pages->flow.width - BETWEEN) / 2, left_end, right_end;

  quan_pages_head (pages, "目　录", "", "");
  pages->flow.y -= MM (4);
  left_end = draw_column (pages, "表单", TRUE, pages->flow.left, width);
  right_end = draw_column (pages, "说明与承诺", FALSE, pages->flow.left + width + BETWEEN, width);
  pages->flow.y = MAX (left_end, right_end);
}
