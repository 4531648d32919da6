#include "ui/entries/form-field-private.h"

#include <string.h>

#include "ui/entries/fact.h"
#include "ui/entries/field-control.h"

/* Shows the text as the fact takes it: "1200000" as "1,200,000.00". */
static void
reformat (QuanFormField *self)
{
  g_autofree char *text = quan_form_field_text (self);
  g_autofree char *taken = quan_fact_read (self->path, text);

  if (taken != NULL && strcmp (taken, text) != 0)
    quan_form_field_set_text (self, taken);
}

static void
keep_as_stored (QuanFormField *self)
{
  g_free (self->stored);
  self->stored = quan_form_field_text (self);
  g_clear_pointer (&self->noted, g_free);
  g_clear_handle_id (&self->noting, g_source_remove);
}

void
quan_form_field_commit (QuanFormField *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (QUAN_IS_FORM_FIELD (self));

  if (!quan_form_field_is_changed (self))
    return;
  text = quan_form_field_text (self);
  g_clear_pointer (&self->problem, g_free);
  reformat (self);
  keep_as_stored (self);
  quan_field_control_forget (self->control);
  quan_form_field_judge (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.enter", "(ss)", self->path, text);
}

void
quan_form_field_type (QuanFormField *self, const char *text)
{
  g_return_if_fail (QUAN_IS_FORM_FIELD (self) && text != NULL);

  quan_field_control_set (self->control, text);
  quan_form_field_commit (self);
}

static gboolean
tell_note (gpointer data)
{
  QuanFormField *self = data;
  g_autofree char *text = quan_form_field_text (self);

  self->noting = 0;
  if (g_strcmp0 (text, self->noted != NULL ? self->noted : self->stored) == 0)
    return G_SOURCE_REMOVE;
  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.note", "(ss)", self->path, text);
  g_free (self->noted);
  self->noted = g_steal_pointer (&text);
  return G_SOURCE_REMOVE;
}

/* A text typed over another one changes twice, so the note waits until the key is done. */
static void
note_text (QuanFormField *self)
{
  if (self->noting == 0)
    self->noting = g_idle_add_full (G_PRIORITY_DEFAULT, tell_note, self, NULL);
}

static gboolean
has_focus (QuanFormField *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

void
quan_form_field_control_changed (QuanFormField *self)
{
  if (self->showing)
    return;
  if (quan_field_control_is_choice (self->control)) {
    quan_form_field_commit (self);
    return;
  }
  note_text (self);
  quan_form_field_judge (self);
  if (self->suggestions != NULL && has_focus (self))
    quan_suggestions_update (self->suggestions);
}

void
quan_form_field_picked (gpointer self)
{
  quan_form_field_commit (self);
}

void
quan_form_field_entry_activated (QuanFormField *self)
{
  if (self->suggestions != NULL)
    quan_suggestions_take (self->suggestions);
  quan_form_field_commit (self);
  g_signal_emit_by_name (self, "move-focus", GTK_DIR_TAB_FORWARD);
}

static gboolean
take_back (QuanFormField *self)
{
  if (quan_field_control_is_choice (self->control) || !quan_form_field_is_changed (self))
    return GDK_EVENT_PROPAGATE;
  quan_form_field_set_text (self, self->stored);
  note_text (self);
  quan_form_field_judge (self);
  return GDK_EVENT_STOP;
}

gboolean
quan_form_field_undo (QuanFormField *self)
{
  g_autofree char *before = NULL, *after = NULL;

  g_return_val_if_fail (QUAN_IS_FORM_FIELD (self), FALSE);

  if (!quan_form_field_is_changed (self))
    return FALSE;
  before = quan_form_field_text (self);
  quan_field_control_undo (self->control);
  after = quan_form_field_text (self);
  return strcmp (before, after) != 0 || take_back (self);
}

gboolean
quan_form_field_key_pressed (QuanFormField *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (self->suggestions != NULL && quan_suggestions_key (self->suggestions, keyval))
    return GDK_EVENT_STOP;
  return keyval == GDK_KEY_Escape ? take_back (self) : GDK_EVENT_PROPAGATE;
}

void
quan_form_field_focus_came (QuanFormField *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.explain", "s", self->path);
}

void
quan_form_field_focus_went (QuanFormField *self)
{
  if (self->suggestions != NULL)
    quan_suggestions_fold (self->suggestions);
  quan_form_field_commit (self);
}
