#include "ui/wizard/packet-page-private.h"

#include <glib/gi18n-lib.h>

#include "ui/preview.h"

/* How often the making is looked at, and how long it takes before it is shown, ms. */
#define LOOK_EVERY 100
#define SHOW_AFTER 300

static void
end_making (QuanPacketPage *self)
{
  g_clear_handle_id (&self->looking, g_source_remove);
  g_clear_pointer (&self->making, quan_making_unref);
  g_clear_object (&self->stopping);
  gtk_widget_set_visible (self->progress, FALSE);
}

static gboolean
look (gpointer data)
{
  QuanPacketPage *self = data;
  g_autofree char *text = NULL;
  guint done, of;

  self->waited += LOOK_EVERY;
  quan_making_read (self->making, &done, &of);
  if (of == 0) {
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->progress_bar));
    text = g_strdup (_("Laying out the packet…"));
  } else {
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress_bar), (double) done / of);
    text = g_strdup_printf (_("Drawing page %u of %u"), done + 1, of);
  }
  gtk_label_set_label (GTK_LABEL (self->progress_text), text);
  gtk_widget_set_visible (self->progress, self->waited >= SHOW_AFTER);
  return G_SOURCE_CONTINUE;
}

static void
take_packet (QuanPacketPage *self, QuanMade *made)
{
  self->ready = made->ready;
  if (self->pdf == NULL || !g_bytes_equal (quan_pdf_get_bytes (self->pdf), quan_pdf_get_bytes (made->pdf)))
    g_set_object (&self->pdf, made->pdf);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanPacketPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QuanMade) made = quan_office_done (QUAN_OFFICE (source), result, &error);

  /* Whoever stopped it has done the rest. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || quan_packet_page_is_gone (self))
    return;
  end_making (self);
  if (made != NULL) {
    take_packet (self, made);
  } else {
    g_clear_object (&self->pdf);
    g_clear_pointer (&self->target, g_free);
    quan_previewer_set_message (QUAN_PREVIEWER (self->preview), error->message);
  }
  quan_packet_page_show_packet (self);
  quan_packet_page_write (self);
}

void
quan_packet_page_stop_making (QuanPacketPage *self)
{
  if (self->stopping != NULL)
    g_cancellable_cancel (self->stopping);
  end_making (self);
}

void
quan_packet_page_make (QuanPacketPage *self, const QuanPacketFacts *facts)
{
  quan_packet_page_stop_making (self);
  self->making = quan_making_new ();
  self->stopping = g_cancellable_new ();
  self->waited = 0;
  self->looking = g_timeout_add (LOOK_EVERY, look, self);
  quan_previewer_set_message (QUAN_PREVIEWER (self->preview), _("The packet is being made…"));
  quan_packet_make (self->office, QUAN_PACKET_PAGE_GET_CLASS (self)->make, facts->enterprise, facts->name, self->making,
                    self->stopping, made_cb, g_object_ref (self));
}

void
quan_packet_page_stop_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuanPacketPage *self = data;

  quan_packet_page_stop_making (self);
  g_clear_pointer (&self->target, g_free);
  if (self->pdf == NULL)
    quan_previewer_set_message (QUAN_PREVIEWER (self->preview),
                                _("The packet was not made. It is made when this step is shown again."));
  quan_packet_page_show_buttons (self);
}
