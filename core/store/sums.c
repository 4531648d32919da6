#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/store/internal.h"
#include "core/store/read.h"

#define AS_OF_PARAMETER 1
#define ENTERPRISE_PARAMETER 2

/*
 * The sums of a ledger by enterprise, year and state, each in two parts: what is seen as it is, and what was decided
 * after the as-of date (?1) and is seen as submitted. A redemption without items is a record of its year all the same;
 * an approved claim without an approved amount weighs what was requested. The index that covers the ledger gives the
 * groups in order, so that nothing is sorted.
 */
#define SUMS_OF                                                                                   \
  "SELECT enterprise, year, state, count(*) - count(late), count(amount), sum(amount),"           \
  " count(late), count(asked), sum(asked) FROM "
#define SEEN_COLUMN 3
#define LATE_COLUMN 6
#define CLAIMS                                                                                    \
  "(SELECT enterprise, year, state,"                                                              \
  " CASE WHEN issued > ?1 AND state = 'approved' THEN TRUE END AS late,"                          \
  " CASE WHEN issued > ?1 AND state = 'approved' THEN requested END AS asked,"                    \
  " CASE WHEN state <> 'approved' THEN requested WHEN issued <= ?1 THEN coalesce (approved, requested) END"    \
  " AS amount"                                                                                    \
  " FROM claims WHERE (submitted <= ?1 OR state = 'draft' OR submitted IS NULL))"
#define REDEMPTIONS                                                                               \
  "(SELECT enterprise, year, state,"                                                              \
  " CASE WHEN paid_on > ?1 AND state = 'paid' THEN TRUE END AS late,"                             \
  " CASE WHEN paid_on > ?1 AND state = 'paid' THEN coalesce (i.amount, 0) END AS asked,"          \
  " CASE WHEN state <> 'paid' OR paid_on IS NULL OR paid_on <= ?1 THEN coalesce (i.amount, 0) END"    \
  " AS amount"                                                                                    \
  " FROM redemptions LEFT JOIN redemptions_items AS i ON i.record = id"                                \
  " WHERE (submitted <= ?1 OR state = 'draft' OR submitted IS NULL))"
#define OF_ONE " WHERE enterprise = ?2"
#define GROUPS " GROUP BY enterprise, year, state"

static const struct {
  QuanLedgerKind        ledger;
  const QuanVocabulary *states;
  int                   submitted;
  const char           *all, *one;
} ledgers[] = {
  { QUAN_LEDGER_CLAIMS, &quan_claim_states, QUAN_CLAIM_SUBMITTED,
    SUMS_OF CLAIMS GROUPS, SUMS_OF CLAIMS OF_ONE GROUPS },
  { QUAN_LEDGER_REDEMPTIONS, &quan_redemption_states, QUAN_REDEMPTION_SUBMITTED,
    SUMS_OF REDEMPTIONS GROUPS, SUMS_OF REDEMPTIONS OF_ONE GROUPS },
};

static void
sum_clear (gpointer data)
{
  g_free (((QuanQuotaSum *) data)->enterprise);
}

static gboolean
fail_overflow (GError **error)
{
  g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_OVERFLOW,
                       _("The sum of the amounts of a year is larger than this program computes. "
                         "Look for a mistyped amount."));
  return FALSE;
}

/* Adds a part to the sums: to the row of its state, if the year already has one. */
static gboolean
add_sum (GArray *sums, const QuanQuotaSum *part, GError **error)
{
  QuanQuotaSum copy = *part;

  if (part->records == 0)
    return TRUE;
  for (guint i = sums->len; i-- > 0;) {
    QuanQuotaSum *sum = &g_array_index (sums, QuanQuotaSum, i);

    if (sum->year != part->year || sum->ledger != part->ledger || g_strcmp0 (sum->enterprise, part->enterprise) != 0)
      break;
    if (sum->state == part->state) {
      sum->records += part->records;
      sum->unknown += part->unknown;
      return quan_money_add (sum->amount, part->amount, &sum->amount) || fail_overflow (error);
    }
  }
  copy.enterprise = g_strdup (part->enterprise);
  g_array_append_val (sums, copy);
  return TRUE;
}

/* Reads the part of a row that begins at a column. */
static void
read_part (sqlite3_stmt *statement, int column, QuanQuotaSum *part)
{
  part->records = sqlite3_column_int64 (statement, column);
  part->unknown = part->records - sqlite3_column_int64 (statement, column + 1);
  part->amount = sqlite3_column_int64 (statement, column + 2);
}

static gboolean
add_row (sqlite3_stmt *statement, guint index, GArray *sums, GError **error)
{
  QuanQuotaSum part = {
    .enterprise = (char *) quan_sql_peek_text (statement, 0),
    .year = sqlite3_column_int (statement, 1),
    .ledger = ledgers[index].ledger,
    .state = quan_vocabulary_value (ledgers[index].states, quan_sql_peek_text (statement, 2)),
  };

  read_part (statement, SEEN_COLUMN, &part);
  if (!add_sum (sums, &part, error))
    return FALSE;
  part.state = ledgers[index].submitted;
  read_part (statement, LATE_COLUMN, &part);
  return add_sum (sums, &part, error);
}

static gboolean
add_ledger (QuanStore *store, guint index, const char *enterprise, const char *as_of, GArray *sums, GError **error)
{
  sqlite3_stmt *statement =
    quan_sql_statement (&store->sql, enterprise != NULL ? ledgers[index].one : ledgers[index].all, error);
  g_autoptr (GError) failure = NULL;
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;
  quan_sql_bind_text (statement, AS_OF_PARAMETER, as_of);
  if (enterprise != NULL)
    quan_sql_bind_text (statement, ENTERPRISE_PARAMETER, enterprise);
  do {
    if (!quan_sql_step (&store->sql, statement, &row, &failure)) {
      /* SQLite's sum() raises a plain error when it leaves 64 bits; nothing else here can. */
      if (sqlite3_errcode (store->sql.db) == SQLITE_ERROR)
        return fail_overflow (error);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
    if (row && !add_row (statement, index, sums, error)) {
      sqlite3_reset (statement);
      return FALSE;
    }
  } while (row);
  return TRUE;
}

static int
compare_sums (gconstpointer a, gconstpointer b)
{
  const QuanQuotaSum *left = a, *right = b;
  int order = g_strcmp0 (left->enterprise, right->enterprise);

  if (order == 0)
    order = (int) left->ledger - (int) right->ledger;
  if (order == 0)
    order = left->year - right->year;
  return order != 0 ? order : left->state - right->state;
}

GArray *
quan_store_quota_sums (QuanStore *store, const char *enterprise, QuanDate as_of, GError **error)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (QuanQuotaSum));
  char date[QUAN_DATE_BUF];

  g_array_set_clear_func (sums, sum_clear);
  quan_date_iso (as_of, date);
  for (guint i = 0; i < G_N_ELEMENTS (ledgers); i++)
    if (!add_ledger (store, i, enterprise, date, sums, error))
      return NULL;
  g_array_sort (sums, compare_sums);
  return g_steal_pointer (&sums);
}
