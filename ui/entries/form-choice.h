/* A form's choice that is not one fact's alone: a label above, a drop-down, and below it one line. Beside form fields it looks
 * like one of them. */
#pragma once
#include <gtk/gtk.h>

#define QUAN_TYPE_FORM_CHOICE (quan_form_choice_get_type ())
G_DECLARE_FINAL_TYPE (QuanFormChoice, quan_form_choice, QUAN, FORM_CHOICE, GtkWidget)

/*
 * Properties: label, with its mnemonic; hint, shown in the line below; explains, the path that wizard.explain is given when
 * the focus comes.
 * Signal "chosen" (guint): the person chose the option of this index, GTK_INVALID_LIST_POSITION for "Not said", which stands
 * above the options; showing one emits nothing.
 */

/* The options, NULL-terminated; the list is made anew only where it differs. */
void  quan_form_choice_set_options (QuanFormChoice *choice, const char *const *options);
/* Shows an option, GTK_INVALID_LIST_POSITION "Not said". */
void  quan_form_choice_show (QuanFormChoice *choice, guint index);
guint quan_form_choice_shown (QuanFormChoice *choice);
void  quan_form_choice_set_hint (QuanFormChoice *choice, const char *hint);
/* Chooses as a person would, for tests. */
void  quan_form_choice_choose (QuanFormChoice *choice, guint index);
