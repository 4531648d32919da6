#include "core/packet/claim-packet.h"

#include "core/packet/packet.h"
#include "core/packet/parts/parts.h"

/* The sheets this program knows to make; a pack's letters and forms are parts too. */
static const QuanPart sheets[] = {
  {"cover", "封面", quan_part_claim_cover},
  {"contents", "目录", quan_part_contents},
  {"checklist", "材料清单", quan_part_checklist, .joins = TRUE},
  {"claim-form", "申领表", quan_part_claim_form},
  {"eligibility-sheet", "资格核对表", quan_part_eligibility},
  {"working-sheet", "申领金额核算表", quan_part_working_sheet},
  {"resource-list", "算力资源清单", quan_part_resource_list},
  {"price-breakdown", "价格构成说明", quan_part_price_breakdown},
};

static void
init_pages (QuanPages *pages, QuanFonts *fonts, const QuanPacketSource *source)
{
  const QuanVerdict verdict = source->check->verdict;

  quan_packet_begin (pages, fonts, source->view, QUAN_STAGE_CLAIM);
  pages->claim = source;
  pages->subject = *source->subject;
  pages->applicant = "申领企业";
  pages->reference = g_strconcat ("合同编号 ", source->subject->contract->number, NULL);
  pages->steps = quan_working_sheet (source->view, source->subject, source->check, QUAN_LANGUAGE_ZH);
  pages->open = quan_claim_open_items (source);
  pages->ready = (verdict == QUAN_VERDICT_PASS || verdict == QUAN_VERDICT_REVIEW) && pages->open->len == 0;
}

QuanCanvas *
quan_claim_packet_lay_out (QuanFonts *fonts, const QuanPacketSource *source, gboolean *ready, GError **error)
{
  QuanPages pages;
  QuanCanvas *canvas = NULL;

  init_pages (&pages, fonts, source);
  *ready = pages.ready;
  pages.alternatives = quan_alternatives (source->view, source->subject->contract, error);
  if (pages.alternatives != NULL)
    canvas = quan_packet_lay_out (&pages, sheets, G_N_ELEMENTS (sheets), source->progress, error);
  quan_packet_end (&pages);
  return canvas;
}

gboolean
quan_claim_packet (QuanFonts *fonts, const QuanPacketSource *source, QuanPacket *packet, GError **error)
{
  g_autofree char *named = g_strdup_printf ("%s　%s", source->subject->enterprise->name,
                                            source->subject->contract->number);
  g_autoptr (QuanCanvas) canvas = NULL;

  *packet = (QuanPacket) {NULL};
  canvas = quan_claim_packet_lay_out (fonts, source, &packet->ready, error);
  return canvas != NULL && quan_packet_finish (canvas, source->view, QUAN_STAGE_CLAIM, named, source->facts,
                                               source->progress, packet, error);
}
