#include "ui/entries/form-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/accessible.h"

struct _QuanFormChoice {
  GtkWidget  parent_instance;
  GtkWidget *label, *dropdown, *hint;
  char      *explains;
  gboolean   showing;  /* the selection is being set by the program */
};

enum { PROP_LABEL = 1, PROP_HINT, PROP_EXPLAINS, N_PROPS };
enum { CHOSEN, N_SIGNALS };

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuanFormChoice, quan_form_choice, GTK_TYPE_WIDGET)

/* The first item of the list says that nothing is chosen. */
#define FIRST 1

static gboolean
has_options (GtkStringList *list, const char *const *options)
{
  guint n = g_strv_length ((char **) options);

  if (list == NULL || g_list_model_get_n_items (G_LIST_MODEL (list)) != n + FIRST)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (list, i + FIRST), options[i]) != 0)
      return FALSE;
  return TRUE;
}

void
quan_form_choice_set_options (QuanFormChoice *self, const char *const *options)
{
  g_autoptr (GtkStringList) list = NULL;

  g_return_if_fail (QUAN_IS_FORM_CHOICE (self) && options != NULL);

  if (has_options (GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (self->dropdown))), options))
    return;
  list = gtk_string_list_new ((const char *[]) { _("Not said"), NULL });
  gtk_string_list_splice (list, FIRST, 0, options);
  self->showing = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->dropdown), G_LIST_MODEL (list));
  self->showing = FALSE;
}

/* The item of an option, and the option of an item. */
static guint
item_of (guint option)
{
  return option == GTK_INVALID_LIST_POSITION ? 0 : option + FIRST;
}

static guint
option_of (guint item)
{
  return item == GTK_INVALID_LIST_POSITION || item < FIRST ? GTK_INVALID_LIST_POSITION : item - FIRST;
}

void
quan_form_choice_show (QuanFormChoice *self, guint index)
{
  g_return_if_fail (QUAN_IS_FORM_CHOICE (self));

  self->showing = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->dropdown), item_of (index));
  self->showing = FALSE;
}

guint
quan_form_choice_shown (QuanFormChoice *self)
{
  g_return_val_if_fail (QUAN_IS_FORM_CHOICE (self), GTK_INVALID_LIST_POSITION);
  return option_of (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->dropdown)));
}

void
quan_form_choice_choose (QuanFormChoice *self, guint index)
{
  g_return_if_fail (QUAN_IS_FORM_CHOICE (self));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->dropdown), item_of (index));
}

void
quan_form_choice_set_hint (QuanFormChoice *self, const char *hint)
{
  g_return_if_fail (QUAN_IS_FORM_CHOICE (self));
  gtk_label_set_text (GTK_LABEL (self->hint), hint != NULL ? hint : "");
}

static void
on_selected (GtkDropDown *dropdown, GParamSpec *spec, gpointer data)
{
  QuanFormChoice *self = data;

  if (!self->showing)
    g_signal_emit (self, signals[CHOSEN], 0, option_of (gtk_drop_down_get_selected (dropdown)));
}

static void
on_focus (GtkEventControllerFocus *controller, gpointer data)
{
  QuanFormChoice *self = data;

  if (self->explains != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "wizard.explain", "s", self->explains);
}

/* The accessible name is the label without its mnemonic, whatever the drop-down shows. */
static void
set_label (QuanFormChoice *self, const char *text)
{
  g_autofree char *name = quan_without_mnemonic (text);

  gtk_label_set_text_with_mnemonic (GTK_LABEL (self->label), text);
  quan_set_name (self->dropdown, name);
}

static void
quan_form_choice_set_property (GObject *object, guint prop, const GValue *value, GParamSpec *spec)
{
  QuanFormChoice *self = QUAN_FORM_CHOICE (object);

  switch (prop) {
  case PROP_LABEL:
    set_label (self, g_value_get_string (value));
    break;
  case PROP_HINT:
    quan_form_choice_set_hint (self, g_value_get_string (value));
    break;
  case PROP_EXPLAINS:
    g_free (self->explains);
    self->explains = g_value_dup_string (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, spec);
  }
}

static gboolean
quan_form_choice_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (QUAN_FORM_CHOICE (widget)->dropdown);
}

/* GTK would go back from the drop-down to the choice, whose grab_focus leads to the drop-down again. */
static gboolean
quan_form_choice_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (QUAN_FORM_CHOICE (widget)->dropdown, direction);
}

static void
quan_form_choice_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (quan_form_choice_parent_class)->dispose (object);
}

static void
quan_form_choice_finalize (GObject *object)
{
  g_free (QUAN_FORM_CHOICE (object)->explains);
  G_OBJECT_CLASS (quan_form_choice_parent_class)->finalize (object);
}

static void
quan_form_choice_class_init (QuanFormChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = quan_form_choice_set_property;
  object_class->dispose = quan_form_choice_dispose;
  object_class->finalize = quan_form_choice_finalize;
  widget_class->focus = quan_form_choice_focus;
  widget_class->grab_focus = quan_form_choice_grab_focus;
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_EXPLAINS] = g_param_spec_string ("explains", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHOSEN] = g_signal_new ("chosen", QUAN_TYPE_FORM_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "field");
}

/* Labels of list items; short where they are cut rather than asking for the width of the longest option. */
static GtkListItemFactory *
labels_new (gboolean short_ones)
{
  g_autofree char *ui = g_strdup_printf (
    "<interface><template class='GtkListItem'><property name='child'><object class='GtkLabel'>"
    "<property name='xalign'>0</property>%s<binding name='label'><lookup name='string' type='GtkStringObject'>"
    "<lookup name='item'>GtkListItem</lookup></lookup></binding></object></property></template></interface>",
    short_ones ? "<property name='ellipsize'>end</property><property name='width-chars'>6</property>" : "");
  g_autoptr (GBytes) bytes = g_bytes_new (ui, strlen (ui));

  return gtk_builder_list_item_factory_new_from_bytes (NULL, bytes);
}

static void
quan_form_choice_init (QuanFormChoice *self)
{
  g_autoptr (GtkListItemFactory) chosen = labels_new (TRUE), listed = labels_new (FALSE);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), 3);
  self->label = gtk_label_new (NULL);
  self->dropdown = gtk_drop_down_new (NULL, NULL);
  self->hint = gtk_label_new (NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->dropdown), chosen);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (self->dropdown), listed);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->hint), PANGO_ELLIPSIZE_END);
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->label), self->dropdown);
  gtk_widget_add_css_class (self->label, "field-title");
  gtk_widget_set_css_classes (self->hint, (const char *[]) { "note-line", "small", "dim", NULL });
  gtk_widget_set_parent (self->label, widget);
  gtk_widget_set_parent (self->dropdown, widget);
  gtk_widget_set_parent (self->hint, widget);
  g_signal_connect (self->dropdown, "notify::selected", G_CALLBACK (on_selected), self);
  g_signal_connect (focus, "enter", G_CALLBACK (on_focus), self);
  gtk_widget_add_controller (widget, focus);
}
