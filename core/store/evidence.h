/* Frozen packets and attachments: the files that hold their bytes, `<store>.evidence/<sha256>`. */
#pragma once
#include "core/model/preparation.h"
#include "core/store/store.h"

/* What a submission froze. Never changed afterwards. */
typedef struct {
  gint64      id;
  QuanSection section;         /* QUAN_CLAIMS or QUAN_REDEMPTIONS */
  gint64      record;          /* id of the claim or redemption */
  QuanDate    submitted;
  char       *policy;          /* id of the pack */
  int         policy_version;
  char       *policy_hash;     /* SHA-256 in hex */
  char       *facts;           /* workspace JSON */
  char       *answer;          /* JSON */
  char       *sha256;          /* of the packet's bytes, in hex */
  gint64      bytes;           /* how many */
  char       *created;         /* UTC */
} QuanFrozen;

void quan_frozen_free (QuanFrozen *frozen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanFrozen, quan_frozen_free)

/*
 * Freezes a packet in the current transaction: the bytes become a file that is on the disk before the row that names
 * it, and the hashes go into the journal. Of frozen, id, sha256, bytes and created are the store's to say and ignored.
 * Returns the packet's id, 0 on error.
 */
gint64 quan_store_freeze (QuanStore *store, const QuanFrozen *frozen, GBytes *packet, GError **error);

/* The packets of a claim or redemption, oldest first; of the whole store if record is 0. GPtrArray of QuanFrozen. */
GPtrArray *quan_store_packets (QuanStore *store, QuanSection section, gint64 record, GError **error);
/* The bytes of a frozen packet; QUAN_ERROR_STORE if the file is missing or no longer has its hash. */
GBytes    *quan_store_packet_bytes (QuanStore *store, const QuanFrozen *frozen, GError **error);

/*
 * Keeps the bytes of an attachment in the current transaction, on the disk before this returns, and returns their
 * SHA-256 in hex for the record that is to name them; NULL on error. Free with g_free. A transaction that is rolled
 * back takes its new files away again, unless something else names them; a record that is deleted leaves its file, so
 * that it can come back.
 */
char *quan_store_keep_file (QuanStore *store, GBytes *bytes, GError **error);
/* The bytes of an attachment; QUAN_ERROR_STORE if the file is missing or no longer has its hash. */
GBytes *quan_store_attached_bytes (QuanStore *store, const QuanAttachment *attachment, GError **error);
