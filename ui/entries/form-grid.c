#include "ui/entries/form-grid.h"

#include "ui/entries/form-layout.h"

struct _QuanFormGrid {
  GtkWidget parent_instance;
};

enum { PROP_COLUMN_EM = 1, PROP_MAX_COLUMNS, N_PROPS };

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (QuanFormGrid, quan_form_grid, GTK_TYPE_WIDGET)

static QuanFormLayout *
layout_of (QuanFormGrid *self)
{
  return QUAN_FORM_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
}

GtkWidget *
quan_form_grid_new (int column_em, int max_columns)
{
  return g_object_new (QUAN_TYPE_FORM_GRID, "column-em", column_em, "max-columns", max_columns, NULL);
}

void
quan_form_grid_append (QuanFormGrid *self, GtkWidget *child, int span)
{
  GtkLayoutChild *place;

  g_return_if_fail (QUAN_IS_FORM_GRID (self) && GTK_IS_WIDGET (child) && span >= 0);

  gtk_widget_set_parent (child, GTK_WIDGET (self));
  place = gtk_layout_manager_get_layout_child (gtk_widget_get_layout_manager (GTK_WIDGET (self)), child);
  g_object_set (place, "span", span, NULL);
}

int
quan_form_grid_n_columns (QuanFormGrid *self)
{
  g_return_val_if_fail (QUAN_IS_FORM_GRID (self), 0);
  return quan_form_layout_n_columns (layout_of (self));
}

static void
quan_form_grid_set_property (GObject *object, guint prop, const GValue *value, GParamSpec *spec)
{
  QuanFormLayout *layout = layout_of (QUAN_FORM_GRID (object));

  if (prop == PROP_COLUMN_EM)
    quan_form_layout_set_column_em (layout, g_value_get_int (value));
  else if (prop == PROP_MAX_COLUMNS)
    quan_form_layout_set_max_columns (layout, g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, spec);
}

static void
quan_form_grid_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (quan_form_grid_parent_class)->dispose (object);
}

static void
quan_form_grid_class_init (QuanFormGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = quan_form_grid_set_property;
  object_class->dispose = quan_form_grid_dispose;
  props[PROP_COLUMN_EM] = g_param_spec_int ("column-em", NULL, NULL, 1, 200, 18,
                                            G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_MAX_COLUMNS] = g_param_spec_int ("max-columns", NULL, NULL, 1, 12, 3,
                                              G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), QUAN_TYPE_FORM_LAYOUT);
}

static void
quan_form_grid_init (QuanFormGrid *self)
{
}
