/* What another date would do: the claim now, the first working day of the next year, what is lost and what may be. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/preparation.h"

/* Fills a box with the notes on a snapshot; their figures have the widget names quota-page.h lists. */
void quan_date_notes_show (GtkBox *box, const QuanPrepared *prepared);
