/* Understanding what is typed into the window of a record. */
#include "ui/dialogs/record-dialog-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/record-text.h"
#include "ui/entries/figures.h"

/* Whether a field holds a number that is told apart in one way of writing only. */
static gboolean
is_number (const char *path)
{
  return strcmp (path, "number") == 0 || strcmp (path, "reverses") == 0;
}

gboolean
quan_record_dialog_enter (QuanRecordDialog *self, guint i, gpointer record, gboolean tell)
{
  const char *path = self->kind->fields[i].path;
  const char *typed = quan_dialog_field_get_text (self->fields[i]);
  g_autofree char *text = is_number (path) ? quan_invoice_number (typed) : g_strdup (typed);
  g_autoptr (GError) error = NULL;
  gboolean good = quan_record_enter (quan_record_dialog_type (self), record, path, text, &error);

  if (tell)
    quan_dialog_field_set_error (self->fields[i], good ? NULL : error->message);
  return good;
}

/* The record as it was, with what stands in the fields that can be read. */
static gpointer
record_typed (QuanRecordDialog *self)
{
  gpointer record = quan_record_copy (quan_record_dialog_type (self), self->shown->record);

  for (guint i = 0; i < self->kind->n_fields; i++)
    quan_record_dialog_enter (self, i, record, FALSE);
  return record;
}

/* What a text was understood as; NULL where there is nothing to add to the hint. */
static char *
echo_of (const QuanField *field, gconstpointer record)
{
  if (quan_field_absent (field, record))
    return NULL;
  switch (field->kind) {
  case QUAN_FIELD_MONEY:
  case QUAN_FIELD_SIGNED:
    return quan_money_words (*QUAN_FIELD_MEMBER (field, record, QuanFen));
  case QUAN_FIELD_DATE:
    return g_strdup (quan_weekday_name (*QUAN_FIELD_MEMBER (field, record, QuanDate)));
  default:
    return NULL;
  }
}

void
quan_record_dialog_show_understood (QuanRecordDialog *self, guint i, gconstpointer record)
{
  const QuanRecordField *what = &self->kind->fields[i];
  g_autofree char *text = quan_record_text (quan_record_dialog_type (self), record, what->path);
  g_autofree char *echo = echo_of (quan_record_field (quan_record_dialog_type (self), what->path), record);
  g_autofree char *doubt = quan_record_doubt (self->kind->section, record, what->path);

  if (text != NULL && strcmp (text, quan_dialog_field_get_text (self->fields[i])) != 0)
    quan_dialog_field_set_text (self->fields[i], text);
  quan_dialog_field_set_hint (self->fields[i], echo != NULL ? echo : what->hint != NULL ? _(what->hint) : NULL);
  quan_dialog_field_set_doubt (self->fields[i], doubt);
}

static void
propose (QuanRecordDialog *self, const char *path, const char *text)
{
  QuanDialogField *field = quan_record_dialog_field (self, path);

  if (field != NULL && text != NULL && *quan_dialog_field_get_text (field) == '\0')
    quan_dialog_field_set_text (field, text);
}

/* The seller is the contract's provider, while nobody has typed another. */
static void
propose_seller (QuanRecordDialog *self)
{
  QuanDialogField *seller = quan_record_dialog_field (self, "seller");
  QuanDialogField *contract = quan_record_dialog_field (self, "contract");
  const QuanContractChoice *choice;

  if (seller == NULL)
    return;
  choice = quan_choice_of_contract (self->shown->choices, quan_dialog_field_get_text (contract));
  if (choice == NULL || choice->provider == NULL)
    return;
  if (g_strcmp0 (self->proposed, quan_dialog_field_get_text (seller)) == 0)
    quan_dialog_field_set_text (seller, "");
  propose (self, "seller", choice->provider);
  g_free (self->proposed);
  self->proposed = g_strdup (choice->provider);
}

/* What is named may say more: a delivery or a reversed invoice its contract, a contract its provider. Where there is one
 * contract only, it is that one. */
static void
propose_all (QuanRecordDialog *self)
{
  const GPtrArray *contracts = self->shown->choices->contracts;
  QuanDialogField *delivery = quan_record_dialog_field (self, "delivery");
  QuanDialogField *reverses = quan_record_dialog_field (self, "reverses");
  const QuanDeliveryRow *delivered = delivery == NULL ? NULL
    : quan_choice_of_delivery (self->shown->choices, quan_dialog_field_get_text (delivery));
  const QuanInvoiceRow *reversed = reverses == NULL ? NULL
    : quan_choice_of_invoice (self->shown->choices, quan_dialog_field_get_text (reverses));

  if (delivered != NULL)
    propose (self, "contract", delivered->contract);
  if (reversed != NULL)
    propose (self, "contract", reversed->contract);
  if (contracts->len == 1)
    propose (self, "contract", ((const QuanContractChoice *) contracts->pdata[0])->number);
  propose_seller (self);
}

/* An error of the field goes with what was read, another comes if there is one. */
void
quan_record_dialog_left (QuanDialogField *field, QuanRecordDialog *self)
{
  gpointer record;

  if (self->shown->lock != NULL)
    return;
  propose_all (self);
  record = record_typed (self);
  for (guint i = 0; i < self->kind->n_fields; i++) {
    gboolean own = self->fields[i] == field;

    if (own && !quan_record_dialog_enter (self, i, record, TRUE))
      quan_dialog_field_set_doubt (field, NULL);
    else if (own || quan_dialog_field_error (self->fields[i]) == NULL)
      quan_record_dialog_show_understood (self, i, record);
  }
  quan_record_free (quan_record_dialog_type (self), record);
}
