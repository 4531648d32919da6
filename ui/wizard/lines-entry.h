/* Entering lines: what is pasted from a spreadsheet, and amounts proposed from quantity and unit price. Each cell goes
 * through the wizard as if it had been typed. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/preparation.h"

/* The columns of a line that are typed in the table, in order. */
enum { QUAN_LINE_CELL_KIND, QUAN_LINE_CELL_ITEM, QUAN_LINE_CELL_QUANTITY, QUAN_LINE_CELL_UNIT, QUAN_LINE_CELL_PRICE,
       QUAN_LINE_CELL_AMOUNT, QUAN_N_LINE_CELLS };
extern const char *const quan_line_cell_keys[QUAN_N_LINE_CELLS];

/* Enters a pasted table from row first on, by wizard.enter of widget. Returns how many rows there were. */
guint quan_lines_enter_table (GtkWidget *widget, const char *text, guint first);
/* The amount proposed for a line that has none, QUAN_FEN_NONE if there is nothing to propose or a text stands there that was
 * not taken. */
QuanFen quan_lines_proposal (const QuanPrepared *prepared, guint row);
