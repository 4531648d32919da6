/* What keeps a packet from being ready. */
#pragma once
#include "core/packet/redemption-packet.h"

typedef struct {
  QuanVerdict verdict;
  const char *clause;  /* "" where none */
  char       *what, *fact, *remedy;
} QuanOpenItem;

/* Rules that fail or lack a fact, facts a claim needs that no rule asks for, an amount that is not determined; where
 * there are any of these, the rules left to a person too. Free with g_ptr_array_unref. */
GPtrArray *quan_claim_open_items (const QuanPacketSource *source);
/* Cross-checks that fail or lack a fact, facts a redemption cannot do without, vouchers whose amount is not
 * determined, and that nothing is asked for; where there are any of these, what is to be explained too. Free with
 * g_ptr_array_unref. */
GPtrArray *quan_redemption_open_items (const QuanRedemptionSource *source);
