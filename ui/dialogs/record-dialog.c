#include "ui/dialogs/record-dialog-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/error.h"
#include "ui/dialogs/dialog-window.h"

G_DEFINE_FINAL_TYPE (QuanRecordDialog, quan_record_dialog, GTK_TYPE_WINDOW)

const QuanRecordType *
quan_record_dialog_type (const QuanRecordDialog *self)
{
  return quan_section_types[self->kind->section];
}

QuanDialogField *
quan_record_dialog_field (QuanRecordDialog *self, const char *path)
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

  field = quan_record_dialog_field (self, path);
  if (field != NULL)
    return GTK_WIDGET (field);
  return self->rows != NULL && dot != NULL && bracket != NULL
           ? quan_record_rows_cell (self->rows, (guint) g_ascii_strtoull (bracket + 1, NULL, 10), dot + 1) : NULL;
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
  QuanDialogField *field = place != NULL ? quan_record_dialog_field (self, place) : NULL;

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
  const char *number = quan_dialog_field_get_text (quan_record_dialog_field (self, "number"));
  g_autofree char *sentence = self->kind->saved (number);

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
  gpointer record = quan_record_copy (quan_record_dialog_type (self), self->shown->record);
  QuanDialogField *first = NULL;
  gboolean rows_good;

  for (guint i = 0; i < self->kind->n_fields; i++)
    if (!quan_record_dialog_enter (self, i, record, TRUE) && first == NULL)
      first = self->fields[i];
  rows_good = self->rows == NULL || quan_record_rows_enter (self->rows, record);
  if (first == NULL && rows_good)
    return record;
  quan_record_free (quan_record_dialog_type (self), record);
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

/* Shows the record; the fields of one that can only be read are not edited. */
static void
show_record (QuanRecordDialog *self)
{
  gboolean locked = self->shown->lock != NULL;

  for (guint i = 0; i < self->kind->n_fields; i++) {
    quan_record_dialog_show_understood (self, i, self->shown->record);
    quan_dialog_field_set_editable (self->fields[i], !locked);
    g_signal_connect_object (self->fields[i], "left", G_CALLBACK (quan_record_dialog_left), self, 0);
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

GtkWidget *
quan_record_dialog_new (GtkWindow *parent, QuanOffice *office, QuanRecordShown *shown)
{
  QuanRecordDialog *self = g_object_new (QUAN_TYPE_RECORD_DIALOG, "transient-for", parent, "modal", TRUE,
                                         "destroy-with-parent", TRUE, NULL);

  self->office = g_object_ref (office);
  self->shown = shown;
  self->kind = quan_record_kind (shown->section);
  gtk_window_set_title (GTK_WINDOW (self), _(shown->id == 0 ? self->kind->title_new : self->kind->title));
  quan_record_dialog_build (self, G_CALLBACK (save_cb));
  show_record (self);
  quan_record_dialog_fit (self);
  if (shown->lock == NULL)
    quan_dialog_field_focus (self->fields[0]);
  return GTK_WIDGET (self);
}
