/* Enters a delivery, an invoice or a payment, or mends one. What a live redemption rests on can only be read. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/records.h"
#include "ui/office.h"

#define QUAN_TYPE_RECORD_DIALOG (quan_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuanRecordDialog, quan_record_dialog, QUAN, RECORD_DIALOG, GtkWindow)

/* A record to be shown, with all it may refer to. */
typedef struct {
  QuanSection        section;
  char              *enterprise;  /* USCC */
  gint64             id;          /* 0: it is new */
  gpointer           record;
  char              *lock;        /* why it can only be read, or NULL */
  QuanRecordChoices *choices;
} QuanRecordShown;
void quan_record_shown_free (QuanRecordShown *shown);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanRecordShown, quan_record_shown_free)

/*
 * A window above parent for what is shown, which it takes. It keeps the record by the office and then closes, after it has
 * asked parent for win.say; what is refused is shown at its field, and everything that was typed stays.
 */
GtkWidget *quan_record_dialog_new (GtkWindow *parent, QuanOffice *office, QuanRecordShown *shown);

/* Reads what the window shows, in the office's worker: of key, or (NULL) a new one of the enterprise. NULL with error set
 * where it cannot be had. */
QuanRecordShown *quan_record_shown_read (QuanDesk *desk, QuanSection section, const char *enterprise, const char *key,
                                         GCancellable *cancellable, GError **error);

/* The field of a path, or the cell; NULL if there is none. */
GtkWidget *quan_record_dialog_control (QuanRecordDialog *dialog, const char *path);
