#include "core/engine/check.h"

/* Names of facts for people; a fact a pack names beyond these is shown by its id. */
static const QuanTerm names[] = {
  { "as-of", "as-of date", "基准日" },
  { "award.amount", "amount", "金额" },
  { "contract.affiliated", "affiliated", "关联关系" },
  { "contract.ends", "ends", "止日" },
  { "contract.field", "field of use", "应用领域" },
  { "contract.first_start", "first start of service", "最早起始" },
  { "contract.lines", "lines", "价格明细" },
  { "contract.live_claims", "claims already made", "既有申领" },
  { "contract.model", "model", "模型" },
  { "contract.other_subsidies", "other subsidies", "其他补贴" },
  { "contract.purpose", "use", "算力用途" },
  { "contract.schedule", "sum of the delivery schedule", "交付计划合计" },
  { "contract.signed", "signed", "签订日期" },
  { "contract.starts", "starts", "起日" },
  { "enterprise.ai_direction", "AI direction", "人工智能方向" },
  { "enterprise.dishonesty_records", "dishonesty records", "失信记录" },
  { "enterprise.entity_type", "legal form", "主体类型" },
  { "enterprise.finance_system", "finance organisation", "财务制度健全" },
  { "enterprise.industry_code", "industry code", "行业代码" },
  { "enterprise.region", "registered in", "注册地" },
  { "enterprise.uscc", "credit code", "信用代码" },
  { "look-back.from", "looked back to", "回溯至" },
  { "policy.valid_from", "in force from", "有效期自" },
  { "policy.valid_until", "in force until", "有效期至" },
  { "quota.cap", "cap of the year", "年度额度" },
  { "quota.remaining", "left", "剩余额度" },
  { "quota.used", "used", "已占用" },
  { "quota.year", "year", "年度" },
  { "redemption.deliveries", "delivery proofs", "交付凭证" },
  { "redemption.filed", "filed on", "提交日" },
  { "redemption.invoices", "settlement invoices", "结算发票" },
  { "redemption.round", "round", "兑付批次" },
  { "redemption.voucher", "voucher", "算力券" },
  { "term.limit", "one term later", "期满日" },
  { "window.start", "window begins", "窗口起日" },
};

const char *
quan_fact_name (const char *id, QuanLanguage language)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].id, id))
      return quan_term_name (&names[i], language);
  return id;
}
