#include "app/commands/policy-show.h"

#include <glib/gi18n-lib.h>

#include "app/commands/policy-packet.h"
#include "app/table.h"
#include "app/words.h"

void
policy_json_identity (QuanJson *json, const QuanPack *pack, const Session *session)
{
  quan_json_text (json, "id", pack->id);
  quan_json_number (json, "version", pack->version);
  quan_json_text (json, "title", pack->title.in[session->language]);
  quan_json_text (json, "region", pack->region);
  quan_json_date (json, "valid_from", pack->valid_from);
  quan_json_date (json, "valid_until", pack->valid_until);
  quan_json_text (json, "state", quan_pack_state_id (quan_pack_state (pack, session->as_of)));
  quan_json_flag (json, "verified", pack->verified);
  quan_json_text (json, "sha256", pack->hash);
}

static void
clauses_json (QuanJson *json, const QuanPack *pack, QuanLanguage language)
{
  quan_json_begin_array (json, "clauses");
  for (guint i = 0; i < pack->clauses->len; i++) {
    const QuanClause *clause = &g_array_index (pack->clauses, QuanClause, i);

    quan_json_begin_object (json, NULL);
    quan_json_text (json, "id", clause->id);
    quan_json_text (json, "summary", clause->summary.in[language]);
    quan_json_flag (json, "operative", clause->operative);
    quan_json_end_object (json);
  }
  quan_json_end_array (json);
}

/* The condition of a variant, "enterprise.entity_type: partnership"; NULL for a parameter itself. Free with g_free. */
static char *
condition (const QuanParameter *parameter)
{
  g_autofree char *words = NULL;

  if (!parameter->when_in)
    return NULL;
  words = g_strjoinv (";", (char **) parameter->when_in);
  return g_strdup_printf ("%s: %s", parameter->when.id, words);
}

static void
parameter_json (QuanJson *json, const QuanParameter *parameter)
{
  g_autofree char *when = condition (parameter);

  quan_json_begin_object (json, NULL);
  quan_json_text (json, "id", parameter->id);
  quan_json_text (json, "clause", parameter->clause);
  quan_json_text (json, "kind", quan_parameter_kind_id (parameter->kind));
  quan_json_text (json, "when", when);
  quan_json_begin_object (json, "values");
  for (guint i = 0; i < parameter->values->len; i++) {
    const QuanDatedValue *value = &g_array_index (parameter->values, QuanDatedValue, i);
    g_autofree char *text = quan_dated_value_text (parameter->kind, value);
    char date[QUAN_DATE_BUF];

    quan_json_text (json, quan_date_iso (value->from, date), text);
  }
  quan_json_end_object (json);
  quan_json_end_object (json);
}

/* Calls for each variant of each parameter, then for the parameter: the order in which they are tried. */
static void
each_parameter (const QuanPack *pack, void (*visit) (const QuanParameter *parameter, gpointer data), gpointer data)
{
  for (guint i = 0; i < pack->parameters->len; i++) {
    const QuanParameter *parameter = pack->parameters->pdata[i];

    for (guint j = 0; parameter->variants && j < parameter->variants->len; j++)
      visit (parameter->variants->pdata[j], data);
    visit (parameter, data);
  }
}

static void
visit_parameter_json (const QuanParameter *parameter, gpointer json)
{
  parameter_json (json, parameter);
}

static void
rules_json (QuanJson *json, const QuanPack *pack, QuanLanguage language)
{
  quan_json_begin_array (json, "rules");
  for (guint i = 0; i < pack->rules->len; i++) {
    const QuanRule *rule = &g_array_index (pack->rules, QuanRule, i);

    quan_json_begin_object (json, NULL);
    quan_json_text (json, "id", rule->id);
    quan_json_text (json, "clause", rule->clause);
    quan_json_text (json, "kind", rule->kind->name);
    quan_json_text (json, "title", rule->title.in[language]);
    quan_json_end_object (json);
  }
  quan_json_end_array (json);
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
    for (guint j = 0; reading->options && j < reading->options->len; j++)
      quan_json_text (json, NULL, g_array_index (reading->options, QuanReadingOption, j).id);
    quan_json_end_array (json);
    quan_json_text (json, "standard",
                    reading->options ? g_array_index (reading->options, QuanReadingOption, reading->standard).id : NULL);
    quan_json_end_object (json);
  }
  quan_json_end_array (json);
}

static void
rounds_json (QuanJson *json, const QuanPack *pack)
{
  quan_json_begin_array (json, "rounds");
  for (guint i = 0; i < pack->rounds->len; i++) {
    const QuanRound *round = &g_array_index (pack->rounds, QuanRound, i);

    quan_json_begin_object (json, NULL);
    quan_json_text (json, "round", round->label);
    quan_json_date (json, "files_from", round->from);
    quan_json_date (json, "files_to", round->until);
    quan_json_date (json, "signed_until", round->signed_until);
    quan_json_end_object (json);
  }
  quan_json_end_array (json);
}

static void
documents_json (QuanJson *json, const QuanPack *pack, QuanLanguage language)
{
  quan_json_begin_array (json, "documents");
  for (guint i = 0; i < pack->documents->len; i++) {
    const QuanDocument *document = &g_array_index (pack->documents, QuanDocument, i);

    quan_json_begin_object (json, NULL);
    quan_json_text (json, "id", document->id);
    quan_json_text (json, "stage", document->stage == QUAN_STAGE_CLAIM ? "claim" : "redemption");
    quan_json_text (json, "clause", document->clause);
    quan_json_text (json, "title", document->title.in[language]);
    quan_json_text (json, "requirement", document->requirement.in[language]);
    quan_json_flag (json, "named", document->named);
    quan_json_flag (json, "mandatory", document->mandatory);
    quan_json_flag (json, "generated", document->generated);
    quan_json_number (json, "max_age_days", document->max_age_days);
    quan_json_text (json, "dated", document->dated.id);
    quan_json_end_object (json);
  }
  quan_json_end_array (json);
}

void
policy_show_json (Session *session, const QuanPack *pack)
{
  QuanJson *json = &session->json;

  quan_json_begin_object (json, NULL);
  policy_json_identity (json, pack, session);
  quan_json_text (json, "issuer", pack->issuer.in[session->language]);
  quan_json_date (json, "issued", pack->issued);
  quan_json_text (json, "source", pack->source);
  quan_json_text (json, "portal", pack->portal);
  quan_json_date (json, "verified_on", pack->verified_on);
  clauses_json (json, pack, session->language);
  quan_json_begin_array (json, "parameters");
  each_parameter (pack, visit_parameter_json, json);
  quan_json_end_array (json);
  rules_json (json, pack, session->language);
  readings_json (json, pack, session->language);
  rounds_json (json, pack);
  documents_json (json, pack, session->language);
  policy_packet_json (json, pack, session->language);
  quan_json_end_object (json);
}

/* Takes table. */
static void
write_section (Output *output, const char *heading, Table *table)
{
  output_format (output, "\n%s\n", heading);
  table_write (table, "  ", output);
  table_free (table);
}

static Table *
clauses_table (const QuanPack *pack, QuanLanguage language)
{
  Table *table = table_new ("ll");

  for (guint i = 0; i < pack->clauses->len; i++) {
    const QuanClause *clause = &g_array_index (pack->clauses, QuanClause, i);

    table_row (table, clause->id, clause->summary.in[language]);
  }
  return table;
}

static void
visit_parameter_row (const QuanParameter *parameter, gpointer table)
{
  for (guint i = 0; i < parameter->values->len; i++) {
    const QuanDatedValue *value = &g_array_index (parameter->values, QuanDatedValue, i);
    g_autofree char *text = quan_dated_value_text (parameter->kind, value);
    g_autofree char *from = date_words (value->from);
    g_autofree char *since = g_strdup_printf (_("from %s"), from);
    g_autofree char *when = condition (parameter);

    table_row (table, parameter->id, text, since, parameter->clause, when);
  }
}

static Table *
parameters_table (const QuanPack *pack)
{
  Table *table = table_new ("lrlll");

  each_parameter (pack, visit_parameter_row, table);
  return table;
}

static Table *
rules_table (const QuanPack *pack, QuanLanguage language)
{
  Table *table = table_new ("lll");

  for (guint i = 0; i < pack->rules->len; i++) {
    const QuanRule *rule = &g_array_index (pack->rules, QuanRule, i);

    table_row (table, rule->id, rule->clause, rule->title.in[language]);
  }
  return table;
}

/* The options of a reading, the standard one marked. Free with g_free. */
static char *
option_words (const QuanReading *reading)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; reading->options && i < reading->options->len; i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? " | " : "", g_array_index (reading->options, QuanReadingOption, i).id,
                            (int) i == reading->standard ? "*" : "");
  return g_string_free (text, FALSE);
}

static Table *
readings_table (const QuanPack *pack, QuanLanguage language)
{
  Table *table = table_new ("llll");

  for (guint i = 0; i < pack->readings->len; i++) {
    const QuanReading *reading = &g_array_index (pack->readings, QuanReading, i);
    g_autofree char *words = option_words (reading);

    table_row (table, reading->id, reading->key, words, reading->summary.in[language]);
  }
  return table;
}

static Table *
rounds_table (const QuanPack *pack)
{
  Table *table = table_new ("lll");

  for (guint i = 0; i < pack->rounds->len; i++) {
    const QuanRound *round = &g_array_index (pack->rounds, QuanRound, i);
    g_autofree char *from = date_words (round->from);
    g_autofree char *until = date_words (round->until);

    table_row (table, round->label, from, until);
  }
  return table;
}

static Table *
documents_table (const QuanPack *pack, QuanLanguage language)
{
  Table *table = table_new ("llll");

  for (guint i = 0; i < pack->documents->len; i++) {
    const QuanDocument *document = &g_array_index (pack->documents, QuanDocument, i);

    table_row (table, document->named ? "★" : "○", document->clause, document->title.in[language], document->requirement.in[language]);
  }
  return table;
}

void
policy_show_text (Session *session, const QuanPack *pack)
{
  Output *output = session->output;
  QuanView view = { .pack = pack, .as_of = session->as_of };

  write_pack (output, &view, session->language);
  output_format (output, "%s\n%s\n", pack->id, pack->source);
  write_section (output, _("Clauses"), clauses_table (pack, session->language));
  write_section (output, _("Parameters"), parameters_table (pack));
  write_section (output, _("Rules"), rules_table (pack, session->language));
  write_section (output, _("Readings, the standard one marked *"), readings_table (pack, session->language));
  write_section (output, _("Rounds"), rounds_table (pack));
  write_section (output, _("Documents, those the notice names marked ★"), documents_table (pack, session->language));
  policy_packet_text (output, pack, session->language);
}
