/* Forms of the pack: labelled values, filled in where the facts say, ruled to write on where they do not. */
#include "core/packet/fill.h"
#include "core/packet/form.h"
#include "core/packet/parts/parts.h"
#include "core/packet/signatures.h"
#include "core/packet/styles.h"

#define MM(value) ((value) * QUAN_MM)
#define ROW MM (9)
#define RULED_LEADING MM (7.6)
#define MORE_LINES_MAX 3  /* blanks grow by so many lines to fill the page */

static const double grid[] = {34 * QUAN_MM, 136 * QUAN_MM};

static void
add_row (const QuanPages *pages, QuanForm *form, const QuanFormRow *row, int more)
{
  int lines = row->lines > 0 ? row->lines + more : 0;
  QuanBlock *cell;

  quan_form_row (form, row->text != NULL ? lines * RULED_LEADING : 0);
  quan_form_label (form, row->label);
  cell = quan_form_cell (form, 1, QUAN_ALIGN_LEFT);
  if (row->text != NULL) {
    g_autofree char *text = quan_fill (pages, row->text);

    quan_block_add_wording (cell, text, &quan_style_stated, QUAN_FORM_LEADING);
  } else {
    quan_block_add_ruled (cell, lines, RULED_LEADING);
  }
}

static QuanForm *
make_form (const QuanPages *pages, const QuanWrittenForm *written, int more)
{
  QuanForm *form = quan_form_new (pages->fonts, 0, grid, G_N_ELEMENTS (grid), ROW);

  quan_form_section (form, NULL);
  for (guint i = 0; i < written->rows->len; i++)
    add_row (pages, form, &g_array_index (written->rows, QuanFormRow, i), more);
  return form;
}

/* By how many lines every blank can grow before the form with what stands below it outgrows the page. */
static int
lines_to_spare (const QuanPages *pages, const QuanWrittenForm *written, double below)
{
  g_autoptr (QuanForm) form = make_form (pages, written, 0);
  double room = quan_flow_room (&pages->flow) - below - quan_form_height (form);
  int blanks = 0;

  for (guint i = 0; i < written->rows->len; i++)
    blanks += g_array_index (written->rows, QuanFormRow, i).lines > 0;
  return blanks == 0 ? 0 : CLAMP ((int) (room / (blanks * RULED_LEADING)), 0, MORE_LINES_MAX);
}

void
quan_part_written_form (QuanPages *pages)
{
  const QuanWrittenForm *written = quan_pack_form (pages->view->pack,
                                                   quan_pages_part (pages, pages->part)->id);
  double signatures = quan_signatures_sheet_height (pages, written->signers), below = signatures;
  g_autofree char *left = quan_pages_applicant (pages);
  g_autofree char *note = written->note != NULL ? quan_fill (pages, written->note) : NULL;
  g_autoptr (QuanForm) form = NULL;

  quan_pages_head (pages, written->title.in[QUAN_LANGUAGE_ZH], left, "");
  if (note != NULL)
    below += quan_pages_note_height (pages, note);
  form = make_form (pages, written, lines_to_spare (pages, written, below));
  quan_form_draw (form, &pages->flow);
  if (note != NULL)
    quan_pages_note (pages, note);
  quan_flow_need (&pages->flow, signatures);
  quan_signatures_sheet (pages, written->signers);
}
