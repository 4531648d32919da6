/* What packs plan for the packet: its parts, the letters and forms among them. */
#include "tests/core/golden.h"

#include <string.h>

#include "tests/core/packs.h"

#define SAMPLE_CITY "cn-sample-city-compute-2024.policy"
#define BIT(signer) (1u << QUAN_SIGNER_##signer)

/* Letters of both packs, and what a sentence of each says. */
static void
test_letters (void)
{
  static const struct {
    const char *pack, *id, *addressee;
    guint       signers, n_paragraphs;
    const char *says;
  } rows[] = {
    { PACK_BEIJING, "non-affiliation-statement", "{policy.issuer}", BIT (LEGAL_REPRESENTATIVE) | BIT (ENTERPRISE), 5,
      "同一方控制" },
    { PACK_BEIJING, "no-other-subsidy-statement", "{policy.issuer}", BIT (LEGAL_REPRESENTATIVE) | BIT (ENTERPRISE), 5,
      "{contract.other_subsidies}" },
    { PACK_BEIJING, "commitment-letter", "{policy.issuer}", BIT (LEGAL_REPRESENTATIVE) | BIT (ENTERPRISE), 5,
      "真实、完整、有效" },
    { PACK_BEIJING, "power-of-attorney", NULL, BIT (LEGAL_REPRESENTATIVE) | BIT (ATTORNEY) | BIT (ENTERPRISE), 6,
      "无权转委托" },
    { PACK_BEIJING, "redemption-commitment-letter", "{policy.issuer}", BIT (LEGAL_REPRESENTATIVE) | BIT (ENTERPRISE), 5,
      "{redemption.total-capitals}" },
    { SAMPLE_CITY, "undertaking", NULL, BIT (HANDLER) | BIT (ENTERPRISE), 3, "留存{blank:3}年备查" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QuanPack) pack = golden_pack (rows[i].pack);
    const QuanLetter *letter = quan_pack_letter (pack, rows[i].id);
    g_autofree char *whole = g_strjoinv ("\n", (char **) letter->paragraphs);

    g_assert_cmpstr (letter->id, ==, rows[i].id);
    g_assert_cmpstr (letter->addressee, ==, rows[i].addressee);
    g_assert_cmpuint (letter->signers, ==, rows[i].signers);
    g_assert_cmpuint (g_strv_length ((char **) letter->paragraphs), ==, rows[i].n_paragraphs);
    g_assert_nonnull (strstr (whole, rows[i].says));
    g_assert_null (quan_pack_form (pack, rows[i].id));
    g_assert_null (quan_pack_letter (pack, "cover"));
  }
}

static void
test_forms (void)
{
  static const struct { guint row; const char *label, *text; int lines; } rows[] = {
    { 0, "申请单位", "{enterprise.name}", 0 },
    { 2, "模型名称与概况", "{contract.model}", 2 },
    { 5, "服务期", "{contract.starts} 至 {contract.ends}", 0 },
    { 6, "技术路线与训练数据", NULL, 4 },
    { 10, "备案或许可情况", NULL, 2 },
  };
  g_autoptr (QuanPack) pack = golden_pack (PACK_BEIJING);
  const QuanWrittenForm *form = quan_pack_form (pack, "model-description");

  g_assert_cmpuint (form->rows->len, ==, 11);
  g_assert_cmpuint (form->signers, ==, BIT (HANDLER) | BIT (ENTERPRISE));
  g_assert_nonnull (strstr (form->note, "“不适用”"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const QuanFormRow *row = &g_array_index (form->rows, QuanFormRow, rows[i].row);

    g_assert_cmpstr (row->label, ==, rows[i].label);
    g_assert_cmpstr (row->text, ==, rows[i].text);
    g_assert_cmpint (row->lines, ==, rows[i].lines);
  }
  g_assert_null (quan_pack_letter (pack, "model-description"));
  g_assert_null (quan_pack_form (pack, "commitment-letter"));
}

/* A city's packet is its own. */
static void
test_plans (void)
{
  static const struct {
    const char *pack;
    QuanStage   stage;
    const char *parts, *declares;
    guint       n_before_filing;
  } rows[] = {
    { PACK_BEIJING, QUAN_STAGE_CLAIM,
      "cover contents checklist claim-form eligibility-sheet working-sheet resource-list price-breakdown "
      "non-affiliation-statement no-other-subsidy-statement model-description commitment-letter power-of-attorney",
      "真实、完整、有效", 6 },
    { PACK_BEIJING, QUAN_STAGE_REDEMPTION,
      "cover contents checklist redemption-form voucher-list invoice-list three-way-sheet receiving-account "
      "working-sheet redemption-commitment-letter",
      "所列发票未用于其他兑付", 6 },
    { SAMPLE_CITY, QUAN_STAGE_CLAIM, "cover contents claim-form eligibility-sheet working-sheet undertaking",
      "{policy.issuer}查验", 0 },
    { SAMPLE_CITY, QUAN_STAGE_REDEMPTION,
      "cover contents redemption-form three-way-sheet working-sheet payment-request", "{redemption.round}", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QuanPack) pack = golden_pack (rows[i].pack);
    const QuanPacketPlan *plan = quan_pack_plan (pack, rows[i].stage);
    g_autofree char *parts = g_strjoinv (" ", (char **) plan->parts);

    g_assert_cmpstr (parts, ==, rows[i].parts);
    g_assert_nonnull (strstr (plan->declaration, rows[i].declares));
    g_assert_cmpuint (plan->before_filing ? g_strv_length ((char **) plan->before_filing) : 0, ==,
                      rows[i].n_before_filing);
  }
}

/* A pack may plan no packet for redemptions; its materials are as they were. */
static void
test_no_redemption (void)
{
  g_autofree char *text = pack_beijing_text ();
  char *group = strstr (text, "# The redemption packet."), *rest = strstr (text, "# The rules, in the order");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (QuanPack) pack = NULL;

  g_assert_true (group && rest && group < rest);
  memmove (group, rest, strlen (rest) + 1);
  pack = quan_pack_read ("pack.policy", text, strlen (text), problems);
  g_assert_nonnull (pack);
  g_assert_null (quan_pack_plan (pack, QUAN_STAGE_REDEMPTION)->parts);
  g_assert_nonnull (quan_pack_plan (pack, QUAN_STAGE_CLAIM)->parts);
}

/* The list of materials and the contents call a part alike. */
static void
test_titles (void)
{
  g_autoptr (QuanPack) pack = golden_pack (PACK_BEIJING);
  guint n = 0;

  for (guint i = 0; i < pack->documents->len; i++) {
    const QuanDocument *document = &g_array_index (pack->documents, QuanDocument, i);
    const QuanLetter *letter = quan_pack_letter (pack, document->id);
    const QuanWrittenForm *form = quan_pack_form (pack, document->id);
    const QuanText *title = letter ? &letter->title : form ? &form->title : NULL;

    n += title != NULL;
    for (int language = QUAN_LANGUAGE_EN; title && language <= QUAN_LANGUAGE_ZH; language++)
      g_assert_cmpstr (title->in[language], ==, document->title.in[language]);
  }
  g_assert_cmpuint (n, ==, pack->letters->len + pack->forms->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack-packet/letters", test_letters);
  g_test_add_func ("/pack-packet/forms", test_forms);
  g_test_add_func ("/pack-packet/plans", test_plans);
  g_test_add_func ("/pack-packet/no-redemption", test_no_redemption);
  g_test_add_func ("/pack-packet/titles", test_titles);
  return g_test_run ();
}
