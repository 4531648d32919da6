/* The sums below a register: each under its column, whatever width and place that has. */
#pragma once
#include "ui/registers/arrangement.h"

#define QUAN_TYPE_FOOTER (quan_footer_get_type ())
G_DECLARE_FINAL_TYPE (QuanFooter, quan_footer, QUAN, FOOTER, GtkWidget)

/* Follows the header of a column view and its horizontal scrolling. */
GtkWidget *quan_footer_new (const QuanTable *table, GtkColumnView *view, GtkAdjustment *horizontal);
void       quan_footer_show (QuanFooter *footer, const QuanArrangement *arrangement);
/* The label of a column's sum, NULL where it has none; for "count" and "note" the two sentences. */
GtkWidget *quan_footer_sum (QuanFooter *footer, const char *column);
