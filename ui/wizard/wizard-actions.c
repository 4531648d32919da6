#include "ui/wizard/wizard-private.h"

#include "ui/wizard/orders.h"

gpointer
quan_wizard_enter (QuanWizard *self)
{
  self->entering++;
  quan_wizard_show_saved (self);
  return g_object_ref (self);
}

void
quan_wizard_entered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanWizard) self = data;
  g_autoptr (GError) error = NULL;

  quan_office_done (QUAN_OFFICE (source), result, &error);
  self->entering--;
  if (error != NULL) {
    self->continuing = FALSE;
    quan_wizard_show_trouble (self, error);
    quan_wizard_load (self);
  }
  quan_wizard_show_saved (self);
}

static void
attach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);
  const char *document, *file;

  g_variant_get (parameter, "(&s&s)", &document, &file);
  QUAN_WIZARD_GET_CLASS (self)->attach (self, document, file, quan_wizard_entered, quan_wizard_enter (self));
}

static void
detach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);

  quan_order_detach (self->office, g_variant_get_int64 (parameter), quan_wizard_entered, quan_wizard_enter (self));
}

static void
reveal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);
  const char *path = g_variant_get_string (parameter, NULL);

  g_free (self->revealing);
  self->revealing = g_strdup (path);
  quan_wizard_go_to (self, QUAN_WIZARD_GET_CLASS (self)->step_of_path (path));
  quan_wizard_reveal_pending (self);
}

static void
explain_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);
  const char *path = g_variant_get_string (parameter, NULL);

  g_free (self->explained);
  self->explained = *path != '\0' ? g_strdup (path) : NULL;
  quan_wizard_show_why (self);
}

static void
go_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (QUAN_WIZARD (widget)->steps_button));
  quan_wizard_go_to (QUAN_WIZARD (widget), g_variant_get_int32 (parameter));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);

  if (self->step > 1)
    quan_wizard_go_to (self, self->step - 1);
}

static void
continue_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);

  quan_wizard_commit_focus (self);
  if (quan_wizard_is_saved (self))
    quan_wizard_continue_now (self);
  else
    self->continuing = TRUE;
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);
  g_auto (QuanWizardHead) head = quan_wizard_head (self);

  quan_wizard_commit_focus (self);
  self->active = FALSE;
  if (head.enterprise != NULL)
    quan_office_set_enterprise (self->office, head.enterprise);
  g_signal_emit_by_name (self, "closed");
}

/* Puts the focus into what explains the field, in narrow windows behind its button. */
static void
help_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);

  if (gtk_widget_get_child_visible (gtk_widget_get_parent (self->why_button)))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->why_button));
  else
    gtk_widget_grab_focus (self->why);
}

/* Keys of the wizard, wherever the focus is in it. */
static const struct {
  guint           key;
  GdkModifierType modifiers;
  const char     *action;
} keys[] = {
  { GDK_KEY_Left, GDK_ALT_MASK, "wizard.back" },
  { GDK_KEY_Right, GDK_ALT_MASK, "wizard.continue" },
  { GDK_KEY_Escape, 0, "wizard.back" },
  { GDK_KEY_F1, 0, "wizard.help" },
  { GDK_KEY_s, GDK_CONTROL_MASK, "packet.save" },
  { GDK_KEY_p, GDK_CONTROL_MASK, "packet.print" },
};

void
quan_wizard_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "wizard.attach", "(ss)", attach_action);
  gtk_widget_class_install_action (widget_class, "wizard.detach", "x", detach_action);
  gtk_widget_class_install_action (widget_class, "wizard.reveal", "s", reveal_action);
  gtk_widget_class_install_action (widget_class, "wizard.explain", "s", explain_action);
  gtk_widget_class_install_action (widget_class, "wizard.go-to", "i", go_to_action);
  gtk_widget_class_install_action (widget_class, "wizard.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "wizard.continue", NULL, continue_action);
  gtk_widget_class_install_action (widget_class, "wizard.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "wizard.help", NULL, help_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}
