/* The eligibility sheet: every rule with its clause, verdict, facts, reason and what to do. */
#include "core/packet/parts/parts.h"
#include "core/packet/styles.h"
#include "core/packet/table.h"

#define MM(value) ((value) * QUAN_MM)
#define STRIP_HEIGHT MM (11)
#define STRIP_LABEL MM (52)

enum { NUMBER, CLAUSE, RULE, VERDICT, FACTS, REASON };

static const QuanColumn columns[] = {
  [NUMBER] = {"", MM (7), QUAN_ALIGN_RIGHT},
  [CLAUSE] = {"条款", MM (16), QUAN_ALIGN_LEFT},
  [RULE] = {"规则", MM (27), QUAN_ALIGN_LEFT},
  [VERDICT] = {"结论", MM (18), QUAN_ALIGN_LEFT},
  [FACTS] = {"所据事实", MM (49), QUAN_ALIGN_LEFT},
  [REASON] = {"理由与处理", MM (53), QUAN_ALIGN_LEFT},
};

static const QuanTextStyle verdict_style = {.face = QUAN_FACE_HEI, .size = 12, .weight = 0.018};

/* The aggregate, and how many rules came out how: the strip is the legend of the marks. */
static void
draw_strip (QuanPages *pages)
{
  const QuanCheck *check = pages->claim->check;
  double top = pages->flow.y, x = pages->flow.left, middle = top + STRIP_HEIGHT / 2;
  double step = (pages->flow.width - STRIP_LABEL) / QUAN_N_VERDICTS;

  quan_canvas_rectangle (pages->canvas, x, top, pages->flow.width, STRIP_HEIGHT, &(QuanPaint) {.width = 1});
  quan_canvas_line (pages->canvas, x + STRIP_LABEL, top, x + STRIP_LABEL, top + STRIP_HEIGHT, 0.5, QUAN_BLACK);
  quan_canvas_text (pages->canvas, x + MM (4), quan_baseline (top, STRIP_HEIGHT, quan_style_label.size), "总体结论",
                    &quan_style_label);
  quan_mark_draw (pages->canvas, quan_verdict_mark (check->verdict), x + MM (25), middle);
  quan_canvas_text (pages->canvas, x + MM (29), quan_baseline (top, STRIP_HEIGHT, verdict_style.size),
                    quan_verdict_name (check->verdict, QUAN_LANGUAGE_ZH), &verdict_style);
  for (int i = 0; i < QUAN_N_VERDICTS; i++) {
    g_autofree char *text = g_strdup_printf ("%s %d", quan_verdict_name (i, QUAN_LANGUAGE_ZH), check->counts[i]);
    double at = x + STRIP_LABEL + i * step + MM (4);

    quan_mark_draw (pages->canvas, quan_verdict_mark (i), at, middle);
    quan_canvas_text (pages->canvas, at + MM (2.6), quan_baseline (top, STRIP_HEIGHT, quan_style_label.size), text,
                      &quan_style_label);
  }
  pages->flow.y += STRIP_HEIGHT + MM (2.4);
}

/* Under which other options of a reading the verdict would be another: "按读法 A1「按月」：不通过". */
static void
add_differs (QuanTable *table, const QuanFinding *finding)
{
  for (int i = 0; i < finding->n_differs; i++) {
    const QuanDiffer *differ = &finding->differs[i];
    g_autofree char *text = g_strdup_printf ("改用读法 %s“%s”：%s", differ->reading->id,
                                             differ->option->name.in[QUAN_LANGUAGE_ZH],
                                             quan_verdict_name (differ->verdict, QUAN_LANGUAGE_ZH));

    quan_table_text (table, REASON, text, &quan_style_label);
  }
}

static void
add_finding (QuanTable *table, int number, const QuanFinding *finding)
{
  gboolean good = finding->verdict == QUAN_VERDICT_PASS || finding->verdict == QUAN_VERDICT_NOT_APPLICABLE;
  const QuanTextStyle *style = good ? &quan_style_label : &quan_style_strong;
  g_autofree char *count = g_strdup_printf ("%d", number);
  g_autofree char *facts = quan_finding_facts (finding, QUAN_LANGUAGE_ZH);
  g_autofree char *reason = quan_finding_reason (finding, QUAN_LANGUAGE_ZH);
  g_autofree char *fix = quan_finding_fix (finding, QUAN_LANGUAGE_ZH);

  quan_table_row (table, good ? QUAN_ROW_PLAIN : QUAN_ROW_ATTENTION);
  quan_table_text (table, NUMBER, count, &quan_style_row);
  quan_table_text (table, CLAUSE, finding->rule->clause, &quan_style_label);
  quan_table_text (table, RULE, finding->rule->title.in[QUAN_LANGUAGE_ZH], style);
  quan_table_marked (table, VERDICT, quan_verdict_mark (finding->verdict),
                     quan_verdict_name (finding->verdict, QUAN_LANGUAGE_ZH), style);
  quan_table_text (table, FACTS, facts != NULL && *facts != '\0' ? facts : "—", &quan_style_fact);
  quan_table_text (table, REASON, reason, &quan_style_fact);
  if (fix != NULL)
    quan_table_text (table, REASON, fix, &quan_style_strong);
  add_differs (table, finding);
}

void
quan_part_eligibility (QuanPages *pages)
{
  const QuanCheck *check = pages->claim->check;
  g_autoptr (QuanTable) table = quan_table_new (pages->fonts, columns, G_N_ELEMENTS (columns));
  g_autofree char *left = quan_pages_applicant (pages);
  g_autofree char *right = g_strdup_printf ("每条规则单独判定；%s由主管部门或人员判断，%s不作零或否",
                                            quan_verdict_name (QUAN_VERDICT_REVIEW, QUAN_LANGUAGE_ZH),
                                            quan_verdict_name (QUAN_VERDICT_UNKNOWN, QUAN_LANGUAGE_ZH));

  quan_pages_head (pages, "资格核对表", left, right);
  draw_strip (pages);
  quan_table_set_dense (table);
  for (int i = 0; i < check->n_findings; i++)
    add_finding (table, i + 1, &check->findings[i]);
  quan_table_draw (table, &pages->flow);
}
