#include "ui/dialogs/dialog-field.h"

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"
#include "ui/entries/date-picker.h"

struct _QuanDialogField {
  GtkBox     parent_instance;
  GtkWidget *label, *entry, *below;
  char      *hint;
  char      *error;  /* what is wrong, NULL if nothing is */
  char      *doubt;  /* what may be a slip, likewise */
};

G_DEFINE_FINAL_TYPE (QuanDialogField, quan_dialog_field, GTK_TYPE_BOX)

enum { PROP_LABEL = 1, PROP_HINT, N_PROPS };
static GParamSpec *props[N_PROPS];
enum { LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
show_below (QuanDialogField *self)
{
  static const char *const classes[] = { "small", "dim", NULL }, *const wrong[] = { "small", "fail", NULL },
                    *const doubtful[] = { "small", "review", NULL };
  const char *text = self->error != NULL ? self->error : self->doubt != NULL ? self->doubt : self->hint;

  gtk_label_set_label (GTK_LABEL (self->below), text != NULL ? text : "");
  gtk_widget_set_css_classes (self->below, (const char **) (self->error != NULL   ? wrong
                                                            : self->doubt != NULL ? doubtful : classes));
  if (self->error != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               self->error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

const char *
quan_dialog_field_get_text (QuanDialogField *self)
{
  g_return_val_if_fail (QUAN_IS_DIALOG_FIELD (self), NULL);
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

void
quan_dialog_field_set_text (QuanDialogField *self, const char *text)
{
  g_return_if_fail (QUAN_IS_DIALOG_FIELD (self) && text != NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

void
quan_dialog_field_set_hint (QuanDialogField *self, const char *hint)
{
  g_return_if_fail (QUAN_IS_DIALOG_FIELD (self));
  g_free (self->hint);
  self->hint = g_strdup (hint);
  show_below (self);
}

void
quan_dialog_field_set_error (QuanDialogField *self, const char *sentence)
{
  g_return_if_fail (QUAN_IS_DIALOG_FIELD (self));
  g_free (self->error);
  self->error = g_strdup (sentence);
  show_below (self);
}

void
quan_dialog_field_set_editable (QuanDialogField *self, gboolean editable)
{
  g_return_if_fail (QUAN_IS_DIALOG_FIELD (self));
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), editable);
}

void
quan_dialog_field_set_doubt (QuanDialogField *self, const char *sentence)
{
  g_return_if_fail (QUAN_IS_DIALOG_FIELD (self));
  g_free (self->doubt);
  self->doubt = g_strdup (sentence);
  show_below (self);
}

const char *
quan_dialog_field_error (QuanDialogField *self)
{
  g_return_val_if_fail (QUAN_IS_DIALOG_FIELD (self), NULL);
  return self->error;
}

void
quan_dialog_field_focus (QuanDialogField *self)
{
  g_return_if_fail (QUAN_IS_DIALOG_FIELD (self));
  gtk_widget_grab_focus (self->entry);
}

void
quan_dialog_field_watch (QuanDialogField *self, GCallback changed, gpointer data)
{
  g_return_if_fail (QUAN_IS_DIALOG_FIELD (self));
  g_signal_connect_swapped (self->entry, "changed", changed, data);
}

/* Whether anything stands in the field; else the error says that it has to. */
static gboolean
is_filled (QuanDialogField *self)
{
  g_autofree char *text = g_strstrip (g_strdup (quan_dialog_field_get_text (self)));

  quan_dialog_field_set_error (self, *text != '\0' ? NULL : _("This has to be filled in."));
  return *text != '\0';
}

gboolean
quan_dialog_field_date (QuanDialogField *self, QuanDate *date)
{
  g_autoptr (GError) error = NULL;

  if (!is_filled (self))
    return FALSE;
  if (!quan_date_parse (quan_dialog_field_get_text (self), date, &error))
    quan_dialog_field_set_error (self, error->message);
  return error == NULL;
}

gboolean
quan_dialog_field_money (QuanDialogField *self, QuanFen *amount)
{
  g_autoptr (GError) error = NULL;

  if (!is_filled (self))
    return FALSE;
  if (!quan_money_parse (quan_dialog_field_get_text (self), amount, &error))
    quan_dialog_field_set_error (self, error->message);
  else if (*amount <= 0)
    quan_dialog_field_set_error (self, _("The amount must be more than zero."));
  return self->error == NULL;
}

gboolean
quan_dialog_field_words (QuanDialogField *self, const char **text)
{
  *text = quan_dialog_field_get_text (self);
  return is_filled (self);
}

static void
on_left (QuanDialogField *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

void
quan_dialog_field_pick_dates (QuanDialogField *self)
{
  g_return_if_fail (QUAN_IS_DIALOG_FIELD (self));
  quan_date_picker_attach (GTK_WIDGET (self), GTK_ENTRY (self->entry), (QuanPickedFunc) on_left);
}

void
quan_dialog_field_suggest (QuanDialogField *self, QuanSuggestFunc suggest, gpointer data)
{
  g_return_if_fail (QUAN_IS_DIALOG_FIELD (self) && suggest != NULL);
  quan_suggestions_follow (quan_suggestions_new (GTK_WIDGET (self), GTK_ENTRY (self->entry), suggest, data,
                                                 (QuanTakenFunc) on_left));
}

static void
set_label (QuanDialogField *self, const char *label)
{
  g_autofree char *name = quan_without_mnemonic (label);

  gtk_label_set_text_with_mnemonic (GTK_LABEL (self->label), label);
  quan_set_name (GTK_WIDGET (self->entry), name);
}

static void
quan_dialog_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QuanDialogField *self = QUAN_DIALOG_FIELD (object);

  switch (id) {
  case PROP_LABEL:
    set_label (self, g_value_get_string (value));
    break;
  case PROP_HINT:
    quan_dialog_field_set_hint (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
quan_dialog_field_finalize (GObject *object)
{
  g_free (QUAN_DIALOG_FIELD (object)->hint);
  g_free (QUAN_DIALOG_FIELD (object)->error);
  g_free (QUAN_DIALOG_FIELD (object)->doubt);
  G_OBJECT_CLASS (quan_dialog_field_parent_class)->finalize (object);
}

static void
quan_dialog_field_class_init (QuanDialogFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = quan_dialog_field_set_property;
  object_class->finalize = quan_dialog_field_finalize;
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  props[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
quan_dialog_field_init (QuanDialogField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  self->label = gtk_label_new (NULL);
  self->entry = gtk_entry_new ();
  self->below = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->label), self->entry);
  gtk_label_set_xalign (GTK_LABEL (self->below), 0);
  gtk_label_set_wrap (GTK_LABEL (self->below), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (self->below), 20);
  gtk_label_set_max_width_chars (GTK_LABEL (self->below), 48);
  gtk_widget_add_css_class (self->below, "small");
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->below, NULL,
                                  -1);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_box_append (GTK_BOX (self), self->label);
  gtk_box_append (GTK_BOX (self), self->entry);
  gtk_box_append (GTK_BOX (self), self->below);
  show_below (self);
}
