/* Text: widths, folding, hygiene. */
#include "core/base/text.h"

#include <locale.h>
#include <string.h>

#define QUOTE_MAX 40
#define IDEOGRAPHIC_SPACE 0x3000
#define FULLWIDTH_FIRST 0xff01 /* ！ */
#define FULLWIDTH_LAST 0xff5e  /* ～ */

QuanLanguage
quan_language_of_locale (void)
{
  const char *name = g_get_language_names ()[0];
  gboolean chinese = g_str_has_prefix (name, "zh") && !g_ascii_isalpha (name[2]);

  /* In the locale C gettext translates nothing, whatever LANGUAGE says; sentences of both sources stay in one language. */
  if (g_strcmp0 (setlocale (LC_MESSAGES, NULL), "C") == 0)
    return QUAN_LANGUAGE_EN;
  return chinese ? QUAN_LANGUAGE_ZH : QUAN_LANGUAGE_EN;
}

static gunichar
fold (gunichar c)
{
  if (c == IDEOGRAPHIC_SPACE)
    return ' ';
  if (c >= FULLWIDTH_FIRST && c <= FULLWIDTH_LAST)
    return c - FULLWIDTH_FIRST + '!';
  return c;
}

char *
quan_text_halfwidth (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (folded, fold (g_utf8_get_char (p)));
  return g_string_free (folded, FALSE);
}

void
quan_set_text (char **member, const char *text)
{
  char *copy = g_strdup (text);

  g_free (*member);
  *member = copy;
}

char *
quan_text_quote (const char *text)
{
  GString *quote = g_string_new ("\"");
  const char *p = text;

  for (int i = 0; i < QUOTE_MAX && *p != '\0'; i++, p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    g_string_append_unichar (quote, g_unichar_iscntrl (c) ? ' ' : c);
  }
  g_string_append (quote, *p == '\0' ? "\"" : "…\"");
  return g_string_free (quote, FALSE);
}

static int
columns_of (gunichar c)
{
  if (g_unichar_iscntrl (c) || g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

int
quan_text_columns (const char *text)
{
  int columns = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    columns += columns_of (g_utf8_get_char (p));
  return columns;
}

char *
quan_text_pad (const char *text, int columns, gboolean right)
{
  int blanks = MAX (0, columns - quan_text_columns (text));

  return right ? g_strdup_printf ("%*s%s", blanks, "", text) : g_strdup_printf ("%s%*s", text, blanks, "");
}

const char *const quan_chinese_digits[10] = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

void
quan_append_count (GString *text, guint count)
{
  if (count >= 100 || count == 0) {
    g_string_append_printf (text, "%u", count);
    return;
  }
  if (count >= 20)
    g_string_append (text, quan_chinese_digits[count / 10]);
  if (count >= 10)
    g_string_append (text, "十");
  if (count % 10 > 0)
    g_string_append (text, quan_chinese_digits[count % 10]);
}
