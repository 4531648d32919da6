/* A field of a form: a label above, a control, and below it one line for a hint, an echo of what was understood, or an
 * error. What it edits is the fact of a path; the kind of control follows from the kind of that fact. */
#pragma once
#include <gtk/gtk.h>

#include "core/desk/preparation.h"

#define QUAN_TYPE_FORM_FIELD (quan_form_field_get_type ())
G_DECLARE_FINAL_TYPE (QuanFormField, quan_form_field, QUAN, FORM_FIELD, GtkWidget)

/*
 * Properties:
 *   path      "contract.signed": which fact, see quan_record_enter
 *   label     with its mnemonic: "Signing _date"
 *   hint      shown while there is neither an echo nor an error; may be NULL
 *   compact   no label and no line below: a cell of a table; the label is then only its accessible name
 * The field activates wizard.enter when what was typed is committed (the focus leaves, Enter, a choice), wizard.note while
 * typing, wizard.explain when the focus comes. It never filters keys.
 */
GtkWidget *quan_form_field_new (const char *path, const char *label, const char *hint);

const char *quan_form_field_get_path (QuanFormField *field);
void        quan_form_field_set_path (QuanFormField *field, const char *path);

/* Shows the fact, or the text that was not taken with its error. A text being typed stays. Locked snapshots make it
 * insensitive. */
void quan_form_field_show (QuanFormField *field, const QuanPrepared *prepared);
/* What stands in it now. Free with g_free. */
char *quan_form_field_text (QuanFormField *field);
/* Types into it and commits, as a person would; for tests and for pasted tables. */
void quan_form_field_type (QuanFormField *field, const char *text);
/* Hands over what was typed, if anything was. */
void quan_form_field_commit (QuanFormField *field);
/* Takes back one step of typing that was not handed over yet; FALSE if there is none. */
gboolean quan_form_field_undo (QuanFormField *field);
/* The error shown, NULL if there is none. */
const char *quan_form_field_error (QuanFormField *field);
/* The label without its mnemonic. Free with g_free. */
char *quan_form_field_name (QuanFormField *field);

/* All fields inside a widget, in their order; called with each. */
typedef void (*QuanFormFieldFunc) (QuanFormField *field, gpointer data);
void     quan_form_foreach (GtkWidget *inside, QuanFormFieldFunc func, gpointer data);
/* Shows a snapshot in all of them. */
void     quan_form_show (GtkWidget *inside, const QuanPrepared *prepared);
/* Puts the focus into the field of a path; FALSE if there is none. */
gboolean quan_form_focus (GtkWidget *inside, const char *path);
/* Takes back typing in the field that has the focus; FALSE if there is none, or focus is NULL or in no field. An
 * application's accelerators come before the keys of its entries, so whoever undoes by one asks this first. */
gboolean quan_form_undo (GtkWidget *focus);
