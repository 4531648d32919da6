/* A mismatch of the three-way check as a row: what was checked, what was found, what mends it, and the way to the
 * record. */
#pragma once
#include "core/engine/three-way.h"
#include "ui/redemption/page-parts.h"

#define QUAN_TYPE_MISMATCH_ROW (quan_mismatch_row_get_type ())
G_DECLARE_FINAL_TYPE (QuanMismatchRow, quan_mismatch_row, QUAN, MISMATCH_ROW, GtkListBoxRow)

/* count: how often the check held. */
GtkWidget *quan_mismatch_row_new (const QuanMismatch *mismatch, QuanMatchCount count);
/* Opens the record it was found in, by an action of the window; nothing where there is none. */
void       quan_mismatch_row_go (QuanMismatchRow *row);
