#include "ui/preview-paper.h"

struct _QuanPreviewPaper {
  GtkWidget   parent_instance;
  GdkTexture *texture;  /* or NULL */
  int         width, height;
};

G_DEFINE_FINAL_TYPE (QuanPreviewPaper, quan_preview_paper, GTK_TYPE_WIDGET)

static const struct {
  guint           key;
  GdkModifierType modifiers;
  const char     *action, *argument;
} keys[] = {
  { GDK_KEY_Page_Up, 0, "preview.previous", NULL },
  { GDK_KEY_KP_Page_Up, 0, "preview.previous", NULL },
  { GDK_KEY_Page_Down, 0, "preview.next", NULL },
  { GDK_KEY_KP_Page_Down, 0, "preview.next", NULL },
  { GDK_KEY_Home, 0, "preview.first", NULL },
  { GDK_KEY_KP_Home, 0, "preview.first", NULL },
  { GDK_KEY_End, 0, "preview.last", NULL },
  { GDK_KEY_KP_End, 0, "preview.last", NULL },
  { GDK_KEY_Up, 0, "preview.scroll", "up" },
  { GDK_KEY_Down, 0, "preview.scroll", "down" },
  { GDK_KEY_space, GDK_SHIFT_MASK, "preview.scroll", "back" },
  { GDK_KEY_space, 0, "preview.scroll", "forward" },
  { GDK_KEY_plus, 0, "preview.zoom-in", NULL },
  { GDK_KEY_equal, 0, "preview.zoom-in", NULL },
  { GDK_KEY_KP_Add, 0, "preview.zoom-in", NULL },
  { GDK_KEY_minus, 0, "preview.zoom-out", NULL },
  { GDK_KEY_KP_Subtract, 0, "preview.zoom-out", NULL },
  { GDK_KEY_0, 0, "preview.zoom", "height" },
  { GDK_KEY_KP_0, 0, "preview.zoom", "height" },
};

void
quan_preview_install_keys (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action,
                                         keys[i].argument != NULL ? "s" : NULL, keys[i].argument);
}

void
quan_preview_paper_set_size (QuanPreviewPaper *self, int width, int height)
{
  g_return_if_fail (QUAN_IS_PREVIEW_PAPER (self));

  if (self->width == width && self->height == height)
    return;
  self->width = width;
  self->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
quan_preview_paper_set_texture (QuanPreviewPaper *self, GdkTexture *texture)
{
  g_return_if_fail (QUAN_IS_PREVIEW_PAPER (self));

  if (g_set_object (&self->texture, texture))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

GdkTexture *
quan_preview_paper_get_texture (QuanPreviewPaper *self)
{
  g_return_val_if_fail (QUAN_IS_PREVIEW_PAPER (self), NULL);
  return self->texture;
}

static void
quan_preview_paper_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  const QuanPreviewPaper *self = QUAN_PREVIEW_PAPER (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;
}

static void
quan_preview_paper_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const QuanPreviewPaper *self = QUAN_PREVIEW_PAPER (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, self->width, self->height);

  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
}

static void
quan_preview_paper_dispose (GObject *object)
{
  g_clear_object (&QUAN_PREVIEW_PAPER (object)->texture);
  G_OBJECT_CLASS (quan_preview_paper_parent_class)->dispose (object);
}

static void
quan_preview_paper_class_init (QuanPreviewPaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quan_preview_paper_dispose;
  widget_class->measure = quan_preview_paper_measure;
  widget_class->snapshot = quan_preview_paper_snapshot;
  gtk_widget_class_set_css_name (widget_class, "paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  quan_preview_install_keys (widget_class);
}

static void
quan_preview_paper_init (QuanPreviewPaper *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}
