/* Unified social credit codes (统一社会信用代码), GB 32100-2015. */
#pragma once
#include <glib.h>

#define QUAN_USCC_LENGTH 18

typedef enum {
  QUAN_USCC_INVALID,     /* wrong length or a character outside the alphabet: an error */
  QUAN_USCC_SUSPICIOUS,  /* well formed, last check character differs: a warning (some early codes are legal so) */
  QUAN_USCC_VALID,
} QuanUsccStatus;

/* The decoded parts of a normalised code. Texts are the code's own characters. */
typedef struct {
  char authority;            /* digit 1, registering authority: '9' = market regulation */
  char category;             /* digit 2, kind of organisation: with authority 9, '1' = enterprise, '2' = individual business */
  char region[7];            /* digits 3-8, administrative division of registration, "110108" */
  char organisation[10];     /* digits 9-17, organisation code of GB 11714 */
  gboolean organisation_check_ok; /* its own check character (digit 17) is right */
  char expected_check;       /* what digit 18 should be */
} QuanUsccParts;

/* Trims, folds full-width to half-width and upper-cases text into out (always terminated, "" when invalid), then judges it. */
QuanUsccStatus quan_uscc_normalise (const char *text, char out[QUAN_USCC_LENGTH + 1]);
/* Decodes a normalised code of 18 legal characters; FALSE for any other text. */
gboolean quan_uscc_decode (const char *code, QuanUsccParts *parts);
