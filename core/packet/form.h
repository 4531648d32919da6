/* Ruled forms: sections with a label at their left, rows of cells on one grid. */
#pragma once
#include "core/packet/block.h"
#include "core/packet/flow.h"

typedef struct _QuanForm QuanForm;

/* Draws what is inside a cell, whose rules are there already. */
typedef void (*QuanCellDraw) (QuanCanvas *canvas, double x, double y, double width, double height, gconstpointer data);

/* A form on a grid of columns of these widths, pt, which must outlive it; labels is the width of the column of section
 * labels left of the grid, 0 for a form whose sections have none; row is the usual height of a row, pt. */
QuanForm *quan_form_new (QuanFonts *fonts, double labels, const double *grid, guint n_grid, double row);
void      quan_form_free (QuanForm *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanForm, quan_form_free)

/* Begins a section; title is set vertically beside it, NULL where there is no column for it. */
void quan_form_section (QuanForm *form, const char *title);
/* Begins a row at least height high, 0 for the usual height. */
void quan_form_row (QuanForm *form, double height);
/* The row's next cell, over span columns of the grid. */
void       quan_form_label (QuanForm *form, const char *text);
QuanBlock *quan_form_cell (QuanForm *form, guint span, QuanAlign align);
void       quan_form_drawn_cell (QuanForm *form, guint span, QuanCellDraw draw, gconstpointer data);

double quan_form_height (const QuanForm *form);
/* Draws the form from where the flow stands; a section that does not fit begins on the next page. */
void quan_form_draw (const QuanForm *form, QuanFlow *flow);

/* The usual width of the column of section labels, pt. */
#define QUAN_FORM_LABELS (9 * QUAN_MM)
