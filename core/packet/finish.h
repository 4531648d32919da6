/* Makes a finished document of a recorded canvas: drawn by libharu, completed by qpdf. */
#pragma once
#include "core/base/date.h"
#include "core/packet/draw.h"

typedef struct {
  const char *title;
  QuanDate    dated;            /* what the document says of its creation; never the clock */
  const char *attachment_name;  /* of the facts embedded in it, "workspace.json"; NULL for none */
  GBytes     *attachment;
} QuanDocumentInfo;

/*
 * The bytes of the PDF: text that can be extracted and searched, language, title, bookmarks, attachment. The same
 * canvas, fonts and info give the same bytes. QUAN_ERROR_FONT and QUAN_ERROR_OUTPUT as quan_draw.
 */
GBytes *quan_finish (const QuanCanvas *canvas, const QuanDocumentInfo *info, GError **error);
/* The same of what quan_draw made of the canvas. */
GBytes *quan_finish_drawing (const QuanCanvas *canvas, const QuanDrawing *drawing, const QuanDocumentInfo *info,
                             GError **error);
