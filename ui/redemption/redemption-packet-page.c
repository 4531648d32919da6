#include "ui/redemption/redemption-packet-page.h"

#include <glib/gi18n-lib.h>

#include "ui/entries/figures.h"
#include "ui/redemption/round-filing.h"
#include "ui/wizard/packet-page-private.h"

struct _QuanRedemptionPacketPage {
  QuanPacketPage parent_instance;
};

G_DEFINE_FINAL_TYPE (QuanRedemptionPacketPage, quan_redemption_packet_page, QUAN_TYPE_PACKET_PAGE)

static int
state_of (const QuanFiling *filing)
{
  return filing->redemption != NULL ? filing->redemption->state : QUAN_REDEMPTION_DRAFT;
}

static void
describe (gconstpointer snapshot, QuanPacketFacts *facts)
{
  static const char *const no_parts[] = { NULL };
  const QuanFiling *filing = ((const QuanRoundFiling *) snapshot)->filing;
  const QuanPacketPlan *plan = quan_pack_plan (filing->view.pack, QUAN_STAGE_REDEMPTION);
  int state = state_of (filing);

  *facts = (QuanPacketFacts) {
    .view = &filing->view, .parts = plan->parts != NULL ? plan->parts : no_parts, .documents = filing->documents,
    .enterprise = filing->enterprise->uscc, .name = filing->preview->round,
    .possible = plan->parts != NULL && filing->preview->window != NULL, .locked = filing->locked,
    .submitted = state == QUAN_REDEMPTION_SUBMITTED,
    .answerable = state == QUAN_REDEMPTION_SUBMITTED || state == QUAN_REDEMPTION_RETURNED,
  };
}

static void
note_lack (QuanPacketNote *note, const QuanFiling *filing)
{
  gboolean planned = quan_pack_plan (filing->view.pack, QUAN_STAGE_REDEMPTION)->parts != NULL;

  note->state = QUAN_STEP_LOCKED;
  note->sentence = g_strdup (planned ? _("Needs a round") : _("No packet planned"));
  note->title = g_strdup (planned ? _("The packet needs a round of the programme")
                                  : _("The policy pack plans no packet for redemptions"));
}

/* What came, beside what was asked for. */
static void
note_payment (QuanPacketNote *note, const QuanRedemption *redemption)
{
  QuanFen asked = quan_redemption_asked (redemption), received = redemption->received;
  QuanFen difference = asked != QUAN_FEN_NONE && received != QUAN_FEN_NONE ? received - asked : QUAN_FEN_NONE;
  g_autofree char *asked_figure = quan_figure (asked), *received_figure = quan_figure (received);
  g_autofree char *figure = quan_figure (difference != QUAN_FEN_NONE ? ABS (difference) : difference);
  g_autofree char *day = quan_date_figure (redemption->paid_on);

  note->sentence = g_strdup (_("Paid"));
  if (received == QUAN_FEN_NONE) {
    note->title = g_strdup_printf (_("Paid on %s: asked %s, received not recorded"), day, asked_figure);
    return;
  }
  note->title = g_strdup_printf (_("Paid on %s: asked %s, received %s"), day, asked_figure, received_figure);
  if (difference == 0 || difference == QUAN_FEN_NONE)
    return;
  note->state = QUAN_STEP_REVIEW;
  g_free (note->sentence);
  note->sentence = g_strdup_printf (difference < 0 ? _("%s less came") : _("%s more came"), figure);
  note->text = g_strdup_printf (
      difference < 0 ? _("%s yuan less came than was asked for. Ask the authority why, and keep its answer.")
                     : _("%s yuan more came than was asked for. Ask the authority why, and keep its answer."),
      figure);
}

/* Of a filing not handed in. */
static void
note_draft (QuanPacketNote *note, const QuanRoundFiling *round, guint n_pages, gboolean ready)
{
  quan_packet_note_draft (note, round->filing->documents, n_pages, ready);
  if (quan_round_filing_amount (round) != 0)
    return;
  note->state = QUAN_STEP_REVIEW;
  g_free (note->sentence);
  g_free (note->title);
  note->sentence = g_strdup (_("Nothing to redeem"));
  note->title = g_strdup (_("There is nothing to redeem in this round"));
}

static void
note (gconstpointer snapshot, guint n_pages, gboolean ready, QuanPacketNote *note)
{
  const QuanRoundFiling *round = snapshot;
  const QuanRedemption *redemption = round->filing->redemption;
  QuanPacketFacts facts;

  describe (snapshot, &facts);
  if (!facts.possible)
    note_lack (note, round->filing);
  else if (facts.answerable && !facts.submitted)
    quan_packet_note_returned (note, redemption->reason);
  else if (!facts.locked)
    note_draft (note, round, n_pages, ready);
  else if (facts.submitted)
    quan_packet_note_submitted (note, redemption->submitted);
  else if (redemption->state == QUAN_REDEMPTION_PAID)
    note_payment (note, redemption);
  else
    quan_packet_note_over (note, redemption->state == QUAN_REDEMPTION_REJECTED, redemption->submitted,
                           redemption->reason);
}

static char *
file_name (const char *name, const char *day)
{
  /* Translators: the name of a file: label of the round, date. */
  return g_strdup_printf (_("%s redemption packet %s.pdf"), name, day);
}

static char *
subject_text (const QuanFiling *filing)
{
  return g_strdup_printf (_("Redemption of round %s"), filing->preview->round);
}

static void
ask_submission (gconstpointer snapshot, gboolean ready, QuanSubmission *submission)
{
  const QuanFiling *filing = ((const QuanRoundFiling *) snapshot)->filing;
  const QuanPreview *preview = filing->preview;
  gboolean mismatched = filing->three_way != NULL && filing->three_way->verdict == QUAN_VERDICT_FAIL;
  const char *against = mismatched ? _("A three-way check fails: the packet will probably come back.") : NULL;
  g_autofree char *words = preview->total != QUAN_FEN_NONE ? quan_money_words (preview->total) : NULL;
  g_autofree char *blocked = quan_figure (preview->blocked);

  *submission = (QuanSubmission) {
    .subject = subject_text (filing), .amount_label = _("_Amount asked for (yuan)"), .date = filing->view.as_of,
    .amount = preview->total, .fixed = TRUE,
    .open = quan_packet_open_items (filing->documents, ready, against),
  };
  submission->amount_hint = words != NULL ? g_strdup_printf (_("On that day: %s"), words)
                                          : g_strdup (_("Not known for that day."));
  if (preview->blocked == QUAN_FEN_NONE || preview->blocked <= 0)
    return;
  submission->lost = g_strdup_printf (_("%s yuan are held back"), blocked);
  submission->lost_why =
      preview->moves_to != NULL
          ? g_strdup_printf (_("The year's cap is reached. They are asked for again in %s."), preview->moves_to->label)
          : g_strdup (_("The year's cap is reached, and no later round is known."));
}

static void
ask_answer (gconstpointer snapshot, QuanAnswerForm *form)
{
  const QuanFiling *filing = ((const QuanRoundFiling *) snapshot)->filing;
  const char *freed = _("The invoices are free again: a later round takes them. The packet frozen is kept.");
  QuanFen asked = quan_redemption_asked (filing->redemption);

  *form = (QuanAnswerForm) {
    .subject = subject_text (filing), .returned = state_of (filing) == QUAN_REDEMPTION_RETURNED,
    .granted = _("_Paid: the money came"), .amount_label = _("A_mount received (yuan)"), .date_label = _("_Paid on"),
    .consequences = {
      _("What was asked for counts against the year's cap. What came is kept beside it, and a difference is shown."),
      _("It can be corrected and submitted again while the round is open. The packet frozen so far is kept."), freed, freed,
    },
    .submitted = filing->redemption->submitted, .early = _("This is before the redemption was submitted."),
    .amount = asked, .without_amount = asked == QUAN_FEN_NONE || asked <= 0,
  };
}

typedef struct {
  QuanRedemptionAct    act;
  QuanRedemptionChange change;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_free ((char *) act->change.round);
  g_free ((char *) act->change.enterprise);
  g_free ((char *) act->change.reason);
  g_free (act);
}

static gpointer
do_act (QuanDesk *desk, gpointer input, GCancellable *cancellable, GError **error)
{
  const Act *act = input;

  quan_desk_redemption (desk, act->act, &act->change, NULL, error);
  return NULL;
}

static void
act (QuanPacketPage *page, QuanRedemptionAct what, QuanDate date, QuanFen received, const char *reason)
{
  const QuanPacketFacts facts = quan_packet_page_facts (page);
  Act *act = g_new (Act, 1);

  *act = (Act) { what, { g_strdup (facts.name), g_strdup (facts.enterprise), date, received, g_strdup (reason) } };
  quan_packet_page_act (page, do_act, act, act_free);
}

static void
submit (QuanPacketPage *page, QuanDate date, QuanFen amount)
{
  act (page, QUAN_REDEEM_SUBMIT, date, QUAN_FEN_NONE, NULL);
}

static void
answer (QuanPacketPage *page, const QuanAnswer *answer)
{
  static const QuanRedemptionAct acts[QUAN_N_ANSWERS] = { QUAN_REDEEM_PAY, QUAN_REDEEM_RETURN, QUAN_REDEEM_REJECT,
                                                          QUAN_REDEEM_WITHDRAW };

  act (page, acts[answer->kind], answer->date, answer->amount, answer->reason);
}

static void
judge_on (QuanPacketPage *page, QuanDate date)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "wizard.judge-on", "i", (int) date);
}

static void
judge_again (QuanPacketPage *page)
{
  judge_on (page, QUAN_DATE_NONE);
}

static void
quan_redemption_packet_page_class_init (QuanRedemptionPacketPageClass *klass)
{
  QuanPacketPageClass *page_class = QUAN_PACKET_PAGE_CLASS (klass);

  page_class->make = quan_desk_redemption_packet;
  page_class->describe = describe;
  page_class->note = note;
  page_class->file_name = file_name;
  page_class->ask_submission = ask_submission;
  page_class->ask_answer = ask_answer;
  page_class->submit = submit;
  page_class->answer = answer;
  page_class->judge_on = judge_on;
  page_class->judge_again = judge_again;
}

static void
quan_redemption_packet_page_init (QuanRedemptionPacketPage *self)
{
}
