#include "core/store/read.h"

#include "core/store/internal.h"

#define ENTERPRISE_PARAMETER 1
#define CONTRACT_PARAMETER 2
#define KEY_PARAMETER 3
#define ROUND_PARAMETER 4

/* The conditions of a filter's members, and the order, of every section. */
static const struct {
  const char *enterprise, *contract, *key, *round, *order;
} places[QUAN_N_STORE_SECTIONS] = {
  [QUAN_ENTERPRISES]  = { .enterprise = "uscc = ?1", .key = "uscc = ?3", .order = "uscc" },
  [QUAN_PROVIDERS]    = { .enterprise = "uscc IN (SELECT provider FROM contracts WHERE enterprise = ?1)",
                          .key = "uscc = ?3", .order = "uscc" },
  [QUAN_CONTRACTS]    = { .enterprise = "enterprise = ?1", .contract = "number = ?2", .key = "number = ?3",
                          .order = "enterprise, number" },
  [QUAN_CLAIMS]       = { .enterprise = "enterprise = ?1", .contract = "contract = ?2", .key = "voucher = ?3",
                          .order = "enterprise, contract, submitted, id" },
  [QUAN_DELIVERIES]   = { .enterprise = "enterprise = ?1", .contract = "contract = ?2", .key = "number = ?3",
                          .order = "enterprise, contract, number" },
  [QUAN_INVOICES]     = { .enterprise = "enterprise = ?1", .contract = "contract = ?2", .key = "number = ?3",
                          .order = "enterprise, contract, number" },
  [QUAN_PAYMENTS]     = { .enterprise = "id IN (SELECT p.record FROM payments_invoices AS p"
                                        " JOIN invoices AS i ON i.number = p.number WHERE i.enterprise = ?1)",
                          .key = "number = ?3", .order = "number" },
  [QUAN_REDEMPTIONS]  = { .enterprise = "enterprise = ?1", .key = "round = ?3",
                          .order = "enterprise, round, submitted, id" },
  [QUAN_PREPARATIONS] = { .enterprise = "enterprise = ?1", .contract = "contract = ?2",
                          .order = "enterprise, contract, id" },
  [QUAN_ATTACHMENTS]  = { .enterprise = "enterprise = ?1", .contract = "contract = ?2", .key = "document = ?3",
                          .round = "round = ?4", .order = "enterprise, contract, document, id" },
};

static void
append_condition (GString *query, const char *condition, gboolean wanted)
{
  if (!wanted)
    return;
  g_return_if_fail (condition != NULL);
  g_string_append_printf (query, " AND %s", condition);
}

static char *
filter_query (const char *columns, QuanSection section, const QuanStoreFilter *filter)
{
  GString *query = g_string_new (NULL);

  g_string_printf (query, "SELECT %s FROM %s WHERE TRUE", columns, quan_section_types[section]->plural);
  append_condition (query, places[section].enterprise, filter->enterprise != NULL);
  append_condition (query, places[section].contract, filter->contract != NULL);
  append_condition (query, places[section].key, filter->key != NULL);
  append_condition (query, places[section].round, filter->round != NULL);
  g_string_append_printf (query, " ORDER BY %s", places[section].order);
  return g_string_free (query, FALSE);
}

static void
bind_filter (sqlite3_stmt *statement, const QuanStoreFilter *filter)
{
  if (filter->enterprise != NULL)
    quan_sql_bind_text (statement, ENTERPRISE_PARAMETER, filter->enterprise);
  if (filter->contract != NULL)
    quan_sql_bind_text (statement, CONTRACT_PARAMETER, filter->contract);
  if (filter->key != NULL)
    quan_sql_bind_text (statement, KEY_PARAMETER, filter->key);
  if (filter->round != NULL)
    quan_sql_bind_text (statement, ROUND_PARAMETER, filter->round);
}

static sqlite3_stmt *
prepare_filter (QuanStore *store, const char *columns, QuanSection section, const QuanStoreFilter *filter,
                GError **error)
{
  g_autofree char *query = filter_query (columns, section, filter);
  sqlite3_stmt *statement = quan_sql_prepare (&store->sql, query, error);

  if (statement != NULL)
    bind_filter (statement, filter);
  return statement;
}

QuanCursor *
quan_cursor_new (QuanStore *store, QuanSection section, sqlite3_stmt *statement)
{
  QuanCursor *cursor = g_new (QuanCursor, 1);

  *cursor = (QuanCursor) { .store = store, .section = section, .statement = statement };
  return cursor;
}

QuanCursor *
quan_store_select (QuanStore *store, QuanSection section, const QuanStoreFilter *filter, GError **error)
{
  g_autofree char *columns = g_strconcat ("id, ", store->tables[section]->columns, NULL);
  sqlite3_stmt *statement = prepare_filter (store, columns, section, filter, error);

  return statement != NULL ? quan_cursor_new (store, section, statement) : NULL;
}

gpointer
quan_cursor_next (QuanCursor *cursor, gint64 *id, GError **error)
{
  gboolean row;

  if (!quan_sql_step (&cursor->store->sql, cursor->statement, &row, error) || !row)
    return NULL;
  if (id != NULL)
    *id = sqlite3_column_int64 (cursor->statement, 0);
  return quan_store_table_read (cursor->store->tables[cursor->section], &cursor->store->sql, cursor->statement, error);
}

const char *
quan_store_order (QuanSection section)
{
  return places[section].order;
}

void
quan_cursor_free (QuanCursor *cursor)
{
  if (cursor == NULL)
    return;
  sqlite3_finalize (cursor->statement);
  g_free (cursor);
}

gpointer
quan_store_find (QuanStore *store, QuanSection section, const QuanStoreFilter *filter, gint64 *id, GError **error)
{
  g_autoptr (QuanCursor) cursor = quan_store_select (store, section, filter, error);

  return cursor != NULL ? quan_cursor_next (cursor, id, error) : NULL;
}

gpointer
quan_store_get (QuanStore *store, QuanSection section, gint64 id, GError **error)
{
  return quan_store_table_get (store->tables[section], &store->sql, id, error);
}

gpointer
quan_store_need (QuanStore *store, QuanSection section, gint64 id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gpointer record = quan_store_get (store, section, id, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (record == NULL)
    quan_sql_damaged (store->sql.path, error, "%s %" G_GINT64_FORMAT, quan_section_types[section]->plural, id);
  return record;
}

gint64
quan_store_count (QuanStore *store, QuanSection section, const QuanStoreFilter *filter, GError **error)
{
  sqlite3_stmt *statement = prepare_filter (store, "count(*)", section, filter, error);
  gint64 count = -1;
  gboolean row;

  if (statement != NULL && quan_sql_step (&store->sql, statement, &row, error) && row)
    count = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return count;
}

/* Adds all that is left of a cursor to a list. */
static gboolean
take_all (QuanCursor *cursor, GPtrArray *records, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gpointer record;

  while ((record = quan_cursor_next (cursor, NULL, &failure)) != NULL)
    g_ptr_array_add (records, record);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

QuanWorkspace *
quan_store_workspace (QuanStore *store, const char *enterprise, GError **error)
{
  g_autoptr (QuanWorkspace) workspace = quan_workspace_new ();
  const QuanStoreFilter filter = { .enterprise = enterprise };

  for (int section = 0; section < QUAN_N_SECTIONS; section++) {
    g_autoptr (QuanCursor) cursor = quan_store_select (store, section, &filter, error);

    if (cursor == NULL || !take_all (cursor, workspace->sections[section], error))
      return NULL;
  }
  quan_workspace_sort (workspace);
  return g_steal_pointer (&workspace);
}

/* A contract to be visited. */
typedef struct {
  gint64 id;
  char  *enterprise, *number;
} Stop;

static void
stop_clear (gpointer data)
{
  Stop *stop = data;

  g_free (stop->enterprise);
  g_free (stop->number);
}

static int
compare_stops (gconstpointer a, gconstpointer b)
{
  const Stop *left = a, *right = b;
  int order = g_strcmp0 (left->enterprise, right->enterprise);

  return order != 0 ? order : quan_key_compare (left->number, right->number);
}

/* The contracts of an enterprise (NULL: of all) in canonical order, which is not the order of an index: HT-2 is
 * before HT-10. */
static GArray *
list_stops (QuanStore *store, const char *enterprise, GError **error)
{
  const QuanStoreFilter filter = { .enterprise = enterprise };
  sqlite3_stmt *statement = prepare_filter (store, "id, enterprise, number", QUAN_CONTRACTS, &filter, error);
  g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  gboolean good = statement != NULL, row = FALSE;

  g_array_set_clear_func (stops, stop_clear);
  while (good && (good = quan_sql_step (&store->sql, statement, &row, error)) && row) {
    const Stop stop = { sqlite3_column_int64 (statement, 0), quan_sql_column_text (statement, 1),
                        quan_sql_column_text (statement, 2) };

    g_array_append_val (stops, stop);
  }
  sqlite3_finalize (statement);
  if (!good)
    return NULL;
  g_array_sort (stops, compare_stops);
  return g_steal_pointer (&stops);
}

/* A walk over contracts: one cursor for each section asked for, pointed at one contract after the other. */
typedef struct {
  QuanStore     *store;
  QuanWorkspace *slice;
  QuanCursor    *cursors[QUAN_N_SECTIONS];
} Walk;

static gboolean
walk_prepare (Walk *walk, guint sections, GError **error)
{
  const QuanStoreFilter filter = { .enterprise = "", .contract = "" };

  for (int section = 0; section < QUAN_N_SECTIONS; section++)
    if (sections & (1u << section)) {
      walk->cursors[section] = quan_store_select (walk->store, section, &filter, error);
      if (walk->cursors[section] == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
walk_fill (Walk *walk, const Stop *stop, GError **error)
{
  const QuanStoreFilter filter = { .enterprise = stop->enterprise, .contract = stop->number };
  gpointer contract = quan_store_need (walk->store, QUAN_CONTRACTS, stop->id, error);

  for (int section = 0; section < QUAN_N_SECTIONS; section++)
    g_ptr_array_set_size (walk->slice->sections[section], 0);
  if (contract == NULL)
    return FALSE;
  g_ptr_array_add (walk->slice->sections[QUAN_CONTRACTS], contract);
  for (int section = 0; section < QUAN_N_SECTIONS; section++) {
    QuanCursor *cursor = walk->cursors[section];

    if (cursor == NULL)
      continue;
    bind_filter (cursor->statement, &filter);
    if (!take_all (cursor, walk->slice->sections[section], error))
      return FALSE;
  }
  quan_workspace_sort (walk->slice);
  return TRUE;
}

gboolean
quan_store_each_contract (QuanStore *store, const char *enterprise, guint sections, QuanContractFunc func,
                          gpointer data, GError **error)
{
  g_autoptr (GArray) stops = list_stops (store, enterprise, error);
  g_autoptr (QuanWorkspace) slice = quan_workspace_new ();
  Walk walk = { .store = store, .slice = slice };
  gboolean good = stops != NULL && walk_prepare (&walk, sections, error);

  for (guint i = 0; good && i < stops->len; i++)
    good = walk_fill (&walk, &g_array_index (stops, Stop, i), error) && func (slice, data, error);
  for (int section = 0; section < QUAN_N_SECTIONS; section++)
    quan_cursor_free (walk.cursors[section]);
  return good;
}
