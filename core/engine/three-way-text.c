#include "core/engine/three-way-text.h"

#include "core/engine/evaluation.h"

static const QuanTerm matches[QUAN_N_MATCHES] = {
  { "buyer", "The buyer is the enterprise", "购买方信用代码与申领企业相同" },
  { "seller", "The seller is the contract's provider", "销售方信用代码与供给方相同" },
  { "dated", "The invoice is dated from the signing to the filing", "开票日在签订日与填报日之间" },
  { "delivery", "The invoice names a delivery proof of its contract", "发票对应本合同的交付凭证" },
  { "period", "The delivery lies inside the contract's term and the window", "交付期在服务期与窗口之内" },
  { "one-period", "No two invoices are for one delivery period", "同一交付期没有重复开票" },
  { "delivered", "No more is invoiced than was delivered", "计入发票不超过交付金额" },
  { "paid", "No less is paid than was invoiced", "付款不少于发票" },
  { "base", "The invoices do not exceed the base", "计入发票合计不超过核定基数" },
  { "unused", "The invoice number is in no other redemption", "发票号码未用于其他兑付" },
  { "account", "The receiving account's name is the enterprise's", "收款户名与企业名称相同" },
};

const char *
quan_match_id (QuanMatch match)
{
  return matches[match].id;
}

const char *
quan_match_name (QuanMatch match, QuanLanguage language)
{
  return quan_term_name (&matches[match], language);
}

/* The sentences name facts, "{invoice.number}". A fix without text: nothing is to be done. */
static const struct {
  QuanMatch   match;
  QuanVerdict verdict;
  QuanText    reason, fix;
} faults[QUAN_N_FAULTS] = {
  [QUAN_FAULT_BUYER_MISSING] = {
    QUAN_MATCH_BUYER, QUAN_VERDICT_UNKNOWN,
    { { "The buyer of invoice {invoice.number} is not recorded.", "发票 {invoice.number} 未填购买方信用代码。" } },
    { { "Enter the buyer's credit code from the invoice.", "按票面填写购买方信用代码。" } },
  },
  [QUAN_FAULT_BUYER_OTHER] = {
    QUAN_MATCH_BUYER, QUAN_VERDICT_FAIL,
    { { "Invoice {invoice.number} is made out to {invoice.buyer}, not to the enterprise, {enterprise.uscc}.",
        "发票 {invoice.number} 的购买方是 {invoice.buyer}，不是申领企业 {enterprise.uscc}。" } },
    { { "Correct the record if the invoice says otherwise; else have it reversed and issued to the enterprise.",
        "录入有误的请更正；票面如此的，请供给方冲红后按申领企业重开。" } },
  },
  [QUAN_FAULT_SELLER_MISSING] = {
    QUAN_MATCH_SELLER, QUAN_VERDICT_UNKNOWN,
    { { "The seller of invoice {invoice.number} is not recorded.", "发票 {invoice.number} 未填销售方信用代码。" } },
    { { "Enter the seller's credit code from the invoice.", "按票面填写销售方信用代码。" } },
  },
  [QUAN_FAULT_PROVIDER_MISSING] = {
    QUAN_MATCH_SELLER, QUAN_VERDICT_UNKNOWN,
    { { "Contract {contract.number} names no provider to compare the seller of invoice {invoice.number} with.",
        "合同 {contract.number} 未填供给方，无法核对发票 {invoice.number} 的销售方。" } },
    { { "Enter the contract's provider.", "填写合同的供给方。" } },
  },
  [QUAN_FAULT_SELLER_OTHER] = {
    QUAN_MATCH_SELLER, QUAN_VERDICT_FAIL,
    { { "Invoice {invoice.number} was issued by {invoice.seller}, not by the contract's provider, {contract.provider}.",
        "发票 {invoice.number} 的销售方是 {invoice.seller}，不是合同的供给方 {contract.provider}。" } },
    { { "Correct the record if the invoice says otherwise; else the contract's provider has to issue it.",
        "录入有误的请更正；票面如此的，须由合同的供给方重新开具。" } },
  },
  [QUAN_FAULT_UNDATED] = {
    QUAN_MATCH_DATED, QUAN_VERDICT_UNKNOWN,
    { { "Invoice {invoice.number} has no date, so no round takes it.",
        "发票 {invoice.number} 未填开票日期，不计入任何批次。" } },
    { { "Enter the date from the invoice.", "按票面填写开票日期。" } },
  },
  [QUAN_FAULT_UNSIGNED] = {
    QUAN_MATCH_DATED, QUAN_VERDICT_UNKNOWN,
    { { "Contract {contract.number} has no date of signing to compare the date of invoice {invoice.number} with.",
        "合同 {contract.number} 未填签订日期，无法核对发票 {invoice.number} 的开票日期。" } },
    { { "Enter the day the contract was signed.", "填写合同的签订日期。" } },
  },
  [QUAN_FAULT_DATED_EARLY] = {
    QUAN_MATCH_DATED, QUAN_VERDICT_FAIL,
    { { "Invoice {invoice.number} is dated {invoice.date}, before the contract was signed on {contract.signed}.",
        "发票 {invoice.number} 开具于 {invoice.date}，早于合同签订日 {contract.signed}。" } },
    { { "Correct the date that is wrong; an invoice from before the signing cannot be redeemed under this contract.",
        "日期录入有误的请更正；签订之前开具的发票不能按本合同兑付。" } },
  },
  [QUAN_FAULT_DATED_LATE] = {
    QUAN_MATCH_DATED, QUAN_VERDICT_FAIL,
    { { "Invoice {invoice.number} is dated {invoice.date}, after the filing on {redemption.filed}.",
        "发票 {invoice.number} 开具于 {invoice.date}，晚于填报日 {redemption.filed}。" } },
    { { "File on that day or later, or leave the invoice to the next round.",
        "在开票日当天或之后填报，或将该发票留待下一批次。" } },
  },
  [QUAN_FAULT_DELIVERY_MISSING] = {
    QUAN_MATCH_DELIVERY, QUAN_VERDICT_FAIL,
    { { "Invoice {invoice.number} names no delivery proof and is not counted.",
        "发票 {invoice.number} 未对应交付凭证，未计入本批次。" } },
    { { "Name the delivery proof.", "为发票填写对应的交付凭证。" } },
  },
  [QUAN_FAULT_DELIVERY_OTHER] = {
    QUAN_MATCH_DELIVERY, QUAN_VERDICT_FAIL,
    { { "Invoice {invoice.number} of contract {contract.number} names delivery {delivery.number}, which is of contract "
        "{delivery.contract}.",
        "合同 {contract.number} 的发票 {invoice.number} 对应的交付凭证 {delivery.number} 属于合同 {delivery.contract}。" } },
    { { "Name a delivery proof of the invoice's own contract.", "改为本合同的交付凭证。" } },
  },
  [QUAN_FAULT_PERIOD_MISSING] = {
    QUAN_MATCH_PERIOD, QUAN_VERDICT_UNKNOWN,
    { { "Delivery {delivery.number} lacks its first or its last day.", "交付凭证 {delivery.number} 未填全起止日期。" } },
    { { "Enter the period from the delivery proof.", "按交付凭证填写起止日期。" } },
  },
  [QUAN_FAULT_TERM_MISSING] = {
    QUAN_MATCH_PERIOD, QUAN_VERDICT_UNKNOWN,
    { { "Contract {contract.number} lacks the first or the last day of its term to compare delivery {delivery.number} "
        "with.",
        "合同 {contract.number} 未填全起止日期，无法核对交付凭证 {delivery.number}。" } },
    { { "Enter the contract's term.", "填写合同的起止日期。" } },
  },
  [QUAN_FAULT_PERIOD_OUTSIDE] = {
    QUAN_MATCH_PERIOD, QUAN_VERDICT_FAIL,
    { { "Delivery {delivery.number}, from {delivery.from} to {delivery.to}, is not wholly inside the contract's term "
        "and the window, {limit.from} to {limit.until}.",
        "交付凭证 {delivery.number}（{delivery.from} 至 {delivery.to}）不完全在合同期与窗口之内（{limit.from} 至 "
        "{limit.until}）。" } },
    { { "Correct the period if it is wrong; else have delivery proof and invoice divided at the limit.",
        "日期录入有误的请更正；否则请供给方按界限日分开出具交付凭证和发票。" } },
  },
  [QUAN_FAULT_SAME_DELIVERY] = {
    QUAN_MATCH_ONE_PERIOD, QUAN_VERDICT_REVIEW,
    { { "Invoices {other.number} and {invoice.number} are both for delivery {delivery.number}.",
        "发票 {other.number} 与 {invoice.number} 对应同一交付凭证 {delivery.number}。" } },
    { { "Explain why there are two; have one reversed if it was issued twice.",
        "请说明分开开票的原因；重复开具的，请供给方冲红其一。" } },
  },
  [QUAN_FAULT_OVERLAP] = {
    QUAN_MATCH_ONE_PERIOD, QUAN_VERDICT_REVIEW,
    { { "Invoices {other.number} and {invoice.number} are for deliveries that overlap, {other.delivery} and "
        "{delivery.number}.",
        "发票 {other.number} 与 {invoice.number} 对应的交付凭证 {other.delivery} 与 {delivery.number} 期间重叠。" } },
    { { "Explain what each is for; correct the period that is wrong.", "请说明各自的交付内容；期间录入有误的请更正。" } },
  },
  [QUAN_FAULT_AMOUNT_MISSING] = {
    QUAN_MATCH_DELIVERED, QUAN_VERDICT_UNKNOWN,
    { { "Delivery {delivery.number} has no amount to compare its invoices with.",
        "交付凭证 {delivery.number} 未填金额，无法与发票核对。" } },
    { { "Enter the amount from the delivery proof.", "按交付凭证填写金额。" } },
  },
  [QUAN_FAULT_COUNTED_MISSING] = {
    QUAN_MATCH_DELIVERED, QUAN_VERDICT_UNKNOWN,
    { { "An invoice line for delivery {delivery.number} has no amount to compare with what was delivered.",
        "交付凭证 {delivery.number} 对应的发票有行缺金额，无法核对。" } },
    { { "Enter the amount from the invoice.", "按票面填写金额。" } },
  },
  [QUAN_FAULT_INVOICED_MORE] = {
    QUAN_MATCH_DELIVERED, QUAN_VERDICT_REVIEW,
    { { "For delivery {delivery.number}, {invoices.counted} is invoiced after red letters, {difference} more than the "
        "{delivery.amount} delivered.",
        "交付凭证 {delivery.number} 对应的发票扣除红字后为 {invoices.counted}，比交付金额 {delivery.amount}多 {difference}。" } },
    { { "Explain the difference, or have the excess reversed.", "请说明差异，或请供给方冲红多开部分。" } },
  },
  [QUAN_FAULT_INVOICED_MISSING] = {
    QUAN_MATCH_PAID, QUAN_VERDICT_UNKNOWN,
    { { "Invoice {invoice.number} or its reversal has a line without an amount to compare the payment with.",
        "发票 {invoice.number}（含其红字）有行缺金额，无法与付款核对。" } },
    { { "Enter the amount from the invoice.", "按票面填写金额。" } },
  },
  [QUAN_FAULT_PAYMENT_MISSING] = {
    QUAN_MATCH_PAID, QUAN_VERDICT_UNKNOWN,
    { { "The day invoice {invoice.number} was paid is recorded, but not how much was paid.",
        "发票 {invoice.number} 填了付款日期，未填付款金额。" } },
    { { "Enter the amount from the bank slip.", "按银行回单填写付款金额。" } },
  },
  [QUAN_FAULT_UNPAID] = {
    QUAN_MATCH_PAID, QUAN_VERDICT_FAIL,
    { { "No payment of invoice {invoice.number} is recorded; {difference} is missing.",
        "发票 {invoice.number} 没有付款记录，差 {difference}。" } },
    { { "Enter the payment from the bank slip; what is not paid cannot be redeemed.",
        "按银行回单登记付款；未付款的不能兑付。" } },
  },
  [QUAN_FAULT_PAID_LESS] = {
    QUAN_MATCH_PAID, QUAN_VERDICT_FAIL,
    { { "For invoice {invoice.number}, {payments.amount} of the {invoices.amount} invoiced after red letters is paid; "
        "{difference} is missing.",
        "发票 {invoice.number} 扣除红字后为 {invoices.amount}，付款 {payments.amount}，差 {difference}。" } },
    { { "Pay the rest and enter the payment, or have the invoice reduced by a red letter.",
        "补足付款并登记，或请供给方开具红字发票冲减。" } },
  },
  [QUAN_FAULT_PAID_MORE] = {
    QUAN_MATCH_PAID, QUAN_VERDICT_REVIEW,
    { { "For invoice {invoice.number}, {payments.amount} is paid, {difference} more than the {invoices.amount} "
        "invoiced after red letters.",
        "发票 {invoice.number} 付款 {payments.amount}，多于扣除红字后的 {invoices.amount}，差 {difference}。" } },
    { { "Set the rest against the next period and attach a note of it.", "余款抵作下期；请附抵扣说明。" } },
  },
  [QUAN_FAULT_REFUND_MISSING] = {
    QUAN_MATCH_PAID, QUAN_VERDICT_REVIEW,
    { { "No refund for the red-letter invoice {invoice.number} is recorded; {difference} is still with the seller.",
        "红字发票 {invoice.number} 没有退款记录，{difference}尚在供给方。" } },
    { { "Enter the refund as a negative payment, or set the sum against the next period and attach a note of it.",
        "将退款登记为负数付款；抵作下期的，请附抵扣说明。" } },
  },
  [QUAN_FAULT_PARTS_MORE] = {
    QUAN_MATCH_PAID, QUAN_VERDICT_FAIL,
    { { "The parts of payment {payment.number} add up to {payment.parts}, {difference} more than its {payment.amount}.",
        "付款 {payment.number} 分摊到发票的金额合计 {payment.parts}，比付款金额 {payment.amount}多 {difference}。" } },
    { { "Correct the parts by the bank slip.", "按银行回单更正分摊金额。" } },
  },
  [QUAN_FAULT_PAYMENT_AMOUNT] = {
    QUAN_MATCH_PAID, QUAN_VERDICT_UNKNOWN,
    { { "Payment {payment.number} has no amount to compare its parts, {payment.parts}, with.",
        "付款 {payment.number} 未填金额，无法与分摊合计 {payment.parts}核对。" } },
    { { "Enter the amount from the bank slip.", "按银行回单填写付款金额。" } },
  },
  [QUAN_FAULT_BASE_MISSING] = {
    QUAN_MATCH_BASE, QUAN_VERDICT_UNKNOWN,
    { { "The base of voucher {redemption.voucher} cannot be determined.", "算力券 {redemption.voucher} 的核定基数不能确定。" } },
    { { "Complete the contract's lines and dates; a price for several services needs a sealed breakdown.",
        "补全合同的价格明细和起止日期；打包报价须补盖章的价格分项说明。" } },
  },
  [QUAN_FAULT_ELIGIBLE_MISSING] = {
    QUAN_MATCH_BASE, QUAN_VERDICT_UNKNOWN,
    { { "An invoice line for voucher {redemption.voucher} has no amount and is not counted.",
        "算力券 {redemption.voucher} 的发票有行缺金额，未计入。" } },
    { { "Enter the amount from the invoice.", "按票面填写金额。" } },
  },
  [QUAN_FAULT_BASE_EXCEEDED] = {
    QUAN_MATCH_BASE, QUAN_VERDICT_REVIEW,
    { { "The invoices of voucher {redemption.voucher} add up to {invoices.counted}, {difference} more than the base, "
        "{award.base}; the excess is not counted.",
        "算力券 {redemption.voucher} 的计入发票合计 {invoices.counted}，比核定基数 {award.base}多 {difference}，超出部分不计。" } },
    { { NULL, NULL } },
  },
  [QUAN_FAULT_USED] = {
    QUAN_MATCH_UNUSED, QUAN_VERDICT_FAIL,
    { { "Invoice {invoice.number} is already in the redemption of {redemption.round} by {redemption.enterprise}.",
        "发票 {invoice.number} 已用于{redemption.enterprise}在 {redemption.round} 批次的兑付。" } },
    { { "An invoice is redeemed once: take it out of one of the two.", "一张发票只能兑付一次，请从其中一处移除。" } },
  },
  [QUAN_FAULT_NAME_MISSING] = {
    QUAN_MATCH_ACCOUNT, QUAN_VERDICT_UNKNOWN,
    { { "The enterprise has no name to compare the account's with.", "未填企业名称，无法与收款户名核对。" } },
    { { "Enter the name from the business licence.", "按营业执照填写企业名称。" } },
  },
  [QUAN_FAULT_ACCOUNT_MISSING] = {
    QUAN_MATCH_ACCOUNT, QUAN_VERDICT_UNKNOWN,
    { { "The name of the receiving account is not recorded.", "未填收款账户的户名。" } },
    { { "Enter the enterprise's account.", "填写企业的收款账户。" } },
  },
  [QUAN_FAULT_ACCOUNT_OTHER] = {
    QUAN_MATCH_ACCOUNT, QUAN_VERDICT_FAIL,
    { { "The receiving account is in the name of {bank.account_name}, not of the enterprise, {enterprise.name}.",
        "收款账户的户名是 {bank.account_name}，不是企业名称 {enterprise.name}。" } },
    { { "Enter an account in the enterprise's own name.", "改用以企业名称开立的账户。" } },
  },
};

QuanMismatch *
quan_mismatch_new (QuanFault fault, const QuanValue *facts, int n, QuanLanguage language)
{
  QuanMismatch *mismatch = g_new0 (QuanMismatch, 1);
  const char *fix = faults[fault].fix.in[language];

  mismatch->match = faults[fault].match;
  mismatch->verdict = faults[fault].verdict;
  mismatch->facts = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < n; i++) {
    g_ptr_array_add (mismatch->facts, g_strdup (facts[i].id));
    g_ptr_array_add (mismatch->facts, quan_value_plain (&facts[i]));
  }
  mismatch->reason = quan_facts_sentence (faults[fault].reason.in[language], facts, n, language);
  mismatch->fix = fix ? quan_facts_sentence (fix, facts, n, language) : NULL;
  return mismatch;
}

void
quan_mismatch_free (QuanMismatch *mismatch)
{
  g_ptr_array_unref (mismatch->facts);
  g_free (mismatch->reason);
  g_free (mismatch->fix);
  g_free (mismatch);
}

QuanValue
quan_text_fact (const char *id, const char *text)
{
  return (QuanValue) { .id = id, .kind = text ? QUAN_VALUE_TEXT : QUAN_VALUE_MISSING, .text = text };
}

QuanValue
quan_date_fact (const char *id, QuanDate date)
{
  return (QuanValue) { .id = id, .kind = date != QUAN_DATE_NONE ? QUAN_VALUE_DATE : QUAN_VALUE_MISSING, .date = date };
}

QuanValue
quan_money_fact (const char *id, QuanFen fen)
{
  return (QuanValue) { .id = id, .kind = fen != QUAN_FEN_NONE ? QUAN_VALUE_MONEY : QUAN_VALUE_MISSING, .fen = fen };
}
