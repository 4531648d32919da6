/* The redemption form. Declarations are wording to be signed; nothing in them is filled in or ticked for the
 * officer. */
#include "core/engine/working-sheet.h"
#include "core/packet/parts/form-rows.h"
#include "core/packet/parts/parts.h"
#include "core/packet/parts/redemption-cells.h"

#define LISTED_MAX 5  /* vouchers the form names one by one; all of them stand on the list of vouchers */

static const char *
or_blank (const char *value)
{
  return value != NULL ? value : "";
}

static void
add_enterprise (QuanForm *form, const QuanEnterprise *enterprise)
{
  static const QuanContact no_contact;
  const QuanContact *contact = enterprise->contact != NULL ? enterprise->contact : &no_contact;

  quan_form_section (form, "申请企业");
  quan_rows_pair (form, "企业名称", enterprise->name, "法定代表人", or_blank (enterprise->legal_representative));
  quan_rows_code (form, enterprise->uscc, "联系电话", or_blank (contact->phone));
  quan_rows_pair (form, "注册地址", or_blank (enterprise->address), "联系人", or_blank (contact->name));
}

static void
add_round (QuanForm *form, const QuanPages *pages)
{
  g_autofree char *round = quan_round_title (pages), *window = quan_round_window (pages);
  g_autofree char *filed = quan_packet_date (pages->view->as_of);

  quan_form_section (form, "批次");
  quan_rows_pair (form, "兑付批次", round, "报送日期", filed);
  quan_rows_wide (form, "受理期间", window);
}

/* The only voucher, in full. */
static void
add_voucher (QuanForm *form, const QuanPages *pages)
{
  const QuanPreviewItem *item = quan_voucher (pages, 0);
  const QuanProvider *provider = quan_voucher_provider (pages, item);
  g_autofree char *issued = quan_packet_date (item->claim->issued);
  g_autofree char *approved = quan_packet_money (item->claim->approved);

  quan_rows_pair (form, "券　号", item->claim->voucher, "发放日期", issued);
  quan_rows_pair (form, "合同编号", item->contract->number, "券面金额", approved);
  quan_rows_wide (form, "合同名称", or_blank (item->contract->title));
  quan_rows_wide (form, "供给方名称", provider != NULL ? provider->name : NULL);
}

/* A row for each of several vouchers, or how many there are. */
static void
add_vouchers (QuanForm *form, const QuanPages *pages)
{
  guint n = quan_n_vouchers (pages);

  quan_form_section (form, "算力券");
  if (n == 1) {
    add_voucher (form, pages);
    return;
  }
  for (guint i = 0; n <= LISTED_MAX && i < n; i++) {
    const QuanPreviewItem *item = quan_voucher (pages, i);
    g_autofree char *text = quan_voucher_text (item);

    quan_rows_pair (form, "券　号", text, "合同编号", item->contract->number);
  }
  if (n == 0 || n > LISTED_MAX) {
    g_autofree char *vouchers = quan_voucher_numbers (pages, FALSE), *contracts = quan_voucher_numbers (pages, TRUE);

    quan_rows_wide (form, "算力券", vouchers != NULL ? vouchers : "无");
    quan_rows_wide (form, "服务合同", contracts != NULL ? contracts : "无");
  }
}

/* Two figures beside each other. */
static void
add_figures (QuanForm *form, const char *label, const char *note, QuanFen fen, const char *label_2, QuanFen fen_2)
{
  g_autofree char *figure = quan_packet_money (fen), *figure_2 = quan_packet_money (fen_2);

  quan_form_row (form, 0);
  quan_rows_figure (form, label, note, figure);
  quan_rows_figure (form, label_2, NULL, figure_2);
}

/* What the amount comes from; the sheets behind have it invoice by invoice and voucher by voucher. */
static void
add_sums (QuanForm *form, const QuanPages *pages)
{
  const QuanPreview *preview = pages->redemption->preview;
  g_autofree char *counts = quan_invoice_counts_all (pages), *invoices = g_strconcat ("本次 ", counts, NULL);
  g_autofree char *year = g_strdup_printf ("%d 年，本批次之前", quan_round_label_year (preview->round));

  quan_form_section (form, "金额核定");
  add_figures (form, "计入发票", invoices, QUAN_VOUCHER_SUM (pages, eligible), "核定基数",
               QUAN_VOUCHER_SUM (pages, base));
  add_figures (form, "应兑付", "累计", QUAN_VOUCHER_SUM (pages, entitled), "已兑付",
               QUAN_VOUCHER_SUM (pages, redeemed));
  add_figures (form, "兑付额度剩余", year, MAX (0, preview->room), "额度所限", preview->blocked);
}

void
quan_part_redemption_form (QuanPages *pages)
{
  const QuanFen total = quan_redemption_total (pages->redemption);
  g_autofree char *title = g_strconcat (pages->view->pack->programme.in[QUAN_LANGUAGE_ZH], "兑付申请表", NULL);
  g_autoptr (QuanForm) form = quan_rows_begin (pages, title);

  add_enterprise (form, pages->subject.enterprise);
  add_round (form, pages);
  add_vouchers (form, pages);
  add_sums (form, pages);
  quan_rows_amount (form, pages, "兑付金额", &total);
  quan_rows_bank (form, pages->subject.enterprise);
  quan_rows_end (pages, form);
}
