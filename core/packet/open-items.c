#include "core/packet/open-items.h"

static void
free_item (gpointer data)
{
  QuanOpenItem *item = data;

  g_free (item->what);
  g_free (item->fact);
  g_free (item->remedy);
  g_free (item);
}

/* Takes fact and remedy. */
static void
add (GPtrArray *items, QuanVerdict verdict, const char *clause, const char *what, char *fact, char *remedy)
{
  QuanOpenItem *item = g_new (QuanOpenItem, 1);

  *item = (QuanOpenItem) {verdict, clause != NULL ? clause : "", g_strdup (what), fact, remedy};
  g_ptr_array_add (items, item);
}

static void
add_findings (GPtrArray *items, const QuanCheck *check, QuanVerdict verdict)
{
  for (int i = 0; i < check->n_findings; i++) {
    const QuanFinding *finding = &check->findings[i];

    if (finding->verdict == verdict)
      add (items, finding->verdict, finding->rule->clause, finding->rule->title.in[QUAN_LANGUAGE_ZH],
           quan_finding_reason (finding, QUAN_LANGUAGE_ZH), quan_finding_fix (finding, QUAN_LANGUAGE_ZH));
  }
}

/* Facts a claim cannot do without and no rule tests; what else the form asks for may be filled in by pen. */
static void
add_missing_facts (GPtrArray *items, const QuanCase *subject)
{
  static const QuanBank no_bank;
  const QuanEnterprise *enterprise = subject->enterprise;
  const QuanBank *bank = enterprise->bank != NULL ? enterprise->bank : &no_bank;
  const struct {
    const char *what, *value;
  } facts[] = {
    {"企业名称", enterprise->name},
    {"供给方名称", subject->provider != NULL ? subject->provider->name : NULL},
    {"合同名称", subject->contract->title},
    {"收款账户户名", bank->account_name},
    {"开户银行", bank->bank_name},
    {"收款账户账号", bank->account},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i].value == NULL)
      add (items, QUAN_VERDICT_UNKNOWN, NULL, facts[i].what, g_strdup ("未填写"), g_strdup ("补填后重新生成"));
  if (bank->account_name != NULL && g_strcmp0 (bank->account_name, enterprise->name) != 0)
    add (items, QUAN_VERDICT_FAIL, NULL, "收款账户户名", g_strdup_printf ("户名“%s”与企业名称不一致", bank->account_name),
         g_strdup ("改用本企业名下的账户"));
}

GPtrArray *
quan_open_items (const QuanPacketSource *source)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (free_item);

  add_findings (items, source->check, QUAN_VERDICT_FAIL);
  add_findings (items, source->check, QUAN_VERDICT_UNKNOWN);
  add_missing_facts (items, source->subject);
  if (source->check->award.claimable == QUAN_FEN_NONE)
    add (items, QUAN_VERDICT_UNKNOWN, source->view->pack->award_clause, "申领金额", g_strdup ("不能确定"),
         g_strdup ("按核算表补全或拆分价格明细"));
  if (items->len > 0)
    add_findings (items, source->check, QUAN_VERDICT_REVIEW);
  return items;
}
