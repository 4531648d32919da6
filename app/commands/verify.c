#include <string.h>

#include <glib/gi18n-lib.h>

#include "app/command.h"

/* What the place of a problem begins with; a number or name may follow. */
static const char *const places[] = {
  N_ ("database"), N_ ("schema"), N_ ("references"), N_ ("journal"), N_ ("records"), N_ ("evidence"),
  N_ ("packets"), N_ ("enterprises"), N_ ("providers"), N_ ("contracts"), N_ ("claims"), N_ ("deliveries"),
  N_ ("invoices"), N_ ("payments"), N_ ("redemptions"),
};

/* The place in the reader's language. Free with g_free. */
static char *
place_words (const char *where)
{
  gsize length = strcspn (where, " ");

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (strlen (places[i]) == length && strncmp (places[i], where, length) == 0)
      return g_strconcat (_(places[i]), where + length, NULL);
  return g_strdup (where);
}

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
    g_autofree char *place = place_words (problem->where);

    output_format (output, _("%s: %s\n"), place, problem->what);
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
