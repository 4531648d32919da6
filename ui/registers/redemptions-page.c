#include "ui/registers/redemptions-page.h"

#include "ui/registers/tables.h"

struct _QuanRedemptionsPage {
  QuanTabbedPage parent_instance;
};

G_DEFINE_FINAL_TYPE (QuanRedemptionsPage, quan_redemptions_page, QUAN_TYPE_TABBED_PAGE)

static void
quan_redemptions_page_class_init (QuanRedemptionsPageClass *klass)
{
}

static void
quan_redemptions_page_init (QuanRedemptionsPage *self)
{
  static const QuanTable *const tables[] = { &quan_redemptions_table, &quan_vouchers_table, NULL };

  quan_tabbed_page_set_tables (QUAN_TABBED_PAGE (self), tables);
}
