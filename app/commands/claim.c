#include <glib/gi18n-lib.h>

#include "app/command.h"
#include "app/words.h"

static void
answer_json (QuanJson *json, const QuanClaim *claim)
{
  quan_json_begin_object (json, NULL);
  quan_json_text (json, "contract", claim->contract);
  quan_json_text (json, "enterprise", claim->enterprise);
  quan_json_text (json, "state", quan_vocabulary_id (&quan_claim_states, claim->state));
  quan_json_date (json, "submitted", claim->submitted);
  quan_json_money (json, "requested", claim->requested);
  quan_json_money (json, "base", claim->base);
  quan_json_money (json, "approved", claim->approved);
  quan_json_text (json, "voucher", claim->voucher);
  quan_json_date (json, "issued", claim->issued);
  quan_json_text (json, "reason", claim->reason);
  quan_json_text (json, "policy", claim->policy);
  quan_json_end_object (json);
}

static void
answer_text (Output *output, const QuanClaim *claim, QuanLanguage language)
{
  const char *state = quan_term_name (quan_vocabulary_term (&quan_claim_states, claim->state), language);
  g_autofree char *requested = money_words (claim->requested);
  g_autofree char *approved = money_words (claim->approved);

  output_format (output, _("Claim on %s: %s"), claim->contract, state);
  if (claim->requested != QUAN_FEN_NONE)
    output_format (output, _(", %s yuan requested"), requested);
  if (claim->approved != QUAN_FEN_NONE)
    output_format (output, _(", %s yuan approved"), approved);
  if (claim->voucher != NULL)
    output_format (output, _(", voucher %s"), claim->voucher);
  output_text (output, "\n");
}

static int
run_act (Session *session, QuanClaimAct act, GError **error)
{
  const Arguments *arguments = session->arguments;
  QuanDesk *desk = session_desk (session, FALSE, error);
  QuanClaimChange change = {
    .contract = session->operands[0],
    .enterprise = arguments->enterprise,
    .date = arguments->date,
    .amount = arguments->amount,
    .voucher = arguments->voucher,
    .issued = arguments->issued,
    .reason = arguments->reason,
  };
  QuanClaim *claim = NULL;

  if (desk == NULL || !quan_desk_claim (desk, act, &change, &claim, error))
    return STATUS_DONE;
  if (arguments->json)
    answer_json (&session->json, claim);
  else if (!arguments->quiet)
    answer_text (session->output, claim, session->language);
  quan_record_free (&quan_claim_type, claim);
  return STATUS_DONE;
}

#define RUN(name, act)                              \
  static int                                        \
  run_##name (Session *session, GError **error)     \
  {                                                 \
    return run_act (session, act, error);           \
  }

RUN (new, QUAN_ACT_NEW)
RUN (submit, QUAN_ACT_SUBMIT)
RUN (return, QUAN_ACT_RETURN)
RUN (approve, QUAN_ACT_APPROVE)
RUN (reject, QUAN_ACT_REJECT)
RUN (withdraw, QUAN_ACT_WITHDRAW)

const Command claim_commands[] = {
  {
    .name = "claim new", .operands = N_ ("CONTRACT"), .min = 1, .max = 1,
    .summary = N_ ("Begin the claim of a contract as a draft"),
    .example = "quanctl claim new HT-001 --amount 150000",
    .options = { "date", "amount" },
    .run = run_new,
  },
  {
    .name = "claim submit", .operands = N_ ("CONTRACT"), .min = 1, .max = 1,
    .summary = N_ ("Record that the claim was submitted, and freeze its facts and packet"),
    .example = "quanctl claim submit HT-001 --date 2024-03-05",
    .options = { "date", "amount" },
    .run = run_submit,
  },
  {
    .name = "claim return", .operands = N_ ("CONTRACT"), .min = 1, .max = 1,
    .summary = N_ ("Record that the authority returned the claim for correction"),
    .example = N_ ("quanctl claim return HT-001 --reason \"price list missing\""),
    .options = { "date", "reason" },
    .run = run_return,
  },
  {
    .name = "claim approve", .operands = N_ ("CONTRACT --voucher NUMBER"), .min = 1, .max = 1,
    .summary = N_ ("Record that the claim was approved, and its voucher"),
    .example = "quanctl claim approve HT-001 --voucher SLQ-2024-0001 --amount 200000 --issued 2024-04-02",
    .options = { "date", "amount", "voucher", "issued" }, .required = "voucher",
    .run = run_approve,
  },
  {
    .name = "claim reject", .operands = N_ ("CONTRACT"), .min = 1, .max = 1,
    .summary = N_ ("Record that the claim was rejected"),
    .example = N_ ("quanctl claim reject HT-001 --reason \"not in the plan\""),
    .options = { "date", "reason" },
    .run = run_reject,
  },
  {
    .name = "claim withdraw", .operands = N_ ("CONTRACT"), .min = 1, .max = 1,
    .summary = N_ ("Take a claim back"),
    .example = N_ ("quanctl claim withdraw HT-001 --reason \"contract ended early\""),
    .options = { "date", "reason" },
    .run = run_withdraw,
  },
  { NULL }
};
