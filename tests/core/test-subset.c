/* Subsets of fonts: what libharu is given. */
#include "core/packet/subset.h"

#include "core/packet/fonts.h"

static hb_face_t *
open_subset (const QuanSubset *subset)
{
  gsize length;
  const char *data = g_bytes_get_data (subset->font, &length);
  hb_blob_t *blob = hb_blob_create (data, length, HB_MEMORY_MODE_READONLY, NULL, NULL);
  hb_face_t *face = hb_face_create (blob, 0);

  hb_blob_destroy (blob);
  return face;
}

static const struct {
  QuanFace    face;
  const char *characters;
  int         advance;  /* of every character, 1/1000 em; 0: not all the same */
} cases[] = {
  { QUAN_FACE_HEI, "算力券0123456789ABCxyz.,:-（", 0 },
  { QUAN_FACE_SONG, "0123456789", 500 },
  { QUAN_FACE_SONG, "申领材料包", 1000 },
  { QUAN_FACE_KAI, "\u4e00龥a", 0 },
  { QUAN_FACE_KAI, "𠮷", 1000 },
  { QUAN_FACE_KAI_BOLD, "\ue003甲\U0002000B\U0002000E\U00020027\U0002002A𠮷", 0 },
};

static void
assert_character (const QuanSubset *subset, hb_font_t *font, gunichar c, int expected_advance, GHashTable *codes)
{
  guint code = quan_subset_code (subset, c);
  const guint8 *glyphs = g_bytes_get_data (subset->glyphs, NULL);
  hb_codepoint_t glyph;

  g_assert_cmpuint (g_array_index (subset->characters, gunichar, code - 1), ==, c);
  g_assert_true (g_hash_table_add (codes, GUINT_TO_POINTER (code)));
  g_assert_true (hb_font_get_nominal_glyph (font, code, &glyph));
  g_assert_cmpuint (glyph, ==, glyphs[2 * code] * 256 + glyphs[2 * code + 1]);
  if (expected_advance != 0)
    g_assert_cmpint (hb_font_get_glyph_h_advance (font, glyph) * 1000 / hb_face_get_upem (hb_font_get_face (font)), ==,
                     expected_advance);
}

static void
assert_no_table (hb_face_t *face, hb_tag_t tag)
{
  hb_blob_t *table = hb_face_reference_table (face, tag);

  g_assert_cmpuint (hb_blob_get_length (table), ==, 0);
  hb_blob_destroy (table);
}

/* Every character is found under a code of its own with its width, .notdef is one em wide, layout tables are gone. */
static void
test_cases (void)
{
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    hb_set_t *characters = hb_set_create ();
    g_autoptr (GError) error = NULL;
    g_autoptr (QuanSubset) subset = NULL;
    g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);
    hb_face_t *face;
    hb_font_t *font;

    for (const char *p = cases[i].characters; *p != '\0'; p = g_utf8_next_char (p))
      hb_set_add (characters, g_utf8_get_char (p));
    subset = quan_subset_new (quan_fonts_hb_face (fonts, cases[i].face), "F", characters, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (subset->characters->len, ==, hb_set_get_population (characters));
    face = open_subset (subset);
    font = hb_font_create (face);
    for (const char *p = cases[i].characters; *p != '\0'; p = g_utf8_next_char (p))
      assert_character (subset, font, g_utf8_get_char (p), cases[i].advance, codes);
    g_assert_cmpint (hb_font_get_glyph_h_advance (font, 0), ==, hb_face_get_upem (face));
    assert_no_table (face, HB_TAG ('G', 'S', 'U', 'B'));
    assert_no_table (face, HB_TAG ('f', 'p', 'g', 'm'));
    hb_font_destroy (font);
    hb_face_destroy (face);
    hb_set_destroy (characters);
  }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/subset/cases", test_cases);
  status = g_test_run ();
  quan_fonts_finish ();
  return status;
}
