/* A page of several registers, one of which is shown: the buttons that choose it stand where a single one has its title. */
#pragma once
#include "ui/page.h"
#include "ui/registers/register.h"

#define QUAN_TYPE_TABBED_PAGE (quan_tabbed_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (QuanTabbedPage, quan_tabbed_page, QUAN, TABBED_PAGE, QuanPage)

struct _QuanTabbedPageClass {
  QuanPageClass parent_class;
};

/* Property "tab": the id of the table shown, the first at the beginning; action "tabs.show" sets it. */

/* Makes the registers, once; the array ends with NULL. */
void          quan_tabbed_page_set_tables (QuanTabbedPage *page, const QuanTable *const *tables);
/* Does nothing where there is no table of that id. */
void          quan_tabbed_page_show (QuanTabbedPage *page, const char *id);
QuanRegister *quan_tabbed_page_shown (QuanTabbedPage *page);
