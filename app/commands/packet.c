#include <glib/gi18n-lib.h>

#include "app/command.h"
#include "core/desk/redemption.h"

typedef GBytes *(*MakePacket) (QuanDesk *desk, const char *enterprise, const char *operand,
                               const QuanProgress *progress, gboolean *ready, GError **error);

static int
run_packet (Session *session, MakePacket make, GError **error)
{
  QuanDesk *desk = session_desk (session, FALSE, error);
  g_autoptr (GBytes) packet = NULL;
  gboolean ready;

  if (desk != NULL)
    packet = make (desk, session->arguments->enterprise, session->operands[0], NULL, &ready, error);
  if (packet == NULL || !session_save (session, packet, error))
    return STATUS_DONE;
  if (!ready)
    session_remark (session,
                    _("This packet is a draft and says so on every page, because something is missing or open."));
  return STATUS_DONE;
}

static int
run_claim (Session *session, GError **error)
{
  return run_packet (session, quan_desk_claim_packet, error);
}

static int
run_redemption (Session *session, GError **error)
{
  return run_packet (session, quan_desk_redemption_packet, error);
}

const Command packet_commands[] = {
  {
    .name = "packet claim", .operands = N_ ("CONTRACT -o FILE"), .min = 1, .max = 1,
    .summary = N_ ("Make the claim packet as a PDF file"),
    .example = "quanctl packet claim HT-001 -o HT-001.pdf",
    .options = { "output" }, .required = "output",
    .run = run_claim,
  },
  {
    .name = "packet redemption", .operands = N_ ("ROUND -o FILE"), .min = 1, .max = 1,
    .summary = N_ ("Make the redemption packet of a round as a PDF file"),
    .example = "quanctl packet redemption 2024Q2 -o 2024Q2.pdf",
    .options = { "output" }, .required = "output",
    .run = run_redemption,
  },
  { NULL }
};
