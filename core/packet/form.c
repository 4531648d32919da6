#include "core/packet/form.h"

#include <string.h>

#define PADDING (2.2 * QUAN_MM)
#define ROW_PADDING 3.5  /* above and below the lines of a cell, less in rows too low for it */
#define LINE 14.0  /* what a row of one line needs, pt */
#define LABEL_LEADING 12.0
#define TITLE_LEADING 13.5
#define FRAME 1.0
#define BEGIN_ROOM (40 * QUAN_MM)  /* what a form asks of the page it begins on, at most */
#define SECTION_RULE 0.75
#define RULE 0.5

static const QuanTextStyle label_style = {.face = QUAN_FACE_HEI, .size = 8.8};
static const QuanTextStyle title_style = {.face = QUAN_FACE_HEI, .size = 9.6, .weight = 0.016};

typedef struct {
  guint         column, span;
  double        width;
  QuanBlock    *block;  /* NULL where draw fills the cell */
  QuanCellDraw  draw;
  gconstpointer data;
} Cell;

typedef struct {
  double  least;
  GArray *cells;  /* of Cell */
} Row;

typedef struct {
  char      *title;
  GPtrArray *rows;  /* of Row */
} Section;

struct _QuanForm {
  QuanFonts    *fonts;
  double        labels;
  const double *grid;
  guint         n_grid;
  double        row;       /* usual height */
  double        padding;   /* above and below the lines of a cell */
  GPtrArray    *sections;  /* of Section */
};

static void
clear_cell (gpointer data)
{
  quan_block_free (((Cell *) data)->block);
}

static void
free_row (gpointer data)
{
  Row *row = data;

  g_array_unref (row->cells);
  g_free (row);
}

static void
free_section (gpointer data)
{
  Section *section = data;

  g_ptr_array_unref (section->rows);
  g_free (section->title);
  g_free (section);
}

QuanForm *
quan_form_new (QuanFonts *fonts, double labels, const double *grid, guint n_grid, double row)
{
  QuanForm *form = g_new0 (QuanForm, 1);

  form->fonts = fonts;
  form->labels = labels;
  form->grid = grid;
  form->n_grid = n_grid;
  form->row = row;
  form->padding = CLAMP ((row - LINE) / 2, 0, ROW_PADDING);
  form->sections = g_ptr_array_new_with_free_func (free_section);
  return form;
}

void
quan_form_free (QuanForm *form)
{
  if (form == NULL)
    return;
  g_ptr_array_unref (form->sections);
  g_free (form);
}

static gpointer
last (const GPtrArray *array)
{
  return g_ptr_array_index (array, array->len - 1);
}

static Row *
latest_row (const QuanForm *form)
{
  return last (((Section *) last (form->sections))->rows);
}

void
quan_form_section (QuanForm *form, const char *title)
{
  Section *section = g_new0 (Section, 1);

  section->title = g_strdup (title);
  section->rows = g_ptr_array_new_with_free_func (free_row);
  g_ptr_array_add (form->sections, section);
}

void
quan_form_row (QuanForm *form, double height)
{
  Row *row = g_new0 (Row, 1);

  row->least = height > 0 ? height : form->row;
  row->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (row->cells, clear_cell);
  g_ptr_array_add (((Section *) last (form->sections))->rows, row);
}

static Cell *
add_cell (QuanForm *form, guint span)
{
  GArray *cells = latest_row (form)->cells;
  Cell cell = {.span = span};

  if (cells->len > 0) {
    const Cell *before = &g_array_index (cells, Cell, cells->len - 1);

    cell.column = before->column + before->span;
  }
  g_assert (cell.column + span <= form->n_grid);
  for (guint i = 0; i < span; i++)
    cell.width += form->grid[cell.column + i];
  g_array_append_val (cells, cell);
  return &g_array_index (cells, Cell, cells->len - 1);
}

QuanBlock *
quan_form_cell (QuanForm *form, guint span, QuanAlign align)
{
  Cell *cell = add_cell (form, span);

  cell->block = quan_block_new (form->fonts, cell->width - 2 * PADDING, align);
  return cell->block;
}

void
quan_form_label (QuanForm *form, const char *text)
{
  quan_block_add (quan_form_cell (form, 1, QUAN_ALIGN_CENTRE), text, &label_style, LABEL_LEADING);
}

void
quan_form_drawn_cell (QuanForm *form, guint span, QuanCellDraw draw, gconstpointer data)
{
  Cell *cell = add_cell (form, span);

  cell->draw = draw;
  cell->data = data;
}

/* How far a row has been drawn: the first line of each cell that has not. All 0 for a row not begun. */
typedef guint Progress;

/* The height of what is left of a row. */
static double
height_left (const QuanForm *form, const Row *row, const Progress *progress)
{
  double height = row->least;

  for (guint i = 0; i < row->cells->len; i++) {
    const Cell *cell = &g_array_index (row->cells, Cell, i);
    double lines = 0;

    if (cell->block != NULL)
      quan_block_fit (cell->block, progress != NULL ? progress[i] : 0, G_MAXDOUBLE, &lines);
    height = MAX (height, lines + 2 * form->padding);
  }
  return height;
}

static double
row_height (const QuanForm *form, const Row *row)
{
  return height_left (form, row, NULL);
}

static double
section_height (const QuanForm *form, const Section *section)
{
  double height = 0;

  for (guint i = 0; i < section->rows->len; i++)
    height += row_height (form, g_ptr_array_index (section->rows, i));
  return height;
}

double
quan_form_height (const QuanForm *form)
{
  double height = 0;

  for (guint i = 0; i < form->sections->len; i++)
    height += section_height (form, g_ptr_array_index (form->sections, i));
  return height;
}

/* Draws what is left of a row, or of one taller than the page the lines that fit; TRUE if the row is done. */
static gboolean
draw_row (const QuanForm *form, const Row *row, QuanFlow *flow, gboolean ruled, Progress *progress)
{
  double height = MIN (height_left (form, row, progress), quan_flow_room (flow)), x = flow->left + form->labels;
  gboolean done = TRUE;

  if (ruled)
    quan_canvas_line (flow->canvas, x, flow->y, flow->left + flow->width, flow->y, RULE, QUAN_BLACK);
  for (guint i = 0; i < row->cells->len; i++) {
    const Cell *cell = &g_array_index (row->cells, Cell, i);

    if (x > flow->left)
      quan_canvas_line (flow->canvas, x, flow->y, x, flow->y + height, RULE, QUAN_BLACK);
    if (cell->block != NULL) {
      double used;
      guint n = quan_block_fit (cell->block, progress[i], height - 2 * form->padding, &used);

      quan_block_draw_lines (cell->block, flow->canvas, x + PADDING, flow->y + (height - used) / 2, progress[i], n);
      progress[i] += n;
      done = done && progress[i] == quan_block_n_lines (cell->block);
    } else {
      cell->draw (flow->canvas, x, flow->y, cell->width, height, cell->data);
    }
    x += cell->width;
  }
  flow->y += height;
  return done;
}

/* The title from top to bottom, one character a line, two where the section is too low for that. */
static void
draw_title (const QuanForm *form, const Section *section, QuanFlow *flow, double top, double height)
{
  g_autoptr (GString) stacked = g_string_new (NULL);
  g_autoptr (QuanBlock) block = quan_block_new (form->fonts, form->labels, QUAN_ALIGN_CENTRE);
  glong n = g_utf8_strlen (section->title, -1);
  int per_line = n * TITLE_LEADING + ROW_PADDING <= height ? 1 : 2;

  for (glong i = 0; i < n; i++) {
    if (i > 0 && i % per_line == 0)
      g_string_append_c (stacked, '\n');
    g_string_append_unichar (stacked, g_utf8_get_char (g_utf8_offset_to_pointer (section->title, i)));
  }
  quan_block_add (block, stacked->str, &title_style, TITLE_LEADING);
  if (quan_block_height (block) > height)
    return; /* too low a part of a section that is labelled where it has more room */
  quan_block_draw (block, flow->canvas, flow->left, top + (height - quan_block_height (block)) / 2);
}

static void
draw_frame (QuanFlow *flow, double top)
{
  quan_canvas_rectangle (flow->canvas, flow->left, top, flow->width, flow->y - top, &(QuanPaint) {.width = FRAME});
}

/* The rows from *row on that fit on the page, at least one or a part of one; progress is that of *row. */
static void
draw_section_part (const QuanForm *form, const Section *section, guint *row, Progress *progress, QuanFlow *flow)
{
  double top = flow->y;

  while (draw_row (form, g_ptr_array_index (section->rows, *row), flow, flow->y > top, progress)) {
    memset (progress, 0, form->n_grid * sizeof *progress);
    if (++*row == section->rows->len)
      break;
    if (row_height (form, g_ptr_array_index (section->rows, *row)) > quan_flow_room (flow))
      break;
  }
  if (section->title != NULL)
    draw_title (form, section, flow, top, flow->y - top);
}

/* What parts a section from the one above it: a rule, or, where needed does not fit, the page. */
static void
part (QuanFlow *flow, double *top, double needed)
{
  if (needed > quan_flow_room (flow)) {
    draw_frame (flow, *top);
    quan_flow_turn (flow);
    *top = flow->y;
  } else {
    quan_canvas_line (flow->canvas, flow->left, flow->y, flow->left + flow->width, flow->y, SECTION_RULE, QUAN_BLACK);
  }
}

void
quan_form_draw (const QuanForm *form, QuanFlow *flow)
{
  g_autofree Progress *progress = g_new0 (Progress, form->n_grid);
  double top;

  quan_flow_need (flow, MIN (section_height (form, g_ptr_array_index (form->sections, 0)), BEGIN_ROOM));
  top = flow->y;
  for (guint i = 0; i < form->sections->len; i++) {
    const Section *section = g_ptr_array_index (form->sections, i);
    guint row = 0;

    for (double needed = section_height (form, section); row < section->rows->len;) {
      if (flow->y > top)
        part (flow, &top, needed);
      draw_section_part (form, section, &row, progress, flow);
      if (row < section->rows->len)
        needed = height_left (form, g_ptr_array_index (section->rows, row), progress);
    }
  }
  draw_frame (flow, top);
}
