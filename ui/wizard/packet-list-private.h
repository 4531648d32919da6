/* The inside of the list of the packet's documents, shared by the sources that make it. */
#pragma once
#include "ui/wizard/packet-items.h"
#include "ui/wizard/packet-list.h"

struct _QuanPacketList {
  GtkBox     parent_instance;
  GtkWidget *list;
  GPtrArray *items;  /* of QuanPacketItem, what is shown; NULL before the first */
  GPtrArray *rows;   /* of GtkListBoxRow, one for each */
  gboolean   locked;
};

/* The item of the row a widget is in, NULL for the heading of a group. */
const QuanPacketItem *quan_packet_list_item (QuanPacketList *self, GtkWidget *inside);
/* The row of an item, with what can be done to it. */
GtkWidget *quan_packet_row_new (QuanPacketList *self, guint number, const QuanPacketItem *item);
/* The heading of a group: "Made by this program · 13 items, 15 pages". */
GtkWidget *quan_packet_group_row_new (const GPtrArray *items, QuanItemGroup group);
