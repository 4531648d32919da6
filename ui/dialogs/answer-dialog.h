/* Records what became of what was submitted: granted, returned, rejected, or withdrawn by the enterprise. */
#pragma once
#include <gtk/gtk.h>

#include "core/base/date.h"
#include "core/base/money.h"

#define QUAN_TYPE_ANSWER_DIALOG (quan_answer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuanAnswerDialog, quan_answer_dialog, QUAN, ANSWER_DIALOG, GtkWindow)

typedef enum {
  QUAN_ANSWER_GRANTED,    /* a claim was approved, a redemption paid */
  QUAN_ANSWER_RETURNED,
  QUAN_ANSWER_REJECTED,
  QUAN_ANSWER_WITHDRAWN,
  QUAN_N_ANSWERS
} QuanAnswerKind;

/* What is asked. Texts are translated and static, but for the subject, which is owned. */
typedef struct {
  char       *subject;        /* "Claim on contract HT-2025-001" */
  gboolean    returned;       /* it came back already: it can only be withdrawn */
  gboolean    with_voucher;   /* being granted gives it a number */
  gboolean    without_amount; /* there is no money to be told */
  const char *granted, *amount_label, *date_label;  /* with their mnemonics */
  const char *consequences[QUAN_N_ANSWERS];
  QuanDate    submitted;      /* no answer is older */
  const char *early;          /* the sentence for one that is */
  QuanFen     amount;         /* proposed; QUAN_FEN_NONE: none */
  QuanDate    date;           /* proposed */
} QuanAnswerForm;

void quan_answer_form_clear (QuanAnswerForm *form);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuanAnswerForm, quan_answer_form_clear)

/* What was answered: number, amount and date where it was granted, else the reason. */
typedef struct {
  QuanAnswerKind kind;
  const char    *voucher;
  QuanFen        amount;
  QuanDate       date;
  const char    *reason;
} QuanAnswer;

/*
 * Signal: answer (pointer)  a QuanAnswer, valid during the call; everything it needs was read and is complete.
 * The window stays until it is destroyed: what was refused is shown in it.
 */
GtkWidget *quan_answer_dialog_new (GtkWindow *parent, const QuanAnswerForm *form);
void quan_answer_dialog_set_busy (QuanAnswerDialog *dialog, gboolean busy);
/* Says why the answer was refused, beside the voucher's number where that is what an approval was refused for. */
void quan_answer_dialog_refuse (QuanAnswerDialog *dialog, const GError *error);
/* What is typed and pressed, for tests; NULL leaves a field as it is. */
void quan_answer_dialog_fill (QuanAnswerDialog *dialog, QuanAnswerKind kind, const char *voucher, const char *amount,
                              const char *date, const char *reason);
