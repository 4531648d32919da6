/* The checklist of the packet page: rows in groups, each with its state and what can be done with it. Files are dropped onto the
 * row of their document. */
#pragma once
#include "ui/wizard/packet-items.h"

#define QUAN_TYPE_PACKET_LIST (quan_packet_list_get_type ())
G_DECLARE_FINAL_TYPE (QuanPacketList, quan_packet_list, QUAN, PACKET_LIST, GtkBox)

/*
 * Signals:
 *   jump (uint)  a sheet was chosen: the page it begins on
 *   add  (char*) a file is to be chosen for the document of this id
 * It activates wizard.attach for what is dropped, wizard.detach, and wizard.reveal for a document's date.
 */
void       quan_packet_list_show (QuanPacketList *list, const QuanPacketFacts *facts, QuanPdf *pdf);
/* Marks the sheet that a page of the packet shows. */
void       quan_packet_list_mark (QuanPacketList *list, guint page);
/* The word shown in the row of a document, NULL if it has no row. */
const char *quan_packet_list_word (QuanPacketList *list, const char *document);
