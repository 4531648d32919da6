#include "core/engine/agenda-text.h"

/* How many numbers a sentence names. */
#define NAMED 3

static const QuanText sayings[QUAN_N_SAYINGS] = {
  [QUAN_SAY_CORRECT]           = { { "Correct %s and submit it again", "补正 %s 并重新提交" } },
  [QUAN_SAY_RETURNED_FOR]      = { { "It was returned: %s", "已退回：%s" } },
  [QUAN_SAY_RETURNED]          = { { "It was returned for correction; no reason is recorded.", "已退回补正，未记录原因" } },
  [QUAN_SAY_RENEW]             = { { "Renew %s", "更新%s" } },
  [QUAN_SAY_TOO_OLD]           = { { "Dated %s, older than %s days; the packet of %s cannot be ready.",
                                     "%s 出具，已超过 %s 天；%s 不能定稿" } },
  [QUAN_SAY_BECOMES_OLD]       = { { "Dated %s, good for %s days; submitting %s later needs a new one.",
                                     "%s 出具，%s 天内有效；%s 晚于此日提交须换新" } },
  [QUAN_SAY_SUBMIT]            = { { "Submit the claim on %s", "提交 %s 的申领" } },
  [QUAN_SAY_MEANT_FOR]         = { { "The day it is meant for.", "计划在这一天提交" } },
  [QUAN_SAY_WAS_MEANT_FOR]     = { { "It was meant for %s and is still a draft.", "原定 %s 提交，仍是草稿" } },
  [QUAN_SAY_LAST_DAY]          = { { "The last day of the programme; it cannot be claimed afterwards.",
                                     "办法到期日，到期后不能再申领" } },
  [QUAN_SAY_LAPSED]            = { { "The programme ended on %s; it can no longer be claimed.",
                                     "办法已于 %s 到期，不能再申领" } },
  [QUAN_SAY_FILE]              = { { "File the redemption of %s", "提交 %s兑付" } },
  [QUAN_SAY_PREPARE]           = { { "Record invoices and delivery proofs for %s", "登记 %s兑付的发票和交付凭证" } },
  [QUAN_SAY_FILING_ENDS]       = { { "The last filing day of the round", "本批次截止日" } },
  [QUAN_SAY_FILING_ENDS_EARLY] = { { "The last filing day, %s, is a %s, so file by %s",
                                     "截止日 %s 是%s，请在 %s 前提交" } },
  [QUAN_SAY_NOTHING_YET]       = { { "%s; nothing that it would pay is recorded yet",
                                     "%s；尚未登记本批次可兑付的发票" } },
  [QUAN_SAY_NO_ROUND]          = { { "Ask about deliveries from %s to %s: they have no redemption round",
                                     "%s 至 %s 的交付没有对应兑付批次" } },
  [QUAN_SAY_NO_ROUND_LEFT]     = { { "Ask how vouchers are redeemed: no round is left", "已没有可以报送的兑付批次" } },
  [QUAN_SAY_ASK]               = { { "The text names no round for them; the authority has to decide.",
                                     "条文未写明，需向主管部门确认" } },
  [QUAN_SAY_ROUNDS_OVER]       = { { "The last round closed on %s; the authority has to decide.",
                                     "最后一个批次已于 %s 截止，需向主管部门确认" } },
  [QUAN_SAY_USE_VOUCHER]       = { { "Redeem the voucher %s", "兑付算力券 %s" } },
  [QUAN_SAY_VOUCHER_EXPIRES]   = { { "Its last day; nothing more is paid on it afterwards.", "算力券有效期截止，过期不再兑付" } },
  [QUAN_SAY_POLICY_ENDS]       = { { "Claim before the programme ends", "办法到期，最后申领日" } },
  [QUAN_SAY_VOUCHERS_GO_ON]    = { { "Nothing can be claimed afterwards; vouchers are redeemed in their rounds.",
                                     "到期后不能再申领；已发放的算力券按批次兑付" } },
  [QUAN_SAY_COLLECT]           = { { "Collect the last invoices and delivery proofs of %s", "收齐 %s 的发票和交付凭证" } },
  [QUAN_SAY_CONTRACT_ENDS]     = { { "The contract ends, and its voucher %s is not redeemed in full.",
                                     "合同到期，算力券 %s 尚未兑完" } },
  [QUAN_SAY_IS_CLAIMED]        = { { "claimed", "申领额" } },
  [QUAN_SAY_IS_CLAIMABLE]      = { { "claimable", "可申领" } },
  [QUAN_SAY_IS_IN_DRAFTS]      = { { "claimed by drafts", "草稿申领额" } },
  [QUAN_SAY_IS_PAYABLE]        = { { "payable in this round", "本批次可兑付" } },
  [QUAN_SAY_IS_TO_RETURN]      = { { "to return or offset", "需退回或抵扣" } },
  [QUAN_SAY_IS_AT_RISK]        = { { "at risk", "有风险" } },
  [QUAN_SAY_IS_LEFT]           = { { "left on the voucher", "券上余额" } },
};

char *
quan_say (QuanLanguage language, QuanSaying saying, ...)
{
  va_list arguments;
  char *text;

  va_start (arguments, saying);
  text = g_strdup_vprintf (sayings[saying].in[language], arguments);
  va_end (arguments);
  return text;
}

char *
quan_say_numbers (QuanLanguage language, const GPtrArray *numbers)
{
  const char *comma = language == QUAN_LANGUAGE_ZH ? "、" : ", ";
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (numbers->len, NAMED); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? comma : "", (const char *) numbers->pdata[i]);
  if (numbers->len > NAMED && language == QUAN_LANGUAGE_ZH)
    g_string_append_printf (text, " 等 %u 份", numbers->len);
  else if (numbers->len > NAMED)
    g_string_append_printf (text, " and %u more", numbers->len - NAMED);
  return g_string_free (text, FALSE);
}

char *
quan_say_document (QuanLanguage language, const QuanDocument *document)
{
  const char *title = document->title.in[language];
  gboolean word = g_ascii_isupper (title[0]) && !g_ascii_isupper (title[1]);

  if (language == QUAN_LANGUAGE_ZH)
    return g_strdup (title);
  return g_strdup_printf ("the %c%s", word ? g_ascii_tolower (title[0]) : title[0], title + 1);
}

const char *
quan_say_weekday (QuanLanguage language, QuanDate date)
{
  static const QuanText days[] = {
    { { "Monday", "周一" } }, { { "Tuesday", "周二" } }, { { "Wednesday", "周三" } }, { { "Thursday", "周四" } },
    { { "Friday", "周五" } }, { { "Saturday", "周六" } }, { { "Sunday", "周日" } },
  };

  return days[quan_date_weekday (date) - 1].in[language];
}

char *
quan_say_warnings (QuanLanguage language, const char *clause, guint warnings)
{
  GString *text = g_string_new (clause);

  for (int i = 0; i < QUAN_N_WARNINGS; i++)
    if (warnings >> i & 1)
      g_string_append_printf (text, "%s%s", language == QUAN_LANGUAGE_ZH ? "；" : "; ",
                              quan_warning_text (i, language));
  if (language == QUAN_LANGUAGE_EN)
    g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}
