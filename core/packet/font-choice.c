#include "core/packet/font-choice.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"

#define GROUP QUAN_FONT_GROUP

static const char *const keys[QUAN_N_FACES] = {
  [QUAN_FACE_HEI] = "hei", [QUAN_FACE_SONG] = "song", [QUAN_FACE_FANGSONG] = "fangsong",
  [QUAN_FACE_KAI] = "kai", [QUAN_FACE_KAI_BOLD] = "kai-bold",
};

const char *
quan_font_choice_key (QuanFace face)
{
  g_return_val_if_fail (face < QUAN_N_FACES, NULL);
  return keys[face];
}

static int
face_of_key (const char *key)
{
  int face = 0;

  while (face < QUAN_N_FACES && !g_str_equal (keys[face], key))
    face++;
  return face;
}

static gboolean
take_key (const char *path, GKeyFile *file, const char *key, QuanFontChoice *choice, GError **error)
{
  int face = face_of_key (key);
  g_autofree char *name = g_key_file_get_string (file, GROUP, key, NULL), *folder = g_path_get_dirname (path);

  if (face == QUAN_N_FACES) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                 _("“%s”: [%s] has the key “%s”; expected hei, song, fangsong, kai or kai-bold."), path, GROUP, key);
    return FALSE;
  }
  if (name == NULL || *name == '\0') {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                 _("“%s”: [%s] %s names no file. Name a TrueType font file, or remove the line."), path, GROUP, key);
    return FALSE;
  }
  choice->file[face] = g_path_is_absolute (name) ? g_steal_pointer (&name) : g_build_filename (folder, name, NULL);
  return TRUE;
}

static gboolean
take_group (const char *path, GKeyFile *file, QuanFontChoice *choice, GError **error)
{
  g_auto (GStrv) found = g_key_file_get_keys (file, GROUP, NULL, NULL);

  for (int i = 0; found != NULL && found[i] != NULL; i++)
    if (!take_key (path, file, found[i], choice, error))
      return FALSE;
  return TRUE;
}

QuanFontChoice *
quan_font_choice_read (const char *path, GError **error)
{
  g_autoptr (QuanFontChoice) choice = g_new0 (QuanFontChoice, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) problem = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &problem)) {
    if (g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_NOENT))
      return g_steal_pointer (&choice);
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, _("“%s” cannot be read: %s. Mend it, or remove it."), path,
                 problem->message);
    return NULL;
  }
  return take_group (path, file, choice, error) ? g_steal_pointer (&choice) : NULL;
}

void
quan_font_choice_free (QuanFontChoice *choice)
{
  if (choice == NULL)
    return;
  for (int i = 0; i < QUAN_N_FACES; i++)
    g_free (choice->file[i]);
  g_free (choice);
}
