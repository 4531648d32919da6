#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/store/holder.h"
#include "core/store/internal.h"

/* A store that is just being closed, or opened by two programs at once, is free again within some of these. */
#define MIN_TRIES 5
#define TRY_MIN_US 10000
#define TRY_MAX_US 60000

/* What the first page of a database says before SQLite is asked to use it, which might already change the file. */
#define HEADER_BYTES 100
#define HEADER_MAGIC "SQLite format 3"
#define HEADER_VERSION 60
#define HEADER_APPLICATION 68

/* Longer than any text of a record or packet; what needs more is an attack. */
static const struct {
  int limit, value;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, 256 << 20 },
  { SQLITE_LIMIT_SQL_LENGTH, 1 << 20 },
  { SQLITE_LIMIT_COLUMN, 100 },
  { SQLITE_LIMIT_EXPR_DEPTH, 100 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 20 },
  { SQLITE_LIMIT_VDBE_OP, 25000 },
  { SQLITE_LIMIT_FUNCTION_ARG, 32 },
  { SQLITE_LIMIT_ATTACHED, 0 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 100 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 2 },
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

/* What a connection is; each is read back. NO_CKPT_ON_CLOSE keeps a file that is refused as it was. */
static const struct {
  int option, value;
} settings[] = {
  { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 1 },
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
  { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  { SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
};

gboolean
quan_store_refuse (GError **error, QuanStoreTrouble trouble, const char *sentence, const char *path)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_STORE, sentence, path);
#pragma GCC diagnostic pop
  return quan_trouble_mark (error, trouble, 0);
}

gboolean
quan_store_connect (QuanSql *sql, GError **error)
{
  int code = sqlite3_open_v2 (sql->path, &sql->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
                              | SQLITE_OPEN_NOFOLLOW, NULL);

  if (code != SQLITE_OK)
    return quan_sql_fail (sql, error);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (sql->db, limits[i].limit, limits[i].value);
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++) {
    int now = -1;

    if (sqlite3_db_config (sql->db, settings[i].option, settings[i].value, &now) != SQLITE_OK
        || now != settings[i].value)
      return quan_store_refuse (error, QUAN_TROUBLE_NONE,
                                _("\"%s\" cannot be used: SQLite refuses a setting this program needs. "
                                  "Install SQLite 3.40 or later."),
                                sql->path);
  }
  return quan_sql_exec (sql, "PRAGMA cell_size_check = ON; PRAGMA locking_mode = EXCLUSIVE", error);
}

static gint64
big_endian (const guint8 *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT32_FROM_BE (value);
}

static gboolean
judge_version (const char *path, gint64 application, gint64 version, int newest, GError **error)
{
  if (application != QUAN_STORE_APPLICATION_ID)
    return quan_store_refuse (error, QUAN_TROUBLE_FOREIGN,
                              _("\"%s\" is a database of another program. Nothing was changed. Name "
                                "another file."),
                              path);
  if (version > newest) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_STORE,
                 _("\"%s\" has version %d, and this program knows versions up to %d. Nothing was changed. "
                   "Open it with the newer program that wrote it."), path, (int) version, newest);
    return quan_trouble_mark (error, QUAN_TROUBLE_NEWER, 0);
  }
  return version > 0
         || quan_store_refuse (error, QUAN_TROUBLE_DAMAGED,
                               _("\"%s\" is damaged: it has no version. Nothing was changed. Keep the "
                                 "file, and restore a backup."),
                               path);
}

/* Looks at the first bytes through SQLite's own handle: to close another one would drop the locks this process may
 * hold on the file. */
static gboolean
judge_header (const QuanSql *sql, int newest, GError **error)
{
  guint8 header[HEADER_BYTES] = { 0 };
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;
  int code;

  sqlite3_file_control (sql->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (file == NULL || file->pMethods == NULL)
    return quan_sql_fail_code (sql->path, SQLITE_CANTOPEN, 0, g_strerror (EACCES), error);
  code = file->pMethods->xFileSize (file, &size);
  if (code == SQLITE_OK && size >= HEADER_BYTES)
    code = file->pMethods->xRead (file, header, HEADER_BYTES, 0);
  if (code != SQLITE_OK)
    return quan_sql_fail_code (sql->path, code, errno, g_strerror (errno), error);
  if (size == 0)
    return quan_store_refuse (error, QUAN_TROUBLE_DAMAGED,
                              _("\"%s\" is empty, and a store never is. Nothing was changed. Restore a "
                                "backup, or remove the file if it never held anything."),
                              sql->path);
  if (memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0)
    return quan_store_refuse (error, QUAN_TROUBLE_FOREIGN,
                              _("\"%s\" is not a store of this program. Nothing was changed. Name "
                                "another file."),
                              sql->path);
  return judge_version (sql->path, big_endian (header + HEADER_APPLICATION), big_endian (header + HEADER_VERSION),
                        newest, error);
}

/* Takes the store for this process and looks at it again, now with what a log beside the file may add. */
static gboolean
take (const QuanSql *sql, int newest, GError **error)
{
  g_autofree char *mode = NULL;
  gint64 application, version;

  if (sqlite3_db_readonly (sql->db, "main") != 0)
    return quan_sql_fail_code (sql->path, SQLITE_READONLY, 0, g_strerror (EACCES), error);
  if (!quan_sql_text (sql, "PRAGMA journal_mode = WAL", &mode, error)
      || !quan_sql_exec (sql, "PRAGMA synchronous = FULL; BEGIN IMMEDIATE; COMMIT", error)
      || !quan_sql_integer (sql, "PRAGMA application_id", &application, error)
      || !quan_sql_integer (sql, "PRAGMA user_version", &version, error))
    return FALSE;
  if (g_strcmp0 (mode, "wal") != 0)
    return quan_store_refuse (error, QUAN_TROUBLE_FORBIDDEN,
                              _("\"%s\" cannot be written safely on its disk. Put the store on a local "
                                "disk."),
                              sql->path);
  return judge_version (sql->path, application, version, newest, error);
}

/* Whether the last program that had the store did not close it. */
static gboolean
ended_unclean (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  struct stat status;

  return stat (log, &status) == 0 && status.st_size > 0;
}

static gboolean
quick_check (const QuanSql *sql, GError **error)
{
  g_autofree char *answer = NULL;

  if (!quan_sql_text (sql, "PRAGMA quick_check (1)", &answer, error))
    return FALSE;
  return g_strcmp0 (answer, "ok") == 0 || quan_sql_damaged (sql->path, error, "%s", answer);
}

static gboolean
open_once (QuanSql *sql, int newest, GError **error)
{
  gboolean unclean = ended_unclean (sql->path);

  return quan_store_connect (sql, error) && judge_header (sql, newest, error) && take (sql, newest, error)
         && (!unclean || quick_check (sql, error));
}

static gboolean
fail_held (const char *path, GError **error)
{
  int holder = quan_store_holder (path);

  if (holder > 0)
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_STORE,
                 _("\"%s\" is in use by process %d. Close that program, or wait for it."),
                 path, holder);
  else
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_STORE,
                 _("\"%s\" is in use by another program. Close that program, or wait for it."), path);
  return quan_trouble_mark (error, QUAN_TROUBLE_HELD, MAX (holder, 0));
}

/* Opens and takes the file, trying again as long as another program has it and wait_seconds are not over. */
static gboolean
open_database (QuanSql *sql, int newest, int wait_seconds, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) wait_seconds * G_USEC_PER_SEC;

  for (int tries = 1;; tries++) {
    g_autoptr (GError) failure = NULL;

    if (open_once (sql, newest, &failure))
      return TRUE;
    if ((sqlite3_errcode (sql->db) & 0xff) != SQLITE_BUSY) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
    sqlite3_close (sql->db);
    sql->db = NULL;
    if (tries >= MIN_TRIES && g_get_monotonic_time () >= deadline)
      return fail_held (sql->path, error);
    g_usleep (g_random_int_range (TRY_MIN_US, TRY_MAX_US));
  }
}

static gboolean
make_ready (QuanStore *store, const QuanMigrations *migrations, int wait_seconds, GError **error)
{
  if (!open_database (&store->sql, migrations->version, wait_seconds, error)
      || !quan_migrations_run (&store->sql, migrations, error)
      || !quan_journal_load_head (store, error))
    return FALSE;
  sqlite3_db_config (store->sql.db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return TRUE;
}

QuanStore *
quan_store_open_with (const char *path, QuanStoreFlags flags, int wait_seconds, QuanRecordWriter writer,
                      QuanRecordReader reader, const QuanMigrations *migrations, GError **error)
{
  g_autofree char *name = quan_store_find_file (path, flags, migrations, error);
  g_autoptr (QuanStore) store = NULL;

  if (name == NULL)
    return NULL;
  store = g_new0 (QuanStore, 1);
  store->writer = writer;
  store->reader = reader;
  quan_sql_init (&store->sql, name);
  for (int section = 0; section < QUAN_N_STORE_SECTIONS; section++)
    store->tables[section] = quan_store_table_new (quan_section_types[section]);
  if (!make_ready (store, migrations, wait_seconds, error))
    return NULL;
  return g_steal_pointer (&store);
}

QuanStore *
quan_store_open (const char *path, QuanStoreFlags flags, int wait_seconds, QuanRecordWriter writer,
                 QuanRecordReader reader, GError **error)
{
  g_autoptr (QuanMigrations) migrations = quan_migrations_load ();

  return quan_store_open_with (path, flags, wait_seconds, writer, reader, migrations, error);
}

void
quan_store_close (QuanStore *store)
{
  if (store == NULL)
    return;
  quan_store_rollback (store);
  quan_sql_clear (&store->sql);
  for (int section = 0; section < QUAN_N_STORE_SECTIONS; section++)
    quan_store_table_free (store->tables[section]);
  g_free (store);
}

const char *
quan_store_path (const QuanStore *store)
{
  return store->sql.path;
}
