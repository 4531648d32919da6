/* Whether a packet prints the facts it is made from. */
#pragma once
#include "core/packet/redemption-packet.h"

/* Appends a sentence to problems for each text of the records that a packet prints and that cannot be put together,
 * from its beginning to its end, out of whole texts of the canvas. Lines are printed where the pack plans a list. */
void check_facts (const QuanCanvas *canvas, const QuanPacketSource *source, GPtrArray *problems);
/* The same for a redemption: of the enterprise, of its vouchers and their contracts, and of every invoice, delivery and
 * payment of the round. */
void check_redemption_facts (const QuanCanvas *canvas, const QuanRedemptionSource *source, GPtrArray *problems);
