#include "core/packet/fonts.h"

#include <fontconfig/fontconfig.h>
#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/packet/memory-file.h"

#define BLOCK_SIZE 256
#define N_BLOCKS (0x110000 / BLOCK_SIZE)

#define FS_TYPE 8              /* where OS/2 says how the font may be embedded */
#define FS_RESTRICTED 0x0302   /* not at all, only whole, only as bitmaps */

typedef struct {
  hb_face_t *face;  /* NULL where the font is not installed */
  hb_font_t *font;
  int        units_per_em;
  gboolean   chosen;  /* by the user */
  gboolean   released;  /* the memory of its file was given back once */
} Font;

/* A looked-up glyph; known tells it from one not asked for yet. */
typedef struct {
  guint16 advance;
  guint8  face;
  guint8  known : 1, found : 1, borrowed : 1;
} Entry;

struct _QuanFonts {
  Font   fonts[QUAN_N_FACES];
  Entry *blocks[QUAN_N_FACES][N_BLOCKS];
};

/* Where a face comes from unless it is chosen, and which faces draw what it lacks. LXGW WenKai, the only one with
 * characters beyond the basic plane, stands in every chain. */
static const struct {
  const char *family;
  int         weight;
  const char *package;
  QuanFace    chain[QUAN_N_FACES];
} sources[QUAN_N_FACES] = {
  [QUAN_FACE_HEI] = {"WenQuanYi Zen Hei", FC_WEIGHT_REGULAR, "fonts-wqy-zenhei",
    {QUAN_FACE_HEI, QUAN_FACE_SONG, QUAN_FACE_KAI, QUAN_FACE_KAI_BOLD, QUAN_FACE_FANGSONG}},
  [QUAN_FACE_SONG] = {"AR PL UMing CN", FC_WEIGHT_REGULAR, "fonts-arphic-uming",
    {QUAN_FACE_SONG, QUAN_FACE_HEI, QUAN_FACE_KAI, QUAN_FACE_KAI_BOLD, QUAN_FACE_FANGSONG}},
  [QUAN_FACE_FANGSONG] = {NULL, 0, NULL,
    {QUAN_FACE_FANGSONG, QUAN_FACE_SONG, QUAN_FACE_KAI, QUAN_FACE_KAI_BOLD, QUAN_FACE_HEI}},
  [QUAN_FACE_KAI] = {"LXGW WenKai", FC_WEIGHT_REGULAR, "fonts-lxgw-wenkai",
    {QUAN_FACE_KAI, QUAN_FACE_KAI_BOLD, QUAN_FACE_HEI, QUAN_FACE_SONG, QUAN_FACE_FANGSONG}},
  [QUAN_FACE_KAI_BOLD] = {"LXGW WenKai", FC_WEIGHT_BOLD, "fonts-lxgw-wenkai",
    {QUAN_FACE_KAI_BOLD, QUAN_FACE_KAI, QUAN_FACE_HEI, QUAN_FACE_SONG, QUAN_FACE_FANGSONG}},
};

/* Marks Kai draws for another face, unless that one is chosen: UMing centres 、 and 。 in the square as in Taiwan, Zen
 * Hei sets these off centre and its dash is a hairline that vanishes on a one-bit printer. */
static const char *const borrowed_from_kai[QUAN_N_FACES] = {
  [QUAN_FACE_HEI] = "，；：（）？！—",
  [QUAN_FACE_SONG] = "、。",
};

static FcPattern *
list_pattern (const char *family)
{
  FcPattern *pattern = FcPatternCreate ();
  FcLangSet *languages = FcLangSetCreate ();

  FcLangSetAdd (languages, (const FcChar8 *) "zh-cn");
  FcPatternAddString (pattern, FC_FAMILY, (const FcChar8 *) family);
  FcPatternAddString (pattern, FC_FONTFORMAT, (const FcChar8 *) "TrueType");
  FcPatternAddLangSet (pattern, FC_LANG, languages);
  FcLangSetDestroy (languages);
  return pattern;
}

/* FALSE where the file cannot be read. */
static gboolean
open_font (Font *font, const char *file, int index)
{
  GMappedFile *mapped = g_mapped_file_new (file, FALSE, NULL);
  hb_blob_t *blob;

  if (mapped == NULL)
    return FALSE;
  blob = hb_blob_create (g_mapped_file_get_contents (mapped), g_mapped_file_get_length (mapped),
                         HB_MEMORY_MODE_READONLY, mapped, (hb_destroy_func_t) g_mapped_file_unref);
  font->face = hb_face_create (blob, index);
  hb_blob_destroy (blob);
  hb_face_make_immutable (font->face);
  font->font = hb_font_create (font->face);
  font->units_per_em = hb_face_get_upem (font->face);
  return TRUE;
}

static gboolean
has_outlines (hb_face_t *face)
{
  hb_blob_t *glyf = hb_face_reference_table (face, HB_TAG ('g', 'l', 'y', 'f'));
  gboolean there = hb_blob_get_length (glyf) > 0;

  hb_blob_destroy (glyf);
  return there;
}

static gboolean
may_embed (hb_face_t *face)
{
  hb_blob_t *os2 = hb_face_reference_table (face, HB_TAG ('O', 'S', '/', '2'));
  guint length;
  const guint8 *bytes = (const guint8 *) hb_blob_get_data (os2, &length);
  guint type = length >= FS_TYPE + 2 ? (guint) bytes[FS_TYPE] << 8 | bytes[FS_TYPE + 1] : 0;

  hb_blob_destroy (os2);
  return (type & FS_RESTRICTED) == 0;
}

/* Opens the file chosen for a face: a TrueType font, of a collection the first. */
static gboolean
open_chosen (Font *font, const char *file, GError **error)
{
  const char *problem = NULL;

  font->chosen = TRUE;
  if (!open_font (font, file, 0))
    problem = _("the file cannot be read");
  else if (!has_outlines (font->face))
    problem = _("it has no TrueType outlines; expected a .ttf or .ttc file");
  else if (!may_embed (font->face))
    problem = _("its maker forbids embedding it in part");
  if (problem != NULL)
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_FONT,
                 _("The font “%s” chosen for packets cannot be used: %s. Choose another font, or none."), file,
                 problem);
  return problem == NULL;
}

/* Opens the font of the family that is nearest in weight; UMing, for one, has a light one only. */
static void
find_font (FcConfig *config, QuanFace face, Font *font)
{
  FcPattern *pattern = list_pattern (sources[face].family);
  FcObjectSet *wanted = FcObjectSetBuild (FC_FILE, FC_INDEX, FC_WEIGHT, NULL);
  FcFontSet *set = FcFontList (config, pattern, wanted);
  const char *best = NULL;
  int best_index = 0, best_distance = G_MAXINT;

  for (int i = 0; set != NULL && i < set->nfont; i++) {
    FcChar8 *file;
    int index, weight, distance;

    if (FcPatternGetString (set->fonts[i], FC_FILE, 0, &file) != FcResultMatch
        || FcPatternGetInteger (set->fonts[i], FC_INDEX, 0, &index) != FcResultMatch
        || FcPatternGetInteger (set->fonts[i], FC_WEIGHT, 0, &weight) != FcResultMatch)
      continue;
    distance = ABS (weight - sources[face].weight);
    if (distance < best_distance || (distance == best_distance && g_strcmp0 ((const char *) file, best) < 0)) {
      best = (const char *) file;
      best_index = index;
      best_distance = distance;
    }
  }
  if (best != NULL)
    open_font (font, best, best_index);
  g_clear_pointer (&set, FcFontSetDestroy);
  FcObjectSetDestroy (wanted);
  FcPatternDestroy (pattern);
}

/* The free fonts of the faces for which none is chosen. */
static void
find_free_fonts (QuanFonts *fonts)
{
  FcConfig *config = FcInitLoadConfigAndFonts ();

  for (int i = 0; i < QUAN_N_FACES && config != NULL; i++)
    if (!fonts->fonts[i].chosen && sources[i].family != NULL)
      find_font (config, i, &fonts->fonts[i]);
  g_clear_pointer (&config, FcConfigDestroy);
}

QuanFonts *
quan_fonts_new (const QuanFontChoice *choice, GError **error)
{
  g_autoptr (QuanFonts) fonts = g_new0 (QuanFonts, 1);
  int n_found = 0;

  for (int i = 0; i < QUAN_N_FACES; i++)
    if (choice != NULL && choice->file[i] != NULL && !open_chosen (&fonts->fonts[i], choice->file[i], error))
      return NULL;
  find_free_fonts (fonts);
  for (int i = 0; i < QUAN_N_FACES; i++)
    n_found += fonts->fonts[i].face != NULL;
  if (n_found == 0) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_FONT,
                 _("None of the fonts a packet is set in is installed. Install the packages %s, %s and %s."),
                 sources[QUAN_FACE_HEI].package, sources[QUAN_FACE_SONG].package, sources[QUAN_FACE_KAI].package);
    return NULL;
  }
  return g_steal_pointer (&fonts);
}

void
quan_fonts_free (QuanFonts *fonts)
{
  if (fonts == NULL)
    return;
  for (int i = 0; i < QUAN_N_FACES; i++) {
    hb_font_destroy (fonts->fonts[i].font);
    hb_face_destroy (fonts->fonts[i].face);
    for (int j = 0; j < N_BLOCKS; j++)
      g_free (fonts->blocks[i][j]);
  }
  g_free (fonts);
}

void
quan_fonts_finish (void)
{
  FcFini ();
}

gunichar
quan_fonts_visible (gunichar c)
{
  /* Nearly all there is; the ideographic space keeps its width. */
  if ((c > ' ' && c < 0x7F) || (c >= 0x3000 && c < 0xD800))
    return c;
  if ((c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || g_unichar_type (c) == G_UNICODE_FORMAT)
    return 0;
  return g_unichar_iscntrl (c) || g_unichar_isspace (c) ? ' ' : c;
}

/* Whether a glyph leaves no ink: some fonts map characters to glyphs they have not drawn. */
static gboolean
is_blank (const Font *font, hb_codepoint_t glyph)
{
  hb_glyph_extents_t extents;

  return !hb_font_get_glyph_extents (font->font, glyph, &extents) || (extents.width == 0 && extents.height == 0);
}

static gboolean
font_has (const Font *font, gunichar c, Entry *entry)
{
  hb_codepoint_t glyph;

  if (font->face == NULL || !hb_font_get_nominal_glyph (font->font, c, &glyph))
    return FALSE;
  if (c != ' ' && c != 0x3000 && is_blank (font, glyph))
    return FALSE;
  entry->advance = hb_font_get_glyph_h_advance (font->font, glyph) * 1000 / font->units_per_em;
  return TRUE;
}

static Entry
look_up (QuanFonts *fonts, QuanFace face, gunichar c)
{
  Entry entry = {.advance = 1000, .face = face, .known = TRUE};
  const char *borrowed = borrowed_from_kai[face];

  if (face == QUAN_FACE_FANGSONG && fonts->fonts[face].face == NULL)
    return look_up (fonts, QUAN_FACE_SONG, c);
  if (!fonts->fonts[face].chosen && borrowed != NULL && g_utf8_strchr (borrowed, -1, c) != NULL
      && font_has (&fonts->fonts[QUAN_FACE_KAI], c, &entry)) {
    entry.face = QUAN_FACE_KAI;
    entry.found = entry.borrowed = TRUE;
    return entry;
  }
  for (int i = 0; i < QUAN_N_FACES && !entry.found; i++) {
    QuanFace candidate = sources[face].chain[i];

    if (font_has (&fonts->fonts[candidate], c, &entry)) {
      entry.face = candidate;
      entry.found = TRUE;
      entry.borrowed = i > 0;
    }
  }
  return entry;
}

QuanGlyph
quan_fonts_glyph (QuanFonts *fonts, QuanFace face, gunichar c)
{
  Entry **block, *entry;

  g_assert (c < 0x110000);
  block = &fonts->blocks[face][c / BLOCK_SIZE];
  if (*block == NULL)
    *block = g_new0 (Entry, BLOCK_SIZE);
  entry = &(*block)[c % BLOCK_SIZE];
  if (!entry->known)
    *entry = look_up (fonts, face, c);
  return (QuanGlyph) {entry->face, entry->found, entry->borrowed, entry->advance};
}

hb_face_t *
quan_fonts_hb_face (QuanFonts *fonts, QuanFace face)
{
  return fonts->fonts[face].face;
}

void
quan_fonts_release (QuanFonts *fonts, QuanFace face)
{
  Font *font = &fonts->fonts[face];
  hb_blob_t *file;
  guint length;
  const char *data;

  if (font->released)
    return;
  file = hb_face_reference_blob (font->face);
  data = hb_blob_get_data (file, &length);
  quan_memory_release (data, length);
  hb_blob_destroy (file);
  font->released = TRUE;
}

gboolean
quan_fonts_check (QuanFonts *fonts, QuanFace face, const char *text, GError **error)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = quan_fonts_visible (g_utf8_get_char (p));

    if (c == 0 || quan_fonts_glyph (fonts, face, c).found || g_utf8_strchr (missing->str, -1, c) != NULL)
      continue;
    if (missing->len > 0)
      g_string_append (missing, ", ");
    g_string_append_unichar (missing, c);
    g_string_append_printf (missing, " (U+%04X)", c);
  }
  if (missing->len == 0)
    return TRUE;
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_FONT,
               _("No installed font has the character %s of “%s”. Install a font that has it, such as %s, or write the "
                 "text without it."), missing->str, text, sources[QUAN_FACE_KAI].package);
  return FALSE;
}
