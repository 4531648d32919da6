/* The arithmetic of a form grid: columns of equal width, as many as fit, rows as high as their fields. */
#pragma once
#include <gtk/gtk.h>

#define QUAN_TYPE_FORM_LAYOUT (quan_form_layout_get_type ())
G_DECLARE_FINAL_TYPE (QuanFormLayout, quan_form_layout, QUAN, FORM_LAYOUT, GtkLayoutManager)

void quan_form_layout_set_column_em (QuanFormLayout *layout, int em);
void quan_form_layout_set_max_columns (QuanFormLayout *layout, int columns);
int  quan_form_layout_n_columns (QuanFormLayout *layout);

/* Where a child stands; its property "span" is the number of columns it takes, 0 all. */
#define QUAN_TYPE_FORM_LAYOUT_CHILD (quan_form_layout_child_get_type ())
G_DECLARE_FINAL_TYPE (QuanFormLayoutChild, quan_form_layout_child, QUAN, FORM_LAYOUT_CHILD, GtkLayoutChild)
