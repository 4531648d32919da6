#include "ui/dialogs/answer-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "ui/accessible.h"
#include "ui/dialogs/dialog-field.h"
#include "ui/dialogs/dialog-window.h"

enum { APPROVED, RETURNED, REJECTED, WITHDRAWN, N_ANSWERS };

struct _QuanAnswerDialog {
  GtkWindow        parent_instance;
  QuanDate         submitted;  /* of the claim */
  GtkWidget       *answers[N_ANSWERS];
  GtkWidget       *subject, *voucher_fields, *consequence, *refusal, *spinner, *cancel, *confirm;
  QuanDialogField *voucher, *amount, *issued, *reason;
};

G_DEFINE_FINAL_TYPE (QuanAnswerDialog, quan_answer_dialog, GTK_TYPE_WINDOW)

enum { ANSWER, N_SIGNALS };
static guint signals[N_SIGNALS];

static const QuanClaimAct acts[N_ANSWERS] = {
  [APPROVED] = QUAN_ACT_APPROVE, [RETURNED] = QUAN_ACT_RETURN, [REJECTED] = QUAN_ACT_REJECT,
  [WITHDRAWN] = QUAN_ACT_WITHDRAW,
};

static const char *const consequences[N_ANSWERS] = {
  [APPROVED] = N_ ("The amount approved counts against the year's quota instead of the amount claimed."),
  [RETURNED] = N_ ("The claim can be corrected and submitted again. The packet frozen so far is kept."),
  [REJECTED] = N_ ("The amount claimed no longer counts against the year's quota. The packet frozen is kept."),
  [WITHDRAWN] = N_ ("The amount claimed no longer counts against the year's quota. The packet frozen is kept."),
};

static int
chosen (QuanAnswerDialog *self)
{
  for (int i = 0; i < N_ANSWERS; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->answers[i])))
      return i;
  return APPROVED;
}

/* Shows what the answer chosen asks for. */
static void
on_choice (QuanAnswerDialog *self)
{
  int answer = chosen (self);

  gtk_widget_set_visible (self->voucher_fields, answer == APPROVED);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), answer != APPROVED);
  gtk_label_set_label (GTK_LABEL (self->consequence), _(consequences[answer]));
  quan_dialog_refusal_show (self->refusal, NULL);
}

void
quan_answer_dialog_show (QuanAnswerDialog *self, const QuanPrepared *prepared, QuanDate today)
{
  const QuanClaim *claim;
  g_autofree char *subject = NULL;
  char money[QUAN_MONEY_BUF], date[QUAN_DATE_BUF];
  gboolean submitted;

  g_return_if_fail (QUAN_IS_ANSWER_DIALOG (self) && prepared != NULL);

  claim = prepared->claim;
  submitted = claim->state == QUAN_CLAIM_SUBMITTED;
  subject = g_strdup_printf (_("Claim on contract %s"), prepared->contract->number);
  gtk_label_set_label (GTK_LABEL (self->subject), subject);
  self->submitted = claim->submitted;
  for (int i = 0; i < N_ANSWERS; i++)
    gtk_widget_set_visible (self->answers[i], submitted || i == WITHDRAWN);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->answers[submitted ? APPROVED : WITHDRAWN]), TRUE);
  quan_dialog_field_set_text (self->amount,
                              claim->requested != QUAN_FEN_NONE ? quan_money_grouped (claim->requested, money) : "");
  quan_dialog_field_set_text (self->issued, quan_date_iso (today, date));
  on_choice (self);
}

void
quan_answer_dialog_set_busy (QuanAnswerDialog *self, gboolean busy)
{
  g_return_if_fail (QUAN_IS_ANSWER_DIALOG (self));
  gtk_widget_set_sensitive (self->confirm, !busy);
  gtk_widget_set_sensitive (self->cancel, !busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
}

void
quan_answer_dialog_refuse (QuanAnswerDialog *self, const GError *error)
{
  g_return_if_fail (QUAN_IS_ANSWER_DIALOG (self));

  /* Everything else an approval needs was read here: what is left to refuse is the voucher's number. */
  if (chosen (self) == APPROVED && g_error_matches (error, QUAN_ERROR, QUAN_ERROR_INPUT)) {
    quan_dialog_field_set_error (self->voucher, error->message);
    quan_dialog_field_focus (self->voucher);
  } else {
    quan_dialog_refusal_show (self->refusal, error->message);
  }
}

void
quan_answer_dialog_fill (QuanAnswerDialog *self, QuanClaimAct act, const char *voucher, const char *amount,
                         const char *issued, const char *reason)
{
  const struct {
    QuanDialogField *field;
    const char      *text;
  } fields[] = { { self->voucher, voucher }, { self->amount, amount }, { self->issued, issued }, { self->reason, reason } };

  for (int i = 0; i < N_ANSWERS; i++)
    if (acts[i] == act)
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->answers[i]), TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].text != NULL)
      quan_dialog_field_set_text (fields[i].field, fields[i].text);
  g_signal_emit_by_name (self->confirm, "clicked");
}

static gboolean
read_issued (QuanAnswerDialog *self, QuanDate *issued)
{
  if (!quan_dialog_field_date (self->issued, issued))
    return FALSE;
  if (*issued >= self->submitted)
    return TRUE;
  quan_dialog_field_set_error (self->issued, _("This is before the claim was submitted."));
  return FALSE;
}

/* Reads what an approval needs, all of it, so that all errors show at once; the focus goes to the first. */
static gboolean
read_approval (QuanAnswerDialog *self, QuanClaimChange *change)
{
  gboolean named = quan_dialog_field_words (self->voucher, &change->voucher);
  gboolean priced = quan_dialog_field_money (self->amount, &change->amount);
  gboolean dated = read_issued (self, &change->issued);

  if (!named || !priced || !dated)
    quan_dialog_field_focus (!named ? self->voucher : !priced ? self->amount : self->issued);
  return named && priced && dated;
}

static gboolean
read_reason (QuanAnswerDialog *self, QuanClaimChange *change)
{
  if (quan_dialog_field_words (self->reason, &change->reason))
    return TRUE;
  quan_dialog_field_focus (self->reason);
  return FALSE;
}

static void
on_confirm (QuanAnswerDialog *self)
{
  int answer = chosen (self);
  QuanClaimChange change = { .date = QUAN_DATE_NONE, .amount = QUAN_FEN_NONE, .issued = QUAN_DATE_NONE };

  quan_dialog_refusal_show (self->refusal, NULL);
  if (answer == APPROVED ? !read_approval (self, &change) : !read_reason (self, &change))
    return;
  g_signal_emit (self, signals[ANSWER], 0, (int) acts[answer], &change);
}

static void
quan_answer_dialog_dispose (GObject *object)
{
  gtk_window_set_child (GTK_WINDOW (object), NULL);
  G_OBJECT_CLASS (quan_answer_dialog_parent_class)->dispose (object);
}

static void
quan_answer_dialog_class_init (QuanAnswerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const names[N_ANSWERS] = { "approved", "returned", "rejected", "withdrawn" };

  G_OBJECT_CLASS (klass)->dispose = quan_answer_dialog_dispose;
  g_type_ensure (QUAN_TYPE_DIALOG_FIELD);
  signals[ANSWER] = g_signal_new ("answer", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quan/Quan/dialogs/answer-dialog.ui");
  for (int i = 0; i < N_ANSWERS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, names[i], FALSE,
                                               G_STRUCT_OFFSET (QuanAnswerDialog, answers) + i * sizeof (GtkWidget *));
  gtk_widget_class_bind_template_child (widget_class, QuanAnswerDialog, subject);
  gtk_widget_class_bind_template_child (widget_class, QuanAnswerDialog, voucher_fields);
  gtk_widget_class_bind_template_child (widget_class, QuanAnswerDialog, voucher);
  gtk_widget_class_bind_template_child (widget_class, QuanAnswerDialog, amount);
  gtk_widget_class_bind_template_child (widget_class, QuanAnswerDialog, issued);
  gtk_widget_class_bind_template_child (widget_class, QuanAnswerDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, QuanAnswerDialog, consequence);
  gtk_widget_class_bind_template_child (widget_class, QuanAnswerDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, QuanAnswerDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, QuanAnswerDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, QuanAnswerDialog, confirm);
  gtk_widget_class_bind_template_callback (widget_class, on_choice);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm);
  quan_dialog_class_close_on_escape (widget_class);
}

static void
quan_answer_dialog_init (QuanAnswerDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < N_ANSWERS; i++)
    quan_name_by_label (self->answers[i]);
  quan_name_by_label (self->cancel);
}

GtkWidget *
quan_answer_dialog_new (GtkWindow *parent)
{
  return g_object_new (QUAN_TYPE_ANSWER_DIALOG, "transient-for", parent, NULL);
}
