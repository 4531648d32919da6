/* A page beside the navigation: overview and registers. It loads when it is shown, and again when the records change. */
#pragma once
#include <gtk/gtk.h>

#include "ui/office.h"

#define QUAN_TYPE_PAGE (quan_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (QuanPage, quan_page, QUAN, PAGE, GtkBox)

struct _QuanPageClass {
  GtkBoxClass parent_class;

  /* Takes its snapshot anew: called when the page becomes visible and, while it is, after each change. */
  void (*load) (QuanPage *page);
  /* Shows only what holds the text ("" everything). NULL: the page has nothing to search. */
  void (*search) (QuanPage *page, const char *text);
};

/* Property "office": what the page reads from; set once, by the window. */
QuanOffice *quan_page_get_office (QuanPage *page);
void        quan_page_search (QuanPage *page, const char *text);
gboolean    quan_page_can_search (QuanPage *page);
