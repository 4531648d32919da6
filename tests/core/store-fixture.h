/* Stores for tests: made in a folder of their own, filled from workspaces, and tampered with behind the program's back. */
#pragma once
#include "core/store/internal.h"
#include "core/store/read.h"

/* A new folder, and a name in it for a store that does not exist yet. */
typedef struct {
  char *folder, *path;
} StorePlace;

StorePlace store_place_new (void);
/* Removes the folder with everything in it. */
void       store_place_clear (StorePlace *place);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StorePlace, store_place_clear)

/* Opens a store, making it where it is missing. Aborts the test on any error. */
QuanStore *store_open (const char *path);
/* The resolved workspace of a text, or of a file in QUAN_TEST_CASES. Aborts where it is refused. */
QuanWorkspace *store_workspace (const char *text);
QuanWorkspace *store_workspace_file (const char *file);
/* Writes all records of a workspace into the open transaction. */
void store_write_all (QuanStore *store, const QuanWorkspace *workspace);
/* Imports a workspace in one act. */
void store_import (QuanStore *store, const QuanWorkspace *workspace);
/* Makes a closed store and imports canonical-workspace.json into it. */
void store_make (const char *path);

/* Runs SQL on a closed store with every protection off, its triggers set aside meanwhile. */
void store_tamper (const char *path, const char *sql);
/* SHA-256 of a file. Free with g_free. */
char *store_file_hash (const char *path);
