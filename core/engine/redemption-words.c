#include "core/engine/redemption.h"

static const QuanTerm round_states[] = {
  { "none", "no such round", "无此批次" },
  { "future", "not open yet", "尚未开始" },
  { "open", "open", "受理中" },
  { "closed", "closed", "已截止" },
};

static const QuanTerm warnings[QUAN_N_WARNINGS] = {
  { "amount-missing", "an invoice line has no amount and is not counted", "有发票行缺金额，未计入" },
  { "base-undetermined", "the base cannot be determined, so nothing can be computed", "核定基数不能确定，无法计算" },
  { "cap-reached", "the year's cap holds part of it back", "受当年兑付上限限制，部分金额留待以后" },
  { "delivery-missing", "an invoice names no delivery proof and is not counted", "有发票缺交付凭证，未计入" },
  { "delivery-outside-window", "a delivery is not wholly inside the contract's term and the window", "有交付期不完全在合同期与计入窗口之内" },
  { "invoice-exceeds-base", "the invoices exceed the base; the excess is not counted", "开票合计超过核定基数，超出部分不计" },
  { "negative-amount", "more was redeemed than is due: to return or offset", "已兑付多于应兑付，需退回或抵扣" },
  { "net-missing", "an invoice line has no net amount and is not counted", "有发票行缺不含税金额，未计入" },
  { "voucher-expired", "the voucher has expired; nothing more is paid on it", "算力券已过有效期，不再兑付" },
};

const char *
quan_round_state_id (QuanRoundState state)
{
  return round_states[state].id;
}

const char *
quan_round_state_name (QuanRoundState state, QuanLanguage language)
{
  return quan_term_name (&round_states[state], language);
}

const char *
quan_warning_id (int i)
{
  return warnings[i].id;
}

const char *
quan_warning_text (int i, QuanLanguage language)
{
  return quan_term_name (&warnings[i], language);
}
