/* Step 3 of the wizard: may this contract be claimed, rule by rule. */
#pragma once
#include "ui/wizard/wizard-page.h"

/*
 * Labels of the page have widget names, so that what is shown can be found: "verdict"; in the row "rule-ID" of each
 * rule "title", "tag", "clause", "reason", "facts", "margin", "fix" and "differ".
 */
#define QUAN_TYPE_ELIGIBILITY_PAGE (quan_eligibility_page_get_type ())
G_DECLARE_FINAL_TYPE (QuanEligibilityPage, quan_eligibility_page, QUAN, ELIGIBILITY_PAGE, QuanWizardPage)
