#include "ui/entries/field-control.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/entries/fact.h"

#define TERMS "quan-terms"

/* How wide an entry for a kind of fact is at least and by nature, in characters. */
static const struct {
  int least, natural;
} widths[QUAN_FIELD_PART + 1] = {
  [QUAN_FIELD_TEXT] = { 8, 24 },
  [QUAN_FIELD_USCC] = { 12, 20 },
  [QUAN_FIELD_DECIMAL] = { 6, 12 },
  [QUAN_FIELD_DATE] = { 10, 14 },
  [QUAN_FIELD_MONEY] = { 10, 16 },
  [QUAN_FIELD_SIGNED] = { 10, 16 },
  [QUAN_FIELD_NUMBER] = { 4, 10 },
  [QUAN_FIELD_DATES] = { 10, 24 },
};

static gboolean
is_figure (QuanFieldKind kind)
{
  return kind == QUAN_FIELD_MONEY || kind == QUAN_FIELD_SIGNED || kind == QUAN_FIELD_DECIMAL
         || kind == QUAN_FIELD_NUMBER;
}

static GtkWidget *
entry_new (QuanFieldKind kind, gboolean narrow)
{
  GtkWidget *entry = gtk_entry_new ();
  int least = MAX (widths[kind].least, 4);

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), narrow ? MIN (least, 6) : least);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), MAX (widths[kind].natural, least));
  if (is_figure (kind) || kind == QUAN_FIELD_DATE || kind == QUAN_FIELD_USCC)
    gtk_widget_add_css_class (entry, "num");
  if (kind == QUAN_FIELD_MONEY || kind == QUAN_FIELD_SIGNED || (narrow && is_figure (kind)))
    gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
  return entry;
}

static GtkWidget *
choice_new (const QuanVocabulary *terms)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  QuanLanguage language = quan_language_of_locale ();
  GtkWidget *choice;

  gtk_string_list_append (names, _("Not said"));
  for (const QuanTerm *term = terms->terms; term->id != NULL; term++)
    gtk_string_list_append (names, quan_term_name (term, language));
  choice = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  g_object_set_data (G_OBJECT (choice), TERMS, (gpointer) terms);
  return choice;
}

static const QuanVocabulary *
choice_terms (GtkWidget *choice)
{
  return g_object_get_data (G_OBJECT (choice), TERMS);
}

static int
choice_value (const QuanVocabulary *terms, const char *text)
{
  for (int value = 1; terms->terms[value - 1].id != NULL; value++) {
    const QuanTerm *term = &terms->terms[value - 1];

    if (strcmp (text, term->id) == 0 || strcmp (text, term->english) == 0 || strcmp (text, term->chinese) == 0)
      return value;
  }
  return 0;
}

static GtkWidget *
area_new (void)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *view = gtk_text_view_new ();

  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (scrolled, "long-text");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  return scrolled;
}

static gboolean
is_area (GtkWidget *control)
{
  return GTK_IS_SCROLLED_WINDOW (control);
}

static GtkTextBuffer *
area_buffer (GtkWidget *area)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (quan_field_control_focus (area)));
}

static char *
area_text (GtkWidget *area)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (area_buffer (area), &start, &end);
  return gtk_text_buffer_get_text (area_buffer (area), &start, &end, FALSE);
}

GtkWidget *
quan_field_control_new (const char *path, gboolean narrow)
{
  const QuanField *field = quan_fact_field (path);

  if (quan_fact_is_long (path) && !narrow)
    return area_new ();
  if (field != NULL && field->kind == QUAN_FIELD_TERM)
    return choice_new (field->terms);
  if (field != NULL && field->kind == QUAN_FIELD_FLAG)
    return choice_new (&quan_flags);
  return entry_new (field != NULL ? field->kind : QUAN_FIELD_TEXT, narrow);
}

char *
quan_field_control_text (GtkWidget *control)
{
  const char *word;

  if (GTK_IS_EDITABLE (control))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (control)));
  if (is_area (control))
    return area_text (control);
  word = quan_vocabulary_id (choice_terms (control), gtk_drop_down_get_selected (GTK_DROP_DOWN (control)));
  return g_strdup (word != NULL ? word : "");
}

void
quan_field_control_set (GtkWidget *control, const char *text)
{
  if (GTK_IS_EDITABLE (control))
    gtk_editable_set_text (GTK_EDITABLE (control), text);
  else if (is_area (control))
    gtk_text_buffer_set_text (area_buffer (control), text, -1);
  else
    gtk_drop_down_set_selected (GTK_DROP_DOWN (control), choice_value (choice_terms (control), text));
}

GtkWidget *
quan_field_control_focus (GtkWidget *control)
{
  return is_area (control) ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (control)) : control;
}

gboolean
quan_field_control_is_choice (GtkWidget *control)
{
  return GTK_IS_DROP_DOWN (control);
}

void
quan_field_control_watch (GtkWidget *control, GCallback changed, gpointer data)
{
  if (GTK_IS_EDITABLE (control))
    g_signal_connect_swapped (control, "changed", changed, data);
  else if (is_area (control))
    g_signal_connect_swapped (area_buffer (control), "changed", changed, data);
  else
    g_signal_connect_swapped (control, "notify::selected", changed, data);
}

void
quan_field_control_forget (GtkWidget *control)
{
  if (GTK_IS_EDITABLE (control)) {
    gtk_editable_set_enable_undo (GTK_EDITABLE (control), FALSE);
    gtk_editable_set_enable_undo (GTK_EDITABLE (control), TRUE);
  } else if (is_area (control)) {
    gtk_text_buffer_set_enable_undo (area_buffer (control), FALSE);
    gtk_text_buffer_set_enable_undo (area_buffer (control), TRUE);
  }
}

void
quan_field_control_undo (GtkWidget *control)
{
  if (GTK_IS_EDITABLE (control))
    gtk_widget_activate_action (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (control))), "text.undo", NULL);
  else if (is_area (control))
    gtk_widget_activate_action (quan_field_control_focus (control), "text.undo", NULL);
}
