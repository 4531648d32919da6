#include "core/desk/journal-words.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <jansson.h>

#include "core/engine/check.h"
#include "core/base/text.h"

#define DASH "—"
/* A value longer than this is cut. */
#define VALUE_MAX 40

static const struct {
  const char *what, *name;
} acts[] = {
  { "abandon", N_ ("Gave up a claim in preparation") },
  { "attach", N_ ("Added a document") },
  { "claim-approve", N_ ("Recorded an approval") },
  { "claim-new", N_ ("Began a claim") },
  { "claim-reject", N_ ("Recorded a rejection") },
  { "claim-return", N_ ("Recorded a return for correction") },
  { "claim-submit", N_ ("Submitted a claim") },
  { "claim-withdraw", N_ ("Withdrew a claim") },
  { "contract-remove", N_ ("Removed a contract") },
  { "detach", N_ ("Took out a document") },
  { "enter", N_ ("Entered") },
  { "import", N_ ("Imported a workspace") },
  { "prepare", N_ ("Began to prepare a claim") },
  { "provider-remove", N_ ("Removed a provider") },
  { "record-change", N_ ("Changed a record") },
  { "record-new", N_ ("Entered a record") },
  { "record-remove", N_ ("Removed a record") },
  { "redemption-new", N_ ("Began a redemption") },
  { "redemption-pay", N_ ("Recorded a payment") },
  { "redemption-reject", N_ ("Recorded a rejection") },
  { "redemption-return", N_ ("Recorded a return for correction") },
  { "redemption-submit", N_ ("Submitted a redemption") },
  { "redemption-withdraw", N_ ("Withdrew a redemption") },
  { "redo", N_ ("Did again") },
  { "turn-to-step", N_ ("Turned to a step") },
  { "undo", N_ ("Took back") },
};

static const char *const kinds[] = {
  [QUAN_JOURNAL_CREATE] = N_ ("New"),
  [QUAN_JOURNAL_CHANGE] = N_ ("Changed"),
  [QUAN_JOURNAL_DELETE] = N_ ("Removed"),
  [QUAN_JOURNAL_IMPORT] = N_ ("Imported"),
  [QUAN_JOURNAL_FREEZE] = N_ ("Packet frozen"),
};

const char *
quan_journal_act_name (const char *what)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (strcmp (acts[i].what, what) == 0)
      return _(acts[i].name);
  return what;
}

const char *
quan_journal_kind_name (QuanJournalKind kind)
{
  return _(kinds[kind]);
}

/* Names of fields that no rule knows as a fact. */
static const QuanTerm fields[] = {
  { "amount", "amount", "金额" },
  { "approved", "approved", "核准金额" },
  { "base", "base", "核定基数" },
  { "contract", "contract", "合同" },
  { "date", "date", "日期" },
  { "delivery", "delivery", "交付凭证" },
  { "from", "from", "起日" },
  { "issued", "issued", "签发日期" },
  { "items", "what is asked for", "兑付明细" },
  { "paid", "paid", "已付金额" },
  { "paid_on", "paid on", "支付日期" },
  { "policy", "policy", "政策" },
  { "reason", "reason", "原因" },
  { "received", "received", "到账金额" },
  { "requested", "requested", "申请金额" },
  { "reverses", "reverses", "被冲红发票" },
  { "state", "state", "状态" },
  { "submitted", "submitted", "提交日期" },
  { "to", "to", "止日" },
};

/* The name of a field of a record: its own, else that of a fact of the same key, else the key. */
static const char *
field_name (const char *key)
{
  static const char *const records[] = { "contract", "enterprise", "redemption" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (fields[i].id, key) == 0)
      return quan_term_name (&fields[i], quan_language_of_locale ());
  for (guint i = 0; i < G_N_ELEMENTS (records); i++) {
    g_autofree char *id = g_strconcat (records[i], ".", key, NULL);
    const char *name = quan_fact_name (id, quan_language_of_locale ());

    if (strcmp (name, id) != 0)
      return name;
  }
  return key;
}

static char *
text_value (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= VALUE_MAX)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, VALUE_MAX);
  return g_strconcat (start, "…", NULL);
}

/* A value in a word or two; NULL where it has to be called changed. */
static char *
value_text (const json_t *value)
{
  switch (value != NULL ? json_typeof (value) : JSON_NULL) {
  case JSON_STRING:
    return text_value (json_string_value (value));
  case JSON_INTEGER:
    return g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (value));
  case JSON_TRUE:
    return g_strdup (_("yes"));
  case JSON_FALSE:
    return g_strdup (_("no"));
  case JSON_ARRAY:
    return g_strdup_printf (ngettext ("%u row", "%u rows", json_array_size (value)), (guint) json_array_size (value));
  case JSON_NULL:
    return g_strdup (DASH);
  case JSON_OBJECT:
  case JSON_REAL:
  default:
    return NULL;
  }
}

/* A state in words, NULL for what is none. */
static const char *
state_name (const json_t *value)
{
  static const QuanVocabulary *const states[] = { &quan_claim_states, &quan_redemption_states };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    const QuanTerm *term = quan_vocabulary_term (states[i], quan_vocabulary_value (states[i], json_string_value (value)));

    if (term != NULL)
      return quan_term_name (term, quan_language_of_locale ());
  }
  return NULL;
}

/* The value of a field; NULL where it has to be called changed. Free with g_free. */
static char *
field_text (const char *key, const json_t *value)
{
  const char *state = strcmp (key, "state") == 0 ? state_name (value) : NULL;

  return state != NULL ? g_strdup (state) : value_text (value);
}

static void
tell_field (GString *told, const char *key, const json_t *old, const json_t *new)
{
  g_autofree char *before = field_text (key, old), *after = field_text (key, new);

  if (told->len > 0)
    g_string_append (told, _("; "));
  if (before == NULL || after == NULL || strcmp (before, after) == 0)
    g_string_append_printf (told, _("%s: changed"), field_name (key));
  else
    g_string_append_printf (told, _("%s: %s → %s"), field_name (key), before, after);
}

static void
tell_differences (GString *told, json_t *old, json_t *new)
{
  const char *key;
  json_t *value;

  json_object_foreach (old, key, value) {
    const json_t *other = json_object_get (new, key);

    if (!json_equal (value, other))
      tell_field (told, key, value, other);
  }
  json_object_foreach (new, key, value)
    if (json_object_get (old, key) == NULL)
      tell_field (told, key, NULL, value);
}

char *
quan_journal_changes (const char *old_text, const char *new_text)
{
  json_t *old = old_text != NULL ? json_loads (old_text, 0, NULL) : NULL;
  json_t *new = new_text != NULL ? json_loads (new_text, 0, NULL) : NULL;
  GString *told = g_string_new (NULL);

  if (json_is_object (old) && json_is_object (new))
    tell_differences (told, old, new);
  json_decref (old);
  json_decref (new);
  return g_string_free (told, FALSE);
}
