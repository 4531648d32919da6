#include "ui/wizard/packet-page-private.h"

/* The page forgets the dialog at once, whoever else still holds it. */
static void
close_dialog (gpointer *dialog)
{
  GtkWindow *window = GTK_WINDOW (*dialog);

  g_clear_weak_pointer (dialog);
  gtk_window_destroy (window);
}

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
      close_dialog ((gpointer *) &self->submitting);
  } else if (self->answering != NULL) {
    quan_answer_dialog_set_busy (self->answering, FALSE);
    if (error != NULL)
      quan_answer_dialog_refuse (self->answering, error);
    else
      close_dialog ((gpointer *) &self->answering);
  } else if (error != NULL) {
    quan_packet_page_tell (self, "fail", error->message, NULL);
  }
  quan_packet_page_show_buttons (self);
}

void
quan_packet_page_act (QuanPacketPage *self, QuanOfficeWork work, gpointer input, GDestroyNotify free_input)
{
  g_return_if_fail (QUAN_IS_PACKET_PAGE (self));

  self->busy++;
  quan_packet_page_show_buttons (self);
  quan_office_act (self->office, work, input, free_input, NULL, NULL, acted_cb, g_object_ref (self));
}

static GtkWindow *
parent_window (QuanPacketPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
on_submit (QuanPacketPage *self, int date, gint64 amount)
{
  quan_submit_dialog_set_busy (self->submitting, TRUE);
  QUAN_PACKET_PAGE_GET_CLASS (self)->submit (self, date, amount);
}

static void
on_date_changed (QuanPacketPage *self, int date)
{
  QUAN_PACKET_PAGE_GET_CLASS (self)->judge_on (self, date);
}

static void
on_closed (QuanPacketPage *self)
{
  if (QUAN_PACKET_PAGE_GET_CLASS (self)->judge_again != NULL && !quan_packet_page_is_gone (self))
    QUAN_PACKET_PAGE_GET_CLASS (self)->judge_again (self);
}

void
quan_packet_page_show_submission (QuanPacketPage *self)
{
  g_auto (QuanSubmission) submission = { NULL };

  if (self->submitting == NULL)
    return;
  QUAN_PACKET_PAGE_GET_CLASS (self)->ask_submission (quan_wizard_page_snapshot (QUAN_WIZARD_PAGE (self)), self->ready,
                                                     &submission);
  quan_submit_dialog_show (self->submitting, &submission);
}

void
quan_packet_page_submit_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuanPacketPage *self = data;

  g_set_weak_pointer (&self->submitting, QUAN_SUBMIT_DIALOG (quan_submit_dialog_new (parent_window (self))));
  g_signal_connect_object (self->submitting, "submit", G_CALLBACK (on_submit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->submitting, "date-changed", G_CALLBACK (on_date_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->submitting, "destroy", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  quan_packet_page_show_submission (self);
  gtk_window_present (GTK_WINDOW (self->submitting));
}

static void
on_answer (QuanPacketPage *self, const QuanAnswer *answer)
{
  quan_answer_dialog_set_busy (self->answering, TRUE);
  QUAN_PACKET_PAGE_GET_CLASS (self)->answer (self, answer);
}

void
quan_packet_page_answer_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  QuanPacketPage *self = data;
  g_auto (QuanAnswerForm) form = { NULL };

  QUAN_PACKET_PAGE_GET_CLASS (self)->ask_answer (quan_wizard_page_snapshot (QUAN_WIZARD_PAGE (self)), &form);
  form.date = quan_office_as_of (self->office);
  g_set_weak_pointer (&self->answering, QUAN_ANSWER_DIALOG (quan_answer_dialog_new (parent_window (self), &form)));
  g_signal_connect_object (self->answering, "answer", G_CALLBACK (on_answer), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->answering));
}
