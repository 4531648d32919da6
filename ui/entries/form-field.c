#include "ui/entries/form-field.h"

#include <string.h>

#include "ui/entries/date-picker.h"
#include "ui/entries/fact.h"
#include "ui/entries/field-control.h"
#include "ui/entries/suggestions.h"

struct _QuanFormField {
  GtkWidget parent_instance;

  char      *path;
  char      *label;    /* with its mnemonic */
  char      *hint;
  gboolean   compact;

  GtkWidget *title;    /* NULL in a compact field */
  GtkWidget *control;
  GtkWidget *note;     /* the line below: mark and sentence; NULL in a compact field */
  GtkWidget *mark;
  GtkWidget *sentence;
  QuanSuggestions *suggestions; /* NULL where nothing is suggested; owned by its popover */

  char      *stored;   /* the text shown last, or committed since */
  char      *problem;  /* why the stored text was not taken, NULL if it was */
  char      *error;    /* the problem while it is shown */
  char      *noted;    /* the text told with wizard.note last */
  guint      noting;   /* tells the text soon, 0 while none was typed */
  gboolean   showing;  /* the text is being set, not typed */
};

G_DEFINE_TYPE (QuanFormField, quan_form_field, GTK_TYPE_WIDGET)

enum { PROP_PATH = 1, PROP_LABEL, PROP_HINT, PROP_COMPACT, N_PROPS };
static GParamSpec *props[N_PROPS];

/* What the line below a field can be. */
typedef struct {
  const char *icon;  /* NULL none */
  const char *style; /* CSS class */
} NoteStyle;

static const NoteStyle note_plain = { NULL, "dim" };
static const NoteStyle note_doubt = { "quan-review-symbolic", "review" };
static const NoteStyle note_error = { "quan-fail-symbolic", "fail" };

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

/* Takes away a mnemonic written behind the words, as Chinese labels have it: "签订日期(_D)". */
static void
cut_mnemonic (GString *name)
{
  const char *open = strstr (name->str, "(_");

  if (open != NULL && open[2] != '\0' && open[3] == ')')
    g_string_erase (name, open - name->str, 4);
  else
    g_string_replace (name, "_", "", 1);
}

char *
quan_form_field_name (QuanFormField *self)
{
  GString *name;

  g_return_val_if_fail (QUAN_IS_FORM_FIELD (self), NULL);
  name = g_string_new (self->label);
  cut_mnemonic (name);
  return g_string_free (name, FALSE);
}

static gboolean
is_changed (QuanFormField *self)
{
  g_autofree char *text = quan_form_field_text (self);

  return strcmp (text, self->stored) != 0;
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
write_note (QuanFormField *self, const NoteStyle *style, const char *sentence)
{
  const char *classes[] = { "note-line", "small", style->style, NULL };

  if (self->note == NULL)
    return;
  gtk_widget_set_css_classes (self->note, classes);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->mark), style->icon);
  gtk_widget_set_visible (self->mark, style->icon != NULL);
  gtk_label_set_text (GTK_LABEL (self->sentence), sentence != NULL ? sentence : "");
}

/* Ties the error to the control for those who hear the window, and in a compact field, which has no line, shows it. */
static void
tie_error (QuanFormField *self)
{
  GtkAccessible *control = GTK_ACCESSIBLE (quan_field_control_focus (self->control));
  gboolean wrong = self->error != NULL;

  set_class (GTK_WIDGET (self), "error", wrong);
  set_class (self->control, "error", wrong);
  gtk_accessible_update_state (control, GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (self->title != NULL) {
    set_class (self->title, "fail", wrong);
    return;
  }
  gtk_widget_set_tooltip_text (self->control, self->error);
  if (wrong)
    gtk_accessible_update_property (control, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->error, -1);
  else
    gtk_accessible_reset_property (control, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  /* An icon that was set once keeps its place, so that none is taken away where there is none. */
  if (GTK_IS_ENTRY (self->control)
      && (wrong || gtk_entry_get_icon_name (GTK_ENTRY (self->control), GTK_ENTRY_ICON_PRIMARY) != NULL))
    gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->control), GTK_ENTRY_ICON_PRIMARY,
                                       wrong ? note_error.icon : NULL);
}

/* Says what stands in the field now. The error stays while the text is being corrected, until it can be taken. */
static void
judge (QuanFormField *self)
{
  g_autofree char *text = quan_form_field_text (self);
  g_autofree char *understood = quan_fact_read (self->path, text), *echo = NULL;
  gboolean doubtful = FALSE, wrong;

  wrong = self->problem != NULL && (understood == NULL || strcmp (text, self->stored) == 0);
  g_free (self->error);
  self->error = wrong ? g_strdup (self->problem) : NULL;
  if (understood != NULL)
    echo = quan_fact_echo (self->path, understood, &doubtful);
  if (wrong)
    write_note (self, &note_error, self->error);
  else if (echo != NULL)
    write_note (self, doubtful ? &note_doubt : &note_plain, echo);
  else
    write_note (self, &note_plain, self->hint);
  tie_error (self);
}

static void
set_text (QuanFormField *self, const char *text)
{
  self->showing = TRUE;
  quan_field_control_set (self->control, text);
  quan_field_control_forget (self->control);
  self->showing = FALSE;
}

/* Shows the text as the fact takes it: "1200000" as "1,200,000.00". */
static void
reformat (QuanFormField *self)
{
  g_autofree char *text = quan_form_field_text (self);
  g_autofree char *taken = quan_fact_read (self->path, text);

  if (taken != NULL && strcmp (taken, text) != 0)
    set_text (self, taken);
}

static void
keep_as_stored (QuanFormField *self)
{
  g_free (self->stored);
  self->stored = quan_form_field_text (self);
  g_clear_pointer (&self->noted, g_free);
  g_clear_handle_id (&self->noting, g_source_remove);
}

void
quan_form_field_commit (QuanFormField *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (QUAN_IS_FORM_FIELD (self));

  if (!is_changed (self))
    return;
  text = quan_form_field_text (self);
  g_clear_pointer (&self->problem, g_free);
  reformat (self);
  keep_as_stored (self);
  quan_field_control_forget (self->control);
  judge (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.enter", "(ss)", self->path, text);
}

void
quan_form_field_type (QuanFormField *self, const char *text)
{
  g_return_if_fail (QUAN_IS_FORM_FIELD (self) && text != NULL);

  quan_field_control_set (self->control, text);
  quan_form_field_commit (self);
}

void
quan_form_field_show (QuanFormField *self, const QuanPrepared *prepared)
{
  const QuanEntryProblem *problem;
  g_autofree char *text = NULL;
  gboolean typing;

  g_return_if_fail (QUAN_IS_FORM_FIELD (self) && prepared != NULL);

  typing = is_changed (self);
  problem = quan_prepared_problem (prepared, self->path);
  text = quan_prepared_text (prepared, self->path);
  g_free (self->stored);
  self->stored = g_strdup (text != NULL ? text : "");
  g_free (self->problem);
  self->problem = problem != NULL ? g_strdup (problem->sentence) : NULL;
  if (!typing && is_changed (self))
    set_text (self, self->stored);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !prepared->locked);
  judge (self);
}

static gboolean
tell_note (gpointer data)
{
  QuanFormField *self = data;
  g_autofree char *text = quan_form_field_text (self);

  self->noting = 0;
  if (g_strcmp0 (text, self->noted != NULL ? self->noted : self->stored) == 0)
    return G_SOURCE_REMOVE;
  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.note", "(ss)", self->path, text);
  g_free (self->noted);
  self->noted = g_steal_pointer (&text);
  return G_SOURCE_REMOVE;
}

/* A text typed over another one changes twice, so the note waits until the key is done. */
static void
note_text (QuanFormField *self)
{
  if (self->noting == 0)
    self->noting = g_idle_add_full (G_PRIORITY_DEFAULT, tell_note, self, NULL);
}

static gboolean
has_focus (QuanFormField *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
control_changed (QuanFormField *self)
{
  if (self->showing)
    return;
  if (quan_field_control_is_choice (self->control)) {
    quan_form_field_commit (self);
    return;
  }
  note_text (self);
  judge (self);
  if (self->suggestions != NULL && has_focus (self))
    quan_suggestions_update (self->suggestions);
}

static void
picked (gpointer self)
{
  quan_form_field_commit (self);
}

static void
entry_activated (QuanFormField *self)
{
  if (self->suggestions != NULL)
    quan_suggestions_take (self->suggestions);
  quan_form_field_commit (self);
  g_signal_emit_by_name (self, "move-focus", GTK_DIR_TAB_FORWARD);
}

static gboolean
take_back (QuanFormField *self)
{
  if (quan_field_control_is_choice (self->control) || !is_changed (self))
    return GDK_EVENT_PROPAGATE;
  set_text (self, self->stored);
  note_text (self);
  judge (self);
  return GDK_EVENT_STOP;
}

gboolean
quan_form_field_undo (QuanFormField *self)
{
  g_autofree char *before = NULL, *after = NULL;

  g_return_val_if_fail (QUAN_IS_FORM_FIELD (self), FALSE);

  if (!is_changed (self))
    return FALSE;
  before = quan_form_field_text (self);
  quan_field_control_undo (self->control);
  after = quan_form_field_text (self);
  return strcmp (before, after) != 0 || take_back (self);
}

static gboolean
key_pressed (QuanFormField *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (self->suggestions != NULL && quan_suggestions_key (self->suggestions, keyval))
    return GDK_EVENT_STOP;
  return keyval == GDK_KEY_Escape ? take_back (self) : GDK_EVENT_PROPAGATE;
}

static void
focus_came (QuanFormField *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.explain", "s", self->path);
}

static void
focus_went (QuanFormField *self)
{
  if (self->suggestions != NULL)
    quan_suggestions_fold (self->suggestions);
  quan_form_field_commit (self);
}

static void
make_control (QuanFormField *self)
{
  const QuanField *field = quan_fact_field (self->path);
  QuanSuggestFunc suggest = quan_fact_suggestions (self->path);

  self->control = quan_field_control_new (self->path, self->compact);
  gtk_widget_insert_after (self->control, GTK_WIDGET (self), self->title);
  quan_field_control_watch (self->control, G_CALLBACK (control_changed), self);
  if (GTK_IS_ENTRY (self->control))
    g_signal_connect_swapped (self->control, "activate", G_CALLBACK (entry_activated), self);
  if (GTK_IS_ENTRY (self->control) && suggest != NULL)
    self->suggestions = quan_suggestions_new (GTK_WIDGET (self), GTK_ENTRY (self->control), suggest, picked);
  if (GTK_IS_ENTRY (self->control) && field != NULL && field->kind == QUAN_FIELD_DATE)
    quan_date_picker_attach (GTK_WIDGET (self), GTK_ENTRY (self->control), picked);
}

static void
make_title (QuanFormField *self)
{
  self->title = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "field-title");
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_widget_insert_after (self->title, GTK_WIDGET (self), NULL);
}

static void
make_note (QuanFormField *self)
{
  self->note = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->mark = gtk_image_new ();
  self->sentence = gtk_label_new (NULL);
  gtk_widget_set_valign (self->mark, GTK_ALIGN_START);
  gtk_widget_set_hexpand (self->sentence, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->sentence), 0);
  gtk_label_set_wrap (GTK_LABEL (self->sentence), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->sentence), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (self->sentence), 12);
  gtk_box_append (GTK_BOX (self->note), self->mark);
  gtk_box_append (GTK_BOX (self->note), self->sentence);
  gtk_widget_insert_before (self->note, GTK_WIDGET (self), NULL);
}

/* The accessible name is the label's words; the label itself would be read with its mnemonic. */
static void
name_control (QuanFormField *self)
{
  GtkAccessible *control = GTK_ACCESSIBLE (quan_field_control_focus (self->control));
  g_autofree char *name = quan_form_field_name (self);

  gtk_accessible_update_property (control, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (self->title == NULL)
    return;
  gtk_label_set_text_with_mnemonic (GTK_LABEL (self->title), self->label != NULL ? self->label : "");
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->title), GTK_WIDGET (control));
  gtk_accessible_update_relation (control, GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->sentence, NULL, -1);
}

static void
clear_widgets (QuanFormField *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->title = self->control = self->note = self->mark = self->sentence = NULL;
  self->suggestions = NULL;
}

/* Makes the widgets anew: the path, or the room they have, is another one. */
static void
build (QuanFormField *self)
{
  clear_widgets (self);
  if (self->path == NULL)
    return;
  if (!self->compact) {
    make_title (self);
    make_note (self);
  }
  make_control (self);
  name_control (self);
  set_text (self, self->stored);
  judge (self);
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
    build (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PATH]);
}

static gboolean
quan_form_field_grab_focus (GtkWidget *widget)
{
  QuanFormField *self = QUAN_FORM_FIELD (widget);

  return self->control != NULL && gtk_widget_grab_focus (quan_field_control_focus (self->control));
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
    judge (self);
}

static void
set_label (QuanFormField *self, const char *label)
{
  g_free (self->label);
  self->label = g_strdup (label);
  if (self->control != NULL)
    name_control (self);
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
        build (self);
      }
      break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
quan_form_field_dispose (GObject *object)
{
  g_clear_handle_id (&QUAN_FORM_FIELD (object)->noting, g_source_remove);
  clear_widgets (QUAN_FORM_FIELD (object));
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
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_went), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_came), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
quan_form_field_new (const char *path, const char *label, const char *hint)
{
  return g_object_new (QUAN_TYPE_FORM_FIELD, "path", path, "label", label, "hint", hint, NULL);
}
