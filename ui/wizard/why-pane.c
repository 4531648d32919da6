#include "ui/wizard/why-pane.h"

#include <glib/gi18n-lib.h>

struct _QuanWhyPane {
  GtkBox     parent_instance;
  GtkWidget *title;
  GtkWidget *clauses;   /* a box of chips */
  GtkWidget *sections;
};

G_DEFINE_FINAL_TYPE (QuanWhyPane, quan_why_pane, GTK_TYPE_BOX)

static void
explanation_free (gpointer data)
{
  QuanExplanation *section = data;

  g_free (section->heading);
  g_free (section->text);
  g_free (section);
}

static GtkWidget *
text_new (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 20);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_widget_add_css_class (label, class);
  return label;
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* A chip for each clause, with the clause's summary as its tooltip. */
static void
show_clauses (QuanWhyPane *self, const QuanPack *pack, const char *clauses)
{
  g_auto (GStrv) ids = g_strsplit (clauses, " ", -1);
  QuanLanguage language = quan_language_of_locale ();

  clear (self->clauses);
  for (int i = 0; ids[i] != NULL; i++)
    if (*ids[i] != '\0') {
      const QuanClause *clause = quan_pack_clause (pack, ids[i]);
      GtkWidget *chip = gtk_label_new (ids[i]);

      gtk_widget_add_css_class (chip, "chip");
      if (clause != NULL)
        gtk_widget_set_tooltip_text (chip, clause->summary.in[language]);
      gtk_box_append (GTK_BOX (self->clauses), chip);
    }
}

static void
show_section (QuanWhyPane *self, const char *heading, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = text_new (heading, "strong");

  gtk_widget_add_css_class (head, "small");
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), text_new (text, "small"));
  gtk_box_append (GTK_BOX (self->sections), box);
}

void
quan_why_pane_explain (QuanWhyPane *self, QuanWizardPage *page, const QuanPack *pack, gconstpointer snapshot,
                       const char *path)
{
  QuanWizardPageClass *klass = QUAN_WIZARD_PAGE_GET_CLASS (page);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) clauses = g_string_new (NULL);
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func (explanation_free);

  g_return_if_fail (QUAN_IS_WHY_PANE (self) && snapshot != NULL);

  if (klass->explain == NULL
      || (!klass->explain (page, snapshot, path, title, clauses, sections)
          && !klass->explain (page, snapshot, NULL, title, clauses, sections)))
    return;
  gtk_label_set_text (GTK_LABEL (self->title), title->str);
  show_clauses (self, pack, clauses->str);
  clear (self->sections);
  for (guint i = 0; i < sections->len; i++) {
    const QuanExplanation *section = sections->pdata[i];

    show_section (self, section->heading, section->text);
  }
}

static void
quan_why_pane_class_init (QuanWhyPaneClass *klass)
{
}

static void
quan_why_pane_init (QuanWhyPane *self)
{
  GtkWidget *heading = text_new (_("Why we ask"), "small");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (heading, "dim");
  self->title = text_new (NULL, "section");
  self->clauses = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->sections = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self), heading);
  gtk_box_append (GTK_BOX (self), self->title);
  gtk_box_append (GTK_BOX (self), self->clauses);
  gtk_box_append (GTK_BOX (self), self->sections);
}

GtkWidget *
quan_why_pane_new (void)
{
  return g_object_new (QUAN_TYPE_WHY_PANE, NULL);
}
