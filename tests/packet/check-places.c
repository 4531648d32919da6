/* Checks of where things stand: on the page, beside each other, clear of rules. */
#include "tests/packet/check.h"

#include <math.h>
#include <string.h>

#define WATERMARK_SIZE 100
/* Between these, 0 black and 1 white, a text is a pale caption that others may be written over. */
#define PALE_FROM 0.3
#define PALE_TO 0.9
/* What a character's box is narrowed by at either side, and lowered by at top and bottom, before boxes may not meet. */
#define SIDE 0.1
#define SLACK 0.2
/* From this width on, em, a mark is full-width. */
#define FULL_WIDTH 0.9
/* Where the ink of a full-width character begins over its baseline and ends below it, em. */
#define ABOVE 0.76
#define BELOW 0.05

/* A character and where its ink is. */
typedef struct {
  gunichar c;
  CheckBox at;
} Box;

/* Full-width marks keep to one half of their square, so the other half may be closed up. */
static void
halve (Box *box, double size)
{
  static const char opening[] = "（《〈「『【〔｛“‘", closing[] = "）》〉」』】〕｝”’，。、；：！？";
  double middle = (box->at.x1 + box->at.x2) / 2;

  if (box->at.x2 - box->at.x1 < FULL_WIDTH * size)
    return;
  if (g_utf8_strchr (opening, -1, box->c) != NULL)
    box->at.x1 = middle;
  else if (g_utf8_strchr (closing, -1, box->c) != NULL)
    box->at.x2 = middle;
}

static gboolean
boxes_meet (const CheckBox *a, const CheckBox *b)
{
  return a->x1 < b->x2 && b->x1 < a->x2 && a->y1 < b->y2 && b->y1 < a->y2;
}

static void
add_about (GPtrArray *problems, guint page, const char *what, const Box *box)
{
  char text[7] = "";

  g_unichar_to_utf8 (box->c, text);
  check_add (problems, "Page %u: “%s” at (%.1f, %.1f) %s.", page + 1, text, box->at.x1, box->at.y1, what);
}

/* The boxes of a page's characters, narrowed, from the top of the page. */
static GArray *
boxes_of (const GArray *characters)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (Box));

  for (guint i = 0; i < characters->len; i++) {
    const InspectCharacter *it = &g_array_index (characters, InspectCharacter, i);
    double side = (it->x2 - it->x1) * SIDE, slack = (it->y2 - it->y1) * SLACK;
    Box box = {it->c, {it->x1, it->y1 + slack, it->x2, it->y2 - slack}};

    if (it->size >= WATERMARK_SIZE || (it->light > PALE_FROM && it->light < PALE_TO))
      continue;
    halve (&box, it->size);
    box.at.x1 += side;
    box.at.x2 -= side;
    g_array_append_val (boxes, box);
  }
  return boxes;
}

static int
compare_tops (gconstpointer a, gconstpointer b)
{
  double x = ((const Box *) a)->at.y1, y = ((const Box *) b)->at.y1;

  return x < y ? -1 : x > y;
}

void
check_overprint (const InspectDocument *document, GPtrArray *problems)
{
  static const char *const overprinted[] = {
    [INSPECT_POPPLER] = "is overprinted in poppler", [INSPECT_MUPDF] = "is overprinted in MuPDF",
  };

  for (int reader = 0; reader < INSPECT_N_READERS; reader++)
    for (guint page = 0; page < document->n_pages; page++) {
      g_autoptr (GArray) boxes = boxes_of (g_ptr_array_index (document->characters[reader], page));

      g_array_sort (boxes, compare_tops);
      for (guint i = 0; i < boxes->len; i++) {
        const Box *a = &g_array_index (boxes, Box, i);

        for (guint j = i + 1; j < boxes->len && g_array_index (boxes, Box, j).at.y1 < a->at.y2; j++)
          if (boxes_meet (&a->at, &g_array_index (boxes, Box, j).at))
            add_about (problems, page, overprinted[reader], a);
      }
    }
}

/* The box of the ink of a character of a text that stands upright. */
static Box
ink_box (const QuanOp *op, const QuanSpot *spot)
{
  double x = op->x + spot->x, side = spot->width * SIDE;
  Box box = {spot->c, {x, op->y - ABOVE * op->style.size, x + spot->width, op->y + BELOW * op->style.size}};

  halve (&box, op->style.size);
  box.at.x1 += side;
  box.at.x2 -= side;
  return box;
}

static gboolean
is_upright_text (const QuanOp *op)
{
  return op->kind == QUAN_OP_TEXT && op->angle == 0;
}

/* Calls visit for the ink of every visible character of the upright texts of a page. */
static void
for_each_character (const QuanCanvas *canvas, guint page, void (*visit) (const Box *box, gpointer data), gpointer data)
{
  for (int layer = 0; layer < QUAN_N_LAYERS; layer++) {
    guint n;
    const QuanOp *ops = quan_canvas_ops (canvas, page, layer, &n);

    for (guint i = 0; i < n; i++) {
      g_autoptr (GArray) spots = NULL;

      if (!is_upright_text (&ops[i]))
        continue;
      spots = quan_run_place (quan_canvas_fonts (canvas), &ops[i].style, ops[i].text, -1);
      for (guint j = 0; j < spots->len; j++) {
        const QuanSpot *spot = &g_array_index (spots, QuanSpot, j);
        Box box = ink_box (&ops[i], spot);

        if (spot->c != 0 && spot->width > 0 && !g_unichar_isspace (spot->c))
          visit (&box, data);
      }
    }
  }
}

typedef struct {
  GPtrArray *problems;
  guint      page;
  GArray    *strokes;  /* of CheckBox */
  gboolean   outside;  /* whether something is known to stand outside: the first of a page is enough */
} Visit;

static gboolean
is_inside (double x1, double y1, double x2, double y2)
{
  return x1 >= CHECK_MARGIN && y1 >= CHECK_MARGIN && x2 <= QUAN_A4_WIDTH - CHECK_MARGIN
    && y2 <= QUAN_A4_HEIGHT - CHECK_MARGIN;
}

static void
visit_margin (const Box *box, gpointer data)
{
  Visit *visit = data;

  if (visit->outside || is_inside (box->at.x1, box->at.y1, box->at.x2, box->at.y2))
    return;
  visit->outside = TRUE;
  add_about (visit->problems, visit->page, "stands in the margin or outside the page", box);
}

/* The first step of the paths of a layer that leads outside, NULL if none does. */
static const QuanPathStep *
step_outside (const QuanCanvas *canvas, guint page, QuanLayer layer)
{
  guint n;
  const QuanOp *ops = quan_canvas_ops (canvas, page, layer, &n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; ops[i].kind == QUAN_OP_PATH && j < ops[i].n_steps; j++) {
      const QuanPathStep *step = &ops[i].steps[j];

      if (step->kind != QUAN_PATH_CLOSE && !is_inside (step->x, step->y, step->x, step->y))
        return step;
    }
  return NULL;
}

static void
check_margins_of_paths (const QuanCanvas *canvas, guint page, GPtrArray *problems)
{
  for (int layer = 0; layer < QUAN_N_LAYERS; layer++) {
    const QuanPathStep *step = step_outside (canvas, page, layer);

    if (step != NULL)
      check_add (problems, "Page %u: A path goes to (%.1f, %.1f), in the margin or outside the page.", page + 1,
                 step->x, step->y);
  }
}

void
check_margins (const QuanCanvas *canvas, GPtrArray *problems)
{
  for (guint page = 0; page < quan_canvas_n_pages (canvas); page++) {
    Visit visit = {problems, page};

    for_each_character (canvas, page, visit_margin, &visit);
    check_margins_of_paths (canvas, page, problems);
  }
}

/* Adds what the stroke of a straight step covers, if it is level or upright. */
static void
add_stroke (GArray *strokes, const QuanOp *op, guint i)
{
  const QuanPathStep *from = &op->steps[i - 1], *to = &op->steps[op->steps[i].kind == QUAN_PATH_CLOSE ? 0 : i];
  gboolean level = from->y == to->y, upright = from->x == to->x;
  double half = op->paint.width / 2;
  CheckBox stroke = {MIN (from->x, to->x) - half, MIN (from->y, to->y) - half, MAX (from->x, to->x) + half,
                     MAX (from->y, to->y) + half};

  if ((op->steps[i].kind == QUAN_PATH_LINE || op->steps[i].kind == QUAN_PATH_CLOSE) && level != upright)
    g_array_append_val (strokes, stroke);
}

GArray *
check_strokes (const QuanCanvas *canvas, guint page)
{
  GArray *strokes = g_array_new (FALSE, FALSE, sizeof (CheckBox));

  for (int layer = 0; layer < QUAN_N_LAYERS; layer++) {
    guint n;
    const QuanOp *ops = quan_canvas_ops (canvas, page, layer, &n);

    for (guint i = 0; i < n; i++)
      for (guint j = 1; ops[i].kind == QUAN_OP_PATH && ops[i].paint.width > 0 && j < ops[i].n_steps; j++)
        add_stroke (strokes, &ops[i], j);
  }
  return strokes;
}

static void
visit_crossing (const Box *box, gpointer data)
{
  const Visit *visit = data;

  for (guint i = 0; i < visit->strokes->len; i++)
    if (boxes_meet (&box->at, &g_array_index (visit->strokes, CheckBox, i))) {
      add_about (visit->problems, visit->page, "is crossed by a line", box);
      return;
    }
}

void
check_crossings (const QuanCanvas *canvas, GPtrArray *problems)
{
  for (guint page = 0; page < quan_canvas_n_pages (canvas); page++) {
    g_autoptr (GArray) strokes = check_strokes (canvas, page);
    Visit visit = {problems, page, strokes};

    for_each_character (canvas, page, visit_crossing, &visit);
  }
}
