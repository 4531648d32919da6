#include "ui/wizard/wizard-layout.h"

#include "ui/em.h"

#define NARROW_EM 72
#define LEFT_EM   14.7
#define RIGHT_EM  19

struct _QuanWizardLayout {
  GtkWidget  parent_instance;
  GtkWidget *parts[QUAN_N_PARTS];
  gboolean   wide;
};

G_DEFINE_FINAL_TYPE (QuanWizardLayout, quan_wizard_layout, GTK_TYPE_WIDGET)

static gboolean
is_narrow (GtkWidget *widget, int width)
{
  return width < NARROW_EM * quan_em (widget);
}

static void
measure_part (QuanWizardLayout *self, QuanLayoutPart part, GtkOrientation orientation, int for_size, int *minimum,
              int *natural)
{
  *minimum = *natural = 0;
  if (self->parts[part] != NULL)
    gtk_widget_measure (self->parts[part], orientation, for_size, minimum, natural, NULL, NULL);
}

static void
measure_width (QuanWizardLayout *self, int *minimum, int *natural)
{
  static const QuanLayoutPart stacked[] = { QUAN_PART_BAR, QUAN_PART_MIDDLE, QUAN_PART_BOTTOM };
  double unit = quan_em (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (stacked); i++) {
    int part_minimum, part_natural;

    measure_part (self, stacked[i], GTK_ORIENTATION_HORIZONTAL, -1, &part_minimum, &part_natural);
    *minimum = MAX (*minimum, part_minimum);
    if (stacked[i] == QUAN_PART_MIDDLE)
      part_natural += (int) ((LEFT_EM + RIGHT_EM) * unit);
    *natural = MAX (*natural, part_natural);
  }
}

static void
measure_height (QuanWizardLayout *self, int *minimum, int *natural)
{
  static const QuanLayoutPart stacked[] = { QUAN_PART_BAR, QUAN_PART_MIDDLE, QUAN_PART_BOTTOM };

  for (guint i = 0; i < G_N_ELEMENTS (stacked); i++) {
    int part_minimum, part_natural;

    measure_part (self, stacked[i], GTK_ORIENTATION_VERTICAL, -1, &part_minimum, &part_natural);
    *minimum += part_minimum;
    *natural += part_natural;
  }
}

static void
quan_wizard_layout_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (QUAN_WIZARD_LAYOUT (widget), minimum, natural);
  else
    measure_height (QUAN_WIZARD_LAYOUT (widget), minimum, natural);
  *minimum_baseline = *natural_baseline = -1;
}

/* Gives a part its place, or hides it where it has none. */
static void
place (QuanWizardLayout *self, QuanLayoutPart part, gboolean visible, int x, int y, int width, int height)
{
  GtkAllocation allocation = { x, y, width, height };
  int minimum, natural;

  if (self->parts[part] == NULL)
    return;
  gtk_widget_set_child_visible (self->parts[part], visible);
  if (!visible)
    return;
  /* A part is measured before it is given its size. */
  measure_part (self, part, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural);
  allocation.width = MAX (width, minimum);
  gtk_widget_size_allocate (self->parts[part], &allocation, -1);
}

static void
quan_wizard_layout_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QuanWizardLayout *self = QUAN_WIZARD_LAYOUT (widget);
  gboolean narrow = is_narrow (widget, width), has_right = !narrow && !self->wide;
  int left = narrow ? 0 : (int) (LEFT_EM * quan_em (widget));
  int right = has_right ? (int) (RIGHT_EM * quan_em (widget)) : 0;
  int bar = 0, bottom, unused, room;

  if (narrow)
    measure_part (self, QUAN_PART_BAR, GTK_ORIENTATION_VERTICAL, width, &bar, &unused);
  measure_part (self, QUAN_PART_BOTTOM, GTK_ORIENTATION_VERTICAL, width, &bottom, &unused);
  room = MAX (height - bar - bottom, 0);
  place (self, QUAN_PART_BAR, narrow, 0, 0, width, bar);
  place (self, QUAN_PART_LEFT, !narrow, 0, bar, left, room);
  place (self, QUAN_PART_MIDDLE, TRUE, left, bar, width - left - right, room);
  place (self, QUAN_PART_RIGHT, has_right, width - right, bar, right, room);
  place (self, QUAN_PART_BOTTOM, TRUE, 0, height - bottom, width, bottom);
}

void
quan_wizard_layout_set (QuanWizardLayout *self, QuanLayoutPart part, GtkWidget *widget)
{
  g_return_if_fail (QUAN_IS_WIZARD_LAYOUT (self) && self->parts[part] == NULL);

  self->parts[part] = widget;
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
}

void
quan_wizard_layout_set_wide (QuanWizardLayout *self, gboolean wide)
{
  g_return_if_fail (QUAN_IS_WIZARD_LAYOUT (self));

  if (self->wide == wide)
    return;
  self->wide = wide;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
quan_wizard_layout_dispose (GObject *object)
{
  QuanWizardLayout *self = QUAN_WIZARD_LAYOUT (object);

  for (int i = 0; i < QUAN_N_PARTS; i++)
    g_clear_pointer (&self->parts[i], gtk_widget_unparent);
  G_OBJECT_CLASS (quan_wizard_layout_parent_class)->dispose (object);
}

static void
quan_wizard_layout_class_init (QuanWizardLayoutClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quan_wizard_layout_dispose;
  widget_class->measure = quan_wizard_layout_measure;
  widget_class->size_allocate = quan_wizard_layout_size_allocate;
}

static void
quan_wizard_layout_init (QuanWizardLayout *self)
{
}

GtkWidget *
quan_wizard_layout_new (void)
{
  return g_object_new (QUAN_TYPE_WIZARD_LAYOUT, NULL);
}
