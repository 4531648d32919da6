/* Measuring in em, so that large text counts as a narrow window. */
#pragma once
#include <gtk/gtk.h>

/* Pixels of one em of a widget's font. */
double quan_em (GtkWidget *widget);
