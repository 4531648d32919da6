/* One figure of a register: a text, cut with an ellipsis, and an icon before it. It is laid out when it is first drawn, since a
 * list view keeps many more rows than it shows; it asks for no width, the column has one. */
#pragma once
#include "ui/registers/rows-model.h"

#define QUAN_TYPE_CELL (quan_cell_get_type ())
G_DECLARE_FINAL_TYPE (QuanCell, quan_cell, QUAN, CELL, GtkWidget)

GtkWidget    *quan_cell_new (const QuanColumn *column);
/* The place it shows; NULL: nothing. */
void          quan_cell_bind (QuanCell *cell, QuanRowPlace *place);
QuanRowPlace *quan_cell_place (QuanCell *cell);
