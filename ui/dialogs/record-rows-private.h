/* What the files of the rows in a record's window share. */
#pragma once
#include "ui/dialogs/record-rows.h"

#define QUAN_UNPLACED G_MAXUINT

typedef struct {
  QuanRecordRows *owner;
  GtkWidget      *box, *cells_box, *cells[QUAN_RECORD_CELLS_MAX], *rest, *remove;
  guint           position;  /* in the record that was entered last, QUAN_UNPLACED if it was left out */
} QuanRecordRow;

struct _QuanRecordRows {
  GtkBox                   parent_instance;
  const QuanRecordType    *type;
  const QuanRecordList    *list;
  const QuanRecordChoices *choices;
  GPtrArray               *rows;     /* of QuanRecordRow */
  GtkWidget               *body, *sums, *error, *add;
  GtkWidget               *wrong;    /* the first cell something is wrong with, or NULL */
  GtkSizeGroup            *columns[QUAN_RECORD_CELLS_MAX];
  GtkSizeGroup            *ends;     /* of the rows: what stands behind the cells */
  gboolean                 editable;
};

/* The description of a cell's fact. */
const QuanField *quan_record_cell_field (const QuanRecordRows *self, guint cell);
gboolean         quan_is_money_field (const QuanField *field);

/* The widgets; and those of one more row, which is blank. */
void           quan_record_rows_build (QuanRecordRows *self);
QuanRecordRow *quan_record_rows_add (QuanRecordRows *self);
/* Names every cell and button by the place of its row. */
void           quan_record_rows_name (QuanRecordRows *self);

/* What was typed changes the sums and what is offered; what is offered is taken; the row goes. */
void quan_record_row_changed (QuanRecordRow *row);
void quan_record_row_take_rest (QuanRecordRow *row);
void quan_record_row_remove (QuanRecordRow *row);
