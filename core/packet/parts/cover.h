/* The cover of a packet: its title, labelled values on ruled lines, the amount, the date. */
#pragma once
#include "core/packet/pages.h"

/* A labelled value; NULL is still to be filled in. */
typedef struct {
  const char *label, *value;
} QuanCoverValue;

/* label and origin are of the amount: what it is, and where it comes from, "" where that is not to be said. */
void quan_cover_draw (QuanPages *pages, const QuanCoverValue *values, guint n_values, const char *label, QuanFen amount,
                      const char *origin);
