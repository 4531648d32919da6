/* Marks a packet as submitted: what is asked for and what is lost, before everything is frozen. */
#pragma once
#include <gtk/gtk.h>

#include "core/base/date.h"
#include "core/base/money.h"

#define QUAN_TYPE_SUBMIT_DIALOG (quan_submit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuanSubmitDialog, quan_submit_dialog, QUAN, SUBMIT_DIALOG, GtkWindow)

/* What is to be submitted. Texts are owned. */
typedef struct {
  char       *subject;       /* "Claim on contract HT-2025-001" */
  const char *amount_label;  /* translated, with its mnemonic; static */
  char       *amount_hint;
  QuanDate    date;          /* the day it is judged on */
  QuanFen     amount;        /* proposed; QUAN_FEN_NONE: none */
  gboolean    fixed;         /* the amount follows from the records: nobody types it */
  char       *lost;          /* "148,400.00 yuan are forfeited", and why; NULL: nothing is lost */
  char       *lost_why;
  char       *open;          /* what speaks against it, a sentence a line; NULL: nothing does */
} QuanSubmission;

void quan_submission_clear (QuanSubmission *submission);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuanSubmission, quan_submission_clear)

/*
 * Signals:
 *   date-changed (int)               another QuanDate was entered: it is to be judged on that day and shown again
 *   submit       (int, int64)        the date and the amount, both read and complete; a fixed amount is QUAN_FEN_NONE
 * The window stays until it is destroyed: what was refused is shown in it.
 */
GtkWidget *quan_submit_dialog_new (GtkWindow *parent);

/* Shows it as it is judged; the date and the amount typed stay. */
void quan_submit_dialog_show (QuanSubmitDialog *dialog, const QuanSubmission *submission);
/* While it is being frozen nothing can be pressed. */
void quan_submit_dialog_set_busy (QuanSubmitDialog *dialog, gboolean busy);
/* Says why it was refused. */
void quan_submit_dialog_refuse (QuanSubmitDialog *dialog, const char *sentence);
/* What is typed and pressed, for tests. */
void quan_submit_dialog_fill (QuanSubmitDialog *dialog, const char *date, const char *amount);
