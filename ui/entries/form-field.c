#include "ui/entries/form-field-private.h"

#include <string.h>

#include "ui/accessible.h"
#include "ui/entries/fact.h"
#include "ui/entries/field-control.h"

G_DEFINE_TYPE (QuanFormField, quan_form_field, GTK_TYPE_WIDGET)

enum { PROP_PATH = 1, PROP_LABEL, PROP_HINT, PROP_COMPACT, N_PROPS };
static GParamSpec *props[N_PROPS];

char *
quan_form_field_text (QuanFormField *self)
{
  g_return_val_if_fail (QUAN_IS_FORM_FIELD (self), NULL);
  return self->control != NULL ? quan_field_control_text (self->control) : g_strdup ("");
}

const char *
quan_form_field_get_path (QuanFormField *self)
{
  g_return_val_if_fail (QUAN_IS_FORM_FIELD (self), NULL);
  return self->path;
}

const char *
quan_form_field_error (QuanFormField *self)
{
  g_return_val_if_fail (QUAN_IS_FORM_FIELD (self), NULL);
  return self->error;
}

char *
quan_form_field_name (QuanFormField *self)
{
  g_return_val_if_fail (QUAN_IS_FORM_FIELD (self), NULL);
  return quan_without_mnemonic (self->label);
}

gboolean
quan_form_field_is_changed (QuanFormField *self)
{
  g_autofree char *text = quan_form_field_text (self);

  return strcmp (text, self->stored) != 0;
}

void
quan_form_field_set_text (QuanFormField *self, const char *text)
{
  self->showing = TRUE;
  quan_field_control_set (self->control, text);
  quan_field_control_forget (self->control);
  self->showing = FALSE;
}

static void
take_stored (QuanFormField *self, char *text, const char *problem)
{
  gboolean typing = quan_form_field_is_changed (self);

  g_free (self->stored);
  self->stored = text;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  if (!typing && quan_form_field_is_changed (self))
    quan_form_field_set_text (self, self->stored);
  quan_form_field_judge (self);
}

/* Tables have thousands of fields, so one whose fact is what it was is left alone. */
void
quan_form_field_show (QuanFormField *self, const QuanPrepared *prepared)
{
  const QuanEntryProblem *problem;
  g_autofree char *text = NULL, *shown = NULL;
  const char *sentence;

  g_return_if_fail (QUAN_IS_FORM_FIELD (self) && prepared != NULL);

  problem = quan_prepared_problem (prepared, self->path);
  sentence = problem != NULL ? problem->sentence : NULL;
  text = quan_prepared_text (prepared, self->path);
  shown = quan_fact_shown (self->path, text != NULL ? text : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self), !prepared->locked);
  if (strcmp (shown, self->stored) != 0 || g_strcmp0 (sentence, self->problem) != 0)
    take_stored (self, g_steal_pointer (&shown), sentence);
}

void
quan_form_field_set_path (QuanFormField *self, const char *path)
{
  const QuanField *before, *now;

  g_return_if_fail (QUAN_IS_FORM_FIELD (self));

  if (g_strcmp0 (path, self->path) == 0)
    return;
  before = self->path != NULL ? quan_fact_field (self->path) : NULL;
  now = path != NULL ? quan_fact_field (path) : NULL;
  g_free (self->path);
  self->path = g_strdup (path);
  if (self->control == NULL || now == NULL || now != before)
    quan_form_field_build (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PATH]);
}

static gboolean
quan_form_field_grab_focus (GtkWidget *widget)
{
  QuanFormField *self = QUAN_FORM_FIELD (widget);

  return self->control != NULL && gtk_widget_grab_focus (quan_field_control_focus (self->control));
}

/* GTK would go back from the control to the field, whose grab_focus leads to the control again. */
static gboolean
quan_form_field_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *inside = gtk_widget_get_focus_child (widget), *control = QUAN_FORM_FIELD (widget)->control;

  return control != NULL && gtk_widget_child_focus (inside != NULL ? inside : control, direction);
}

static void
quan_form_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QuanFormField *self = QUAN_FORM_FIELD (object);

  switch (id) {
    case PROP_PATH: g_value_set_string (value, self->path); break;
    case PROP_LABEL: g_value_set_string (value, self->label); break;
    case PROP_HINT: g_value_set_string (value, self->hint); break;
    case PROP_COMPACT: g_value_set_boolean (value, self->compact); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
set_hint (QuanFormField *self, const char *hint)
{
  g_free (self->hint);
  self->hint = g_strdup (hint);
  if (self->control != NULL)
    quan_form_field_judge (self);
}

static void
set_label (QuanFormField *self, const char *label)
{
  g_free (self->label);
  self->label = g_strdup (label);
  if (self->control != NULL)
    quan_form_field_name_control (self);
}

static void
quan_form_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QuanFormField *self = QUAN_FORM_FIELD (object);

  switch (id) {
    case PROP_PATH: quan_form_field_set_path (self, g_value_get_string (value)); break;
    case PROP_LABEL: set_label (self, g_value_get_string (value)); break;
    case PROP_HINT: set_hint (self, g_value_get_string (value)); break;
    case PROP_COMPACT:
      if (self->compact != g_value_get_boolean (value)) {
        self->compact = !self->compact;
        quan_form_field_build (self);
      }
      break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
quan_form_field_dispose (GObject *object)
{
  g_clear_handle_id (&QUAN_FORM_FIELD (object)->noting, g_source_remove);
  quan_form_field_clear (QUAN_FORM_FIELD (object));
  G_OBJECT_CLASS (quan_form_field_parent_class)->dispose (object);
}

static void
quan_form_field_finalize (GObject *object)
{
  QuanFormField *self = QUAN_FORM_FIELD (object);

  g_free (self->path);
  g_free (self->label);
  g_free (self->hint);
  g_free (self->stored);
  g_free (self->problem);
  g_free (self->error);
  g_free (self->noted);
  G_OBJECT_CLASS (quan_form_field_parent_class)->finalize (object);
}

static void
quan_form_field_class_init (QuanFormFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = quan_form_field_get_property;
  object_class->set_property = quan_form_field_set_property;
  object_class->dispose = quan_form_field_dispose;
  object_class->finalize = quan_form_field_finalize;
  widget_class->focus = quan_form_field_focus;
  widget_class->grab_focus = quan_form_field_grab_focus;
  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  props[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "field");
}

static void
quan_form_field_init (QuanFormField *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->stored = g_strdup ("");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (quan_form_field_key_pressed), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (quan_form_field_focus_went), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (quan_form_field_focus_came), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
quan_form_field_new (const char *path, const char *label, const char *hint)
{
  return g_object_new (QUAN_TYPE_FORM_FIELD, "path", path, "label", label, "hint", hint, NULL);
}
