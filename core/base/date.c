/* Civil dates: whole days without a time zone, in the proleptic Gregorian calendar. */
#include "core/base/date.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/base/text.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2999

/* Years are counted from 1 March, so that the leap day is the last of its year, in cycles of 400 years.
 * Month m of such a year, 0 for March, begins on its day (153 m + 2) / 5, counted from 0. */
#define DAYS_OF_CYCLE 146097
#define DAYS_OF_CENTURY 36524
#define DAYS_OF_FOUR_YEARS 1461
#define DAYS_TO_EPOCH 719468 /* from 0000-03-01 to 1970-01-01 */

static gboolean
is_leap (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
days_of_month (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return days[month - 1] + (month == 2 && is_leap (year));
}

QuanDate
quan_date_from_ymd (int year, int month, int day)
{
  int march_year, march_month, day_of_year;

  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > days_of_month (year, month))
    return QUAN_DATE_NONE;
  march_year = month > 2 ? year : year - 1;
  march_month = (month + 9) % 12;
  day_of_year = (153 * march_month + 2) / 5 + day - 1;
  return march_year * 365 + march_year / 4 - march_year / 100 + march_year / 400 + day_of_year - DAYS_TO_EPOCH;
}

void
quan_date_to_ymd (QuanDate date, int *year, int *month, int *day)
{
  int days = date + DAYS_TO_EPOCH;
  int cycle = days / DAYS_OF_CYCLE;
  int rest = days % DAYS_OF_CYCLE;
  int march_year = (rest - rest / (DAYS_OF_FOUR_YEARS - 1) + rest / DAYS_OF_CENTURY - rest / (DAYS_OF_CYCLE - 1)) / 365;
  int day_of_year = rest - (march_year * 365 + march_year / 4 - march_year / 100);
  int march_month = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * march_month + 2) / 5 + 1;
  *month = march_month < 10 ? march_month + 3 : march_month - 9;
  *year = cycle * 400 + march_year + (*month <= 2);
}

int
quan_date_year (QuanDate date)
{
  int year, month, day;

  quan_date_to_ymd (date, &year, &month, &day);
  return year;
}

int
quan_date_quarter (QuanDate date)
{
  int year, month, day;

  quan_date_to_ymd (date, &year, &month, &day);
  return (month + 2) / 3;
}

int
quan_date_weekday (QuanDate date)
{
  /* 0000-03-01 is a Wednesday. */
  return (date + DAYS_TO_EPOCH + 2) % 7 + 1;
}

/* Takes up to most digits as a number; FALSE if there are fewer than least. */
static gboolean
take_number (const char **cursor, int least, int most, int *number)
{
  int length = 0;

  *number = 0;
  for (; length < most && g_ascii_isdigit (**cursor); length++, (*cursor)++)
    *number = *number * 10 + (**cursor - '0');
  return length >= least;
}

static gboolean
take_word (const char **cursor, const char *word)
{
  if (!g_str_has_prefix (*cursor, word))
    return FALSE;
  *cursor += strlen (word);
  return TRUE;
}

QuanDate
quan_date_parse_iso (const char *text)
{
  int year, month, day;
  gboolean formed = take_number (&text, 4, 4, &year) && take_word (&text, "-") && take_number (&text, 2, 2, &month)
                    && take_word (&text, "-") && take_number (&text, 2, 2, &day) && *text == '\0';

  return formed ? quan_date_from_ymd (year, month, day) : QUAN_DATE_NONE;
}

/* What a typed date has behind its year, its month and its day, and how many digits month and day have at least. */
static const struct {
  const char *after[3];
  int least_digits;
} shapes[] = {
  { { "-", "-", "" }, 1 },
  { { "/", "/", "" }, 1 },
  { { ".", ".", "" }, 1 },
  { { "年", "月", "日" }, 1 },
  { { "", "", "" }, 2 },
};

static gboolean
match_shape (const char *text, gsize shape, int *year, int *month, int *day)
{
  int least = shapes[shape].least_digits;

  return take_number (&text, 4, 4, year) && take_word (&text, shapes[shape].after[0])
         && take_number (&text, least, 2, month) && take_word (&text, shapes[shape].after[1])
         && take_number (&text, least, 2, day) && take_word (&text, shapes[shape].after[2]) && *text == '\0';
}

gboolean
quan_date_parse (const char *text, QuanDate *date, GError **error)
{
  g_autofree char *folded = quan_text_halfwidth (text);
  gboolean formed = FALSE;
  QuanDate parsed = QUAN_DATE_NONE;
  int year, month, day;

  g_strstrip (folded);
  for (gsize i = 0; i < G_N_ELEMENTS (shapes) && !formed; i++)
    formed = match_shape (folded, i, &year, &month, &day);
  if (formed)
    parsed = quan_date_from_ymd (year, month, day);
  if (!formed)
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                 _("“%s” is not a date. Expected year, month and day, such as 2024-03-01 or 2024年3月1日."), text);
  else if (year < FIRST_YEAR || year > LAST_YEAR)
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                 _("The year of “%s” lies outside %d to %d. Enter the year in four digits."), text, FIRST_YEAR,
                 LAST_YEAR);
  else if (parsed == QUAN_DATE_NONE)
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                 _("The calendar has no day “%s”. Check the month and the day."), text);
  else
    *date = parsed;
  return parsed != QUAN_DATE_NONE;
}

static void
write_number (char *out, int digits, int number)
{
  for (int i = digits - 1; i >= 0; i--, number /= 10)
    out[i] = (char) ('0' + number % 10);
}

const char *
quan_date_iso (QuanDate date, char buf[QUAN_DATE_BUF])
{
  int year, month, day;

  g_return_val_if_fail (date != QUAN_DATE_NONE, "");
  quan_date_to_ymd (date, &year, &month, &day);
  write_number (buf, 4, year);
  buf[4] = '-';
  write_number (buf + 5, 2, month);
  buf[7] = '-';
  write_number (buf + 8, 2, day);
  buf[10] = '\0';
  return buf;
}

char *
quan_date_chinese (QuanDate date)
{
  int year, month, day;

  g_return_val_if_fail (date != QUAN_DATE_NONE, NULL);
  quan_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%d年%d月%d日", year, month, day);
}

char *
quan_date_chinese_numerals (QuanDate date)
{
  g_autoptr (GString) words = g_string_new (NULL);
  int year, month, day;

  g_return_val_if_fail (date != QUAN_DATE_NONE, NULL);
  quan_date_to_ymd (date, &year, &month, &day);
  for (int place = 1000; place > 0; place /= 10)
    g_string_append (words, quan_chinese_digits[year / place % 10]);
  g_string_append (words, "年");
  quan_append_count (words, month);
  g_string_append (words, "月");
  quan_append_count (words, day);
  g_string_append (words, "日");
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static QuanDate
add_months (QuanDate date, int64_t n)
{
  int year, month, day;
  int64_t months;

  g_return_val_if_fail (date != QUAN_DATE_NONE, QUAN_DATE_NONE);
  quan_date_to_ymd (date, &year, &month, &day);
  months = year * 12 + month - 1 + n;
  if (months < FIRST_YEAR * 12 || months >= (LAST_YEAR + 1) * 12)
    return QUAN_DATE_NONE;
  year = (int) (months / 12);
  month = (int) (months % 12) + 1;
  if (day <= days_of_month (year, month))
    return quan_date_from_ymd (year, month, day);
  /* December lacks no day, so the next month is in the same year. */
  return quan_date_from_ymd (year, month + 1, 1);
}

QuanDate
quan_date_add_months (QuanDate date, int n)
{
  return add_months (date, n);
}

QuanDate
quan_date_add_years (QuanDate date, int n)
{
  return add_months (date, (int64_t) n * 12);
}

QuanDate
quan_date_quarter_start (QuanDate date)
{
  return quan_date_from_ymd (quan_date_year (date), quan_date_quarter (date) * 3 - 2, 1);
}

QuanDate
quan_date_quarter_end (QuanDate date)
{
  int year = quan_date_year (date);
  int month = quan_date_quarter (date) * 3;

  return quan_date_from_ymd (year, month, days_of_month (year, month));
}

QuanDate
quan_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  return quan_date_from_ymd (year, month, day);
}
