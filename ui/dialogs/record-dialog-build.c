/* The widgets of the window of a record. */
#include "ui/dialogs/record-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "ui/accessible.h"
#include "ui/em.h"
#include "ui/entries/form-grid.h"

#define WIDTH_EM 50
#define HEIGHT_EM 48  /* at most; the content is scrolled beyond */
#define SLACK_EM 3    /* for a sentence that takes a second line */
#define COLUMN_EM 20

static void
add_field (QuanRecordDialog *self, QuanFormGrid *grid, guint i)
{
  const QuanRecordField *what = &self->kind->fields[i];
  const QuanField *fact = quan_record_field (quan_record_dialog_type (self), what->path);
  QuanDialogField *field = g_object_new (QUAN_TYPE_DIALOG_FIELD, "label", _(what->label), "hint",
                                         what->hint != NULL ? _(what->hint) : NULL, NULL);

  self->fields[i] = field;
  gtk_widget_set_visible (GTK_WIDGET (field), !what->rare || !quan_field_absent (fact, self->shown->record));
  if (fact->kind == QUAN_FIELD_DATE)
    quan_dialog_field_pick_dates (field);
  if (what->suggest != NULL)
    quan_dialog_field_suggest (field, what->suggest, self->shown->choices);
  quan_form_grid_append (grid, GTK_WIDGET (field), 1);
}

static GtkWidget *
fields_new (QuanRecordDialog *self)
{
  GtkWidget *grid = quan_form_grid_new (COLUMN_EM, 2);

  g_return_val_if_fail (self->kind->n_fields <= QUAN_RECORD_FIELDS_MAX, grid);
  for (guint i = 0; i < self->kind->n_fields; i++)
    add_field (self, QUAN_FORM_GRID (grid), i);
  return grid;
}

/* Why the record can only be read. */
static GtkWidget *
lock_new (const char *sentence)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *label = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 56);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "note");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("quan-locked-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
content_new (QuanRecordDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *scrolled = gtk_scrolled_window_new ();

  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  if (self->shown->lock != NULL)
    gtk_box_append (GTK_BOX (box), lock_new (self->shown->lock));
  gtk_box_append (GTK_BOX (box), fields_new (self));
  if (self->kind->rows != NULL) {
    GtkWidget *rows = quan_record_rows_new (quan_record_dialog_type (self), self->kind->rows, self->shown->choices);

    self->rows = QUAN_RECORD_ROWS (rows);
    gtk_box_append (GTK_BOX (box), rows);
  }
  self->content = box;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
buttons_new (QuanRecordDialog *self, GCallback save)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gboolean locked = self->shown->lock != NULL;

  self->spinner = gtk_spinner_new ();
  gtk_widget_set_hexpand (self->spinner, TRUE);
  gtk_widget_set_halign (self->spinner, GTK_ALIGN_START);
  self->cancel = quan_button_new (locked ? _("_Close") : _("_Cancel"), locked ? _("Close") : _("Cancel"),
                                  "window.close");
  self->save = quan_button_new (_("_Save"), _("Save"), NULL);
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_set_visible (self->save, !locked);
  g_signal_connect_swapped (self->save, "clicked", save, self);
  gtk_widget_add_css_class (bar, "actions");
  gtk_box_append (GTK_BOX (bar), self->spinner);
  gtk_box_append (GTK_BOX (bar), self->cancel);
  gtk_box_append (GTK_BOX (bar), self->save);
  return bar;
}

static GtkWidget *
refusal_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_widget_set_focusable (label, TRUE);
  gtk_widget_set_margin_start (label, 24);
  gtk_widget_set_margin_end (label, 24);
  gtk_widget_set_margin_bottom (label, 12);
  gtk_widget_add_css_class (label, "note");
  gtk_widget_add_css_class (label, "fail");
  gtk_widget_set_visible (label, FALSE);
  return label;
}

void
quan_record_dialog_fit (QuanRecordDialog *self)
{
  double em = quan_em (GTK_WIDGET (self));
  int width = (int) (WIDTH_EM * em), content, buttons;

  gtk_widget_measure (self->content, GTK_ORIENTATION_VERTICAL, width, NULL, &content, NULL, NULL);
  gtk_widget_measure (self->buttons, GTK_ORIENTATION_VERTICAL, width, NULL, &buttons, NULL, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), width,
                               MIN (content + buttons + (int) (SLACK_EM * em), (int) (HEIGHT_EM * em)));
}

void
quan_record_dialog_build (QuanRecordDialog *self, GCallback save)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->refusal = refusal_new ();
  gtk_box_append (GTK_BOX (box), content_new (self));
  gtk_box_append (GTK_BOX (box), self->refusal);
  self->buttons = buttons_new (self, save);
  gtk_box_append (GTK_BOX (box), self->buttons);
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save);
}
