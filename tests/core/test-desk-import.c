/* Importing at the desk: all or nothing, nothing twice, and never over what a submission froze. */
#include <string.h>

#include "core/base/error.h"
#include "tests/core/desk-fixture.h"

/* The workspaces of all golden cases: the second import changes neither a record nor the journal. */
static void
test_twice (void)
{
  json_t *cases = golden_load ("golden.json"), *golden;
  size_t i;

  json_array_foreach (cases, i, golden) {
    g_auto (StorePlace) place = store_place_new ();
    g_autoptr (QuanDesk) desk = desk_open (place.path, "2024-03-05");
    char *text = json_dumps (json_object_get (golden, "workspace"), 0);
    QuanImport first = desk_import (desk, &place, text);
    g_autofree char *before = desk_export (desk);
    gint64 rows = desk_journal_length (desk);
    QuanImport second = desk_import (desk, &place, text);
    g_autofree char *after = desk_export (desk);

    for (int section = 0; section < QUAN_N_SECTIONS; section++) {
      g_assert_cmpint (first.changed[section] + first.same[section], ==, 0);
      g_assert_cmpint (second.added[section] + second.changed[section], ==, 0);
      g_assert_cmpint (second.same[section], ==, first.added[section]);
    }
    g_assert_cmpstr (before, ==, after);
    g_assert_cmpint (desk_journal_length (desk), ==, rows);
    quan_import_clear (&first);
    quan_import_clear (&second);
    free (text);
  }
  json_decref (cases);
}

#define DRAFT "{\"contract\": \"HT-001\", \"state\": \"draft\"}"
#define DRAFT_ASKING "{\"contract\": \"HT-001\", \"state\": \"draft\", \"requested\": \"5.00\"}"
#define SUBMITTED(date) "{\"contract\": \"HT-001\", \"state\": \"submitted\", \"submitted\": \"" date "\"}"
#define REJECTED(date) "{\"contract\": \"HT-001\", \"state\": \"rejected\", \"submitted\": \"" date "\"}"
#define APPROVED(date, voucher)                                                                            \
  "{\"contract\": \"HT-001\", \"state\": \"approved\", \"submitted\": \"" date "\", \"approved\": \"5.00\"," \
  "\"voucher\": \"" voucher "\", \"issued\": \"2024-04-01\"}"

/* Which claim of the store a claim of the file is: claims of a file imported first, of one imported then, and what that
 * did. */
static const struct {
  const char *before, *after;
  int added, changed, same;
} matches[] = {
  { "[]", "[" DRAFT "]", 1, 0, 0 },
  { "[" DRAFT "]", "[]", 0, 0, 0 },
  { "[" DRAFT "]", "[" DRAFT_ASKING "]", 0, 1, 0 },
  { "[" DRAFT "]", "[" SUBMITTED ("2024-03-05") "]", 1, 0, 0 },
  { "[" SUBMITTED ("2024-03-05") "]", "[" APPROVED ("2024-03-05", "V-1") "]", 0, 1, 0 },
  { "[" SUBMITTED ("2024-03-05") "]", "[" SUBMITTED ("2024-03-06") "]", 1, 0, 0 },
  { "[" APPROVED ("2024-03-05", "V-1") "]", "[" APPROVED ("2024-03-06", "V-1") "]", 0, 1, 0 },
  { "[" APPROVED ("2024-03-05", "V-1") "]", "[" APPROVED ("2024-03-05", "V-2") "]", 0, 1, 0 },
  { "[" REJECTED ("2024-03-05") "," SUBMITTED ("2024-03-05") "]", "[" SUBMITTED ("2024-03-05") "]", 0, 0, 1 },
  { "[" REJECTED ("2024-03-05") "," SUBMITTED ("2024-03-05") "]",
    "[" APPROVED ("2024-03-05", "V-1") "," REJECTED ("2024-03-05") "]", 0, 1, 1 },
};

static void
test_matches (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (matches); i++) {
    g_auto (StorePlace) place = store_place_new ();
    g_autoptr (QuanDesk) desk = desk_with_claims (&place, "2024-03-05", matches[i].before);
    g_autofree char *text = desk_workspace (matches[i].after);
    QuanImport import = desk_import (desk, &place, text);

    g_test_message ("%s, then %s", matches[i].before, matches[i].after);
    g_assert_cmpint (import.added[QUAN_CLAIMS], ==, matches[i].added);
    g_assert_cmpint (import.changed[QUAN_CLAIMS], ==, matches[i].changed);
    g_assert_cmpint (import.same[QUAN_CLAIMS], ==, matches[i].same);
    g_assert_cmpint (import.same[QUAN_CONTRACTS], ==, 1);
    quan_import_clear (&import);
  }
}

/* Whether an import is refused as input, and then changes nothing. */
static void
assert_refused (QuanDesk *desk, const StorePlace *place, const char *text, const char *message)
{
  g_autofree char *path = g_build_filename (place->folder, "refused.json", NULL);
  g_autofree char *before = desk_export (desk);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 rows = desk_journal_length (desk);
  QuanImport import;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_false (quan_desk_import (desk, path, FALSE, &import, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_nonnull (strstr (error->message, message));
  after = desk_export (desk);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (desk_journal_length (desk), ==, rows);
  quan_import_clear (&import);
}

/* Claims of a file that would change a frozen claim, or stand beside it as its draft. */
static void
test_frozen (void)
{
  static const char *const refused[] = {
    "[" DRAFT "]", "[" DRAFT_ASKING "]", "[" SUBMITTED ("2024-03-05") "]", "[" APPROVED ("2024-03-05", "V-1") "]",
  };
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, "2024-03-05", "[" DRAFT "]");
  g_autofree char *exported = NULL;
  QuanImport import;

  desk_act (desk, QUAN_ACT_SUBMIT, "2024-03-05", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autofree char *text = desk_workspace (refused[i]);

    assert_refused (desk, &place, text, "$.claims[0]: ");
  }
  exported = desk_export (desk);
  import = desk_import (desk, &place, exported);
  g_assert_cmpint (import.same[QUAN_CLAIMS], ==, 1);
  quan_import_clear (&import);
}

/* A text with every occurrence of one word replaced by another. */
static char *
substitute (const char *text, const char *old, const char *new)
{
  g_auto (GStrv) parts = g_strsplit (text, old, -1);

  g_assert_cmpuint (g_strv_length (parts), >, 1);
  return g_strjoinv (new, parts);
}

/* A number that another record of the store has is refused after other records were written, which must go again. */
static void
test_taken_number (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, "2024-03-05", "[" APPROVED ("2024-03-05", "V-1") "]");
  g_autofree char *text = desk_workspace ("[" REJECTED ("2024-01-01") "," APPROVED ("2024-03-05", "V-1") "]");
  g_autofree char *other = substitute (text, "HT-001", "HT-002");

  assert_refused (desk, &place, other, "$.claims[1]: ");
}

#define INVOICE "{\"number\": \"24112000000000000001\", \"contract\": \"HT-001\"}"

static void
test_invoice_of_another (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, "2024-03-05", "[]");
  g_autofree char *empty = desk_workspace ("[]");
  g_autofree char *text = substitute (empty, "\"invoices\": []", "\"invoices\": [" INVOICE "]");
  g_autofree char *elsewhere = substitute (text, DESK_ENTERPRISE, "91110302600123450J");
  g_autofree char *other = substitute (elsewhere, DESK_CONTRACT, "HT-002");
  g_autofree char *moved = substitute (text, DESK_CONTRACT, "HT-002");
  QuanImport import = desk_import (desk, &place, text);

  g_assert_cmpint (import.added[QUAN_INVOICES], ==, 1);
  quan_import_clear (&import);
  assert_refused (desk, &place, other, "$.invoices[0]: ");
  assert_refused (desk, &place, moved, "$.invoices[0]: ");
}

static void
test_dry_run (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, "2024-03-05", "[]");
  g_autofree char *before = desk_export (desk);
  g_autofree char *text = desk_workspace ("[" DRAFT "]");
  g_autofree char *path = g_build_filename (place.folder, "draft.json", NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 rows = desk_journal_length (desk);
  QuanImport import;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_true (quan_desk_import (desk, path, TRUE, &import, &error));
  g_assert_cmpint (import.added[QUAN_CLAIMS], ==, 1);
  after = desk_export (desk);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (desk_journal_length (desk), ==, rows);
  quan_import_clear (&import);
}

int
main (int argc, char **argv)
{
  g_auto (StorePlace) home = desk_home_new ();

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk-import/twice", test_twice);
  g_test_add_func ("/desk-import/matches", test_matches);
  g_test_add_func ("/desk-import/frozen", test_frozen);
  g_test_add_func ("/desk-import/taken-number", test_taken_number);
  g_test_add_func ("/desk-import/invoice-of-another", test_invoice_of_another);
  g_test_add_func ("/desk-import/dry-run", test_dry_run);
  return g_test_run ();
}
