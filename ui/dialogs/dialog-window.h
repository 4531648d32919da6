/* What modal windows share. */
#pragma once
#include <gtk/gtk.h>

/* Escape closes windows of a class. */
void quan_dialog_class_close_on_escape (GtkWidgetClass *widget_class);
/* Shows in a label of the window why an act was refused, and puts the focus there; NULL hides it. */
void quan_dialog_refusal_show (GtkWidget *label, const char *sentence);
