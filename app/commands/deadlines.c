#include <string.h>

#include <glib/gi18n-lib.h>

#include "app/command.h"
#include "app/table.h"
#include "app/words.h"
#include "core/base/error.h"
#include "core/desk/overview.h"

static void
answer_json (QuanJson *json, const GArray *deadlines)
{
  quan_json_begin_array (json, NULL);
  for (guint i = 0; i < deadlines->len; i++) {
    const QuanAgendaItem *item = &g_array_index (deadlines, QuanAgendaItem, i);

    quan_json_begin_object (json, NULL);
    quan_json_date (json, "date", item->deadline);
    quan_json_date (json, "advised", item->date < item->deadline ? item->date : QUAN_DATE_NONE);
    quan_json_text (json, "kind", quan_agenda_kind_id (item->kind));
    quan_json_text (json, "contract", item->contract);
    quan_json_text (json, "what", item->what);
    quan_json_text (json, "detail", item->detail);
    quan_json_money (json, "amount", item->amount);
    quan_json_end_object (json);
  }
  quan_json_end_array (json);
}

/* Two lines an item, the second saying why. */
static void
write_items (Output *output, const GArray *deadlines)
{
  g_autoptr (Table) table = table_new ("lrll");

  table_row (table, _("Date"), _("Yuan"), _("At stake"), _("What to do"));
  for (guint i = 0; i < deadlines->len; i++) {
    const QuanAgendaItem *item = &g_array_index (deadlines, QuanAgendaItem, i);
    g_autofree char *date = date_words (item->deadline);
    g_autofree char *amount = money_words (item->amount);

    table_row (table, date, amount, item->amount_is, item->what);
    table_row (table, NULL, NULL, NULL, item->detail);
  }
  table_write (table, "", output);
}

static gboolean
answer_text (Session *session, const QuanEnterprise *enterprise, const GArray *deadlines, GError **error)
{
  QuanView view;

  if (!quan_desk_view_for (session->desk, enterprise, NULL, &view, error))
    return FALSE;
  write_enterprise (session->output, enterprise);
  write_pack (session->output, &view, session->language);
  output_text (session->output, "\n");
  if (deadlines->len > 0)
    write_items (session->output, deadlines);
  else
    output_text (session->output, _("Nothing is due.\n"));
  return TRUE;
}

/* Writes the calendar where one is asked for; FALSE too where standard output holds it and has no room for more. */
static gboolean
save_calendar (Session *session, const QuanEnterprise *enterprise, const GArray *deadlines, GError **error)
{
  const char *file = session->arguments->ics;
  g_autoptr (GBytes) calendar = NULL;

  if (file == NULL)
    return TRUE;
  calendar = quan_desk_calendar (enterprise, deadlines, quan_desk_as_of (session->desk));
  return session_save_as (session, file, calendar, error) && strcmp (file, "-") != 0;
}

static int
run_deadlines (Session *session, GError **error)
{
  const Arguments *arguments = session->arguments;
  const QuanEnterprise *enterprise = NULL;
  g_autoptr (GArray) deadlines = NULL;

  if (arguments->json && g_strcmp0 (arguments->ics, "-") == 0) {
    g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_USAGE,
                         _("Standard output holds the calendar or the answer in JSON. Name a file behind --ics."));
    return STATUS_DONE;
  }
  if (session_desk (session, FALSE, error) != NULL)
    enterprise = quan_desk_enterprise (session->desk, arguments->enterprise, error);
  if (enterprise != NULL)
    deadlines = quan_desk_deadlines (session->desk, enterprise->uscc, error);
  if (deadlines == NULL || !save_calendar (session, enterprise, deadlines, error))
    return STATUS_DONE;
  if (arguments->json)
    answer_json (&session->json, deadlines);
  else
    answer_text (session, enterprise, deadlines, error);
  return STATUS_DONE;
}

const Command deadlines_commands[] = {
  {
    .name = "deadlines", .operands = "", .min = 0, .max = 0,
    .summary = N_ ("Show what is due, by when, and what is at stake"),
    .example = "quanctl deadlines --ics deadlines.ics",
    .options = { "ics" },
    .run = run_deadlines,
  },
  { NULL }
};
