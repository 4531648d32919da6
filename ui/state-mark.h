/* Marks of a state: a silhouette, a class of colour and a word, so that no state is told by colour alone. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/registers.h"
#include "ui/wizard/wizard-page.h"

/* Of a rule's verdict: the name of an icon; "pass", "fail", "review", "unknown" or "none", a class of base.css; and
 * the word for people in the language of the screen. All are static. */
const char *quan_verdict_icon (QuanVerdict verdict);
const char *quan_verdict_class (QuanVerdict verdict);
const char *quan_verdict_word (QuanVerdict verdict);

/* The same of a step of the wizard. */
const char *quan_step_icon (QuanStepState state);
const char *quan_step_class (QuanStepState state);
const char *quan_step_word (QuanStepState state);

/* The same of a contract; its word is quan_contract_state_name. */
const char *quan_contract_state_icon (QuanContractState state);
const char *quan_contract_state_class (QuanContractState state);
/* The same of a claim, a QuanClaimState, as a contract with such a claim is marked; 0 is no claim. */
QuanContractState quan_claim_mark (int claim_state);

/* The same of a redemption, a QuanRedemptionState: as a contract whose claim stands like it. */
QuanContractState quan_redemption_mark (int redemption_state);
/* The same of an invoice; its word is quan_invoice_stand_name. */
const char *quan_invoice_stand_icon (QuanInvoiceStand stand);
const char *quan_invoice_stand_class (QuanInvoiceStand stand);

/* An icon that says its word to those who cannot see it. */
GtkWidget *quan_state_icon_new (const char *icon, const char *css_class, const char *word);
/* Turns such an icon to another state; the classes of all states it knows are exchanged. */
void       quan_state_icon_set (GtkWidget *image, const char *icon, const char *css_class, const char *word);
/* A word on a tinted ground. */
GtkWidget *quan_state_tag_new (const char *css_class, const char *word);
/* Gives a widget the class of one state and takes away those of the others; NULL: none. */
void       quan_state_class_set (GtkWidget *widget, const char *css_class);
