#include "ui/preview-private.h"

#include <glib/gi18n-lib.h>

#include "ui/preview-paper.h"

/* The desk left free around the sheet, as the template says. */
#define DESK_WIDTH 36
#define DESK_HEIGHT 24
/* True size: pt to the window's units, which are 1/96 inch. */
#define UNITS_PER_PT (96.0 / 72.0)

G_DEFINE_FINAL_TYPE (QuanPreviewer, quan_previewer, GTK_TYPE_WIDGET)

enum { PROP_PAGE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

GtkAdjustment *
quan_previewer_vertical (QuanPreviewer *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

/* The window's units a pt takes. */
static double
scale (QuanPreviewer *self)
{
  double width, height;

  quan_pdf_page_size (self->pdf, self->page, &width, &height);
  if (self->zoom == QUAN_ZOOM_HEIGHT)
    return (gtk_widget_get_height (self->scroller) - DESK_HEIGHT) / height;
  if (self->zoom == QUAN_ZOOM_WIDTH)
    return (gtk_widget_get_width (self->scroller) - DESK_WIDTH) / width;
  return UNITS_PER_PT * self->per_cent / 100;
}

int
quan_previewer_shown_per_cent (QuanPreviewer *self)
{
  return (int) (scale (self) / UNITS_PER_PT * 100 + 0.5);
}

static void
on_painted (GdkTexture *texture, guint page, gpointer data)
{
  QuanPreviewer *self = data;

  if (page == self->page)
    quan_preview_paper_set_texture (QUAN_PREVIEW_PAPER (self->paper), texture);
}

/* Asks for the pictures of the page shown and of its neighbours, at the pixels of the device. */
static void
ask_for_pictures (QuanPreviewer *self, int width, int height)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  guint n = quan_pdf_n_pages (self->pdf);
  GdkTexture *there = quan_preview_cache_find (self->cache, self->page, width * factor, height * factor);

  if (there != NULL)
    quan_preview_paper_set_texture (QUAN_PREVIEW_PAPER (self->paper), there);
  quan_preview_cache_forget_orders (self->cache);
  quan_preview_cache_order (self->cache, self->page, width * factor, height * factor);
  if (self->page + 1 < n)
    quan_preview_cache_order (self->cache, self->page + 1, width * factor, height * factor);
  if (self->page > 0)
    quan_preview_cache_order (self->cache, self->page - 1, width * factor, height * factor);
}

static void
show_zoom (QuanPreviewer *self)
{
  g_autofree char *per_cent = g_strdup_printf ("%d %%", self->per_cent);
  const char *const texts[] = { [QUAN_ZOOM_HEIGHT] = _("Fit height"), [QUAN_ZOOM_WIDTH] = _("Fit width"),
                                [QUAN_ZOOM_PER_CENT] = per_cent };

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->zoom_button), texts[self->zoom]);
}

static void
show_place (QuanPreviewer *self)
{
  guint n = quan_pdf_n_pages (self->pdf);
  g_autofree char *number = g_strdup_printf ("%u", self->page + 1);
  /* Translators: after the entry with the number of the page shown. */
  g_autofree char *after = g_strdup_printf (_("of %u"), n);
  g_autofree char *title = quan_pdf_page_title (self->pdf, self->page, (const char *const *) self->names);
  g_autofree char *label = *title != '\0' ? g_strdup_printf (_("Page %u of %u: %s"), self->page + 1, n, title)
                                          : g_strdup_printf (_("Page %u of %u"), self->page + 1, n);

  gtk_editable_set_text (GTK_EDITABLE (self->number), number);
  gtk_label_set_label (GTK_LABEL (self->after), after);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->paper), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous", self->page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next", self->page + 1 < n);
}

static gboolean
update (gpointer data)
{
  QuanPreviewer *self = data;
  double width, height, units;

  self->updating = 0;
  if (self->pdf == NULL || gtk_widget_get_height (self->scroller) <= DESK_HEIGHT)
    return G_SOURCE_REMOVE;
  units = scale (self);
  quan_pdf_page_size (self->pdf, self->page, &width, &height);
  width = MAX (width * units + 0.5, 1);
  height = MAX (height * units + 0.5, 1);
  quan_preview_paper_set_size (QUAN_PREVIEW_PAPER (self->paper), (int) width, (int) height);
  ask_for_pictures (self, (int) width, (int) height);
  return G_SOURCE_REMOVE;
}

/* Sizes follow what the window leaves, which is known only after it was laid out. */
static void
queue_update (QuanPreviewer *self)
{
  if (self->updating == 0)
    self->updating = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 15, update, self, NULL);
}

void
quan_previewer_show (QuanPreviewer *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->pdf != NULL ? "page" : "message");
  gtk_widget_set_sensitive (self->bar, self->pdf != NULL);
  show_zoom (self);
  if (self->pdf == NULL) {
    gtk_label_set_label (GTK_LABEL (self->title), "");
    return;
  }
  show_place (self);
  queue_update (self);
}

void
quan_previewer_set_pdf (QuanPreviewer *self, QuanPdf *pdf, const char *const *names)
{
  g_return_if_fail (QUAN_IS_PREVIEWER (self) && (pdf == NULL || quan_pdf_n_pages (pdf) > 0));

  g_strfreev (self->names);
  self->names = g_strdupv ((char **) names);
  if (g_set_object (&self->pdf, pdf)) {
    quan_preview_cache_set_pdf (self->cache, pdf);
    if (pdf == NULL)
      quan_preview_paper_set_texture (QUAN_PREVIEW_PAPER (self->paper), NULL);
  }
  if (pdf != NULL && self->page >= quan_pdf_n_pages (pdf))
    quan_previewer_go_to (self, quan_pdf_n_pages (pdf) - 1);
  quan_previewer_show (self);
}

QuanPdf *
quan_previewer_get_pdf (QuanPreviewer *self)
{
  g_return_val_if_fail (QUAN_IS_PREVIEWER (self), NULL);
  return self->pdf;
}

void
quan_previewer_set_message (QuanPreviewer *self, const char *message)
{
  g_return_if_fail (QUAN_IS_PREVIEWER (self));
  gtk_label_set_label (GTK_LABEL (self->message), message);
}

void
quan_previewer_go_to (QuanPreviewer *self, guint page)
{
  g_return_if_fail (QUAN_IS_PREVIEWER (self));

  if (self->pdf == NULL)
    return;
  page = MIN (page, quan_pdf_n_pages (self->pdf) - 1);
  if (page != self->page) {
    self->page = page;
    gtk_adjustment_set_value (quan_previewer_vertical (self), 0);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
  }
  quan_previewer_show (self);
}

guint
quan_previewer_get_page (QuanPreviewer *self)
{
  g_return_val_if_fail (QUAN_IS_PREVIEWER (self), 0);
  return self->page;
}

GdkTexture *
quan_previewer_get_texture (QuanPreviewer *self)
{
  int factor;
  GtkRequisition size;

  g_return_val_if_fail (QUAN_IS_PREVIEWER (self), NULL);
  if (self->pdf == NULL || self->updating != 0)
    return NULL;
  factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  gtk_widget_get_preferred_size (self->paper, &size, NULL);
  return quan_preview_cache_find (self->cache, self->page, (size.width - DESK_WIDTH) * factor,
                                  (size.height - DESK_HEIGHT) * factor);
}

static void
on_number_entered (QuanPreviewer *self)
{
  guint64 number = g_ascii_strtoull (gtk_editable_get_text (GTK_EDITABLE (self->number)), NULL, 10);

  if (number >= 1 && number <= quan_pdf_n_pages (self->pdf))
    quan_previewer_go_to (self, (guint) number - 1);
  show_place (self);
}

static void
quan_previewer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PAGE)
    g_value_set_uint (value, QUAN_PREVIEWER (object)->page);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
quan_previewer_dispose (GObject *object)
{
  QuanPreviewer *self = QUAN_PREVIEWER (object);
  GtkWidget *child;

  g_clear_handle_id (&self->updating, g_source_remove);
  g_clear_pointer (&self->cache, quan_preview_cache_free);
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_object (&self->pdf);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (quan_previewer_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, QuanPreviewer, bar);
  gtk_widget_class_bind_template_child (widget_class, QuanPreviewer, number);
  gtk_widget_class_bind_template_child (widget_class, QuanPreviewer, before);
  gtk_widget_class_bind_template_child (widget_class, QuanPreviewer, after);
  gtk_widget_class_bind_template_child (widget_class, QuanPreviewer, title);
  gtk_widget_class_bind_template_child_full (widget_class, "zoom", FALSE, G_STRUCT_OFFSET (QuanPreviewer, zoom_button));
  gtk_widget_class_bind_template_child (widget_class, QuanPreviewer, stack);
  gtk_widget_class_bind_template_child (widget_class, QuanPreviewer, message);
  gtk_widget_class_bind_template_child (widget_class, QuanPreviewer, scroller);
  gtk_widget_class_bind_template_child (widget_class, QuanPreviewer, paper);
  gtk_widget_class_bind_template_callback (widget_class, on_number_entered);
}

static void
quan_previewer_class_init (QuanPreviewerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = quan_previewer_dispose;
  object_class->get_property = quan_previewer_get_property;
  props[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (QUAN_TYPE_PREVIEW_PAPER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quan/Quan/preview.ui");
  gtk_widget_class_set_css_name (widget_class, "previewer");
  bind_children (widget_class);
  quan_previewer_install_actions (widget_class);
  quan_preview_install_keys (widget_class);
}

/* The room for the page follows the window; adjustments tell of it. */
static void
watch_room (QuanPreviewer *self)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (scroller), "notify::page-size",
                           G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (scroller), "notify::page-size",
                           G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (queue_update), NULL);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (quan_previewer_scrolled), self);
  gtk_widget_add_controller (self->scroller, wheel);
}

static void
quan_previewer_init (QuanPreviewer *self)
{
  self->per_cent = 100;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cache = quan_preview_cache_new (on_painted, self);
  watch_room (self);
  quan_previewer_show (self);
}
