/* The one error domain of the core. */
#pragma once
#include <glib.h>

/*
 * Every message is one complete, translated sentence or two: where, what was found, what was
 * expected, what to do. The code is what a caller acts on; quanctl derives its exit status from it.
 */
typedef enum {
  QUAN_ERROR_USAGE,     /* an unknown contract, enterprise, round, option or value was named */
  QUAN_ERROR_INPUT,     /* a file, a record or an act was refused; nothing was changed */
  QUAN_ERROR_OVERFLOW,  /* an amount leaves the range of fen this program computes in */
  QUAN_ERROR_STORE,     /* the store cannot be used: held, newer, damaged, foreign, missing, disk full */
  QUAN_ERROR_OUTPUT,    /* an output file could not be written; no partial file is left */
  QUAN_ERROR_FONT,      /* no installed font has a character, or a font cannot be used */
} QuanError;

#define QUAN_ERROR (quan_error_quark ())
GQuark quan_error_quark (void);

/* What else there is to act on, in terms of the room that set the error: a detail (0: none) and a number that belongs to
 * it. The error is one of this domain. */
void quan_error_set_detail (GError *error, int detail, int number);
int  quan_error_detail (const GError *error, int *number);
