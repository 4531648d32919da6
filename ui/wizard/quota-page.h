/* Step 4 of the wizard: what the contract is worth, what is left of the year, and what another date would do. */
#pragma once
#include "ui/quota-bar.h"
#include "ui/wizard/wizard-page.h"

/*
 * Labels of the page have widget names, so that what is shown can be found: the figures of the working sheet by the id of
 * their step ("base", "ceiling", "remaining", "claimable", "forfeited", "at-risk" …), of the notes beside it "now-figure",
 * "waiting-figure", "waiting-gain", "forfeited-note", "at-risk-note".
 */
#define QUAN_TYPE_QUOTA_PAGE (quan_quota_page_get_type ())
G_DECLARE_FINAL_TYPE (QuanQuotaPage, quan_quota_page, QUAN, QUOTA_PAGE, QuanWizardPage)

QuanQuotaBar *quan_quota_page_bar (QuanQuotaPage *page);
