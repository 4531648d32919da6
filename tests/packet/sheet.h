/* Sheets of characters, for testing fonts. */
#pragma once
#include <hpdf.h>

#include "core/packet/canvas.h"

/* The characters of GB2312's two levels, 6,763 of them. Free with g_array_unref. */
GArray *sheet_common (void);
/* At least n that are not in GB2312 but in some font: of names, of the rest of the basic plane, and beyond it. */
GArray *sheet_rare (QuanFonts *fonts, guint n);

/* Writes the characters in a face on as many pages as they need. */
void sheet_draw (QuanCanvas *canvas, QuanFace face, const GArray *characters);
/* Numbers all pages when all are there. */
void sheet_number (QuanCanvas *canvas);

/* The bytes of a document that libharu alone made, without error. */
GBytes *sheet_saved (HPDF_Doc doc);
