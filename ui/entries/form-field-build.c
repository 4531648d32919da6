#include "ui/entries/form-field-private.h"

#include "ui/accessible.h"
#include "ui/entries/date-picker.h"
#include "ui/entries/fact.h"
#include "ui/entries/field-control.h"

static void
make_control (QuanFormField *self)
{
  const QuanField *field = quan_fact_field (self->path);
  QuanSuggestFunc suggest = quan_fact_suggestions (self->path);

  self->control = quan_field_control_new (self->path, self->compact);
  gtk_widget_insert_after (self->control, GTK_WIDGET (self), self->title);
  quan_field_control_watch (self->control, G_CALLBACK (quan_form_field_control_changed), self);
  if (GTK_IS_ENTRY (self->control))
    g_signal_connect_swapped (self->control, "activate", G_CALLBACK (quan_form_field_entry_activated), self);
  if (GTK_IS_ENTRY (self->control) && suggest != NULL)
    self->suggestions = quan_suggestions_new (GTK_WIDGET (self), GTK_ENTRY (self->control), suggest, NULL,
                                              quan_form_field_picked);
  if (GTK_IS_ENTRY (self->control) && field != NULL && field->kind == QUAN_FIELD_DATE)
    quan_date_picker_attach (GTK_WIDGET (self), GTK_ENTRY (self->control), quan_form_field_picked);
}

static void
make_title (QuanFormField *self)
{
  self->title = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "field-title");
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_widget_insert_after (self->title, GTK_WIDGET (self), NULL);
}

static void
make_note (QuanFormField *self)
{
  self->note = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->mark = gtk_image_new ();
  self->sentence = gtk_label_new (NULL);
  gtk_widget_set_valign (self->mark, GTK_ALIGN_START);
  gtk_widget_set_hexpand (self->sentence, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->sentence), 0);
  gtk_label_set_wrap (GTK_LABEL (self->sentence), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->sentence), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (self->sentence), 12);
  gtk_box_append (GTK_BOX (self->note), self->mark);
  gtk_box_append (GTK_BOX (self->note), self->sentence);
  gtk_widget_insert_before (self->note, GTK_WIDGET (self), NULL);
}

/* The accessible name is the label's words; the label itself would be read with its mnemonic. */
void
quan_form_field_name_control (QuanFormField *self)
{
  GtkWidget *control = quan_field_control_focus (self->control);
  g_autofree char *name = quan_form_field_name (self);

  if (self->title != NULL) {
    gtk_label_set_text_with_mnemonic (GTK_LABEL (self->title), self->label != NULL ? self->label : "");
    gtk_label_set_mnemonic_widget (GTK_LABEL (self->title), control);
    gtk_accessible_update_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->sentence, NULL,
                                    -1);
  }
  quan_set_name (control, name);
}

void
quan_form_field_clear (QuanFormField *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->title = self->control = self->note = self->mark = self->sentence = NULL;
  self->suggestions = NULL;
}

void
quan_form_field_build (QuanFormField *self)
{
  quan_form_field_clear (self);
  if (self->path == NULL)
    return;
  if (!self->compact) {
    make_title (self);
    make_note (self);
  }
  make_control (self);
  quan_form_field_name_control (self);
  quan_form_field_set_text (self, self->stored);
  quan_form_field_judge (self);
}
