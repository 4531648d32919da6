/* The fifth step: the documents of the packet, the packet itself to look at, and what is done with it. */
#pragma once
#include "ui/office.h"
#include "ui/wizard/wizard-page.h"

#define QUAN_TYPE_PACKET_PAGE (quan_packet_page_get_type ())
G_DECLARE_FINAL_TYPE (QuanPacketPage, quan_packet_page, QUAN, PACKET_PAGE, QuanWizardPage)

/* Who makes packets and does acts; to be set before the first snapshot is shown. */
void quan_packet_page_set_office (QuanPacketPage *page, QuanOffice *office);

/*
 * The buttons of the page, to be placed in the bar below; the page keeps them. Their actions, for the page and the buttons:
 *   packet.save    (Ctrl+S) asks where to, writes the packet
 *   packet.print
 *   packet.submit  asks and freezes
 *   packet.answer  records what became of it
 *   packet.stop    stops the making of the packet
 */
GtkWidget *quan_packet_page_buttons (QuanPacketPage *page);
/* The same actions, for the keys of what is around the page. */
GActionGroup *quan_packet_page_actions (QuanPacketPage *page);
/* The name proposed for the packet's file, "HT-2025-001 claim packet 2025-10-28.pdf". Free with g_free. */
char *quan_packet_page_file_name (const QuanPrepared *prepared);
/* Writes the packet to a file, as packet.save does once a file was chosen. */
void quan_packet_page_save_to (QuanPacketPage *page, const char *path);
/* Whether nothing is being made, written or frozen. */
gboolean quan_packet_page_is_idle (QuanPacketPage *page);
