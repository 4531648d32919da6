#include "tests/ui/widgets.h"

typedef gboolean (*Fits) (GtkWidget *widget, gconstpointer wanted);

static GtkWidget *
find (GtkWidget *root, Fits fits, gconstpointer wanted, guint *n)
{
  if (fits (root, wanted) && (*n)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, fits, wanted, n);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) type);
}

static gboolean
is_for_action (GtkWidget *widget, gconstpointer action)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;
}

static gboolean
says (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_is_visible (widget)
         && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

GtkWidget *
widget_of_type (GtkWidget *root, GType type, guint n)
{
  return find (root, is_of_type, &type, &n);
}

GtkWidget *
widget_for_action (GtkWidget *root, const char *action)
{
  guint n = 0;

  return find (root, is_for_action, action, &n);
}

gboolean
widget_says (GtkWidget *root, const char *text)
{
  guint n = 0;

  return find (root, says, text, &n) != NULL;
}

void
widget_assert_gone (GtkWidget *window, GtkWidget *inner)
{
  g_object_add_weak_pointer (G_OBJECT (inner), (gpointer *) &inner);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (inner);
}
