#include "ui/wizard/claim-packet-page.h"

#include <glib/gi18n-lib.h>

#include "ui/entries/figures.h"
#include "ui/wizard/claim-packet-note.h"
#include "ui/wizard/packet-page-private.h"

struct _QuanClaimPacketPage {
  QuanPacketPage parent_instance;
};

G_DEFINE_FINAL_TYPE (QuanClaimPacketPage, quan_claim_packet_page, QUAN_TYPE_PACKET_PAGE)

static void
describe (gconstpointer snapshot, QuanPacketFacts *facts)
{
  const QuanPrepared *prepared = snapshot;
  int state = prepared->claim->state;

  *facts = (QuanPacketFacts) {
    .view = &prepared->view, .subject = &prepared->subject, .parts = prepared->view.pack->claim_packet.parts,
    .documents = prepared->documents, .enterprise = prepared->enterprise->uscc, .name = prepared->contract->number,
    .possible = quan_claim_packet_lacks (prepared) == NULL, .locked = prepared->locked,
    .submitted = state == QUAN_CLAIM_SUBMITTED,
    .answerable = state == QUAN_CLAIM_SUBMITTED || state == QUAN_CLAIM_RETURNED,
  };
}

static void
note (gconstpointer snapshot, guint n_pages, gboolean ready, QuanPacketNote *note)
{
  quan_claim_packet_note (snapshot, n_pages, ready, note);
}

static char *
file_name (const char *name, const char *day)
{
  /* Translators: the name of a file: number of the contract, date. */
  return g_strdup_printf (_("%s claim packet %s.pdf"), name, day);
}

/* What the new year's quota would bring, where it brings more; NULL where it does not. */
static char *
waiting_text (const QuanWaiting *waiting)
{
  g_autofree char *gain = NULL, *day = NULL;

  if (!waiting->in_force || waiting->gain == QUAN_FEN_NONE || waiting->gain <= 0)
    return NULL;
  gain = quan_figure (waiting->gain);
  day = quan_date_figure (waiting->date);
  return g_strdup_printf (_("Submitted on %s instead, %s yuan more could be claimed."), day, gain);
}

static void
say_lost (const QuanPrepared *prepared, QuanSubmission *submission)
{
  const QuanAward *award = &prepared->check->award;
  g_autofree char *figure = quan_figure (award->forfeited), *left = quan_figure (award->remaining);
  g_autofree char *why = NULL, *waiting = waiting_text (&prepared->waiting);

  if (award->forfeited == QUAN_FEN_NONE || award->forfeited <= 0)
    return;
  why = g_strdup_printf (_("The quota of %d has %s yuan left. What a claim exceeds it by cannot be claimed again, not even "
                           "next year."), award->year, left);
  submission->lost = g_strdup_printf (_("%s yuan are forfeited"), figure);
  submission->lost_why = waiting != NULL ? g_strdup_printf ("%s\n%s", why, waiting) : g_steal_pointer (&why);
}

static void
ask_submission (gconstpointer snapshot, gboolean ready, QuanSubmission *submission)
{
  const QuanPrepared *prepared = snapshot;
  const char *against = prepared->check->verdict == QUAN_VERDICT_FAIL
                          ? _("A rule is not met: the claim will probably be rejected.") : NULL;
  QuanFen claimable = prepared->check->award.claimable, requested = prepared->claim->requested;
  QuanFen proposed = requested != QUAN_FEN_NONE ? requested : claimable;
  g_autofree char *words = claimable != QUAN_FEN_NONE ? quan_money_words (claimable) : NULL;

  *submission = (QuanSubmission) {
    .subject = g_strdup_printf (_("Claim on contract %s"), prepared->contract->number),
    .amount_label = _("_Amount claimed (yuan)"), .date = prepared->view.as_of,
    .amount = proposed > 0 ? proposed : QUAN_FEN_NONE,
    .open = quan_packet_open_items (prepared->documents, ready, against),
  };
  submission->amount_hint = words != NULL ? g_strdup_printf (_("Claimable on that day: %s"), words)
                                          : g_strdup (_("What can be claimed is not known: enter what is asked for."));
  say_lost (prepared, submission);
}

static void
ask_answer (gconstpointer snapshot, QuanAnswerForm *form)
{
  const QuanPrepared *prepared = snapshot;
  const char *freed = _("The amount claimed no longer counts against the year's quota. The packet frozen is kept.");

  *form = (QuanAnswerForm) {
    .subject = g_strdup_printf (_("Claim on contract %s"), prepared->contract->number),
    .returned = prepared->claim->state == QUAN_CLAIM_RETURNED, .with_voucher = TRUE,
    .granted = _("_Approved: the voucher was issued"), .amount_label = _("A_mount approved (yuan)"),
    .date_label = _("_Date of issue"),
    .consequences = {
      _("The amount approved counts against the year's quota instead of the amount claimed."),
      _("The claim can be corrected and submitted again. The packet frozen so far is kept."), freed, freed,
    },
    .submitted = prepared->claim->submitted, .early = _("This is before the claim was submitted."),
    .amount = prepared->claim->requested,
  };
}

typedef struct {
  QuanClaimAct    act;
  QuanClaimChange change;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_free ((char *) act->change.contract);
  g_free ((char *) act->change.enterprise);
  g_free ((char *) act->change.voucher);
  g_free ((char *) act->change.reason);
  g_free (act);
}

static gpointer
do_act (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  const Act *act = input;

  quan_desk_claim (desk, act->act, &act->change, NULL, error);
  return NULL;
}

/* Texts of the change are copied; whose claim it is, the page knows. */
static void
act (QuanPacketPage *page, QuanClaimAct what, const QuanClaimChange *change)
{
  const QuanPacketFacts facts = quan_packet_page_facts (page);
  Act *act = g_new (Act, 1);

  *act = (Act) { what, *change };
  act->change.contract = g_strdup (facts.name);
  act->change.enterprise = g_strdup (facts.enterprise);
  act->change.voucher = g_strdup (change->voucher);
  act->change.reason = g_strdup (change->reason);
  quan_packet_page_act (page, do_act, act, act_free);
}

static void
submit (QuanPacketPage *page, QuanDate date, QuanFen amount)
{
  const QuanClaimChange change = { .date = date, .amount = amount, .issued = QUAN_DATE_NONE };

  act (page, QUAN_ACT_SUBMIT, &change);
}

static void
answer (QuanPacketPage *page, const QuanAnswer *answer)
{
  static const QuanClaimAct acts[QUAN_N_ANSWERS] = { QUAN_ACT_APPROVE, QUAN_ACT_RETURN, QUAN_ACT_REJECT,
                                                     QUAN_ACT_WITHDRAW };
  const QuanClaimChange change = { .date = QUAN_DATE_NONE, .amount = answer->amount, .voucher = answer->voucher,
                                   .issued = answer->date, .reason = answer->reason };

  act (page, acts[answer->kind], &change);
}

/* The wizard judges the claim on its new day, and shows the page again. */
static void
judge_on (QuanPacketPage *page, QuanDate date)
{
  char day[QUAN_DATE_BUF];

  gtk_widget_activate_action (GTK_WIDGET (page), "wizard.enter", "(ss)", "claim.submitted", quan_date_iso (date, day));
}

static void
quan_claim_packet_page_class_init (QuanClaimPacketPageClass *klass)
{
  QuanPacketPageClass *page_class = QUAN_PACKET_PAGE_CLASS (klass);

  page_class->make = quan_desk_claim_packet;
  page_class->describe = describe;
  page_class->note = note;
  page_class->file_name = file_name;
  page_class->ask_submission = ask_submission;
  page_class->ask_answer = ask_answer;
  page_class->submit = submit;
  page_class->answer = answer;
  page_class->judge_on = judge_on;
}

static void
quan_claim_packet_page_init (QuanClaimPacketPage *self)
{
}
