/* Which font draws a character, and what no font has. */
#include "core/packet/fonts.h"

#include <string.h>

#include "core/base/error.h"

static const struct {
  QuanFace face;
  gunichar c;
  QuanFace drawn_by;
  gboolean borrowed;
  int      advance;
} glyphs[] = {
  { QUAN_FACE_HEI, 0x4E2D /* 中 */, QUAN_FACE_HEI, FALSE, 1000 },
  { QUAN_FACE_SONG, 0x4E2D, QUAN_FACE_SONG, FALSE, 1000 },
  { QUAN_FACE_KAI, 0x4E2D, QUAN_FACE_KAI, FALSE, 1000 },
  { QUAN_FACE_KAI_BOLD, 0x4E2D, QUAN_FACE_KAI_BOLD, FALSE, 1000 },
  { QUAN_FACE_HEI, 0xFF0C /* ， */, QUAN_FACE_KAI, TRUE, 1000 },
  { QUAN_FACE_HEI, 0x3001 /* 、 */, QUAN_FACE_HEI, FALSE, 1000 },
  { QUAN_FACE_SONG, 0x3001, QUAN_FACE_KAI, TRUE, 1000 },
  { QUAN_FACE_SONG, 0xFF0C, QUAN_FACE_SONG, FALSE, 1000 },
  { QUAN_FACE_HEI, 0x2014 /* — */, QUAN_FACE_KAI, TRUE, 1000 },
  { QUAN_FACE_KAI_BOLD, 0xFF0C, QUAN_FACE_KAI_BOLD, FALSE, 1000 },
  { QUAN_FACE_HEI, 0x20BB7 /* 𠮷 */, QUAN_FACE_KAI, TRUE, 1000 },
  { QUAN_FACE_SONG, 0x20BB7, QUAN_FACE_KAI, TRUE, 1000 },
  { QUAN_FACE_SONG, '0', QUAN_FACE_SONG, FALSE, 500 },
};

static void
test_glyphs (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < 2 * G_N_ELEMENTS (glyphs); i++) {  /* twice: the second time remembered */
    gsize n = i % G_N_ELEMENTS (glyphs);
    QuanGlyph glyph = quan_fonts_glyph (fonts, glyphs[n].face, glyphs[n].c);

    g_test_message ("U+%04X of face %d", glyphs[n].c, glyphs[n].face);
    g_assert_true (glyph.found);
    g_assert_cmpint (glyph.face, ==, glyphs[n].drawn_by);
    g_assert_cmpint (glyph.borrowed, ==, glyphs[n].borrowed);
    g_assert_cmpint (glyph.advance, ==, glyphs[n].advance);
    g_assert_nonnull (quan_fonts_hb_face (fonts, glyph.face));
  }
}

/* Figures of a face are of one width, so that amounts align on the decimal point. */
static void
test_figures (void)
{
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);

  for (int face = 0; face < QUAN_N_FACES; face++)
    for (gunichar c = '0'; c <= '9'; c++)
      g_assert_cmpint (quan_fonts_glyph (fonts, face, c).advance, ==, quan_fonts_glyph (fonts, face, '0').advance);
}

static const struct {
  gunichar c, visible;
} visibles[] = {
  { 'a', 'a' }, { '\t', ' ' }, { '\n', ' ' }, { 0x00A0, ' ' }, { 0x3000, 0x3000 },
  { 0x200B, 0 }, { 0x200D, 0 }, { 0xFEFF, 0 }, { 0xFE0F, 0 }, { 0xE0100, 0 }, { 0x00AD, 0 },
};

static void
test_visible (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (visibles); i++)
    g_assert_cmphex (quan_fonts_visible (visibles[i].c), ==, visibles[i].visible);
}

static const struct {
  const char *text;
  const char *named[2];  /* in the message; NULL: nothing is missing */
} checks[] = {
  { "北京𠮷野家有限公司\t（个体）", { NULL } },
  { "罕见字\U000E0100也可以", { NULL } },
  { "示例😀公司", { "😀 (U+1F600)", "示例😀公司" } },
  { "\U0010FFFD😀\U0010FFFD", { "(U+10FFFD), 😀 (U+1F600) ", NULL } },
};

static void
test_check (void)
{
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++) {
    g_autoptr (GError) error = NULL;
    gboolean ok = quan_fonts_check (fonts, QUAN_FACE_HEI, checks[i].text, &error);

    g_assert_cmpint (ok, ==, checks[i].named[0] == NULL);
    if (ok)
      continue;
    g_assert_error (error, QUAN_ERROR, QUAN_ERROR_FONT);
    for (int j = 0; j < 2 && checks[i].named[j] != NULL; j++)
      g_assert_nonnull (strstr (error->message, checks[i].named[j]));
  }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fonts/glyphs", test_glyphs);
  g_test_add_func ("/fonts/figures", test_figures);
  g_test_add_func ("/fonts/visible", test_visible);
  g_test_add_func ("/fonts/check", test_check);
  status = g_test_run ();
  quan_fonts_finish ();
  return status;
}
