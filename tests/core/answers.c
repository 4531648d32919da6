#include "tests/core/answers.h"

#include <string.h>

#include "core/engine/working-sheet.h"

struct Answerer {
  const json_t  *golden;
  QuanWorkspace *workspace;
  const char    *command, *subject;  /* "check" and a contract, "quota", "redemption" and a round */
};

static void
answerer_free (gpointer data)
{
  Answerer *answerer = data;

  quan_workspace_free (answerer->workspace);
  g_free (answerer);
}

GPtrArray *
answerers_of (const json_t *cases)
{
  GPtrArray *answerers = g_ptr_array_new_with_free_func (answerer_free);

  for (size_t i = 0; i < json_array_size (cases); i++) {
    Answerer *answerer = g_new0 (Answerer, 1);
    const json_t *command;

    answerer->golden = json_array_get (cases, i);
    answerer->workspace = golden_workspace (answerer->golden);
    command = json_object_get (answerer->golden, "command");
    answerer->command = json_string_value (json_array_get (command, 0));
    answerer->subject = json_string_value (json_array_get (command, json_array_size (command) - 1));
    g_ptr_array_add (answerers, answerer);
  }
  return answerers;
}

static void
add_number (GString *text, gint64 number)
{
  g_string_append_printf (text, " %" G_GINT64_FORMAT, number);
}

static void
add_text (GString *text, const QuanText *words)
{
  for (int language = QUAN_LANGUAGE_EN; language <= QUAN_LANGUAGE_ZH; language++)
    g_string_append_printf (text, "%s\n", words->in[language] ? words->in[language] : "—");
}

/* Takes words. */
static void
add_words (GString *text, char *words)
{
  g_string_append_printf (text, "%s\n", words ? words : "—");
  g_free (words);
}

/* One finding: its verdict, or all that people read of it. */
static void
add_finding (GString *text, const QuanFinding *finding, gboolean words)
{
  if (!words) {
    add_number (text, finding->verdict);
    return;
  }
  g_string_append_printf (text, "%s %s\n", finding->rule->id, finding->rule->clause);
  add_text (text, &finding->rule->title);
  for (int language = QUAN_LANGUAGE_EN; language <= QUAN_LANGUAGE_ZH; language++) {
    add_words (text, quan_finding_reason (finding, language));
    add_words (text, quan_finding_fix (finding, language));
  }
}

static void
add_award (GString *text, const QuanAward *award)
{
  const QuanFen amounts[] = { award->base.compute, award->base.base, award->ceiling, award->remaining, award->claimable,
                              award->forfeited, award->at_risk };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    add_number (text, amounts[i]);
}

static void
add_sheet (GString *text, const QuanView *view, const QuanCase *subject, const QuanCheck *check)
{
  for (int language = QUAN_LANGUAGE_EN; language <= QUAN_LANGUAGE_ZH; language++) {
    g_autoptr (GPtrArray) steps = quan_working_sheet (view, subject, check, language);

    for (guint i = 0; i < steps->len; i++) {
      const QuanStep *step = steps->pdata[i];

      g_string_append_printf (text, "%s %s %s %s\n", step->label, step->formula, step->source, step->result);
    }
  }
}

/* The enterprise that has the contract. */
static const QuanContract *
contract_of (const Answerer *answerer, const QuanEnterprise **enterprise)
{
  const GPtrArray *enterprises = answerer->workspace->sections[QUAN_ENTERPRISES];
  const QuanContract *contract = NULL;

  for (guint i = 0; !contract && i < enterprises->len; i++) {
    *enterprise = enterprises->pdata[i];
    contract = quan_workspace_contract (answerer->workspace, (*enterprise)->uscc, answerer->subject);
  }
  g_assert_nonnull (contract);
  return contract;
}

static void
answer_check (GString *text, const Answerer *answerer, const QuanView *view, gboolean words)
{
  const QuanEnterprise *enterprise = NULL;
  const QuanContract *contract = contract_of (answerer, &enterprise);
  g_autoptr (GArray) years = golden_years (answerer->workspace, enterprise, view->as_of);
  g_autoptr (GPtrArray) claims = golden_claims (answerer->workspace, contract);
  g_autoptr (QuanCheck) check = quan_check_new (view->pack);
  QuanCase subject = { .enterprise = enterprise, .contract = contract, .claims = claims,
                       .year = quan_years_get (years, quan_date_year (view->as_of)) };

  g_assert_true (quan_check_run (check, view, &subject, NULL));
  add_number (text, check->verdict);
  for (int i = 0; i < check->n_findings; i++)
    add_finding (text, &check->findings[i], words);
  if (words)
    add_sheet (text, view, &subject, check);
  else
    add_award (text, &check->award);
}

static void
answer_quota (GString *text, const Answerer *answerer, const QuanView *view)
{
  const GPtrArray *enterprises = answerer->workspace->sections[QUAN_ENTERPRISES];

  for (guint i = 0; i < enterprises->len; i++) {
    g_autoptr (GArray) years = golden_years (answerer->workspace, enterprises->pdata[i], view->as_of);

    for (guint j = 0; j < years->len; j++)
      for (int ledger = QUAN_LEDGER_CLAIMS; ledger <= QUAN_LEDGER_REDEMPTIONS; ledger++)
        add_number (text, quan_quota_remaining (view, ledger, &g_array_index (years, QuanYear, j)));
  }
}

static void
add_item (GString *text, const QuanView *view, const QuanPreviewItem *item, gboolean words)
{
  g_autofree QuanFinding *findings = g_new0 (QuanFinding, view->pack->rules->len);
  const gint64 numbers[] = { item->eligible, item->entitled, item->amount, item->warnings, item->invoices->len };
  int n = quan_preview_findings (view, item, findings);

  for (int i = 0; i < n; i++)
    add_finding (text, &findings[i], words);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    add_number (text, numbers[i]);
}

static void
answer_preview (GString *text, const Answerer *answerer, const QuanView *view, gboolean words)
{
  const GPtrArray *enterprises = answerer->workspace->sections[QUAN_ENTERPRISES];

  for (guint i = 0; i < enterprises->len; i++) {
    const QuanEnterprise *enterprise = enterprises->pdata[i];
    g_autoptr (QuanPreview) preview = quan_preview (view, enterprise, answerer->workspace, answerer->subject, NULL);

    g_assert_nonnull (preview);
    add_number (text, preview->state);
    add_number (text, preview->total);
    add_number (text, preview->blocked);
    for (guint j = 0; j < preview->items->len; j++)
      add_item (text, view, &g_array_index (preview->items, QuanPreviewItem, j), words);
  }
}

static char *
answer (const Answerer *answerer, const QuanPack *pack, gboolean words)
{
  GString *text = g_string_new (NULL);
  QuanView view = golden_view (pack, answerer->golden);

  if (g_str_equal (answerer->command, "check"))
    answer_check (text, answerer, &view, words);
  else if (g_str_equal (answerer->command, "quota"))
    answer_quota (text, answerer, &view);
  else
    answer_preview (text, answerer, &view, words);
  return g_string_free (text, FALSE);
}

char *
answer_numbers (const Answerer *answerer, const QuanPack *pack)
{
  return answer (answerer, pack, FALSE);
}

char *
answer_words (const Answerer *answerer, const QuanPack *pack)
{
  return answer (answerer, pack, TRUE);
}

static void
describe_identity (GString *text, const QuanPack *pack)
{
  const gint64 numbers[] = { pack->version, pack->issued, pack->verified_on, pack->verified };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    add_number (text, numbers[i]);
  g_string_append_printf (text, "%s %s %s %s\n", pack->id, pack->region, pack->source, pack->portal);
  add_text (text, &pack->title);
  add_text (text, &pack->programme);
  add_text (text, &pack->issuer);
}

static void
describe_clauses (GString *text, const QuanPack *pack)
{
  for (guint i = 0; i < pack->clauses->len; i++) {
    const QuanClause *clause = &g_array_index (pack->clauses, QuanClause, i);

    g_string_append_printf (text, "%s %d\n", clause->id, clause->operative);
    add_text (text, &clause->summary);
  }
  for (guint i = 0; i < pack->parameters->len; i++)
    g_string_append_printf (text, "%s\n", ((const QuanParameter *) pack->parameters->pdata[i])->clause);
  g_string_append_printf (text, "%s %s %s\n", pack->award_clause, pack->claims.clause, pack->redemptions.clause);
}

static void
describe_readings (GString *text, const QuanPack *pack)
{
  for (guint i = 0; i < pack->readings->len; i++) {
    const QuanReading *reading = &g_array_index (pack->readings, QuanReading, i);

    g_string_append_printf (text, "%s %s\n", reading->id, reading->clause);
    add_text (text, &reading->summary);
    for (guint j = 0; reading->options && j < reading->options->len; j++)
      add_text (text, &g_array_index (reading->options, QuanReadingOption, j).name);
  }
}

static void
describe_documents (GString *text, const QuanPack *pack)
{
  for (guint i = 0; i < pack->documents->len; i++) {
    const QuanDocument *document = &g_array_index (pack->documents, QuanDocument, i);
    const gint64 numbers[] = { document->stage, document->named, document->mandatory, document->generated,
                               document->max_age_days };

    g_string_append_printf (text, "%s %s %s\n", document->id, document->clause ? document->clause : "—",
                            document->dated.id ? document->dated.id : "—");
    add_text (text, &document->title);
    add_text (text, &document->requirement);
    for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
      add_number (text, numbers[j]);
  }
}

static void
add_lines (GString *text, const char *const *lines)
{
  for (int i = 0; lines && lines[i]; i++)
    g_string_append_printf (text, "%s\n", lines[i]);
}

static void
describe_letters (GString *text, const QuanPack *pack)
{
  for (guint i = 0; i < pack->letters->len; i++) {
    const QuanLetter *letter = &g_array_index (pack->letters, QuanLetter, i);

    g_string_append_printf (text, "%s %u %s\n", letter->id, letter->signers, letter->addressee ? letter->addressee : "—");
    add_text (text, &letter->title);
    add_lines (text, letter->paragraphs);
  }
}

static void
describe_forms (GString *text, const QuanPack *pack)
{
  for (guint i = 0; i < pack->forms->len; i++) {
    const QuanWrittenForm *form = &g_array_index (pack->forms, QuanWrittenForm, i);

    g_string_append_printf (text, "%s %u %s\n", form->id, form->signers, form->note ? form->note : "—");
    add_text (text, &form->title);
    for (guint j = 0; j < form->rows->len; j++) {
      const QuanFormRow *row = &g_array_index (form->rows, QuanFormRow, j);

      g_string_append_printf (text, "%s %s %d\n", row->label, row->text ? row->text : "—", row->lines);
    }
  }
}

static void
describe_plan (GString *text, const QuanPacketPlan *plan)
{
  if (!plan->parts)
    return;
  add_text (text, &plan->title);
  add_lines (text, plan->parts);
  g_string_append_printf (text, "%s\n", plan->declaration ? plan->declaration : "—");
  add_lines (text, plan->before_filing);
}

static void
describe_packets (GString *text, const QuanPack *pack)
{
  describe_plan (text, &pack->claim_packet);
  describe_plan (text, &pack->redemption_packet);
  describe_letters (text, pack);
  describe_forms (text, pack);
}

char *
answer_description (const QuanPack *pack)
{
  GString *text = g_string_new (NULL);

  describe_identity (text, pack);
  describe_clauses (text, pack);
  describe_readings (text, pack);
  describe_documents (text, pack);
  describe_packets (text, pack);
  return g_string_free (text, FALSE);
}
