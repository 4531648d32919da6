#include "ui/flow.h"

#define ACROSS 9
#define DOWN 6

struct _QuanFlow {
  GtkWidget parent_instance;
  gboolean  at_end;
};

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QuanFlow, quan_flow, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

enum { PROP_AT_END = 1, N_PROPS };
static GParamSpec *props[N_PROPS];
static GtkBuildableIface *parent_buildable;

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    quan_flow_append (QUAN_FLOW (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

/* The size a child gets in a line of this width. */
static void
size_of (GtkWidget *child, int width, int *across, int *down)
{
  int least, best;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &best, NULL, NULL);
  *across = MAX (MIN (best, width), least);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *across, down, NULL, NULL, NULL);
}

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* The children of the line that begins with first: its width and height; returns what the next begins with. */
static GtkWidget *
measure_line (GtkWidget *first, int width, int *line_width, int *line_height)
{
  GtkWidget *child = next_shown (first);

  *line_width = *line_height = 0;
  while (child != NULL) {
    int across, down;

    size_of (child, width, &across, &down);
    if (*line_width > 0 && *line_width + ACROSS + across > width)
      return child;
    *line_width += across + (*line_width > 0 ? ACROSS : 0);
    *line_height = MAX (*line_height, down);
    child = next_shown (gtk_widget_get_next_sibling (child));
  }
  return NULL;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child))) {
    int least, best;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &best, NULL, NULL);
    *minimum = MAX (*minimum, least);
    *natural += best + (*natural > 0 ? ACROSS : 0);
  }
}

static int
height_for (GtkWidget *widget, int width)
{
  GtkWidget *first = next_shown (gtk_widget_get_first_child (widget));
  int height = 0;

  while (first != NULL) {
    int line_width, line_height;

    first = measure_line (first, width, &line_width, &line_height);
    height += line_height + (height > 0 ? DOWN : 0);
  }
  return height;
}

static void
quan_flow_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  int least = 0, best = 0;

  measure_width (widget, &least, &best);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    least = best = height_for (widget, for_size < 0 ? best : for_size);
  *minimum = least;
  *natural = best;
}

static void
quan_flow_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL) {
    int line_width, line_height, x;
    GtkWidget *next = measure_line (child, width, &line_width, &line_height);

    x = QUAN_FLOW (widget)->at_end ? MAX (width - line_width, 0) : 0;
    for (; child != next; child = next_shown (gtk_widget_get_next_sibling (child))) {
      int across, down;

      size_of (child, width, &across, &down);
      gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, across, line_height }, -1);
      x += across + ACROSS;
    }
    y += line_height + DOWN;
  }
}

static GtkSizeRequestMode
quan_flow_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

void
quan_flow_append (QuanFlow *self, GtkWidget *child)
{
  g_return_if_fail (QUAN_IS_FLOW (self));
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
quan_flow_empty (QuanFlow *self)
{
  GtkWidget *child;

  g_return_if_fail (QUAN_IS_FLOW (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
quan_flow_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_AT_END)
    g_value_set_boolean (value, QUAN_FLOW (object)->at_end);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
quan_flow_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_AT_END)
    QUAN_FLOW (object)->at_end = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
quan_flow_dispose (GObject *object)
{
  quan_flow_empty (QUAN_FLOW (object));
  G_OBJECT_CLASS (quan_flow_parent_class)->dispose (object);
}

static void
quan_flow_class_init (QuanFlowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = quan_flow_get_property;
  object_class->set_property = quan_flow_set_property;
  object_class->dispose = quan_flow_dispose;
  widget_class->measure = quan_flow_measure;
  widget_class->size_allocate = quan_flow_size_allocate;
  widget_class->get_request_mode = quan_flow_get_request_mode;
  props[PROP_AT_END] = g_param_spec_boolean ("at-end", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
quan_flow_init (QuanFlow *self)
{
}

GtkWidget *
quan_flow_new (gboolean at_end)
{
  return g_object_new (QUAN_TYPE_FLOW, "at-end", at_end, NULL);
}
