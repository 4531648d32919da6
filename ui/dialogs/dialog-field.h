/* A field of a dialog: a label above, an entry, and below it one line for a hint or for what is wrong. */
#pragma once
#include <gtk/gtk.h>

#include "core/base/date.h"
#include "core/base/money.h"
#include "ui/entries/suggestions.h"

#define QUAN_TYPE_DIALOG_FIELD (quan_dialog_field_get_type ())
G_DECLARE_FINAL_TYPE (QuanDialogField, quan_dialog_field, QUAN, DIALOG_FIELD, GtkBox)

/* Properties: "label" with its mnemonic, "hint" shown while nothing is wrong. Signal "left": the entry was left
 * or ended with Enter. */

const char *quan_dialog_field_get_text (QuanDialogField *field);
void        quan_dialog_field_set_text (QuanDialogField *field, const char *text);
/* Changes what stands below the entry. */
void        quan_dialog_field_set_hint (QuanDialogField *field, const char *hint);
/* Says what is wrong (NULL: nothing) beside the entry, which keeps what was typed. */
void        quan_dialog_field_set_error (QuanDialogField *field, const char *sentence);
/* Says what may be a slip (NULL: nothing) while nothing is wrong. */
void        quan_dialog_field_set_doubt (QuanDialogField *field, const char *sentence);
/* What is wrong, NULL if nothing is. */
const char *quan_dialog_field_error (QuanDialogField *field);
/* Lets a day be chosen in a calendar, or a text among suggestions; either is as if the entry had been left. data is suggest's
 * and outlives the field. */
void        quan_dialog_field_pick_dates (QuanDialogField *field);
void        quan_dialog_field_suggest (QuanDialogField *field, QuanSuggestFunc suggest, gpointer data);
/* What cannot be edited can still be read and copied. */
void        quan_dialog_field_set_editable (QuanDialogField *field, gboolean editable);
void        quan_dialog_field_focus (QuanDialogField *field);
/* Calls back after each change of the text, with data as its first argument. */
void        quan_dialog_field_watch (QuanDialogField *field, GCallback changed, gpointer data);

/* What was typed, where it is needed: FALSE, with the error shown, if it is missing or cannot be read. */
gboolean quan_dialog_field_date (QuanDialogField *field, QuanDate *date);
gboolean quan_dialog_field_money (QuanDialogField *field, QuanFen *amount);
gboolean quan_dialog_field_words (QuanDialogField *field, const char **text);
