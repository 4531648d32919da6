/* Which records a live redemption holds fast. */
#include "core/desk/records-private.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"

const char *
quan_kept_number (QuanSection section, gconstpointer record)
{
  switch (section) {
  case QUAN_DELIVERIES:
    return ((const QuanDelivery *) record)->number;
  case QUAN_INVOICES:
    return ((const QuanInvoice *) record)->number;
  default:
    return ((const QuanPayment *) record)->number;
  }
}

const char *
quan_kept_enterprise (QuanSection section, gconstpointer record)
{
  if (section == QUAN_DELIVERIES)
    return ((const QuanDelivery *) record)->enterprise;
  return section == QUAN_INVOICES ? ((const QuanInvoice *) record)->enterprise : NULL;
}

gboolean
quan_is_kept_record (QuanSection section)
{
  return section == QUAN_DELIVERIES || section == QUAN_INVOICES || section == QUAN_PAYMENTS;
}

GArray *
quan_kept_referrers (QuanStore *store, QuanSection section, gconstpointer record, QuanSection by, GError **error)
{
  return quan_store_referrers (store, section, quan_kept_enterprise (section, record), quan_kept_number (section, record),
                               by, error);
}

/* The first live redemption a record is in: submitted, and not come to nothing. *redemption is NULL if there is none; free
 * it with quan_record_free. */
static gboolean
find_redemption (QuanStore *store, QuanSection section, gconstpointer record, QuanRedemption **redemption,
                 GError **error)
{
  g_autoptr (GArray) ids = quan_kept_referrers (store, section, record, QUAN_REDEMPTIONS, error);

  *redemption = NULL;
  for (guint i = 0; ids != NULL && i < ids->len; i++) {
    QuanRedemption *one = quan_store_get (store, QUAN_REDEMPTIONS, g_array_index (ids, gint64, i), error);

    if (one == NULL)
      return FALSE;
    if (one->state == QUAN_REDEMPTION_SUBMITTED || one->state == QUAN_REDEMPTION_PAID) {
      *redemption = one;
      return TRUE;
    }
    quan_record_free (&quan_redemption_type, one);
  }
  return ids != NULL;
}

gboolean
quan_kept_is_free (QuanStore *store, QuanSection section, gconstpointer record, GError **error)
{
  static const char *const sentences[QUAN_N_SECTIONS] = {
    [QUAN_DELIVERIES] = N_ ("An invoice of this delivery is in the redemption of %s, which was submitted, so the delivery"
                            " is not changed any more. Withdraw the redemption first."),
    [QUAN_INVOICES] = N_ ("The invoice is in the redemption of %s, which was submitted, so it is not changed any more."
                          " Withdraw the redemption first, or enter a red-letter invoice."),
    [QUAN_PAYMENTS] = N_ ("An invoice of this payment is in the redemption of %s, which was submitted, so the payment is"
                          " not changed any more. Withdraw the redemption first."),
  };
  QuanRedemption *redemption;

  if (!find_redemption (store, section, record, &redemption, error))
    return FALSE;
  if (redemption == NULL)
    return TRUE;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, _(sentences[section]), redemption->round);
#pragma GCC diagnostic pop
  quan_record_free (&quan_redemption_type, redemption);
  return FALSE;
}

char *
quan_desk_record_lock (QuanDesk *desk, QuanSection section, gconstpointer record, GError **error)
{
  QuanStore *store = quan_desk_store (desk, error);
  g_autoptr (GError) why = NULL;

  g_return_val_if_fail (quan_is_kept_record (section), NULL);
  if (store == NULL || quan_kept_is_free (store, section, record, &why))
    return NULL;
  if (g_error_matches (why, QUAN_ERROR, QUAN_ERROR_INPUT))
    return g_strdup (why->message);
  g_propagate_error (error, g_steal_pointer (&why));
  return NULL;
}

