/* The three-way sheet: deliveries, invoices and payments side by side, what differs in words, what was checked, and the
 * sum that follows. */
#include "core/engine/agenda-text.h"
#include "core/packet/parts/parts.h"
#include "core/packet/parts/redemption-cells.h"
#include "core/packet/parts/three-way.h"
#include "core/packet/styles.h"

#define MM(value) ((value) * QUAN_MM)
#define CHECK_HEIGHT MM (6.6)
#define CHECK_BETWEEN MM (6)
#define OTHERS_MAX 5  /* rows whose invoices hold more than counts are said one by one; one sentence for more */
#define SAID_MAX 20    /* of one sort of mismatch */
#define FRIDAY 5

enum { VERDICT, ROW, REASON, FIX };

static const QuanColumn columns[] = {
  [VERDICT] = {"结论", MM (18), QUAN_ALIGN_LEFT},
  [ROW] = {"行", MM (15), QUAN_ALIGN_LEFT},
  [REASON] = {"差异", MM (82), QUAN_ALIGN_LEFT},
  [FIX] = {"处理", MM (55), QUAN_ALIGN_LEFT},
};

static void
add_difference (QuanTable *table, QuanVerdict verdict, const char *row, const char *reason, const char *fix)
{
  gboolean good = verdict == QUAN_VERDICT_PASS;

  quan_table_row (table, QUAN_ROW_PLAIN);
  quan_table_marked (table, VERDICT, quan_verdict_mark (verdict),
                     good ? "一致" : quan_verdict_name (verdict, QUAN_LANGUAGE_ZH),
                     good ? &quan_style_label : &quan_style_strong);
  quan_table_text (table, ROW, row, &quan_style_label);
  quan_table_text (table, REASON, reason, &quan_style_fact);
  quan_table_text (table, FIX, fix != NULL ? fix : "—", &quan_style_fact);
}

static void
add_mismatch (QuanTable *table, const QuanThreeWay *check, const QuanMismatch *mismatch)
{
  guint row = quan_three_way_row (check, mismatch);
  g_autofree char *where = row > 0 ? g_strdup_printf ("第 %u 行", row)
                                   : g_strdup (mismatch->invoice != NULL ? "未计入" : "全部");

  add_difference (table, mismatch->verdict, where, mismatch->reason, mismatch->fix);
}

/* All mismatches; of those that are to be mended, not explained, so many of a sort and how many more there are. */
static void
add_mismatches (QuanTable *table, const QuanThreeWay *check)
{
  guint said[QUAN_N_MATCHES][QUAN_N_VERDICTS] = {{0}};

  for (guint i = 0; i < check->mismatches->len; i++) {
    const QuanMismatch *mismatch = g_ptr_array_index (check->mismatches, i);

    if (said[mismatch->match][mismatch->verdict]++ < SAID_MAX || mismatch->verdict == QUAN_VERDICT_REVIEW)
      add_mismatch (table, check, mismatch);
  }
  for (int match = 0; match < QUAN_N_MATCHES; match++)
    for (int verdict = 0; verdict < QUAN_N_VERDICTS; verdict++)
      if (said[match][verdict] > SAID_MAX && verdict != QUAN_VERDICT_REVIEW) {
        g_autofree char *reason = g_strdup_printf ("另有 %u 处同样的情况（%s），见上表各行的结论。",
                                                   said[match][verdict] - SAID_MAX,
                                                   quan_match_name (match, QUAN_LANGUAGE_ZH));

        add_difference (table, verdict, "多行", reason, NULL);
      }
}

/* Invoices that hold more than counts differ from their payments without fault. Returns how many rows have some. */
static guint
add_others (QuanTable *table, const QuanThreeWay *check)
{
  QuanFen sum = 0;
  guint n = 0;
  g_autofree char *all = NULL, *text = NULL;

  for (guint i = 0; i < check->rows->len; i++) {
    QuanFen other = quan_reconciled_other (&g_array_index (check->rows, QuanReconciled, i));

    n += other != 0;
    quan_money_add_known (&sum, other);
  }
  for (guint i = 0; n <= OTHERS_MAX && i < check->rows->len; i++) {
    const QuanReconciled *row = &g_array_index (check->rows, QuanReconciled, i);
    QuanFen other = quan_reconciled_other (row);
    g_autofree char *number = g_strdup_printf ("第 %u 行", i + 1), *money = quan_packet_money (other);
    g_autofree char *counted = quan_packet_money (row->counted);
    g_autofree char *reason = g_strdup_printf ("发票含不计入的项目 %s，只计入 %s；付款按全部票面核对。", money, counted);

    if (other != 0)
      add_difference (table, QUAN_VERDICT_PASS, number, reason, NULL);
  }
  if (n <= OTHERS_MAX)
    return n;
  all = quan_packet_money (sum);
  text = g_strdup_printf ("共 %u 行的发票含不计入的项目，合计 %s；付款按全部票面核对。", n, all);
  add_difference (table, QUAN_VERDICT_PASS, "多行", text, NULL);
  return n;
}

static void
draw_differences (QuanPages *pages)
{
  const QuanThreeWay *check = pages->redemption->three_way;
  g_autoptr (QuanTable) table = quan_table_new (pages->fonts, columns, G_N_ELEMENTS (columns));

  quan_table_set_dense (table);
  add_mismatches (table, check);
  if (add_others (table, check) == 0 && check->mismatches->len == 0)
    add_difference (table, QUAN_VERDICT_PASS, "全部", "发票、交付、付款逐行核对，没有需要说明的差异。", NULL);
  pages->flow.y += MM (5);
  quan_pages_section (pages, "差异说明", "", MM (20));
  quan_table_draw (table, &pages->flow);
}

/* The worst verdict of a check. */
static QuanVerdict
verdict_of (const QuanThreeWay *check, QuanMatch match)
{
  static const QuanVerdict worst_first[] = {QUAN_VERDICT_FAIL, QUAN_VERDICT_UNKNOWN, QUAN_VERDICT_REVIEW};

  for (gsize v = 0; v < G_N_ELEMENTS (worst_first); v++)
    for (guint i = 0; i < check->mismatches->len; i++) {
      const QuanMismatch *mismatch = g_ptr_array_index (check->mismatches, i);

      if (mismatch->match == match && mismatch->verdict == worst_first[v])
        return mismatch->verdict;
    }
  return check->counts[match].of > 0 ? QUAN_VERDICT_PASS : QUAN_VERDICT_NOT_APPLICABLE;
}

static void
draw_check (QuanPages *pages, QuanMatch match, double x, double width)
{
  const QuanThreeWay *check = pages->redemption->three_way;
  const QuanMatchCount *count = &check->counts[match];
  QuanVerdict verdict = verdict_of (check, match);
  double top = pages->flow.y, baseline = quan_baseline (top, CHECK_HEIGHT, quan_style_label.size);
  g_autofree char *text = count->of > 0 ? g_strdup_printf ("%u/%u", count->held, count->of) : g_strdup ("—");

  quan_mark_draw (pages->canvas, quan_verdict_mark (verdict), x + MM (2.2), top + CHECK_HEIGHT / 2);
  quan_canvas_text (pages->canvas, x + MM (5.8), baseline, quan_match_name (match, QUAN_LANGUAGE_ZH),
                    verdict == QUAN_VERDICT_PASS || verdict == QUAN_VERDICT_NOT_APPLICABLE ? &quan_style_label
                                                                                           : &quan_style_strong);
  quan_pages_right (pages, x + width, baseline, text, &quan_style_figure);
  quan_canvas_line (pages->canvas, x, top + CHECK_HEIGHT, x + width, top + CHECK_HEIGHT, 0.5, QUAN_GREY (0.55));
}

/* Every check with how often it held, in two columns. */
static void
draw_checks (QuanPages *pages)
{
  double width = (pages->flow.width - CHECK_BETWEEN) / 2, left = pages->flow.left;
  int rows = (QUAN_N_MATCHES + 1) / 2;

  pages->flow.y += MM (5);
  quan_pages_section (pages, "逐项核对", "相符/核对次数", rows * CHECK_HEIGHT + MM (1));
  quan_canvas_line (pages->canvas, left, pages->flow.y, left + pages->flow.width, pages->flow.y, 0.75, QUAN_BLACK);
  for (int i = 0; i < rows; i++) {
    draw_check (pages, 2 * i, left, width);
    if (2 * i + 1 < QUAN_N_MATCHES)
      draw_check (pages, 2 * i + 1, left + width + CHECK_BETWEEN, width);
    pages->flow.y += CHECK_HEIGHT;
  }
}

/* What the figures are of, and which day to file by where the last one is no working day (A11). */
static char *
note_text (const QuanPages *pages)
{
  const QuanRound *round = pages->redemption->preview->window;
  GString *text = g_string_new ("计入金额只含算力等计入的行，红字发票以负数计。");
  int weekday = round != NULL ? quan_date_weekday (round->until) : 0;
  QuanDate before = weekday > FRIDAY ? round->until - (weekday - FRIDAY) : QUAN_DATE_NONE;
  g_autofree char *last = NULL, *better = NULL;

  if (weekday <= FRIDAY || pages->view->as_of > before)
    return g_string_free (text, FALSE);
  last = quan_packet_date (round->until);
  better = quan_packet_date (before);
  g_string_append_printf (text, "最后报送日 %s 为%s，最迟宜于 %s（%s）报送。", last,
                          quan_say_weekday (QUAN_LANGUAGE_ZH, round->until), better,
                          quan_say_weekday (QUAN_LANGUAGE_ZH, before));
  return g_string_free (text, FALSE);
}

/* The only voucher, or how many there are. */
static char *
voucher_line (const QuanPages *pages)
{
  g_autofree char *text = NULL;

  if (quan_n_vouchers (pages) != 1)
    return g_strdup_printf ("算力券：%u 张", quan_n_vouchers (pages));
  text = quan_voucher_text (quan_voucher (pages, 0));
  return g_strconcat ("算力券：", text, NULL);
}

void
quan_part_three_way (QuanPages *pages)
{
  g_autofree char *left = voucher_line (pages), *round = quan_round_title (pages), *note = note_text (pages);
  g_autofree char *right = g_strdup_printf ("批次：%s　金额单位：人民币元", round);

  quan_pages_head (pages, "发票—交付—付款核对表", left, right);
  quan_three_way_table_draw (pages);
  draw_differences (pages);
  draw_checks (pages);
  quan_redemption_equation_draw (pages, note);
}
