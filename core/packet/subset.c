#include "core/packet/subset.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <hb-ot.h>
#include <hb-subset.h>

#include "core/base/error.h"
#include "core/packet/deflate.h"

#define MAX_CHARACTERS 32000
#define BLOCK_SIZE 256
#define N_BLOCKS (0x110000 / BLOCK_SIZE)
#define HHEA_N_METRICS 34  /* offset of numberOfHMetrics */
/* Outlines hardly shrink further with more effort, which takes longer than the pages do. */
#define PROGRAM_LEVEL 2

/* What readers need of a font that is embedded with its own codes, beside the metrics. */
static const hb_tag_t program_tables[] = {
  HB_TAG ('g', 'l', 'y', 'f'), HB_TAG ('h', 'e', 'a', 'd'), HB_TAG ('l', 'o', 'c', 'a'), HB_TAG ('m', 'a', 'x', 'p'),
};

/* What libharu needs beyond that. */
static const hb_tag_t more_tables[] = {
  HB_TAG ('O', 'S', '/', '2'), HB_TAG ('p', 'o', 's', 't'),
};

static const hb_tag_t dropped_tables[] = {
  HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'D', 'E', 'F'), HB_TAG ('v', 'h', 'e', 'a'),
  HB_TAG ('v', 'm', 't', 'x'), HB_TAG ('k', 'e', 'r', 'n'), HB_TAG ('E', 'B', 'D', 'T'), HB_TAG ('E', 'B', 'L', 'C'),
  HB_TAG ('E', 'B', 'S', 'C'), HB_TAG ('V', 'O', 'R', 'G'), HB_TAG ('c', 'm', 'a', 'p'), HB_TAG ('n', 'a', 'm', 'e'),
};

static void
assign_codes (QuanSubset *subset, const hb_set_t *characters)
{
  hb_codepoint_t c = HB_SET_VALUE_INVALID;

  while (hb_set_next (characters, &c)) {
    guint16 **block = &subset->blocks[c / BLOCK_SIZE];

    g_array_append_val (subset->characters, c);
    if (*block == NULL)
      *block = g_new0 (guint16, BLOCK_SIZE);
    (*block)[c % BLOCK_SIZE] = subset->characters->len;
  }
}

static void
put_u16 (GByteArray *bytes, guint value)
{
  const guint8 pair[] = {value >> 8, value & 0xFF};

  g_byte_array_append (bytes, pair, sizeof pair);
}

static void
put_u32 (GByteArray *bytes, guint32 value)
{
  put_u16 (bytes, value >> 16);
  put_u16 (bytes, value & 0xFFFF);
}

static guint
get_u16 (const char *bytes)
{
  return ((guint) (guint8) bytes[0] << 8) | (guint8) bytes[1];
}

/* The glyph of every code in the planned subset. */
static GByteArray *
glyphs_of_codes (const QuanSubset *subset, hb_subset_plan_t *plan)
{
  GByteArray *glyphs = g_byte_array_sized_new (2 * (subset->characters->len + 1));
  const hb_map_t *to_old = hb_subset_plan_unicode_to_old_glyph_mapping (plan);
  const hb_map_t *to_new = hb_subset_plan_old_to_new_glyph_mapping (plan);

  put_u16 (glyphs, 0);
  for (guint i = 0; i < subset->characters->len; i++)
    put_u16 (glyphs, hb_map_get (to_new, hb_map_get (to_old, g_array_index (subset->characters, gunichar, i))));
  return glyphs;
}

/* A cmap for Windows Unicode of one format 4 table with two segments: the codes, and the one that ends every such table. */
static GByteArray *
flat_cmap (const GByteArray *glyphs)
{
  GByteArray *cmap = g_byte_array_new ();
  guint n_codes = glyphs->len / 2 - 1;

  put_u16 (cmap, 0), put_u16 (cmap, 1), put_u16 (cmap, 3), put_u16 (cmap, 1), put_u32 (cmap, 12);
  put_u16 (cmap, 4), put_u16 (cmap, 16 + 2 * 8 + 2 * n_codes), put_u16 (cmap, 0);
  put_u16 (cmap, 4), put_u16 (cmap, 4), put_u16 (cmap, 1), put_u16 (cmap, 0);  /* 2 segments: how to search them */
  put_u16 (cmap, n_codes), put_u16 (cmap, 0xFFFF), put_u16 (cmap, 0);          /* their ends */
  put_u16 (cmap, 1), put_u16 (cmap, 0xFFFF);                                   /* their starts */
  put_u16 (cmap, 0), put_u16 (cmap, 1);                                        /* deltas: 0xFFFF maps to glyph 0 */
  put_u16 (cmap, 4), put_u16 (cmap, 0);                                        /* where the glyphs stand from here */
  g_byte_array_append (cmap, glyphs->data + 2, 2 * n_codes);
  return cmap;
}

/* A name table for Windows with what libharu asks for: the name of the font, and that it is the regular one. */
static GByteArray *
name_table (const char *label)
{
  const struct {
    guint       id;
    const char *name;
  } names[] = {{HB_OT_NAME_ID_FONT_SUBFAMILY, "Regular"}, {HB_OT_NAME_ID_POSTSCRIPT_NAME, label}};
  GByteArray *table = g_byte_array_new ();
  guint offset = 0;

  put_u16 (table, 0), put_u16 (table, G_N_ELEMENTS (names)), put_u16 (table, 6 + 12 * G_N_ELEMENTS (names));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    put_u16 (table, 3), put_u16 (table, 1), put_u16 (table, 0x409);
    put_u16 (table, names[i].id), put_u16 (table, 2 * strlen (names[i].name)), put_u16 (table, offset);
    offset += 2 * strlen (names[i].name);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (const char *p = names[i].name; *p != '\0'; p++)
      put_u16 (table, *p);
  return table;
}

static char *
postscript_name (hb_face_t *face)
{
  char name[64];
  guint size = sizeof name;

  hb_ot_name_get_utf8 (face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
  g_strcanon (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS, '-');
  return g_strdup (*name != '\0' ? name : "Font");
}

static void
add_table (hb_face_t *builder, hb_tag_t tag, GByteArray *bytes)
{
  hb_blob_t *blob = hb_blob_create ((const char *) bytes->data, bytes->len, HB_MEMORY_MODE_DUPLICATE, NULL, NULL);

  hb_face_builder_add_table (builder, tag, blob);
  hb_blob_destroy (blob);
}

/* Metrics written out for every glyph, the one of .notdef an em wide. */
static void
add_metrics (hb_face_t *builder, hb_face_t *subset)
{
  hb_blob_t *hhea = hb_face_reference_table (subset, HB_TAG ('h', 'h', 'e', 'a'));
  hb_blob_t *hmtx = hb_face_reference_table (subset, HB_TAG ('h', 'm', 't', 'x'));
  guint hhea_length, hmtx_length, n_glyphs = hb_face_get_glyph_count (subset);
  const char *header = hb_blob_get_data (hhea, &hhea_length), *old = hb_blob_get_data (hmtx, &hmtx_length);
  guint n_long = get_u16 (header + HHEA_N_METRICS);
  g_autoptr (GByteArray) new_hhea = g_byte_array_new ();
  g_autoptr (GByteArray) new_hmtx = g_byte_array_new ();

  g_byte_array_append (new_hhea, (const guint8 *) header, HHEA_N_METRICS);
  put_u16 (new_hhea, n_glyphs);
  for (guint i = 0; i < n_glyphs; i++) {
    put_u16 (new_hmtx, i == 0 ? hb_face_get_upem (subset) : get_u16 (old + 4 * MIN (i, n_long - 1)));
    put_u16 (new_hmtx, get_u16 (i < n_long ? old + 4 * i + 2 : old + 4 * n_long + 2 * (i - n_long)));
  }
  add_table (builder, HB_TAG ('h', 'h', 'e', 'a'), new_hhea);
  add_table (builder, HB_TAG ('h', 'm', 't', 'x'), new_hmtx);
  hb_blob_destroy (hhea);
  hb_blob_destroy (hmtx);
}

static void
copy_tables (hb_face_t *builder, hb_face_t *subset, const hb_tag_t *tags, gsize n_tags)
{
  for (gsize i = 0; i < n_tags; i++) {
    hb_blob_t *blob = hb_face_reference_table (subset, tags[i]);

    if (hb_blob_get_length (blob) > 0)
      hb_face_builder_add_table (builder, tags[i], blob);
    hb_blob_destroy (blob);
  }
}

/* The font file of what was added to builder so far. */
static GBytes *
built (hb_face_t *builder)
{
  hb_blob_t *blob = hb_face_reference_blob (builder);

  return g_bytes_new_with_free_func (hb_blob_get_data (blob, NULL), hb_blob_get_length (blob),
                                     (GDestroyNotify) hb_blob_destroy, blob);
}

static void
rebuild (QuanSubset *subset, hb_face_t *cut, const char *label, const GByteArray *glyphs)
{
  hb_face_t *builder = hb_face_builder_create ();
  g_autoptr (GByteArray) cmap = flat_cmap (glyphs), names = name_table (label);
  g_autoptr (GBytes) program = NULL;

  copy_tables (builder, cut, program_tables, G_N_ELEMENTS (program_tables));
  add_metrics (builder, cut);
  program = built (builder);
  subset->length = g_bytes_get_size (program);
  subset->program = quan_deflate (g_bytes_get_data (program, NULL), subset->length, PROGRAM_LEVEL);
  copy_tables (builder, cut, more_tables, G_N_ELEMENTS (more_tables));
  add_table (builder, HB_TAG ('c', 'm', 'a', 'p'), cmap);
  add_table (builder, HB_TAG ('n', 'a', 'm', 'e'), names);
  subset->font = built (builder);
  hb_face_destroy (builder);
}

static hb_subset_input_t *
subset_input (const hb_set_t *characters)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_set_t *dropped = hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG);

  hb_set_set (hb_subset_input_unicode_set (input), characters);
  for (gsize i = 0; i < G_N_ELEMENTS (dropped_tables); i++)
    hb_set_add (dropped, dropped_tables[i]);
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING);
  return input;
}

/* Cuts the font; FALSE if it does not let itself be cut. */
static gboolean
cut_font (QuanSubset *subset, hb_face_t *face, const char *label, const hb_set_t *characters)
{
  hb_subset_input_t *input = subset_input (characters);
  hb_subset_plan_t *plan = hb_subset_plan_create_or_fail (face, input);
  hb_face_t *cut = plan != NULL ? hb_subset_plan_execute_or_fail (plan) : NULL;

  if (cut != NULL) {
    GByteArray *glyphs = glyphs_of_codes (subset, plan);

    rebuild (subset, cut, label, glyphs);
    subset->glyphs = g_byte_array_free_to_bytes (glyphs);
  }
  hb_face_destroy (cut);
  hb_subset_plan_destroy (plan);
  hb_subset_input_destroy (input);
  return subset->font != NULL;
}

QuanSubset *
quan_subset_new (hb_face_t *face, const char *label, const hb_set_t *characters, GError **error)
{
  g_autoptr (QuanSubset) subset = g_new0 (QuanSubset, 1);
  guint n = hb_set_get_population (characters);

  subset->characters = g_array_sized_new (FALSE, FALSE, sizeof (gunichar), n);
  subset->blocks = g_new0 (guint16 *, N_BLOCKS);
  assign_codes (subset, characters);
  subset->name = postscript_name (face);
  if (n > MAX_CHARACTERS || !cut_font (subset, face, label, characters)) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_FONT,
                 _("A font cannot be embedded with the %u characters the document uses of it. Reinstall the fonts, or "
                   "make documents of fewer different characters."), n);
    return NULL;
  }
  return g_steal_pointer (&subset);
}

void
quan_subset_free (QuanSubset *subset)
{
  if (subset == NULL)
    return;
  g_clear_pointer (&subset->font, g_bytes_unref);
  g_clear_pointer (&subset->program, g_bytes_unref);
  g_clear_pointer (&subset->glyphs, g_bytes_unref);
  for (int i = 0; i < N_BLOCKS; i++)
    g_free (subset->blocks[i]);
  g_free (subset->blocks);
  g_array_unref (subset->characters);
  g_free (subset->name);
  g_free (subset);
}

guint
quan_subset_code (const QuanSubset *subset, gunichar c)
{
  return subset->blocks[c / BLOCK_SIZE][c % BLOCK_SIZE];
}
