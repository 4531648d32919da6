#include "core/base/text.h"
#include "core/model/record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DECIMAL_DIGITS_MAX 15
#define DECIMAL_PLACES_MAX 8

gboolean
quan_decimal_valid (const char *text)
{
  gsize digits, places;

  text += *text == '-';
  digits = strspn (text, "0123456789");
  if (digits == 0 || digits > DECIMAL_DIGITS_MAX)
    return FALSE;
  if (text[digits] == '\0')
    return TRUE;
  places = strspn (text + digits + 1, "0123456789");
  return text[digits] == '.' && places > 0 && places <= DECIMAL_PLACES_MAX && text[digits + 1 + places] == '\0';
}

/* Whether a text holds a control character; line breaks and tabs count only if they are not allowed. */
static gboolean
has_control_character (const char *text, gboolean allow_breaks)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)) && !(allow_breaks && strchr ("\t\n\r", *p) != NULL))
      return TRUE;
  return FALSE;
}

static int
longest_text (const QuanField *field)
{
  if (field->verbatim)
    return QUAN_VERBATIM_MAX;
  return field->identifies ? QUAN_IDENTIFIER_MAX : QUAN_TEXT_MAX;
}

static char *
judge_text (const QuanField *field, const char *text)
{
  int most = longest_text (field);
  gboolean too_long = g_utf8_strlen (text, -1) > most;
  g_autofree char *quote = NULL;

  if (field->identifies && *text == '\0')
    return g_strdup (_("The text is empty. Fill it in, or take it out if it is not known."));
  if (!too_long && (field->verbatim || !has_control_character (text, !field->identifies)))
    return NULL;
  quote = quan_text_quote (text);
  if (too_long)
    return g_strdup_printf (_("%s is too long. Shorten it to at most %d characters."), quote, most);
  return g_strdup_printf (_("%s holds a control character, which nobody can see. Type the text anew."), quote);
}

static char *
judge_texts (const QuanField *field, const GPtrArray *texts, char **place)
{
  for (guint i = 0; i < texts->len; i++) {
    char *sentence = judge_text (field, texts->pdata[i]);

    if (sentence != NULL) {
      *place = g_strdup_printf ("%s[%u]", field->key, i);
      return sentence;
    }
  }
  return NULL;
}

/* Judges a record inside another one; prefix is where it stands there. */
static char *
judge_part (const QuanField *field, gconstpointer part, const char *prefix, char **place)
{
  g_autofree char *inner = NULL;
  char *sentence = quan_record_judge (field->record, part, &inner);

  if (sentence != NULL)
    *place = g_strconcat (prefix, ".", inner, NULL);
  return sentence;
}

static char *
judge_list (const QuanField *field, const GPtrArray *records, char **place)
{
  char *sentence = NULL;

  for (guint i = 0; sentence == NULL && i < records->len; i++) {
    g_autofree char *prefix = g_strdup_printf ("%s[%u]", field->key, i);

    sentence = judge_part (field, records->pdata[i], prefix, place);
  }
  return sentence;
}

static char *
judge_field (const QuanField *field, gconstpointer record, char **place)
{
  if (quan_field_absent (field, record))
    return field->required ? g_strdup (_("This is missing but required. Fill it in.")) : NULL;
  switch (field->kind) {
  case QUAN_FIELD_TEXT:
    return judge_text (field, *QUAN_FIELD_MEMBER (field, record, char *));
  case QUAN_FIELD_TEXTS:
    return judge_texts (field, *QUAN_FIELD_MEMBER (field, record, GPtrArray *), place);
  case QUAN_FIELD_LIST:
    return judge_list (field, *QUAN_FIELD_MEMBER (field, record, GPtrArray *), place);
  case QUAN_FIELD_PART:
    return judge_part (field, *QUAN_FIELD_MEMBER (field, record, gpointer), field->key, place);
  default:
    return NULL;
  }
}

char *
quan_record_judge (const QuanRecordType *type, gconstpointer record, char **place)
{
  const char *key = NULL;
  char *sentence = NULL;

  *place = NULL;
  for (const QuanField *field = type->fields; sentence == NULL && field->key != NULL; field++) {
    sentence = judge_field (field, record, place);
    key = field->key;
  }
  if (sentence == NULL && type->contradiction != NULL)
    sentence = type->contradiction (record, &key);
  if (sentence != NULL && *place == NULL)
    *place = g_strdup (key);
  return sentence;
}
