/* The third step of a redemption: invoice, delivery and payment against each other. */
#pragma once
#include "ui/wizard/wizard-page.h"

#define QUAN_TYPE_CHECK_PAGE (quan_check_page_get_type ())
G_DECLARE_FINAL_TYPE (QuanCheckPage, quan_check_page, QUAN, CHECK_PAGE, QuanWizardPage)
