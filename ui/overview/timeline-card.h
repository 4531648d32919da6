/* The year of redemptions: the drawing, its rounds to be opened, and the same in words. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/overview.h"

#define QUAN_TYPE_TIMELINE_CARD (quan_timeline_card_get_type ())
G_DECLARE_FINAL_TYPE (QuanTimelineCard, quan_timeline_card, QUAN, TIMELINE_CARD, GtkBox)

GtkWidget *quan_timeline_card_new (void);
/* Shows a year of an overview, which stays valid until the next call; NULL shows nothing. The same year as before leaves
 * the card at the year it was turned to. */
void quan_timeline_card_show (QuanTimelineCard *card, const QuanOverview *overview, int year);
/* The year shown. */
int  quan_timeline_card_year (QuanTimelineCard *card);
