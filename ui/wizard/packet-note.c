#include "ui/wizard/packet-note.h"

#include <glib/gi18n-lib.h>

#include "ui/entries/figures.h"
#include "ui/state-mark.h"
#include "ui/wizard/packet-items.h"

void
quan_packet_note_clear (QuanPacketNote *note)
{
  g_free (note->sentence);
  g_free (note->title);
  g_free (note->text);
}

const char *
quan_packet_lacks (const QuanPrepared *prepared)
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

/* "1 missing, 1 out of date". */
static char *
counts_text (guint missing, guint stale)
{
  g_autofree char *first = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u missing", "%u missing", missing), missing);
  g_autofree char *second = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u out of date", "%u out of date", stale),
                                             stale);

  if (missing > 0 && stale > 0)
    return g_strdup_printf (_("%s, %s"), first, second);
  return missing > 0 ? g_steal_pointer (&first) : g_steal_pointer (&second);
}

/* "15 pages. It can be printed meanwhile, marked as a draft on every page." */
static char *
pages_text (guint n_pages, gboolean ready)
{
  g_autofree char *pages = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page.", "%u pages.", n_pages), n_pages);

  if (n_pages == 0)
    return g_strdup ("");
  if (ready)
    return g_steal_pointer (&pages);
  return g_strdup_printf (_("%s It can be printed meanwhile, marked as a draft on every page."), pages);
}

static void
note_draft (QuanPacketNote *note, const QuanPrepared *prepared, guint n_pages, gboolean ready)
{
  guint missing, stale;

  quan_packet_count (prepared, &missing, &stale);
  note->text = pages_text (n_pages, ready);
  if (missing > 0 || stale > 0) {
    note->state = missing > 0 ? QUAN_STEP_WRONG : QUAN_STEP_REVIEW;
    note->sentence = counts_text (missing, stale);
    note->title = g_strdup_printf (_("Not ready yet: %s"), note->sentence);
  } else if (n_pages > 0 && !ready) {
    note->state = QUAN_STEP_REVIEW;
    note->sentence = g_strdup (_("Still a draft"));
    note->title = g_strdup (_("Not ready yet: rules or facts are open"));
    note->link = _("Show what is open");
  } else {
    note->state = QUAN_STEP_DONE;
    note->sentence = g_strdup (_("Ready"));
    note->title = g_strdup (_("Ready to be handed in"));
  }
}

static void
note_approval (QuanPacketNote *note, const QuanClaim *claim)
{
  g_autofree char *amount = quan_figure (claim->approved), *issued = quan_date_figure (claim->issued);

  note->sentence = g_strdup (_("Approved"));
  note->title = g_strdup_printf (_("Approved: %s yuan"), amount);
  g_free (note->text);
  note->text = g_strdup_printf (_("Voucher %s, issued %s. The packet is shown as it was submitted."), claim->voucher,
                                issued);
}

/* The reason of an answer, said as it was given. */
static void
note_reason (QuanPacketNote *note, const QuanClaim *claim)
{
  if (claim->reason == NULL)
    return;
  g_free (note->text);
  note->text = g_strdup_printf (_("Reason: %s"), claim->reason);
}

static void
note_answer (QuanPacketNote *note, const QuanPrepared *prepared)
{
  const QuanClaim *claim = prepared->claim;
  g_autofree char *day = quan_date_figure (claim->submitted);

  note->state = QUAN_STEP_DONE;
  switch (claim->state) {
  case QUAN_CLAIM_SUBMITTED:
    note->sentence = g_strdup_printf (_("Submitted on %s"), day);
    note->title = g_strdup_printf (_("Submitted on %s, frozen"), day);
    note->text = g_strdup (_("The packet is shown as it was submitted. Record the answer when it comes."));
    break;
  case QUAN_CLAIM_APPROVED:
    note_approval (note, claim);
    break;
  case QUAN_CLAIM_REJECTED:
    note->state = QUAN_STEP_WRONG;
    note->sentence = g_strdup (_("Rejected"));
    note->title = g_strdup_printf (_("Rejected; submitted on %s"), day);
    note_reason (note, claim);
    break;
  default:
    note->sentence = g_strdup (_("Withdrawn"));
    note->title = g_strdup (_("Withdrawn"));
    note_reason (note, claim);
  }
}

static void
note_return (QuanPacketNote *note, const QuanClaim *claim)
{
  note->state = QUAN_STEP_REVIEW;
  note->sentence = g_strdup (_("Returned for correction"));
  note->title = g_strdup (_("Returned for correction: correct it, then submit it again"));
  note_reason (note, claim);
}

QuanPacketNote
quan_packet_note (const QuanPrepared *prepared, guint n_pages, gboolean ready)
{
  QuanPacketNote note = { QUAN_STEP_DONE };
  const char *lacks = quan_packet_lacks (prepared);

  if (lacks != NULL)
    note_lack (&note, lacks);
  else if (prepared->locked)
    note_answer (&note, prepared);
  else if (prepared->claim->state == QUAN_CLAIM_RETURNED)
    note_return (&note, prepared->claim);
  else
    note_draft (&note, prepared, n_pages, ready);
  if (note.text == NULL)
    note.text = g_strdup ("");
  note.icon = quan_step_icon (note.state);
  note.css_class = quan_step_class (note.state);
  if (prepared->locked && prepared->claim->state == QUAN_CLAIM_SUBMITTED) {
    note.icon = "quan-submitted-symbolic";
    note.css_class = "accent";
  }
  return note;
}
