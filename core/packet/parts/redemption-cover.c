/* The cover of a redemption: which vouchers are redeemed in which round, and for how much. */
#include "core/packet/parts/cover.h"
#include "core/packet/parts/parts.h"
#include "core/packet/parts/redemption-cells.h"

#define NAMED_MAX 3  /* numbers said one by one; how many there are, where there are more */

/* The numbers of all vouchers, or of their contracts, each once; NULL where there are none. */
static char *
numbers_text (const QuanPages *pages, gboolean contracts)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();

  for (guint i = 0; i < quan_n_vouchers (pages); i++) {
    const QuanPreviewItem *item = quan_voucher (pages, i);
    char *number = contracts ? item->contract->number : item->claim->voucher;

    if (!g_ptr_array_find_with_equal_func (numbers, number, g_str_equal, NULL))
      g_ptr_array_add (numbers, number);
  }
  if (numbers->len == 0)
    return NULL;
  if (numbers->len > NAMED_MAX)
    return g_strdup_printf (contracts ? "%u 份，见算力券清单" : "%u 张，见算力券清单", numbers->len);
  g_ptr_array_add (numbers, NULL);
  return g_strjoinv ("、", (char **) numbers->pdata);
}

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
  g_autofree char *vouchers = numbers_text (pages, FALSE), *contracts = numbers_text (pages, TRUE);
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
