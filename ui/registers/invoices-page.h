/* The registers of invoices, deliveries and payments. */
#pragma once
#include "ui/registers/tabbed-page.h"

#define QUAN_TYPE_INVOICES_PAGE (quan_invoices_page_get_type ())
G_DECLARE_FINAL_TYPE (QuanInvoicesPage, quan_invoices_page, QUAN, INVOICES_PAGE, QuanTabbedPage)
