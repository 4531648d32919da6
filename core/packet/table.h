/* Tables: columns of set widths, cells that wrap, headings repeated on every page. */
#pragma once
#include "core/packet/block.h"
#include "core/packet/flow.h"

typedef struct {
  const char *head;   /* lines parted by \n */
  double      width;  /* pt, with the padding */
  QuanAlign   align;  /* of the head too */
  const char *left;   /* of a column of figures whose cells have words at their left: the head of these; or NULL */
  const char *over;   /* a title across the head, for one of several parties that stand side by side; or NULL */
  gboolean    ruled;  /* a rule from top to bottom at its left */
} QuanColumn;

typedef enum {
  QUAN_ROW_PLAIN,
  QUAN_ROW_PARTED,     /* the first of another sort: a heavier rule above it */
  QUAN_ROW_KEY,        /* a result that matters: tinted */
  QUAN_ROW_ATTENTION,  /* tinted, with a black bar at its left */
  QUAN_ROW_GROUP,      /* a heading across all columns; keeps two rows with it, is named again on the next page */
  QUAN_ROW_SUBTOTAL,   /* keeps the row before with it */
  QUAN_ROW_TOTAL,      /* the same, tinted */
} QuanRowKind;

/* Widens a column of figures so that text stands in it on one line, as far as another column can give up width. */
void quan_columns_widen (QuanFonts *fonts, QuanColumn *columns, guint column, guint flexible, const char *text,
                         const QuanTextStyle *style);

typedef struct _QuanTable QuanTable;

/*
 * Fills the row that closes a page (onward FALSE) or opens the next (onward TRUE) of a table that goes on: running
 * totals of the first n_rows rows that are not groups, subtotals or totals. It begins with quan_table_row, or does
 * nothing where there is nothing to carry.
 */
typedef void (*QuanCarry) (QuanTable *table, guint n_rows, gboolean onward, gpointer data);

/* columns must outlive the table. Free with quan_table_free. */
QuanTable *quan_table_new (QuanFonts *fonts, const QuanColumn *columns, guint n_columns);
void       quan_table_free (QuanTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanTable, quan_table_free)

void quan_table_set_carry (QuanTable *table, QuanCarry carry, gpointer data);
/* Sets lines and rows closer, for sheets of many rows. To be called before the first row. */
void quan_table_set_dense (QuanTable *table);

/* Aligns the cells of a row on their first lines instead of their middles, for rows of many lines. */
void quan_table_set_ledger (QuanTable *table);

/* Begins a row; its cells are filled by what follows. */
void       quan_table_row (QuanTable *table, QuanRowKind kind);
/* Begins a group. */
void       quan_table_group (QuanTable *table, const char *title);
/* The cell of the latest row in a column, to be filled. Owned by the table. */
QuanBlock *quan_table_cell (QuanTable *table, guint column);
/* Appends text to that cell, on lines of the table's own leading. */
void       quan_table_text (QuanTable *table, guint column, const char *text, const QuanTextStyle *style);
/* Appends a figure with words at the left end of its line, or above it where both do not fit. */
void       quan_table_entry (QuanTable *table, guint column, const char *words, const QuanTextStyle *words_style,
                             const char *figure, const QuanTextStyle *style);
/* Appends words at the left of a column of figures. */
void       quan_table_left (QuanTable *table, guint column, const char *words, const QuanTextStyle *style);
/* The same as quan_table_text beside a mark. */
void       quan_table_marked (QuanTable *table, guint column, QuanMark mark, const char *text,
                              const QuanTextStyle *style);

/* The height of the head and all rows, on one page. */
double quan_table_height (const QuanTable *table);
/* Draws all rows from where the flow stands, over as many pages as they need. */
void quan_table_draw (QuanTable *table, QuanFlow *flow);
