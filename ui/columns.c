#include "ui/columns.h"

#define LEAST_EM 48   /* from this width on the columns stand side by side */
#define SPACING 18

struct _QuanColumns {
  GtkWidget parent_instance;
};

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QuanColumns, quan_columns, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

/* The size of the type in pixels. */
static double
em (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  return pango_font_description_get_size_is_absolute (font)
           ? size : size * pango_cairo_context_get_resolution (context) / 72;
}

static gboolean
is_wide (GtkWidget *widget, int width)
{
  return width < 0 || width >= LEAST_EM * em (widget);
}

static int
first_width (int width)
{
  return (width - SPACING) * 3 / 5;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int least, best;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &best, NULL, NULL);
    *minimum = MAX (*minimum, least);
    *natural += best + (*natural > 0 ? SPACING : 0);
  }
}

static void
measure_height (GtkWidget *widget, int width, int *minimum)
{
  gboolean wide = is_wide (widget, width), first = TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int share = width, height;

    if (wide && width >= 0)
      share = first ? first_width (width) : width - SPACING - first_width (width);
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, share, &height, NULL, NULL, NULL);
    *minimum = wide ? MAX (*minimum, height) : *minimum + height + (first ? 0 : SPACING);
    first = FALSE;
  }
}

static void
quan_columns_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    measure_width (widget, minimum, natural);
  } else {
    measure_height (widget, for_size, minimum);
    *natural = *minimum;
  }
}

static void
quan_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean wide = is_wide (widget, width), first = TRUE;
  int at = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int share = !wide ? width : first ? first_width (width) : width - at, needed;

    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, share, &needed, NULL, NULL, NULL);
    gtk_widget_size_allocate (child, &(GtkAllocation) { wide ? at : 0, wide ? 0 : at, share, needed }, -1);
    at += (wide ? share : needed) + SPACING;
    first = FALSE;
  }
}

static GtkSizeRequestMode
quan_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
quan_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (quan_columns_parent_class)->dispose (object);
}

static void
quan_columns_class_init (QuanColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quan_columns_dispose;
  widget_class->measure = quan_columns_measure;
  widget_class->size_allocate = quan_columns_size_allocate;
  widget_class->get_request_mode = quan_columns_get_request_mode;
}

static void
quan_columns_init (QuanColumns *self)
{
}
