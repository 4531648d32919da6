/* Money: integer fen (1/100 yuan), never floating point. */
#pragma once
#include <stdint.h>
#include <glib.h>

typedef int64_t QuanFen;

/* No amount: unknown, which is neither zero nor any other value. Prints as "—" or null. */
#define QUAN_FEN_NONE INT64_MIN
/* The largest magnitude a single amount may have: 9,999,999,999,999.99 yuan. */
#define QUAN_FEN_MAX INT64_C (999999999999999)

/*
 * Reads an amount as a person types it: "1,234.56", "１２３４.５", "120万", "1.2亿", "¥1,000", "-3.5",
 * surrounding blanks, full-width digits and signs; an optional trailing 元. At most two decimals of a yuan
 * ("1.234567万" is 12345.67 and accepted, "1.2345678万" is not). Commas must group by three.
 * FALSE with QUAN_ERROR_INPUT (a sentence that quotes the text and says what is expected) or
 * QUAN_ERROR_OVERFLOW beyond QUAN_FEN_MAX.
 */
gboolean quan_money_parse (const char *text, QuanFen *fen, GError **error);

/* Reads the canonical form of files, "-?digits.dd" without leading zeros ("0.05", "-12.00"; not "-0.00", "1", "01.00").
 * FALSE for anything else or beyond QUAN_FEN_MAX; composes no message. */
gboolean quan_money_parse_canonical (const char *text, QuanFen *fen);

#define QUAN_MONEY_BUF 32
/* Writes the canonical form into buf and returns buf. fen must not be QUAN_FEN_NONE. Locale-independent. */
const char *quan_money_canonical (QuanFen fen, char buf[QUAN_MONEY_BUF]);
/* The same with a comma between groups of three: "1,234,567.80", "-3.00". */
const char *quan_money_grouped (QuanFen fen, char buf[QUAN_MONEY_BUF]);

/* sum = a + b, FALSE (sum untouched) when the result leaves int64 or would read as QUAN_FEN_NONE. Neither addend may
 * be QUAN_FEN_NONE. */
gboolean quan_money_add (QuanFen a, QuanFen b, QuanFen *sum);
/* Adds an amount to a running sum that is unknown, QUAN_FEN_NONE, once an amount is, or once it leaves int64. */
void quan_money_add_known (QuanFen *sum, QuanFen amount);

/* result = floor (a × b ÷ c) with a 128-bit intermediate, rounding towards minus infinity.
 * c must be positive. FALSE (result untouched) when the result leaves int64 or would read as QUAN_FEN_NONE. */
gboolean quan_mul_div_floor (int64_t a, int64_t b, int64_t c, int64_t *result);
