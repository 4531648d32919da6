#include "ui/overview/card.h"

#include "ui/accessible.h"
#include "ui/chip.h"

GtkWidget *
quan_card_init (GtkBox *card, const char *title)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *label = quan_text_new (title, "section");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (card), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (card), "card");
  gtk_widget_add_css_class (head, "card-head");
  gtk_widget_add_css_class (head, "rowline");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (card, head);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return head;
}

GtkWidget *
quan_card_empty_new (const char *sentence, const char *label, const char *action)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *button;

  gtk_widget_add_css_class (box, "card-row");
  gtk_box_append (GTK_BOX (box), quan_text_new (sentence, "dim"));
  if (label == NULL)
    return box;
  button = gtk_button_new_with_label (label);
  gtk_widget_add_css_class (button, "link");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

GtkWidget *
quan_turner_new (const char *icon, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  quan_set_name (button, name);
  return button;
}
