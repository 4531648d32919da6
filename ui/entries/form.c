#include <string.h>

#include "ui/entries/form-field.h"

void
quan_form_foreach (GtkWidget *inside, QuanFormFieldFunc func, gpointer data)
{
  GtkWidget *next;

  if (QUAN_IS_FORM_FIELD (inside)) {
    func (QUAN_FORM_FIELD (inside), data);
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL; child = next) {
    next = gtk_widget_get_next_sibling (child);
    quan_form_foreach (child, func, data);
  }
}

static void
show_field (QuanFormField *field, gpointer prepared)
{
  quan_form_field_show (field, prepared);
}

void
quan_form_show (GtkWidget *inside, const QuanPrepared *prepared)
{
  quan_form_foreach (inside, show_field, (gpointer) prepared);
}

typedef struct {
  const char    *path;
  QuanFormField *found;
} Search;

static void
match_field (QuanFormField *field, gpointer data)
{
  Search *search = data;

  if (search->found == NULL && g_strcmp0 (quan_form_field_get_path (field), search->path) == 0)
    search->found = field;
}

/* Opens the expanders a widget is folded into. */
static void
unfold (GtkWidget *widget)
{
  GtkWidget *expander = gtk_widget_get_ancestor (widget, GTK_TYPE_EXPANDER);

  while (expander != NULL) {
    gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
    widget = gtk_widget_get_parent (expander);
    expander = widget != NULL ? gtk_widget_get_ancestor (widget, GTK_TYPE_EXPANDER) : NULL;
  }
}

gboolean
quan_form_focus (GtkWidget *inside, const char *path)
{
  Search search = { path, NULL };

  quan_form_foreach (inside, match_field, &search);
  if (search.found == NULL)
    return FALSE;
  unfold (GTK_WIDGET (search.found));
  return gtk_widget_grab_focus (GTK_WIDGET (search.found));
}

gboolean
quan_form_undo (GtkWidget *focus)
{
  GtkWidget *field = focus != NULL ? gtk_widget_get_ancestor (focus, QUAN_TYPE_FORM_FIELD) : NULL;

  return field != NULL && quan_form_field_undo (QUAN_FORM_FIELD (field));
}
