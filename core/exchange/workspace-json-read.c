#include "core/exchange/json-text.h"
#include "core/exchange/workspace-json-format.h"
#include "core/exchange/workspace-json.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/uscc.h"

#include <glib/gi18n-lib.h>
#include <string.h>


G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_t, json_decref)

typedef struct {
  GString   *path;      /* of what is being read: "$.claims[3].contract" */
  GPtrArray *warnings;  /* NULL if nobody asks for them */
  GError   **error;
} Reader;

/* Refuses what stands at the reader's path with a sentence. Always FALSE. */
G_GNUC_PRINTF (2, 3) static gboolean
refuse (Reader *reader, const char *sentence, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, sentence);
  text = g_strdup_vprintf (sentence, args);
  va_end (args);
  g_set_error (reader->error, QUAN_ERROR, QUAN_ERROR_INPUT, "%s: %s", reader->path->str, text);
  return FALSE;
}

/* A value as a sentence names it: a scalar as it is written, an object or list by its type. Free with g_free. */
static char *
describe (const json_t *value)
{
  char *dumped, *text;

  switch (json_typeof (value)) {
  case JSON_OBJECT:
    return g_strdup (_("an object"));
  case JSON_ARRAY:
    return g_strdup (_("a list"));
  case JSON_STRING:
    return quan_text_quote (json_string_value (value));
  default:
    dumped = json_dumps (value, JSON_ENCODE_ANY);
    text = g_strdup (dumped);
    free (dumped);
    return text;
  }
}

/* Refuses a value that is not what was expected, which is translated. */
static gboolean
refuse_value (Reader *reader, const char *expected, const json_t *value)
{
  g_autofree char *found = describe (value);

  return refuse (reader, _("Expected %s, but found %s."), expected, found);
}

/* The functions below read a value, which is not null, into a member. NULL if all is well, else what is expected there,
 * untranslated. */

static const char *
read_text (Reader *reader, const json_t *value, gpointer member)
{
  *(char **) member = g_strdup (json_string_value (value));
  return *(char **) member != NULL ? NULL : N_("a text in quotation marks");
}

static void
warn_of_check_character (Reader *reader, const char *code)
{
  QuanUsccParts parts;

  if (reader->warnings == NULL || !quan_uscc_decode (code, &parts))
    return;
  g_ptr_array_add (reader->warnings,
                   g_strdup_printf (_("%s: The last character of %s should be %c. The code is accepted; "
                                      "compare it with the business licence."),
                                    reader->path->str, code, parts.expected_check));
}

static const char *
read_uscc (Reader *reader, const json_t *value, gpointer member)
{
  QuanUsccStatus status = QUAN_USCC_INVALID;
  char code[QUAN_USCC_LENGTH + 1];

  if (json_is_string (value))
    status = quan_uscc_normalise (json_string_value (value), code);
  if (status == QUAN_USCC_INVALID)
    return N_("a unified social credit code of 18 digits and capital letters without I, O, S, V and Z");
  if (status == QUAN_USCC_SUSPICIOUS)
    warn_of_check_character (reader, code);
  *(char **) member = g_strdup (code);
  return NULL;
}

static const char *
read_decimal (Reader *reader, const json_t *value, gpointer member)
{
  if (!json_is_string (value) || !quan_decimal_valid (json_string_value (value)))
    return N_("a number in quotation marks such as \"20000\" or \"50.25\"");
  *(char **) member = g_strdup (json_string_value (value));
  return NULL;
}

static gboolean
looks_like_date (const char *text)
{
  static const char shape[] = "0000-00-00";
  gsize i = 0;

  while (shape[i] != '\0' && (shape[i] == '0' ? g_ascii_isdigit (text[i]) : text[i] == shape[i]))
    i++;
  return shape[i] == '\0' && text[i] == '\0';
}

static const char *
read_date (Reader *reader, const json_t *value, gpointer member)
{
  const char *text = json_string_value (value);

  if (text == NULL || !looks_like_date (text))
    return N_("a date in the form \"2024-03-01\"");
  *(QuanDate *) member = quan_date_parse_iso (text);
  return *(QuanDate *) member != QUAN_DATE_NONE ? NULL : N_("a day that exists");
}

static const char *
read_signed (Reader *reader, const json_t *value, gpointer member)
{
  QuanFen fen;

  if (!json_is_string (value) || !quan_money_parse_canonical (json_string_value (value), &fen))
    return N_("an amount in yuan with two decimals and in quotation marks, such as \"1000000.00\"");
  *(QuanFen *) member = fen;
  return NULL;
}

static const char *
read_money (Reader *reader, const json_t *value, gpointer member)
{
  const char *expected = read_signed (reader, value, member);

  if (expected == NULL && *(QuanFen *) member < 0)
    return N_("an amount that is not negative");
  return expected;
}

static const char *
read_flag (Reader *reader, const json_t *value, gpointer member)
{
  *(int *) member = json_is_true (value) ? QUAN_FLAG_YES : QUAN_FLAG_NO;
  return json_is_boolean (value) ? NULL : N_("true or false without quotation marks");
}

static const char *
read_number (Reader *reader, const json_t *value, gpointer member)
{
  json_int_t number = json_integer_value (value);

  if (!json_is_integer (value) || number < 0 || number > G_MAXINT)
    return N_("a whole number from 0 to 2147483647 without quotation marks");
  *(int *) member = number;
  return NULL;
}

typedef const char *(*ReadScalar) (Reader *reader, const json_t *value, gpointer member);

/* The kinds that are one JSON scalar and need nothing of their field but its kind. */
static const ReadScalar scalar_readers[] = {
  [QUAN_FIELD_TEXT]    = read_text,
  [QUAN_FIELD_USCC]    = read_uscc,
  [QUAN_FIELD_DECIMAL] = read_decimal,
  [QUAN_FIELD_DATE]    = read_date,
  [QUAN_FIELD_MONEY]   = read_money,
  [QUAN_FIELD_SIGNED]  = read_signed,
  [QUAN_FIELD_FLAG]    = read_flag,
  [QUAN_FIELD_NUMBER]  = read_number,
};

static gboolean
read_scalar (Reader *reader, QuanFieldKind kind, const json_t *value, gpointer member)
{
  const char *expected = scalar_readers[kind] (reader, value, member);

  return expected == NULL || refuse_value (reader, _(expected), value);
}

static gboolean
read_term (Reader *reader, const QuanVocabulary *terms, const json_t *value, int *member)
{
  g_autofree char *words = NULL;
  g_autofree char *expected = NULL;

  *member = quan_vocabulary_value (terms, json_string_value (value));
  if (*member != 0)
    return TRUE;
  words = quan_vocabulary_list (terms);
  expected = g_strdup_printf (_("one of the words %s"), words);
  return refuse_value (reader, expected, value);
}

static gboolean read_object (Reader *reader, const QuanRecordType *type, json_t *value, gpointer record);

static gboolean
append_date (Reader *reader, const QuanField *field, json_t *value, gpointer list)
{
  QuanDate date;

  if (!read_scalar (reader, QUAN_FIELD_DATE, value, &date))
    return FALSE;
  g_array_append_val ((GArray *) list, date);
  return TRUE;
}

static gboolean
append_text (Reader *reader, const QuanField *field, json_t *value, gpointer list)
{
  char *text = NULL;

  if (!read_scalar (reader, QUAN_FIELD_TEXT, value, &text))
    return FALSE;
  g_ptr_array_add (list, text);
  return TRUE;
}

static gboolean
append_record (Reader *reader, const QuanField *field, json_t *value, gpointer list)
{
  gpointer record = quan_record_new (field->record);

  g_ptr_array_add (list, record);
  return read_object (reader, field->record, value, record);
}

typedef gboolean (*Append) (Reader *reader, const QuanField *field, json_t *value, gpointer list);

static gboolean
read_list (Reader *reader, const QuanField *field, const json_t *value, Append append, gpointer list)
{
  gsize mark = reader->path->len;

  if (!json_is_array (value))
    return refuse_value (reader, _("a list"), value);
  for (gsize i = 0; i < json_array_size (value); i++) {
    g_string_append_printf (reader->path, "[%" G_GSIZE_FORMAT "]", i);
    if (!append (reader, field, json_array_get (value, i), list))
      return FALSE;
    g_string_truncate (reader->path, mark);
  }
  return TRUE;
}

/* Reads a list of records into a member, which may hold an empty list already. */
static gboolean
read_records (Reader *reader, const QuanField *field, const json_t *value, GPtrArray **member)
{
  if (*member == NULL)
    *member = quan_record_list_new (field->record);
  return read_list (reader, field, value, append_record, *member);
}

static gboolean
read_field (Reader *reader, const QuanField *field, json_t *value, gpointer record)
{
  gpointer *member = QUAN_FIELD_MEMBER (field, record, gpointer);

  if (field->named != 0)
    G_STRUCT_MEMBER (gboolean, record, field->named) = TRUE;
  switch (field->kind) {
  case QUAN_FIELD_TERM:
    return read_term (reader, field->terms, value, QUAN_FIELD_MEMBER (field, record, int));
  case QUAN_FIELD_DATES:
    *member = g_array_new (FALSE, FALSE, sizeof (QuanDate));
    return read_list (reader, field, value, append_date, *member);
  case QUAN_FIELD_TEXTS:
    *member = g_ptr_array_new_with_free_func (g_free);
    return read_list (reader, field, value, append_text, *member);
  case QUAN_FIELD_LIST:
    return read_records (reader, field, value, QUAN_FIELD_MEMBER (field, record, GPtrArray *));
  case QUAN_FIELD_PART:
    *member = quan_record_new (field->record);
    return read_object (reader, field->record, value, *member);
  default:
    return read_scalar (reader, field->kind, value, member);
  }
}

static gboolean
refuse_key (Reader *reader, const QuanRecordType *type, const char *key)
{
  g_autofree char *quote = quan_text_quote (key);
  GString *keys = g_string_new (NULL);

  for (const QuanField *field = type->fields; field->key != NULL; field++)
    g_string_append_printf (keys, "%s%s", keys->len > 0 ? ", " : "", field->key);
  refuse (reader, _("The key %s is unknown. Take it out, or use one of %s."), quote, keys->str);
  g_string_free (keys, TRUE);
  return FALSE;
}

static gboolean
read_object (Reader *reader, const QuanRecordType *type, json_t *object, gpointer record)
{
  gsize mark = reader->path->len;
  const char *key;
  json_t *value;

  if (!json_is_object (object))
    return refuse_value (reader, _("an object"), object);
  json_object_foreach (object, key, value) {
    const QuanField *field = quan_record_field (type, key);

    if (field == NULL)
      return refuse_key (reader, type, key);
    if (json_is_null (value))
      continue;
    g_string_append_printf (reader->path, ".%s", key);
    if (!read_field (reader, field, value, record))
      return FALSE;
    g_string_truncate (reader->path, mark);
  }
  return TRUE;
}

/* Compares a key of the root that says what the file is, then takes it out, so that the sections are left. */
static gboolean
take_mark (Reader *reader, json_t *root, const char *key, json_t *expected)
{
  g_autoptr (json_t) wanted = expected;
  const json_t *value = json_object_get (root, key);
  g_autofree char *description = describe (wanted);
  g_autofree char *found = NULL;

  if (!json_equal (value, wanted)) {
    g_string_append_printf (reader->path, ".%s", key);
    if (value == NULL)
      return refuse (reader, _("Expected %s, but the key is missing. This is not a workspace."), description);
    found = describe (value);
    return refuse (reader, _("Expected %s, but found %s. This program reads nothing else."), description, found);
  }
  return json_object_del (root, key) == 0;
}

static gboolean
read_root (Reader *reader, json_t *root, QuanWorkspace *workspace)
{
  g_autofree char *sentence = NULL;
  g_autofree char *place = NULL;

  if (!json_is_object (root))
    return refuse_value (reader, _("an object"), root);
  if (!take_mark (reader, root, QUAN_WORKSPACE_FORMAT_KEY, json_string (QUAN_WORKSPACE_FORMAT))
      || !take_mark (reader, root, QUAN_WORKSPACE_VERSION_KEY, json_integer (QUAN_WORKSPACE_VERSION))
      || !read_object (reader, &quan_workspace_type, root, workspace))
    return FALSE;
  sentence = quan_record_judge (&quan_workspace_type, workspace, &place);
  if (sentence == NULL)
    return TRUE;
  g_string_append_printf (reader->path, ".%s", place);
  return refuse (reader, "%s", sentence);
}

QuanWorkspace *
quan_workspace_json_read (const char *text, gsize length, GPtrArray *warnings, GError **error)
{
  g_autoptr (json_t) root = quan_json_parse (text, length, error);
  g_autoptr (QuanWorkspace) workspace = quan_workspace_new ();
  Reader reader = { .warnings = warnings, .error = error };
  gboolean good;

  if (root == NULL)
    return NULL;
  reader.path = g_string_new ("$");
  good = read_root (&reader, root, workspace);
  g_string_free (reader.path, TRUE);
  return good ? g_steal_pointer (&workspace) : NULL;
}

/* Takes the key that says which field was filled in out of a record that stands alone. The field, or NULL. */
static const QuanField *
take_filled_in (json_t *object, const QuanRecordType *type)
{
  const char *key = json_string_value (json_object_get (object, QUAN_RECORD_FILLED_IN_KEY));
  const QuanField *field = key == NULL ? NULL : quan_record_field (type, key);

  if (field == NULL || field->named == 0)
    return NULL;
  json_object_del (object, QUAN_RECORD_FILLED_IN_KEY);
  return field;
}

gpointer
quan_record_json_read (const QuanRecordType *type, const char *text, GError **error)
{
  g_autoptr (json_t) object = quan_json_parse (text, strlen (text), error);
  Reader reader = { .error = error };
  const QuanField *filled_in;
  gpointer record;

  if (object == NULL)
    return NULL;
  filled_in = take_filled_in (object, type);
  record = quan_record_new (type);
  reader.path = g_string_new ("$");
  if (!read_object (&reader, type, object, record))
    g_clear_pointer (&record, type->destroy);
  else if (filled_in != NULL)
    G_STRUCT_MEMBER (gboolean, record, filled_in->named) = FALSE;
  g_string_free (reader.path, TRUE);
  return record;
}
