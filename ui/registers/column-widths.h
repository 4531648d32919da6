/* The widths of a table's columns: those its table gives, in the size of the user's type, or those the user gave, which are
 * remembered. */
#pragma once
#include "ui/registers/table.h"

/* Sets the widths and remembers, in the setting, those that are changed from now on. Without settings, NULL, the table's
 * are set and none is remembered. */
void quan_column_widths_follow (GtkColumnView *view, const QuanTable *table, GSettings *settings);
