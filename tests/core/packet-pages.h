/* Packets as pdftotext reads them. */
#pragma once
#include <jansson.h>

#include "core/packet/claim-packet.h"

/* The texts of the pages, without blanks, to free with g_strfreev; the reader must have nothing to complain of. */
char **packet_pages (const QuanPacket *packet);
/* The texts of a list of what a case expects are there, or are not. */
void packet_assert_texts (const char *id, const json_t *expect, const char *key, const char *whole, gboolean there);
/* What every page says of itself: its number, that it is a template, whether it is a draft, and "every_page". */
void packet_assert_frames (const QuanPacket *packet, char **pages, const json_t *expect);
