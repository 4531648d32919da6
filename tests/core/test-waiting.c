/* What waiting for the next year gains or loses, on the worked examples of the quota page. */
#include "core/desk/waiting.h"
#include "tests/core/golden.h"

static QuanPack *pack;

/* An enterprise that passes every rule, with one contract, and what its year holds already. */
typedef struct {
  QuanWorkspace *records;
  GPtrArray     *claims;
  QuanYears     *years;
  QuanView       view;
  QuanCase       subject;
  QuanCheck     *check;
} Scene;

/* The facts of the first golden case, about a contract of one compute line. */
static void
scene_init (Scene *scene, const char *as_of, const char *signed_on, const char *starts, const char *ends,
            QuanFen amount)
{
  json_t *cases = golden_load ("golden.json");
  QuanContract *contract;
  QuanLine *line;

  scene->records = golden_workspace (json_array_get (cases, 0));
  json_decref (cases);
  contract = scene->records->sections[QUAN_CONTRACTS]->pdata[0];
  g_ptr_array_set_size (contract->lines, 1);
  line = contract->lines->pdata[0];
  line->kind = QUAN_LINE_COMPUTE;
  line->amount = amount;
  line->starts = line->ends = QUAN_DATE_NONE;
  contract->signed_on = quan_date_parse_iso (signed_on);
  contract->starts = quan_date_parse_iso (starts);
  contract->ends = quan_date_parse_iso (ends);
  scene->view = (QuanView) { pack, quan_pack_standard_readings (pack), quan_date_parse_iso (as_of) };
  scene->claims = g_ptr_array_new ();
  scene->years = quan_years_new ();
  scene->check = quan_check_new (pack);
  scene->subject = (QuanCase) {
    .enterprise = scene->records->sections[QUAN_ENTERPRISES]->pdata[0],
    .provider = scene->records->sections[QUAN_PROVIDERS]->pdata[0],
    .contract = contract, .claims = scene->claims,
  };
}

static void
scene_clear (Scene *scene)
{
  quan_check_free (scene->check);
  g_array_unref (scene->years);
  g_ptr_array_unref (scene->claims);
  quan_workspace_free (scene->records);
}

/* HT-2024-009 of 2,400,000.00 in a year that has 331,600.00 left. */
static void
scene_init_2024 (Scene *scene)
{
  scene_init (scene, "2024-12-12", "2024-12-05", "2025-01-01", "2025-12-31", 240000000);
  quan_years_get (scene->years, 2024)->claims.settled = 166840000;
}

static QuanWaiting
scene_wait (Scene *scene)
{
  g_autoptr (GError) error = NULL;
  QuanWaiting waiting;

  scene->subject.year = quan_years_get (scene->years, quan_date_year (scene->view.as_of));
  g_assert_true (quan_check_run (scene->check, &scene->view, &scene->subject, &error));
  g_assert_true (quan_waiting (&scene->view, &scene->subject, scene->check, scene->years, &waiting, &error));
  g_assert_no_error (error);
  return waiting;
}

/* The new year's quota has room for all of it. */
static void
test_gain (void)
{
  Scene scene;
  QuanWaiting waiting;

  scene_init_2024 (&scene);
  waiting = scene_wait (&scene);
  g_assert_cmpint (scene.check->award.claimable, ==, 33160000);
  g_assert_cmpint (scene.check->award.forfeited, ==, 14840000);
  g_assert_cmpint (waiting.date, ==, quan_date_from_ymd (2025, 1, 2));
  g_assert_true (waiting.in_force);
  g_assert_cmpint (waiting.verdict, !=, QUAN_VERDICT_FAIL);
  g_assert_cmpint (waiting.claimable, ==, 48000000);
  g_assert_cmpint (waiting.gain, ==, 14840000);
  g_assert_cmpint (waiting.remaining, ==, 200000000);
  scene_clear (&scene);
}

/* What the next year already holds leaves less of it. */
static void
test_used_next_year (void)
{
  Scene scene;
  QuanWaiting waiting;

  scene_init_2024 (&scene);
  quan_years_get (scene.years, 2025)->claims.opening = 160000000;
  waiting = scene_wait (&scene);
  g_assert_cmpint (waiting.remaining, ==, 40000000);
  g_assert_cmpint (waiting.claimable, ==, 40000000);
  g_assert_cmpint (waiting.gain, ==, 6840000);
  scene_clear (&scene);
}

/* HT-2025-001, two lines: the pack has lapsed by the first working day of 2026. */
static void
test_lapsed (void)
{
  Scene scene;
  QuanWaiting waiting;
  QuanContract *contract;
  QuanLine *line = quan_record_new (&quan_line_type);

  scene_init (&scene, "2025-10-28", "2025-06-20", "2025-07-01", "2026-06-30", 96000000);
  contract = (QuanContract *) scene.subject.contract;
  line->kind = QUAN_LINE_COMPUTE;
  line->amount = 24000000;
  g_ptr_array_add (contract->lines, line);
  waiting = scene_wait (&scene);
  g_assert_cmpint (scene.check->award.claimable, ==, 12098630);
  g_assert_cmpint (waiting.date, ==, quan_date_from_ymd (2026, 1, 2));
  g_assert_false (waiting.in_force);
  g_assert_cmpint (waiting.verdict, ==, QUAN_VERDICT_FAIL);
  g_assert_cmpint (waiting.claimable, ==, 0);
  g_assert_cmpint (waiting.gain, ==, -12098630);
  scene_clear (&scene);
}

/* What is lost is not known where the base is not; that nothing can be claimed any more is. */
static void
test_lapsed_unknown (void)
{
  Scene scene;
  QuanWaiting waiting;

  scene_init (&scene, "2025-10-28", "2025-06-20", "2025-07-01", "2026-06-30", QUAN_FEN_NONE);
  waiting = scene_wait (&scene);
  g_assert_cmpint (waiting.claimable, ==, 0);
  g_assert_cmpint (waiting.gain, ==, QUAN_FEN_NONE);
  scene.view.as_of = quan_date_from_ymd (2024, 10, 28);
  waiting = scene_wait (&scene);
  g_assert_true (waiting.in_force);
  g_assert_cmpint (waiting.claimable, ==, QUAN_FEN_NONE);
  g_assert_cmpint (waiting.gain, ==, QUAN_FEN_NONE);
  scene_clear (&scene);
}

/* A draft limits both days; a claim submitted between them is not known of yet. */
static void
test_claims (void)
{
  QuanClaim draft = { .state = QUAN_CLAIM_DRAFT, .submitted = QUAN_DATE_NONE, .requested = 40000000,
                      .issued = QUAN_DATE_NONE };
  QuanClaim later = { .state = QUAN_CLAIM_SUBMITTED, .submitted = quan_date_from_ymd (2024, 12, 20), .requested = 1,
                      .issued = QUAN_DATE_NONE };
  Scene scene;
  QuanWaiting waiting;

  scene_init_2024 (&scene);
  g_ptr_array_add (scene.claims, &draft);
  g_ptr_array_add (scene.claims, &later);
  waiting = scene_wait (&scene);
  g_assert_cmpint (waiting.claimable, ==, 40000000);
  g_assert_cmpint (waiting.gain, ==, 6840000);
  draft.requested = 30000000;
  waiting = scene_wait (&scene);
  g_assert_cmpint (waiting.claimable, ==, 30000000);
  g_assert_cmpint (waiting.gain, ==, 0);
  scene_clear (&scene);
}

static void
test_working_days (void)
{
  static const struct { const char *as_of, *first; } rows[] = {
    { "2023-11-01", "2024-01-02" },
    { "2020-12-31", "2021-01-04" },  /* 2 January is a Saturday */
    { "2021-01-01", "2022-01-03" },  /* a Sunday */
    { "2025-06-30", "2026-01-02" },
  };
  Scene scene;

  scene_init (&scene, rows[0].as_of, "2023-10-20", "2023-11-01", "2024-10-31", 100000);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    scene.view.as_of = quan_date_parse_iso (rows[i].as_of);
    g_assert_cmpint (scene_wait (&scene).date, ==, quan_date_parse_iso (rows[i].first));
  }
  scene_clear (&scene);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pack = golden_pack ("/io/github/quan/Quan/policies/cn-beijing-ai-compute-2023.policy");
  g_test_add_func ("/waiting/gain", test_gain);
  g_test_add_func ("/waiting/used-next-year", test_used_next_year);
  g_test_add_func ("/waiting/lapsed", test_lapsed);
  g_test_add_func ("/waiting/lapsed-unknown", test_lapsed_unknown);
  g_test_add_func ("/waiting/claims", test_claims);
  g_test_add_func ("/waiting/working-days", test_working_days);
  status = g_test_run ();
  quan_pack_free (pack);
  return status;
}
