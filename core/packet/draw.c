#include "core/packet/draw.h"

#include <math.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/packet/memory-file.h"
#include "core/packet/pen.h"

/* Pages of one node of the page tree; libharu's arrays are limited. */
#define PAGES_PER_NODE 64

/* Characters of one text operator: libharu cannot take back the pieces of text that outgrow its limit of 64 KB. */
#define LONGEST_PIECE 4000

/* The first error libharu reported; it ignores further calls until reset, so one check a page is enough. */
typedef struct {
  HPDF_STATUS code, detail;
} Trouble;

typedef struct {
  const QuanCanvas *canvas;
  QuanDrawing      *drawing;
  HPDF_Doc          doc;
  HPDF_Font         fonts[QUAN_N_FACES];
  int               files[QUAN_N_FACES];  /* descriptors of the subsets, -1 */
  Trouble           trouble;
  QuanPen           pen;
  GString          *piece;                /* codes of the text being gathered */
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

static gboolean
check_op (const QuanOp *op, guint page, GError **error)
{
  if (quan_pen_accepts (op))
    return TRUE;
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_OUTPUT,
               _("Page %u of the document cannot be drawn: a position or a size on it is no number, or lies far outside "
                 "the page. Report this with the records the document is made of."), page + 1);
  return FALSE;
}

/* Notes the characters each face draws of an op; refuses those no font has. */
static gboolean
collect_text (QuanFonts *fonts, const QuanOp *op, hb_set_t *used[QUAN_N_FACES], GError **error)
{
  for (const char *p = op->text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = quan_fonts_visible (g_utf8_get_char (p));
    QuanGlyph glyph;

    if (c == 0)
      continue;
    glyph = quan_fonts_glyph (fonts, op->style.face, c);
    if (!glyph.found)
      return quan_fonts_check (fonts, op->style.face, op->text, error);
    hb_set_add (used[glyph.face], c);
  }
  return TRUE;
}

/* The characters each face draws on all pages. */
static gboolean
collect_characters (const QuanCanvas *canvas, hb_set_t *used[QUAN_N_FACES], GError **error)
{
  QuanFonts *fonts = quan_canvas_fonts (canvas);

  for (guint page = 0; page < quan_canvas_n_pages (canvas); page++)
    for (int layer = 0; layer < QUAN_N_LAYERS; layer++) {
      guint n_ops;
      const QuanOp *ops = quan_canvas_ops (canvas, page, layer, &n_ops);

      for (guint i = 0; i < n_ops; i++)
        if (!check_op (&ops[i], page, error)
            || (ops[i].kind == QUAN_OP_TEXT && !collect_text (fonts, &ops[i], used, error)))
          return FALSE;
    }
  return TRUE;
}

/* Makes libharu know the subset of a face. It only measures with it: the finished document embeds the subset itself. */
static gboolean
load_font (Drawer *drawer, QuanFace face, const hb_set_t *characters, GError **error)
{
  QuanDrawing *drawing = drawer->drawing;
  hb_face_t *hb_face = quan_fonts_hb_face (quan_canvas_fonts (drawer->canvas), face);
  char label[] = {'F', '0' + face, '\0'};
  g_autofree char *path = NULL;
  const char *name;

  drawing->subsets[face] = quan_subset_new (hb_face, label, characters, error);
  quan_fonts_release (quan_canvas_fonts (drawer->canvas), face);
  if (drawing->subsets[face] == NULL)
    return FALSE;
  drawer->files[face] = quan_memory_file_new (drawing->subsets[face]->font, &path, error);
  if (drawer->files[face] < 0)
    return FALSE;
  name = HPDF_LoadTTFontFromFile (drawer->doc, path, HPDF_FALSE);
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

/* Whether b continues a piece that ends with a: same face and weight, at the place the font itself leads to. */
static gboolean
continues (const QuanSpot *a, const QuanSpot *b, double spacing)
{
  return a->face == b->face && a->bold == b->bold && fabs (a->x + a->width + spacing - b->x) < 0.001;
}

static void
show_piece (Drawer *drawer, const QuanOp *op, const QuanSpot *first)
{
  quan_pen_piece (&drawer->pen, op, first->x, drawer->fonts[first->face], first->bold, drawer->piece->str);
  g_string_truncate (drawer->piece, 0);
}

static void
draw_text (Drawer *drawer, const QuanOp *op)
{
  g_autoptr (GArray) spots = quan_run_place (quan_canvas_fonts (drawer->canvas), &op->style, op->text, -1);
  const QuanSpot *first = NULL, *last = NULL;

  for (guint i = 0; i < spots->len; i++) {
    const QuanSpot *spot = &g_array_index (spots, QuanSpot, i);

    if (spot->c == 0)
      continue;
    if (first != NULL && (!continues (last, spot, op->style.spacing) || spot - first >= LONGEST_PIECE)) {
      show_piece (drawer, op, first);
      first = NULL;
    }
    if (first == NULL)
      first = spot;
    last = spot;
    g_string_append_unichar (drawer->piece, quan_subset_code (drawer->drawing->subsets[spot->face], spot->c));
  }
  if (first != NULL)
    show_piece (drawer, op, first);
}

static void
draw_op (Drawer *drawer, const QuanOp *op)
{
  quan_pen_begin_op (&drawer->pen, op);
  if (op->kind == QUAN_OP_TEXT)
    draw_text (drawer, op);
  else
    quan_pen_path (&drawer->pen, op);
  quan_pen_end_op (&drawer->pen, op);
}

static gboolean
draw_page (Drawer *drawer, guint number, GError **error)
{
  HPDF_Page page = HPDF_AddPage (drawer->doc);

  quan_pen_begin (&drawer->pen, page);
  HPDF_Page_SetWidth (page, QUAN_A4_WIDTH);
  HPDF_Page_SetHeight (page, QUAN_A4_HEIGHT);
  for (int layer = 0; layer < QUAN_N_LAYERS; layer++) {
    guint n_ops;
    const QuanOp *ops = quan_canvas_ops (drawer->canvas, number, layer, &n_ops);

    for (guint i = 0; i < n_ops; i++)
      draw_op (drawer, &ops[i]);
  }
  quan_pen_end (&drawer->pen);
  if (check_trouble (drawer, number, error))
    return TRUE;
  HPDF_ResetError (drawer->doc);
  quan_pen_abandon (&drawer->pen);
  return FALSE;
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
    if (!quan_progress_go_on (quan_canvas_progress (drawer->canvas), i, n_pages, error)
        || !draw_page (drawer, i, error))
      return FALSE;
  drawer->drawing->pdf = save (drawer, error);
  return drawer->drawing->pdf != NULL;
}

static void
close_drawer (Drawer *drawer)
{
  if (drawer->doc != NULL)
    HPDF_Free (drawer->doc);
  g_string_free (drawer->piece, TRUE);
  for (int i = 0; i < QUAN_N_FACES; i++)
    if (drawer->files[i] >= 0)
      close (drawer->files[i]);
}

QuanDrawing *
quan_draw (const QuanCanvas *canvas, GError **error)
{
  g_autoptr (QuanDrawing) drawing = g_new0 (QuanDrawing, 1);
  Drawer drawer = {.canvas = canvas, .drawing = drawing, .piece = g_string_new (NULL)};
  gboolean ok;

  g_assert (quan_canvas_n_pages (canvas) > 0);
  for (int i = 0; i < QUAN_N_FACES; i++)
    drawer.files[i] = -1;
  drawer.doc = HPDF_New (note_trouble, &drawer.trouble);
  if (drawer.doc == NULL)
    note_trouble (HPDF_FAILD_TO_ALLOC_MEM, 0, &drawer.trouble);
  ok = check_trouble (&drawer, 0, error) && draw_all (&drawer, error);
  close_drawer (&drawer);
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
