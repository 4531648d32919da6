/* The redemption wizard: round, deliveries and invoices, three-way check, amount, packet. Its snapshots are
 * QuanRoundFiling. */
#pragma once
#include "ui/wizard/wizard.h"

#define QUAN_TYPE_REDEMPTION_WIZARD (quan_redemption_wizard_get_type ())
G_DECLARE_FINAL_TYPE (QuanRedemptionWizard, quan_redemption_wizard, QUAN, REDEMPTION_WIZARD, QuanWizard)

GtkWidget *quan_redemption_wizard_new (QuanOffice *office);
/* Opens the filing of a round of an enterprise (NULL: the only one); label NULL: of the round in hand, see
 * quan_desk_filing. */
void       quan_redemption_wizard_open (QuanRedemptionWizard *wizard, const char *enterprise, const char *label);
