/* Places the fields of a form in as many equal columns as their text has room for: several in a wide window, one where
 * it is narrow or the text is large. */
#pragma once
#include <gtk/gtk.h>

#define QUAN_TYPE_FORM_GRID (quan_form_grid_get_type ())
G_DECLARE_FINAL_TYPE (QuanFormGrid, quan_form_grid, QUAN, FORM_GRID, GtkWidget)

/*
 * Properties:
 *   column-em    least width of a column, in em of the user's font
 *   max-columns  never more than these
 * A child says in <layout> or with quan_form_grid_set_span how many columns it takes ("span"); 0 is all of them. A child
 * that does not fit into what is left of a row begins the next.
 */
GtkWidget *quan_form_grid_new (int column_em, int max_columns);
void       quan_form_grid_append (QuanFormGrid *grid, GtkWidget *child, int span);

/* How many columns there were at the last allocation. */
int quan_form_grid_n_columns (QuanFormGrid *grid);
