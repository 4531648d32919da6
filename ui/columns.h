/* Two columns, three parts to two, where there is room for both; one below the other where there is not. Widths are
 * compared in em, so that large text counts as little room. */
#pragma once
#include <gtk/gtk.h>

#define QUAN_TYPE_COLUMNS (quan_columns_get_type ())
G_DECLARE_FINAL_TYPE (QuanColumns, quan_columns, QUAN, COLUMNS, GtkWidget)

/* Children given in a .ui file or by gtk_widget_set_parent: the first is the wider column. */
