#include "ui/overview/overview-layout.h"

#include "ui/em.h"

/* Beside the overview stands the navigation, of some 13 em: together they are the window's 72. */
#define NARROW_EM 59
#define GAP       18

struct _QuanOverviewLayout {
  GtkWidget  parent_instance;
  GtkWidget *parts[2];
  int        share;
};

G_DEFINE_FINAL_TYPE (QuanOverviewLayout, quan_overview_layout, GTK_TYPE_WIDGET)

static gboolean
is_narrow (QuanOverviewLayout *self, int width)
{
  return width < NARROW_EM * quan_em (GTK_WIDGET (self));
}

static int
first_width (QuanOverviewLayout *self, int width)
{
  return (width - GAP) * self->share / 100;
}

static void
measure_width (QuanOverviewLayout *self, int *minimum, int *natural)
{
  for (int i = 0; i < 2; i++) {
    int part_minimum, part_natural;

    gtk_widget_measure (self->parts[i], GTK_ORIENTATION_HORIZONTAL, -1, &part_minimum, &part_natural, NULL, NULL);
    *minimum = MAX (*minimum, part_minimum);
    *natural = MAX (*natural, part_natural);
  }
}

static int
height_of (GtkWidget *part, int width)
{
  int minimum, natural;

  gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (part, GTK_ORIENTATION_VERTICAL, MAX (width, minimum), NULL, &natural, NULL, NULL);
  return natural;
}

static int
height_for (QuanOverviewLayout *self, int width)
{
  int first = first_width (self, width);

  if (is_narrow (self, width))
    return height_of (self->parts[0], width) + GAP + height_of (self->parts[1], width);
  return MAX (height_of (self->parts[0], first), height_of (self->parts[1], width - GAP - first));
}

static void
quan_overview_layout_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                              int *minimum_baseline, int *natural_baseline)
{
  QuanOverviewLayout *self = QUAN_OVERVIEW_LAYOUT (widget);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    measure_width (self, minimum, natural);
    return;
  }
  if (for_size < 0)
    measure_width (self, &for_size, natural);
  *minimum = *natural = height_for (self, for_size);
}

static void
place (GtkWidget *part, int x, int y, int width, int height)
{
  int minimum;

  gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (part, &(GtkAllocation) { x, y, MAX (width, minimum), height }, -1);
}

static void
quan_overview_layout_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QuanOverviewLayout *self = QUAN_OVERVIEW_LAYOUT (widget);
  int first = first_width (self, width);

  if (is_narrow (self, width)) {
    int top = height_of (self->parts[0], width);

    place (self->parts[0], 0, 0, width, top);
    place (self->parts[1], 0, top + GAP, width, height_of (self->parts[1], width));
  } else {
    place (self->parts[0], 0, 0, first, height);
    place (self->parts[1], first + GAP, 0, width - GAP - first, height);
  }
}

static GtkSizeRequestMode
quan_overview_layout_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
quan_overview_layout_dispose (GObject *object)
{
  QuanOverviewLayout *self = QUAN_OVERVIEW_LAYOUT (object);

  for (int i = 0; i < 2; i++)
    g_clear_pointer (&self->parts[i], gtk_widget_unparent);
  G_OBJECT_CLASS (quan_overview_layout_parent_class)->dispose (object);
}

static void
quan_overview_layout_class_init (QuanOverviewLayoutClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quan_overview_layout_dispose;
  widget_class->measure = quan_overview_layout_measure;
  widget_class->size_allocate = quan_overview_layout_size_allocate;
  widget_class->get_request_mode = quan_overview_layout_get_request_mode;
}

static void
quan_overview_layout_init (QuanOverviewLayout *self)
{
}

GtkWidget *
quan_overview_layout_new (GtkWidget *first, GtkWidget *second, int share)
{
  QuanOverviewLayout *self = g_object_new (QUAN_TYPE_OVERVIEW_LAYOUT, NULL);

  self->parts[0] = first;
  self->parts[1] = second;
  self->share = share;
  gtk_widget_set_parent (first, GTK_WIDGET (self));
  gtk_widget_set_parent (second, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
