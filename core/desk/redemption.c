/* The acts of a redemption's life: each is one transaction. */
#include "core/desk/filing-private.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"

#define NO_STATE 0

/* One act in progress. */
typedef struct {
  QuanDesk                   *desk;
  const QuanRedemptionChange *change;
  const QuanEnterprise       *enterprise;
  QuanDate                    date;
  gint64                      id;          /* of the redemption, 0 for a new one */
  QuanRedemption             *redemption;  /* as it will be */
  QuanFiling                 *filing;      /* what a submission rests on */
} Act;

static void
act_clear (Act *act)
{
  quan_record_free (&quan_redemption_type, act->redemption);
  quan_filing_free (act->filing);
}

QuanFen
quan_redemption_asked (const QuanRedemption *redemption)
{
  QuanFen sum = 0;

  for (guint i = 0; redemption->items != NULL && i < redemption->items->len; i++)
    if (!quan_money_add (sum, ((const QuanRedemptionItem *) redemption->items->pdata[i])->amount, &sum))
      return QUAN_FEN_NONE;
  return sum;
}

/* Judges the round on a day, the redemption itself left out, in the language of packets. */
static gboolean
judge (Act *act, QuanDate date, GError **error)
{
  QuanWorkspace *records;
  QuanView view;

  if (!quan_desk_view_under (act->desk, act->enterprise, act->redemption->policy, date, &view, error))
    return FALSE;
  records = quan_desk_round_records (act->desk, act->enterprise, error);
  if (records == NULL)
    return FALSE;
  act->filing = quan_filing_judge (records, act->change->round, act->redemption, &view, QUAN_LANGUAGE_ZH, error);
  return act->filing != NULL && quan_filing_has_round (act->filing, error);
}

static QuanRedemptionItem *
new_item (const QuanPreviewItem *from)
{
  QuanRedemptionItem *item = quan_record_new (&quan_redemption_item_type);

  item->voucher = g_strdup (from->claim->voucher);
  item->amount = from->amount;
  item->invoices = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < from->invoices->len; i++)
    g_ptr_array_add (item->invoices, g_strdup (((const QuanInvoice *) from->invoices->pdata[i])->number));
  return item;
}

GPtrArray *
quan_filing_items (const QuanFiling *filing)
{
  const GArray *taken = filing->preview->items;
  GPtrArray *items = quan_record_list_new (&quan_redemption_item_type);

  for (guint i = 0; i < taken->len; i++) {
    const QuanPreviewItem *item = &g_array_index (taken, QuanPreviewItem, i);

    if (item->amount != QUAN_FEN_NONE && item->amount != 0)
      g_ptr_array_add (items, new_item (item));
  }
  return items;
}

static void
take_items (Act *act)
{
  if (act->redemption->items != NULL)
    g_ptr_array_unref (act->redemption->items);
  act->redemption->items = quan_filing_items (act->filing);
}

static gboolean
begin_draft (Act *act, GError **error)
{
  if (!judge (act, act->desk->as_of, error))
    return FALSE;
  if (act->change->date != QUAN_DATE_NONE)
    act->redemption->submitted = act->change->date;
  take_items (act);
  return TRUE;
}

/* Whether the day is one on which the round can be filed (A11). */
static gboolean
is_filing_day (const Act *act, GError **error)
{
  const QuanRound *window = act->filing->preview->window;
  const QuanRound *other = quan_pack_round_on (act->filing->view.pack, act->date);
  char from[QUAN_DATE_BUF], until[QUAN_DATE_BUF], date[QUAN_DATE_BUF];

  if (act->date >= window->from && act->date <= window->until)
    return TRUE;
  quan_date_iso (window->from, from);
  quan_date_iso (window->until, until);
  quan_date_iso (act->date, date);
  if (other != NULL)
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                 _("The round %s is filed from %s to %s. What is submitted on %s belongs to the round %s."),
                 window->label, from, until, date, other->label);
  else
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
                 _("The round %s is filed from %s to %s, and no round is open on %s."), window->label, from, until,
                 date);
  return FALSE;
}

/* Takes what the round takes on the day of the submission. */
static gboolean
submit (Act *act, GError **error)
{
  if (!judge (act, act->date, error) || !is_filing_day (act, error))
    return FALSE;
  take_items (act);
  if (act->redemption->items->len == 0)
    return quan_desk_refuse (error, _("There is nothing to redeem in this round on this day, so nothing can be submitted. "
                                      "Look at the invoices and their deliveries."));
  act->redemption->submitted = act->date;
  quan_set_text (&act->redemption->policy, act->filing->view.pack->id);
  quan_set_text (&act->redemption->reason, NULL);
  return TRUE;
}

static gboolean
give_reason (Act *act, GError **error)
{
  quan_set_text (&act->redemption->reason, act->change->reason);
  return TRUE;
}

/* What came is what was asked for, unless another amount is given; where money is to be returned, nothing comes. */
static gboolean
pay (Act *act, GError **error)
{
  QuanRedemption *redemption = act->redemption;

  if (redemption->submitted != QUAN_DATE_NONE && act->date < redemption->submitted)
    return quan_desk_refuse (error,
                             _("The money cannot have come before the redemption was submitted. Look at the date."));
  redemption->paid_on = act->date;
  redemption->received = act->change->received;
  if (redemption->received == QUAN_FEN_NONE)
    redemption->received = quan_redemption_asked (redemption);
  if (redemption->received < 0)
    redemption->received = QUAN_FEN_NONE;
  return TRUE;
}

/* What each act does to a redemption: from which states, to which. */
static const struct {
  const char         *word;     /* in the journal */
  gboolean            begins;   /* makes a new one where none is there or the last is over */
  QuanRedemptionState from[4];  /* ends with NO_STATE */
  QuanRedemptionState to;
  gboolean          (*apply) (Act *act, GError **error);
} acts[] = {
  [QUAN_REDEEM_NEW]      = { "redemption-new", TRUE, { QUAN_REDEMPTION_DRAFT }, QUAN_REDEMPTION_DRAFT, begin_draft },
  [QUAN_REDEEM_SUBMIT]   = { "redemption-submit", TRUE, { QUAN_REDEMPTION_DRAFT, QUAN_REDEMPTION_RETURNED },
                             QUAN_REDEMPTION_SUBMITTED, submit },
  [QUAN_REDEEM_RETURN]   = { "redemption-return", FALSE, { QUAN_REDEMPTION_SUBMITTED }, QUAN_REDEMPTION_RETURNED,
                             give_reason },
  [QUAN_REDEEM_PAY]      = { "redemption-pay", FALSE, { QUAN_REDEMPTION_SUBMITTED }, QUAN_REDEMPTION_PAID, pay },
  [QUAN_REDEEM_REJECT]   = { "redemption-reject", FALSE, { QUAN_REDEMPTION_SUBMITTED }, QUAN_REDEMPTION_REJECTED,
                             give_reason },
  [QUAN_REDEEM_WITHDRAW] = { "redemption-withdraw", FALSE,
                             { QUAN_REDEMPTION_DRAFT, QUAN_REDEMPTION_SUBMITTED, QUAN_REDEMPTION_RETURNED },
                             QUAN_REDEMPTION_WITHDRAWN, give_reason },
};

static gboolean
allows (QuanRedemptionAct what, int state)
{
  for (int i = 0; acts[what].from[i] != NO_STATE; i++)
    if ((int) acts[what].from[i] == state)
      return TRUE;
  return FALSE;
}

static void
make_redemption (Act *act)
{
  quan_record_free (&quan_redemption_type, act->redemption);
  act->id = 0;
  act->redemption = quan_record_new (&quan_redemption_type);
  act->redemption->round = g_strdup (act->change->round);
  act->redemption->enterprise = g_strdup (act->enterprise->uscc);
  act->redemption->names_enterprise = TRUE;
}

/* Finds the redemption an act is about, or makes the one it begins. */
static gboolean
choose (Act *act, QuanRedemptionAct what, GError **error)
{
  const char *round = act->change->round;
  const QuanTerm *state;

  if (!quan_desk_redemption_in_hand (act->desk, act->enterprise, round, &act->redemption, &act->id, error))
    return FALSE;
  if (act->redemption != NULL && allows (what, act->redemption->state))
    return TRUE;
  if (acts[what].begins && (act->redemption == NULL || quan_redemption_is_over (act->redemption))) {
    make_redemption (act);
    return TRUE;
  }
  if (act->redemption == NULL) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, _("The round %s has no redemption. Begin one first."), round);
    return FALSE;
  }
  state = quan_vocabulary_term (&quan_redemption_states, act->redemption->state);
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
               _("The round %s has a redemption in the state “%s”, which does not allow this."), round,
               quan_term_name (state, quan_language_of_locale ()));
  return FALSE;
}

/* Everything between begin and commit. */
static gboolean
perform (Act *act, QuanRedemptionAct what, GError **error)
{
  if (!choose (act, what, error) || !acts[what].apply (act, error))
    return FALSE;
  act->redemption->state = acts[what].to;
  act->id = quan_store_write (act->desk->store, QUAN_REDEMPTIONS, act->id, act->redemption, error);
  if (act->id == 0)
    return FALSE;
  return what != QUAN_REDEEM_SUBMIT || quan_filing_freeze (act->desk, act->filing, act->redemption, act->id, error);
}

static gboolean
perform_whole (Act *act, QuanRedemptionAct what, GError **error)
{
  QuanStore *store = act->desk->store;
  g_autofree char *subject = g_strdup_printf ("%s/%s", act->enterprise->uscc, act->change->round);

  if (!quan_store_begin (store, acts[what].word, subject, error))
    return FALSE;
  if (perform (act, what, error))
    return quan_desk_commit (act->desk, error);
  quan_store_rollback (store);
  return FALSE;
}

gboolean
quan_desk_redemption (QuanDesk *desk, QuanRedemptionAct what, const QuanRedemptionChange *change, QuanRedemption **done,
                      GError **error)
{
  Act act = { .desk = desk, .change = change, .date = change->date != QUAN_DATE_NONE ? change->date : desk->as_of };
  gboolean ok;

  if (!quan_desk_is_round (change->round, error))
    return FALSE;
  act.enterprise = quan_desk_enterprise (desk, change->enterprise, error);
  ok = act.enterprise != NULL && perform_whole (&act, what, error);
  if (ok && done != NULL)
    *done = g_steal_pointer (&act.redemption);
  act_clear (&act);
  return ok;
}
