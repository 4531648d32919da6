#include "ui/preview-cache.h"

/* What the pictures kept may take together, bytes; the latest is kept even if it takes more. */
#define ROOM (64 * 1024 * 1024)

typedef struct {
  guint       page;
  int         width, height;
  GdkTexture *texture;  /* NULL: ordered */
} Picture;

struct _QuanPreviewCache {
  QuanPaintedFunc func;
  gpointer        data;
  QuanPdf        *pdf;          /* or NULL */
  GQueue          pictures;     /* of Picture, the latest first */
  GQueue          orders;       /* of Picture, the next first */
  Picture         painting;     /* which one is being painted, where cancellable is set */
  GCancellable   *cancellable;
};

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_clear_object (&picture->texture);
  g_free (picture);
}

QuanPreviewCache *
quan_preview_cache_new (QuanPaintedFunc func, gpointer data)
{
  QuanPreviewCache *cache = g_new0 (QuanPreviewCache, 1);

  cache->func = func;
  cache->data = data;
  g_queue_init (&cache->pictures);
  g_queue_init (&cache->orders);
  return cache;
}

static void
stop_painting (QuanPreviewCache *cache)
{
  if (cache->cancellable != NULL)
    g_cancellable_cancel (cache->cancellable);
  g_clear_object (&cache->cancellable);
}

void
quan_preview_cache_free (QuanPreviewCache *cache)
{
  stop_painting (cache);
  g_queue_clear_full (&cache->pictures, picture_free);
  g_queue_clear_full (&cache->orders, picture_free);
  g_clear_object (&cache->pdf);
  g_free (cache);
}

void
quan_preview_cache_set_pdf (QuanPreviewCache *cache, QuanPdf *pdf)
{
  stop_painting (cache);
  g_queue_clear_full (&cache->pictures, picture_free);
  g_queue_clear_full (&cache->orders, picture_free);
  g_set_object (&cache->pdf, pdf);
}

static gboolean
is_picture (const Picture *picture, guint page, int width, int height)
{
  return picture->page == page && picture->width == width && picture->height == height;
}

GdkTexture *
quan_preview_cache_find (QuanPreviewCache *cache, guint page, int width, int height)
{
  for (GList *l = cache->pictures.head; l != NULL; l = l->next) {
    const Picture *picture = l->data;

    if (is_picture (picture, page, width, height))
      return picture->texture;
  }
  return NULL;
}

static void
make_room (QuanPreviewCache *cache)
{
  gint64 taken = 0;
  GList *next;

  for (GList *l = cache->pictures.head; l != NULL; l = next) {
    const Picture *picture = l->data;

    next = l->next;
    taken += (gint64) picture->width * picture->height * 4;
    if (taken > ROOM && l != cache->pictures.head) {
      picture_free (l->data);
      g_queue_delete_link (&cache->pictures, l);
    }
  }
}

/* What a thread paints. */
typedef struct {
  QuanPdf *pdf;
  Picture *picture;
} Painting;

static void
painting_free (gpointer data)
{
  Painting *painting = data;

  g_object_unref (painting->pdf);
  g_clear_pointer (&painting->picture, picture_free);
  g_free (painting);
}

static void
paint (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Painting *painting = data;
  const Picture *picture = painting->picture;

  g_task_return_pointer (task, quan_pdf_render (painting->pdf, picture->page, picture->width, picture->height),
                         g_object_unref);
}

static void paint_next (QuanPreviewCache *cache);

static void
on_painted (GObject *source, GAsyncResult *result, gpointer data)
{
  GdkTexture *texture = g_task_propagate_pointer (G_TASK (result), NULL);
  QuanPreviewCache *cache = data;
  Painting *painting = g_task_get_task_data (G_TASK (result));
  Picture *picture;

  /* Where it was stopped the cache may be gone. */
  if (texture == NULL)
    return;
  g_clear_object (&cache->cancellable);
  picture = g_steal_pointer (&painting->picture);
  picture->texture = texture;
  g_queue_push_head (&cache->pictures, picture);
  make_room (cache);
  cache->func (texture, picture->page, cache->data);
  paint_next (cache);
}

/* Begins the next order unless one is being painted. */
static void
paint_next (QuanPreviewCache *cache)
{
  g_autoptr (GTask) task = NULL;
  Painting *painting;

  if (cache->cancellable != NULL || g_queue_is_empty (&cache->orders))
    return;
  cache->cancellable = g_cancellable_new ();
  painting = g_new (Painting, 1);
  *painting = (Painting) { g_object_ref (cache->pdf), g_queue_pop_head (&cache->orders) };
  cache->painting = *painting->picture;
  task = g_task_new (NULL, cache->cancellable, on_painted, cache);
  g_task_set_task_data (task, painting, painting_free);
  g_task_run_in_thread (task, paint);
}

void
quan_preview_cache_order (QuanPreviewCache *cache, guint page, int width, int height)
{
  Picture *picture;

  g_return_if_fail (cache->pdf != NULL);
  if (quan_preview_cache_find (cache, page, width, height) != NULL
      || (cache->cancellable != NULL && is_picture (&cache->painting, page, width, height)))
    return;
  picture = g_new (Picture, 1);
  *picture = (Picture) { page, width, height, NULL };
  g_queue_push_tail (&cache->orders, picture);
  paint_next (cache);
}

void
quan_preview_cache_forget_orders (QuanPreviewCache *cache)
{
  g_queue_clear_full (&cache->orders, picture_free);
}
