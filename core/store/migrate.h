/* Schemas of the store, one script a version, and the way from one to the next. Inside the store's room only. */
#pragma once
#include "core/store/sql.h"

/* scripts[n - 1] brings version n - 1 to version n; version 0 is an empty database. */
typedef struct {
  const char *const *scripts;
  int                version;  /* how many: the version this program uses */
} QuanMigrations;

/* The scripts built into this program, to free with quan_migrations_free. */
QuanMigrations *quan_migrations_load (void);
void            quan_migrations_free (QuanMigrations *migrations);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanMigrations, quan_migrations_free)

/* Makes the tables of the newest version in an empty database, in one transaction. */
gboolean quan_migrations_create (const QuanSql *sql, const QuanMigrations *migrations, GError **error);

/*
 * Brings an open database of an older version to the newest one: first a verified copy beside the file, then all
 * scripts in one transaction, which is rolled back unless the result is sound and every table that stays has as many
 * rows and the same sums of its integers as before. Does nothing to a database of the newest version.
 */
gboolean quan_migrations_run (const QuanSql *sql, const QuanMigrations *migrations, GError **error);

/* Refuses a database whose pages, indexes or references are broken, naming the first fault. */
gboolean quan_database_sound (const QuanSql *sql, GError **error);
