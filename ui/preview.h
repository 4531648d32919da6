/* Looks at a PDF page by page: a bar to turn pages and zoom, and the sheet below it. Pages are painted in a thread of
 * their own. (QuanPreview is what the engine previews of a round.) */
#pragma once
#include "ui/pdf.h"

#define QUAN_TYPE_PREVIEWER (quan_previewer_get_type ())
G_DECLARE_FINAL_TYPE (QuanPreviewer, quan_previewer, QUAN, PREVIEWER, GtkWidget)

/*
 * Property: page, of the document, counted from 0; readable, notifies.
 * Actions, also on keys while the focus is inside:
 *   preview.first, preview.previous, preview.next, preview.last
 *   preview.scroll  (s)  "up", "down" a little; "forward", "back" a window's height and on to the next page
 *   preview.zoom    (s)  "height" or "width" to fit, or per cent of the true size: "100"
 *   preview.zoom-in, preview.zoom-out
 */

/* Shows a document (NULL: none) and stays on the page shown before, if it has one. names (NULL: as its bookmarks say), one
 * for each part, are what parts are called; copied. */
void     quan_previewer_set_pdf (QuanPreviewer *previewer, QuanPdf *pdf, const char *const *names);
QuanPdf *quan_previewer_get_pdf (QuanPreviewer *previewer);
/* What is said in place of a document while there is none. */
void     quan_previewer_set_message (QuanPreviewer *previewer, const char *message);

void  quan_previewer_go_to (QuanPreviewer *previewer, guint page);
guint quan_previewer_get_page (QuanPreviewer *previewer);
/* The picture of the page shown, NULL while it is being painted. */
GdkTexture *quan_previewer_get_texture (QuanPreviewer *previewer);
