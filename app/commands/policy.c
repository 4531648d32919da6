#include <glib/gi18n-lib.h>

#include "app/command.h"
#include "app/commands/policy-show.h"
#include "app/table.h"
#include "app/words.h"

static void
list_json (Session *session, const GPtrArray *packs)
{
  quan_json_begin_array (&session->json, NULL);
  for (guint i = 0; i < packs->len; i++) {
    quan_json_begin_object (&session->json, NULL);
    policy_json_identity (&session->json, packs->pdata[i], session);
    quan_json_end_object (&session->json);
  }
  quan_json_end_array (&session->json);
}

static void
list_text (Session *session, const GPtrArray *packs)
{
  g_autoptr (Table) table = table_new ("lrlll");

  for (guint i = 0; i < packs->len; i++) {
    const QuanPack *pack = packs->pdata[i];
    g_autofree char *version = g_strdup_printf ("%d", pack->version);
    g_autofree char *from = date_words (pack->valid_from);
    g_autofree char *until = date_words (pack->valid_until);
    g_autofree char *validity = g_strdup_printf ("%s – %s", from, until);

    table_row (table, pack->id, version, validity, pack_state_words (pack, session->as_of),
               pack->title.in[session->language]);
  }
  table_write (table, "", session->output);
}

static int
run_list (Session *session, GError **error)
{
  g_autoptr (QuanPackShelf) shelf = session_shelf (session);

  (session->arguments->json ? list_json : list_text) (session, quan_pack_shelf_packs (shelf));
  return STATUS_DONE;
}

/* The pack named, else that of --policy, else the one a new claim would take. */
static int
run_show (Session *session, GError **error)
{
  g_autoptr (QuanPackShelf) shelf = session_shelf (session);
  const char *id = session->operands[0] != NULL ? session->operands[0] : session->arguments->policy;
  const QuanPack *pack = id != NULL ? quan_pack_shelf_find (shelf, id, error)
                                    : quan_pack_shelf_choose (shelf, NULL, session->as_of);

  if (pack != NULL)
    (session->arguments->json ? policy_show_json : policy_show_text) (session, pack);
  return STATUS_DONE;
}

static void
lint_json (QuanJson *json, const GPtrArray *problems)
{
  quan_json_begin_object (json, NULL);
  quan_json_flag (json, "ok", problems->len == 0);
  quan_json_begin_array (json, "problems");
  for (guint i = 0; i < problems->len; i++)
    quan_json_text (json, NULL, problems->pdata[i]);
  quan_json_end_array (json);
  quan_json_end_object (json);
}

static int
run_lint (Session *session, GError **error)
{
  const char *path = session->operands[0];
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) refused = NULL;
  g_autoptr (QuanPack) pack = quan_pack_file_read (path, problems, &refused);

  if (pack == NULL && problems->len == 0) {
    g_propagate_error (error, g_steal_pointer (&refused));
    return STATUS_DONE;
  }
  if (session->arguments->json)
    lint_json (&session->json, problems);
  for (guint i = 0; !session->arguments->json && i < problems->len; i++)
    output_format (session->output, "%s\n", (const char *) problems->pdata[i]);
  if (!session->arguments->json && problems->len == 0)
    output_format (session->output, _("%s: no problems.\n"), path);
  return problems->len > 0 ? STATUS_NO : STATUS_DONE;
}

static int
run_install (Session *session, GError **error)
{
  g_autoptr (QuanPackShelf) shelf = session_shelf (session);

  if (quan_pack_shelf_install (shelf, session->operands[0], error) && !session->arguments->quiet)
    output_format (session->output, _("%s is installed.\n"), session->operands[0]);
  return STATUS_DONE;
}

const Command policy_commands[] = {
  {
    .name = "policy list", .operands = "", .min = 0, .max = 0,
    .summary = N_ ("List the policy packs"),
    .example = "quanctl policy list",
    .run = run_list,
  },
  {
    .name = "policy show", .operands = N_ ("[ID]"), .min = 0, .max = 1,
    .summary = N_ ("Show a pack: its clauses, parameters, rules, readings, rounds and documents"),
    .example = "quanctl policy show cn-beijing-ai-compute-2023",
    .run = run_show,
  },
  {
    .name = "policy lint", .operands = N_ ("FILE"), .min = 1, .max = 1,
    .summary = N_ ("Look for mistakes in a policy file"),
    .example = "quanctl policy lint my-city.policy",
    .run = run_lint,
  },
  {
    .name = "policy install", .operands = N_ ("FILE"), .min = 1, .max = 1,
    .summary = N_ ("Add a policy file to your packs"),
    .example = "quanctl policy install my-city.policy",
    .run = run_install,
  },
  { NULL }
};
