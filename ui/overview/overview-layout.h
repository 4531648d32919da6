/* The room of the overview: two columns where there is room for them, one below the other where there is not. */
#pragma once
#include <gtk/gtk.h>

#define QUAN_TYPE_OVERVIEW_LAYOUT (quan_overview_layout_get_type ())
G_DECLARE_FINAL_TYPE (QuanOverviewLayout, quan_overview_layout, QUAN, OVERVIEW_LAYOUT, GtkWidget)

/* Takes both widgets. share: per cent of the width that the first one gets when they stand side by side. */
GtkWidget *quan_overview_layout_new (GtkWidget *first, GtkWidget *second, int share);
