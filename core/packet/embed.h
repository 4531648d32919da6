/* Embeds the fonts of a drawing in the document libharu wrote of it. */
#pragma once
#include <qpdf/qpdf-c.h>

#include "core/packet/draw.h"

/* Every font of pdf, which is drawing's, gets its subset, the glyph of each code and what each code stands for. */
void quan_embed_fonts (qpdf_data pdf, const QuanDrawing *drawing);
