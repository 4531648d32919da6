#include "core/store/internal.h"
#include "core/store/read.h"

#define ALIKES_MAX "3"

/* Signed within the span, with the same provider, all lines priced and adding up to the same total. */
static const char alikes_query[] =
  "SELECT number FROM contracts WHERE enterprise = ?1 AND provider = ?2 AND number IS NOT ?3"
  " AND signed BETWEEN ?4 AND ?5"
  " AND (SELECT sum(amount) = ?6 AND count(amount) = count(*) FROM contracts_lines WHERE record = id)"
  " ORDER BY number LIMIT " ALIKES_MAX;

GPtrArray *
quan_store_alikes (QuanStore *store, const QuanAlike *alike, GError **error)
{
  sqlite3_stmt *statement = quan_sql_statement (&store->sql, alikes_query, error);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  char from[QUAN_DATE_BUF], until[QUAN_DATE_BUF];
  gboolean row = FALSE, good = statement != NULL;

  if (!good)
    return NULL;
  quan_sql_bind_text (statement, 1, alike->enterprise);
  quan_sql_bind_text (statement, 2, alike->provider);
  if (alike->number != NULL)
    quan_sql_bind_text (statement, 3, alike->number);
  else
    sqlite3_bind_null (statement, 3);
  quan_sql_bind_text (statement, 4, quan_date_iso (alike->signed_from, from));
  quan_sql_bind_text (statement, 5, quan_date_iso (alike->signed_until, until));
  sqlite3_bind_int64 (statement, 6, alike->total);
  while ((good = quan_sql_step (&store->sql, statement, &row, error)) && row)
    g_ptr_array_add (numbers, quan_sql_column_text (statement, 0));
  sqlite3_reset (statement);
  return good ? g_steal_pointer (&numbers) : NULL;
}
