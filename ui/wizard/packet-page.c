#include "ui/wizard/packet-page-private.h"

#include <glib/gi18n-lib.h>

#include "ui/chip.h"
#include "ui/preview.h"
#include "ui/state-mark.h"
#include "ui/wizard/packet-list.h"

G_DEFINE_ABSTRACT_TYPE (QuanPacketPage, quan_packet_page, QUAN_TYPE_WIZARD_PAGE)

QuanPacketFacts
quan_packet_page_facts (QuanPacketPage *self)
{
  gconstpointer snapshot = quan_wizard_page_snapshot (QUAN_WIZARD_PAGE (self));
  QuanPacketFacts facts = { NULL };

  if (snapshot != NULL)
    QUAN_PACKET_PAGE_GET_CLASS (self)->describe (snapshot, &facts);
  return facts;
}

gboolean
quan_packet_page_is_gone (QuanPacketPage *self)
{
  return self->actions == NULL || quan_wizard_page_snapshot (QUAN_WIZARD_PAGE (self)) == NULL;
}

void
quan_packet_page_end (QuanPacketPage *self)
{
  g_return_if_fail (QUAN_IS_PACKET_PAGE (self));
  quan_packet_page_stop_making (self);
}

static QuanPacketNote
note_of (QuanPacketPage *self, gconstpointer snapshot)
{
  QuanPacketNote note = { QUAN_STEP_DONE };

  QUAN_PACKET_PAGE_GET_CLASS (self)->note (snapshot, self->pdf != NULL ? quan_pdf_n_pages (self->pdf) : 0, self->ready,
                                           &note);
  return note;
}

static void
show_note (QuanPacketPage *self, gboolean locked)
{
  g_auto (QuanPacketNote) note = note_of (self, quan_wizard_page_snapshot (QUAN_WIZARD_PAGE (self)));
  /* A note about what is missing stays in the colour of attention: nothing is wrong yet. */
  QuanStepState state = note.state == QUAN_STEP_WRONG && !locked ? QUAN_STEP_REVIEW : note.state;
  const char *css_class = note.css_class != NULL ? note.css_class : quan_step_class (state);

  quan_state_class_set (self->note, css_class);
  quan_state_icon_set (self->note_icon, note.icon != NULL ? note.icon : quan_step_icon (state), css_class,
                       quan_step_word (note.state));
  gtk_label_set_label (GTK_LABEL (self->note_title), note.title);
  gtk_label_set_label (GTK_LABEL (self->note_text), note.text != NULL ? note.text : "");
  gtk_widget_set_visible (self->note_text, note.text != NULL);
  gtk_widget_set_visible (self->note_link, note.link != NULL);
  if (note.link == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (self->note_link), note.link);
  if (note.link_path != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->note_link), "s", note.link_path);
  else
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->note_link), "i", 3);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->note_link),
                                  note.link_path != NULL ? "wizard.reveal" : "wizard.go-to");
}

void
quan_packet_page_tell (QuanPacketPage *self, const char *css_class, const char *sentence, const char *path)
{
  quan_state_class_set (self->told, css_class);
  gtk_label_set_label (GTK_LABEL (self->told_text), sentence);
  gtk_widget_set_visible (self->told_folder, path != NULL);
  gtk_widget_set_visible (self->told, TRUE);
  g_free (self->saved);
  self->saved = g_strdup (path);
}

void
quan_packet_page_show_packet (QuanPacketPage *self)
{
  const QuanPacketFacts facts = quan_packet_page_facts (self);
  g_auto (GStrv) names = self->pdf != NULL ? quan_packet_part_names (&facts, self->pdf) : NULL;
  QuanPreviewer *preview = QUAN_PREVIEWER (self->preview);

  quan_previewer_set_pdf (preview, self->pdf, (const char *const *) names);
  quan_packet_list_show (QUAN_PACKET_LIST (self->list), &facts, self->pdf);
  quan_packet_list_mark (QUAN_PACKET_LIST (self->list), quan_previewer_get_page (preview));
  show_note (self, facts.locked);
  quan_packet_page_show_buttons (self);
  quan_packet_page_show_submission (self);
}

static void
quan_packet_page_show_snapshot (QuanWizardPage *page, gconstpointer snapshot)
{
  QuanPacketPage *self = QUAN_PACKET_PAGE (page);
  const QuanPacketFacts facts = quan_packet_page_facts (self);

  gtk_widget_set_visible (self->drop_hint, !facts.locked);
  gtk_widget_set_visible (self->drop_icon, !facts.locked);
  if (!facts.possible) {
    quan_packet_page_stop_making (self);
    g_clear_object (&self->pdf);
    quan_previewer_set_message (QUAN_PREVIEWER (self->preview),
                                _("The packet is shown here as soon as it can be made."));
  } else if (self->office != NULL) {
    quan_packet_page_make (self, &facts);
  }
  quan_packet_page_show_packet (self);
}

static const char *
quan_packet_page_title (QuanWizardPage *page)
{
  return _("Packet");
}

static QuanStepState
quan_packet_page_judge (QuanWizardPage *page, gconstpointer snapshot, char **sentence)
{
  g_auto (QuanPacketNote) note = note_of (QUAN_PACKET_PAGE (page), snapshot);

  *sentence = g_steal_pointer (&note.sentence);
  return note.state;
}

gboolean
quan_packet_page_is_idle (QuanPacketPage *self)
{
  g_return_val_if_fail (QUAN_IS_PACKET_PAGE (self), TRUE);
  return self->making == NULL && self->busy == 0;
}

static void
on_jump (QuanPacketPage *self, guint page)
{
  quan_previewer_go_to (QUAN_PREVIEWER (self->preview), page);
}

static void
on_page_turned (QuanPacketPage *self)
{
  quan_packet_list_mark (QUAN_PACKET_LIST (self->list), quan_previewer_get_page (QUAN_PREVIEWER (self->preview)));
}

void
quan_packet_page_set_office (QuanPacketPage *self, QuanOffice *office)
{
  g_return_if_fail (QUAN_IS_PACKET_PAGE (self));
  g_set_object (&self->office, office);
}

GActionGroup *
quan_packet_page_actions (QuanPacketPage *self)
{
  g_return_val_if_fail (QUAN_IS_PACKET_PAGE (self), NULL);
  return G_ACTION_GROUP (self->actions);
}

GtkWidget *
quan_packet_page_buttons (QuanPacketPage *self)
{
  g_return_val_if_fail (QUAN_IS_PACKET_PAGE (self), NULL);
  return self->buttons;
}

static void
quan_packet_page_dispose (GObject *object)
{
  QuanPacketPage *self = QUAN_PACKET_PAGE (object);

  if (self->progress != NULL)
    quan_packet_page_stop_making (self);
  if (self->submitting != NULL)
    gtk_window_destroy (GTK_WINDOW (self->submitting));
  if (self->answering != NULL)
    gtk_window_destroy (GTK_WINDOW (self->answering));
  g_clear_weak_pointer (&self->submitting);
  g_clear_weak_pointer (&self->answering);
  quan_box_empty (GTK_BOX (self));
  g_clear_object (&self->buttons);
  g_clear_object (&self->actions);
  g_clear_object (&self->pdf);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (quan_packet_page_parent_class)->dispose (object);
}

static void
quan_packet_page_finalize (GObject *object)
{
  QuanPacketPage *self = QUAN_PACKET_PAGE (object);

  g_free (self->target);
  g_free (self->adding);
  g_free (self->saved);
  G_OBJECT_CLASS (quan_packet_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, left);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, note);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, note_icon);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, note_title);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, note_text);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, note_link);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, told);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, told_text);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, told_folder);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, list);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, preview);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, progress);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, progress_text);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, drop_icon);
  gtk_widget_class_bind_template_child (widget_class, QuanPacketPage, drop_hint);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_folder", G_CALLBACK (quan_packet_page_show_folder));
  gtk_widget_class_bind_template_callback (widget_class, on_jump);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_add", G_CALLBACK (quan_packet_page_add));
  gtk_widget_class_bind_template_callback (widget_class, on_page_turned);
}

static void
quan_packet_page_class_init (QuanPacketPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  QuanWizardPageClass *page_class = QUAN_WIZARD_PAGE_CLASS (klass);

  object_class->dispose = quan_packet_page_dispose;
  object_class->finalize = quan_packet_page_finalize;
  page_class->title = quan_packet_page_title;
  page_class->judge = quan_packet_page_judge;
  page_class->show = quan_packet_page_show_snapshot;
  page_class->wide = TRUE;
  g_type_ensure (QUAN_TYPE_PACKET_LIST);
  g_type_ensure (QUAN_TYPE_PREVIEWER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quan/Quan/wizard/packet-page.ui");
  bind_children (widget_class);
}

static void
quan_packet_page_init (QuanPacketPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  quan_packet_page_make_actions (self);
  quan_packet_page_make_buttons (self);
  g_signal_connect (target, "drop", G_CALLBACK (quan_packet_page_dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  quan_packet_page_show_buttons (self);
}
