/* Checks of what documents say: extraction, complaints, structure. */
#include "tests/packet/check.h"

#include <math.h>
#include <string.h>

void
check_add (GPtrArray *problems, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (problems, g_utf8_make_valid (text, -1));  /* what is quoted may be cut inside a character */
}

void
check_complaints (const InspectDocument *document, GPtrArray *problems)
{
  for (guint i = 0; i < document->complaints->len; i++)
    check_add (problems, "%s", (const char *) g_ptr_array_index (document->complaints, i));
}

static void
check_fonts (const InspectDocument *document, GPtrArray *problems)
{
  PopplerFontInfo *info = poppler_font_info_new (document->poppler);
  PopplerFontsIter *font = NULL;

  if (!poppler_font_info_scan (info, document->n_pages, &font))
    check_add (problems, "The document has no fonts.");
  while (font != NULL) {
    if (!poppler_fonts_iter_is_embedded (font) || !poppler_fonts_iter_is_subset (font))
      check_add (problems, "The font %s is not embedded as a subset.", poppler_fonts_iter_get_full_name (font));
    if (!poppler_fonts_iter_next (font))
      break;
  }
  g_clear_pointer (&font, poppler_fonts_iter_free);
  poppler_font_info_free (info);
}

static void
check_page (const InspectDocument *document, guint number, GPtrArray *problems)
{
  PopplerPage *page = poppler_document_get_page (document->poppler, number);
  g_autofree char *expected = g_strdup_printf ("第%u页共%u页", number + 1, document->n_pages);
  double width, height;

  poppler_page_get_size (page, &width, &height);
  g_object_unref (page);
  if (fabs (width - QUAN_A4_WIDTH) > 0.01 || fabs (height - QUAN_A4_HEIGHT) > 0.01)
    check_add (problems, "Page %u is %.2f × %.2f pt, not A4.", number + 1, width, height);
  for (int i = 0; i < INSPECT_N_EXTRACTORS; i++)
    if (strstr (document->texts[i][number], expected) == NULL)
      check_add (problems, "Page %u: %s does not find “%s”.", number + 1, inspect_extractors[i], expected);
}

/* Whether bytes, zero bytes among them, hold a text. */
static gboolean
holds (GBytes *bytes, const char *text)
{
  gsize length, wanted = strlen (text);
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i + wanted <= length; i++)
    if (memcmp (data + i, text, wanted) == 0)
      return TRUE;
  return FALSE;
}

void
check_structure (const InspectDocument *document, GPtrArray *problems)
{
  g_autofree char *title = poppler_document_get_title (document->poppler);
  PopplerIndexIter *bookmarks = poppler_index_iter_new (document->poppler);

  if (title == NULL || *title == '\0')
    check_add (problems, "The document has no title.");
  if (bookmarks == NULL)
    check_add (problems, "The document has no bookmarks.");
  if (!holds (document->pdf, "/Lang (zh-CN)"))
    check_add (problems, "The document does not say that it is Chinese.");
  g_clear_pointer (&bookmarks, poppler_index_iter_free);
  check_fonts (document, problems);
  for (guint i = 0; i < document->n_pages; i++)
    check_page (document, i, problems);
}

static int
compare_characters (gconstpointer a, gconstpointer b)
{
  gunichar x = *(const gunichar *) a, y = *(const gunichar *) b;

  return x < y ? -1 : x > y;
}

static gunichar *
sorted_characters (const char *text, glong *n)
{
  gunichar *characters = g_utf8_to_ucs4_fast (text, -1, n);

  qsort (characters, *n, sizeof *characters, compare_characters);
  return characters;
}

/* Whether two texts hold the same characters, each as often; else the first that is more often in one of them. */
static gboolean
same_characters (const char *a, const char *b, gunichar *odd)
{
  glong n_a, n_b, i = 0;
  g_autofree gunichar *x = sorted_characters (a, &n_a), *y = sorted_characters (b, &n_b);

  while (i < n_a && i < n_b && x[i] == y[i])
    i++;
  if (i == n_a && i == n_b)
    return TRUE;
  *odd = i == n_b || (i < n_a && x[i] < y[i]) ? x[i] : y[i];
  return FALSE;
}

/* Ghostscript 10.0 takes the high byte of the second half of a character beyond the basic plane from the first half's
 * low byte, and leaves both halves apart. Whether it did so here. */
static gboolean
has_halves (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) >= 0xD800 && g_utf8_get_char (p) < 0xE000)
      return TRUE;
  return FALSE;
}

static char *
into_halves (const char *text)
{
  GString *result = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p), first = 0xD7C0 + (c >> 10);

    if (c <= 0xFFFF) {
      g_string_append_unichar (result, c);
    } else {
      g_string_append_unichar (result, first);
      g_string_append_unichar (result, (first & 0xFF) << 8 | (c & 0xFF));
    }
  }
  return g_string_free (result, FALSE);
}

static void
check_lines_of_page (const InspectDocument *document, InspectExtractor extractor, guint page, const GPtrArray *lines,
                     GPtrArray *problems)
{
  const char *found = document->texts[extractor][page], *name = inspect_extractors[extractor];
  gboolean halved = extractor == INSPECT_GHOSTSCRIPT && has_halves (found);
  g_autoptr (GString) whole = g_string_new (NULL);
  gunichar odd = 0;
  char buffer[7] = "";

  for (guint i = 0; i < lines->len; i++) {
    const char *line = g_ptr_array_index (lines, i);
    g_autofree char *expected = halved ? into_halves (line) : g_strdup (line);

    g_string_append (whole, expected);
    if (strstr (found, expected) == NULL)
      check_add (problems, "Page %u: %s does not find “%s”.", page + 1, name, line);
  }
  if (same_characters (whole->str, found, &odd))
    return;
  g_unichar_to_utf8 (odd, buffer);
  check_add (problems, "Page %u: %s does not find “%s” (U+%04X) as often as it is written.", page + 1, name, buffer,
             odd);
}

/* The texts of a page of the canvas, as they are compared. */
static GPtrArray *
lines_of (const QuanCanvas *canvas, guint page)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (int layer = 0; layer < QUAN_N_LAYERS; layer++) {
    guint n;
    const QuanOp *ops = quan_canvas_ops (canvas, page, layer, &n);

    for (guint i = 0; i < n; i++)
      if (ops[i].kind == QUAN_OP_TEXT)
        g_ptr_array_add (lines, inspect_dense (ops[i].text));
  }
  return lines;
}

void
check_lines (const InspectDocument *document, const QuanCanvas *canvas, GPtrArray *problems)
{
  if (document->n_pages != quan_canvas_n_pages (canvas))
    check_add (problems, "The document has %u pages, not %u.", document->n_pages, quan_canvas_n_pages (canvas));
  for (guint page = 0; page < MIN (document->n_pages, quan_canvas_n_pages (canvas)); page++) {
    g_autoptr (GPtrArray) lines = lines_of (canvas, page);

    for (int i = 0; i < INSPECT_N_EXTRACTORS; i++)
      check_lines_of_page (document, i, page, lines, problems);
  }
}

void
check_all (const InspectDocument *document, const QuanCanvas *canvas, GPtrArray *problems)
{
  check_complaints (document, problems);
  check_structure (document, problems);
  check_lines (document, canvas, problems);
  check_overprint (document, problems);
  check_crossings (canvas, problems);
  check_paint (document, canvas, problems);
  check_margins (canvas, problems);
}
