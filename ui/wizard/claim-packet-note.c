#include "ui/wizard/claim-packet-note.h"

#include <glib/gi18n-lib.h>

#include "ui/entries/figures.h"

const char *
quan_claim_packet_lacks (const QuanPrepared *prepared)
{
  if (!prepared->enterprise_stored)
    return "enterprise.uscc";
  return prepared->contract_stored && prepared->contract->number != NULL ? NULL : "contract.number";
}

static void
note_lack (QuanPacketNote *note, const char *path)
{
  gboolean contract = g_str_equal (path, "contract.number");

  note->state = QUAN_STEP_LOCKED;
  note->sentence = g_strdup (contract ? _("Needs the contract's number") : _("Needs the enterprise's code"));
  note->title = g_strdup (contract ? _("The packet needs the number of the contract")
                                   : _("The packet needs the credit code of the enterprise"));
  note->text = g_strdup (_("Everything else may still be open: a draft can be looked at and printed as soon as it is "
                           "entered."));
  note->link = contract ? _("Enter the number") : _("Enter the code");
  note->link_path = path;
}

static void
note_approval (QuanPacketNote *note, const QuanClaim *claim)
{
  g_autofree char *amount = quan_figure (claim->approved), *issued = quan_date_figure (claim->issued);

  note->sentence = g_strdup (_("Approved"));
  note->title = g_strdup_printf (_("Approved: %s yuan"), amount);
  note->text = g_strdup_printf (_("Voucher %s, issued %s. The packet is shown as it was submitted."), claim->voucher,
                                issued);
}

void
quan_claim_packet_note (const QuanPrepared *prepared, guint n_pages, gboolean ready, QuanPacketNote *note)
{
  const char *lacks = quan_claim_packet_lacks (prepared);
  const QuanClaim *claim = prepared->claim;

  if (lacks != NULL)
    note_lack (note, lacks);
  else if (claim->state == QUAN_CLAIM_RETURNED)
    quan_packet_note_returned (note, claim->reason);
  else if (!prepared->locked)
    quan_packet_note_draft (note, prepared->documents, n_pages, ready);
  else if (claim->state == QUAN_CLAIM_SUBMITTED)
    quan_packet_note_submitted (note, claim->submitted);
  else if (claim->state == QUAN_CLAIM_APPROVED)
    note_approval (note, claim);
  else
    quan_packet_note_over (note, claim->state == QUAN_CLAIM_REJECTED, claim->submitted, claim->reason);
}
