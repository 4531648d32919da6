#include "core/packet/frame.h"

#define MM(value) ((value) * QUAN_MM)
#define HEADER_BASELINE MM (14.2)
#define HEADER_RULE MM (16.4)
#define HEADER_LEADING 10.0
#define HEADER_LINES 2
#define FOOTER_RULE MM (280)
#define FOOTER_FIRST MM (284.6)
#define FOOTER_SECOND MM (288.6)
#define RULE 0.5
#define SHORT_HASH 8
#define WATERMARK_EDGE QUAN_GREY (0.7)
#define WATERMARK_ANGLE 38

static const QuanTextStyle header_style = {.face = QUAN_FACE_HEI, .size = 8};
static const QuanTextStyle footer_note_style = {.face = QUAN_FACE_HEI, .size = 8, .ink = QUAN_NOTE_INK};
static const QuanTextStyle number_style = {.face = QUAN_FACE_HEI, .size = 9};
static const QuanTextStyle warning_style = {.face = QUAN_FACE_HEI, .size = 8, .weight = 0.018};
static const QuanTextStyle draft_style = {.face = QUAN_FACE_HEI, .size = 9.5, .weight = 0.018, .spacing = 4};
static const QuanTextStyle watermark_style = {.face = QUAN_FACE_HEI, .size = 190, .weight = 0.005,
                                              .ink = QUAN_GREY (0.955)};

/* A framed word or sentence in the middle of the column, its box from top to bottom. */
static void
draw_boxed (QuanPages *pages, const QuanPage *page, double top, double height, const char *text,
            const QuanTextStyle *style)
{
  double width = quan_run_width (pages->fonts, style, text, -1) + MM (6);
  double x = page->left + (page->width - width) / 2;

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

/* A text beside the middle of the header: its last line on the baseline, another above it. */
static void
draw_header_side (QuanPages *pages, const QuanPage *page, const char *text, QuanAlign align)
{
  double room = page->width / 2 - MM (10);
  g_autoptr (QuanBlock) block = quan_block_new (pages->fonts, room, align);

  quan_block_add (block, text, &header_style, HEADER_LEADING);
  if (quan_block_n_lines (block) > HEADER_LINES) {
    g_autofree char *shorter = quan_shorten (text);

    draw_header_side (pages, page, shorter, align);
    return;
  }
  quan_block_draw (block, pages->canvas, align == QUAN_ALIGN_RIGHT ? page->left + page->width - room : page->left,
                   HEADER_BASELINE - quan_block_height (block) + 2.2);
}

static void
draw_header (QuanPages *pages, const QuanPage *page)
{
  g_autofree char *warning = pack_warning (pages->view);
  g_autofree char *left = g_strdup_printf ("%s　|　%s", pages->plan->title.in[QUAN_LANGUAGE_ZH], page->names->str);

  draw_header_side (pages, page, left, QUAN_ALIGN_LEFT);
  draw_header_side (pages, page, pages->reference, QUAN_ALIGN_RIGHT);
  if (!pages->ready)
    draw_boxed (pages, page, HEADER_RULE - MM (6.2), MM (5.2), "草稿", &draft_style);
  quan_canvas_line (pages->canvas, page->left, HEADER_RULE, page->left + page->width, HEADER_RULE, RULE, QUAN_BLACK);
  if (warning != NULL)
    draw_boxed (pages, page, HEADER_RULE + MM (0.7), MM (3.9), warning, &warning_style);
}

static void
draw_footer (QuanPages *pages, const QuanPage *page, guint i)
{
  const QuanView *view = pages->view;
  double right = page->left + page->width;
  g_autofree char *as_of = quan_packet_date (view->as_of);
  g_autofree char *dated = g_strconcat ("基准日 ", as_of, NULL);
  g_autofree char *number = g_strdup_printf ("第 %u 页　共 %u 页", i + 1, quan_canvas_n_pages (pages->canvas));
  g_autofree char *pack = g_strdup_printf ("政策包 %s v%d", view->pack->id, view->pack->version);
  g_autofree char *hash = g_strdup_printf ("摘要 %.*s", SHORT_HASH, view->pack->hash);

  quan_canvas_line (pages->canvas, page->left, FOOTER_RULE, right, FOOTER_RULE, RULE, QUAN_BLACK);
  quan_canvas_text (pages->canvas, page->left, FOOTER_FIRST, "参考格式，以平台模板为准", &header_style);
  quan_canvas_text (pages->canvas, page->left, FOOTER_SECOND, dated, &footer_note_style);
  quan_pages_centred (pages, page->left, page->width, (FOOTER_FIRST + FOOTER_SECOND) / 2, number, &number_style);
  quan_pages_right (pages, right, FOOTER_FIRST, pack, &header_style);
  quan_pages_right (pages, right, FOOTER_SECOND, hash, &footer_note_style);
}

void
quan_frame_draw (QuanPages *pages)
{
  for (guint i = 0; i < pages->pages->len; i++) {
    const QuanPage *page = &g_array_index (pages->pages, QuanPage, i);

    if (!pages->ready) {
      quan_canvas_select (pages->canvas, i, QUAN_LAYER_UNDER);
      quan_canvas_outlined_text (pages->canvas, MM (55), MM (215), WATERMARK_ANGLE, "草稿", &watermark_style,
                                 WATERMARK_EDGE);
    }
    quan_canvas_select (pages->canvas, i, QUAN_LAYER_OVER);
    draw_header (pages, page);
    draw_footer (pages, page, i);
  }
}
