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

typedef struct {
  const char *what, *value;
} Needed;

static void
add_missing (GPtrArray *items, const Needed *needed, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (needed[i].value == NULL)
      add (items, QUAN_VERDICT_UNKNOWN, NULL, needed[i].what, g_strdup ("未填写"), g_strdup ("补填后重新生成"));
}

static const QuanBank *
bank_of (const QuanEnterprise *enterprise)
{
  static const QuanBank no_bank;

  return enterprise->bank != NULL ? enterprise->bank : &no_bank;
}

/* Facts a claim cannot do without and no rule tests; what else the form asks for may be filled in by pen. */
static void
add_claim_facts (GPtrArray *items, const QuanCase *subject)
{
  const QuanEnterprise *enterprise = subject->enterprise;
  const QuanBank *bank = bank_of (enterprise);
  const Needed needed[] = {
    {"企业名称", enterprise->name},
    {"供给方名称", subject->provider != NULL ? subject->provider->name : NULL},
    {"合同名称", subject->contract->title},
    {"收款账户户名", bank->account_name},
    {"开户银行", bank->bank_name},
    {"收款账户账号", bank->account},
  };

  add_missing (items, needed, G_N_ELEMENTS (needed));
  if (bank->account_name != NULL && g_strcmp0 (bank->account_name, enterprise->name) != 0)
    add (items, QUAN_VERDICT_FAIL, NULL, "收款账户户名", g_strdup_printf ("户名“%s”与企业名称不一致", bank->account_name),
         g_strdup ("改用本企业名下的账户"));
}

GPtrArray *
quan_claim_open_items (const QuanPacketSource *source)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (free_item);

  add_findings (items, source->check, QUAN_VERDICT_FAIL);
  add_findings (items, source->check, QUAN_VERDICT_UNKNOWN);
  add_claim_facts (items, source->subject);
  if (source->check->award.claimable == QUAN_FEN_NONE)
    add (items, QUAN_VERDICT_UNKNOWN, source->view->pack->award_clause, "申领金额", g_strdup ("不能确定"),
         g_strdup ("按核算表补全或拆分价格明细"));
  if (items->len > 0)
    add_findings (items, source->check, QUAN_VERDICT_REVIEW);
  return items;
}

/* The mismatches of one check: the first of them, and how many there are; the three-way sheet has them all. */
static void
add_match (GPtrArray *items, const QuanThreeWay *check, QuanMatch match, QuanVerdict verdict)
{
  const QuanMismatch *first = NULL;
  guint n = 0;

  for (guint i = 0; i < check->mismatches->len; i++) {
    const QuanMismatch *mismatch = g_ptr_array_index (check->mismatches, i);

    if (mismatch->match != match || mismatch->verdict != verdict)
      continue;
    first = first != NULL ? first : mismatch;
    n++;
  }
  if (first != NULL)
    add (items, verdict, NULL, quan_match_name (match, QUAN_LANGUAGE_ZH),
         n > 1 ? g_strdup_printf ("%s等 %u 处，见核对表。", first->reason, n) : g_strdup (first->reason),
         g_strdup (first->fix));
}

static void
add_mismatches (GPtrArray *items, const QuanThreeWay *check, QuanVerdict verdict)
{
  for (int match = 0; match < QUAN_N_MATCHES; match++)
    add_match (items, check, match, verdict);
}

/* Whether a voucher's provider is known by its code alone. */
static gboolean
lacks_provider_name (const QuanRedemptionSource *source)
{
  for (guint i = 0; i < source->preview->items->len; i++) {
    const char *uscc = g_array_index (source->preview->items, QuanPreviewItem, i).contract->provider;
    const QuanProvider *provider = uscc != NULL ? quan_workspace_provider (source->records, uscc) : NULL;

    if (provider != NULL && provider->name == NULL)
      return TRUE;
  }
  return FALSE;
}

/* The account's name is a cross-check, and so is whether a provider is named at all. */
static void
add_redemption_facts (GPtrArray *items, const QuanRedemptionSource *source)
{
  const QuanEnterprise *enterprise = source->enterprise;
  const QuanBank *bank = bank_of (enterprise);
  const Needed needed[] = {
    {"企业名称", enterprise->name},
    {"供给方名称", lacks_provider_name (source) ? NULL : ""},
    {"开户银行", bank->bank_name},
    {"收款账户账号", bank->account},
  };

  add_missing (items, needed, G_N_ELEMENTS (needed));
}

/* Vouchers whose amount cannot be computed, and whether anything is asked for at all. */
static void
add_amounts (GPtrArray *items, const QuanRedemptionSource *source)
{
  const QuanPreview *preview = source->preview;
  const char *clause = source->view->pack->redemptions.clause;
  gboolean asked = FALSE;

  for (guint i = 0; i < preview->items->len; i++) {
    const QuanPreviewItem *item = &g_array_index (preview->items, QuanPreviewItem, i);

    asked = asked || item->amount != 0;
    if (item->amount == QUAN_FEN_NONE)
      add (items, QUAN_VERDICT_UNKNOWN, clause, "本次兑付金额",
           g_strdup_printf ("算力券%s不能确定", item->claim->voucher), g_strdup ("补全或拆分合同的价格明细"));
  }
  if (!asked)
    add (items, QUAN_VERDICT_FAIL, clause, "本次兑付金额",
         g_strdup (preview->window != NULL ? "本批次没有可以兑付的金额" : "政策没有这个批次"),
         g_strdup ("登记已交付部分的发票和交付凭证，或者改报其他批次"));
}

GPtrArray *
quan_redemption_open_items (const QuanRedemptionSource *source)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (free_item);

  add_mismatches (items, source->three_way, QUAN_VERDICT_FAIL);
  add_mismatches (items, source->three_way, QUAN_VERDICT_UNKNOWN);
  add_redemption_facts (items, source);
  add_amounts (items, source);
  if (items->len > 0)
    add_mismatches (items, source->three_way, QUAN_VERDICT_REVIEW);
  return items;
}
