#include "ui/dialogs/record-rows.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/money.h"
#include "core/model/record-text.h"
#include "ui/accessible.h"
#include "ui/entries/figures.h"

#define UNPLACED G_MAXUINT

typedef struct {
  QuanRecordRows *owner;
  GtkWidget      *box, *cells[QUAN_RECORD_CELLS_MAX], *rest, *remove;
  guint           position;  /* in the record that was entered last, UNPLACED if it was left out */
} Row;

struct _QuanRecordRows {
  GtkBox                   parent_instance;
  const QuanRecordType    *type;
  const QuanRecordList    *list;
  const QuanRecordChoices *choices;
  GPtrArray               *rows;     /* of Row */
  GtkWidget               *body, *sums, *error, *add;
  GtkWidget               *wrong;    /* the first cell something is wrong with, or NULL */
  GtkSizeGroup            *columns[QUAN_RECORD_CELLS_MAX];
  gboolean                 editable;
};

G_DEFINE_FINAL_TYPE (QuanRecordRows, quan_record_rows, GTK_TYPE_BOX)

/* The description of a cell's fact. */
static const QuanField *
cell_field (const QuanRecordRows *self, guint cell)
{
  const QuanField *list = quan_record_field (self->type, self->list->list);

  return quan_record_field (list->record, self->list->cells[cell].path);
}

static gboolean
is_money (const QuanField *field)
{
  return field->kind == QUAN_FIELD_MONEY || field->kind == QUAN_FIELD_SIGNED;
}

static const char *
cell_text (const Row *row, guint cell)
{
  const QuanField *field = cell_field (row->owner, cell);

  if (field->kind == QUAN_FIELD_TERM)
    return quan_vocabulary_id (field->terms,
                               (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (row->cells[cell])) + 1);
  return gtk_editable_get_text (GTK_EDITABLE (row->cells[cell]));
}

/* A choice that was left as it is offered is nothing that was typed. */
static gboolean
is_blank (const Row *row)
{
  for (guint i = 0; i < row->owner->list->n_cells; i++) {
    g_autofree char *text = g_strstrip (g_strdup (cell_text (row, i)));

    if (cell_field (row->owner, i)->kind != QUAN_FIELD_TERM && *text != '\0')
      return FALSE;
  }
  return TRUE;
}

/* The sum of what can be read in a column. */
static QuanFen
sum_of (QuanRecordRows *self, guint cell)
{
  QuanFen sum = 0, fen;

  for (guint i = 0; i < self->rows->len; i++)
    if (quan_money_parse (cell_text (self->rows->pdata[i], cell), &fen, NULL))
      quan_money_add_known (&sum, fen);
  return sum;
}

static void
show_sums (QuanRecordRows *self)
{
  GString *text = g_string_new (_("Sum:"));

  for (guint i = 0; i < self->list->n_cells; i++)
    if (is_money (cell_field (self, i))) {
      g_autofree char *figure = quan_figure (sum_of (self, i));

      g_string_append_printf (text, "  %s %s", _(self->list->cells[i].label), figure);
    }
  gtk_label_set_label (GTK_LABEL (self->sums), text->str);
  g_string_free (text, TRUE);
}

static void
mark (Row *row, guint cell, gboolean wrong)
{
  GtkWidget *widget = row->cells[cell];

  if (wrong)
    gtk_widget_add_css_class (widget, "error");
  else
    gtk_widget_remove_css_class (widget, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Says what is wrong below the rows, where there is room for it; the first error stays. */
static void
say_wrong (QuanRecordRows *self, Row *row, guint cell, const char *sentence)
{
  mark (row, cell, TRUE);
  if (self->wrong != NULL)
    return;
  self->wrong = row->cells[cell];
  gtk_label_set_label (GTK_LABEL (self->error), sentence);
  gtk_widget_set_visible (self->error, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->wrong), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->error, NULL,
                                  -1);
}

static void
clear_errors (QuanRecordRows *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (guint cell = 0; cell < self->list->n_cells; cell++)
      mark (self->rows->pdata[i], cell, FALSE);
  self->wrong = NULL;
  gtk_widget_set_visible (self->error, FALSE);
}

/* Offers what is left to pay while no amount is typed. */
static void
show_rest (Row *row)
{
  QuanRecordRows *self = row->owner;
  QuanFen rest;
  g_autofree char *figure = NULL, *label = NULL;

  if (self->list->rest == NULL)
    return;
  rest = self->list->rest (self->choices, cell_text (row, 0));
  figure = quan_figure (rest);
  label = g_strdup_printf (_("Unpaid: %s"), figure);
  gtk_button_set_label (GTK_BUTTON (row->rest), label);
  gtk_widget_set_visible (row->rest, self->editable && rest != QUAN_FEN_NONE && rest != 0 && *cell_text (row, 1) == '\0');
}

static void
take_rest (Row *row)
{
  QuanFen rest = row->owner->list->rest (row->owner->choices, cell_text (row, 0));
  char buf[QUAN_MONEY_BUF];

  if (rest == QUAN_FEN_NONE)
    return;
  gtk_editable_set_text (GTK_EDITABLE (row->cells[1]), quan_money_grouped (rest, buf));
  gtk_widget_grab_focus (row->cells[1]);
}

static void
changed_cb (Row *row)
{
  show_sums (row->owner);
  show_rest (row);
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

static void
taken_cb (gpointer box)
{
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
entry_new (Row *row, guint cell)
{
  const QuanRecordField *what = &row->owner->list->cells[cell];
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), what->width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), what->width);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), row);
  if (is_money (cell_field (row->owner, cell))) {
    GtkEventController *focus = gtk_event_controller_focus_new ();

    gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
    gtk_widget_add_css_class (entry, "num");
    g_signal_connect (focus, "leave", G_CALLBACK (left_cb), NULL);
    gtk_widget_add_controller (entry, focus);
  }
  if (what->suggest != NULL)
    quan_suggestions_follow (quan_suggestions_new (row->box, GTK_ENTRY (entry), what->suggest,
                                                   (gpointer) row->owner->choices, taken_cb));
  return entry;
}

static void
add_cell (Row *row, guint cell)
{
  QuanRecordRows *self = row->owner;
  const QuanField *field = cell_field (self, cell);
  GtkWidget *widget = field->kind == QUAN_FIELD_TERM ? choice_new (field->terms) : entry_new (row, cell);

  row->cells[cell] = widget;
  quan_set_name (widget, _(self->list->cells[cell].label));
  gtk_widget_set_hexpand (widget, field->kind == QUAN_FIELD_TEXT);
  gtk_size_group_add_widget (self->columns[cell], widget);
  gtk_box_append (GTK_BOX (row->box), widget);
}

static void
remove_row (Row *row)
{
  QuanRecordRows *self = row->owner;

  clear_errors (self);
  gtk_widget_grab_focus (self->add);
  gtk_box_remove (GTK_BOX (self->body), row->box);
  g_ptr_array_remove (self->rows, row);
  show_sums (self);
}

static Row *
add_row (QuanRecordRows *self)
{
  Row *row = g_new0 (Row, 1);

  row->owner = self;
  row->position = UNPLACED;
  row->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_ptr_array_add (self->rows, row);
  for (guint i = 0; i < self->list->n_cells; i++)
    add_cell (row, i);
  row->rest = gtk_button_new ();
  gtk_widget_add_css_class (row->rest, "link");
  gtk_widget_set_visible (row->rest, FALSE);
  g_signal_connect_swapped (row->rest, "clicked", G_CALLBACK (take_rest), row);
  row->remove = gtk_button_new_from_icon_name ("quan-minus-symbolic");
  gtk_widget_add_css_class (row->remove, "flat");
  gtk_widget_set_tooltip_text (row->remove, _("Take this row out"));
  quan_set_name (row->remove, _("Take this row out"));
  g_signal_connect_swapped (row->remove, "clicked", G_CALLBACK (remove_row), row);
  gtk_box_append (GTK_BOX (row->box), row->rest);
  gtk_box_append (GTK_BOX (row->box), row->remove);
  gtk_box_append (GTK_BOX (self->body), row->box);
  return row;
}

static void
add_cb (QuanRecordRows *self)
{
  gtk_widget_grab_focus (add_row (self)->cells[0]);
}

static void
show_cell (Row *row, guint cell, gconstpointer record, guint position)
{
  QuanRecordRows *self = row->owner;
  const QuanField *field = cell_field (self, cell);
  g_autofree char *path = g_strdup_printf ("%s[%u].%s", self->list->list, position, self->list->cells[cell].path);
  g_autofree char *text = quan_record_text (self->type, record, path);

  if (field->kind == QUAN_FIELD_TERM)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (row->cells[cell]),
                                (guint) MAX (quan_vocabulary_value (field->terms, text != NULL ? text : ""), 1) - 1);
  else
    gtk_editable_set_text (GTK_EDITABLE (row->cells[cell]), text != NULL ? text : "");
}

void
quan_record_rows_show (QuanRecordRows *self, gconstpointer record)
{
  guint n;

  g_return_if_fail (QUAN_IS_RECORD_ROWS (self) && record != NULL);

  n = quan_record_n_rows (self->type, record, self->list->list);
  for (guint i = 0; i < n; i++) {
    Row *row = add_row (self);

    for (guint cell = 0; cell < self->list->n_cells; cell++)
      show_cell (row, cell, record, i);
  }
  if (n == 0)
    add_row (self);
  show_sums (self);
}

void
quan_record_rows_set_editable (QuanRecordRows *self, gboolean editable)
{
  g_return_if_fail (QUAN_IS_RECORD_ROWS (self));

  self->editable = editable;
  gtk_widget_set_visible (self->add, editable);
  for (guint i = 0; i < self->rows->len; i++) {
    Row *row = self->rows->pdata[i];

    gtk_widget_set_visible (row->remove, editable);
    show_rest (row);
    for (guint cell = 0; cell < self->list->n_cells; cell++)
      if (GTK_IS_ENTRY (row->cells[cell]))
        gtk_editable_set_editable (GTK_EDITABLE (row->cells[cell]), editable);
      else
        gtk_widget_set_sensitive (row->cells[cell], editable);
  }
}

static gboolean
enter_row (Row *row, gpointer record)
{
  QuanRecordRows *self = row->owner;
  gboolean good = TRUE;

  for (guint cell = 0; cell < self->list->n_cells; cell++) {
    g_autofree char *path = g_strdup_printf ("%s[%u].%s", self->list->list, row->position, self->list->cells[cell].path);
    g_autoptr (GError) error = NULL;

    if (quan_record_enter (self->type, record, path, cell_text (row, cell), &error))
      continue;
    say_wrong (self, row, cell, error->message);
    good = FALSE;
  }
  return good;
}

gboolean
quan_record_rows_enter (QuanRecordRows *self, gpointer record)
{
  guint position = 0;
  gboolean good = TRUE;

  g_return_val_if_fail (QUAN_IS_RECORD_ROWS (self) && record != NULL, FALSE);

  clear_errors (self);
  quan_field_clear (quan_record_field (self->type, self->list->list), record);
  for (guint i = 0; i < self->rows->len; i++) {
    Row *row = self->rows->pdata[i];

    row->position = is_blank (row) ? UNPLACED : position++;
    if (row->position != UNPLACED)
      good = enter_row (row, record) && good;
  }
  return good;
}

gboolean
quan_record_rows_set_error (QuanRecordRows *self, const char *path, const char *sentence)
{
  g_return_val_if_fail (QUAN_IS_RECORD_ROWS (self), FALSE);

  if (path == NULL) {
    clear_errors (self);
    return FALSE;
  }
  for (guint i = 0; i < self->rows->len; i++)
    for (guint cell = 0; cell < self->list->n_cells; cell++) {
      Row *row = self->rows->pdata[i];
      g_autofree char *own = g_strdup_printf ("%s[%u].%s", self->list->list, row->position,
                                              self->list->cells[cell].path);

      /* What is said of the whole list is shown at its first row's amount. */
      if (strcmp (path, own) != 0 && (strcmp (path, self->list->list) != 0 || !is_money (cell_field (self, cell))))
        continue;
      say_wrong (self, row, cell, sentence);
      return TRUE;
    }
  return FALSE;
}

void
quan_record_rows_focus_error (QuanRecordRows *self)
{
  g_return_if_fail (QUAN_IS_RECORD_ROWS (self));
  if (self->wrong != NULL)
    gtk_widget_grab_focus (self->wrong);
}

GtkWidget *
quan_record_rows_cell (QuanRecordRows *self, guint row, const char *key)
{
  g_return_val_if_fail (QUAN_IS_RECORD_ROWS (self), NULL);

  for (guint i = 0; row < self->rows->len && i < self->list->n_cells; i++)
    if (strcmp (self->list->cells[i].path, key) == 0)
      return ((Row *) self->rows->pdata[row])->cells[i];
  return NULL;
}

static void
quan_record_rows_finalize (GObject *object)
{
  QuanRecordRows *self = QUAN_RECORD_ROWS (object);

  g_ptr_array_unref (self->rows);
  for (guint i = 0; i < QUAN_RECORD_CELLS_MAX; i++)
    g_clear_object (&self->columns[i]);
  G_OBJECT_CLASS (quan_record_rows_parent_class)->finalize (object);
}

static void
quan_record_rows_class_init (QuanRecordRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quan_record_rows_finalize;
}

static void
quan_record_rows_init (QuanRecordRows *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->editable = TRUE;
  for (guint i = 0; i < QUAN_RECORD_CELLS_MAX; i++)
    self->columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
}

/* The names of the columns, in boxes as wide as the cells. */
static GtkWidget *
headings_new (QuanRecordRows *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (guint i = 0; i < self->list->n_cells; i++) {
    GtkWidget *label = gtk_label_new (_(self->list->cells[i].label));

    gtk_widget_add_css_class (label, "column-heading");
    gtk_label_set_xalign (GTK_LABEL (label), is_money (cell_field (self, i)) ? 1 : 0);
    gtk_widget_set_hexpand (label, cell_field (self, i)->kind == QUAN_FIELD_TEXT);
    gtk_size_group_add_widget (self->columns[i], label);
    gtk_box_append (GTK_BOX (box), label);
  }
  return box;
}

static GtkWidget *
text_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
quan_record_rows_new (const QuanRecordType *type, const QuanRecordList *list, const QuanRecordChoices *choices)
{
  QuanRecordRows *self = g_object_new (QUAN_TYPE_RECORD_ROWS, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, NULL);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->type = type;
  self->list = list;
  self->choices = choices;
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->sums = text_new (NULL, "num");
  gtk_widget_set_hexpand (self->sums, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->sums), 1);
  self->error = text_new (NULL, "fail");
  gtk_widget_add_css_class (self->error, "small");
  gtk_widget_set_visible (self->error, FALSE);
  self->add = quan_button_new (_(list->add), _(list->add_name), NULL);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (foot), self->add);
  gtk_box_append (GTK_BOX (foot), self->sums);
  gtk_box_append (GTK_BOX (self), text_new (_(list->heading), "section"));
  gtk_box_append (GTK_BOX (self), headings_new (self));
  gtk_box_append (GTK_BOX (self), self->body);
  gtk_box_append (GTK_BOX (self), self->error);
  gtk_box_append (GTK_BOX (self), foot);
  return GTK_WIDGET (self);
}
