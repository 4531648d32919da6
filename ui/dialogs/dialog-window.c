#include "ui/dialogs/dialog-window.h"

void
quan_dialog_class_close_on_escape (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

void
quan_dialog_refusal_show (GtkWidget *label, const char *sentence)
{
  gtk_label_set_label (GTK_LABEL (label), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (label, sentence != NULL);
  if (sentence != NULL)
    gtk_widget_grab_focus (label);
}
