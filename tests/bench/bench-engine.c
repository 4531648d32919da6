/*
 * The engine over the contracts of a store, without output, against the time SQLite needs to step the same rows:
 * bench-engine STORE. Prints medians of several runs and their ratio.
 */
#include <stdio.h>
#include <stdlib.h>

#include <sqlite3.h>

#include "core/engine/check.h"
#include "core/exchange/workspace-json.h"
#include "core/store/read.h"
#include "quan-resources.h"

#define RUNS 15
#define PACK "/io/github/quan/Quan/policies/cn-beijing-ai-compute-2023.policy"

static int
compare_times (const void *a, const void *b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static gint64
median (gint64 times[RUNS])
{
  qsort (times, RUNS, sizeof times[0], compare_times);
  return times[RUNS / 2];
}

static void
fail (const char *what)
{
  fprintf (stderr, "bench-engine: %s\n", what);
  exit (1);
}

/* Steps every row the check of all contracts reads. */
static gint64
step_rows (sqlite3 *db)
{
  static const char *const queries[] = {
    "SELECT * FROM enterprises", "SELECT * FROM contracts ORDER BY id", "SELECT * FROM contracts_lines ORDER BY record, position",
    "SELECT * FROM contracts_schedule ORDER BY record, position", "SELECT * FROM contracts_other_subsidies ORDER BY record, position",
    "SELECT * FROM claims ORDER BY id",
  };
  gint64 begin = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++) {
    sqlite3_stmt *statement;

    if (sqlite3_prepare_v2 (db, queries[i], -1, &statement, NULL) != SQLITE_OK)
      fail (sqlite3_errmsg (db));
    while (sqlite3_step (statement) == SQLITE_ROW)
      ;
    sqlite3_finalize (statement);
  }
  return g_get_monotonic_time () - begin;
}

static GHashTable *
claims_by_contract (const QuanWorkspace *workspace)
{
  GHashTable *claims = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < workspace->sections[QUAN_CLAIMS]->len; i++) {
    QuanClaim *claim = workspace->sections[QUAN_CLAIMS]->pdata[i];
    GPtrArray *list = g_hash_table_lookup (claims, claim->contract);

    if (!list)
      g_hash_table_insert (claims, claim->contract, list = g_ptr_array_new ());
    g_ptr_array_add (list, claim);
  }
  return claims;
}

static gint64
check_all (const QuanPack *pack, const QuanWorkspace *workspace, GHashTable *claims, QuanDate as_of)
{
  QuanView view = { pack, quan_pack_standard_readings (pack), as_of };
  const QuanEnterprise *enterprise = workspace->sections[QUAN_ENTERPRISES]->pdata[0];
  g_autoptr (QuanCheck) check = quan_check_new (pack);
  g_autoptr (GArray) years = quan_years_new ();
  gint64 begin = g_get_monotonic_time ();

  for (guint i = 0; i < workspace->sections[QUAN_CLAIMS]->len; i++)
    if (!quan_years_add_claim (years, workspace->sections[QUAN_CLAIMS]->pdata[i], as_of, NULL))
      fail ("the ledger overflows");
  for (guint i = 0; i < workspace->sections[QUAN_CONTRACTS]->len; i++) {
    const QuanContract *contract = workspace->sections[QUAN_CONTRACTS]->pdata[i];
    QuanCase subject = {
      .enterprise = enterprise, .contract = contract, .claims = g_hash_table_lookup (claims, contract->number),
      .year = quan_years_get (years, quan_date_year (as_of)),
    };

    if (!quan_check_run (check, &view, &subject, NULL))
      fail ("a check overflows");
  }
  return g_get_monotonic_time () - begin;
}

int
main (int argc, char **argv)
{
  g_autoptr (QuanWorkspace) workspace = NULL;
  g_autoptr (QuanPack) pack = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (quan_resources_get_resource (), PACK, 0, NULL);
  g_autoptr (GHashTable) claims = NULL;
  QuanStore *store = argc == 2 ? quan_store_open (argv[1], QUAN_STORE_OPEN, 0,
                                                  quan_record_json_write, quan_record_json_read, NULL) : NULL;
  gint64 stepped[RUNS], checked[RUNS];
  sqlite3 *db;

  if (!store || !(workspace = quan_store_workspace (store, NULL, NULL)))
    fail ("give a store that can be opened");
  quan_store_close (store);
  pack = quan_pack_read (PACK, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), problems);
  if (!pack || sqlite3_open_v2 (argv[1], &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    fail ("the pack or the file cannot be read");
  claims = claims_by_contract (workspace);
  for (int i = 0; i < RUNS; i++) {
    stepped[i] = step_rows (db);
    checked[i] = check_all (pack, workspace, claims, quan_date_parse_iso ("2025-07-08"));
  }
  printf ("engine over %u contracts: %.1f ms; SQLite steps the same rows in %.1f ms; ratio %.2f (asked for: at most 2)\n",
          workspace->sections[QUAN_CONTRACTS]->len, median (checked) / 1000.0, median (stepped) / 1000.0,
          (double) median (checked) / (double) median (stepped));
  sqlite3_close (db);
  return 0;
}
