#include "ui/wizard/contract-scan.h"

#include <glib/gi18n-lib.h>

/* Packs call it so. */
#define CONTRACT_DOCUMENT "contract"

const QuanDocumentRow *
quan_contract_scan_document (const QuanPrepared *prepared)
{
  for (guint i = 0; i < prepared->documents->len; i++) {
    const QuanDocumentRow *row = prepared->documents->pdata[i];

    if (g_str_equal (row->document->id, CONTRACT_DOCUMENT) && !row->document->generated)
      return row;
  }
  return NULL;
}

void
quan_contract_scan_attach (GtkWidget *widget, const QuanPrepared *prepared, const char *path)
{
  const QuanDocumentRow *row = prepared != NULL ? quan_contract_scan_document (prepared) : NULL;

  if (row != NULL && prepared->contract_stored && !prepared->locked)
    gtk_widget_activate_action (widget, "wizard.attach", "(ss)", row->document->id, path);
}

char *
quan_contract_scan_text (const QuanPrepared *prepared)
{
  const QuanDocumentRow *row = quan_contract_scan_document (prepared);

  if (row != NULL && row->attachment != NULL)
    return g_strdup_printf (_("Scan: %s"), row->attachment->name);
  if (!prepared->contract_stored)
    return g_strdup (_("The scan can be added once the contract has a number"));
  return g_strdup (_("Drop the contract's scan here, or"));
}
