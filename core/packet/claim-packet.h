/* Claim packets (申领材料包): what is uploaded to the portal. Always Chinese, whatever the locale. */
#pragma once
#include "core/engine/check.h"
#include "core/packet/canvas.h"

/* What a packet is made from. Nothing is owned. */
typedef struct {
  const QuanView  *view;
  const QuanCase  *subject;
  const QuanCheck *check;   /* of subject under view */
  GBytes          *facts;   /* workspace JSON of the records, embedded for verification; NULL for none */
  const QuanProgress *progress;  /* told of every part laid out and every page drawn; NULL: nobody listens */
} QuanPacketSource;

typedef struct {
  GBytes  *pdf;
  guint    n_pages;
  gboolean ready;  /* FALSE: a draft, watermarked 草稿 on every page */
} QuanPacket;

void quan_packet_clear (QuanPacket *packet);

/*
 * Makes the packet of the parts the pack plans. It is ready where the verdict is pass or review and nothing it needs is
 * missing. The same source and fonts give the same bytes. QUAN_ERROR_FONT, QUAN_ERROR_OUTPUT,
 * QUAN_ERROR_OVERFLOW, QUAN_ERROR_INPUT for a pack that plans a part this version does not know, or what its progress
 * stops it with.
 */
gboolean quan_claim_packet (QuanFonts *fonts, const QuanPacketSource *source, QuanPacket *packet, GError **error);

/* The pages of the packet recorded, not yet a document. The same errors. Free with quan_canvas_free. */
QuanCanvas *quan_claim_packet_lay_out (QuanFonts *fonts, const QuanPacketSource *source, gboolean *ready,
                                       GError **error);
