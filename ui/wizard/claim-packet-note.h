/* The sentence of a claim's packet page. */
#pragma once
#include "ui/wizard/packet-note.h"

void quan_claim_packet_note (const QuanPrepared *prepared, guint n_pages, gboolean ready, QuanPacketNote *note);
/* What keeps a packet from being made at all, as the path of the field; NULL if nothing does. */
const char *quan_claim_packet_lacks (const QuanPrepared *prepared);
