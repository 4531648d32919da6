#include "core/packet/pages.h"

#include "core/packet/block.h"
#include "core/packet/styles.h"

#define MM(value) ((value) * QUAN_MM)
#define RIGHT (QUAN_SHEET_LEFT + QUAN_SHEET_WIDTH)
#define HEADER_BASELINE MM (14.2)
#define HEADER_RULE MM (16.4)
#define CONTENT_TOP MM (28)
#define TITLE_BASELINE MM (29.5)
#define FACTS_BASELINE MM (38.2)
#define TABLE_TOP MM (40.6)
#define AGAIN_BASELINE MM (25.4)
#define CONTENT_BOTTOM MM (276)
#define FOOTER_RULE MM (280)
#define FOOTER_FIRST MM (284.6)
#define FOOTER_SECOND MM (288.6)
#define RULE 0.5
#define SHORT_HASH 8

static const QuanTextStyle header_style = {.face = QUAN_FACE_HEI, .size = 8};
static const QuanTextStyle footer_note_style = {.face = QUAN_FACE_HEI, .size = 8, .ink = QUAN_NOTE_INK};
static const QuanTextStyle number_style = {.face = QUAN_FACE_HEI, .size = 9};
static const QuanTextStyle warning_style = {.face = QUAN_FACE_HEI, .size = 8.5, .weight = 0.018};
static const QuanTextStyle draft_style = {.face = QUAN_FACE_HEI, .size = 9.5, .weight = 0.018};
static const QuanTextStyle watermark_style = {.face = QUAN_FACE_HEI, .size = 190, .weight = 0.008,
                                              .ink = QUAN_GREY (0.955)};
#define WATERMARK_EDGE QUAN_GREY (0.7)
#define WATERMARK_ANGLE 38

QuanMark
quan_verdict_mark (QuanVerdict verdict)
{
  static const QuanMark marks[QUAN_N_VERDICTS] = {
    [QUAN_VERDICT_PASS] = QUAN_MARK_PASS, [QUAN_VERDICT_FAIL] = QUAN_MARK_FAIL,
    [QUAN_VERDICT_REVIEW] = QUAN_MARK_REVIEW, [QUAN_VERDICT_UNKNOWN] = QUAN_MARK_UNKNOWN,
    [QUAN_VERDICT_NOT_APPLICABLE] = QUAN_MARK_NOT_APPLICABLE,
  };

  return marks[verdict];
}

char *
quan_packet_money (QuanFen fen)
{
  char buffer[QUAN_MONEY_BUF];

  return g_strdup (fen == QUAN_FEN_NONE ? "不能确定" : quan_money_grouped (fen, buffer));
}

char *
quan_packet_date (QuanDate date)
{
  char buffer[QUAN_DATE_BUF];

  return date == QUAN_DATE_NONE ? NULL : g_strdup (quan_date_iso (date, buffer));
}

void
quan_pages_right (QuanPages *pages, double right, double y, const char *text, const QuanTextStyle *style)
{
  quan_canvas_text (pages->canvas, right - quan_run_width (pages->fonts, style, text, -1), y, text, style);
}

void
quan_pages_centred (QuanPages *pages, double x, double width, double y, const char *text, const QuanTextStyle *style)
{
  quan_pages_right (pages, x + (width + quan_run_width (pages->fonts, style, text, -1)) / 2, y, text, style);
}

static void
add_page (QuanPages *pages)
{
  quan_canvas_add_page (pages->canvas);
  g_ptr_array_add (pages->names, (gpointer) pages->part->name);
  pages->flow.top = pages->flow.y = CONTENT_TOP;
}

static void
turn (QuanFlow *flow)
{
  QuanPages *pages = flow->data;

  add_page (pages);
  if (pages->title != NULL) {
    g_autofree char *again = g_strconcat (pages->title, "（续）", NULL);

    quan_pages_centred (pages, QUAN_SHEET_LEFT, QUAN_SHEET_WIDTH, AGAIN_BASELINE, again, &quan_style_again);
  }
}

void
quan_pages_begin (QuanPages *pages, const QuanPart *part)
{
  pages->part = part;
  pages->title = NULL;
  pages->flow = (QuanFlow) {
    .canvas = pages->canvas, .left = QUAN_SHEET_LEFT, .width = QUAN_SHEET_WIDTH, .bottom = CONTENT_BOTTOM,
    .turn = turn, .data = pages,
  };
  add_page (pages);
  quan_canvas_bookmark (pages->canvas, part->name);
}

/* Draws a block where the flow stands, over as many pages as it needs. */
static void
draw_block (QuanPages *pages, const QuanBlock *block)
{
  QuanFlow *flow = &pages->flow;
  guint first = 0;

  for (;;) {
    double used;
    guint n = quan_block_fit (block, first, quan_flow_room (flow), &used);

    quan_block_draw_lines (block, pages->canvas, flow->left, flow->y, first, n);
    flow->y += used;
    first += n;
    if (first == quan_block_n_lines (block))
      return;
    quan_flow_turn (flow);
  }
}

void
quan_pages_head (QuanPages *pages, const char *title, const char *left, const char *right)
{
  double room = QUAN_SHEET_WIDTH - quan_run_width (pages->fonts, &quan_style_label, right, -1) - MM (4);
  double first_line = FACTS_BASELINE - quan_baseline (0, QUAN_TABLE_LEADING, quan_style_label.size);
  g_autoptr (QuanBlock) facts = quan_block_new (pages->fonts, room, QUAN_ALIGN_LEFT);

  pages->title = title;
  quan_pages_centred (pages, QUAN_SHEET_LEFT, QUAN_SHEET_WIDTH, TITLE_BASELINE, title, &quan_style_title);
  quan_block_add (facts, left, &quan_style_label, QUAN_TABLE_LEADING);
  quan_pages_right (pages, RIGHT, FACTS_BASELINE, right, &quan_style_label);
  pages->flow.y = first_line;
  draw_block (pages, facts);
  pages->flow.top = pages->flow.y += TABLE_TOP - first_line - QUAN_TABLE_LEADING;
}

guint
quan_pages_number (const QuanPages *pages, const char *part)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (pages->numbers, part));
}

void
quan_pages_paragraph (QuanPages *pages, const char *text, const QuanTextStyle *style, double leading)
{
  g_autoptr (QuanBlock) block = quan_block_new (pages->fonts, pages->flow.width, QUAN_ALIGN_LEFT);

  quan_block_add (block, text, style, leading);
  quan_flow_need (&pages->flow, quan_block_height (block));
  draw_block (pages, block);
}

const char *
quan_pages_result (const QuanPages *pages, const char *step)
{
  for (guint i = 0; i < pages->steps->len; i++) {
    const QuanStep *candidate = g_ptr_array_index (pages->steps, i);

    if (g_str_equal (candidate->id, step))
      return candidate->result;
  }
  return "—";
}

/* A framed word or sentence in the middle of the page, its box from top to bottom. */
static void
draw_boxed (QuanPages *pages, double top, double height, const char *text, const QuanTextStyle *style)
{
  double width = quan_run_width (pages->fonts, style, text, -1) + MM (6);
  double x = QUAN_SHEET_LEFT + (QUAN_SHEET_WIDTH - width) / 2;

  quan_canvas_rectangle (pages->canvas, x, top, width, height,
                         &(QuanPaint) {.filled = TRUE, .fill = QUAN_GREY (1), .width = 0.75});
  quan_pages_centred (pages, x, width, quan_baseline (top, height, style->size), text, style);
}

/* What every page must say of the pack; NULL where all is well. */
static char *
pack_warning (const QuanView *view)
{
  static const char *const states[] = {
    [QUAN_PACK_NOT_YET] = "政策尚未生效", [QUAN_PACK_IN_FORCE] = NULL, [QUAN_PACK_LAPSED] = "政策已经到期",
  };
  const char *state = states[quan_pack_state (view->pack, view->as_of)];
  g_autofree char *from = quan_packet_date (view->pack->valid_from);
  g_autofree char *until = quan_packet_date (view->pack->valid_until);
  g_autofree char *as_of = quan_packet_date (view->as_of);
  GString *warning = g_string_new (NULL);

  if (state != NULL)
    g_string_append_printf (warning, "%s：有效期 %s 至 %s，基准日 %s", state, from, until, as_of);
  if (!view->pack->verified)
    g_string_append_printf (warning, "%s未经核实的示例政策包", warning->len > 0 ? "；" : "");
  return g_string_free (warning, warning->len == 0);
}

static void
draw_header (QuanPages *pages, guint page)
{
  const QuanPack *pack = pages->source->view->pack;
  g_autoptr (QuanBlock) number = quan_block_new (pages->fonts, MM (75), QUAN_ALIGN_RIGHT);
  g_autofree char *warning = pack_warning (pages->source->view);
  g_autofree char *contract = g_strconcat ("合同编号 ", pages->source->subject->contract->number, NULL);
  g_autofree char *left = g_strdup_printf ("%s　|　%s", pack->claim_packet.title.in[QUAN_LANGUAGE_ZH],
                                           (const char *) g_ptr_array_index (pages->names, page));

  quan_canvas_text (pages->canvas, QUAN_SHEET_LEFT, HEADER_BASELINE, left, &header_style);
  quan_block_add (number, contract, &header_style, 10);
  quan_block_draw (number, pages->canvas, RIGHT - quan_block_width (number),
                   HEADER_BASELINE - quan_block_height (number) + 2.2);
  if (!pages->ready)
    draw_boxed (pages, HEADER_RULE - MM (6.2), MM (5.2), "草稿", &draft_style);
  quan_canvas_line (pages->canvas, QUAN_SHEET_LEFT, HEADER_RULE, RIGHT, HEADER_RULE, RULE, QUAN_BLACK);
  if (warning != NULL)
    draw_boxed (pages, HEADER_RULE + MM (0.7), MM (4.4), warning, &warning_style);
}

static void
draw_footer (QuanPages *pages, guint page)
{
  const QuanView *view = pages->source->view;
  g_autofree char *as_of = quan_packet_date (view->as_of);
  g_autofree char *dated = g_strconcat ("基准日 ", as_of, NULL);
  g_autofree char *number = g_strdup_printf ("第 %u 页 共 %u 页", page + 1, quan_canvas_n_pages (pages->canvas));
  g_autofree char *pack = g_strdup_printf ("政策包 %s v%d", view->pack->id, view->pack->version);
  g_autofree char *hash = g_strdup_printf ("摘要 %.*s", SHORT_HASH, view->pack->hash);

  quan_canvas_line (pages->canvas, QUAN_SHEET_LEFT, FOOTER_RULE, RIGHT, FOOTER_RULE, RULE, QUAN_BLACK);
  quan_canvas_text (pages->canvas, QUAN_SHEET_LEFT, FOOTER_FIRST, "参考格式，以平台模板为准", &header_style);
  quan_canvas_text (pages->canvas, QUAN_SHEET_LEFT, FOOTER_SECOND, dated, &footer_note_style);
  quan_pages_centred (pages, QUAN_SHEET_LEFT, QUAN_SHEET_WIDTH, (FOOTER_FIRST + FOOTER_SECOND) / 2, number,
                      &number_style);
  quan_pages_right (pages, RIGHT, FOOTER_FIRST, pack, &header_style);
  quan_pages_right (pages, RIGHT, FOOTER_SECOND, hash, &footer_note_style);
}

void
quan_pages_frame (QuanPages *pages)
{
  for (guint page = 0; page < quan_canvas_n_pages (pages->canvas); page++) {
    if (!pages->ready) {
      quan_canvas_select (pages->canvas, page, QUAN_LAYER_UNDER);
      quan_canvas_outlined_text (pages->canvas, MM (55), MM (215), WATERMARK_ANGLE, "草稿", &watermark_style,
                                 WATERMARK_EDGE);
    }
    quan_canvas_select (pages->canvas, page, QUAN_LAYER_OVER);
    draw_header (pages, page);
    draw_footer (pages, page);
  }
}
