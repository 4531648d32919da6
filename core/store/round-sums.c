/* The sums of a redemption round: one pass over the lines of an enterprise's invoices. */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/model/contract.h"
#include "core/store/internal.h"
#include "core/store/read.h"

/*
 * The parameters of all queries: ?1 enterprise, ?2 as-of date, ?3 last filing day, ?4 and ?5 the first and the last day
 * of the window.
 */

/* Whether a redemption is submitted or paid. */
#define STANDS "r.enterprise = ?1 AND r.state IN ('submitted', 'paid') AND (r.submitted IS NULL OR r.submitted <= ?2)"
/* The items of the redemptions that are submitted or paid. */
#define ITEMS \
  "SELECT r.id, i.position, i.voucher, i.amount FROM redemptions AS r JOIN redemptions_items AS i ON i.record = r.id" \
  " WHERE " STANDS
/* The few deliveries that need a look: those that are not over by the last filing day or not wholly inside their
 * contract's term and the window, or whose dates are not known. */
#define NOTABLE \
  "WITH terms AS MATERIALIZED (SELECT number, max (coalesce (starts, ?4), ?4) AS first," \
  " min (coalesce (ends, ?5), ?5) AS last FROM contracts WHERE enterprise = ?1)" \
  " SELECT d.number, d.\"to\"," \
  " (d.\"from\" < first OR d.\"from\" > last OR d.\"to\" < first OR d.\"to\" > last) IS TRUE" \
  " FROM terms CROSS JOIN deliveries AS d INDEXED BY deliveries_round" \
  " ON d.enterprise = ?1 AND d.contract = terms.number" \
  " WHERE (d.\"from\" >= first AND d.\"to\" <= min (last, ?3)) IS NOT TRUE"
/* The invoices that are reversed, and whether they have been redeemed, which may be without a line that counts. What is
 * a reversal itself cannot be reversed. */
#define REVERSED \
  "SELECT red.reverses, EXISTS (SELECT 1 FROM invoices AS i" \
  " JOIN redemptions_items_invoices AS n ON n.value = i.number JOIN redemptions AS r ON r.id = n.record" \
  " WHERE i.number = red.reverses AND i.enterprise = ?1 AND i.reverses IS NULL AND " STANDS ")" \
  " FROM invoices AS red INDEXED BY invoices_reverses WHERE red.reverses IS NOT NULL AND red.enterprise = ?1"
/* Invoices that redemptions name, and lines that count, both in the order of the invoices' numbers, so that two pointers
 * run side by side. CROSS JOIN keeps the planner to that order, which an index gives. */
#define NAMED "SELECT value, record, parent FROM redemptions_items_invoices ORDER BY value"
#define LINES \
  "SELECT i.number, i.id, i.contract, i.date, i.delivery, i.reverses, l.%s" \
  " FROM invoices AS i INDEXED BY invoices_round CROSS JOIN invoices_lines AS l" \
  " ON l.record = i.id AND l.kind IN (%s) WHERE i.enterprise = ?1 ORDER BY i.number"
enum { NUMBER_COLUMN, ID_COLUMN, CONTRACT_COLUMN, DATE_COLUMN, DELIVERY_COLUMN, REVERSES_COLUMN, AMOUNT_COLUMN };

/* An item of a standing redemption. */
typedef struct {
  gint64 record, position;  /* its key */
  char  *voucher;
} Item;

/* A delivery that needs a look. */
typedef struct {
  char    *to;  /* or NULL */
  gboolean outside;
} Notable;

/* How rounds see an invoice. */
typedef enum { NEVER, NOW, LATER, NO_ROUND, REDEEMED } Place;

/* An invoice that is reversed. */
typedef struct {
  Place place;
  char *day;  /* where rounds take it from a day on: that day */
} Reversed;

/* A line that counts, with what is known of its invoice. Texts are the row's. */
typedef struct {
  const char    *number, *contract, *date, *delivery, *reverses;
  QuanFen        amount;
  gboolean       first;    /* of its invoice */
  const Notable *notable;  /* its delivery, if that needs a look */
} Line;

/* What is kept of a line of a red-letter invoice until all invoices have been seen. */
typedef struct {
  QuanContractSums *sums;
  Line              line;  /* only date and reverses are texts, to be freed */
} RedLine;

typedef struct {
  const QuanSql        *sql;
  const QuanRoundScope *scope;
  QuanRoundSums        *sums;
  char                  as_of[QUAN_DATE_BUF], until[QUAN_DATE_BUF], last[QUAN_DATE_BUF];
  char                  window_from[QUAN_DATE_BUF], window_until[QUAN_DATE_BUF];
  GHashTable           *items;      /* set of Item */
  GHashTable           *notable;    /* number of a delivery → Notable */
  GHashTable           *reversed;   /* number of an invoice → Reversed */
  GArray               *red_lines;  /* of RedLine */
  sqlite3_stmt         *named;      /* at the next row of NAMED ... */
  gboolean              has_named;  /* ... if there is one */
  gint64                id;         /* of the invoice whose line was seen last ... */
  const Item           *item;       /* ... and the item that has it, or NULL */
} Pass;

static guint
item_hash (gconstpointer data)
{
  const Item *item = data;

  return (guint) item->record * 65599u + (guint) item->position;
}

static gboolean
item_equal (gconstpointer a, gconstpointer b)
{
  const Item *left = a, *right = b;

  return left->record == right->record && left->position == right->position;
}

static void
item_free (gpointer data)
{
  g_free (((Item *) data)->voucher);
  g_free (data);
}

static void
notable_free (gpointer data)
{
  g_free (((Notable *) data)->to);
  g_free (data);
}

static void
reversed_free (gpointer data)
{
  g_free (((Reversed *) data)->day);
  g_free (data);
}

static void
red_line_clear (gpointer data)
{
  RedLine *red = data;

  g_free ((char *) red->line.date);
  g_free ((char *) red->line.reverses);
}

static gboolean
fail_overflow (GError **error)
{
  g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_OVERFLOW,
                       _("The amounts of this round add up to more than this program can compute with; correct them."));
  return FALSE;
}

/* The text of a column until the next step, NULL for NULL. */
static const char *
peek (sqlite3_stmt *row, int column)
{
  return (const char *) sqlite3_column_text (row, column);
}

/* Sees one row. */
typedef gboolean (*SeeRow) (Pass *pass, sqlite3_stmt *row, GError **error);

/* Sees every row of a query. */
static gboolean
each_row (Pass *pass, const char *query, SeeRow see, GError **error)
{
  const char *const parameters[] = { pass->scope->enterprise, pass->as_of, pass->until, pass->window_from,
                                     pass->window_until };
  sqlite3_stmt *statement = quan_sql_prepare (pass->sql, query, error);
  gboolean row = FALSE, good = statement != NULL;

  for (int i = 0; good && i < sqlite3_bind_parameter_count (statement); i++)
    quan_sql_bind_text (statement, i + 1, parameters[i]);
  while (good && (good = quan_sql_step (pass->sql, statement, &row, error)) && row)
    good = see (pass, statement, error);
  sqlite3_finalize (statement);
  return good;
}

static gboolean
see_item (Pass *pass, sqlite3_stmt *row, GError **error)
{
  Item *item = g_new (Item, 1);

  *item = (Item) { sqlite3_column_int64 (row, 0), sqlite3_column_int64 (row, 1),
                   g_strdup (quan_sql_peek_text (row, 2)) };
  g_hash_table_add (pass->items, item);
  return quan_round_sums_add_redeemed (pass->sums, item->voucher, sqlite3_column_int64 (row, 3))
         || fail_overflow (error);
}

static gboolean
see_notable (Pass *pass, sqlite3_stmt *row, GError **error)
{
  Notable *notable = g_new (Notable, 1);

  *notable = (Notable) { g_strdup (peek (row, 1)), sqlite3_column_int (row, 2) };
  g_hash_table_insert (pass->notable, g_strdup (quan_sql_peek_text (row, 0)), notable);
  return TRUE;
}

static gboolean
see_reversed (Pass *pass, sqlite3_stmt *row, GError **error)
{
  Reversed *reversed = g_new (Reversed, 1);

  *reversed = (Reversed) { sqlite3_column_int (row, 1) ? REDEEMED : NEVER, NULL };
  g_hash_table_insert (pass->reversed, g_strdup (quan_sql_peek_text (row, 0)), reversed);
  return TRUE;
}

/* Finds the item that has an invoice, of which there is one at most: steps over the smaller numbers and this one. */
static gboolean
find_item (Pass *pass, const char *number, GError **error)
{
  int order;

  pass->item = NULL;
  while (pass->has_named && (order = strcmp (quan_sql_peek_text (pass->named, 0), number)) <= 0) {
    const Item key = { .record = sqlite3_column_int64 (pass->named, 1),
                       .position = sqlite3_column_int64 (pass->named, 2) };

    if (order == 0 && pass->item == NULL)
      pass->item = g_hash_table_lookup (pass->items, &key);
    if (!quan_sql_step (pass->sql, pass->named, &pass->has_named, error))
      return FALSE;
  }
  return TRUE;
}

static Place
place_by_day (const Pass *pass, const char *day)
{
  return strcmp (day, pass->until) <= 0 ? NOW : strcmp (day, pass->last) <= 0 ? LATER : NO_ROUND;
}

/* The place of an invoice that is in no redemption, by itself; *day is the day from which rounds take it, if they do. An
 * invoice that names no delivery is told of only where the round would take it. */
static Place
place_alone (const Pass *pass, const Line *line, QuanContractSums *sums, const char **day)
{
  if (line->date == NULL || strcmp (line->date, pass->as_of) > 0)
    return NEVER;
  *day = line->date;
  if (line->reverses == NULL && line->delivery == NULL) {
    sums->unproven |= place_by_day (pass, line->date) == NOW;
    return NEVER;
  }
  if (line->reverses == NULL && line->notable != NULL && line->notable->to != NULL
      && strcmp (line->notable->to, line->date) > 0)
    *day = line->notable->to;
  return place_by_day (pass, *day);
}

static gboolean
add_counted (QuanInvoiceSum *sum, const Line *line)
{
  sum->invoices += line->first;
  sum->delivered += line->first && line->delivery != NULL;
  return quan_invoice_sum_add (sum, line->amount);
}

static gboolean
add_line (QuanContractSums *sums, Place place, const Line *line)
{
  QuanFen known = line->amount != QUAN_FEN_NONE ? line->amount : 0;

  switch (place) {
  case NOW:
    sums->outside |= line->notable != NULL && line->notable->outside;
    return add_counted (&sums->now, line);
  case LATER:
    return quan_money_add (sums->later, known, &sums->later);
  case NO_ROUND:
    return quan_money_add (sums->no_round, known, &sums->no_round);
  default:
    return TRUE;
  }
}

/* Red-letter invoices wait until it is known what became of the ones they reverse. */
static void
keep_red_line (Pass *pass, QuanContractSums *sums, const Line *line)
{
  RedLine red = { sums, *line };

  red.line.date = g_strdup (line->date);
  red.line.reverses = g_strdup (line->reverses);
  g_array_append_val (pass->red_lines, red);
}

/* Notes what became of an invoice that is reversed. */
static void
note_reversed (Pass *pass, const Line *line, Place place, const char *day)
{
  Reversed *reversed = g_hash_table_lookup (pass->reversed, line->number);

  if (reversed == NULL || line->reverses != NULL)
    return;
  reversed->place = place;
  g_free (reversed->day);
  reversed->day = g_strdup (day);
}

static Line
read_line (const Pass *pass, sqlite3_stmt *row)
{
  Line line = {
    .number = quan_sql_peek_text (row, NUMBER_COLUMN), .contract = quan_sql_peek_text (row, CONTRACT_COLUMN),
    .date = peek (row, DATE_COLUMN), .delivery = peek (row, DELIVERY_COLUMN), .reverses = peek (row, REVERSES_COLUMN),
    .amount = sqlite3_column_type (row, AMOUNT_COLUMN) == SQLITE_NULL ? QUAN_FEN_NONE
                                                                      : sqlite3_column_int64 (row, AMOUNT_COLUMN),
    .first = sqlite3_column_int64 (row, ID_COLUMN) != pass->id,
  };

  if (line.delivery != NULL && g_hash_table_size (pass->notable) > 0)
    line.notable = g_hash_table_lookup (pass->notable, line.delivery);
  return line;
}

static gboolean
see_line (Pass *pass, sqlite3_stmt *row, GError **error)
{
  Line line = read_line (pass, row);
  QuanContractSums *sums = quan_round_sums_contract (pass->sums, line.contract);
  const char *day = NULL;
  gboolean good = TRUE;
  Place place;

  if (line.first && !find_item (pass, line.number, error))
    return FALSE;
  pass->id = sqlite3_column_int64 (row, ID_COLUMN);
  place = pass->item != NULL ? REDEEMED : place_alone (pass, &line, sums, &day);
  if (g_hash_table_size (pass->reversed) > 0)
    note_reversed (pass, &line, place, day);
  if (place == REDEEMED)
    good = add_counted (quan_contract_sums_redeemed (sums, pass->item->voucher), &line);
  else if (line.reverses != NULL && place != NEVER)
    keep_red_line (pass, sums, &line);
  else
    good = add_line (sums, place, &line);
  return good || fail_overflow (error);
}

/* A red-letter invoice counts once the invoice it reverses counts or has been redeemed. */
static gboolean
add_red_line (Pass *pass, const RedLine *red, GError **error)
{
  const Reversed *reversed = g_hash_table_lookup (pass->reversed, red->line.reverses);
  const char *day = red->line.date;

  if (reversed->place == NEVER)
    return TRUE;
  if (reversed->day != NULL && strcmp (reversed->day, day) > 0)
    day = reversed->day;
  return add_line (red->sums, place_by_day (pass, day), &red->line) || fail_overflow (error);
}

/* "'compute', 'storage'". Free with g_free. */
static char *
list_kinds (guint kinds)
{
  GString *list = g_string_new (NULL);

  for (int kind = 1; quan_vocabulary_id (&quan_line_kinds, kind) != NULL; kind++)
    if (kinds >> kind & 1)
      g_string_append_printf (list, "%s'%s'", list->len > 0 ? ", " : "", quan_vocabulary_id (&quan_line_kinds, kind));
  return g_string_free (list, FALSE);
}

static gboolean
run (Pass *pass, GError **error)
{
  g_autofree char *kinds = list_kinds (pass->scope->kinds);
  g_autofree char *lines = g_strdup_printf (LINES, pass->scope->net ? "net" : "amount", kinds);
  gboolean good = each_row (pass, ITEMS, see_item, error) && each_row (pass, NOTABLE, see_notable, error)
                  && each_row (pass, REVERSED, see_reversed, error);

  if (good && g_hash_table_size (pass->items) > 0) {
    pass->named = quan_sql_prepare (pass->sql, NAMED, error);
    good = pass->named != NULL && quan_sql_step (pass->sql, pass->named, &pass->has_named, error);
  }
  good = good && each_row (pass, lines, see_line, error);
  sqlite3_finalize (pass->named);
  for (guint i = 0; good && i < pass->red_lines->len; i++)
    good = add_red_line (pass, &g_array_index (pass->red_lines, RedLine, i), error);
  return good;
}

QuanRoundSums *
quan_store_round_sums (QuanStore *store, const QuanRoundScope *scope, GError **error)
{
  g_autoptr (QuanRoundSums) sums = quan_round_sums_new ();
  g_autoptr (GHashTable) items = g_hash_table_new_full (item_hash, item_equal, item_free, NULL);
  g_autoptr (GHashTable) notable = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, notable_free);
  g_autoptr (GHashTable) reversed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, reversed_free);
  g_autoptr (GArray) red_lines = g_array_new (FALSE, FALSE, sizeof (RedLine));
  Pass pass = { .sql = &store->sql, .scope = scope, .sums = sums,
                .items = items, .notable = notable, .reversed = reversed, .red_lines = red_lines };

  g_array_set_clear_func (red_lines, red_line_clear);
  quan_date_iso (scope->as_of, pass.as_of);
  quan_date_iso (scope->until, pass.until);
  quan_date_iso (scope->last, pass.last);
  quan_date_iso (scope->window_from, pass.window_from);
  quan_date_iso (scope->window_until, pass.window_until);
  return run (&pass, error) ? g_steal_pointer (&sums) : NULL;
}
