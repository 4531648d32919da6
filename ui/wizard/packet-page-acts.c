#include "ui/wizard/packet-page-private.h"

static void
acted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanPacketPage) self = data;
  g_autoptr (GError) error = NULL;

  quan_office_done (QUAN_OFFICE (source), result, &error);
  self->busy--;
  if (quan_packet_page_is_gone (self))
    return;
  if (self->submitting != NULL) {
    quan_submit_dialog_set_busy (self->submitting, FALSE);
    if (error != NULL)
      quan_submit_dialog_refuse (self->submitting, error->message);
    else
      gtk_window_destroy (GTK_WINDOW (self->submitting));
  } else if (self->answering != NULL) {
    quan_answer_dialog_set_busy (self->answering, FALSE);
    if (error != NULL)
      quan_answer_dialog_refuse (self->answering, error);
    else
      gtk_window_destroy (GTK_WINDOW (self->answering));
  } else if (error != NULL) {
    quan_packet_page_tell (self, "fail", error->message, NULL);
  }
  quan_packet_page_show_buttons (self);
}

static void
act (QuanPacketPage *self, QuanClaimAct what, const QuanClaimChange *change)
{
  const QuanPrepared *prepared = quan_packet_page_prepared (self);

  self->busy++;
  quan_packet_page_show_buttons (self);
  quan_packet_act (self->office, what, change, prepared->enterprise->uscc, prepared->contract->number, acted_cb,
                   g_object_ref (self));
}

static void
on_submit (QuanPacketPage *self, int date, gint64 amount)
{
  const QuanClaimChange change = { .date = date, .amount = amount, .issued = QUAN_DATE_NONE };

  quan_submit_dialog_set_busy (self->submitting, TRUE);
  act (self, QUAN_ACT_SUBMIT, &change);
}

/* The wizard judges the claim on its new day, and shows the page again. */
static void
on_date_changed (QuanPacketPage *self, int date)
{
  char day[QUAN_DATE_BUF];

  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.enter", "(ss)", "claim.submitted", quan_date_iso (date, day));
}

void
quan_packet_page_submit_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuanPacketPage *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_set_weak_pointer (&self->submitting,
                      QUAN_SUBMIT_DIALOG (quan_submit_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL)));
  g_signal_connect_object (self->submitting, "submit", G_CALLBACK (on_submit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->submitting, "date-changed", G_CALLBACK (on_date_changed), self, G_CONNECT_SWAPPED);
  quan_submit_dialog_show (self->submitting, quan_packet_page_prepared (self), self->ready);
  gtk_window_present (GTK_WINDOW (self->submitting));
}

static void
on_answer (QuanPacketPage *self, int what, const QuanClaimChange *change)
{
  quan_answer_dialog_set_busy (self->answering, TRUE);
  act (self, what, change);
}

void
quan_packet_page_answer_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuanPacketPage *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_set_weak_pointer (&self->answering,
                      QUAN_ANSWER_DIALOG (quan_answer_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL)));
  g_signal_connect_object (self->answering, "answer", G_CALLBACK (on_answer), self, G_CONNECT_SWAPPED);
  quan_answer_dialog_show (self->answering, quan_packet_page_prepared (self), quan_office_as_of (self->office));
  gtk_window_present (GTK_WINDOW (self->answering));
}
