#include "ui/registers/cell.h"

#define ICON_GAP 6

struct _QuanCell {
  GtkWidget         parent_instance;
  const QuanColumn *column;
  QuanRowPlace     *place;
  gulong            handler;
  gconstpointer     row;      /* shown now */
  char             *text;
  const char       *icon, *css_class;
  PangoLayout      *layout;   /* NULL until it is drawn */
};

G_DEFINE_FINAL_TYPE (QuanCell, quan_cell, GTK_TYPE_WIDGET)

/* Takes what the row says now. Rows do not change, so the same row says the same. */
static void
refresh (QuanCell *self)
{
  gconstpointer row = self->place != NULL ? quan_row_place_row (self->place) : NULL;
  const char *css_class;

  if (row == self->row)
    return;
  self->row = row;
  g_free (self->text);
  self->text = row != NULL ? self->column->text (row) : NULL;
  self->icon = row != NULL && self->column->icon != NULL ? self->column->icon (row) : NULL;
  css_class = row != NULL && self->column->css_class != NULL ? self->column->css_class (row) : NULL;
  if (css_class != self->css_class) {
    if (self->css_class != NULL)
      gtk_widget_remove_css_class (GTK_WIDGET (self), self->css_class);
    if (css_class != NULL)
      gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
    self->css_class = css_class;
  }
  g_clear_object (&self->layout);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->text != NULL ? self->text : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
quan_cell_bind (QuanCell *self, QuanRowPlace *place)
{
  g_return_if_fail (QUAN_IS_CELL (self));

  if (self->place == place)
    return;
  if (self->place != NULL)
    g_clear_signal_handler (&self->handler, self->place);
  g_set_object (&self->place, place);
  if (place == NULL) {
    self->row = NULL;
    return;
  }
  self->handler = g_signal_connect_swapped (place, "changed", G_CALLBACK (refresh), self);
  refresh (self);
}

QuanRowPlace *
quan_cell_place (QuanCell *self)
{
  g_return_val_if_fail (QUAN_IS_CELL (self), NULL);
  return self->place;
}

static PangoLayout *
layout_new (QuanCell *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  if (self->column->figure) {
    PangoAttrList *attributes = pango_attr_list_new ();

    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
    pango_layout_set_attributes (layout, attributes);
    pango_attr_list_unref (attributes);
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  }
  return layout;
}

/* Draws the icon and says how much room it takes. */
static int
snapshot_icon (QuanCell *self, GtkSnapshot *snapshot, const GdkRGBA *colour, int size)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (theme, self->icon, NULL, size,
                                                                  gtk_widget_get_scale_factor (widget),
                                                                  gtk_widget_get_direction (widget), 0);
  const GdkRGBA colours[] = { *colour, *colour, *colour, *colour };

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) (gtk_widget_get_height (widget) - size) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size, size, colours,
                                            G_N_ELEMENTS (colours));
  gtk_snapshot_restore (snapshot);
  return size + ICON_GAP;
}

static void
quan_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QuanCell *self = QUAN_CELL (widget);
  int width = gtk_widget_get_width (widget), used = 0, height;
  GdkRGBA colour;

  if (self->text == NULL)
    return;
  if (self->layout == NULL)
    self->layout = layout_new (self);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  if (self->icon != NULL)
    used = snapshot_icon (self, snapshot, &colour, height * 4 / 5);
  if (width <= used)
    return;
  pango_layout_set_width (self->layout, (width - used) * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) used, (float) (gtk_widget_get_height (widget) - height) / 2));
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
  gtk_snapshot_restore (snapshot);
}

/* The height of a line; the font's own, since what is written in it is not known yet. */
static void
quan_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  PangoFontMetrics *metrics;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  *minimum = *natural = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics)
                                           + pango_font_metrics_get_descent (metrics));
  pango_font_metrics_unref (metrics);
}

static void
quan_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (quan_cell_parent_class)->css_changed (widget, change);
  g_clear_object (&QUAN_CELL (widget)->layout);
  gtk_widget_queue_draw (widget);
}

static void
quan_cell_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (quan_cell_parent_class)->system_setting_changed (widget, setting);
  g_clear_object (&QUAN_CELL (widget)->layout);
  gtk_widget_queue_resize (widget);
}

static gboolean
quan_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  QuanCell *self = QUAN_CELL (widget);

  if (self->layout == NULL || !pango_layout_is_ellipsized (self->layout))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->text);
  return TRUE;
}

static void
quan_cell_dispose (GObject *object)
{
  quan_cell_bind (QUAN_CELL (object), NULL);
  G_OBJECT_CLASS (quan_cell_parent_class)->dispose (object);
}

static void
quan_cell_finalize (GObject *object)
{
  QuanCell *self = QUAN_CELL (object);

  g_clear_object (&self->layout);
  g_free (self->text);
  G_OBJECT_CLASS (quan_cell_parent_class)->finalize (object);
}

static void
quan_cell_class_init (QuanCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quan_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = quan_cell_finalize;
  widget_class->snapshot = quan_cell_snapshot;
  widget_class->measure = quan_cell_measure;
  widget_class->css_changed = quan_cell_css_changed;
  widget_class->system_setting_changed = quan_cell_system_setting_changed;
  widget_class->query_tooltip = quan_cell_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
quan_cell_init (QuanCell *self)
{
}

GtkWidget *
quan_cell_new (const QuanColumn *column)
{
  QuanCell *self = g_object_new (QUAN_TYPE_CELL, "has-tooltip", TRUE, "overflow", GTK_OVERFLOW_HIDDEN, NULL);
  g_auto (GStrv) classes = g_strsplit (column->classes != NULL ? column->classes : "", " ", 0);

  self->column = column;
  for (guint i = 0; classes[i] != NULL; i++)
    if (*classes[i] != '\0')
      gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
  return GTK_WIDGET (self);
}
