#include "ui/wizard/packet-page-private.h"

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"

/* The one filled button of the screen is what is to be done next, if that can be said. */
static void
set_suggested (GtkWidget *button, gboolean suggested)
{
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

static void
enable (QuanPacketPage *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

/* Which buttons are there, and which can be pressed, follows from the snapshot and from what is under way. */
void
quan_packet_page_show_buttons (QuanPacketPage *self)
{
  const QuanPacketFacts facts = quan_packet_page_facts (self);
  guint missing = 0, stale = 0;

  if (facts.documents != NULL)
    quan_packet_count (facts.documents, &missing, &stale);

  enable (self, "save", self->pdf != NULL && facts.possible);
  enable (self, "print", self->pdf != NULL && facts.possible);
  enable (self, "submit", facts.possible && !facts.locked && self->pdf != NULL && self->making == NULL && self->busy == 0);
  enable (self, "answer", facts.possible && facts.answerable && self->busy == 0);
  enable (self, "stop", self->making != NULL);
  gtk_widget_set_visible (self->submit_button, !facts.locked);
  gtk_widget_set_visible (self->answer_button, facts.answerable);
  set_suggested (self->answer_button, facts.submitted);
  set_suggested (self->submit_button, self->ready && missing == 0 && stale == 0);
}

static GtkWidget *
button_new (const char *label, const char *icon, const char *action)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new_with_mnemonic (label);
  g_autofree char *name = quan_without_mnemonic (label);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), text);
  gtk_label_set_mnemonic_widget (GTK_LABEL (text), button);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  quan_set_name (button, name);
  return button;
}

void
quan_packet_page_make_buttons (QuanPacketPage *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9));

  self->buttons = g_object_ref_sink (GTK_WIDGET (box));
  gtk_box_append (box, button_new (_("Save P_DF…"), "quan-save-symbolic", "packet.save"));
  gtk_box_append (box, button_new (_("_Print…"), "quan-print-symbolic", "packet.print"));
  self->submit_button = button_new (_("_Mark as submitted…"), "quan-submitted-symbolic", "packet.submit");
  gtk_box_append (box, self->submit_button);
  self->answer_button = button_new (_("_Record the answer…"), "quan-draft-symbolic", "packet.answer");
  gtk_box_append (box, self->answer_button);
  gtk_widget_insert_action_group (self->buttons, "packet", G_ACTION_GROUP (self->actions));
}

static gboolean
on_save_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_activate_action (widget, "packet.save", NULL);
}

void
quan_packet_page_make_actions (QuanPacketPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "save", .activate = quan_packet_page_save_activated },
    { .name = "print", .activate = quan_packet_page_print_activated },
    { .name = "submit", .activate = quan_packet_page_submit_activated },
    { .name = "answer", .activate = quan_packet_page_answer_activated },
    { .name = "stop", .activate = quan_packet_page_stop_activated },
  };
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "packet", G_ACTION_GROUP (self->actions));
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_s, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (on_save_key, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
