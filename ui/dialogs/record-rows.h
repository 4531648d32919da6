/* The rows of a list in a record that is being entered: a cell for each fact, their sums, and a button for one more. */
#pragma once
#include "ui/dialogs/record-kinds.h"

#define QUAN_TYPE_RECORD_ROWS (quan_record_rows_get_type ())
G_DECLARE_FINAL_TYPE (QuanRecordRows, quan_record_rows, QUAN, RECORD_ROWS, GtkBox)

/* For a list of records of a type; both tables and choices outlive the widget. */
GtkWidget *quan_record_rows_new (const QuanRecordType *type, const QuanRecordList *list,
                                 const QuanRecordChoices *choices);
/* Shows the rows of a record, or one empty row. */
void       quan_record_rows_show (QuanRecordRows *rows, gconstpointer record);
void       quan_record_rows_set_editable (QuanRecordRows *rows, gboolean editable);

/* Puts what was typed into the record, in the place of its list; rows in which nothing was typed are left out. FALSE,
 * with the errors shown, if something cannot be read. */
gboolean   quan_record_rows_enter (QuanRecordRows *rows, gpointer record);
/* Says what is wrong at a path of the record that was entered last; FALSE if it is none of the rows'. NULL takes all
 * errors away. */
gboolean   quan_record_rows_set_error (QuanRecordRows *rows, const char *path, const char *sentence);
/* Puts the focus where something is wrong. */
void       quan_record_rows_focus_error (QuanRecordRows *rows);

/* A cell, for tests; NULL if there is none. */
GtkWidget *quan_record_rows_cell (QuanRecordRows *rows, guint row, const char *key);
