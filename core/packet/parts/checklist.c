/* Contents and checklist of materials: what the notice names looks different from usual practice. */
#include "core/packet/parts/parts.h"
#include "core/packet/styles.h"
#include "core/packet/table.h"

#define MM(value) ((value) * QUAN_MM)
#define CONTENTS_LEADING 15.0
#define DOT_PITCH MM (1.6)

enum { NUMBER, TITLE, CLAUSE, REQUIREMENT, SOURCE, PAGE, DONE };

static const QuanColumn columns[] = {
  [NUMBER] = {"", MM (8), QUAN_ALIGN_RIGHT},
  [TITLE] = {"材料名称", MM (58), QUAN_ALIGN_LEFT},
  [CLAUSE] = {"条款", MM (19), QUAN_ALIGN_LEFT},
  [REQUIREMENT] = {"要求", MM (40), QUAN_ALIGN_LEFT},
  [SOURCE] = {"来源", MM (21), QUAN_ALIGN_LEFT},
  [PAGE] = {"页码", MM (12), QUAN_ALIGN_RIGHT},
  [DONE] = {"核对", MM (12), QUAN_ALIGN_LEFT},
};

static char *
page_text (const QuanPages *pages, const char *part)
{
  guint number = quan_pages_number (pages, part);

  return number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("—");
}

/* Name, leader dots on one grid for all lines, page number. */
static void
draw_entry (QuanPages *pages, const QuanPart *part, double left, double width, double y)
{
  g_autofree char *number = page_text (pages, part->id);
  double from = left + quan_run_width (pages->fonts, &quan_style_label, part->name, -1) + DOT_PITCH;
  double until = left + width - quan_run_width (pages->fonts, &quan_style_label, number, -1) - DOT_PITCH;

  quan_canvas_text (pages->canvas, left, y, part->name, &quan_style_label);
  for (double x = left + width; x > from; x -= DOT_PITCH)
    if (x < until)
      quan_canvas_circle (pages->canvas, x, y - 2, 0.35, &(QuanPaint) {.filled = TRUE});
  quan_pages_right (pages, left + width, y, number, &quan_style_label);
}

/* The parts of the packet in two columns. */
static void
draw_contents (QuanPages *pages)
{
  double width = (pages->flow.width - MM (10)) / 2;
  guint n = 0, n_rows;

  while (pages->parts[n] != NULL)
    n++;
  n_rows = (n + 1) / 2;
  quan_pages_paragraph (pages, "目　录", &quan_style_section, 18);
  for (guint i = 0; i < n; i++)
    draw_entry (pages, pages->parts[i], pages->flow.left + i / n_rows * (width + MM (10)), width,
                quan_baseline (pages->flow.y + i % n_rows * CONTENTS_LEADING, CONTENTS_LEADING, quan_style_label.size));
  pages->flow.y += n_rows * CONTENTS_LEADING + MM (5);
}

static void
add_document (const QuanPages *pages, QuanTable *table, guint number, const QuanDocument *document)
{
  gboolean printed = quan_pages_number (pages, document->id) > 0;
  g_autofree char *count = g_strdup_printf ("%u", number);
  g_autofree char *page = page_text (pages, document->id);
  const QuanTextStyle *style = document->named ? &quan_style_strong : &quan_style_label;

  quan_table_row (table, QUAN_ROW_PLAIN);
  quan_table_text (table, NUMBER, count, &quan_style_row);
  quan_block_add_marked (quan_table_cell (table, TITLE), document->named ? QUAN_MARK_STAR : QUAN_MARK_CIRCLE,
                         document->title.in[QUAN_LANGUAGE_ZH], style, QUAN_TABLE_LEADING);
  quan_table_text (table, CLAUSE, document->clause != NULL ? document->clause : "—", &quan_style_label);
  quan_table_text (table, REQUIREMENT, document->requirement.in[QUAN_LANGUAGE_ZH], &quan_style_fact);
  if (!document->mandatory)
    quan_table_text (table, REQUIREMENT, "适用时提供", &quan_style_note);
  quan_table_text (table, SOURCE, printed ? "本材料包" : "另附", &quan_style_label);
  quan_table_text (table, PAGE, page, &quan_style_figure);
  quan_block_add_marked (quan_table_cell (table, DONE), QUAN_MARK_BOX, "", &quan_style_label, QUAN_TABLE_LEADING);
}

static void
add_documents (const QuanPages *pages, QuanTable *table, gboolean named, guint *number)
{
  const GArray *documents = pages->source->view->pack->documents;

  for (guint i = 0; i < documents->len; i++) {
    const QuanDocument *document = &g_array_index (documents, QuanDocument, i);

    if (document->stage == QUAN_STAGE_CLAIM && document->named == named)
      add_document (pages, table, ++*number, document);
  }
}

void
quan_part_checklist (QuanPages *pages)
{
  g_autoptr (QuanTable) table = quan_table_new (pages->fonts, columns, G_N_ELEMENTS (columns));
  guint number = 0;

  quan_pages_head (pages, "目录与材料清单", "★ 通知列明的材料　○ 惯例材料，通知未列", "核对栏供报送前勾选");
  draw_contents (pages);
  quan_pages_paragraph (pages, "材料清单", &quan_style_section, 18);
  quan_table_group (table, "通知列明的材料");
  add_documents (pages, table, TRUE, &number);
  quan_table_group (table, "惯例材料");
  add_documents (pages, table, FALSE, &number);
  quan_table_draw (table, &pages->flow);
  pages->flow.y += 4;
  quan_pages_paragraph (pages, "另附的材料在报送前放入，并在核对栏勾选；本表不代替平台的材料要求。", &quan_style_note,
                        QUAN_TABLE_LEADING);
}
