/* Records with what other records say of them. */
#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/store/internal.h"

#define ENTERPRISE_PARAMETER 1
#define AS_OF_PARAMETER 2

/* What was submitted by then, and not returned, rejected or withdrawn since. */
#define STANDS "r.state IN ('submitted', 'paid') AND (r.submitted IS NULL OR r.submitted <= ?2)"
#define DATED(table) "(" table ".date IS NULL OR " table ".date <= ?2)"
#define OF_ENTERPRISE "enterprise = ?1"

#define TITLE                                                                                        \
  "(SELECT title FROM contracts AS c WHERE c.enterprise = claims.enterprise AND c.number = claims.contract)"
#define REDEEMED                                                                                     \
  "(SELECT coalesce (sum (i.amount), 0) FROM redemptions_items AS i JOIN redemptions AS r ON r.id = i.record" \
  " WHERE i.voucher = claims.voucher AND " STANDS ")"

/* The invoices that name a delivery, and the red-letter ones that name none but reverse one of them. */
#define INVOICES_OF_DELIVERY                                                                         \
  "SELECT i.id FROM invoices AS i WHERE i.enterprise = deliveries.enterprise"                        \
  " AND i.delivery = deliveries.number AND " DATED ("i")                                             \
  " UNION SELECT b.id FROM invoices AS i JOIN invoices AS b ON b.reverses = i.number"                \
  " WHERE i.enterprise = deliveries.enterprise AND i.delivery = deliveries.number"                   \
  " AND b.delivery IS NULL AND " DATED ("i") " AND " DATED ("b")
#define INVOICED                                                                                     \
  "(SELECT CASE count (*) WHEN 0 THEN 0 WHEN count (l.amount) THEN sum (l.amount) END"               \
  " FROM invoices AS n LEFT JOIN invoices_lines AS l ON l.record = n.id"                             \
  " WHERE n.id IN (" INVOICES_OF_DELIVERY "))"
#define N_INVOICES                                                                                   \
  "(SELECT count (*) FROM invoices AS i WHERE i.enterprise = deliveries.enterprise"                  \
  " AND i.delivery = deliveries.number AND " DATED ("i") ")"

#define SETTLED_BY_PAYMENTS                                                                          \
  "(SELECT coalesce (sum (s.amount), 0) FROM payments_invoices AS s JOIN payments AS p ON p.id = s.record" \
  " WHERE s.number = invoices.number AND " DATED ("p") ")"
#define OF_REDEMPTION(column)                                                                        \
  "(SELECT " column " FROM redemptions_items_invoices AS v JOIN redemptions AS r ON r.id = v.record" \
  " WHERE v.value = invoices.number AND " STANDS " ORDER BY r.submitted, r.id LIMIT 1)"
#define PAID "r.state = 'paid' AND (r.paid_on IS NULL OR r.paid_on <= ?2)"

#define PAYMENTS_OF_ENTERPRISE                                                                       \
  "(id IN (SELECT s.record FROM payments_invoices AS s JOIN invoices AS i ON i.number = s.number"    \
  " WHERE i.enterprise = ?1) OR id NOT IN (SELECT record FROM payments_invoices))"

#define NOTHING "NULL"

/* The remarks as columns, in this order, and which records are meant. */
enum { AMOUNT, RECORDS, NAME, SETTLED, N_REMARKS };
static const struct {
  const char *remarks[N_REMARKS];
  const char *where;
} listings[QUAN_N_SECTIONS] = {
  [QUAN_CLAIMS] = { { REDEEMED, NOTHING, TITLE, NOTHING }, OF_ENTERPRISE },
  [QUAN_DELIVERIES] = { { INVOICED, N_INVOICES, NOTHING, NOTHING }, OF_ENTERPRISE },
  [QUAN_INVOICES] = { { SETTLED_BY_PAYMENTS, NOTHING, OF_REDEMPTION ("r.round"), OF_REDEMPTION (PAID) },
                      OF_ENTERPRISE },
  [QUAN_PAYMENTS] = { { NOTHING, NOTHING, NOTHING, NOTHING }, PAYMENTS_OF_ENTERPRISE },
  [QUAN_REDEMPTIONS] = { { NOTHING, NOTHING, NOTHING, NOTHING }, OF_ENTERPRISE },
};

static char *
listing_query (QuanStore *store, QuanSection section)
{
  const char *const *remarks = listings[section].remarks;

  return g_strdup_printf ("SELECT id, %s, %s, %s, %s, %s FROM %s WHERE %s ORDER BY %s",
                          store->tables[section]->columns, remarks[AMOUNT], remarks[RECORDS], remarks[NAME],
                          remarks[SETTLED], quan_section_types[section]->plural, listings[section].where,
                          quan_store_order (section));
}

QuanCursor *
quan_store_list (QuanStore *store, QuanSection section, const char *enterprise, QuanDate as_of, GError **error)
{
  g_autofree char *query = NULL;
  sqlite3_stmt *statement;
  char date[QUAN_DATE_BUF];

  g_return_val_if_fail (section < QUAN_N_SECTIONS && listings[section].where != NULL, NULL);
  query = listing_query (store, section);
  statement = quan_sql_prepare (&store->sql, query, error);
  if (statement == NULL)
    return NULL;
  quan_sql_bind_text (statement, ENTERPRISE_PARAMETER, enterprise);
  if (sqlite3_bind_parameter_count (statement) >= AS_OF_PARAMETER)
    sqlite3_bind_text (statement, AS_OF_PARAMETER, quan_date_iso (as_of, date), -1, SQLITE_TRANSIENT);
  return quan_cursor_new (store, section, statement);
}

static void
read_remarks (sqlite3_stmt *statement, QuanRemarks *remarks)
{
  int first = sqlite3_column_count (statement) - N_REMARKS;

  *remarks = (QuanRemarks) {
    .amount = sqlite3_column_type (statement, first + AMOUNT) != SQLITE_NULL
                ? sqlite3_column_int64 (statement, first + AMOUNT) : QUAN_FEN_NONE,
    .records = (guint) sqlite3_column_int (statement, first + RECORDS),
    .name = (const char *) sqlite3_column_text (statement, first + NAME),
    .settled = sqlite3_column_int (statement, first + SETTLED) != 0,
  };
}

/* SQLite's sum () raises a plain error when it leaves 64 bits; nothing else in a listing can. */
static void
say_overflow (GError **error)
{
  g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_OVERFLOW,
                       _("The amounts that belong to one record add up to more than this program computes. Look for a "
                         "mistyped amount."));
}

gpointer
quan_cursor_next_listed (QuanCursor *cursor, QuanRemarks *remarks, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gpointer record = quan_cursor_next (cursor, NULL, &failure);

  if (record != NULL)
    read_remarks (cursor->statement, remarks);
  else if (failure != NULL && sqlite3_errcode (cursor->store->sql.db) == SQLITE_ERROR)
    say_overflow (error);
  else if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return record;
}
