/* What comes next: by when, what, and what is at stake. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/overview.h"

#define QUAN_TYPE_AGENDA_CARD (quan_agenda_card_get_type ())
G_DECLARE_FINAL_TYPE (QuanAgendaCard, quan_agenda_card, QUAN, AGENDA_CARD, GtkBox)

GtkWidget *quan_agenda_card_new (void);
/* Nothing of the overview is kept. */
void quan_agenda_card_show (QuanAgendaCard *card, const QuanOverview *overview);
/* How many things can be seen now. */
guint quan_agenda_card_rows (QuanAgendaCard *card);
/* "6 days overdue", "Today", "17 days left". Free with g_free. */
char *quan_agenda_days_text (QuanDate date, QuanDate as_of);
