/* Quan itself, with its fonts kept. */
#include "core/packet/finish.h"
#include "tests/bench/makers.h"

static const QuanDocumentInfo info = {.title = "申领材料包", .dated = 20277 /* 2025-07-08 */};

const FaceName face_names[QUAN_N_FACES] = {
  [QUAN_FACE_HEI] = {"WenQuanYi Zen Hei", FALSE},
  [QUAN_FACE_SONG] = {"AR PL UMing CN", FALSE},
  [QUAN_FACE_FANGSONG] = {NULL, FALSE},
  [QUAN_FACE_KAI] = {"LXGW WenKai", FALSE},
  [QUAN_FACE_KAI_BOLD] = {"LXGW WenKai", TRUE},
};

static gpointer
open_fonts (void)
{
  g_autoptr (GError) error = NULL;
  QuanFonts *fonts = quan_fonts_new (NULL, &error);

  if (fonts == NULL)
    g_error ("%s", error->message);
  return fonts;
}

QuanCanvas *
quan_step_lay_out (gpointer kept, const Document *document)
{
  QuanCanvas *canvas = quan_canvas_new (kept);

  document->lay_out (canvas);
  return canvas;
}

QuanDrawing *
quan_step_draw (const QuanCanvas *canvas)
{
  g_autoptr (GError) error = NULL;
  QuanDrawing *drawing = quan_draw (canvas, &error);

  if (drawing == NULL)
    g_error ("%s", error->message);
  return drawing;
}

GBytes *
quan_step_finish (const QuanCanvas *canvas, const QuanDrawing *drawing)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = quan_finish_drawing (canvas, drawing, &info, &error);

  if (pdf == NULL)
    g_error ("%s", error->message);
  return pdf;
}

static GBytes *
make (gpointer kept, const Job *job)
{
  g_autoptr (QuanCanvas) canvas = quan_step_lay_out (kept, job->document);
  g_autoptr (QuanDrawing) drawing = quan_step_draw (canvas);

  return quan_step_finish (canvas, drawing);
}

static void
close_fonts (gpointer kept)
{
  quan_fonts_free (kept);
}

const Maker maker_quan = {"quan", open_fonts, make, close_fonts};
