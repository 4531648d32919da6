/* The widgets of a register. */
#include "ui/accessible.h"
#include "ui/registers/register-private.h"

#include <glib/gi18n-lib.h>

#include "ui/registers/cell.h"
#include "ui/registers/column-widths.h"
#include "ui/registers/header-titles.h"
#include "ui/settings.h"

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  gtk_list_item_set_child (item, quan_cell_new (column));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  quan_cell_bind (QUAN_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  quan_cell_bind (QUAN_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
append_column (QuanRegister *self, const QuanColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) item = gtk_column_view_column_new (_(column->title), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), (gpointer) column);
  gtk_column_view_column_set_resizable (item, TRUE);
  gtk_column_view_column_set_expand (item, column->expands);
  gtk_column_view_append_column (self->view, item);
}

static void
sorter_cb (QuanRegister *self)
{
  quan_register_arrange (self);
}

static void
align_cb (GtkWidget *view, QuanRegister *self)
{
  quan_header_align (self->view, self->table);
}

static void
build_view (QuanRegister *self)
{
  g_autoptr (GSettings) settings = quan_settings_new (NULL);

  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model))));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (g_object_ref (self->selection)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _(self->table->title), -1);
  for (guint i = 0; i < self->table->n_columns; i++)
    append_column (self, &self->table->columns[i]);
  quan_header_make_sortable (self->view, self->table);
  quan_register_sort (self, self->table->columns[self->table->sort_column].id, self->table->descending);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self->view, "realize", G_CALLBACK (align_cb), self);
  quan_column_widths_follow (self->view, self->table, settings);
}

static GtkWidget *
table_new (QuanRegister *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  build_view (self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  self->footer = quan_footer_new (self->table, self->view,
                                  gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled)));
  gtk_box_append (GTK_BOX (box), self->scrolled);
  gtk_box_append (GTK_BOX (box), self->footer);
  return box;
}

static void
filter_cb (QuanRegister *self)
{
  if (self->filling)
    return;
  self->to_top = TRUE;
  quan_register_arrange (self);
}

static GtkWidget *
filter_new (QuanRegister *self, const QuanRowFilter *filter)
{
  const char *values[] = { _(filter->all), NULL };
  GtkWidget *dropdown = gtk_drop_down_new_from_strings (values);

  gtk_widget_set_valign (dropdown, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (dropdown, _(filter->name));
  quan_set_name (dropdown, _(filter->name));
  g_signal_connect_object (dropdown, "notify::selected", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  return dropdown;
}

static GtkWidget *
button_new (const char *label, const char *name, const char *action, const char *css_class)
{
  GtkWidget *button = quan_button_new (label, name, action);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  return button;
}

static GtkWidget *
bar_new (QuanRegister *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *button;

  gtk_widget_add_css_class (bar, "register-bar");
  self->title = gtk_label_new (_(self->table->title));
  gtk_widget_add_css_class (self->title, "title-page");
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "dim");
  gtk_label_set_ellipsize (GTK_LABEL (self->count), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_box_append (GTK_BOX (bar), self->title);
  gtk_box_append (GTK_BOX (bar), self->count);
  for (guint i = 0; i < self->table->n_filters; i++) {
    self->filters[i] = filter_new (self, &self->table->filters[i]);
    gtk_box_append (GTK_BOX (bar), self->filters[i]);
  }
  if (self->table->button == NULL)
    return bar;
  button = button_new (_(self->table->button), _(self->table->button_name), self->table->empty_action,
                       "suggested-action");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (bar), button);
  return bar;
}

/* What stands there instead of the table: a sentence, what to do, and a button for it; the last two may be NULL. */
static GtkWidget *
instead_new (GtkWidget **title, const char *text, GtkWidget *button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  *title = gtk_label_new (NULL);
  gtk_widget_add_css_class (*title, "section");
  gtk_label_set_wrap (GTK_LABEL (*title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (*title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (*title), 60);
  gtk_label_set_justify (GTK_LABEL (*title), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), *title);
  if (text != NULL) {
    GtkWidget *label = gtk_label_new (text);

    gtk_widget_add_css_class (label, "dim");
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
    gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
    gtk_box_append (GTK_BOX (box), label);
  }
  if (button != NULL)
    gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (box, TRUE);
  gtk_widget_add_css_class (box, "register-instead");
  return box;
}

static void
add_pages (QuanRegister *self)
{
  const QuanTable *table = self->table;
  GtkStack *stack = GTK_STACK (self->stack);
  GtkWidget *start = NULL, *title, *clear, *empty;

  if (table->empty_button != NULL)
    start = button_new (_(table->empty_button), _(table->empty_button_name), table->empty_action, NULL);
  clear = button_new (_("_Clear the search"), _("Clear the search"), "register.clear", NULL);
  empty = instead_new (&title, _(table->empty_text), start);
  gtk_label_set_text (GTK_LABEL (title), _(table->empty_title));
  gtk_stack_add_named (stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "blank");
  gtk_stack_add_named (stack, table_new (self), "table");
  gtk_stack_add_named (stack, empty, "empty");
  gtk_stack_add_named (stack, instead_new (&self->nothing, NULL, clear), "nothing");
  gtk_stack_add_named (stack, instead_new (&self->trouble, NULL, NULL), "trouble");
}

void
quan_register_build (QuanRegister *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "register");
  self->bar = bar_new (self);
  gtk_box_append (GTK_BOX (self), self->bar);
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  add_pages (self);
  gtk_box_append (GTK_BOX (self), self->stack);
}
