/* What a contract's lines come to: by kind, together, and in capitals. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/preparation.h"

#define QUAN_TYPE_CONTRACT_TOTALS (quan_contract_totals_get_type ())
G_DECLARE_FINAL_TYPE (QuanContractTotals, quan_contract_totals, QUAN, CONTRACT_TOTALS, GtkWidget)

void quan_contract_totals_show (QuanContractTotals *totals, const QuanPrepared *prepared);
