/* Redemptions that an import accepts and that are hard to set: extreme, odd, half empty; the same for the same
 * number. */
#pragma once
#include <jansson.h>

#define REDEMPTION_HOSTILE_CASES 64

/* A case of the shape of tests/cases/redemption-packets.json, made from the sound ones there. Free with json_decref. */
json_t *redemption_hostile_case (const json_t *sound, unsigned number);
