/* The overview: what it reads of a store leads to the same agenda and figures as everything does. */
#include "core/desk/overview.h"
#include "tests/core/desk-fixture.h"

#include <string.h>

#define OTHER_ENTERPRISE "91110112MACX9QR43N"

static QuanOverview *
overview_of (QuanDesk *desk, const char *enterprise)
{
  g_autoptr (GError) error = NULL;
  QuanOverview *overview = quan_desk_overview (desk, enterprise, &error);

  g_assert_no_error (error);
  return overview;
}

static void
assert_agendas_equal (const GArray *found, const GArray *expected)
{
  g_assert_cmpuint (found->len, ==, expected->len);
  for (guint i = 0; i < found->len; i++) {
    const QuanAgendaItem *one = &g_array_index (found, QuanAgendaItem, i);
    const QuanAgendaItem *other = &g_array_index (expected, QuanAgendaItem, i);

    g_assert_cmpint (one->date, ==, other->date);
    g_assert_cmpint (one->kind, ==, other->kind);
    g_assert_cmpint (one->amount, ==, other->amount);
    g_assert_cmpstr (one->contract, ==, other->contract);
    g_assert_cmpstr (one->detail, ==, other->detail);
  }
}

/* The years in words from all records, too. */
static void
assert_timelines (const QuanOverview *overview, const QuanRoundAnswer *answer)
{
  g_assert_cmpuint (overview->timelines->len, ==, 3);
  for (guint i = 0; i < overview->timelines->len; i++) {
    g_autoptr (GError) error = NULL;
    const QuanTimeline *found = overview->timelines->pdata[i];
    g_autoptr (QuanTimeline) expected = quan_timeline (&answer->view, answer->enterprise, answer->records,
                                                       answer->preview, 2023 + (int) i, &error);
    g_autofree char *words = NULL, *expected_words = NULL;

    g_assert_no_error (error);
    words = quan_timeline_text (found, QUAN_LANGUAGE_EN);
    expected_words = quan_timeline_text (expected, QUAN_LANGUAGE_EN);
    g_assert_cmpint (found->year, ==, 2023 + (int) i);
    g_assert_cmpstr (words, ==, expected_words);
  }
}

/* The agenda from all records of a round's answer. */
static void
assert_agenda (QuanDesk *desk, const QuanOverview *overview, const char *round)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuanRoundAnswer) answer = quan_desk_preview (desk, NULL, round, &error);
  g_autoptr (GArray) expected = NULL;

  g_assert_no_error (error);
  expected = quan_agenda (&answer->view, answer->enterprise, answer->records, answer->preview,
                          quan_language_of_locale (), &error);
  g_assert_no_error (error);
  assert_agendas_equal (overview->agenda, expected);
  assert_timelines (overview, answer);
}

static QuanDesk *
sample_desk (const StorePlace *place, const char *as_of)
{
  g_autofree char *path = g_build_filename (g_getenv ("QUAN_TEST_CASES"), "..", "..", "resources", "sample",
                                            "sample.json", NULL);
  g_autofree char *text = NULL;
  QuanDesk *desk = desk_open (place->path, as_of);
  QuanImport import;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  import = desk_import (desk, place, text);
  quan_import_clear (&import);
  return desk;
}

static void
test_sample (void)
{
  static const struct { const char *as_of, *round; int approved, drafts, vouchers; guint claims; } rows[] = {
    { "2024-04-20", "2024Q2", 0, 1, 0, 2 },  /* the voucher is not issued yet: its claim is submitted */
    { "2024-06-03", "2024Q2", 1, 0, 1, 2 },
    { "2025-07-10", "2025Q3", 0, 1, 0, 2 },
    { "2025-11-15", "2025Q4", 0, 1, 0, 2 },
    { "2024-01-10", "2024Q1", 0, 0, 0, 1 },  /* nothing but the draft exists yet */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (StorePlace) place = store_place_new ();
    g_autoptr (QuanDesk) desk = sample_desk (&place, rows[i].as_of);
    g_autoptr (QuanOverview) overview = overview_of (desk, NULL);
    g_autoptr (GArray) quota = quan_desk_quota (desk, NULL, 0, NULL);
    const GArray *years = g_array_index (quota, QuanQuotaAnswer, 0).years;

    g_test_message ("%s", rows[i].as_of);
    g_assert_cmpint (overview->view.as_of, ==, quan_date_parse_iso (rows[i].as_of));
    g_assert_cmpstr (overview->enterprise->uscc, ==, DESK_ENTERPRISE);
    g_assert_cmpuint (overview->years->len, ==, years->len);
    g_assert_cmpint (memcmp (overview->years->data, years->data, years->len * sizeof (QuanYear)), ==, 0);
    g_assert_cmpint (overview->claims[QUAN_OVERVIEW_APPROVED], ==, rows[i].approved);
    g_assert_cmpint (overview->claims[QUAN_OVERVIEW_VOUCHERS], ==, rows[i].vouchers);
    g_assert_cmpuint (overview->counts.claims, ==, rows[i].claims);
    g_assert_cmpuint (overview->counts.drafts, ==, 1);
    g_assert_cmpuint (overview->counts.contracts, ==, 4);
    g_assert_cmpuint (overview->counts.providers, ==, 2);
    g_assert_cmpuint (overview->agenda->len, >, 0);
    assert_agenda (desk, overview, rows[i].round);
  }
}

/* The claims of the year by their states. */
static void
test_claims (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_with_claims (&place, "2024-06-01",
    "[{\"contract\":\"HT-001\",\"state\":\"returned\",\"submitted\":\"2024-03-01\",\"requested\":\"1.00\"},"
    "{\"contract\":\"HT-001\",\"state\":\"submitted\",\"submitted\":\"2023-12-01\",\"requested\":\"1.00\"},"
    "{\"contract\":\"HT-001\",\"state\":\"submitted\",\"submitted\":\"2024-03-02\",\"requested\":\"1.00\"},"
    "{\"contract\":\"HT-001\",\"state\":\"approved\",\"submitted\":\"2023-12-02\",\"requested\":\"1.00\","
    "\"voucher\":\"V-1\",\"issued\":\"2024-01-05\"},"
    "{\"contract\":\"HT-001\",\"state\":\"approved\",\"submitted\":\"2024-05-02\",\"requested\":\"1.00\","
    "\"voucher\":\"V-2\",\"issued\":\"2024-06-02\"},"
    "{\"contract\":\"HT-001\",\"state\":\"withdrawn\",\"submitted\":\"2024-03-01\"},"
    "{\"contract\":\"HT-001\",\"state\":\"draft\"}]");
  g_autoptr (QuanOverview) overview = overview_of (desk, DESK_ENTERPRISE);

  g_assert_cmpint (overview->claims[QUAN_OVERVIEW_APPROVED], ==, 0);
  g_assert_cmpint (overview->claims[QUAN_OVERVIEW_SUBMITTED], ==, 2);
  g_assert_cmpint (overview->claims[QUAN_OVERVIEW_RETURNED], ==, 1);
  g_assert_cmpint (overview->claims[QUAN_OVERVIEW_DRAFT], ==, 1);
  g_assert_cmpint (overview->claims[QUAN_OVERVIEW_VOUCHERS], ==, 1);
  g_assert_cmpuint (overview->counts.claims, ==, 7);
  g_assert_cmpuint (overview->counts.returned, ==, 1);
}

/* A store that is not there yet is not made by looking; one without an enterprise has nothing due. */
static void
test_nothing (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_open (place.path, "2025-07-10");
  g_autoptr (QuanOverview) unmade = overview_of (desk, NULL), empty = NULL;
  QuanImport import;

  g_assert_null (unmade->enterprise);
  g_assert_cmpuint (unmade->agenda->len, ==, 0);
  g_assert_cmpuint (unmade->years->len, ==, 1);
  g_assert_false (g_file_test (place.path, G_FILE_TEST_EXISTS));
  import = desk_import (desk, &place, "{\"format\":\"quan-workspace\",\"version\":1}");
  quan_import_clear (&import);
  empty = overview_of (desk, NULL);
  g_assert_null (empty->enterprise);
  g_assert_cmpuint (empty->unfinished->len, ==, 0);
  g_assert_cmpuint (empty->counts.enterprises, ==, 0);
}

/* Begins to prepare a claim. */
static void
begin (QuanDesk *desk, const char *enterprise, const char *contract)
{
  g_autoptr (GError) error = NULL;
  gint64 id = quan_desk_prepare (desk, enterprise, contract, &error);

  g_assert_no_error (error);
  g_assert_true (quan_desk_enter (desk, id, "contract.title", "算力服务合同", &error));
  g_assert_no_error (error);
}

/* Of several enterprises each has its own; what names none yet belongs to all. */
static void
test_enterprises (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_open (place.path, "2025-07-10");
  QuanImport import = desk_import (desk, &place,
    "{\"format\":\"quan-workspace\",\"version\":1,\"enterprises\":["
    "{\"uscc\":\"" DESK_ENTERPRISE "\",\"region\":\"110108\"},"
    "{\"uscc\":\"" OTHER_ENTERPRISE "\",\"region\":\"110108\"}],\"contracts\":["
    "{\"number\":\"HT-1\",\"enterprise\":\"" OTHER_ENTERPRISE "\"}],"
    "\"claims\":[{\"contract\":\"HT-1\",\"state\":\"draft\"}]}");
  g_autoptr (QuanOverview) first = NULL, other = NULL;
  g_autoptr (GError) error = NULL;

  quan_import_clear (&import);
  begin (desk, OTHER_ENTERPRISE, "HT-1");
  begin (desk, NULL, NULL);
  first = overview_of (desk, NULL);
  other = overview_of (desk, OTHER_ENTERPRISE);
  g_assert_cmpstr (first->enterprise->uscc, ==, DESK_ENTERPRISE);
  g_assert_cmpuint (first->counts.enterprises, ==, 2);
  g_assert_cmpuint (first->counts.contracts, ==, 0);
  g_assert_cmpuint (first->counts.drafts, ==, 0);
  g_assert_cmpuint (first->unfinished->len, ==, 1);
  g_assert_cmpuint (other->counts.contracts, ==, 1);
  g_assert_cmpuint (other->counts.drafts, ==, 1);
  g_assert_cmpuint (other->unfinished->len, ==, 2);
  g_assert_null (quan_desk_overview (desk, "91110108MA00000000", &error));
  g_assert_nonnull (error);
}

static char *
invoices_of_a_round (int n)
{
  g_autofree char *text = desk_workspace ("[{\"contract\":\"HT-001\",\"state\":\"approved\","
                                          "\"submitted\":\"2024-03-10\",\"requested\":\"1000.00\",\"voucher\":\"V\",\"issued\":\"2024-04-01\"}]");
  json_t *workspace = json_loads (text, 0, NULL), *invoices = json_array ();
  char *dumped, *all;

  json_object_set_new (workspace, "deliveries", json_pack ("[{ssssssss}]", "number", "JF-1", "contract", "HT-001",
                                                           "from", "2024-03-01", "to", "2024-03-31"));
  json_object_set_new (workspace, "invoices", invoices);
  for (int i = 0; i < n; i++) {
    g_autofree char *number = g_strdup_printf ("2411%016d", i);

    json_array_append_new (invoices, json_pack ("{ssssssss s[{ssss}]}", "number", number, "contract", "HT-001", "date",
                                                "2024-04-02", "delivery", "JF-1", "lines", "kind", "compute", "amount",
                                                "100.00"));
  }
  dumped = json_dumps (workspace, 0);
  all = g_strdup (dumped);
  free (dumped);
  json_decref (workspace);
  return all;
}

/* The next round is computed without reading an invoice, to the same amount. */
static void
test_next_round (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_open (place.path, "2024-05-06");
  g_autofree char *text = invoices_of_a_round (501);
  QuanImport import = desk_import (desk, &place, text);
  g_autoptr (QuanOverview) overview = overview_of (desk, NULL);

  quan_import_clear (&import);
  assert_agenda (desk, overview, "2024Q2");
  g_assert_cmpint (g_array_index (overview->agenda, QuanAgendaItem, 0).kind, ==, QUAN_AGENDA_REDEMPTION_FILING);
  /* 50,100.00 of 1,000,000.00 are invoiced. */
  g_assert_cmpint (g_array_index (overview->agenda, QuanAgendaItem, 0).amount, ==, 5010);
}

int
main (int argc, char **argv)
{
  g_auto (StorePlace) home = desk_home_new ();

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk-overview/sample", test_sample);
  g_test_add_func ("/desk-overview/claims", test_claims);
  g_test_add_func ("/desk-overview/nothing", test_nothing);
  g_test_add_func ("/desk-overview/enterprises", test_enterprises);
  g_test_add_func ("/desk-overview/next-round", test_next_round);
  return g_test_run ();
}
