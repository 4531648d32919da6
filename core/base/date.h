/* Civil dates: whole days without a time zone, in the proleptic Gregorian calendar. */
#pragma once
#include <stdint.h>
#include <glib.h>

/* Days since 1970-01-01. Ordinary integer comparison and subtraction (a day count) are meant to be used. */
typedef int32_t QuanDate;
/* No date: unknown. Smaller than every date; test for it before comparing. */
#define QUAN_DATE_NONE INT32_MIN

#define QUAN_DATE_BUF 16

/* The date of a year 1900..2999, month and day, or QUAN_DATE_NONE if there is no such day. */
QuanDate quan_date_from_ymd (int year, int month, int day);
void     quan_date_to_ymd (QuanDate date, int *year, int *month, int *day);
int      quan_date_year (QuanDate date);
int      quan_date_quarter (QuanDate date); /* 1..4 */
int      quan_date_weekday (QuanDate date); /* 1 Monday .. 7 Sunday */

/* ISO "2024-03-01" only; QUAN_DATE_NONE for anything else or an impossible day. */
QuanDate quan_date_parse_iso (const char *text);

/* As a person types it: "2024-3-1", "2024/03/01", "2024.3.1", "20240301", "2024年3月1日", blanks around, full-width digits.
 * FALSE with QUAN_ERROR_INPUT and a sentence that tells a malformed date from a day that does not exist. */
gboolean quan_date_parse (const char *text, QuanDate *date, GError **error);

/* Writes "2024-03-01" into buf and returns buf. No date is written for QUAN_DATE_NONE: test for it before. */
const char *quan_date_iso (QuanDate date, char buf[QUAN_DATE_BUF]);
/* "2024年3月1日"; free with g_free. */
char *quan_date_chinese (QuanDate date);
/* "二〇二四年三月一日", for covers; free with g_free. */
char *quan_date_chinese_numerals (QuanDate date);

/* Calendar arithmetic. A day the target month lacks rolls to the first of the next month: one year after
 * 2024-02-29 is 2025-03-01, three years before it 2021-03-01 (policy: clauses 二 and 一（三）). n may be negative.
 * QUAN_DATE_NONE where the result leaves the years 1900..2999. */
QuanDate quan_date_add_months (QuanDate date, int n);
QuanDate quan_date_add_years (QuanDate date, int n);
/* First and last day of the date's quarter. */
QuanDate quan_date_quarter_start (QuanDate date);
QuanDate quan_date_quarter_end (QuanDate date);

/* Today by the local clock. The only place that reads a clock for dates; the engine never calls it. */
QuanDate quan_date_today (void);
