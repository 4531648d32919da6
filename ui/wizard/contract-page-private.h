/* The inside of the contract page, shared by the sources that make it. */
#pragma once
#include "core/desk/preparation.h"
#include "ui/wizard/contract-page.h"

struct _QuanContractPage {
  QuanWizardPage parent_instance;
  GtkWidget     *scroller, *form, *summary, *notices;
  GtkWidget     *scan, *scan_name, *choose_scan;
  GtkWidget     *provider, *provider_name, *provider_uscc;
  GtkWidget     *field, *other_field;
  GtkWidget     *lines, *take, *paste, *add, *totals;
  GtkWidget     *schedule, *schedule_label, *schedule_rows, *schedule_sum;
  GtkWidget     *subsidies, *subsidies_label, *any_subsidy, *subsidy_rows;
  GtkWidget     *model, *model_label, *model_field;
  /* Chosen, but nothing is entered yet that would say so. */
  gboolean       new_provider, another_field, some_subsidy;
  guint          scrolling;  /* tick that scrolls to the field with the focus, 0 none */
  guint          frames;     /* it has waited for */
  double         place;      /* where that field stood in the last of them, -1 nowhere */
  double         scrolled;   /* where the page stood then */
};

/* The choices of the page, which show a fact in other words than its field: each is shown, and hands
 * over what was chosen. */
void quan_contract_page_set_field_options (QuanContractPage *self);
void quan_contract_page_show_provider (QuanContractPage *self, const QuanPrepared *prepared);
void quan_contract_page_show_field (QuanContractPage *self, const QuanPrepared *prepared);
void quan_contract_page_show_subsidies (QuanContractPage *self, const QuanPrepared *prepared);
void quan_contract_page_provider_chosen (QuanContractPage *self, guint place);
void quan_contract_page_field_chosen (QuanContractPage *self, guint place);
void quan_contract_page_subsidy_chosen (QuanContractPage *self, guint answer);

/* The page's reveal: unfolds what holds the fact of a path, puts the focus into its field and scrolls to it. */
gboolean quan_contract_page_reveal (QuanWizardPage *page, const char *path);
