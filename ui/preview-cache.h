/* The pictures of a document's pages: painted in threads, kept while there is room for them. */
#pragma once
#include "ui/pdf.h"

typedef struct _QuanPreviewCache QuanPreviewCache;

/* Called in the window's thread with each picture that was ordered. */
typedef void (*QuanPaintedFunc) (GdkTexture *texture, guint page, gpointer data);

QuanPreviewCache *quan_preview_cache_new (QuanPaintedFunc func, gpointer data);
/* Nobody is called any more. */
void              quan_preview_cache_free (QuanPreviewCache *cache);

/* Another document, or none: all pictures go. */
void        quan_preview_cache_set_pdf (QuanPreviewCache *cache, QuanPdf *pdf);
/* The picture of a page at so many pixels, NULL if it is not there. */
GdkTexture *quan_preview_cache_find (QuanPreviewCache *cache, guint page, int width, int height);
/* Orders the picture of a page, unless it is there; orders are painted one after the other, in their order. */
void        quan_preview_cache_order (QuanPreviewCache *cache, guint page, int width, int height);
/* Takes back the orders that were not begun yet. */
void        quan_preview_cache_forget_orders (QuanPreviewCache *cache);
