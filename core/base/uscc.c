/* Unified social credit codes (统一社会信用代码), GB 32100-2015. */
#include "core/base/uscc.h"

#include <string.h>

#include "core/base/text.h"

#define ORGANISATION_FIRST 8
#define ORGANISATION_LENGTH 8 /* without its own check character */

/* A character's value is its place; I, O, S, V and Z are left out. */
static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/* The place of a character in the alphabet, -1 if it is not in it. */
static int
value_of (char c)
{
  const char *found = c != '\0' ? strchr (alphabet, c) : NULL;

  return found != NULL ? (int) (found - alphabet) : -1;
}

static gboolean
is_well_formed (const char *code)
{
  if (strlen (code) != QUAN_USCC_LENGTH)
    return FALSE;
  for (const char *p = code; *p != '\0'; p++)
    if (value_of (*p) < 0)
      return FALSE;
  return TRUE;
}

/* The weights of GB 32100 are the powers of 3 modulo 31. */
static char
check_of_code (const char *code)
{
  int sum = 0;

  for (int i = 0, weight = 1; i < QUAN_USCC_LENGTH - 1; i++, weight = weight * 3 % 31)
    sum += weight * value_of (code[i]);
  return alphabet[(31 - sum % 31) % 31];
}

/* GB 11714 counts letters on from 10 without leaving any out, and writes a remainder of ten as X. */
static char
check_of_organisation (const char *organisation)
{
  static const int weights[ORGANISATION_LENGTH] = { 3, 7, 9, 10, 5, 8, 4, 2 };
  int sum = 0;

  for (int i = 0; i < ORGANISATION_LENGTH; i++) {
    char c = organisation[i];

    sum += weights[i] * (g_ascii_isdigit (c) ? c - '0' : c - 'A' + 10);
  }
  return "0123456789X"[(11 - sum % 11) % 11];
}

QuanUsccStatus
quan_uscc_normalise (const char *text, char out[QUAN_USCC_LENGTH + 1])
{
  g_autofree char *folded = quan_text_halfwidth (text);
  g_autofree char *code = g_ascii_strup (g_strstrip (folded), -1);

  out[0] = '\0';
  if (!is_well_formed (code))
    return QUAN_USCC_INVALID;
  g_strlcpy (out, code, QUAN_USCC_LENGTH + 1);
  return code[QUAN_USCC_LENGTH - 1] == check_of_code (code) ? QUAN_USCC_VALID : QUAN_USCC_SUSPICIOUS;
}

gboolean
quan_uscc_decode (const char *code, QuanUsccParts *parts)
{
  const char *organisation;

  if (!is_well_formed (code))
    return FALSE;
  organisation = code + ORGANISATION_FIRST;
  parts->authority = code[0];
  parts->category = code[1];
  g_strlcpy (parts->region, code + 2, sizeof parts->region);
  g_strlcpy (parts->organisation, organisation, sizeof parts->organisation);
  parts->organisation_check_ok = organisation[ORGANISATION_LENGTH] == check_of_organisation (organisation);
  parts->expected_check = check_of_code (code);
  return TRUE;
}
