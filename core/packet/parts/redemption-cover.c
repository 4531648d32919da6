/* The cover of a redemption: which vouchers are redeemed in which round, and for how much. */
#include "core/packet/parts/cover.h"
#include "core/packet/parts/parts.h"
#include "core/packet/parts/redemption-cells.h"

/* Where the amount comes from, beside it. */
static char *
origin_text (const QuanPages *pages)
{
  QuanFen total = quan_redemption_total (pages->redemption), entitled = QUAN_VOUCHER_SUM (pages, entitled);
  QuanFen redeemed = QUAN_VOUCHER_SUM (pages, redeemed), due = entitled;
  g_autofree char *to_date = NULL, *before = NULL;

  if (total == QUAN_FEN_NONE || total == 0)
    return g_strdup ("");
  if (total < 0)
    return g_strdup ("应退回或抵扣");
  quan_money_add_known (&due, -redeemed);
  if (due != total)
    return g_strdup_printf ("%d 年剩余兑付额度", pages->redemption->preview->window->year);
  to_date = quan_packet_money (entitled);
  before = quan_packet_money (redeemed);
  return redeemed == 0 ? g_strdup_printf ("累计应兑付 %s 元", to_date)
                       : g_strdup_printf ("累计应兑付 %s – 已兑付 %s", to_date, before);
}

void
quan_part_redemption_cover (QuanPages *pages)
{
  const QuanEnterprise *enterprise = pages->subject.enterprise;
  g_autofree char *round = quan_round_title (pages), *window = quan_round_window (pages);
  g_autofree char *vouchers = quan_voucher_numbers (pages, FALSE), *contracts = quan_voucher_numbers (pages, TRUE);
  g_autofree char *invoices = quan_invoice_counts_all (pages), *filed = quan_packet_date (pages->view->as_of);
  g_autofree char *origin = origin_text (pages);
  const QuanCoverValue values[] = {
    {"申请企业", enterprise->name},
    {"统一社会信用代码", enterprise->uscc},
    {"兑付批次", round},
    {"受理期间", window},
    {"算力券", vouchers},
    {"服务合同", contracts},
    {"结算发票", invoices},
    {"报送日期", filed},
  };

  quan_cover_draw (pages, values, G_N_ELEMENTS (values), "本次兑付金额", quan_redemption_total (pages->redemption),
                   origin);
}
