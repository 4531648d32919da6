/* Deliveries, invoices and payments as the officer enters and mends them, one record at a time. */
#pragma once
#include "core/desk/registers.h"

/*
 * Keeps a record of QUAN_DELIVERIES, QUAN_INVOICES or QUAN_PAYMENTS: a new one (id 0), or in place of the one of an id. It is
 * judged as an import judges it: what it refers to must be there, its number must be free. A number that changes is changed in
 * the records that name it. Refused too: a change to an invoice, or to a delivery or payment of one, that is in a live
 * redemption. QUAN_ERROR_INPUT; *place (may be NULL, to free) then receives the path of the field the sentence is about,
 * "lines[0].amount", or NULL. Returns the record's id, 0 on error.
 */
gint64 quan_desk_keep_record (QuanDesk *desk, QuanSection section, gint64 id, gconstpointer record, char **place,
                              GError **error);
/* Removes one nothing refers to; can be undone. QUAN_ERROR_INPUT names what does. */
gboolean quan_desk_remove_record (QuanDesk *desk, QuanSection section, const char *key, GError **error);
/* A record by its key ("NUMBER", of deliveries "USCC/NUMBER") and its id; QUAN_ERROR_INPUT if there is none. Free with
 * quan_record_free. */
gpointer quan_desk_record (QuanDesk *desk, QuanSection section, const char *key, gint64 *id, GError **error);
/* Why a record of the store is not changed any more: a sentence to free. NULL with error unset where it may be. */
char *quan_desk_record_lock (QuanDesk *desk, QuanSection section, gconstpointer record, GError **error);

/* What may well be a slip at a path of a record but is allowed: a sentence to free, or NULL. */
char *quan_record_doubt (QuanSection section, gconstpointer record, const char *path);

/* What a record of an enterprise may refer to. */
typedef struct {
  char *number, *title, *provider;  /* the provider's code; the last two may be NULL */
} QuanContractChoice;
typedef struct {
  GPtrArray *contracts;   /* of QuanContractChoice, by number */
  GPtrArray *deliveries;  /* of QuanDeliveryRow */
  GPtrArray *invoices;    /* of QuanInvoiceRow */
} QuanRecordChoices;
void quan_record_choices_free (QuanRecordChoices *choices);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanRecordChoices, quan_record_choices_free)
QuanRecordChoices *quan_desk_record_choices (QuanDesk *desk, const char *enterprise, GCancellable *cancellable,
                                             GError **error);
