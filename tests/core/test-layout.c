/* Lines of Chinese, and blocks of them. */
#include "core/packet/block.h"

#include <string.h>

#define SIZE 10.0  /* one em, pt */

static const QuanTextStyle kai = {.face = QUAN_FACE_KAI, .size = SIZE};

/* Texts, the width in ems and the lines they make, parted by |. */
static const struct {
  const char *text;
  double      ems;
  const char *lines;
} cases[] = {
  { "", 5, "" },
  { "北京", 5, "北京" },
  { "北京示例智能科技有限公司", 5, "北京示例智|能科技有限|公司" },
  { "示例智能，科技", 4, "示例智|能，科技" },
  { "示例（含税）公司", 3, "示例|（含|税）公|司" },
  { "示例\n智能", 9, "示例|智能" },
  { "示例\n\n智能\n", 9, "示例||智能|" },
  { "服务期 2025-07-01 至 2026-06-30", 6, "服务期|2025-07-01|至|2026-06-30" },
  { "合同编号HT-2025-001有效", 7, "合同编号|HT-2025-001|有效" },
  { "金额1,234,567.80元整", 7.5, "金额|1,234,567.80元|整" },
  { "共2024年3月1日止", 7, "共|2024年3月1日|止" },
  { "GPU-A 80 GB 节点", 4, "GPU-A|80 GB|节点" },
  { "a_very-long_file.name_of_scan.pdf", 6, "a_very-long_|file.name_|of_scan.pdf" },
  { "ABCDEFGHIJKLMNOPQRSTUVWXYZ", 6, "ABCDEFGHI|JKLMNOPQ|RSTUVWXYZ" },
  { "算", 0.5, "算" },
  { "企业声明与供给方没有关联关系。", 14, "企业声明与供给方没有关|联关系。" },
  { "企业声明与供给方没有关联关系，一并备查。", 15.1, "企业声明与供给方没有关联关系，|一并备查。" },
  { "签字＿＿＿＿＿＿＿＿日期", 9, "签字|＿＿＿＿＿＿＿＿|日期" },
};

static char *
join_lines (const GArray *lines)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++) {
    const QuanTextLine *line = &g_array_index (lines, QuanTextLine, i);

    if (i > 0)
      g_string_append_c (joined, '|');
    g_string_append_len (joined, line->start, line->length);
  }
  return g_string_free (joined, FALSE);
}

static void
test_cases (void)
{
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GArray) lines = quan_lines_break (fonts, &kai, cases[i].text, cases[i].ems * SIZE, FALSE);
    g_autofree char *joined = join_lines (lines);

    g_assert_cmpstr (joined, ==, cases[i].lines);
  }
}

static gboolean
is_one_of (const char *p, const char *set)
{
  return g_utf8_strchr (set, -1, g_utf8_get_char (p)) != NULL;
}

/* At any width: nothing lost, nothing too wide, no closing mark first and no opening mark last. */
static void
test_any_width (void)
{
  static const char text[] = "本企业（以下称“申领企业”）就合同HT-2025-001《智能算力服务合同》申领算力券，金额"
                             "人民币壹拾贰万零玖佰捌拾陆元叁角（¥120,986.30）：材料真实、完整、有效；如有不实，退回"
                             "已领取的资金。邮箱finance@example.com，服务期2025-07-01至2026-06-30！";
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);

  for (double width = 8 * SIZE; width < 60 * SIZE; width += 3.7) {
    g_autoptr (GArray) lines = quan_lines_break (fonts, &kai, text, width, FALSE);
    g_autoptr (GString) whole = g_string_new (NULL);

    for (guint i = 0; i < lines->len; i++) {
      const QuanTextLine *line = &g_array_index (lines, QuanTextLine, i);

      g_assert_cmpfloat (line->width, <=, width + 0.02);
      g_assert_false (is_one_of (line->start, "，。、；：！？）》”"));
      g_assert_false (is_one_of (g_utf8_prev_char (line->start + line->length), "（《“"));
      g_string_append_len (whole, line->start, line->length);
    }
    g_assert_cmpstr (whole->str, ==, text);
  }
}

/* Widths of runs, in ems: neighbouring full-width marks close up, invisible characters take no room. */
static const struct {
  const char *text;
  double      ems, spacing;
} widths[] = {
  { "", 0, 0 },
  { "算力", 2, 0 },
  { "00", 1.2, 0 },
  { "（甲）、乙", 4.5, 0 },
  { "甲）。（乙", 4, 0 },
  { "（（", 1.5, 0 },
  { "算\u200b力", 2, 0 },
  { "算力券", 3.4, 0.2 },
};

static void
test_widths (void)
{
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++) {
    QuanTextStyle style = kai;

    style.spacing = widths[i].spacing * SIZE;
    g_assert_cmpfloat_with_epsilon (quan_run_width (fonts, &style, widths[i].text, -1), widths[i].ems * SIZE, 0.001);
  }
}

/* Figures and borrowed marks are never emboldened into blots. */
static void
test_bold (void)
{
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  const QuanTextStyle bold = {.face = QUAN_FACE_HEI, .size = SIZE, .weight = 0.02};
  g_autoptr (GArray) spots = quan_run_place (fonts, &bold, "券，1.5", -1);
  static const gboolean expected[] = {TRUE, FALSE, TRUE, FALSE, TRUE};

  g_assert_cmpuint (spots->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < spots->len; i++)
    g_assert_cmpint (g_array_index (spots, QuanSpot, i).bold, ==, expected[i]);
}

static const struct {
  QuanAlign   align;
  const char *text;
  double      x;  /* of the first line in a width of ten ems */
} placed[] = {
  { QUAN_ALIGN_LEFT, "算力券", 0 },
  { QUAN_ALIGN_CENTRE, "算力券", 35 },
  { QUAN_ALIGN_RIGHT, "算力券", 70 },
  { QUAN_ALIGN_LEFT, "（算力券", -4.2 },
  { QUAN_ALIGN_RIGHT, "1.00", 100 - 21.5 },
};

static void
test_block (void)
{
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (placed); i++) {
    g_autoptr (QuanCanvas) canvas = quan_canvas_new (fonts);
    g_autoptr (QuanBlock) block = quan_block_new (fonts, 10 * SIZE, placed[i].align);
    const QuanOp *ops;
    guint n;

    quan_canvas_add_page (canvas);
    quan_block_add (block, placed[i].text, &kai, 12);
    quan_block_add (block, "二", &kai, 15);
    g_assert_cmpfloat (quan_block_height (block), ==, 27);
    quan_block_draw (block, canvas, 50, 100);
    ops = quan_canvas_ops (canvas, 0, QUAN_LAYER_OVER, &n);
    g_assert_cmpuint (n, ==, 2);
    g_assert_cmpstr (ops[0].text, ==, placed[i].text);
    g_assert_cmpfloat_with_epsilon (ops[0].x, 50 + placed[i].x, 0.01);
    g_assert_cmpfloat_with_epsilon (ops[1].y - ops[0].y, 13.5, 0.01);
  }
}

static const QuanOp *
ops_of (QuanCanvas *canvas, const QuanBlock *block, guint *n)
{
  quan_canvas_add_page (canvas);
  quan_block_draw (block, canvas, 50, 100);
  return quan_canvas_ops (canvas, quan_canvas_n_pages (canvas) - 1, QUAN_LAYER_OVER, n);
}

/* Justified lines end at the edge unless that would tear them apart; the last of a paragraph stays as it is. */
static void
test_justify (void)
{
  static const char text[] = "　　本企业就合同HT-2025-001申领人工智能算力券，金额人民币壹拾贰万零玖佰捌拾陆元叁角"
                             "（¥120,986.30），所提交的申领表、合同、价格清单及其他材料真实、完整、有效。";
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  guint n_even = 0;

  for (double width = 12 * SIZE; width < 40 * SIZE; width += 3.7) {
    g_autoptr (QuanCanvas) canvas = quan_canvas_new (fonts);
    g_autoptr (QuanBlock) block = quan_block_new (fonts, width, QUAN_ALIGN_JUSTIFY);
    const QuanOp *ops;
    guint n;

    quan_block_add (block, text, &kai, 12);
    ops = ops_of (canvas, block, &n);
    for (guint i = 0; i < n; i++) {
      double end = ops[i].x - 50 + quan_run_width (fonts, &ops[i].style, ops[i].text, -1);

      g_assert_cmpfloat (ops[i].style.spacing, <=, QUAN_STRETCH_MAX * SIZE);
      g_assert_cmpfloat (end, <=, width + 0.05);
      if (ops[i].style.spacing > 0)
        g_assert_cmpfloat_with_epsilon (end, width, 0.05);
      n_even += ops[i].style.spacing > 0;
    }
    g_assert_cmpfloat (ops[n - 1].style.spacing, ==, 0);
  }
  g_assert_cmpuint (n_even, >, 200);
}

/* Blanks in a wording are rules where the marks stand, and white in the text. */
static void
test_blanks (void)
{
  static const char text[] = "受托人＿＿＿＿，电话＿＿。";
  g_autoptr (QuanFonts) fonts = quan_fonts_new (NULL, NULL);
  g_autoptr (QuanCanvas) canvas = quan_canvas_new (fonts);
  g_autoptr (QuanBlock) block = quan_block_new (fonts, 20 * SIZE, QUAN_ALIGN_LEFT);
  const QuanOp *ops;
  guint n;

  quan_block_add_wording (block, text, &kai, 12);
  ops = ops_of (canvas, block, &n);
  g_assert_cmpuint (n, ==, 3);
  for (int i = 0; i < 2; i++) {
    g_assert_cmpint (ops[i].kind, ==, QUAN_OP_PATH);
    g_assert_cmpfloat_with_epsilon (ops[i].steps[0].x, 50 + (i == 0 ? 3 : 10) * SIZE, 1);
    g_assert_cmpfloat_with_epsilon (ops[i].steps[1].x, 50 + (i == 0 ? 7 : 12) * SIZE, 1);
  }
  g_assert_cmpstr (ops[2].text, ==, "受托人　　　　，电话　　。");
  g_assert_cmpfloat (ops[0].steps[0].y, >, ops[2].y);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/cases", test_cases);
  g_test_add_func ("/layout/any-width", test_any_width);
  g_test_add_func ("/layout/widths", test_widths);
  g_test_add_func ("/layout/bold", test_bold);
  g_test_add_func ("/layout/block", test_block);
  g_test_add_func ("/layout/justify", test_justify);
  g_test_add_func ("/layout/blanks", test_blanks);
  status = g_test_run ();
  quan_fonts_finish ();
  return status;
}
