/* The registers of redemptions and vouchers. */
#pragma once
#include "ui/registers/tabbed-page.h"

#define QUAN_TYPE_REDEMPTIONS_PAGE (quan_redemptions_page_get_type ())
G_DECLARE_FINAL_TYPE (QuanRedemptionsPage, quan_redemptions_page, QUAN, REDEMPTIONS_PAGE, QuanTabbedPage)
