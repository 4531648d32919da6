/* The pieces of the three-way sheet. */
#pragma once
#include "core/packet/pages.h"

/* The reconciliation: a row a delivery, with its invoices and their payments beside it. */
void quan_three_way_table_draw (QuanPages *pages);
/* The number of the row, from 1, that a mismatch stands in; 0 for none. */
guint quan_three_way_row (const QuanThreeWay *check, const QuanMismatch *mismatch);
/* What of a row's invoices does not count; 0 where nothing is left out or that is not known. */
QuanFen quan_reconciled_other (const QuanReconciled *row);
/* The sum asked for, written as an equation a voucher, over a note that stays with it. */
void quan_redemption_equation_draw (QuanPages *pages, const char *note);
