#include "core/desk/fonts.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/packet/font-choice.h"

G_STATIC_ASSERT (QUAN_N_DESK_FACES == QUAN_N_FACES);

char *
quan_font_settings_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "quan", "quan.conf", NULL);
}

char **
quan_desk_fonts (GError **error)
{
  g_autofree char *path = quan_font_settings_path ();
  g_autoptr (QuanFontChoice) choice = quan_font_choice_read (path, error);
  char **files;

  if (choice == NULL)
    return NULL;
  files = g_new0 (char *, QUAN_N_DESK_FACES);
  for (int face = 0; face < QUAN_N_DESK_FACES; face++)
    files[face] = g_steal_pointer (&choice->file[face]);
  return files;
}

void
quan_desk_fonts_free (char **files)
{
  for (int face = 0; files != NULL && face < QUAN_N_DESK_FACES; face++)
    g_free (files[face]);
  g_free (files);
}

/* Whether packets can be set in a file. */
static gboolean
is_usable (int face, const char *file, GError **error)
{
  QuanFontChoice choice = { 0 };
  g_autoptr (QuanFonts) fonts = NULL;
  g_autofree char *copy = g_strdup (file);

  choice.file[face] = copy;
  fonts = quan_fonts_new (&choice, error);
  return fonts != NULL;
}

static gboolean
write_settings (const char *path, GKeyFile *settings, GError **error)
{
  gsize length;
  char *text = g_key_file_to_data (settings, &length, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return quan_file_replace (path, bytes, error);
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_OUTPUT, _("The folder %s cannot be made: %s."), folder,
               g_strerror (errno));
  return FALSE;
}

/* The configuration with everything the user wrote into it; an empty one where there is no file. */
static GKeyFile *
read_settings (const char *path, GError **error)
{
  g_autoptr (GKeyFile) settings = g_key_file_new ();
  g_autoptr (GError) problem = NULL;

  if (g_key_file_load_from_file (settings, path, G_KEY_FILE_KEEP_COMMENTS | G_KEY_FILE_KEEP_TRANSLATIONS, &problem)
      || g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return g_steal_pointer (&settings);
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, _("“%s” cannot be read: %s. Mend it, or remove it."), path,
               problem->message);
  return NULL;
}

gboolean
quan_desk_choose_font (int face, const char *file, GError **error)
{
  g_autofree char *path = quan_font_settings_path ();
  g_autoptr (GKeyFile) settings = NULL;

  g_return_val_if_fail (face >= 0 && face < QUAN_N_DESK_FACES, FALSE);

  if (file != NULL && !is_usable (face, file, error))
    return FALSE;
  settings = read_settings (path, error);
  if (settings == NULL)
    return FALSE;
  if (file != NULL)
    g_key_file_set_string (settings, QUAN_FONT_GROUP, quan_font_choice_key (face), file);
  else
    g_key_file_remove_key (settings, QUAN_FONT_GROUP, quan_font_choice_key (face), NULL);
  return write_settings (path, settings, error);
}
