/* The style sheets: structure in style/base.css and one sheet a room, colours in two small sheets that follow the dark style. */
#pragma once
#include <gtk/gtk.h>

/* Loads the sheets for a display and keeps the colours in step with its settings. */
void quan_style_install (GdkDisplay *display);
