/* Where the money is to go: the account, whose name must be the enterprise's, to be sealed. */
#include "core/packet/form.h"
#include "core/packet/parts/parts.h"
#include "core/packet/signatures.h"
#include "core/packet/styles.h"

#define MM(value) ((value) * QUAN_MM)
#define ROW MM (10.5)
#define DIGITS_TOGETHER 4
#define SIGNERS (1u << QUAN_SIGNER_HANDLER | 1u << QUAN_SIGNER_ENTERPRISE)

static const double grid[] = {34 * QUAN_MM, 136 * QUAN_MM};

static void
add_row (QuanForm *form, const char *label, const char *value)
{
  QuanBlock *cell;

  quan_form_row (form, 0);
  quan_form_label (form, label);
  cell = quan_form_cell (form, 1, QUAN_ALIGN_LEFT);
  if (value != NULL)
    quan_block_add (cell, value, &quan_style_stated, QUAN_FORM_LEADING);
  else
    quan_block_add_blank (cell, "〔待填〕", &quan_style_missing, QUAN_FORM_LEADING + 1);
}

/* "0200 0019 0920 0012 345", as people read an account aloud. Free with g_free. */
static char *
grouped_text (const char *account)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; account[i] != '\0'; i++) {
    if (i > 0 && i % DIGITS_TOGETHER == 0)
      g_string_append_c (text, ' ');
    g_string_append_c (text, account[i]);
  }
  return g_string_free (text, FALSE);
}

static const char *
agreement (const QuanEnterprise *enterprise, const QuanBank *bank)
{
  if (enterprise->name == NULL || bank->account_name == NULL)
    return NULL;
  return g_str_equal (enterprise->name, bank->account_name) ? "与企业名称一致" : "与企业名称不一致";
}

void
quan_part_receiving_account (QuanPages *pages)
{
  static const QuanBank no_bank;
  const QuanEnterprise *enterprise = pages->subject.enterprise;
  const QuanBank *bank = enterprise->bank != NULL ? enterprise->bank : &no_bank;
  g_autoptr (QuanForm) form = quan_form_new (pages->fonts, 0, grid, G_N_ELEMENTS (grid), ROW);
  g_autofree char *left = quan_pages_applicant (pages);
  g_autofree char *account = bank->account != NULL ? grouped_text (bank->account) : NULL;

  quan_pages_head (pages, "收款账户", left, "");
  quan_form_section (form, NULL);
  add_row (form, "企业名称", enterprise->name);
  add_row (form, "统一社会信用代码", enterprise->uscc);
  add_row (form, "账户户名", bank->account_name);
  add_row (form, "户名核对", agreement (enterprise, bank));
  add_row (form, "开户银行", bank->bank_name);
  add_row (form, "联行号", bank->cnaps != NULL ? bank->cnaps : "—");
  add_row (form, "账　号", account);
  quan_form_draw (form, &pages->flow);
  quan_pages_note (pages, "兑付资金请拨入上列账户。账号每四位空一格，只为便于核对；户名应与企业名称完全一致。");
  quan_flow_need (&pages->flow, quan_signatures_sheet_height (pages, SIGNERS));
  quan_signatures_sheet (pages, SIGNERS);
}
