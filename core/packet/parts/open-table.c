#include "core/packet/parts/open-table.h"

#include "core/packet/styles.h"
#include "core/packet/table.h"

#define MM(value) ((value) * QUAN_MM)

enum { VERDICT, CLAUSE, WHAT, FACT, REMEDY };

static const QuanColumn columns[] = {
  [VERDICT] = {"结论", MM (21), QUAN_ALIGN_LEFT},
  [CLAUSE] = {"条款", MM (19), QUAN_ALIGN_LEFT},
  [WHAT] = {"事项", MM (34), QUAN_ALIGN_LEFT},
  [FACT] = {"情况", MM (52), QUAN_ALIGN_LEFT},
  [REMEDY] = {"处理", MM (44), QUAN_ALIGN_LEFT},
};

void
quan_open_table_draw (QuanPages *pages)
{
  static const QuanTextStyle white = {.face = QUAN_FACE_HEI, .size = 10, .weight = 0.018, .ink = {1, 1, 1}};
  g_autoptr (QuanTable) table = quan_table_new (pages->fonts, columns, G_N_ELEMENTS (columns));
  g_autofree char *count = g_strdup_printf ("尚未就绪　%u 项待处理；可以打印草稿，不可作为正式材料报送", pages->open->len);

  quan_canvas_rectangle (pages->canvas, pages->flow.left, pages->flow.y, pages->flow.width, MM (8),
                         &(QuanPaint) {.filled = TRUE});
  quan_canvas_text (pages->canvas, pages->flow.left + MM (3), quan_baseline (pages->flow.y, MM (8), white.size), count,
                    &white);
  pages->flow.y += MM (8);
  quan_table_set_dense (table);
  for (guint i = 0; i < pages->open->len; i++) {
    const QuanOpenItem *item = g_ptr_array_index (pages->open, i);

    quan_table_row (table, QUAN_ROW_PLAIN);
    quan_table_marked (table, VERDICT, quan_verdict_mark (item->verdict),
                       quan_verdict_name (item->verdict, QUAN_LANGUAGE_ZH), &quan_style_strong);
    quan_table_text (table, CLAUSE, *item->clause != '\0' ? item->clause : "—", &quan_style_label);
    quan_table_text (table, WHAT, item->what, &quan_style_label);
    quan_table_text (table, FACT, item->fact, &quan_style_fact);
    quan_table_text (table, REMEDY, item->remedy != NULL ? item->remedy : "—", &quan_style_fact);
  }
  quan_table_draw (table, &pages->flow);
  pages->flow.y += MM (4);
}
