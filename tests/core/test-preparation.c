/* Claims in preparation and attachments, as the store keeps them. */
#include "core/base/error.h"
#include "core/exchange/workspace-json.h"
#include "core/model/preparation.h"
#include "tests/core/store-fixture.h"

#include <glib/gstdio.h>

#define FIRST "91110108MA01ABC25F"
#define HASH "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

static void
hold (QuanPreparation *preparation, const char *path, const char *text)
{
  QuanHeldText *held = quan_record_new (&quan_held_text_type);

  held->path = g_strdup (path);
  held->text = g_strdup (text);
  if (preparation->texts == NULL)
    preparation->texts = quan_record_list_new (&quan_held_text_type);
  g_ptr_array_add (preparation->texts, held);
}

static QuanPreparation *
make_preparation (const char *enterprise, const char *contract)
{
  QuanPreparation *preparation = quan_record_new (&quan_preparation_type);

  preparation->enterprise = g_strdup (enterprise);
  preparation->contract = g_strdup (contract);
  preparation->step = 1;
  return preparation;
}

/* Writes a record in an act of its own. */
static gint64
put (QuanStore *store, QuanSection section, gint64 id, gconstpointer record, GError **error)
{
  gint64 done;

  g_assert_true (quan_store_begin (store, "edit", NULL, NULL));
  done = quan_store_write (store, section, id, record, error);
  if (done != 0 && quan_store_commit (store, error))
    return done;
  quan_store_rollback (store);
  return 0;
}

static gboolean
note_key (const QuanJournalRow *row, gpointer data, GError **error)
{
  if (row->key != NULL)
    g_string_append_printf (data, "%s;", row->key);
  return TRUE;
}

/* Whatever is typed comes back as it was typed, through the table and through the journal's text. */
static void
test_round_trip (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = store_open (place.path);
  QuanPreparation *preparation = make_preparation (NULL, NULL), *back, *read;
  g_autofree char *long_text = g_strnfill (200000, 'x'), *text = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  hold (preparation, "enterprise.uscc", "");
  hold (preparation, "contract.lines[2].amount", " \t\r\n\x01\x1b\x7f\xc2\x85 “一万”\\\" ");
  hold (preparation, "provider.name", long_text);
  g_assert_cmpint (put (store, QUAN_PREPARATIONS, 0, preparation, &error), ==, 1);
  g_assert_no_error (error);
  back = quan_store_get (store, QUAN_PREPARATIONS, 1, &error);
  g_assert_true (quan_record_equal (&quan_preparation_type, back, preparation));
  text = quan_record_json_write (&quan_preparation_type, preparation);
  read = quan_record_json_read (&quan_preparation_type, text, &error);
  g_assert_no_error (error);
  g_assert_true (quan_record_equal (&quan_preparation_type, read, preparation));
  g_ptr_array_set_size (preparation->texts, 1);
  preparation->step = 5;
  g_assert_cmpint (put (store, QUAN_PREPARATIONS, 1, preparation, &error), ==, 1);
  problems = quan_store_verify (store);
  g_assert_cmpuint (problems->len, ==, 0);
  quan_record_free (&quan_preparation_type, preparation);
  quan_record_free (&quan_preparation_type, back);
  quan_record_free (&quan_preparation_type, read);
}

/* How many records of a section a filter leaves. */
static void
assert_count (QuanStore *store, QuanSection section, const char *enterprise, const char *contract, const char *key,
              gint64 count)
{
  const QuanStoreFilter filter = { .enterprise = enterprise, .contract = contract, .key = key };

  g_assert_cmpint (quan_store_count (store, section, &filter, NULL), ==, count);
}

/* A file serves a contract or a round, and a round's are found by it. */
static void
assert_count_of_round (QuanStore *store)
{
  const QuanStoreFilter filter = { .enterprise = FIRST, .round = "2024Q2" };
  QuanAttachment attachment = { .enterprise = (char *) FIRST, .contract = (char *) "HT-001", .round = (char *) "2024Q2",
                                .document = (char *) "licence", .name = (char *) "执照.pdf", .sha256 = (char *) HASH,
                                .bytes = (char *) "0", .added = (char *) "2024-03-01" };

  g_assert_cmpint (put (store, QUAN_ATTACHMENTS, 0, &attachment, NULL), ==, 0);
  attachment.contract = NULL;
  g_assert_cmpint (put (store, QUAN_ATTACHMENTS, 0, &attachment, NULL), ==, 3);
  g_assert_cmpint (quan_store_count (store, QUAN_ATTACHMENTS, &filter, NULL), ==, 1);
}

static void
test_filters_and_keys (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = NULL;
  const char *const contracts[] = { NULL, "HT-001" };
  g_autoptr (GString) keys = g_string_new (NULL);
  g_autoptr (QuanWorkspace) workspace = NULL;
  g_autofree char *export = NULL;

  store_make (place.path);
  store = store_open (place.path);
  for (guint i = 0; i < G_N_ELEMENTS (contracts); i++) {
    QuanPreparation *preparation = make_preparation (FIRST, contracts[i]);
    QuanAttachment attachment = { .enterprise = (char *) FIRST, .contract = (char *) contracts[i],
                                  .document = (char *) "licence", .name = (char *) "执照.pdf", .sha256 = (char *) HASH,
                                  .bytes = (char *) "0", .added = (char *) "2024-03-01" };

    g_assert_cmpint (put (store, QUAN_PREPARATIONS, 0, preparation, NULL), ==, i + 1);
    g_assert_cmpint (put (store, QUAN_ATTACHMENTS, 0, &attachment, NULL), ==, i + 1);
    quan_record_free (&quan_preparation_type, preparation);
  }
  assert_count_of_round (store);
  g_assert_true (quan_store_journal (store, NULL, note_key, keys, NULL));
  g_assert_cmpstr (keys->str, ==, FIRST ";" FIRST "/licence;" FIRST "/HT-001;" FIRST "/HT-001/licence;"
                                  FIRST "/2024Q2/licence;");
  g_string_truncate (keys, 0);
  g_assert_true (quan_store_journal (store, "HT-001", note_key, keys, NULL));
  g_assert_cmpstr (keys->str, ==, FIRST "/HT-001;");
  assert_count (store, QUAN_PREPARATIONS, FIRST, NULL, NULL, 2);
  assert_count (store, QUAN_PREPARATIONS, FIRST, "HT-001", NULL, 1);
  assert_count (store, QUAN_ATTACHMENTS, FIRST, "HT-001", NULL, 1);
  assert_count (store, QUAN_ATTACHMENTS, FIRST, "HT-002", NULL, 0);
  assert_count (store, QUAN_ATTACHMENTS, FIRST, NULL, "licence", 3);
  assert_count (store, QUAN_ATTACHMENTS, "91110302600123450J", NULL, NULL, 0);
  workspace = quan_store_workspace (store, NULL, NULL);
  export = quan_workspace_json_write (workspace);
  g_assert_null (strstr (export, "licence"));
}

/* What must not get in. */
static const QuanAttachment bad_attachments[] = {
  { .sha256 = (char *) "../../../../../../../../../../../../../../../../../../etc/passwd0", .bytes = (char *) "0" },
  { .sha256 = (char *) "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855", .bytes = (char *) "0" },
  { .sha256 = (char *) HASH, .bytes = (char *) "1.5" },
  { .sha256 = (char *) HASH, .bytes = (char *) "0", .contract = (char *) "none" },
};

static void
test_refused (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanStore) store = NULL;
  QuanPreparation *stray = make_preparation (FIRST, "none");
  g_autoptr (GError) error = NULL;

  store_make (place.path);
  store = store_open (place.path);
  for (guint i = 0; i < G_N_ELEMENTS (bad_attachments); i++) {
    QuanAttachment attachment = bad_attachments[i];

    attachment.enterprise = (char *) FIRST;
    attachment.document = (char *) "licence";
    attachment.name = (char *) "a";
    attachment.added = (char *) "2024-03-01";
    g_assert_cmpint (put (store, QUAN_ATTACHMENTS, 0, &attachment, &error), ==, 0);
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
    g_clear_error (&error);
  }
  g_assert_cmpint (put (store, QUAN_PREPARATIONS, 0, stray, &error), ==, 0);
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  quan_record_free (&quan_preparation_type, stray);
}

/* Keeps bytes and the attachment that names them in the open act; the attachment's id. */
static gint64
attach (QuanStore *store, const char *bytes)
{
  g_autoptr (GBytes) file = g_bytes_new (bytes, strlen (bytes));
  g_autofree char *size = g_strdup_printf ("%" G_GSIZE_FORMAT, strlen (bytes));
  g_autofree char *hash = NULL;
  g_autoptr (GError) error = NULL;
  QuanAttachment attachment = { .enterprise = (char *) FIRST, .document = (char *) "licence", .name = (char *) "a.pdf",
                                .bytes = size, .added = (char *) "2024-03-01" };
  gint64 id;

  attachment.sha256 = hash = quan_store_keep_file (store, file, &error);
  g_assert_no_error (error);
  id = quan_store_write (store, QUAN_ATTACHMENTS, 0, &attachment, &error);
  g_assert_no_error (error);
  return id;
}

static void
assert_problems (QuanStore *store, const char *expected)
{
  g_autoptr (GPtrArray) problems = quan_store_verify (store);
  g_autoptr (GString) where = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (where, "%s;", ((const QuanStoreProblem *) problems->pdata[i])->where);
  g_assert_cmpstr (where->str, ==, expected);
}

#define KEPT_HASH "79f076abdd19a752db7267bfff2f9022161d120dea919fdaca2ffdfc24ca8c96"

static void
test_files (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autofree char *path = g_strconcat (place.path, ".evidence/" KEPT_HASH, NULL);
  g_autoptr (QuanStore) store = NULL;
  g_autoptr (GBytes) bytes = NULL;
  QuanAttachment *attachment;

  store_make (place.path);
  store = store_open (place.path);
  /* an act that fails leaves no file */
  g_assert_true (quan_store_begin (store, "attach", NULL, NULL));
  attach (store, "kept");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  quan_store_rollback (store);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  g_assert_true (quan_store_begin (store, "attach", NULL, NULL));
  g_assert_cmpint (attach (store, "kept"), ==, 1);
  g_assert_true (quan_store_commit (store, NULL));
  attachment = quan_store_get (store, QUAN_ATTACHMENTS, 1, NULL);
  g_assert_cmpstr (attachment->sha256, ==, KEPT_HASH);
  bytes = quan_store_attached_bytes (store, attachment, NULL);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "kept", 4);
  quan_record_free (&quan_attachment_type, attachment);
  assert_problems (store, "");

  /* a lost file is a problem; an act that put it back and failed does not take away what another row names */
  g_assert_cmpint (g_unlink (path), ==, 0);
  assert_problems (store, "evidence " KEPT_HASH ";");
  g_assert_true (quan_store_begin (store, "attach", NULL, NULL));
  attach (store, "kept");
  quan_store_rollback (store);
  assert_problems (store, "");
  g_assert_true (g_file_set_contents (path, "kepT", 4, NULL));
  assert_problems (store, "evidence " KEPT_HASH ";");
  g_assert_true (g_file_set_contents (path, "kept", 4, NULL));

  /* a deleted attachment leaves its file, which is no stray one */
  g_assert_true (quan_store_begin (store, "detach", NULL, NULL));
  g_assert_true (quan_store_delete (store, QUAN_ATTACHMENTS, 1, NULL));
  g_assert_true (quan_store_commit (store, NULL));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  assert_problems (store, "");
}

/* A row changed behind the program's back is found in these sections too. */
static void
test_tampered (void)
{
  g_auto (StorePlace) place = store_place_new ();
  QuanPreparation *preparation = make_preparation (FIRST, "HT-001");
  QuanStore *store;

  hold (preparation, "contract.signed", "yesterday");
  store_make (place.path);
  store = store_open (place.path);
  g_assert_cmpint (put (store, QUAN_PREPARATIONS, 0, preparation, NULL), ==, 1);
  g_assert_true (quan_store_begin (store, "attach", NULL, NULL));
  attach (store, "kept");
  g_assert_true (quan_store_commit (store, NULL));
  quan_store_close (store);
  store_tamper (place.path, "UPDATE preparations_texts SET text = 'today'; UPDATE attachments SET document = 'other'");
  store = store_open (place.path);
  assert_problems (store, "preparations 1;attachments 1;");
  quan_store_close (store);
  quan_record_free (&quan_preparation_type, preparation);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preparation/round-trip", test_round_trip);
  g_test_add_func ("/preparation/filters-and-keys", test_filters_and_keys);
  g_test_add_func ("/preparation/refused", test_refused);
  g_test_add_func ("/preparation/files", test_files);
  g_test_add_func ("/preparation/tampered", test_tampered);
  return g_test_run ();
}
