/* What a store keeps and gives back. */
#include "core/base/error.h"
#include "core/exchange/workspace-json.h"

#include <jansson.h>
#include <sys/stat.h>

#include "tests/core/store-fixture.h"

#define FIRST "91110108MA01ABC25F"
#define SECOND "91110302600123450J"

static void
assert_same (const QuanWorkspace *workspace, const QuanWorkspace *other)
{
  g_autofree char *text = quan_workspace_json_write (workspace);
  g_autofree char *other_text = quan_workspace_json_write (other);

  g_assert_cmpstr (text, ==, other_text);
}

/* Deletes every record in one act. */
static void
delete_all (QuanStore *store)
{
  const QuanStoreFilter all = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (quan_store_begin (store, "delete", "all", &error));
  for (int section = 0; section < QUAN_N_SECTIONS; section++) {
    gpointer record;

    while ((record = quan_store_find (store, section, &all, &id, &error)) != NULL) {
      quan_record_free (quan_section_types[section], record);
      g_assert_true (quan_store_delete (store, section, id, &error));
    }
    g_assert_no_error (error);
  }
  quan_store_commit (store, &error);
  g_assert_no_error (error);
}

/* A workspace comes back as it went in, and goes without a trace in the records. */
static void
check_round_trip (QuanStore *store, const QuanWorkspace *workspace)
{
  g_autoptr (QuanWorkspace) back = NULL;
  g_autoptr (QuanWorkspace) nothing = NULL;
  g_autoptr (QuanWorkspace) empty = quan_workspace_new ();
  g_autoptr (GError) error = NULL;

  store_import (store, workspace);
  back = quan_store_workspace (store, NULL, &error);
  g_assert_no_error (error);
  assert_same (workspace, back);
  delete_all (store);
  nothing = quan_store_workspace (store, NULL, &error);
  g_assert_no_error (error);
  assert_same (empty, nothing);
}

static void
test_round_trip_of_every_field (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = store_open (place.path);
  g_autoptr (QuanWorkspace) workspace = store_workspace_file ("canonical-workspace.json");

  check_round_trip (store, workspace);
}

static void
test_round_trip_of_golden_cases (gconstpointer file)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = store_open (place.path);
  g_autofree char *path = g_build_filename (g_getenv ("QUAN_TEST_CASES"), file, NULL);
  json_t *cases = json_load_file (path, 0, NULL);

  g_assert_cmpuint (json_array_size (cases), >, 0);
  for (size_t i = 0; i < json_array_size (cases); i++) {
    g_autofree char *text = json_dumps (json_object_get (json_array_get (cases, i), "workspace"), 0);
    g_autoptr (QuanWorkspace) workspace = store_workspace (text);

    check_round_trip (store, workspace);
  }
  json_decref (cases);
}

#define CODES(first, second) \
  "\"enterprises\":[{\"uscc\":\"" first "\"},{\"uscc\":\"" second "\"}],\"providers\":[{\"uscc\":\"" second "\"}]"
#define TWO_ENTERPRISES                                                                                          \
  "{\"format\":\"quan-workspace\",\"version\":1," CODES (FIRST, SECOND) ","                                       \
  "\"contracts\":["                                                                                              \
  "{\"number\":\"HT-10\",\"enterprise\":\"" FIRST "\",\"provider\":\"" SECOND "\",\"other_subsidies\":[]},"          \
  "{\"number\":\"HT-2\",\"enterprise\":\"" FIRST "\",\"lines\":[]},"                                                \
  "{\"number\":\"HT-2\",\"enterprise\":\"" SECOND "\"}],"                                                          \
  "\"claims\":["                                                                                                 \
  "{\"contract\":\"HT-2\",\"enterprise\":\"" FIRST "\",\"state\":\"rejected\",\"submitted\":\"2024-03-01\"},"          \
  "{\"contract\":\"HT-2\",\"enterprise\":\"" FIRST "\",\"state\":\"draft\"},"                                         \
  "{\"contract\":\"HT-10\",\"state\":\"approved\",\"voucher\":\"V-1\",\"issued\":\"2024-05-01\"}],"                    \
  "\"deliveries\":[{\"number\":\"JF-1\",\"contract\":\"HT-10\"}],"                                                 \
  "\"invoices\":[{\"number\":\"1\",\"contract\":\"HT-10\",\"delivery\":\"JF-1\"},"                                    \
  "{\"number\":\"2\",\"contract\":\"HT-2\",\"enterprise\":\"" SECOND "\"}],"                                         \
  "\"payments\":[{\"number\":\"HD-1\",\"invoices\":[{\"number\":\"2\",\"amount\":\"1.00\"}]}],"                        \
  "\"redemptions\":[{\"round\":\"2024Q2\",\"enterprise\":\"" FIRST "\",\"state\":\"draft\","                          \
  "\"items\":[{\"voucher\":\"V-1\",\"invoices\":[],\"amount\":\"-1.00\"}]}]}"

/* How many records of each section belong to an enterprise. */
static const struct {
  const char *enterprise;
  guint       counts[QUAN_N_SECTIONS];
} belongings[] = {
  { FIRST,                { 1, 1, 2, 3, 1, 1, 0, 1 } },
  { SECOND,               { 1, 0, 1, 0, 0, 1, 1, 0 } },
  { "91110112MACX9QR43N", { 0, 0, 0, 0, 0, 0, 0, 0 } },
};

static void
test_one_enterprise (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = store_open (place.path);
  g_autoptr (QuanWorkspace) workspace = store_workspace (TWO_ENTERPRISES);
  g_autoptr (GError) error = NULL;

  check_round_trip (store, workspace);
  store_import (store, workspace);
  for (guint i = 0; i < G_N_ELEMENTS (belongings); i++) {
    const QuanStoreFilter filter = { .enterprise = belongings[i].enterprise };
    g_autoptr (QuanWorkspace) part = quan_store_workspace (store, belongings[i].enterprise, &error);

    g_assert_no_error (error);
    for (int section = 0; section < QUAN_N_SECTIONS; section++) {
      g_assert_cmpuint (part->sections[section]->len, ==, belongings[i].counts[section]);
      g_assert_cmpint (quan_store_count (store, section, &filter, &error), ==, belongings[i].counts[section]);
    }
  }
}

/* Notes a slice as "enterprise number claims invoices deliveries;". */
static gboolean
note_slice (const QuanWorkspace *slice, gpointer data, GError **error)
{
  const QuanContract *contract = slice->sections[QUAN_CONTRACTS]->pdata[0];

  g_string_append_printf (data, "%c %s %u %u %u;", contract->enterprise[3], contract->number,
                          slice->sections[QUAN_CLAIMS]->len, slice->sections[QUAN_INVOICES]->len,
                          slice->sections[QUAN_DELIVERIES]->len);
  return TRUE;
}

#define ALL_SECTIONS (1u << QUAN_CLAIMS | 1u << QUAN_INVOICES | 1u << QUAN_DELIVERIES)

static const struct {
  const char *enterprise;
  guint       sections;
  const char *walk;
} walks[] = {
  { NULL,   ALL_SECTIONS,        "1 HT-2 2 0 0;1 HT-10 1 1 1;1 HT-2 0 1 0;" },
  { FIRST,  1u << QUAN_CLAIMS,   "1 HT-2 2 0 0;1 HT-10 1 0 0;" },
  { SECOND, 1u << QUAN_INVOICES, "1 HT-2 0 1 0;" },
};

static void
test_walk (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = store_open (place.path);
  g_autoptr (QuanWorkspace) workspace = store_workspace (TWO_ENTERPRISES);
  g_autoptr (GError) error = NULL;

  store_import (store, workspace);
  for (guint i = 0; i < G_N_ELEMENTS (walks); i++) {
    g_autoptr (GString) walk = g_string_new (NULL);

    g_assert_true (quan_store_each_contract (store, walks[i].enterprise, walks[i].sections, note_slice, walk, &error));
    g_assert_cmpstr (walk->str, ==, walks[i].walk);
  }
}

/* What quan_workspace_resolve is told. */
static const struct {
  QuanSection section;
  const char *enterprise, *key;
  gboolean    has;
} known_keys[] = {
  { QUAN_ENTERPRISES, NULL,   FIRST,    TRUE },
  { QUAN_PROVIDERS,   NULL,   FIRST,    FALSE },
  { QUAN_PROVIDERS,   NULL,   SECOND,   TRUE },
  { QUAN_CONTRACTS,   SECOND, "HT-2",   TRUE },
  { QUAN_CONTRACTS,   SECOND, "HT-10",  FALSE },
  { QUAN_CLAIMS,      NULL,   "V-1",    TRUE },
  { QUAN_CLAIMS,      NULL,   "V-2",    FALSE },
  { QUAN_DELIVERIES,  FIRST,  "JF-1",   TRUE },
  { QUAN_DELIVERIES,  SECOND, "JF-1",   FALSE },
  { QUAN_INVOICES,    NULL,   "2",      TRUE },
  { QUAN_PAYMENTS,    NULL,   "HD-1",   TRUE },
  { QUAN_REDEMPTIONS, FIRST,  "2024Q2", TRUE },
  { QUAN_REDEMPTIONS, FIRST,  "2024Q3", FALSE },
};

static void
test_known (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = store_open (place.path);
  g_autoptr (QuanWorkspace) workspace = store_workspace (TWO_ENTERPRISES);
  QuanKnown known = quan_store_known (store);
  g_auto (GStrv) owners = NULL, none = NULL;

  g_assert_null (known.only_enterprise (known.data));
  store_import (store, workspace);
  for (guint i = 0; i < G_N_ELEMENTS (known_keys); i++)
    g_assert_cmpint (known.has (known.data, known_keys[i].section, known_keys[i].enterprise, known_keys[i].key), ==,
                     known_keys[i].has);
  owners = known.contract_owners (known.data, "HT-2");
  none = known.contract_owners (known.data, "HT-3");
  g_assert_cmpstrv (owners, ((const char *const[]) { FIRST, SECOND, NULL }));
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_null (known.only_enterprise (known.data));
}

/* Records that the rest of the store does not allow, put into a store that holds TWO_ENTERPRISES. The last act is a commit. */
static const struct {
  QuanSection section;
  const char *json;
  const char *says;
} refused[] = {
  { QUAN_ENTERPRISES, "{\"uscc\":\"" FIRST "\"}", "enterprise " FIRST ": " },
  { QUAN_CONTRACTS,   "{\"number\":\"HT-2\",\"enterprise\":\"" FIRST "\"}", "contract " FIRST "/HT-2: " },
  { QUAN_CONTRACTS,   "{\"number\":\"X\",\"enterprise\":\"91110112MACX9QR43N\"}", "FOREIGN KEY" },
  { QUAN_CLAIMS,      "{\"contract\":\"HT-2\",\"enterprise\":\"" FIRST "\",\"state\":\"draft\"}", "UNIQUE" },
  { QUAN_CLAIMS,      "{\"contract\":\"X\",\"enterprise\":\"" FIRST "\",\"state\":\"draft\"}", "FOREIGN KEY" },
  { QUAN_INVOICES,    "{\"number\":\"2\",\"contract\":\"HT-2\",\"enterprise\":\"" FIRST "\"}", "invoice 2: " },
  { QUAN_PAYMENTS,    "{\"number\":\"P\",\"invoices\":[{\"number\":\"9\",\"amount\":\"1.00\"}]}", "FOREIGN KEY" },
};

static void
test_refused (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = store_open (place.path);
  g_autoptr (QuanWorkspace) workspace = store_workspace (TWO_ENTERPRISES);
  g_autoptr (QuanWorkspace) after = NULL;

  store_import (store, workspace);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    const QuanRecordType *type = quan_section_types[refused[i].section];
    g_autoptr (GError) error = NULL;
    gpointer record = quan_record_json_read (type, refused[i].json, &error);

    g_assert_no_error (error);
    g_assert_true (quan_store_begin (store, "edit", NULL, NULL));
    if (quan_store_write (store, refused[i].section, 0, record, &error) != 0)
      g_assert_false (quan_store_commit (store, &error));
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
    g_assert_nonnull (strstr (error->message, refused[i].says));
    quan_store_rollback (store);
    quan_record_free (type, record);
  }
  after = quan_store_workspace (store, NULL, NULL);
  assert_same (workspace, after);
}

/* A record others refer to does not go alone, and an update replaces lists whole. */
static void
test_change (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = store_open (place.path);
  g_autoptr (QuanWorkspace) workspace = store_workspace_file ("canonical-workspace.json");
  const QuanStoreFilter filter = { .key = "HT-001" };
  g_autoptr (GError) error = NULL;
  QuanContract *contract, *again;
  gint64 id;

  store_import (store, workspace);
  contract = quan_store_find (store, QUAN_CONTRACTS, &filter, &id, &error);
  g_assert_nonnull (contract);
  g_assert_true (quan_store_begin (store, "edit", NULL, &error));
  g_assert_true (quan_store_delete (store, QUAN_CONTRACTS, id, &error));
  g_assert_false (quan_store_commit (store, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  g_clear_error (&error);

  g_ptr_array_set_size (contract->lines, 1);
  g_clear_pointer (&contract->other_subsidies, g_ptr_array_unref);
  contract->ends = QUAN_DATE_NONE;
  g_assert_true (quan_store_begin (store, "edit", NULL, &error));
  g_assert_cmpint (quan_store_write (store, QUAN_CONTRACTS, id, contract, &error), ==, id);
  g_assert_true (quan_store_commit (store, &error));
  again = quan_store_get (store, QUAN_CONTRACTS, id, &error);
  g_assert_true (quan_record_equal (&quan_contract_type, contract, again));
  quan_record_free (&quan_contract_type, contract);
  quan_record_free (&quan_contract_type, again);
}

static void
test_modes (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autofree char *folder = g_build_filename (place.folder, "new", "folder", NULL);
  g_autofree char *path = g_build_filename (folder, "quan.db", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (QuanStore) store = store_open (path);
  struct stat status;

  g_assert_cmpstr (quan_store_path (store), ==, path);
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (stat (log, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

/* What a connection must be, asked of the connection itself. */
static const struct {
  const char *query, *answer;
} properties[] = {
  { "PRAGMA locking_mode", "exclusive" },
  { "PRAGMA journal_mode", "wal" },
  { "PRAGMA synchronous", "2" },
  { "PRAGMA foreign_keys", "1" },
  { "PRAGMA trusted_schema", "0" },
  { "PRAGMA cell_size_check", "1" },
  { "PRAGMA application_id", "1366647150" },
  { "PRAGMA user_version", "3" },
  /* tables that are not STRICT */
  { "SELECT group_concat (name) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
    " AND name NOT LIKE 'sqlite_%'", NULL },
  /* references no index leads with */
  { "SELECT group_concat (t.name || '.' || f.\"from\") FROM sqlite_schema AS t, pragma_foreign_key_list (t.name) AS f"
    " WHERE t.type = 'table' AND NOT EXISTS (SELECT 1 FROM pragma_index_list (t.name) AS l,"
    " pragma_index_info (l.name) AS i WHERE i.seqno = f.seq AND i.name = f.\"from\")", NULL },
};

static void
test_properties (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = store_open (place.path);

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++) {
    g_autofree char *answer = NULL;
    g_autoptr (GError) error = NULL;

    quan_sql_text (&store->sql, properties[i].query, &answer, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (answer, ==, properties[i].answer);
  }
  g_assert_false (quan_sql_exec (&store->sql, "SELECT \"no such column\"", NULL));
  g_assert_false (quan_sql_exec (&store->sql, "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema", NULL));
  g_assert_false (quan_sql_exec (&store->sql, "ATTACH ':memory:' AS other", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/round-trip/every-field", test_round_trip_of_every_field);
  g_test_add_data_func ("/store/round-trip/golden", "golden.json", test_round_trip_of_golden_cases);
  g_test_add_data_func ("/store/round-trip/golden-more", "golden-more.json", test_round_trip_of_golden_cases);
  g_test_add_func ("/store/one-enterprise", test_one_enterprise);
  g_test_add_func ("/store/walk", test_walk);
  g_test_add_func ("/store/known", test_known);
  g_test_add_func ("/store/refused", test_refused);
  g_test_add_func ("/store/change", test_change);
  g_test_add_func ("/store/modes", test_modes);
  g_test_add_func ("/store/properties", test_properties);
  return g_test_run ();
}
