#include "ui/wizard/wizard-private.h"

#include "ui/wizard/orders.h"

/* The step that has the field of a path: by the record it begins with. */
static int
step_of_path (const char *path)
{
  static const struct {
    const char *record;
    int         step;
  } records[] = { { "enterprise", 1 }, { "contract", 2 }, { "provider", 2 }, { "claim", 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    if (g_str_has_prefix (path, records[i].record))
      return records[i].step;
  return 1;
}

static void
entered_cb (GObject *source, GAsyncResult *result, gpointer data)
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
enter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);
  const char *path, *text;

  g_variant_get (parameter, "(&s&s)", &path, &text);
  g_clear_pointer (&self->note_path, g_free);
  self->entering++;
  quan_order_enter (self->office, self->id, path, text, entered_cb, g_object_ref (self));
  quan_wizard_show_saved (self);
}

static void note_next (QuanWizard *self);

static void
noted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QuanWizard) self = data;
  g_autoptr (GError) error = NULL;

  quan_office_done (QUAN_OFFICE (source), result, &error);
  if (error != NULL)
    quan_wizard_show_trouble (self, error);
  self->noting = FALSE;
  note_next (self);
}

/* Notes what was typed last; whatever is typed meanwhile is noted in one go when that is done. */
static void
note_next (QuanWizard *self)
{
  g_autofree char *path = NULL, *text = NULL;

  if (self->noting || self->note_path == NULL)
    return;
  path = g_steal_pointer (&self->note_path);
  text = g_steal_pointer (&self->note_text);
  self->noting = TRUE;
  quan_order_note (self->office, self->id, path, text, noted_cb, g_object_ref (self));
}

static void
note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);

  g_clear_pointer (&self->note_path, g_free);
  g_clear_pointer (&self->note_text, g_free);
  g_variant_get (parameter, "(ss)", &self->note_path, &self->note_text);
  note_next (self);
}

static void
remove_row_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);

  self->entering++;
  quan_order_remove_row (self->office, self->id, g_variant_get_string (parameter, NULL), entered_cb,
                         g_object_ref (self));
}

static void
attach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);
  const char *document, *file;

  g_variant_get (parameter, "(&s&s)", &document, &file);
  self->entering++;
  quan_order_attach (self->office, self->id, document, file, entered_cb, g_object_ref (self));
}

static void
detach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);

  self->entering++;
  quan_order_detach (self->office, g_variant_get_int64 (parameter), entered_cb, g_object_ref (self));
}

static void
reveal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  QuanWizard *self = QUAN_WIZARD (widget);
  const char *path = g_variant_get_string (parameter, NULL);

  g_free (self->revealing);
  self->revealing = g_strdup (path);
  quan_wizard_go_to (self, step_of_path (path));
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

  quan_wizard_commit_focus (self);
  self->id = 0;
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
  gtk_widget_class_install_action (widget_class, "wizard.enter", "(ss)", enter_action);
  gtk_widget_class_install_action (widget_class, "wizard.note", "(ss)", note_action);
  gtk_widget_class_install_action (widget_class, "wizard.remove-row", "s", remove_row_action);
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
