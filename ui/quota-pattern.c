#include "ui/quota-track.h"

/* Patterns tell the parts apart without colour, on screen and in grey print. */

typedef void (*Pattern) (cairo_t *cairo, double x, double y, double width, double height);

#define STEP 5.0

static void
solid (cairo_t *cairo, double x, double y, double width, double height)
{
  cairo_paint (cairo);
}

static void
bands (cairo_t *cairo, double x, double y, double width, double height)
{
  for (double at = y + 2; at < y + height; at += STEP)
    cairo_rectangle (cairo, x, at, width, 2.5);
  cairo_fill (cairo);
}

/* Strokes rising or falling across a rectangle that is clipped to. */
static void
slant (cairo_t *cairo, double x, double y, double width, double height, gboolean rising)
{
  for (double at = x - height; at < x + width + height; at += STEP) {
    cairo_move_to (cairo, at, rising ? y + height : y);
    cairo_line_to (cairo, at + height, rising ? y : y + height);
  }
  cairo_stroke (cairo);
}

static void
hatch (cairo_t *cairo, double x, double y, double width, double height)
{
  cairo_set_line_width (cairo, 1.5);
  slant (cairo, x, y, width, height, TRUE);
}

static void
cross_hatch (cairo_t *cairo, double x, double y, double width, double height)
{
  cairo_set_line_width (cairo, 1);
  slant (cairo, x, y, width, height, TRUE);
  slant (cairo, x, y, width, height, FALSE);
}

static void
dots (cairo_t *cairo, double x, double y, double width, double height)
{
  for (double down = y + 3; down < y + height; down += STEP)
    for (double across = x + 3; across < x + width; across += STEP) {
      cairo_new_sub_path (cairo);
      cairo_arc (cairo, across, down, 1.2, 0, 2 * G_PI);
    }
  cairo_fill (cairo);
}

static void
empty (cairo_t *cairo, double x, double y, double width, double height)
{
}

static const struct { Pattern pattern; const char *colour; } parts[QUAN_N_QUOTA_PARTS] = {
  [QUAN_QUOTA_OPENING] = { solid, NULL },
  [QUAN_QUOTA_SETTLED] = { solid, NULL },
  [QUAN_QUOTA_OTHER] = { dots, NULL },
  [QUAN_QUOTA_SUBMITTED] = { bands, NULL },
  [QUAN_QUOTA_DRAFT] = { hatch, NULL },
  [QUAN_QUOTA_THIS] = { hatch, NULL },
  [QUAN_QUOTA_REMAINING] = { empty, "quan_line_strong" },
  [QUAN_QUOTA_FORFEITED] = { cross_hatch, "quan_fail" },
};

GdkRGBA
quan_quota_colour (GtkWidget *widget, QuanQuotaPart part, QuanLedgerKind ledger)
{
  const char *name = parts[part].colour;
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA colour;

  if (name == NULL)
    name = ledger == QUAN_LEDGER_REDEMPTIONS ? "quan_redemptions" : "quan_claims";
  if (!gtk_style_context_lookup_color (context, name, &colour))
    gtk_style_context_get_color (context, &colour);
  return colour;
}

void
quan_quota_draw_part (cairo_t *cairo, const GdkRGBA *colour, QuanQuotaPart part, double x, double y, double width,
                      double height)
{
  cairo_save (cairo);
  gdk_cairo_set_source_rgba (cairo, colour);
  cairo_rectangle (cairo, x, y, width, height);
  cairo_clip_preserve (cairo);
  cairo_new_path (cairo);
  parts[part].pattern (cairo, x, y, width, height);
  cairo_restore (cairo);

  gdk_cairo_set_source_rgba (cairo, colour);
  cairo_set_line_width (cairo, 1);
  cairo_rectangle (cairo, x + 0.5, y + 0.5, MAX (width - 1, 0), height - 1);
  cairo_stroke (cairo);
}

struct _QuanQuotaSwatch {
  GtkWidget      parent_instance;
  QuanQuotaPart  part;
  QuanLedgerKind ledger;
};

G_DEFINE_FINAL_TYPE (QuanQuotaSwatch, quan_quota_swatch, GTK_TYPE_WIDGET)

static void
quan_quota_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QuanQuotaSwatch *self = QUAN_QUOTA_SWATCH (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA colour = quan_quota_colour (widget, self->part, self->ledger);
  cairo_t *cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  quan_quota_draw_part (cairo, &colour, self->part, 0, 0, width, height);
  cairo_destroy (cairo);
}

static void
quan_quota_swatch_class_init (QuanQuotaSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = quan_quota_swatch_snapshot;
  gtk_widget_class_set_css_name (widget_class, "quotaswatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
quan_quota_swatch_init (QuanQuotaSwatch *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
quan_quota_swatch_new (QuanQuotaPart part, QuanLedgerKind ledger)
{
  QuanQuotaSwatch *swatch = g_object_new (QUAN_TYPE_QUOTA_SWATCH, NULL);

  swatch->part = part;
  swatch->ledger = ledger;
  return GTK_WIDGET (swatch);
}
