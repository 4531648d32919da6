/* The inside of a form field, shared by the sources that make it. */
#pragma once
#include "ui/entries/form-field.h"
#include "ui/entries/suggestions.h"

struct _QuanFormField {
  GtkWidget parent_instance;

  char      *path;
  char      *label;    /* with its mnemonic */
  char      *hint;
  gboolean   compact;

  GtkWidget *title;    /* NULL in a compact field */
  GtkWidget *control;
  GtkWidget *note;     /* the line below: mark and sentence; NULL in a compact field */
  GtkWidget *mark;
  GtkWidget *sentence;
  QuanSuggestions *suggestions; /* NULL where nothing is suggested; owned by its popover */

  char      *stored;   /* the text shown last, or committed since */
  char      *problem;  /* why the stored text was not taken, NULL if it was */
  char      *error;    /* the problem while it is shown */
  char      *noted;    /* the text told with wizard.note last */
  guint      noting;   /* tells the text soon, 0 while none was typed */
  gboolean   showing;  /* the text is being set, not typed */
};

/* Whether something was typed that was not handed over. */
gboolean quan_form_field_is_changed (QuanFormField *self);
/* Sets what stands in the control, as if nobody had typed it. */
void quan_form_field_set_text (QuanFormField *self, const char *text);
/* Says what stands in the field now: its note and its error. */
void quan_form_field_judge (QuanFormField *self);

/* Makes the widgets anew: the path, or the room they have, is another one. */
void quan_form_field_build (QuanFormField *self);
void quan_form_field_clear (QuanFormField *self);
/* Shows the label, and names the control after it. */
void quan_form_field_name_control (QuanFormField *self);

/* What a person does with the control. */
void     quan_form_field_control_changed (QuanFormField *self);
void     quan_form_field_entry_activated (QuanFormField *self);
void     quan_form_field_picked (gpointer self);
gboolean quan_form_field_key_pressed (QuanFormField *self, guint keyval, guint keycode, GdkModifierType state);
void     quan_form_field_focus_came (QuanFormField *self);
void     quan_form_field_focus_went (QuanFormField *self);
