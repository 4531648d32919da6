#include "ui/dialogs/answer-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "ui/accessible.h"
#include "ui/dialogs/dialog-field.h"
#include "ui/dialogs/dialog-window.h"

struct _QuanAnswerDialog {
  GtkWindow        parent_instance;
  QuanAnswerForm   form;
  GtkWidget       *answers[QUAN_N_ANSWERS];
  GtkWidget       *subject, *grant_fields, *consequence, *refusal, *spinner, *cancel, *confirm;
  QuanDialogField *voucher, *amount, *date, *reason;
};

G_DEFINE_FINAL_TYPE (QuanAnswerDialog, quan_answer_dialog, GTK_TYPE_WINDOW)

enum { ANSWER, N_SIGNALS };
static guint signals[N_SIGNALS];

void
quan_answer_form_clear (QuanAnswerForm *form)
{
  g_free (form->subject);
}

static QuanAnswerKind
chosen (QuanAnswerDialog *self)
{
  for (int i = 0; i < QUAN_N_ANSWERS; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->answers[i])))
      return i;
  return QUAN_ANSWER_GRANTED;
}

/* Shows what the answer chosen asks for. */
static void
on_choice (QuanAnswerDialog *self)
{
  QuanAnswerKind kind = chosen (self);

  gtk_widget_set_visible (self->grant_fields, kind == QUAN_ANSWER_GRANTED);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), kind != QUAN_ANSWER_GRANTED);
  gtk_label_set_label (GTK_LABEL (self->consequence), self->form.consequences[kind]);
  quan_dialog_refusal_show (self->refusal, NULL);
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
  if (self->form.with_voucher && chosen (self) == QUAN_ANSWER_GRANTED
      && g_error_matches (error, QUAN_ERROR, QUAN_ERROR_INPUT)) {
    quan_dialog_field_set_error (self->voucher, error->message);
    quan_dialog_field_focus (self->voucher);
  } else {
    quan_dialog_refusal_show (self->refusal, error->message);
  }
}

void
quan_answer_dialog_fill (QuanAnswerDialog *self, QuanAnswerKind kind, const char *voucher, const char *amount,
                         const char *date, const char *reason)
{
  const struct {
    QuanDialogField *field;
    const char      *text;
  } fields[] = { { self->voucher, voucher }, { self->amount, amount }, { self->date, date }, { self->reason, reason } };

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->answers[kind]), TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].text != NULL)
      quan_dialog_field_set_text (fields[i].field, fields[i].text);
  g_signal_emit_by_name (self->confirm, "clicked");
}

static gboolean
read_date (QuanAnswerDialog *self, QuanDate *date)
{
  if (!quan_dialog_field_date (self->date, date))
    return FALSE;
  if (*date >= self->form.submitted)
    return TRUE;
  quan_dialog_field_set_error (self->date, self->form.early);
  return FALSE;
}

/* Reads what being granted needs, all of it, so that all errors show at once; the focus goes to the first. */
static gboolean
read_grant (QuanAnswerDialog *self, QuanAnswer *answer)
{
  gboolean named = !self->form.with_voucher || quan_dialog_field_words (self->voucher, &answer->voucher);
  gboolean priced = self->form.without_amount || quan_dialog_field_money (self->amount, &answer->amount);
  gboolean dated = read_date (self, &answer->date);

  if (!named || !priced || !dated)
    quan_dialog_field_focus (!named ? self->voucher : !priced ? self->amount : self->date);
  return named && priced && dated;
}

static gboolean
read_reason (QuanAnswerDialog *self, QuanAnswer *answer)
{
  if (quan_dialog_field_words (self->reason, &answer->reason))
    return TRUE;
  quan_dialog_field_focus (self->reason);
  return FALSE;
}

static void
on_confirm (QuanAnswerDialog *self)
{
  QuanAnswer answer = { .kind = chosen (self), .amount = QUAN_FEN_NONE, .date = QUAN_DATE_NONE };

  quan_dialog_refusal_show (self->refusal, NULL);
  if (answer.kind == QUAN_ANSWER_GRANTED ? !read_grant (self, &answer) : !read_reason (self, &answer))
    return;
  g_signal_emit (self, signals[ANSWER], 0, &answer);
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
  static const char *const names[QUAN_N_ANSWERS] = { "granted", "returned", "rejected", "withdrawn" };

  G_OBJECT_CLASS (klass)->dispose = quan_answer_dialog_dispose;
  g_type_ensure (QUAN_TYPE_DIALOG_FIELD);
  signals[ANSWER] = g_signal_new ("answer", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quan/Quan/dialogs/answer-dialog.ui");
  for (int i = 0; i < QUAN_N_ANSWERS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, names[i], FALSE,
                                               G_STRUCT_OFFSET (QuanAnswerDialog, answers) + i * sizeof (GtkWidget *));
  gtk_widget_class_bind_template_child (widget_class, QuanAnswerDialog, subject);
  gtk_widget_class_bind_template_child (widget_class, QuanAnswerDialog, grant_fields);
  gtk_widget_class_bind_template_child (widget_class, QuanAnswerDialog, voucher);
  gtk_widget_class_bind_template_child (widget_class, QuanAnswerDialog, amount);
  gtk_widget_class_bind_template_child (widget_class, QuanAnswerDialog, date);
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
  quan_name_by_label (self->cancel);
}

/* Shows what is asked: the choices there are, and what is proposed. */
static void
show_form (QuanAnswerDialog *self)
{
  const QuanAnswerForm *form = &self->form;
  QuanAnswerKind first = form->returned ? QUAN_ANSWER_WITHDRAWN : QUAN_ANSWER_GRANTED;
  char money[QUAN_MONEY_BUF], date[QUAN_DATE_BUF];

  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->answers[QUAN_ANSWER_GRANTED]), form->granted);
  g_object_set (self->amount, "label", form->amount_label, NULL);
  g_object_set (self->date, "label", form->date_label, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->voucher), form->with_voucher);
  gtk_widget_set_visible (GTK_WIDGET (self->amount), !form->without_amount);
  for (int i = 0; i < QUAN_N_ANSWERS; i++) {
    gtk_widget_set_visible (self->answers[i], !form->returned || i == QUAN_ANSWER_WITHDRAWN);
    quan_name_by_label (self->answers[i]);
  }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->answers[first]), TRUE);
  quan_dialog_field_set_text (self->amount,
                              form->amount != QUAN_FEN_NONE ? quan_money_grouped (form->amount, money) : "");
  quan_dialog_field_set_text (self->date, quan_date_iso (form->date, date));
  on_choice (self);
}

GtkWidget *
quan_answer_dialog_new (GtkWindow *parent, const QuanAnswerForm *form)
{
  QuanAnswerDialog *self = g_object_new (QUAN_TYPE_ANSWER_DIALOG, "transient-for", parent, NULL);

  self->form = *form;
  self->form.subject = NULL;
  gtk_label_set_label (GTK_LABEL (self->subject), form->subject);
  show_form (self);
  return GTK_WIDGET (self);
}
