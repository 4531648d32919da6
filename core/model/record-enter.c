#include "core/model/record-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/uscc.h"
#include "core/model/record-path.h"

/* Sets error to a translated sentence about a text, its only "%s". Always FALSE. */
static gboolean
refuse (GError **error, const char *sentence, const char *text)
{
  g_autofree char *quote = quan_text_quote (text);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, sentence, quote);
#pragma GCC diagnostic pop
  return FALSE;
}

static gboolean
is_term (const QuanTerm *term, const char *text)
{
  return g_ascii_strcasecmp (term->id, text) == 0 || g_ascii_strcasecmp (term->english, text) == 0
         || strcmp (term->chinese, text) == 0;
}

/* The value a vocabulary gives to a word, or to a name in either language; 0 if it knows none. */
static int
value_named (const QuanVocabulary *vocabulary, const char *text)
{
  for (int i = 0; vocabulary->terms[i].id != NULL; i++)
    if (is_term (&vocabulary->terms[i], text))
      return i + 1;
  return 0;
}

/* The functions below read a text without blanks around it, which is not empty, into a member that is absent. */

static gboolean
enter_text (const QuanField *field, gpointer member, const char *text, GError **error)
{
  if (!g_utf8_validate (text, -1, NULL)) {
    g_set_error_literal (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                         _("The text is not UTF-8, so it cannot be shown. Type it anew."));
    return FALSE;
  }
  *(char **) member = g_strdup (text);
  return TRUE;
}

static gboolean
enter_uscc (const QuanField *field, gpointer member, const char *text, GError **error)
{
  char code[QUAN_USCC_LENGTH + 1];

  if (quan_uscc_normalise (text, code) == QUAN_USCC_INVALID)
    return refuse (error, _("%s is not a unified social credit code. Write its 18 digits and capital letters, "
                            "which are never I, O, S, V or Z."), text);
  *(char **) member = g_strdup (code);
  return TRUE;
}

static gboolean
enter_decimal (const QuanField *field, gpointer member, const char *text, GError **error)
{
  g_autofree char *folded = quan_text_halfwidth (text);

  if (!quan_decimal_valid (folded))
    return refuse (error, _("%s is not a number. Write digits, such as 20000 or 50.25."), text);
  *(char **) member = g_steal_pointer (&folded);
  return TRUE;
}

static gboolean
enter_date (const QuanField *field, gpointer member, const char *text, GError **error)
{
  QuanDate date;

  if (!quan_date_parse (text, &date, error))
    return FALSE;
  *(QuanDate *) member = date;
  return TRUE;
}

static gboolean
enter_money (const QuanField *field, gpointer member, const char *text, GError **error)
{
  g_autoptr (GError) why = NULL;
  QuanFen fen;

  if (!quan_money_parse (text, &fen, &why)) {
    why->code = QUAN_ERROR_INPUT; /* an amount out of range is a typing error as any other */
    g_propagate_error (error, g_steal_pointer (&why));
    return FALSE;
  }
  if (fen < 0 && field->kind == QUAN_FIELD_MONEY)
    return refuse (error, _("%s is negative. Write an amount without a minus sign."), text);
  *(QuanFen *) member = fen;
  return TRUE;
}

static gboolean
enter_flag (const QuanField *field, gpointer member, const char *text, GError **error)
{
  int value = value_named (&quan_flags, text);

  if (value == 0)
    return refuse (error, _("%s is neither yes nor no. Write one of the two."), text);
  *(int *) member = value;
  return TRUE;
}

static gboolean
enter_number (const QuanField *field, gpointer member, const char *text, GError **error)
{
  g_autofree char *folded = quan_text_halfwidth (text);
  gint64 number;

  if (strspn (folded, "0123456789") != strlen (folded))
    return refuse (error, _("%s is not a whole number. Write digits only."), text);
  number = g_ascii_strtoll (folded, NULL, 10); /* what is too large becomes G_MAXINT64 */
  if (number > G_MAXINT)
    return refuse (error, _("%s is too large a number. Write at most 2147483647."), text);
  *(int *) member = (int) number;
  return TRUE;
}

static char *
term_names (const QuanVocabulary *terms)
{
  QuanLanguage language = quan_language_of_locale ();
  GString *names = g_string_new (NULL);

  for (const QuanTerm *term = terms->terms; term->id != NULL; term++)
    g_string_append_printf (names, "%s“%s”", names->len > 0 ? ", " : "", quan_term_name (term, language));
  return g_string_free (names, FALSE);
}

static gboolean
enter_term (const QuanField *field, gpointer member, const char *text, GError **error)
{
  g_autofree char *quote = NULL, *names = NULL;
  int value = value_named (field->terms, text);

  if (value != 0) {
    *(int *) member = value;
    return TRUE;
  }
  quote = quan_text_quote (text);
  names = term_names (field->terms);
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, _("%s is none of the choices. Write one of %s."), quote, names);
  return FALSE;
}

/* Cuts a list at separators; what is empty between them is left out. */
static GPtrArray *
split (const char *text, const char *separators)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
  GString *item = g_string_new (NULL);

  for (const char *p = text;; p = g_utf8_next_char (p)) {
    if (*p != '\0' && g_utf8_strchr (separators, -1, g_utf8_get_char (p)) == NULL) {
      g_string_append_unichar (item, g_utf8_get_char (p));
      continue;
    }
    g_strstrip (item->str);
    if (*item->str != '\0')
      g_ptr_array_add (items, g_strdup (item->str));
    g_string_truncate (item, 0);
    if (*p == '\0')
      break;
  }
  g_string_free (item, TRUE);
  return items;
}

static gboolean
enter_dates (const QuanField *field, gpointer member, const char *text, GError **error)
{
  g_autoptr (GPtrArray) items = split (text, " \t\r\n\xe3\x80\x80,，、;；");
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (QuanDate));

  if (is_term (&quan_nothing, text))
    g_ptr_array_set_size (items, 0);
  for (guint i = 0; i < items->len; i++) {
    QuanDate date;

    if (!quan_date_parse (items->pdata[i], &date, error))
      return FALSE;
    g_array_append_val (dates, date);
  }
  *(GArray **) member = g_steal_pointer (&dates);
  return TRUE;
}

static gboolean
enter_texts (const QuanField *field, gpointer member, const char *text, GError **error)
{
  g_autoptr (GPtrArray) items = split (text, "\r\n,，、;；");

  if (is_term (&quan_nothing, text))
    g_ptr_array_set_size (items, 0);
  *(GPtrArray **) member = g_steal_pointer (&items);
  return TRUE;
}

static gboolean
enter_list (const QuanField *field, gpointer member, const char *text, GError **error)
{
  if (!is_term (&quan_nothing, text))
    return refuse (error, _("%s cannot stand for a whole list. Write “none” if there is nothing, or add a row."), text);
  *(GPtrArray **) member = quan_record_list_new (field->record);
  return TRUE;
}

static gboolean
enter_whole_part (const QuanField *field, gpointer member, const char *text, GError **error)
{
  return quan_record_names_nothing (field->key, error);
}

static gboolean (*const enterers[]) (const QuanField *field, gpointer member, const char *text, GError **error) = {
  [QUAN_FIELD_TEXT]    = enter_text,
  [QUAN_FIELD_USCC]    = enter_uscc,
  [QUAN_FIELD_DECIMAL] = enter_decimal,
  [QUAN_FIELD_DATE]    = enter_date,
  [QUAN_FIELD_MONEY]   = enter_money,
  [QUAN_FIELD_SIGNED]  = enter_money,
  [QUAN_FIELD_FLAG]    = enter_flag,
  [QUAN_FIELD_NUMBER]  = enter_number,
  [QUAN_FIELD_TERM]    = enter_term,
  [QUAN_FIELD_DATES]   = enter_dates,
  [QUAN_FIELD_TEXTS]   = enter_texts,
  [QUAN_FIELD_LIST]    = enter_list,
  [QUAN_FIELD_PART]    = enter_whole_part,
};

/* A text without the blanks around it, ideographic ones included. Free with g_free. */
static char *
strip (const char *text)
{
  const char *end = text + strlen (text);

  if (!g_utf8_validate (text, -1, NULL))
    return g_strdup (text);
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (text, end - text);
}

static gboolean
is_empty (const QuanRecordType *type, gconstpointer record)
{
  for (const QuanField *field = type->fields; field->key != NULL; field++)
    if (!quan_field_absent (field, record))
      return FALSE;
  return TRUE;
}

/* A part of which nothing is known is not there. */
static void
drop_empty_part (const QuanPlace *place)
{
  if (place->part != NULL && place->record != NULL && is_empty (place->part->record, place->record))
    quan_field_clear (place->part, place->owner);
}

gboolean
quan_record_enter (const QuanRecordType *type, gpointer record, const char *path, const char *text, GError **error)
{
  g_autofree char *stripped = strip (text);
  gboolean blank = *stripped == '\0', ok;
  QuanPlace place;

  if (quan_record_path_field (type, path) == NULL)
    return quan_record_names_nothing (path, error);
  place = quan_record_place (type, record, path, blank ? QUAN_MAKE_ROWS : QUAN_MAKE_ALL);
  if (place.record == NULL) {
    gboolean of_missing_part = place.part != NULL && place.owner != NULL;

    return (blank && of_missing_part) || quan_record_names_nothing (path, error);
  }
  quan_field_clear (place.field, place.record);
  if (place.field->named != 0)
    G_STRUCT_MEMBER (gboolean, place.record, place.field->named) = !blank;
  ok = blank || enterers[place.field->kind] (place.field, QUAN_FIELD_MEMBER (place.field, place.record, char), stripped,
                                            error);
  drop_empty_part (&place);
  return ok;
}
