#include "ui/entries/form-field-private.h"

#include <string.h>

#include "ui/entries/fact.h"
#include "ui/entries/field-control.h"

/* What the line below a field can be. */
typedef struct {
  const char *icon;  /* NULL none */
  const char *style; /* CSS class */
} NoteStyle;

static const NoteStyle note_plain = { NULL, "dim" };
static const NoteStyle note_doubt = { "quan-review-symbolic", "review" };
static const NoteStyle note_error = { "quan-fail-symbolic", "fail" };

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
write_note (QuanFormField *self, const NoteStyle *style, const char *sentence)
{
  const char *classes[] = { "note-line", "small", style->style, NULL };

  if (self->note == NULL)
    return;
  gtk_widget_set_css_classes (self->note, classes);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->mark), style->icon);
  gtk_widget_set_visible (self->mark, style->icon != NULL);
  gtk_label_set_text (GTK_LABEL (self->sentence), sentence != NULL ? sentence : "");
}

/* Marks a cell at its left. An entry keeps the room of an icon that was taken away, so the image itself is hidden. */
static void
mark_cell (GtkEntry *entry, gboolean wrong)
{
  if (!wrong && gtk_entry_get_icon_storage_type (entry, GTK_ENTRY_ICON_PRIMARY) == GTK_IMAGE_EMPTY)
    return;
  gtk_entry_set_icon_from_icon_name (entry, GTK_ENTRY_ICON_PRIMARY, note_error.icon);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (entry)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_IMAGE (child) && gtk_widget_has_css_class (child, "left"))
      gtk_widget_set_visible (child, wrong);
}

/* Ties the error to the control for those who hear the window, and in a compact field, which has no line, shows it. */
static void
tie_error (QuanFormField *self)
{
  GtkAccessible *control = GTK_ACCESSIBLE (quan_field_control_focus (self->control));
  gboolean wrong = self->error != NULL;

  set_class (GTK_WIDGET (self), "error", wrong);
  set_class (self->control, "error", wrong);
  gtk_accessible_update_state (control, GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (self->title != NULL) {
    set_class (self->title, "fail", wrong);
    return;
  }
  gtk_widget_set_tooltip_text (self->control, self->error);
  if (wrong)
    gtk_accessible_update_property (control, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->error, -1);
  else
    gtk_accessible_reset_property (control, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  if (GTK_IS_ENTRY (self->control))
    mark_cell (GTK_ENTRY (self->control), wrong);
}

/* The error stays while the text is being corrected, until it can be taken. */
void
quan_form_field_judge (QuanFormField *self)
{
  g_autofree char *text = quan_form_field_text (self);
  g_autofree char *understood = quan_fact_read (self->path, text), *echo = NULL;
  gboolean doubtful = FALSE, wrong;

  wrong = self->problem != NULL && (understood == NULL || strcmp (text, self->stored) == 0);
  g_free (self->error);
  self->error = wrong ? g_strdup (self->problem) : NULL;
  if (understood != NULL)
    echo = quan_fact_echo (self->path, understood, &doubtful);
  if (wrong)
    write_note (self, &note_error, self->error);
  else if (echo != NULL)
    write_note (self, doubtful ? &note_doubt : &note_plain, echo);
  else
    write_note (self, &note_plain, self->hint);
  tie_error (self);
}
