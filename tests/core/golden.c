#include "tests/core/golden.h"

#include <string.h>

#include "core/exchange/workspace-json.h"
#include "quan-resources.h"

json_t *
golden_load (const char *file)
{
  g_autofree char *path = g_build_filename (g_getenv ("QUAN_TEST_CASES"), file, NULL);
  json_error_t error;
  json_t *cases = json_load_file (path, 0, &error);

  if (!cases)
    g_error ("%s:%d: %s", path, error.line, error.text);
  return cases;
}

QuanPack *
golden_pack (const char *name)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  QuanPack *pack;

  if (*name == '/') {
    bytes = g_resource_lookup_data (quan_resources_get_resource (), name, 0, &error);
  } else {
    g_autofree char *path = g_build_filename (g_getenv ("QUAN_TEST_CASES"), name, NULL);
    char *text;
    gsize length;

    if (g_file_get_contents (path, &text, &length, &error))
      bytes = g_bytes_new_take (text, length);
  }
  g_assert_no_error (error);
  pack = quan_pack_read (name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), problems);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) problems->pdata[i]);
  g_assert_nonnull (pack);
  return pack;
}

QuanWorkspace *
golden_workspace (const json_t *golden)
{
  char *text = json_dumps (json_object_get (golden, "workspace"), 0);
  g_autoptr (GError) error = NULL;
  QuanWorkspace *workspace = quan_workspace_json_read (text, strlen (text), NULL, &error);

  g_assert_no_error (error);
  g_assert_true (quan_workspace_resolve (workspace, NULL, &error));
  g_assert_no_error (error);
  free (text);
  return workspace;
}

static const char *
word (const json_t *golden, const char *key, size_t i)
{
  return json_string_value (json_array_get (json_object_get (golden, key), i));
}

/* The value behind an option word of the case, NULL if it is not given. */
static const char *
option (const json_t *golden, const char *key, const char *name)
{
  const json_t *words = json_object_get (golden, key);

  for (size_t i = 0; i + 1 < json_array_size (words); i++)
    if (g_str_equal (word (golden, key, i), name))
      return word (golden, key, i + 1);
  return NULL;
}

QuanView
golden_view (const QuanPack *pack, const json_t *golden)
{
  QuanView view = { pack, quan_pack_standard_readings (pack), quan_date_parse_iso (json_string_value (json_object_get (golden, "as_of"))) };
  const json_t *options = json_object_get (golden, "options");

  for (size_t i = 0; i + 1 < json_array_size (options); i++)
    if (g_str_equal (word (golden, "options", i), "--reading")) {
      g_auto (GStrv) parts = g_strsplit (word (golden, "options", i + 1), "=", 2);
      g_autoptr (GError) error = NULL;

      if (!quan_readings_choose (&view.readings, pack, parts[0], parts[1], &error))
        g_test_message ("%s", error->message);
    }
  return view;
}

QuanYears *
golden_years (const QuanWorkspace *workspace, const QuanEnterprise *enterprise, QuanDate as_of)
{
  QuanYears *years = quan_years_new ();
  const GPtrArray *claims = workspace->sections[QUAN_CLAIMS], *redemptions = workspace->sections[QUAN_REDEMPTIONS];

  g_assert_true (quan_years_add_openings (years, enterprise, NULL));
  for (guint i = 0; i < claims->len; i++)
    if (g_str_equal (((QuanClaim *) claims->pdata[i])->enterprise, enterprise->uscc))
      g_assert_true (quan_years_add_claim (years, claims->pdata[i], as_of, NULL));
  for (guint i = 0; i < redemptions->len; i++)
    if (g_str_equal (((QuanRedemption *) redemptions->pdata[i])->enterprise, enterprise->uscc))
      g_assert_true (quan_years_add_redemption (years, redemptions->pdata[i], as_of, NULL));
  return years;
}

GPtrArray *
golden_claims (const QuanWorkspace *workspace, const QuanContract *contract)
{
  GPtrArray *found = g_ptr_array_new ();
  const GPtrArray *claims = workspace->sections[QUAN_CLAIMS];

  for (guint i = 0; i < claims->len; i++) {
    QuanClaim *claim = claims->pdata[i];

    if (g_str_equal (claim->contract, contract->number) && g_str_equal (claim->enterprise, contract->enterprise))
      g_ptr_array_add (found, claim);
  }
  return found;
}

static json_t *
fen (QuanFen amount)
{
  char buffer[QUAN_MONEY_BUF];

  return amount == QUAN_FEN_NONE ? json_null () : json_string (quan_money_canonical (amount, buffer));
}

static json_t *
count (int number)
{
  return number < 0 ? json_null () : json_integer (number);
}

/* Takes text. */
static json_t *
text_or_null (char *text)
{
  json_t *value = text ? json_string (text) : json_null ();

  g_free (text);
  return value;
}

static json_t *
finding_answer (const QuanFinding *finding)
{
  json_t *facts = json_object (), *differs = json_array ();

  for (int i = 0; i < finding->n_facts; i++)
    json_object_set_new (facts, finding->facts[i].id, text_or_null (quan_value_plain (&finding->facts[i])));
  for (int i = 0; i < finding->n_differs; i++)
    json_array_append_new (differs, json_pack ("{ssssss}", "reading", finding->differs[i].reading->key, "value", finding->differs[i].option->id,
                                               "verdict", quan_verdict_id (finding->differs[i].verdict)));
  return json_pack ("{ss ss so ss so so so so so}", "id", finding->rule->id, "clause", finding->rule->clause, "facts", facts, "verdict",
                    quan_verdict_id (finding->verdict), "reason", text_or_null (quan_finding_reason (finding, QUAN_LANGUAGE_EN)), "reason_zh",
                    text_or_null (quan_finding_reason (finding, QUAN_LANGUAGE_ZH)), "margin", text_or_null (quan_finding_margin (finding, QUAN_LANGUAGE_EN)),
                    "fix", text_or_null (quan_finding_fix (finding, QUAN_LANGUAGE_ZH)), "differs_under", differs);
}

static json_t *
award_answer (const QuanAward *award)
{
  return json_pack ("{so so so so so si so so so so}", "compute", fen (award->base.compute), "base", fen (award->base.base), "days_inside",
                    count (award->base.days_inside), "days_total", count (award->base.days_total), "ceiling", fen (award->ceiling), "year", award->year,
                    "remaining", fen (award->remaining), "claimable", fen (award->claimable), "forfeited", fen (award->forfeited), "at_risk",
                    fen (award->at_risk));
}

static json_t *
check_answer (const QuanView *view, const QuanWorkspace *workspace, const char *number)
{
  const QuanEnterprise *enterprise = workspace->sections[QUAN_ENTERPRISES]->pdata[0];
  const QuanContract *contract = NULL;
  g_autoptr (QuanCheck) check = quan_check_new (view->pack);
  g_autoptr (GArray) years = NULL;
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GError) error = NULL;
  json_t *rules = json_array ();
  QuanCase subject;

  for (guint i = 0; !contract && i < workspace->sections[QUAN_ENTERPRISES]->len; i++) {
    enterprise = workspace->sections[QUAN_ENTERPRISES]->pdata[i];
    contract = quan_workspace_contract (workspace, enterprise->uscc, number);
  }
  g_assert_nonnull (contract);
  years = golden_years (workspace, enterprise, view->as_of);
  claims = golden_claims (workspace, contract);
  subject = (QuanCase) { .enterprise = enterprise, .contract = contract, .claims = claims, .year = quan_years_get (years, quan_date_year (view->as_of)) };
  g_assert_true (quan_check_run (check, view, &subject, &error));
  for (int i = 0; i < check->n_findings; i++)
    json_array_append_new (rules, finding_answer (&check->findings[i]));
  return json_pack ("{ss ss so so}", "contract", number, "verdict", quan_verdict_id (check->verdict), "rules", rules, "award", award_answer (&check->award));
}

static json_t *
ledger_answer (const QuanView *view, QuanLedgerKind kind, const QuanYear *year)
{
  const QuanLedger *ledger = kind == QUAN_LEDGER_CLAIMS ? &year->claims : &year->redemptions;

  return json_pack ("{so so so so so}", "opening", fen (ledger->opening), kind == QUAN_LEDGER_CLAIMS ? "approved" : "paid", fen (ledger->settled),
                    "submitted", fen (ledger->submitted), "draft", fen (ledger->draft), "remaining", fen (quan_quota_remaining (view, kind, year)));
}

static json_t *
quota_answer (const QuanView *view, const QuanWorkspace *workspace, const char *year)
{
  json_t *answer = json_array ();

  for (guint i = 0; i < workspace->sections[QUAN_ENTERPRISES]->len; i++) {
    const QuanEnterprise *enterprise = workspace->sections[QUAN_ENTERPRISES]->pdata[i];
    g_autoptr (GArray) years = golden_years (workspace, enterprise, view->as_of);

    quan_years_get (years, year ? atoi (year) : quan_date_year (view->as_of));
    for (guint j = 0; j < years->len; j++) {
      const QuanYear *entry = &g_array_index (years, QuanYear, j);

      if (!year || entry->year == atoi (year))
        json_array_append_new (answer, json_pack ("{ss si so so so}", "enterprise", enterprise->uscc, "year", entry->year, "cap",
                                                  fen (quan_quota_cap (view, QUAN_LEDGER_CLAIMS, entry->year)), "claims",
                                                  ledger_answer (view, QUAN_LEDGER_CLAIMS, entry), "redemptions",
                                                  ledger_answer (view, QUAN_LEDGER_REDEMPTIONS, entry)));
    }
  }
  return answer;
}

static json_t *
item_answer (const QuanView *view, const QuanPreviewItem *item)
{
  json_t *invoices = json_array (), *warnings = json_array (), *rules = json_array ();
  g_autofree QuanFinding *findings = g_new0 (QuanFinding, view->pack->rules->len);
  int n = quan_preview_findings (view, item, findings);

  for (guint i = 0; i < item->invoices->len; i++)
    json_array_append_new (invoices, json_string (((const QuanInvoice *) item->invoices->pdata[i])->number));
  for (int i = 0; i < QUAN_N_WARNINGS; i++)
    if (item->warnings & 1u << i)
      json_array_append_new (warnings, json_string (quan_warning_id (i)));
  for (int i = 0; i < n; i++)
    json_array_append_new (rules, finding_answer (&findings[i]));
  return json_pack ("{ss ss so so so so so so so}", "voucher", item->claim->voucher, "contract", item->contract->number, "invoices", invoices,
                    "eligible", fen (item->eligible), "entitled", fen (item->entitled), "redeemed", fen (item->redeemed), "amount", fen (item->amount),
                    "warnings", warnings, "rules", rules);
}

static json_t *
preview_answer (const QuanView *view, const QuanWorkspace *workspace, const char *label, const char *uscc)
{
  const QuanEnterprise *enterprise = uscc ? quan_workspace_enterprise (workspace, uscc) : workspace->sections[QUAN_ENTERPRISES]->pdata[0];
  g_autoptr (GError) error = NULL;
  g_autoptr (QuanPreview) preview = quan_preview (view, enterprise, workspace, label, &error);
  json_t *items = json_array ();
  char date[QUAN_DATE_BUF];

  g_assert_no_error (error);
  for (guint i = 0; i < preview->items->len; i++)
    json_array_append_new (items, item_answer (view, &g_array_index (preview->items, QuanPreviewItem, i)));
  return json_pack ("{ss so so ss so so so}", "round", label, "files_from",
                    preview->window ? json_string (quan_date_iso (preview->window->from, date)) : json_null (), "files_to",
                    preview->window ? json_string (quan_date_iso (preview->window->until, date)) : json_null (), "state",
                    quan_round_state_id (preview->state), "items", items, "total", fen (preview->total), "blocked", fen (preview->blocked));
}

json_t *
golden_answer (const QuanPack *pack, const json_t *golden)
{
  QuanView view = golden_view (pack, golden);
  g_autoptr (QuanWorkspace) workspace = golden_workspace (golden);
  const char *command = word (golden, "command", 0);

  if (g_str_equal (command, "check"))
    return check_answer (&view, workspace, word (golden, "command", 1));
  if (g_str_equal (command, "quota"))
    return quota_answer (&view, workspace, option (golden, "command", "--year"));
  return preview_answer (&view, workspace, word (golden, "command", 2), option (golden, "options", "--enterprise"));
}

static gboolean holds (const char *where, const json_t *expect, const json_t *found, GString *why);

static gboolean
differs (const char *where, const json_t *expect, const json_t *found, GString *why)
{
  char *expected = json_dumps (expect, JSON_ENCODE_ANY), *given = found ? json_dumps (found, JSON_ENCODE_ANY) : NULL;

  g_string_append_printf (why, "%s: expected %s, found %s", where, expected, given ? given : "nothing");
  free (expected);
  free (given);
  return FALSE;
}

/* The element of an array whose member key has a value. */
static const json_t *
element (const json_t *array, const char *key, const char *value)
{
  for (size_t i = 0; i < json_array_size (array); i++)
    if (g_strcmp0 (json_string_value (json_object_get (json_array_get (array, i), key)), value) == 0)
      return json_array_get (array, i);
  return NULL;
}

static gboolean
member_holds (const char *where, const char *key, const json_t *expect, const json_t *answer, GString *why)
{
  const json_t *items = json_object_get (answer, "items");

  if (g_str_equal (key, "rules") && json_is_object (expect)) {
    for (void *i = json_object_iter ((json_t *) expect); i; i = json_object_iter_next ((json_t *) expect, i)) {
      const json_t *rule = element (json_object_get (answer, "rules"), "id", json_object_iter_key (i));

      if (!json_equal (json_object_iter_value (i), json_object_get (rule, "verdict")))
        return differs (json_object_iter_key (i), json_object_iter_value (i), json_object_get (rule, "verdict"), why);
    }
    return TRUE;
  }
  if (g_str_equal (key, "items")) {
    for (size_t i = 0; i < json_array_size (expect); i++) {
      const char *voucher = json_string_value (json_object_get (json_array_get (expect, i), "voucher"));

      if (!holds (voucher, json_array_get (expect, i), element (items, "voucher", voucher), why))
        return FALSE;
    }
    return TRUE;
  }
  if (g_str_equal (key, "absent_items")) {
    for (size_t i = 0; i < json_array_size (expect); i++)
      if (element (items, "voucher", json_string_value (json_array_get (expect, i))))
        return differs (key, expect, items, why);
    return TRUE;
  }
  return holds (key, expect, json_object_get (answer, key), why);
}

static gboolean
holds (const char *where, const json_t *expect, const json_t *found, GString *why)
{
  if (json_is_object (expect)) {
    for (void *i = json_object_iter ((json_t *) expect); i; i = json_object_iter_next ((json_t *) expect, i))
      if (!found || !member_holds (where, json_object_iter_key (i), json_object_iter_value (i), found, why))
        return why->len ? FALSE : differs (where, expect, found, why);
    return TRUE;
  }
  if (json_is_array (expect) && json_is_object (json_array_get (expect, 0))) {
    for (size_t i = 0; i < json_array_size (expect); i++)
      if (!holds (where, json_array_get (expect, i), json_array_get (found, i), why))
        return FALSE;
    return TRUE;
  }
  return json_equal (expect, found) || differs (where, expect, found, why);
}

gboolean
golden_holds (const json_t *golden, const json_t *answer, GString *why)
{
  return holds (json_string_value (json_object_get (golden, "id")), json_object_get (golden, "expect"), answer, why);
}
