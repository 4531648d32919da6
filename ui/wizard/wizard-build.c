#include "ui/wizard/wizard-private.h"

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"
#include "ui/wizard/packet-page.h"
#include "ui/wizard/why-pane.h"
#include "ui/wizard/wizard-layout.h"

static GtkWidget *
bottom_new (QuanWizard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_widget_add_css_class (box, "actions");
  self->back = quan_button_new (_("_Back"), _("Back"), "wizard.back");
  self->saved = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->saved, "dim");
  gtk_widget_add_css_class (self->saved, "small");
  gtk_label_set_ellipsize (GTK_LABEL (self->saved), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->saved), 0);
  gtk_widget_set_hexpand (self->saved, TRUE);
  self->close = quan_button_new (_("_Save and close"), _("Save and close"), "wizard.close");
  self->go_on = quan_button_new (_("_Continue"), _("Continue"), "wizard.continue");
  gtk_widget_add_css_class (self->go_on, "suggested-action");
  self->page_buttons = quan_packet_page_buttons (QUAN_PACKET_PAGE (self->pages[QUAN_WIZARD_STEPS - 1]));
  gtk_box_append (GTK_BOX (box), self->back);
  gtk_box_append (GTK_BOX (box), self->saved);
  gtk_box_append (GTK_BOX (box), self->close);
  gtk_box_append (GTK_BOX (box), self->go_on);
  gtk_box_append (GTK_BOX (box), self->page_buttons);
  return box;
}

static GtkWidget *
menu_button_new (const char *label, const char *name, GtkWidget *content)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  quan_set_name (button, name);
  gtk_popover_set_child (GTK_POPOVER (popover), content);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

/* What narrow windows have instead of the panes. */
static GtkWidget *
bar_new (QuanWizard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_widget_add_css_class (box, "wizard-bar");
  self->narrow_title = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->narrow_title, "section");
  gtk_label_set_ellipsize (GTK_LABEL (self->narrow_title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->narrow_title), 0);
  gtk_widget_set_hexpand (self->narrow_title, TRUE);
  self->steps_popover_list = quan_step_list_new (_(QUAN_WIZARD_GET_CLASS (self)->title), QUAN_WIZARD_STEPS);
  self->steps_button = menu_button_new (_("_All steps"), _("All steps"), self->steps_popover_list);
  self->why_popover_pane = quan_why_pane_new ();
  self->why_button = menu_button_new (_("_Why we ask"), _("Why we ask"), self->why_popover_pane);
  gtk_box_append (GTK_BOX (box), self->narrow_title);
  gtk_box_append (GTK_BOX (box), self->steps_button);
  gtk_box_append (GTK_BOX (box), self->why_button);
  return box;
}

static GtkWidget *
pane_new (GtkWidget *content, const char *side)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  gtk_widget_set_hexpand (scrolled, FALSE);
  gtk_widget_add_css_class (scrolled, "side");
  gtk_widget_add_css_class (scrolled, side);
  return scrolled;
}

static GtkWidget *
middle_new (QuanWizard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->trouble = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->trouble, "note");
  gtk_widget_add_css_class (self->trouble, "fail");
  gtk_widget_add_css_class (self->trouble, "trouble");
  gtk_label_set_wrap (GTK_LABEL (self->trouble), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->trouble), 0);
  gtk_widget_set_visible (self->trouble, FALSE);
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  for (int i = 0; i < QUAN_WIZARD_STEPS; i++)
    gtk_stack_add_child (GTK_STACK (self->stack), GTK_WIDGET (self->pages[i]));
  gtk_box_append (GTK_BOX (box), self->trouble);
  gtk_box_append (GTK_BOX (box), self->stack);
  return box;
}

void
quan_wizard_build (QuanWizard *self)
{
  QuanWizardLayout *layout;

  self->steps = quan_step_list_new (_(QUAN_WIZARD_GET_CLASS (self)->title), QUAN_WIZARD_STEPS);
  self->why = quan_why_pane_new ();
  self->layout = quan_wizard_layout_new ();
  gtk_widget_set_parent (self->layout, GTK_WIDGET (self));
  layout = QUAN_WIZARD_LAYOUT (self->layout);
  quan_wizard_layout_set (layout, QUAN_PART_BAR, bar_new (self));
  quan_wizard_layout_set (layout, QUAN_PART_LEFT, pane_new (self->steps, "left"));
  quan_wizard_layout_set (layout, QUAN_PART_MIDDLE, middle_new (self));
  quan_wizard_layout_set (layout, QUAN_PART_RIGHT, pane_new (self->why, "right"));
  quan_wizard_layout_set (layout, QUAN_PART_BOTTOM, bottom_new (self));
}
