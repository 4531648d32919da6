#include "core/packet/parts/cover.h"

#include "core/packet/styles.h"

#define MM(value) ((value) * QUAN_MM)
#define LEFT MM (40)
#define RIGHT MM (176)
#define LABEL_WIDTH MM (32)
#define VALUE_LEFT MM (77)
#define VALUE_INDENT MM (1.7)
#define PITCH MM (11.2)
#define PITCH_LEAST MM (7.6)
#define VALUES_ROOM MM (103)  /* down to where the amount panel begins, so that it and the date fit below */
#define LINE_DROP MM (1.6)    /* of a line's text towards its rule */
#define PANEL_LABEL MM (34.5)

static const QuanTextStyle programme_style = {.face = QUAN_FACE_SONG, .size = 17, .weight = 0.012, .spacing = 1.2};
static const QuanTextStyle title_style = {.face = QUAN_FACE_SONG, .size = 42, .weight = 0.022, .spacing = 13};
static const QuanTextStyle label_style = {.face = QUAN_FACE_HEI, .size = 11};
static const QuanTextStyle value_style = {.face = QUAN_FACE_KAI, .size = 13};
#define PANEL_SPACING 6.0
static const QuanTextStyle panel_style = {.face = QUAN_FACE_HEI, .size = 12, .weight = 0.018};
static const QuanTextStyle date_style = {.face = QUAN_FACE_SONG, .size = 15, .weight = 0.012, .spacing = 1.2};

/* A label spread over its column, so that all labels begin and end together. */
static void
draw_label (QuanPages *pages, double y, const char *label)
{
  QuanTextStyle style = label_style;
  glong n = g_utf8_strlen (label, -1);

  style.spacing = (LABEL_WIDTH - quan_run_width (pages->fonts, &style, label, -1)) / (n - 1);
  quan_canvas_text (pages->canvas, LEFT, y, label, &style);
}

static QuanBlock *
value_block (const QuanPages *pages, const char *value, double pitch)
{
  QuanBlock *block = quan_block_new (pages->fonts, RIGHT - VALUE_LEFT - 2 * VALUE_INDENT, QUAN_ALIGN_LEFT);

  quan_block_add (block, value != NULL ? value : "〔待填〕", value != NULL ? &value_style : &quan_style_missing, pitch);
  return block;
}

/* How far apart the lines stand: closer where long values would push the amount to another page. */
static double
choose_pitch (const QuanPages *pages, const QuanCoverValue *values, guint n_values)
{
  guint n_lines = 0;

  for (guint i = 0; i < n_values; i++) {
    g_autoptr (QuanBlock) block = value_block (pages, values[i].value, PITCH);

    n_lines += quan_block_n_lines (block);
  }
  return CLAMP (VALUES_ROOM / n_lines, PITCH_LEAST, PITCH);
}

/* The value over ruled lines, as many as it needs. */
static void
draw_value (QuanPages *pages, const QuanCoverValue *value, double pitch)
{
  g_autoptr (QuanBlock) block = value_block (pages, value->value, pitch);

  for (guint i = 0; i < quan_block_n_lines (block); i++) {
    quan_flow_need (&pages->flow, pitch);
    if (i == 0)
      draw_label (pages, quan_baseline (pages->flow.y + LINE_DROP, pitch, label_style.size), value->label);
    quan_block_draw_lines (block, pages->canvas, VALUE_LEFT + VALUE_INDENT, pages->flow.y + LINE_DROP, i, 1);
    pages->flow.y += pitch;
    quan_canvas_line (pages->canvas, VALUE_LEFT, pages->flow.y, RIGHT, pages->flow.y, 0.5, QUAN_BLACK);
  }
}

static void
draw_titles (QuanPages *pages)
{
  const QuanPack *pack = pages->view->pack;
  const char *title = pages->plan->title.in[QUAN_LANGUAGE_ZH];
  double width = quan_run_width (pages->fonts, &title_style, title, -1);
  double x = QUAN_SHEET_LEFT + (QUAN_SHEET_WIDTH - width) / 2;

  quan_pages_centred (pages, QUAN_SHEET_LEFT, QUAN_SHEET_WIDTH, MM (62.8), pack->title.in[QUAN_LANGUAGE_ZH],
                      &programme_style);
  quan_canvas_text (pages->canvas, x, MM (86.6), title, &title_style);
  quan_canvas_line (pages->canvas, x, MM (96.5), x + width, MM (96.5), 1.5, QUAN_BLACK);
  quan_canvas_line (pages->canvas, x, MM (97.9), x + width, MM (97.9), 0.5, QUAN_BLACK);
  pages->flow.y = MM (113);
}

static void
draw_values (QuanPages *pages, const QuanCoverValue *values, guint n_values)
{
  double pitch = choose_pitch (pages, values, n_values);

  for (guint i = 0; i < n_values; i++)
    draw_value (pages, &values[i], pitch);
}

/* The label of the panel, spaced as far as its column lets it. */
static void
draw_panel_label (QuanPages *pages, double top, const char *label)
{
  QuanTextStyle style = panel_style;
  double room = PANEL_LABEL - MM (8) - quan_run_width (pages->fonts, &style, label, -1);

  style.spacing = CLAMP (room / g_utf8_strlen (label, -1), 0, PANEL_SPACING);
  quan_pages_centred (pages, LEFT, PANEL_LABEL, quan_baseline (top, pages->flow.y - top, style.size), label, &style);
}

/* The amount in capitals over the amount in figures. */
static void
draw_amount (QuanPages *pages, const char *label, QuanFen fen, const char *origin)
{
  double left = LEFT + PANEL_LABEL, top, capitals_height, baseline;
  g_autoptr (QuanBlock) capitals = quan_block_new (pages->fonts, RIGHT - left - MM (6), QUAN_ALIGN_LEFT);
  g_autofree char *words = quan_packet_capitals (fen), *figures = quan_packet_yuan (fen);

  quan_block_add (capitals, words, &quan_style_capitals, MM (7));
  capitals_height = quan_block_height (capitals) + MM (6);
  quan_flow_need (&pages->flow, capitals_height + MM (13));
  top = pages->flow.y;
  quan_block_draw (capitals, pages->canvas, left + MM (4), top + MM (3));
  baseline = quan_baseline (top + capitals_height, MM (13), quan_style_amount.size);
  quan_canvas_text (pages->canvas, left + MM (4), baseline, figures, &quan_style_amount);
  quan_pages_right (pages, RIGHT - MM (1.5), baseline, origin, &quan_style_note);
  pages->flow.y += capitals_height + MM (13);
  draw_panel_label (pages, top, label);
  quan_canvas_line (pages->canvas, LEFT, top, RIGHT, top, 0.75, QUAN_BLACK);
  quan_canvas_line (pages->canvas, left, top + capitals_height, RIGHT, top + capitals_height, 0.5, QUAN_BLACK);
  quan_canvas_line (pages->canvas, left, top, left, pages->flow.y, 0.5, QUAN_BLACK);
  quan_canvas_line (pages->canvas, LEFT, pages->flow.y, RIGHT, pages->flow.y, 1, QUAN_BLACK);
}

/* The day and the validity of the pack, low on the page where there is room. */
static void
draw_date (QuanPages *pages)
{
  static const char *const states[] = {
    [QUAN_PACK_NOT_YET] = "基准日早于有效期", [QUAN_PACK_IN_FORCE] = "基准日在有效期内",
    [QUAN_PACK_LAPSED] = "基准日已过有效期",
  };
  const QuanView *view = pages->view;
  g_autofree char *date = quan_date_chinese_numerals (view->as_of);
  g_autofree char *from = quan_packet_date (view->pack->valid_from);
  g_autofree char *until = quan_packet_date (view->pack->valid_until);
  g_autofree char *validity = g_strdup_printf ("政策包有效期 %s 至 %s，%s", from, until,
                                               states[quan_pack_state (view->pack, view->as_of)]);

  quan_flow_need (&pages->flow, MM (20));
  pages->flow.y = MAX (pages->flow.y + MM (12), MM (262));
  quan_pages_centred (pages, QUAN_SHEET_LEFT, QUAN_SHEET_WIDTH, pages->flow.y, date, &date_style);
  quan_pages_centred (pages, QUAN_SHEET_LEFT, QUAN_SHEET_WIDTH, pages->flow.y + MM (7.4), validity, &quan_style_note);
}

void
quan_cover_draw (QuanPages *pages, const QuanCoverValue *values, guint n_values, const char *label, QuanFen amount,
                 const char *origin)
{
  draw_titles (pages);
  draw_values (pages, values, n_values);
  pages->flow.y += MM (13.5);
  draw_amount (pages, label, amount, origin);
  draw_date (pages);
}
