/* Finding things in a tree of widgets, and waiting for what is done elsewhere. */
#pragma once
#include <gtk/gtk.h>

/* The nth widget of a type below another, in the order of the tree, from 0; NULL where there are fewer. */
GtkWidget *widget_of_type (GtkWidget *root, GType type, guint n);
/* The button below a widget that stands for an action; NULL if there is none. */
GtkWidget *widget_for_action (GtkWidget *root, const char *action);
/* Whether a label that can be seen below a widget has this text. */
gboolean   widget_says (GtkWidget *root, const char *text);
/* Destroys a window, and asserts that a widget that was in it is gone too. */
void       widget_assert_gone (GtkWidget *window, GtkWidget *inner);
