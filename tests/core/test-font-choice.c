/* Fonts of the user's choice: the file that names them, and what becomes of it. */
#include "core/packet/font-choice.h"

#include <string.h>

#include <glib/gstdio.h>

#include "core/base/error.h"

typedef struct {
  char *folder, *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("quan-choice-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "quan.conf", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static QuanFontChoice *
read_text (const Fixture *fixture, const char *text, GError **error)
{
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  return quan_font_choice_read (fixture->path, error);
}

/* Files that choose nothing. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {"", "[packet-fonts]\n", "[other]\nsong=x.ttf\n"};
  g_autoptr (QuanFontChoice) absent = quan_font_choice_read (fixture->path, NULL);

  g_assert_nonnull (absent);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (QuanFontChoice) choice = read_text (fixture, texts[i], NULL);

    for (int face = 0; face < QUAN_N_FACES; face++) {
      g_assert_null (choice->file[face]);
      g_assert_null (absent->file[face]);
    }
  }
}

static void
test_paths (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuanFontChoice) choice = read_text (fixture, "[packet-fonts]\nsong=simsun.ttc\nfangsong=/fonts/仿宋.ttf\n", NULL);
  g_autofree char *beside = g_build_filename (fixture->folder, "simsun.ttc", NULL);

  g_assert_cmpstr (choice->file[QUAN_FACE_SONG], ==, beside);
  g_assert_cmpstr (choice->file[QUAN_FACE_FANGSONG], ==, "/fonts/仿宋.ttf");
  g_assert_null (choice->file[QUAN_FACE_HEI]);
}

static const struct {
  const char *text, *said;
} refused[] = {
  { "[packet-fonts]\nserif=x.ttf\n", "the key “serif”; expected hei, song, fangsong, kai or kai-bold" },
  { "[packet-fonts]\nkai=\n", "[packet-fonts] kai names no file" },
  { "song=x.ttf\n", "cannot be read" },
};

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (read_text (fixture, refused[i].text, &error));
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_INPUT);
    g_assert_nonnull (strstr (error->message, refused[i].said));
    g_assert_nonnull (strstr (error->message, fixture->path));
  }
}

/* A TrueType font that is installed but is no face of packets. */
static char *
some_font (void)
{
  const char *const command[] = {"fc-match", "--format=%{file}", "AR PL UKai CN", NULL};
  char *path;

  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &path, NULL, NULL, NULL));
  g_assert_true (g_str_has_suffix (path, "ukai.ttc"));
  return path;
}

/* A chosen font draws its face itself, marks included; what it lacks, the others draw. */
static void
test_chosen (void)
{
  g_autofree char *path = some_font ();
  QuanFontChoice choice = {.file = {[QUAN_FACE_FANGSONG] = path, [QUAN_FACE_SONG] = path}};
  g_autoptr (QuanFonts) fonts = quan_fonts_new (&choice, NULL), usual = quan_fonts_new (NULL, NULL);

  for (int face = QUAN_FACE_SONG; face <= QUAN_FACE_FANGSONG; face++) {
    g_assert_cmpint (quan_fonts_glyph (fonts, face, 0x4E2D).face, ==, face);
    g_assert_cmpint (quan_fonts_glyph (fonts, face, 0x3001 /* 、 */).face, ==, face);
    g_assert_false (quan_fonts_glyph (fonts, face, 0x3001).borrowed);
    g_assert_true (quan_fonts_glyph (fonts, face, 0x20BB7 /* 𠮷 */).found);
    g_assert_cmpint (quan_fonts_glyph (usual, face, 0x4E2D).face, ==, QUAN_FACE_SONG);
  }
}

static void
test_unusable (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *text, *said;
  } cases[] = {
    { NULL, "cannot be read" },
    { "not a font", "no TrueType outlines" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    QuanFontChoice choice = {.file = {[QUAN_FACE_KAI] = fixture->path}};
    g_autoptr (GError) error = NULL;

    if (cases[i].text != NULL)
      g_assert_true (g_file_set_contents (fixture->path, cases[i].text, -1, NULL));
    g_assert_null (quan_fonts_new (&choice, &error));
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_FONT);
    g_assert_nonnull (strstr (error->message, cases[i].said));
    g_assert_nonnull (strstr (error->message, fixture->path));
  }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/font-choice/nothing", test_nothing);
  ADD ("/font-choice/paths", test_paths);
  ADD ("/font-choice/refused", test_refused);
  ADD ("/font-choice/unusable", test_unusable);
#undef ADD
  g_test_add_func ("/font-choice/chosen", test_chosen);
  status = g_test_run ();
  quan_fonts_finish ();
  return status;
}
