/* Which process holds a store. */
#pragma once
#include <glib.h>

/* The id of the process that holds SQLite's lock on a file (this one included); 0 if none does or it cannot be told. */
int quan_store_holder (const char *path);
