/* An invoice is redeemed once: no invoice is in two redemptions that stand, of whatever enterprise, nor in one twice. */
#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/store/internal.h"

#define LISTED_MAX 20

/* A redemption that stands, with the name of its enterprise. */
#define STANDS(r) r ".state IN ('submitted', 'paid')"
#define OWNER(r) "coalesce ((SELECT name FROM enterprises WHERE uscc = " r ".enterprise), " r ".enterprise)"

/*
 * Every invoice that one redemption that stands shares with another (or has twice), with the older of the two. Of all
 * (?1 is NULL), or of those the act ?1 has written, which keeps the search to the invoices of these.
 */
#define REPEATED_USES                                                                                            \
  "SELECT a.value, other.round, " OWNER ("other") ", other.state, mine.round, " OWNER ("mine") ", min (other.id)" \
  " FROM redemptions AS mine CROSS JOIN redemptions_items_invoices AS a ON a.record = mine.id"                   \
  " CROSS JOIN redemptions_items_invoices AS b ON b.value = a.value"                                           \
  " CROSS JOIN redemptions AS other ON other.id = b.record"                                                    \
  " WHERE " STANDS ("mine") " AND " STANDS ("other")                                                           \
  " AND (b.record <> a.record OR b.parent <> a.parent OR b.position <> a.position)"                            \
  " AND (?1 IS NULL OR mine.import = ?1"                                                                       \
  " OR mine.id IN (SELECT record FROM journal WHERE act = ?1 AND section = 'redemptions'))"                    \
  " GROUP BY a.value"
enum { INVOICE, ROUND, ENTERPRISE, STATE, OTHER_ROUND, OTHER_ENTERPRISE };

typedef void (*Visit) (const char *invoice, const char *sentence, gpointer data);

/* "in 2024Q2 of 北京… (Submitted) already, and again in 2024Q3 of …". Free with g_free. */
static char *
tell_use (sqlite3_stmt *statement)
{
  int state = quan_vocabulary_value (&quan_redemption_states, quan_sql_peek_text (statement, STATE));
  const char *name = quan_term_name (quan_vocabulary_term (&quan_redemption_states, state), quan_language_of_locale ());

  return g_strdup_printf (_("in the redemption %s of %s (%s) already, and again in %s of %s"),
                          quan_sql_peek_text (statement, ROUND), quan_sql_peek_text (statement, ENTERPRISE), name,
                          quan_sql_peek_text (statement, OTHER_ROUND),
                          quan_sql_peek_text (statement, OTHER_ENTERPRISE));
}

/* Visits the repeated uses an act (0: any) made. */
static gboolean
each_use (QuanStore *store, gint64 act, Visit visit, gpointer data, GError **error)
{
  sqlite3_stmt *statement = quan_sql_statement (&store->sql, REPEATED_USES, error);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;
  if (act != 0)
    sqlite3_bind_int64 (statement, 1, act);
  while (quan_sql_step (&store->sql, statement, &row, error)) {
    g_autofree char *sentence = row ? tell_use (statement) : NULL;

    if (!row)
      return TRUE;
    visit (quan_sql_peek_text (statement, INVOICE), sentence, data);
  }
  return FALSE;
}

/* The uses found so far, a line each. */
typedef struct {
  GString *lines;
  guint    count;
} Uses;

static void
list_use (const char *invoice, const char *sentence, gpointer data)
{
  Uses *uses = data;

  if (++uses->count <= LISTED_MAX)
    g_string_append_printf (uses->lines, "\n  %s: %s", invoice, sentence);
}

gboolean
quan_uses_judge (QuanStore *store, GError **error)
{
  const QuanStoreCounts *counts = &store->counts;
  g_autoptr (GString) lines = g_string_new (NULL);
  Uses uses = { lines, 0 };

  if (counts->created[QUAN_REDEMPTIONS] + counts->changed[QUAN_REDEMPTIONS] == 0)
    return TRUE;
  if (!each_use (store, store->act.act, list_use, &uses, error))
    return FALSE;
  if (uses.count > LISTED_MAX)
    g_string_append_printf (lines, ngettext ("\n  and %u more", "\n  and %u more", uses.count - LISTED_MAX),
                            uses.count - LISTED_MAX);
  if (uses.count > 0)
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                 _("An invoice is redeemed once only. Nothing was changed, because of these invoices:%s"), lines->str);
  return uses.count == 0;
}

static void
report_use (const char *invoice, const char *sentence, gpointer data)
{
  g_autofree char *where = g_strdup_printf ("invoices %s", invoice);

  quan_store_problem_add (data, where, g_strdup_printf (_("It is redeemed twice: %s."), sentence));
}

gboolean
quan_verify_uses (QuanStore *store, GPtrArray *problems, GError **error)
{
  return each_use (store, 0, report_use, problems, error);
}
