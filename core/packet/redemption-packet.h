/* Redemption packets (兑付材料包). Always Chinese, whatever the locale. */
#pragma once
#include "core/engine/three-way.h"
#include "core/packet/claim-packet.h"

/* What a redemption packet is made from. Nothing is owned. The view's as-of date is the day of filing. */
typedef struct {
  const QuanView       *view;
  const QuanEnterprise *enterprise;
  const QuanWorkspace  *records;    /* contracts and providers of the vouchers among them */
  const QuanPreview    *preview;
  const QuanThreeWay   *three_way;  /* in Chinese */
  GBytes               *facts;      /* as QuanPacketSource */
  const QuanProgress   *progress;
} QuanRedemptionSource;

/* Makes the packet of the parts the pack plans for redemptions. It is ready where something is asked for, no
 * cross-check fails or lacks a fact, and nothing the forms need is missing; what is asked for may be negative, to be
 * returned. QUAN_ERROR_INPUT for a pack that plans no redemption packet; else as quan_claim_packet. */
gboolean quan_redemption_packet (QuanFonts *fonts, const QuanRedemptionSource *source, QuanPacket *packet,
                                 GError **error);

/* The pages of the packet recorded, not yet a document. The same errors. Free with quan_canvas_free. */
QuanCanvas *quan_redemption_packet_lay_out (QuanFonts *fonts, const QuanRedemptionSource *source, gboolean *ready,
                                            GError **error);

/* What the round pays: the preview's total, QUAN_FEN_NONE where the amount of a voucher is not determined. */
QuanFen quan_redemption_total (const QuanRedemptionSource *source);
