#include "ui/drawing.h"

void
quan_draw_in (cairo_t *cairo, GtkWidget *widget, const char *colour)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA rgba;

  if (!gtk_style_context_lookup_color (context, colour, &rgba))
    gtk_style_context_get_color (context, &rgba);
  gdk_cairo_set_source_rgba (cairo, &rgba);
}

int
quan_line_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

double
quan_text_width (GtkWidget *widget, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}
