/* Step 1: the enterprise: who claims, where the money goes, and what it declares. */
#pragma once
#include "ui/wizard/wizard-page.h"

#define QUAN_TYPE_ENTERPRISE_PAGE (quan_enterprise_page_get_type ())
G_DECLARE_FINAL_TYPE (QuanEnterprisePage, quan_enterprise_page, QUAN, ENTERPRISE_PAGE, QuanWizardPage)
