/* The working sheet as a column of steps: operator, what it is, its formula and sources, the figure. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/preparation.h"

#define QUAN_TYPE_SHEET_VIEW (quan_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (QuanSheetView, quan_sheet_view, QUAN, SHEET_VIEW, GtkBox)

void quan_sheet_view_show (QuanSheetView *view, const QuanPrepared *prepared);

/* A row of such a sheet: a step with what it follows from. */
GtkWidget *quan_sheet_row_new (const QuanPack *pack, const QuanStep *step);
