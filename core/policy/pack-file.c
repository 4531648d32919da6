#include "core/policy/pack-file.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define TRANSLATED "[zh_CN]"

struct QuanPackFile {
  const char   *name;
  GKeyFile     *keys;
  char        **groups;
  GHashTable   *lines;  /* "GROUP\nKEY" and "GROUP" → line number */
  GHashTable   *taken;  /* the same names, as they are taken */
  QuanPack     *pack;   /* owns the texts and lists that are taken */
  GPtrArray    *problems;
};

static char *
place_name (const char *group, const char *key)
{
  return key ? g_strconcat (group, "\n", key, NULL) : g_strdup (group);
}

static int
line_of (QuanPackFile *file, const char *group, const char *key)
{
  g_autofree char *place = place_name (group, key);

  return GPOINTER_TO_INT (g_hash_table_lookup (file->lines, place));
}

/* A missing key is said to be at its group's line, a missing group at line 1. */
void
quan_pack_file_problem (QuanPackFile *file, const char *group, const char *key, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;
  int line = key ? line_of (file, group, key) : 0;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (line == 0)
    line = MAX (1, line_of (file, group, NULL));
  g_ptr_array_add (file->problems, key ? g_strdup_printf ("%s:%d: [%s] %s: %s", file->name, line, group, key, sentence)
                                       : g_strdup_printf ("%s:%d: [%s]: %s", file->name, line, group, sentence));
}

/* Remembers where a group or key stands; a second one is a problem (GKeyFile would merge it silently). */
static void
remember (QuanPackFile *file, const char *group, const char *key, int line)
{
  char *place = place_name (group, key);
  int before = GPOINTER_TO_INT (g_hash_table_lookup (file->lines, place));

  if (before == 0) {
    g_hash_table_insert (file->lines, place, GINT_TO_POINTER (line));
    return;
  }
  g_free (place);
  if (key)
    g_ptr_array_add (file->problems, g_strdup_printf (_("%s:%d: [%s] %s: this key is already given on line %d; remove one of the two."),
                                                      file->name, line, group, key, before));
  else
    g_ptr_array_add (file->problems, g_strdup_printf (_("%s:%d: [%s]: this group already begins on line %d; join the two."),
                                                      file->name, line, group, before));
}

static void
scan_line (QuanPackFile *file, char *line, int number, char **group)
{
  char *equals;

  g_strstrip (line);
  if (*line == '\0' || *line == '#')
    return;
  if (*line == '[' && g_str_has_suffix (line, "]")) {
    g_free (*group);
    *group = g_strndup (line + 1, strlen (line) - 2);
    remember (file, *group, NULL, number);
    return;
  }
  equals = strchr (line, '=');
  if (!equals || !*group) {
    g_ptr_array_add (file->problems,
                     g_strdup_printf (_("%s:%d: expected “[group]” or, inside a group, “key=value”; found “%s”."), file->name, number, line));
    return;
  }
  *equals = '\0';
  g_strchomp (line);
  remember (file, *group, line, number);
}

static void
scan (QuanPackFile *file, const char *text, gsize length)
{
  g_autofree char *whole = g_strndup (text, length);
  g_auto (GStrv) lines = g_strsplit (whole, "\n", -1);
  g_autofree char *group = NULL;

  for (int i = 0; lines[i]; i++)
    scan_line (file, lines[i], i + 1, &group);
}

QuanPackFile *
quan_pack_file_new (const char *name, const char *text, gsize length, QuanPack *pack, GPtrArray *problems)
{
  g_autoptr (QuanPackFile) file = g_new0 (QuanPackFile, 1);
  g_autoptr (GError) error = NULL;
  guint before = problems->len;
  const char *end;

  file->name = name;
  file->pack = pack;
  file->problems = problems;
  file->keys = g_key_file_new ();
  file->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  file->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_utf8_validate (text, length, &end)) {
    g_ptr_array_add (problems, g_strdup_printf (_("%s: byte %zu is not UTF-8; save the file as UTF-8."), name, (gsize) (end - text) + 1));
    return NULL;
  }
  scan (file, text, length);
  if (problems->len > before)
    return NULL;
  if (!g_key_file_load_from_data (file->keys, text, length, G_KEY_FILE_KEEP_TRANSLATIONS, &error)) {
    g_ptr_array_add (problems, g_strdup_printf ("%s: %s", name, error->message));
    return NULL;
  }
  file->groups = g_key_file_get_groups (file->keys, NULL);
  return g_steal_pointer (&file);
}

void
quan_pack_file_free (QuanPackFile *file)
{
  if (!file)
    return;
  g_clear_pointer (&file->keys, g_key_file_unref);
  g_clear_pointer (&file->lines, g_hash_table_unref);
  g_clear_pointer (&file->taken, g_hash_table_unref);
  g_strfreev (file->groups);
  g_free (file);
}

char **
quan_pack_file_groups (QuanPackFile *file)
{
  return file->groups;
}

gboolean
quan_pack_file_enter (QuanPackFile *file, const char *group, gboolean required)
{
  if (g_key_file_has_group (file->keys, group)) {
    g_hash_table_add (file->taken, place_name (group, NULL));
    return TRUE;
  }
  if (required)
    quan_pack_file_problem (file, group, NULL, _("this group is missing."));
  return FALSE;
}

gboolean
quan_pack_file_has (QuanPackFile *file, const char *group, const char *key)
{
  return g_key_file_has_key (file->keys, group, key, NULL);
}

char **
quan_pack_file_keys (QuanPackFile *file, const char *group)
{
  g_auto (GStrv) all = g_key_file_get_keys (file->keys, group, NULL, NULL);
  g_autoptr (GPtrArray) plain = g_ptr_array_new ();

  for (int i = 0; all && all[i]; i++)
    if (!strchr (all[i], '['))
      g_ptr_array_add (plain, g_strdup (all[i]));
  g_ptr_array_add (plain, NULL);
  return (char **) g_ptr_array_steal (plain, NULL);
}

/* The value of a key, NULL (with a problem, unless it is optional and absent) when it is absent, empty or malformed. */
static char *
take (QuanPackFile *file, const char *group, const char *key, gboolean required)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = g_key_file_get_string (file->keys, group, key, &error);

  if (!quan_pack_file_has (file, group, key)) {
    if (required)
      quan_pack_file_problem (file, group, key, _("this key is missing."));
    return NULL;
  }
  g_hash_table_add (file->taken, place_name (group, key));
  if (error)
    quan_pack_file_problem (file, group, key,
                            _("the value has a malformed escape sequence; write a backslash as “\\\\”."));
  else if (*value == '\0')
    quan_pack_file_problem (file, group, key, _("the value is empty; give one or remove the key."));
  return error || *value == '\0' ? NULL : g_steal_pointer (&value);
}

const char *
quan_take_text (QuanPackFile *file, const char *group, const char *key, gboolean required)
{
  g_autofree char *value = take (file, group, key, required);

  return value ? g_string_chunk_insert_const (file->pack->texts, value) : NULL;
}

QuanText
quan_take_both (QuanPackFile *file, const char *group, const char *key, gboolean required)
{
  g_autofree char *translated = g_strconcat (key, TRANSLATED, NULL);
  QuanText text = { { NULL, NULL } };
  gboolean given = quan_pack_file_has (file, group, key) || quan_pack_file_has (file, group, translated);

  text.in[QUAN_LANGUAGE_EN] = quan_take_text (file, group, key, required || given);
  text.in[QUAN_LANGUAGE_ZH] = quan_take_text (file, group, translated, required || given);
  return text;
}

QuanDate
quan_take_date (QuanPackFile *file, const char *group, const char *key, gboolean required)
{
  g_autofree char *value = take (file, group, key, required);
  QuanDate date = value ? quan_date_parse_iso (value) : QUAN_DATE_NONE;

  if (value && date == QUAN_DATE_NONE)
    quan_pack_file_problem (file, group, key, _("“%s” is not a date; expected an existing day such as 2024-03-01."), value);
  return date;
}

int
quan_take_word (QuanPackFile *file, const char *group, const char *key, const char *const *words)
{
  g_autofree char *value = take (file, group, key, TRUE);
  g_autofree char *expected = NULL;

  if (!value)
    return 0;
  for (int i = 0; words[i]; i++)
    if (g_str_equal (words[i], value))
      return i;
  expected = g_strjoinv (", ", (char **) words);
  quan_pack_file_problem (file, group, key, _("“%s” is not known here; expected one of %s."), value, expected);
  return 0;
}

gboolean
quan_take_flag (QuanPackFile *file, const char *group, const char *key)
{
  static const char *const words[] = { "false", "true", NULL };

  return quan_take_word (file, group, key, words) == 1;
}

int
quan_take_count (QuanPackFile *file, const char *group, const char *key, gboolean required, int minimum)
{
  g_autofree char *value = take (file, group, key, required);
  guint64 number = 0;

  if (!value)
    return 0;
  if (!g_ascii_string_to_unsigned (value, 10, minimum, 1000000, &number, NULL))
    quan_pack_file_problem (file, group, key, _("“%s” is not a count; expected a whole number from %d."), value, minimum);
  return (int) number;
}

const char *const *
quan_pack_file_keep (QuanPackFile *file, GPtrArray *list)
{
  g_ptr_array_add (list, NULL);
  g_ptr_array_add (file->pack->lists, g_memdup2 (list->pdata, list->len * sizeof (gpointer)));
  return g_ptr_array_index (file->pack->lists, file->pack->lists->len - 1);
}

const char *const *
quan_take_list (QuanPackFile *file, const char *group, const char *key, gboolean required)
{
  g_autofree char *value = take (file, group, key, required);
  g_auto (GStrv) words = value ? g_strsplit (value, ";", -1) : NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  if (!words)
    return NULL;
  for (int i = 0; words[i]; i++) {
    g_strstrip (words[i]);
    if (*words[i] == '\0' && !words[i + 1])
      break;
    for (guint j = 0; j < list->len; j++)
      if (g_str_equal (list->pdata[j], words[i]))
        quan_pack_file_problem (file, group, key, _("“%s” is listed twice."), words[i]);
    if (*words[i] == '\0')
      quan_pack_file_problem (file, group, key, _("the list has an empty entry."));
    g_ptr_array_add (list, g_string_chunk_insert_const (file->pack->texts, words[i]));
  }
  return quan_pack_file_keep (file, list);
}

void
quan_pack_file_refuse_rest (QuanPackFile *file)
{
  for (int i = 0; file->groups[i]; i++) {
    const char *group = file->groups[i];
    g_auto (GStrv) keys = NULL;

    if (!g_hash_table_contains (file->taken, group)) {
      quan_pack_file_problem (file, group, NULL, _("a pack has no such group."));
      continue;
    }
    keys = g_key_file_get_keys (file->keys, group, NULL, NULL);
    for (int j = 0; keys && keys[j]; j++) {
      g_autofree char *place = place_name (group, keys[j]);

      if (!g_hash_table_contains (file->taken, place))
        quan_pack_file_problem (file, group, keys[j], _("this group has no such key."));
    }
  }
}
