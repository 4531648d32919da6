#include "ui/strip.h"

#include "ui/accessible.h"

struct _QuanStrip {
  GtkWidget  parent_instance;
  GtkWidget *box, *sentence, *button;
};

G_DEFINE_FINAL_TYPE (QuanStrip, quan_strip, GTK_TYPE_WIDGET)

void
quan_strip_show (QuanStrip *self, const char *sentence)
{
  g_return_if_fail (QUAN_IS_STRIP (self));

  if (sentence != NULL)
    gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
  gtk_widget_set_visible (GTK_WIDGET (self), sentence != NULL);
}

void
quan_strip_set_button (QuanStrip *self, gboolean visible)
{
  g_return_if_fail (QUAN_IS_STRIP (self));

  if (self->button != NULL)
    gtk_widget_set_visible (self->button, visible);
}

static void
quan_strip_dispose (GObject *object)
{
  g_clear_pointer (&QUAN_STRIP (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (quan_strip_parent_class)->dispose (object);
}

static void
quan_strip_class_init (QuanStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quan_strip_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
quan_strip_init (QuanStrip *self)
{
}

GtkWidget *
quan_strip_new (const char *class, const char *icon, const char *button, const char *name, const char *action)
{
  QuanStrip *self = g_object_new (QUAN_TYPE_STRIP, "visible", FALSE, NULL);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->box, "strip");
  gtk_widget_add_css_class (self->box, class);
  self->sentence = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->sentence), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->sentence), 0);
  gtk_widget_set_hexpand (self->sentence, TRUE);
  gtk_box_append (GTK_BOX (self->box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (self->box), self->sentence);
  if (button != NULL) {
    self->button = quan_button_new (button, name, action);
    gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
    gtk_box_append (GTK_BOX (self->box), self->button);
  }
  return GTK_WIDGET (self);
}
