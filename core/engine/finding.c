#include "core/engine/evaluation.h"

#include <string.h>

#include "core/policy/wording.h"

/* Renders findings: one function fills the pack's sentence with the facts the evaluation noted. */

static const char *
yuan (QuanLanguage language)
{
  return language == QUAN_LANGUAGE_ZH ? " 元" : " yuan";
}

static void
append_money (GString *text, QuanFen fen, QuanLanguage language)
{
  char buffer[QUAN_MONEY_BUF];

  g_string_append (text, quan_money_grouped (fen, buffer));
  g_string_append (text, yuan (language));
}

/* Between the members of a list. */
static const char *
joiner (gboolean plain, QuanLanguage language)
{
  return !plain && language == QUAN_LANGUAGE_ZH ? "、" : ", ";
}

/* An empty list is known to be none. */
static const char *
none (gboolean plain, QuanLanguage language)
{
  return !plain && language == QUAN_LANGUAGE_ZH ? "无" : "none";
}

static void
append_dates (GString *text, const GArray *dates, gboolean plain, QuanLanguage language)
{
  char buffer[QUAN_DATE_BUF];

  if (dates->len == 0)
    g_string_append (text, none (plain, language));
  for (guint i = 0; i < dates->len; i++) {
    if (i > 0)
      g_string_append (text, joiner (plain, language));
    g_string_append (text, quan_date_iso (g_array_index (dates, QuanDate, i), buffer));
  }
}

static const char *
term_word (const QuanVocabulary *vocabulary, int value, gboolean plain, QuanLanguage language)
{
  const QuanTerm *term = quan_vocabulary_term (vocabulary, value);

  if (!term)
    return plain ? "unknown" : language == QUAN_LANGUAGE_ZH ? "未填" : "not given";
  return plain ? term->id : quan_term_name (term, language);
}

static void
append_subsidies (GString *text, const GPtrArray *subsidies, gboolean plain, QuanLanguage language)
{
  if (subsidies->len == 0)
    g_string_append (text, none (plain, language));
  for (guint i = 0; i < subsidies->len; i++) {
    const QuanSubsidy *subsidy = g_ptr_array_index (subsidies, i);

    g_string_append_printf (text, "%s%s/%s", i ? joiner (plain, language) : "", term_word (&quan_subsidy_levels, subsidy->level, plain, language),
                            term_word (&quan_subsidy_scopes, subsidy->scope, plain, language));
  }
}

/* "compute 2, storage 1": how many lines of each kind. */
static void
append_lines (GString *text, const GPtrArray *lines, gboolean plain, QuanLanguage language)
{
  gboolean any = FALSE;

  for (int kind = 0; kind == 0 || quan_vocabulary_term (&quan_line_kinds, kind); kind++) {
    int n = 0;

    for (guint i = 0; i < lines->len; i++)
      n += ((const QuanLine *) g_ptr_array_index (lines, i))->kind == kind;
    if (n == 0)
      continue;
    g_string_append_printf (text, "%s%s %d", any ? joiner (plain, language) : "", term_word (&quan_line_kinds, kind, plain, language), n);
    any = TRUE;
  }
  if (!any)
    g_string_append (text, none (plain, language));
}

static void
append_schedule (GString *text, const GPtrArray *schedule, gboolean plain, QuanLanguage language)
{
  char buffer[QUAN_MONEY_BUF];
  QuanFen sum = 0;

  for (guint i = 0; i < schedule->len; i++)
    if (!quan_money_add (sum, ((const QuanScheduleEntry *) g_ptr_array_index (schedule, i))->amount, &sum))
      return;
  if (plain)
    g_string_append (text, quan_money_canonical (sum, buffer));
  else
    append_money (text, sum, language);
}

static void
append_value (GString *text, const QuanValue *value, gboolean plain, QuanLanguage language)
{
  gboolean chinese = language == QUAN_LANGUAGE_ZH && !plain;
  char date[QUAN_DATE_BUF], money[QUAN_MONEY_BUF];

  switch (value->kind) {
  case QUAN_VALUE_MISSING:
    g_string_append (text, "—");
    break;
  case QUAN_VALUE_TEXT:
    g_string_append (text, value->text);
    break;
  case QUAN_VALUE_TERM:
    g_string_append (text, plain ? value->term->id : quan_term_name (value->term, language));
    break;
  case QUAN_VALUE_FLAG:
    g_string_append (text, plain ? (value->number ? "true" : "false") : chinese ? (value->number ? "是" : "否") : (value->number ? "yes" : "no"));
    break;
  case QUAN_VALUE_DATE:
    g_string_append (text, quan_date_iso (value->date, date));
    break;
  case QUAN_VALUE_MONEY:
    if (plain)
      g_string_append (text, quan_money_canonical (value->fen, money));
    else
      append_money (text, value->fen, language);
    break;
  case QUAN_VALUE_NUMBER:
    g_string_append_printf (text, "%d", value->number);
    break;
  case QUAN_VALUE_LINES:
    append_lines (text, value->list, plain, language);
    break;
  case QUAN_VALUE_SCHEDULE:
    append_schedule (text, value->list, plain, language);
    break;
  case QUAN_VALUE_SUBSIDIES:
    append_subsidies (text, value->list, plain, language);
    break;
  case QUAN_VALUE_DATES:
    append_dates (text, value->dates, plain, language);
    break;
  default:
    g_assert_not_reached ();
  }
}

/* Words of open vocabularies, such as the field of use, have names for people where they are known. */
static const QuanTerm *
known_word (const QuanValue *value)
{
  if (value->kind != QUAN_VALUE_TEXT || !g_str_equal (value->id, "contract.field"))
    return NULL;
  return quan_vocabulary_term (&quan_fields_of_use, quan_vocabulary_value (&quan_fields_of_use, value->text));
}

static void
append_for_people (GString *text, const QuanValue *value, QuanLanguage language)
{
  const QuanTerm *term = known_word (value);

  if (term)
    g_string_append (text, quan_term_name (term, language));
  else
    append_value (text, value, FALSE, language);
}

char *
quan_value_plain (const QuanValue *value)
{
  GString *text;

  if (value->kind == QUAN_VALUE_MISSING)
    return NULL;
  text = g_string_new (NULL);
  append_value (text, value, TRUE, QUAN_LANGUAGE_EN);
  return g_string_free (text, FALSE);
}

char *
quan_fact_text (const QuanFactRef *fact, const QuanCase *subject, QuanLanguage language)
{
  QuanValue value = quan_fact_value (fact, subject);
  GString *text;

  if (value.kind == QUAN_VALUE_MISSING)
    return NULL;
  text = g_string_new (NULL);
  append_for_people (text, &value, language);
  return g_string_free (text, FALSE);
}

static void
append_margin (GString *text, const QuanFinding *finding, QuanLanguage language)
{
  gboolean chinese = language == QUAN_LANGUAGE_ZH;
  const char *plural = finding->margin == 1 || finding->margin == -1 ? "" : "s";

  if (finding->margin_kind == QUAN_MARGIN_MONEY)
    append_money (text, finding->margin, language);
  else if (finding->margin_kind == QUAN_MARGIN_DAYS && chinese)
    g_string_append_printf (text, "%" G_GINT64_FORMAT " 天", finding->margin);
  else if (finding->margin_kind == QUAN_MARGIN_DAYS)
    g_string_append_printf (text, "%" G_GINT64_FORMAT " day%s", finding->margin, plural);
  else if (chinese)
    g_string_append_printf (text, "%" G_GINT64_FORMAT " 次", finding->margin);
  else
    g_string_append_printf (text, "%" G_GINT64_FORMAT " claim%s", finding->margin, plural);
}

/* A parameter a rule names, as it stood when the rule was evaluated. */
static void
append_parameter (GString *text, const QuanParameter *parameter, QuanDate as_of, QuanLanguage language)
{
  const QuanDatedValue *value = quan_parameter_value (parameter, as_of);
  char date[QUAN_DATE_BUF];

  if (parameter->kind == QUAN_PARAMETER_DATE)
    g_string_append (text, quan_date_iso ((QuanDate) value->value, date));
  else if (parameter->kind == QUAN_PARAMETER_AMOUNT)
    append_money (text, value->value, language);
  else
    g_string_append_printf (text, "%" G_GINT64_FORMAT, value->value);
}

/* The fact of a name, if it is among them. */
static gboolean
append_fact (GString *text, const QuanValue *facts, int n, const char *name, gsize length, QuanLanguage language)
{
  for (int i = 0; i < n; i++)
    if (strlen (facts[i].id) == length && strncmp (facts[i].id, name, length) == 0) {
      append_for_people (text, &facts[i], language);
      return TRUE;
    }
  return FALSE;
}

static void
append_placeholder (GString *text, const QuanFinding *finding, const char *name, gsize length, QuanLanguage language)
{
  const QuanRule *rule = finding->rule;
  const struct { const char *name; const QuanParameter *parameter; } parameters[] = {
    { "from", rule->from }, { "until", rule->until }, { "limit", rule->limit }
  };

  if (append_fact (text, finding->facts, finding->n_facts, name, length, language))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (parameters); i++)
    if (parameters[i].parameter && strlen (parameters[i].name) == length && strncmp (parameters[i].name, name, length) == 0) {
      append_parameter (text, parameters[i].parameter, finding->as_of, language);
      return;
    }
  if (length == strlen ("margin") && strncmp (name, "margin", length) == 0 && finding->margin_kind != QUAN_MARGIN_NONE)
    append_margin (text, finding, language);
  else if (length == strlen ("region") && strncmp (name, "region", length) == 0 && rule->region)
    g_string_append (text, rule->region);
  else
    g_string_append (text, "—");
}

static void
append_sentence (GString *text, const QuanFinding *finding, const char *sentence, QuanLanguage language)
{
  QuanPiece piece;

  while (quan_wording_next (&sentence, &piece))
    if (piece.kind == QUAN_PIECE_PLACEHOLDER)
      append_placeholder (text, finding, piece.text, piece.length, language);
    else
      g_string_append_len (text, piece.text, piece.length);
}

char *
quan_facts_sentence (const char *sentence, const QuanValue *facts, int n, QuanLanguage language)
{
  GString *text = g_string_sized_new (160);
  QuanPiece piece;

  while (quan_wording_next (&sentence, &piece))
    if (piece.kind != QUAN_PIECE_PLACEHOLDER)
      g_string_append_len (text, piece.text, piece.length);
    else if (!append_fact (text, facts, n, piece.text, piece.length, language))
      g_string_append (text, "—");
  return g_string_free (text, FALSE);
}

char *
quan_finding_reason (const QuanFinding *finding, QuanLanguage language)
{
  GString *text = g_string_sized_new (160);

  append_sentence (text, finding, finding->rule->say[finding->outcome].in[language], language);
  if (finding->noted) {
    if (language == QUAN_LANGUAGE_EN)
      g_string_append_c (text, ' ');
    append_sentence (text, finding, finding->rule->note.in[language], language);
  }
  return g_string_free (text, FALSE);
}

char *
quan_finding_fix (const QuanFinding *finding, QuanLanguage language)
{
  const char *sentence = finding->rule->fix[finding->outcome].in[language];
  GString *text;

  if (!sentence)
    return NULL;
  text = g_string_sized_new (160);
  append_sentence (text, finding, sentence, language);
  return g_string_free (text, FALSE);
}

char *
quan_finding_margin (const QuanFinding *finding, QuanLanguage language)
{
  GString *text;

  if (finding->margin_kind == QUAN_MARGIN_NONE)
    return NULL;
  text = g_string_sized_new (24);
  append_margin (text, finding, language);
  return g_string_free (text, FALSE);
}

char *
quan_finding_facts (const QuanFinding *finding, QuanLanguage language)
{
  GString *text = g_string_sized_new (120);

  for (int i = 0; i < finding->n_facts; i++) {
    if (i > 0)
      g_string_append (text, language == QUAN_LANGUAGE_ZH ? "；" : "; ");
    g_string_append (text, quan_fact_name (finding->facts[i].id, language));
    g_string_append (text, language == QUAN_LANGUAGE_ZH ? "：" : ": ");
    append_for_people (text, &finding->facts[i], language);
  }
  return g_string_free (text, FALSE);
}
