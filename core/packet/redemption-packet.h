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

/* Makes the packet of the parts the pack plans for redemptions. It is ready where something is asked for, no cross-check
 * fails or lacks a fact, and nothing the forms need is missing. As quan_claim_packet. */
gboolean quan_redemption_packet (QuanFonts *fonts, const QuanRedemptionSource *source, QuanPacket *packet, GError **error);
