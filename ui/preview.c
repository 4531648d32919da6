#include "ui/preview.h"

#include <glib/gi18n-lib.h>

#include "ui/preview-cache.h"
#include "ui/preview-paper.h"

/* The desk left free around the sheet, as the template says. */
#define DESK_WIDTH 36
#define DESK_HEIGHT 24
/* True size: pt to the window's units, which are 1/96 inch. */
#define UNITS_PER_PT (96.0 / 72.0)
#define SMALLEST 25
#define LARGEST 300
/* How far an arrow key scrolls. */
#define LINE 48

typedef enum { FIT_HEIGHT, FIT_WIDTH, PER_CENT } Zoom;

struct _QuanPreviewer {
  GtkWidget         parent_instance;
  QuanPdf          *pdf;       /* or NULL */
  char            **names;     /* of its parts, or NULL */
  guint             page;
  Zoom              zoom;
  int               per_cent;  /* of the true size, where zoom is PER_CENT */
  QuanPreviewCache *cache;
  guint             updating;  /* source, 0 if none */
  double            wheel;     /* turned at the edge of a page, in notches */

  GtkWidget        *bar, *number, *before, *after, *title, *zoom_button, *stack, *message, *scroller, *paper;
};

G_DEFINE_FINAL_TYPE (QuanPreviewer, quan_previewer, GTK_TYPE_WIDGET)

enum { PROP_PAGE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static GtkAdjustment *
vertical (QuanPreviewer *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

/* The window's units a pt takes. */
static double
scale (QuanPreviewer *self)
{
  double width, height;

  quan_pdf_page_size (self->pdf, self->page, &width, &height);
  if (self->zoom == FIT_HEIGHT)
    return (gtk_widget_get_height (self->scroller) - DESK_HEIGHT) / height;
  if (self->zoom == FIT_WIDTH)
    return (gtk_widget_get_width (self->scroller) - DESK_WIDTH) / width;
  return UNITS_PER_PT * self->per_cent / 100;
}

static int
shown_per_cent (QuanPreviewer *self)
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
  const char *const texts[] = { [FIT_HEIGHT] = _("Fit height"), [FIT_WIDTH] = _("Fit width"), [PER_CENT] = per_cent };

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

static void
show (QuanPreviewer *self)
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
  show (self);
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
    gtk_adjustment_set_value (vertical (self), 0);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
  }
  show (self);
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
turn (QuanPreviewer *self, int pages)
{
  int page = (int) self->page + pages;

  if (self->pdf != NULL && page >= 0 && page < (int) quan_pdf_n_pages (self->pdf))
    quan_previewer_go_to (self, page);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (QUAN_PREVIEWER (widget), -1);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (QUAN_PREVIEWER (widget), 1);
}

static void
first_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  quan_previewer_go_to (QUAN_PREVIEWER (widget), 0);
}

static void
last_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  quan_previewer_go_to (QUAN_PREVIEWER (widget), G_MAXUINT);
}

/* Scrolls within the page; FALSE where its edge had been reached. */
static gboolean
scroll_by (QuanPreviewer *self, double distance)
{
  double before = gtk_adjustment_get_value (vertical (self));

  gtk_adjustment_set_value (vertical (self), before + distance);
  return gtk_adjustment_get_value (vertical (self)) != before;
}

static void
scroll_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanPreviewer *self = QUAN_PREVIEWER (widget);
  const char *where = g_variant_get_string (parameter, NULL);
  double whole = gtk_adjustment_get_page_size (vertical (self)) - LINE;

  if (g_str_equal (where, "up"))
    scroll_by (self, -LINE);
  else if (g_str_equal (where, "down"))
    scroll_by (self, LINE);
  else if (g_str_equal (where, "back") && !scroll_by (self, -whole))
    turn (self, -1);
  else if (g_str_equal (where, "forward") && !scroll_by (self, whole))
    turn (self, 1);
}

static void
set_zoom (QuanPreviewer *self, Zoom zoom, int per_cent)
{
  self->zoom = zoom;
  self->per_cent = CLAMP (per_cent, SMALLEST, LARGEST);
  show (self);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *zoom = g_variant_get_string (parameter, NULL);

  if (g_str_equal (zoom, "height"))
    set_zoom (QUAN_PREVIEWER (widget), FIT_HEIGHT, 100);
  else if (g_str_equal (zoom, "width"))
    set_zoom (QUAN_PREVIEWER (widget), FIT_WIDTH, 100);
  else
    set_zoom (QUAN_PREVIEWER (widget), PER_CENT, (int) g_ascii_strtoll (zoom, NULL, 10));
}

/* The sizes the buttons step through, per cent. */
static const int steps[] = { SMALLEST, 33, 50, 67, 75, 90, 100, 125, 150, 200, 250, LARGEST };

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanPreviewer *self = QUAN_PREVIEWER (widget);
  gsize i = 0;

  if (self->pdf == NULL)
    return;
  while (i < G_N_ELEMENTS (steps) - 1 && steps[i] <= shown_per_cent (self))
    i++;
  set_zoom (self, PER_CENT, steps[i]);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanPreviewer *self = QUAN_PREVIEWER (widget);
  gsize i = G_N_ELEMENTS (steps) - 1;

  if (self->pdf == NULL)
    return;
  while (i > 0 && steps[i] >= shown_per_cent (self))
    i--;
  set_zoom (self, PER_CENT, steps[i]);
}

/* The wheel scrolls a page that is larger than the window; at its edges, and with Ctrl, it turns pages and zooms. */
static gboolean
on_scroll (QuanPreviewer *self, double dx, double dy, GtkEventController *controller)
{
  gboolean ctrl = (gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) != 0;
  GtkAdjustment *adjustment = vertical (self);
  double value = gtk_adjustment_get_value (adjustment);
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  if (!ctrl && ((dy < 0 && value > 0) || (dy > 0 && value < end - 1))) {
    self->wheel = 0;
    return GDK_EVENT_PROPAGATE;
  }
  self->wheel += dy;
  if (ABS (self->wheel) < 1)
    return GDK_EVENT_STOP;
  if (ctrl) {
    gtk_widget_activate_action (GTK_WIDGET (self), self->wheel < 0 ? "preview.zoom-in" : "preview.zoom-out", NULL);
  } else {
    turn (self, self->wheel < 0 ? -1 : 1);
    if (self->wheel < 0)
      gtk_adjustment_set_value (adjustment, end);
  }
  self->wheel = 0;
  return GDK_EVENT_STOP;
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
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "preview.first", NULL, first_action);
  gtk_widget_class_install_action (widget_class, "preview.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "preview.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "preview.last", NULL, last_action);
  gtk_widget_class_install_action (widget_class, "preview.scroll", "s", scroll_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom", "s", zoom_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_out_action);
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
  install_actions (widget_class);
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
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (self->scroller, wheel);
}

static void
quan_previewer_init (QuanPreviewer *self)
{
  self->per_cent = 100;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cache = quan_preview_cache_new (on_painted, self);
  watch_room (self);
  show (self);
}

GtkWidget *
quan_previewer_new (void)
{
  return g_object_new (QUAN_TYPE_PREVIEWER, NULL);
}
