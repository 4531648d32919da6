/* Amounts and dates as the window writes them. */
#pragma once
#include <gtk/gtk.h>

#include "core/base/date.h"
#include "core/base/money.h"

/* "1,200,000.00"; the minus is U+2212; "—" for no amount. Free with g_free. */
char *quan_figure (QuanFen fen);
/* "1,200,000.00 yuan"; in Chinese with the amount in capitals: "1,200,000.00 元 壹佰贰拾万元整". fen is an amount.
 * Free with g_free. */
char *quan_money_words (QuanFen fen);
/* "2025-06-30"; "—" for no date. Free with g_free. */
char *quan_date_figure (QuanDate date);
/* The name of the weekday of a date. */
const char *quan_weekday_name (QuanDate date);

/* A label for a figure: tabular, right-aligned, selectable by nobody. */
GtkWidget *quan_figure_label_new (void);
void       quan_figure_label_set (GtkLabel *label, QuanFen fen);
