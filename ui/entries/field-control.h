/* The controls inside form fields: an entry, a choice of terms, or an area for a long text. All of them hold a text, which
 * is the word of the term for a choice and "" where nothing is said. */
#pragma once
#include <gtk/gtk.h>

/* The control for the fact of a path; narrow for a cell of a table. */
GtkWidget *quan_field_control_new (const char *path, gboolean narrow);
/* Free with g_free. */
char *quan_field_control_text (GtkWidget *control);
/* The text of a choice may be a term's word or its name in either language; any other chooses "Not said". */
void  quan_field_control_set (GtkWidget *control, const char *text);
/* The widget that takes the focus and carries the accessible name. */
GtkWidget *quan_field_control_focus (GtkWidget *control);
/* Whether each change is a whole entry: a choice. */
gboolean quan_field_control_is_choice (GtkWidget *control);
/* Calls back after each change of the text, with data as its first argument. */
void quan_field_control_watch (GtkWidget *control, GCallback changed, gpointer data);
/* Forgets what could be undone inside the control. */
void quan_field_control_forget (GtkWidget *control);
/* Takes back one step of typing, if the control remembers one. */
void quan_field_control_undo (GtkWidget *control);
