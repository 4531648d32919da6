#include "ui/pdf.h"

#include <glib/gi18n-lib.h>
#include <poppler.h>

#include "core/base/error.h"

/* What a page measures where it says nothing sensible: A4, pt. */
#define PAGE_WIDTH 595.28
#define PAGE_HEIGHT 841.89

typedef struct {
  double width, height;  /* pt */
} PageSize;

struct _QuanPdf {
  GObject          parent_instance;
  GBytes          *bytes;
  PopplerDocument *document;
  GArray          *parts;  /* of QuanPdfPart */
  PageSize        *sizes;  /* of its pages */
  guint            n_pages;
  GMutex           lock;   /* of the document: poppler's objects belong to one thread at a time */
};

G_DEFINE_FINAL_TYPE (QuanPdf, quan_pdf, G_TYPE_OBJECT)

static void
clear_part (gpointer data)
{
  g_free (((QuanPdfPart *) data)->title);
}

/* The page a bookmark leads to, counted from 1; 0 where it leads nowhere in the document. */
static int
target_page (PopplerDocument *document, PopplerAction *action)
{
  PopplerDest *dest, *found = NULL;
  int page = 0;

  if (action->type != POPPLER_ACTION_GOTO_DEST || action->goto_dest.dest == NULL)
    return 0;
  dest = action->goto_dest.dest;
  if (dest->type == POPPLER_DEST_NAMED)
    dest = found = poppler_document_find_dest (document, dest->named_dest);
  if (dest != NULL)
    page = dest->page_num;
  g_clear_pointer (&found, poppler_dest_free);
  return page;
}

static void
add_part (QuanPdf *pdf, PopplerIndexIter *iter)
{
  PopplerAction *action = poppler_index_iter_get_action (iter);
  int page;

  if (action == NULL)
    return;
  page = target_page (pdf->document, action);
  if (page >= 1 && page <= (int) pdf->n_pages) {
    QuanPdfPart part = { g_strdup (action->any.title), page - 1, 0 };

    g_array_append_val (pdf->parts, part);
  }
  poppler_action_free (action);
}

/* A part ends where the next one begins; one that shares a page with the next ends on that page. */
static void
count_pages (QuanPdf *pdf)
{
  for (guint i = 0; i < pdf->parts->len; i++) {
    QuanPdfPart *part = &g_array_index (pdf->parts, QuanPdfPart, i);
    guint end = i + 1 < pdf->parts->len ? g_array_index (pdf->parts, QuanPdfPart, i + 1).first : pdf->n_pages;

    part->n_pages = end > part->first ? end - part->first : 1;
  }
}

static void
read_parts (QuanPdf *pdf)
{
  PopplerIndexIter *iter = poppler_index_iter_new (pdf->document);

  if (iter == NULL)
    return;
  do
    add_part (pdf, iter);
  while (poppler_index_iter_next (iter));
  poppler_index_iter_free (iter);
  count_pages (pdf);
}

static PageSize
measure (PopplerDocument *document, guint number)
{
  PopplerPage *page = poppler_document_get_page (document, number);
  PageSize size = { 0, 0 };

  if (page != NULL)
    poppler_page_get_size (page, &size.width, &size.height);
  g_clear_object (&page);
  return size.width >= 1 && size.height >= 1 ? size : (PageSize) { PAGE_WIDTH, PAGE_HEIGHT };
}

static void
measure_pages (QuanPdf *pdf)
{
  pdf->sizes = g_new (PageSize, pdf->n_pages);
  for (guint i = 0; i < pdf->n_pages; i++)
    pdf->sizes[i] = measure (pdf->document, i);
}

QuanPdf *
quan_pdf_new (GBytes *bytes, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (QuanPdf) pdf = g_object_new (QUAN_TYPE_PDF, NULL);

  g_return_val_if_fail (bytes != NULL, NULL);

  pdf->bytes = g_bytes_ref (bytes);
  pdf->document = poppler_document_new_from_bytes (bytes, NULL, &reason);
  if (pdf->document == NULL) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, _("The document cannot be shown as a PDF (%s). Make it again, or "
                                                        "open it with another program."), reason->message);
    return NULL;
  }
  pdf->n_pages = poppler_document_get_n_pages (pdf->document);
  measure_pages (pdf);
  read_parts (pdf);
  return g_steal_pointer (&pdf);
}

GBytes *
quan_pdf_get_bytes (QuanPdf *pdf)
{
  g_return_val_if_fail (QUAN_IS_PDF (pdf), NULL);
  return pdf->bytes;
}

guint
quan_pdf_n_pages (QuanPdf *pdf)
{
  g_return_val_if_fail (QUAN_IS_PDF (pdf), 0);
  return pdf->n_pages;
}

const GArray *
quan_pdf_parts (QuanPdf *pdf)
{
  g_return_val_if_fail (QUAN_IS_PDF (pdf), NULL);
  return pdf->parts;
}

int
quan_pdf_part_at (QuanPdf *pdf, guint page)
{
  int found = -1;

  g_return_val_if_fail (QUAN_IS_PDF (pdf), -1);
  for (guint i = 0; i < pdf->parts->len; i++) {
    guint first = g_array_index (pdf->parts, QuanPdfPart, i).first;

    if (first == page)
      return i;
    if (first < page)
      found = i;
  }
  return found;
}

char *
quan_pdf_page_title (QuanPdf *pdf, guint page, const char *const *names)
{
  int at = quan_pdf_part_at (pdf, page);
  GString *title = g_string_new (NULL);

  for (guint i = MAX (at, 0); at >= 0 && i < pdf->parts->len; i++) {
    const QuanPdfPart *part = &g_array_index (pdf->parts, QuanPdfPart, i);

    if (part->first > page)
      break;
    g_string_append_printf (title, "%s%s", title->len > 0 ? " · " : "", names != NULL ? names[i] : part->title);
  }
  return g_string_free (title, FALSE);
}

void
quan_pdf_page_size (QuanPdf *pdf, guint page, double *width, double *height)
{
  g_return_if_fail (QUAN_IS_PDF (pdf) && page < pdf->n_pages);
  *width = pdf->sizes[page].width;
  *height = pdf->sizes[page].height;
}

static void
paint (QuanPdf *pdf, guint number, cairo_surface_t *surface)
{
  const PageSize *size = &pdf->sizes[number];
  cairo_t *cr = cairo_create (surface);
  PopplerPage *page;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, cairo_image_surface_get_width (surface) / size->width,
               cairo_image_surface_get_height (surface) / size->height);
  g_mutex_lock (&pdf->lock);
  page = poppler_document_get_page (pdf->document, number);
  if (page != NULL)
    poppler_page_render (page, cr);
  g_clear_object (&page);
  g_mutex_unlock (&pdf->lock);
  cairo_destroy (cr);
}

static void
destroy_surface (gpointer surface)
{
  cairo_surface_destroy (surface);
}

GdkTexture *
quan_pdf_render (QuanPdf *pdf, guint page, int width, int height)
{
  cairo_surface_t *surface;
  g_autoptr (GBytes) pixels = NULL;
  gsize stride;

  g_return_val_if_fail (QUAN_IS_PDF (pdf) && page < pdf->n_pages && width > 0 && height > 0, NULL);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  paint (pdf, page, surface);
  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  /* The fourth byte of RGB24 is of no meaning, but memory textures know no such format: make it opaque. */
  for (int y = 0; y < height; y++) {
    guint32 *row = (guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + y * stride);

    for (int x = 0; x < width; x++)
      row[x] |= 0xff000000;
  }
  pixels = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * height, destroy_surface, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, pixels, stride);
}

void
quan_pdf_print (QuanPdf *pdf, guint number, cairo_t *cr)
{
  PopplerPage *page;

  g_return_if_fail (QUAN_IS_PDF (pdf) && number < pdf->n_pages);
  g_mutex_lock (&pdf->lock);
  page = poppler_document_get_page (pdf->document, number);
  if (page != NULL)
    poppler_page_render_for_printing (page, cr);
  g_clear_object (&page);
  g_mutex_unlock (&pdf->lock);
}

static void
quan_pdf_finalize (GObject *object)
{
  QuanPdf *pdf = QUAN_PDF (object);

  g_clear_object (&pdf->document);
  g_clear_pointer (&pdf->bytes, g_bytes_unref);
  g_array_unref (pdf->parts);
  g_free (pdf->sizes);
  g_mutex_clear (&pdf->lock);
  G_OBJECT_CLASS (quan_pdf_parent_class)->finalize (object);
}

static void
quan_pdf_class_init (QuanPdfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quan_pdf_finalize;
}

static void
quan_pdf_init (QuanPdf *pdf)
{
  g_mutex_init (&pdf->lock);
  pdf->parts = g_array_new (FALSE, TRUE, sizeof (QuanPdfPart));
  g_array_set_clear_func (pdf->parts, clear_part);
}
