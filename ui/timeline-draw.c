#include "ui/timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ui/drawing.h"

#define MONTHS      12
#define GAP         2.0  /* between bands */
#define TICK_LENGTH 4
#define MARK        7.0  /* width of a mark below the bar */
#define BOLD        1.1  /* bold type is so much wider */
#define LINE        2.0  /* of the as-of day ... */
#define HALO        2.0  /* ... and the ground beside it */

/* The rows of the drawing, in lines of type from the top. */
enum { ROW_AS_OF, ROW_NAME, ROW_STATE, ROW_AMOUNT, ROW_BAR };
#define BAR_LINES 1.5

/* Where a day begins. */
static double
x_of (const QuanTimelineChart *self, QuanDate day, double width)
{
  QuanDate from = quan_date_from_ymd (self->year, 1, 1), until = quan_date_from_ymd (self->year + 1, 1, 1);

  return CLAMP ((double) (day - from) / (until - from), 0, 1) * width;
}

gboolean
quan_timeline_chart_place (QuanTimelineChart *self, guint band, double width, double *from, double *until)
{
  const QuanBand *one;

  g_return_val_if_fail (QUAN_IS_TIMELINE_CHART (self), FALSE);
  if (band >= self->bands->len)
    return FALSE;
  one = &g_array_index (self->bands, QuanBand, band);
  *from = round (x_of (self, one->from, width));
  *until = round (x_of (self, one->until + 1, width));
  if (*until < width)
    *until -= GAP;
  return *until > *from;
}

static double
bar_top (GtkWidget *widget)
{
  return ROW_BAR * quan_line_height (widget) + GAP;
}

static double
bar_height (GtkWidget *widget)
{
  return round (BAR_LINES * quan_line_height (widget));
}

/* Draws a text with its left edge at x, on ground of its own: what is behind does not show through. */
static void
draw_text (GtkWidget *widget, cairo_t *cairo, const char *text, double x, double y, gboolean strong)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width, height;

  if (strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  quan_draw_in (cairo, widget, "quan_card");
  cairo_rectangle (cairo, x - 1, y, width + 2, height);
  cairo_fill (cairo);
  quan_draw_in (cairo, widget, strong ? "quan_fg" : "quan_dim");
  cairo_move_to (cairo, x, y);
  pango_cairo_show_layout (cairo, layout);
}

static gboolean
fits (GtkWidget *widget, const char *text, gboolean strong, double room)
{
  return quan_text_width (widget, text) * (strong ? BOLD : 1) <= room;
}

static gboolean
all_fit (QuanTimelineChart *self, int name, double width)
{
  double from, until;

  for (guint i = 0; i < self->bands->len; i++)
    if (quan_timeline_chart_place (self, i, width, &from, &until)
        && !fits (GTK_WIDGET (self), g_array_index (self->bands, QuanBand, i).names[name], TRUE, until - from))
      return FALSE;
  return TRUE;
}

/* The longest names that every band has room for, so that all are called alike; else the shortest. */
static int
choose_names (QuanTimelineChart *self, double width)
{
  int name = 0;

  while (name < QUAN_N_BAND_NAMES - 1 && !all_fit (self, name, width))
    name++;
  return name;
}

static void
draw_texts (QuanTimelineChart *self, cairo_t *cairo, const QuanBand *band, double from, double until, int name)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const char *texts[] = { band->names[name], band->state_name, band->amount };
  int line = quan_line_height (widget);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && fits (widget, texts[i], i == 0, until - from))
      draw_text (widget, cairo, texts[i], from, (ROW_NAME + (int) i) * line, i == 0);
}

/* A window that began the year before is open at its left end. */
static void
draw_beginning (QuanTimelineChart *self, cairo_t *cairo, double y, double height)
{
  GtkWidget *widget = GTK_WIDGET (self);

  quan_draw_in (cairo, widget, "quan_card");
  cairo_move_to (cairo, 0, y);
  cairo_line_to (cairo, height / 3, y);
  cairo_line_to (cairo, 0, y + height / 2);
  cairo_line_to (cairo, height / 3, y + height);
  cairo_line_to (cairo, 0, y + height);
  cairo_close_path (cairo);
  cairo_fill (cairo);
  quan_draw_in (cairo, widget, "quan_line_strong");
  cairo_set_line_width (cairo, 1);
  cairo_move_to (cairo, height / 3, y);
  cairo_line_to (cairo, 0.5, y + height / 2);
  cairo_line_to (cairo, height / 3, y + height);
  cairo_stroke (cairo);
}

/* The day to file by: a mark at the day's end, and before it the day where the window is wide enough. */
static void
draw_file_by (QuanTimelineChart *self, cairo_t *cairo, const QuanBand *band, double from, double width, double y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  char iso[QUAN_DATE_BUF];
  const char *day = quan_date_iso (band->file_by, iso) + strlen ("2025-");
  g_autofree char *long_text = g_strdup_printf (_("by %s"), day);
  double x = x_of (self, band->file_by + 1, width) - GAP, room = x - from - MARK - GAP;
  const char *texts[] = { long_text, day };

  quan_draw_in (cairo, widget, "quan_fg");
  cairo_move_to (cairo, x, y);
  cairo_line_to (cairo, x, y + MARK);
  cairo_line_to (cairo, x - MARK, y + MARK);
  cairo_close_path (cairo);
  cairo_fill (cairo);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (fits (widget, texts[i], FALSE, room)) {
      draw_text (widget, cairo, texts[i], x - MARK - GAP - quan_text_width (widget, texts[i]), y, FALSE);
      return;
    }
}

static double
axis_top (GtkWidget *widget)
{
  return bar_top (widget) + bar_height (widget) + quan_line_height (widget) + 2 * GAP;
}

static void
draw_bar (QuanTimelineChart *self, cairo_t *cairo, guint i, double width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const QuanBand *band = &g_array_index (self->bands, QuanBand, i);
  double from, until, top = bar_top (widget), height = bar_height (widget);

  if (!quan_timeline_chart_place (self, i, width, &from, &until))
    return;
  quan_segment_draw (widget, cairo, band->state, from, top, until - from, height);
  if (quan_date_year (band->from) < self->year)
    draw_beginning (self, cairo, top, height);
}

static void
draw_words (QuanTimelineChart *self, cairo_t *cairo, guint i, double width, int name)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const QuanBand *band = &g_array_index (self->bands, QuanBand, i);
  double from, until;

  if (!quan_timeline_chart_place (self, i, width, &from, &until))
    return;
  draw_texts (self, cairo, band, from, until, name);
  if (band->file_by != QUAN_DATE_NONE)
    draw_file_by (self, cairo, band, from, width, bar_top (widget) + bar_height (widget) + GAP);
}

static const char *
month_name (int month)
{
  static const char *const names[MONTHS] = {
    NC_ ("month", "Jan"), NC_ ("month", "Feb"), NC_ ("month", "Mar"), NC_ ("month", "Apr"), NC_ ("month", "May"),
    NC_ ("month", "Jun"), NC_ ("month", "Jul"), NC_ ("month", "Aug"), NC_ ("month", "Sep"), NC_ ("month", "Oct"),
    NC_ ("month", "Nov"), NC_ ("month", "Dec"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "month", names[month - 1]);
}

/* Every how many months one is named. */
static int
month_step (GtkWidget *widget, double width)
{
  double widest = 0;

  for (int month = 1; month <= MONTHS; month++)
    widest = MAX (widest, quan_text_width (widget, month_name (month)));
  return widest + quan_line_height (widget) / 2.0 <= width / MONTHS ? 1 : 3;
}

static void
draw_months (QuanTimelineChart *self, cairo_t *cairo, double width, double y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int step = month_step (widget, width);

  quan_draw_in (cairo, widget, "quan_line_strong");
  cairo_rectangle (cairo, 0, y, width, 1);
  for (int month = 1; month <= MONTHS; month++)
    cairo_rectangle (cairo, round (x_of (self, quan_date_from_ymd (self->year, month, 1), width)), y, 1, TICK_LENGTH);
  cairo_fill (cairo);
  for (int month = 1; month <= MONTHS; month += step) {
    double x = x_of (self, quan_date_from_ymd (self->year, month, 1), width);
    double aside = step == 1 ? (width / MONTHS - quan_text_width (widget, month_name (month))) / 2 : 0;

    draw_text (widget, cairo, month_name (month), round (x + aside), y + TICK_LENGTH, FALSE);
  }
}

/* A line through the as-of day, over the bar and behind all words. */
static void
draw_as_of_line (QuanTimelineChart *self, cairo_t *cairo, double width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double x = round (x_of (self, self->as_of, width)), top = quan_line_height (widget), bottom = axis_top (widget);

  quan_draw_in (cairo, widget, "quan_card");
  cairo_rectangle (cairo, x - HALO, top, LINE + 2 * HALO, bottom - top);
  cairo_fill (cairo);
  quan_draw_in (cairo, widget, "quan_fg");
  cairo_rectangle (cairo, x, top, LINE, bottom - top);
  cairo_fill (cairo);
}

/* Its label is kept inside the drawing. */
static void
draw_as_of_label (QuanTimelineChart *self, cairo_t *cairo, double width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  char iso[QUAN_DATE_BUF];
  g_autofree char *text = g_strdup_printf (_("as of %s"), quan_date_iso (self->as_of, iso));
  double x = x_of (self, self->as_of, width), extent = quan_text_width (widget, text) * BOLD;

  draw_text (widget, cairo, text, CLAMP (x - extent / 2, 0, MAX (width - extent, 0)), 0, TRUE);
}

void
quan_timeline_draw (QuanTimelineChart *self, cairo_t *cairo, double width)
{
  gboolean with_as_of = quan_date_year (self->as_of) == self->year;
  int name = choose_names (self, width);

  for (guint i = 0; i < self->bands->len; i++)
    draw_bar (self, cairo, i, width);
  if (with_as_of)
    draw_as_of_line (self, cairo, width);
  for (guint i = 0; i < self->bands->len; i++)
    draw_words (self, cairo, i, width, name);
  draw_months (self, cairo, width, axis_top (GTK_WIDGET (self)));
  if (with_as_of)
    draw_as_of_label (self, cairo, width);
}

int
quan_timeline_height (GtkWidget *widget)
{
  return (int) axis_top (widget) + TICK_LENGTH + quan_line_height (widget);
}
