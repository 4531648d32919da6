/* The fourth step of a redemption: how much, by voucher, with every figure it follows from. */
#pragma once
#include "ui/quota-bar.h"
#include "ui/wizard/wizard-page.h"

#define QUAN_TYPE_AMOUNT_PAGE (quan_amount_page_get_type ())
G_DECLARE_FINAL_TYPE (QuanAmountPage, quan_amount_page, QUAN, AMOUNT_PAGE, QuanWizardPage)

/* The bar of the year's redemptions. */
QuanQuotaBar *quan_amount_page_bar (QuanAmountPage *page);
