/* The drawing of a year: every state of a round can be told from every other without colour, in both styles. */
#include <string.h>

#include "ui/style.h"
#include "ui/timeline-private.h"

#define SIDE   24
#define LEVELS 4  /* of grey that an eye tells apart */

/* A state in grey, a level for each pixel. */
static void
draw_grey (GtkWidget *widget, QuanSegmentState state, guchar grey[SIDE * SIDE])
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cairo = cairo_create (surface);
  const guint32 *pixels;

  quan_segment_draw (widget, cairo, state, 0, 0, SIDE, SIDE);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
  for (int i = 0; i < SIDE * SIDE; i++) {
    guint red = pixels[i] >> 16 & 255, green = pixels[i] >> 8 & 255, blue = pixels[i] & 255;

    grey[i] = (guchar) ((red * 3 + green * 6 + blue) / 10 * LEVELS / 256);
  }
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
}

static void
assert_all_differ (GtkWidget *widget)
{
  guchar grey[QUAN_SEGMENT_GAP + 1][SIDE * SIDE];

  for (int i = 0; i <= QUAN_SEGMENT_GAP; i++) {
    draw_grey (widget, i, grey[i]);
    for (int j = 0; j < i; j++) {
      g_test_message ("%d and %d", j, i);
      g_assert_true (memcmp (grey[i], grey[j], sizeof grey[i]) != 0);
    }
  }
}

static void
test_grey (void)
{
  GtkWidget *window = gtk_window_new ();

  gtk_widget_add_css_class (window, "quan");
  for (int dark = 0; dark < 2; dark++) {
    g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", dark, NULL);
    assert_all_differ (window);
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  quan_style_install (gdk_display_get_default ());
  g_test_add_func ("/timeline-chart/grey", test_grey);
  return g_test_run ();
}
