/* The header bar: which enterprise, from which day, search, and the menu. */
#pragma once
#include <gtk/gtk.h>

#include "ui/frame.h"

#define QUAN_TYPE_HEADER (quan_header_get_type ())
G_DECLARE_FINAL_TYPE (QuanHeader, quan_header, QUAN, HEADER, GtkWidget)

/* Choosing an enterprise or a day sets the office's property. The search entry emits "search-changed". */
GtkWidget *quan_header_new (QuanOffice *office, GMenuModel *menu);
/* Shows the enterprises to choose from and the day; NULL: none. */
void quan_header_show (QuanHeader *header, const QuanFrame *frame);
/* In the wizard the way back comes first, and there is nothing to search. */
void quan_header_set_wizard (QuanHeader *header, const char *origin);
/* Whether there is a store to search, look at another day of, and choose enterprises in. */
void quan_header_set_open (QuanHeader *header, gboolean open);
GtkWidget *quan_header_search (QuanHeader *header);
