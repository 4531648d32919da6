/* Whether waiting for the new year gains anything (三¶1-2, A10): the yearly quota begins anew, but the pack may have
 * lapsed by then. */
#pragma once
#include "core/desk/desk.h"

typedef struct {
  QuanDate    date;       /* the first working day (Monday to Friday, not 1 January) of the next year */
  gboolean    in_force;   /* the pack is in force on that day; else claimable is 0.00: the whole claim would be lost */
  QuanVerdict verdict;    /* on that day */
  QuanFen     claimable;  /* on that day; QUAN_FEN_NONE where unknown */
  QuanFen     gain;       /* claimable then − claimable now, may be negative; QUAN_FEN_NONE where one is unknown */
  QuanFen     remaining;  /* of the claims quota on that day */
} QuanWaiting;

/* Judges the subject of a check on that later day, under its own pack and readings. years: the enterprise's ledgers. */
gboolean quan_waiting (const QuanView *view, const QuanCase *subject, const QuanCheck *check, QuanYears *years,
                       QuanWaiting *waiting, GError **error);
