/* Children one after the other at their natural widths, going on in the next line where one is full. */
#pragma once
#include <gtk/gtk.h>

#define QUAN_TYPE_FLOW (quan_flow_get_type ())
G_DECLARE_FINAL_TYPE (QuanFlow, quan_flow, QUAN, FLOW, GtkWidget)

/* Property "at-end": lines end at the right instead of beginning at the left. Children come from a .ui file, or: */
GtkWidget *quan_flow_new (gboolean at_end);
void       quan_flow_append (QuanFlow *flow, GtkWidget *child);
void       quan_flow_empty (QuanFlow *flow);
