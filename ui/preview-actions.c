#include "ui/preview-private.h"

/* Sizes, per cent. */
#define SMALLEST 25
#define LARGEST 300
/* How far an arrow key scrolls. */
#define LINE 48

static void
turn (QuanPreviewer *self, int pages)
{
  int page = (int) self->page + pages;

  if (self->pdf != NULL && page >= 0 && page < (int) quan_pdf_n_pages (self->pdf))
    quan_previewer_go_to (self, page);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (QUAN_PREVIEWER (widget), -1);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (QUAN_PREVIEWER (widget), 1);
}

static void
first_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  quan_previewer_go_to (QUAN_PREVIEWER (widget), 0);
}

static void
last_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  quan_previewer_go_to (QUAN_PREVIEWER (widget), G_MAXUINT);
}

/* Scrolls within the page; FALSE where its edge had been reached. */
static gboolean
scroll_by (QuanPreviewer *self, double distance)
{
  double before = gtk_adjustment_get_value (quan_previewer_vertical (self));

  gtk_adjustment_set_value (quan_previewer_vertical (self), before + distance);
  return gtk_adjustment_get_value (quan_previewer_vertical (self)) != before;
}

static void
scroll_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanPreviewer *self = QUAN_PREVIEWER (widget);
  const char *where = g_variant_get_string (parameter, NULL);
  double whole = gtk_adjustment_get_page_size (quan_previewer_vertical (self)) - LINE;

  if (g_str_equal (where, "up"))
    scroll_by (self, -LINE);
  else if (g_str_equal (where, "down"))
    scroll_by (self, LINE);
  else if (g_str_equal (where, "back") && !scroll_by (self, -whole))
    turn (self, -1);
  else if (g_str_equal (where, "forward") && !scroll_by (self, whole))
    turn (self, 1);
}

static void
set_zoom (QuanPreviewer *self, QuanZoom zoom, int per_cent)
{
  self->zoom = zoom;
  self->per_cent = CLAMP (per_cent, SMALLEST, LARGEST);
  quan_previewer_show (self);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *zoom = g_variant_get_string (parameter, NULL);

  if (g_str_equal (zoom, "height"))
    set_zoom (QUAN_PREVIEWER (widget), QUAN_ZOOM_HEIGHT, 100);
  else if (g_str_equal (zoom, "width"))
    set_zoom (QUAN_PREVIEWER (widget), QUAN_ZOOM_WIDTH, 100);
  else
    set_zoom (QUAN_PREVIEWER (widget), QUAN_ZOOM_PER_CENT, (int) g_ascii_strtoll (zoom, NULL, 10));
}

/* The sizes the buttons step through, per cent. */
static const int steps[] = { SMALLEST, 33, 50, 67, 75, 90, 100, 125, 150, 200, 250, LARGEST };

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanPreviewer *self = QUAN_PREVIEWER (widget);
  gsize i = 0;

  if (self->pdf == NULL)
    return;
  while (i < G_N_ELEMENTS (steps) - 1 && steps[i] <= quan_previewer_shown_per_cent (self))
    i++;
  set_zoom (self, QUAN_ZOOM_PER_CENT, steps[i]);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanPreviewer *self = QUAN_PREVIEWER (widget);
  gsize i = G_N_ELEMENTS (steps) - 1;

  if (self->pdf == NULL)
    return;
  while (i > 0 && steps[i] >= quan_previewer_shown_per_cent (self))
    i--;
  set_zoom (self, QUAN_ZOOM_PER_CENT, steps[i]);
}

gboolean
quan_previewer_scrolled (QuanPreviewer *self, double dx, double dy, GtkEventController *controller)
{
  gboolean ctrl = (gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) != 0;
  GtkAdjustment *adjustment = quan_previewer_vertical (self);
  double value = gtk_adjustment_get_value (adjustment);
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  if (!ctrl && ((dy < 0 && value > 0) || (dy > 0 && value < end - 1))) {
    self->wheel = 0;
    return GDK_EVENT_PROPAGATE;
  }
  self->wheel += dy;
  if (ABS (self->wheel) < 1)
    return GDK_EVENT_STOP;
  if (ctrl) {
    gtk_widget_activate_action (GTK_WIDGET (self), self->wheel < 0 ? "preview.zoom-in" : "preview.zoom-out", NULL);
  } else {
    turn (self, self->wheel < 0 ? -1 : 1);
    if (self->wheel < 0)
      gtk_adjustment_set_value (adjustment, end);
  }
  self->wheel = 0;
  return GDK_EVENT_STOP;
}

void
quan_previewer_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "preview.first", NULL, first_action);
  gtk_widget_class_install_action (widget_class, "preview.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "preview.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "preview.last", NULL, last_action);
  gtk_widget_class_install_action (widget_class, "preview.scroll", "s", scroll_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom", "s", zoom_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_out_action);
}
