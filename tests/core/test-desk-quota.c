/* Ledgers: what the store sums is what the records add up to, and the answers about them. */
#include "tests/core/desk-fixture.h"

static void
assert_ledgers_equal (const QuanLedger *sums, const QuanLedger *records)
{
  g_assert_cmpint (sums->opening, ==, records->opening);
  g_assert_cmpint (sums->settled, ==, records->settled);
  g_assert_cmpint (sums->submitted, ==, records->submitted);
  g_assert_cmpint (sums->draft, ==, records->draft);
  g_assert_cmpint (sums->incomplete, ==, records->incomplete);
}

/* Both paths on a date, year by year. */
static void
assert_paths_equal (const char *path, const QuanWorkspace *workspace, QuanDate as_of)
{
  char date[QUAN_DATE_BUF];
  g_autoptr (QuanDesk) desk = desk_open (path, quan_date_iso (as_of, date));
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) answers = quan_desk_quota (desk, NULL, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (answers->len, ==, workspace->sections[QUAN_ENTERPRISES]->len);
  for (guint i = 0; i < answers->len; i++) {
    const QuanQuotaAnswer *answer = &g_array_index (answers, QuanQuotaAnswer, i);
    g_autoptr (GArray) years = golden_years (workspace, answer->enterprise, as_of);

    quan_years_get (years, quan_date_year (as_of));
    g_assert_cmpuint (answer->years->len, ==, years->len);
    for (guint j = 0; j < years->len; j++) {
      const QuanYear *sums = &g_array_index (answer->years, QuanYear, j);
      const QuanYear *records = &g_array_index (years, QuanYear, j);

      g_assert_cmpint (sums->year, ==, records->year);
      assert_ledgers_equal (&sums->claims, &records->claims);
      assert_ledgers_equal (&sums->redemptions, &records->redemptions);
    }
  }
}

static void
try_workspace (const QuanWorkspace *workspace, const char *text)
{
  g_auto (StorePlace) place = store_place_new ();
  QuanDesk *desk = desk_open (place.path, "2024-01-01");
  QuanImport import = desk_import (desk, &place, text);

  quan_import_clear (&import);
  quan_desk_close (desk);
  for (QuanDate as_of = quan_date_from_ymd (2023, 9, 30); as_of < quan_date_from_ymd (2026, 2, 1); as_of += 97)
    assert_paths_equal (place.path, workspace, as_of);
}

/* The workspaces of a file's cases that have claims and at least so many enterprises; returns how many. */
static guint
try_file (const char *file, guint enterprises)
{
  json_t *cases = golden_load (file), *golden;
  guint tried = 0;
  size_t i;

  json_array_foreach (cases, i, golden) {
    g_autoptr (QuanWorkspace) workspace = golden_workspace (golden);
    char *text = json_dumps (json_object_get (golden, "workspace"), 0);

    if (workspace->sections[QUAN_CLAIMS]->len > 0 && workspace->sections[QUAN_ENTERPRISES]->len >= enterprises) {
      try_workspace (workspace, text);
      tried++;
    }
    free (text);
  }
  json_decref (cases);
  return tried;
}

static void
test_paths (void)
{
  g_assert_cmpuint (try_file ("golden.json", 1), >, 20);
  g_assert_cmpuint (try_file ("golden-more.json", 2), >, 0);
}

/* A year that is asked for is answered, whether or not there is a record of it. */
static void
test_year (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, "2024-03-05", "[]");
  g_autoptr (GArray) answers = quan_desk_quota (desk, DESK_ENTERPRISE, 2031, NULL);
  const QuanQuotaAnswer *answer = &g_array_index (answers, QuanQuotaAnswer, 0);

  g_assert_cmpuint (answers->len, ==, 1);
  g_assert_cmpuint (answer->years->len, ==, 1);
  g_assert_cmpint (g_array_index (answer->years, QuanYear, 0).year, ==, 2031);
  g_assert_cmpint (g_array_index (answer->years, QuanYear, 0).claims.settled, ==, 0);
}

int
main (int argc, char **argv)
{
  g_auto (StorePlace) home = desk_home_new ();

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk-quota/paths", test_paths);
  g_test_add_func ("/desk-quota/year", test_year);
  return g_test_run ();
}
