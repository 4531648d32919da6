/* Reading what the window of a record shows. */
#include "ui/dialogs/record-dialog.h"

#include <string.h>

void
quan_record_shown_free (QuanRecordShown *shown)
{
  if (shown == NULL)
    return;
  quan_record_free (quan_section_types[shown->section], shown->record);
  quan_record_choices_free (shown->choices);
  g_free (shown->enterprise);
  g_free (shown->lock);
  g_free (shown);
}

/* What a new record is known to say. */
static gpointer
record_new (QuanSection section, const char *enterprise)
{
  gpointer record = quan_record_new (quan_section_types[section]);

  if (section == QUAN_DELIVERIES) {
    QuanDelivery *delivery = record;

    delivery->enterprise = g_strdup (enterprise);
    delivery->names_enterprise = TRUE;
  } else if (section == QUAN_INVOICES) {
    QuanInvoice *invoice = record;

    invoice->enterprise = g_strdup (enterprise);
    invoice->names_enterprise = TRUE;
    invoice->buyer = g_strdup (enterprise);
  }
  return record;
}

/* What the payment itself has settled is not paid by another: it may be entered again. */
static void
give_back (const QuanPayment *payment, QuanDate as_of, GPtrArray *invoices)
{
  if (payment->invoices == NULL || payment->date > as_of)
    return;
  for (guint i = 0; i < invoices->len; i++) {
    QuanInvoiceRow *row = invoices->pdata[i];

    for (guint j = 0; j < payment->invoices->len; j++) {
      const QuanPaymentPart *part = payment->invoices->pdata[j];

      if (strcmp (part->number, row->number) == 0 && part->amount != QUAN_FEN_NONE)
        quan_money_add_known (&row->paid, -part->amount);
    }
  }
}

static gboolean
read_record (QuanDesk *desk, QuanRecordShown *shown, const char *key, GError **error)
{
  g_autoptr (GError) failure = NULL;

  shown->record = quan_desk_record (desk, shown->section, key, &shown->id, error);
  if (shown->record == NULL)
    return FALSE;
  shown->lock = quan_desk_record_lock (desk, shown->section, shown->record, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

QuanRecordShown *
quan_record_shown_read (QuanDesk *desk, QuanSection section, const char *enterprise, const char *key,
                        GCancellable *cancellable, GError **error)
{
  g_autoptr (QuanRecordShown) shown = g_new0 (QuanRecordShown, 1);

  shown->section = section;
  shown->enterprise = g_strdup (enterprise);
  if (key == NULL)
    shown->record = record_new (section, enterprise);
  else if (!read_record (desk, shown, key, error))
    return NULL;
  shown->choices = quan_desk_record_choices (desk, enterprise, cancellable, error);
  if (shown->choices == NULL)
    return NULL;
  if (shown->id != 0 && section == QUAN_PAYMENTS)
    give_back (shown->record, quan_desk_as_of (desk), shown->choices->invoices);
  return g_steal_pointer (&shown);
}
