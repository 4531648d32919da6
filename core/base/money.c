/* Money: integer fen (1/100 yuan), never floating point. */
#include "core/base/money.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/base/text.h"

/* What may stand before the digits of a typed amount, and after them with the power of ten it means. */
static const char *const currency_signs[] = { "¥", "￥" };
static const struct {
  const char *word;
  int power;
} units[] = {
  { "万", 4 },
  { "亿", 8 },
};

/* An amount as typed: the digits without the point, and how many of them stand behind it. */
typedef struct {
  int64_t digits; /* above QUAN_FEN_MAX: too many to compute with */
  int decimals;
  gboolean negative;
} Typed;

static void
skip_blanks (const char **cursor)
{
  while (g_ascii_isspace (**cursor))
    (*cursor)++;
}

static gboolean
skip_word (const char **cursor, const char *word)
{
  if (!g_str_has_prefix (*cursor, word))
    return FALSE;
  *cursor += strlen (word);
  skip_blanks (cursor);
  return TRUE;
}

/* Appends one decimal digit; a value beyond QUAN_FEN_MAX stays beyond it. */
static int64_t
append_digit (int64_t value, int digit)
{
  return value > QUAN_FEN_MAX ? value : value * 10 + digit;
}

/* Takes a run of digits and returns how many there were. */
static int
take_digits (const char **cursor, int64_t *value)
{
  const char *start = *cursor;

  for (; g_ascii_isdigit (**cursor); (*cursor)++)
    *value = append_digit (*value, **cursor - '0');
  return (int) MIN (*cursor - start, G_MAXINT);
}

/* "1234567" or "1,234,567": where there is one comma, all groups are of three. */
static gboolean
take_whole_part (const char **cursor, int64_t *value)
{
  int first = take_digits (cursor, value);

  if (first == 0 || (**cursor == ',' && first > 3))
    return FALSE;
  while (**cursor == ',') {
    (*cursor)++;
    if (take_digits (cursor, value) != 3)
      return FALSE;
  }
  return TRUE;
}

static gboolean
take_number (const char **cursor, Typed *typed)
{
  if (!take_whole_part (cursor, &typed->digits))
    return FALSE;
  if (**cursor != '.')
    return TRUE;
  (*cursor)++;
  typed->decimals = take_digits (cursor, &typed->digits);
  return typed->decimals > 0;
}

/* The sign stands before or behind the currency sign. */
static void
take_prefix (const char **cursor, Typed *typed)
{
  skip_blanks (cursor);
  typed->negative = skip_word (cursor, "-");
  for (gsize i = 0; i < G_N_ELEMENTS (currency_signs); i++)
    if (skip_word (cursor, currency_signs[i]))
      break;
  if (!typed->negative)
    typed->negative = skip_word (cursor, "-");
}

/* The power of ten of the unit, and nothing but blanks behind it; -1 for anything else. */
static int
take_suffix (const char **cursor)
{
  int power = 0;

  skip_blanks (cursor);
  for (gsize i = 0; i < G_N_ELEMENTS (units) && power == 0; i++)
    if (skip_word (cursor, units[i].word))
      power = units[i].power;
  skip_word (cursor, "元");
  return **cursor == '\0' ? power : -1;
}

gboolean
quan_money_parse (const char *text, QuanFen *fen, GError **error)
{
  g_autofree char *folded = quan_text_halfwidth (text);
  const char *cursor = folded;
  Typed typed = { 0 };
  int power = -1;
  int zeros;

  take_prefix (&cursor, &typed);
  if (take_number (&cursor, &typed))
    power = take_suffix (&cursor);
  zeros = power + 2 - typed.decimals;
  if (power < 0 || zeros < 0) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                 _("“%s” is not an amount. Expected yuan with at most two decimals, such as 1,234.56 or 120万."), text);
    return FALSE;
  }
  for (; zeros > 0; zeros--)
    typed.digits = append_digit (typed.digits, 0);
  if (typed.digits > QUAN_FEN_MAX) {
    char most[QUAN_MONEY_BUF];

    g_set_error (error, QUAN_ERROR, QUAN_ERROR_OVERFLOW,
                 _("The amount “%s” is too large. The largest amount is %s yuan."), text,
                 quan_money_grouped (QUAN_FEN_MAX, most));
    return FALSE;
  }
  *fen = typed.negative ? -typed.digits : typed.digits;
  return TRUE;
}

gboolean
quan_money_parse_canonical (const char *text, QuanFen *fen)
{
  gboolean negative = *text == '-';
  const char *cursor = text + negative;
  gboolean leading_zero = *cursor == '0';
  int64_t value = 0;
  int whole = take_digits (&cursor, &value);

  if (whole == 0 || (leading_zero && whole > 1) || *cursor != '.')
    return FALSE;
  cursor++;
  if (take_digits (&cursor, &value) != 2 || *cursor != '\0')
    return FALSE;
  if (value > QUAN_FEN_MAX || (negative && value == 0))
    return FALSE;
  *fen = negative ? -value : value;
  return TRUE;
}

/* Writes the digits from the last to the first, with a comma between groups of three where grouped. */
static const char *
write_amount (QuanFen fen, gboolean grouped, char buf[QUAN_MONEY_BUF])
{
  char reversed[QUAN_MONEY_BUF];
  uint64_t rest = fen < 0 ? -(uint64_t) fen : (uint64_t) fen;
  int length = 0;

  for (int position = 0; position < 3 || rest > 0; position++) {
    if (position == 2)
      reversed[length++] = '.';
    else if (grouped && position > 2 && (position - 2) % 3 == 0)
      reversed[length++] = ',';
    reversed[length++] = (char) ('0' + rest % 10);
    rest /= 10;
  }
  if (fen < 0)
    reversed[length++] = '-';
  for (int i = 0; i < length; i++)
    buf[i] = reversed[length - 1 - i];
  buf[length] = '\0';
  return buf;
}

const char *
quan_money_canonical (QuanFen fen, char buf[QUAN_MONEY_BUF])
{
  g_return_val_if_fail (fen != QUAN_FEN_NONE, "");
  return write_amount (fen, FALSE, buf);
}

const char *
quan_money_grouped (QuanFen fen, char buf[QUAN_MONEY_BUF])
{
  g_return_val_if_fail (fen != QUAN_FEN_NONE, "");
  return write_amount (fen, TRUE, buf);
}

gboolean
quan_money_add (QuanFen a, QuanFen b, QuanFen *sum)
{
  QuanFen total;

  g_return_val_if_fail (a != QUAN_FEN_NONE && b != QUAN_FEN_NONE, FALSE);
  if (__builtin_add_overflow (a, b, &total) || total == QUAN_FEN_NONE)
    return FALSE;
  *sum = total;
  return TRUE;
}

void
quan_money_add_known (QuanFen *sum, QuanFen amount)
{
  if (*sum == QUAN_FEN_NONE || amount == QUAN_FEN_NONE || !quan_money_add (*sum, amount, sum))
    *sum = QUAN_FEN_NONE;
}

gboolean
quan_mul_div_floor (int64_t a, int64_t b, int64_t c, int64_t *result)
{
  __int128 product = (__int128) a * b;
  __int128 quotient;

  g_return_val_if_fail (c > 0, FALSE);
  quotient = product / c;
  if (product % c < 0)
    quotient--;
  if (quotient <= INT64_MIN || quotient > INT64_MAX)
    return FALSE;
  *result = (int64_t) quotient;
  return TRUE;
}
