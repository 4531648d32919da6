#include "core/store/internal.h"
#include "core/store/read.h"

/* ?1 is the key, ?2 the enterprise where keys are unique only within one. */
static const char *const exists_queries[QUAN_N_SECTIONS] = {
  [QUAN_ENTERPRISES] = "SELECT 1 FROM enterprises WHERE uscc = ?1",
  [QUAN_PROVIDERS]   = "SELECT 1 FROM providers WHERE uscc = ?1",
  [QUAN_CONTRACTS]   = "SELECT 1 FROM contracts WHERE number = ?1 AND enterprise = ?2",
  [QUAN_CLAIMS]      = "SELECT 1 FROM claims WHERE voucher = ?1",
  [QUAN_DELIVERIES]  = "SELECT 1 FROM deliveries WHERE number = ?1 AND enterprise = ?2",
  [QUAN_INVOICES]    = "SELECT 1 FROM invoices WHERE number = ?1",
  [QUAN_PAYMENTS]    = "SELECT 1 FROM payments WHERE number = ?1",
  [QUAN_REDEMPTIONS] = "SELECT 1 FROM redemptions WHERE round = ?1 AND enterprise = ?2",
};

static gboolean
known_has (gpointer data, QuanSection section, const char *enterprise, const char *key)
{
  QuanStore *store = data;
  sqlite3_stmt *statement = quan_sql_statement (&store->sql, exists_queries[section], NULL);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;
  quan_sql_bind_text (statement, 1, key);
  if (enterprise != NULL)
    quan_sql_bind_text (statement, 2, enterprise);
  row = quan_sql_step (&store->sql, statement, &row, NULL) && row;
  sqlite3_reset (statement);
  return row;
}

/* The texts of the only column of a statement; empty if it fails, as the write that follows will fail too. */
static char **
all_texts (QuanStore *store, sqlite3_stmt *statement)
{
  GPtrArray *texts = g_ptr_array_new ();
  gboolean row = statement != NULL;

  while (row && quan_sql_step (&store->sql, statement, &row, NULL) && row)
    g_ptr_array_add (texts, quan_sql_column_text (statement, 0));
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (texts, FALSE);
}

static char **
known_contract_owners (gpointer data, const char *number)
{
  QuanStore *store = data;
  sqlite3_stmt *statement = quan_sql_statement (&store->sql, "SELECT enterprise FROM contracts WHERE number = ?1"
                                                             " ORDER BY enterprise", NULL);

  if (statement != NULL)
    quan_sql_bind_text (statement, 1, number);
  return all_texts (store, statement);
}

static char *
known_contract_of (gpointer data, QuanSection section, const char *key)
{
  static const char *const queries[QUAN_N_SECTIONS] = {
    [QUAN_CLAIMS]   = "SELECT enterprise || '/' || contract FROM claims WHERE voucher = ?1",
    [QUAN_INVOICES] = "SELECT enterprise || '/' || contract FROM invoices WHERE number = ?1",
  };
  QuanStore *store = data;
  sqlite3_stmt *statement = quan_sql_statement (&store->sql, queries[section], NULL);
  g_auto (GStrv) contracts = NULL;

  if (statement != NULL)
    quan_sql_bind_text (statement, 1, key);
  contracts = all_texts (store, statement);
  return g_strdup (contracts[0]);
}

static char *
known_only_enterprise (gpointer data)
{
  QuanStore *store = data;
  sqlite3_stmt *statement = quan_sql_statement (&store->sql, "SELECT uscc FROM enterprises LIMIT 2", NULL);
  g_auto (GStrv) codes = all_texts (store, statement);

  return g_strv_length (codes) == 1 ? g_strdup (codes[0]) : NULL;
}

QuanKnown
quan_store_known (QuanStore *store)
{
  return (QuanKnown) {
    .has = known_has,
    .contract_owners = known_contract_owners,
    .contract_of = known_contract_of,
    .only_enterprise = known_only_enterprise,
    .data = store,
  };
}
