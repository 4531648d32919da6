/* Step 2: the contract: provider, dates, lines, schedule, other subsidies, and its scan. */
#pragma once
#include "ui/wizard/wizard-page.h"

#define QUAN_TYPE_CONTRACT_PAGE (quan_contract_page_get_type ())
G_DECLARE_FINAL_TYPE (QuanContractPage, quan_contract_page, QUAN, CONTRACT_PAGE, QuanWizardPage)
