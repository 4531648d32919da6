/* A frozen packet under verification. Internal to the desk. */
#pragma once
#include "core/desk/frozen.h"

typedef struct {
  QuanDesk         *desk;
  const QuanFrozen *frozen;
  GPtrArray        *problems;  /* of QuanStoreProblem */
} QuanVerification;

void quan_verification_report (const QuanVerification *verification, const char *sentence);

/* Verifies the packet of a redemption. kept is the redemption it was frozen of, as it stands now; NULL if a later packet
 * replaced this one. */
void quan_verify_redemption_packet (const QuanVerification *verification, gconstpointer kept);
