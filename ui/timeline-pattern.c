#include "ui/timeline-private.h"

#include "ui/drawing.h"
#include "ui/quota-track.h"

#define STROKE 2.0  /* of an outline that says something */

/* Either a pattern of the quota bar, or a ground and an outline. */
static const struct {
  QuanQuotaPart part;
  gboolean      patterned;
  const char   *ground, *outline;
  double        stroke, dash;
} looks[QUAN_N_SEGMENT_STATES + 1] = {
  [QUAN_SEGMENT_PAID] = { .part = QUAN_QUOTA_SETTLED, .patterned = TRUE },
  [QUAN_SEGMENT_SUBMITTED] = { .part = QUAN_QUOTA_SUBMITTED, .patterned = TRUE },
  [QUAN_SEGMENT_RETURNED] = { .part = QUAN_QUOTA_OTHER, .patterned = TRUE },
  [QUAN_SEGMENT_DRAFT] = { .part = QUAN_QUOTA_DRAFT, .patterned = TRUE },
  [QUAN_SEGMENT_DUE] = { .ground = "quan_card", .outline = "quan_redemptions", .stroke = STROKE },
  [QUAN_SEGMENT_MISSED] = { .ground = "quan_card", .outline = "quan_review", .stroke = STROKE, .dash = 4 },
  [QUAN_SEGMENT_NOTHING] = { .ground = "quan_track", .outline = "quan_track", .stroke = 1 },
  [QUAN_SEGMENT_FUTURE] = { .ground = "quan_track", .outline = "quan_line_strong", .stroke = 1 },
  [QUAN_SEGMENT_GAP] = { .part = QUAN_QUOTA_FORFEITED, .patterned = TRUE },
};

static void
draw_outlined (GtkWidget *widget, cairo_t *cairo, QuanSegmentState state, double x, double y, double width,
               double height)
{
  double stroke = looks[state].stroke, dash = looks[state].dash;

  quan_draw_in (cairo, widget, looks[state].ground);
  cairo_rectangle (cairo, x, y, width, height);
  cairo_fill (cairo);
  cairo_save (cairo);
  quan_draw_in (cairo, widget, looks[state].outline);
  cairo_set_line_width (cairo, stroke);
  cairo_set_dash (cairo, &dash, dash > 0 ? 1 : 0, 0);
  cairo_rectangle (cairo, x + stroke / 2, y + stroke / 2, MAX (width - stroke, 0), height - stroke);
  cairo_stroke (cairo);
  cairo_restore (cairo);
}

void
quan_segment_draw (GtkWidget *widget, cairo_t *cairo, QuanSegmentState state, double x, double y, double width,
                   double height)
{
  GdkRGBA colour;

  if (!looks[state].patterned) {
    draw_outlined (widget, cairo, state, x, y, width, height);
    return;
  }
  quan_draw_in (cairo, widget, "quan_card");
  cairo_rectangle (cairo, x, y, width, height);
  cairo_fill (cairo);
  colour = quan_quota_colour (widget, looks[state].part, QUAN_LEDGER_REDEMPTIONS);
  quan_quota_draw_part (cairo, &colour, looks[state].part, x, y, width, height);
}

static void
draw_swatch (GtkDrawingArea *area, cairo_t *cairo, int width, int height, gpointer state)
{
  quan_segment_draw (GTK_WIDGET (area), cairo, GPOINTER_TO_INT (state), 0, 0, width, height);
}

GtkWidget *
quan_segment_swatch_new (QuanSegmentState state)
{
  GtkWidget *swatch = g_object_new (GTK_TYPE_DRAWING_AREA, "css-name", "segmentswatch", "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_swatch, GINT_TO_POINTER (state), NULL);
  return swatch;
}
