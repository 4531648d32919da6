/* The working sheet and the sentences of findings, word for word, on one contract that runs past the window. */
#include "core/engine/working-sheet.h"
#include "tests/core/golden.h"

static const char golden_text[] =
  "{\"as_of\": \"2025-07-08\", \"command\": [\"check\", \"HT-1\"], \"workspace\": {\"format\": \"quan-workspace\", \"version\": 1,"
  "\"enterprises\": [{\"uscc\": \"91110108MA01ABC25F\", \"region\": \"110105\", \"opening_balances\": [{\"year\": 2025, \"ledger\": \"claims\", \"amount\": \"380000.00\"}]}],"
  "\"contracts\": [{\"number\": \"HT-1\", \"enterprise\": \"91110108MA01ABC25F\", \"signed\": \"2025-06-20\", \"starts\": \"2025-07-01\", \"ends\": \"2026-06-30\","
  "\"field\": \"industry\", \"lines\": [{\"kind\": \"compute\", \"item\": \"A\", \"amount\": \"960000.00\"}, {\"kind\": \"compute\", \"item\": \"B\", \"amount\": \"240000.00\"},"
  "{\"kind\": \"storage\", \"amount\": \"150000.00\"}]}]}}";

typedef struct {
  QuanPack      *pack;
  json_t        *golden;
  QuanWorkspace *workspace;
  QuanView       view;
  QuanYears     *years;
  QuanCase       subject;
  QuanCheck     *check;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->pack = golden_pack ("/io/github/quan/Quan/policies/cn-beijing-ai-compute-2023.policy");
  f->golden = json_loads (golden_text, 0, NULL);
  f->workspace = golden_workspace (f->golden);
  f->view = golden_view (f->pack, f->golden);
  f->years = golden_years (f->workspace, f->workspace->sections[QUAN_ENTERPRISES]->pdata[0], f->view.as_of);
  f->subject = (QuanCase) { .enterprise = f->workspace->sections[QUAN_ENTERPRISES]->pdata[0],
                            .contract = f->workspace->sections[QUAN_CONTRACTS]->pdata[0], .year = quan_years_get (f->years, 2025) };
  f->check = quan_check_new (f->pack);
  g_assert_true (quan_check_run (f->check, &f->view, &f->subject, NULL));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  quan_check_free (f->check);
  g_array_unref (f->years);
  quan_workspace_free (f->workspace);
  json_decref (f->golden);
  quan_pack_free (f->pack);
}

static void
test_steps (Fixture *f, gconstpointer data)
{
  static const struct { const char *id, *formula, *source, *result; } rows[] = {
    { "total", "智能算力 1,200,000.00 + 存储 150,000.00", "三¶3 A5", "1,350,000.00" },
    { "compute", "共 3 行，计入 2 行；其余不计", "一¶1", "1,200,000.00" },
    { "line", "960,000.00 × 184 ÷ 365，向下取整到分", "三¶3 A1 A2", "483,945.20" },
    { "line", "240,000.00 × 184 ÷ 365，向下取整到分", "三¶3 A1 A2", "120,986.30" },
    { "days", "服务期 365 天，计入 184 天", "三¶3 A1 A2", "184/365" },
    { "base", "各行计入部分之和", "三¶3 A1 A2", "604,931.50" },
    { "ceiling", "604,931.50 × 20%，向下取整到分", "三¶1", "120,986.30" },
    { "cap", "2025 年申领额度", "三¶1–2 A12", "2,000,000.00" },
    { "used", "期初 380,000.00 + 已核准 0.00 + 已提交 0.00", "三¶1–2 A12", "380,000.00" },
    { "remaining", "2,000,000.00 − 380,000.00", "三¶1–2", "1,620,000.00" },
    { "claimable", "支持上限与剩余额度中较小者", "三¶1–2", "120,986.30" },
    { "forfeited", "120,986.30 − 120,986.30；一份合同只申领一次", "三¶1–2", "0.00" },
    { "delivered", "截至 2025-11-15 的核定基数，算法同上", "四（二）", "453,698.62" },
    { "redeemable", "120,986.30 × 453,698.62 ÷ 604,931.50，向下取整到分", "四（二）", "90,739.72" },
    { "at-risk", "120,986.30 − 90,739.72", "四（二）", "30,246.58" },
  };
  g_autoptr (GPtrArray) steps = quan_working_sheet (&f->view, &f->subject, f->check, QUAN_LANGUAGE_ZH);

  g_assert_cmpuint (steps->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < steps->len; i++) {
    const QuanStep *step = steps->pdata[i];

    g_assert_cmpstr (step->id, ==, rows[i].id);
    g_assert_cmpstr (step->formula, ==, rows[i].formula);
    g_assert_cmpstr (step->source, ==, rows[i].source);
    g_assert_cmpstr (step->result, ==, rows[i].result);
  }
}

/* By months the fraction counts months, and every line says so. */
static void
test_months (Fixture *f, gconstpointer data)
{
  static const struct { const char *id, *label, *formula, *result; } rows[] = {
    { "line", "计入部分", "960,000.00 × 6 ÷ 12，向下取整到分", "480,000.00" },
    { "days", "计入月数", "服务期 12 个月，计入 6 个月", "6/12" },
    { "base", "核定基数", "各行计入部分之和", "600,000.00" },
  };
  g_autoptr (GPtrArray) steps = NULL;
  guint row = 0;

  g_assert_true (quan_readings_choose (&f->view.readings, f->pack, "proration", "months", NULL));
  g_assert_true (quan_check_run (f->check, &f->view, &f->subject, NULL));
  steps = quan_working_sheet (&f->view, &f->subject, f->check, QUAN_LANGUAGE_ZH);
  for (guint i = 0; i < steps->len && row < G_N_ELEMENTS (rows); i++) {
    const QuanStep *step = steps->pdata[i];

    if (!g_str_equal (step->id, rows[row].id))
      continue;
    g_assert_cmpstr (step->label, ==, rows[row].label);
    g_assert_cmpstr (step->formula, ==, rows[row].formula);
    g_assert_cmpstr (step->result, ==, rows[row].result);
    row++;
  }
  g_assert_cmpuint (row, ==, G_N_ELEMENTS (rows));
}

/* What each reading would make of the base. */
static void
test_alternatives (Fixture *f, gconstpointer data)
{
  static const struct { const char *option; gboolean chosen; QuanFen base; } rows[] = {
    { "schedule-then-days", TRUE, 60493150 }, { "days", FALSE, 60493150 }, { "months", FALSE, 60000000 },
    { "2023-09-01", TRUE, 60493150 },         { "2023-10-11", FALSE, 60493150 }, { "gross", TRUE, 60493150 },
    { "net", FALSE, QUAN_FEN_NONE },
  };
  g_autoptr (GArray) alternatives = quan_alternatives (&f->view, f->subject.contract, NULL);
  guint row = 0;

  for (guint i = 0; i < alternatives->len && row < G_N_ELEMENTS (rows); i++) {
    const QuanAlternative *alternative = &g_array_index (alternatives, QuanAlternative, i);

    if (!alternative->option)
      continue;
    g_assert_cmpstr (alternative->option->id, ==, rows[row].option);
    g_assert_cmpint (alternative->chosen, ==, rows[row].chosen);
    g_assert_cmpint (alternative->base.base, ==, rows[row].base);
    row++;
  }
  g_assert_cmpuint (row, ==, G_N_ELEMENTS (rows));
}

static const QuanFinding *
finding (Fixture *f, const char *rule)
{
  for (int i = 0; i < f->check->n_findings; i++)
    if (g_str_equal (f->check->findings[i].rule->id, rule))
      return &f->check->findings[i];
  g_assert_not_reached ();
}

static void
test_sentences (Fixture *f, gconstpointer data)
{
  static const struct { const char *rule, *reason, *margin, *facts; } rows[] = {
    { "signed-in-window", "合同签订于2025-06-20，在2023-09-01至2025-12-31之间。", "194 天", "签订日期：2025-06-20" },
    { "field-of-use", "应用领域“工业”在通知列举之内。", NULL, "应用领域：工业" },
    { "registered-in-beijing", "企业在北京市注册（地区代码110105）。信用代码91110108MA01ABC25F第3至8位是另一地区；以填写的注册地区为准。", NULL,
      "注册地：110105；信用代码：91110108MA01ABC25F" },
    { "sector", "没有填写行业代码。", NULL, "行业代码：—" },
    { "quota-left", "2025年额度2,000,000.00 元，已用380,000.00 元，剩余1,620,000.00 元。", "1,620,000.00 元",
      "年度：2025；年度额度：2,000,000.00 元；已占用：380,000.00 元；剩余额度：1,620,000.00 元" },
    { "base-itemised", "算力与其他服务分开计价（行数：智能算力 2、存储 1）。", NULL, "价格明细：智能算力 2、存储 1；交付计划合计：—" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const QuanFinding *found = finding (f, rows[i].rule);
    g_autofree char *reason = quan_finding_reason (found, QUAN_LANGUAGE_ZH), *margin = quan_finding_margin (found, QUAN_LANGUAGE_ZH);
    g_autofree char *facts = quan_finding_facts (found, QUAN_LANGUAGE_ZH);

    g_assert_cmpstr (reason, ==, rows[i].reason);
    g_assert_cmpstr (margin, ==, rows[i].margin);
    g_assert_cmpstr (facts, ==, rows[i].facts);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/working-sheet/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/working-sheet/months", Fixture, NULL, set_up, test_months, tear_down);
  g_test_add ("/working-sheet/alternatives", Fixture, NULL, set_up, test_alternatives, tear_down);
  g_test_add ("/working-sheet/sentences", Fixture, NULL, set_up, test_sentences, tear_down);
  return g_test_run ();
}
