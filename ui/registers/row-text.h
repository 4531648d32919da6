/* What the tables of the registers share. */
#pragma once
#include "core/base/date.h"
#include "core/base/money.h"
#include "ui/registers/table.h"

/* A date's and an amount's key for sorting. */
gint64 quan_date_key (QuanDate date);
gint64 quan_fen_key (QuanFen fen);
/* The year of a date, NULL of none. Free with g_free. */
char  *quan_year_text (QuanDate date);
/* For a search: appends a text, or an amount with and without its commas. */
void   quan_search_text (GString *search, const char *text);
void   quan_search_amount (GString *search, QuanFen fen);
/* For a footer: how many rows all its sums leave out, and why. Free with g_free. */
char  *quan_left_out_note (guint n, const char *reasons);
