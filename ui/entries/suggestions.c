#include "ui/entries/suggestions.h"

#include <string.h>

#define MOST_SHOWN 8

struct QuanSuggestions {
  GtkWidget      *owner;
  GtkEntry       *entry;
  GtkPopover     *popover;
  GtkListBox     *list;
  GPtrArray      *shown;   /* of QuanSuggestion, in the order of the rows; NULL before the first */
  QuanSuggestFunc suggest;
  gpointer        data;    /* of suggest */
  QuanTakenFunc   taken;
};

QuanSuggestion *
quan_suggestion_new (const char *text, const char *label)
{
  QuanSuggestion *suggestion = g_new (QuanSuggestion, 1);

  *suggestion = (QuanSuggestion) { g_strdup (text), g_strdup (label) };
  return suggestion;
}

void
quan_suggestion_free (QuanSuggestion *suggestion)
{
  g_free (suggestion->text);
  g_free (suggestion->label);
  g_free (suggestion);
}

static void
suggestions_free (gpointer data)
{
  QuanSuggestions *self = data;

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_open (QuanSuggestions *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->popover));
}

static void
tell_state (QuanSuggestions *self, gboolean open)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

void
quan_suggestions_fold (QuanSuggestions *self)
{
  if (!is_open (self))
    return;
  gtk_popover_popdown (self->popover);
  tell_state (self, FALSE);
}

static void
add_row (QuanSuggestions *self, const QuanSuggestion *suggestion)
{
  GtkWidget *label = gtk_label_new (suggestion->label);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_list_box_append (self->list, label);
  gtk_widget_set_focusable (gtk_widget_get_parent (label), FALSE);
}

static void
fill (QuanSuggestions *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->shown->len && i < MOST_SHOWN; i++)
    add_row (self, self->shown->pdata[i]);
}

/* The popover is as wide as the entry at least, and begins where it begins. */
static void
open_list (QuanSuggestions *self)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->entry), self->owner, &bounds))
    return;
  gtk_popover_set_pointing_to (self->popover, &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, 1,
                                                                (int) bounds.size.height });
  gtk_widget_set_size_request (GTK_WIDGET (self->list), (int) bounds.size.width, -1);
  gtk_popover_popup (self->popover);
  gtk_popover_present (self->popover);
  tell_state (self, TRUE);
}

/* Whether the entry holds the only suggestion already. */
static gboolean
is_said (QuanSuggestions *self)
{
  const QuanSuggestion *only = self->shown->len == 1 ? self->shown->pdata[0] : NULL;

  return only != NULL && strcmp (only->text, gtk_editable_get_text (GTK_EDITABLE (self->entry))) == 0;
}

void
quan_suggestions_update (QuanSuggestions *self)
{
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = self->suggest (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->data);
  fill (self);
  if (self->shown->len == 0 || is_said (self))
    quan_suggestions_fold (self);
  else
    open_list (self);
}

static void
take_row (QuanSuggestions *self, GtkListBoxRow *row)
{
  const QuanSuggestion *suggestion = self->shown->pdata[gtk_list_box_row_get_index (row)];
  g_autofree char *text = g_strdup (suggestion->text); /* the list changes with the entry */

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  quan_suggestions_fold (self);
}

gboolean
quan_suggestions_take (QuanSuggestions *self)
{
  GtkListBoxRow *row = is_open (self) ? gtk_list_box_get_selected_row (self->list) : NULL;

  if (row == NULL)
    return FALSE;
  take_row (self, row);
  return TRUE;
}

static void
row_activated (QuanSuggestions *self, GtkListBoxRow *row)
{
  take_row (self, row);
  if (self->taken != NULL)
    self->taken (self->owner);
}

static void
choose (QuanSuggestions *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : (step > 0 ? 0 : -1);

  row = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;
  if (row == NULL && index > 0)
    return;
  gtk_list_box_select_row (self->list, row);
  if (row != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
}

gboolean
quan_suggestions_key (QuanSuggestions *self, guint keyval)
{
  if (!is_open (self)) {
    if (keyval != GDK_KEY_Down)
      return FALSE;
    quan_suggestions_update (self);
    return is_open (self);
  }
  switch (keyval) {
    case GDK_KEY_Down: choose (self, 1); return TRUE;
    case GDK_KEY_Up: choose (self, -1); return TRUE;
    case GDK_KEY_Escape: quan_suggestions_fold (self); return TRUE;
    default: return FALSE;
  }
}

QuanSuggestions *
quan_suggestions_new (GtkWidget *owner, GtkEntry *entry, QuanSuggestFunc suggest, gpointer data, QuanTakenFunc taken)
{
  QuanSuggestions *self = g_new0 (QuanSuggestions, 1);

  self->owner = owner;
  self->entry = entry;
  self->suggest = suggest;
  self->data = data;
  self->taken = taken;
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "suggestions");
  gtk_popover_set_autohide (self->popover, FALSE);
  gtk_popover_set_has_arrow (self->popover, FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->popover), GTK_ALIGN_START);
  gtk_widget_set_can_focus (GTK_WIDGET (self->popover), FALSE);
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->list));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), owner);
  g_object_set_data_full (G_OBJECT (self->popover), "quan-suggestions", self, suggestions_free);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_AUTOCOMPLETE,
                                  GTK_ACCESSIBLE_AUTOCOMPLETE_LIST, -1);
  return self;
}

static void
typed_cb (QuanSuggestions *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self->entry)));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->entry)))
    quan_suggestions_update (self);
}

/* Enter takes what is chosen, and does nothing else then. */
static void
activated_cb (QuanSuggestions *self)
{
  if (!quan_suggestions_take (self))
    return;
  g_signal_stop_emission_by_name (self->entry, "activate");
  if (self->taken != NULL)
    self->taken (self->owner);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, QuanSuggestions *self)
{
  return (state & gtk_accelerator_get_default_mod_mask ()) == 0 && quan_suggestions_key (self, keyval);
}

void
quan_suggestions_follow (QuanSuggestions *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (quan_suggestions_fold), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
}
