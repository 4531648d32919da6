/* A PDF that can be read: its pages, the parts its bookmarks name, and pictures of its pages. */
#pragma once
#include <gtk/gtk.h>

#define QUAN_TYPE_PDF (quan_pdf_get_type ())
G_DECLARE_FINAL_TYPE (QuanPdf, quan_pdf, QUAN, PDF, GObject)

/* A bookmark: the part that begins on a page, counted from 0. It lasts to the page the next part begins on, or the one before. */
typedef struct {
  char *title;
  guint first, n_pages;
} QuanPdfPart;

/* Reads a document. NULL with QUAN_ERROR_INPUT where the bytes are no PDF, or one that needs a password. The document may
 * then be used from any thread: one after the other they wait for each other. */
QuanPdf *quan_pdf_new (GBytes *bytes, GError **error);

GBytes *quan_pdf_get_bytes (QuanPdf *pdf);
guint   quan_pdf_n_pages (QuanPdf *pdf);
/* The size of a page in pt. */
void    quan_pdf_page_size (QuanPdf *pdf, guint page, double *width, double *height);
/* The parts, in the document's order; empty where it has no bookmarks. Owned by the document. */
const GArray *quan_pdf_parts (QuanPdf *pdf);
/* The index of the part a page shows: the first that begins on it, else the last before; -1 where there is none. */
int     quan_pdf_part_at (QuanPdf *pdf, guint page);
/* The titles of the parts a page shows, joined by " · ", "" where there is none; names (NULL: the bookmarks' own), one for each
 * part, are what the parts are called. Free with g_free. */
char   *quan_pdf_page_title (QuanPdf *pdf, guint page, const char *const *names);

/* A picture of a page on white, exactly so many pixels. Takes some 5 to 50 ms. */
GdkTexture *quan_pdf_render (QuanPdf *pdf, guint page, int width, int height);
/* Draws a page for a printer, 72 units an inch, where the context stands. */
void        quan_pdf_print (QuanPdf *pdf, guint page, cairo_t *cr);
