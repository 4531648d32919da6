/* What screen readers say. */
#pragma once
#include <gtk/gtk.h>

/* A label without the mark of its mnemonic: "Signing _date", "签订日期(_D)". Free with g_free. */
char *quan_without_mnemonic (const char *label);
/* Gives a widget its accessible name, alone: a button's label, which may hold a mnemonic, no longer adds to it. */
void quan_set_name (GtkWidget *widget, const char *name);
/* Names a button made by a template after its property "label". */
void quan_name_by_label (GtkWidget *button);
/* The same for every button inside a widget that has a label. */
void quan_name_buttons (GtkWidget *inside);
/* A button with a mnemonic in its label, and its accessible name without. action may be NULL, or hold its
 * target: "win.go-to::claims". */
GtkWidget *quan_button_new (const char *label, const char *name, const char *action);
