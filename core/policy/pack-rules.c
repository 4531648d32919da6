#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/contract.h"
#include "core/policy/pack-reader.h"
#include "core/policy/wording.h"

static const char *const stage_words[] = { "claim", "redemption", NULL };
static const char *const verdict_words[] = { "pass", "fail", "review", NULL };
static const char *const amount_words[] = { "base", "compute", "contract", NULL };
static const char *const level_words[] = { "municipal", "district", "national", NULL };

static gboolean
asks_for (const QuanRuleKind *kind, const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind->keys) && kind->keys[i]; i++)
    if (g_str_equal (kind->keys[i], key))
      return TRUE;
  return FALSE;
}

/* The kind of value a rule kind compares its fact with. */
static gboolean
fact_fits (QuanRuleKindId kind, QuanFieldKind field)
{
  switch (kind) {
  case QUAN_RULE_DECLARATION:
    return field == QUAN_FIELD_FLAG;
  case QUAN_RULE_MEMBERSHIP:
    return field == QUAN_FIELD_TEXT || field == QUAN_FIELD_TERM;
  case QUAN_RULE_CODE_SET:
    return field == QUAN_FIELD_TEXT;
  default:
    return field == QUAN_FIELD_DATE;
  }
}

static void
read_fact (QuanPackFile *file, const char *group, QuanRule *rule)
{
  const char *id = quan_take_text (file, group, "fact", TRUE);

  if (!id)
    return;
  if (!quan_fact_ref (id, &rule->fact))
    quan_pack_file_problem (file, group, "fact", _("there is no fact “%s”."), id);
  else if (!fact_fits (rule->kind->id, rule->fact.field->kind))
    quan_pack_file_problem (file, group, "fact", _("fact “%s” cannot be judged by a rule of kind %s."), id, rule->kind->name);
}

/* A word in two lists would have two verdicts; a word a closed vocabulary lacks can never occur. */
static void
check_lists (QuanPackFile *file, const char *group, const QuanRule *rule)
{
  const char *const keys[] = { "pass", "review", "fail" };
  const char *const *lists[] = { rule->pass, rule->review, rule->fail };

  for (int i = 0; i < 3; i++)
    for (int k = 0; lists[i] && lists[i][k]; k++) {
      for (int j = 0; j < i; j++)
        if (lists[j] && g_strv_contains (lists[j], lists[i][k]))
          quan_pack_file_problem (file, group, keys[i], _("“%s” is already in the list “%s”."), lists[i][k], keys[j]);
      if (rule->kind->id == QUAN_RULE_MEMBERSHIP && rule->fact.field && rule->fact.field->terms &&
          quan_vocabulary_value (rule->fact.field->terms, lists[i][k]) == 0)
        quan_pack_file_problem (file, group, keys[i], _("“%s” is not a value of fact “%s”."), lists[i][k], rule->fact.id);
      if (rule->kind->id == QUAN_RULE_CODE_SET && !quan_division_range (lists[i][k], NULL, NULL, NULL))
        quan_pack_file_problem (file, group, keys[i], _("“%s” is not a division; expected “I65” or a range such as “C13-C43”."), lists[i][k]);
    }
  if (!rule->pass && !rule->review && !rule->fail)
    quan_pack_file_problem (file, group, NULL, _("none of the lists “pass”, “review” and “fail” is given."));
}

static void
read_lists (QuanPackFile *file, const char *group, QuanRule *rule)
{
  rule->pass = quan_take_list (file, group, "pass", FALSE);
  rule->review = quan_take_list (file, group, "review", FALSE);
  rule->fail = quan_take_list (file, group, "fail", FALSE);
  rule->otherwise = quan_take_word (file, group, "otherwise", verdict_words);
  check_lists (file, group, rule);
}

static void
read_keys_of_kind (QuanPackFile *file, QuanPack *pack, const char *group, QuanRule *rule)
{
  const QuanRuleKind *kind = rule->kind;

  if (asks_for (kind, "fact"))
    read_fact (file, group, rule);
  if (asks_for (kind, "expected"))
    rule->expected = quan_take_flag (file, group, "expected");
  if (asks_for (kind, "otherwise"))
    read_lists (file, group, rule);
  if (asks_for (kind, "region"))
    rule->region = quan_take_text (file, group, "region", TRUE);
  if (asks_for (kind, "level"))
    rule->level = quan_take_word (file, group, "level", level_words) + 1;
  if (asks_for (kind, "from"))
    rule->from = quan_take_parameter (file, pack, group, "from", QUAN_PARAMETER_DATE, TRUE);
  if (asks_for (kind, "until"))
    rule->until = quan_take_parameter (file, pack, group, "until", QUAN_PARAMETER_DATE, TRUE);
  if (asks_for (kind, "amount"))
    rule->amount = quan_take_word (file, group, "amount", amount_words);
  if (asks_for (kind, "exclusive"))
    rule->exclusive = quan_take_flag (file, group, "exclusive");
  if (asks_for (kind, "limit"))
    rule->limit = quan_take_parameter (file, pack, group, "limit",
                                       kind->id == QUAN_RULE_AMOUNT_MIN ? QUAN_PARAMETER_AMOUNT : QUAN_PARAMETER_COUNT, TRUE);
}

static gboolean
placeholder_known (const QuanRule *rule, const char *name)
{
  static const char *const common[] = { "margin", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (rule->kind->facts) && rule->kind->facts[i]; i++)
    if (g_str_equal (rule->kind->facts[i], name))
      return TRUE;
  return (rule->fact.id && g_str_equal (rule->fact.id, name)) || g_strv_contains (common, name) ||
         ((g_str_equal (name, "from") || g_str_equal (name, "until") || g_str_equal (name, "limit") || g_str_equal (name, "region")) &&
          asks_for (rule->kind, name));
}

static void
check_placeholders (QuanPackFile *file, const char *group, const char *key, const QuanRule *rule, const char *text)
{
  QuanPiece piece;

  while (text && quan_wording_next (&text, &piece)) {
    g_autofree char *name = g_strndup (piece.text, piece.length);

    if (piece.kind == QUAN_PIECE_UNCLOSED)
      quan_pack_file_problem (file, group, key, _("a “{” is never closed."));
    else if (piece.kind == QUAN_PIECE_PLACEHOLDER && !placeholder_known (rule, name))
      quan_pack_file_problem (file, group, key, _("a rule of kind %s has no value “{%s}”."), rule->kind->name, name);
  }
}

static QuanText
read_sentence (QuanPackFile *file, const char *group, const char *key, const QuanRule *rule, gboolean required)
{
  QuanText text = quan_take_both (file, group, key, required);
  g_autofree char *translated = g_strconcat (key, "[zh_CN]", NULL);

  check_placeholders (file, group, key, rule, text.in[QUAN_LANGUAGE_EN]);
  check_placeholders (file, group, translated, rule, text.in[QUAN_LANGUAGE_ZH]);
  return text;
}

static void
read_texts (QuanPackFile *file, const char *group, QuanRule *rule)
{
  for (int i = 0; i < QUAN_MAX_OUTCOMES && rule->kind->outcomes[i].id; i++) {
    g_autofree char *fix = g_strconcat ("fix-", rule->kind->outcomes[i].id, NULL);

    rule->say[i] = read_sentence (file, group, rule->kind->outcomes[i].id, rule, TRUE);
    rule->fix[i] = read_sentence (file, group, fix, rule, FALSE);
  }
  if (rule->kind->notes)
    rule->note = read_sentence (file, group, "note", rule, TRUE);
}

/* What a redemption files is judged in its stage, everything else before a claim: the other stage has no such facts. */
static QuanStage
stage_of (const QuanRuleKind *kind)
{
  return kind->id == QUAN_RULE_EVIDENCE_SET || kind->id == QUAN_RULE_ROUND ? QUAN_STAGE_REDEMPTION : QUAN_STAGE_CLAIM;
}

static void
read_rule (QuanPackFile *file, QuanPack *pack, const char *group, const char *id)
{
  QuanRule rule = { .id = g_string_chunk_insert_const (pack->texts, id) };
  const char *kind;

  quan_pack_file_enter (file, group, TRUE);
  rule.clause = quan_take_clause (file, pack, group, TRUE);
  rule.stage = quan_take_word (file, group, "stage", stage_words);
  rule.title = quan_take_both (file, group, "title", TRUE);
  kind = quan_take_text (file, group, "kind", TRUE);
  rule.kind = kind ? quan_rule_kind (kind) : NULL;
  if (kind && !rule.kind)
    quan_pack_file_problem (file, group, "kind", _("there is no kind of rule “%s”."), kind);
  if (!rule.kind)
    return;
  if (rule.stage != stage_of (rule.kind))
    quan_pack_file_problem (file, group, "stage", _("a rule of kind %s belongs to stage %s."), rule.kind->name,
                            stage_words[stage_of (rule.kind)]);
  read_keys_of_kind (file, pack, group, &rule);
  read_texts (file, group, &rule);
  g_array_append_val (pack->rules, rule);
}

void
quan_read_rules (QuanPackFile *file, QuanPack *pack)
{
  char **groups = quan_pack_file_groups (file);

  for (int i = 0; groups[i]; i++)
    if (g_str_has_prefix (groups[i], "rule "))
      read_rule (file, pack, groups[i], groups[i] + strlen ("rule "));
  if (pack->rules->len == 0)
    quan_pack_file_problem (file, "rule", NULL, _("the pack has no rule; expected at least one group such as [rule sector]."));
}
