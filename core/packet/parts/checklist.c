/* The checklist of materials: what the notice names looks different from usual practice, and what is still to be
 * attached from what this packet holds. */
#include "core/engine/document.h"
#include "core/packet/parts/parts.h"
#include "core/packet/styles.h"
#include "core/packet/table.h"

#define MM(value) ((value) * QUAN_MM)
#define BOX_COLUMNS 3
#define BOX_GAP MM (4)

enum { MARK, TITLE, CLAUSE, REQUIREMENT, STATE, SOURCE, COUNT, SPAN };

static const QuanColumn columns[] = {
  [MARK] = {"", MM (8), QUAN_ALIGN_LEFT},
  [TITLE] = {"材料名称", MM (50.5), QUAN_ALIGN_LEFT},
  [CLAUSE] = {"条款", MM (16), QUAN_ALIGN_LEFT},
  [REQUIREMENT] = {"要求与现状", MM (41.5), QUAN_ALIGN_LEFT},
  [STATE] = {"状态", MM (16), QUAN_ALIGN_LEFT},
  [SOURCE] = {"来源", MM (12), QUAN_ALIGN_LEFT},
  [COUNT] = {"页数", MM (10), QUAN_ALIGN_RIGHT},
  [SPAN] = {"页码", MM (16), QUAN_ALIGN_RIGHT},
};

/* Where a document stands. */
typedef enum { HERE, APART, STALE, N_STATES } State;

static const struct {
  QuanMark    mark;
  const char *word, *source;
} states[N_STATES] = {
  [HERE] = {QUAN_MARK_PASS, "已备", "生成"},
  [APART] = {QUAN_MARK_BOX, "待附", "另附"},
  [STALE] = {QUAN_MARK_STALE, "过期", "另附"},
};

/* How many days old a document is that has an age limit, -1 where that is not known. */
static int
age (const QuanPages *pages, const QuanDocument *document)
{
  return quan_document_age (pages->view, &pages->subject, document);
}

static State
state_of (const QuanPages *pages, const QuanDocument *document)
{
  if (quan_document_is_made (pages->view->pack, document))
    return HERE;
  return quan_document_is_stale (pages->view, &pages->subject, document) ? STALE : APART;
}

/* What is asked for, and under it how old the officer's paper is, where that matters. */
static void
add_requirement (const QuanPages *pages, QuanTable *table, const QuanDocument *document)
{
  int days = age (pages, document);

  quan_table_text (table, REQUIREMENT, document->requirement.in[QUAN_LANGUAGE_ZH], &quan_style_fact);
  if (days >= 0) {
    g_autofree char *dated = quan_fact_text (&document->dated, &pages->subject, QUAN_LANGUAGE_ZH);
    g_autofree char *text = g_strdup_printf ("%s查询，已%d日", dated, days);

    quan_table_text (table, REQUIREMENT, text, &quan_style_fact);
  }
}

static void
add_document (const QuanPages *pages, QuanTable *table, const QuanDocument *document, QuanRowKind kind)
{
  State state = state_of (pages, document);
  QuanSpan span = quan_pages_span (pages, document->id);
  g_autofree char *count = span.first > 0 ? g_strdup_printf ("%u", span.last - span.first + 1) : g_strdup ("—");
  g_autofree char *pages_text = quan_span_text (span);

  quan_table_row (table, kind);
  quan_table_marked (table, MARK, document->named ? QUAN_MARK_STAR : QUAN_MARK_CIRCLE, "", &quan_style_label);
  quan_table_text (table, TITLE, document->title.in[QUAN_LANGUAGE_ZH],
                   document->named ? &quan_style_strong : &quan_style_label);
  quan_table_text (table, CLAUSE, document->clause != NULL ? document->clause : "—", &quan_style_label);
  add_requirement (pages, table, document);
  quan_table_marked (table, STATE, states[state].mark, states[state].word,
                     state == HERE ? &quan_style_label : &quan_style_strong);
  quan_table_text (table, SOURCE, states[state].source, &quan_style_label);
  quan_table_text (table, COUNT, count, &quan_style_figure);
  quan_table_text (table, SPAN, pages_text, &quan_style_figure);
}

static void
add_documents (const QuanPages *pages, QuanTable *table, gboolean named, QuanRowKind first)
{
  const GArray *documents = pages->view->pack->documents;
  QuanRowKind kind = first;

  for (guint i = 0; i < documents->len; i++) {
    const QuanDocument *document = &g_array_index (documents, QuanDocument, i);

    if (document->stage != pages->stage || document->named != named)
      continue;
    add_document (pages, table, document, kind);
    kind = QUAN_ROW_PLAIN;
  }
}

/* "共 11 项：已备 6，待附 5". */
static char *
summary (const QuanPages *pages)
{
  const GArray *documents = pages->view->pack->documents;
  guint counts[N_STATES] = {0}, all = 0;
  const char *joiner = "：";
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < documents->len; i++) {
    const QuanDocument *document = &g_array_index (documents, QuanDocument, i);

    if (document->stage != pages->stage)
      continue;
    counts[state_of (pages, document)]++;
    all++;
  }
  g_string_append_printf (text, "共 %u 项", all);
  for (int i = 0; i < N_STATES; i++) {
    if (counts[i] == 0)
      continue;
    g_string_append_printf (text, "%s%s %u", joiner, states[i].word, counts[i]);
    joiner = "，";
  }
  return g_string_free (text, FALSE);
}

/* What the two marks of the table mean, where the facts line of a sheet stands. */
static void
draw_legend (QuanPages *pages)
{
  g_autoptr (QuanBlock) star = quan_block_new (pages->fonts, MM (45), QUAN_ALIGN_LEFT);
  g_autoptr (QuanBlock) circle = quan_block_new (pages->fonts, MM (60), QUAN_ALIGN_LEFT);
  double y = pages->flow.y - MM (5.9);

  quan_block_add_marked (star, QUAN_MARK_STAR, "通知列明的材料", &quan_style_label, QUAN_TABLE_LEADING);
  quan_block_add_marked (circle, QUAN_MARK_CIRCLE, "惯例材料，通知未列", &quan_style_label, QUAN_TABLE_LEADING);
  quan_block_draw (star, pages->canvas, pages->flow.left, y);
  quan_block_draw (circle, pages->canvas, pages->flow.left + MM (38), y);
}

/* What is to be ticked by pen before the packet is filed. */
static void
draw_boxes (QuanPages *pages)
{
  const char *const *items = pages->plan->before_filing;
  double width = (pages->flow.width - (BOX_COLUMNS - 1) * BOX_GAP) / BOX_COLUMNS, tallest = 0;

  if (items == NULL)
    return;
  pages->flow.y += MM (5);
  quan_pages_section (pages, "报送前核对", "", MM (18));
  quan_canvas_line (pages->canvas, pages->flow.left, pages->flow.y, pages->flow.left + pages->flow.width, pages->flow.y,
                    0.5, QUAN_BLACK);
  pages->flow.y += MM (2.4);
  for (guint i = 0; items[i] != NULL; i++) {
    g_autoptr (QuanBlock) block = quan_block_new (pages->fonts, width, QUAN_ALIGN_LEFT);

    quan_block_add_marked (block, QUAN_MARK_BOX, items[i], &quan_style_label, QUAN_TABLE_LEADING);
    if (i % BOX_COLUMNS == 0) {
      pages->flow.y += tallest;
      tallest = 0;
      quan_flow_need (&pages->flow, quan_block_height (block));
    }
    quan_block_draw (block, pages->canvas, pages->flow.left + i % BOX_COLUMNS * (width + BOX_GAP), pages->flow.y);
    tallest = MAX (tallest, quan_block_height (block) + MM (2.6));
  }
  pages->flow.y += tallest;
}

void
quan_part_checklist (QuanPages *pages)
{
  g_autoptr (QuanTable) table = quan_table_new (pages->fonts, columns, G_N_ELEMENTS (columns));
  g_autofree char *counts = summary (pages);

  quan_pages_head (pages, "材料清单", "", counts);
  draw_legend (pages);
  add_documents (pages, table, TRUE, QUAN_ROW_PLAIN);
  add_documents (pages, table, FALSE, QUAN_ROW_PARTED);
  quan_table_draw (table, &pages->flow);
  quan_pages_note (pages, "待附的材料报送前放入并在方框内勾选，过期的先更新。本表不代替平台的材料要求。");
  draw_boxes (pages);
}
