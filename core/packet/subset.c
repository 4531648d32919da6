#include "core/packet/subset.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <hb-subset.h>

#include "core/base/error.h"

#define PRIVATE_FIRST 0xE000
#define PRIVATE_LAST 0xF8FF
/* Codes this near share a segment of the cmap: a few empty places cost less than one more segment to search. */
#define SEGMENT_GAP 256
#define HHEA_N_METRICS 34  /* offset of numberOfHMetrics */

static const hb_tag_t kept_tables[] = {
  HB_TAG ('O', 'S', '/', '2'), HB_TAG ('g', 'l', 'y', 'f'), HB_TAG ('h', 'e', 'a', 'd'), HB_TAG ('l', 'o', 'c', 'a'),
  HB_TAG ('m', 'a', 'x', 'p'), HB_TAG ('n', 'a', 'm', 'e'), HB_TAG ('p', 'o', 's', 't'),
};

static const hb_tag_t dropped_tables[] = {
  HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'D', 'E', 'F'), HB_TAG ('v', 'h', 'e', 'a'),
  HB_TAG ('v', 'm', 't', 'x'), HB_TAG ('k', 'e', 'r', 'n'), HB_TAG ('E', 'B', 'D', 'T'), HB_TAG ('E', 'B', 'L', 'C'),
  HB_TAG ('E', 'B', 'S', 'C'), HB_TAG ('V', 'O', 'R', 'G'), HB_TAG ('c', 'm', 'a', 'p'),
};

/* A code and its glyph in the subset. */
typedef struct {
  guint16 code, glyph;
} CodeGlyph;

static gboolean
assign_codes (QuanSubset *subset, const hb_set_t *characters)
{
  hb_codepoint_t c = HB_SET_VALUE_INVALID;
  guint16 private = PRIVATE_FIRST;

  while (hb_set_next (characters, &c)) {
    QuanCode code = {c, c};

    if (c > 0xFFFF) {
      while (private <= PRIVATE_LAST && hb_set_has (characters, private))
        private++;
      if (private > PRIVATE_LAST)
        return FALSE;
      code.code = private++;
    }
    g_array_append_val (subset->codes, code);
  }
  return TRUE;
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return ((const CodeGlyph *) a)->code - ((const CodeGlyph *) b)->code;
}

/* The codes with their glyphs in the planned subset, by code. */
static GArray *
codes_to_glyphs (const QuanSubset *subset, hb_subset_plan_t *plan)
{
  GArray *result = g_array_sized_new (FALSE, FALSE, sizeof (CodeGlyph), subset->codes->len);
  const hb_map_t *to_old = hb_subset_plan_unicode_to_old_glyph_mapping (plan);
  const hb_map_t *to_new = hb_subset_plan_old_to_new_glyph_mapping (plan);

  for (guint i = 0; i < subset->codes->len; i++) {
    const QuanCode *code = &g_array_index (subset->codes, QuanCode, i);
    CodeGlyph pair = {code->code, hb_map_get (to_new, hb_map_get (to_old, code->c))};

    g_array_append_val (result, pair);
  }
  g_array_sort (result, compare_codes);
  return result;
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

/* The glyphs of each segment stand one after the other in places; starts and ends are its first and last code. */
static void
cut_segments (const GArray *pairs, GArray *starts, GArray *ends, GArray *places)
{
  for (guint i = 0; i < pairs->len; i++) {
    CodeGlyph pair = g_array_index (pairs, CodeGlyph, i);
    guint16 *end = ends->len > 0 ? &g_array_index (ends, guint16, ends->len - 1) : NULL;

    if (end != NULL && pair.code - *end <= SEGMENT_GAP) {
      g_array_set_size (places, places->len + (pair.code - *end - 1));
      *end = pair.code;
    } else {
      g_array_append_val (starts, pair.code);
      g_array_append_val (ends, pair.code);
    }
    g_array_append_val (places, pair.glyph);
  }
}

static void
put_all (GByteArray *bytes, const GArray *values)
{
  for (guint i = 0; i < values->len; i++)
    put_u16 (bytes, g_array_index (values, guint16, i));
}

/* A cmap of one format 4 table for Windows Unicode; NULL if it outgrows its 16-bit length. */
static GByteArray *
flat_cmap (const GArray *pairs)
{
  g_autoptr (GByteArray) cmap = g_byte_array_new ();
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint16));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint16));
  g_autoptr (GArray) places = g_array_new (FALSE, TRUE, sizeof (guint16));
  const guint16 last = 0xFFFF;
  guint n, length, offset, power = 1, log = 0;

  cut_segments (pairs, starts, ends, places);
  g_array_append_val (starts, last);
  g_array_append_val (ends, last);
  n = starts->len;
  length = 16 + 8 * n + 2 * places->len;
  if (length > G_MAXUINT16)
    return NULL;
  for (; power * 2 <= n; power *= 2)
    log++;
  put_u16 (cmap, 0), put_u16 (cmap, 1), put_u16 (cmap, 3), put_u16 (cmap, 1), put_u32 (cmap, 12);
  put_u16 (cmap, 4), put_u16 (cmap, length), put_u16 (cmap, 0);
  put_u16 (cmap, 2 * n), put_u16 (cmap, 2 * power), put_u16 (cmap, log), put_u16 (cmap, 2 * (n - power));
  put_all (cmap, ends);
  put_u16 (cmap, 0);
  put_all (cmap, starts);
  for (guint i = 0; i < n; i++)
    put_u16 (cmap, i + 1 == n);  /* deltas: 0xFFFF maps to glyph 0 */
  offset = 2 * n;  /* from the place the offset itself stands at */
  for (guint i = 0; i < n; i++) {
    put_u16 (cmap, i + 1 == n ? 0 : offset);
    offset += 2 * (g_array_index (ends, guint16, i) - g_array_index (starts, guint16, i) + 1) - 2;
  }
  put_all (cmap, places);
  return g_steal_pointer (&cmap);
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

static GBytes *
rebuild (hb_face_t *subset, GByteArray *cmap)
{
  hb_face_t *builder = hb_face_builder_create ();
  hb_blob_t *blob;

  for (gsize i = 0; i < G_N_ELEMENTS (kept_tables); i++) {
    blob = hb_face_reference_table (subset, kept_tables[i]);
    if (hb_blob_get_length (blob) > 0)
      hb_face_builder_add_table (builder, kept_tables[i], blob);
    hb_blob_destroy (blob);
  }
  add_table (builder, HB_TAG ('c', 'm', 'a', 'p'), cmap);
  add_metrics (builder, subset);
  blob = hb_face_reference_blob (builder);
  hb_face_destroy (builder);
  return g_bytes_new_with_free_func (hb_blob_get_data (blob, NULL), hb_blob_get_length (blob),
                                     (GDestroyNotify) hb_blob_destroy, blob);
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

/* The TrueType file for subset's codes, NULL if the font does not yield one. */
static GBytes *
make_font (const QuanSubset *subset, hb_face_t *face, const hb_set_t *characters)
{
  hb_subset_input_t *input = subset_input (characters);
  hb_subset_plan_t *plan = hb_subset_plan_create_or_fail (face, input);
  hb_face_t *cut = plan != NULL ? hb_subset_plan_execute_or_fail (plan) : NULL;
  GBytes *font = NULL;

  if (cut != NULL) {
    g_autoptr (GArray) pairs = codes_to_glyphs (subset, plan);
    g_autoptr (GByteArray) cmap = flat_cmap (pairs);

    font = cmap != NULL ? rebuild (cut, cmap) : NULL;
  }
  hb_face_destroy (cut);
  hb_subset_plan_destroy (plan);
  hb_subset_input_destroy (input);
  return font;
}

QuanSubset *
quan_subset_new (hb_face_t *face, const hb_set_t *characters, GError **error)
{
  g_autoptr (QuanSubset) subset = g_new0 (QuanSubset, 1);

  subset->codes = g_array_new (FALSE, FALSE, sizeof (QuanCode));
  if (assign_codes (subset, characters))
    subset->font = make_font (subset, face, characters);
  if (subset->font == NULL) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_FONT,
                 _("A font cannot be embedded with the %u characters the document uses of it. Reinstall the fonts, or "
                   "make documents of fewer different characters."), hb_set_get_population (characters));
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
  g_array_unref (subset->codes);
  g_free (subset);
}

gunichar
quan_subset_code (const QuanSubset *subset, gunichar c)
{
  if (c <= 0xFFFF)
    return c;
  /* Characters beyond the basic plane are few and stand last. */
  for (guint i = subset->codes->len; i-- > 0;) {
    const QuanCode *code = &g_array_index (subset->codes, QuanCode, i);

    if (code->c == c)
      return code->code;
  }
  g_assert_not_reached ();
}
