/* What is asked for in the windows that enter deliveries, invoices and payments: one table for each kind of record. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/records.h"
#include "ui/entries/suggestions.h"

/* A field, by its path in the record, or a cell of a row, by its key there. */
typedef struct {
  const char     *path;
  const char     *label;    /* to be translated, as all texts here; of a field with its mnemonic */
  const char     *hint;     /* or NULL */
  QuanSuggestFunc suggest;  /* gets a const QuanRecordChoices; NULL: nothing is suggested */
  int             width;    /* of a cell, in characters */
  gboolean        rare;     /* a field that is shown only where the record says something there */
} QuanRecordField;

#define QUAN_RECORD_CELLS_MAX 4

/* The rows of a list in the record. */
typedef struct {
  const char            *list;     /* "lines" */
  const char            *heading;
  const QuanRecordField *cells;
  guint                  n_cells;
  const char            *add, *add_name;  /* of the button, with its mnemonic and without */
  /* What of the invoice a row names is not paid yet; NULL where rows are no parts of payments. */
  QuanFen              (*rest) (const QuanRecordChoices *choices, const char *number);
} QuanRecordList;

typedef struct {
  QuanSection            section;
  const char            *title, *title_new;
  const QuanRecordField *fields;
  guint                  n_fields;
  const QuanRecordList  *rows;     /* NULL: none */
  char                *(*saved) (const char *number);  /* "The invoice “…” was saved." Free with g_free */
} QuanRecordKind;

/* The kind of a section: QUAN_DELIVERIES, QUAN_INVOICES or QUAN_PAYMENTS. */
const QuanRecordKind *quan_record_kind (QuanSection section);

/* The choice of a number, NULL if there is none. */
const QuanContractChoice *quan_choice_of_contract (const QuanRecordChoices *choices, const char *number);
const QuanDeliveryRow    *quan_choice_of_delivery (const QuanRecordChoices *choices, const char *number);
const QuanInvoiceRow     *quan_choice_of_invoice (const QuanRecordChoices *choices, const char *number);
