#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "app/command.h"
#include "app/table.h"
#include "app/words.h"
#include "core/desk/answer.h"

#define PROGRESS_STEP 100 /* contracts */

/* A check in progress. */
typedef struct {
  Session        *session;
  const QuanPack *pack;      /* of the contract before */
  gboolean        fails;     /* any contract */
  gboolean        progress;  /* show it: somebody watches */
  int             done;
} Run;

/* The order in which findings are shown: what stands in the way first. */
static const QuanVerdict shown[] = {
  QUAN_VERDICT_FAIL, QUAN_VERDICT_UNKNOWN, QUAN_VERDICT_REVIEW, QUAN_VERDICT_PASS, QUAN_VERDICT_NOT_APPLICABLE,
};

static void
write_headline (Output *output, const QuanChecked *checked, QuanLanguage language)
{
  const QuanContract *contract = checked->subject->contract;
  const QuanAward *award = &checked->check->award;
  g_autofree char *claimable = money_words (award->claimable);

  output_format (output, "\n%s%s%s\n", contract->number, contract->title != NULL ? "  " : "",
                 contract->title != NULL ? contract->title : "");
  write_enterprise (output, checked->subject->enterprise);
  output_format (output, _("Verdict: %s\n"), quan_verdict_name (checked->check->verdict, language));
  if (award->claimable != QUAN_FEN_NONE)
    output_format (output, _("Claimable: %s yuan\n"), claimable);
  else
    output_text (output, award->base.state == QUAN_BASE_UNDETERMINED
                           ? _("Claimable: cannot be determined\n")
                           : _("Claimable: not known, because facts are missing\n"));
}

static void
write_differs (Output *output, const QuanFinding *finding, QuanLanguage language)
{
  for (int i = 0; i < finding->n_differs; i++) {
    const QuanDiffer *differ = &finding->differs[i];

    output_format (output, _("      Under --reading %s=%s: %s\n"), differ->reading->key, differ->option->id,
                   quan_verdict_name (differ->verdict, language));
  }
}

static void
write_details (Output *output, const QuanFinding *finding, QuanLanguage language)
{
  g_autofree char *reason = quan_finding_reason (finding, language);
  g_autofree char *fix = quan_finding_fix (finding, language);

  output_format (output, "      %s\n", reason);
  if (fix != NULL)
    output_format (output, "      → %s\n", fix);
}

static void
write_findings (Output *output, const QuanCheck *check, QuanLanguage language)
{
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++) {
    gboolean settled = shown[i] == QUAN_VERDICT_PASS || shown[i] == QUAN_VERDICT_NOT_APPLICABLE;

    if (check->counts[shown[i]] > 0)
      output_format (output, "\n  %s\n", quan_verdict_name (shown[i], language));
    for (int j = 0; j < check->n_findings; j++) {
      const QuanFinding *finding = &check->findings[j];

      if (finding->verdict != shown[i])
        continue;
      output_format (output, "    %s  %s\n", finding->rule->title.in[language], finding->rule->clause);
      if (!settled)
        write_details (output, finding, language);
      write_differs (output, finding, language);
    }
  }
}

static void
write_award (Output *output, const QuanChecked *checked, QuanLanguage language)
{
  g_autoptr (GPtrArray) steps = quan_working_sheet (checked->view, checked->subject, checked->check, language);
  g_autoptr (Table) table = table_new ("lrlll");

  for (guint i = 0; i < steps->len; i++) {
    const QuanStep *step = steps->pdata[i];

    table_row (table, step->label, step->result, step->formula, step->source, step->detail);
  }
  output_text (output, "\n");
  table_write (table, "  ", output);
}

static void
write_contract (Run *run, const QuanChecked *checked)
{
  Output *output = run->session->output;
  QuanLanguage language = run->session->language;

  if (run->pack != checked->view->pack)
    write_pack (output, checked->view, language);
  run->pack = checked->view->pack;
  write_headline (output, checked, language);
  write_findings (output, checked->check, language);
  write_award (output, checked, language);
}

static gboolean
show_contract (const QuanChecked *checked, gpointer data, GError **error)
{
  Run *run = data;

  run->fails |= checked->check->verdict == QUAN_VERDICT_FAIL;
  if (run->session->arguments->json)
    quan_answer_check (&run->session->json, NULL, checked, run->session->language);
  else
    write_contract (run, checked);
  if (run->progress && ++run->done % PROGRESS_STEP == 0) {
    g_printerr ("\r");
    g_printerr (_("%d contracts"), run->done);
  }
  return output_settle (run->session->output, error);
}

static int
run_check (Session *session, GError **error)
{
  const Arguments *arguments = session->arguments;
  QuanDesk *desk = session_desk (session, FALSE, error);
  Run run = { .session = session, .progress = !arguments->quiet && isatty (STDERR_FILENO) && !isatty (STDOUT_FILENO) };
  gboolean ok;

  if (desk == NULL)
    return STATUS_DONE;
  if (arguments->json)
    quan_json_begin_array (&session->json, NULL);
  ok = quan_desk_check (desk, arguments->enterprise, session->operands, show_contract, &run, error);
  if (run.done >= PROGRESS_STEP)
    g_printerr ("\n");
  if (ok && arguments->json)
    quan_json_end_array (&session->json);
  return run.fails ? STATUS_NO : STATUS_DONE;
}

const Command check_commands[] = {
  {
    .name = "check", .operands = N_ ("[CONTRACT…]"), .min = 0, .max = -1,
    .summary = N_ ("Judge whether contracts can be claimed, and for how much"),
    .example = "quanctl check HT-001 --as-of 2024-03-05",
    .run = run_check,
  },
  { NULL }
};
