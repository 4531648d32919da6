#include "core/packet/redemption-packet.h"

#include "core/engine/timeline.h"
#include "core/packet/packet.h"
#include "core/packet/parts/parts.h"
#include "core/packet/parts/redemption-cells.h"

/* The sheets this program knows to make; a pack's letters and forms are parts too. */
static const QuanPart sheets[] = {
  {"cover", "封面", quan_part_redemption_cover},
  {"contents", "目录", quan_part_contents},
  {"checklist", "材料清单", quan_part_checklist, .joins = TRUE},
  {"redemption-form", "兑付申请表", quan_part_redemption_form},
  {"voucher-list", "算力券清单", quan_part_voucher_list},
  {"invoice-list", "结算发票清单", quan_part_invoice_list, .joins = TRUE},
  {"three-way-sheet", "发票—交付—付款核对表", quan_part_three_way},
  {"receiving-account", "收款账户", quan_part_receiving_account},
  {"working-sheet", "兑付金额核算表", quan_part_redemption_sheet},
};

QuanFen
quan_redemption_total (const QuanRedemptionSource *source)
{
  QuanFen total = 0;

  for (guint i = 0; i < source->preview->items->len; i++)
    quan_money_add_known (&total, g_array_index (source->preview->items, QuanPreviewItem, i).amount);
  return total;
}

/* The provider all vouchers have, NULL where they have several or one names none. */
static const QuanProvider *
only_provider (const QuanPages *pages)
{
  const QuanProvider *only = NULL;

  for (guint i = 0; i < quan_n_vouchers (pages); i++) {
    const QuanProvider *provider = quan_voucher_provider (pages, quan_voucher (pages, i));

    if (provider == NULL || (only != NULL && provider != only))
      return NULL;
    only = provider;
  }
  return only;
}

/* The contract where all vouchers are of one, else the round. */
static char *
reference_text (const QuanPages *pages)
{
  const char *number = quan_n_vouchers (pages) > 0 ? quan_voucher (pages, 0)->contract->number : NULL;
  g_autofree char *round = NULL;

  for (guint i = 1; number != NULL && i < quan_n_vouchers (pages); i++)
    if (!g_str_equal (quan_voucher (pages, i)->contract->number, number))
      number = NULL;
  if (number != NULL)
    return g_strconcat ("合同编号 ", number, NULL);
  round = quan_round_title (pages);
  return g_strconcat ("批次 ", round, NULL);
}

static void
init_pages (QuanPages *pages, QuanFonts *fonts, const QuanRedemptionSource *source)
{
  quan_packet_begin (pages, fonts, source->view, QUAN_STAGE_REDEMPTION);
  pages->redemption = source;
  pages->subject = (QuanCase) {.enterprise = source->enterprise, .provider = only_provider (pages)};
  pages->applicant = "申请企业";
  pages->reference = reference_text (pages);
  pages->open = quan_redemption_open_items (source);
  pages->ready = pages->open->len == 0;
}

QuanCanvas *
quan_redemption_packet_lay_out (QuanFonts *fonts, const QuanRedemptionSource *source, gboolean *ready, GError **error)
{
  QuanPages pages;
  QuanCanvas *canvas;

  init_pages (&pages, fonts, source);
  *ready = pages.ready;
  canvas = quan_packet_lay_out (&pages, sheets, G_N_ELEMENTS (sheets), source->progress, error);
  quan_packet_end (&pages);
  return canvas;
}

gboolean
quan_redemption_packet (QuanFonts *fonts, const QuanRedemptionSource *source, QuanPacket *packet, GError **error)
{
  g_autofree char *round = quan_round_name (source->preview->round, QUAN_LANGUAGE_ZH);
  const char *name = source->enterprise->name;
  g_autofree char *named = g_strdup_printf ("%s　%s", name != NULL ? name : source->enterprise->uscc, round);
  g_autoptr (QuanCanvas) canvas = NULL;

  *packet = (QuanPacket) {NULL};
  canvas = quan_redemption_packet_lay_out (fonts, source, &packet->ready, error);
  return canvas != NULL && quan_packet_finish (canvas, source->view, QUAN_STAGE_REDEMPTION, named, source->facts,
                                               source->progress, packet, error);
}
