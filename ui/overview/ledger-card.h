/* One ledger of a year: how much is left, the bar, and what each part of it is. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/overview.h"

#define QUAN_TYPE_LEDGER_CARD (quan_ledger_card_get_type ())
G_DECLARE_FINAL_TYPE (QuanLedgerCard, quan_ledger_card, QUAN, LEDGER_CARD, GtkBox)

GtkWidget *quan_ledger_card_new (QuanLedgerKind ledger);
/* Nothing of the overview is kept. */
void quan_ledger_card_show (QuanLedgerCard *card, const QuanOverview *overview, const QuanYear *year);
/* The key figure, "674,021.93", "—" where it is unknown. */
const char *quan_ledger_card_remaining (QuanLedgerCard *card);
