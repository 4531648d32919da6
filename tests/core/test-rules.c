/* Each rule from a baseline that passes everything: one fact is changed, and exactly the rule it belongs to comes out otherwise. */
#include "tests/core/golden.h"

#include <stdlib.h>

typedef struct {
  const QuanPack *pack;
  const json_t   *table, *flip;
} Case;

/* Sets the value at a path such as "contracts.0.signed"; null removes it, an index at the end of an array appends. */
static void
set_at (json_t *root, const char *path, json_t *value)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);
  guint last = g_strv_length (steps) - 1;
  json_t *node = root;

  for (guint i = 0; i < last; i++)
    node = json_is_array (node) ? json_array_get (node, atoi (steps[i])) : json_object_get (node, steps[i]);
  if (json_is_array (node) && (size_t) atoi (steps[last]) == json_array_size (node))
    json_array_append (node, value);
  else if (json_is_array (node))
    json_array_set (node, atoi (steps[last]), value);
  else if (json_is_null (value))
    json_object_del (node, steps[last]);
  else
    json_object_set (node, steps[last], value);
}

static json_t *
golden_of (const Case *c)
{
  json_t *workspace = json_deep_copy (json_object_get (c->table, "baseline"));
  const json_t *as_of = json_object_get (c->flip, "as_of");
  json_t *set = json_object_get (c->flip, "set");

  for (void *i = json_object_iter (set); i; i = json_object_iter_next (set, i))
    set_at (workspace, json_object_iter_key (i), json_object_iter_value (i));
  return json_pack ("{so sO s[sO]}", "workspace", workspace, "as_of", as_of ? as_of : json_object_get (c->table, "as_of"), "command", "check",
                    json_object_get (c->table, "contract"));
}

static const char *
expected_verdict (const Case *c, const QuanRule *rule)
{
  const char *also = json_string_value (json_object_get (json_object_get (c->flip, "also"), rule->id));

  if (g_str_equal (rule->id, json_string_value (json_object_get (c->flip, "rule"))))
    return json_string_value (json_object_get (c->flip, "verdict"));
  return also ? also : rule->stage == QUAN_STAGE_REDEMPTION ? "not-applicable" : "pass";
}

static void
test_flip (gconstpointer data)
{
  const Case *c = data;
  json_t *golden = golden_of (c), *answer = golden_answer (c->pack, golden);
  const json_t *rules = json_object_get (answer, "rules");

  g_assert_cmpuint (json_array_size (rules), ==, c->pack->rules->len);
  for (guint i = 0; i < c->pack->rules->len; i++) {
    const QuanRule *rule = &g_array_index (c->pack->rules, QuanRule, i);
    const char *verdict = json_string_value (json_object_get (json_array_get (rules, i), "verdict"));

    if (!g_str_equal (verdict, expected_verdict (c, rule))) {
      g_test_message ("%s: expected %s, found %s", rule->id, expected_verdict (c, rule), verdict);
      g_test_fail ();
    }
  }
  json_decref (answer);
  json_decref (golden);
}

/* No rule is left without a flip that changes it and, but for declarations, one that does not. */
static void
test_every_rule_flips (gconstpointer data)
{
  const Case *c = data;
  const json_t *flips = json_object_get (c->table, "flips");

  for (guint i = 0; i < c->pack->rules->len; i++) {
    const QuanRule *rule = &g_array_index (c->pack->rules, QuanRule, i);
    gboolean changes = rule->stage == QUAN_STAGE_REDEMPTION;

    for (size_t j = 0; j < json_array_size (flips); j++)
      changes |= g_str_equal (json_string_value (json_object_get (json_array_get (flips, j), "rule")), rule->id) &&
                 !g_str_equal (json_string_value (json_object_get (json_array_get (flips, j), "verdict")), "pass");
    if (!changes) {
      g_test_message ("no flip for %s", rule->id);
      g_test_fail ();
    }
  }
}

static const char redemption_case[] =
  "{\"as_of\": \"%s\", \"command\": [\"redemption\", \"preview\", \"2025Q4\"], \"workspace\": {\"format\": \"quan-workspace\", \"version\": 1,"
  "\"enterprises\": [{\"uscc\": \"91110108MA01ABC25F\"}], \"contracts\": [{\"number\": \"HT-1\", \"enterprise\": \"91110108MA01ABC25F\","
  "\"signed\": \"2025-01-02\", \"starts\": \"2025-01-02\", \"ends\": \"2025-12-31\", \"lines\": [{\"kind\": \"compute\", \"amount\": \"100.00\"}]}],"
  "\"claims\": [{\"contract\": \"HT-1\", \"submitted\": \"2025-02-01\", \"requested\": \"20.00\", \"state\": \"approved\", \"approved\": \"20.00\","
  "\"voucher\": \"Q1\", \"issued\": \"2025-02-02\"}], \"deliveries\": [{\"number\": \"D1\", \"contract\": \"HT-1\", \"to\": \"2025-09-30\"}],"
  "\"invoices\": [{\"number\": \"1\", \"contract\": \"HT-1\", \"date\": \"2025-10-01\", %s \"lines\": [{\"kind\": \"compute\", \"amount\": \"50.00\"}]}]}}";

/* The two rules of the redemption stage, with and without proof, on the last filing day and after it. */
static void
test_redemption_stage (gconstpointer data)
{
  static const struct { const char *as_of, *delivery, *documents, *round; } rows[] = {
    { "2025-11-15", "\"delivery\": \"D1\",", "pass", "pass" },
    { "2025-11-16", "\"delivery\": \"D1\",", "pass", "review" },
    { "2025-11-15", "", "unknown", "pass" },
  };
  const Case *c = data;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strdup_printf (redemption_case, rows[i].as_of, rows[i].delivery);
    json_t *golden = json_loads (text, 0, NULL), *answer, *rules;

    g_assert_nonnull (golden);
    answer = golden_answer (c->pack, golden);
    rules = json_object_get (json_array_get (json_object_get (answer, "items"), 0), "rules");
    g_assert_cmpstr (json_string_value (json_object_get (json_array_get (rules, 0), "verdict")), ==, rows[i].documents);
    g_assert_cmpstr (json_string_value (json_object_get (json_array_get (rules, 1), "verdict")), ==, rows[i].round);
    json_decref (answer);
    json_decref (golden);
  }
}

int
main (int argc, char **argv)
{
  json_t *table, *flips;
  QuanPack *pack;
  Case whole;
  int status;

  g_test_init (&argc, &argv, NULL);
  table = golden_load ("flips.json");
  flips = json_object_get (table, "flips");
  pack = golden_pack ("/io/github/quan/Quan/policies/cn-beijing-ai-compute-2023.policy");
  whole = (Case) { .pack = pack, .table = table };
  for (size_t i = 0; i < json_array_size (flips); i++) {
    Case *c = g_new0 (Case, 1);
    g_autofree char *path = NULL;

    *c = (Case) { .pack = pack, .table = table, .flip = json_array_get (flips, i) };
    path = g_strdup_printf ("/rules/%s/%zu", json_string_value (json_object_get (c->flip, "rule")), i);
    g_test_add_data_func_full (path, c, test_flip, g_free);
  }
  g_test_add_data_func ("/rules/every-rule-flips", &whole, test_every_rule_flips);
  g_test_add_data_func ("/rules/redemption-stage", &whole, test_redemption_stage);
  status = g_test_run ();
  json_decref (table);
  quan_pack_free (pack);
  return status;
}
