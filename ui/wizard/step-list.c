#include "ui/wizard/step-list.h"

#include <glib/gi18n-lib.h>

#include "ui/state-mark.h"
#include "ui/entries/figures.h"

/* The widgets of one step. */
typedef struct {
  GtkWidget *row, *icon, *title, *sentence;
} Step;

struct _QuanStepList {
  GtkBox     parent_instance;
  GtkWidget *title, *subject;
  GtkWidget *list;
  GtkWidget *names[QUAN_N_STEP_FIGURES], *figures[QUAN_N_STEP_FIGURES];
  Step      *steps;
  int        n_steps;
};

G_DEFINE_FINAL_TYPE (QuanStepList, quan_step_list, GTK_TYPE_BOX)

static GtkWidget *
label_new (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static void
add_step (QuanStepList *self, int index)
{
  Step *step = &self->steps[index];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  step->icon = gtk_image_new ();
  gtk_widget_set_valign (step->icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (step->icon, 3);
  step->title = label_new (NULL, NULL);
  step->sentence = label_new (NULL, "small");
  gtk_widget_set_hexpand (texts, FALSE);
  gtk_box_append (GTK_BOX (texts), step->title);
  gtk_box_append (GTK_BOX (texts), step->sentence);
  gtk_box_append (GTK_BOX (box), step->icon);
  gtk_box_append (GTK_BOX (box), texts);
  step->row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (step->row), box);
  gtk_list_box_append (GTK_LIST_BOX (self->list), step->row);
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, QuanStepList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.go-to", "i", gtk_list_box_row_get_index (row) + 1);
}

static GtkWidget *
figures_new (QuanStepList *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 9);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_widget_set_margin_start (grid, 18);
  gtk_widget_set_margin_end (grid, 18);
  gtk_widget_set_margin_top (grid, 12);
  gtk_widget_set_margin_bottom (grid, 12);
  for (int i = 0; i < QUAN_N_STEP_FIGURES; i++) {
    self->names[i] = label_new (NULL, "small");
    self->figures[i] = gtk_label_new (NULL);
    gtk_label_set_xalign (GTK_LABEL (self->figures[i]), 1);
    gtk_widget_set_hexpand (self->figures[i], TRUE);
    gtk_widget_add_css_class (self->figures[i], "small");
    gtk_widget_add_css_class (self->figures[i], "num");
    gtk_widget_add_css_class (self->names[i], "dim");
    gtk_grid_attach (GTK_GRID (grid), self->names[i], 0, i, 1, 1);
    gtk_grid_attach (GTK_GRID (grid), self->figures[i], 1, i, 1, 1);
  }
  gtk_widget_add_css_class (self->figures[QUAN_N_STEP_FIGURES - 1], "strong");
  gtk_widget_set_hexpand (grid, FALSE);
  return grid;
}

GtkWidget *
quan_step_list_new (const char *title, int n_steps)
{
  QuanStepList *self = g_object_new (QUAN_TYPE_STEP_LIST, "orientation", GTK_ORIENTATION_VERTICAL, NULL);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  self->n_steps = n_steps;
  self->steps = g_new0 (Step, n_steps);
  for (int i = 0; i < n_steps; i++)
    add_step (self, i);
  return GTK_WIDGET (self);
}

static const char *const state_classes[] = { "pass", "fail", "review", "unknown", "dim" };

static void
set_class (GtkWidget *widget, const char *class)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_classes); i++)
    gtk_widget_remove_css_class (widget, state_classes[i]);
  gtk_widget_add_css_class (widget, class);
}

void
quan_step_list_set (QuanStepList *self, int step, const char *title, QuanStepState state, const char *sentence)
{
  Step *widgets = &self->steps[step - 1];
  g_autofree char *numbered = g_strdup_printf ("%d   %s", step, title);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", numbered, sentence);

  g_return_if_fail (QUAN_IS_STEP_LIST (self) && step >= 1 && step <= self->n_steps);

  gtk_label_set_text (GTK_LABEL (widgets->title), numbered);
  gtk_label_set_text (GTK_LABEL (widgets->sentence), sentence);
  gtk_image_set_from_icon_name (GTK_IMAGE (widgets->icon), quan_step_icon (state));
  set_class (widgets->icon, quan_step_class (state));
  set_class (widgets->sentence, state == QUAN_STEP_DONE ? "dim" : quan_step_class (state));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widgets->row), state != QUAN_STEP_LOCKED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widgets->row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

void
quan_step_list_select (QuanStepList *self, int step)
{
  g_return_if_fail (QUAN_IS_STEP_LIST (self) && step >= 1 && step <= self->n_steps);

  gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (self->steps[step - 1].row));
  for (int i = 0; i < self->n_steps; i++)
    if (i == step - 1)
      gtk_widget_add_css_class (self->steps[i].title, "strong");
    else
      gtk_widget_remove_css_class (self->steps[i].title, "strong");
}

void
quan_step_list_show (QuanStepList *self, const char *subject, const QuanStepFigure figures[QUAN_N_STEP_FIGURES])
{
  g_return_if_fail (QUAN_IS_STEP_LIST (self));

  gtk_label_set_text (GTK_LABEL (self->subject), subject);
  for (int i = 0; i < QUAN_N_STEP_FIGURES; i++) {
    g_autofree char *text = quan_figure (figures[i].fen);

    gtk_label_set_text (GTK_LABEL (self->names[i]), figures[i].name);
    gtk_label_set_text (GTK_LABEL (self->figures[i]), text);
  }
}

static void
quan_step_list_finalize (GObject *object)
{
  g_free (QUAN_STEP_LIST (object)->steps);
  G_OBJECT_CLASS (quan_step_list_parent_class)->finalize (object);
}

static void
quan_step_list_class_init (QuanStepListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quan_step_list_finalize;
}

static void
quan_step_list_init (QuanStepList *self)
{
  GtkWidget *spacer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->title = label_new (NULL, "section");
  self->subject = label_new (NULL, "small");
  gtk_widget_add_css_class (self->subject, "dim");
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "navigation");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Steps"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_widget_set_vexpand (spacer, TRUE);
  gtk_widget_set_hexpand (spacer, FALSE);
  gtk_widget_set_margin_start (self->title, 18);
  gtk_widget_set_margin_top (self->title, 18);
  gtk_widget_set_margin_start (self->subject, 18);
  gtk_widget_set_margin_bottom (self->subject, 12);
  gtk_box_append (GTK_BOX (self), self->title);
  gtk_box_append (GTK_BOX (self), self->subject);
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), spacer);
  gtk_box_append (GTK_BOX (self), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self), figures_new (self));
}
