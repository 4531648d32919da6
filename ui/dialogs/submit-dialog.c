#include "ui/dialogs/submit-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"
#include "ui/dialogs/dialog-field.h"
#include "ui/dialogs/dialog-window.h"

struct _QuanSubmitDialog {
  GtkWindow        parent_instance;
  QuanDate         judged;   /* the day of the amounts shown, QUAN_DATE_NONE before the first */
  gboolean         typed;    /* the amount is the officer's, not the computed one */
  gboolean         fixed;    /* the amount is not to be typed */
  gboolean         filling;  /* the amount is being set by this program */
  GtkWidget       *subject, *lost, *lost_figure, *lost_why, *open, *open_items, *refusal, *spinner, *cancel, *confirm;
  QuanDialogField *date, *amount;
};

G_DEFINE_FINAL_TYPE (QuanSubmitDialog, quan_submit_dialog, GTK_TYPE_WINDOW)

enum { DATE_CHANGED, SUBMIT, N_SIGNALS };
static guint signals[N_SIGNALS];

void
quan_submission_clear (QuanSubmission *submission)
{
  g_free (submission->subject);
  g_free (submission->amount_hint);
  g_free (submission->lost);
  g_free (submission->lost_why);
  g_free (submission->open);
}

/* Shows the amount, unless the officer typed one. */
static void
show_amount (QuanSubmitDialog *self, const QuanSubmission *submission)
{
  char buffer[QUAN_MONEY_BUF];

  self->fixed = submission->fixed;
  g_object_set (self->amount, "label", submission->amount_label, "hint", submission->amount_hint, NULL);
  quan_dialog_field_set_editable (self->amount, !self->fixed);
  if (self->typed)
    return;
  self->filling = TRUE;
  quan_dialog_field_set_text (self->amount, submission->amount != QUAN_FEN_NONE
                                              ? quan_money_grouped (submission->amount, buffer) : "");
  self->filling = FALSE;
}

void
quan_submit_dialog_show (QuanSubmitDialog *self, const QuanSubmission *submission)
{
  char buffer[QUAN_DATE_BUF];

  g_return_if_fail (QUAN_IS_SUBMIT_DIALOG (self) && submission != NULL);

  gtk_label_set_label (GTK_LABEL (self->subject), submission->subject);
  if (self->judged == QUAN_DATE_NONE)
    quan_dialog_field_set_text (self->date, quan_date_iso (submission->date, buffer));
  self->judged = submission->date;
  show_amount (self, submission);
  gtk_widget_set_visible (self->lost, submission->lost != NULL);
  gtk_label_set_label (GTK_LABEL (self->lost_figure), submission->lost != NULL ? submission->lost : "");
  gtk_label_set_label (GTK_LABEL (self->lost_why), submission->lost_why != NULL ? submission->lost_why : "");
  gtk_widget_set_visible (self->open, submission->open != NULL);
  gtk_label_set_label (GTK_LABEL (self->open_items), submission->open != NULL ? submission->open : "");
}

void
quan_submit_dialog_set_busy (QuanSubmitDialog *self, gboolean busy)
{
  g_return_if_fail (QUAN_IS_SUBMIT_DIALOG (self));
  gtk_widget_set_sensitive (self->confirm, !busy);
  gtk_widget_set_sensitive (self->cancel, !busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
}

void
quan_submit_dialog_refuse (QuanSubmitDialog *self, const char *sentence)
{
  g_return_if_fail (QUAN_IS_SUBMIT_DIALOG (self));
  quan_dialog_refusal_show (self->refusal, sentence);
}

void
quan_submit_dialog_fill (QuanSubmitDialog *self, const char *date, const char *amount)
{
  g_return_if_fail (QUAN_IS_SUBMIT_DIALOG (self));
  if (date != NULL)
    quan_dialog_field_set_text (self->date, date);
  if (amount != NULL)
    quan_dialog_field_set_text (self->amount, amount);
  g_signal_emit_by_name (self->confirm, "clicked");
}

static void
on_date_left (QuanSubmitDialog *self)
{
  QuanDate date;

  if (quan_dialog_field_date (self->date, &date) && date != self->judged)
    g_signal_emit (self, signals[DATE_CHANGED], 0, (int) date);
}

static void
on_amount_changed (QuanSubmitDialog *self)
{
  self->typed = self->typed || !self->filling;
}

static void
on_confirm (QuanSubmitDialog *self)
{
  QuanDate date;
  QuanFen amount = QUAN_FEN_NONE;
  gboolean dated = quan_dialog_field_date (self->date, &date);
  gboolean priced = self->fixed || quan_dialog_field_money (self->amount, &amount);

  quan_dialog_refusal_show (self->refusal, NULL);
  if (dated && priced)
    g_signal_emit (self, signals[SUBMIT], 0, (int) date, (gint64) amount);
  else
    quan_dialog_field_focus (dated ? self->amount : self->date);
}

static void
quan_submit_dialog_dispose (GObject *object)
{
  gtk_window_set_child (GTK_WINDOW (object), NULL);
  G_OBJECT_CLASS (quan_submit_dialog_parent_class)->dispose (object);
}

static void
quan_submit_dialog_class_init (QuanSubmitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quan_submit_dialog_dispose;
  g_type_ensure (QUAN_TYPE_DIALOG_FIELD);
  signals[DATE_CHANGED] = g_signal_new ("date-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                        G_TYPE_INT);
  signals[SUBMIT] = g_signal_new ("submit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT,
                                  G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quan/Quan/dialogs/submit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QuanSubmitDialog, subject);
  gtk_widget_class_bind_template_child (widget_class, QuanSubmitDialog, date);
  gtk_widget_class_bind_template_child (widget_class, QuanSubmitDialog, amount);
  gtk_widget_class_bind_template_child (widget_class, QuanSubmitDialog, lost);
  gtk_widget_class_bind_template_child (widget_class, QuanSubmitDialog, lost_figure);
  gtk_widget_class_bind_template_child (widget_class, QuanSubmitDialog, lost_why);
  gtk_widget_class_bind_template_child (widget_class, QuanSubmitDialog, open);
  gtk_widget_class_bind_template_child (widget_class, QuanSubmitDialog, open_items);
  gtk_widget_class_bind_template_child (widget_class, QuanSubmitDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, QuanSubmitDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, QuanSubmitDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, QuanSubmitDialog, confirm);
  gtk_widget_class_bind_template_callback (widget_class, on_date_left);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm);
  quan_dialog_class_close_on_escape (widget_class);
}

static void
quan_submit_dialog_init (QuanSubmitDialog *self)
{
  self->judged = QUAN_DATE_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  quan_name_by_label (self->cancel);
  quan_name_by_label (self->confirm);
  quan_dialog_field_watch (self->amount, G_CALLBACK (on_amount_changed), self);
}

GtkWidget *
quan_submit_dialog_new (GtkWindow *parent)
{
  return g_object_new (QUAN_TYPE_SUBMIT_DIALOG, "transient-for", parent, NULL);
}
