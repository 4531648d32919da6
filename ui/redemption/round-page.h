/* The first step of a redemption: which round. Activating a row chooses it, by wizard.choose-round with its label. */
#pragma once
#include "ui/wizard/wizard-page.h"

#define QUAN_TYPE_ROUND_PAGE (quan_round_page_get_type ())
G_DECLARE_FINAL_TYPE (QuanRoundPage, quan_round_page, QUAN, ROUND_PAGE, QuanWizardPage)
