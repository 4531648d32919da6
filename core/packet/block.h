/* A block of lines set in a width, what a cell of a table or form holds: measured when filled, drawn where it ends. */
#pragma once
#include "core/packet/lines.h"
#include "core/packet/marks.h"

typedef enum {
  QUAN_ALIGN_LEFT,
  QUAN_ALIGN_CENTRE,
  QUAN_ALIGN_RIGHT,
  QUAN_ALIGN_JUSTIFY,  /* every line but a paragraph's last stretched to the width, where that takes little */
} QuanAlign;

typedef struct _QuanBlock QuanBlock;

QuanBlock *quan_block_new (QuanFonts *fonts, double width, QuanAlign align);
void       quan_block_free (QuanBlock *block);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuanBlock, quan_block_free)

/* Appends text, broken into lines of leading pt each. */
void quan_block_add (QuanBlock *block, const char *text, const QuanTextStyle *style, double leading);
/* The same beside a mark that stands before its first line. */
void quan_block_add_marked (QuanBlock *block, QuanMark mark, const char *text, const QuanTextStyle *style,
                            double leading);
/* The same with a note at the left end of its line, or on lines of its own above where both do not fit. */
void quan_block_add_noted (QuanBlock *block, const char *note, const QuanTextStyle *note_style, const char *text,
                           const QuanTextStyle *style, double leading);
/* The same at the left, whatever the alignment of the block. */
void quan_block_add_left (QuanBlock *block, const char *text, const QuanTextStyle *style, double leading);
/* The same as quan_block_add, runs of QUAN_BLANK_MARK drawn as rules to write on. */
void quan_block_add_wording (QuanBlock *block, const char *text, const QuanTextStyle *style, double leading);
/* Appends empty lines to write on, with rules between them. */
void quan_block_add_ruled (QuanBlock *block, guint n_lines, double leading);
/* Appends a dashed box with text in it, for what is still to be filled in. */
void quan_block_add_blank (QuanBlock *block, const char *text, const QuanTextStyle *style, double leading);

double quan_block_width (const QuanBlock *block);   /* as given */
double quan_block_height (const QuanBlock *block);
guint  quan_block_n_lines (const QuanBlock *block);
double quan_block_last_width (const QuanBlock *block);  /* where the text of the last line ends */
/* How many lines from first on fit a height, and their height. */
guint  quan_block_fit (const QuanBlock *block, guint first, double height, double *used);

/* Draws n_lines lines from first on, the top left corner at (x, y). */
void quan_block_draw_lines (const QuanBlock *block, QuanCanvas *canvas, double x, double y, guint first, guint n_lines);
void quan_block_draw (const QuanBlock *block, QuanCanvas *canvas, double x, double y);

/* The baseline of text that is to look centred in a line whose top and height are given. */
double quan_baseline (double top, double height, double size);
