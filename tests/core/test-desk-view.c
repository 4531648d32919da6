/* From which pack and day something is judged, and which packs there are. */
#include <glib/gstdio.h>
#include <string.h>

#include "core/base/error.h"
#include "tests/core/desk-fixture.h"

#define BEIJING "cn-beijing-ai-compute-2023"
#define NEXT "cn-beijing-ai-compute-2026"
#define SAMPLE "cn-sample-city-compute-2024"

/* Replaces every occurrence of a text by another. */
static char *
substitute (const char *text, const char *old, const char *new)
{
  g_auto (GStrv) parts = g_strsplit (text, old, -1);

  g_assert_cmpuint (g_strv_length (parts), >, 1);
  return g_strjoinv (new, parts);
}

static char *
pack_text (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data ("/io/github/quan/Quan/policies/" BEIJING ".policy", 0, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The Beijing pack as another edition would be, with these lines in place of its own. */
static char *
edition (const char *id, const char *version)
{
  g_autofree char *text = pack_text ();
  g_autofree char *named = substitute (text, "id=" BEIJING "\n", id);

  return substitute (named, "\nversion=1\n", version);
}

static gboolean
install (const char *text, GError **error)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanPackShelf) shelf = quan_pack_shelf_new (NULL);

  g_assert_true (g_file_set_contents (place.path, text, -1, NULL));
  return quan_pack_shelf_install (shelf, place.path, error);
}

/* Region, date, and the pack a new claim takes. Beijing (11) runs to 2025-12-31, the sample city (33, unverified) from
 * 2024-01-01 to 2026-06-30. */
static const struct {
  const char *region, *date, *pack;
} choices[] = {
  { "110108", "2023-10-10", BEIJING },
  { "110108", "2024-03-05", BEIJING },
  { "110108", "2026-01-01", BEIJING },
  { "330106", "2024-03-05", SAMPLE },
  { "330106", "2023-12-31", SAMPLE },
  { "330106", "2026-07-01", SAMPLE },
  { "440305", "2024-03-05", BEIJING },
  { "440305", "2026-03-05", BEIJING },
  { NULL,     "2024-03-05", BEIJING },
};

static void
test_choices (void)
{
  g_autoptr (QuanPackShelf) shelf = quan_pack_shelf_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    g_assert_cmpstr (quan_pack_shelf_choose (shelf, choices[i].region, quan_date_parse_iso (choices[i].date))->id, ==,
                     choices[i].pack);
}

/* A following edition takes over from its first day; claims made under the old one stay with it. */
static void
test_next_edition (void)
{
  g_autofree char *text = edition ("id=" NEXT "\n", "\nversion=1\n");
  g_autofree char *from = substitute (text, "valid-from=2023-10-11", "valid-from=2026-01-01");
  g_autofree char *next = substitute (from, "valid-until=2025-12-31", "valid-until=2028-12-31");
  QuanClaim pinned = { .policy = (char *) BEIJING, .submitted = QUAN_DATE_NONE };
  QuanClaim earlier = { .state = QUAN_CLAIM_SUBMITTED, .submitted = quan_date_parse_iso ("2025-12-31") };
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = NULL;
  g_autoptr (QuanPackShelf) shelf = NULL;
  g_autoptr (GError) error = NULL;
  const QuanEnterprise *enterprise;
  QuanView view;

  install (next, &error);
  g_assert_no_error (error);
  shelf = quan_pack_shelf_new (NULL);
  g_assert_cmpstr (quan_pack_shelf_choose (shelf, "110108", quan_date_parse_iso ("2025-12-31"))->id, ==, BEIJING);
  g_assert_cmpstr (quan_pack_shelf_choose (shelf, "110108", quan_date_parse_iso ("2026-01-01"))->id, ==, NEXT);

  desk = desk_with_claims (&place, "2026-03-05", "[]");
  enterprise = quan_desk_enterprise (desk, NULL, NULL);
  g_assert_true (quan_desk_view_for (desk, enterprise, NULL, &view, NULL));
  g_assert_cmpstr (view.pack->id, ==, NEXT);
  g_assert_true (quan_desk_view_for (desk, enterprise, &pinned, &view, NULL));
  g_assert_cmpstr (view.pack->id, ==, BEIJING);
  g_assert_true (quan_desk_view_for (desk, enterprise, &earlier, &view, NULL));
  g_assert_cmpstr (view.pack->id, ==, BEIJING);
}

/* Of one id the higher version is used, the lower one kept for the claims pinned to it. */
static void
test_versions (void)
{
  g_autofree char *second = edition ("id=" BEIJING "\n", "\nversion=2\n");
  g_autofree char *other = g_strconcat (second, "# changed\n", NULL);
  g_autoptr (QuanPackShelf) before = quan_pack_shelf_new (NULL), after = NULL;
  g_autoptr (GError) error = NULL;
  const QuanPack *first = quan_pack_shelf_find (before, BEIJING, NULL);

  g_assert_true (install (second, NULL));
  g_assert_true (install (second, NULL)); /* the same again changes nothing */
  g_assert_false (install (other, &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
  after = quan_pack_shelf_new (NULL);
  g_assert_cmpint (quan_pack_shelf_find (after, BEIJING, NULL)->version, ==, 2);
  g_assert_cmpint (quan_pack_shelf_pinned (after, BEIJING, first->hash)->version, ==, 1);
  g_assert_null (quan_pack_shelf_pinned (after, BEIJING, "00"));
  g_assert_cmpuint (quan_pack_shelf_packs (after)->len, ==, quan_pack_shelf_packs (before)->len);
}

/* A user's pack that has become unreadable is named and left out; the others serve on. */
static void
test_unreadable (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "quan", "policies", "broken.policy", NULL);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (QuanPackShelf) shelf = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "nothing", -1, NULL));
  shelf = quan_pack_shelf_new (warnings);
  g_assert_cmpuint (warnings->len, ==, 1);
  g_assert_nonnull (strstr (warnings->pdata[0], "broken.policy"));
  g_assert_nonnull (quan_pack_shelf_find (shelf, BEIJING, NULL));
  g_assert_null (quan_pack_shelf_find (shelf, "broken", &error));
  g_assert_error (error, QUAN_ERROR, QUAN_ERROR_USAGE);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* What is judged of HT-001 on a date with one claim: whether it counts as a live claim, and what is left of the
 * year. */
#define APPROVED "\"approved\", \"approved\": \"4.00\", \"voucher\": \"V\", \"issued\": \"2024-04-02\""

static const struct {
  const char *as_of, *state;
  QuanVerdict one_claim;
  const char *remaining;
} days[] = {
  { "2024-03-04", "\"submitted\"", QUAN_VERDICT_PASS, "2000000.00" },
  { "2024-03-05", "\"submitted\"", QUAN_VERDICT_FAIL, "1999991.00" },
  { "2025-01-01", "\"submitted\"", QUAN_VERDICT_FAIL, "2000000.00" },
  { "2024-03-05", "\"draft\"", QUAN_VERDICT_PASS, "2000000.00" },
  { "2024-03-05", "\"rejected\"", QUAN_VERDICT_PASS, "2000000.00" },
  { "2024-04-01", APPROVED, QUAN_VERDICT_FAIL, "1999991.00" },
  { "2024-04-02", APPROVED, QUAN_VERDICT_FAIL, "1999996.00" },
};

static gboolean
look (const QuanChecked *checked, gpointer data, GError **error)
{
  guint i = GPOINTER_TO_UINT (data);
  char remaining[QUAN_MONEY_BUF];

  for (int j = 0; j < checked->check->n_findings; j++)
    if (g_str_equal (checked->check->findings[j].rule->id, "one-claim-per-contract"))
      g_assert_cmpint (checked->check->findings[j].verdict, ==, days[i].one_claim);
  g_assert_cmpstr (quan_money_canonical (checked->check->award.remaining, remaining), ==, days[i].remaining);
  return TRUE;
}

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    g_auto (StorePlace) place = store_place_new ();
    g_autofree char *claims = g_strdup_printf ("[{\"contract\": \"HT-001\", \"submitted\": \"2024-03-05\","
                                               "\"requested\": \"9.00\", \"state\": %s}]", days[i].state);
    g_autoptr (QuanDesk) desk = desk_with_claims (&place, days[i].as_of, claims);
    g_autoptr (GError) error = NULL;

    g_assert_true (quan_desk_check (desk, NULL, NULL, look, GUINT_TO_POINTER (i), &error));
    g_assert_no_error (error);
  }
}

int
main (int argc, char **argv)
{
  g_auto (StorePlace) home = desk_home_new ();
  g_autofree char *path = NULL;
  g_autofree char *sample = NULL;

  g_test_init (&argc, &argv, NULL);
  path = g_build_filename (g_getenv ("QUAN_TEST_CASES"), SAMPLE ".policy", NULL);
  g_assert_true (g_file_get_contents (path, &sample, NULL, NULL));
  g_assert_true (install (sample, NULL));
  g_test_add_func ("/desk-view/choices", test_choices);
  g_test_add_func ("/desk-view/days", test_days);
  g_test_add_func ("/desk-view/versions", test_versions);
  g_test_add_func ("/desk-view/unreadable", test_unreadable);
  g_test_add_func ("/desk-view/next-edition", test_next_edition);
  return g_test_run ();
}
