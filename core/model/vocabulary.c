#include "core/model/vocabulary.h"

#include <string.h>

#define VOCABULARY(symbol, words) \
  const QuanVocabulary symbol = { .name = words, .terms = (const QuanTerm[])

VOCABULARY (quan_entity_types, "entity_type") {
  { "company",         "Company with legal personality", "企业法人（公司）" },
  { "branch",          "Branch",                         "分支机构（分公司）" },
  { "office",          "Representative office",          "办事机构（代表处）" },
  { "sole-proprietor", "Individual business",            "个体工商户" },
  { "partnership",     "Partnership",                    "合伙企业" },
  { "other",           "Other organisation",             "其他组织" },
  { NULL }
} };

VOCABULARY (quan_ai_directions, "ai_direction") {
  { "declared",  "Declared by the enterprise",  "企业自述符合" },
  { "confirmed", "Confirmed by the authority",  "主管部门已认定" },
  { "no",        "Does not fit",                "不符合" },
  { NULL }
} };

VOCABULARY (quan_line_kinds, "kind") {
  { "compute",  "Compute",                        "智能算力" },
  { "storage",  "Storage",                        "存储" },
  { "network",  "Network",                        "网络" },
  { "security", "Security",                       "安全" },
  { "other",    "Other",                          "其他" },
  { "bundled",  "Bundled (one price for several)", "打包计价（未拆分）" },
  { NULL }
} };

VOCABULARY (quan_purposes, "purpose") {
  { "training",    "Model training",    "模型训练" },
  { "application", "Model application", "模型应用" },
  { "other",       "Other use",         "其他用途" },
  { NULL }
} };

VOCABULARY (quan_units, "unit") {
  { "card-hour",  "Card-hours",  "卡时" },
  { "card-day",   "Card-days",   "卡日" },
  { "card-month", "Card-months", "卡月" },
  { "month",      "Months",      "月" },
  { NULL }
} };

VOCABULARY (quan_subsidy_levels, "level") {
  { "municipal", "Municipal", "市级" },
  { "district",  "District",  "区级" },
  { "national",  "National",  "国家级" },
  { NULL }
} };

VOCABULARY (quan_subsidy_scopes, "scope") {
  { "same-contract",  "For the same contract",  "同一合同" },
  { "other-contract", "For another contract",   "其他合同" },
  { NULL }
} };

VOCABULARY (quan_claim_states, "claim state") {
  { "draft",     "Draft",                   "草稿" },
  { "submitted", "Submitted",               "已提交" },
  { "returned",  "Returned for correction", "退回补正" },
  { "approved",  "Approved",                "已核准" },
  { "rejected",  "Rejected",                "已驳回" },
  { "withdrawn", "Withdrawn",               "已撤回" },
  { NULL }
} };

VOCABULARY (quan_redemption_states, "redemption state") {
  { "draft",     "Draft",                   "草稿" },
  { "submitted", "Submitted",               "已提交" },
  { "returned",  "Returned for correction", "退回补正" },
  { "paid",      "Paid",                    "已拨付" },
  { "rejected",  "Rejected",                "已驳回" },
  { "withdrawn", "Withdrawn",               "已撤回" },
  { NULL }
} };

VOCABULARY (quan_ledgers, "ledger") {
  { "claims",      "Claims",      "申领" },
  { "redemptions", "Redemptions", "兑付" },
  { NULL }
} };

VOCABULARY (quan_fields_of_use, "field") {
  { "industry",           "Industry",             "工业" },
  { "government",         "Government services",  "政务" },
  { "healthcare",         "Healthcare",           "医疗" },
  { "finance",            "Finance",              "金融" },
  { "education",          "Education",            "教育" },
  { "legal",              "Legal services",       "法律" },
  { "transport",          "Transport",            "交通" },
  { "culture-tourism",    "Culture and tourism",  "文旅" },
  { "research",           "Scientific research",  "科研" },
  { "city-management",    "City management",      "城市管理" },
  { "public-convenience", "Public convenience",   "便民服务" },
  { NULL }
} };

VOCABULARY (quan_flags, "flag") {
  { "no",  "No",  "否" },
  { "yes", "Yes", "是" },
  { NULL }
} };

const QuanTerm quan_nothing = { "none", "none", "无" };

int
quan_vocabulary_value (const QuanVocabulary *vocabulary, const char *id)
{
  for (int i = 0; id != NULL && vocabulary->terms[i].id != NULL; i++)
    if (strcmp (vocabulary->terms[i].id, id) == 0)
      return i + 1;
  return 0;
}

const QuanTerm *
quan_vocabulary_term (const QuanVocabulary *vocabulary, int value)
{
  for (int i = 0; vocabulary->terms[i].id != NULL; i++)
    if (i + 1 == value)
      return &vocabulary->terms[i];
  return NULL;
}

const char *
quan_vocabulary_id (const QuanVocabulary *vocabulary, int value)
{
  const QuanTerm *term = quan_vocabulary_term (vocabulary, value);

  return term == NULL ? NULL : term->id;
}

const char *
quan_term_name (const QuanTerm *term, QuanLanguage language)
{
  return language == QUAN_LANGUAGE_ZH ? term->chinese : term->english;
}

char *
quan_vocabulary_list (const QuanVocabulary *vocabulary)
{
  GString *list = g_string_new (NULL);

  for (const QuanTerm *term = vocabulary->terms; term->id != NULL; term++)
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", term->id);
  return g_string_free (list, FALSE);
}
