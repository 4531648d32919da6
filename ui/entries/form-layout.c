#include "ui/entries/form-layout.h"

#define SPACING 12
#define POINTS_PER_INCH 72
#define USUAL_DPI 96
#define USUAL_EM 14

struct _QuanFormLayoutChild {
  GtkLayoutChild parent_instance;
  int span;
};

struct _QuanFormLayout {
  GtkLayoutManager parent_instance;
  int              column_em, max_columns;
  int              n_columns;  /* of the last allocation */
};

enum { PROP_SPAN = 1 };

G_DEFINE_FINAL_TYPE (QuanFormLayoutChild, quan_form_layout_child, GTK_TYPE_LAYOUT_CHILD)
G_DEFINE_FINAL_TYPE (QuanFormLayout, quan_form_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
quan_form_layout_child_set_property (GObject *object, guint prop, const GValue *value, GParamSpec *spec)
{
  QUAN_FORM_LAYOUT_CHILD (object)->span = g_value_get_int (value);
  gtk_layout_manager_layout_changed (gtk_layout_child_get_layout_manager (GTK_LAYOUT_CHILD (object)));
}

static void
quan_form_layout_child_get_property (GObject *object, guint prop, GValue *value, GParamSpec *spec)
{
  g_value_set_int (value, QUAN_FORM_LAYOUT_CHILD (object)->span);
}

static void
quan_form_layout_child_class_init (QuanFormLayoutChildClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = quan_form_layout_child_set_property;
  object_class->get_property = quan_form_layout_child_get_property;
  g_object_class_install_property (object_class, PROP_SPAN,
    g_param_spec_int ("span", NULL, NULL, 0, 12, 1, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

static void
quan_form_layout_child_init (QuanFormLayoutChild *self)
{
  self->span = 1;
}

void
quan_form_layout_set_column_em (QuanFormLayout *self, int em)
{
  self->column_em = em;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

void
quan_form_layout_set_max_columns (QuanFormLayout *self, int columns)
{
  self->max_columns = columns;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

int
quan_form_layout_n_columns (QuanFormLayout *self)
{
  return self->n_columns;
}

/* One em of a widget's text in pixels. */
static int
em_of (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double dpi = pango_cairo_context_get_resolution (context);
  double size;

  if (font == NULL || pango_font_description_get_size (font) <= 0)
    return USUAL_EM;
  size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    size = size * (dpi > 0 ? dpi : USUAL_DPI) / POINTS_PER_INCH;
  return MAX (1, (int) (size + 0.5));
}

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
span_of (QuanFormLayout *self, GtkWidget *child, int columns)
{
  GtkLayoutChild *place = gtk_layout_manager_get_layout_child (GTK_LAYOUT_MANAGER (self), child);
  int span = QUAN_FORM_LAYOUT_CHILD (place)->span;

  return span == 0 ? columns : MIN (span, columns);
}

/* The width of so many columns and what is between them, where a row of all columns is width wide. */
static int
width_of (int span, int columns, int width)
{
  int column = (width - (columns - 1) * SPACING) / columns;

  return span == columns ? width : span * column + (span - 1) * SPACING;
}

static gboolean
fits (QuanFormLayout *self, GtkWidget *widget, int columns, int width)
{
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child))) {
    int least = 0;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
    if (least > width_of (span_of (self, child, columns), columns, width))
      return FALSE;
  }
  return TRUE;
}

/* How many columns a width has room for, so that none is narrower than its text asks and no child is cut. */
static int
columns_for (QuanFormLayout *self, GtkWidget *widget, int width)
{
  int least = self->column_em * em_of (widget);
  int columns = CLAMP ((width + SPACING) / (least + SPACING), 1, self->max_columns);

  while (columns > 1 && !fits (self, widget, columns, width))
    columns--;
  return columns;
}

/* Goes through the rows at a width and returns their height; where place is set, the children are allocated. */
static int
run_rows (QuanFormLayout *self, GtkWidget *widget, int columns, int width, gboolean place)
{
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));
  int top = 0;

  while (child != NULL) {
    GtkWidget *first = child;
    int used = 0, height = 0, count = 0;

    for (; child != NULL && used + span_of (self, child, columns) <= columns; count++) {
      int span = span_of (self, child, columns), least = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width_of (span, columns, width), &least, NULL, NULL, NULL);
      height = MAX (height, least);
      used += span;
      child = next_shown (gtk_widget_get_next_sibling (child));
    }
    used = 0;
    for (GtkWidget *one = first; place && count > 0; count--) {
      int span = span_of (self, one, columns), wide = width_of (span, columns, width);
      int left = used == 0 ? 0 : width_of (used, columns, width) + SPACING;

      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        left = width - left - wide;
      gtk_widget_size_allocate (one, &(GtkAllocation) { left, top, wide, height }, -1);
      used += span;
      one = next_shown (gtk_widget_get_next_sibling (one));
    }
    top += height + (child != NULL ? SPACING : 0);
  }
  return top;
}

static GtkSizeRequestMode
quan_form_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* At least as wide as the widest child; gladly as wide as all columns. */
static void
quan_form_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                          int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  QuanFormLayout *self = QUAN_FORM_LAYOUT (manager);
  int least = 0;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child))) {
    int one = 0;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &one, NULL, NULL, NULL);
    least = MAX (least, one);
  }
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    int all = self->max_columns * (self->column_em * em_of (widget) + SPACING) - SPACING;

    *minimum = least;
    *natural = MAX (least, all);
  } else {
    int width = for_size > 0 ? MAX (for_size, least) : least;

    *minimum = *natural = run_rows (self, widget, columns_for (self, widget, width), width, FALSE);
  }
}

static void
quan_form_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  QuanFormLayout *self = QUAN_FORM_LAYOUT (manager);

  self->n_columns = columns_for (self, widget, width);
  run_rows (self, widget, self->n_columns, width, TRUE);
}

static void
quan_form_layout_class_init (QuanFormLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->layout_child_type = QUAN_TYPE_FORM_LAYOUT_CHILD;
  manager_class->get_request_mode = quan_form_layout_get_request_mode;
  manager_class->measure = quan_form_layout_measure;
  manager_class->allocate = quan_form_layout_allocate;
}

static void
quan_form_layout_init (QuanFormLayout *self)
{
  self->column_em = 18;
  self->max_columns = 3;
}
