/* The overview: how much is left of the year, what to do next, what was left half done. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/overview.h"

#define QUAN_TYPE_OVERVIEW_PAGE (quan_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (QuanOverviewPage, quan_overview_page, QUAN, OVERVIEW_PAGE, GtkBox)

/* Shows a snapshot, which stays valid until the next call; NULL shows nothing. */
void quan_overview_page_show (QuanOverviewPage *page, const QuanOverview *overview);
