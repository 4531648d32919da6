/* What keeps a claim packet from being ready. */
#pragma once
#include "core/packet/claim-packet.h"

typedef struct {
  QuanVerdict verdict;
  const char *clause;  /* "" where none */
  char       *what, *fact, *remedy;
} QuanOpenItem;

/* Rules that fail or lack a fact, facts a claim needs that no rule asks for, an amount that is not determined; where
 * there are any of these, the rules left to a person too. Free with g_ptr_array_unref. */
GPtrArray *quan_open_items (const QuanPacketSource *source);
