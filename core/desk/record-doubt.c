/* What may well be a slip in a record, and is allowed all the same. */
#include "core/desk/records.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/uscc.h"
#include "core/model/record-text.h"

/* The number of a fully digital e-invoice is twenty digits, the first two of them its year. */
#define E_INVOICE_DIGITS 20

static char *
doubt_number (const QuanInvoice *invoice)
{
  int year, named;

  if (invoice->number == NULL || strlen (invoice->number) != E_INVOICE_DIGITS
      || strspn (invoice->number, "0123456789") != E_INVOICE_DIGITS || invoice->date == QUAN_DATE_NONE)
    return NULL;
  year = quan_date_year (invoice->date);
  named = 2000 + (invoice->number[0] - '0') * 10 + (invoice->number[1] - '0');
  return year == named ? NULL : g_strdup_printf (_("The number begins with the year %d, but the invoice is of %d. Compare"
                                                   " both with the invoice."), named, year);
}

static char *
doubt_code (const char *code)
{
  char normal[QUAN_USCC_LENGTH + 1];
  QuanUsccParts parts;

  if (code == NULL || quan_uscc_normalise (code, normal) != QUAN_USCC_SUSPICIOUS || !quan_uscc_decode (normal, &parts))
    return NULL;
  return g_strdup_printf (_("The last character would be expected to be %c. Compare the code with the invoice."),
                          parts.expected_check);
}

char *
quan_record_doubt (QuanSection section, gconstpointer record, const char *path)
{
  const QuanField *field;

  g_return_val_if_fail (section < QUAN_N_STORE_SECTIONS && record != NULL && path != NULL, NULL);

  field = quan_record_field (quan_section_types[section], path);
  if (section == QUAN_INVOICES && strcmp (path, "number") == 0)
    return doubt_number (record);
  return field != NULL && field->kind == QUAN_FIELD_USCC ? doubt_code (*QUAN_FIELD_MEMBER (field, record, char *))
                                                         : NULL;
}
