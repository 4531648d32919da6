#include "core/packet/parts/amount-frame.h"

#include "core/packet/styles.h"

#define MM(value) ((value) * QUAN_MM)
#define LABEL MM (31)

void
quan_amount_frame_draw (QuanPages *pages, const char *label, QuanFen amount)
{
  double left = pages->flow.left, width = pages->flow.width, height, top;
  g_autoptr (QuanBlock) figures = quan_block_new (pages->fonts, MM (42), QUAN_ALIGN_RIGHT);
  g_autoptr (QuanBlock) words = quan_block_new (pages->fonts, width - LABEL - MM (48), QUAN_ALIGN_LEFT);
  g_autofree char *marked = quan_packet_yuan (amount);
  g_autofree char *capitals = amount != QUAN_FEN_NONE ? quan_packet_capitals (amount) : g_strdup ("");

  quan_block_add (figures, marked, &quan_style_amount, MM (6.5));
  quan_block_add (words, capitals, &quan_style_capitals, MM (6.5));
  height = MAX (quan_block_height (words), quan_block_height (figures)) + MM (5);
  pages->flow.y += MM (4);
  quan_flow_need (&pages->flow, height);
  top = pages->flow.y;
  quan_canvas_rectangle (pages->canvas, left, top, width, height, &(QuanPaint) {.width = 1});
  quan_canvas_line (pages->canvas, left + LABEL, top, left + LABEL, top + height, 0.5, QUAN_BLACK);
  quan_pages_centred (pages, left, LABEL, quan_baseline (top, height, quan_style_section.size), label,
                      &quan_style_section);
  quan_block_draw (words, pages->canvas, left + LABEL + MM (3), top + (height - quan_block_height (words)) / 2);
  quan_block_draw (figures, pages->canvas, left + width - MM (44), top + (height - quan_block_height (figures)) / 2);
  pages->flow.y += height + MM (3);
}
