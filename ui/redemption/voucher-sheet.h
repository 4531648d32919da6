/* What a voucher brings in a round as a column of figures: face value, cumulative share, redeemed, this time, what is
 * held back; below it what is to be said of it. */
#pragma once
#include <gtk/gtk.h>

#include "ui/redemption/round-filing.h"

/* A card. Its figures are labels named "VOUCHER:value", ":counted", ":entitled", ":redeemed", ":amount", ":blocked". */
GtkWidget *quan_voucher_sheet_new (const QuanRoundFiling *filing, const QuanPreviewItem *item);
