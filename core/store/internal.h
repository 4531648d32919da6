/* What the files of the store share. Inside the store's room only. */
#pragma once
#include "core/store/evidence.h"
#include "core/store/journal.h"
#include "core/store/migrate.h"
#include "core/store/read.h"
#include "core/store/sql.h"
#include "core/store/store.h"
#include "core/store/table.h"
#include "core/store/verify.h"

#define QUAN_STORE_APPLICATION_ID 0x5175616e /* "Quan" */
#define QUAN_SHA256_BUF 65

/* The last row of the journal. */
typedef struct {
  gint64 number, act;
  char   hash[QUAN_SHA256_BUF];
} QuanJournalHead;

/* The transaction that is open. */
typedef struct {
  gint64          act;                       /* its number, 0 if none is open */
  char           *what, *subject, *time;
  char           *import;                    /* SHA-256 of the file being imported, else NULL */
  GChecksum      *arrivals[QUAN_N_STORE_SECTIONS]; /* over the texts an import brings, made at the first one */
  QuanJournalHead before;                    /* the head to go back to */
  GPtrArray      *files;                     /* hashes of the evidence files this transaction made */
} QuanStoreAct;

struct QuanStore {
  QuanSql          sql;
  QuanRecordWriter writer;
  QuanRecordReader reader;
  QuanStoreTable       *tables[QUAN_N_STORE_SECTIONS];
  QuanJournalHead  head;
  QuanStoreAct     act;
  QuanStoreCounts  counts;
};

/* As quan_store_open, with the migrations to bring the file to. */
QuanStore *quan_store_open_with (const char *path, QuanStoreFlags flags, int wait_seconds, QuanRecordWriter writer,
                                 QuanRecordReader reader, const QuanMigrations *migrations, GError **error);

/* Sets error to a trouble and a translated sentence about a path, its only "%s". Always FALSE. */
gboolean quan_store_refuse (GError **error, QuanStoreTrouble trouble, const char *sentence, const char *path);
/* Opens a connection with every setting of this program, without touching the file. */
gboolean quan_store_connect (QuanSql *sql, GError **error);
/* Makes sure there is a plain file to open, making a store where flags allow it, and returns its one name, links
 * followed. Free with g_free; NULL on error. */
char *quan_store_find_file (const char *path, QuanStoreFlags flags, const QuanMigrations *migrations, GError **error);

/* The key of a record for people, "91110108MA01ABC25F/HT-001". Free with g_free. */
char *quan_store_key (QuanSection section, gconstpointer record);
/* The same as an SQL expression over the columns of the section's table. Free with g_free. */
char *quan_store_key_expression (QuanSection section);

/* quan_store_write; a record made again under its id keeps the import (its act, 0 if none) that once brought it. */
gint64 quan_store_put (QuanStore *store, QuanSection section, gint64 id, gint64 origin, gconstpointer record,
                       GError **error);

/* A cursor over a statement, which it finalizes: its columns are id and those of the section's table, then any others. */
struct QuanCursor {
  QuanStore    *store;
  QuanSection   section;
  sqlite3_stmt *statement;
};
QuanCursor *quan_cursor_new (QuanStore *store, QuanSection section, sqlite3_stmt *statement);
/* The columns a section's records are ordered by. */
const char *quan_store_order (QuanSection section);

/* The record of an id that must be there: one that is not is damage. */
gpointer quan_store_need (QuanStore *store, QuanSection section, gint64 id, GError **error);

/* Reads the last row of the journal into the store. */
gboolean quan_journal_load_head (QuanStore *store, GError **error);
/* Adds a row to the current act. Of row, kind and whatever it is about is given; number, act, time, who, what,
 * subject and hash are filled in. Its texts are not taken. */
gboolean quan_journal_add (QuanStore *store, const QuanJournalRow *row, GError **error);
/* The rows of an act, the last first: GPtrArray of QuanJournalRow. NULL on error. */
GPtrArray *quan_journal_of_act (QuanStore *store, gint64 act, GError **error);
void quan_journal_row_clear (QuanJournalRow *row);
/* What a record was when an import (its act) brought it, as the journal kept it at the first change after; *found says
 * whether there was one. *text is NULL if not; free it with g_free. */
gboolean quan_journal_arrival_text (QuanStore *store, QuanSection section, gint64 id, gint64 import, gboolean *found,
                                    char **text, GError **error);
/* The hash of a row after the row of another hash ("" before the first). */
void quan_journal_hash (const char *previous, const QuanJournalRow *row, char hash[QUAN_SHA256_BUF]);

/* Adds the text of a record to a checksum that is made when it is NULL. */
void quan_arrival_add (GChecksum **arrivals, const char *text);
/* What an import's text begins with; the hash of the file follows. */
#define QUAN_IMPORT_HEAD "{\"sha256\":\""
/* What the journal keeps of an import: the file's hash, and of every section how many records came, the hash over
 * them, and how many were changed or deleted. Free with g_free. */
char *quan_import_text (const char *sha256, GChecksum *const arrivals[QUAN_N_STORE_SECTIONS],
                        const QuanStoreCounts *counts);

/* The folder of a store's evidence, and the file of a hash in it. Free with g_free. */
char *quan_evidence_folder (const QuanStore *store);
char *quan_evidence_path (const QuanStore *store, const char *sha256);
/* The bytes of an evidence file; QUAN_ERROR_STORE with a sentence if it is missing or no longer has its hash and
 * size. */
GBytes *quan_evidence_read (const QuanStore *store, const char *sha256, gint64 bytes, GError **error);
/* What the journal keeps of a frozen packet. Free with g_free; NULL on error. */
char *quan_packet_text (QuanStore *store, const QuanFrozen *frozen, GError **error);

/* Takes away the evidence files the current transaction made, after it was rolled back: those that no row names. */
void quan_evidence_take_back (QuanStore *store);

/* Whether no invoice came to be in two redemptions that stand by the current transaction. QUAN_ERROR_INPUT names each, and
 * where it is used already. */
gboolean quan_uses_judge (QuanStore *store, GError **error);

/* The parts of quan_store_verify that judge the journal's chain, the records and imports against the journal, the
 * frozen packets and evidence files, and that no invoice is redeemed twice. */
gboolean quan_verify_chain (QuanStore *store, GPtrArray *problems, GError **error);
gboolean quan_verify_records (QuanStore *store, GPtrArray *problems, GError **error);
gboolean quan_verify_evidence (QuanStore *store, GPtrArray *problems, GError **error);
gboolean quan_verify_uses (QuanStore *store, GPtrArray *problems, GError **error);
