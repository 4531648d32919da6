#include "ui/wizard/line-proposal.h"

#define FEN_PLACES 2
#define DIGITS_MAX 23  /* of a decimal: fifteen before the point, eight behind it */

/* A decimal as an integer and the number of its places: "9.50" is 950 and 2. FALSE for anything else. */
static gboolean
take_decimal (const char *text, unsigned __int128 *value, int *places)
{
  int digits = 0;
  gboolean behind = FALSE;

  *value = 0;
  *places = 0;
  for (; text != NULL && *text != '\0'; text++) {
    if (*text == '.' && !behind) {
      behind = TRUE;
      continue;
    }
    if (!g_ascii_isdigit (*text) || ++digits > DIGITS_MAX)
      return FALSE;
    *value = *value * 10 + (*text - '0');
    *places += behind ? 1 : 0;
  }
  while (*places > 0 && *value % 10 == 0) {
    *value /= 10;
    --*places;
  }
  return digits > 0;
}

QuanFen
quan_line_proposal (const QuanLine *line)
{
  unsigned __int128 quantity, price, product, divisor = 1;
  int quantity_places, price_places, places;

  if (!take_decimal (line->quantity, &quantity, &quantity_places)
      || !take_decimal (line->unit_price, &price, &price_places)
      || __builtin_mul_overflow (quantity, price, &product))
    return QUAN_FEN_NONE;
  places = quantity_places + price_places;
  for (; places < FEN_PLACES; places++)
    if (__builtin_mul_overflow (product, 10, &product))
      return QUAN_FEN_NONE;
  for (; places > FEN_PLACES; places--)
    divisor *= 10;
  if (__builtin_add_overflow (product, divisor / 2, &product))
    return QUAN_FEN_NONE;
  product /= divisor;
  return product > (unsigned __int128) QUAN_FEN_MAX ? QUAN_FEN_NONE : (QuanFen) product;
}
