/* What a store without records shows: two doors, a claim to be begun and the sample to be looked at. */
#pragma once
#include <gtk/gtk.h>

#define QUAN_TYPE_START_PAGE (quan_start_page_get_type ())
G_DECLARE_FINAL_TYPE (QuanStartPage, quan_start_page, QUAN, START_PAGE, GtkBox)
