#include "ui/dialogs/record-rows-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/base/money.h"
#include "core/model/record-text.h"
#include "ui/entries/figures.h"

G_DEFINE_FINAL_TYPE (QuanRecordRows, quan_record_rows, GTK_TYPE_BOX)

static const char *
cell_text (const QuanRecordRow *row, guint cell)
{
  const QuanField *field = quan_record_cell_field (row->owner, cell);

  if (field->kind == QUAN_FIELD_TERM)
    return quan_vocabulary_id (field->terms,
                               (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (row->cells[cell])) + 1);
  return gtk_editable_get_text (GTK_EDITABLE (row->cells[cell]));
}

/* A choice that was left as it is offered is nothing that was typed. */
static gboolean
is_blank (const QuanRecordRow *row)
{
  for (guint i = 0; i < row->owner->list->n_cells; i++) {
    g_autofree char *text = g_strstrip (g_strdup (cell_text (row, i)));

    if (quan_record_cell_field (row->owner, i)->kind != QUAN_FIELD_TERM && *text != '\0')
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
    if (quan_is_money_field (quan_record_cell_field (self, i))) {
      g_autofree char *figure = quan_figure (sum_of (self, i));

      g_string_append_printf (text, "  %s %s", _(self->list->cells[i].label), figure);
    }
  gtk_label_set_label (GTK_LABEL (self->sums), text->str);
  g_string_free (text, TRUE);
}

static void
mark (QuanRecordRow *row, guint cell, gboolean wrong)
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
say_wrong (QuanRecordRows *self, QuanRecordRow *row, guint cell, const char *sentence)
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
show_rest (QuanRecordRow *row)
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
  gtk_widget_set_visible (row->rest, self->editable && rest != QUAN_FEN_NONE && rest != 0
                                       && *cell_text (row, 1) == '\0');
}

void
quan_record_row_take_rest (QuanRecordRow *row)
{
  QuanFen rest = row->owner->list->rest (row->owner->choices, cell_text (row, 0));
  char buf[QUAN_MONEY_BUF];

  if (rest == QUAN_FEN_NONE)
    return;
  gtk_editable_set_text (GTK_EDITABLE (row->cells[1]), quan_money_grouped (rest, buf));
  gtk_widget_grab_focus (row->cells[1]);
}

void
quan_record_row_changed (QuanRecordRow *row)
{
  show_sums (row->owner);
  show_rest (row);
}

void
quan_record_row_remove (QuanRecordRow *row)
{
  QuanRecordRows *self = row->owner;

  clear_errors (self);
  gtk_widget_grab_focus (self->add);
  gtk_box_remove (GTK_BOX (self->body), row->box);
  g_ptr_array_remove (self->rows, row);
  quan_record_rows_name (self);
  show_sums (self);
}

static void
show_cell (QuanRecordRow *row, guint cell, gconstpointer record, guint position)
{
  QuanRecordRows *self = row->owner;
  const QuanField *field = quan_record_cell_field (self, cell);
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
    QuanRecordRow *row = quan_record_rows_add (self);

    for (guint cell = 0; cell < self->list->n_cells; cell++)
      show_cell (row, cell, record, i);
  }
  if (n == 0)
    quan_record_rows_add (self);
  show_sums (self);
}

void
quan_record_rows_set_editable (QuanRecordRows *self, gboolean editable)
{
  g_return_if_fail (QUAN_IS_RECORD_ROWS (self));

  self->editable = editable;
  gtk_widget_set_visible (self->add, editable);
  for (guint i = 0; i < self->rows->len; i++) {
    QuanRecordRow *row = self->rows->pdata[i];

    gtk_widget_set_visible (row->remove, editable);
    show_rest (row);
    for (guint cell = 0; cell < self->list->n_cells; cell++)
      if (GTK_IS_ENTRY (row->cells[cell]))
        gtk_editable_set_editable (GTK_EDITABLE (row->cells[cell]), editable);
      else
        gtk_widget_set_sensitive (row->cells[cell], editable);
  }
}

/* The path of a cell in the record that was entered last. Free with g_free. */
static char *
cell_path (const QuanRecordRow *row, guint cell)
{
  const QuanRecordList *list = row->owner->list;

  return g_strdup_printf ("%s[%u].%s", list->list, row->position, list->cells[cell].path);
}

/* Whether something said at a path is said of a cell; of the whole list, it is said of its first amount. */
static gboolean
is_about (const QuanRecordRow *row, guint cell, const char *path)
{
  g_autofree char *own = cell_path (row, cell);

  return strcmp (path, own) == 0
         || (strcmp (path, row->owner->list->list) == 0 && quan_is_money_field (quan_record_cell_field (row->owner, cell)));
}

static gboolean
enter_row (QuanRecordRow *row, gpointer record)
{
  QuanRecordRows *self = row->owner;
  gboolean good = TRUE;

  for (guint cell = 0; cell < self->list->n_cells; cell++) {
    g_autofree char *path = cell_path (row, cell);
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
    QuanRecordRow *row = self->rows->pdata[i];

    row->position = is_blank (row) ? QUAN_UNPLACED : position++;
    if (row->position != QUAN_UNPLACED)
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
      if (!is_about (self->rows->pdata[i], cell, path))
        continue;
      say_wrong (self, self->rows->pdata[i], cell, sentence);
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
      return ((QuanRecordRow *) self->rows->pdata[row])->cells[i];
  return NULL;
}

static void
quan_record_rows_finalize (GObject *object)
{
  QuanRecordRows *self = QUAN_RECORD_ROWS (object);

  g_ptr_array_unref (self->rows);
  for (guint i = 0; i < QUAN_RECORD_CELLS_MAX; i++)
    g_clear_object (&self->columns[i]);
  g_clear_object (&self->ends);
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
  self->ends = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  for (guint i = 0; i < QUAN_RECORD_CELLS_MAX; i++)
    self->columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
}

GtkWidget *
quan_record_rows_new (const QuanRecordType *type, const QuanRecordList *list, const QuanRecordChoices *choices)
{
  QuanRecordRows *self = g_object_new (QUAN_TYPE_RECORD_ROWS, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                                       NULL);

  self->type = type;
  self->list = list;
  self->choices = choices;
  quan_record_rows_build (self);
  return GTK_WIDGET (self);
}
