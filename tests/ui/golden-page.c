#include "tests/ui/golden-page.h"

#include <string.h>

#include "core/desk/answer.h"
#include "tests/core/desk-fixture.h"

typedef struct {
  const json_t   *golden;
  GoldenPageFunc  func;
  GoldenRoundFunc round_func;
} Case;

static json_t *
answer_json (const QuanChecked *checked)
{
  g_autoptr (GString) text = g_string_new (NULL);
  QuanJson json = { .text = text };
  json_t *answer;

  quan_answer_check (&json, NULL, checked, QUAN_LANGUAGE_EN);
  answer = json_loads (text->str, 0, NULL);
  g_assert_nonnull (answer);
  return answer;
}

static gboolean
keep_answer (const QuanChecked *checked, gpointer data, GError **error)
{
  json_t **answer = data;

  *answer = answer_json (checked);
  return TRUE;
}

static void
choose_readings (QuanDesk *desk, const json_t *options)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (size_t i = 0; i + 1 < json_array_size (options); i += 2) {
    g_assert_cmpstr (json_string_value (json_array_get (options, i)), ==, "--reading");
    g_ptr_array_add (readings, (char *) json_string_value (json_array_get (options, i + 1)));
  }
  g_ptr_array_add (readings, NULL);
  quan_desk_set_readings (desk, (const char *const *) readings->pdata, &error);
  g_assert_no_error (error);
}

static QuanPrepared *
prepare (QuanDesk *desk, const char *contract)
{
  g_autoptr (GError) error = NULL;
  gint64 id = quan_desk_prepare (desk, NULL, contract, &error);
  QuanPrepared *prepared;

  g_assert_no_error (error);
  prepared = quan_desk_prepared (desk, id, &error);
  g_assert_no_error (error);
  return prepared;
}

/* What the desk says of the contract; of a claim on its own day what the snapshot holds, as that day is another one. */
static json_t *
answer_of (QuanDesk *desk, const char *contract, const QuanPrepared *prepared)
{
  const char *const contracts[] = { contract, NULL };
  g_autoptr (GError) error = NULL;
  json_t *answer = NULL;

  if (prepared->subject.judged != NULL || prepared->view.as_of != quan_desk_as_of (desk))
    return answer_json (&(QuanChecked) { &prepared->view, &prepared->subject, prepared->check });
  quan_desk_check (desk, NULL, contracts, keep_answer, &answer, &error);
  g_assert_no_error (error);
  return answer;
}

/* The desk on the day of a case, over its workspace, with its readings. */
static QuanDesk *
open_case (const json_t *golden, const StorePlace *place)
{
  char *workspace = json_dumps (json_object_get (golden, "workspace"), 0);
  QuanDesk *desk = desk_open (place->path, json_string_value (json_object_get (golden, "as_of")));
  QuanImport import = desk_import (desk, place, workspace);

  quan_import_clear (&import);
  free (workspace);
  choose_readings (desk, json_object_get (golden, "options"));
  return desk;
}

static void
run_round (gconstpointer data)
{
  const Case *c = data;
  StorePlace place = store_place_new ();
  QuanDesk *desk = open_case (c->golden, &place);
  g_autoptr (GError) error = NULL;
  QuanRoundFiling *filing;

  filing = quan_round_filing_take (desk, NULL,
                                   json_string_value (json_array_get (json_object_get (c->golden, "command"), 2)),
                                   QUAN_DATE_NONE, &error);
  g_assert_no_error (error);
  c->round_func (c->golden, filing);
  quan_round_filing_free (filing);
  quan_desk_close (desk);
  store_place_clear (&place);
}

static void
run_case (gconstpointer data)
{
  const Case *c = data;
  StorePlace place = store_place_new ();
  QuanDesk *desk = open_case (c->golden, &place);
  const char *contract = json_string_value (json_array_get (json_object_get (c->golden, "command"), 1));
  QuanPrepared *prepared;
  json_t *answer;

  prepared = prepare (desk, contract);
  answer = answer_of (desk, contract, prepared);
  c->func (c->golden, prepared, answer);
  json_decref (answer);
  quan_prepared_free (prepared);
  quan_desk_close (desk);
  store_place_clear (&place);
}

/* Adds a test for each case of a command. */
static void
add_cases (const char *prefix, const char *wanted, const Case *like, GTestDataFunc run)
{
  static json_t *cases;

  if (cases == NULL)
    cases = golden_load ("golden.json");
  for (size_t i = 0; i < json_array_size (cases); i++) {
    const json_t *golden = json_array_get (cases, i);
    const char *command = json_string_value (json_array_get (json_object_get (golden, "command"), 0));
    g_autofree char *path = g_strconcat (prefix, json_string_value (json_object_get (golden, "id")), NULL);
    Case *c;

    if (!g_str_equal (command, wanted))
      continue;
    c = g_new (Case, 1);
    *c = *like;
    c->golden = golden;
    g_test_add_data_func_full (path, c, run, g_free);
  }
}

void
golden_page_add (const char *prefix, GoldenPageFunc func)
{
  add_cases (prefix, "check", &(Case) { .func = func }, run_case);
}

void
golden_round_add (const char *prefix, GoldenRoundFunc func)
{
  add_cases (prefix, "redemption", &(Case) { .round_func = func }, run_round);
}

GtkWidget *
widget_named (GtkWidget *inside, const char *name)
{
  if (g_str_equal (gtk_widget_get_name (inside), name))
    return inside;
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = widget_named (child, name);

    if (found != NULL)
      return found;
  }
  return NULL;
}

const char *
label_named (GtkWidget *inside, const char *name)
{
  GtkWidget *label = widget_named (inside, name);

  return label == NULL ? NULL : gtk_label_get_label (GTK_LABEL (label));
}

void
assert_figure (const char *shown, const json_t *amount)
{
  g_autoptr (GError) error = NULL;
  QuanFen fen;
  char buffer[QUAN_MONEY_BUF];

  g_assert_nonnull (shown);
  if (json_is_null (amount)) {
    g_assert_null (strpbrk (shown, "0123456789"));
    return;
  }
  g_assert_true (quan_money_parse (shown, &fen, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (quan_money_canonical (fen, buffer), ==, json_string_value (amount));
}
