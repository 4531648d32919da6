/* The store: one SQLite file that holds every record, its journal and the frozen packets. */
#pragma once
#include "core/model/workspace.h"

typedef struct QuanStore QuanStore;

typedef enum {
  QUAN_STORE_OPEN = 0,           /* the file must exist */
  QUAN_STORE_CREATE = 1 << 0,    /* make a missing file (mode 0600) and its folder (mode 0700) */
} QuanStoreFlags;

/* How the journal writes a record: as one line of text, equal for equal facts (quan_record_json_write). */
typedef char *(*QuanRecordWriter) (const QuanRecordType *type, gconstpointer record);
/* How such a text becomes the record again (quan_record_json_read). NULL with error set if it cannot. */
typedef gpointer (*QuanRecordReader) (const QuanRecordType *type, const char *text, GError **error);

/*
 * Opens a store for this program alone: nothing else, not even a reader, can use it until it is closed. An older store
 * is copied beside itself (verified), then migrated in one transaction. wait_seconds is how long to wait for another
 * holder. QUAN_ERROR_STORE, and to programs quan_store_trouble, says which of these it is: missing, held (by which
 * process), newer, damaged, not a store of this program, not readable or writable, disk full. A file that cannot be
 * opened is never changed. One thread at a time may use a store.
 */
QuanStore *quan_store_open (const char *path, QuanStoreFlags flags, int wait_seconds, QuanRecordWriter writer,
                            QuanRecordReader reader, GError **error);
/* Rolls back an open transaction and closes. */
void       quan_store_close (QuanStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanStore, quan_store_close)

/* The absolute name of the file. */
const char *quan_store_path (const QuanStore *store);

/*
 * An act of the officer: everything between begin and commit happens, or nothing does. act is a stable word
 * ("claim-submit"), subject names what it is about for people ("91110108MA01ABC25F/HT-001"); both go into the journal.
 * A commit that fails has rolled back: among others QUAN_ERROR_INPUT, which names them, where an invoice came to be in two
 * redemptions that are submitted or paid. Committed means on the disk.
 */
gboolean quan_store_begin (QuanStore *store, const char *act, const char *subject, GError **error);
/* Begins the import of a file (its name for people, SHA-256 in hex): new records are counted and hashed together in
 * one journal row instead of one row each. An import that changes nothing leaves no row. */
gboolean quan_store_begin_import (QuanStore *store, const char *file_name, const char *sha256, GError **error);
gboolean quan_store_commit (QuanStore *store, GError **error);
/* Does nothing outside a transaction, so it may follow any failure. */
void     quan_store_rollback (QuanStore *store);

/*
 * The one way a record changes. id 0 makes a new record; otherwise the record of that id is replaced. The store
 * compares with what it holds: equal facts are left alone and not journalled. Only inside a transaction. Returns the
 * record's id, 0 on error: QUAN_ERROR_INPUT if the record contradicts another (a key taken), QUAN_ERROR_STORE.
 * References to other records are judged by the commit, so the order of writes does not matter.
 */
gint64   quan_store_write (QuanStore *store, QuanSection section, gint64 id, gconstpointer record, GError **error);
/* Removes a record; the journal keeps it. Records that refer to it must go in the same transaction. */
gboolean quan_store_delete (QuanStore *store, QuanSection section, gint64 id, GError **error);

/* How many records the current transaction (or, after its end, the last one) has touched. */
typedef struct {
  guint created[QUAN_N_STORE_SECTIONS], changed[QUAN_N_STORE_SECTIONS], deleted[QUAN_N_STORE_SECTIONS];
} QuanStoreCounts;
const QuanStoreCounts *quan_store_counts (const QuanStore *store);
