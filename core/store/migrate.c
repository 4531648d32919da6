#include "core/store/migrate.h"

#include <errno.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "quan-resources.h"

#define MIGRATION_RESOURCE "/io/github/quan/Quan/migrations/%04d.sql"
#define PAGES_A_STEP 4096

QuanMigrations *
quan_migrations_load (void)
{
  QuanMigrations *migrations = g_new0 (QuanMigrations, 1);
  GPtrArray *scripts = g_ptr_array_new ();
  GBytes *bytes;

  do {
    g_autofree char *path = g_strdup_printf (MIGRATION_RESOURCE, (int) scripts->len + 1);

    bytes = g_resource_lookup_data (quan_resources_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    if (bytes != NULL) {
      g_ptr_array_add (scripts, g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
      g_bytes_unref (bytes);
    }
  } while (bytes != NULL);
  migrations->version = scripts->len;
  g_ptr_array_add (scripts, NULL);
  migrations->scripts = (const char *const *) g_ptr_array_free (scripts, FALSE);
  return migrations;
}

void
quan_migrations_free (QuanMigrations *migrations)
{
  g_strfreev ((GStrv) migrations->scripts);
  g_free (migrations);
}

gboolean
quan_database_sound (const QuanSql *sql, GError **error)
{
  g_autofree char *answer = NULL;
  g_autofree char *orphan = NULL;

  if (!quan_sql_text (sql, "PRAGMA integrity_check (1)", &answer, error)
      || !quan_sql_text (sql, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1", &orphan, error))
    return FALSE;
  if (g_strcmp0 (answer, "ok") != 0)
    return quan_sql_damaged (sql->path, error, "%s", answer != NULL ? answer : "integrity_check");
  return orphan == NULL || quan_sql_damaged (sql->path, error, "%s", orphan);
}

/* Runs the scripts from the version after from up to the newest, and records the version. */
static gboolean
run_scripts (const QuanSql *sql, const QuanMigrations *migrations, int from, GError **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %d", migrations->version);

  for (int i = from; i < migrations->version; i++)
    if (!quan_sql_exec (sql, migrations->scripts[i], error))
      return FALSE;
  return quan_sql_exec (sql, stamp, error);
}

gboolean
quan_migrations_create (const QuanSql *sql, const QuanMigrations *migrations, GError **error)
{
  return quan_sql_exec (sql, "BEGIN IMMEDIATE", error)
         && run_scripts (sql, migrations, 0, error)
         && quan_sql_exec (sql, "COMMIT", error);
}

/* The query for the totals of a table: its rows, and the sums of its integers. A sum is kept in two halves, because
 * the sum of many amounts may leave 64 bits. */
static char *
totals_query (const QuanSql *sql, const char *table, GPtrArray *names, GError **error)
{
  GString *query = g_string_new ("SELECT count(*)");
  sqlite3_stmt *columns = quan_sql_prepare (sql, "SELECT name FROM pragma_table_info (?)"
                                                 " WHERE type = 'INTEGER'", error);
  gboolean row = columns != NULL;

  g_ptr_array_add (names, g_strdup_printf ("%s (*)", table));
  if (row)
    quan_sql_bind_text (columns, 1, table);
  while (row && quan_sql_step (sql, columns, &row, error) && row) {
    const char *name = quan_sql_peek_text (columns, 0);

    g_ptr_array_add (names, g_strdup_printf ("%s (%s)", table, name));
    g_string_append_printf (query, ", coalesce (sum (\"%1$s\" >> 32) || ' ' || sum (\"%1$s\" & 4294967295), '')",
                            name);
  }
  sqlite3_finalize (columns);
  g_string_append_printf (query, " FROM \"%s\"", table);
  return g_string_free (query, FALSE);
}

static gboolean
add_totals (const QuanSql *sql, const char *table, GHashTable *totals, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *query = totals_query (sql, table, names, error);
  sqlite3_stmt *statement = quan_sql_prepare (sql, query, error);
  gboolean row = FALSE;

  if (statement != NULL && quan_sql_step (sql, statement, &row, error) && row)
    for (guint i = 0; i < names->len; i++)
      g_hash_table_insert (totals, g_strdup (names->pdata[i]), quan_sql_column_text (statement, i));
  sqlite3_finalize (statement);
  return row;
}

/* Counts and sums of all tables: "contracts (amount)" → text. NULL on error. */
static GHashTable *
totals_of (const QuanSql *sql, GError **error)
{
  g_autoptr (GHashTable) totals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *tables = quan_sql_prepare (sql, "SELECT name FROM sqlite_schema"
                                                " WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", error);
  gboolean row = FALSE, good = tables != NULL;

  while (good && (good = quan_sql_step (sql, tables, &row, error)) && row)
    good = add_totals (sql, quan_sql_peek_text (tables, 0), totals, error);
  sqlite3_finalize (tables);
  return good ? g_steal_pointer (&totals) : NULL;
}

/* Compares what both have; a table or column may come or go. */
static gboolean
totals_equal (const QuanSql *sql, GHashTable *before, GHashTable *after, GError **error)
{
  GHashTableIter iter;
  gpointer name, total, now;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &name, &total))
    if (g_hash_table_lookup_extended (after, name, NULL, &now) && g_strcmp0 (total, now) != 0) {
      g_set_error (error, QUAN_ERROR, QUAN_ERROR_STORE,
                   _("\"%s\" could not be brought to the version of this program: the total of %s would change. "
                     "Nothing was changed. Go on with the older program, and report this."),
                   sql->path, (char *) name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
migrate (const QuanSql *sql, const QuanMigrations *migrations, int from, GError **error)
{
  g_autoptr (GHashTable) before = totals_of (sql, error);
  g_autoptr (GHashTable) after = NULL;

  if (before == NULL || !run_scripts (sql, migrations, from, error))
    return FALSE;
  after = totals_of (sql, error);
  return after != NULL && totals_equal (sql, before, after, error) && quan_database_sound (sql, error);
}

/* Copies the database into an empty file, as one that is whole without a log, and checks the copy. */
static gboolean
copy_into (const QuanSql *sql, const char *path, GError **error)
{
  sqlite3_backup *backup = NULL;
  gboolean good;
  QuanSql copy;

  quan_sql_init (&copy, path);
  good = sqlite3_open_v2 (path, &copy.db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, NULL) == SQLITE_OK
         && (backup = sqlite3_backup_init (copy.db, "main", sql->db, "main")) != NULL;
  while (good && sqlite3_backup_step (backup, PAGES_A_STEP) == SQLITE_OK)
    ;
  sqlite3_backup_finish (backup);
  good = (good && sqlite3_errcode (copy.db) == SQLITE_OK) || quan_sql_fail (&copy, error);
  good = good && quan_sql_exec (&copy, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE", error)
         && quan_database_sound (&copy, error);
  quan_sql_clear (&copy);
  return good;
}

/* Keeps the file as it is under a name of its own: "quan.db.version-1.20250101T120000Z". */
static gboolean
keep_copy (const QuanSql *sql, int version, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  g_autofree char *final = g_strdup_printf ("%s.version-%d.%s", sql->path, version, time);
  g_autofree char *temporary = g_strdup_printf ("%s.XXXXXX", final);
  g_autofree char *folder = g_path_get_dirname (final);
  int fd = g_mkstemp (temporary);

  if (fd < 0 || close (fd) != 0)
    return quan_sql_fail_code (final, SQLITE_CANTOPEN, errno, g_strerror (errno), error);
  if (!copy_into (sql, temporary, error)) {
    g_unlink (temporary);
    return FALSE;
  }
  if (g_rename (temporary, final) != 0 || !quan_folder_flush (folder))
    return quan_sql_fail_code (final, SQLITE_IOERR, errno, g_strerror (errno), error);
  return TRUE;
}

/* All scripts or none. References are judged at the end only: a table that is rebuilt is missing for a while. */
static gboolean
run_migration (const QuanSql *sql, const QuanMigrations *migrations, int from, GError **error)
{
  if (!quan_sql_exec (sql, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", error))
    return FALSE;
  if (migrate (sql, migrations, from, error) && quan_sql_exec (sql, "COMMIT", error))
    return quan_sql_exec (sql, "PRAGMA foreign_keys = ON", error);
  sqlite3_exec (sql->db, "ROLLBACK", NULL, NULL, NULL);
  /* Records the new schema does not take are no mistake of who opens the store. */
  if (error != NULL)
    (*error)->code = QUAN_ERROR_STORE;
  return FALSE;
}

gboolean
quan_migrations_run (const QuanSql *sql, const QuanMigrations *migrations, GError **error)
{
  gint64 version;

  if (!quan_sql_integer (sql, "PRAGMA user_version", &version, error))
    return FALSE;
  return version == migrations->version
         || (keep_copy (sql, version, error) && run_migration (sql, migrations, version, error));
}
