/* The claim wizard: steps at the left, the page, why we ask at the right, and what goes on below. */
#pragma once
#include "ui/office.h"
#include "ui/wizard/wizard-page.h"

#define QUAN_TYPE_WIZARD (quan_wizard_get_type ())
G_DECLARE_FINAL_TYPE (QuanWizard, quan_wizard, QUAN, WIZARD, GtkWidget)

/* Signals: "closed", when the officer goes back to where she came from. */
GtkWidget *quan_wizard_new (QuanOffice *office);

/* Opens a preparation at the step it was left at. */
void quan_wizard_open (QuanWizard *wizard, gint64 preparation);
/* The preparation shown, 0 if none. */
gint64 quan_wizard_preparation (QuanWizard *wizard);
/* The snapshot shown, NULL while the first is being taken. */
const QuanPrepared *quan_wizard_prepared (QuanWizard *wizard);
int  quan_wizard_step (QuanWizard *wizard);
void quan_wizard_go_to (QuanWizard *wizard, int step);
QuanWizardPage *quan_wizard_page (QuanWizard *wizard, int step);
/* Whether everything handed to the worker has been saved. */
gboolean quan_wizard_is_saved (QuanWizard *wizard);
QuanOffice *quan_wizard_office (QuanWizard *wizard);
