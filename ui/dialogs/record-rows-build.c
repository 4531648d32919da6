/* The widgets of the rows in a record's window. */
#include "ui/dialogs/record-rows-private.h"

#include <glib/gi18n-lib.h>

#include "core/base/money.h"
#include "ui/accessible.h"
#include "ui/chip.h"

const QuanField *
quan_record_cell_field (const QuanRecordRows *self, guint cell)
{
  const QuanField *list = quan_record_field (self->type, self->list->list);

  return quan_record_field (list->record, self->list->cells[cell].path);
}

gboolean
quan_is_money_field (const QuanField *field)
{
  return field->kind == QUAN_FIELD_MONEY || field->kind == QUAN_FIELD_SIGNED;
}

/* An amount is written out once it is left. */
static void
left_cb (GtkEventController *controller, gpointer unused)
{
  GtkEditable *entry = GTK_EDITABLE (gtk_event_controller_get_widget (controller));
  QuanFen fen;
  char buf[QUAN_MONEY_BUF];

  if (quan_money_parse (gtk_editable_get_text (entry), &fen, NULL))
    gtk_editable_set_text (entry, quan_money_grouped (fen, buf));
}

static GtkWidget *
choice_new (const QuanVocabulary *terms)
{
  QuanLanguage language = quan_language_of_locale ();
  GtkStringList *names = gtk_string_list_new (NULL);

  for (const QuanTerm *term = terms->terms; term->id != NULL; term++)
    gtk_string_list_append (names, quan_term_name (term, language));
  return gtk_drop_down_new (G_LIST_MODEL (names), NULL);
}

static GtkWidget *
entry_new (QuanRecordRow *row, guint cell)
{
  const QuanRecordField *what = &row->owner->list->cells[cell];
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), what->width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), what->width);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (quan_record_row_changed), row);
  if (quan_is_money_field (quan_record_cell_field (row->owner, cell))) {
    GtkEventController *focus = gtk_event_controller_focus_new ();

    gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
    gtk_widget_add_css_class (entry, "num");
    g_signal_connect (focus, "leave", G_CALLBACK (left_cb), NULL);
    gtk_widget_add_controller (entry, focus);
  }
  if (what->suggest != NULL)
    quan_suggestions_follow (quan_suggestions_new (row->box, GTK_ENTRY (entry), what->suggest,
                                                   (gpointer) row->owner->choices, NULL));
  return entry;
}

static void
add_cell (QuanRecordRow *row, guint cell)
{
  QuanRecordRows *self = row->owner;
  const QuanField *field = quan_record_cell_field (self, cell);
  GtkWidget *widget = field->kind == QUAN_FIELD_TERM ? choice_new (field->terms) : entry_new (row, cell);

  row->cells[cell] = widget;
  gtk_widget_set_hexpand (widget, field->kind == QUAN_FIELD_TEXT);
  gtk_size_group_add_widget (self->columns[cell], widget);
  gtk_box_append (GTK_BOX (row->cells_box), widget);
}

/* What is left to pay stands below the cells, at their end, so that they keep their places. */
static void
add_rest (QuanRecordRow *row)
{
  row->rest = gtk_button_new ();
  gtk_widget_add_css_class (row->rest, "link");
  gtk_widget_set_halign (row->rest, GTK_ALIGN_END);
  gtk_widget_set_visible (row->rest, FALSE);
  g_signal_connect_swapped (row->rest, "clicked", G_CALLBACK (quan_record_row_take_rest), row);
  gtk_box_append (GTK_BOX (row->box), row->rest);
}

static void
add_remove (QuanRecordRow *row)
{
  row->remove = gtk_button_new_from_icon_name ("quan-minus-symbolic");
  gtk_widget_add_css_class (row->remove, "flat");
  gtk_widget_set_tooltip_text (row->remove, _("Take this row out"));
  g_signal_connect_swapped (row->remove, "clicked", G_CALLBACK (quan_record_row_remove), row);
  gtk_size_group_add_widget (row->owner->ends, row->remove);
  gtk_box_append (GTK_BOX (row->cells_box), row->remove);
}

void
quan_record_rows_name (QuanRecordRows *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    QuanRecordRow *row = self->rows->pdata[i];
    g_autofree char *removal = g_strdup_printf (_("Remove line %u"), i + 1);

    for (guint cell = 0; cell < self->list->n_cells; cell++) {
      g_autofree char *name = g_strdup_printf (_("%s, line %u"), _(self->list->cells[cell].label), i + 1);

      quan_set_name (row->cells[cell], name);
    }
    quan_set_name (row->remove, removal);
  }
}

QuanRecordRow *
quan_record_rows_add (QuanRecordRows *self)
{
  QuanRecordRow *row = g_new0 (QuanRecordRow, 1);

  row->owner = self;
  row->position = QUAN_UNPLACED;
  row->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  row->cells_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (row->box), row->cells_box);
  g_ptr_array_add (self->rows, row);
  for (guint i = 0; i < self->list->n_cells; i++)
    add_cell (row, i);
  add_remove (row);
  add_rest (row);
  gtk_box_append (GTK_BOX (self->body), row->box);
  quan_record_rows_name (self);
  return row;
}

static void
add_cb (QuanRecordRows *self)
{
  gtk_widget_grab_focus (quan_record_rows_add (self)->cells[0]);
}

/* The names of the columns, in boxes as wide as the cells. */
static GtkWidget *
headings_new (QuanRecordRows *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *end;

  for (guint i = 0; i < self->list->n_cells; i++) {
    GtkWidget *label = gtk_label_new (_(self->list->cells[i].label));

    gtk_widget_add_css_class (label, "column-heading");
    gtk_label_set_xalign (GTK_LABEL (label), quan_is_money_field (quan_record_cell_field (self, i)) ? 1 : 0);
    gtk_widget_set_hexpand (label, quan_record_cell_field (self, i)->kind == QUAN_FIELD_TEXT);
    gtk_size_group_add_widget (self->columns[i], label);
    gtk_box_append (GTK_BOX (box), label);
  }
  end = gtk_label_new (NULL);
  gtk_size_group_add_widget (self->ends, end);
  gtk_box_append (GTK_BOX (box), end);
  return box;
}

static GtkWidget *
text_new (const char *text, const char *css_class)
{
  GtkWidget *label = quan_text_new (text, css_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  return label;
}

void
quan_record_rows_build (QuanRecordRows *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->sums = text_new (NULL, "num");
  gtk_widget_set_hexpand (self->sums, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->sums), 1);
  self->error = text_new (NULL, "fail");
  gtk_widget_add_css_class (self->error, "small");
  gtk_widget_set_visible (self->error, FALSE);
  self->add = quan_button_new (_(self->list->add), _(self->list->add_name), NULL);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (foot), self->add);
  gtk_box_append (GTK_BOX (foot), self->sums);
  gtk_box_append (GTK_BOX (self), text_new (_(self->list->heading), "section"));
  gtk_box_append (GTK_BOX (self), headings_new (self));
  gtk_box_append (GTK_BOX (self), self->body);
  gtk_box_append (GTK_BOX (self), self->error);
  gtk_box_append (GTK_BOX (self), foot);
}
