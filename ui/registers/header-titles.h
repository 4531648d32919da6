/* The titles in the header of a column view, for which GTK 4.8 has no functions. */
#pragma once
#include "ui/registers/table.h"

/* The widget of a column's title, NULL before it is there. */
GtkWidget *quan_header_title (GtkColumnView *view, guint column);
/* Puts the titles of figures above their figures, at the right. */
void       quan_header_align (GtkColumnView *view, const QuanTable *table);

/* Makes each column sortable without sorting anything: what is to be sorted by is asked with quan_header_sorting. */
void       quan_header_make_sortable (GtkColumnView *view, const QuanTable *table);
/* The column whose title was activated last, and in which direction; FALSE if none was. */
gboolean   quan_header_sorting (GtkColumnView *view, guint *column, gboolean *descending);
