/* What is to be corrected on a page, at its top: a line for each field in the words of the field, which leads into it. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/preparation.h"

#define QUAN_TYPE_ERROR_SUMMARY (quan_error_summary_get_type ())
G_DECLARE_FINAL_TYPE (QuanErrorSummary, quan_error_summary, QUAN, ERROR_SUMMARY, GtkWidget)

/* Hidden until something is to be corrected. A line activates wizard.reveal. */
GtkWidget *quan_error_summary_new (void);
/* Lists the problems of the form fields inside a widget. Returns how many there are. */
guint      quan_error_summary_show (QuanErrorSummary *summary, GtkWidget *inside, const QuanPrepared *prepared);
/* Puts the focus on the first line; FALSE if there is none. */
gboolean   quan_error_summary_grab (QuanErrorSummary *summary);
