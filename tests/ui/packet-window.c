#include "tests/ui/packet-window.h"

#include "ui/preview.h"
#include "ui/style.h"

#define SAMPLE "/io/github/quan/Quan/sample/sample.json"
#define ICONS "/io/github/quan/Quan/icons"

GtkWidget *
find_widget (GtkWidget *inside, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (inside, type))
    return inside;
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_widget (child, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}

GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
      return window;
  }
  return NULL;
}

/* What the worker is asked. */
typedef struct {
  gint64 id;
  char  *a, *b;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->a);
  g_free (order->b);
  g_free (order);
}

static void
prepared_free (gpointer prepared)
{
  quan_prepared_free (prepared);
}

static gpointer
prepare (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  Order *order = input;

  if (order->id == 0)
    order->id = quan_desk_prepare (desk, NULL, order->a, error);
  return order->id != 0 ? quan_desk_prepared (desk, order->id, error) : NULL;
}

static gpointer
attach (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  const Order *order = input;

  quan_desk_attach (desk, order->id, order->a, order->b, error);
  return NULL;
}

static gpointer
enter (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  const Order *order = input;

  quan_desk_enter (desk, order->id, order->a, order->b, error);
  return NULL;
}

static gpointer
detach (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  quan_desk_detach (desk, ((const Order *) input)->id, error);
  return NULL;
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PacketWindow *self = data;
  g_autoptr (GError) error = NULL;
  QuanPrepared *prepared = quan_office_done (QUAN_OFFICE (source), result, &error);

  g_assert_no_error (error);
  self->asked--;
  self->id = prepared->id;
  quan_wizard_page_show (QUAN_WIZARD_PAGE (self->page), prepared);
  g_clear_pointer (&self->prepared, quan_prepared_free);
  self->prepared = prepared;
}

static void
load (PacketWindow *self)
{
  Order *order = g_new0 (Order, 1);

  order->id = self->id;
  self->asked++;
  quan_office_read (self->office, prepare, order, order_free, prepared_free, NULL, prepared_cb, self);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PacketWindow *self = data;
  g_autoptr (GError) error = NULL;

  quan_office_done (QUAN_OFFICE (source), result, &error);
  g_assert_no_error (error);
  self->asked--;
}

static void
wizard_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PacketWindow *self = data;
  const char *name = g_action_get_name (G_ACTION (action)), *a, *b;
  Order *order = g_new0 (Order, 1);
  QuanOfficeWork work = g_str_equal (name, "attach") ? attach : g_str_equal (name, "enter") ? enter : detach;

  if (g_variant_is_of_type (parameter, G_VARIANT_TYPE_INT64)) {
    order->id = g_variant_get_int64 (parameter);
  } else {
    g_variant_get (parameter, "(&s&s)", &a, &b);
    *order = (Order) { self->id, g_strdup (a), g_strdup (b) };
  }
  self->asked++;
  quan_office_act (self->office, work, order, order_free, NULL, NULL, done_cb, self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  quan_office_done (QUAN_OFFICE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
open_store (PacketWindow *self, const char *as_of)
{
  g_autoptr (GBytes) sample = g_resources_lookup_data (SAMPLE, 0, NULL);
  QuanDesk *desk = desk_open (self->place.path, as_of);
  QuanImport import = desk_import (desk, &self->place, g_bytes_get_data (sample, NULL));
  gboolean opened = FALSE;

  quan_import_clear (&import);
  quan_desk_close (desk);
  self->office = quan_office_new ();
  quan_office_set_as_of (self->office, quan_date_parse_iso (as_of));
  quan_office_open (self->office, self->place.path, opened_cb, &opened);
  while (!opened)
    g_main_context_iteration (NULL, TRUE);
}

static void
make_window (PacketWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "attach", .activate = wizard_action, .parameter_type = "(ss)" },
    { .name = "enter", .activate = wizard_action, .parameter_type = "(ss)" },
    { .name = "detach", .activate = wizard_action, .parameter_type = "x" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->window = gtk_window_new ();
  self->page = g_object_new (QUAN_TYPE_CLAIM_PACKET_PAGE, "vexpand", TRUE, NULL);
  quan_packet_page_set_office (self->page, self->office);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1160, 722);
  gtk_widget_add_css_class (self->window, "quan");
  gtk_widget_add_css_class (bar, "actions");
  gtk_widget_set_halign (quan_packet_page_buttons (self->page), GTK_ALIGN_END);
  gtk_widget_set_hexpand (quan_packet_page_buttons (self->page), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (bar), quan_packet_page_buttons (self->page));
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->window, "wizard", G_ACTION_GROUP (group));
}

void
packet_window_open (PacketWindow *self, const char *contract, const char *as_of)
{
  GdkDisplay *display = gdk_display_get_default ();
  Order *order = g_new0 (Order, 1);

  *self = (PacketWindow) { .place = store_place_new () };
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), ICONS);
  quan_style_install (display);
  open_store (self, as_of);
  make_window (self);
  self->changed = g_signal_connect_swapped (self->office, "changed", G_CALLBACK (load), self);
  order->a = g_strdup (contract);
  self->asked++;
  quan_office_read (self->office, prepare, order, order_free, prepared_free, NULL, prepared_cb, self);
  gtk_window_present (GTK_WINDOW (self->window));
  packet_window_settle (self);
}

/* Longer than anything takes on the slowest machine: what is waited for does not come any more. */
#define PATIENCE (60 * G_USEC_PER_SEC)

/* Nothing is under way, and the picture of the page is painted if there is one. */
static gboolean
is_settled (PacketWindow *self)
{
  QuanPreviewer *preview = QUAN_PREVIEWER (find_widget (GTK_WIDGET (self->page), QUAN_TYPE_PREVIEWER));

  return self->asked == 0 && quan_packet_page_is_idle (self->page)
         && (quan_previewer_get_pdf (preview) == NULL || quan_previewer_get_texture (preview) != NULL);
}

static void
run_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

/* Settled, and so still after the window was laid out and drawn again. */
void
packet_window_settle (PacketWindow *self)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  do {
    run_for (60);
    g_assert_cmpint (g_get_monotonic_time (), <, end);
  } while (!is_settled (self) || g_main_context_pending (NULL));
}

void
packet_window_close (PacketWindow *self)
{
  gpointer page = self->page, window = self->window;
  gint64 end = g_get_monotonic_time () + PATIENCE;

  g_signal_handler_disconnect (self->office, self->changed);
  g_object_add_weak_pointer (page, &page);
  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (GTK_WINDOW (self->window));
  /* What is under way for the page keeps it until it has ended. */
  while (page != NULL && g_get_monotonic_time () < end)
    run_for (10);
  g_assert_null (page);
  g_assert_null (window);
  g_clear_pointer (&self->prepared, quan_prepared_free);
  quan_office_close (self->office);
  g_assert_finalize_object (self->office);
  store_place_clear (&self->place);
}
