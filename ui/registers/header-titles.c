#include "ui/registers/header-titles.h"

#define SORTED "quan-sorted-column"

GtkWidget *
quan_header_title (GtkColumnView *view, guint column)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; i < column && title != NULL; i++)
    title = gtk_widget_get_next_sibling (title);
  return title;
}

/* The arrow of the sorted column, for which room is kept, goes before such a title. */
void
quan_header_align (GtkColumnView *view, const QuanTable *table)
{
  for (guint i = 0; i < table->n_columns; i++) {
    GtkWidget *title = quan_header_title (view, i);
    GtkWidget *box = title != NULL ? gtk_widget_get_first_child (title) : NULL;

    if (box == NULL || !table->columns[i].figure)
      continue;
    gtk_widget_set_halign (box, GTK_ALIGN_END);
    gtk_box_reorder_child_after (GTK_BOX (box), gtk_widget_get_last_child (box), NULL);
  }
}

/* Which column a view asks first. */
typedef struct {
  GtkColumnView *view;
  guint          column;
} Probe;

static int
note_column (gconstpointer a, gconstpointer b, gpointer data)
{
  const Probe *probe = data;

  g_object_set_data (G_OBJECT (probe->view), SORTED, GUINT_TO_POINTER (probe->column + 1));
  return GTK_ORDERING_SMALLER;
}

void
quan_header_make_sortable (GtkColumnView *view, const QuanTable *table)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < table->n_columns; i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
    g_autoptr (GtkSorter) sorter = NULL;
    Probe *probe = g_new (Probe, 1);

    *probe = (Probe) { view, i };
    sorter = GTK_SORTER (gtk_custom_sorter_new (note_column, probe, g_free));
    gtk_column_view_column_set_sorter (column, sorter);
  }
}

gboolean
quan_header_sorting (GtkColumnView *view, guint *column, gboolean *descending)
{
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL), two = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering order;
  guint sorted;

  g_object_set_data (G_OBJECT (view), SORTED, NULL);
  order = gtk_sorter_compare (gtk_column_view_get_sorter (view), one, two);
  sorted = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (view), SORTED));
  if (sorted == 0)
    return FALSE;
  *column = sorted - 1;
  *descending = order == GTK_ORDERING_LARGER;
  return TRUE;
}
