#include "tests/core/packs.h"

#include <string.h>

#include "core/model/contract.h"
#include "core/model/enterprise.h"
#include "quan-resources.h"

char *
pack_beijing_text (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (quan_resources_get_resource (), PACK_BEIJING, 0, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

gboolean
pack_rule_can_say (const QuanRule *rule, const QuanOutcome *outcome)
{
  const char *const *const lists[] = {
    [QUAN_VERDICT_PASS] = rule->pass, [QUAN_VERDICT_FAIL] = rule->fail, [QUAN_VERDICT_REVIEW] = rule->review
  };
  gboolean has_lists = rule->kind->id == QUAN_RULE_MEMBERSHIP || rule->kind->id == QUAN_RULE_CODE_SET;

  if (!has_lists || outcome->verdict > QUAN_VERDICT_REVIEW)
    return TRUE;
  return lists[outcome->verdict] || rule->otherwise == outcome->verdict;
}

/* A value as it stands in the file. */
typedef struct {
  const QuanPack *pack;
  const char     *group, *id, *key, *value;  /* id: the group's name behind its first word */
} Place;

/* Appends the values a value is altered to (GPtrArray of char *; "" drops its line); words is the row's. */
typedef void (*Alter) (const Place *place, const char *words, GPtrArray *values);

static void
alter_mark (const Place *place, const char *words, GPtrArray *values)
{
  g_ptr_array_add (values, g_strconcat (place->value, "※", NULL));
}

static void
add_days (GPtrArray *values, const char *value)
{
  QuanDate date = quan_date_parse_iso (value);
  char buffer[QUAN_DATE_BUF];

  g_ptr_array_add (values, g_strdup (quan_date_iso (date - 1, buffer)));
  g_ptr_array_add (values, g_strdup (quan_date_iso (date + 1, buffer)));
}

static void
alter_date (const Place *place, const char *words, GPtrArray *values)
{
  add_days (values, place->value);
}

static void
alter_count (const Place *place, const char *words, GPtrArray *values)
{
  g_ptr_array_add (values, g_strdup_printf ("%d", atoi (place->value) - 1));
  g_ptr_array_add (values, g_strdup_printf ("%d", atoi (place->value) + 1));
}

/* The words of the row the value is not. */
static void
alter_word (const Place *place, const char *words, GPtrArray *values)
{
  g_auto (GStrv) all = g_strsplit (words, ";", -1);

  for (int i = 0; all[i]; i++)
    if (!g_str_equal (all[i], place->value))
      g_ptr_array_add (values, g_strdup (all[i]));
}

static void
alter_clause (const Place *place, const char *words, GPtrArray *values)
{
  const QuanClause *first = &g_array_index (place->pack->clauses, QuanClause, 0);

  g_ptr_array_add (values, g_strdup (g_str_equal (first->id, place->value) ? (first + 1)->id : first->id));
}

/* The list without each of its entries in turn. */
static void
alter_list (const Place *place, const char *words, GPtrArray *values)
{
  g_auto (GStrv) entries = g_strsplit (place->value, ";", -1);

  for (int i = 0; entries[i]; i++) {
    g_autoptr (GString) rest = g_string_new (NULL);

    for (int j = 0; entries[j]; j++)
      if (j != i)
        g_string_append_printf (rest, "%s%s", rest->len ? ";" : "", entries[j]);
    g_ptr_array_add (values, g_strdup (rest->str));
  }
}

/* The same, and ranges of divisions narrowed by one at either end. */
static void
alter_divisions (const Place *place, const char *words, GPtrArray *values)
{
  const char *dash = strchr (place->value, '-'), *rest = dash ? dash + strlen ("-C43") : NULL;

  alter_list (place, words, values);
  if (!dash || !g_ascii_isdigit (dash[2]))
    return;
  g_ptr_array_add (values, g_strdup_printf ("%c%02d%s", *place->value, atoi (place->value + 1) + 1, dash));
  g_ptr_array_add (values, g_strdup_printf ("%.*s%c%02d%s", (int) (dash + 1 - place->value), place->value, dash[1],
                                            atoi (dash + 2) - 1, rest));
}

static void
alter_parameter_value (const Place *place, const char *words, GPtrArray *values)
{
  const QuanParameter *parameter = quan_pack_parameter (place->pack, place->id);
  const QuanDatedValue *value = quan_parameter_value (parameter, quan_date_parse_iso (place->key));
  char buffer[QUAN_MONEY_BUF];

  switch (parameter->kind) {
  case QUAN_PARAMETER_RATIO:
    g_ptr_array_add (values, g_strdup_printf ("%d/%d", (int) value->value + 1, (int) value->divisor));
    g_ptr_array_add (values, g_strdup_printf ("%d/%d", (int) value->value, (int) value->divisor + 1));
    break;
  case QUAN_PARAMETER_AMOUNT:
    for (int change = -1; change <= 1; change += 2)
      g_ptr_array_add (values, g_strdup (quan_money_canonical (value->value + change, buffer)));
    break;
  case QUAN_PARAMETER_COUNT:
    alter_count (place, words, values);
    break;
  case QUAN_PARAMETER_DATE:
    add_days (values, place->value);
    break;
  default:
    g_ptr_array_add (values, g_strdup ("storage"));
    g_ptr_array_add (values, g_strconcat (place->value, ";storage", NULL));
  }
}

/* The other parameters of the same kind. */
static void
alter_parameter (const Place *place, const char *words, GPtrArray *values)
{
  QuanParameterKind kind = quan_pack_parameter (place->pack, place->value)->kind;

  for (guint i = 0; i < place->pack->parameters->len; i++) {
    const QuanParameter *parameter = place->pack->parameters->pdata[i];

    if (parameter->kind == kind && !g_str_equal (parameter->id, place->value))
      g_ptr_array_add (values, g_strdup (parameter->id));
  }
}

/* The other facts of the same kind of value. */
static void
alter_fact (const Place *place, const char *words, GPtrArray *values)
{
  const QuanRecordType *const types[] = { &quan_enterprise_type, &quan_contract_type };
  QuanFactRef fact;

  g_assert_true (quan_fact_ref (place->value, &fact));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    for (const QuanField *field = types[i]->fields; field->key; field++)
      if (field->kind == fact.field->kind && field != fact.field)
        g_ptr_array_add (values, g_strdup_printf ("%s.%s", types[i]->name, field->key));
}

/* The other options of the reading. */
static void
alter_default (const Place *place, const char *words, GPtrArray *values)
{
  for (guint i = 0; i < place->pack->readings->len; i++) {
    const QuanReading *reading = &g_array_index (place->pack->readings, QuanReading, i);

    for (guint j = 0; reading->options && g_str_equal (reading->id, place->id) && j < reading->options->len; j++)
      if ((int) j != reading->standard)
        g_ptr_array_add (values, g_strdup (g_array_index (reading->options, QuanReadingOption, j).id));
  }
}

/* The least height of a row by a line, anything else by a mark. */
static void
alter_form (const Place *place, const char *words, GPtrArray *values)
{
  if (g_str_has_prefix (place->key, "lines-"))
    alter_count (place, words, values);
  else
    alter_mark (place, words, values);
}

/* How the values of a pack are altered: the first row whose group and key (NULL: any) fit. */
static const struct {
  const char *group, *key;
  PackEffect  effect;
  Alter       alter;
  const char *words;
} table[] = {
  { "policy", "format", PACK_STRUCTURE, alter_count },
  { "policy", "version", PACK_WORDS, alter_count },
  { "policy", "region", PACK_WORDS, alter_word, "12" },
  { "policy", "valid-from", PACK_COMPUTES, alter_date },
  { "policy", "valid-until", PACK_COMPUTES, alter_date },
  { "policy", "issued", PACK_WORDS, alter_date },
  { "policy", "verified-on", PACK_WORDS, alter_date },
  { "policy", "verified", PACK_WORDS, alter_word, "true;false" },
  { "policy", NULL, PACK_WORDS, alter_mark },
  { "clause", "operative", PACK_WORDS, alter_word, "true;false" },
  { "clause", NULL, PACK_WORDS, alter_mark },
  { "parameter", "kind", PACK_STRUCTURE, alter_word, "ratio;amount;count;date;line-kinds" },
  { "parameter", "clause", PACK_WORDS, alter_clause },
  { "parameter", NULL, PACK_COMPUTES, alter_parameter_value },
  { "award", "clause", PACK_WORDS, alter_clause },
  { "award", "window-until", PACK_REFERENCE, alter_parameter },
  { "award", NULL, PACK_STRUCTURE, alter_mark },
  { "quota", "clause", PACK_WORDS, alter_clause },
  { "quota", "cap", PACK_REFERENCE, alter_parameter },
  { "reading", "key", PACK_STRUCTURE, alter_word, "proration;window-start;tax;redemption-share;caps" },
  { "reading", "clause", PACK_WORDS, alter_clause },
  { "reading", "options", PACK_COMPUTES, alter_list },
  { "reading", "default", PACK_COMPUTES, alter_default },
  { "reading", NULL, PACK_WORDS, alter_mark },
  { "round", NULL, PACK_COMPUTES, alter_date },
  { "document", "clause", PACK_WORDS, alter_clause },
  { "document", "stage", PACK_PLANNED, alter_word, "claim;redemption" },
  { "document", "named", PACK_WORDS, alter_word, "true;false" },
  { "document", "mandatory", PACK_WORDS, alter_word, "true;false" },
  { "document", "source", PACK_PLANNED, alter_word, "upload;generated" },
  { "document", "max-age-days", PACK_WORDS, alter_count },
  { "document", "dated", PACK_WORDS, alter_fact },
  { "document", NULL, PACK_WORDS, alter_mark },
  { "packet", "parts", PACK_WORDS, alter_list },
  { "packet", "before-filing", PACK_WORDS, alter_list },
  { "packet", NULL, PACK_WORDS, alter_mark },
  { "letter", "signers", PACK_WORDS, alter_list },
  { "letter", NULL, PACK_WORDS, alter_mark },
  { "form", "signers", PACK_WORDS, alter_list },
  { "form", NULL, PACK_WORDS, alter_form },
  { "rule", "kind", PACK_STRUCTURE, alter_word,
    "declaration;membership;itemised;look-back;date-order;term-max;in-force;round" },
  { "rule", "clause", PACK_WORDS, alter_clause },
  { "rule", "stage", PACK_STRUCTURE, alter_word, "claim;redemption" },
  { "rule", "fact", PACK_GUARDED, alter_fact },
  { "rule", "expected", PACK_COMPUTES, alter_word, "true;false" },
  { "rule", "pass", PACK_COMPUTES, alter_divisions },
  { "rule", "review", PACK_COMPUTES, alter_divisions },
  { "rule", "fail", PACK_COMPUTES, alter_divisions },
  { "rule", "otherwise", PACK_COMPUTES, alter_word, "pass;review;fail" },
  { "rule", "region", PACK_COMPUTES, alter_word, "12" },
  { "rule", "level", PACK_COMPUTES, alter_word, "municipal;district;national" },
  { "rule", "amount", PACK_COMPUTES, alter_word, "base;compute;contract" },
  { "rule", "exclusive", PACK_COMPUTES, alter_word, "true;false" },
  { "rule", "limit", PACK_REFERENCE, alter_parameter },
  { "rule", "from", PACK_REFERENCE, alter_parameter },
  { "rule", "until", PACK_REFERENCE, alter_parameter },
  { "rule", NULL, PACK_WORDS, alter_mark },
};

/* Whether the value is a sentence of an outcome the rule can never come to. */
static gboolean
is_never_said (const Place *place)
{
  for (guint i = 0; g_str_has_prefix (place->group, "rule ") && i < place->pack->rules->len; i++) {
    const QuanRule *rule = &g_array_index (place->pack->rules, QuanRule, i);

    for (int j = 0; g_str_equal (rule->id, place->id) && j < QUAN_MAX_OUTCOMES && rule->kind->outcomes[j].id; j++)
      if (g_str_has_prefix (place->key, rule->kind->outcomes[j].id))
        return !pack_rule_can_say (rule, &rule->kind->outcomes[j]);
  }
  return FALSE;
}

static void
value_free (gpointer data)
{
  PackValue *value = data;

  g_ptr_array_unref (value->texts);
  g_free (value->where);
  g_free (value);
}

/* Whether a line names an option that left a reading's list; the options of all readings have different ids. */
static gboolean
names_dropped_option (const char *line, const Place *place, const char *value)
{
  g_auto (GStrv) before = g_strsplit (place->value, ";", -1), after = g_strsplit (value, ";", -1);

  if (!g_str_equal (place->key, "options") || !g_str_has_prefix (line, "option-"))
    return FALSE;
  for (int i = 0; before[i]; i++) {
    gsize length = strlen (before[i]);
    const char *id = line + strlen ("option-");

    if (strncmp (id, before[i], length) == 0 && strchr ("=[", id[length]))
      return !g_strv_contains ((const char *const *) after, before[i]);
  }
  return FALSE;
}

/* A sentence of a rule, naming the rule's fact by its new id. Free with g_free. */
static char *
with_fact (const char *line, const char *before, const char *after)
{
  g_autofree char *old = g_strdup_printf ("{%s}", before), *new = g_strdup_printf ("{%s}", after);
  g_auto (GStrv) parts = g_strsplit (line, old, -1);

  return g_strjoinv (new, parts);
}

/* The file with another value on one of its lines ("": without that line), and with what belongs to it: an option that
 * is dropped takes its name along, and sentences follow their rule's fact. Free with g_free. */
static char *
with_value (GStrv lines, int line, const Place *place, const char *value)
{
  GString *text = g_string_new (NULL);
  gboolean follows = FALSE;

  for (int i = 0; lines[i]; i++) {
    g_autofree char *changed = NULL;

    follows = (follows || (i == line && g_str_equal (place->key, "fact"))) && *lines[i] != '[';
    changed = follows ? with_fact (lines[i], place->value, value) : g_strdup (lines[i]);
    if (i == line && *value)
      g_string_append_printf (text, "%s=%s\n", place->key, value);
    else if (i != line && !names_dropped_option (changed, place, value))
      g_string_append_printf (text, "%s\n", changed);
  }
  return g_string_free (text, FALSE);
}

static PackValue *
value_new (const Place *place, GStrv lines, int line)
{
  PackValue *value = g_new0 (PackValue, 1);
  g_autoptr (GPtrArray) alterations = g_ptr_array_new_with_free_func (g_free);
  gsize word = strcspn (place->group, " ");
  guint row = 0;

  while (strlen (table[row].group) != word || !g_str_has_prefix (place->group, table[row].group) ||
         (table[row].key && !g_str_equal (table[row].key, place->key)))
    g_assert_cmpuint (++row, <, G_N_ELEMENTS (table));
  table[row].alter (place, table[row].words, alterations);
  value->where = g_strdup_printf ("[%s] %s", place->group, place->key);
  value->effect = table[row].effect;
  value->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < alterations->len; i++)
    g_ptr_array_add (value->texts, with_value (lines, line, place, alterations->pdata[i]));
  return value;
}

GPtrArray *
pack_values (const char *text, const QuanPack *pack)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (value_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *group = NULL;

  for (int i = 0; lines[i]; i++) {
    const char *equals = strchr (lines[i], '=');
    g_autofree char *key = equals ? g_strndup (lines[i], equals - lines[i]) : NULL;
    Place place = { .pack = pack, .group = group, .key = key, .value = equals ? equals + 1 : NULL };

    if (*lines[i] == '[') {
      g_free (group);
      group = g_strndup (lines[i] + 1, strlen (lines[i]) - 2);
    } else if (*lines[i] != '#' && equals) {
      place.id = strchr (group, ' ') ? strchr (group, ' ') + 1 : group;
      if (!is_never_said (&place))
        g_ptr_array_add (values, value_new (&place, lines, i));
    }
  }
  return values;
}
