/* The acts of a claim's life: each is one transaction. */
#include "core/desk/facts.h"

#include <glib/gi18n-lib.h>

#include "core/base/error.h"

#define NO_STATE 0

/* One act in progress. */
typedef struct {
  QuanDesk              *desk;
  const QuanClaimChange *change;
  const QuanEnterprise  *enterprise;
  char                  *number;  /* of the contract */
  QuanDate               date;
  gint64                 id;      /* of the claim, 0 for a new one */
  QuanClaim             *claim;   /* as it will be */
} Act;

static void
act_clear (Act *act)
{
  quan_record_free (&quan_claim_type, act->claim);
  g_free (act->number);
}

static gboolean
begin_draft (Act *act, GError **error)
{
  act->claim->requested = act->change->amount;
  act->claim->submitted = act->change->date;
  return TRUE;
}

static gboolean
give_reason (Act *act, GError **error)
{
  quan_set_text (&act->claim->reason, act->change->reason);
  return TRUE;
}

static gboolean
approve (Act *act, GError **error)
{
  const QuanClaimChange *change = act->change;
  QuanClaim *claim = act->claim;

  claim->approved = change->amount != QUAN_FEN_NONE ? change->amount : claim->requested;
  claim->issued = change->issued != QUAN_DATE_NONE ? change->issued : act->date;
  quan_set_text (&claim->voucher, change->voucher);
  if (claim->issued < claim->submitted)
    return quan_desk_refuse (error,
                             _("The voucher cannot be issued before its claim was submitted. Look at both dates."));
  return claim->voucher == NULL || quan_desk_voucher_is_free (act->desk->store, claim->voucher, act->id, error);
}

/* Judges the claim on the day of its submission, for what can be asked for and from what base. */
static gboolean
submit (Act *act, GError **error)
{
  QuanClaim *claim = act->claim;
  g_autoptr (QuanJudgement) judgement = quan_judge_contract (act->desk, act->enterprise, act->number, claim, act->date,
                                                             error);
  const QuanAward *award;

  if (judgement == NULL)
    return FALSE;
  award = &judgement->check->award;
  claim->requested = act->change->amount != QUAN_FEN_NONE ? act->change->amount : award->claimable;
  if (claim->requested == QUAN_FEN_NONE || claim->requested == 0)
    return quan_desk_refuse (error,
                             _("What can be claimed is nothing or not known, so the amount that was asked for must be given."));
  claim->submitted = act->date;
  claim->base = award->base.base;
  quan_set_text (&claim->policy, judgement->view.pack->id);
  quan_set_text (&claim->reason, NULL);
  return TRUE;
}

/* What each act does to a claim: from which states, to which. */
static const struct {
  const char    *word;     /* in the journal */
  QuanClaimState from[4];  /* ends with NO_STATE; empty: makes a new claim */
  QuanClaimState to;
  gboolean     (*apply) (Act *act, GError **error);
} acts[] = {
  [QUAN_ACT_NEW]      = { "claim-new", { NO_STATE }, QUAN_CLAIM_DRAFT, begin_draft },
  [QUAN_ACT_SUBMIT]   = { "claim-submit", { QUAN_CLAIM_DRAFT, QUAN_CLAIM_RETURNED }, QUAN_CLAIM_SUBMITTED, submit },
  [QUAN_ACT_RETURN]   = { "claim-return", { QUAN_CLAIM_SUBMITTED }, QUAN_CLAIM_RETURNED, give_reason },
  [QUAN_ACT_APPROVE]  = { "claim-approve", { QUAN_CLAIM_SUBMITTED }, QUAN_CLAIM_APPROVED, approve },
  [QUAN_ACT_REJECT]   = { "claim-reject", { QUAN_CLAIM_SUBMITTED }, QUAN_CLAIM_REJECTED, give_reason },
  [QUAN_ACT_WITHDRAW] = { "claim-withdraw", { QUAN_CLAIM_DRAFT, QUAN_CLAIM_SUBMITTED, QUAN_CLAIM_RETURNED },
                          QUAN_CLAIM_WITHDRAWN, give_reason },
};

static gboolean
allows (QuanClaimAct what, int state)
{
  for (int i = 0; acts[what].from[i] != NO_STATE; i++)
    if ((int) acts[what].from[i] == state)
      return TRUE;
  return FALSE;
}

/* A claim handed in without a draft is made and submitted in one act. */
static gboolean
makes_claim (QuanClaimAct what)
{
  return what == QUAN_ACT_NEW || what == QUAN_ACT_SUBMIT;
}

static gboolean
state_allows (const Act *act, QuanClaimAct what, GError **error)
{
  QuanLanguage language = quan_language_of_locale ();
  const QuanTerm *state;

  if (act->claim == NULL && makes_claim (what))
    return TRUE;
  if (act->claim == NULL) {
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, _("The contract “%s” has no claim. Begin one first."),
                 act->number);
    return FALSE;
  }
  if (allows (what, act->claim->state))
    return TRUE;
  state = quan_vocabulary_term (&quan_claim_states, act->claim->state);
  g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT,
               _("The contract “%s” has a claim in the state “%s”, which does not allow this."), act->number,
               quan_term_name (state, language));
  return FALSE;
}

static void
make_claim (Act *act)
{
  act->claim = quan_record_new (&quan_claim_type);
  act->claim->enterprise = g_strdup (act->enterprise->uscc);
  act->claim->contract = g_strdup (act->number);
  act->claim->names_enterprise = TRUE;
}

static gboolean
is_sound (const QuanClaim *claim, GError **error)
{
  g_autofree char *place = NULL;
  g_autofree char *sentence = quan_record_judge (&quan_claim_type, claim, &place);

  if (sentence != NULL)
    g_set_error (error, QUAN_ERROR, QUAN_ERROR_INPUT, "%s: %s", place, sentence);
  return sentence == NULL;
}

/* Everything between begin and commit. */
static gboolean
perform (Act *act, QuanClaimAct what, GError **error)
{
  if (!quan_desk_claim_in_hand (act->desk, act->enterprise, act->number, &act->claim, &act->id, error)
      || !state_allows (act, what, error))
    return FALSE;
  if (act->claim == NULL)
    make_claim (act);
  if (!acts[what].apply (act, error))
    return FALSE;
  act->claim->state = acts[what].to;
  if (!is_sound (act->claim, error))
    return FALSE;
  act->id = quan_store_write (act->desk->store, QUAN_CLAIMS, act->id, act->claim, error);
  if (act->id == 0)
    return FALSE;
  return what != QUAN_ACT_SUBMIT
         || quan_desk_freeze (act->desk, act->enterprise, act->claim, act->id, error);
}

static gboolean
perform_whole (Act *act, QuanClaimAct what, GError **error)
{
  QuanStore *store = act->desk->store;
  g_autofree char *subject = g_strdup_printf ("%s/%s", act->enterprise->uscc, act->number);

  if (!quan_store_begin (store, acts[what].word, subject, error))
    return FALSE;
  if (perform (act, what, error))
    return quan_desk_commit (act->desk, error);
  quan_store_rollback (store);
  return FALSE;
}

gboolean
quan_desk_claim (QuanDesk *desk, QuanClaimAct what, const QuanClaimChange *change, QuanClaim **done, GError **error)
{
  Act act = { .desk = desk, .change = change, .date = change->date != QUAN_DATE_NONE ? change->date : desk->as_of };
  gboolean ok;

  act.enterprise = quan_desk_contract_named (desk, change->enterprise, change->contract, &act.number, error);
  ok = act.enterprise != NULL && perform_whole (&act, what, error);
  if (ok && done != NULL)
    *done = g_steal_pointer (&act.claim);
  act_clear (&act);
  return ok;
}
