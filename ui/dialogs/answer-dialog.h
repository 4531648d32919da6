/* Records what became of a submitted claim: approved, returned, rejected, or withdrawn by the enterprise. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/preparation.h"

#define QUAN_TYPE_ANSWER_DIALOG (quan_answer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuanAnswerDialog, quan_answer_dialog, QUAN, ANSWER_DIALOG, GtkWindow)

/*
 * Signal: answer (int, pointer)  a QuanClaimAct and a QuanClaimChange, valid during the call, without contract and enterprise; every
 * field of it was read and is complete.
 * The window stays until it is destroyed: what was refused is shown in it.
 */
GtkWidget *quan_answer_dialog_new (GtkWindow *parent);

/* Offers what the state of the claim allows, and proposes the amount and the day. */
void quan_answer_dialog_show (QuanAnswerDialog *dialog, const QuanPrepared *prepared, QuanDate today);
void quan_answer_dialog_set_busy (QuanAnswerDialog *dialog, gboolean busy);
/* Says why the answer was refused, beside the voucher's number where that is what an approval was refused for. */
void quan_answer_dialog_refuse (QuanAnswerDialog *dialog, const GError *error);
/* What is typed and pressed, for tests; NULL leaves a field as it is. */
void quan_answer_dialog_fill (QuanAnswerDialog *dialog, QuanClaimAct act, const char *voucher, const char *amount,
                              const char *issued, const char *reason);
