#include "tests/ui/page-window.h"

#include <string.h>

#include "ui/entries/form-field.h"
#include "ui/style.h"

#define SETTLE_MS 60

void
page_window_refresh (PageWindow *self)
{
  g_autoptr (GError) error = NULL;
  QuanPrepared *old = self->prepared;

  self->prepared = quan_desk_prepared (self->desk, self->id, &error);
  g_assert_no_error (error);
  quan_wizard_page_show (self->page, self->prepared);
  g_clear_pointer (&old, quan_prepared_free);
}

static void
act (PageWindow *self, const char *name, const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (strcmp (name, "enter") == 0)
    quan_desk_enter (self->desk, self->id, path, text, &error);
  else if (strcmp (name, "remove-row") == 0)
    quan_desk_remove_row (self->desk, self->id, path, &error);
  else if (strcmp (name, "attach") == 0)
    quan_desk_attach (self->desk, self->id, path, text, &error);
  g_assert_no_error (error);
}

static void
told (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PageWindow *self = data;
  const char *name = g_action_get_name (G_ACTION (action)), *path, *text = "";

  if (g_variant_is_of_type (parameter, G_VARIANT_TYPE_STRING))
    path = g_variant_get_string (parameter, NULL);
  else
    g_variant_get (parameter, "(&s&s)", &path, &text);
  if (strcmp (name, "note") == 0 || strcmp (name, "explain") == 0)
    return;
  g_ptr_array_add (self->told, g_strdup_printf ("%s %s %s", name, path, text));
  if (strcmp (name, "reveal") == 0) {
    g_assert_true (quan_wizard_page_reveal (self->page, path));
    return;
  }
  act (self, name, path, text);
  page_window_refresh (self);
}

static void
add_actions (PageWindow *self)
{
  static const GActionEntry entries[] = {
    { "enter", told, "(ss)" }, { "note", told, "(ss)" },  { "attach", told, "(ss)" },
    { "explain", told, "s" },  { "reveal", told, "s" },   { "remove-row", told, "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->window, "wizard", G_ACTION_GROUP (group));
}

static void
import_sample (QuanDesk *desk)
{
  g_autofree char *path = g_build_filename (g_getenv ("QUAN_TEST_CASES"), "..", "..", "resources", "sample", "sample.json",
                                            NULL);
  g_autoptr (GError) error = NULL;
  QuanImport import = { 0 };

  quan_desk_import (desk, path, FALSE, &import, &error);
  g_assert_no_error (error);
  quan_import_clear (&import);
}

void
page_window_open (PageWindow *self, GType page, const char *contract)
{
  g_autoptr (GError) error = NULL;

  *self = (PageWindow) { .place = store_place_new (), .told = g_ptr_array_new_with_free_func (g_free) };
  self->desk = desk_open (self->place.path, "2025-07-08");
  import_sample (self->desk);
  self->id = quan_desk_prepare (self->desk, contract == NULL ? DESK_ENTERPRISE : NULL, contract, &error);
  g_assert_no_error (error);
  self->window = gtk_window_new ();
  self->page = g_object_new (page, NULL);
  gtk_widget_add_css_class (self->window, "quan");
  gtk_window_set_default_size (GTK_WINDOW (self->window), 890, 670);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->page));
  quan_style_install (gtk_widget_get_display (self->window));
  add_actions (self);
  page_window_refresh (self);
}

void
page_window_close (PageWindow *self)
{
  g_object_add_weak_pointer (G_OBJECT (self->page), (gpointer *) &self->page);
  gtk_window_destroy (GTK_WINDOW (self->window));
  page_window_settle ();
  g_assert_null (self->page);
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
page_window_settle (void)
{
  gboolean over = FALSE;

  g_timeout_add (SETTLE_MS, raise_flag, &over);
  while (!over || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
}

void
page_window_present (PageWindow *self)
{
  gtk_window_present (GTK_WINDOW (self->window));
  while (!gtk_widget_get_mapped (GTK_WIDGET (self->page)))
    g_main_context_iteration (NULL, TRUE);
  page_window_settle ();
}

static GtkWidget *
find_type (GtkWidget *inside, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (inside, type) ? inside : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

GtkWidget *
page_window_find (PageWindow *self, GType type)
{
  return find_type (GTK_WIDGET (self->page), type);
}

typedef struct {
  const char    *path;
  QuanFormField *found;
} Search;

static void
match (QuanFormField *field, gpointer data)
{
  Search *search = data;

  if (search->found == NULL && g_strcmp0 (quan_form_field_get_path (field), search->path) == 0)
    search->found = field;
}

QuanFormField *
page_window_field (PageWindow *self, const char *path)
{
  Search search = { path, NULL };

  quan_form_foreach (GTK_WIDGET (self->page), match, &search);
  if (search.found == NULL)
    g_error ("There is no field for %s.", path);
  return search.found;
}

void
page_window_assert_text (PageWindow *self, const char *path, const char *text)
{
  g_autofree char *shown = quan_form_field_text (page_window_field (self, path));

  g_assert_cmpstr (shown, ==, text);
}

void
page_window_assert_told (PageWindow *self, const char *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->told->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) self->told->pdata[i]);
  g_ptr_array_set_size (self->told, 0);
  g_assert_cmpstr (text->str, ==, lines);
}
