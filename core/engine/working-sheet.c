#include "core/engine/working-sheet.h"

/* A sheet in progress. */
typedef struct {
  const QuanView  *view;
  const QuanCase  *subject;
  const QuanAward *award;
  QuanLanguage     language;
  GPtrArray       *steps;
} Sheet;

/* Chooses the wording of a language; both are whole phrases, never pieces. */
G_GNUC_FORMAT (2) G_GNUC_FORMAT (3)
static const char *
in (const Sheet *sheet, const char *english, const char *chinese)
{
  return sheet->language == QUAN_LANGUAGE_ZH ? chinese : english;
}

static char *
money (QuanFen fen)
{
  char buffer[QUAN_MONEY_BUF];

  return g_strdup (fen == QUAN_FEN_NONE ? "—" : quan_money_grouped (fen, buffer));
}

static void
step_free (gpointer data)
{
  QuanStep *step = data;

  g_free (step->formula);
  g_free (step->source);
  g_free (step->result);
  g_free (step);
}

/* Appends a step; takes formula. A result that is no amount is said by words. */
static QuanStep *
add (Sheet *sheet, QuanStepGroup group, const char *id, const char *label, char *formula, const char *source, QuanFen fen)
{
  QuanStep *step = g_new0 (QuanStep, 1);

  *step = (QuanStep) { .id = id, .group = group, .label = label, .formula = formula, .source = g_strdup (source), .fen = fen };
  if (fen != QUAN_FEN_NONE)
    step->result = money (fen);
  else
    step->result = g_strdup (sheet->award->base.state == QUAN_BASE_UNDETERMINED ? in (sheet, "undetermined", "不能确定")
                                                                                : in (sheet, "unknown", "缺事实"));
  g_ptr_array_add (sheet->steps, step);
  return step;
}

/* The clause of the award with the readings that shaped a figure: "三¶3 A1 A2". */
static char *
source (const Sheet *sheet, const char *clause, const QuanSwitch *switches, int n)
{
  GString *text = g_string_new (clause);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, " %s", sheet->view->pack->switches[switches[i]]->id);
  return g_string_free (text, FALSE);
}

static void
add_total (Sheet *sheet)
{
  const GPtrArray *lines = sheet->subject->contract->lines;
  g_autofree char *clause = source (sheet, sheet->view->pack->award_clause, (QuanSwitch[]) { QUAN_SWITCH_TAX }, 1);
  GString *formula = g_string_new (NULL);
  QuanFen total = lines && lines->len > 0 ? 0 : QUAN_FEN_NONE;

  for (int kind = 1; quan_vocabulary_term (&quan_line_kinds, kind); kind++) {
    QuanFen sum = 0;
    int n = 0;

    for (guint i = 0; lines && i < lines->len; i++) {
      const QuanLine *line = g_ptr_array_index (lines, i);

      if (line->kind != kind)
        continue;
      n++;
      quan_money_add_known (&sum, quan_line_amount (sheet->view, line));
    }
    if (n > 0) {
      g_autofree char *text = money (sum);

      g_string_append_printf (formula, "%s%s %s", formula->len ? " + " : "",
                              quan_term_name (quan_vocabulary_term (&quan_line_kinds, kind), sheet->language), text);
      quan_money_add_known (&total, sum);
    }
  }
  add (sheet, QUAN_STEPS_BASE, "total", in (sheet, "Contract total", "合同总额"), g_string_free (formula, FALSE), clause, total);
}

static void
add_counted (Sheet *sheet)
{
  const GPtrArray *lines = sheet->subject->contract->lines;
  int counted = 0, all = lines ? lines->len : 0;

  for (int i = 0; i < all; i++)
    counted += quan_line_counts (sheet->view, g_ptr_array_index (lines, i));
  add (sheet, QUAN_STEPS_BASE, "compute", in (sheet, "Counted lines", "计入费用"),
       g_strdup_printf (in (sheet, "%d of %d lines; the others do not count", "共 %2$d 行，计入 %1$d 行；其余不计"), counted, all),
       sheet->view->pack->counted_kinds->clause, sheet->award->base.compute);
}

static void
add_line_steps (Sheet *sheet)
{
  static const QuanSwitch switches[] = { QUAN_SWITCH_PRORATION, QUAN_SWITCH_WINDOW_START };
  const GPtrArray *lines = sheet->subject->contract->lines;
  g_autofree char *clause = source (sheet, sheet->view->pack->award_clause, switches, 2);

  for (guint i = 0; lines && i < lines->len; i++) {
    const QuanLine *line = g_ptr_array_index (lines, i);
    QuanLinePart part = quan_line_part (sheet->view, sheet->subject->contract, line);
    g_autofree char *amount = money (part.amount);
    QuanStep *step;

    if (!part.counted || (sheet->award->base.by_schedule && part.total < 0))
      continue;
    step = add (sheet, QUAN_STEPS_BASE, "line", in (sheet, "Line inside the window", "计入部分"),
                part.total < 0 ? g_strdup_printf (in (sheet, "%s; the period is not known", "%s；服务期未填"), amount)
                               : g_strdup_printf (in (sheet, "%s × %d ÷ %d, rounded down", "%s × %d ÷ %d，向下取整到分"), amount, part.inside, part.total),
                clause, part.part);
    if (line->item)
      step->detail = line->item;
  }
}

static void
add_schedule_step (Sheet *sheet)
{
  const QuanBase *base = &sheet->award->base;
  g_autofree char *clause = source (sheet, sheet->view->pack->award_clause, (QuanSwitch[]) { QUAN_SWITCH_PRORATION }, 1);
  GString *formula;

  if (!base->by_schedule)
    return;
  formula = g_string_new (NULL);
  for (guint i = 0; i < sheet->subject->contract->schedule->len; i++) {
    const QuanScheduleEntry *entry = g_ptr_array_index (sheet->subject->contract->schedule, i);
    g_autofree char *amount = money (entry->amount);
    char date[QUAN_DATE_BUF];

    g_string_append_printf (formula, "%s%s %s", i ? " + " : "", quan_date_iso (entry->date, date), amount);
  }
  add (sheet, QUAN_STEPS_BASE, "schedule", in (sheet, "Delivery schedule", "交付计划"), g_string_free (formula, FALSE), clause, base->scheduled);
}

/* The fraction of the term that counts, where all counted lines share one: days, or months under that reading (A1). */
static void
add_fraction (Sheet *sheet, const char *clause)
{
  gboolean months = quan_readings_code (&sheet->view->readings, sheet->view->pack, QUAN_SWITCH_PRORATION) == QUAN_PRORATION_MONTHS;
  QuanLinePart part;
  QuanStep *step;

  if (sheet->award->base.days_total <= 0 || !quan_shared_part (sheet->view, sheet->subject->contract, &part))
    return;
  step = add (sheet, QUAN_STEPS_BASE, "days", months ? in (sheet, "Months inside", "计入月数") : in (sheet, "Days inside", "计入天数"),
              g_strdup_printf (months ? in (sheet, "%d of the %d months of service", "服务期 %2$d 个月，计入 %1$d 个月")
                                      : in (sheet, "%d of the %d days of service", "服务期 %2$d 天，计入 %1$d 天"), part.inside, part.total),
              clause, QUAN_FEN_NONE);
  g_free (step->result);
  step->result = g_strdup_printf ("%d/%d", part.inside, part.total);
}

static void
add_base (Sheet *sheet)
{
  static const QuanSwitch switches[] = { QUAN_SWITCH_PRORATION, QUAN_SWITCH_WINDOW_START };
  const QuanBase *base = &sheet->award->base;
  g_autofree char *clause = source (sheet, sheet->view->pack->award_clause, switches, 2);
  QuanStep *step;

  add_fraction (sheet, clause);
  step = add (sheet, QUAN_STEPS_BASE, "base", in (sheet, "Base", "核定基数"),
              g_strdup (base->bundled ? in (sheet, "a bundled line cannot be split", "打包计价，不可自行拆分")
                        : base->state == QUAN_BASE_UNDETERMINED ? in (sheet, "the schedule differs from the compute lines", "交付计划合计与算力金额不符")
                        : base->by_schedule ? in (sheet, "entries dated inside the window", "窗口内各期之和")
                        : in (sheet, "sum of the parts inside the window", "各行计入部分之和")),
              clause, base->base);
  step->key = TRUE;
}

char *
quan_ratio_text (const QuanDatedValue *ratio)
{
  if (ratio->value * 100 % ratio->divisor == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT "%%", ratio->value * 100 / ratio->divisor);
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, ratio->value, ratio->divisor);
}

static void
add_ceiling (Sheet *sheet)
{
  const QuanAward *award = sheet->award;
  g_autofree char *base = money (award->base.base), *ratio = quan_ratio_text (&award->ratio);

  add (sheet, QUAN_STEPS_CLAIMABLE, "ceiling", in (sheet, "Ceiling", "支持上限"),
       award->ratio_known ? g_strdup_printf (in (sheet, "%s × %s, rounded down", "%s × %s，向下取整到分"), base, ratio)
                          : g_strdup (in (sheet, "a fact of the ratio table is missing", "缺少确定支持比例的事实")),
       sheet->view->pack->ratio->clause, award->ceiling);
}

static void
add_quota (Sheet *sheet)
{
  const QuanAward *award = sheet->award;
  const char *clause = sheet->view->pack->claims.clause;
  g_autofree char *caps = source (sheet, clause, (QuanSwitch[]) { QUAN_SWITCH_CAPS }, 1);
  g_autofree char *opening = money (award->ledger.opening), *settled = money (award->ledger.settled);
  g_autofree char *submitted = money (award->ledger.submitted), *cap = money (award->cap), *used = money (award->used);
  gboolean joint = quan_readings_code (&sheet->view->readings, sheet->view->pack, QUAN_SWITCH_CAPS) == QUAN_CAPS_JOINT;

  add (sheet, QUAN_STEPS_CLAIMABLE, "cap", in (sheet, "Cap of the year", "年度额度"),
       g_strdup_printf (in (sheet, "claims of %d", "%d 年申领额度"), award->year), caps, award->cap);
  add (sheet, QUAN_STEPS_CLAIMABLE, "used", in (sheet, "Used", "已占用"),
       joint ? g_strdup_printf (in (sheet, "opening %s + approved %s + submitted %s + redemptions of the year",
                                    "期初 %s + 已核准 %s + 已提交 %s + 当年兑付"), opening, settled, submitted)
             : g_strdup_printf (in (sheet, "opening %s + approved %s + submitted %s", "期初 %s + 已核准 %s + 已提交 %s"), opening, settled, submitted),
       caps, award->used);
  add (sheet, QUAN_STEPS_CLAIMABLE, "remaining", in (sheet, "Left of the year", "剩余额度"), g_strdup_printf ("%s − %s", cap, used), clause, award->remaining);
}

static void
add_claimable (Sheet *sheet, const QuanCheck *check)
{
  const QuanAward *award = sheet->award;
  g_autofree char *ceiling = money (award->ceiling), *claimable = money (award->claimable), *requested = money (award->requested);
  const char *clause = sheet->view->pack->claims.clause;
  gboolean fails = check->verdict == QUAN_VERDICT_FAIL;
  QuanStep *step;

  step = add (sheet, QUAN_STEPS_CLAIMABLE, "claimable", in (sheet, "Claimable", "可申领额"),
              fails ? g_strdup (in (sheet, "a rule fails, so nothing can be claimed", "有规则不通过，不可申领"))
              : award->requested == QUAN_FEN_NONE
                ? g_strdup (in (sheet, "the lesser of ceiling and what is left", "支持上限与剩余额度中较小者"))
                : g_strdup_printf (in (sheet, "the least of ceiling, what is left and the requested %s", "支持上限、剩余额度与申请金额 %s 中最小者"), requested),
              clause, award->claimable);
  step->key = TRUE;
  add (sheet, QUAN_STEPS_CLAIMABLE, "forfeited", in (sheet, "Forfeited", "放弃额"),
       fails && award->forfeited == 0 ? g_strdup (in (sheet, "nothing is lost for want of room", "非因额度不足，不计损失"))
                                      : g_strdup_printf (in (sheet, "%s − %s; one claim a contract", "%s − %s；一份合同只申领一次"), ceiling, claimable),
       clause, award->forfeited);
}

/* The clause of the rounds: of the rule that asks for one. */
static const char *
clause_of_rounds (const QuanPack *pack)
{
  for (guint i = 0; i < pack->rules->len; i++)
    if (g_array_index (pack->rules, QuanRule, i).kind->id == QUAN_RULE_ROUND)
      return g_array_index (pack->rules, QuanRule, i).clause;
  return pack->redemptions.clause;
}

static void
add_at_risk (Sheet *sheet)
{
  const QuanRound *last = quan_pack_last_round (sheet->view->pack);
  const QuanAward *award = sheet->award;
  g_autofree char *claimable = money (award->claimable), *delivered = money (award->delivered), *base = money (award->base.base);
  g_autofree char *redeemable = money (award->redeemable);
  const char *clause = clause_of_rounds (sheet->view->pack);
  char date[QUAN_DATE_BUF];

  if (!last)
    return;
  add (sheet, QUAN_STEPS_REDEMPTION, "delivered", in (sheet, "Delivered by the last filing day", "末批前可交付"),
       g_strdup_printf (sheet->view->as_of > last->until
                          ? in (sheet, "the last filing day, %s, has passed", "最后申报日 %s 已过")
                          : in (sheet, "part of the base until %s, by the method of the base", "截至 %s 的核定基数，算法同上"),
                        quan_date_iso (last->until, date)),
       clause, award->delivered);
  add (sheet, QUAN_STEPS_REDEMPTION, "redeemable", in (sheet, "Redeemable by then", "末批前可兑付"),
       g_strdup_printf (in (sheet, "%s × %s ÷ %s, rounded down", "%s × %s ÷ %s，向下取整到分"), claimable, delivered, base), clause, award->redeemable);
  add (sheet, QUAN_STEPS_REDEMPTION, "at-risk", in (sheet, "At risk: no round left", "无批次风险额"), g_strdup_printf ("%s − %s", claimable, redeemable),
       clause, award->at_risk);
}

GPtrArray *
quan_working_sheet (const QuanView *view, const QuanCase *subject, const QuanCheck *check, QuanLanguage language)
{
  Sheet sheet = { .view = view, .subject = subject, .award = &check->award, .language = language,
                  .steps = g_ptr_array_new_with_free_func (step_free) };

  add_total (&sheet);
  add_counted (&sheet);
  add_line_steps (&sheet);
  add_schedule_step (&sheet);
  add_base (&sheet);
  add_ceiling (&sheet);
  add_quota (&sheet);
  add_claimable (&sheet, check);
  add_at_risk (&sheet);
  return sheet.steps;
}

const char *
quan_step_group_name (QuanStepGroup group, QuanLanguage language)
{
  static const QuanTerm groups[] = {
    { "base", "Base", "核定基数" },
    { "claimable", "Claimable", "可申领额" },
    { "redemption", "Redemption", "兑付提示" },
  };

  return quan_term_name (&groups[group], language);
}

GArray *
quan_alternatives (const QuanView *view, const QuanContract *contract, GError **error)
{
  g_autoptr (GArray) alternatives = g_array_new (FALSE, TRUE, sizeof (QuanAlternative));

  for (guint i = 0; i < view->pack->readings->len; i++) {
    const QuanReading *reading = &g_array_index (view->pack->readings, QuanReading, i);
    QuanAlternative alternative = { .reading = reading, .chosen = TRUE };
    QuanView other = *view;
    int which = 0;

    if (!reading->key) {
      if (!quan_base (view, contract, QUAN_DATE_NONE, &alternative.base, error))
        return NULL;
      g_array_append_val (alternatives, alternative);
      continue;
    }
    while (view->pack->switches[which] != reading)
      which++;
    for (guint option = 0; option < reading->options->len; option++) {
      other.readings.option[which] = option;
      alternative.option = &g_array_index (reading->options, QuanReadingOption, option);
      alternative.chosen = (int) option == view->readings.option[which];
      if (!quan_base (&other, contract, QUAN_DATE_NONE, &alternative.base, error))
        return NULL;
      g_array_append_val (alternatives, alternative);
    }
  }
  return g_steal_pointer (&alternatives);
}
