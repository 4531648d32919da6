#include <glib/gi18n-lib.h>

#include "app/command.h"

static void
answer_json (QuanJson *json, const GPtrArray *problems)
{
  quan_json_begin_object (json, NULL);
  quan_json_flag (json, "ok", problems->len == 0);
  quan_json_begin_array (json, "problems");
  for (guint i = 0; i < problems->len; i++) {
    const QuanStoreProblem *problem = problems->pdata[i];

    quan_json_begin_object (json, NULL);
    quan_json_text (json, "where", problem->where);
    quan_json_text (json, "what", problem->what);
    quan_json_end_object (json);
  }
  quan_json_end_array (json);
  quan_json_end_object (json);
}

static void
answer_text (Output *output, const char *path, const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++) {
    const QuanStoreProblem *problem = problems->pdata[i];

    output_format (output, "%s: %s\n", problem->where, problem->what);
  }
  if (problems->len == 0)
    output_format (output, _("%s: all is well.\n"), path);
}

static int
run_verify (Session *session, GError **error)
{
  QuanDesk *desk;
  g_autoptr (GPtrArray) problems = NULL;

  if (session->operands[0] != NULL)
    session->store = session->operands[0];
  desk = session_desk (session, FALSE, error);
  problems = desk != NULL ? quan_desk_verify (desk, error) : NULL;
  if (problems == NULL)
    return STATUS_DONE;
  if (session->arguments->json)
    answer_json (&session->json, problems);
  else
    answer_text (session->output, quan_desk_path (desk), problems);
  return problems->len > 0 ? STATUS_NO : STATUS_DONE;
}

const Command verify_commands[] = {
  {
    .name = "verify", .operands = N_ ("[STORE]"), .min = 0, .max = 1,
    .summary = N_ ("Look whether a store is whole: file, references, journal, frozen packets and their figures"),
    .example = "quanctl verify /media/archive/quan.db",
    .run = run_verify,
  },
  { NULL }
};
