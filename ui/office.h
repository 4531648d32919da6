/* The office: what the window knows of the desk. The desk and its store belong to one worker thread; the window hands it
 * work and receives snapshots, so that it never waits for a disk. */
#pragma once
#include <gio/gio.h>

#include "core/desk/desk.h"

#define QUAN_TYPE_OFFICE (quan_office_get_type ())
G_DECLARE_FINAL_TYPE (QuanOffice, quan_office, QUAN, OFFICE, GObject)

/*
 * Properties, all readable:
 *   enterprise  USCC of the enterprise shown, NULL while the store has none; writable
 *   as-of       QuanDate as an int: the day everything is seen from; writable
 *   path        of the store's file, NULL while none is open
 * Signals:
 *   changed     records, the enterprise, the day or the readings are others than before: snapshots are to be taken anew
 */
QuanOffice *quan_office_new (void);

/* Runs in the worker's thread, alone with the desk, one after the other. Returns a snapshot, or NULL with error set. */
typedef gpointer (*QuanOfficeWork) (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error);

/* Opens a store (NULL: the user's own), after closing the one that is open. callback gets quan_office_done's answer: the
 * value is of no meaning. A missing store is made at the first record. */
void quan_office_open (QuanOffice *office, const char *path, GAsyncReadyCallback callback, gpointer data);
/* Closes the store and waits for the worker to do so: all snapshots must be gone. */
void quan_office_close (QuanOffice *office);

/* Hands the worker something to read. input is freed with free_input once the work is done; the snapshot is freed with
 * free_snapshot where nobody collects it. Without an open store the answer is QUAN_ERROR_STORE. */
void quan_office_read (QuanOffice *office, QuanOfficeWork work, gpointer input, GDestroyNotify free_input,
                       GDestroyNotify free_snapshot, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer data);
/* The same for an act: where it succeeds "changed" is emitted, after the callback. */
void quan_office_act (QuanOffice *office, QuanOfficeWork work, gpointer input, GDestroyNotify free_input,
                      GDestroyNotify free_snapshot, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer data);
/* What the work returned; the caller owns it. NULL with error set where it failed or was cancelled. */
gpointer quan_office_done (QuanOffice *office, GAsyncResult *result, GError **error);

const char *quan_office_enterprise (QuanOffice *office);
void        quan_office_set_enterprise (QuanOffice *office, const char *uscc);
QuanDate    quan_office_as_of (QuanOffice *office);
void        quan_office_set_as_of (QuanOffice *office, QuanDate as_of);
const char *quan_office_path (QuanOffice *office);
gboolean    quan_office_is_open (QuanOffice *office);
/* "KEY=VALUE" …, NULL-terminated, or NULL for those of the pack. Readings the pack lacks are left out. */
void        quan_office_set_readings (QuanOffice *office, const char *const *readings);

/* Taking back the last act, and doing it again. */
void     quan_office_undo (QuanOffice *office, GAsyncReadyCallback callback, gpointer data);
void     quan_office_redo (QuanOffice *office, GAsyncReadyCallback callback, gpointer data);
