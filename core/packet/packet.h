/* What the packets of claims and redemptions have in common: their parts are planned by the pack, laid out until the
 * page numbers they print are right, framed and finished. */
#pragma once
#include "core/packet/pages.h"

/* The pages of a packet without parts yet. The caller sets what the packet is about: subject, applicant, reference
 * (which they own from then on), claim or redemption, open, ready. Nothing else is owned. */
void quan_packet_begin (QuanPages *pages, QuanFonts *fonts, const QuanView *view, QuanStage stage);
void quan_packet_end (QuanPages *pages);

/*
 * Lays out the parts the pack plans: these sheets, and letters and forms of the pack. NULL with QUAN_ERROR_INPUT for a
 * pack that plans no such packet or a part that is neither, or with what progress stops it with. Free with
 * quan_canvas_free.
 */
QuanCanvas *quan_packet_lay_out (QuanPages *pages, const QuanPart *sheets, guint n_sheets, const QuanProgress *progress,
                                 GError **error);

/* Makes the document of a canvas, which it listens to progress on from now on; named: what stands in its title
 * behind that of the plan; facts as in QuanPacketSource. FALSE with the errors of quan_finish; packet->ready is the
 * caller's. */
gboolean quan_packet_finish (QuanCanvas *canvas, const QuanView *view, QuanStage stage, const char *named,
                             GBytes *facts, const QuanProgress *progress, QuanPacket *packet, GError **error);
