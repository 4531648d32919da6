/* What screen readers say. */
#pragma once
#include <gtk/gtk.h>

/* Gives a widget its accessible name, alone: a button's label, which may hold a mnemonic, no longer adds to it. */
void quan_set_name (GtkWidget *widget, const char *name);
/* A button with a mnemonic in its label, and its accessible name without. action may be NULL. */
GtkWidget *quan_button_new (const char *label, const char *name, const char *action);
