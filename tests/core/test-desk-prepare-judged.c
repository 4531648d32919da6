/* Claims in preparation are judged as the stored records would be. */
#include "core/desk/answer.h"
#include "core/desk/facts.h"
#include "tests/core/prepare-fixture.h"

/* A contract without number or enterprise is judged as well. */
static void
test_judged_in_memory (void)
{
  g_auto (StorePlace) place = store_place_new ();
  g_autoptr (QuanDesk) desk = desk_open (place.path, PREPARE_DAY);
  gint64 id = prepare_begin (desk, NULL, NULL);
  g_autoptr (QuanPrepared) prepared = NULL, asked = NULL;

  prepare_type (desk, id, "contract.lines[0].amount", "1000000");
  prepare_type (desk, id, "contract.starts", "2024-03-01");
  prepare_type (desk, id, "contract.ends", "2025-02-28");
  prepare_type (desk, id, "contract.signed", "2024-02-20");
  prepared = prepare_look (desk, id);
  g_assert_cmpint (prepared->check->award.ceiling, ==, 20000000);
  g_assert_cmpint (prepared->check->verdict, ==, QUAN_VERDICT_UNKNOWN);
  prepare_type (desk, id, "claim.requested", "150000");
  prepare_type (desk, id, "claim.submitted", "2025-03-01");
  asked = prepare_look (desk, id);
  g_assert_cmpint (asked->check->award.requested, ==, 15000000);
  g_assert_cmpint (asked->check->award.year, ==, 2025);
  g_assert_cmpint (asked->view.as_of, ==, quan_date_parse_iso ("2025-03-01"));
}

static char *
answer (const QuanChecked *checked)
{
  QuanJson json = { .text = g_string_new (NULL) };

  quan_answer_check (&json, NULL, checked, QUAN_LANGUAGE_ZH);
  return g_string_free (json.text, FALSE);
}

static gboolean
keep_answer (const QuanChecked *checked, gpointer data, GError **error)
{
  *(char **) data = answer (checked);
  return TRUE;
}

/* What the desk answers of the contract: of a submitted claim on its own day. */
static char *
desk_answer (QuanDesk *desk, const QuanPrepared *prepared)
{
  const char *contracts[] = { prepared->contract->number, NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (prepared->subject.judged != NULL) {
    g_autoptr (QuanJudgement) judgement =
      quan_judge_contract (desk, prepared->enterprise, contracts[0], prepared->claim, prepared->view.as_of, &error);

    g_assert_no_error (error);
    return answer (&(QuanChecked) { &judgement->view, &judgement->subject, judgement->check });
  }
  quan_desk_check (desk, prepared->enterprise->uscc, contracts, keep_answer, &text, &error);
  g_assert_no_error (error);
  return text;
}

/* The readings of a case. */
static char **
readings_of (const json_t *golden)
{
  const json_t *options = json_object_get (golden, "options");
  GPtrArray *readings = g_ptr_array_new ();

  for (size_t i = 0; i + 1 < json_array_size (options); i++)
    if (g_strcmp0 (json_string_value (json_array_get (options, i)), "--reading") == 0)
      g_ptr_array_add (readings, g_strdup (json_string_value (json_array_get (options, i + 1))));
  g_ptr_array_add (readings, NULL);
  return (char **) g_ptr_array_free (readings, FALSE);
}

static gboolean
check_golden (const json_t *golden)
{
  g_auto (StorePlace) place = store_place_new ();
  g_auto (GStrv) readings = readings_of (golden);
  QuanDeskOptions options = {
    .store_path = place.path, .create = TRUE, .readings = (const char *const *) readings,
    .as_of = quan_date_parse_iso (json_string_value (json_object_get (golden, "as_of"))),
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (QuanDesk) desk = quan_desk_open (&options, &error);
  char *dumped = json_dumps (json_object_get (golden, "workspace"), 0);
  g_autoptr (QuanPrepared) prepared = NULL;
  g_autofree char *expected = NULL, *found = NULL;
  const char *contract;
  QuanImport import;

  g_assert_no_error (error);
  import = desk_import (desk, &place, dumped);
  quan_import_clear (&import);
  free (dumped);
  contract = json_string_value (json_array_get (json_object_get (golden, "command"), 1));
  prepared = prepare_look (desk, prepare_begin (desk, NULL, contract));
  found = answer (&(QuanChecked) { &prepared->view, &prepared->subject, prepared->check });
  expected = desk_answer (desk, prepared);
  g_assert_cmpstr (expected, ==, found);
  return prepared->subject.judged == NULL;
}

static void
test_golden (void)
{
  json_t *cases = golden_load ("golden.json");
  guint before_claims = 0;

  for (size_t i = 0; i < json_array_size (cases); i++) {
    const json_t *golden = json_array_get (cases, i);

    if (g_strcmp0 (json_string_value (json_array_get (json_object_get (golden, "command"), 0)), "check") != 0)
      continue;
    g_test_message ("%s", json_string_value (json_object_get (golden, "id")));
    before_claims += check_golden (golden);
  }
  g_assert_cmpuint (before_claims, >, 50);
  json_decref (cases);
}

int
main (int argc, char **argv)
{
  g_auto (StorePlace) home = { NULL };

  g_test_init (&argc, &argv, NULL);
  home = desk_home_new ();
  g_test_add_func ("/desk-prepare/judged-in-memory", test_judged_in_memory);
  g_test_add_func ("/desk-prepare/golden", test_golden);
  return g_test_run ();
}
