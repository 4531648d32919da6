/* A claim packet of 10 pages in the manner of the real ones, laid out twice as they are: the contents name pages. */
#include "core/base/capitals.h"
#include "core/packet/form.h"
#include "core/packet/styles.h"
#include "core/packet/table.h"
#include "tests/bench/corpus.h"
#include "tests/bench/documents.h"

#define MM(value) ((value) * QUAN_MM)
#define LEFT MM (23)
#define WIDTH MM (170)
#define RIGHT (LEFT + WIDTH)
#define AMOUNT 200000000  /* fen */

typedef struct {
  QuanCanvas *canvas;
  QuanFonts  *fonts;
  QuanFlow    flow;
  guint       first[8];  /* page of each part, from 1; of the layout before while one is being made */
} Packet;

static void
turn (QuanFlow *flow)
{
  quan_canvas_add_page (flow->canvas);
  flow->y = MM (28);
}

static void
begin (Packet *packet, guint part, const char *title)
{
  double width = quan_run_width (packet->fonts, &quan_style_title, title, -1);

  quan_flow_turn (&packet->flow);
  packet->first[part] = quan_canvas_n_pages (packet->canvas);
  quan_canvas_bookmark (packet->canvas, title);
  quan_canvas_text (packet->canvas, LEFT + (WIDTH - width) / 2, MM (29.5), title, &quan_style_title);
  quan_canvas_text (packet->canvas, LEFT, MM (38.2), "申领企业：北京示例智能科技有限公司", &quan_style_label);
  packet->flow.y = MM (40.6);
}

static void
draw_cover (Packet *packet)
{
  static const QuanTextStyle title = {.face = QUAN_FACE_SONG, .size = 42, .weight = 0.022, .spacing = 13};
  static const char *const labels[] = {"申领企业", "统一社会信用代码", "供给方", "合同名称", "合同编号", "服务期", "基准日"};
  g_autofree char *capitals = quan_capitals (AMOUNT);

  begin (packet, 0, "北京市人工智能算力券");
  quan_canvas_text (packet->canvas, MM (45), MM (86.6), "申领材料包", &title);
  quan_canvas_line (packet->canvas, MM (45), MM (96.5), MM (165), MM (96.5), 1.5, QUAN_BLACK);
  quan_canvas_line (packet->canvas, MM (45), MM (97.9), MM (165), MM (97.9), 0.5, QUAN_BLACK);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    double y = MM (125) + i * MM (11.2);

    quan_canvas_text (packet->canvas, MM (40), y - 4, labels[i], &quan_style_label);
    quan_canvas_text (packet->canvas, MM (78), y - 4, corpus_firm (i), &quan_style_stated);
    quan_canvas_line (packet->canvas, MM (77), y, MM (176), y, 0.5, QUAN_BLACK);
  }
  quan_canvas_rectangle (packet->canvas, MM (40), MM (218), MM (136), MM (22), &(QuanPaint) {.width = 0.75});
  quan_canvas_text (packet->canvas, MM (45), MM (228), capitals, &quan_style_capitals);
  quan_canvas_text (packet->canvas, MM (45), MM (237), "¥2,000,000.00", &quan_style_amount);
}

static void
draw_contents (Packet *packet, const guint *pages)
{
  static const char *const parts[] = {"封面", "目录", "申领表", "资格核对表", "核算表", "资源清单", "承诺书", "对账表"};

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autofree char *number = g_strdup_printf ("%u", pages[i]);
    double left = LEFT + i % 2 * MM (90), y = packet->flow.y + i / 2 * 15 + 15;

    quan_canvas_text (packet->canvas, left, y, parts[i], &quan_style_label);
    for (double x = left + MM (74); x > left + MM (20); x -= MM (1.6))
      quan_canvas_circle (packet->canvas, x, y - 2, 0.35, &(QuanPaint) {.filled = TRUE});
    quan_canvas_text (packet->canvas, left + MM (76), y, number, &quan_style_label);
  }
  packet->flow.y += 80;
}

static void
draw_checklist (Packet *packet)
{
  static const QuanColumn columns[] = {
    {"", MM (8), QUAN_ALIGN_RIGHT}, {"材料名称", MM (58), QUAN_ALIGN_LEFT}, {"要求", MM (80), QUAN_ALIGN_LEFT},
    {"页码", MM (12), QUAN_ALIGN_RIGHT}, {"核对", MM (12), QUAN_ALIGN_LEFT},
  };
  g_autoptr (QuanTable) table = quan_table_new (packet->fonts, columns, G_N_ELEMENTS (columns));

  quan_table_group (table, "通知列明的材料");
  for (guint i = 0; i < 18; i++) {
    g_autofree char *number = g_strdup_printf ("%u", i + 1);

    quan_table_row (table, QUAN_ROW_PLAIN);
    quan_table_text (table, 0, number, &quan_style_row);
    quan_block_add_marked (quan_table_cell (table, 1), i < 7 ? QUAN_MARK_STAR : QUAN_MARK_CIRCLE, corpus_firm (i),
                           i < 7 ? &quan_style_strong : &quan_style_label, QUAN_TABLE_LEADING);
    quan_table_text (table, 2, corpus_service (i), &quan_style_fact);
    quan_table_text (table, 3, number, &quan_style_figure);
    quan_block_add_marked (quan_table_cell (table, 4), QUAN_MARK_BOX, "", &quan_style_label, QUAN_TABLE_LEADING);
  }
  quan_table_draw (table, &packet->flow);
}

static void
draw_form (Packet *packet)
{
  static const double grid[] = {MM (25), MM (73), MM (22), MM (41)};
  static const char *const sections[] = {"申领企业", "供给方", "合同", "核定", "金额", "收款账户"};
  g_autoptr (QuanForm) form = quan_form_new (packet->fonts, QUAN_FORM_LABELS, grid, G_N_ELEMENTS (grid), MM (7.6));

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++) {
    quan_form_section (form, sections[i]);
    for (guint row = 0; row < 4; row++) {
      quan_form_row (form, 0);
      quan_form_label (form, "名称与说明");
      quan_block_add (quan_form_cell (form, 1, QUAN_ALIGN_LEFT), corpus_firm (i * 4 + row), &quan_style_stated,
                      QUAN_FORM_LEADING);
      quan_form_label (form, "金额（元）");
      quan_block_add (quan_form_cell (form, 1, QUAN_ALIGN_RIGHT), "1,234,567.89", &quan_style_stated, QUAN_FORM_LEADING);
    }
  }
  quan_form_draw (form, &packet->flow);
}

static void
draw_eligibility (Packet *packet)
{
  static const QuanColumn columns[] = {
    {"", MM (8), QUAN_ALIGN_RIGHT}, {"条款", MM (17), QUAN_ALIGN_LEFT}, {"规则", MM (56), QUAN_ALIGN_LEFT},
    {"结论", MM (21), QUAN_ALIGN_LEFT}, {"依据的事实", MM (68), QUAN_ALIGN_LEFT},
  };
  static const char *const verdicts[] = {"符合", "不符合", "待认定", "待补", "不适用"};
  g_autoptr (QuanTable) table = quan_table_new (packet->fonts, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < 30; i++) {
    g_autofree char *number = g_strdup_printf ("%u", i + 1);

    quan_table_row (table, i % 7 == 1 ? QUAN_ROW_ATTENTION : QUAN_ROW_PLAIN);
    quan_table_text (table, 0, number, &quan_style_row);
    quan_table_text (table, 1, "一（三）", &quan_style_label);
    quan_table_text (table, 2, corpus_sentence (i), &quan_style_label);
    quan_block_add_marked (quan_table_cell (table, 3), QUAN_MARK_PASS + i % 5, verdicts[i % 5], &quan_style_strong,
                           QUAN_TABLE_LEADING);
    quan_table_text (table, 4, corpus_sentence (i + 30), &quan_style_fact);
  }
  quan_table_draw (table, &packet->flow);
}

static void
draw_figures (Packet *packet, guint first_firm, guint n_rows)
{
  static const QuanColumn columns[] = {
    {"", MM (8), QUAN_ALIGN_RIGHT}, {"项目", MM (46), QUAN_ALIGN_LEFT}, {"说明", MM (56), QUAN_ALIGN_LEFT},
    {"起止", MM (24), QUAN_ALIGN_LEFT}, {"结果", MM (36), QUAN_ALIGN_RIGHT},
  };
  g_autoptr (QuanTable) table = quan_table_new (packet->fonts, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < n_rows; i++) {
    g_autofree char *number = g_strdup_printf ("%u", i + 1), *result = g_strdup_printf ("%u,%03u.00", 1000 - i, i * 37);
    gboolean key = i % 6 == 5;

    if (i % 12 == 0)
      quan_table_group (table, "核定基数（元）");
    quan_table_row (table, key ? QUAN_ROW_KEY : QUAN_ROW_PLAIN);
    quan_table_text (table, 0, number, &quan_style_row);
    quan_table_text (table, 1, corpus_firm (first_firm + i), key ? &quan_style_strong : &quan_style_label);
    quan_table_text (table, 2, corpus_service (i), &quan_style_fact);
    quan_table_text (table, 3, "2025-01-01\n2025-12-31", &quan_style_figure);
    quan_table_text (table, 4, result, key ? &quan_style_figure_strong : &quan_style_figure);
  }
  quan_table_draw (table, &packet->flow);
}

static void
draw_letter (Packet *packet)
{
  static const QuanTextStyle body = {.face = QUAN_FACE_SONG, .size = 15.75, .weight = 0.01};

  for (guint i = 0; i < 10; i++) {
    g_autofree char *text = g_strconcat ("　　", corpus_sentence (i * 3), NULL);
    g_autoptr (QuanBlock) block = quan_block_new (packet->fonts, MM (156), QUAN_ALIGN_LEFT);

    quan_block_add (block, text, &body, 28.99);
    quan_flow_need (&packet->flow, quan_block_height (block));
    quan_block_draw (block, packet->canvas, MM (28), packet->flow.y);
    packet->flow.y += quan_block_height (block);
  }
  quan_canvas_circle (packet->canvas, MM (150), packet->flow.y, MM (20), &(QuanPaint) {.width = 0.5, .dash = 3});
}

static void
frame (Packet *packet)
{
  guint n_pages = quan_canvas_n_pages (packet->canvas);

  for (guint page = 0; page < n_pages; page++) {
    g_autofree char *number = g_strdup_printf ("第 %u 页 共 %u 页", page + 1, n_pages);

    quan_canvas_select (packet->canvas, page, QUAN_LAYER_OVER);
    quan_canvas_text (packet->canvas, LEFT, MM (14.2), "申领材料包　|　资格核对表", &quan_style_note);
    quan_canvas_line (packet->canvas, LEFT, MM (16.4), RIGHT, MM (16.4), 0.5, QUAN_BLACK);
    quan_canvas_line (packet->canvas, LEFT, MM (280), RIGHT, MM (280), 0.5, QUAN_BLACK);
    quan_canvas_text (packet->canvas, LEFT, MM (284.6), "参考格式，以平台模板为准", &quan_style_note);
    quan_canvas_text (packet->canvas, MM (98), MM (286), number, &quan_style_label);
  }
}

/* The whole packet on an empty canvas; pages is what an earlier layout found, all 0 at first. */
static void
lay_out_once (Packet *packet, const guint *pages)
{
  draw_cover (packet);
  begin (packet, 1, "目录与材料清单");
  draw_contents (packet, pages);
  draw_checklist (packet);
  begin (packet, 2, "人工智能算力券申领表");
  draw_form (packet);
  begin (packet, 3, "资格核对表");
  draw_eligibility (packet);
  begin (packet, 4, "申领金额核算表");
  draw_figures (packet, 0, 16);
  begin (packet, 5, "算力资源清单");
  draw_figures (packet, 16, 24);
  begin (packet, 6, "承诺书");
  draw_letter (packet);
  begin (packet, 7, "交付、发票与付款对账表");
  draw_figures (packet, 8, 18);
  frame (packet);
}

static Packet
new_packet (QuanCanvas *canvas)
{
  return (Packet) {
    .canvas = canvas, .fonts = quan_canvas_fonts (canvas),
    .flow = {.canvas = canvas, .left = LEFT, .width = WIDTH, .bottom = MM (276), .turn = turn},
  };
}

static void
lay_out (QuanCanvas *canvas)
{
  g_autoptr (QuanCanvas) draft = quan_canvas_new (quan_canvas_fonts (canvas));
  Packet first = new_packet (draft), packet = new_packet (canvas);
  guint none[G_N_ELEMENTS (first.first)] = {0};

  lay_out_once (&first, none);
  lay_out_once (&packet, first.first);
}

const Document document_packet = {"packet", lay_out};
