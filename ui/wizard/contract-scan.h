/* The contract's scan: dropped onto the page or chosen, and kept as the pack's document of the contract. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/preparation.h"

/* The document a contract's scan is, NULL where the pack asks for none. */
const QuanDocumentRow *quan_contract_scan_document (const QuanPrepared *prepared);
/* Hands a file to the wizard as the contract's scan, from a widget inside it. */
void quan_contract_scan_attach (GtkWidget *widget, const QuanPrepared *prepared, const char *path);
/* What the page says of it, translated. Free with g_free. */
char *quan_contract_scan_text (const QuanPrepared *prepared);
