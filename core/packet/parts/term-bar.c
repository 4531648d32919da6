#include "core/packet/parts/term-bar.h"

#include "core/packet/styles.h"

#define MM(value) ((value) * QUAN_MM)
#define HEIGHT MM (7)
#define OVERHANG MM (1.6)  /* of the last filing day's line above and below the bar */
#define DATES_DROP MM (4)
#define HATCH_STEP MM (2.2)
#define HATCH_WIDTH 0.35
#define TINT QUAN_GREY (0.86)
#define LABEL_ROOM 6.0      /* around a label on hatching */

static const QuanTextStyle label_style = {.face = QUAN_FACE_HEI, .size = 8.8, .weight = 0.012};
static const QuanTextStyle date_style = {.face = QUAN_FACE_HEI, .size = 7.8};

/* The bar: days of the term along its width, both ends included. */
typedef struct {
  QuanPages *pages;
  QuanDate   starts, ends;
  double     left, top, width;
} Bar;

/* Where a day begins on the bar. */
static double
place (const Bar *bar, QuanDate day)
{
  return bar->left + bar->width * (day - bar->starts) / (bar->ends - bar->starts + 1);
}

/* Slanting lines across a rectangle, cut at its sides. */
static void
hatch (QuanCanvas *canvas, double left, double right, double top, double bottom)
{
  double height = bottom - top;

  for (double x = left + HATCH_STEP - height; x < right; x += HATCH_STEP) {
    double x1 = MAX (x, left), x2 = MIN (x + height, right);

    if (x2 > x1)
      quan_canvas_line (canvas, x1, bottom - (x1 - x), x2, bottom - (x2 - x), HATCH_WIDTH, QUAN_BLACK);
  }
}

/* A stretch of the term from a day to the day before another, labelled where the label fits. */
static void
draw_stretch (const Bar *bar, QuanDate from, QuanDate until, gboolean counted)
{
  double left = place (bar, from), right = place (bar, until), room;
  g_autofree char *label = g_strdup_printf (counted ? "窗口内 %d 天" : "窗口外 %d 天", until - from);
  QuanCanvas *canvas = bar->pages->canvas;

  if (until <= from)
    return;
  if (!counted)
    hatch (canvas, left, right, bar->top, bar->top + HEIGHT);
  quan_canvas_rectangle (canvas, left, bar->top, right - left, HEIGHT,
                         &(QuanPaint) {.filled = counted, .fill = TINT, .width = 0.6});
  room = quan_run_width (bar->pages->fonts, &label_style, label, -1) + 2 * LABEL_ROOM;
  if (room > right - left)
    return;
  if (!counted)
    quan_canvas_rectangle (canvas, (left + right - room) / 2, bar->top + 2.5, room, HEIGHT - 5,
                           &(QuanPaint) {.filled = TRUE, .fill = QUAN_GREY (1)});
  quan_pages_centred (bar->pages, left, right - left, quan_baseline (bar->top, HEIGHT, label_style.size), label,
                      &label_style);
}

/* Dates under the bar, each where it does not run into one set before it. */
typedef struct {
  double from, until;
} Taken;

/* A date under the bar beginning (align 0), centred (0.5) or ending (1) at x; left out where another stands. */
static void
draw_date (const Bar *bar, GArray *taken, double x, double align, const char *text)
{
  double width = quan_run_width (bar->pages->fonts, &date_style, text, -1);
  Taken own = {x - align * width, x - align * width + width};

  for (guint i = 0; i < taken->len; i++) {
    const Taken *other = &g_array_index (taken, Taken, i);

    if (own.from < other->until + LABEL_ROOM && other->from < own.until + LABEL_ROOM)
      return;
  }
  g_array_append_val (taken, own);
  quan_canvas_text (bar->pages->canvas, own.from, bar->top + HEIGHT + DATES_DROP, text, &date_style);
}

/* The last filing day, dashed across the bar. */
static void
draw_last_round (const Bar *bar, GArray *taken)
{
  const QuanRound *last = quan_pack_last_round (bar->pages->view->pack);
  const QuanPathStep steps[] = {
    {QUAN_PATH_MOVE, last != NULL ? place (bar, last->until + 1) : 0, bar->top - OVERHANG},
    {QUAN_PATH_LINE, last != NULL ? place (bar, last->until + 1) : 0, bar->top + HEIGHT + OVERHANG},
  };
  g_autofree char *date = NULL, *text = NULL;

  if (last == NULL || last->until < bar->starts || last->until > bar->ends)
    return;
  quan_canvas_path (bar->pages->canvas, steps, G_N_ELEMENTS (steps), &(QuanPaint) {.width = 1.2, .dash = 2});
  date = quan_packet_date (last->until);
  text = g_strconcat ("末批截止 ", date, NULL);
  draw_date (bar, taken, steps[0].x, 1, text);
}

static void
draw_dates (const Bar *bar, QuanDate from, QuanDate until)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Taken));
  g_autofree char *starts = quan_packet_date (bar->starts), *ends = quan_packet_date (bar->ends);

  draw_date (bar, taken, bar->left, 0, starts);
  draw_date (bar, taken, bar->left + bar->width, 1, ends);
  if (until > from && until <= bar->ends) {
    g_autofree char *last_day = quan_packet_date (until - 1);

    draw_date (bar, taken, place (bar, until), 0, last_day);
  }
  if (until > from && from > bar->starts) {
    g_autofree char *first_day = quan_packet_date (from);

    draw_date (bar, taken, place (bar, from), 0, first_day);
  }
  draw_last_round (bar, taken);
}

void
quan_term_bar_draw (QuanPages *pages)
{
  const QuanView *view = pages->view;
  const QuanContract *contract = pages->subject.contract;
  QuanDate opens = quan_readings_code (&view->readings, view->pack, QUAN_SWITCH_WINDOW_START), from, until;
  QuanDate closes = (QuanDate) quan_parameter_value (view->pack->window_until, view->as_of)->value;
  Bar bar = {pages, contract->starts, contract->ends, pages->flow.left, 0, pages->flow.width};

  if (contract->starts == QUAN_DATE_NONE || contract->ends == QUAN_DATE_NONE)
    return;
  pages->flow.y += MM (1.5);
  quan_pages_section (pages, "服务期与计入窗口", "按合同服务期，首尾两日均计入", HEIGHT);
  bar.top = pages->flow.y + OVERHANG;
  from = CLAMP (opens, bar.starts, bar.ends + 1);
  until = CLAMP (closes + 1, from, bar.ends + 1);
  draw_stretch (&bar, bar.starts, from, FALSE);
  draw_stretch (&bar, from, until, TRUE);
  draw_stretch (&bar, until, bar.ends + 1, FALSE);
  draw_dates (&bar, from, until);
  pages->flow.y = bar.top + HEIGHT + DATES_DROP + MM (3);
}
