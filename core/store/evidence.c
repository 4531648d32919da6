#include "core/store/evidence.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/store/internal.h"
#include "core/store/read.h"

#define FOLDER_MODE 0700

#define PACKETS \
  "SELECT id, claim, redemption, submitted, policy, policy_version, policy_hash, facts, answer, sha256, bytes," \
  " created FROM packets"

void
quan_frozen_free (QuanFrozen *frozen)
{
  if (frozen == NULL)
    return;
  g_free (frozen->policy);
  g_free (frozen->policy_hash);
  g_free (frozen->facts);
  g_free (frozen->answer);
  g_free (frozen->sha256);
  g_free (frozen->created);
  g_free (frozen);
}

char *
quan_evidence_folder (const QuanStore *store)
{
  return g_strconcat (store->sql.path, ".evidence", NULL);
}

char *
quan_evidence_path (const QuanStore *store, const char *sha256)
{
  return g_strconcat (store->sql.path, ".evidence/", sha256, NULL);
}

GBytes *
quan_evidence_read (const QuanStore *store, const char *sha256, gint64 bytes, GError **error)
{
  g_autofree char *path = quan_evidence_path (store, sha256);
  g_autofree char *hash = NULL;
  g_autoptr (GBytes) content = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_STORE,
                 _("The evidence file \"%s\" is missing. Put it back from a backup."), path);
    return NULL;
  }
  content = quan_file_read (path, bytes, NULL);
  if (content != NULL && g_bytes_get_size (content) == (gsize) bytes)
    hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  if (g_strcmp0 (hash, sha256) == 0)
    return g_steal_pointer (&content);
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_STORE,
               _("The evidence file \"%s\" is not what was stored: it was altered or cannot be read. "
                 "Put it back from a backup."), path);
  return NULL;
}

/* Makes the folder where it is missing, for its owner alone. */
static gboolean
make_folder (const QuanStore *store, GError **error)
{
  g_autofree char *folder = quan_evidence_folder (store);
  g_autofree char *parent = g_path_get_dirname (folder);

  if (g_mkdir (folder, FOLDER_MODE) == 0 ? quan_folder_flush (parent) : errno == EEXIST)
    return TRUE;
  return quan_sql_fail_code (folder, SQLITE_IOERR, errno, g_strerror (errno), error);
}

/* Puts bytes under their hash, on the disk before this returns; a file that is new goes again if the act fails. */
static gboolean
put_evidence (QuanStore *store, GBytes *bytes, const char *sha256, GError **error)
{
  g_autofree char *path = quan_evidence_path (store, sha256);
  g_autoptr (GBytes) there = NULL;
  g_autoptr (GError) failure = NULL;

  if (!make_folder (store, error))
    return FALSE;
  there = quan_evidence_read (store, sha256, g_bytes_get_size (bytes), NULL);
  if (there != NULL)
    return TRUE;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_ptr_array_add (store->act.files, g_strdup (sha256));
  if (quan_file_replace (path, bytes, &failure))
    return TRUE;
  g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_STORE, failure->message);
  return FALSE;
}

/* Whether a row names an evidence file; where that cannot be told, it does. */
static gboolean
is_named (QuanStore *store, const char *sha256)
{
  sqlite3_stmt *statement =
    quan_sql_statement (&store->sql, "SELECT 1 FROM attachments WHERE sha256 = ?1 UNION ALL"
                                     " SELECT 1 FROM packets WHERE sha256 = ?1 LIMIT 1", NULL);
  gboolean row = TRUE, good = FALSE;

  if (statement != NULL) {
    quan_sql_bind_text (statement, 1, sha256);
    good = quan_sql_step (&store->sql, statement, &row, NULL);
    sqlite3_reset (statement);
  }
  return !good || row;
}

void
quan_evidence_take_back (QuanStore *store)
{
  for (guint i = 0; i < store->act.files->len; i++) {
    g_autofree char *path = quan_evidence_path (store, store->act.files->pdata[i]);

    if (!is_named (store, store->act.files->pdata[i]))
      g_unlink (path);
  }
}

char *
quan_store_keep_file (QuanStore *store, GBytes *bytes, GError **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_return_val_if_fail (store->act.act != 0 && sqlite3_get_autocommit (store->sql.db) == 0, NULL);
  return put_evidence (store, bytes, sha256, error) ? g_steal_pointer (&sha256) : NULL;
}

GBytes *
quan_store_attached_bytes (QuanStore *store, const QuanAttachment *attachment, GError **error)
{
  return quan_evidence_read (store, attachment->sha256, g_ascii_strtoll (attachment->bytes, NULL, 10), error);
}

static gint64
insert_packet (QuanStore *store, const QuanFrozen *frozen, GError **error)
{
  sqlite3_stmt *statement =
    quan_sql_statement (&store->sql, "INSERT INTO packets (claim, redemption, submitted, policy, policy_version,"
                                     " policy_hash, facts, answer, sha256, bytes, created)"
                                     " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);
  char date[QUAN_DATE_BUF];

  if (statement == NULL)
    return 0;
  sqlite3_bind_int64 (statement, frozen->section == QUAN_CLAIMS ? 1 : 2, frozen->record);
  quan_sql_bind_text (statement, 3, quan_date_iso (frozen->submitted, date));
  quan_sql_bind_text (statement, 4, frozen->policy);
  sqlite3_bind_int (statement, 5, frozen->policy_version);
  quan_sql_bind_text (statement, 6, frozen->policy_hash);
  quan_sql_bind_text (statement, 7, frozen->facts);
  quan_sql_bind_text (statement, 8, frozen->answer);
  quan_sql_bind_text (statement, 9, frozen->sha256);
  sqlite3_bind_int64 (statement, 10, frozen->bytes);
  quan_sql_bind_text (statement, 11, frozen->created);
  return quan_sql_run (&store->sql, statement, error) ? sqlite3_last_insert_rowid (store->sql.db) : 0;
}

char *
quan_packet_text (QuanStore *store, const QuanFrozen *frozen, GError **error)
{
  g_autofree char *facts = g_compute_checksum_for_string (G_CHECKSUM_SHA256, frozen->facts, -1);
  g_autofree char *answer = g_compute_checksum_for_string (G_CHECKSUM_SHA256, frozen->answer, -1);
  sqlite3_stmt *statement =
    quan_sql_statement (&store->sql,
                        "SELECT json_object ('packet', id, 'submitted', submitted, 'policy', policy,"
                        " 'policy_version', policy_version, 'policy_hash', policy_hash, 'facts', ?2, 'answer', ?3,"
                        " 'sha256', sha256, 'bytes', bytes, 'created', created) FROM packets WHERE id = ?1", error);
  char *text = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, frozen->id);
  quan_sql_bind_text (statement, 2, facts);
  quan_sql_bind_text (statement, 3, answer);
  if (!quan_sql_step (&store->sql, statement, &row, error))
    return NULL;
  if (row)
    text = quan_sql_column_text (statement, 0);
  else
    quan_sql_damaged (store->sql.path, error, "packets %" G_GINT64_FORMAT, frozen->id);
  sqlite3_reset (statement);
  return text;
}

static gboolean
journal_packet (QuanStore *store, const QuanFrozen *frozen, GError **error)
{
  g_autofree char *text = quan_packet_text (store, frozen, error);
  g_autofree char *key = NULL;
  gpointer record;
  QuanJournalRow row = { .kind = QUAN_JOURNAL_FREEZE, .record = frozen->record, .new_text = text };

  if (text == NULL)
    return FALSE;
  record = quan_store_need (store, frozen->section, frozen->record, error);
  if (record == NULL)
    return FALSE;
  row.key = key = quan_store_key (frozen->section, record);
  row.section = (char *) quan_section_types[frozen->section]->plural;
  quan_record_free (quan_section_types[frozen->section], record);
  return quan_journal_add (store, &row, error);
}

gint64
quan_store_freeze (QuanStore *store, const QuanFrozen *frozen, GBytes *packet, GError **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, packet);
  QuanFrozen whole = *frozen;

  g_return_val_if_fail (store->act.act != 0 && sqlite3_get_autocommit (store->sql.db) == 0, 0);
  whole.sha256 = sha256;
  whole.bytes = g_bytes_get_size (packet);
  whole.created = store->act.time;
  if (!put_evidence (store, packet, sha256, error))
    return 0;
  whole.id = insert_packet (store, &whole, error);
  return whole.id != 0 && journal_packet (store, &whole, error) ? whole.id : 0;
}

static QuanFrozen *
read_packet (sqlite3_stmt *statement)
{
  QuanFrozen *frozen = g_new0 (QuanFrozen, 1);

  frozen->id = sqlite3_column_int64 (statement, 0);
  frozen->section = sqlite3_column_type (statement, 1) != SQLITE_NULL ? QUAN_CLAIMS : QUAN_REDEMPTIONS;
  frozen->record = sqlite3_column_int64 (statement, frozen->section == QUAN_CLAIMS ? 1 : 2);
  frozen->submitted = quan_date_parse_iso (quan_sql_peek_text (statement, 3));
  frozen->policy = g_strdup (quan_sql_peek_text (statement, 4));
  frozen->policy_version = sqlite3_column_int (statement, 5);
  frozen->policy_hash = g_strdup (quan_sql_peek_text (statement, 6));
  frozen->facts = g_strdup (quan_sql_peek_text (statement, 7));
  frozen->answer = g_strdup (quan_sql_peek_text (statement, 8));
  frozen->sha256 = g_strdup (quan_sql_peek_text (statement, 9));
  frozen->bytes = sqlite3_column_int64 (statement, 10);
  frozen->created = g_strdup (quan_sql_peek_text (statement, 11));
  return frozen;
}

GPtrArray *
quan_store_packets (QuanStore *store, QuanSection section, gint64 record, GError **error)
{
  g_autoptr (GPtrArray) packets = g_ptr_array_new_with_free_func ((GDestroyNotify) quan_frozen_free);
  const char *query = section == QUAN_CLAIMS ? PACKETS " WHERE claim = ?1 ORDER BY id"
                                             : PACKETS " WHERE redemption = ?1 ORDER BY id";
  sqlite3_stmt *statement = quan_sql_statement (&store->sql, record != 0 ? query : PACKETS " ORDER BY id", error);
  gboolean row = statement != NULL;

  if (statement == NULL)
    return NULL;
  if (record != 0)
    sqlite3_bind_int64 (statement, 1, record);
  while (row) {
    if (!quan_sql_step (&store->sql, statement, &row, error))
      return NULL;
    if (row)
      g_ptr_array_add (packets, read_packet (statement));
  }
  return g_steal_pointer (&packets);
}

GBytes *
quan_store_packet_bytes (QuanStore *store, const QuanFrozen *frozen, GError **error)
{
  return quan_evidence_read (store, frozen->sha256, frozen->bytes, error);
}
