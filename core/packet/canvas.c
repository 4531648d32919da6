#include "core/packet/canvas.h"

/* Where the control points of a quarter circle stand, in radii. */
#define ROUND 0.5523

typedef struct {
  GArray *ops[QUAN_N_LAYERS];  /* of QuanOp */
} Page;

struct _QuanCanvas {
  QuanFonts *fonts;
  const QuanProgress *progress;
  GArray    *pages;      /* of Page */
  GArray    *bookmarks;  /* of QuanBookmark */
  guint      page;
  QuanLayer  layer;
};

static void
clear_op (gpointer data)
{
  QuanOp *op = data;

  g_free (op->text);
  g_free (op->steps);
}

static void
clear_page (gpointer data)
{
  Page *page = data;

  for (int i = 0; i < QUAN_N_LAYERS; i++)
    g_array_unref (page->ops[i]);
}

static void
clear_bookmark (gpointer data)
{
  g_free (((QuanBookmark *) data)->title);
}

QuanCanvas *
quan_canvas_new (QuanFonts *fonts)
{
  QuanCanvas *canvas = g_new0 (QuanCanvas, 1);

  canvas->fonts = fonts;
  canvas->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  g_array_set_clear_func (canvas->pages, clear_page);
  canvas->bookmarks = g_array_new (FALSE, FALSE, sizeof (QuanBookmark));
  g_array_set_clear_func (canvas->bookmarks, clear_bookmark);
  return canvas;
}

void
quan_canvas_free (QuanCanvas *canvas)
{
  if (canvas == NULL)
    return;
  g_array_unref (canvas->pages);
  g_array_unref (canvas->bookmarks);
  g_free (canvas);
}

QuanFonts *
quan_canvas_fonts (const QuanCanvas *canvas)
{
  return canvas->fonts;
}

void
quan_canvas_set_progress (QuanCanvas *canvas, const QuanProgress *progress)
{
  canvas->progress = progress;
}

const QuanProgress *
quan_canvas_progress (const QuanCanvas *canvas)
{
  return canvas->progress;
}

void
quan_canvas_add_page (QuanCanvas *canvas)
{
  Page page;

  for (int i = 0; i < QUAN_N_LAYERS; i++) {
    page.ops[i] = g_array_new (FALSE, FALSE, sizeof (QuanOp));
    g_array_set_clear_func (page.ops[i], clear_op);
  }
  g_array_append_val (canvas->pages, page);
  quan_canvas_select (canvas, canvas->pages->len - 1, QUAN_LAYER_OVER);
}

guint
quan_canvas_n_pages (const QuanCanvas *canvas)
{
  return canvas->pages->len;
}

void
quan_canvas_select (QuanCanvas *canvas, guint page, QuanLayer layer)
{
  g_assert (page < canvas->pages->len);
  canvas->page = page;
  canvas->layer = layer;
}

void
quan_canvas_bookmark (QuanCanvas *canvas, const char *title)
{
  QuanBookmark bookmark = {g_strdup (title), canvas->page};

  g_array_append_val (canvas->bookmarks, bookmark);
}

static void
record (QuanCanvas *canvas, const QuanOp *op)
{
  g_assert (canvas->pages->len > 0);
  g_array_append_vals (g_array_index (canvas->pages, Page, canvas->page).ops[canvas->layer], op, 1);
}

void
quan_canvas_outlined_text (QuanCanvas *canvas, double x, double y, double angle, const char *text,
                           const QuanTextStyle *style, QuanInk edge)
{
  QuanOp op = {.kind = QUAN_OP_TEXT, .style = *style, .edge = edge, .x = x, .y = y, .angle = angle};

  if (*text == '\0')
    return;
  op.text = g_utf8_make_valid (text, -1);
  record (canvas, &op);
}

void
quan_canvas_text (QuanCanvas *canvas, double x, double y, const char *text, const QuanTextStyle *style)
{
  quan_canvas_outlined_text (canvas, x, y, 0, text, style, style->ink);
}

void
quan_canvas_path (QuanCanvas *canvas, const QuanPathStep *steps, guint n_steps, const QuanPaint *paint)
{
  QuanOp op = {.kind = QUAN_OP_PATH, .paint = *paint, .n_steps = n_steps};

  op.steps = g_memdup2 (steps, n_steps * sizeof *steps);
  record (canvas, &op);
}

void
quan_canvas_line (QuanCanvas *canvas, double x1, double y1, double x2, double y2, double width, QuanInk ink)
{
  const QuanPathStep steps[] = {{QUAN_PATH_MOVE, x1, y1}, {QUAN_PATH_LINE, x2, y2}};

  quan_canvas_path (canvas, steps, G_N_ELEMENTS (steps), &(QuanPaint) {.width = width, .ink = ink});
}

void
quan_canvas_rectangle (QuanCanvas *canvas, double x, double y, double width, double height,
                       const QuanPaint *paint)
{
  const QuanPathStep steps[] = {
    {QUAN_PATH_MOVE, x, y}, {QUAN_PATH_LINE, x + width, y}, {QUAN_PATH_LINE, x + width, y + height},
    {QUAN_PATH_LINE, x, y + height}, {QUAN_PATH_CLOSE},
  };

  quan_canvas_path (canvas, steps, G_N_ELEMENTS (steps), paint);
}

void
quan_canvas_circle (QuanCanvas *canvas, double x, double y, double radius, const QuanPaint *paint)
{
  double r = radius, c = radius * ROUND;
  const QuanPathStep steps[] = {
    {QUAN_PATH_MOVE, x + r, y},
    {QUAN_PATH_CURVE, x, y + r, x + r, y + c, x + c, y + r},
    {QUAN_PATH_CURVE, x - r, y, x - c, y + r, x - r, y + c},
    {QUAN_PATH_CURVE, x, y - r, x - r, y - c, x - c, y - r},
    {QUAN_PATH_CURVE, x + r, y, x + c, y - r, x + r, y - c},
    {QUAN_PATH_CLOSE},
  };

  quan_canvas_path (canvas, steps, G_N_ELEMENTS (steps), paint);
}

const QuanOp *
quan_canvas_ops (const QuanCanvas *canvas, guint page, QuanLayer layer, guint *n_ops)
{
  GArray *ops = g_array_index (canvas->pages, Page, page).ops[layer];

  *n_ops = ops->len;
  return (const QuanOp *) ops->data;
}

const QuanBookmark *
quan_canvas_bookmarks (const QuanCanvas *canvas, guint *n_bookmarks)
{
  *n_bookmarks = canvas->bookmarks->len;
  return (const QuanBookmark *) canvas->bookmarks->data;
}
