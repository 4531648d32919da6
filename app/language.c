#include "app/language.h"

#include <locale.h>

#include <glib/gi18n-lib.h>

#include "app/locale-folder.h"

/* What LANGUAGE was when the program began; NULL: not set. */
static char *system_language;

/*
 * Some systems honour LANGUAGE in the locale C.UTF-8, newer ones only in a locale of a country, and none in the locale C.
 * There, any such locale that is installed carries the messages; where there is none they stay English, all of them.
 */
static void
honour_language (void)
{
  static const char *const carriers[] = { "en_US.UTF-8", "zh_CN.UTF-8", "C" };
  const char *locale = setlocale (LC_MESSAGES, NULL), *wanted = g_getenv ("LANGUAGE");
  const char *header = ""; /* of the catalogue in effect is the translation of nothing */

  if (locale == NULL || !g_str_has_prefix (locale, "C.") || wanted == NULL || *wanted == '\0' || *gettext (header) != '\0')
    return;
  for (guint i = 0; i < G_N_ELEMENTS (carriers) && setlocale (LC_MESSAGES, carriers[i]) == NULL; i++)
    ;
}

void
language_begin (const char *program)
{
  g_autofree char *folder = locale_folder (program);

  system_language = g_strdup (g_getenv ("LANGUAGE"));
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  honour_language ();
}

void
language_speak (const char *language)
{
  if (*language != '\0')
    g_setenv ("LANGUAGE", language, TRUE);
  else if (system_language != NULL)
    g_setenv ("LANGUAGE", system_language, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  /* The catalogues are looked up anew once the locale has been set. */
  setlocale (LC_MESSAGES, "");
  honour_language ();
}
