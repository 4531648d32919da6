/* The list of a register: places, each of which shows one row. Sorting gives the places other rows, so that nothing that is
 * on the screen is made anew; each place tells it by "changed". */
#pragma once
#include "ui/registers/row-set.h"

#define QUAN_TYPE_ROW_PLACE (quan_row_place_get_type ())
G_DECLARE_FINAL_TYPE (QuanRowPlace, quan_row_place, QUAN, ROW_PLACE, GObject)
/* Signal of a place:
 *   changed   it shows another row
 */
/* NULL while nothing is there. Valid while the model keeps its rows. */
gconstpointer quan_row_place_row (QuanRowPlace *place);
guint         quan_row_place_position (QuanRowPlace *place);

#define QUAN_TYPE_ROWS_MODEL (quan_rows_model_get_type ())
G_DECLARE_FINAL_TYPE (QuanRowsModel, quan_rows_model, QUAN, ROWS_MODEL, GObject)

QuanRowsModel *quan_rows_model_new (void);
/* Shows n rows of a set in an order, which the model takes. The list grows and shrinks by steps, a step a frame, where
 * widgets have to be made or unmade for it. */
void           quan_rows_model_set (QuanRowsModel *model, QuanRowSet *set, guint *order, guint n);
/* The rows the list is to hold when it has grown. */
guint          quan_rows_model_length (QuanRowsModel *model);
gconstpointer  quan_rows_model_row (QuanRowsModel *model, guint position);
