#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/contract.h"
#include "core/policy/pack-reader.h"

static const char *const kind_words[] = { "ratio", "amount", "count", "date", "line-kinds", NULL };

static gboolean
parse_ratio (const char *text, QuanDatedValue *value)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 2);
  guint64 numerator, denominator;

  if (!parts[0] || !parts[1] || !g_ascii_string_to_unsigned (parts[0], 10, 1, 1000000, &numerator, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, numerator, 1000000, &denominator, NULL))
    return FALSE;
  value->value = numerator;
  value->divisor = denominator;
  return TRUE;
}

static gboolean
parse_line_kinds (const char *text, QuanDatedValue *value)
{
  g_auto (GStrv) words = g_strsplit (text, ";", -1);

  value->value = 0;
  for (int i = 0; words[i]; i++) {
    int kind = quan_vocabulary_value (&quan_line_kinds, words[i]);

    if (kind == 0 || kind == QUAN_LINE_BUNDLED)
      return FALSE;
    value->value |= (gint64) 1 << kind;
  }
  return value->value != 0;
}

static gboolean
parse_value (QuanParameterKind kind, const char *text, QuanDatedValue *value)
{
  guint64 count = 0;
  QuanDate date;

  switch (kind) {
  case QUAN_PARAMETER_RATIO:
    return parse_ratio (text, value);
  case QUAN_PARAMETER_AMOUNT:
    return quan_money_parse_canonical (text, &value->value) && value->value >= 0;
  case QUAN_PARAMETER_COUNT:
    if (!g_ascii_string_to_unsigned (text, 10, 1, 1000, &count, NULL))
      return FALSE;
    value->value = count;
    return TRUE;
  case QUAN_PARAMETER_DATE:
    date = quan_date_parse_iso (text);
    value->value = date;
    return date != QUAN_DATE_NONE;
  case QUAN_PARAMETER_KINDS:
    return parse_line_kinds (text, value);
  default:
    return FALSE;
  }
}

static const char *
expected_form (QuanParameterKind kind)
{
  static const char *const forms[] = {
    N_("a ratio not above 1 such as 1/5"),
    N_("an amount in yuan such as 2000000.00"),
    N_("a whole number from 1 to 1000"),
    N_("an existing day such as 2025-12-31"),
    N_("kinds of contract lines such as compute;storage"),
  };

  return _(forms[kind]);
}

/* Every key of the group that is a date gives the value from that day on; they ascend, and the first covers the pack's first day. */
static void
read_values (QuanPackFile *file, QuanPack *pack, const char *group, QuanParameter *parameter)
{
  g_auto (GStrv) keys = quan_pack_file_keys (file, group);
  QuanDate last = QUAN_DATE_NONE;

  for (int i = 0; keys[i]; i++) {
    QuanDatedValue value = { .from = quan_date_parse_iso (keys[i]), .divisor = 1 };
    const char *text;

    if (value.from == QUAN_DATE_NONE)
      continue;
    text = quan_take_text (file, group, keys[i], TRUE);
    if (text && !parse_value (parameter->kind, text, &value))
      quan_pack_file_problem (file, group, keys[i], _("“%s” is not %s."), text, expected_form (parameter->kind));
    if (last == QUAN_DATE_NONE && pack->valid_from != QUAN_DATE_NONE && value.from > pack->valid_from)
      quan_pack_file_problem (file, group, keys[i], _("nothing is said for the days from valid-from until this one; begin there or earlier."));
    if (last != QUAN_DATE_NONE && value.from <= last)
      quan_pack_file_problem (file, group, keys[i], _("dated values must ascend; this day is not after the one before it."));
    last = value.from;
    g_array_append_val (parameter->values, value);
  }
  if (parameter->values->len == 0)
    quan_pack_file_problem (file, group, NULL, _("no dated value is given; expected at least one key such as 2023-09-01."));
}

static void
read_condition (QuanPackFile *file, const char *group, QuanParameter *variant)
{
  const char *fact = quan_take_text (file, group, "when", TRUE);

  variant->when_in = quan_take_list (file, group, "in", TRUE);
  if (!fact)
    return;
  if (!quan_fact_ref (fact, &variant->when))
    quan_pack_file_problem (file, group, "when", _("there is no fact “%s”."), fact);
  else if (variant->when.field->kind != QUAN_FIELD_TEXT && variant->when.field->kind != QUAN_FIELD_TERM)
    quan_pack_file_problem (file, group, "when", _("fact “%s” is not a word, so no list of words can hold it."), fact);
}

static void
read_variant (QuanPackFile *file, QuanPack *pack, const char *group, const char *base_id)
{
  QuanParameter *base = (QuanParameter *) quan_pack_parameter (pack, base_id);
  QuanParameter *variant;

  if (!base) {
    quan_pack_file_problem (file, group, NULL, _("there is no parameter “%s” before it."), base_id);
    return;
  }
  variant = quan_parameter_new ();
  variant->id = base->id;
  variant->clause = base->clause;
  variant->kind = base->kind;
  if (!base->variants)
    base->variants = g_ptr_array_new_with_free_func (quan_parameter_free);
  g_ptr_array_add (base->variants, variant);
  read_condition (file, group, variant);
  read_values (file, pack, group, variant);
}

void
quan_read_parameters (QuanPackFile *file, QuanPack *pack)
{
  char **groups = quan_pack_file_groups (file);

  for (int i = 0; groups[i]; i++) {
    const char *id = groups[i] + strlen ("parameter ");
    const char *colon;
    QuanParameter *parameter;

    if (!g_str_has_prefix (groups[i], "parameter "))
      continue;
    quan_pack_file_enter (file, groups[i], TRUE);
    colon = strchr (id, ':');
    if (colon) {
      g_autofree char *base_id = g_strndup (id, colon - id);

      read_variant (file, pack, groups[i], base_id);
      continue;
    }
    parameter = quan_parameter_new ();
    g_ptr_array_add (pack->parameters, parameter);
    parameter->id = g_string_chunk_insert_const (pack->texts, id);
    parameter->clause = quan_take_clause (file, pack, groups[i], TRUE);
    parameter->kind = quan_take_word (file, groups[i], "kind", kind_words);
    read_values (file, pack, groups[i], parameter);
  }
}

const QuanParameter *
quan_take_parameter (QuanPackFile *file, const QuanPack *pack, const char *group, const char *key, QuanParameterKind kind, gboolean required)
{
  const char *id = quan_take_text (file, group, key, required);
  const QuanParameter *parameter = id ? quan_pack_parameter (pack, id) : NULL;

  if (!id)
    return NULL;
  if (!parameter)
    quan_pack_file_problem (file, group, key, _("there is no parameter “%s”."), id);
  else if (parameter->kind != kind)
    quan_pack_file_problem (file, group, key, _("parameter “%s” is of kind %s; expected %s."), id, kind_words[parameter->kind], kind_words[kind]);
  return parameter;
}

const char *
quan_parameter_kind_id (QuanParameterKind kind)
{
  return kind_words[kind];
}

static char *
line_kinds_text (gint64 kinds)
{
  GString *text = g_string_new (NULL);

  for (int kind = 1; quan_vocabulary_id (&quan_line_kinds, kind); kind++)
    if (kinds >> kind & 1)
      g_string_append_printf (text, "%s%s", text->len ? ";" : "", quan_vocabulary_id (&quan_line_kinds, kind));
  return g_string_free (text, FALSE);
}

char *
quan_dated_value_text (QuanParameterKind kind, const QuanDatedValue *value)
{
  char money[QUAN_MONEY_BUF], date[QUAN_DATE_BUF];

  switch (kind) {
  case QUAN_PARAMETER_RATIO:
    return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, value->value, value->divisor);
  case QUAN_PARAMETER_AMOUNT:
    return g_strdup (quan_money_canonical (value->value, money));
  case QUAN_PARAMETER_DATE:
    return g_strdup (quan_date_iso ((QuanDate) value->value, date));
  case QUAN_PARAMETER_KINDS:
    return line_kinds_text (value->value);
  default:
    return g_strdup_printf ("%" G_GINT64_FORMAT, value->value);
  }
}
