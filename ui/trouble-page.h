/* What is shown where a store cannot be opened: what happened, what to do; the file is left as it is. */
#pragma once
#include <gtk/gtk.h>

#define QUAN_TYPE_TROUBLE_PAGE (quan_trouble_page_get_type ())
G_DECLARE_FINAL_TYPE (QuanTroublePage, quan_trouble_page, QUAN, TROUBLE_PAGE, GtkBox)

/* path: of the store that was to be opened, NULL the user's own. */
void quan_trouble_page_show (QuanTroublePage *page, const char *path, const GError *error);
