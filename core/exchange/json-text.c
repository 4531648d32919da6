#include "core/exchange/json-text.h"

#include "core/base/error.h"
#include "core/base/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
/* How much of the line before a mistake is quoted, in characters. */
#define NEAR_MAX 20

/* Refuses text for a byte that is not UTF-8, or NUL. */
static void
refuse_byte (const char *text, const char *bad, GError **error)
{
  int line = 1, column = 1;

  for (const char *p = text; p < bad; p = g_utf8_next_char (p)) {
    line += *p == '\n';
    column = *p == '\n' ? 1 : column + 1;
  }
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
               _("Line %d, column %d: The byte 0x%02X is not text in UTF-8. Save the file as UTF-8."),
               line, column, (guchar) *bad);
}

/* The end of a line up to a mistake, in quotation marks. Free with g_free. */
static char *
quote_line (const char *text, const char *end)
{
  const char *start = end;
  g_autofree char *part = NULL;

  for (int i = 0; i < NEAR_MAX && start > text && start[-1] != '\n'; i++)
    start = g_utf8_prev_char (start);
  part = g_strndup (start, end - start);
  return quan_text_quote (g_strstrip (part));
}

/* The JSON string that ends at a mistake, as it is written there. Free with g_free. */
static char *
quote_string (const char *text, const char *end)
{
  const char *last = end - 1, *first = last - 1;
  g_autofree char *part = NULL;

  while (first > text && (*first != '"' || first[-1] == '\\'))
    first--;
  part = g_strndup (first + 1, last - first - 1);
  return quan_text_quote (part);
}

static const struct {
  enum json_error_code code;
  char *(*quote) (const char *text, const char *end);
  const char *sentence;
} mistakes[] = {
  { json_error_premature_end_of_input, quote_line, N_("The text ends too early. Get the whole file again.") },
  { json_error_end_of_input_expected, quote_line, N_("Something follows the end. Keep one object in the file.") },
  { json_error_stack_overflow, quote_line, N_("The text nests too deep. This is not a workspace.") },
  { json_error_numeric_overflow, quote_line,
    N_("The number is too large. Write amounts and the numbers of documents in quotation marks.") },
  { json_error_null_character, quote_string, N_("The text holds the character U+0000. Take it out.") },
  { json_error_null_byte_in_key, quote_string, N_("The key holds the character U+0000. Take it out.") },
  { json_error_duplicate_key, quote_string, N_("The key is given twice in one object. Take one of the two out.") },
  { json_error_unknown, quote_line,
    N_("This is not JSON. Look for a missing or surplus comma, quotation mark or bracket.") },
};

/* Words the mistake the parser found; the last row of the table stands for every code without a row of its own. */
static void
refuse_syntax (const char *text, gsize length, const json_error_t *found, GError **error)
{
  const char *end = text + MIN (length, (gsize) MAX (found->position, 0));
  g_autofree char *quote = NULL;
  guint row = 0;

  while (end < text + length && ((guchar) *end & 0xc0) == 0x80)
    end++;
  while (row < G_N_ELEMENTS (mistakes) - 1 && mistakes[row].code != json_error_code (found))
    row++;
  quote = mistakes[row].quote (text, end);
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, _("Line %d, column %d, at %s: %s"),
               found->line, MAX (found->column, 1), quote, _(mistakes[row].sentence));
}

json_t *
quan_json_parse (const char *text, gsize length, GError **error)
{
  const char *bad;
  json_error_t found;
  json_t *value;

  if (length >= strlen (BYTE_ORDER_MARK) && memcmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0) {
    text += strlen (BYTE_ORDER_MARK);
    length -= strlen (BYTE_ORDER_MARK);
  }
  if (!g_utf8_validate_len (text, length, &bad)) {
    refuse_byte (text, bad, error);
    return NULL;
  }
  value = json_loadb (text, length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &found);
  if (value == NULL)
    refuse_syntax (text, length, &found, error);
  return value;
}
