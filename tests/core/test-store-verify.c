/* Every kind of damage is found and named. */
#include "core/exchange/workspace-json.h"
#include "core/store/verify.h"

#include <glib/gstdio.h>

#include "tests/core/store-fixture.h"

#define HASH "0000000000000000000000000000000000000000000000000000000000000000"
#define PACKET_TEXT "%PDF-1.7 a packet"
#define PACKET_HASH "6685ee4b33ed33842640ff683bbd97492e82782f171fddc7ebf1f495e93af22b"
#define FLIP_STEP 331

/* A store with an import, changes to what it brought, a record of its own, one deleted, and a frozen packet; closed. */
static void
make_store (const char *path)
{
  g_autoptr (QuanStore) store = store_open (path);
  g_autoptr (QuanWorkspace) workspace = store_workspace_file ("canonical-workspace.json");
  QuanContract *contract = workspace->sections[QUAN_CONTRACTS]->pdata[0];
  const QuanProvider provider = { .uscc = (char *) "91110302600123450J", .name = (char *) "own" };
  const QuanFrozen frozen = { .section = QUAN_CLAIMS, .record = 1, .submitted = 0, .policy = (char *) "pack",
                              .policy_version = 1, .policy_hash = (char *) HASH, .facts = (char *) "{}",
                              .answer = (char *) "[]" };
  g_autoptr (GBytes) packet = g_bytes_new_static (PACKET_TEXT, sizeof PACKET_TEXT);
  g_autoptr (GError) error = NULL;

  store_import (store, workspace);
  g_free (contract->title);
  contract->title = g_strdup ("changed");
  g_assert_true (quan_store_begin (store, "edit", NULL, &error));
  g_assert_cmpint (quan_store_write (store, QUAN_CONTRACTS, 1, contract, &error), ==, 1);
  g_assert_cmpint (quan_store_write (store, QUAN_PROVIDERS, 0, &provider, &error), ==, 2);
  g_assert_true (quan_store_delete (store, QUAN_PAYMENTS, 1, &error));
  g_assert_cmpint (quan_store_freeze (store, &frozen, packet, &error), ==, 1);
  quan_store_commit (store, &error);
  g_assert_no_error (error);
}

/* The problems of a store, as "where;where;". Free with g_free. */
static char *
verify (const char *path)
{
  g_autoptr (QuanStore) store = store_open (path);
  g_autoptr (GPtrArray) problems = quan_store_verify (store);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++) {
    const QuanStoreProblem *problem = problems->pdata[i];

    g_assert_cmpuint (strlen (problem->what), >, 0);
    g_string_append_printf (text, "%s;", problem->where);
  }
  return g_string_free (text, FALSE);
}

/* What SQL does behind the program's back, and where it is found. */
static const struct {
  const char *sql, *where;
} damages[] = {
  { "SELECT 1", "" },
  { "UPDATE contracts_lines SET amount = amount - 1 WHERE amount > 0", "contracts 1;" },
  { "UPDATE invoices SET paid = 1 WHERE id = 1", "journal 1;" },
  { "UPDATE providers SET name = 'x' WHERE id = 2", "providers 2;" },
  { "DELETE FROM providers WHERE id = 2", "providers 2;" },
  { "INSERT INTO providers (uscc) VALUES ('91110112MACX9QR43N')", "providers 3;" },
  { "INSERT INTO providers (uscc, import) VALUES ('91110112MACX9QR43N', 9)", "records;" },
  { "INSERT INTO payments (number, import) VALUES ('P', 1)", "journal 1;" },
  { "DELETE FROM invoices_lines WHERE record = 1 AND position = 0", "invoices 1;journal 1;" },
  { "UPDATE claims SET submitted = '2025-02-31'", "claims 1;journal 1;" },
  { "UPDATE journal SET who = 'nobody' WHERE number = 2", "journal 2;" },
  { "UPDATE journal SET new_text = '{}' WHERE number = 2", "journal 2;contracts 1;" },
  { "UPDATE journal SET old_text = '{}' WHERE number = 2", "journal 2;journal 1;" },
  { "DELETE FROM journal WHERE number = 4", "journal 5;journal 1;" },
  { "DELETE FROM journal WHERE number = 5", "journal 5;packets 1;" },
  { "UPDATE journal SET hash = '" HASH "' WHERE number = 3", "journal 3;journal 4;" },
  { "UPDATE claims SET contract = 'none'", "claims 1;journal 1;" },
  { "UPDATE packets SET policy_version = 2", "packets 1;" },
  { "UPDATE packets SET facts = '{\"a\":1}'", "packets 1;" },
  { "DELETE FROM packets", "evidence " PACKET_HASH ";packets 1;" },
  { "DROP INDEX claims_quota", "schema index claims_quota;" },
  { "CREATE TABLE other (a)", "schema table other;" },
  { "CREATE TRIGGER spy AFTER INSERT ON claims BEGIN DELETE FROM payments; END", "schema trigger spy;" },
  { "UPDATE sqlite_schema SET sql = replace (sql, 'length (uscc) = 18', 'length (uscc) = 81') WHERE name = 'providers'",
    "database;database;schema table providers;" },
  { "UPDATE enterprises SET ai_direction = 'perhaps'", "database;enterprises 1;journal 1;" },
  { "INSERT INTO redemptions_items_invoices SELECT record, parent, 1, value FROM redemptions_items_invoices;"
    " UPDATE redemptions_items SET invoices = 2", "journal 1;invoices 24112000000000000001;" },
};

static void
test_damages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++) {
    g_auto (StorePlace) place = store_place_new ();
    g_autofree char *where = NULL;

    make_store (place.path);
    store_tamper (place.path, damages[i].sql);
    where = verify (place.path);
    g_test_message ("%s: %s", damages[i].sql, where);
    g_assert_cmpstr (where, ==, damages[i].where);
  }
}

static void
lose (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
alter (const char *path)
{
  g_assert_true (g_file_set_contents (path, "%PDF-1.7 A packet", sizeof PACKET_TEXT, NULL));
}

static void
grow (const char *path)
{
  g_assert_true (g_file_set_contents (path, PACKET_TEXT "\0\0", sizeof PACKET_TEXT + 1, NULL));
}

static void (*const evidence_damages[]) (const char *path) = { lose, alter, grow };

static void
test_evidence (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (evidence_damages); i++) {
    g_auto (StorePlace) place = store_place_new ();
    g_autofree char *folder = g_strconcat (place.path, ".evidence", NULL);
    g_autofree char *path = g_build_filename (folder, PACKET_HASH, NULL);
    g_autofree char *orphan = g_build_filename (folder, "orphan", NULL);
    g_autofree char *where = NULL, *with_orphan = NULL;

    make_store (place.path);
    evidence_damages[i] (path);
    where = verify (place.path);
    g_assert_cmpstr (where, ==, "evidence " PACKET_HASH ";");
    g_assert_true (g_file_set_contents (path, PACKET_TEXT, sizeof PACKET_TEXT, NULL));
    g_assert_true (g_file_set_contents (orphan, "", 0, NULL));
    with_orphan = verify (place.path);
    g_assert_cmpstr (with_orphan, ==, "evidence orphan;");
  }
}

/* A packet comes back as it was frozen; an act that fails leaves no file. */
static void
test_packets (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autofree char *folder = g_strconcat (place.path, ".evidence", NULL);
  g_autoptr (QuanStore) store = NULL;
  g_autoptr (GPtrArray) packets = NULL, none = NULL;
  g_autoptr (GBytes) bytes = NULL, other = g_bytes_new_static ("other", 5);
  g_autoptr (GDir) dir = NULL;
  QuanFrozen *frozen;

  make_store (place.path);
  store = store_open (place.path);
  packets = quan_store_packets (store, QUAN_CLAIMS, 1, NULL);
  none = quan_store_packets (store, QUAN_REDEMPTIONS, 1, NULL);
  g_assert_cmpuint (packets->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
  frozen = packets->pdata[0];
  g_assert_cmpint (frozen->section, ==, QUAN_CLAIMS);
  g_assert_cmpint (frozen->record, ==, 1);
  g_assert_cmpstr (frozen->policy, ==, "pack");
  g_assert_cmpint (frozen->bytes, ==, sizeof PACKET_TEXT);
  bytes = quan_store_packet_bytes (store, frozen, NULL);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), PACKET_TEXT, sizeof PACKET_TEXT);

  g_assert_true (quan_store_begin (store, "claim-submit", NULL, NULL));
  g_assert_cmpint (quan_store_freeze (store, frozen, other, NULL), ==, 2);
  g_assert_cmpint (quan_store_freeze (store, frozen, bytes, NULL), ==, 3);
  quan_store_rollback (store);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, frozen->sha256);
  g_assert_null (g_dir_read_name (dir));
}

/* The records of a file as text, NULL if it is refused or verifying finds a fault. Free with g_free. */
static char *
read_if_sound (const char *path)
{
  g_autoptr (QuanStore) store = quan_store_open (path, QUAN_STORE_OPEN, 0,
                                                 quan_record_json_write, quan_record_json_read, NULL);
  g_autoptr (GPtrArray) problems = store != NULL ? quan_store_verify (store) : NULL;
  g_autoptr (QuanWorkspace) workspace = NULL;

  if (problems == NULL || problems->len > 0)
    return NULL;
  workspace = quan_store_workspace (store, NULL, NULL);
  return quan_workspace_json_write (workspace);
}

/* A byte flipped anywhere is refused at opening, or found by verifying, or lies where nothing is kept. */
static void
test_flipped_bytes (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autofree char *bytes = NULL, *whole = NULL, *log = g_strconcat (place.path, "-wal", NULL);
  guint found = 0;
  gsize length;

  make_store (place.path);
  whole = read_if_sound (place.path);
  g_assert_nonnull (whole);
  g_assert_true (g_file_get_contents (place.path, &bytes, &length, NULL));
  for (gsize at = 0; at < length; at += FLIP_STEP) {
    g_autofree char *text = NULL;

    bytes[at] ^= 0x15;
    g_assert_true (g_file_set_contents (place.path, bytes, length, NULL));
    g_unlink (log);
    text = read_if_sound (place.path);
    if (text != NULL)
      g_assert_cmpstr (text, ==, whole);
    else
      found++;
    bytes[at] ^= 0x15;
  }
  g_assert_cmpuint (found, >, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-verify/damages", test_damages);
  g_test_add_func ("/store-verify/evidence", test_evidence);
  g_test_add_func ("/store-verify/packets", test_packets);
  g_test_add_func ("/store-verify/flipped-bytes", test_flipped_bytes);
  return g_test_run ();
}
