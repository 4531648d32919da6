#include <glib/gi18n-lib.h>

#include "app/command.h"
#include "app/table.h"
#include "app/words.h"

/* The two ledgers of a year. */
static const struct {
  QuanLedgerKind kind;
  gsize          offset;      /* of the QuanLedger in a QuanYear */
  const char    *key;
  const char    *settled_key; /* what is settled has another word in each */
  const char    *name;
} ledgers[] = {
  { QUAN_LEDGER_CLAIMS, G_STRUCT_OFFSET (QuanYear, claims), "claims", "approved", N_ ("Claims") },
  { QUAN_LEDGER_REDEMPTIONS, G_STRUCT_OFFSET (QuanYear, redemptions), "redemptions", "paid", N_ ("Redemptions") },
};

static void
answer_json (QuanJson *json, const QuanQuotaAnswer *answer, const QuanYear *year)
{
  quan_json_begin_object (json, NULL);
  quan_json_text (json, "enterprise", answer->enterprise->uscc);
  quan_json_number (json, "year", year->year);
  quan_json_money (json, "cap", quan_quota_cap (&answer->view, QUAN_LEDGER_CLAIMS, year->year));
  for (guint i = 0; i < G_N_ELEMENTS (ledgers); i++) {
    const QuanLedger *ledger = G_STRUCT_MEMBER_P (year, ledgers[i].offset);

    quan_json_begin_object (json, ledgers[i].key);
    quan_json_money (json, "opening", ledger->opening);
    quan_json_money (json, ledgers[i].settled_key, ledger->settled);
    quan_json_money (json, "submitted", ledger->submitted);
    quan_json_money (json, "draft", ledger->draft);
    quan_json_money (json, "remaining", quan_quota_remaining (&answer->view, ledgers[i].kind, year));
    quan_json_end_object (json);
  }
  quan_json_end_object (json);
}

static void
answer_text (Output *output, const QuanQuotaAnswer *answer, const QuanYear *year)
{
  g_autoptr (Table) table = table_new ("lrrrrrr");
  g_autofree char *name = g_strdup_printf ("%d", year->year);

  table_row (table, name, _("Cap"), _("Opening"), _("Approved or paid"), _("Submitted"), _("Remaining"), _("Drafts"));
  for (guint i = 0; i < G_N_ELEMENTS (ledgers); i++) {
    const QuanLedger *ledger = G_STRUCT_MEMBER_P (year, ledgers[i].offset);
    g_autofree char *cap = money_words (quan_quota_cap (&answer->view, ledgers[i].kind, year->year));
    g_autofree char *opening = money_words (ledger->opening);
    g_autofree char *settled = money_words (ledger->settled);
    g_autofree char *submitted = money_words (ledger->submitted);
    g_autofree char *remaining = money_words (quan_quota_remaining (&answer->view, ledgers[i].kind, year));
    g_autofree char *drafts = money_words (ledger->draft);

    table_row (table, _(ledgers[i].name), cap, opening, settled, submitted, remaining, drafts);
  }
  output_text (output, "\n");
  table_write (table, "", output);
}

static gboolean
answer_enterprise (Session *session, const QuanQuotaAnswer *answer, GError **error)
{
  gboolean json = session->arguments->json;

  if (!json) {
    write_enterprise (session->output, answer->enterprise);
    write_pack (session->output, &answer->view, session->language);
  }
  for (guint i = 0; i < answer->years->len; i++) {
    const QuanYear *year = &g_array_index (answer->years, QuanYear, i);

    if (json)
      answer_json (&session->json, answer, year);
    else
      answer_text (session->output, answer, year);
  }
  return output_settle (session->output, error);
}

static int
run_quota (Session *session, GError **error)
{
  const Arguments *arguments = session->arguments;
  QuanDesk *desk = session_desk (session, FALSE, error);
  g_autoptr (GArray) answers = NULL;

  if (desk != NULL)
    answers = quan_desk_quota (desk, arguments->enterprise, arguments->year, error);
  if (answers == NULL)
    return STATUS_DONE;
  if (arguments->json)
    quan_json_begin_array (&session->json, NULL);
  for (guint i = 0; i < answers->len; i++) {
    if (i > 0 && !arguments->json)
      output_text (session->output, "\n\n");
    if (!answer_enterprise (session, &g_array_index (answers, QuanQuotaAnswer, i), error))
      return STATUS_DONE;
  }
  if (arguments->json)
    quan_json_end_array (&session->json);
  return STATUS_DONE;
}

const Command quota_commands[] = {
  {
    .name = "quota", .operands = "", .min = 0, .max = 0,
    .summary = N_ ("Show what is used and left of each year's cap, for claims and for redemptions"),
    .example = "quanctl quota --year 2024",
    .options = { "year" },
    .run = run_quota,
  },
  { NULL }
};
