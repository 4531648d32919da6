/* The journal: who changed what, when; append-only, each row hashed over the one before. */
#pragma once
#include "core/store/store.h"

typedef enum {
  QUAN_JOURNAL_CREATE = 1,  /* new holds the record */
  QUAN_JOURNAL_CHANGE,      /* old and new hold the record */
  QUAN_JOURNAL_DELETE,      /* old holds the record */
  QUAN_JOURNAL_IMPORT,      /* new holds the file's hash, the counts and the hash of the new records */
  QUAN_JOURNAL_FREEZE,      /* new holds the hashes of a frozen packet */
} QuanJournalKind;

/* One row. Texts are NULL where they do not apply. */
typedef struct {
  gint64          number;   /* 1, 2, 3 … */
  gint64          act;      /* number of the transaction; rows of one act share it */
  char           *time;     /* UTC, "2024-03-05T08:00:00Z" */
  char           *who;      /* user name */
  char           *what;     /* word of the act: "claim-submit", "import" */
  char           *subject;  /* of the act, for people */
  QuanJournalKind kind;
  char           *section;  /* "contracts" */
  gint64          record;   /* id, 0 if none */
  char           *key;      /* of the record, for people: "91110108MA01ABC25F/HT-001" */
  gint64          origin;   /* act of the import that brought the record, 0 if none */
  char           *old_text, *new_text;
  char           *hash;     /* SHA-256 in hex over the previous hash and this row */
} QuanJournalRow;

typedef gboolean (*QuanJournalFunc) (const QuanJournalRow *row, gpointer data, GError **error);

/* Shows rows in their order to func: all, or those of the records of a key ("HT-001", or "USCC/HT-001"), the imports
 * that brought them included. */
gboolean quan_store_journal (QuanStore *store, const char *key, QuanJournalFunc func, gpointer data, GError **error);

/* Number and hash of the last row (0 and "" before the first), as backups and exports carry them. */
gint64 quan_store_journal_head (const QuanStore *store, const char **hash);
/* The word of a kind for files and answers: "create". */
const char *quan_journal_kind_id (QuanJournalKind kind);
