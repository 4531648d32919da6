#include "core/engine/agenda-text.h"
#include "core/engine/evaluation.h"
#include "core/engine/holdings.h"
#include "core/engine/timeline.h"

/* An agenda in progress. */
typedef struct {
  const QuanView       *view;
  const QuanEnterprise *enterprise;
  const QuanPreview    *preview;
  QuanLanguage          language;
  GArray               *holdings;   /* of QuanHolding */
  GArray               *items;
} Agenda;

const char *
quan_agenda_kind_id (QuanAgendaKind kind)
{
  static const char *const ids[QUAN_N_AGENDA_KINDS] = {
    [QUAN_AGENDA_CORRECT_CLAIM] = "claim-correction",
    [QUAN_AGENDA_EVIDENCE_STALE] = "evidence-stale",
    [QUAN_AGENDA_SUBMIT_CLAIM] = "claim-submission",
    [QUAN_AGENDA_REDEMPTION_FILING] = "redemption-filing",
    [QUAN_AGENDA_NO_ROUND] = "no-round",
    [QUAN_AGENDA_VOUCHER_EXPIRY] = "voucher-expiry",
    [QUAN_AGENDA_POLICY_END] = "policy-end",
    [QUAN_AGENDA_CONTRACT_END] = "contract-end",
  };

  return ids[kind];
}

void
quan_agenda_item_clear (QuanAgendaItem *item)
{
  g_free (item->contract);
  g_free (item->about);
  g_free (item->what);
  g_free (item->detail);
  g_free (item->amount_is);
}

/* Adds an item, which it takes, to be done on its date and at the latest on the deadline. */
static void
add_item_until (Agenda *agenda, QuanAgendaItem item, QuanDate deadline)
{
  item.deadline = deadline;
  g_array_append_val (agenda->items, item);
}

static void
add_item (Agenda *agenda, QuanAgendaItem item)
{
  add_item_until (agenda, item, item.date);
}

static char *
say_nothing (void)
{
  return g_strdup ("");
}

static QuanDate
pack_ends (const Agenda *agenda)
{
  return agenda->view->pack->valid_until;
}

static gboolean
has_lapsed (const Agenda *agenda)
{
  return agenda->view->as_of > pack_ends (agenda);
}

static gboolean
is_voucher (const QuanHolding *holding)
{
  return holding->standing == QUAN_STANDING_SETTLED;
}

/* A claim that was returned has to be mended while its pack is in force. */
static void
add_returned (Agenda *agenda, const QuanHolding *holding)
{
  const QuanClaim *claim = holding->claim;

  if (claim->state != QUAN_CLAIM_RETURNED)
    return;
  add_item (agenda, (QuanAgendaItem) {
    .date = pack_ends (agenda), .kind = QUAN_AGENDA_CORRECT_CLAIM, .amount = holding->whole,
    .contract = g_strdup (claim->contract), .about = g_strdup (claim->contract),
    .what = quan_say (agenda->language, QUAN_SAY_CORRECT, claim->contract),
    .detail = claim->reason != NULL ? quan_say (agenda->language, QUAN_SAY_RETURNED_FOR, claim->reason)
                                    : quan_say (agenda->language, QUAN_SAY_RETURNED),
    .amount_is = quan_say (agenda->language, QUAN_SAY_IS_CLAIMED),
  });
}

/* The day a draft has to be submitted: the one it is meant for, at the latest the pack's last. */
static QuanDate
draft_due (const Agenda *agenda, const QuanClaim *draft)
{
  return draft->submitted == QUAN_DATE_NONE ? pack_ends (agenda) : MIN (draft->submitted, pack_ends (agenda));
}

static char *
say_why_due (const Agenda *agenda, QuanDate due)
{
  char date[QUAN_DATE_BUF];

  if (has_lapsed (agenda))
    return quan_say (agenda->language, QUAN_SAY_LAPSED, quan_date_iso (pack_ends (agenda), date));
  if (due == pack_ends (agenda))
    return quan_say (agenda->language, QUAN_SAY_LAST_DAY);
  if (due < agenda->view->as_of)
    return quan_say (agenda->language, QUAN_SAY_WAS_MEANT_FOR, quan_date_iso (due, date));
  return quan_say (agenda->language, QUAN_SAY_MEANT_FOR);
}

static void
add_draft (Agenda *agenda, const QuanHolding *holding)
{
  const QuanClaim *claim = holding->claim;
  gboolean asked = claim->requested != QUAN_FEN_NONE;
  QuanDate due = draft_due (agenda, claim);

  if (holding->standing != QUAN_STANDING_DRAFT)
    return;
  add_item (agenda, (QuanAgendaItem) {
    .date = due, .kind = QUAN_AGENDA_SUBMIT_CLAIM, .amount = holding->whole,
    .contract = g_strdup (claim->contract), .about = g_strdup (claim->contract),
    .what = quan_say (agenda->language, QUAN_SAY_SUBMIT, claim->contract),
    .detail = say_why_due (agenda, due),
    .amount_is = quan_say (agenda->language, asked ? QUAN_SAY_IS_CLAIMED : QUAN_SAY_IS_CLAIMABLE),
  });
}

static void
add_expiry (Agenda *agenda, const QuanHolding *holding)
{
  const QuanClaim *claim = holding->claim;
  QuanDate last = quan_voucher_last_day (agenda->view->pack, claim);

  if (last == QUAN_DATE_NONE || !is_voucher (holding) || holding->left == 0 || last < agenda->view->as_of)
    return;
  add_item (agenda, (QuanAgendaItem) {
    .date = last, .kind = QUAN_AGENDA_VOUCHER_EXPIRY, .amount = holding->left,
    .contract = g_strdup (claim->contract), .about = g_strdup (claim->voucher),
    .what = quan_say (agenda->language, QUAN_SAY_USE_VOUCHER, claim->voucher),
    .detail = quan_say (agenda->language, QUAN_SAY_VOUCHER_EXPIRES),
    .amount_is = quan_say (agenda->language, QUAN_SAY_IS_LEFT),
  });
}

static void
add_contract_end (Agenda *agenda, const QuanHolding *holding)
{
  const QuanContract *contract = holding->contract;

  if (!is_voucher (holding) || holding->left == 0 || contract == NULL || contract->ends == QUAN_DATE_NONE
      || contract->ends < agenda->view->as_of)
    return;
  add_item (agenda, (QuanAgendaItem) {
    .date = contract->ends, .kind = QUAN_AGENDA_CONTRACT_END, .amount = holding->left,
    .contract = g_strdup (contract->number), .about = g_strdup (holding->claim->voucher),
    .what = quan_say (agenda->language, QUAN_SAY_COLLECT, contract->number),
    .detail = quan_say (agenda->language, QUAN_SAY_CONTRACT_ENDS, holding->claim->voucher),
    .amount_is = quan_say (agenda->language, QUAN_SAY_IS_LEFT),
  });
}

/* The last day a dated document of a draft is young enough; FALSE where no date is known, or the draft goes by then. */
static gboolean
goes_stale (const Agenda *agenda, const QuanDocument *document, const QuanHolding *draft, QuanDate *dated)
{
  QuanCase subject = { .enterprise = agenda->enterprise, .contract = draft->contract };
  QuanValue value = { QUAN_VALUE_MISSING };
  QuanDate last, due = draft_due (agenda, draft->claim);

  if (document->dated.subject == QUAN_SUBJECT_ENTERPRISE || draft->contract != NULL)
    value = quan_fact_value (&document->dated, &subject);
  if (value.kind != QUAN_VALUE_DATE)
    return FALSE;
  *dated = value.date;
  last = value.date + document->max_age_days;
  if (last < agenda->view->as_of)
    return TRUE;
  /* What is overdue will be submitted on a day that nobody knows; an open day lies before the pack's end. */
  return due < agenda->view->as_of ? last < pack_ends (agenda) : last < due;
}

static void
add_stale (Agenda *agenda, const QuanDocument *document, QuanDate dated, const GPtrArray *numbers, QuanFen amount)
{
  QuanDate last = dated + document->max_age_days;
  g_autofree char *title = quan_say_document (agenda->language, document);
  g_autofree char *list = quan_say_numbers (agenda->language, numbers);
  g_autofree char *days = g_strdup_printf ("%d", document->max_age_days);
  char date[QUAN_DATE_BUF];

  add_item (agenda, (QuanAgendaItem) {
    .date = last, .kind = QUAN_AGENDA_EVIDENCE_STALE, .amount = amount,
    .contract = numbers->len == 1 ? g_strdup (numbers->pdata[0]) : NULL,
    .about = document->dated.subject == QUAN_SUBJECT_ENTERPRISE
               ? g_strdup (document->id)
               : g_strdup_printf ("%s/%s", document->id, (const char *) numbers->pdata[0]),
    .what = quan_say (agenda->language, QUAN_SAY_RENEW, title),
    .detail = quan_say (agenda->language, last < agenda->view->as_of ? QUAN_SAY_TOO_OLD : QUAN_SAY_BECOMES_OLD,
                        quan_date_iso (dated, date), days, list),
    .amount_is = quan_say (agenda->language, QUAN_SAY_IS_IN_DRAFTS),
  });
}

/* A document of the enterprise is one for all drafts, one of a contract its own. */
static void
add_document (Agenda *agenda, const QuanDocument *document)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  QuanFen amount = 0;
  QuanDate dated = QUAN_DATE_NONE;

  for (guint i = 0; i < agenda->holdings->len; i++) {
    const QuanHolding *holding = &g_array_index (agenda->holdings, QuanHolding, i);

    if (holding->standing != QUAN_STANDING_DRAFT || !goes_stale (agenda, document, holding, &dated))
      continue;
    g_ptr_array_add (numbers, holding->claim->contract);
    quan_money_add_known (&amount, holding->whole);
    if (document->dated.subject == QUAN_SUBJECT_ENTERPRISE)
      continue;
    add_stale (agenda, document, dated, numbers, amount);
    g_ptr_array_set_size (numbers, 0);
    amount = 0;
  }
  if (numbers->len > 0)
    add_stale (agenda, document, dated, numbers, amount);
}

static void
add_evidence (Agenda *agenda)
{
  const GArray *documents = agenda->view->pack->documents;

  for (guint i = 0; !has_lapsed (agenda) && i < documents->len; i++) {
    const QuanDocument *document = &g_array_index (documents, QuanDocument, i);

    if (document->stage == QUAN_STAGE_CLAIM && document->max_age_days > 0)
      add_document (agenda, document);
  }
}

/* Until when the round can be filed, and that nothing is there to file yet. */
static char *
say_until (const Agenda *agenda, QuanDate day)
{
  QuanDate until = agenda->preview->window->until;
  gboolean empty = agenda->preview->items->len == 0;
  char deadline[QUAN_DATE_BUF], early[QUAN_DATE_BUF];
  g_autofree char *clause = NULL;

  clause = day == until ? quan_say (agenda->language, QUAN_SAY_FILING_ENDS)
                        : quan_say (agenda->language, QUAN_SAY_FILING_ENDS_EARLY, quan_date_iso (until, deadline),
                                    quan_say_weekday (agenda->language, until), quan_date_iso (day, early));
  return empty ? quan_say (agenda->language, QUAN_SAY_NOTHING_YET, clause) : g_steal_pointer (&clause);
}

static char *
say_filing (const Agenda *agenda, QuanDate day)
{
  g_autofree char *clause = say_until (agenda, day);
  guint warnings = 0;

  for (guint i = 0; i < agenda->preview->items->len; i++)
    warnings |= g_array_index (agenda->preview->items, QuanPreviewItem, i).warnings;
  return quan_say_warnings (agenda->language, clause, warnings);
}

static gboolean
has_money_left (const Agenda *agenda)
{
  for (guint i = 0; i < agenda->holdings->len; i++) {
    const QuanHolding *holding = &g_array_index (agenda->holdings, QuanHolding, i);

    if (is_voucher (holding) && holding->left != 0)
      return TRUE;
  }
  return FALSE;
}

/* A round that brings nothing needs no filing, but invoices while a voucher has money left. */
static void
add_filing (Agenda *agenda)
{
  const QuanPreview *preview = agenda->preview;
  g_autofree char *round = NULL;
  QuanDate day;

  if (preview == NULL || preview->window == NULL || preview->window->until < agenda->view->as_of
      || (preview->items->len == 0 && !has_money_left (agenda)))
    return;
  round = quan_round_name (preview->round, agenda->language);
  day = quan_round_file_by (preview->window, agenda->view->as_of);
  add_item_until (agenda, (QuanAgendaItem) {
    .date = day, .kind = QUAN_AGENDA_REDEMPTION_FILING, .amount = preview->total,
    .about = g_strdup (preview->round),
    .what = quan_say (agenda->language, preview->items->len > 0 ? QUAN_SAY_FILE : QUAN_SAY_PREPARE, round),
    .detail = say_filing (agenda, day),
    .amount_is = quan_say (agenda->language, preview->total < 0 ? QUAN_SAY_IS_TO_RETURN : QUAN_SAY_IS_PAYABLE),
  }, preview->window->until);
}

static char *
say_no_round (const Agenda *agenda, QuanDate from)
{
  QuanDate until = (QuanDate) quan_parameter_value (agenda->view->pack->window_until, agenda->view->as_of)->value;
  char first[QUAN_DATE_BUF], last[QUAN_DATE_BUF];

  if (agenda->view->as_of >= from)
    return quan_say (agenda->language, QUAN_SAY_NO_ROUND_LEFT);
  return quan_say (agenda->language, QUAN_SAY_NO_ROUND, quan_date_iso (from, first), quan_date_iso (until, last));
}

static void
add_no_round (Agenda *agenda)
{
  const QuanRound *last = quan_pack_last_round (agenda->view->pack);
  QuanFen at_risk = 0;
  char date[QUAN_DATE_BUF];

  for (guint i = 0; i < agenda->holdings->len; i++)
    quan_money_add_known (&at_risk, g_array_index (agenda->holdings, QuanHolding, i).at_risk);
  if (last == NULL || at_risk == 0)
    return;
  add_item (agenda, (QuanAgendaItem) {
    .date = last->until + 1, .kind = QUAN_AGENDA_NO_ROUND, .amount = at_risk, .about = g_strdup (last->label),
    .what = say_no_round (agenda, last->until + 1),
    .detail = agenda->view->as_of > last->until
                ? quan_say (agenda->language, QUAN_SAY_ROUNDS_OVER, quan_date_iso (last->until, date))
                : quan_say (agenda->language, QUAN_SAY_ASK),
    .amount_is = quan_say (agenda->language, QUAN_SAY_IS_AT_RISK),
  });
}

/* Where a draft is due on that day, its item says so already. */
static void
add_policy_end (Agenda *agenda)
{
  for (guint i = 0; i < agenda->items->len; i++) {
    const QuanAgendaItem *item = &g_array_index (agenda->items, QuanAgendaItem, i);

    if (item->kind == QUAN_AGENDA_SUBMIT_CLAIM && item->date == pack_ends (agenda))
      return;
  }
  if (has_lapsed (agenda))
    return;
  add_item (agenda, (QuanAgendaItem) {
    .date = pack_ends (agenda), .kind = QUAN_AGENDA_POLICY_END, .amount = QUAN_FEN_NONE,
    .about = g_strdup (agenda->view->pack->id),
    .what = quan_say (agenda->language, QUAN_SAY_POLICY_ENDS),
    .detail = quan_say (agenda->language, QUAN_SAY_VOUCHERS_GO_ON),
    .amount_is = say_nothing (),
  });
}

/* What is due for a claim, and for the enterprise as a whole once every claim was looked at. */
static void (*const of_each[]) (Agenda *, const QuanHolding *) = {
  add_returned, add_draft, add_expiry, add_contract_end
};
static void (*const of_all[]) (Agenda *) = { add_evidence, add_filing, add_no_round, add_policy_end };

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const QuanAgendaItem *left = a, *right = b;

  if (left->date != right->date)
    return left->date < right->date ? -1 : 1;
  if (left->kind != right->kind)
    return (int) left->kind - (int) right->kind;
  return quan_key_compare (left->contract, right->contract);
}

static void
item_clear (gpointer item)
{
  quan_agenda_item_clear (item);
}

GArray *
quan_agenda (const QuanView *view, const QuanEnterprise *enterprise, const QuanWorkspace *records,
             const QuanPreview *preview, QuanLanguage language, GError **error)
{
  g_autoptr (GArray) holdings = quan_holdings (view, enterprise, records, error);
  GArray *items;
  Agenda agenda = { view, enterprise, preview, language, holdings };

  if (holdings == NULL)
    return NULL;
  agenda.items = items = g_array_new (FALSE, TRUE, sizeof (QuanAgendaItem));
  g_array_set_clear_func (items, item_clear);
  for (guint i = 0; i < holdings->len; i++)
    for (guint kind = 0; kind < G_N_ELEMENTS (of_each); kind++)
      of_each[kind] (&agenda, &g_array_index (holdings, QuanHolding, i));
  for (guint kind = 0; kind < G_N_ELEMENTS (of_all); kind++)
    of_all[kind] (&agenda);
  g_array_sort (items, compare_items);
  return items;
}
