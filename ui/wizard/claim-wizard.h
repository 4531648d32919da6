/* The claim wizard: enterprise, contract, eligibility, quota, packet. Its snapshots are QuanPrepared. */
#pragma once
#include "ui/wizard/wizard.h"

#define QUAN_TYPE_CLAIM_WIZARD (quan_claim_wizard_get_type ())
G_DECLARE_FINAL_TYPE (QuanClaimWizard, quan_claim_wizard, QUAN, CLAIM_WIZARD, QuanWizard)

GtkWidget *quan_claim_wizard_new (QuanOffice *office);
/* Opens a preparation at the step it was left at. */
void       quan_claim_wizard_open (QuanClaimWizard *wizard, gint64 preparation);
