/* Money: reading, writing and computing in fen. */
#include "core/base/money.h"

#include <string.h>

#include "core/base/error.h"

#define NOT_AN_AMOUNT QUAN_FEN_NONE
#define TOO_LARGE INT64_MAX

static const struct {
  const char *text;
  QuanFen fen;
} typed[] = {
  { "0", 0 },
  { "-0", 0 },
  { "007", 700 },
  { "1,234.56", 123456 },
  { "1,234,567", 123456700 },
  { "１２３４.５", 123450 },
  { "－１，２３４．５６", -123456 },
  { "-3.5", -350 },
  { "  　12.30　 ", 1230 },
  { "¥1,000", 100000 },
  { "￥ 1,000 元", 100000 },
  { "-¥3", -300 },
  { "¥-3", -300 },
  { "120万", 120000000 },
  { "120 万元", 120000000 },
  { "1.2亿", 12000000000 },
  { "1.234567万", 1234567 },
  { "1.2345678万", NOT_AN_AMOUNT },
  { "0.0000000001亿", 1 },
  { "0.00000000001亿", NOT_AN_AMOUNT },
  { "1.234", NOT_AN_AMOUNT },
  { "1.230", NOT_AN_AMOUNT },
  { "9999999999999.99", QUAN_FEN_MAX },
  { "-9,999,999,999,999.99", -QUAN_FEN_MAX },
  { "10000000000000", TOO_LARGE },
  { "-10000000000000", TOO_LARGE },
  { "100000亿", TOO_LARGE },
  { "99999.9999999999亿", QUAN_FEN_MAX },
  { "123456789012345678901234567890", TOO_LARGE },
  { "12,34", NOT_AN_AMOUNT },
  { "1234,567", NOT_AN_AMOUNT },
  { "1,2345", NOT_AN_AMOUNT },
  { ",123", NOT_AN_AMOUNT },
  { "1,,234", NOT_AN_AMOUNT },
  { "1,234,", NOT_AN_AMOUNT },
  { "1.5,000", NOT_AN_AMOUNT },
  { "1.", NOT_AN_AMOUNT },
  { ".5", NOT_AN_AMOUNT },
  { "1.2.3", NOT_AN_AMOUNT },
  { "--1", NOT_AN_AMOUNT },
  { "-¥-1", NOT_AN_AMOUNT },
  { "¥¥1", NOT_AN_AMOUNT },
  { "1e3", NOT_AN_AMOUNT },
  { "0x10", NOT_AN_AMOUNT },
  { "1 000", NOT_AN_AMOUNT },
  { "万", NOT_AN_AMOUNT },
  { "1万亿", NOT_AN_AMOUNT },
  { "1万2000", NOT_AN_AMOUNT },
  { "元", NOT_AN_AMOUNT },
  { "", NOT_AN_AMOUNT },
  { "  ", NOT_AN_AMOUNT },
  { "nan", NOT_AN_AMOUNT },
};

static void
test_typed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++) {
    g_autoptr (GError) error = NULL;
    QuanFen fen = 42;
    gboolean ok = quan_money_parse (typed[i].text, &fen, &error);
    int refusal = typed[i].fen == TOO_LARGE ? QUAN_ERROR_OVERFLOW : QUAN_ERROR_INPUT;

    g_test_message ("“%s”", typed[i].text);
    if (typed[i].fen == NOT_AN_AMOUNT || typed[i].fen == TOO_LARGE) {
      g_assert_false (ok);
      g_assert_error (error, QUAN_ERROR, refusal);
      g_assert_nonnull (strstr (error->message, typed[i].text));
      g_assert_cmpint (fen, ==, 42);
    } else {
      g_assert_no_error (error);
      g_assert_true (ok);
      g_assert_cmpint (fen, ==, typed[i].fen);
    }
  }
}

static const struct {
  QuanFen fen;
  const char *canonical;
  const char *grouped;
} written[] = {
  { 0, "0.00", "0.00" },
  { 5, "0.05", "0.05" },
  { -5, "-0.05", "-0.05" },
  { 99, "0.99", "0.99" },
  { 100, "1.00", "1.00" },
  { -1200, "-12.00", "-12.00" },
  { 99999, "999.99", "999.99" },
  { 100000, "1000.00", "1,000.00" },
  { -100000, "-1000.00", "-1,000.00" },
  { 123456780, "1234567.80", "1,234,567.80" },
  { QUAN_FEN_MAX, "9999999999999.99", "9,999,999,999,999.99" },
  { -QUAN_FEN_MAX, "-9999999999999.99", "-9,999,999,999,999.99" },
};

static void
test_written (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (written); i++) {
    char buf[QUAN_MONEY_BUF];
    QuanFen fen = 42;

    g_assert_cmpstr (quan_money_canonical (written[i].fen, buf), ==, written[i].canonical);
    g_assert_cmpstr (quan_money_grouped (written[i].fen, buf), ==, written[i].grouped);
    g_assert_true (quan_money_parse_canonical (written[i].canonical, &fen));
    g_assert_cmpint (fen, ==, written[i].fen);
    g_assert_true (quan_money_parse (written[i].grouped, &fen, NULL));
    g_assert_cmpint (fen, ==, written[i].fen);
  }
}

static void
test_widest (void)
{
  char buf[QUAN_MONEY_BUF];

  g_assert_cmpstr (quan_money_grouped (INT64_MIN + 1, buf), ==, "-92,233,720,368,547,758.07");
  g_assert_cmpstr (quan_money_canonical (INT64_MAX, buf), ==, "92233720368547758.07");
}

static const char *const not_canonical[] = {
  "",     "-",   ".00",  "1",     "1.0",   "1.000",  "01.00", "00.00",    "-0.00",
  "+1.00", "--1.00", " 1.00", "1.00 ", "1,000.00", "1.0a", "１.00", "1.00万", "10000000000000.00",
  "-10000000000000.00",
};

static void
test_not_canonical (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (not_canonical); i++) {
    QuanFen fen = 42;

    g_test_message ("“%s”", not_canonical[i]);
    g_assert_false (quan_money_parse_canonical (not_canonical[i], &fen));
    g_assert_cmpint (fen, ==, 42);
  }
}

static const struct {
  QuanFen a, b;
  gboolean ok;
  QuanFen sum;
} sums[] = {
  { 1, 2, TRUE, 3 },
  { -1, 1, TRUE, 0 },
  { INT64_MAX, -1, TRUE, INT64_MAX - 1 },
  { INT64_MAX, 1, FALSE, 0 },
  { INT64_MIN + 1, -1, FALSE, 0 }, /* the sum would read as unknown */
  { INT64_MIN + 1, -2, FALSE, 0 },
  { INT64_MIN + 2, -1, TRUE, INT64_MIN + 1 },
};

static void
test_sums (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++) {
    QuanFen sum = 42;

    g_assert_cmpint (quan_money_add (sums[i].a, sums[i].b, &sum), ==, sums[i].ok);
    g_assert_cmpint (sum, ==, sums[i].ok ? sums[i].sum : 42);
  }
}

static const struct {
  int64_t a, b, c;
  gboolean ok;
  int64_t result;
} quotients[] = {
  { 99999999, 1, 5, TRUE, 19999999 }, /* 999,999.99 at 20 % */
  { 7, 1, 2, TRUE, 3 },
  { -7, 1, 2, TRUE, -4 },
  { 7, -1, 2, TRUE, -4 },
  { -7, -1, 2, TRUE, 3 },
  { -8, 1, 2, TRUE, -4 },
  { -1, 1, INT64_MAX, TRUE, -1 },
  { 0, INT64_MAX, 1, TRUE, 0 },
  { INT64_MAX, INT64_MAX, INT64_MAX, TRUE, INT64_MAX },
  { INT64_MAX, 366, 366, TRUE, INT64_MAX },
  { INT64_MAX, 2, 1, FALSE, 0 },
  { INT64_MIN, -1, 1, FALSE, 0 },
  { INT64_MIN, INT64_MIN, INT64_MAX, FALSE, 0 },
  { INT64_MIN, 1, 1, FALSE, 0 }, /* the quotient would read as unknown */
  { INT64_MIN, 1, 2, TRUE, INT64_MIN / 2 },
};

static void
test_quotients (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (quotients); i++) {
    int64_t result = 42;

    g_assert_cmpint (quan_mul_div_floor (quotients[i].a, quotients[i].b, quotients[i].c, &result), ==, quotients[i].ok);
    g_assert_cmpint (result, ==, quotients[i].ok ? quotients[i].result : 42);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/typed", test_typed);
  g_test_add_func ("/money/written", test_written);
  g_test_add_func ("/money/widest", test_widest);
  g_test_add_func ("/money/not-canonical", test_not_canonical);
  g_test_add_func ("/money/sums", test_sums);
  g_test_add_func ("/money/quotients", test_quotients);
  return g_test_run ();
}
