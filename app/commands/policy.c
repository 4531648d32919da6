#include <glib/gi18n-lib.h>

#include "app/command.h"
#include "app/table.h"
#include "app/words.h"

static void
pack_json (QuanJson *json, const QuanPack *pack, QuanDate as_of, QuanLanguage language)
{
  quan_json_text (json, "id", pack->id);
  quan_json_number (json, "version", pack->version);
  quan_json_text (json, "title", pack->title.in[language]);
  quan_json_text (json, "region", pack->region);
  quan_json_date (json, "valid_from", pack->valid_from);
  quan_json_date (json, "valid_until", pack->valid_until);
  quan_json_text (json, "state", quan_pack_state_id (quan_pack_state (pack, as_of)));
  quan_json_flag (json, "verified", pack->verified);
  quan_json_text (json, "sha256", pack->hash);
}

static void
list_json (Session *session, const GPtrArray *packs)
{
  quan_json_begin_array (&session->json, NULL);
  for (guint i = 0; i < packs->len; i++) {
    quan_json_begin_object (&session->json, NULL);
    pack_json (&session->json, packs->pdata[i], session->as_of, session->language);
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

static void
readings_json (QuanJson *json, const QuanPack *pack, QuanLanguage language)
{
  quan_json_begin_array (json, "readings");
  for (guint i = 0; i < pack->readings->len; i++) {
    const QuanReading *reading = &g_array_index (pack->readings, QuanReading, i);

    quan_json_begin_object (json, NULL);
    quan_json_text (json, "id", reading->id);
    quan_json_text (json, "clause", reading->clause);
    quan_json_text (json, "key", reading->key);
    quan_json_text (json, "summary", reading->summary.in[language]);
    quan_json_begin_array (json, "options");
    for (guint j = 0; reading->options != NULL && j < reading->options->len; j++)
      quan_json_text (json, NULL, g_array_index (reading->options, QuanReadingOption, j).id);
    quan_json_end_array (json);
    quan_json_text (json, "standard", reading->options != NULL
                    ? g_array_index (reading->options, QuanReadingOption, reading->standard).id : NULL);
    quan_json_end_object (json);
  }
  quan_json_end_array (json);
}

static void
show_json (Session *session, const QuanPack *pack)
{
  QuanJson *json = &session->json;

  quan_json_begin_object (json, NULL);
  pack_json (json, pack, session->as_of, session->language);
  quan_json_text (json, "issuer", pack->issuer.in[session->language]);
  quan_json_text (json, "source", pack->source);
  quan_json_text (json, "portal", pack->portal);
  quan_json_date (json, "verified_on", pack->verified_on);
  quan_json_begin_array (json, "clauses");
  for (guint i = 0; i < pack->clauses->len; i++) {
    const QuanClause *clause = &g_array_index (pack->clauses, QuanClause, i);

    quan_json_begin_object (json, NULL);
    quan_json_text (json, "id", clause->id);
    quan_json_text (json, "summary", clause->summary.in[session->language]);
    quan_json_flag (json, "operative", clause->operative);
    quan_json_end_object (json);
  }
  quan_json_end_array (json);
  readings_json (json, pack, session->language);
  quan_json_begin_array (json, "rounds");
  for (guint i = 0; i < pack->rounds->len; i++) {
    const QuanRound *round = &g_array_index (pack->rounds, QuanRound, i);

    quan_json_begin_object (json, NULL);
    quan_json_text (json, "round", round->label);
    quan_json_date (json, "files_from", round->from);
    quan_json_date (json, "files_to", round->until);
    quan_json_end_object (json);
  }
  quan_json_end_array (json);
  quan_json_end_object (json);
}

/* The options of a reading, the standard one marked. Free with g_free. */
static char *
option_words (const QuanReading *reading)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; reading->options != NULL && i < reading->options->len; i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? " | " : "", g_array_index (reading->options, QuanReadingOption, i).id,
                            (int) i == reading->standard ? "*" : "");
  return g_string_free (text, FALSE);
}

static void
show_text (Session *session, const QuanPack *pack)
{
  Output *output = session->output;
  QuanView view = { .pack = pack, .as_of = session->as_of };
  g_autoptr (Table) clauses = table_new ("ll"), readings = table_new ("lll"), rounds = table_new ("lll");

  for (guint i = 0; i < pack->clauses->len; i++) {
    const QuanClause *clause = &g_array_index (pack->clauses, QuanClause, i);

    table_row (clauses, clause->id, clause->summary.in[session->language]);
  }
  for (guint i = 0; i < pack->readings->len; i++) {
    const QuanReading *reading = &g_array_index (pack->readings, QuanReading, i);
    g_autofree char *words = option_words (reading);

    table_row (readings, reading->id, reading->key != NULL ? reading->key : "", words);
  }
  for (guint i = 0; i < pack->rounds->len; i++) {
    const QuanRound *round = &g_array_index (pack->rounds, QuanRound, i);
    g_autofree char *from = date_words (round->from);
    g_autofree char *until = date_words (round->until);

    table_row (rounds, round->label, from, until);
  }
  write_pack (output, &view, session->language);
  output_format (output, "%s\n%s\n", pack->id, pack->source);
  output_format (output, "\n%s\n", _("Clauses"));
  table_write (clauses, "  ", output);
  output_format (output, "\n%s\n", _("Readings, the standard one marked *"));
  table_write (readings, "  ", output);
  output_format (output, "\n%s\n", _("Rounds"));
  table_write (rounds, "  ", output);
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
    (session->arguments->json ? show_json : show_text) (session, pack);
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
    .summary = N_ ("Show a pack: its clauses, readings and rounds"),
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
