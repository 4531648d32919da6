/* The fifth step of a claim: its packet, its submission and the answer. */
#pragma once
#include "ui/wizard/packet-page.h"

#define QUAN_TYPE_CLAIM_PACKET_PAGE (quan_claim_packet_page_get_type ())
G_DECLARE_FINAL_TYPE (QuanClaimPacketPage, quan_claim_packet_page, QUAN, CLAIM_PACKET_PAGE, QuanPacketPage)
