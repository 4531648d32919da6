#include "core/packet/draw.h"

#include <math.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <hpdf.h>

#include "core/base/error.h"
#include "core/packet/memory-file.h"

/* Pages of one node of the page tree; libharu's arrays are limited. */
#define PAGES_PER_NODE 64

#if HPDF_MAJOR_VERSION * 100 + HPDF_MINOR_VERSION >= 204
typedef HPDF_REAL DashLength;
#else
typedef HPDF_UINT16 DashLength;
#endif

/* The first error libharu reported; it ignores further calls until reset, so one check a page is enough. */
typedef struct {
  HPDF_STATUS code, detail;
} Trouble;

/* What the current page's graphics state is known to be, so that it is set only where it changes. */
typedef struct {
  HPDF_Page page;
  HPDF_Font font;
  double    size, spacing, line_width;
  int       dash;
  QuanInk   fill, stroke;
  gboolean  stroked_text;
} Pen;

typedef struct {
  const QuanCanvas *canvas;
  QuanDrawing      *drawing;
  HPDF_Doc          doc;
  HPDF_Font         fonts[QUAN_N_FACES];
  int               files[QUAN_N_FACES];  /* descriptors of the subsets, -1 */
  Trouble           trouble;
  Pen               pen;
} Drawer;

static void
note_trouble (HPDF_STATUS code, HPDF_STATUS detail, void *data)
{
  Trouble *trouble = data;

  if (trouble->code == HPDF_OK)
    *trouble = (Trouble) {code, detail};
}

static gboolean
check_trouble (const Drawer *drawer, guint page, GError **error)
{
  if (drawer->trouble.code == HPDF_OK)
    return TRUE;
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_OUTPUT,
               _("Page %u of the document cannot be drawn: the PDF library reports error 0x%04lX (%lu). Make the "
                 "document smaller or report this."), page + 1, drawer->trouble.code, drawer->trouble.detail);
  return FALSE;
}

/* The characters each face draws on all pages; refuses those no font has. */
static gboolean
collect_characters (const QuanCanvas *canvas, hb_set_t *used[QUAN_N_FACES], GError **error)
{
  QuanFonts *fonts = quan_canvas_fonts (canvas);

  for (guint page = 0; page < quan_canvas_n_pages (canvas); page++)
    for (int layer = 0; layer < QUAN_N_LAYERS; layer++) {
      guint n_ops;
      const QuanOp *ops = quan_canvas_ops (canvas, page, layer, &n_ops);

      for (guint i = 0; i < n_ops; i++) {
        if (ops[i].kind != QUAN_OP_TEXT)
          continue;
        if (!quan_fonts_check (fonts, ops[i].style.face, ops[i].text, error))
          return FALSE;
        for (const char *p = ops[i].text; *p != '\0'; p = g_utf8_next_char (p)) {
          gunichar c = quan_fonts_visible (g_utf8_get_char (p));

          if (c != 0)
            hb_set_add (used[quan_fonts_glyph (fonts, ops[i].style.face, c).face], c);
        }
      }
    }
  return TRUE;
}

static gboolean
load_font (Drawer *drawer, QuanFace face, const hb_set_t *characters, GError **error)
{
  QuanDrawing *drawing = drawer->drawing;
  hb_face_t *hb_face = quan_fonts_hb_face (quan_canvas_fonts (drawer->canvas), face);
  g_autofree char *path = NULL;
  const char *name;

  drawing->subsets[face] = quan_subset_new (hb_face, characters, error);
  if (drawing->subsets[face] == NULL)
    return FALSE;
  drawer->files[face] = quan_memory_file_new (drawing->subsets[face]->font, &path, error);
  if (drawer->files[face] < 0)
    return FALSE;
  name = HPDF_LoadTTFontFromFile (drawer->doc, path, HPDF_TRUE);
  drawing->names[face] = g_strdup (name);
  drawer->fonts[face] = name != NULL ? HPDF_GetFont (drawer->doc, name, "UTF-8") : NULL;
  return check_trouble (drawer, 0, error);
}

static gboolean
load_fonts (Drawer *drawer, GError **error)
{
  hb_set_t *used[QUAN_N_FACES];
  gboolean ok;

  for (int i = 0; i < QUAN_N_FACES; i++)
    used[i] = hb_set_create ();
  ok = collect_characters (drawer->canvas, used, error);
  for (int i = 0; i < QUAN_N_FACES; i++) {
    ok = ok && (hb_set_is_empty (used[i]) || load_font (drawer, i, used[i], error));
    hb_set_destroy (used[i]);
  }
  return ok;
}

/* Hundredths of a point are finer than any printer, and keep the file short. */
static HPDF_REAL
round_point (double value)
{
  return (HPDF_REAL) (round (value * 100) / 100);
}

static HPDF_REAL
flip (double y)
{
  return round_point (QUAN_A4_HEIGHT - y);
}

static gboolean
same_ink (QuanInk a, QuanInk b)
{
  return a.r == b.r && a.g == b.g && a.b == b.b;
}

static void
set_fill (Pen *pen, QuanInk ink)
{
  if (same_ink (pen->fill, ink))
    return;
  pen->fill = ink;
  if (ink.r == ink.g && ink.g == ink.b)
    HPDF_Page_SetGrayFill (pen->page, ink.r);
  else
    HPDF_Page_SetRGBFill (pen->page, ink.r, ink.g, ink.b);
}

static void
set_stroke (Pen *pen, QuanInk ink, double width, int dash)
{
  if (!same_ink (pen->stroke, ink)) {
    pen->stroke = ink;
    if (ink.r == ink.g && ink.g == ink.b)
      HPDF_Page_SetGrayStroke (pen->page, ink.r);
    else
      HPDF_Page_SetRGBStroke (pen->page, ink.r, ink.g, ink.b);
  }
  if (pen->line_width != width) {
    pen->line_width = width;
    HPDF_Page_SetLineWidth (pen->page, width);
  }
  if (pen->dash != dash) {
    const DashLength pattern[] = {dash};

    pen->dash = dash;
    HPDF_Page_SetDash (pen->page, dash > 0 ? pattern : NULL, dash > 0 ? 1 : 0, 0);
  }
}

static void
set_font (Pen *pen, HPDF_Font font, double size, double spacing)
{
  if (pen->font != font || pen->size != size) {
    pen->font = font;
    pen->size = size;
    HPDF_Page_SetFontAndSize (pen->page, font, size);
  }
  if (pen->spacing != spacing) {
    pen->spacing = spacing;
    HPDF_Page_SetCharSpace (pen->page, spacing);
  }
}

static void
set_stroked_text (Pen *pen, gboolean stroked)
{
  if (pen->stroked_text == stroked)
    return;
  pen->stroked_text = stroked;
  HPDF_Page_SetTextRenderingMode (pen->page, stroked ? HPDF_FILL_THEN_STROKE : HPDF_FILL);
}

/* Whether b continues a piece that ends with a: same face and weight, at the place the font itself leads to. */
static gboolean
continues (const QuanSpot *a, const QuanSpot *b, double spacing)
{
  return a->face == b->face && a->bold == b->bold && fabs (a->x + a->width + spacing - b->x) < 0.001;
}

static void
show_piece (Drawer *drawer, const QuanOp *op, const QuanSpot *first, const char *text)
{
  Pen *pen = &drawer->pen;
  double radians = op->angle * G_PI / 180, cosine = cos (radians), sine = sin (radians);

  set_fill (pen, op->style.ink);
  if (first->bold)
    set_stroke (pen, op->edge, op->style.weight * op->style.size, 0);
  set_stroked_text (pen, first->bold);
  set_font (pen, drawer->fonts[first->face], op->style.size, op->style.spacing);
  HPDF_Page_SetTextMatrix (pen->page, cosine, sine, -sine, cosine, round_point (op->x + first->x * cosine),
                           flip (op->y - first->x * sine));
  HPDF_Page_ShowText (pen->page, text);
}

static void
draw_text (Drawer *drawer, const QuanOp *op)
{
  g_autoptr (GArray) spots = quan_run_place (quan_canvas_fonts (drawer->canvas), &op->style, op->text, -1);
  g_autoptr (GString) piece = g_string_new (NULL);
  const QuanSpot *first = NULL, *last = NULL;

  HPDF_Page_BeginText (drawer->pen.page);
  for (guint i = 0; i < spots->len; i++) {
    const QuanSpot *spot = &g_array_index (spots, QuanSpot, i);

    if (spot->c == 0)
      continue;
    if (first != NULL && !continues (last, spot, op->style.spacing)) {
      show_piece (drawer, op, first, piece->str);
      g_string_truncate (piece, 0);
      first = NULL;
    }
    if (first == NULL)
      first = spot;
    last = spot;
    g_string_append_unichar (piece, quan_subset_code (drawer->drawing->subsets[spot->face], spot->c));
  }
  if (first != NULL)
    show_piece (drawer, op, first, piece->str);
  HPDF_Page_EndText (drawer->pen.page);
}

static void
draw_path (Drawer *drawer, const QuanOp *op)
{
  HPDF_Page page = drawer->pen.page;
  gboolean stroked = op->paint.width > 0;

  if (op->paint.filled)
    set_fill (&drawer->pen, op->paint.fill);
  if (stroked)
    set_stroke (&drawer->pen, op->paint.ink, op->paint.width, op->paint.dash);
  for (guint i = 0; i < op->n_steps; i++) {
    const QuanPathStep *step = &op->steps[i];

    switch (step->kind) {
    case QUAN_PATH_MOVE:
      HPDF_Page_MoveTo (page, round_point (step->x), flip (step->y));
      break;
    case QUAN_PATH_LINE:
      HPDF_Page_LineTo (page, round_point (step->x), flip (step->y));
      break;
    case QUAN_PATH_CURVE:
      HPDF_Page_CurveTo (page, round_point (step->x1), flip (step->y1), round_point (step->x2), flip (step->y2),
                         round_point (step->x), flip (step->y));
      break;
    case QUAN_PATH_CLOSE:
      HPDF_Page_ClosePath (page);
      break;
    }
  }
  if (op->paint.filled && stroked)
    HPDF_Page_FillStroke (page);
  else if (op->paint.filled)
    HPDF_Page_Fill (page);
  else if (stroked)
    HPDF_Page_Stroke (page);
  else
    HPDF_Page_EndPath (page);
}

static gboolean
draw_page (Drawer *drawer, guint number, GError **error)
{
  HPDF_Page page = HPDF_AddPage (drawer->doc);

  drawer->pen = (Pen) {.page = page, .line_width = 1};
  HPDF_Page_SetWidth (page, QUAN_A4_WIDTH);
  HPDF_Page_SetHeight (page, QUAN_A4_HEIGHT);
  for (int layer = 0; layer < QUAN_N_LAYERS; layer++) {
    guint n_ops;
    const QuanOp *ops = quan_canvas_ops (drawer->canvas, number, layer, &n_ops);

    for (guint i = 0; i < n_ops; i++)
      (ops[i].kind == QUAN_OP_TEXT ? draw_text : draw_path) (drawer, &ops[i]);
  }
  return check_trouble (drawer, number, error);
}

static GBytes *
save (Drawer *drawer, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  HPDF_UINT32 size;

  HPDF_SaveToStream (drawer->doc);
  size = HPDF_GetStreamSize (drawer->doc);
  g_byte_array_set_size (bytes, size);
  HPDF_ReadFromStream (drawer->doc, bytes->data, &size);
  if (!check_trouble (drawer, quan_canvas_n_pages (drawer->canvas) - 1, error))
    return NULL;
  g_assert (size == bytes->len);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
draw_all (Drawer *drawer, GError **error)
{
  guint n_pages = quan_canvas_n_pages (drawer->canvas);

  HPDF_SetCompressionMode (drawer->doc, HPDF_COMP_ALL);
  HPDF_UseUTFEncodings (drawer->doc);
  if (n_pages > PAGES_PER_NODE)
    HPDF_SetPagesConfiguration (drawer->doc, PAGES_PER_NODE);
  if (!load_fonts (drawer, error))
    return FALSE;
  for (guint i = 0; i < n_pages; i++)
    if (!draw_page (drawer, i, error))
      return FALSE;
  drawer->drawing->pdf = save (drawer, error);
  return drawer->drawing->pdf != NULL;
}

QuanDrawing *
quan_draw (const QuanCanvas *canvas, GError **error)
{
  g_autoptr (QuanDrawing) drawing = g_new0 (QuanDrawing, 1);
  Drawer drawer = {.canvas = canvas, .drawing = drawing};
  gboolean ok;

  g_assert (quan_canvas_n_pages (canvas) > 0);
  for (int i = 0; i < QUAN_N_FACES; i++)
    drawer.files[i] = -1;
  drawer.doc = HPDF_New (note_trouble, &drawer.trouble);
  if (drawer.doc == NULL)
    g_error ("%s: out of memory", G_STRFUNC);
  ok = draw_all (&drawer, error);
  HPDF_Free (drawer.doc);
  for (int i = 0; i < QUAN_N_FACES; i++)
    if (drawer.files[i] >= 0)
      close (drawer.files[i]);
  return ok ? g_steal_pointer (&drawing) : NULL;
}

void
quan_drawing_free (QuanDrawing *drawing)
{
  if (drawing == NULL)
    return;
  for (int i = 0; i < QUAN_N_FACES; i++) {
    quan_subset_free (drawing->subsets[i]);
    g_free (drawing->names[i]);
  }
  g_clear_pointer (&drawing->pdf, g_bytes_unref);
  g_free (drawing);
}
