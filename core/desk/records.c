/* Keeping deliveries, invoices and payments, each in one transaction. */
#include "core/desk/records-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"

/* A record that is being kept. */
typedef struct {
  QuanStore    *store;
  QuanSection   section;
  gint64        id;      /* 0: it is new */
  gconstpointer before;  /* the store's, NULL of a new one */
  gconstpointer record;  /* as it is to be */
  char        **place;   /* of what is refused, to be set; never NULL */
} Keeping;

/* Refuses with a sentence, which is taken, about the field of a path. Always FALSE. */
static gboolean
refuse (const Keeping *keeping, const char *path, char *sentence, GError **error)
{
  g_autofree char *taken = sentence;

  *keeping->place = g_strdup (path);
  g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_INPUT, taken);
  return FALSE;
}

/* Whether the record, were it the only one of a file, could be imported: "$.invoices[0].date: …" names the place. Fills in
 * the enterprise where it is left out. */
static gboolean
resolves (const Keeping *keeping, gpointer record, GError **error)
{
  const QuanRecordType *type = quan_section_types[keeping->section];
  g_autoptr (QuanWorkspace) workspace = quan_workspace_new ();
  g_autofree char *prefix = g_strdup_printf ("$.%s[0].", type->plural);
  QuanKnown known = quan_store_known (keeping->store);
  g_autoptr (GError) why = NULL;
  const char *path, *colon;
  g_autofree char *place = NULL;
  gboolean good;

  g_ptr_array_add (workspace->sections[keeping->section], record);
  good = quan_workspace_resolve (workspace, &known, &why);
  /* The record stays the caller's. */
  g_ptr_array_steal_index (workspace->sections[keeping->section], 0);
  if (good)
    return TRUE;
  path = why->message + (g_str_has_prefix (why->message, prefix) ? strlen (prefix) : 0);
  colon = path != why->message ? strstr (path, ": ") : NULL;
  place = colon != NULL ? g_strndup (path, colon - path) : NULL;
  return refuse (keeping, place, g_strdup (colon != NULL ? colon + 2 : why->message), error);
}

static gboolean
is_judged_well (const Keeping *keeping, GError **error)
{
  g_autofree char *place = NULL;
  char *sentence = quan_record_judge (quan_section_types[keeping->section], keeping->record, &place);

  return sentence == NULL || refuse (keeping, place, sentence, error);
}

/* The enterprise a record's number is its own in; NULL where numbers are unique in the store. */
static const char *
scope_of (const Keeping *keeping, gconstpointer record)
{
  return keeping->section == QUAN_DELIVERIES ? quan_kept_enterprise (keeping->section, record) : NULL;
}

/* Whether the number is the record's own, or nobody's. */
static gboolean
number_is_free (const Keeping *keeping, GError **error)
{
  const char *number = quan_kept_number (keeping->section, keeping->record);
  const char *enterprise = scope_of (keeping, keeping->record);
  QuanKnown known = quan_store_known (keeping->store);

  if (keeping->before != NULL && strcmp (number, quan_kept_number (keeping->section, keeping->before)) == 0
      && g_strcmp0 (enterprise, scope_of (keeping, keeping->before)) == 0)
    return TRUE;
  return !known.has (known.data, keeping->section, enterprise, number)
         || refuse (keeping, "number", g_strdup (_("There is a record of this number already. Look at the number.")),
                    error);
}

/* A reversal reverses an invoice that is none itself, and is not reversed. */
static gboolean
reverses_well (const Keeping *keeping, GError **error)
{
  const QuanInvoice *invoice = keeping->record;
  QuanInvoice *reversed;
  g_autoptr (GError) failure = NULL;
  g_autoptr (GArray) reversals = NULL;
  gboolean again;

  if (keeping->section != QUAN_INVOICES || invoice->reverses == NULL)
    return TRUE;
  reversed = quan_store_find (keeping->store, QUAN_INVOICES, &(QuanStoreFilter) { .key = invoice->reverses }, NULL,
                              &failure);
  again = reversed != NULL && reversed->reverses != NULL;
  quan_record_free (&quan_invoice_type, reversed);
  if (again)
    return refuse (keeping, "reverses", g_strdup (_("That invoice is a reversal itself. Write the number of the invoice"
                                                    " that was issued first.")), error);
  if (failure == NULL && keeping->before != NULL)
    reversals = quan_kept_referrers (keeping->store, QUAN_INVOICES, keeping->before, QUAN_INVOICES, &failure);
  if (reversals != NULL && reversals->len > 0)
    return refuse (keeping, "reverses", g_strdup (_("Another invoice reverses this one, so it cannot be a reversal"
                                                    " itself.")), error);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
may_keep (const Keeping *keeping, gpointer record, GError **error)
{
  const QuanRecordType *type = quan_section_types[keeping->section];

  if (!is_judged_well (keeping, error) || !resolves (keeping, record, error) || !number_is_free (keeping, error)
      || !reverses_well (keeping, error))
    return FALSE;
  return keeping->before == NULL || quan_record_equal (type, keeping->before, record)
         || quan_kept_is_free (keeping->store, keeping->section, keeping->before, error);
}

/* Puts a number in the place of another in what a record says of invoices or deliveries. */
static void
rename_in (QuanSection of, QuanSection by, gpointer record, const char *old, const char *number)
{
  GPtrArray *items = by == QUAN_PAYMENTS ? ((QuanPayment *) record)->invoices
                     : by == QUAN_REDEMPTIONS ? ((QuanRedemption *) record)->items : NULL;

  if (by == QUAN_INVOICES) {
    char **name = of == QUAN_DELIVERIES ? &((QuanInvoice *) record)->delivery : &((QuanInvoice *) record)->reverses;

    g_free (*name);
    *name = g_strdup (number);
  }
  for (guint i = 0; items != NULL && i < items->len; i++) {
    GPtrArray *invoices = by == QUAN_REDEMPTIONS ? ((QuanRedemptionItem *) items->pdata[i])->invoices : NULL;
    QuanPaymentPart *part = by == QUAN_PAYMENTS ? items->pdata[i] : NULL;

    if (part != NULL && strcmp (part->number, old) == 0) {
      g_free (part->number);
      part->number = g_strdup (number);
    }
    for (guint j = 0; invoices != NULL && j < invoices->len; j++)
      if (strcmp (invoices->pdata[j], old) == 0) {
        g_free (invoices->pdata[j]);
        invoices->pdata[j] = g_strdup (number);
      }
  }
}

/* Whether a record that names the number may be changed. */
static gboolean
may_follow (const Keeping *keeping, QuanSection by, gconstpointer referrer, GError **error)
{
  g_autoptr (GError) why = NULL;
  gboolean draft = by == QUAN_REDEMPTIONS && ((const QuanRedemption *) referrer)->state == QUAN_REDEMPTION_DRAFT;

  if (draft || (by != QUAN_REDEMPTIONS && quan_kept_is_free (keeping->store, by, referrer, &why)))
    return TRUE;
  if (why != NULL && !g_error_matches (why, QUAN_ERROR, QUAN_ERROR_INPUT)) {
    g_propagate_error (error, g_steal_pointer (&why));
    return FALSE;
  }
  return refuse (keeping, "number", g_strdup (_("The number is named by what was submitted in a redemption, so it stays."
                                                " Enter a new record if it is wrong.")), error);
}

static gboolean
follow_one (const Keeping *keeping, QuanSection by, gint64 id, GError **error)
{
  gpointer referrer = quan_store_get (keeping->store, by, id, error);
  gboolean done = referrer != NULL && may_follow (keeping, by, referrer, error);

  if (done) {
    rename_in (keeping->section, by, referrer, quan_kept_number (keeping->section, keeping->before),
               quan_kept_number (keeping->section, keeping->record));
    done = quan_store_write (keeping->store, by, id, referrer, error) != 0;
  }
  quan_record_free (quan_section_types[by], referrer);
  return done;
}

/* Has the records that name a number name the one it was changed into. A redemption does not name deliveries and payments
 * itself. */
static gboolean
follow (const Keeping *keeping, GError **error)
{
  static const QuanSection namers[] = { QUAN_INVOICES, QUAN_PAYMENTS, QUAN_REDEMPTIONS };
  const char *number = quan_kept_number (keeping->section, keeping->record);

  if (keeping->before == NULL || strcmp (quan_kept_number (keeping->section, keeping->before), number) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (namers); i++) {
    g_autoptr (GArray) ids = NULL;

    if (namers[i] == QUAN_REDEMPTIONS && keeping->section != QUAN_INVOICES)
      continue;
    ids = quan_kept_referrers (keeping->store, keeping->section, keeping->before, namers[i], error);
    for (guint j = 0; ids != NULL && j < ids->len; j++)
      if (!follow_one (keeping, namers[i], g_array_index (ids, gint64, j), error))
        return FALSE;
    if (ids == NULL)
      return FALSE;
  }
  return TRUE;
}

/* Keeps what may be kept, in one transaction. */
static gint64
write_kept (QuanDesk *desk, const Keeping *keeping, GError **error)
{
  QuanStore *store = keeping->store;
  const char *number = quan_kept_number (keeping->section, keeping->record);
  gint64 id;

  if (!quan_store_begin (store, keeping->id == 0 ? "record-new" : "record-change", number, error))
    return 0;
  id = quan_store_write (store, keeping->section, keeping->id, keeping->record, error);
  if (id != 0 && follow (keeping, error))
    return quan_desk_commit (desk, error) ? id : 0;
  quan_store_rollback (store);
  return 0;
}

/* The record of an id that is to be replaced; NULL with error set where it has gone. */
static gpointer
record_before (QuanStore *store, QuanSection section, gint64 id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gpointer record = quan_store_get (store, section, id, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (record == NULL)
    g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_INPUT, _("The record is not there any more."));
  return record;
}

gint64
quan_desk_keep_record (QuanDesk *desk, QuanSection section, gint64 id, gconstpointer record, char **place,
                       GError **error)
{
  const QuanRecordType *type = quan_section_types[section];
  g_autofree char *unasked = NULL;
  Keeping keeping = { quan_desk_store (desk, error), section, id, .place = place != NULL ? place : &unasked };
  gpointer copy, before;
  gint64 kept = 0;

  g_return_val_if_fail (quan_is_kept_record (section) && record != NULL, 0);

  *keeping.place = NULL;
  if (keeping.store == NULL)
    return 0;
  before = id != 0 ? record_before (keeping.store, section, id, error) : NULL;
  if (id != 0 && before == NULL)
    return 0;
  copy = quan_record_copy (type, record);
  keeping.before = before;
  keeping.record = copy;
  if (may_keep (&keeping, copy, error))
    kept = write_kept (desk, &keeping, error);
  quan_record_free (type, copy);
  quan_record_free (type, before);
  return kept;
}

gpointer
quan_desk_record (QuanDesk *desk, QuanSection section, const char *key, gint64 *id, GError **error)
{
  QuanStore *store = quan_desk_store (desk, error);
  const char *slash = section == QUAN_DELIVERIES ? strchr (key, '/') : NULL;
  g_autofree char *enterprise = slash != NULL ? g_strndup (key, slash - key) : NULL;
  QuanStoreFilter filter = { .enterprise = enterprise, .key = slash != NULL ? slash + 1 : key };
  g_autoptr (GError) failure = NULL;
  gpointer record;

  g_return_val_if_fail (quan_is_kept_record (section), NULL);
  if (store == NULL)
    return NULL;
  record = quan_store_find (store, section, &filter, id, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (record == NULL)
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, _("There is no record “%s”. It may have been removed."), key);
  return record;
}
