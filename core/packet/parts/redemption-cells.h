/* What the parts of a redemption packet say alike of its round, vouchers and invoices. */
#pragma once
#include "core/packet/pages.h"
#include "core/packet/table.h"

/* Item i of the preview; how many there are. */
const QuanPreviewItem *quan_voucher (const QuanPages *pages, guint i);
guint                  quan_n_vouchers (const QuanPages *pages);
/* The provider of an item's contract, NULL where it names none. */
const QuanProvider *quan_voucher_provider (const QuanPages *pages, const QuanPreviewItem *item);
/* "SLQ-1（120,986.30 元，2025-08-12 发放）". Free with g_free. */
char *quan_voucher_text (const QuanPreviewItem *item);
/* A heading over the rows of one of several vouchers: "甲　算力券 SLQ-1（…）　合同 HT-1". Nothing where there is one. */
void quan_voucher_group (QuanTable *table, const QuanPages *pages, guint i);

/* The numbers of all vouchers, or of their contracts, each once: "A、B", of many only how many there are; NULL where
 * there are none. Free with g_free. */
char *quan_voucher_numbers (const QuanPages *pages, gboolean contracts);

/* The sum of one amount over all vouchers, by its place in QuanPreviewItem; QUAN_FEN_NONE where one of them is not
 * known. */
QuanFen quan_voucher_sum (const QuanPages *pages, gsize offset);
#define QUAN_VOUCHER_SUM(pages, member) quan_voucher_sum (pages, G_STRUCT_OFFSET (QuanPreviewItem, member))
/* What an item was limited by: entitled − redeemed − amount, held back by the year's cap or of a voucher that has
 * expired; QUAN_FEN_NONE where it is not known. */
QuanFen quan_voucher_withheld (const QuanPreviewItem *item);

/* The ratio of the day an item's claim was made; FALSE where a fact of the ratio table is missing. */
gboolean quan_voucher_ratio (const QuanPages *pages, const QuanPreviewItem *item, QuanDatedValue *ratio);
/* "20%", "不能确定". Free with g_free. */
char *quan_voucher_ratio_text (const QuanPages *pages, const QuanPreviewItem *item);

/* "2025 年第四季度". Free with g_free. */
char *quan_round_title (const QuanPages *pages);
/* The filing window and, unless it is open, how the round stands: "2025-10-01 至 2025-11-15". Free with g_free. */
char *quan_round_window (const QuanPages *pages);

/* Where what the year's cap holds back goes: "转入 2026 年第一季度", or that no round is left. Free with g_free. */
char *quan_round_moved_to (const QuanPages *pages);

/* All lines of an invoice, or those that count, by the tax reading; QUAN_FEN_NONE where one has no amount. */
QuanFen quan_invoice_sum (const QuanPages *pages, const QuanInvoice *invoice, gboolean counted_only);
/* How many invoices the round takes, and how many of them are red-letter ones: "5 张，其中红字 1 张". Free with g_free. */
char *quan_invoice_counts (const GPtrArray *const *lists, guint n_lists);
/* The same of all vouchers. */
char *quan_invoice_counts_all (const QuanPages *pages);
/* A red-letter invoice stands behind the one it reverses, where that is among them. Free with g_ptr_array_unref. */
GPtrArray *quan_invoices_ordered (const GPtrArray *invoices);
/* Whether an invoice of this number is among them. */
gboolean quan_invoices_have (const GPtrArray *invoices, const char *number);
