#include "ui/accessible.h"

#include <string.h>

char *
quan_without_mnemonic (const char *label)
{
  GString *name = g_string_new (label);
  const char *open = strstr (name->str, "(_");

  if (open != NULL && open[2] != '\0' && open[3] == ')')
    g_string_erase (name, open - name->str, 4);
  else
    g_string_replace (name, "_", "", 1);
  return g_string_free (name, FALSE);
}

static void
name_alone (GtkWidget *widget, const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
quan_set_name (GtkWidget *widget, const char *name)
{
  name_alone (widget, name);
  /* What takes the focus of a drop-down is the button inside. */
  if (GTK_IS_DROP_DOWN (widget))
    name_alone (gtk_widget_get_first_child (widget), name);
}

void
quan_name_by_label (GtkWidget *button)
{
  g_autofree char *label = NULL, *name = NULL;

  g_object_get (button, "label", &label, NULL);
  name = quan_without_mnemonic (label);
  quan_set_name (button, name);
}

void
quan_name_buttons (GtkWidget *inside)
{
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if ((GTK_IS_BUTTON (child) && gtk_button_get_label (GTK_BUTTON (child)) != NULL)
        || (GTK_IS_CHECK_BUTTON (child) && gtk_check_button_get_label (GTK_CHECK_BUTTON (child)) != NULL))
      quan_name_by_label (child);
    else
      quan_name_buttons (child);
}

GtkWidget *
quan_button_new (const char *label, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  quan_set_name (button, name);
  if (action != NULL)
    gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  return button;
}
