/* The working sheet: every amount with its formula, and the readings in force. */
#include <string.h>

#include "core/packet/block.h"
#include "core/packet/parts/amount-frame.h"
#include "core/packet/parts/parts.h"
#include "core/packet/parts/term-bar.h"
#include "core/packet/styles.h"
#include "core/packet/table.h"

#define MM(value) ((value) * QUAN_MM)
/* Song and Hei have no minus sign: an en dash stands for it in formulas. */
#define MINUS "−"
#define DASH "–"

enum { NUMBER, LABEL, FORMULA, SOURCE, RESULT };

static const QuanColumn step_columns[] = {
  [NUMBER] = {"", MM (8), QUAN_ALIGN_RIGHT},
  [LABEL] = {"金额项", MM (24), QUAN_ALIGN_LEFT},
  [FORMULA] = {"算式与代入", MM (84), QUAN_ALIGN_LEFT},
  [SOURCE] = {"条款与读法", MM (21), QUAN_ALIGN_LEFT},
  [RESULT] = {"结果", MM (33), QUAN_ALIGN_RIGHT},
};

enum { READING, CHOSEN, OTHERS, BASE, N_READING_COLUMNS };

static const QuanColumn reading_columns[N_READING_COLUMNS] = {
  [READING] = {"读法", MM (12), QUAN_ALIGN_LEFT},
  [CHOSEN] = {"本次采用", MM (84), QUAN_ALIGN_LEFT},
  [OTHERS] = {"其他可选", MM (44.5), QUAN_ALIGN_LEFT},
  [BASE] = {"改用后的核定基数", MM (29.5), QUAN_ALIGN_RIGHT},
};

/* Whether the lines stand one by one on the list of resources, so that this sheet only sums them up. */
static gboolean
lines_elsewhere (const QuanPages *pages)
{
  return quan_pages_find (pages, "resource-list") != NULL && !pages->claim->check->award.base.by_schedule;
}

static guint
n_lines (const QuanPages *pages, gboolean counted_only)
{
  const GPtrArray *lines = pages->subject.contract->lines;
  guint n = 0;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    n += !counted_only || quan_line_counts (pages->view, g_ptr_array_index (lines, i));
  return n;
}

/* What a step says it is computed from; where the lines stand elsewhere, the sum over them and where to find them. */
static char *
formula_text (const QuanPages *pages, const QuanStep *step)
{
  const QuanPacketSource *source = pages->claim;
  gboolean summed = lines_elsewhere (pages);
  QuanLinePart part;
  g_autofree char *see = quan_pages_see (pages, "resource-list");
  GString *text;

  if (summed && g_str_equal (step->id, "compute"))
    return g_strdup_printf ("共 %u 行，计入 %u 行，见算力资源清单%s", n_lines (pages, FALSE), n_lines (pages, TRUE), see);
  if (summed && g_str_equal (step->id, "base") && source->check->award.base.state == QUAN_BASE_KNOWN)
    return quan_shared_part (source->view, source->subject->contract, &part)
             ? g_strdup_printf ("∑（每行金额 × %d ÷ %d，向下取整到分）", part.inside, part.total)
             : g_strdup ("∑（每行金额 × 计入 ÷ 全期，向下取整到分）");
  text = g_string_new (step->formula);
  g_string_replace (text, MINUS, DASH, 0);
  return g_string_free (text, FALSE);
}

/* Money that is lost, or will be: not to be overlooked. */
static gboolean
is_loss (const QuanStep *step)
{
  return (g_str_equal (step->id, "forfeited") || g_str_equal (step->id, "at-risk")) && step->fen > 0;
}

static void
add_step (const QuanPages *pages, QuanTable *table, const QuanStep *step, guint number)
{
  gboolean strong = step->key || is_loss (step);
  g_autofree char *count = g_strdup_printf ("%u", number);
  g_autofree char *formula = formula_text (pages, step);

  quan_table_row (table, is_loss (step) ? QUAN_ROW_ATTENTION : step->key ? QUAN_ROW_KEY : QUAN_ROW_PLAIN);
  quan_table_text (table, NUMBER, count, &quan_style_row);
  quan_table_text (table, LABEL, step->label, strong ? &quan_style_strong : &quan_style_label);
  if (step->detail != NULL)
    quan_table_text (table, LABEL, step->detail, &quan_style_fact);
  quan_table_text (table, FORMULA, formula, &quan_style_label);
  quan_table_text (table, SOURCE, step->source, &quan_style_label);
  quan_table_text (table, RESULT, step->result, strong ? &quan_style_figure_strong : &quan_style_figure);
}

static void
draw_steps (QuanPages *pages)
{
  g_autoptr (QuanTable) table = quan_table_new (pages->fonts, step_columns, G_N_ELEMENTS (step_columns));
  int group = -1;
  guint number = 0;

  quan_table_set_dense (table);
  for (guint i = 0; i < pages->steps->len; i++) {
    const QuanStep *step = g_ptr_array_index (pages->steps, i);

    if (g_str_equal (step->id, "line") && lines_elsewhere (pages))
      continue;
    if ((int) step->group != group)
      quan_table_group (table, quan_step_group_name (step->group, QUAN_LANGUAGE_ZH));
    group = step->group;
    add_step (pages, table, step, ++number);
  }
  quan_table_draw (table, &pages->flow);
}

/* What the base becomes under another option: the amount, or why there is none. */
static char *
base_under (const QuanAlternative *alternative, QuanFen now)
{
  switch (alternative->base.state) {
  case QUAN_BASE_KNOWN:
    return alternative->base.base == now ? g_strdup ("不变") : quan_packet_money (alternative->base.base);
  case QUAN_BASE_UNDETERMINED:
    return g_strdup ("不能确定");
  case QUAN_BASE_UNKNOWN:
    return g_strdup ("缺事实");
  }
  g_assert_not_reached ();
}

/* Adds empty lines until both columns go on at the same height. */
static void
level (QuanTable *table, guint a, guint b)
{
  while (quan_block_n_lines (quan_table_cell (table, a)) < quan_block_n_lines (quan_table_cell (table, b)))
    quan_table_text (table, a, "", &quan_style_label);
}

static void
add_alternative (QuanTable *table, const QuanAlternative *alternative, QuanFen now)
{
  if (alternative->option == NULL) {
    quan_table_text (table, CHOSEN, alternative->reading->summary.in[QUAN_LANGUAGE_ZH], &quan_style_label);
    quan_table_text (table, OTHERS, "—", &quan_style_label);
    quan_table_text (table, BASE, "—", &quan_style_figure);
  } else if (alternative->chosen) {
    quan_table_text (table, CHOSEN, alternative->option->name.in[QUAN_LANGUAGE_ZH], &quan_style_label);
  } else {
    g_autofree char *base = base_under (alternative, now);

    quan_table_text (table, OTHERS, alternative->option->name.in[QUAN_LANGUAGE_ZH], &quan_style_label);
    quan_table_text (table, BASE, base, &quan_style_figure);
    level (table, BASE, OTHERS);
    level (table, OTHERS, BASE);
  }
}

static void
draw_readings (QuanPages *pages)
{
  QuanFen now = pages->claim->check->award.base.base;
  const QuanReading *before = NULL;
  QuanColumn columns[N_READING_COLUMNS];
  g_autoptr (QuanTable) table = NULL;

  memcpy (columns, reading_columns, sizeof columns);
  for (guint i = 0; i < pages->alternatives->len; i++) {
    g_autofree char *base = base_under (&g_array_index (pages->alternatives, QuanAlternative, i), now);

    quan_columns_widen (pages->fonts, columns, BASE, CHOSEN, base, &quan_style_figure);
  }
  table = quan_table_new (pages->fonts, columns, N_READING_COLUMNS);
  quan_table_set_dense (table);
  for (guint i = 0; i < pages->alternatives->len; i++) {
    const QuanAlternative *alternative = &g_array_index (pages->alternatives, QuanAlternative, i);

    if (alternative->reading != before) {
      quan_table_row (table, QUAN_ROW_PLAIN);
      quan_table_text (table, READING, alternative->reading->id, &quan_style_label);
    }
    before = alternative->reading;
    add_alternative (table, alternative, now);
  }
  quan_pages_section (pages, "采用的读法", "条文未明之处由政策包给出读法；可改的列出改用后的核定基数", MM (25));
  quan_table_draw (table, &pages->flow);
}

void
quan_part_working_sheet (QuanPages *pages)
{
  g_autofree char *left = quan_pages_applicant (pages);

  quan_pages_head (pages, "申领金额核算表", left, "金额单位：人民币元");
  quan_term_bar_draw (pages);
  draw_steps (pages);
  quan_amount_frame_draw (pages, "本次申领金额", pages->claim->check->award.claimable);
  draw_readings (pages);
}
