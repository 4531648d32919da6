#include "ui/quota-track.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/drawing.h"

#define GAP 2.0            /* between segments */
#define LEAST 4.0          /* width of the smallest part that can be seen */
#define TICK_LENGTH 4
#define TICK_STEP INT64_C (50000000)  /* 500,000.00 yuan */

struct _QuanQuotaTrack {
  GtkWidget         parent_instance;
  QuanQuotaSegments segments;
  gboolean          small;
};

G_DEFINE_FINAL_TYPE (QuanQuotaTrack, quan_quota_track, GTK_TYPE_WIDGET)

static QuanFen
known (QuanFen fen)
{
  return fen == QUAN_FEN_NONE || fen < 0 ? 0 : fen;
}

static gboolean
is_drawn (const QuanQuotaTrack *self, QuanQuotaPart part)
{
  return part != QUAN_QUOTA_REMAINING && known (self->segments.parts[part]) > 0;
}

/* Where a part begins on the scale of amounts: what is forfeited begins at the cap, or where the others end. */
static double
begins (const QuanQuotaTrack *self, QuanQuotaPart part)
{
  double at = 0;

  for (int i = 0; i < (int) part; i++)
    if (is_drawn (self, i))
      at += known (self->segments.parts[i]);
  return part == QUAN_QUOTA_FORFEITED ? MAX (at, known (self->segments.cap)) : at;
}

/* The amount the whole width stands for. */
static double
scale (const QuanQuotaTrack *self)
{
  double end = begins (self, QUAN_QUOTA_FORFEITED) + known (self->segments.parts[QUAN_QUOTA_FORFEITED]);

  return MAX (end, 1);
}

gboolean
quan_quota_track_place (QuanQuotaTrack *self, QuanQuotaPart part, int width, double *from, double *until)
{
  double whole, start;

  g_return_val_if_fail (QUAN_IS_QUOTA_TRACK (self), FALSE);
  if (!is_drawn (self, part))
    return FALSE;
  whole = scale (self);
  start = begins (self, part);
  *from = round (start / whole * width);
  *until = round ((start + known (self->segments.parts[part])) / whole * width);
  if (*from > 0)
    *from = MIN (*from + GAP, width - LEAST);
  *until = MAX (*until, *from + LEAST);
  return TRUE;
}

double
quan_quota_track_cap (QuanQuotaTrack *self, int width)
{
  g_return_val_if_fail (QUAN_IS_QUOTA_TRACK (self), width);
  return round (known (self->segments.cap) / scale (self) * width);
}

static int
bar_height (QuanQuotaTrack *self)
{
  return quan_line_height (GTK_WIDGET (self)) * (self->small ? 4 : 12) / 8;
}

static void
draw_track (QuanQuotaTrack *self, cairo_t *cairo, int width, int height)
{
  double cap = quan_quota_track_cap (self, width);

  if (cap <= 0)
    cap = width;
  quan_draw_in (cairo, GTK_WIDGET (self), "quan_track");
  cairo_rectangle (cairo, 0, 0, cap, height);
  cairo_fill (cairo);
  quan_draw_in (cairo, GTK_WIDGET (self), "quan_line_strong");
  cairo_set_line_width (cairo, 1);
  cairo_rectangle (cairo, 0.5, 0.5, cap - 1, height - 1);
  cairo_stroke (cairo);
}

static void
draw_segments (QuanQuotaTrack *self, cairo_t *cairo, int width, int height)
{
  double from, until, end = 0;

  for (int part = 0; part < QUAN_N_QUOTA_PARTS; part++) {
    GdkRGBA colour = quan_quota_colour (GTK_WIDGET (self), part, self->segments.ledger);

    if (!quan_quota_track_place (self, part, width, &from, &until))
      continue;
    from = MIN (MAX (from, end > 0 ? end + GAP : 0), width - LEAST);
    end = MIN (MAX (until, from + LEAST), width);
    quan_draw_in (cairo, GTK_WIDGET (self), "quan_card");
    cairo_rectangle (cairo, from - GAP, 0, end - from + 2 * GAP, height);
    cairo_fill (cairo);
    quan_quota_draw_part (cairo, &colour, part, from, 0, end - from, height);
  }
}

static void
draw_cap_line (QuanQuotaTrack *self, cairo_t *cairo, int width, int height)
{
  double cap = quan_quota_track_cap (self, width);

  if (cap <= 0 || cap >= width)
    return;
  quan_draw_in (cairo, GTK_WIDGET (self), "quan_fg");
  cairo_rectangle (cairo, cap - 1, 0, 2, height + (self->small ? 0 : TICK_LENGTH));
  cairo_fill (cairo);
}

/* A round amount in the units people say it in: "1.5 m", "150万". */
static char *
tick_text (QuanFen fen)
{
  if (fen == 0)
    return g_strdup ("0");
  if (quan_language_of_locale () == QUAN_LANGUAGE_ZH)
    return g_strdup_printf ("%d万", (int) (fen / INT64_C (1000000)));
  return g_strdup_printf ("%d.%d m", (int) (fen / INT64_C (100000000)), (int) (fen / INT64_C (10000000) % 10));
}

/* The cap as the last label: its whole amount where it is no round one. */
static char *
cap_text (QuanFen cap)
{
  char buffer[QUAN_MONEY_BUF];
  g_autofree char *amount = cap % (TICK_STEP / 5) == 0 ? tick_text (cap) : g_strdup (quan_money_grouped (cap, buffer));

  return g_strdup_printf (_("cap %s"), amount);
}

/* Draws a label centred at x, kept inside the track; not where it would meet what is taken already. */
static void
draw_label (GtkWidget *widget, cairo_t *cairo, const char *text, double x, int y, double *taken)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;
  double left;

  pango_layout_get_pixel_size (layout, &width, NULL);
  left = CLAMP (x - width / 2.0, 0, MAX (gtk_widget_get_width (widget) - width, 0));
  if (left < *taken)
    return;
  cairo_move_to (cairo, left, y);
  pango_cairo_show_layout (cairo, layout);
  *taken = left + width + quan_line_height (widget) / 2.0;
}

static void
draw_ticks (QuanQuotaTrack *self, cairo_t *cairo, int width, int height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  QuanFen cap = known (self->segments.cap), step = TICK_STEP;
  g_autofree char *last = NULL;
  double at = quan_quota_track_cap (self, width), taken = 0, room;

  if (cap == 0)
    return;
  last = cap_text (cap);
  room = MIN (at - quan_text_width (widget, last) / 2, width - quan_text_width (widget, last))
         - quan_line_height (widget) / 2.0;
  while (step / scale (self) * width < 5 * quan_line_height (widget) && step < cap)
    step *= 2;
  quan_draw_in (cairo, widget, "quan_dim");
  for (QuanFen tick = 0; tick < cap; tick += step) {
    g_autofree char *text = tick_text (tick);
    double x = round (tick / scale (self) * width);

    if (tick > 0 && x + quan_text_width (widget, text) / 2 > room)
      break;
    cairo_rectangle (cairo, x, height, 1, TICK_LENGTH);
    cairo_fill (cairo);
    draw_label (widget, cairo, text, x, height + TICK_LENGTH, &taken);
  }
  taken = 0;
  cairo_rectangle (cairo, MIN (at, width - 1), height, 1, TICK_LENGTH);
  cairo_fill (cairo);
  draw_label (widget, cairo, last, at, height + TICK_LENGTH, &taken);
}

static void
quan_quota_track_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QuanQuotaTrack *self = QUAN_QUOTA_TRACK (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), bar = bar_height (self);
  cairo_t *cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  draw_track (self, cairo, width, bar);
  draw_segments (self, cairo, width, bar);
  if (!self->small)
    draw_ticks (self, cairo, width, bar);
  draw_cap_line (self, cairo, width, bar);
  cairo_destroy (cairo);
}

static void
quan_quota_track_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  QuanQuotaTrack *self = QUAN_QUOTA_TRACK (widget);
  int line = quan_line_height (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = 8 * line;
    *natural = 24 * line;
  } else {
    *minimum = *natural = bar_height (self) + (self->small ? 0 : TICK_LENGTH + line);
  }
}

static void
quan_quota_track_class_init (QuanQuotaTrackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = quan_quota_track_snapshot;
  widget_class->measure = quan_quota_track_measure;
  gtk_widget_class_set_css_name (widget_class, "quotatrack");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
quan_quota_track_init (QuanQuotaTrack *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

void
quan_quota_track_set (QuanQuotaTrack *self, const QuanQuotaSegments *segments, gboolean small)
{
  g_return_if_fail (QUAN_IS_QUOTA_TRACK (self) && segments != NULL);

  self->segments = *segments;
  self->small = small;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
