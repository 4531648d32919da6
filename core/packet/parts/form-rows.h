/* The rows of the forms an enterprise applies with, the claim form and the redemption form: one grid, fixed wording
 * in Hei, what the enterprise stated in Kai. */
#pragma once
#include "core/packet/form.h"
#include "core/packet/pages.h"

/* Draws the head of the form, in a draft over what is open, and begins it. Free with quan_form_free. */
QuanForm *quan_rows_begin (QuanPages *pages, const char *title);
/* Adds the declaration, signatures and the authority's block, which a draft lacks, and draws it all over its note. */
void quan_rows_end (QuanPages *pages, QuanForm *form);

/* A labelled value across the form, or two beside each other; NULL is still to be filled in. */
void quan_rows_wide (QuanForm *form, const char *label, const char *value);
void quan_rows_pair (QuanForm *form, const char *label, const char *value, const char *label_2, const char *value_2);
/* A credit code in its eighteen cells beside a labelled value. The code must outlive the form. */
void quan_rows_code (QuanForm *form, const char *code, const char *label_2, const char *value_2);
/* A labelled figure, two of which make a row the caller begins; note: what it is of, NULL for none. */
void quan_rows_figure (QuanForm *form, const char *label, const char *note, const char *figure);
/* The section of the amount asked for: in capitals, in figures, and digit by digit. fen must outlive the form. */
void quan_rows_amount (QuanForm *form, const QuanPages *pages, const char *title, const QuanFen *fen);
/* The section of the receiving account. */
void quan_rows_bank (QuanForm *form, const QuanEnterprise *enterprise);
