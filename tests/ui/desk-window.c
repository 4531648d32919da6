#include "tests/ui/desk-window.h"

#include <gdk/x11/gdkx.h>
#include <string.h>

#include "ui/entries/form-field.h"
#include "ui/style.h"

static void
take_snapshot (DeskWindow *self)
{
  g_autoptr (GError) error = NULL;
  QuanPrepared *now = quan_desk_prepared (self->desk, self->id, &error);

  g_assert_no_error (error);
  g_clear_pointer (&self->prepared, quan_prepared_free);
  self->prepared = now;
}

void
desk_window_refresh (DeskWindow *self)
{
  take_snapshot (self);
  quan_form_show (self->box, self->prepared);
}

static void
told (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DeskWindow *self = data;
  const char *name = g_action_get_name (G_ACTION (action)), *path, *text = "";
  g_autoptr (GError) error = NULL;

  if (g_variant_is_of_type (parameter, G_VARIANT_TYPE_STRING))
    path = g_variant_get_string (parameter, NULL);
  else
    g_variant_get (parameter, "(&s&s)", &path, &text);
  g_ptr_array_add (self->told, g_strdup_printf ("%s %s %s", name, path, text));
  if (strcmp (name, "enter") != 0)
    return;
  quan_desk_enter (self->desk, self->id, path, text, &error);
  g_assert_no_error (error);
  desk_window_refresh (self);
}

static void
add_actions (DeskWindow *self)
{
  static const GActionEntry entries[] = {
    { "enter", told, "(ss)" }, { "note", told, "(ss)" }, { "explain", told, "s" }, { "reveal", told, "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->window, "wizard", G_ACTION_GROUP (group));
}

static void
undo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DeskWindow *self = data;

  if (!quan_form_undo (gtk_root_get_focus (GTK_ROOT (self->window))))
    self->undone++;
}

/* The accelerator of the real window, which comes before the keys of entries. */
static void
add_undo (DeskWindow *self)
{
  static const GActionEntry entries[] = { { "undo", undo } };
  static const char *const keys[] = { "<Control>z", NULL };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GError) error = NULL;

  self->application = gtk_application_new ("io.github.quan.Test", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (self->application), NULL, &error);
  g_assert_no_error (error);
  gtk_application_set_accels_for_action (self->application, "win.undo", keys);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (group));
  gtk_window_set_application (GTK_WINDOW (self->window), self->application);
}

void
desk_window_open (DeskWindow *self)
{
  g_autoptr (GError) error = NULL;

  *self = (DeskWindow) { .place = store_place_new () };
  self->desk = desk_with_claims (&self->place, "2024-03-08", "[]");
  self->id = quan_desk_prepare (self->desk, NULL, DESK_CONTRACT, &error);
  g_assert_no_error (error);
  self->told = g_ptr_array_new_with_free_func (g_free);
  self->window = gtk_window_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->window, "quan");
  gtk_window_set_child (GTK_WINDOW (self->window), self->box);
  quan_style_install (gtk_widget_get_display (self->window));
  add_actions (self);
  add_undo (self);
  take_snapshot (self);
}

void
desk_window_close (DeskWindow *self)
{
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_destroy (GTK_WINDOW (self->window));
  desk_window_settle ();
  g_assert_null (self->window);
  g_object_unref (self->application);
  g_ptr_array_unref (self->told);
  quan_prepared_free (self->prepared);
  quan_desk_close (self->desk);
  store_place_clear (&self->place);
}

static gboolean
raise_flag (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

void
desk_window_settle (void)
{
  gboolean over = FALSE;

  g_timeout_add (60, raise_flag, &over);
  while (!over || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
}

void
desk_window_present (DeskWindow *self)
{
  gtk_window_present (GTK_WINDOW (self->window));
  while (!gtk_widget_get_mapped (self->box))
    g_main_context_iteration (NULL, TRUE);
  desk_window_settle ();
}

static void
command_ended (GObject *command, GAsyncResult *result, gpointer ended)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (command), result, &error));
  g_assert_no_error (error);
  *(gboolean *) ended = TRUE;
}

static char *
window_of (GtkNative *native)
{
  return g_strdup_printf ("%lu", gdk_x11_surface_get_xid (gtk_native_get_surface (native)));
}

static void
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) command = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, &error);
  gboolean ended = FALSE;

  g_assert_no_error (error);
  g_subprocess_wait_check_async (command, NULL, command_ended, &ended);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
  desk_window_settle ();
}

void
desk_window_press (DeskWindow *self, const char *verb, const char *what)
{
  g_autofree char *window = window_of (GTK_NATIVE (self->window));

  run ((const char *const[]) { "xdotool", "windowfocus", window, verb, what, NULL });
}

void
desk_window_click (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  g_autofree char *window = window_of (native), *x = NULL, *y = NULL;
  graphene_rect_t bounds;
  double left, top;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (native), &bounds));
  gtk_native_get_surface_transform (native, &left, &top);
  x = g_strdup_printf ("%d", (int) (left + bounds.origin.x + bounds.size.width / 2));
  y = g_strdup_printf ("%d", (int) (top + bounds.origin.y + bounds.size.height / 2));
  run ((const char *const[]) { "xdotool", "mousemove", "--window", window, x, y, "click", "1", NULL });
}

char *
desk_window_told (DeskWindow *self, gboolean notes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->told->len; i++) {
    const char *line = self->told->pdata[i];

    if (g_str_has_prefix (line, "enter ") || g_str_has_prefix (line, "reveal ") || (notes && g_str_has_prefix (line, "note ")))
      g_string_append_printf (text, "%s\n", line);
  }
  g_ptr_array_set_size (self->told, 0);
  return g_string_free (text, FALSE);
}
