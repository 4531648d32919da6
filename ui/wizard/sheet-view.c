#include "ui/wizard/sheet-view.h"

#include "ui/chip.h"

struct _QuanSheetView {
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (QuanSheetView, quan_sheet_view, GTK_TYPE_BOX)

/* How a step follows from those above it. */
static const struct { const char *id, *sign; } operators[] = {
  { "days", "×" }, { "base", "=" }, { "ceiling", "=" }, { "used", "−" }, { "remaining", "=" },
  { "claimable", "→" }, { "redeemable", "=" }, { "counted", "×" }, { "entitled", "=" }, { "redeemed", "−" },
  { "blocked", "−" }, { "asked", "→" },
};

static const char *
operator_of (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (g_str_equal (operators[i].id, id))
      return operators[i].sign;
  return NULL;
}

/* What it all comes to. */
static gboolean
is_result (const QuanStep *step)
{
  return g_str_equal (step->id, "claimable") || g_str_equal (step->id, "asked");
}

/* What is lost, or may be, is coloured where there is any. */
static const char *
class_of_figure (const QuanStep *step)
{
  if (step->fen == QUAN_FEN_NONE)
    return g_str_equal (step->id, "days") ? NULL : "unknown";
  if (g_str_equal (step->id, "forfeited"))
    return step->fen > 0 ? "fail" : "dim";
  if (g_str_equal (step->id, "at-risk") || g_str_equal (step->id, "blocked"))
    return step->fen > 0 ? "review" : "dim";
  return is_result (step) ? "accent" : NULL;
}

static GtkWidget *
figure_new (const QuanStep *step)
{
  GtkWidget *figure = gtk_label_new (step->result);
  const char *colour = class_of_figure (step);

  gtk_widget_set_name (figure, step->id);
  gtk_label_set_xalign (GTK_LABEL (figure), 1);
  gtk_widget_set_valign (figure, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (figure, step->key ? "figure" : "num");
  if (colour != NULL)
    gtk_widget_add_css_class (figure, colour);
  if (g_strcmp0 (colour, "fail") == 0 || g_strcmp0 (colour, "review") == 0)
    gtk_widget_add_css_class (figure, "strong");
  return figure;
}

static GtkWidget *
text_new (const QuanPack *pack, const QuanStep *step)
{
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1), *head = quan_flow_new (FALSE);
  g_autofree char *label = step->detail != NULL ? g_strdup_printf ("%s · %s", step->label, step->detail)
                                                : g_strdup (step->label);

  quan_flow_append (QUAN_FLOW (head), quan_text_new (label, step->key ? "strong" : "step"));
  quan_chips_append (QUAN_FLOW (head), pack, step->source);
  gtk_box_append (GTK_BOX (text), head);
  if (*step->formula != '\0')
    gtk_box_append (GTK_BOX (text), quan_text_new (step->formula, "dim small num"));
  gtk_widget_set_hexpand (text, TRUE);
  return text;
}

GtkWidget *
quan_sheet_row_new (const QuanPack *pack, const QuanStep *step)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *sign;
  g_autofree char *name = g_strdup_printf ("%s, %s", step->label, step->result);

  sign = gtk_label_new (operator_of (step->id));
  gtk_label_set_width_chars (GTK_LABEL (sign), 2);
  gtk_widget_add_css_class (sign, "operator");
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), text_new (pack, step));
  gtk_box_append (GTK_BOX (box), figure_new (step));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "step");
  if (is_result (step))
    gtk_widget_add_css_class (row, "result");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, step->formula, -1);
  return row;
}

/* The heading and the empty list of a group. */
static GtkWidget *
add_group (QuanSheetView *self, QuanStepGroup group)
{
  const char *name = quan_step_group_name (group, quan_language_of_locale ());
  GtkWidget *list = gtk_list_box_new ();

  gtk_box_append (GTK_BOX (self), quan_text_new (name, "group"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (self), list);
  return list;
}

void
quan_sheet_view_show (QuanSheetView *self, const QuanPrepared *prepared)
{
  g_autoptr (GPtrArray) steps = NULL;
  GtkWidget *list = NULL;
  int group = -1;

  g_return_if_fail (QUAN_IS_SHEET_VIEW (self) && prepared != NULL);

  steps = quan_working_sheet (&prepared->view, &prepared->subject, prepared->check, quan_language_of_locale ());
  quan_box_empty (GTK_BOX (self));
  for (guint i = 0; i < steps->len; i++) {
    const QuanStep *step = g_ptr_array_index (steps, i);

    if ((int) step->group != group)
      list = add_group (self, step->group);
    group = step->group;
    gtk_list_box_append (GTK_LIST_BOX (list), quan_sheet_row_new (prepared->view.pack, step));
  }
}

static void
quan_sheet_view_class_init (QuanSheetViewClass *klass)
{
}

static void
quan_sheet_view_init (QuanSheetView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
