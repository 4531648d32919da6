/* Packets as pdftotext reads them. */
#pragma once
#include <jansson.h>

#include "core/packet/claim-packet.h"

/* The texts of the pages, without blanks, to free with g_strfreev; the reader must have nothing to complain of. */
char **packet_pages (const QuanPacket *packet);
/* All that a case expects of its packet: whether it is a draft, what its texts contain and lack, and what every page
 * says of itself. */
void packet_assert_case (const json_t *golden, const QuanPacket *packet);
