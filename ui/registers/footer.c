#include "ui/registers/footer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ui/entries/figures.h"
#include "ui/registers/header-titles.h"

struct _QuanFooter {
  GtkWidget        parent_instance;
  const QuanTable *table;
  GtkColumnView   *view;                    /* not owned: it stands above in the same register */
  GtkWidget       *sums[QUAN_MAX_COLUMNS];  /* NULL where the column has none */
  GtkWidget       *count, *note;
};

G_DEFINE_FINAL_TYPE (QuanFooter, quan_footer, GTK_TYPE_WIDGET)

static void
quan_footer_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    int own, wanted;

    gtk_widget_measure (child, orientation, -1, &own, &wanted, NULL, NULL);
    *minimum = MAX (*minimum, own);
    *natural = MAX (*natural, wanted);
  }
}

static void
place (GtkWidget *child, float x, float width, int height)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation) { (int) x, 0, MAX ((int) width, minimum), height }, -1);
}

/* Where a column begins and ends, seen from the footer. */
static gboolean
column_bounds (QuanFooter *self, guint column, graphene_rect_t *bounds)
{
  GtkWidget *title = quan_header_title (self->view, column);

  return title != NULL && gtk_widget_compute_bounds (title, GTK_WIDGET (self), bounds);
}

/* Count and note take what is left of the first sum. */
static void
place_sentences (QuanFooter *self, float start, float end, int height)
{
  int count, note;

  gtk_widget_measure (self->count, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &count, NULL, NULL);
  gtk_widget_measure (self->note, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &note, NULL, NULL);
  place (self->count, start, (float) count, height);
  place (self->note, start + (float) count, CLAMP (end - start - (float) count, 0, (float) note), height);
}

static void
quan_footer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QuanFooter *self = QUAN_FOOTER (widget);
  float start = 0, end = (float) width;
  gboolean summed = FALSE;
  graphene_rect_t bounds;

  for (guint i = 0; i < self->table->n_columns; i++) {
    if (!column_bounds (self, i, &bounds))
      continue;
    if (i == 0)
      start = bounds.origin.x;
    if (self->sums[i] == NULL)
      continue;
    if (!summed)
      end = bounds.origin.x;
    summed = TRUE;
    place (self->sums[i], bounds.origin.x, bounds.size.width, height);
  }
  place_sentences (self, start, end, height);
}

static GtkWidget *
sum_new (const QuanColumn *column)
{
  GtkWidget *label = quan_figure_label_new ();

  gtk_widget_add_css_class (label, strstr (column->classes, "dim") != NULL ? "dim" : "strong");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_START);
  return label;
}

void
quan_footer_show (QuanFooter *self, const QuanArrangement *arrangement)
{
  g_autofree char *count = self->table->count (arrangement->n);
  g_autofree char *total = g_strdup_printf (_("Total: %s"), count);
  g_autofree char *note = arrangement->left_out > 0 ? self->table->note (arrangement->left_out, arrangement->reasons)
                                                    : NULL;

  gtk_label_set_text (GTK_LABEL (self->count), total);
  gtk_label_set_text (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_tooltip_text (self->note, note);
  for (guint i = 0; i < self->table->n_columns; i++)
    if (self->sums[i] != NULL)
      quan_figure_label_set (GTK_LABEL (self->sums[i]), arrangement->sums[i]);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

GtkWidget *
quan_footer_sum (QuanFooter *self, const char *column)
{
  if (strcmp (column, "count") == 0)
    return self->count;
  if (strcmp (column, "note") == 0)
    return self->note;
  for (guint i = 0; i < self->table->n_columns; i++)
    if (strcmp (self->table->columns[i].id, column) == 0)
      return self->sums[i];
  return NULL;
}

static void
quan_footer_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (quan_footer_parent_class)->dispose (object);
}

static void
quan_footer_class_init (QuanFooterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quan_footer_dispose;
  widget_class->measure = quan_footer_measure;
  widget_class->size_allocate = quan_footer_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "footer");
}

static void
quan_footer_init (QuanFooter *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "strong");
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  self->note = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->note, "dim");
  gtk_label_set_xalign (GTK_LABEL (self->note), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->note), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->count, GTK_WIDGET (self));
  gtk_widget_set_parent (self->note, GTK_WIDGET (self));
}

GtkWidget *
quan_footer_new (const QuanTable *table, GtkColumnView *view, GtkAdjustment *horizontal)
{
  QuanFooter *self = g_object_new (QUAN_TYPE_FOOTER, NULL);
  GListModel *columns = gtk_column_view_get_columns (view);

  self->table = table;
  self->view = view;
  for (guint i = 0; i < table->n_columns; i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

    g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (gtk_widget_queue_allocate), self,
                             G_CONNECT_SWAPPED);
    if (table->columns[i].sum == NULL)
      continue;
    self->sums[i] = sum_new (&table->columns[i]);
    gtk_widget_set_parent (self->sums[i], GTK_WIDGET (self));
  }
  g_signal_connect_object (horizontal, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
