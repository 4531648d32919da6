/* What is done with the rows of a register: open, copy, remove. */
#include "ui/registers/register-private.h"

#include <glib/gi18n-lib.h>

#include "ui/registers/cell.h"

static gconstpointer
only_selected (QuanRegister *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  return gtk_bitset_get_size (selected) == 1
           ? quan_rows_model_row (self->model, gtk_bitset_get_nth (selected, 0)) : NULL;
}

static void
open_row (QuanRegister *self, gconstpointer row)
{
  g_autofree char *target = row != NULL && self->table->target != NULL ? self->table->target (row) : NULL;

  if (target != NULL && self->table->open_action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), self->table->open_action, "s", target);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanRegister *self = QUAN_REGISTER (widget);

  open_row (self, only_selected (self));
}

static void
append_row (GString *text, const QuanTable *table, gconstpointer row)
{
  for (guint i = 0; i < table->n_columns; i++) {
    g_autofree char *value = table->columns[i].text (row);

    if (i > 0)
      g_string_append_c (text, '\t');
    g_string_append (text, value != NULL ? g_strdelimit (value, "\t\r\n", ' ') : "");
  }
  g_string_append_c (text, '\n');
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanRegister *self = QUAN_REGISTER (widget);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  g_autoptr (GString) text = g_string_new (NULL);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    append_row (text, self->table, quan_rows_model_row (self->model, position));
  if (text->len > 0)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
}

/* A row to be removed. */
typedef struct {
  const QuanTable *table;
  char            *target;
  char            *sentence;  /* once it is done */
  GWeakRef         widget;
} Removal;

static void
removal_free (Removal *removal)
{
  g_free (removal->target);
  g_free (removal->sentence);
  g_weak_ref_clear (&removal->widget);
  g_free (removal);
}

static gpointer
remove_in_worker (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  const Removal *removal = input;

  removal->table->remove (desk, removal->target, error);
  return NULL;
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Removal *removal = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&removal->widget);
  g_autoptr (GError) error = NULL;

  quan_office_done (QUAN_OFFICE (source), result, &error);
  if (widget != NULL)
    gtk_widget_activate_action (widget, "win.say", "(sb)", error != NULL ? error->message : removal->sentence,
                                error == NULL);
  removal_free (removal);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanRegister *self = QUAN_REGISTER (widget);
  gconstpointer row = only_selected (self);
  Removal *removal;

  if (row == NULL || self->table->remove == NULL || self->office == NULL)
    return;
  removal = g_new0 (Removal, 1);
  removal->table = self->table;
  removal->target = self->table->target (row);
  removal->sentence = self->table->removed (row);
  g_weak_ref_init (&removal->widget, self);
  quan_office_act (self->office, remove_in_worker, removal, NULL, NULL, NULL, removed_cb, removal);
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  quan_register_clear (QUAN_REGISTER (widget));
}

void
quan_register_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "register.open", NULL, open_action);
  gtk_widget_class_install_action (klass, "register.copy", NULL, copy_action);
  gtk_widget_class_install_action (klass, "register.remove", NULL, remove_action);
  gtk_widget_class_install_action (klass, "register.clear", NULL, clear_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK, "register.copy", NULL);
  /* Menus name the last key. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Delete, 0, "register.remove", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Delete, 0, "register.remove", NULL);
}

/* What is done with rows: opening and removing asks for one. */
static void
selection_cb (QuanRegister *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  gboolean one = gtk_bitset_get_size (selected) == 1;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.open", one && self->table->open_action != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.remove", one && self->table->remove != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.copy", !gtk_bitset_is_empty (selected));
}

static void
activate_cb (GtkColumnView *view, guint position, QuanRegister *self)
{
  open_row (self, quan_rows_model_row (self->model, position));
}

static GtkWidget *
menu_new (QuanRegister *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *popover;

  if (self->table->open_action != NULL)
    g_menu_append (menu, _("_Open"), "register.open");
  g_menu_append (menu, _("_Copy"), "register.copy");
  if (self->table->remove != NULL)
    g_menu_append (menu, _(self->table->remove_label), "register.remove");
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  return popover;
}

/* The place of the row below a point of the view, NULL if there is none. */
static QuanRowPlace *
place_at (QuanRegister *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *child = widget;

  while (child != NULL && !QUAN_IS_CELL (child))
    child = gtk_widget_get_first_child (child);
  return child != NULL ? quan_cell_place (QUAN_CELL (child)) : NULL;
}

static void
show_menu (GtkGestureClick *gesture, int n, double x, double y, QuanRegister *self)
{
  QuanRowPlace *place = place_at (self, x, y);
  graphene_point_t point;
  guint position;

  if (place == NULL || quan_row_place_row (place) == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (self->view), GTK_WIDGET (self),
                                    &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;
  position = quan_row_place_position (place);
  if (!gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_select_item (self->selection, position, TRUE);
  if (self->menu == NULL)
    self->menu = menu_new (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
quan_register_connect_rows (QuanRegister *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (show_menu), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (gesture));
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  selection_cb (self);
}
