/* The quota bar: where its parts are drawn, and in which pattern, by the pixels of a rendered window. */
#include <gtk/gtk.h>
#include <string.h>

#include "ui/quota-track.h"
#include "ui/style.h"

#define YUAN INT64_C (100)
#define WIDTH 1000

typedef struct {
  GtkWidget *window, *track;
  guchar    *pixels;
  int        width, height;
} Drawing;

static gboolean
raise_flag (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

static void
render (Drawing *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (self->track);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  self->width = gtk_widget_get_width (self->track);
  self->height = gtk_widget_get_height (self->track);
  gdk_paintable_snapshot (paintable, snapshot, self->width, self->height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (self->window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, self->width, self->height));
  self->pixels = g_malloc (4 * self->width * self->height);
  gdk_texture_download (texture, self->pixels, 4 * self->width);
}

static void
draw (Drawing *self, const QuanQuotaSegments *segments)
{
  gboolean over = FALSE;

  self->window = gtk_window_new ();
  self->track = g_object_new (QUAN_TYPE_QUOTA_TRACK, "width-request", WIDTH, "halign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (self->window, "quan");
  gtk_widget_add_css_class (self->window, "card");
  quan_quota_track_set (QUAN_QUOTA_TRACK (self->track), segments, FALSE);
  gtk_window_set_child (GTK_WINDOW (self->window), self->track);
  gtk_window_present (GTK_WINDOW (self->window));
  g_timeout_add (100, raise_flag, &over);
  while (!over || !gtk_widget_get_mapped (self->track))
    g_main_context_iteration (NULL, TRUE);
  render (self);
}

static void
drawing_clear (Drawing *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_free (self->pixels);
}

/* The share, in percent, of the pixels of a rectangle that have a colour, "#rrggbb", within a tolerance. */
static int
share_of (const Drawing *self, const char *colour, int from, int until, int top, int bottom)
{
  GdkRGBA rgba;
  int hits = 0, all = 0;

  g_assert_true (gdk_rgba_parse (&rgba, colour));
  for (int y = top; y < bottom; y++)
    for (int x = from; x < until; x++) {
      const guchar *pixel = self->pixels + 4 * (y * self->width + x);

      hits += ABS (pixel[2] - rgba.red * 255) < 24 && ABS (pixel[1] - rgba.green * 255) < 24 &&
              ABS (pixel[0] - rgba.blue * 255) < 24;
      all++;
    }
  g_assert_cmpint (all, >, 0);
  return hits * 100 / all;
}

#define CLAIMS "#1a5fb4"
#define TRACK "#edece9"
#define FAIL "#b01e1e"

/* HT-2024-009 on 2024-12-12: 2,148,400 yuan are 1000 pixels. */
static void
test_places (void)
{
  const QuanQuotaSegments segments = {
    .ledger = QUAN_LEDGER_CLAIMS, .year = 2024, .cap = 2000000 * YUAN,
    .parts = { [QUAN_QUOTA_SETTLED] = 1668400 * YUAN, [QUAN_QUOTA_THIS] = 331600 * YUAN,
               [QUAN_QUOTA_FORFEITED] = 148400 * YUAN },
  };
  Drawing drawing;
  const int settled = 777, cap = 931;

  draw (&drawing, &segments);
  g_assert_cmpint (drawing.width, ==, WIDTH);
  g_assert_cmpint (share_of (&drawing, CLAIMS, 2, settled - 3, 4, 12), ==, 100);
  g_assert_cmpint (share_of (&drawing, CLAIMS, settled + 5, cap - 3, 4, 12), >, 10);
  g_assert_cmpint (share_of (&drawing, CLAIMS, settled + 5, cap - 3, 4, 12), <, 60);
  g_assert_cmpint (share_of (&drawing, CLAIMS, cap + 3, WIDTH, 4, 12), ==, 0);
  g_assert_cmpint (share_of (&drawing, FAIL, cap + 3, WIDTH - 2, 4, 12), >, 10);
  g_assert_cmpint (share_of (&drawing, FAIL, 0, cap - 2, 4, 12), ==, 0);
  g_assert_cmpint (quan_quota_track_cap (QUAN_QUOTA_TRACK (drawing.track), WIDTH), ==, cap);
  drawing_clear (&drawing);
}

/* Bands run along the bar: a row of pixels is all of one kind. Hatching runs across: no row is. */
static void
test_patterns (void)
{
  const QuanQuotaSegments segments = {
    .ledger = QUAN_LEDGER_CLAIMS, .year = 2025, .cap = 1000 * YUAN,
    .parts = { [QUAN_QUOTA_SUBMITTED] = 400 * YUAN, [QUAN_QUOTA_DRAFT] = 400 * YUAN, [QUAN_QUOTA_REMAINING] = 200 * YUAN },
  };
  Drawing drawing;
  int bands = 0, gaps = 0;

  draw (&drawing, &segments);
  for (int y = 3; y < 15; y++) {
    bands += share_of (&drawing, CLAIMS, 4, 396, y, y + 1) == 100;
    gaps += share_of (&drawing, CLAIMS, 4, 396, y, y + 1) == 0;
    g_assert_cmpint (share_of (&drawing, CLAIMS, 406, 796, y, y + 1), <, 90);
    g_assert_cmpint (share_of (&drawing, CLAIMS, 406, 796, y, y + 1), >, 0);
  }
  g_assert_cmpint (bands, >=, 3);
  g_assert_cmpint (gaps, >=, 3);
  g_assert_cmpint (share_of (&drawing, TRACK, 806, 996, 4, 14), ==, 100);
  drawing_clear (&drawing);
}

/* A cap of nothing, a cap exceeded, and amounts nobody knows are drawn as far as they are known. */
static void
test_limits (void)
{
  const QuanQuotaSegments nothing = { .ledger = QUAN_LEDGER_CLAIMS, .year = 2025 };
  const QuanQuotaSegments exceeded = {
    .ledger = QUAN_LEDGER_CLAIMS, .year = 2025, .cap = 1000 * YUAN, .parts = { [QUAN_QUOTA_SETTLED] = 1250 * YUAN },
  };
  const QuanQuotaSegments unknown = {
    .ledger = QUAN_LEDGER_CLAIMS, .year = 2025, .cap = 1000 * YUAN,
    .parts = { [QUAN_QUOTA_SETTLED] = 500 * YUAN, [QUAN_QUOTA_THIS] = QUAN_FEN_NONE, [QUAN_QUOTA_REMAINING] = QUAN_FEN_NONE,
               [QUAN_QUOTA_FORFEITED] = QUAN_FEN_NONE },
  };
  Drawing drawing;

  draw (&drawing, &nothing);
  g_assert_cmpint (share_of (&drawing, CLAIMS, 0, WIDTH, 0, 14), ==, 0);
  drawing_clear (&drawing);
  draw (&drawing, &exceeded);
  g_assert_cmpint (quan_quota_track_cap (QUAN_QUOTA_TRACK (drawing.track), WIDTH), ==, 800);
  g_assert_cmpint (share_of (&drawing, CLAIMS, 805, 995, 4, 12), ==, 100);
  drawing_clear (&drawing);
  draw (&drawing, &unknown);
  g_assert_cmpint (share_of (&drawing, CLAIMS, 2, 497, 4, 12), ==, 100);
  g_assert_cmpint (share_of (&drawing, TRACK, 505, 995, 4, 12), ==, 100);
  drawing_clear (&drawing);
}

static void
test_text (void)
{
  const QuanQuotaSegments segments = {
    .ledger = QUAN_LEDGER_REDEMPTIONS, .year = 2025, .cap = 1000 * YUAN,
    .parts = { [QUAN_QUOTA_SETTLED] = 500 * YUAN, [QUAN_QUOTA_REMAINING] = QUAN_FEN_NONE },
  };
  GtkWidget *bar = g_object_ref_sink (quan_quota_bar_new (FALSE));

  quan_quota_bar_set (QUAN_QUOTA_BAR (bar), &segments);
  g_assert_cmpstr (quan_quota_bar_text (QUAN_QUOTA_BAR (bar)), ==, "Paid 500.00; Left —");
  g_assert_cmpstr (quan_quota_bar_figure (QUAN_QUOTA_BAR (bar), QUAN_QUOTA_REMAINING), ==, "—");
  g_assert_null (quan_quota_bar_figure (QUAN_QUOTA_BAR (bar), QUAN_QUOTA_SUBMITTED));
  g_assert_finalize_object (bar);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  quan_style_install (gdk_display_get_default ());
  g_test_add_func ("/quota-bar/places", test_places);
  g_test_add_func ("/quota-bar/patterns", test_patterns);
  g_test_add_func ("/quota-bar/limits", test_limits);
  g_test_add_func ("/quota-bar/text", test_text);
  return g_test_run ();
}
