/* Tables and forms over pages: nothing lost, nothing below the foot, headings again on every page. */
#include "core/packet/form.h"
#include "core/packet/table.h"

#include <string.h>

#define TOP 100.0
#define BOTTOM 400.0

static const QuanTextStyle kai = {.face = QUAN_FACE_KAI, .size = 9};

typedef struct {
  QuanFonts  *fonts;
  QuanCanvas *canvas;
  QuanFlow    flow;
} Fixture;

static void
turn (QuanFlow *flow)
{
  quan_canvas_add_page (flow->canvas);
  flow->y = TOP;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->fonts = quan_fonts_new (NULL, NULL);
  fixture->canvas = quan_canvas_new (fixture->fonts);
  fixture->flow = (QuanFlow) {.canvas = fixture->canvas, .left = 50, .width = 300, .bottom = BOTTOM, .turn = turn};
  quan_flow_turn (&fixture->flow);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  quan_canvas_free (fixture->canvas);
  quan_fonts_free (fixture->fonts);
}

/* Where a text stands: its page, -1 if nowhere; fails if it stands twice. */
static int
page_of (const Fixture *fixture, const char *text)
{
  int found = -1;

  for (guint page = 0; page < quan_canvas_n_pages (fixture->canvas); page++) {
    guint n;
    const QuanOp *ops = quan_canvas_ops (fixture->canvas, page, QUAN_LAYER_OVER, &n);

    for (guint i = 0; i < n; i++) {
      if (ops[i].kind != QUAN_OP_TEXT)
        continue;
      g_assert_cmpfloat (ops[i].y, >, TOP);
      g_assert_cmpfloat (ops[i].y, <, BOTTOM);
      if (strcmp (ops[i].text, text) != 0)
        continue;
      g_assert_cmpint (found, ==, -1);
      found = page;
    }
  }
  return found;
}

/* The texts of a page in the order drawn, parted by |. */
static char *
page_text (const Fixture *fixture, guint page)
{
  GString *joined = g_string_new (NULL);
  guint n;
  const QuanOp *ops = quan_canvas_ops (fixture->canvas, page, QUAN_LAYER_OVER, &n);

  for (guint i = 0; i < n; i++)
    if (ops[i].kind == QUAN_OP_TEXT)
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? "|" : "", ops[i].text);
  return g_string_free (joined, FALSE);
}

static const QuanColumn columns[] = {
  {"序号", 50, QUAN_ALIGN_RIGHT},
  {"事项", 250, QUAN_ALIGN_LEFT},
};

static void
add_row (QuanTable *table, QuanRowKind kind, const char *format, int n)
{
  g_autofree char *text = g_strdup_printf ("%s%d", format, n);

  quan_table_row (table, kind);
  quan_table_text (table, 1, text, &kai);
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuanTable) table = quan_table_new (fixture->fonts, columns, G_N_ELEMENTS (columns));

  for (int i = 0; i < 50; i++)
    add_row (table, QUAN_ROW_PLAIN, "第", i);
  quan_table_draw (table, &fixture->flow);
  g_assert_cmpuint (quan_canvas_n_pages (fixture->canvas), ==, 4);
  for (int i = 0; i < 50; i++) {
    g_autofree char *text = g_strdup_printf ("第%d", i);

    g_assert_cmpint (page_of (fixture, text), >=, 0);
  }
  for (guint page = 0; page < 4; page++) {
    g_autofree char *text = page_text (fixture, page);

    g_assert_true (g_str_has_prefix (text, "序号|事项|第"));
  }
}

/* A heading never ends a page, a sum never begins one, a group that goes on is named again, and the last four rows stay
 * together. 14 rows fit a page. */
static const struct {
  int         rows_before, rows;
  const char *second_page;  /* NULL: all fits the first */
} groups[] = {
  { 10, 2, NULL },
  { 12, 2, "序号|事项|甲组|行0|行1|小计0" },
  { 11, 3, "序号|事项|甲组|行0|行1|行2|小计0" },
  { 7, 6, "序号|事项|甲组（续）|行3|行4|行5|小计0" },
  { 2, 16, "序号|事项|甲组（续）|行11|行12|行13|行14|行15|小计0" },
};

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++) {
    g_autoptr (QuanTable) table = quan_table_new (fixture->fonts, columns, G_N_ELEMENTS (columns));
    guint first = quan_canvas_n_pages (fixture->canvas) - 1;

    for (int row = 0; row < groups[i].rows_before; row++)
      add_row (table, QUAN_ROW_PLAIN, "前", row);
    quan_table_group (table, "甲组");
    for (int row = 0; row < groups[i].rows; row++)
      add_row (table, QUAN_ROW_PLAIN, "行", row);
    add_row (table, QUAN_ROW_SUBTOTAL, "小计", 0);
    quan_table_draw (table, &fixture->flow);
    if (quan_canvas_n_pages (fixture->canvas) > first + 1) {
      g_autofree char *text = page_text (fixture, first + 1);

      g_assert_cmpstr (text, ==, groups[i].second_page);
    } else {
      g_assert_null (groups[i].second_page);
    }
    quan_flow_turn (&fixture->flow);
  }
}

static void
carry (QuanTable *table, guint n_rows, gboolean onward, gpointer data)
{
  add_row (table, QUAN_ROW_SUBTOTAL, onward ? "承" : "过", n_rows);
}

static void
test_carry (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuanTable) table = quan_table_new (fixture->fonts, columns, G_N_ELEMENTS (columns));
  g_autofree char *first = NULL, *second = NULL;

  quan_table_set_carry (table, carry, NULL);
  for (int i = 0; i < 20; i++)
    add_row (table, QUAN_ROW_PLAIN, "第", i);
  quan_table_draw (table, &fixture->flow);
  first = page_text (fixture, 0);
  second = page_text (fixture, 1);
  g_assert_true (g_str_has_suffix (first, "|第12|过13|续下页"));
  g_assert_true (g_str_has_prefix (second, "序号|事项|承13|第13|"));
}

/* A cell of more lines than a page has goes on, line by line. */
static void
test_tall_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QuanTable) table = quan_table_new (fixture->fonts, columns, G_N_ELEMENTS (columns));
  g_autoptr (GString) tall = g_string_new (NULL);

  for (int i = 0; i < 60; i++)
    g_string_append_printf (tall, "%s长%d", i > 0 ? "\n" : "", i);
  add_row (table, QUAN_ROW_PLAIN, "前", 0);
  quan_table_row (table, QUAN_ROW_PLAIN);
  quan_table_text (table, 1, tall->str, &kai);
  add_row (table, QUAN_ROW_PLAIN, "后", 0);
  quan_table_draw (table, &fixture->flow);
  for (int i = 0; i < 60; i++) {
    g_autofree char *text = g_strdup_printf ("长%d", i);

    g_assert_cmpint (page_of (fixture, text), ==, i < 22 ? 1 : i < 44 ? 2 : 3);
  }
  g_assert_cmpint (page_of (fixture, "后0"), ==, 3);
}

static void
fill_section (QuanForm *form, const char *title, int n_rows)
{
  quan_form_section (form, title);
  for (int i = 0; i < n_rows; i++) {
    g_autofree char *text = g_strdup_printf ("%s%d", title, i);

    quan_form_row (form, 20);
    quan_form_label (form, "名称");
    quan_block_add (quan_form_cell (form, 1, QUAN_ALIGN_LEFT), text, &kai, 12);
  }
}

/* A section moves to the next page whole; one taller than a page goes on there, labelled again. */
static void
test_form (Fixture *fixture, gconstpointer data)
{
  static const double grid[] = {60, 200};
  g_autoptr (QuanForm) form = quan_form_new (fixture->fonts, QUAN_FORM_LABELS, grid, G_N_ELEMENTS (grid), 20);
  g_autofree char *last = NULL;

  fill_section (form, "甲乙", 8);
  fill_section (form, "丙丁", 8);
  fill_section (form, "戊己", 20);
  quan_form_draw (form, &fixture->flow);
  g_assert_cmpint (page_of (fixture, "甲乙7"), ==, 0);
  g_assert_cmpint (page_of (fixture, "丙丁0"), ==, 1);
  g_assert_cmpint (page_of (fixture, "戊己0"), ==, 2);
  g_assert_cmpint (page_of (fixture, "戊己14"), ==, 2);
  g_assert_cmpint (page_of (fixture, "戊己15"), ==, 3);
  last = page_text (fixture, 3);
  g_assert_true (g_str_has_suffix (last, "戊己19|戊|己"));
}

/* A row of more lines than a page has goes on, label and all. */
static void
test_tall_form_row (Fixture *fixture, gconstpointer data)
{
  static const double grid[] = {60, 200};
  g_autoptr (QuanForm) form = quan_form_new (fixture->fonts, QUAN_FORM_LABELS, grid, G_N_ELEMENTS (grid), 20);
  g_autoptr (GString) tall = g_string_new (NULL);

  for (int i = 0; i < 40; i++)
    g_string_append_printf (tall, "%s长%d", i > 0 ? "\n" : "", i);
  fill_section (form, "甲", 1);
  quan_form_section (form, "乙");
  quan_form_row (form, 20);
  quan_form_label (form, "名称");
  quan_block_add (quan_form_cell (form, 1, QUAN_ALIGN_LEFT), tall->str, &kai, 12);
  quan_form_draw (form, &fixture->flow);
  for (int i = 0; i < 40; i++) {
    g_autofree char *text = g_strdup_printf ("长%d", i);

    g_assert_cmpint (page_of (fixture, text), ==, i < 24 ? 1 : 2);
  }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/table/pages", test_pages);
  ADD ("/table/groups", test_groups);
  ADD ("/table/carry", test_carry);
  ADD ("/table/tall-row", test_tall_row);
  ADD ("/form/sections", test_form);
  ADD ("/form/tall-row", test_tall_form_row);
#undef ADD
  status = g_test_run ();
  quan_fonts_finish ();
  return status;
}
