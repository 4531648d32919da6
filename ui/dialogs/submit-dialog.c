#include "ui/dialogs/submit-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"
#include "ui/dialogs/dialog-field.h"
#include "ui/dialogs/dialog-window.h"
#include "ui/entries/figures.h"
#include "ui/wizard/packet-items.h"

struct _QuanSubmitDialog {
  GtkWindow        parent_instance;
  QuanDate         judged;   /* the day of the amounts shown, QUAN_DATE_NONE before the first */
  gboolean         typed;    /* the amount is the officer's, not the computed one */
  gboolean         filling;  /* the amount is being set by this program */
  GtkWidget       *subject, *lost, *lost_figure, *lost_why, *open, *open_items, *refusal, *spinner, *cancel, *confirm;
  QuanDialogField *date, *amount;
};

G_DEFINE_FINAL_TYPE (QuanSubmitDialog, quan_submit_dialog, GTK_TYPE_WINDOW)

enum { DATE_CHANGED, SUBMIT, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What speaks against submitting it as it is; NULL if nothing does. */
static char *
open_items (const QuanPrepared *prepared, gboolean ready)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint missing, stale;

  quan_packet_count (prepared, &missing, &stale);
  if (prepared->check->verdict == QUAN_VERDICT_FAIL)
    g_ptr_array_add (lines, g_strdup (_("A rule is not met: the claim will probably be rejected.")));
  if (!ready)
    g_ptr_array_add (lines, g_strdup (_("The packet is a draft and says so on every page; it is frozen as a draft.")));
  if (missing > 0)
    g_ptr_array_add (lines, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u document is missing.",
                                                          "%u documents are missing.", missing), missing));
  if (stale > 0)
    g_ptr_array_add (lines, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u document is out of date.",
                                                          "%u documents are out of date.", stale), stale));
  if (lines->len == 0)
    return NULL;
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* What the new year's quota would bring, where it brings more; NULL where it does not. */
static char *
waiting_text (const QuanWaiting *waiting)
{
  g_autofree char *gain = NULL, *day = NULL;

  if (!waiting->in_force || waiting->gain == QUAN_FEN_NONE || waiting->gain <= 0)
    return NULL;
  gain = quan_figure (waiting->gain);
  day = quan_date_figure (waiting->date);
  return g_strdup_printf (_("Submitted on %s instead, %s yuan more could be claimed."), day, gain);
}

static void
show_lost (QuanSubmitDialog *self, const QuanPrepared *prepared)
{
  const QuanAward *award = &prepared->check->award;
  gboolean lost = award->forfeited != QUAN_FEN_NONE && award->forfeited > 0;

  gtk_widget_set_visible (self->lost, lost);
  if (lost) {
    g_autofree char *figure = quan_figure (award->forfeited);
    g_autofree char *left = quan_figure (award->remaining);
    g_autofree char *first = g_strdup_printf (_("%s yuan are forfeited"), figure);
    g_autofree char *why = g_strdup_printf (_("The quota of %d has %s yuan left. What a claim exceeds it by cannot be "
                                              "claimed again, not even next year."), award->year, left);

    g_autofree char *waiting = waiting_text (&prepared->waiting);
    g_autofree char *both = waiting != NULL ? g_strdup_printf ("%s\n%s", why, waiting) : NULL;

    gtk_label_set_label (GTK_LABEL (self->lost_figure), first);
    gtk_label_set_label (GTK_LABEL (self->lost_why), both != NULL ? both : why);
  }
}

/* Proposes the amount, unless the officer typed one. */
static void
show_amount (QuanSubmitDialog *self, const QuanPrepared *prepared)
{
  QuanFen claimable = prepared->check->award.claimable;
  QuanFen proposed = prepared->claim->requested != QUAN_FEN_NONE ? prepared->claim->requested : claimable;
  g_autofree char *hint = claimable != QUAN_FEN_NONE ? quan_money_words (claimable) : NULL;
  g_autofree char *sentence = hint != NULL ? g_strdup_printf (_("Claimable on that day: %s"), hint)
                                           : g_strdup (_("What can be claimed is not known: enter what is asked for."));
  char buffer[QUAN_MONEY_BUF];

  quan_dialog_field_set_hint (self->amount, sentence);
  if (self->typed)
    return;
  self->filling = TRUE;
  quan_dialog_field_set_text (self->amount, proposed != QUAN_FEN_NONE && proposed > 0
                                              ? quan_money_grouped (proposed, buffer) : "");
  self->filling = FALSE;
}

void
quan_submit_dialog_show (QuanSubmitDialog *self, const QuanPrepared *prepared, gboolean ready)
{
  g_autofree char *items = NULL;
  g_autofree char *subject = NULL;
  char buffer[QUAN_DATE_BUF];

  g_return_if_fail (QUAN_IS_SUBMIT_DIALOG (self) && prepared != NULL);

  subject = g_strdup_printf (_("Claim on contract %s"), prepared->contract->number);
  gtk_label_set_label (GTK_LABEL (self->subject), subject);
  if (self->judged == QUAN_DATE_NONE)
    quan_dialog_field_set_text (self->date, quan_date_iso (prepared->view.as_of, buffer));
  self->judged = prepared->view.as_of;
  show_amount (self, prepared);
  show_lost (self, prepared);
  items = open_items (prepared, ready);
  gtk_widget_set_visible (self->open, items != NULL);
  gtk_label_set_label (GTK_LABEL (self->open_items), items != NULL ? items : "");
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
  QuanFen amount;
  gboolean dated = quan_dialog_field_date (self->date, &date), priced = quan_dialog_field_money (self->amount, &amount);

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
