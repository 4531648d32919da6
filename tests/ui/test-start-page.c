/* First start: every door and link does what it says. */
#include "ui/start-page.h"

#include "tests/ui/widgets.h"
#include "ui/style.h"

static void
told_cb (GSimpleAction *action, GVariant *parameter, gpointer told)
{
  g_string_append_printf (told, "%s ", g_action_get_name (G_ACTION (action)));
}

static void
test_doors (void)
{
  static const GActionEntry entries[] = {
    { "new-claim", told_cb }, { "open-sample", told_cb }, { "import", told_cb }, { "choose-store", told_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GString) told = g_string_new (NULL);
  GtkWidget *window = gtk_window_new (), *page = g_object_new (QUAN_TYPE_START_PAGE, NULL), *button;

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), told);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
  gtk_widget_add_css_class (window, "quan");
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; (button = widget_of_type (page, GTK_TYPE_BUTTON, i)) != NULL; i++)
    g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (told->str, ==, "new-claim open-sample import choose-store ");
  g_assert_nonnull (gtk_picture_get_paintable (GTK_PICTURE (widget_of_type (page, GTK_TYPE_PICTURE, 0))));
  widget_assert_gone (window, page);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  quan_style_install (gdk_display_get_default ());
  g_test_add_func ("/start-page/doors", test_doors);
  return g_test_run ();
}
