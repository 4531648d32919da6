/* The second step of a redemption: which invoices it takes, by delivery, and where the others have their place. */
#pragma once
#include "ui/wizard/wizard-page.h"

#define QUAN_TYPE_FILING_INVOICES_PAGE (quan_filing_invoices_page_get_type ())
G_DECLARE_FINAL_TYPE (QuanFilingInvoicesPage, quan_filing_invoices_page, QUAN, FILING_INVOICES_PAGE, QuanWizardPage)

/* The rows shown, of QuanFilingRow. */
GListModel *quan_filing_invoices_page_rows (QuanFilingInvoicesPage *page);
