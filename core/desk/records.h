/* Deliveries, invoices and payments as the officer enters and mends them, one record at a time. */
#pragma once
#include "core/desk/desk.h"

/*
 * Keeps a record of QUAN_DELIVERIES, QUAN_INVOICES or QUAN_PAYMENTS: a new one (id 0), or in place of the one of an id. It is
 * judged as an import judges it: what it refers to must be there, its number must be free. Refused too: a change to an
 * invoice, or to a delivery or payment of one, that is in a live redemption. QUAN_ERROR_INPUT; *place (may be NULL, to
 * free) then receives the path of the field the sentence is about, "lines[0].amount", or NULL. Returns the record's id, 0 on
 * error.
 */
gint64 quan_desk_keep_record (QuanDesk *desk, QuanSection section, gint64 id, gconstpointer record, char **place,
                              GError **error);
/* Removes one nothing refers to; can be undone. QUAN_ERROR_INPUT names what does. */
gboolean quan_desk_remove_record (QuanDesk *desk, QuanSection section, const char *key, GError **error);
/* A record by its key ("NUMBER", of deliveries "USCC/NUMBER") and its id; QUAN_ERROR_INPUT if there is none. Free with
 * quan_record_free. */
gpointer quan_desk_record (QuanDesk *desk, QuanSection section, const char *key, gint64 *id, GError **error);
