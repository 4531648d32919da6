#include "ui/wizard/fact-rows.h"

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"
#include "ui/entries/form-field.h"

#define COLUMNS_MAX 4

struct _QuanFactRows {
  GtkWidget   parent_instance;
  GtkWidget  *grid;
  char       *path;
  char       *keys[COLUMNS_MAX], *headings[COLUMNS_MAX];
  int         n_columns;
  GPtrArray  *removers;  /* a button a row shown, owned by the grid */
};

G_DEFINE_FINAL_TYPE (QuanFactRows, quan_fact_rows, GTK_TYPE_WIDGET)

static void
on_remove (GtkButton *button, gpointer data)
{
  QuanFactRows *self = data;
  g_autofree char *path = NULL;
  guint row;

  if (!g_ptr_array_find (self->removers, button, &row))
    return;
  path = g_strdup_printf ("%s[%u]", self->path, row);
  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.remove-row", "s", path);
}

static void
append_row (QuanFactRows *self)
{
  guint row = self->removers->len;
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");

  for (int i = 0; i < self->n_columns; i++) {
    g_autofree char *path = g_strdup_printf ("%s[%u].%s", self->path, row, self->keys[i]);
    GtkWidget *field = g_object_new (QUAN_TYPE_FORM_FIELD, "compact", TRUE, "label", self->headings[i], "path", path,
                                     "hexpand", TRUE, NULL);

    gtk_grid_attach (GTK_GRID (self->grid), field, i, row + 1, 1, 1);
  }
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _("Remove this row"));
  quan_set_name (remove, _("Remove this row"));
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), self);
  gtk_grid_attach (GTK_GRID (self->grid), remove, self->n_columns, row + 1, 1, 1);
  g_ptr_array_add (self->removers, remove);
}

static void
drop_row (QuanFactRows *self)
{
  gtk_grid_remove_row (GTK_GRID (self->grid), self->removers->len);
  g_ptr_array_set_size (self->removers, self->removers->len - 1);
}

void
quan_fact_rows_set_list (QuanFactRows *self, const char *path, const QuanFactColumn *columns, int n_columns)
{
  g_return_if_fail (QUAN_IS_FACT_ROWS (self) && self->path == NULL && n_columns <= COLUMNS_MAX);

  self->path = g_strdup (path);
  self->n_columns = n_columns;
  for (int i = 0; i < n_columns; i++) {
    GtkWidget *heading = gtk_label_new (columns[i].heading);

    self->keys[i] = g_strdup (columns[i].key);
    self->headings[i] = g_strdup (columns[i].heading);
    gtk_label_set_xalign (GTK_LABEL (heading), 0);
    gtk_widget_add_css_class (heading, "column-heading");
    gtk_grid_attach (GTK_GRID (self->grid), heading, i, 0, 1, 1);
  }
}

/* One row more than there are, unless nothing can be entered. */
void
quan_fact_rows_fit (QuanFactRows *self, const QuanPrepared *prepared)
{
  const QuanRecordType *type;
  gconstpointer record;
  const char *rest;
  guint rows = 0;

  g_return_if_fail (QUAN_IS_FACT_ROWS (self) && self->path != NULL);

  if (quan_prepared_record (prepared, self->path, &type, &record, &rest) && record != NULL)
    rows = quan_record_n_rows (type, record, rest);
  while (self->removers->len < rows + (prepared->locked ? 0 : 1))
    append_row (self);
  while (self->removers->len > rows + (prepared->locked ? 0 : 1))
    drop_row (self);
  for (guint i = 0; i < self->removers->len; i++)
    gtk_widget_set_visible (self->removers->pdata[i], i < rows && !prepared->locked);
}

static void
quan_fact_rows_dispose (GObject *object)
{
  QuanFactRows *self = QUAN_FACT_ROWS (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (quan_fact_rows_parent_class)->dispose (object);
}

static void
quan_fact_rows_finalize (GObject *object)
{
  QuanFactRows *self = QUAN_FACT_ROWS (object);

  g_free (self->path);
  for (int i = 0; i < self->n_columns; i++) {
    g_free (self->keys[i]);
    g_free (self->headings[i]);
  }
  g_ptr_array_unref (self->removers);
  G_OBJECT_CLASS (quan_fact_rows_parent_class)->finalize (object);
}

static void
quan_fact_rows_class_init (QuanFactRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quan_fact_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = quan_fact_rows_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
quan_fact_rows_init (QuanFactRows *self)
{
  self->removers = g_ptr_array_new ();
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 3);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}
