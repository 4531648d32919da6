#define _GNU_SOURCE /* nftw */
#include "tests/core/store-fixture.h"

#include <ftw.h>
#include <stdio.h>

#include "core/exchange/workspace-json.h"

#define MAX_OPEN_FOLDERS 8

StorePlace
store_place_new (void)
{
  g_autoptr (GError) error = NULL;
  StorePlace place = { .folder = g_dir_make_tmp ("quan-store-XXXXXX", &error) };

  g_assert_no_error (error);
  place.path = g_build_filename (place.folder, "quan.db", NULL);
  return place;
}

static int
remove_one (const char *path, const struct stat *status, int kind, struct FTW *walk)
{
  return remove (path);
}

void
store_place_clear (StorePlace *place)
{
  g_assert_cmpint (nftw (place->folder, remove_one, MAX_OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS), ==, 0);
  g_clear_pointer (&place->folder, g_free);
  g_clear_pointer (&place->path, g_free);
}

QuanStore *
store_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  QuanStore *store = quan_store_open (path, QUAN_STORE_CREATE, 0,
                                      quan_record_json_write, quan_record_json_read, &error);

  g_assert_no_error (error);
  return store;
}

QuanWorkspace *
store_workspace (const char *text)
{
  g_autoptr (GError) error = NULL;
  QuanWorkspace *workspace = quan_workspace_json_read (text, strlen (text), NULL, &error);

  g_assert_no_error (error);
  quan_workspace_resolve (workspace, NULL, &error);
  g_assert_no_error (error);
  quan_workspace_sort (workspace);
  return workspace;
}

QuanWorkspace *
store_workspace_file (const char *file)
{
  g_autofree char *path = g_build_filename (g_getenv ("QUAN_TEST_CASES"), file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return store_workspace (text);
}

void
store_write_all (QuanStore *store, const QuanWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  for (int section = 0; section < QUAN_N_SECTIONS; section++)
    for (guint i = 0; i < workspace->sections[section]->len; i++) {
      quan_store_write (store, section, 0, workspace->sections[section]->pdata[i], &error);
      g_assert_no_error (error);
    }
}

void
store_import (QuanStore *store, const QuanWorkspace *workspace)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "file", -1);
  g_autoptr (GError) error = NULL;

  g_assert_true (quan_store_begin_import (store, "file.json", hash, &error));
  store_write_all (store, workspace);
  quan_store_commit (store, &error);
  g_assert_no_error (error);
}

void
store_make (const char *path)
{
  g_autoptr (QuanStore) store = store_open (path);
  g_autoptr (QuanWorkspace) workspace = store_workspace_file ("canonical-workspace.json");

  store_import (store, workspace);
}

static void
run (sqlite3 *db, const char *sql)
{
  int code = sqlite3_exec (db, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

void
store_tamper (const char *path, const char *sql)
{
  g_autoptr (GString) put_back = g_string_new (NULL), set_aside = g_string_new (NULL);
  sqlite3_stmt *triggers;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", -1, &triggers,
                                       NULL), ==, SQLITE_OK);
  while (sqlite3_step (triggers) == SQLITE_ROW) {
    g_string_append_printf (set_aside, "DROP TRIGGER %s;", sqlite3_column_text (triggers, 0));
    g_string_append_printf (put_back, "%s;", sqlite3_column_text (triggers, 1));
  }
  sqlite3_finalize (triggers);
  run (db, set_aside->str);
  run (db, "PRAGMA ignore_check_constraints = ON; PRAGMA writable_schema = ON");
  run (db, sql);
  run (db, put_back->str);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

char *
store_file_hash (const char *path)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
}
