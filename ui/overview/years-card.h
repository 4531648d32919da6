/* The years before the one shown, as thin bars. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/overview.h"

#define QUAN_TYPE_YEARS_CARD (quan_years_card_get_type ())
G_DECLARE_FINAL_TYPE (QuanYearsCard, quan_years_card, QUAN, YEARS_CARD, GtkBox)

GtkWidget *quan_years_card_new (void);
/* Shows the years before this one, the latest first. Nothing of the overview is kept. */
void quan_years_card_show (QuanYearsCard *card, const QuanOverview *overview, int year);
