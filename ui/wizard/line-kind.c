#include "ui/wizard/line-kind.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/engine/award.h"
#include "ui/accessible.h"
#include "ui/wizard/line-popover.h"

struct _QuanLineKindMenu {
  GtkPopover parent_instance;
  GtkWidget *choices[QUAN_LINE_BUNDLED];
  guint      row;
};

G_DEFINE_FINAL_TYPE (QuanLineKindMenu, quan_line_kind_menu, GTK_TYPE_POPOVER)

/* What a kind means for the base: it counts, it does not, or it leaves the base undetermined. */
static const char *
class_of (const QuanPrepared *prepared, const QuanLine *line)
{
  if (line == NULL)
    return "none";
  if (line->kind == QUAN_LINE_BUNDLED)
    return "review";
  return quan_line_counts (&prepared->view, line) ? "accent" : "none";
}

/* A short word: what stands in brackets is for the menu. */
static char *
short_name (const QuanTerm *term)
{
  static const char *const brackets[] = { " (", "（" };
  const char *name = quan_term_name (term, quan_language_of_locale ());

  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++) {
    const char *bracket = strstr (name, brackets[i]);

    if (bracket != NULL)
      return g_strndup (name, bracket - name);
  }
  return g_strdup (name);
}

gboolean
quan_line_kind_show (GtkButton *button, const QuanPrepared *prepared, guint row)
{
  const QuanContract *contract = prepared->contract;
  const QuanLine *line = contract->lines != NULL && row < contract->lines->len ? contract->lines->pdata[row] : NULL;
  g_autofree char *path = g_strdup_printf ("contract.lines[%u].kind", row), *word = NULL, *name = NULL;
  const QuanEntryProblem *problem = quan_prepared_problem (prepared, path);
  GtkWidget *label = gtk_button_get_child (button);

  if (problem != NULL)
    word = g_strdup (problem->text);
  else if (line != NULL && line->kind != 0)
    word = short_name (quan_vocabulary_term (&quan_line_kinds, line->kind));
  else
    word = g_strdup ("—");
  name = g_strdup_printf (_("Kind of line %u: %s"), row + 1, word);
  gtk_label_set_text (GTK_LABEL (label), word);
  gtk_widget_set_css_classes (label, (const char *[]) { "tag", problem != NULL ? "fail" : class_of (prepared, line), NULL });
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), problem != NULL ? problem->sentence : NULL);
  quan_set_name (GTK_WIDGET (button), name);
  return problem != NULL;
}

void
quan_line_kind_menu_open (QuanLineKindMenu *self, GtkWidget *beside, guint row, int kind)
{
  g_return_if_fail (QUAN_IS_LINE_KIND_MENU (self));

  self->row = row;
  quan_line_popover_open (GTK_POPOVER (self), beside);
  gtk_widget_grab_focus (self->choices[CLAMP (kind, QUAN_LINE_COMPUTE, QUAN_LINE_BUNDLED) - 1]);
}

static void
on_chosen (GtkButton *button, gpointer data)
{
  QuanLineKindMenu *self = data;
  g_autofree char *path = g_strdup_printf ("contract.lines[%u].kind", self->row);
  int i = 0;

  while (self->choices[i] != GTK_WIDGET (button))
    i++;
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "wizard.enter", "(ss)", path, quan_line_kinds.terms[i].id);
}

static void
quan_line_kind_menu_class_init (QuanLineKindMenuClass *klass)
{
}

static void
quan_line_kind_menu_init (QuanLineKindMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (int i = 0; i < QUAN_LINE_BUNDLED; i++) {
    GtkWidget *choice = gtk_button_new_with_label (quan_term_name (&quan_line_kinds.terms[i],
                                                                   quan_language_of_locale ()));

    gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (choice)), GTK_ALIGN_START);
    gtk_widget_add_css_class (choice, "flat");
    g_signal_connect (choice, "clicked", G_CALLBACK (on_chosen), self);
    gtk_box_append (GTK_BOX (box), self->choices[i] = choice);
  }
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
quan_line_kind_menu_new (void)
{
  return g_object_new (QUAN_TYPE_LINE_KIND_MENU, NULL);
}
