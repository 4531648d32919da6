/* The deliveries and invoices of a filing as rows of a table: each delivery, under it its invoices, under these the
 * red-letter ones that reverse them; then what names no delivery. */
#pragma once
#include <gtk/gtk.h>

#include "ui/redemption/round-filing.h"

typedef enum { QUAN_ROW_DELIVERY, QUAN_ROW_INVOICE, QUAN_ROW_RED_LETTER } QuanFilingRowKind;

#define QUAN_TYPE_FILING_ROW (quan_filing_row_get_type ())
G_DECLARE_FINAL_TYPE (QuanFilingRow, quan_filing_row, QUAN, FILING_ROW, GObject)

/* What a row says; all is its own. */
struct _QuanFilingRow {
  GObject           parent_instance;
  QuanFilingRowKind kind;
  guint             level;      /* how far it stands to the right */
  char             *number;
  char             *dated;      /* date of an invoice, period of a delivery */
  char             *contract;
  QuanFen           amount;     /* counted of an invoice, delivered of a delivery */
  char             *place;      /* where an invoice has its place, and why if that is not this round */
  const char       *icon, *css_class;  /* of that place; NULL: none */
  char             *key;        /* of the record, as the actions that open it take it */
};

/* Appends the rows to a store. redeemed: those that were redeemed before too. Returns how many of these were left out.
 */
guint quan_filing_rows_append (GListStore *rows, const QuanRoundFiling *filing, gboolean redeemed);
