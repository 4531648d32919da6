#include <glib/gi18n-lib.h>

#include "app/command.h"
#include "app/table.h"
#include "app/words.h"
#include "core/desk/answer.h"
#include "core/desk/redemption.h"

static void
write_items (Output *output, const QuanPreview *preview)
{
  g_autoptr (Table) table = table_new ("llrrrrr");

  table_row (table, _("Voucher"), _("Contract"), _("New invoices"), _("Eligible"), _("Entitled"), _("Redeemed"),
             _("Now"));
  for (guint i = 0; i < preview->items->len; i++) {
    const QuanPreviewItem *item = &g_array_index (preview->items, QuanPreviewItem, i);
    g_autofree char *invoices = g_strdup_printf ("%u", item->invoices->len);
    g_autofree char *eligible = money_words (item->eligible);
    g_autofree char *entitled = money_words (item->entitled);
    g_autofree char *redeemed = money_words (item->redeemed);
    g_autofree char *amount = money_words (item->amount);

    table_row (table, item->claim->voucher, item->contract->number, invoices, eligible, entitled, redeemed, amount);
  }
  table_write (table, "", output);
}

static void
write_warnings (Output *output, const QuanPreview *preview, QuanLanguage language)
{
  for (guint i = 0; i < preview->items->len; i++) {
    const QuanPreviewItem *item = &g_array_index (preview->items, QuanPreviewItem, i);

    for (int warning = 0; warning < QUAN_N_WARNINGS; warning++)
      if (item->warnings & 1u << warning)
        output_format (output, _("%s: %s\n"), item->claim->voucher, quan_warning_text (warning, language));
  }
}

/* The sums, where the part held back moves (A12), and what has no round at all (A11). */
static void
write_sums (Output *output, const QuanPreview *preview)
{
  g_autofree char *total = money_words (preview->total);
  g_autofree char *blocked = money_words (preview->blocked);
  g_autofree char *no_round = money_words (preview->no_round);

  output_format (output, _("Total: %s yuan. Held back by the yearly cap: %s yuan.\n"), total, blocked);
  if (preview->blocked > 0 && preview->moves_to != NULL)
    output_format (output, _("What is held back waits for %s.\n"), preview->moves_to->label);
  else if (preview->blocked > 0)
    output_text (output, _("No round is left for what is held back: ask the authority.\n"));
  if (preview->no_round != 0)
    output_format (output, _("Invoices that no round takes any more would bring %s yuan: ask the authority.\n"), no_round);
}

/* Where invoice, delivery, payment and contract disagree, the worst first. */
static void
write_mismatches (Output *output, const QuanThreeWay *three_way, QuanLanguage language)
{
  for (guint i = 0; i < three_way->mismatches->len; i++) {
    const QuanMismatch *mismatch = three_way->mismatches->pdata[i];

    if (i == 0)
      output_text (output, _("\nInvoice, delivery, payment and contract do not agree:\n"));
    output_format (output, _("  %s: %s\n"), quan_verdict_name (mismatch->verdict, language), mismatch->reason);
    if (mismatch->fix != NULL)
      output_format (output, "      → %s\n", mismatch->fix);
  }
}

static void
answer_text (Session *session, const QuanRoundAnswer *answer, const QuanThreeWay *three_way)
{
  const QuanPreview *preview = answer->preview;
  Output *output = session->output;

  write_enterprise (output, answer->enterprise);
  write_pack (output, &answer->view, session->language);
  if (preview->window != NULL) {
    g_autofree char *from = date_words (preview->window->from);
    g_autofree char *until = date_words (preview->window->until);

    output_format (output, _("Round %s, filed from %s to %s: %s\n"), preview->round, from, until,
                   quan_round_state_name (preview->state, session->language));
  } else
    output_format (output, _("The policy has no round %s.\n"), preview->round);
  if (preview->items->len > 0) {
    output_text (output, "\n");
    write_items (output, preview);
    output_text (output, "\n");
  }
  write_warnings (output, preview, session->language);
  write_sums (output, preview);
  write_mismatches (output, three_way, session->language);
}

static int
run_preview (Session *session, GError **error)
{
  QuanDesk *desk = session_desk (session, FALSE, error);
  g_autoptr (QuanRoundAnswer) answer = NULL;
  g_autoptr (QuanThreeWay) three_way = NULL;

  if (desk != NULL)
    answer = quan_desk_preview (desk, session->arguments->enterprise, session->operands[0], error);
  if (answer != NULL)
    three_way = quan_three_way (&answer->view, answer->enterprise, answer->records, answer->preview, QUAN_DATE_NONE,
                                session->language, error);
  if (three_way == NULL)
    return STATUS_DONE;
  if (session->arguments->json)
    quan_answer_round (&session->json, NULL, &answer->view, answer->preview, three_way, answer->enterprise,
                       session->language);
  else
    answer_text (session, answer, three_way);
  return STATUS_DONE;
}

/* What came beyond what was asked for, negative where less came; QUAN_FEN_NONE where it is not recorded. */
static QuanFen
difference_of (const QuanRedemption *redemption)
{
  QuanFen asked = quan_redemption_asked (redemption), difference = QUAN_FEN_NONE;

  if (asked != QUAN_FEN_NONE && redemption->received != QUAN_FEN_NONE)
    quan_money_add (redemption->received, -asked, &difference);
  return difference;
}

static void
act_item_json (QuanJson *json, const QuanRedemptionItem *item)
{
  quan_json_begin_object (json, NULL);
  quan_json_text (json, "voucher", item->voucher);
  quan_json_begin_array (json, "invoices");
  for (guint i = 0; item->invoices != NULL && i < item->invoices->len; i++)
    quan_json_text (json, NULL, item->invoices->pdata[i]);
  quan_json_end_array (json);
  quan_json_money (json, "amount", item->amount);
  quan_json_end_object (json);
}

static void
act_json (QuanJson *json, const QuanRedemption *redemption)
{
  quan_json_begin_object (json, NULL);
  quan_json_text (json, "round", redemption->round);
  quan_json_text (json, "enterprise", redemption->enterprise);
  quan_json_text (json, "state", quan_vocabulary_id (&quan_redemption_states, redemption->state));
  quan_json_date (json, "submitted", redemption->submitted);
  quan_json_date (json, "paid_on", redemption->paid_on);
  quan_json_begin_array (json, "items");
  for (guint i = 0; redemption->items != NULL && i < redemption->items->len; i++)
    act_item_json (json, redemption->items->pdata[i]);
  quan_json_end_array (json);
  quan_json_money (json, "asked", quan_redemption_asked (redemption));
  quan_json_money (json, "received", redemption->received);
  quan_json_money (json, "difference", difference_of (redemption));
  quan_json_text (json, "reason", redemption->reason);
  quan_json_text (json, "policy", redemption->policy);
  quan_json_end_object (json);
}

static void
act_text (Output *output, const QuanRedemption *redemption, QuanLanguage language)
{
  const char *state = quan_term_name (quan_vocabulary_term (&quan_redemption_states, redemption->state), language);
  g_autofree char *asked = money_words (quan_redemption_asked (redemption));
  g_autofree char *received = money_words (redemption->received);
  g_autofree char *difference = money_words (difference_of (redemption));

  output_format (output, _("Redemption in %s: %s"), redemption->round, state);
  output_format (output, _(", %s yuan asked for"), asked);
  if (redemption->received != QUAN_FEN_NONE)
    output_format (output, _(", %s yuan received"), received);
  if (redemption->received != QUAN_FEN_NONE && difference_of (redemption) != 0)
    output_format (output, _(" (difference: %s yuan)"), difference);
  output_text (output, "\n");
}

static int
run_act (Session *session, QuanRedemptionAct act, GError **error)
{
  const Arguments *arguments = session->arguments;
  QuanDesk *desk = session_desk (session, FALSE, error);
  QuanRedemptionChange change = {
    .round = session->operands[0],
    .enterprise = arguments->enterprise,
    .date = arguments->date,
    .received = arguments->amount,
    .reason = arguments->reason,
  };
  QuanRedemption *redemption = NULL;

  if (desk == NULL || !quan_desk_redemption (desk, act, &change, &redemption, error))
    return STATUS_DONE;
  if (arguments->json)
    act_json (&session->json, redemption);
  else if (!arguments->quiet)
    act_text (session->output, redemption, session->language);
  quan_record_free (&quan_redemption_type, redemption);
  return STATUS_DONE;
}

#define RUN(name, act)                              \
  static int                                        \
  run_##name (Session *session, GError **error)     \
  {                                                 \
    return run_act (session, act, error);           \
  }

RUN (new, QUAN_REDEEM_NEW)
RUN (submit, QUAN_REDEEM_SUBMIT)
RUN (return, QUAN_REDEEM_RETURN)
RUN (pay, QUAN_REDEEM_PAY)
RUN (reject, QUAN_REDEEM_REJECT)
RUN (withdraw, QUAN_REDEEM_WITHDRAW)

const Command redemption_commands[] = {
  {
    .name = "redemption preview", .operands = N_ ("ROUND"), .min = 1, .max = 1,
    .summary = N_ ("Compute what each voucher would get in a round, without recording it"),
    .example = "quanctl redemption preview 2024Q2",
    .run = run_preview,
  },
  {
    .name = "redemption new", .operands = N_ ("ROUND"), .min = 1, .max = 1,
    .summary = N_ ("Begin the redemption of a round as a draft, or bring its draft up to date"),
    .example = "quanctl redemption new 2024Q2",
    .options = { "date" },
    .run = run_new,
  },
  {
    .name = "redemption submit", .operands = N_ ("ROUND"), .min = 1, .max = 1,
    .summary = N_ ("Record that the redemption was submitted, and freeze its facts and packet"),
    .example = "quanctl redemption submit 2024Q2 --date 2024-06-20",
    .options = { "date" },
    .run = run_submit,
  },
  {
    .name = "redemption return", .operands = N_ ("ROUND"), .min = 1, .max = 1,
    .summary = N_ ("Record that the authority returned the redemption for correction"),
    .example = N_ ("quanctl redemption return 2024Q2 --reason \"bank slip missing\""),
    .options = { "date", "reason" },
    .run = run_return,
  },
  {
    .name = "redemption pay", .operands = N_ ("ROUND"), .min = 1, .max = 1,
    .summary = N_ ("Record that the redemption was paid, and the money that came"),
    .example = "quanctl redemption pay 2024Q2 --date 2024-07-15 --amount 50000",
    .options = { "date", "amount" },
    .run = run_pay,
  },
  {
    .name = "redemption reject", .operands = N_ ("ROUND"), .min = 1, .max = 1,
    .summary = N_ ("Record that the redemption was rejected"),
    .example = N_ ("quanctl redemption reject 2024Q2 --reason \"filed late\""),
    .options = { "date", "reason" },
    .run = run_reject,
  },
  {
    .name = "redemption withdraw", .operands = N_ ("ROUND"), .min = 1, .max = 1,
    .summary = N_ ("Take a redemption back; its invoices are free again"),
    .example = N_ ("quanctl redemption withdraw 2024Q2 --reason \"invoice replaced\""),
    .options = { "date", "reason" },
    .run = run_withdraw,
  },
  { NULL }
};
