#include <glib/gi18n-lib.h>

#include "core/store/internal.h"

/* Judges one packet: its file, and its row against the journal. */
static gboolean
verify_packet (QuanStore *store, const QuanFrozen *frozen, GPtrArray *problems, GError **error)
{
  g_autofree char *text = quan_packet_text (store, frozen, error);
  g_autofree char *where = g_strdup_printf ("evidence %s", frozen->sha256);
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = NULL;
  sqlite3_stmt *statement;
  gboolean row;

  if (text == NULL)
    return FALSE;
  bytes = quan_store_packet_bytes (store, frozen, &failure);
  if (bytes == NULL)
    quan_store_problem_add (problems, where, g_strdup (failure->message));
  statement = quan_sql_statement (&store->sql, "SELECT 1 FROM journal WHERE kind = 'freeze' AND section = ?1"
                                               " AND record = ?2 AND new_text = ?3", error);
  if (statement == NULL)
    return FALSE;
  quan_sql_bind_text (statement, 1, quan_section_types[frozen->section]->plural);
  sqlite3_bind_int64 (statement, 2, frozen->record);
  quan_sql_bind_text (statement, 3, text);
  if (!quan_sql_step (&store->sql, statement, &row, error))
    return FALSE;
  sqlite3_reset (statement);
  if (!row) {
    g_autofree char *packet = g_strdup_printf ("packets %" G_GINT64_FORMAT, frozen->id);

    quan_store_problem_add (problems, packet, g_strdup (_("The frozen packet is not what the journal recorded.")));
  }
  return TRUE;
}

/* Reports a frozen packet of the journal that is gone. */
static gboolean
verify_packets_present (QuanStore *store, GPtrArray *problems, GError **error)
{
  sqlite3_stmt *statement =
    quan_sql_prepare (&store->sql, "SELECT json_extract (new_text, '$.packet') AS packet FROM journal"
                                   " WHERE kind = 'freeze' AND packet NOT IN (SELECT id FROM packets)", error);
  gboolean good = statement != NULL, row = FALSE;

  while (good && (good = quan_sql_step (&store->sql, statement, &row, error)) && row) {
    g_autofree char *where = g_strdup_printf ("packets %s", quan_sql_peek_text (statement, 0));

    quan_store_problem_add (problems, where, g_strdup (_("The frozen packet is missing.")));
  }
  sqlite3_finalize (statement);
  return good;
}

/* Judges the files of the attachments. */
static gboolean
verify_attachments (QuanStore *store, GPtrArray *problems, GError **error)
{
  sqlite3_stmt *statement = quan_sql_prepare (&store->sql, "SELECT DISTINCT sha256, CAST (bytes AS INTEGER)"
                                                           " FROM attachments ORDER BY sha256", error);
  gboolean good = statement != NULL, row = FALSE;

  while (good && (good = quan_sql_step (&store->sql, statement, &row, error)) && row) {
    const char *sha256 = quan_sql_peek_text (statement, 0);
    g_autofree char *where = g_strdup_printf ("evidence %s", sha256);
    g_autoptr (GError) failure = NULL;
    g_autoptr (GBytes) bytes = quan_evidence_read (store, sha256, sqlite3_column_int64 (statement, 1), &failure);

    if (bytes == NULL)
      quan_store_problem_add (problems, where, g_strdup (failure->message));
  }
  sqlite3_finalize (statement);
  return good;
}

/* The hashes of all evidence there may be. A file stays when its attachment goes, so the journal's are among them. */
#define NAMED_IN(text) \
  " UNION SELECT json_extract (" text ", '$.sha256') FROM journal" \
  " WHERE section = 'attachments' AND json_valid (" text ")"
#define NAMED \
  "SELECT sha256 FROM packets UNION SELECT sha256 FROM attachments" \
  NAMED_IN ("new_text") NAMED_IN ("old_text")

static GHashTable *
named_files (QuanStore *store, GError **error)
{
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_stmt *statement = quan_sql_prepare (&store->sql, NAMED, error);
  gboolean good = statement != NULL, row = FALSE;

  while (good && (good = quan_sql_step (&store->sql, statement, &row, error)) && row)
    g_hash_table_add (named, g_strdup (quan_sql_peek_text (statement, 0)));
  sqlite3_finalize (statement);
  return good ? g_steal_pointer (&named) : NULL;
}

/* Reports files in the evidence folder that nothing names. */
static gboolean
verify_orphans (QuanStore *store, GPtrArray *problems, GError **error)
{
  g_autofree char *path = quan_evidence_folder (store);
  g_autoptr (GHashTable) named = named_files (store, error);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  if (named == NULL)
    return FALSE;
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (!g_hash_table_contains (named, name)) {
      g_autofree char *where = g_strdup_printf ("evidence %s", name);

      quan_store_problem_add (problems, where,
                              g_strdup (_("No frozen packet and no attachment names this file. It is left over from an "
                                          "act that was broken off, or does not belong here.")));
    }
  return TRUE;
}

gboolean
quan_verify_evidence (QuanStore *store, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) packets = quan_store_packets (store, QUAN_CLAIMS, 0, error);

  if (packets == NULL)
    return FALSE;
  for (guint i = 0; i < packets->len; i++)
    if (!verify_packet (store, packets->pdata[i], problems, error))
      return FALSE;
  return verify_attachments (store, problems, error)
         && verify_orphans (store, problems, error)
         && verify_packets_present (store, problems, error);
}
