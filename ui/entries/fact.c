#include "ui/entries/fact.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/base/capitals.h"
#include "core/base/uscc.h"
#include "core/model/claim.h"
#include "core/model/contract.h"
#include "core/model/enterprise.h"
#include "core/model/industry.h"
#include "core/model/regions.h"
#include "ui/entries/figures.h"

static const struct {
  const char           *name;
  const QuanRecordType *type;
} records[] = {
  { "enterprise", &quan_enterprise_type },
  { "provider", &quan_provider_type },
  { "contract", &quan_contract_type },
  { "claim", &quan_claim_type },
};

/* The record a path begins with, and the rest of the path. */
static const QuanRecordType *
record_of (const char *path, const char **rest)
{
  for (guint i = 0; i < G_N_ELEMENTS (records); i++) {
    gsize length = strlen (records[i].name);

    if (strncmp (path, records[i].name, length) == 0 && path[length] == '.') {
      *rest = path + length + 1;
      return records[i].type;
    }
  }
  return NULL;
}

const QuanField *
quan_fact_field (const char *path)
{
  const char *rest;
  const QuanRecordType *type = record_of (path, &rest);

  return type != NULL ? quan_record_path_field (type, rest) : NULL;
}

gboolean
quan_fact_is_long (const char *path)
{
  return strcmp (path, "contract.model") == 0;
}

/* The path with every row as the first one, which a new record can take: "lines[0].amount". Free with g_free. */
static char *
path_of_first_row (const char *path)
{
  GString *first = g_string_new (NULL);

  for (const char *at = path; *at != '\0'; at++) {
    g_string_append_c (first, *at);
    if (*at == '[') {
      g_string_append_c (first, '0');
      while (g_ascii_isdigit (at[1]))
        at++;
    }
  }
  return g_string_free (first, FALSE);
}

char *
quan_fact_shown (const char *path, const char *text)
{
  const QuanField *field = quan_fact_field (path);
  gboolean list = field != NULL && (field->kind == QUAN_FIELD_DATES || field->kind == QUAN_FIELD_TEXTS);

  if (list && strcmp (text, quan_nothing.id) == 0)
    return g_strdup (quan_term_name (&quan_nothing, quan_language_of_locale ()));
  return g_strdup (text);
}

char *
quan_fact_read (const char *path, const char *text)
{
  const char *rest;
  const QuanRecordType *type = record_of (path, &rest);
  g_autofree char *place = NULL;
  g_autofree char *taken = NULL;
  gpointer record;

  if (type == NULL)
    return NULL;
  place = path_of_first_row (rest);
  record = quan_record_new (type);
  if (quan_record_enter (type, record, place, text, NULL))
    taken = quan_record_text (type, record, place);
  quan_record_free (type, record);
  return taken != NULL ? quan_fact_shown (path, taken) : NULL;
}

static char *
echo_money (const char *text, gboolean *doubtful)
{
  QuanFen fen;

  return quan_money_parse (text, &fen, NULL) ? quan_money_words (fen) : NULL;
}

static char *
echo_date (const char *text, gboolean *doubtful)
{
  QuanDate date;

  return quan_date_parse (text, &date, NULL) ? g_strdup (quan_weekday_name (date)) : NULL;
}

static char *
echo_uscc (const char *text, gboolean *doubtful)
{
  char code[QUAN_USCC_LENGTH + 1];
  QuanUsccParts parts;

  if (quan_uscc_normalise (text, code) == QUAN_USCC_SUSPICIOUS && quan_uscc_decode (code, &parts)) {
    *doubtful = TRUE;
    return g_strdup_printf (_("The last character would be expected to be %c. Compare the code with the licence."),
                            parts.expected_check);
  }
  return quan_uscc_words (text, quan_language_of_locale ());
}

static char *
echo_region (const char *text, gboolean *doubtful)
{
  return quan_region_name (text, quan_language_of_locale ());
}

static char *
echo_industry (const char *text, gboolean *doubtful)
{
  const QuanIndustry *industry = quan_industry_of_code (text);

  return industry != NULL ? quan_industry_label (industry, quan_language_of_locale ()) : NULL;
}

typedef char *(*Echo) (const char *text, gboolean *doubtful);

static const Echo echoes_by_kind[QUAN_FIELD_PART + 1] = {
  [QUAN_FIELD_MONEY] = echo_money,
  [QUAN_FIELD_SIGNED] = echo_money,
  [QUAN_FIELD_DATE] = echo_date,
  [QUAN_FIELD_USCC] = echo_uscc,
};

static const struct {
  const char *path;
  Echo        echo;
} echoes_by_path[] = {
  { "enterprise.region", echo_region },
  { "enterprise.industry_code", echo_industry },
};

char *
quan_fact_echo (const char *path, const char *text, gboolean *doubtful)
{
  const QuanField *field = quan_fact_field (path);

  *doubtful = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (echoes_by_path); i++)
    if (strcmp (path, echoes_by_path[i].path) == 0)
      return echoes_by_path[i].echo (text, doubtful);
  return field != NULL && echoes_by_kind[field->kind] != NULL ? echoes_by_kind[field->kind] (text, doubtful) : NULL;
}

static GPtrArray *
suggest_industries (const char *text, gpointer unused)
{
  QuanLanguage language = quan_language_of_locale ();
  g_autoptr (GPtrArray) industries = quan_industry_search (text, language);
  GPtrArray *suggestions = g_ptr_array_new_with_free_func ((GDestroyNotify) quan_suggestion_free);

  for (guint i = 0; i < industries->len; i++) {
    const QuanIndustry *industry = industries->pdata[i];
    g_autofree char *label = quan_industry_label (industry, language);

    g_ptr_array_add (suggestions, quan_suggestion_new (industry->code, label));
  }
  return suggestions;
}

QuanSuggestFunc
quan_fact_suggestions (const char *path)
{
  return strcmp (path, "enterprise.industry_code") == 0 ? suggest_industries : NULL;
}
