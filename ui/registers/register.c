#include "ui/registers/register-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (QuanRegister, quan_register, GTK_TYPE_BOX)

static void
loaded_cb (QuanRowSet *set, gboolean over, const GError *error, gpointer data)
{
  QuanRegister *self = data;

  if (!over) {
    if (self->live)
      quan_register_show_more (self);
    return;
  }
  if (error != NULL) {
    gtk_label_set_text (GTK_LABEL (self->trouble), error->message);
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "trouble");
  } else {
    g_clear_pointer (&self->set, quan_row_set_unref);
    self->set = quan_row_set_ref (set);
    quan_register_arrange (self);
  }
  g_clear_pointer (&self->load, quan_load_drop);
}

void
quan_register_set_title (QuanRegister *self, GtkWidget *title)
{
  g_return_if_fail (QUAN_IS_REGISTER (self) && GTK_IS_WIDGET (title));

  gtk_box_remove (GTK_BOX (self->bar), self->title);
  self->title = title;
  gtk_box_prepend (GTK_BOX (self->bar), title);
}

void
quan_register_load (QuanRegister *self, QuanOffice *office)
{
  const char *enterprise;

  g_return_if_fail (QUAN_IS_REGISTER (self) && QUAN_IS_OFFICE (office));

  g_set_object (&self->office, office);
  enterprise = quan_office_enterprise (office);
  self->live = self->set == NULL || quan_row_set_length (self->set) == 0
               || g_strcmp0 (enterprise, self->enterprise) != 0;
  g_free (self->enterprise);
  self->enterprise = g_strdup (enterprise);
  g_clear_pointer (&self->load, quan_load_drop);
  self->load = quan_load_start (self->table, office, loaded_cb, self);
  if (!self->live)
    return;
  g_cancellable_cancel (self->arranging);
  g_clear_object (&self->arranging);
  g_clear_pointer (&self->set, quan_row_set_unref);
  self->set = quan_row_set_ref (quan_load_set (self->load));
  quan_rows_model_set (self->model, self->set, NULL, 0);
  self->to_top = TRUE;
}

void
quan_register_search (QuanRegister *self, const char *text)
{
  g_autofree char *wanted = g_strstrip (g_strdup (text));

  g_return_if_fail (QUAN_IS_REGISTER (self) && text != NULL);

  if (strcmp (wanted, self->search) == 0)
    return;
  g_free (self->search);
  self->search = g_steal_pointer (&wanted);
  self->to_top = TRUE;
  quan_register_arrange (self);
}

void
quan_register_sort (QuanRegister *self, const char *column, gboolean descending)
{
  GListModel *columns;

  g_return_if_fail (QUAN_IS_REGISTER (self));

  columns = gtk_column_view_get_columns (self->view);
  for (guint i = 0; i < self->table->n_columns; i++) {
    g_autoptr (GtkColumnViewColumn) item = g_list_model_get_item (columns, i);

    if (strcmp (self->table->columns[i].id, column) == 0)
      gtk_column_view_sort_by_column (self->view, item, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  }
}

void
quan_register_clear (QuanRegister *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < self->table->n_filters; i++)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->filters[i]), 0);
  self->filling = FALSE;
  g_free (self->search);
  self->search = g_strdup ("");
  self->to_top = TRUE;
  quan_register_arrange (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.clear-search", NULL);
}

gboolean
quan_register_is_busy (QuanRegister *self)
{
  g_return_val_if_fail (QUAN_IS_REGISTER (self), FALSE);
  return self->load != NULL || self->arranging != NULL
         || g_list_model_get_n_items (G_LIST_MODEL (self->model)) != quan_rows_model_length (self->model);
}

guint
quan_register_length (QuanRegister *self)
{
  g_return_val_if_fail (QUAN_IS_REGISTER (self), 0);
  return quan_rows_model_length (self->model);
}

gconstpointer
quan_register_row (QuanRegister *self, guint position)
{
  g_return_val_if_fail (QUAN_IS_REGISTER (self), NULL);
  return quan_rows_model_row (self->model, position);
}

GtkColumnView *
quan_register_view (QuanRegister *self)
{
  g_return_val_if_fail (QUAN_IS_REGISTER (self), NULL);
  return self->view;
}

GtkWidget *
quan_register_footer (QuanRegister *self)
{
  g_return_val_if_fail (QUAN_IS_REGISTER (self), NULL);
  return self->footer;
}

const char *
quan_register_shown (QuanRegister *self)
{
  g_return_val_if_fail (QUAN_IS_REGISTER (self), NULL);
  return gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
}

GtkWidget *
quan_register_filter (QuanRegister *self, const char *id)
{
  g_return_val_if_fail (QUAN_IS_REGISTER (self), NULL);

  for (guint i = 0; i < self->table->n_filters; i++)
    if (strcmp (self->table->filters[i].id, id) == 0)
      return self->filters[i];
  return NULL;
}

static void
quan_register_dispose (GObject *object)
{
  QuanRegister *self = QUAN_REGISTER (object);

  g_clear_pointer (&self->load, quan_load_drop);
  g_cancellable_cancel (self->arranging);
  g_clear_object (&self->arranging);
  g_clear_pointer (&self->set, quan_row_set_unref);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  G_OBJECT_CLASS (quan_register_parent_class)->dispose (object);
}

static void
quan_register_finalize (GObject *object)
{
  QuanRegister *self = QUAN_REGISTER (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->office);
  g_free (self->enterprise);
  g_free (self->search);
  G_OBJECT_CLASS (quan_register_parent_class)->finalize (object);
}

static void
quan_register_class_init (QuanRegisterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quan_register_dispose;
  G_OBJECT_CLASS (klass)->finalize = quan_register_finalize;
  quan_register_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
quan_register_init (QuanRegister *self)
{
  self->search = g_strdup ("");
  self->model = quan_rows_model_new ();
}

GtkWidget *
quan_register_new (const QuanTable *table)
{
  QuanRegister *self = g_object_new (QUAN_TYPE_REGISTER, "orientation", GTK_ORIENTATION_VERTICAL, NULL);

  self->table = table;
  quan_register_build (self);
  quan_register_connect_rows (self);
  return GTK_WIDGET (self);
}

static void
load_page (QuanPage *page)
{
  quan_register_load (QUAN_REGISTER (gtk_widget_get_first_child (GTK_WIDGET (page))), quan_page_get_office (page));
}

static void
search_page (QuanPage *page, const char *text)
{
  quan_register_search (QUAN_REGISTER (gtk_widget_get_first_child (GTK_WIDGET (page))), text);
}

void
quan_register_page_class_init (QuanPageClass *klass)
{
  klass->load = load_page;
  klass->search = search_page;
}

void
quan_register_page_init (QuanPage *page, const QuanTable *table)
{
  GtkWidget *shown = quan_register_new (table);

  gtk_widget_set_hexpand (shown, TRUE);
  gtk_box_append (GTK_BOX (page), shown);
}
