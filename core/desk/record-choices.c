/* What a delivery, an invoice or a payment may refer to. */
#include "core/desk/desk-private.h"
#include "core/desk/records.h"

static void
contract_choice_free (gpointer data)
{
  QuanContractChoice *choice = data;

  g_free (choice->number);
  g_free (choice->title);
  g_free (choice->provider);
  g_free (choice);
}

void
quan_record_choices_free (QuanRecordChoices *choices)
{
  if (choices == NULL)
    return;
  g_ptr_array_unref (choices->contracts);
  g_ptr_array_unref (choices->deliveries);
  g_ptr_array_unref (choices->invoices);
  g_free (choices);
}

static gboolean
add_contracts (QuanDesk *desk, const char *enterprise, GPtrArray *contracts, GError **error)
{
  g_autoptr (QuanCursor) cursor = quan_store_select (desk->store, QUAN_CONTRACTS,
                                                     &(QuanStoreFilter) { .enterprise = enterprise }, error);
  g_autoptr (GError) failure = NULL;
  QuanContract *contract;

  if (cursor == NULL)
    return FALSE;
  while ((contract = quan_cursor_next (cursor, NULL, &failure)) != NULL) {
    QuanContractChoice *choice = g_new (QuanContractChoice, 1);

    *choice = (QuanContractChoice) { g_steal_pointer (&contract->number), g_steal_pointer (&contract->title),
                                     g_steal_pointer (&contract->provider) };
    g_ptr_array_add (contracts, choice);
    quan_record_free (&quan_contract_type, contract);
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
take_rows (GPtrArray *rows, gpointer list)
{
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (list, rows->pdata[i]);
  return TRUE;
}

QuanRecordChoices *
quan_desk_record_choices (QuanDesk *desk, const char *enterprise, GCancellable *cancellable, GError **error)
{
  const QuanEnterprise *within = quan_desk_enterprise (desk, enterprise, error);
  g_autoptr (QuanRecordChoices) choices = g_new (QuanRecordChoices, 1);

  *choices = (QuanRecordChoices) {
    g_ptr_array_new_with_free_func (contract_choice_free),
    g_ptr_array_new_with_free_func ((GDestroyNotify) quan_delivery_row_free),
    g_ptr_array_new_with_free_func ((GDestroyNotify) quan_invoice_row_free),
  };
  if (within == NULL || !add_contracts (desk, within->uscc, choices->contracts, error)
      || !quan_desk_delivery_rows (desk, within->uscc, take_rows, choices->deliveries, cancellable, error)
      || !quan_desk_invoice_rows (desk, within->uscc, take_rows, choices->invoices, cancellable, error))
    return NULL;
  return g_steal_pointer (&choices);
}
