#include "ui/entries/error-summary.h"

#include <glib/gi18n.h>

#include "ui/entries/form-field.h"

struct _QuanErrorSummary {
  GtkWidget  parent_instance;

  GtkWidget *heading;
  GtkWidget *lines;
  char      *listed;  /* what the lines say: they are made anew only when that changes, so that the focus stays */
};

G_DEFINE_TYPE (QuanErrorSummary, quan_error_summary, GTK_TYPE_WIDGET)

typedef struct {
  char *path, *name, *sentence;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->path);
  g_free (line->name);
  g_free (line->sentence);
  g_free (line);
}

typedef struct {
  const QuanPrepared *prepared;
  GPtrArray          *lines;
  GString            *listed;
} Gathering;

static void
gather (QuanFormField *field, gpointer data)
{
  Gathering *gathering = data;
  const QuanEntryProblem *problem = quan_prepared_problem (gathering->prepared, quan_form_field_get_path (field));
  Line *line;

  if (problem == NULL)
    return;
  line = g_new (Line, 1);
  *line = (Line) { g_strdup (problem->path), quan_form_field_name (field), g_strdup (problem->sentence) };
  g_ptr_array_add (gathering->lines, line);
  g_string_append_printf (gathering->listed, "%s\n%s\n%s\n", line->path, line->name, line->sentence);
}

static void
reveal (GtkWidget *link, const char *path)
{
  gtk_widget_activate_action (link, "wizard.reveal", "s", path);
}

static GtkWidget *
line_new (const Line *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *why = g_strdup_printf (C_("after a field's name", ": %s"), line->sentence);
  GtkWidget *link = gtk_button_new_with_label (line->name), *sentence = gtk_label_new (why);

  gtk_widget_add_css_class (link, "link");
  gtk_widget_set_valign (link, GTK_ALIGN_START);
  g_signal_connect_data (link, "clicked", G_CALLBACK (reveal), g_strdup (line->path),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, sentence, NULL, -1);
  gtk_label_set_wrap (GTK_LABEL (sentence), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (sentence), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (sentence), 0);
  gtk_widget_set_hexpand (sentence, TRUE);
  gtk_box_append (GTK_BOX (box), link);
  gtk_box_append (GTK_BOX (box), sentence);
  return box;
}

static void
write_lines (QuanErrorSummary *self, const GPtrArray *lines)
{
  g_autofree char *heading = g_strdup_printf (ngettext ("%u thing is to be corrected", "%u things are to be corrected",
                                                        lines->len), lines->len);
  GtkWidget *child;

  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  while ((child = gtk_widget_get_first_child (self->lines)) != NULL)
    gtk_box_remove (GTK_BOX (self->lines), child);
  for (guint i = 0; i < lines->len; i++)
    gtk_box_append (GTK_BOX (self->lines), line_new (lines->pdata[i]));
}

guint
quan_error_summary_show (QuanErrorSummary *self, GtkWidget *inside, const QuanPrepared *prepared)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (GString) listed = g_string_new (NULL);
  Gathering gathering = { prepared, lines, listed };

  g_return_val_if_fail (QUAN_IS_ERROR_SUMMARY (self) && GTK_IS_WIDGET (inside) && prepared != NULL, 0);

  quan_form_foreach (inside, gather, &gathering);
  if (g_strcmp0 (self->listed, listed->str) != 0) {
    write_lines (self, lines);
    g_free (self->listed);
    self->listed = g_strdup (listed->str);
  }
  gtk_widget_set_visible (GTK_WIDGET (self), lines->len > 0);
  return lines->len;
}

gboolean
quan_error_summary_grab (QuanErrorSummary *self)
{
  GtkWidget *line;

  g_return_val_if_fail (QUAN_IS_ERROR_SUMMARY (self), FALSE);

  line = gtk_widget_get_first_child (self->lines);
  return gtk_widget_get_visible (GTK_WIDGET (self)) && line != NULL
         && gtk_widget_grab_focus (gtk_widget_get_first_child (line));
}

static void
quan_error_summary_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (quan_error_summary_parent_class)->dispose (object);
}

static void
quan_error_summary_finalize (GObject *object)
{
  g_free (QUAN_ERROR_SUMMARY (object)->listed);
  G_OBJECT_CLASS (quan_error_summary_parent_class)->finalize (object);
}

static void
quan_error_summary_class_init (QuanErrorSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quan_error_summary_dispose;
  G_OBJECT_CLASS (klass)->finalize = quan_error_summary_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "summary");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
quan_error_summary_init (QuanErrorSummary *self)
{
  GtkWidget *mark = gtk_image_new_from_icon_name ("quan-fail-symbolic");
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 9);
  self->heading = gtk_label_new (NULL);
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (GTK_WIDGET (self), "note");
  gtk_widget_add_css_class (GTK_WIDGET (self), "fail");
  gtk_widget_add_css_class (mark, "fail");
  gtk_widget_add_css_class (self->heading, "fail");
  gtk_widget_add_css_class (self->heading, "strong");
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_label_set_wrap (GTK_LABEL (self->heading), TRUE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), self->heading);
  gtk_box_append (GTK_BOX (words), self->lines);
  gtk_widget_set_parent (mark, GTK_WIDGET (self));
  gtk_widget_set_parent (words, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
quan_error_summary_new (void)
{
  return g_object_new (QUAN_TYPE_ERROR_SUMMARY, NULL);
}
