/* Draws a recorded canvas through libharu. The pages are right; the document around them is finished by finish.h, which
 * embeds the fonts too. */
#pragma once
#include "core/packet/canvas.h"
#include "core/packet/subset.h"

typedef struct {
  GBytes     *pdf;
  QuanSubset *subsets[QUAN_N_FACES];  /* NULL where a face is not used */
  char       *names[QUAN_N_FACES];    /* what libharu calls the font of the subset */
} QuanDrawing;

/* QUAN_ERROR_FONT for a character no font has or a font that cannot be used, QUAN_ERROR_OUTPUT for what libharu
 * reports, what the progress of the canvas stops it with. The canvas has at least one page. Free with quan_drawing_free. */
QuanDrawing *quan_draw (const QuanCanvas *canvas, GError **error);
void         quan_drawing_free (QuanDrawing *drawing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanDrawing, quan_drawing_free)
