/* Marks a claim as submitted: what will be claimed and what is lost, before everything is frozen. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/preparation.h"

#define QUAN_TYPE_SUBMIT_DIALOG (quan_submit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuanSubmitDialog, quan_submit_dialog, QUAN, SUBMIT_DIALOG, GtkWindow)

/*
 * Signals:
 *   date-changed (int)               another QuanDate was entered: the claim is to be judged on that day and shown again
 *   submit       (int, int64)        the date and the amount, both read and complete
 * The window stays until it is destroyed: what was refused is shown in it.
 */
GtkWidget *quan_submit_dialog_new (GtkWindow *parent);

/* Shows the claim as it is judged; the date and the amount typed stay. ready: the packet is no draft. */
void quan_submit_dialog_show (QuanSubmitDialog *dialog, const QuanPrepared *prepared, gboolean ready);
/* While the claim is being frozen nothing can be pressed. */
void quan_submit_dialog_set_busy (QuanSubmitDialog *dialog, gboolean busy);
/* Says why it was refused. */
void quan_submit_dialog_refuse (QuanSubmitDialog *dialog, const char *sentence);
/* What is typed and pressed, for tests. */
void quan_submit_dialog_fill (QuanSubmitDialog *dialog, const char *date, const char *amount);
