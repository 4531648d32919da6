/* The inside of the table of lines, shared by the sources that make it. */
#pragma once
#include "ui/wizard/lines-entry.h"
#include "ui/wizard/lines-table.h"

/* Columns behind the typed cells. */
enum { QUAN_LINE_COLUMN_PERIOD = QUAN_N_LINE_CELLS, QUAN_LINE_COLUMN_PART, QUAN_LINE_COLUMN_REMOVE,
       QUAN_N_LINE_COLUMNS };

typedef struct {
  const char *heading;   /* to be translated; NULL none */
  int         chars;     /* least width of a cell */
  gboolean    figures;   /* aligned to the right */
} QuanLineColumn;
extern const QuanLineColumn quan_line_columns[QUAN_N_LINE_COLUMNS];

/* A row's widgets, owned by the grid. */
typedef struct {
  GtkWidget *cells[QUAN_N_LINE_CELLS];  /* form fields; the kind is a button */
  GtkWidget *period, *part, *remove;
  char      *shown;                     /* what it shows beside the fields, in one text; NULL nothing yet */
  GtkWidget *unseen;                    /* fields of what has none to be seen, NULL until one is to be corrected */
} QuanLineRow;

struct _QuanLinesTable {
  GtkWidget           parent_instance;
  GtkWidget          *scroller, *grid;
  GtkWidget          *kind, *period;          /* the popovers all rows share */
  GtkWidget          *count, *amount, *days, *base, *end;  /* the footer */
  GArray             *rows;                   /* of QuanLineRow */
  int                 awaited;                /* the row that gets the focus once it is there, -1 none */
  guint               growing;                /* source that makes the rows still wanted, 0 none */
  guint               opening, frames;        /* tick that opens the period of a row once it has been scrolled to, 0 none */
  int                 opened;                 /* that row */
  char               *opened_key;             /* "starts" or "ends" */
};

/* The snapshot the page shows, NULL before the first. */
const QuanPrepared *quan_lines_table_snapshot (QuanLinesTable *self);
/* How many lines a snapshot (which may be NULL) has, and how many rows the table has for them. */
guint quan_lines_table_n_lines (const QuanPrepared *prepared);
guint quan_lines_table_rows_wanted (const QuanPrepared *prepared);

/* A cell without a control, in the manner of a column. */
GtkWidget *quan_lines_table_label_new (QuanLinesTable *self, int column, const char *class);
void       quan_lines_table_append_row (QuanLinesTable *self);
void       quan_lines_table_drop_row (QuanLinesTable *self);
/* Frees what a QuanLineRow owns. */
void       quan_lines_table_clear_row (gpointer row);
/* Makes rows up to a number and shows the snapshot in them. */
void       quan_lines_table_grow (QuanLinesTable *self, const QuanPrepared *prepared, guint rows);

void quan_lines_table_show_fen (GtkWidget *label, QuanFen fen);
/* Shows what stands beside the fields of a row; a row that shows it already is left alone. */
void quan_lines_table_show_row (QuanLinesTable *self, const QuanPrepared *prepared, guint index);
