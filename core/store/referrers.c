/* Which records name one. */
#include "core/store/internal.h"

#define IN_REDEMPTION "redemptions_items_invoices AS r"

/* The ids of the records of a section that name one of another: ?1 is its enterprise where its key needs one, ?2 its
 * key. A delivery or payment is named by the redemptions of its invoices. */
static const struct {
  QuanSection of, by;
  const char *query;
} referrers[] = {
  { QUAN_DELIVERIES, QUAN_INVOICES, "SELECT id FROM invoices WHERE enterprise = ?1 AND delivery = ?2 ORDER BY id" },
  { QUAN_DELIVERIES, QUAN_REDEMPTIONS,
    "SELECT DISTINCT r.record FROM invoices AS i JOIN " IN_REDEMPTION " ON r.value = i.number"
    " WHERE i.enterprise = ?1 AND i.delivery = ?2 ORDER BY r.record" },
  { QUAN_INVOICES, QUAN_INVOICES, "SELECT id FROM invoices WHERE reverses = ?2 ORDER BY id" },
  { QUAN_INVOICES, QUAN_PAYMENTS, "SELECT DISTINCT record FROM payments_invoices WHERE number = ?2 ORDER BY record" },
  { QUAN_INVOICES, QUAN_REDEMPTIONS,
    "SELECT DISTINCT r.record FROM " IN_REDEMPTION " WHERE r.value = ?2 ORDER BY r.record" },
  { QUAN_PAYMENTS, QUAN_REDEMPTIONS,
    "SELECT DISTINCT r.record FROM payments AS p JOIN payments_invoices AS i ON i.record = p.id"
    " JOIN " IN_REDEMPTION " ON r.value = i.number WHERE p.number = ?2 ORDER BY r.record" },
};

static const char *
query_for (QuanSection of, QuanSection by)
{
  for (guint i = 0; i < G_N_ELEMENTS (referrers); i++)
    if (referrers[i].of == of && referrers[i].by == by)
      return referrers[i].query;
  return NULL;
}

GArray *
quan_store_referrers (QuanStore *store, QuanSection of, const char *enterprise, const char *key, QuanSection by,
                      GError **error)
{
  const char *query = query_for (of, by);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement;
  gboolean row = FALSE, good;

  if (query == NULL)
    return g_steal_pointer (&ids);
  statement = quan_sql_statement (&store->sql, query, error);
  if (statement == NULL)
    return NULL;
  if (of == QUAN_DELIVERIES)
    quan_sql_bind_text (statement, 1, enterprise);
  quan_sql_bind_text (statement, 2, key);
  while ((good = quan_sql_step (&store->sql, statement, &row, error)) && row) {
    gint64 id = sqlite3_column_int64 (statement, 0);

    g_array_append_val (ids, id);
  }
  sqlite3_reset (statement);
  return good ? g_steal_pointer (&ids) : NULL;
}
