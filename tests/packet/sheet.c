#include "tests/packet/sheet.h"

#define PER_LINE 40
#define LINES 58
#define SIZE 10.0
#define LEADING 12.5
#define LEFT 90.0
#define FIRST_BASELINE 60.0
#define NUMBER_BASELINE 795.0

/* The rows and cells of GB2312's characters, as bytes. */
#define FIRST_ROW 0xB0
#define LAST_ROW 0xF7
#define FIRST_CELL 0xA1
#define LAST_CELL 0xFE

GArray *
sheet_common (void)
{
  GArray *characters = g_array_new (FALSE, FALSE, sizeof (gunichar));

  for (int row = FIRST_ROW; row <= LAST_ROW; row++)
    for (int cell = FIRST_CELL; cell <= LAST_CELL; cell++) {
      const char bytes[] = {row, cell};
      g_autofree char *text = g_convert (bytes, sizeof bytes, "UTF-8", "GB2312", NULL, NULL, NULL);
      gunichar c = text != NULL ? g_utf8_get_char (text) : 0;

      if (c != 0)
        g_array_append_val (characters, c);
    }
  return characters;
}

static gboolean
is_common (gunichar c)
{
  char text[7] = "";
  g_autofree char *bytes = NULL;

  g_unichar_to_utf8 (c, text);
  bytes = g_convert (text, -1, "GB2312", "UTF-8", NULL, NULL, NULL);
  return bytes != NULL;
}

/* Adds n characters of a range, spread over it, that some font has. */
static void
add_spread (GArray *characters, QuanFonts *fonts, gunichar first, gunichar last, guint n)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gunichar));

  for (gunichar c = first; c <= last; c++)
    if (quan_fonts_glyph (fonts, QUAN_FACE_KAI, c).found && !is_common (c))
      g_array_append_val (found, c);
  g_assert_cmpuint (found->len, >=, n);
  for (guint i = 0; i < n; i++)
    g_array_append_val (characters, g_array_index (found, gunichar, i * found->len / n));
}

GArray *
sheet_rare (QuanFonts *fonts, guint n)
{
  static const char names[] = "喆堃镕犇骉㛃䶮龘淼垚翀赟彧昇祎頔玥珺瑀旻晟暘烜燊懋頫碁𠮷";
  GArray *characters = g_array_new (FALSE, FALSE, sizeof (gunichar));

  for (const char *p = names; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    g_array_append_val (characters, c);
  }
  add_spread (characters, fonts, 0x4E00, 0x9FA5, n / 4);
  add_spread (characters, fonts, 0x3400, 0x4DB5, n / 4);
  add_spread (characters, fonts, 0x20000, 0x2FA1D, n - n / 4 * 2);
  return characters;
}

void
sheet_draw (QuanCanvas *canvas, QuanFace face, const GArray *characters)
{
  const QuanTextStyle style = {.face = face, .size = SIZE};

  for (guint i = 0; i < characters->len; i += PER_LINE) {
    guint line = i / PER_LINE % LINES;
    const gunichar *first = &g_array_index (characters, gunichar, i);
    g_autofree char *text = g_ucs4_to_utf8 (first, MIN (PER_LINE, characters->len - i), NULL, NULL, NULL);

    if (line == 0)
      quan_canvas_add_page (canvas);
    quan_canvas_text (canvas, LEFT, FIRST_BASELINE + line * LEADING, text, &style);
  }
}

void
sheet_number (QuanCanvas *canvas)
{
  const QuanTextStyle style = {.face = QUAN_FACE_HEI, .size = 9};
  guint n_pages = quan_canvas_n_pages (canvas);

  for (guint page = 0; page < n_pages; page++) {
    g_autofree char *number = g_strdup_printf ("第 %u 页 共 %u 页", page + 1, n_pages);

    quan_canvas_select (canvas, page, QUAN_LAYER_OVER);
    quan_canvas_bookmark (canvas, number);
    quan_canvas_text (canvas, LEFT, NUMBER_BASELINE, number, &style);
  }
}

GBytes *
sheet_saved (HPDF_Doc doc)
{
  HPDF_UINT32 size;
  guint8 *bytes;

  HPDF_SaveToStream (doc);
  size = HPDF_GetStreamSize (doc);
  bytes = g_malloc (size);
  HPDF_ReadFromStream (doc, bytes, &size);
  g_assert_cmpint (HPDF_GetError (doc), ==, HPDF_OK);
  return g_bytes_new_take (bytes, size);
}
