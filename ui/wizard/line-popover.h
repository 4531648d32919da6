/* Popovers that all rows of the lines share. */
#pragma once
#include <gtk/gtk.h>

/* Opens a popover at a widget of a row, which gets the focus back when it is closed. Both are below the popover's parent. */
void quan_line_popover_open (GtkPopover *popover, GtkWidget *beside);
