#include "ui/registers/column-widths.h"

#include <string.h>

#include "ui/settings.h"

/* Beyond these a remembered width is a slip of the hand, and the table's own is taken. */
#define NARROWEST 24
#define WIDEST 900
/* The type that the tables' widths are meant for, in pixels. */
#define USUAL_TYPE 14.0
#define USUAL_DIGIT 7.77
#define SAVE_DELAY_MS 400

typedef struct {
  GtkColumnView   *view;      /* not owned: this belongs to it */
  const QuanTable *table;
  GSettings       *settings;     /* may be NULL */
  double           type, digit;  /* scales */
  gboolean         setting;   /* widths are being set here */
  gboolean         moved[QUAN_MAX_COLUMNS];
  guint            saving;
} Widths;

static void
widths_free (gpointer data, GClosure *closure)
{
  Widths *self = data;

  g_clear_handle_id (&self->saving, g_source_remove);
  g_clear_object (&self->settings);
  g_free (self);
}

static char *
key_of (const Widths *self, guint column)
{
  return g_strdup_printf ("%s.%s", self->table->id, self->table->columns[column].id);
}

/* The size of the type, with which texts grow. */
static double
type_scale (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (resolution > 0 ? resolution : 96) / 72;
  return MAX (size / USUAL_TYPE, 0.5);
}

/* The width of digits, with which figures grow, none of which may be cut. */
static double
digit_scale (GtkWidget *widget)
{
  static const char digits[] = "0123456789";
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, digits);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return MAX ((double) width / PANGO_SCALE / (double) strlen (digits) / USUAL_DIGIT, 0.5);
}

/* Figures, and the names of records, which hold digits too. */
static gboolean
holds_digits (const QuanColumn *column)
{
  return column->classes != NULL && (strstr (column->classes, "num") != NULL || strstr (column->classes, "strong") != NULL);
}

static GtkColumnViewColumn *
column_of (const Widths *self, guint i)
{
  return g_list_model_get_item (gtk_column_view_get_columns (self->view), i);
}

static gboolean
save_cb (gpointer data)
{
  Widths *self = data;
  g_autoptr (GVariant) old = g_settings_get_value (self->settings, QUAN_SETTING_COLUMN_WIDTHS);
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key;
  int width;

  self->saving = 0;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{si}"));
  for (guint i = 0; i < self->table->n_columns; i++) {
    g_autoptr (GtkColumnViewColumn) column = column_of (self, i);
    g_autofree char *own = key_of (self, i);

    if (!self->moved[i])
      continue;
    width = gtk_column_view_column_get_fixed_width (column);
    g_variant_dict_insert (&dict, own, "i", width);
    if (width >= NARROWEST && width <= WIDEST)
      g_variant_builder_add (&builder, "{si}", own, width);
  }
  g_variant_iter_init (&iter, old);
  while (g_variant_iter_next (&iter, "{&si}", &key, &width))
    if (!g_variant_dict_contains (&dict, key))
      g_variant_builder_add (&builder, "{si}", key, width);
  g_settings_set_value (self->settings, QUAN_SETTING_COLUMN_WIDTHS, g_variant_builder_end (&builder));
  return G_SOURCE_REMOVE;
}

static void
width_cb (GtkColumnViewColumn *column, GParamSpec *pspec, gpointer data)
{
  Widths *self = data;

  if (self->setting || self->settings == NULL)
    return;
  for (guint i = 0; i < self->table->n_columns; i++) {
    g_autoptr (GtkColumnViewColumn) other = column_of (self, i);

    if (other == column)
      self->moved[i] = TRUE;
  }
  if (self->saving == 0)
    self->saving = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
}

/* Sets every width that the user did not change in this window. */
static void
set_widths (Widths *self)
{
  g_autoptr (GVariant) kept = self->settings != NULL
                                ? g_settings_get_value (self->settings, QUAN_SETTING_COLUMN_WIDTHS) : NULL;

  self->setting = TRUE;
  for (guint i = 0; i < self->table->n_columns; i++) {
    g_autoptr (GtkColumnViewColumn) column = column_of (self, i);
    g_autofree char *key = key_of (self, i);
    double scale = holds_digits (&self->table->columns[i]) ? self->digit : self->type;
    int width = (int) (self->table->columns[i].width * scale), own = 0;

    if (self->moved[i])
      continue;
    if (kept != NULL && g_variant_lookup (kept, key, "i", &own) && own >= NARROWEST && own <= WIDEST)
      width = own;
    gtk_column_view_column_set_fixed_width (column, width);
  }
  self->setting = FALSE;
}

/* The size of the type is known once the view is in a window, and may change with the settings of the desktop. */
static void
type_cb (Widths *self)
{
  double type = type_scale (GTK_WIDGET (self->view)), digit = digit_scale (GTK_WIDGET (self->view));

  if (type == self->type && digit == self->digit)
    return;
  self->type = type;
  self->digit = digit;
  set_widths (self);
}

void
quan_column_widths_follow (GtkColumnView *view, const QuanTable *table, GSettings *settings)
{
  Widths *self = g_new0 (Widths, 1);

  *self = (Widths) { .view = view, .table = table,
                     .settings = settings != NULL ? g_object_ref (settings) : NULL, .type = 1, .digit = 1 };
  set_widths (self);
  for (guint i = 0; i < table->n_columns; i++) {
    g_autoptr (GtkColumnViewColumn) column = column_of (self, i);

    g_signal_connect (column, "notify::fixed-width", G_CALLBACK (width_cb), self);
  }
  g_signal_connect_data (view, "map", G_CALLBACK (type_cb), self, widths_free, G_CONNECT_SWAPPED);
}
