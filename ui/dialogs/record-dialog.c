#include "ui/dialogs/record-dialog.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/model/record-text.h"
#include "ui/accessible.h"
#include "ui/dialogs/dialog-field.h"
#include "ui/dialogs/dialog-window.h"
#include "ui/dialogs/record-rows.h"
#include "ui/em.h"
#include "ui/entries/figures.h"
#include "ui/entries/form-grid.h"

#define WIDTH_EM 50
#define HEIGHT_EM 44  /* at most; the content is scrolled beyond */
#define SLACK_EM 3    /* for a sentence that takes a second line */
#define COLUMN_EM 20
#define FIELDS_MAX 8

struct _QuanRecordDialog {
  GtkWindow             parent_instance;
  QuanOffice           *office;
  QuanRecordShown      *shown;
  const QuanRecordKind *kind;
  QuanDialogField      *fields[FIELDS_MAX];
  QuanRecordRows       *rows;       /* NULL: there are none */
  GtkWidget            *content, *buttons, *refusal, *cancel, *save, *spinner;
  char                 *proposed;   /* the seller that was filled in, not typed */
};

G_DEFINE_FINAL_TYPE (QuanRecordDialog, quan_record_dialog, GTK_TYPE_WINDOW)

static const QuanRecordType *
type_of (const QuanRecordDialog *self)
{
  return quan_section_types[self->kind->section];
}

static QuanDialogField *
field_of (QuanRecordDialog *self, const char *path)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (strcmp (self->kind->fields[i].path, path) == 0)
      return self->fields[i];
  return NULL;
}

GtkWidget *
quan_record_dialog_control (QuanRecordDialog *self, const char *path)
{
  const char *dot = strrchr (path, '.'), *bracket = strchr (path, '[');
  QuanDialogField *field;

  g_return_val_if_fail (QUAN_IS_RECORD_DIALOG (self), NULL);

  field = field_of (self, path);
  if (field != NULL)
    return GTK_WIDGET (field);
  return self->rows != NULL && dot != NULL && bracket != NULL
           ? quan_record_rows_cell (self->rows, (guint) g_ascii_strtoull (bracket + 1, NULL, 10), dot + 1) : NULL;
}

/* A number as it is compared: half-width, and without blanks where it is of digits. Free with g_free. */
static char *
normal_number (const char *text)
{
  g_autofree char *narrow = quan_text_halfwidth (text);
  g_auto (GStrv) words = g_strsplit (narrow, " ", -1);
  char *joined = g_strjoinv ("", words);

  if (strspn (joined, "0123456789") == strlen (joined))
    return joined;
  g_free (joined);
  return g_strdup (g_strstrip (narrow));
}

/* Puts a field's text into a record; with an error, if there is one, shown at the field where it is asked for. */
static gboolean
enter_field (QuanRecordDialog *self, guint i, gpointer record, gboolean tell)
{
  const char *path = self->kind->fields[i].path;
  g_autofree char *text = strcmp (path, "number") == 0
                            ? normal_number (quan_dialog_field_get_text (self->fields[i]))
                            : g_strdup (quan_dialog_field_get_text (self->fields[i]));
  g_autoptr (GError) error = NULL;
  gboolean good = quan_record_enter (type_of (self), record, path, text, &error);

  if (tell)
    quan_dialog_field_set_error (self->fields[i], good ? NULL : error->message);
  return good;
}

/* The record as it was, with what stands in the fields that can be read. */
static gpointer
record_typed (QuanRecordDialog *self)
{
  gpointer record = quan_record_copy (type_of (self), self->shown->record);

  for (guint i = 0; i < self->kind->n_fields; i++)
    enter_field (self, i, record, FALSE);
  return record;
}

/* What a text was understood as; NULL where there is nothing to add to the hint. */
static char *
echo_of (const QuanField *field, gconstpointer record)
{
  if (quan_field_absent (field, record))
    return NULL;
  switch (field->kind) {
  case QUAN_FIELD_MONEY:
  case QUAN_FIELD_SIGNED:
    return quan_money_words (*QUAN_FIELD_MEMBER (field, record, QuanFen));
  case QUAN_FIELD_DATE:
    return g_strdup (quan_weekday_name (*QUAN_FIELD_MEMBER (field, record, QuanDate)));
  default:
    return NULL;
  }
}

/* Writes out a field as it was understood, and says what that is and what may be a slip. */
static void
show_understood (QuanRecordDialog *self, guint i, gconstpointer record)
{
  const QuanRecordField *what = &self->kind->fields[i];
  g_autofree char *text = quan_record_text (type_of (self), record, what->path);
  g_autofree char *echo = echo_of (quan_record_field (type_of (self), what->path), record);
  g_autofree char *doubt = quan_record_doubt (self->kind->section, record, what->path);

  if (text != NULL && strcmp (text, quan_dialog_field_get_text (self->fields[i])) != 0)
    quan_dialog_field_set_text (self->fields[i], text);
  quan_dialog_field_set_hint (self->fields[i], echo != NULL ? echo : what->hint != NULL ? _(what->hint) : NULL);
  quan_dialog_field_set_doubt (self->fields[i], doubt);
}

static void
propose (QuanRecordDialog *self, const char *path, const char *text)
{
  QuanDialogField *field = field_of (self, path);

  if (field != NULL && text != NULL && *quan_dialog_field_get_text (field) == '\0')
    quan_dialog_field_set_text (field, text);
}

/* The seller is the contract's provider, while nobody has typed another. */
static void
propose_seller (QuanRecordDialog *self)
{
  QuanDialogField *seller = field_of (self, "seller"), *contract = field_of (self, "contract");
  const QuanContractChoice *choice;

  if (seller == NULL)
    return;
  choice = quan_choice_of_contract (self->shown->choices, quan_dialog_field_get_text (contract));
  if (choice == NULL || choice->provider == NULL)
    return;
  if (g_strcmp0 (self->proposed, quan_dialog_field_get_text (seller)) == 0)
    quan_dialog_field_set_text (seller, "");
  propose (self, "seller", choice->provider);
  g_free (self->proposed);
  self->proposed = g_strdup (choice->provider);
}

/* What is named may say more: a delivery or a reversed invoice its contract, a contract its provider. */
static void
propose_all (QuanRecordDialog *self)
{
  QuanDialogField *delivery = field_of (self, "delivery"), *reverses = field_of (self, "reverses");
  const QuanDeliveryRow *delivered = delivery == NULL ? NULL
    : quan_choice_of_delivery (self->shown->choices, quan_dialog_field_get_text (delivery));
  const QuanInvoiceRow *reversed = reverses == NULL ? NULL
    : quan_choice_of_invoice (self->shown->choices, quan_dialog_field_get_text (reverses));

  if (delivered != NULL)
    propose (self, "contract", delivered->contract);
  if (reversed != NULL)
    propose (self, "contract", reversed->contract);
  propose_seller (self);
}

/* A field was left: what stands there is read. An error of the field goes with it, another comes if there is one. */
static void
field_left_cb (QuanDialogField *field, QuanRecordDialog *self)
{
  gpointer record;

  if (self->shown->lock != NULL)
    return;
  propose_all (self);
  record = record_typed (self);
  for (guint i = 0; i < self->kind->n_fields; i++) {
    gboolean own = self->fields[i] == field;

    if (own && !enter_field (self, i, record, TRUE))
      quan_dialog_field_set_doubt (field, NULL);
    else if (own || quan_dialog_field_error (self->fields[i]) == NULL)
      show_understood (self, i, record);
  }
  quan_record_free (type_of (self), record);
}

static void
set_busy (QuanRecordDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->save, !busy);
  gtk_widget_set_sensitive (self->cancel, !busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
}

/* A record on its way to the desk. */
typedef struct {
  QuanSection section;
  gint64      id;
  gpointer    record;
  char       *place;  /* of what was refused */
  QuanRecordDialog *dialog;
} Keeping;

static void
keeping_free (Keeping *keeping)
{
  quan_record_free (quan_section_types[keeping->section], keeping->record);
  g_object_unref (keeping->dialog);
  g_free (keeping->place);
  g_free (keeping);
}

static gpointer
keep_in_worker (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  Keeping *keeping = input;

  quan_desk_keep_record (desk, keeping->section, keeping->id, keeping->record, &keeping->place, error);
  return NULL;
}

/* Says what was refused where it was typed, or, where that is no field, above the buttons. */
static void
show_refused (QuanRecordDialog *self, const char *place, const GError *error)
{
  QuanDialogField *field = place != NULL ? field_of (self, place) : NULL;

  if (field != NULL) {
    quan_dialog_field_set_error (field, error->message);
    quan_dialog_field_focus (field);
  } else if (place != NULL && self->rows != NULL && quan_record_rows_set_error (self->rows, place, error->message)) {
    quan_record_rows_focus_error (self->rows);
  } else {
    quan_dialog_refusal_show (self->refusal, error->message);
  }
}

static void
say_saved (QuanRecordDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *sentence = self->kind->saved (quan_dialog_field_get_text (field_of (self, "number")));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.say", "(sb)", sentence, TRUE);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Keeping *keeping = data;
  QuanRecordDialog *self = keeping->dialog;
  g_autoptr (GError) error = NULL;

  quan_office_done (QUAN_OFFICE (source), result, &error);
  /* The window may have gone meanwhile. */
  if (self->shown != NULL && error != NULL) {
    set_busy (self, FALSE);
    show_refused (self, keeping->place, error);
  } else if (self->shown != NULL) {
    say_saved (self);
    gtk_window_destroy (GTK_WINDOW (self));
  }
  keeping_free (keeping);
}

/* Reads all fields and rows, so that all errors show at once; the focus goes to the first. NULL if there is one. */
static gpointer
read_all (QuanRecordDialog *self)
{
  gpointer record = quan_record_copy (type_of (self), self->shown->record);
  QuanDialogField *first = NULL;
  gboolean rows_good;

  for (guint i = 0; i < self->kind->n_fields; i++)
    if (!enter_field (self, i, record, TRUE) && first == NULL)
      first = self->fields[i];
  rows_good = self->rows == NULL || quan_record_rows_enter (self->rows, record);
  if (first == NULL && rows_good)
    return record;
  quan_record_free (type_of (self), record);
  if (first != NULL)
    quan_dialog_field_focus (first);
  else
    quan_record_rows_focus_error (self->rows);
  return NULL;
}

static void
save_cb (QuanRecordDialog *self)
{
  gpointer record;
  Keeping *keeping;

  if (self->shown->lock != NULL)
    return;
  quan_dialog_refusal_show (self->refusal, NULL);
  record = read_all (self);
  if (record == NULL)
    return;
  keeping = g_new0 (Keeping, 1);
  *keeping = (Keeping) { self->kind->section, self->shown->id, record, NULL, g_object_ref (self) };
  set_busy (self, TRUE);
  quan_office_act (self->office, keep_in_worker, keeping, NULL, NULL, NULL, kept_cb, keeping);
}

static void
add_field (QuanRecordDialog *self, QuanFormGrid *grid, guint i)
{
  const QuanRecordField *what = &self->kind->fields[i];
  QuanFieldKind kind = quan_record_field (type_of (self), what->path)->kind;
  QuanDialogField *field = g_object_new (QUAN_TYPE_DIALOG_FIELD, "label", _(what->label), "hint",
                                         what->hint != NULL ? _(what->hint) : NULL, NULL);

  self->fields[i] = field;
  if (kind == QUAN_FIELD_DATE)
    quan_dialog_field_pick_dates (field);
  if (what->suggest != NULL)
    quan_dialog_field_suggest (field, what->suggest, self->shown->choices);
  quan_form_grid_append (grid, GTK_WIDGET (field), 1);
}

static GtkWidget *
fields_new (QuanRecordDialog *self)
{
  GtkWidget *grid = quan_form_grid_new (COLUMN_EM, 2);

  g_return_val_if_fail (self->kind->n_fields <= FIELDS_MAX, grid);
  for (guint i = 0; i < self->kind->n_fields; i++)
    add_field (self, QUAN_FORM_GRID (grid), i);
  return grid;
}

/* Why the record can only be read. */
static GtkWidget *
lock_new (const char *sentence)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *label = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 56);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "note");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("quan-locked-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
content_new (QuanRecordDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *scrolled = gtk_scrolled_window_new ();

  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  if (self->shown->lock != NULL)
    gtk_box_append (GTK_BOX (box), lock_new (self->shown->lock));
  gtk_box_append (GTK_BOX (box), fields_new (self));
  if (self->kind->rows != NULL) {
    self->rows = QUAN_RECORD_ROWS (quan_record_rows_new (type_of (self), self->kind->rows, self->shown->choices));
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows));
  }
  self->content = box;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
buttons_new (QuanRecordDialog *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gboolean locked = self->shown->lock != NULL;

  self->spinner = gtk_spinner_new ();
  gtk_widget_set_hexpand (self->spinner, TRUE);
  gtk_widget_set_halign (self->spinner, GTK_ALIGN_START);
  self->cancel = quan_button_new (locked ? _("_Close") : _("_Cancel"), locked ? _("Close") : _("Cancel"), "window.close");
  self->save = quan_button_new (_("_Save"), _("Save"), NULL);
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_set_visible (self->save, !locked);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  gtk_widget_add_css_class (bar, "actions");
  gtk_box_append (GTK_BOX (bar), self->spinner);
  gtk_box_append (GTK_BOX (bar), self->cancel);
  gtk_box_append (GTK_BOX (bar), self->save);
  return bar;
}

static GtkWidget *
refusal_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_widget_set_focusable (label, TRUE);
  gtk_widget_set_margin_start (label, 24);
  gtk_widget_set_margin_end (label, 24);
  gtk_widget_set_margin_bottom (label, 12);
  gtk_widget_add_css_class (label, "note");
  gtk_widget_add_css_class (label, "fail");
  gtk_widget_set_visible (label, FALSE);
  return label;
}

/* Shows the record; the fields of one that can only be read are not edited. */
static void
show_record (QuanRecordDialog *self)
{
  gboolean locked = self->shown->lock != NULL;

  for (guint i = 0; i < self->kind->n_fields; i++) {
    show_understood (self, i, self->shown->record);
    quan_dialog_field_set_editable (self->fields[i], !locked);
    g_signal_connect_object (self->fields[i], "left", G_CALLBACK (field_left_cb), self, 0);
  }
  if (self->rows == NULL)
    return;
  quan_record_rows_show (self->rows, self->shown->record);
  quan_record_rows_set_editable (self->rows, !locked);
}

static void
quan_record_dialog_dispose (GObject *object)
{
  QuanRecordDialog *self = QUAN_RECORD_DIALOG (object);

  gtk_window_set_default_widget (GTK_WINDOW (object), NULL);
  gtk_window_set_child (GTK_WINDOW (object), NULL);
  g_clear_pointer (&self->shown, quan_record_shown_free);
  g_clear_pointer (&self->proposed, g_free);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (quan_record_dialog_parent_class)->dispose (object);
}

static void
quan_record_dialog_class_init (QuanRecordDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quan_record_dialog_dispose;
  quan_dialog_class_close_on_escape (GTK_WIDGET_CLASS (klass));
}

static void
quan_record_dialog_init (QuanRecordDialog *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "quan");
  gtk_widget_add_css_class (GTK_WIDGET (self), "dialog");
}

/* As high as its content, but no higher than a small screen has room for. */
static void
set_size (QuanRecordDialog *self)
{
  double em = quan_em (GTK_WIDGET (self));
  int width = (int) (WIDTH_EM * em), content, buttons;

  gtk_widget_measure (self->content, GTK_ORIENTATION_VERTICAL, width, NULL, &content, NULL, NULL);
  gtk_widget_measure (self->buttons, GTK_ORIENTATION_VERTICAL, width, NULL, &buttons, NULL, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), width, MIN (content + buttons + (int) (SLACK_EM * em), (int) (HEIGHT_EM * em)));
}

GtkWidget *
quan_record_dialog_new (GtkWindow *parent, QuanOffice *office, QuanRecordShown *shown)
{
  QuanRecordDialog *self = g_object_new (QUAN_TYPE_RECORD_DIALOG, "transient-for", parent, "modal", TRUE,
                                         "destroy-with-parent", TRUE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->office = g_object_ref (office);
  self->shown = shown;
  self->kind = quan_record_kind (shown->section);
  self->refusal = refusal_new ();
  gtk_window_set_title (GTK_WINDOW (self), _(shown->id == 0 ? self->kind->title_new : self->kind->title));
  gtk_box_append (GTK_BOX (box), content_new (self));
  gtk_box_append (GTK_BOX (box), self->refusal);
  self->buttons = buttons_new (self);
  gtk_box_append (GTK_BOX (box), self->buttons);
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save);
  show_record (self);
  set_size (self);
  if (shown->lock == NULL)
    quan_dialog_field_focus (self->fields[0]);
  return GTK_WIDGET (self);
}
