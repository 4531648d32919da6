/* The fifth step of a redemption: its packet, its submission and what came of it. Another day to be judged on is asked
 * for by wizard.judge-on. */
#pragma once
#include "ui/wizard/packet-page.h"

#define QUAN_TYPE_REDEMPTION_PACKET_PAGE (quan_redemption_packet_page_get_type ())
G_DECLARE_FINAL_TYPE (QuanRedemptionPacketPage, quan_redemption_packet_page, QUAN, REDEMPTION_PACKET_PAGE,
                      QuanPacketPage)
