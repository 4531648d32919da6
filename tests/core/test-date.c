/* Civil dates. */
#include "core/base/date.h"

#include <string.h>

#include "core/base/error.h"

#define JULIAN_OF_EPOCH 719163 /* 1970-01-01 as GLib counts days */

/* A date of a table; "-" is no date. */
static QuanDate
date_of (const char *iso)
{
  QuanDate date = quan_date_parse_iso (iso);

  g_assert_true (date != QUAN_DATE_NONE || g_str_equal (iso, "-"));
  return date;
}

/* Every day of 1900..2999 against GLib's calendar, which is computed otherwise. */
static void
test_every_day (void)
{
  g_autoptr (GDate) other = g_date_new_dmy (1, 1, 1900);
  QuanDate date = quan_date_from_ymd (1900, 1, 1);
  QuanDate last = quan_date_from_ymd (2999, 12, 31);

  g_assert_cmpint (last - date + 1, ==, 401767);
  for (; date <= last; date++, g_date_add_days (other, 1)) {
    char buf[QUAN_DATE_BUF];
    int year, month, day;

    quan_date_to_ymd (date, &year, &month, &day);
    g_assert_cmpint (date, ==, (int) g_date_get_julian (other) - JULIAN_OF_EPOCH);
    g_assert_cmpint (year, ==, g_date_get_year (other));
    g_assert_cmpint (month, ==, g_date_get_month (other));
    g_assert_cmpint (day, ==, g_date_get_day (other));
    g_assert_cmpint (quan_date_weekday (date), ==, g_date_get_weekday (other));
    g_assert_cmpint (quan_date_from_ymd (year, month, day), ==, date);
    g_assert_cmpint (quan_date_parse_iso (quan_date_iso (date, buf)), ==, date);
  }
}

static const struct {
  int year, month, day;
} impossible[] = {
  { 1899, 12, 31 }, { 3000, 1, 1 },  { 2025, 0, 1 },  { 2025, 13, 1 },         { 2025, 1, 0 },
  { 2025, 1, 32 },  { 2025, 4, 31 }, { 2025, 2, 29 }, { 2100, 2, 29 },         { 2024, 2, 30 },
  { 2025, -1, 1 },  { 2025, 1, -1 }, { 0, 0, 0 },     { G_MAXINT, 1, G_MAXINT }, { G_MININT, 1, 1 },
};

static void
test_impossible (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (impossible); i++)
    g_assert_cmpint (quan_date_from_ymd (impossible[i].year, impossible[i].month, impossible[i].day), ==,
                     QUAN_DATE_NONE);
}

static const char *const not_iso[] = {
  "",          "2024-3-01",   "2024-03-1", "2024/03/01", "20240301",     " 2024-03-01", "2024-03-01 ", "2024-02-30",
  "024-03-01", "02024-03-01", "2024-03-011", "-024-03-01", "２024-03-01", "2024-0x-01", "2024-03",
};

static void
test_not_iso (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (not_iso); i++) {
    g_test_message ("“%s”", not_iso[i]);
    g_assert_cmpint (quan_date_parse_iso (not_iso[i]), ==, QUAN_DATE_NONE);
  }
}

/* A typed date, and the date it is or a part of the sentence that refuses it. */
static const struct {
  const char *text;
  const char *iso;
  const char *refusal;
} typed[] = {
  { "2024-3-1", "2024-03-01", NULL },
  { "2024-03-01", "2024-03-01", NULL },
  { "2024/03/01", "2024-03-01", NULL },
  { "2024.3.1", "2024-03-01", NULL },
  { "20240301", "2024-03-01", NULL },
  { "2024年3月1日", "2024-03-01", NULL },
  { "２０２４年０３月０１日", "2024-03-01", NULL },
  { "２０２４－３－１", "2024-03-01", NULL },
  { " 　2024-2-29 ", "2024-02-29", NULL },
  { "1900-1-1", "1900-01-01", NULL },
  { "29991231", "2999-12-31", NULL },
  { "2025-2-29", NULL, "no day" },
  { "20250431", NULL, "no day" },
  { "2025年13月1日", NULL, "no day" },
  { "2025-0-1", NULL, "no day" },
  { "1899-12-31", NULL, "1900 to 2999" },
  { "30000101", NULL, "1900 to 2999" },
  { "", NULL, "not a date" },
  { "2024", NULL, "not a date" },
  { "2024-3", NULL, "not a date" },
  { "2024-3/1", NULL, "not a date" },
  { "24-3-1", NULL, "not a date" },
  { "2024-003-1", NULL, "not a date" },
  { "2024-3-1x", NULL, "not a date" },
  { "2024- 3-1", NULL, "not a date" },
  { "2024年3月1", NULL, "not a date" },
  { "2024年3月1号", NULL, "not a date" },
  { "2024031", NULL, "not a date" },
  { "202403011", NULL, "not a date" },
  { "1.3.2024", NULL, "not a date" },
};

static void
test_typed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++) {
    g_autoptr (GError) error = NULL;
    QuanDate date = 42;
    gboolean ok = quan_date_parse (typed[i].text, &date, &error);

    g_test_message ("“%s”", typed[i].text);
    g_assert_cmpint (ok, ==, typed[i].iso != NULL);
    if (ok) {
      g_assert_cmpint (date, ==, date_of (typed[i].iso));
    } else {
      g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
      g_assert_nonnull (strstr (error->message, typed[i].refusal));
      g_assert_nonnull (strstr (error->message, typed[i].text));
      g_assert_cmpint (date, ==, 42);
    }
  }
}

static const struct {
  const char *from;
  int months;
  const char *to;
} months[] = {
  { "2024-01-31", 0, "2024-01-31" },
  { "2024-01-31", 1, "2024-03-01" },
  { "2023-01-31", 1, "2023-03-01" },
  { "2024-01-29", 1, "2024-02-29" },
  { "2023-01-29", 1, "2023-03-01" },
  { "2024-03-31", 1, "2024-05-01" },
  { "2024-10-31", 1, "2024-12-01" },
  { "2024-12-31", 1, "2025-01-31" },
  { "2024-12-31", 2, "2025-03-01" },
  { "2024-02-29", 12, "2025-03-01" },
  { "2024-02-29", 48, "2028-02-29" },
  { "2024-03-31", -1, "2024-03-01" },
  { "2024-05-31", -1, "2024-05-01" },
  { "2024-01-15", -1, "2023-12-15" },
  { "2024-01-31", -11, "2023-03-01" },
  { "2024-02-29", -36, "2021-03-01" },
  { "2000-01-01", -1200, "1900-01-01" },
  { "2000-01-01", -1201, "-" },
  { "2999-12-31", 1, "-" },
  { "2024-01-01", G_MAXINT, "-" },
  { "2024-01-01", G_MININT, "-" },
};

static void
test_months (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (months); i++) {
    g_test_message ("%s %+d", months[i].from, months[i].months);
    g_assert_cmpint (quan_date_add_months (date_of (months[i].from), months[i].months), ==, date_of (months[i].to));
  }
}

static const struct {
  const char *from;
  int years;
  const char *to;
} years[] = {
  { "2024-02-29", 1, "2025-03-01" },
  { "2024-02-29", 4, "2028-02-29" },
  { "2024-02-29", -3, "2021-03-01" },
  { "2023-10-01", 1, "2024-10-01" },
  { "2025-02-28", -1, "2024-02-28" },
  { "2096-02-29", 4, "2100-03-01" },
  { "2025-01-01", 974, "2999-01-01" },
  { "2025-01-01", 975, "-" },
  { "2025-01-01", G_MAXINT, "-" },
  { "2025-01-01", G_MININT, "-" },
};

static void
test_years (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (years); i++) {
    g_test_message ("%s %+d", years[i].from, years[i].years);
    g_assert_cmpint (quan_date_add_years (date_of (years[i].from), years[i].years), ==, date_of (years[i].to));
  }
}

static const struct {
  const char *iso;
  int year, quarter;
  const char *start, *end;
} quarters[] = {
  { "2024-01-01", 2024, 1, "2024-01-01", "2024-03-31" },
  { "2024-03-31", 2024, 1, "2024-01-01", "2024-03-31" },
  { "2024-04-01", 2024, 2, "2024-04-01", "2024-06-30" },
  { "2024-08-15", 2024, 3, "2024-07-01", "2024-09-30" },
  { "2999-12-31", 2999, 4, "2999-10-01", "2999-12-31" },
};

static void
test_quarters (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (quarters); i++) {
    QuanDate date = date_of (quarters[i].iso);

    g_assert_cmpint (quan_date_year (date), ==, quarters[i].year);
    g_assert_cmpint (quan_date_quarter (date), ==, quarters[i].quarter);
    g_assert_cmpint (quan_date_quarter_start (date), ==, date_of (quarters[i].start));
    g_assert_cmpint (quan_date_quarter_end (date), ==, date_of (quarters[i].end));
  }
}

static const struct {
  const char *iso;
  const char *chinese, *numerals;
} written[] = {
  { "2024-03-01", "2024年3月1日", "二〇二四年三月一日" },
  { "2000-10-10", "2000年10月10日", "二〇〇〇年十月十日" },
  { "2025-11-20", "2025年11月20日", "二〇二五年十一月二十日" },
  { "1999-12-31", "1999年12月31日", "一九九九年十二月三十一日" },
  { "2025-01-19", "2025年1月19日", "二〇二五年一月十九日" },
};

static void
test_written (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (written); i++) {
    g_autofree char *chinese = quan_date_chinese (date_of (written[i].iso));
    g_autofree char *numerals = quan_date_chinese_numerals (date_of (written[i].iso));

    g_assert_cmpstr (chinese, ==, written[i].chinese);
    g_assert_cmpstr (numerals, ==, written[i].numerals);
  }
}

/* The local clock is read once before and once after, so that midnight cannot fall between. */
static void
test_today (void)
{
  QuanDate before = (QuanDate) (g_get_real_time () / G_TIME_SPAN_DAY);
  QuanDate today = quan_date_today ();

  g_assert_cmpint (today, >=, before);
  g_assert_cmpint (today, <=, g_get_real_time () / G_TIME_SPAN_DAY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/every-day", test_every_day);
  g_test_add_func ("/date/impossible", test_impossible);
  g_test_add_func ("/date/not-iso", test_not_iso);
  g_test_add_func ("/date/typed", test_typed);
  g_test_add_func ("/date/months", test_months);
  g_test_add_func ("/date/years", test_years);
  g_test_add_func ("/date/quarters", test_quarters);
  g_test_add_func ("/date/written", test_written);
  g_test_add_func ("/date/today", test_today);
  return g_test_run ();
}
