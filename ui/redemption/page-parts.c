#include "ui/redemption/page-parts.h"

#include <glib/gi18n-lib.h>

#include "ui/chip.h"

GtkWidget *
quan_page_content_new (GtkWidget *page)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (page), GTK_ORIENTATION_VERTICAL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (content, "wizard-content");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  gtk_box_append (GTK_BOX (page), scrolled);
  return content;
}

QuanPageHead
quan_page_head_new (GtkWidget *content)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  QuanPageHead head = { gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18), gtk_image_new (),
                        quan_text_new (NULL, "title-page num"), quan_text_new (NULL, "dim small num") };

  gtk_widget_set_valign (head.mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (head.mark, "aggregate");
  gtk_widget_set_name (head.headline, "headline");
  gtk_widget_set_name (head.remark, "remark");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), head.headline);
  gtk_box_append (GTK_BOX (texts), head.remark);
  gtk_box_append (GTK_BOX (head.box), head.mark);
  gtk_box_append (GTK_BOX (head.box), texts);
  gtk_box_append (GTK_BOX (content), head.box);
  return head;
}

void
quan_page_head_set (const QuanPageHead *head, QuanStepState state, const char *headline, const char *remark)
{
  quan_state_icon_set (head->mark, quan_step_icon (state), quan_step_class (state), quan_step_word (state));
  gtk_label_set_label (GTK_LABEL (head->headline), headline);
  gtk_label_set_label (GTK_LABEL (head->remark), remark != NULL ? remark : "");
  gtk_widget_set_visible (head->remark, remark != NULL);
}

GtkWidget *
quan_list_card_new (const char *heading, const char *name, GtkWidget **list)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  if (heading != NULL)
    gtk_box_append (GTK_BOX (card), quan_text_new (heading, "group"));
  *list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (*list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (card), *list);
  return card;
}

gboolean
quan_has_focus (GtkWidget *inside)
{
  GtkRoot *root = gtk_widget_get_root (inside);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == inside || gtk_widget_is_ancestor (focus, inside));
}

int
quan_list_empty (GtkWidget *list)
{
  GtkWidget *focused = quan_has_focus (list) ? gtk_widget_get_focus_child (list) : NULL, *row;
  int place = focused != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focused)) : -1;

  while ((row = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), row);
  return place;
}

void
quan_list_focus (GtkWidget *list, int place)
{
  GtkListBoxRow *row = place >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), place) : NULL;
  GtkWidget *target = row != NULL ? GTK_WIDGET (row) : gtk_widget_get_last_child (list);

  if (place >= 0 && target != NULL)
    gtk_widget_grab_focus (target);
}

GtkWidget *
quan_marked_row_new (GtkWidget **row, const char *icon, const char *css_class, const char *word)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *mark = quan_state_icon_new (icon, css_class, word);

  *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (*row), mark);
  gtk_box_append (GTK_BOX (*row), texts);
  return texts;
}

GtkWidget *
quan_state_note_new (QuanStepState state, const char *title, const char *text)
{
  gboolean plain = state == QUAN_STEP_NOT_STARTED;
  GtkWidget *note, *texts;

  texts = quan_marked_row_new (&note, plain ? "quan-info-symbolic" : quan_step_icon (state),
                               plain ? "accent" : quan_step_class (state), plain ? _("Note") : quan_step_word (state));
  gtk_widget_add_css_class (note, "note");
  gtk_widget_add_css_class (note, plain ? "card" : quan_step_class (state));
  gtk_box_append (GTK_BOX (texts), quan_text_new (title, "strong num"));
  if (text != NULL)
    gtk_box_append (GTK_BOX (texts), quan_text_new (text, "num"));
  return note;
}
