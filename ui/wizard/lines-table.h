/* The lines of a contract as a table to type into, with their totals under the columns. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/preparation.h"

#define QUAN_TYPE_LINES_TABLE (quan_lines_table_get_type ())
G_DECLARE_FINAL_TYPE (QuanLinesTable, quan_lines_table, QUAN, LINES_TABLE, GtkWidget)

/* Signal "grown": the last of many rows have been made, so that all fields are there. */

/* Makes as many rows as the snapshot has lines, at least one (those of a long table a few at a time), and shows their periods, counted bases and totals. The form
 * fields in them are shown with the other fields of the page. */
void quan_lines_table_fit (QuanLinesTable *table, const QuanPrepared *prepared);

/* Puts the focus into the cell of a path, "contract.lines[2].ends"; opens the period where it is about that. */
gboolean quan_lines_table_reveal (QuanLinesTable *table, const char *path);

/* Asks the wizard for a further line; the focus goes there once it is made. */
void quan_lines_table_add (QuanLinesTable *table);
/* Enters a table from a spreadsheet behind the last line, cell by cell: kind, item, quantity, unit, unit price, amount. A
 * first row of headings is left out. Returns how many rows there were. */
guint quan_lines_table_paste (QuanLinesTable *table, const char *text);
/* How many lines have no amount but a quantity and a unit price; and entering those proposals, at the officer's wish. */
guint quan_lines_table_n_proposals (QuanLinesTable *table);
void  quan_lines_table_take_proposals (QuanLinesTable *table);
