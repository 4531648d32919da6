#include "ui/registers/invoices-page.h"

#include "ui/registers/tables.h"

struct _QuanInvoicesPage {
  QuanTabbedPage parent_instance;
};

G_DEFINE_FINAL_TYPE (QuanInvoicesPage, quan_invoices_page, QUAN_TYPE_TABBED_PAGE)

static void
quan_invoices_page_class_init (QuanInvoicesPageClass *klass)
{
}

static void
quan_invoices_page_init (QuanInvoicesPage *self)
{
  static const QuanTable *const tables[] = { &quan_invoices_table, &quan_deliveries_table, &quan_payments_table, NULL };

  quan_tabbed_page_set_tables (QUAN_TABBED_PAGE (self), tables);
}
