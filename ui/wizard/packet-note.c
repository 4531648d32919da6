#include "ui/wizard/packet-note.h"

#include <glib/gi18n-lib.h>

#include "ui/entries/figures.h"

void
quan_packet_note_clear (QuanPacketNote *note)
{
  g_free (note->sentence);
  g_free (note->title);
  g_free (note->text);
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
    return NULL;
  if (ready)
    return g_steal_pointer (&pages);
  return g_strdup_printf (_("%s It can be printed meanwhile, marked as a draft on every page."), pages);
}

void
quan_packet_note_draft (QuanPacketNote *note, const GPtrArray *documents, guint n_pages, gboolean ready)
{
  guint missing, stale;

  quan_packet_count (documents, &missing, &stale);
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

/* The reason of an answer, said as it was given. */
static void
note_reason (QuanPacketNote *note, const char *reason)
{
  if (reason != NULL)
    note->text = g_strdup_printf (_("Reason: %s"), reason);
}

void
quan_packet_note_submitted (QuanPacketNote *note, QuanDate date)
{
  g_autofree char *day = quan_date_figure (date);

  note->icon = "quan-submitted-symbolic";
  note->css_class = "accent";
  note->sentence = g_strdup_printf (_("Submitted on %s"), day);
  note->title = g_strdup_printf (_("Submitted on %s, frozen"), day);
  note->text = g_strdup (_("The packet is shown as it was submitted. Record the answer when it comes."));
}

void
quan_packet_note_returned (QuanPacketNote *note, const char *reason)
{
  note->state = QUAN_STEP_REVIEW;
  note->sentence = g_strdup (_("Returned for correction"));
  note->title = g_strdup (_("Returned for correction: correct it, then submit it again"));
  note_reason (note, reason);
}

void
quan_packet_note_over (QuanPacketNote *note, gboolean rejected, QuanDate date, const char *reason)
{
  g_autofree char *day = quan_date_figure (date);

  note->state = rejected ? QUAN_STEP_WRONG : QUAN_STEP_DONE;
  note->sentence = g_strdup (rejected ? _("Rejected") : _("Withdrawn"));
  note->title = rejected ? g_strdup_printf (_("Rejected; submitted on %s"), day) : g_strdup (_("Withdrawn"));
  note_reason (note, reason);
}

char *
quan_packet_open_items (const GPtrArray *documents, gboolean ready, const char *against)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint missing, stale;

  quan_packet_count (documents, &missing, &stale);
  if (against != NULL)
    g_ptr_array_add (lines, g_strdup (against));
  if (!ready)
    g_ptr_array_add (lines, g_strdup (_("The packet is a draft and says so on every page; it is frozen as a draft.")));
  if (missing > 0)
    g_ptr_array_add (lines, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u document is missing.",
                                                          "%u documents are missing.", missing), missing));
  if (stale > 0)
    g_ptr_array_add (lines, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u document is out of date.",
                                                          "%u documents are out of date.", stale), stale));
  if (lines->len == 0)
    return NULL;
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
