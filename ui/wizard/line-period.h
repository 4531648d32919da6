/* A line's own period, in one popover that all rows of the table share. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/preparation.h"

#define QUAN_TYPE_LINE_PERIOD (quan_line_period_get_type ())
G_DECLARE_FINAL_TYPE (QuanLinePeriod, quan_line_period, QUAN, LINE_PERIOD, GtkPopover)

GtkWidget *quan_line_period_new (void);

/* Opens it beside a widget for the line of a row; key "starts" or "ends" gets the focus. */
void quan_line_period_open (QuanLinePeriod *period, GtkWidget *beside, guint row, const char *key,
                            const QuanPrepared *prepared);
/* What a row shows for it: "25-07-01 – 26-06-30", or the text that was not taken. *own says whether the line has a period
 * of its own, *wrong whether it is to be corrected. Free with g_free. */
char *quan_line_period_text (const QuanPrepared *prepared, guint row, gboolean *own, gboolean *wrong);
