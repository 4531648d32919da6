#include "ui/wizard/lines-table-private.h"

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"
#include "ui/entries/form-field.h"
#include "ui/wizard/line-kind.h"
#include "ui/wizard/line-period.h"

const QuanLineColumn quan_line_columns[QUAN_N_LINE_COLUMNS] = {
  [QUAN_LINE_CELL_KIND]     = { N_("Kind"), 0, FALSE },
  [QUAN_LINE_CELL_ITEM]     = { N_("Item"), 12, FALSE },
  [QUAN_LINE_CELL_QUANTITY] = { N_("Quantity"), 6, TRUE },
  [QUAN_LINE_CELL_UNIT]     = { N_("Unit"), 4, FALSE },
  [QUAN_LINE_CELL_PRICE]    = { N_("Unit price"), 8, TRUE },
  [QUAN_LINE_CELL_AMOUNT]   = { N_("Amount (yuan)"), 11, TRUE },
  [QUAN_LINE_COLUMN_PERIOD]           = { N_("From – to"), 0, FALSE },
  [QUAN_LINE_COLUMN_PART]             = { N_("Counted base"), 0, TRUE },
  [QUAN_LINE_COLUMN_REMOVE]           = { NULL, 0, FALSE },
};

GtkWidget *
quan_lines_table_label_new (QuanLinesTable *self, int column, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), quan_line_columns[column].figures ? 1 : 0);
  gtk_widget_add_css_class (label, "cell");
  gtk_widget_add_css_class (label, class);
  return label;
}

static guint
row_of (QuanLinesTable *self, gpointer button)
{
  guint row = 0;

  for (; row < self->rows->len; row++) {
    const QuanLineRow *one = &g_array_index (self->rows, QuanLineRow, row);

    if (one->remove == button || one->period == button || one->cells[QUAN_LINE_CELL_KIND] == button)
      break;
  }
  return row;
}

static void
on_remove (GtkButton *button, gpointer data)
{
  QuanLinesTable *self = data;
  g_autofree char *path = g_strdup_printf ("contract.lines[%u]", row_of (self, button));

  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.remove-row", "s", path);
}

static void
on_period (GtkButton *button, gpointer data)
{
  QuanLinesTable *self = data;

  if (quan_lines_table_snapshot (self) != NULL)
    quan_line_period_open (QUAN_LINE_PERIOD (self->period), GTK_WIDGET (button), row_of (self, button), "starts",
                           quan_lines_table_snapshot (self));
}

static void
on_kind (GtkButton *button, gpointer data)
{
  QuanLinesTable *self = data;
  const QuanPrepared *prepared = quan_lines_table_snapshot (self);
  guint row = row_of (self, button);
  const QuanLine *line = row < quan_lines_table_n_lines (prepared) ? prepared->contract->lines->pdata[row] : NULL;

  quan_line_kind_menu_open (QUAN_LINE_KIND_MENU (self->kind), GTK_WIDGET (button), row, line != NULL ? line->kind : 0);
}

static GtkWidget *
button_new (QuanLinesTable *self, GtkWidget *button, GCallback clicked)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cell");
  g_signal_connect (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
cell_new (guint row, int column)
{
  g_autofree char *path = g_strdup_printf ("contract.lines[%u].%s", row, quan_line_cell_keys[column]);
  g_autofree char *name = g_strdup_printf (_("%s, line %u"), _(quan_line_columns[column].heading), row + 1);
  GtkWidget *cell = g_object_new (QUAN_TYPE_FORM_FIELD, "compact", TRUE, "label", name, "path", path, NULL);
  GtkWidget *control = gtk_widget_get_first_child (cell);

  if (GTK_IS_EDITABLE (control))
    gtk_editable_set_width_chars (GTK_EDITABLE (control), quan_line_columns[column].chars);
  if (GTK_IS_EDITABLE (control) && column != QUAN_LINE_CELL_ITEM)
    gtk_editable_set_max_width_chars (GTK_EDITABLE (control), quan_line_columns[column].chars);
  gtk_widget_add_css_class (cell, "cell");
  if (column == QUAN_LINE_CELL_AMOUNT)
    gtk_widget_add_css_class (cell, "money");
  gtk_widget_set_hexpand (cell, column == QUAN_LINE_CELL_ITEM);
  return cell;
}

static GtkWidget *
kind_new (QuanLinesTable *self)
{
  GtkWidget *button = button_new (self, gtk_button_new (), G_CALLBACK (on_kind)), *label = gtk_label_new (NULL);

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "kind");
  return button;
}

static GtkWidget *
remove_new (QuanLinesTable *self, guint row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *name = g_strdup_printf (_("Remove line %u"), row + 1);

  gtk_widget_set_tooltip_text (button, name);
  quan_set_name (button, name);
  return button_new (self, button, G_CALLBACK (on_remove));
}

void
quan_lines_table_append_row (QuanLinesTable *self)
{
  guint index = self->rows->len;
  GtkGrid *grid = GTK_GRID (self->grid);
  QuanLineRow row = { 0 };

  row.cells[QUAN_LINE_CELL_KIND] = kind_new (self);
  for (int i = QUAN_LINE_CELL_ITEM; i < QUAN_N_LINE_CELLS; i++)
    row.cells[i] = cell_new (index, i);
  row.period = button_new (self, gtk_button_new_with_label (""), G_CALLBACK (on_period));
  gtk_widget_add_css_class (row.period, "period");
  row.part = quan_lines_table_label_new (self, QUAN_LINE_COLUMN_PART, "num");
  row.remove = remove_new (self, index);
  for (int i = 0; i < QUAN_N_LINE_CELLS; i++)
    gtk_grid_attach (grid, row.cells[i], i, index + 1, 1, 1);
  gtk_grid_attach (grid, row.period, QUAN_LINE_COLUMN_PERIOD, index + 1, 1, 1);
  gtk_grid_attach (grid, row.part, QUAN_LINE_COLUMN_PART, index + 1, 1, 1);
  gtk_grid_attach (grid, row.remove, QUAN_LINE_COLUMN_REMOVE, index + 1, 1, 1);
  g_array_append_val (self->rows, row);
}

void
quan_lines_table_clear_row (gpointer row)
{
  g_free (((QuanLineRow *) row)->shown);
}

void
quan_lines_table_drop_row (QuanLinesTable *self)
{
  QuanLineRow *row = &g_array_index (self->rows, QuanLineRow, self->rows->len - 1);

  for (int i = 0; i < QUAN_N_LINE_CELLS; i++)
    gtk_grid_remove (GTK_GRID (self->grid), row->cells[i]);
  gtk_grid_remove (GTK_GRID (self->grid), row->period);
  gtk_grid_remove (GTK_GRID (self->grid), row->part);
  gtk_grid_remove (GTK_GRID (self->grid), row->remove);
  if (row->unseen != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), row->unseen);
  g_array_set_size (self->rows, self->rows->len - 1);
}
