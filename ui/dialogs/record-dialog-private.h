/* What the files of the window that enters a record share. */
#pragma once
#include "ui/dialogs/dialog-field.h"
#include "ui/dialogs/record-dialog.h"
#include "ui/dialogs/record-rows.h"

#define QUAN_RECORD_FIELDS_MAX 10

struct _QuanRecordDialog {
  GtkWindow             parent_instance;
  QuanOffice           *office;
  QuanRecordShown      *shown;
  const QuanRecordKind *kind;
  QuanDialogField      *fields[QUAN_RECORD_FIELDS_MAX];
  QuanRecordRows       *rows;       /* NULL: there are none */
  GtkWidget            *content, *buttons, *refusal, *cancel, *save, *spinner;
  char                 *proposed;   /* the seller that was filled in, not typed */
};

const QuanRecordType *quan_record_dialog_type (const QuanRecordDialog *self);
/* The field of a path, NULL if there is none. */
QuanDialogField      *quan_record_dialog_field (QuanRecordDialog *self, const char *path);

/* Puts the text of field i into a record; with an error, if there is one, shown at the field where it is asked for. */
gboolean quan_record_dialog_enter (QuanRecordDialog *self, guint i, gpointer record, gboolean tell);
/* Writes out field i as a record holds it, and says what was understood and what may be a slip. */
void     quan_record_dialog_show_understood (QuanRecordDialog *self, guint i, gconstpointer record);
/* A field was left: what stands there is read, and what it implies proposed. */
void     quan_record_dialog_left (QuanDialogField *field, QuanRecordDialog *self);

/* The widgets: fields, rows, the place for a refusal, buttons. */
void quan_record_dialog_build (QuanRecordDialog *self, GCallback save);
/* Makes the window as high as its content, but no higher than a small screen has room for. */
void quan_record_dialog_fit (QuanRecordDialog *self);
