/* What drawn widgets share: colours by the style sheets, and type. */
#pragma once
#include <gtk/gtk.h>

/* Sets a colour of the style sheets, "quan_fail"; the widget's own where they have none of that name. */
void   quan_draw_in (cairo_t *cairo, GtkWidget *widget, const char *colour);
/* The height of a line of the widget's type, the unit of all heights. */
int    quan_line_height (GtkWidget *widget);
/* The width of a text in the widget's type. */
double quan_text_width (GtkWidget *widget, const char *text);
